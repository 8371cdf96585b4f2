"""Writing a file whole or not at all."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from laborqa_desktop import guarded
from laborqa_desktop.errors import Conflict, UserError, reason_of
from laborqa_desktop.guarded import is_guarded
from laborqa_desktop.text import N_
from laborqa_desktop.whole import patiently


def name_of(path: Path) -> str:
    """The name of a file as it can be shown and kept; what the system could not read of it becomes a question mark."""
    return path.name.encode("utf-8", "replace").decode()


def free_name(path: Path) -> Path:
    """The path itself, or with (2), (3) … before its ending when a file of that name exists."""
    candidate, number = path, 2
    while candidate.exists():
        candidate, number = path.with_name(f"{path.stem} ({number}){path.suffix}"), number + 1
    return candidate


def write_new(path: Path, data: bytes) -> None:
    """Writes a file that must not exist yet.

    Raises:
        Conflict: there is one of that name; it is not touched.
        UserError: as replace_file.
    """
    if path.exists():
        raise Conflict(N_("Export", "The file {file} exists already and is not overwritten. Choose another name, for "
                                    'example "{other}".').of(file=path.name, other=free_name(path).name))
    replace_file(path, data)


def replace_file(path: Path, data: bytes) -> None:
    """Writes a file beside its place and then moves it there, so that a failure leaves the old one as it was.

    Raises:
        UserError: the file is open in another program, the disk is full, or the folder cannot be written to.
    """
    if _is_open_elsewhere(path):
        raise _open(path)
    temporary = path.with_name(f".{path.name}.part")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        patiently(lambda: temporary.replace(path))
    except OSError as error:
        with suppress(OSError):     # a folder that is for reading only refuses this too
            temporary.unlink()
        raise _sentence(path, error) from error


def _is_open_elsewhere(path: Path) -> bool:
    """Whether Excel, WPS or LibreOffice has left its mark beside the file; Windows refuses the move anyway."""
    marks = (f"~${path.name}", f"~${path.name[2:]}", f".~lock.{path.name}#", f".~{path.name}")
    return path.exists() and any(path.with_name(mark).exists() for mark in marks)


def _open(path: Path) -> UserError:
    return UserError(
        N_("Export", '{file} is open in another program. Close it there, or save as "{other}".')
        .of(file=path.name, other=free_name(path).name)
    )


def _sentence(path: Path, error: OSError) -> UserError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return UserError(
            N_("Export", "The disk is full: {file} was not written, and nothing was left behind. Make room or choose "
                         "another folder.").of(file=path.name)
        )
    if isinstance(error, PermissionError | FileNotFoundError) and path.parent.is_dir() and is_guarded(path.parent):
        return UserError(guarded.WORDS.of(folder=path.parent))
    if isinstance(error, PermissionError) and path.exists() and os.access(path.parent, os.W_OK):
        return _open(path)
    return UserError(
        N_("Export", "{file} could not be written: {reason}. Choose another folder.")
        .of(file=path.name, reason=reason_of(error))
    )
