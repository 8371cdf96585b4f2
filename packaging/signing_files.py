"""Signs Windows files with a company's certificate, by osslsigncode or, on Windows, by signtool.

    python packaging/signing_files.py CERTIFICATE.pfx [--timestamp ADDRESS] FILE ...

The password of the certificate comes from LABORQA_PFX_PASSWORD, or is asked.
"""

import argparse
import getpass
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import product
from stages import Stop

PASSWORD = "LABORQA_PFX_PASSWORD"


@dataclass(frozen=True)
class Signer:
    """A certificate with its password.

    Attributes:
        pfx: the certificate's file.
        timestamp: address of a time-stamp server; without one the signature ends with the certificate.
    """

    pfx: Path
    password: str
    timestamp: str = ""

    @classmethod
    def of(cls, pfx: Path | None, timestamp: str) -> "Signer | None":
        """The signer for a certificate; None without one. Asks for the password where the environment has none.

        Raises:
            Stop: there is no such file, or nothing to sign with.
        """
        if pfx is None:
            return None
        if not pfx.is_file():
            raise Stop(f"There is no certificate {pfx}.")
        if not shutil.which("osslsigncode") and not shutil.which("signtool"):
            raise Stop("To sign, install osslsigncode (Debian) or signtool (part of the Windows SDK).")
        password = os.environ.get(PASSWORD) or getpass.getpass("Password of the certificate: ")
        os.environ[PASSWORD] = password     # for the command with which NSIS has the uninstaller signed
        return cls(pfx.absolute(), password, timestamp)

    @property
    def command(self) -> str:
        """Signs the file whose path is put behind it."""
        stamp = f' --timestamp "{self.timestamp}"' if self.timestamp else ""
        return f'"{sys.executable}" "{Path(__file__).resolve()}" "{self.pfx}"{stamp}'

    def sign(self, file: Path) -> None:
        """Signs a file in place.

        Raises:
            Stop: it did not work; the file is as before.
        """
        with tempfile.TemporaryDirectory() as folder:
            signed = Path(folder) / file.name
            done = subprocess.run(self._words(file, signed, Path(folder)), capture_output=True, text=True, check=False)
            if done.returncode or not signed.is_file():
                last = (done.stderr + done.stdout).strip().splitlines()[-1:]
                raise Stop(f"{file.name} could not be signed: {' '.join(last)}")
            mode = file.stat().st_mode
            shutil.copyfile(signed, file)
            file.chmod(mode)

    def _words(self, file: Path, signed: Path, folder: Path) -> list[str]:
        if shutil.which("osslsigncode"):
            secret = folder / "password"
            secret.touch(mode=0o600)
            secret.write_text(self.password, encoding="utf-8")
            stamp = ["-ts", self.timestamp] if self.timestamp else []
            return ["osslsigncode", "sign", "-pkcs12", str(self.pfx), "-readpass", str(secret), "-h", "sha256",
                    "-n", product.TITLE, *stamp, "-in", str(file), "-out", str(signed)]
        shutil.copy(file, signed)
        stamp = ["/tr", self.timestamp, "/td", "sha256"] if self.timestamp else []
        return ["signtool", "sign", "/f", str(self.pfx), "/p", self.password, "/fd", "sha256", "/d", product.TITLE,
                *stamp, str(signed)]


def main() -> int:
    """Signs files given on the command line."""
    parser = argparse.ArgumentParser(description="Sign Windows files.")
    parser.add_argument("pfx", type=Path)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--timestamp", default="")
    args = parser.parse_args()
    try:
        signer = Signer.of(args.pfx, args.timestamp)
        assert signer is not None
        for file in args.files:
            signer.sign(file)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
