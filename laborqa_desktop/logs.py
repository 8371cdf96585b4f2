"""The log of the program: what it did and where it failed, never whose data it was about.

That holds by construction. Of an error only kinds and places in the code are written, never its message, for messages
hold values. Of a record that a library wrote only its place is. Our own words end at the first character that a name, a
path, a quotation or a long number could begin with.
"""

import logging
import os
import re
import sys
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from laborqa_desktop import __version__

LARGEST, OLDER_KEPT = 1024 * 1024, 5
WINDOW, COMMANDS = "laborqa.log", "commands.log"
TAIL_LINES, TAIL_BYTES = 30, 16 * 1024
OURS = "laborqa_desktop"
_FRAMES = 40
_FOREIGN = re.compile(r"[^ -~]|[\"'`/\\@]|\d{6}")

log = logging.getLogger(__name__)


def places(error: BaseException) -> list[str]:
    """An error without its message: its kind and the places in the code, then the same of what led to it."""
    lines: list[str] = []
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        lines.append(f"{type(link).__module__}.{type(link).__qualname__}")
        frames = [f"  {Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(link.__traceback__)]
        lines += frames if len(frames) <= _FRAMES else [*frames[:10], "  ...", *frames[10 - _FRAMES:]]
        link = link.__cause__ or link.__context__
    return lines


def discreet(words: str) -> str:
    """The beginning of a message, up to where something personal could stand."""
    found = _FOREIGN.search(words)
    return words if found is None else words[:found.start()].rstrip() + " ..."


def short(library_id: str) -> str:
    """Enough of a library's id to tell it from others in the log."""
    return f"{library_id[:4]}-{library_id[4:8]}"


def started() -> str:
    """The program and its system as far as that costs nothing: the name of the system in full takes 10 ms."""
    if sys.platform == "win32":
        stand = f"build {sys.getwindowsversion().build}"
    else:
        stand = os.uname().release
    return f"LaborQA Desktop {__version__}, Python {sys.version.split()[0]}, {sys.platform} {stand}"


def system() -> str:
    """The program and what it runs on, in one line, for a report."""
    import platform
    qt = getattr(sys.modules.get("PySide6"), "__version__", "none")
    return f"LaborQA Desktop {__version__}, Python {platform.python_version()}, PySide6 {qt}, {platform.platform()}"


class Discreet(logging.Formatter):
    """Makes a line of a record, and of its error only kinds and places."""

    def format(self, record: logging.LogRecord) -> str:
        """See logging.Formatter."""
        ours = record.name.split(".")[0] == OURS
        words = discreet(record.getMessage()) if ours else f"{record.module}.py:{record.lineno}"
        moment = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created))
        lines = [f"{moment} {record.levelname} {record.name} {words}"]
        if record.exc_info and record.exc_info[1] is not None:
            lines += [f"  {line}" for line in places(record.exc_info[1])]
        return "\n".join(lines)


class Rotating(logging.FileHandler):
    """A log that never stands in the way: a full disk or a locked file costs lines of the log, nothing else.

    The standard library's rotating handler would bring sockets and pickle along, 8 ms of every start.
    """

    def __init__(self, file: Path) -> None:
        super().__init__(file, encoding="utf-8", delay=True)
        self.setFormatter(Discreet())
        self._file = file

    def emit(self, record: logging.LogRecord) -> None:
        """Writes a line; a file that would grow too large becomes the newest of the older ones first."""
        with suppress(OSError):
            if self.stream is not None and self.stream.tell() + len(self.format(record)) >= LARGEST:
                self.stream.close()
                self.stream = None
                self._roll()
        with suppress(OSError):
            super().emit(record)

    def _roll(self) -> None:
        """Where a file cannot be renamed, as when a second process has it open on Windows, it goes on in the same."""
        for number in reversed(range(OLDER_KEPT)):
            place = self._older(number)
            if place.exists():
                place.replace(self._older(number + 1))

    def _older(self, number: int) -> Path:
        return self._file.with_name(f"{self._file.name}.{number}") if number else self._file

    def handleError(self, record: logging.LogRecord) -> None:
        """Says nothing: the standard one prints the message that failed."""


@contextmanager
def kept(folder: Path, name: str = WINDOW) -> Iterator[None]:
    """Keeps a log in a folder as long as the context lasts: what the program tells, and warnings of libraries."""
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    handler, root, ours = Rotating(folder / name), logging.getLogger(), logging.getLogger(OURS)
    before = ours.level
    root.addHandler(handler)
    logging.captureWarnings(True)       # Python would print them, values and all, to where a desktop keeps them
    ours.setLevel(logging.INFO)
    log.info("start of %s", started())
    try:
        yield
    finally:
        log.info("end")
        logging.captureWarnings(False)
        ours.setLevel(before)
        root.removeHandler(handler)
        with suppress(OSError):
            handler.close()


def tail(folder: Path) -> list[str]:
    """The last lines of the window's log."""
    try:
        with (folder / WINDOW).open("rb") as file:
            file.seek(max(0, file.seek(0, 2) - TAIL_BYTES))
            return file.read().decode("utf-8", "replace").splitlines()[-TAIL_LINES:]
    except OSError:
        return []
