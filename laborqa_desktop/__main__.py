"""Chooses the command line or the window."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from laborqa_desktop import obstacles, splash

NO_DISPLAY = ("There is no display to show the window on. Start it as: xvfb-run -a python -m laborqa_desktop, or use a "
              "sub-command (see --help).")


@dataclass(frozen=True)
class Start:
    """How the window begins.

    Attributes:
        what: the folder of a library to ask the password of at once, or a backup to look at.
        sample: the sample library is opened at once, and made first where there is none.
    """

    what: Path | None = None
    sample: bool = False


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the program; gives its exit code.

    Args:
        argv: arguments without the program's name; None takes those of the process.
    """
    if getattr(sys, "frozen", False):
        import multiprocessing  # 15 ms that nobody else needs to wait for
        multiprocessing.freeze_support()
    words = list(sys.argv[1:] if argv is None else argv)
    if words[:1] == ["--self-test"]:
        splash.close()
        from laborqa_desktop.self_test import start as self_test
        return self_test.main(words[1:])
    if trouble := obstacles.too_old(sys.platform, obstacles.windows_build()):
        splash.close()
        obstacles.tell(trouble)
        return 2
    try:
        return _begin(words)
    except ImportError as error:
        splash.close()
        obstacles.tell(obstacles.missing_part_in_both(error))
        return 2


def _begin(words: Sequence[str]) -> int:
    start = window_wanted(words)
    from laborqa_desktop import collector, crashes, logs, paths
    folder = paths.log_folder()
    if start is None:
        splash.close()
        from laborqa_desktop import cli, console
        console.borrow()
        with logs.kept(folder, logs.COMMANDS), crashes.watched(folder, crashes.COMMAND):
            crashes.forbid_dumps()
            return cli.main(words)
    collector.by_hand()         # from the first import on: looks through modules find nothing
    from laborqa_desktop import starting
    if not starting.has_display():
        print(NO_DISPLAY, file=sys.stderr)      # noqa: T201
        return 2
    with logs.kept(folder), crashes.watched(folder, crashes.WINDOW) as alone:
        return starting.run(start.what, start.sample, alone)


def window_wanted(words: Sequence[str]) -> Start | None:
    """How the window should begin: no arguments, --sample, --library DIR, or a library's file or a backup, as by a
    double-click; None for sub-commands.
    """
    match list(words):
        case []:
            return Start()
        case ["--sample"]:
            return Start(sample=True)
        case ["--library", folder]:
            return Start(Path(folder).absolute())
        case [word] if word.startswith("--library=") and len(word) > len("--library="):
            return Start(Path(word.partition("=")[2]).absolute())
        case [file] if file.lower().endswith(".labq"):
            return Start(Path(file).absolute().parent)
        case [file] if file.lower().endswith(".labqbackup"):
            return Start(Path(file).absolute())
        case _:
            return None


if __name__ == "__main__":
    sys.exit(main())
