"""Chooses the command line or the window."""

import sys
from collections.abc import Sequence
from pathlib import Path

NO_DISPLAY = ("There is no display to show the window on. Start it as: xvfb-run -a python -m laborqa_desktop, or use a "
              "sub-command (see --help).")


def main(argv: Sequence[str] | None = None) -> int:
    """Runs the program; gives its exit code.

    Args:
        argv: arguments without the program's name; None takes those of the process.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    wanted, folder = window_wanted(words)
    if not wanted:
        from laborqa_desktop import cli
        return cli.main(words)
    from laborqa_desktop import app
    if not app.has_display():
        print(NO_DISPLAY, file=sys.stderr)      # noqa: T201
        return 2
    return app.run([], folder)


def window_wanted(words: Sequence[str]) -> tuple[bool, Path | None]:
    """Whether these arguments ask for the window, and for which library: none, --library DIR, or a .labq file."""
    match list(words):
        case []:
            return True, None
        case ["--library", folder]:
            return True, Path(folder).absolute()
        case [file] if file.endswith(".labq"):
            return True, Path(file).absolute().parent
        case _:
            return False, None


if __name__ == "__main__":
    sys.exit(main())
