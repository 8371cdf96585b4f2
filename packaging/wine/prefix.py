"""The Windows of a build: made once by Wine, kept in the cache folder, made anew when what goes into it changes."""

import hashlib
import shutil
import subprocess
from pathlib import Path

from stages import Stages, Stop
from wine import cpython, wheels
from wine.run import CACHE, Wine

HERE = Path(__file__).resolve().parent
PYTHON = "C:\\Python\\python.exe"
STAND_INS = (
    ("ICU", "icuuc.dll", ("-nostartfiles", "-Wl,-e,DllMain")),
    ("UISET", "windows.ui.dll", ("-luuid",)),
    ("MSCMS", "mscms.dll", ()),
    ("PRNG", "bcryptprimitives.dll", ("-ladvapi32",)),
)
"""System files of Windows 10 that Wine 8 lacks: condition in stand_ins.c, name, options of the linker."""
SETTINGS_CLASS = "HKLM\\Software\\Microsoft\\WindowsRuntime\\ActivatableClassId\\Windows.UI.ViewManagement.UISettings"
FACES = ("MS Shell Dlg", "MS Shell Dlg 2", "Segoe UI", "Tahoma")
FACE_HERE = "Liberation Sans"


def made(display: str, stages: Stages) -> Wine:
    """The prefix, with Python and all libraries in it.

    Raises:
        Stop: it could not be made.
    """
    CACHE.mkdir(parents=True, exist_ok=True)
    wine = Wine(CACHE / "windows", display)
    mark = wine.prefix / "made-from"
    if mark.is_file() and mark.read_text() == _ingredients():
        return wine
    with stages.stage("CPython for Windows: download, check of its signatures"):
        python = cpython.fetch(CACHE)
    with stages.stage("Wine: a new Windows"):
        shutil.rmtree(wine.prefix, ignore_errors=True)
        _new(wine)
    with stages.stage("libraries: Windows wheels of the lock"):
        shutil.copytree(python, wine.drive / "Python")
        (wine.drive / "Python" / "DLLs" / "_wmi.pyd").unlink()      # what it asks hangs in Wine 8
        wheels.install(wine.drive / "Python" / "Lib" / "site-packages", CACHE / "windows-wheels.txt")
    with stages.stage("Windows Python: first start"):
        code, printed = wine.run(PYTHON, "-c", "import sys, ssl; print(sys.version, ssl.OPENSSL_VERSION)")
        print(printed.strip())
        if code:
            raise Stop("The Windows Python does not start under Wine.")
    mark.write_text(_ingredients())
    return wine


def _ingredients() -> str:
    """Changes with everything that goes into the prefix."""
    parts = [cpython.ARCHIVE_SHA256, wheels.build_lock(), *(file.read_text(encoding="utf-8") for file in
                                                      (HERE / "stand_ins.c", HERE / "prefix.py"))]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _new(wine: Wine) -> None:
    wine.prefix.parent.mkdir(parents=True, exist_ok=True)
    wine.run("wineboot", "-i")
    system = wine.drive / "windows" / "system32"
    if not system.is_dir():
        raise Stop("Wine could not make a Windows; is the package wine64 installed?")
    for condition, name, options in STAND_INS:
        subprocess.run([
            "x86_64-w64-mingw32-gcc-win32", "-O2", "-s", "-shared", "-w", f"-D{condition}", "-o", str(system / name),
            str(HERE / "stand_ins.c"), *options,
        ], check=True)
    for name, kind, value in (("DllPath", "REG_SZ", "C:\\windows\\system32\\windows.ui.dll"),
                              ("ActivationType", "REG_DWORD", "0"), ("Threading", "REG_DWORD", "0")):
        wine.run("reg", "add", SETTINGS_CLASS, "/v", name, "/t", kind, "/d", value, "/f")
    for face in FACES:      # else Qt takes a bitmap font
        for place in ("HKLM\\Software\\Microsoft\\Windows NT\\CurrentVersion\\FontSubstitutes",
                      "HKCU\\Software\\Wine\\Fonts\\Replacements"):
            wine.run("reg", "add", place, "/v", face, "/t", "REG_SZ", "/d", FACE_HERE, "/f")
    wine.run("winecfg", "-v", "win10")
