"""Tries the Windows files under Wine as a user would: from an awkward folder, with a window, installed and removed."""

import time
from pathlib import Path

import trying
from screen import wait_for_window, wait_until
from stages import Stop
from wine.run import Wine

PASSWORD = {"LABORQA_PASSWORD": "trial-of-a-set-up"}


def self_test(wine: Wine, exe: Path) -> None:
    """Runs --self-test of a build from an awkward folder.

    Raises:
        Stop: it failed.
    """
    tried = trying.place(exe, wine.drive / "users" / "Public")
    run_self_test(wine, tried, tried.parent / trying.REPORT)


def run_self_test(wine: Wine, exe: Path, report: Path) -> None:
    """Runs --self-test of an exe where it lies.

    Raises:
        Stop: it failed.
    """
    report.unlink(missing_ok=True)
    code, _ = wine.run(wine.windows_path(exe), "--self-test", wine.windows_path(report), limit_s=trying.LIMIT_S)
    trying.judge(report)
    if code:
        raise Stop(f"The self-test says that all is well, but ends with {code}.")


def first_window(wine: Wine, exe: Path) -> None:
    """Starts the program and says when its first picture and its window are there.

    Raises:
        Stop: no window came.
    """
    tried = trying.place(exe, wine.drive / "users" / "Public")
    home = wine.windows_path(tried.parent / "settings")
    process = wine.start(wine.windows_path(tried), LABORQA_HOME=home)
    try:
        first = wait_for_window(wine.display, 100)
        main = first + wait_for_window(wine.display)
        print(f"    first picture of ours after {first:.1f} s, main window after {main:.1f} s")
    finally:
        wine.end()
        process.communicate(timeout=60)


def installation(wine: Wine, setup: Path, older: Path | None = None) -> None:
    """Installs silently, tries the installed program, removes it; a library made by it stays and is whole.

    Args:
        older: a set-up file of an older version, which is installed first and makes the library.

    Raises:
        Stop: something of that failed.
    """
    public = wine.drive / "users" / "Public"
    library = public / f"资料库 {time.time_ns()}"
    program = next(wine.drive.glob("users/*/AppData/Local")) / "Programs" / "LaborQA" / "program" / "LaborQA.exe"
    for each in filter(None, (older, setup)):
        install(wine, each)
        if not program.is_file():
            raise Stop(f"{each.name} installed nothing at {program}.")
        if not library.exists():
            _need(wine, program, "new", wine.windows_path(library), "--company", "试装公司")
    run_self_test(wine, program, public / trying.REPORT)
    _need(wine, program, "check", "--library", wine.windows_path(library))
    kind = wine.run("reg", "query", "HKCU\\Software\\Classes\\LaborQA.Library\\shell\\open\\command")[1]
    if "LaborQA.exe" not in kind:
        raise Stop("A double-click on a library would not open the program.")
    code, _ = wine.run(wine.windows_path(program.parent.parent / "uninstall.exe"), "/S", limit_s=300)
    wait_until("The uninstaller left the program.", lambda: not program.exists())     # it goes on in a copy of itself
    if code or not (library / "library.labq").is_file():
        raise Stop("The uninstaller failed, or took a library along.")


def install(wine: Wine, setup: Path) -> None:
    """Runs a set-up file without a question.

    Raises:
        Stop: it failed.
    """
    place = wine.drive / "users" / "Public" / setup.name
    place.write_bytes(setup.read_bytes())
    begun = time.monotonic()
    code, _ = wine.run(wine.windows_path(place), "/S", limit_s=600)
    place.unlink()
    if code:
        raise Stop(f"{setup.name} /S ends with {code}.")
    print(f"    {setup.name} /S: {time.monotonic() - begun:.0f} s")


def _need(wine: Wine, program: Path, *words: str) -> None:
    code, printed = wine.run(wine.windows_path(program), *words, limit_s=300, **PASSWORD)
    if code:
        raise Stop(f"{program.name} {words[0]} ends with {code}: {printed}")
