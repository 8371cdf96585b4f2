"""Backups: made by the backup API, proven by reading back, named only then; listed, and thinned by the calendar."""

import re
import secrets
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from functools import partial
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

import laborqa_desktop
from laborqa_desktop.errors import UnreadableInput, UserError, reason_of
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.store import files, thinning
from laborqa_desktop.store import keys as key_file
from laborqa_desktop.store.backup_file import (
    BLOBS,
    DATABASE,
    ENDING,
    KEY_FILES,
    MARKER,
    Archive,
    Manifest,
    NotWhole,
    Packer,
    blob_ids,
    flush,
    forget_cached,
    opened,
    part_name,
    size_of,
    sum_of,
)
from laborqa_desktop.store.database_copy import Contents, copy_database, is_whole
from laborqa_desktop.store.disk import free_mb, name_of
from laborqa_desktop.store.engine import Mode, connect, damaged, explained
from laborqa_desktop.store.folder import Layout, is_writable, marker_text, patiently, sync_directory
from laborqa_desktop.store.keys import Keys
from laborqa_desktop.store.terms import Term, is_over
from laborqa_desktop.text import N_
from laborqa_desktop.whole import remove

_OLD_LEFTOVER_S = 86400.0
_BESIDE = ("-journal", "-wal", "-shm")
_LEFTOVER = re.compile(r"\..+-\d{8}-\d{6}-[a-z-]+\.[0-9a-f]{8}(\.pack)?\.tmp(-journal|-wal|-shm)?")


@dataclass(frozen=True)
class Source:
    """The library a backup is made of."""

    layout: Layout
    keys: Keys
    library_id: str


@dataclass(frozen=True)
class Backup:
    """A backup file that lies somewhere.

    Attributes:
        verified: its manifest carries the library's seal, which is set only on what was read back whole, and the file
            has the size and parts that stand there.
        missing: attachments that the library itself had lost when it was made.
    """

    path: Path
    made_at: datetime
    why: str
    full: bool
    bytes: int
    anchor: str
    verified: bool
    missing: int = 0


# ------------------------------------------------------------------ making one


def make(source: Source, folder: Path, why: str, moment: datetime, *, full: bool = False, zone: tzinfo = UTC,
         step: Step = quietly, original: Any = None) -> Backup:
    """A verified backup in a folder.

    The database is copied by the backup API to a temporary file there, read back whole with the key and compared with
    the original; then it is packed, the packed file is read back against its hashes, and only then gets its name. What
    was there before is not touched; after any failure, a cancel too, nothing is left behind.

    Args:
        why: a word for the file name, such as "before-upgrade".
        moment: now.
        full: the attachments go into the file too.
        zone: of the time in the file name.
        step: told (percent, 100); may raise to cancel.
        original: a connection of the driver inside a transaction, whose state is to be copied; else the newest state.

    Raises:
        UserError: no room, the folder cannot be written to, or the copy is not equal to the original.
        UnreadableInput: the library itself is damaged.
    """
    layout = source.layout
    stem = f"{files.safe_name(layout.folder.resolve().name)[:60]}-{moment.astimezone(zone):%Y%m%d-%H%M%S}-{why}"
    try:
        folder.mkdir(exist_ok=True)
        _sweep(folder)
        _need_room(layout, folder, full=full)
        temporary = folder / f".{stem}.{secrets.token_hex(4)}.tmp"
        packed = temporary.with_suffix(".pack.tmp")
        try:
            wanted = _copy_of(source, temporary, step, original)
            with ThreadPoolExecutor(1) as other:        # on the other processor while this one packs
                proof = other.submit(_prove, source, temporary, wanted)
                try:
                    made = _pack(source, temporary, packed, wanted, why, moment, proof.result, full=full, step=step)
                except dbapi2.Error:
                    proof.result()      # says what is wrong with the copy
                    raise
            remove(temporary)
            return _named(made, packed, folder, stem)
        finally:
            for path in (temporary, packed, *(temporary.with_name(temporary.name + end) for end in _BESIDE)):
                with suppress(OSError):
                    path.unlink()
    except dbapi2.Error as error:       # the copy went bad after it was proven
        raise _not_verified() from error
    except OSError as error:
        raise UserError(N_("Backup", "The backup could not be written to {folder} ({free} MB free on the disk {disk}): "
                                     "{reason}. Earlier backups and the library are unchanged; choose another place "
                                     "or make room.").of(
            folder=folder, free=free_mb(folder), disk=name_of(folder), reason=reason_of(error))) from error


