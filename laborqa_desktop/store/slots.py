"""Changing who opens a library: slots of the two key files, and never a moment without a secret that the user knows.

A change is written in two steps. First both copies hold the new secret beside the old ones, and the new one must open
the key file as it lies on the disk and the database behind it. Only then both are written without the old one. Cut
short anywhere, the old or the new secret opens the library, and settle() tidies up at the next opening.
"""

import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

from sqlcipher3 import dbapi2

from laborqa_desktop.errors import UnreadableInput, UserError, WrongPassword
from laborqa_desktop.store.engine import Mode, connect
from laborqa_desktop.store.folder import Layout, replace_whole
from laborqa_desktop.store.keys import (
    COMPUTER,
    STRONG,
    Costs,
    KeyFile,
    Keys,
    Secret,
    Slot,
    find_slot,
    load,
    opens,
    parse,
    read_first,
    seal,
    unseal,
)
from laborqa_desktop.text import N_

MOST_COMPUTERS = 8
MOST_COPIES = 5
"""So many key files of backups are tried, each costing a try of the password."""
_LARGEST = 64 * 1024


def heal(layout: Layout, file: KeyFile) -> bool:
    """Makes both copies equal to a file that has just proven itself. True when something was written."""
    data, healed = file.dump(), False
    for path in layout.key_files:
        try:
            same = path.read_bytes() == data
        except OSError:
            same = False
        if not same:
            replace_whole(path, data)
            healed = True
    return healed


def settled(file: KeyFile, opened: Slot) -> KeyFile:
    """The key file after a change of the password that was cut short: only the one just used is left.

    Args:
        opened: the slot that has opened the library.
    """
    rivals = [slot for slot in file.slots if slot.kind == opened.kind and slot is not opened]
    if opened.kind == COMPUTER or not rivals:
        return file
    return replace(file, slots=tuple(slot for slot in file.slots if slot not in rivals))


def change_slot(layout: Layout, kind: str, known: Secret, new: str, costs: Costs = STRONG) -> None:
    """Puts a new password or recovery code in the place of the old one, and forgets every computer that remembers.

    Args:
        kind: keys.PASSWORD or keys.RECOVERY.
        known: any secret that opens the library.

    Raises:
        WrongPassword: known opens nothing.
        UserError: it could not be stored safely; says which secret is valid.
    """
    _change(layout, known, new, lambda file, keys: seal(kind, new, keys, file.library_id, costs),
            lambda slot: slot.kind in (kind, COMPUTER))


def add_computer(layout: Layout, known: Secret, secret: bytes) -> None:
    """Adds a slot for a computer that remembers the library.

    Raises:
        WrongPassword: known opens nothing.
        UserError: it could not be stored safely; nothing is remembered.
    """
    others = [slot for slot in load(layout).slots if slot.kind == COMPUTER]
    oldest = others[:max(0, len(others) - MOST_COMPUTERS + 1)]
    _change(layout, known, secret, lambda file, keys: seal(COMPUTER, secret, keys, file.library_id, STRONG),
            lambda slot: slot in oldest)


def drop_computers(layout: Layout, secret: bytes | None = None) -> bool:
    """Takes away the slot of the computer that keeps this secret; of every computer when the secret is unknown or None.

    Returns:
        whether there was one.
    """
    file = load(layout)
    computers = [slot for slot in file.slots if slot.kind == COMPUTER]
    dropped = computers
    if secret is not None and opens(file, secret):
        dropped = [find_slot(file, secret)[1]]
    if dropped:
        heal(layout, replace(file, slots=tuple(slot for slot in file.slots if slot not in dropped)))
    return bool(dropped)


def _change(layout: Layout, known: Secret, new: Secret, make: Callable[[KeyFile, Keys], Slot],
            is_old: Callable[[Slot], bool]) -> None:
    before = load(layout)
    keys = unseal(before, known)
    slot = make(before, keys)
    both = replace(before, slots=(*before.slots, slot))
    after = replace(before, slots=(*(s for s in before.slots if not is_old(s)), slot))
    try:
        heal(layout, both)
        proven = all(_proves(layout, path, new, keys) for path in layout.key_files)
    except OSError:
        proven = False
    if not proven:
        with suppress(OSError):
            heal(layout, before)
        raise UnreadableInput(N_("Library", "The change could not be stored safely, so nothing is changed: what opened "
                                            "the library before opens it still. Check the disk and try again."))
    try:
        heal(layout, after)
    except OSError as error:
        raise UserError(N_("Library", "The new secret is stored and valid, but the old one could not be removed yet. "
                                      "Make room on the disk, then close the library and open it with the new "
                                      "one.")) from error


def _proves(layout: Layout, path: Path, secret: Secret, keys: Keys) -> bool:
    """Whether the key file on the disk gives the keys for the secret, and these read a row of the database."""
    try:
        found = unseal(parse(path.read_bytes()), secret)
        if found != keys:
            return False
        with closing(connect(layout.database, found, Mode.WRITE)) as connection:
            return connection.execute("SELECT version_num FROM alembic_version").fetchone() is not None
    except (OSError, ValueError, WrongPassword, dbapi2.Error):
        return False


def from_backups(layout: Layout, library_id: str | None, secret: Secret) -> KeyFile | None:
    """A key file of a backup that the secret opens, the newest first, or None. The data key never changes, so it opens
    the library of today too.

    Args:
        library_id: of the library, where its marker tells.
    """
    seen: list[KeyFile] = []
    for file in copies(layout.backups):
        if file in seen or (library_id is not None and file.library_id != library_id):
            continue
        seen.append(file)
        if len(seen) > MOST_COPIES:
            break
        with suppress(WrongPassword):
            find_slot(file, secret)
            return file
    return None


def copies(folder: Path) -> Iterator[KeyFile]:
    """The whole key files in a folder of backups, the newest first: beside copies, and inside files of one piece."""
    try:
        found = sorted((path for path in folder.iterdir() if path.suffix in (".json", ".labqbackup")),
                       key=lambda path: path.stat().st_mtime, reverse=True)
    except OSError:
        return
    for path in found:
        file = _in_zip(path) if path.suffix == ".labqbackup" else read_first((path,))
        if file is not None:
            yield file


def _in_zip(path: Path) -> KeyFile | None:
    try:
        with zipfile.ZipFile(path) as archive:
            for name in ("key-1.json", "key-2.json"):
                if archive.getinfo(name).file_size <= _LARGEST:
                    return parse(archive.read(name))
    except (OSError, ValueError, KeyError, RuntimeError, NotImplementedError, zipfile.BadZipFile):
        return None
    return None

