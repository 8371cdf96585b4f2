"""A backup put back: its database proven beside, then in place by one rename; or whole in an empty folder."""

import os
import secrets
import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from laborqa_desktop.errors import Conflict, Refused, UnreadableInput, UserError, reason_of
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.store import files, head_file, migrate, reserve
from laborqa_desktop.store import keys as key_file
from laborqa_desktop.store.backup import proven
from laborqa_desktop.store.backup_file import (
    DATABASE,
    KEY_FILES,
    Archive,
    blob_id,
    blob_ids,
    is_like_one,
    not_whole,
    opened,
    part_name,
    size_of,
)
from laborqa_desktop.store.database_copy import Contents, is_whole
from laborqa_desktop.store.disk import free_mb
from laborqa_desktop.store.engine import Mode, connect
from laborqa_desktop.store.folder import (
    NOTE,
    Layout,
    looks_like_library,
    marker_text,
    patiently,
    sync_directory,
    write_new,
)
from laborqa_desktop.store.history import Head
from laborqa_desktop.store.keys import KeyFile, Keys
from laborqa_desktop.store.place import need_short
from laborqa_desktop.text import N_
from laborqa_desktop.whole import remove

__all__ = ["Placed", "is_like_one", "place", "prove", "put_attachments", "take_away", "take_folder", "unpacked"]


@dataclass(frozen=True)
class Placed:
    """A library made from a backup. missing: attachments found neither in the backup nor beside it."""

    folder: Path
    missing: int


def _unlock(archive: Archive, secret: str) -> tuple[KeyFile, Keys]:
    for name in KEY_FILES:
        with suppress(ValueError, UnreadableInput):
            file = key_file.parse(archive.small(name))
            return file, key_file.unseal(file, secret)
    raise not_whole(archive.path)


