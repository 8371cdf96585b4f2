"""The reserve: room on the disk that the library keeps, to be given free when the disk is full.

On a full disk even deleting fails, because a deletion must be written too (reliability.md 3.4).
"""

import hashlib
import os
import shutil
from contextlib import suppress
from pathlib import Path

from laborqa_desktop.errors import DiskFull
from laborqa_desktop.store.disk import free_mb, name_of
from laborqa_desktop.store.folder import Layout, replace_whole, write_new
from laborqa_desktop.text import N_

SIZE = 16 * 1024 * 1024
"""Bytes of the file; tests make it smaller."""
ROOM = 4
"""It is made again only when so many times its size is free, so that it does not fill the disk it is to help."""
_SUM = 32


def content(size: int | None = None) -> bytes:
    """Random bytes, which no disk can pack, with their SHA-256 at the end."""
    body = os.urandom((size or SIZE) - _SUM)
    return body + hashlib.sha256(body).digest()


def is_whole(path: Path) -> bool:
    """Whether a reserve file is as it was written."""
    try:
        data = path.read_bytes()
    except OSError:
        return False
    return len(data) > _SUM and hashlib.sha256(data[:-_SUM]).digest() == data[-_SUM:]


def make(layout: Layout) -> None:
    """Writes the reserve of a new library.

    Raises:
        OSError: there is no room.
    """
    write_new(layout.reserve, content())


def restore(layout: Layout, *, damaged_too: bool = False) -> bool:
    """Makes a missing reserve again when there is room for it; True when it was made.

    Args:
        damaged_too: also in place of one that is damaged, which takes reading it.
    """
    try:
        if layout.reserve.exists() and not (damaged_too and not is_whole(layout.reserve)):
            return False
        if shutil.disk_usage(layout.folder).free < SIZE * ROOM:
            return False
        replace_whole(layout.reserve, content())
    except OSError:
        return False
    return True


def free(layout: Layout) -> DiskFull | None:
    """Gives the room of the reserve back to the disk; the sentence that says so, None when there was none."""
    with suppress(OSError):
        size, free = layout.reserve.stat().st_size, free_mb(layout.folder)
        layout.reserve.unlink()
        return DiskFull(N_("Library", "The disk {disk} is full ({free} MB free); this was not saved, everything saved "
                                      "before is kept. The library has now given free {mb} MB that it kept for this "
                                      "moment: save again, then make room on the disk."
                             ).of(disk=name_of(layout.folder), free=free, mb=max(1, size // 1_000_000)))
    return None
