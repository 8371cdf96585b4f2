"""Files that leave the library: written whole under a temporary name, then renamed; never half, never over another by accident."""

import contextlib
import errno
import os
import secrets
from pathlib import Path

from laborqa_desktop.errors import Conflict, UserError
from laborqa_desktop.text import N_

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def write_whole(target: Path, data: bytes, *, replace: bool = True) -> None:
    """Writes a file so that a reader sees the old one, none, or the new one.

    Args:
        replace: False refuses a file that exists.

    Raises:
        Conflict: the file exists and may not be replaced, or another program holds it open.
        UserError: the disk is full or the folder cannot be written to; nothing is left behind.
    """
    if not replace and target.exists():
        raise Conflict(N_("Writing", "The file {file} exists already and is not overwritten. Choose another name.")
                       .of(file=target.name))
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    try:
        with open(beside, "xb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        if replace:
            os.replace(beside, target)
        else:
            _rename_new(beside, target)
    except FileExistsError:
        raise Conflict(N_("Writing", "The file {file} exists already and is not overwritten. Choose another name.")
                       .of(file=target.name)) from None
    except PermissionError as error:
        if target.exists():
            raise Conflict(N_("Writing", "The file {file} is open in another program. Close it there, or save as "
                                         "{other}.").of(file=target.name, other=second_name(target).name)) from error
        raise UserError(N_("Writing", "The folder {folder} cannot be written to. Choose another one; nothing was written.")
                        .of(folder=target.parent)) from error
    except OSError as error:
        if error.errno in _FULL:
            raise UserError(N_("Writing", "The disk is full: {file} was not written and nothing was left behind. Free "
                                          "some space and try again.").of(file=target.name)) from error
        raise UserError(N_("Writing", "The file {file} could not be written in {folder}. Choose another place; nothing was "
                                      "left behind.").of(file=target.name, folder=target.parent)) from error
    finally:
        with contextlib.suppress(OSError):
            beside.unlink()


def _rename_new(beside: Path, target: Path) -> None:
    if os.name == "nt":
        os.rename(beside, target)       # refuses a target that exists
        return
    os.link(beside, target)


def second_name(target: Path) -> Path:
    """A free name beside a file: report (2).pdf."""
    number = 2
    while (other := target.with_name(f"{target.stem} ({number}){target.suffix}")).exists():
        number += 1
    return other