def verified_copy(layout: Layout, keys: Keys, why: str, moment: datetime) -> Path:
    """A light backup in the library's own folder, before something is done to the library that is not open yet."""
    file = key_file.load(layout)
    return make(Source(layout, keys, file.library_id), layout.backups, why, moment).path


def _copy_of(source: Source, temporary: Path, step: Step, original: Any) -> Contents:
    with explained(source.layout.folder, temporary.parent):
        if original is not None:
            return copy_database(original, temporary, source.keys, lambda done: step(round(done * 50), 100))
        with _reading(source) as opened_now:
            return copy_database(opened_now, temporary, source.keys, lambda done: step(round(done * 50), 100))


def _prove(source: Source, temporary: Path, wanted: Contents) -> None:
    """Raises unless the copy is whole and equal to its original."""
    if is_whole(temporary, source.keys, wanted):
        return
    if not is_whole(source.layout.database, source.keys):
        raise damaged(source.layout.folder)
    raise _not_verified()


@contextmanager
def _reading(source: Source) -> Iterator[Any]:
    """One unchanging state of the library, whatever is saved meanwhile."""
    mode = Mode.WRITE if is_writable(source.layout.folder) else Mode.IMMUTABLE
    with closing(connect(source.layout.database, source.keys, mode)) as old:
        old.execute("BEGIN")
        yield old
        old.execute("COMMIT")


