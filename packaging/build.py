"""Builds the executables: python3 dev.py exe.

    exe                      for the system it runs on: dist/LaborQA and dist/LaborQA-folder
    exe --windows            on Debian, under Wine: dist/LaborQA.exe and dist/LaborQA-setup.exe
    exe --pfx FILE           signs the Windows files; the password comes from LABORQA_PFX_PASSWORD or is asked

What was built is tried (--self-test, from a folder with a space and Chinese letters) and, for Windows, looked into.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

import product
import sbom
import starts
import trying
from signing_files import Signer
from stages import Stages, Stop

MOST_MB = 90, 260
"""Of the file and the folder; on Linux Qt brings its own tables of all scripts, 32 MB."""
BUILT_HERE = sys.platform == "win32"


def main() -> int:
    """Builds what was asked for; 0 when all is built and works."""
    parser = argparse.ArgumentParser(prog="dev.py exe", description="Build the executables.")
    parser.add_argument("--windows", action="store_true", help="on Debian: the Windows files, under Wine")
    parser.add_argument("--pfx", type=Path, help="sign with this certificate")
    parser.add_argument("--timestamp", default="", help="address of a time-stamp server for the signature")
    args = parser.parse_args()
    stages = Stages()
    try:
        signer = Signer.of(args.pfx, args.timestamp)
        if args.windows and not BUILT_HERE:
            import windows_on_debian
            windows_on_debian.build_all(stages, signer)
        else:
            native(stages, signer)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    print(stages.summary())
    return 0


def native(stages: Stages, signer: Signer | None) -> None:
    """Builds for this system.

    Raises:
        Stop: something failed, or is too large.
    """
    with stages.stage("PyInstaller: one file and folder"):
        shutil.rmtree(product.DIST, ignore_errors=True)
        command = [sys.executable, "-P", "-m", "PyInstaller", "--noconfirm", "--clean", "packaging/laborqa.spec"]
        environment = {**os.environ, **product.repeatable(), "PYTHONPATH": str(product.ROOT)}
        if subprocess.run(command, cwd=product.ROOT, env=environment, check=False).returncode:
            raise Stop("PyInstaller failed; what it said stands above.")
        sbom.write(product.DIST / "laborqa.cdx.json")
    ending = ".exe" if BUILT_HERE else ""
    file = product.DIST / f"{product.NAME}{ending}"
    starter = product.DIST / f"{product.NAME}-folder" / file.name
    if BUILT_HERE:
        windows_files(stages, signer, file, starter.parent)
    for name, tried in (("folder", starter), ("one file", file)):
        with stages.stage(f"self-test: {name}"):
            trying.self_test(tried)
    if sys.platform == "linux":
        with stages.stage("first windows"):
            starts.say(starter, file)
    trying.say_sizes(file, starter.parent, *MOST_MB)


def windows_files(stages: Stages, signer: Signer | None, file: Path, folder: Path) -> None:
    """Signs, makes the set-up file and looks into everything; on Windows and under Wine alike.

    Raises:
        Stop: something failed or was found.
    """
    import audit
    import setup_file
    setup = product.DIST / f"{product.NAME}-setup.exe"
    if signer is not None:
        with stages.stage("signatures"):
            for each in (file, folder / file.name):
                signer.sign(each)
    with stages.stage("set-up file"):
        setup_file.make(folder, setup, product.version(), signer.command if signer else "")
        if signer is not None:
            signer.sign(setup)
    with stages.stage("audit"):
        for exe in (file, folder / file.name):
            if found := audit.audit(exe):
                raise Stop(f"Found in {exe}:\n" + "\n".join(found))
    trying.write_sums([file, setup], product.DIST / "SHA256SUMS.txt")


if __name__ == "__main__":
    sys.exit(main())
