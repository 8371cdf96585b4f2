"""Reading a file that a user wants to attach: its size is looked at first, and it must not change meanwhile."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

from laborqa_desktop.errors import Refused, reason_of
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.store.files import LARGEST
from laborqa_desktop.text import N_, Text

_CHUNK = 1024 * 1024


def read_capped(path: Path, step: Step = quietly, most: int = LARGEST) -> bytes:
    """The content of a file of at most so many bytes; one that is larger is not read at all.

    Args:
        step: told (bytes read, bytes in all); may raise to stop.

    Raises:
        Refused: too large, no file, unreadable, or being written by another program.
    """
    try:
        with path.open("rb", buffering=0) as file:
            before = os.fstat(file.fileno())
            if not stat.S_ISREG(before.st_mode):
                raise Refused(N_("Attachments", "{name} is not a file; it was not attached.").of(name=path.name))
            if before.st_size > most:
                raise Refused(too_large(path.name, most))
            data = _read(file, before.st_size, step)
            after = os.fstat(file.fileno())
    except OSError as error:
        raise Refused(N_("Attachments", "{name} could not be read: {reason}. It was not attached; if it is open in "
                                        "another program, close it there and try again.")
                      .of(name=path.name, reason=reason_of(error))) from error
    if data is None or (after.st_size, after.st_mtime_ns) != (before.st_size, before.st_mtime_ns):
        raise Refused(N_("Attachments", "{name} was being changed while it was read; it was not attached. Wait until "
                                        "it is complete, then try again.").of(name=path.name))
    return data


def too_large(name: str, most: int = LARGEST) -> Text:
    """The sentence for a file beyond the limit."""
    return N_("Attachments", "{name} is larger than {limit} MB; it was not attached. Make it smaller, or keep it "
                             "elsewhere and note the place in the remarks.").of(name=name, limit=most // 1024 // 1024)


def _read(file: BinaryIO, size: int, step: Step) -> bytes | None:
    """Just so many bytes; None when there are more or fewer of them now."""
    data = bytearray(size)
    done = 0
    with memoryview(data) as room:
        while done < size:
            count = file.readinto(room[done:done + _CHUNK])     # type: ignore[attr-defined]
            if not count:
                return None
            done += count
            step(done, size)
    return None if file.read(1) else bytes(data)
