"""Makes LaborQA-setup.exe from the folder build, by NSIS."""

import os
import shutil
import subprocess
from pathlib import Path

import product
from stages import Stop

SCRIPT = product.ROOT / "packaging" / "setup.nsi"
ICON = product.ROOT / "resources" / "icons" / "laborqa.ico"
ON_WINDOWS = Path(os.environ.get("PROGRAMFILES(X86)", "C:/Program Files (x86)")) / "NSIS" / "makensis.exe"


def make(folder: Path, target: Path, version: str, sign_command: str = "", quick: bool = False) -> None:
    """Writes the set-up file.

    Args:
        folder: the folder build.
        version: what it calls itself; the program's own, but for trials of an upgrade.
        sign_command: signs the file whose path is put behind it; for the uninstaller.
        quick: larger, but made in a moment.

    Raises:
        Stop: NSIS is missing or failed.
    """
    maker = shutil.which("makensis") or (str(ON_WINDOWS) if ON_WINDOWS.is_file() else None)
    if maker is None:
        raise Stop("The set-up file needs NSIS (https://nsis.sourceforge.io); install it and try again.")
    given = {
        "VERSION": version, "FOUR": ".".join(map(str, product.four_numbers(version))), "SOURCE": str(folder),
        "OUT": str(target), "ICON": str(ICON), **({"SIGN": sign_command} if sign_command else {}),
        **({"QUICK": "1"} if quick else {}), **({} if os.name == "nt" else {"TARGET": "amd64-unicode"}),
    }
    words = [f"-D{name}={value}" for name, value in given.items()]
    done = subprocess.run(
        [maker, "-V2", "-INPUTCHARSET", "UTF8", *words, str(SCRIPT)], env={**os.environ, **product.repeatable()},
        capture_output=True, text=True, encoding="utf-8", errors="replace", check=False,
    )
    if done.returncode:
        raise Stop("NSIS failed:\n" + "\n".join((done.stdout + done.stderr).splitlines()[-15:]))