def prove(file: Path, secret: str, step: Step = quietly) -> Archive:
    """Reads a backup to its end with the password: every part against its hash, the seal, the database's pages and
    rows. Gives what was read; its file is closed.

    Raises:
        UnreadableInput: it is damaged, or no backup.
        WrongPassword: the secret does not open it.
        UserError: no room to unpack it beside.
    """
    with opened(file) as archive:
        _, keys = _unlock(archive, secret)
        with proven(file, keys, lambda done, total: step(60 * done // max(total, 1), 100)):
            pass
        with tempfile.TemporaryDirectory(prefix="laborqa-verify-") as folder:
            _need_room(Path(folder), _database_bytes(archive))
            _unpack_database(archive, Path(folder) / DATABASE, keys)
        for one in archive.attachments():
            _check_attachment(archive, one, keys)
        step(100, 100)
        return archive


def _check_attachment(archive: Archive, blob: str, keys: Keys) -> bytes:
    data = archive.small(part_name(blob), files.LARGEST + 1024)
    if not files.is_sealed_content(data, blob, keys):
        raise not_whole(archive.path)
    return data


def _database_bytes(archive: Archive) -> int:
    return next(part.bytes for part in archive.manifest.parts if part.name == DATABASE)


def _need_room(folder: Path, size: int) -> None:
    free = free_mb(folder)
    if free * 1_000_000 < size * 1.05 + 1_000_000:
        raise UserError(N_("Backup", "There is no room to unpack the backup in {folder}: {need} MB are needed, {free} "
                                     "MB are free. Nothing was changed; make room or choose another place.").of(
            folder=folder, need=round(size * 1.05 / 1_000_000) + 1, free=free))


def _is_read_later(name: str) -> bool:
    """Whether a part is held against its hash when it is unpacked, so that it need not be read twice."""
    return name == DATABASE or blob_id(name) is not None


def _unpack_database(archive: Archive, target: Path, keys: Keys, step: Step = quietly) -> None:
    """Writes the database of a backup and proves it: every page, and all that the manifest says of it."""
    size, done = _database_bytes(archive) or 1, 0

    def told(count: int) -> None:
        nonlocal done
        done += count
        step(60 * done // size, 100)

    with target.open("xb") as out:
        archive.copy(DATABASE, out, told)
    manifest = archive.manifest
    wanted = Contents(tuple(sorted(manifest.rows.items())), manifest.anchor, manifest.revision)
    if not is_whole(target, keys, wanted):
        raise not_whole(archive.path)
    step(100, 100)


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _need_readable(file: Path) -> None:
    try:
        file.open("rb").close()
    except OSError as error:
        raise UnreadableInput(N_("Backup", "The backup {file} cannot be read: it was removed, or the stick it lies on "
                                           "was. Plug that in, or choose another backup; the library is unchanged.").of(
            file=file.name)) from error


@contextmanager
def unpacked(file: Path, layout: Layout, keys: Keys, library_id: str, step: Step = quietly
             ) -> Iterator[tuple[Layout, Archive]]:
    """The database of a backup in a private folder inside the library's, proven; the folder goes at the end.

    Raises:
        Refused: the backup is of another library, or of a newer program.
        UnreadableInput: it is damaged, or gone.
        UserError: no room.
    """
    _need_readable(file)
    with opened(file) as archive:
        if archive.manifest.library_id != library_id:
            raise Refused(N_("Backup", "The backup {file} belongs to another library, so it was not put back. To look "
                                       "into it, restore it into an empty folder.").of(file=file.name))
        if archive.manifest.revision not in migrate.REVISIONS:
            raise Refused(N_("Backup", "The backup {file} was made by version {version} of the program, which is newer "
                                       "than this one. Install that version to put it back; nothing was changed.").of(
                file=file.name, version=archive.manifest.version))
        with proven(file, keys, but=_is_read_later):
            pass
        _need_room(layout.folder, _database_bytes(archive))
        beside = Layout(layout.folder / f".restore-{secrets.token_hex(4)}.tmp")
        try:
            beside.folder.mkdir()
            beside.attachments.mkdir()
            for path in beside.key_files:
                write_new(path, key_file.load(layout).dump())
            _unpack_database(archive, beside.database, keys, step)
            yield beside, archive
        finally:
            shutil.rmtree(beside.folder, ignore_errors=True)


def put_attachments(archive: Archive, layout: Layout, keys: Keys, wanted: Sequence[str], beside: Sequence[Path] = (),
                    told: Callable[[], None] = lambda: None) -> int:
    """Puts attachments that are missing in a library there: from the backup, or from folders of attachments beside.

    Returns:
        How many were found nowhere whole.
    """
    missing = 0
    for one in wanted:
        told()
        target = layout.attachments / one[:2] / one
        if files.sealed_content(target, one, keys) is not None:
            continue
        data = _check_attachment(archive, one, keys) if archive.has(part_name(one)) else None
        for folder in beside:
            data = data or files.sealed_content(folder / one[:2] / one, one, keys) \
                or files.sealed_content(folder / "trash" / one, one, keys)
        if data is None:
            missing += 1
        else:
            files.place_sealed(target, data)
    return missing


def beside(file: Path) -> tuple[Path, ...]:
    """Folders where the attachments of a light backup may lie: of its library, or of its second place."""
    return file.absolute().parent / "attachments", file.absolute().parent.parent / "attachments"


def place(file: Path, folder: Path, secret: str, step: Step = quietly) -> Placed:
    """A whole library from a backup, in a folder that is absent or empty; it opens with the password of that day.

    Raises:
        Conflict: something lies there; it is not touched.
        UnreadableInput: the backup is damaged, or no backup; nothing is left behind.
        WrongPassword: the secret does not open it.
        UserError: no room, or the folder cannot be made.
    """
    with opened(file) as archive:
        key, keys = _unlock(archive, secret)
        with proven(file, keys, but=_is_read_later):
            pass
        made = take_folder(folder)
        layout = Layout(folder)
        try:
            _need_room(folder, size_of([file]))
            layout.attachments.mkdir()
            layout.backups.mkdir()
            _unpack_database(archive, layout.database, keys, lambda done, total: step(70 * done // total, 100))
            _to_disk(layout.database)
            for path in layout.key_files:
                write_new(path, key.dump())
            write_new(layout.note, NOTE.encode("utf-8-sig"))
            wanted = sorted(blob_ids(archive))
            missing = put_attachments(archive, layout, keys, wanted, beside(file), lambda: step(80, 100))
            reserve.restore(layout)
            count, _, link = archive.manifest.anchor.partition(":")
            head_file.write(layout, keys, Head(int(count), link))
            write_new(layout.marker, marker_text(key.library_id).encode())
            sync_directory(folder)
            step(100, 100)
        except BaseException as error:
            take_away(layout, made)
            if isinstance(error, OSError):
                raise UserError(N_("Backup", "The backup could not be restored to {folder} ({free} MB free): {reason}. "
                                             "Nothing was left there; choose another place or make room.").of(
                    folder=folder, free=free_mb(folder.parent), reason=reason_of(error))
                                ) from error
            raise
    return Placed(folder, missing)


def take_folder(folder: Path) -> bool:
    """Makes a folder that is absent or empty ready to be filled; True when it was made.

    Raises:
        Conflict: something lies there; it is not touched.
        UserError: it cannot be made.
    """
    need_short(folder)
    try:
        folder.mkdir()
        return True
    except FileExistsError:
        if looks_like_library(folder) or not folder.is_dir() or any(folder.iterdir()):
            raise Conflict(N_("Backup", "{folder} is not empty. Choose a new or an empty folder to restore to; nothing "
                                        "was changed.").of(folder=folder)) from None
        return False
    except OSError as error:
        raise UserError(N_("Backup", "The folder {folder} cannot be made ({reason}). Choose another place.").of(
            folder=folder, reason=reason_of(error))) from None


def take_away(layout: Layout, made: bool) -> None:
    """Takes away what was begun in such a folder; the folder too, unless it was there before."""
    if made:
        shutil.rmtree(layout.folder, ignore_errors=True)
        return
    for path in list(layout.folder.iterdir()):      # the folder was empty before
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            with suppress(OSError):
                path.unlink()


def swap(prepared: Path, layout: Layout) -> None:
    """Puts a prepared database in place of the library's by one rename. All connections are closed, by the caller.

    Raises:
        Conflict: another program still has the library open; nothing was changed.
    """
    for end in ("-wal", "-shm"):
        if layout.database.with_name(layout.database.name + end).exists():
            raise Conflict(N_("Backup", "Another program is reading the library, so the backup was not put back. Close "
                                        "it there and try again; nothing was changed."))
    _to_disk(prepared)
    remove(layout.head)     # while it is gone nobody takes the older history for a loss
    sync_directory(layout.folder)           # no log of the old database may come back beside the new one
    patiently(lambda: prepared.replace(layout.database))
    sync_directory(layout.folder)


def keep_numbers(prepared: Path, current: Path, keys: Keys, mode: Mode) -> None:
    """Carries running numbers over into a prepared database, so that none is given twice after a restore."""
    with closing(connect(current, keys, mode)) as old:
        rows = old.execute("SELECT series, year, last FROM counter").fetchall()
    with closing(connect(prepared, keys)) as new:
        new.execute("BEGIN IMMEDIATE")
        new.executemany("INSERT INTO counter (series, year, last) VALUES (?, ?, ?) ON CONFLICT (series, year) "
                        "DO UPDATE SET last = max(last, excluded.last)", rows)
        new.execute("COMMIT")
