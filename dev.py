#!/usr/bin/env python3
"""Everything a developer does with this project. Needs Python 3.11 to 3.13 and nothing else.

    python3 dev.py run [...]     set up what is missing, then open the program; run --sample opens the sample library
    python3 dev.py test [...]    all tests; further words go to pytest
    python3 dev.py setup         the set-up only: .venv, libraries, translations, on Debian the system packages
    python3 dev.py check         lint, types, import rules, translations
    python3 dev.py bench         the benchmarks, as ratios to the simplest program doing the same
    python3 dev.py soak [...]    the fault and attack trials in full (hours); sums them up in docs/soak.md
    python3 dev.py shots DIR     pictures of every screen; shots --guide: those of the user guide
    python3 dev.py demo DIR      a sample library in DIR, password: sample
    python3 dev.py exe           the executables, in dist/; exe --windows makes those for Windows on Debian

On Windows write py instead of python3.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCK = ROOT / "requirements" / "dev.txt"
STAMP = VENV / "set-up-with"
PACKAGES = (
    "libglib2.0-0", "libgssapi-krb5-2", "libegl1", "libgl1", "libxkbcommon0", "libxkbcommon-x11-0", "libdbus-1-3",
    "libfontconfig1", "libx11-xcb1", "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1",
    "libxcb-randr0", "libxcb-render-util0", "libxcb-shape0", "libxcb-xkb1",
    "fonts-noto-cjk", "poppler-utils", "qpdf", "xvfb", "xauth",
)


class Stop(Exception):
    """The command cannot go on; its text says why and what to do."""


def main(words: Sequence[str]) -> int:
    """Does one command.

    Returns:
        the exit code: 0 fine, 1 something found or failed, 2 wrong use.
    """
    commands = {
        "run": run, "test": test, "check": check, "bench": bench, "soak": soak, "shots": shots, "demo": demo,
        "exe": executable,
    }
    name, rest = (words[0], list(words[1:])) if words else ("", [])
    if name not in {*commands, "setup"}:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        set_up(thorough=name == "setup")
        return commands[name](rest) if name in commands else 0
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as error:
        print(f"Failed: {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run(rest: list[str]) -> int:
    """Opens the program, or does one of its sub-commands."""
    opens_window = not rest or rest[0] in ("--sample", "--library")
    shown = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"} & set(os.environ)
    if opens_window and sys.platform == "linux" and not shown:
        raise Stop("There is no display to open a window on; use a desktop, or: xvfb-run -a python3 dev.py run")
    return module("laborqa_desktop", *rest)


def test(rest: list[str]) -> int:
    """All tests, or those that further words choose."""
    return module("pytest", *rest, inside=True, QT_QPA_PLATFORM="offscreen")


def check(rest: list[str]) -> int:
    """Everything that needs no running program. Goes on after a failure, so that one run names all of them."""
    rules = ("tests/test_architecture.py", "tests/test_translations.py")
    results = [
        module("ruff", "check", ".", inside=True),
        module("mypy", inside=True),
        module("pytest", "-q", *rules, inside=True, QT_QPA_PLATFORM="offscreen"),
    ]
    return 1 if any(results) else 0


def bench(rest: list[str]) -> int:
    """The benchmarks, or those named."""
    return module("bench", *rest, QT_QPA_PLATFORM="offscreen")


def soak(rest: list[str]) -> int:
    """The fault and attack trials in full, or those named."""
    return module("tests.faults", *rest, inside=True, QT_QPA_PLATFORM="offscreen")


def shots(rest: list[str]) -> int:
    """Pictures of every screen."""
    if len(rest) < 1:
        raise Stop("Name the folder for the pictures: python3 dev.py shots DIR")
    return module("tests.shots", *rest, QT_QPA_PLATFORM="offscreen")


def demo(rest: list[str]) -> int:
    """A sample library whose password is sample."""
    return module("laborqa_desktop", "demo", *rest, LABORQA_PASSWORD="sample")  # noqa: S106  the sample's is public


def executable(rest: list[str]) -> int:
    """The program as one file and as a folder, which need no Python."""
    debian = sys.base_prefix == "/usr"
    install_packages(("binutils", *([f"libpython3.{sys.version_info[1]}"] if debian else [])))
    return module("build", *rest, inside=True, PYTHONPATH=os.pathsep.join((str(ROOT / "packaging"), str(ROOT))))


def module(name: str, *words: str, inside: bool = False, **variables: str) -> int:
    """Runs a module with the project's Python.

    Args:
        inside: in the project's folder; otherwise where the user stands, so that paths mean what they say.

    Returns:
        its exit code.
    """
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **variables}
    command = [str(PYTHON), "-P", "-m", name, *words]
    return subprocess.run(command, cwd=ROOT if inside else None, env=environment, check=False).returncode


def set_up(thorough: bool) -> None:
    """Makes .venv and the translations; does next to nothing when nothing changed.

    Args:
        thorough: look at the system packages too, even when .venv is up to date.
    """
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        raise Stop(f"Python 3.11, 3.12 or 3.13 is needed; this is {sys.version.split()[0]}.")
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    current = STAMP.is_file() and STAMP.read_text() == wanted and works(PYTHON)
    if thorough or not current:
        install_packages()
    if not current:
        install_libraries()
        STAMP.write_text(wanted)
    make_translations()


def install_packages(names: Sequence[str] = PACKAGES) -> None:
    """On Debian and its kin: what Qt, the tests and builds take from the system."""
    if not shutil.which("dpkg-query"):
        return
    missing = [name for name in names if not is_installed(name)]
    no_pip = not PYTHON.exists() and not can_import("ensurepip")
    if no_pip:
        missing.insert(0, "python3-venv")
    if not missing:
        return
    command = f"apt-get install -y --no-install-recommends {' '.join(missing)}"
    if os.geteuid() != 0:       # type: ignore[attr-defined,unused-ignore]  # not on Windows, where dpkg is not either
        if no_pip:
            raise Stop(f"Please run this first:\n    sudo {command}")
        print(f"For windows, pictures, all tests and builds, please run:\n    sudo {command}", file=sys.stderr)
        return
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in ("apt-get update", command):
        if subprocess.run(step.split(), env=environment, check=False, stdout=subprocess.DEVNULL).returncode:
            raise Stop(f"This did not work; please look into it and try again:\n    {step}")


def install_libraries() -> None:
    """Makes .venv and installs what the lock names, each file checked against its hash."""
    print("Setting up .venv; the first time this takes some minutes.", file=sys.stderr)
    if not works(PYTHON):
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
    subprocess.run([
        str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary=:all:",
        "--require-hashes", "-r", str(LOCK),
    ], check=True)


def make_translations() -> None:
    """Builds each catalogue that changed; one with an unfinished text stops everything."""
    tool = BIN / ("pyside6-lrelease.exe" if os.name == "nt" else "pyside6-lrelease")
    for source in sorted((ROOT / "resources" / "i18n").glob("*.ts")):
        built = source.with_suffix(".qm")
        if built.exists() and built.stat().st_mtime > source.stat().st_mtime:
            continue
        command = [str(tool), "-silent", "-fail-on-unfinished", str(source), "-qm", str(built)]
        if subprocess.run(command, check=False, capture_output=True).returncode:
            raise Stop(f"{source.name} is not finished; .venv/bin/python packaging/catalogue.py names what is missing.")


def works(python: Path) -> bool:
    """Whether that Python starts; one from a moved or half-made .venv does not."""
    return python.exists() and subprocess.run([str(python), "-c", ""], check=False).returncode == 0


def is_installed(package: str) -> bool:
    """Whether Debian has the package, or its twin of the time after 2038."""
    command = ["dpkg-query", "-W", "-f", "${Status},", package, package + "t64"]
    return " installed," in subprocess.run(command, capture_output=True, text=True, check=False).stdout


def can_import(name: str) -> bool:
    """Whether this Python has the module; Debian takes some of the standard library out."""
    return subprocess.run([sys.executable, "-c", f"import {name}"], capture_output=True, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
