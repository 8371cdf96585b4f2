"""Files that are there whole or not at all, whatever the disk, a power cut or another program does."""

import errno
import os
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

PATIENCE_S = 10.0
_PAUSE_S = 0.1
_HELD = (errno.EACCES, errno.EPERM, errno.EBUSY, errno.ETXTBSY)


def write_new(path: Path, data: bytes | bytearray, *, durable: bool = True) -> None:
    """Writes a file that must not exist yet.

    Args:
        durable: down to the disk.

    Raises:
        FileExistsError: it exists.
    """
    with path.open("xb") as out:
        out.write(data)
        out.flush()
        if durable:
            os.fsync(out.fileno())


def replace_whole(path: Path, data: bytes, *, durable: bool = True, patience_s: float = PATIENCE_S) -> None:
    """Writes a file by way of a temporary one, so that a cut leaves the old or the new content, whole.

    Args:
        durable: it is on the disk when this returns.
        patience_s: how long another program may hold the old one.
    """
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
    try:
        write_new(temporary, data, durable=durable)
        patiently(lambda: temporary.replace(path), patience_s)
        if durable:
            sync_directory(path.parent)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise


def patiently(act: Callable[[], Any], seconds: float = PATIENCE_S) -> None:
    """Renames or removes a file that a virus scanner or indexer may hold for a moment.

    Raises:
        OSError: it is still held after so many seconds, or something else is in the way.
    """
    end = time.monotonic() + seconds
    while True:
        try:
            act()
            return
        except OSError as error:
            if not _may_pass(error) or time.monotonic() > end:
                raise
            time.sleep(min(_PAUSE_S, seconds))


def remove(path: Path, seconds: float = PATIENCE_S) -> None:
    """Deletes a file that may be held for a moment; none is no error."""
    patiently(partial(path.unlink, missing_ok=True), seconds)


def _may_pass(error: OSError) -> bool:
    """Whether waiting may help: not where the folder itself may not be written to."""
    if error.errno not in _HELD:
        return False
    names = [name for name in (error.filename, error.filename2) if isinstance(name, str)]
    return os.name == "nt" or all(os.access(Path(name).parent, os.W_OK) for name in names)


def sync_directory(folder: Path) -> None:
    """Makes a new name in a folder survive a power cut, where the system can do that."""
    if os.name == "nt":
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except PermissionError:     # a parent that may be passed through but not listed
        return
    try:
        os.fsync(handle)
    except OSError as error:    # network file systems know no synchronised folder
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(handle)
