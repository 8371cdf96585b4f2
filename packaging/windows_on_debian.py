"""The Windows files, built and tried on Debian under Wine: dev.py exe --windows."""

import os
import shutil
import subprocess

import build
import product
import setup_file
import trying
from screen import display
from signing_files import Signer
from stages import Stages, Stop
from wine import pictures, prefix, trials, windows_files

MOST_MB = 60, 120
"""Of the file and the folder, as Windows shows them."""
OLDER = "0.0.1"
"""What the trial of an upgrade is installed over."""
PACKAGES = (
    "wine", "wine64", "xvfb", "xauth", "gcc-mingw-w64-x86-64-win32", "osslsigncode", "nsis", "imagemagick", "x11-utils",
    "xdotool", "fonts-liberation", "fonts-wine", "fonts-noto-cjk",
)
PROGRAMS = (
    "wine", "wineserver", "Xvfb", "x86_64-w64-mingw32-gcc-win32", "osslsigncode", "makensis", "import", "xwininfo",
    "xdotool",
)


def build_all(stages: Stages, signer: Signer | None) -> None:
    """Builds both files, tries them and looks into them.

    Raises:
        Stop: something is missing, failed or was found.
    """
    need_packages(stages)
    file, setup = (product.DIST / f"{product.NAME}{ending}" for ending in (".exe", "-setup.exe"))
    with display() as screen:
        wine = prefix.made(screen, stages)
        with stages.stage("PyInstaller under Wine: one file and folder"):
            folder = product.DIST / f"{product.NAME}-windows"
            for old in (file, setup, folder):
                shutil.rmtree(old) if old.is_dir() else old.unlink(missing_ok=True)
            windows_files.build(wine, product.DIST, folder.name)
        build.windows_files(stages, signer, file, folder)
        for name, exe in (("one file", file), ("folder", folder / file.name)):
            with stages.stage(f"under Wine: self-test of the {name}"):
                trials.self_test(wine, exe)
            with stages.stage(f"under Wine: window of the {name}"):
                trials.first_window(wine, exe)
        with stages.stage("under Wine: pictures in both languages, light and dark"):
            pictures.take(wine, folder / file.name, product.DIST / "pictures")
        with stages.stage("set-up file of an older version, for the trial"):
            older = folder.with_name("older-setup.exe")
            setup_file.make(folder, older, OLDER, quick=True)
        with stages.stage("under Wine: install, upgrade, self-test, uninstall"):
            trials.installation(wine, setup, older)
            older.unlink()
    trying.say_sizes(file, folder, *MOST_MB)


def need_packages(stages: Stages) -> None:
    """Installs what Debian has of it when root builds.

    Raises:
        Stop: something is missing; says the command that installs it.
    """
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if not missing:
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends", *PACKAGES]
    if not shutil.which("apt-get") or os.geteuid() != 0:  # type: ignore[attr-defined,unused-ignore]
        raise Stop(f"These programs are missing: {', '.join(missing)}. Please run:\n    sudo {' '.join(command)}")
    with stages.stage("Debian packages"):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for step in (["apt-get", "update"], command):
            if subprocess.run(step, env=environment, stdout=subprocess.DEVNULL, check=False).returncode:
                raise Stop(f"This did not work; please look into it and try again:\n    {' '.join(step)}")
