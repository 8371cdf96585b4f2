"""What is the matter with a disk that refuses: asked of it, and told as a sentence that names it and its free space."""

import errno
import os
import secrets
import shutil
import sys
from contextlib import suppress
from enum import Enum
from pathlib import Path

from laborqa_desktop.errors import DiskFailed, DiskFull, LibraryInUse, UserError
from laborqa_desktop.text import N_

_PAGE = 4096
_MARGIN = 64 * 1024
_FAT_LIMIT = (1 << 32) - 1
_WINDOWS_FULL = (39, 112)       # ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL


class Trouble(Enum):
    """Why a disk refuses."""

    NONE = "none"
    FULL = "full"
    TOO_LARGE = "too large"
    FAILING = "failing"
    FORBIDDEN = "forbidden"


def name_of(folder: Path) -> str:
    """What users call the disk a folder lies on: the drive's letter, or where the disk is mounted."""
    whole = folder.absolute()
    if whole.drive:
        return whole.drive
    for place in (whole, *whole.parents):
        with suppress(OSError):
            if place.is_mount():
                return str(place)
    return whole.anchor


def free_mb(folder: Path) -> int:
    """Free space where the folder lies, in MB."""
    try:
        return shutil.disk_usage(folder).free // 1_000_000
    except OSError:
        return 0


def trouble_of(error: OSError) -> Trouble:
    """What an error of the system says about the disk."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT) or getattr(error, "winerror", None) in _WINDOWS_FULL:
        return Trouble.FULL
    if error.errno == errno.EFBIG:
        return Trouble.TOO_LARGE
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Trouble.FORBIDDEN
    return Trouble.FAILING if error.errno in (errno.EIO, errno.ENXIO, errno.ENODEV) else Trouble.NONE


def ask(folder: Path) -> Trouble:
    """Tries to write a little there, because the driver's word for most of these is the same "disk I/O error"."""
    probe = folder / f".probe-{secrets.token_hex(4)}"
    try:
        with probe.open("xb") as out:
            out.write(bytes(_PAGE))
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        return trouble_of(error)
    finally:
        with suppress(OSError):
            probe.unlink()
    return Trouble.TOO_LARGE if _largest(folder) + _MARGIN > _size_limit() else Trouble.NONE


def _largest(folder: Path) -> int:
    sizes = [0]
    for path in folder.glob("laborqa.db*"):
        with suppress(OSError):
            sizes.append(path.stat().st_size)
    return max(sizes)


def _size_limit() -> int:
    """The largest size of a file: of FAT disks, as no file of ours should come near it elsewhere, or of this user."""
    if sys.platform == "win32":
        return _FAT_LIMIT
    import resource
    soft, _ = resource.getrlimit(resource.RLIMIT_FSIZE)
    return _FAT_LIMIT if soft == resource.RLIM_INFINITY else min(soft, _FAT_LIMIT)


def told(trouble: Trouble, folder: Path) -> UserError | None:
    """The sentence for it; None for Trouble.NONE."""
    places = {"disk": name_of(folder), "free": free_mb(folder)}
    if trouble is Trouble.FULL:
        return DiskFull(N_("Library", "The disk {disk} is full ({free} MB free). Make room and save again; everything "
                                      "saved before is kept.").of(**places))
    if trouble is Trouble.TOO_LARGE:
        return UserError(N_("Library", "A file of the library has become as large as the disk {disk} allows ({free} "
                                       "MB free). Everything saved before is kept; close the library and move its "
                                       "whole folder to a disk of the format NTFS.").of(**places))
    if trouble is Trouble.FAILING:
        return DiskFailed(N_("Library", "The disk {disk} reported an error ({free} MB free). Everything saved before "
                                        "is kept; check the disk and its cable, then open the library again."
                             ).of(**places))
    if trouble is Trouble.FORBIDDEN:
        return forbidden(folder)
    return None


def forbidden(folder: Path) -> UserError:
    """The folder or a file in it is for reading only."""
    return UserError(N_("Library", "The folder {folder} or its files may not be written to. Ask for the right to "
                                   "write, or copy the library elsewhere.").of(folder=folder))


def held(folder: Path) -> LibraryInUse:
    """A file cannot be opened although the disk is well."""
    return LibraryInUse(N_("Library", "The database of the library {folder} is held by another program, such as a "
                                      "virus scanner. Wait a moment and try again; nothing was saved."
                           ).of(folder=folder))


def refused(error: OSError, folder: Path) -> UserError:
    """The sentence for what the system refused in a folder."""
    said = told(trouble_of(error), folder)
    return said or held(folder)
