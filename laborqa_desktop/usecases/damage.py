"""What to do about a damaged library: a copy set aside, a look at what can be read, then the way the user chooses.

Nothing here begins an empty library, and the damaged files are never written to: what takes their place is made and
proven beside them. The caller holds the library's lock.
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from laborqa_desktop.errors import UnreadableInput, UserError
from laborqa_desktop.models.history import Act, Blob, History
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.store import aside, backup, files, gaps, head_file, history, restore, settings, slots
from laborqa_desktop.store import keys as key_file
from laborqa_desktop.store.backup import Backup, Source
from laborqa_desktop.store.backup_file import DATABASE
from laborqa_desktop.store.check import Finding, check
from laborqa_desktop.store.database_copy import is_whole
from laborqa_desktop.store.disk import free_mb
from laborqa_desktop.store.engine import Mode, make_engine
from laborqa_desktop.store.folder import NOTE, Layout, marker_text, need_library, read_marker, write_new
from laborqa_desktop.store.keys import KeyFile, Keys, Secret
from laborqa_desktop.store.library import ZONE, open_store
from laborqa_desktop.store.reserve import restore as restore_reserve
from laborqa_desktop.store.salvage import Impossible, Salvaged, salvage
from laborqa_desktop.store.unit import Store, now
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases.purging import purges, repeat_purges

SALVAGED = N_("FinalAct", "Saved what could be saved after damage")
PUT_BACK = N_("FinalAct", "Put back the backup of {moment} after damage")
MOST_ACTS = 200
_WORK = ".salvage.tmp"
SHANGHAI = ZoneInfo("Asia/Shanghai")


@dataclass(frozen=True)
class LaterAct:
    """Something that was done after the newest backup."""

    at: datetime
    person: str
    text: Text


@dataclass(frozen=True)
class Examined:
    """What can be done.

    Attributes:
        aside: where the damaged files are kept.
        salvaged: what would be saved; None when nothing of the database can be read.
        backup: the newest backup that proved whole, None without one.
        later: what is known to have been done after that backup, newest first; at most MOST_ACTS.
        later_count: all of it.
        zone: the library's, in which moments are told.
    """

    aside: Path
    salvaged: Salvaged | None
    backup: Backup | None
    later: tuple[LaterAct, ...] = ()
    later_count: int = 0
    zone: ZoneInfo = SHANGHAI


@dataclass(frozen=True)
class Mended:
    """The library is whole again. found: what check still says; purged: deletions by law that were done again."""

    found: tuple[Finding, ...]
    purged: int = 0


@dataclass
class Patient:
    """A damaged library whose password is known."""

    layout: Layout
    file: KeyFile
    keys: Keys = field(repr=False)

    @property
    def source(self) -> Source:
        """For the list of its backups."""
        return Source(self.layout, self.keys, self.file.library_id)

    @property
    def work(self) -> Layout:
        """Where the new database is made."""
        return Layout(self.layout.folder / _WORK)


def admit(folder: Path, secret: Secret) -> Patient:
    """A library that need not be whole; its keys come from a backup where both key files are damaged.

    Raises:
        NotFound: there is none.
        WrongPassword: the secret opens nothing.
        UnreadableInput: no key file is whole anywhere.
    """
    layout = Layout(folder)
    with suppress(UnreadableInput):     # without its database a backup is the way
        need_library(folder)
    marker = read_marker(layout)
    file = key_file.read_first(layout.key_files) \
        or slots.from_backups(layout, marker.library_id if marker else None, secret) or key_file.load(layout)
    return Patient(layout, file, key_file.unseal(file, secret))


def set_aside(patient: Patient, moment: datetime | None = None) -> Path:
    """Copies database, log, key files, marker and head to a folder of the library that nobody touches again.

    Args:
        moment: None: now.

    Raises:
        UserError: there is no room; nothing was changed.
    """
    layout, moment = patient.layout, moment or now().astimezone()
    need = sum(path.stat().st_size for path in aside.parts(layout))
    if free_mb(layout.folder) * 1_000_000 < 2.2 * need + 1_000_000:
        raise UserError(N_("Damage", "There is no room to set the damaged files aside and to make a new database: "
                                     "{need} MB are needed, {free} MB are free. Make room, then begin again; nothing "
                                     "was changed.").of(need=round(2.2 * need / 1_000_000) + 1,
                                                        free=free_mb(layout.folder)))
    try:
        return aside.copy(layout, moment)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UserError(N_("Damage", "The damaged files could not be set aside in {folder}: {reason}. Nothing was "
                                     "changed; check the disk, or copy the whole folder elsewhere and begin again "
                                     "there.").of(folder=layout.folder, reason=reason)) from error


def examine(patient: Patient, copied: Path, step: Step = quietly) -> Examined:
    """Reads what can be read of the copy set aside, together with the newest whole backup; changes nothing.

    Raises:
        UserError: there is no room for the new database.
    """
    work = patient.work
    shutil.rmtree(work.folder, ignore_errors=True)
    work.folder.mkdir()
    with _newest(patient, work.folder) as (found, older):
        anchor = int(found.anchor.partition(":")[0]) if found else 0
        saved: Salvaged | None = None
        later: tuple[LaterAct, ...] = ()
        count, zone = 0, SHANGHAI
        database = Layout(copied).database
        if database.is_file():
            try:
                saved = salvage(database, patient.keys, work.database, patient.layout.attachments, older, anchor, step)
                later, count = _later(patient, work, anchor)
                zone = _zone(patient, work)
            except Impossible:
                work.database.unlink(missing_ok=True)
    return Examined(copied, saved, found, later, count, zone)


@contextmanager
def _newest(patient: Patient, room: Path) -> Iterator[tuple[Backup | None, Path | None]]:
    """The newest backup that proves whole now, with its database unpacked."""
    older = room / "older.db"
    try:
        for one in backup.list_in(patient.layout.backups, patient.source) if patient.layout.backups.is_dir() else ():
            if not one.verified:
                continue
            try:
                with backup.proven(one.path, patient.keys) as archive, older.open("wb") as out:
                    archive.copy(DATABASE, out)
            except (UnreadableInput, OSError):
                continue
            if is_whole(older, patient.keys):
                yield one, older
                return
        yield None, None
    finally:
        older.unlink(missing_ok=True)


def _later(patient: Patient, work: Layout, anchor: int) -> tuple[tuple[LaterAct, ...], int]:
    with _raw_store(patient, work) as store, store.read() as session:
        last = session.scalar(select(func.max(History.act_id)).where(History.id <= anchor)) or 0
        ids = list(session.scalars(select(Act.id).where(Act.id > last).order_by(Act.id.desc())))
        acts = session.scalars(select(Act).where(Act.id.in_(ids[:MOST_ACTS])).order_by(Act.id.desc()))
        return tuple(LaterAct(one.at, one.person, history.stored_text(one.context, one.source, one.places))
                     for one in acts), len(ids)


def _zone(patient: Patient, work: Layout) -> ZoneInfo:
    with _raw_store(patient, work) as store, store.read() as session, suppress(KeyError, ValueError, TypeError):
        return ZoneInfo(settings.get(session, ZONE, SHANGHAI.key))
    return SHANGHAI


def _raw_store(patient: Patient, layout: Layout) -> Store:
    engine = make_engine(layout.database, patient.keys, Mode.WRITE)
    return Store(layout, engine, patient.keys, library_id=patient.file.library_id, zone="Asia/Shanghai")


def take_salvaged(patient: Patient, examined: Examined, secret: Secret, person: str) -> Mended:
    """Puts the new database in the place of the damaged one, and on record what is missing.

    Raises:
        UserError: the damaged file is in use; nothing was changed.
    """
    assert examined.salvaged is not None
    _into_place(patient, patient.work.database)
    with open_store(patient.layout.folder, secret) as store:
        wanted = purges(store)
        record(store, examined.salvaged, person)
        purged = repeat_purges(store, wanted, person)
        return Mended(tuple(check(store)), purged)


def take_backup(patient: Patient, examined: Examined, secret: Secret, person: str) -> Mended:
    """Puts the newest whole backup in the place of the damaged database; what came after it is lost.

    Raises:
        UserError: it no longer proves whole, or the damaged file is in use; nothing was changed.
    """
    assert examined.backup is not None
    work = patient.work
    prepared = work.folder / "backup.db"
    with backup.proven(examined.backup.path, patient.keys) as archive, prepared.open("wb") as out:
        archive.copy(DATABASE, out)
    wanted = []
    if examined.salvaged is not None:
        restore.keep_numbers(prepared, work.database, patient.keys, Mode.WRITE)
        with _raw_store(patient, work) as store:
            wanted = purges(store)
    _into_place(patient, prepared)
    with open_store(patient.layout.folder, secret) as store:
        with store.write(PUT_BACK.of(moment=examined.backup.made_at), person=person) as work_unit:
            settings.put(work_unit.session, "library.restored",
                         [work_unit.now.isoformat(), examined.backup.made_at.isoformat()])
        purged = repeat_purges(store, wanted, person)
        return Mended(tuple(check(store)), purged)


def _into_place(patient: Patient, prepared: Path) -> None:
    """The damaged files are aside already; their log must not be applied to the new database."""
    for end in ("-wal", "-shm"):
        patient.layout.database.with_name(patient.layout.database.name + end).unlink(missing_ok=True)
        prepared.with_name(prepared.name + end).unlink(missing_ok=True)
    patient.layout.attachments.mkdir(exist_ok=True)
    restore.swap(prepared, patient.layout)
    slots.heal(patient.layout, patient.file)
    shutil.rmtree(patient.work.folder, ignore_errors=True)


def give_up(patient: Patient) -> None:
    """Takes away what was made for looking; the copy set aside stays."""
    shutil.rmtree(patient.work.folder, ignore_errors=True)


def record(store: Store, saved: Salvaged, person: str) -> None:
    """Names the holes of the history in the history, so that the proof goes on after them, and keeps the summary."""
    with store.write(SALVAGED, person=person) as work:
        number = 1
        while settings.get(work.session, f"{gaps.KEY}{number}") is not None:
            number += 1
        settings.put(work.session, f"{gaps.KEY}{number}", {
            **gaps.as_json(saved.gaps), "pages": saved.pages, "bad": saved.bad,
            "missing": {one.table: one.missing for one in saved.tables if one.missing}})
        settings.put(work.session, head_file.LOST, None)


def salvage_to(folder: Path, secret: Secret, to: Path, person: str = "", step: Step = quietly,
               clock: Callable[[], datetime] = now) -> Salvaged:
    """Saves what can be saved of a library into a new folder; the library itself is not touched.

    Args:
        to: absent or empty.

    Raises:
        Conflict: something lies in the target.
        UnreadableInput: nothing of the database can be read.
        UserError: see admit; no room.
    """
    patient = admit(folder, secret)
    if not patient.layout.database.is_file():
        need_library(folder)
    made = restore.take_folder(to)
    target = Layout(to)
    try:
        with _newest(patient, to) as (found, older):
            anchor = int(found.anchor.partition(":")[0]) if found else 0
            saved = salvage(patient.layout.database, patient.keys, target.database, patient.layout.attachments, older,
                            anchor, step)
        _furnish(patient, target)
        with open_store(to, secret, clock=clock) as store:
            wanted = purges(store)
            record(store, saved, person)
            repeat_purges(store, wanted, person)
    except Impossible:
        restore.take_away(target, made)
        raise UnreadableInput(N_("Damage", "Nothing can be read of the database of {folder}, and there is no whole "
                                           "backup beside it. Look for a backup elsewhere and restore that; nothing "
                                           "was changed.").of(folder=folder)) from None
    except BaseException:
        restore.take_away(target, made)
        raise
    return saved


def _furnish(patient: Patient, target: Layout) -> None:
    """Everything of a library but the database."""
    target.attachments.mkdir()
    target.backups.mkdir()
    for path in target.key_files:
        write_new(path, patient.file.dump())
    write_new(target.note, NOTE.encode("utf-8-sig"))
    restore_reserve(target)
    with _raw_store(patient, target) as store, store.read() as session:
        wanted = list(session.scalars(select(Blob.id)))
    for one in wanted:
        sealed = files.sealed_content(patient.layout.attachments / one[:2] / one, one, patient.keys)
        if sealed is not None:
            files.place_sealed(target.attachments / one[:2] / one, sealed)
    write_new(target.marker, marker_text(patient.file.library_id).encode())
