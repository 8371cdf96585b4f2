"""Whose a backup file is: found without its password, from what it says of itself and from the libraries known here."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from laborqa_desktop.errors import UnreadableInput, reason_of
from laborqa_desktop.store.backup_file import opened
from laborqa_desktop.store.folder import Layout, read_marker
from laborqa_desktop.text import N_

_MADE = re.compile(r"-\d{8}-\d{6}-")


@dataclass(frozen=True)
class Label:
    """What a backup says of itself; nothing of it is proven yet."""

    library_id: str
    made_at: datetime
    full: bool


def look_at(file: Path) -> Label:
    """What stands on a backup.

    Raises:
        UnreadableInput: it cannot be read, is damaged, or is no backup.
    """
    try:
        with opened(file) as archive:
            return Label(archive.manifest.library_id, archive.manifest.made_at, archive.manifest.full)
    except OSError as error:
        raise UnreadableInput(N_("Backup", "The backup {file} cannot be read: {reason}. Put the stick in again or "
                                           "choose another backup; nothing was changed.").of(
            file=file.name, reason=reason_of(error))) from error


def library_name(file: Path) -> str:
    """The name of the library's folder, as the backup's own name begins with it."""
    return _MADE.split(file.stem)[0]


def owner(file: Path, library_id: str, known: Iterable[Path]) -> Path | None:
    """The folder of the library a backup belongs to, or None when it is not on this computer.

    Args:
        known: folders of libraries, the likeliest first; the one in whose folder the backup lies comes before them.
    """
    for folder in (file.absolute().parent.parent, *known):
        marker = read_marker(Layout(folder))
        if marker is not None and marker.library_id == library_id:
            return folder
    return None
