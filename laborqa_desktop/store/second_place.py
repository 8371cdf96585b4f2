"""A second place for backups: another disk or a USB stick, with the attachments of light backups beside them."""

import secrets
from contextlib import suppress
from datetime import datetime, tzinfo
from functools import partial
from pathlib import Path

from laborqa_desktop.errors import Refused, UnreadableInput, UserError, reason_of
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.store import backup, files
from laborqa_desktop.store.backup import Backup, Source
from laborqa_desktop.store.backup_file import Archive, blob_ids, flush, forget_cached, opened, size_of
from laborqa_desktop.store.disk import free_mb
from laborqa_desktop.store.folder import patiently, sync_directory
from laborqa_desktop.store.terms import Term
from laborqa_desktop.text import N_


def own_folder(source: Source, place: Path) -> Path:
    """The folder of one library in a place that several may share."""
    return place / f"{files.safe_name(source.layout.folder.resolve().name)[:60]}-{source.library_id[:8]}"


def need_elsewhere(source: Source, place: Path) -> None:
    """Refuses a place inside the library itself.

    Raises:
        Refused: it would be lost together with the library.
    """
    library, wanted = source.layout.folder.resolve(), place.resolve()
    if wanted == library or library in wanted.parents:
        raise Refused(N_("Backup", "{folder} lies inside the library and would be lost with it. Choose another disk or "
                                   "a USB stick.").of(folder=place))


def is_same_disk(source: Source, place: Path) -> bool:
    """Whether the place lies on the disk of the library, and would be lost when that disk fails."""
    try:
        return place.stat().st_dev == source.layout.folder.stat().st_dev
    except OSError:
        return False


def copy(source: Source, made: Backup, place: Path, now: datetime, newest_act: datetime | None, zone: tzinfo,
         step: Step = quietly, promised: tuple[Term, ...] = ()) -> Backup:
    """Copies a backup and the attachments it names to the second place, reads both back, then thins there.

    Raises:
        UserError: the place cannot be written to; what was there before is kept.
    """
    folder = own_folder(source, place)
    try:
        folder.mkdir(exist_ok=True)
        _need_room(made, folder)
        with opened(made.path) as archive:
            _copy_attachments(source, archive, folder / "attachments", step)
        copied = _copy_file(source, made, folder)
        gone = backup.thin(backup.list_in(folder, source), now, newest_act, zone, promised)
        if gone:
            _forget(source, folder)
        step(100, 100)
        return copied
    except OSError as error:
        raise UserError(N_("Backup", "The backup could not be copied to the second place {folder} ({free} MB free): "
                                     "{reason}. The backup in the library is kept; connect the disk, make room or "
                                     "choose another place.").of(
            folder=place, free=free_mb(place), reason=reason_of(error))) from error


def _need_room(made: Backup, folder: Path) -> None:
    free = free_mb(folder)
    if free * 1_000_000 < made.bytes * 1.05 + 1_000_000:
        raise UserError(N_("Backup", "There is no room for a backup in {folder}: {need} MB are needed, {free} MB are "
                                     "free. Nothing was changed; make room or choose another place.").of(
            folder=folder, need=round(made.bytes * 1.05 / 1_000_000) + 1, free=free))


def _copy_attachments(source: Source, archive: Archive, target: Path, step: Step) -> None:
    """Only those that are not there; a file that was cut there is known by its size."""
    wanted = sorted(blob_ids(archive))
    for place, one in enumerate(wanted):
        step(90 * place // len(wanted), 100)
        mine, theirs = (folder / one[:2] / one for folder in (source.layout.attachments, target))
        if theirs.is_file() and size_of([theirs]) == size_of([mine]):
            continue
        sealed = files.sealed_content(mine, one, source.keys)
        if sealed is not None:
            files.place_sealed(theirs, sealed)


def _copy_file(source: Source, made: Backup, folder: Path) -> Backup:
    final = folder / made.path.name
    temporary = folder / f".{made.path.name.removesuffix('.labqbackup')}.{secrets.token_hex(4)}.tmp"
    try:
        with made.path.open("rb") as old, temporary.open("xb") as new:
            while data := old.read(1 << 20):
                new.write(data)
            flush(new)
            forget_cached(new)
        with backup.proven(temporary, source.keys):
            pass
        patiently(lambda: temporary.replace(final))
        sync_directory(folder)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return Backup(final, made.made_at, made.why, made.full, made.bytes, made.anchor, verified=True,
                  missing=made.missing)


def _forget(source: Source, folder: Path) -> None:
    """Deletes attachments that no backup there names any more; none when a backup cannot be read."""
    with suppress(UnreadableInput, OSError):
        needed = backup.blobs_in(backup.list_in(folder, source))
        for path in (folder / "attachments").glob("??/*"):
            if len(path.name) == 64 and path.name not in needed:
                patiently(partial(path.unlink, missing_ok=True), seconds=1.0)