def _pack(source: Source, database: Path, packed: Path, wanted: Contents, why: str, moment: datetime,
          proven_whole: Callable[[], None], *, full: bool, step: Step) -> Backup:
    """Packs and reads back; the seal says that the database in it was proven, so it is set only after that."""
    with closing(connect(database, source.keys, Mode.IMMUTABLE)) as connection:
        ids = [one for (one,) in connection.execute("SELECT id FROM blob ORDER BY id")] \
            if "blob" in dict(wanted.rows) else []
    done = 0
    total = size_of([database, *(_blob_path(source.layout, one) for one in ids if full)]) or 1

    def told(size: int) -> None:
        nonlocal done
        done += size
        step(50 + min(30, 30 * done // total), 100)

    with packed.open("xb") as out:
        packer = Packer(out, moment)
        try:
            missing = _add_parts(packer, source, database, ids, told, full=full)
            proven_whole()
            step(85, 100)
            manifest = Manifest(source.library_id, laborqa_desktop.__version__, wanted.revision,
                                moment.astimezone(UTC), why, full, dict(wanted.rows), wanted.anchor,
                                tuple(packer.parts), missing)
            packer.finish(manifest.dump(source.keys))
        except BaseException:
            packer.abandon()
            raise
        flush(out)
        if full:
            forget_cached(out)
    try:
        with opened(packed) as archive:
            archive.prove(lambda so_far, size: step(90 + min(10, 10 * so_far // max(size, 1)), 100))
            same = archive.manifest == manifest and archive.sealed_with(source.keys)
        same = same and sum_of(packed) == packer.sum
    except UnreadableInput:
        same = False
    if not same:
        raise _not_verified()
    return _described(packed, manifest, verified=True)


def _not_verified() -> UserError:
    return UserError(N_("Backup", "The backup could not be verified and was thrown away. Earlier backups and the "
                                  "library are unchanged; check the disk and try again."))


def _add_parts(packer: Packer, source: Source, database: Path, blobs: Sequence[str], told: Callable[[int], None], *,
               full: bool) -> tuple[str, ...]:
    """Adds everything but the manifest; gives the attachments that are lost or damaged in the library itself."""
    key_of_now = key_file.load(source.layout).dump()
    packer.add(MARKER, marker_text(source.library_id).encode())
    for name in KEY_FILES:
        packer.add(name, key_of_now)
    packer.add(DATABASE, database, told)
    packer.add(BLOBS, "\n".join(blobs).encode("ascii"))
    missing = []
    for one in blobs if full else ():
        data = files.sealed_content(_blob_path(source.layout, one), one, source.keys)
        if data is None:
            missing.append(one)
        else:
            packer.add(part_name(one), data, told)
    return tuple(missing)


def _blob_path(layout: Layout, blob: str) -> Path:
    return layout.attachments / blob[:2] / blob


def _described(path: Path, manifest: Manifest, *, verified: bool) -> Backup:
    return Backup(path, manifest.made_at, manifest.why, manifest.full, size_of([path]), manifest.anchor, verified,
                  len(manifest.missing))


def _named(made: Backup, packed: Path, folder: Path, stem: str) -> Backup:
    final, number = folder / f"{stem}{ENDING}", 1
    while final.exists():
        number += 1
        final = folder / f"{stem}-{number}{ENDING}"
    patiently(lambda: packed.rename(final))
    sync_directory(folder)
    return Backup(final, made.made_at, made.why, made.full, made.bytes, made.anchor, made.verified, made.missing)


def _need_room(layout: Layout, folder: Path, *, full: bool) -> None:
    size = size_of(list(layout.folder.glob("laborqa.db*")))
    need = 2.1 * size + 1_000_000
    if full:
        need += size_of([path for path in layout.attachments.glob("??/*") if len(path.name) == 64])
    free = free_mb(folder)
    if free * 1_000_000 < need:
        raise UserError(N_("Backup", "There is no room for a backup in {folder}: {need} MB are needed, {free} MB are "
                                     "free. Nothing was changed; make room or choose another place.").of(
            folder=folder, need=round(need / 1_000_000) + 1, free=free))


def _sweep(folder: Path) -> None:
    """Takes away what a cut left behind long ago; a younger one may be under way in another process."""
    limit = time.time() - _OLD_LEFTOVER_S
    for path in folder.glob(".*.tmp*"):
        with suppress(OSError):
            if _LEFTOVER.fullmatch(path.name) and path.stat().st_mtime < limit:
                path.unlink()


# ------------------------------------------------------------------ those that are there


def list_in(folder: Path, source: Source) -> tuple[Backup, ...]:
    """The library's backups in a folder, newest first; those of other libraries are left out, damaged ones are not.

    Raises:
        OSError: the folder cannot be read.
    """
    found = [one for path in folder.iterdir() if path.name.lower().endswith(ENDING) and path.is_file()
             and not path.name.startswith(".") and (one := _look_at(path, source)) is not None]
    return tuple(sorted(found, key=_age, reverse=True))


def _age(one: Backup) -> tuple[datetime, int, int, str]:
    """Of two in the same second the one with more history, then the higher number in its name, is the newer."""
    return one.made_at, int(one.anchor.partition(":")[0] or 0), len(one.path.name), one.path.name


def _look_at(path: Path, source: Source) -> Backup | None:
    try:
        with opened(path) as archive:
            if archive.manifest.library_id != source.library_id:
                return None
            return _described(path, archive.manifest, verified=archive.sealed_with(source.keys))
    except UnreadableInput:
        made = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        return Backup(path, made, "", full=False, bytes=size_of([path]), anchor="", verified=False)
    except OSError:
        return None


def thin(backups: tuple[Backup, ...], now: datetime, newest_act: datetime | None, zone: tzinfo,
         promised: tuple[Term, ...] = ()) -> tuple[Path, ...]:
    """Deletes what the calendar lets go and gives the deleted files.

    A file that cannot be told to be ours (nothing of its manifest can be read) is never deleted.

    Args:
        promised: until when copies may hold what was deleted by law.
    """
    known = tuple(one for one in backups if one.anchor)
    today, gone = now.astimezone(zone).date(), []
    over = [place for place, one in enumerate(known) if is_over(promised, one.anchor, today)]
    for place in sorted(thinning.to_thin([thinning.Kept(one.made_at, one.verified) for one in known],
                                         now, newest_act, zone, over)):
        with suppress(OSError):
            patiently(partial(known[place].path.unlink, missing_ok=True), seconds=1.0)
            gone.append(known[place].path)
    if gone:
        with suppress(OSError):
            sync_directory(gone[0].parent)
    return tuple(gone)


def blobs_in(backups: tuple[Backup, ...]) -> frozenset[str]:
    """Ids of the attachments that any of these backups names; such a file must not be deleted for good.

    Raises:
        UnreadableInput: a backup cannot be read, so that nobody knows what it needs.
    """
    found: set[str] = set()
    for one in backups:
        with opened(one.path) as archive:
            found |= blob_ids(archive)
    return frozenset(found)


@contextmanager
def proven(path: Path, keys: Keys, step: Step = quietly, *, but: Callable[[str], bool] = lambda name: False
           ) -> Iterator[Archive]:
    """An open backup, its seal found good and every part of it read against its hash.

    Args:
        but: parts left out, because the caller reads them with Archive.copy, which holds them against their hash too.

    Raises:
        UnreadableInput: it is damaged, or of another library.
    """
    with opened(path) as archive:
        if not archive.sealed_with(keys):
            raise NotWhole(N_("Backup", "The backup {file} does not carry this library's seal: it was altered, or "
                                        "belongs to another library. It was not used; choose another one.").of(
                file=path.name))
        archive.prove(step, but)
        yield archive
