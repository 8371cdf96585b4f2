"""Reports of what went wrong, as text files in the log folder, and how an end that was none is noticed next time.

Each process has a file of its own while it runs, into which the interpreter writes should it crash in native code. An
orderly end removes the file; one that is left over and held by nobody is made into a report. A report stays pending
until the user has seen it. Nothing is ever sent.
"""

import faulthandler
import os
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from laborqa_desktop import logs
from laborqa_desktop.errors import UserError
from laborqa_desktop.text import N_

PENDING, SEEN = "pending-", "crash-"
MOST_KEPT = 20
WINDOW, COMMAND = "window", "command"
KILLED = "The program did not end in an orderly way: it was stopped from outside, or the computer was."
FATAL = "The program crashed in native code."
_FRAME = re.compile(r'  File "(?:[^"]*[/\\])?([^"/\\]+)", line (\d+) in (\S+)')
_HEADS = ("Fatal Python error: ", "Windows fatal exception: ", "Thread 0x", "Current thread 0x")


def crash_text(error: BaseException) -> str:
    """A report without personal data: places in the code and kinds of errors, never their messages or values."""
    return "\n".join([logs.system(), *logs.places(error)])


def write_report(folder: Path, text: str, *, seen: bool) -> Path | None:
    """Keeps a report as a text file; the oldest ones go.

    Args:
        seen: False when nobody has been shown it yet, so that the next start offers it.

    Returns:
        The file, or None where none can be written.
    """
    stamp = f"{time.strftime('%Y%m%d-%H%M%S', time.gmtime())}-{time.time_ns() // 1000 % 1_000_000:06d}"
    file = folder / f"{SEEN if seen else PENDING}{stamp}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(text + "\n", encoding="utf-8")
        every = sorted((*folder.glob(f"{PENDING}*.txt"), *folder.glob(f"{SEEN}*.txt")),
                       key=lambda one: one.name.partition("-")[2])
        for old in every[:-MOST_KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        return None
    return file


def pending(folder: Path) -> list[Path]:
    """Reports that nobody has seen yet, the newest first."""
    return sorted(folder.glob(f"{PENDING}*.txt"), reverse=True)


def mark_seen(file: Path) -> Path:
    """The report is not offered again; where it lies now."""
    seen = file.with_name(SEEN + file.name.removeprefix(PENDING))
    try:
        return file.replace(seen)
    except OSError:
        return file


def read_report(file: Path) -> str:
    """The text of a report; "" when it has gone."""
    try:
        return file.read_text(encoding="utf-8", errors="replace").rstrip("\n")
    except OSError:
        return ""


def save_copy(text: str, target: Path) -> None:
    """Writes a report where the user wants it.

    Raises:
        UserError: it cannot be written there.
    """
    try:
        target.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise UserError(N_("Crashes", "The report cannot be written there. Choose another folder; the copy in the log "
                                      "folder is kept.")) from error


@contextmanager
def watched(folder: Path, kind: str) -> Iterator[bool]:
    """Makes reports of runs that did not end in an orderly way, then watches over this one.

    Args:
        kind: WINDOW or COMMAND; a command that is stopped is no crash.

    Yields:
        Whether no other process of the program runs.
    """
    alone, file, held = True, None, folder / f"{kind}-{os.getpid()}-{time.time_ns()}.run"
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        for one in folder.glob("*.run"):
            alone = _look_at(one) and alone
        file = held.open("w", encoding="utf-8")
        _hold(file)
        faulthandler.enable(file)
    try:
        yield alone
    finally:
        if file is not None:
            faulthandler.disable()
            with suppress(OSError):
                file.close()
                held.unlink(missing_ok=True)


def _look_at(file: Path) -> bool:
    """Makes a report of what a process left behind. False: it still runs."""
    try:
        if sys.platform == "win32":
            file = file.replace(file.with_suffix(".dead"))      # fails while a process has it open
        with file.open("r+", encoding="utf-8", errors="replace") as left:
            _hold(left)
            text = left.read()
            if text.strip():
                _make_report(file.parent, FATAL, plain_dump(text))
            elif file.name.startswith(WINDOW):
                _make_report(file.parent, KILLED, [])
        file.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _hold(file: IO[str]) -> None:
    """Holds a file until it is closed or the process is gone; OSError when another process holds it."""
    if sys.platform != "win32":     # there, an open file cannot be renamed, which is all that is needed
        import fcntl
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def _make_report(folder: Path, what: str, lines: list[str]) -> None:
    last = logs.tail(folder)
    text = [logs.system(), what, *lines, *(["", "The end of the log:", *last] if last else [])]
    write_report(folder, "\n".join(text), seen=False)


def plain_dump(dump: str) -> list[str]:
    """What the interpreter wrote while it crashed, its paths cut down to names of files; nothing else is taken over."""
    lines = []
    for line in dump.splitlines():
        if frame := _FRAME.match(line):
            lines.append(f"  {frame[1]}:{frame[2]} {frame[3]}")
        elif line.startswith(_HEADS):
            lines.append(logs.discreet(line))
    return lines


def forbid_dumps() -> None:
    """No memory image of this process is written by the system when it crashes: it would hold keys and records (S16).

    On Linux its memory is also closed to other processes of the same user.
    """
    if sys.platform == "win32":
        import ctypes
        ctypes.windll.kernel32.SetErrorMode(0x0001 | 0x0002)    # SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX
        return
    import resource
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes
        ctypes.CDLL(None).prctl(4, 0, 0, 0, 0)      # PR_SET_DUMPABLE: a pipe in core_pattern ignores the limit above
