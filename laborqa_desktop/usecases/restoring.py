"""Putting a backup back: what it would change, doing it, and the drill that proves it works. Made by Backups."""

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select

from laborqa_desktop.errors import Refused
from laborqa_desktop.models.history import Act, Blob, Purge
from laborqa_desktop.progress import Step, part_of, quietly
from laborqa_desktop.records import TYPES
from laborqa_desktop.store import database_copy, files, head_file, history, migrate, restore, settings
from laborqa_desktop.store.backup import Backup
from laborqa_desktop.store.comparing import differences, tables, unequal_tables
from laborqa_desktop.store.engine import Mode, connect, driver, explained, make_engine
from laborqa_desktop.store.folder import Layout, is_writable
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases.purging import purges, repeat_purges

RESTORED = "library.restored"
"""Setting: moment of the last restore and of the backup that was put back."""
DRILLED = "backup.drilled"
"""Setting: moment of the last drill that found all equal."""
MOST_ACTS = 20


@dataclass(frozen=True)
class KindChange:
    """What a restore would do to the records of one type.

    Attributes:
        here: records that are only in the library and would go; there: only in the backup; changed: would get other
            values.
    """

    title: Text
    here: int
    there: int
    changed: int


@dataclass(frozen=True)
class UndoneAct:
    """An act that a restore would take back."""

    at: datetime
    person: str
    text: Text


@dataclass(frozen=True)
class Preview:
    """What a restore would change.

    Attributes:
        undone: number of acts that the backup does not know; since, until: their time span.
        acts: the newest 20 of them.
        purges: records deleted by law, which will be deleted again.
    """

    made_at: datetime
    kinds: tuple[KindChange, ...]
    undone: int
    since: datetime | None
    until: datetime | None
    acts: tuple[UndoneAct, ...]
    purges: int


@dataclass(frozen=True)
class Restored:
    """What came of a restore.

    Attributes:
        before: the backup of what the library was until then.
        missing: attachments that are found nowhere.
        purged: records deleted by law that were deleted again.
    """

    made_at: datetime
    before: Backup
    missing: int
    purged: int


@dataclass(frozen=True)
class Drill:
    """What a restore drill found.

    Attributes:
        unequal: tables that were not the same row by row.
        missing: attachments that are missing or damaged.
    """

    at: datetime
    made_at: datetime
    tables: int
    rows: int
    attachments: int
    unequal: tuple[str, ...]
    missing: int

    @property
    def is_good(self) -> bool:
        """Whether everything was equal."""
        return not self.unequal and not self.missing


def preview(store: Store, file: Path, step: Step = quietly) -> Preview:
    """What putting a backup back would change.

    Raises:
        Refused: it is of another library or a newer program.
        UnreadableInput: it is damaged.
    """
    titles = _titles()
    mode = Mode.WRITE if is_writable(store.folder) else Mode.IMMUTABLE
    with explained(store.folder), restore.unpacked(file, store.layout, store.keys, store.library_id, step) as (beside,
                                                                                                              archive):
        found, acts = differences(store.layout.database, beside.database, store.keys, list(titles), mode)
    with store.read() as session:
        newest = [session.get_one(Act, one) for one in acts[:MOST_ACTS]]
        named = tuple(UndoneAct(one.at, one.person, history.stored_text(one.context, one.source, one.places))
                      for one in newest)
        first = session.get_one(Act, acts[-1]).at if acts else None
        purges = session.scalar(select(func.count()).select_from(Purge)) or 0
    kinds = tuple(KindChange(titles[one.table], one.here, one.there, one.changed) for one in found)
    return Preview(archive.manifest.made_at, kinds, len(acts), first, named[0].at if named else None, named, purges)


def _titles() -> dict[str, Text]:
    """Table -> what its records are called; several types may share a table."""
    found: dict[str, Text] = {}
    for kind in TYPES.values():
        table = str(kind.model.__tablename__)
        found[table] = N_("Backup", "{one} / {other}").of(one=found[table], other=kind.title) if table in found \
            else kind.title
    return found


def put_back(store: Store, file: Path, before: Callable[[Step], Backup], person: str, extra: Sequence[Path] = (),
             step: Step = quietly) -> Restored:
    """Puts a backup in the library's place: database, and attachments that are missing. The key files stay, and with
    them the password of today. Everything is prepared and proven beside; then one rename.

    Args:
        before: makes the backup of the library as it is; called once the backup to restore has proven whole, and told
            how to tell how far it is.
        extra: further folders in which attachments may lie.

    Raises:
        Refused: it is of another library or a newer program, or the library is open for reading only.
        UserError: nothing was changed.
    """
    if store.read_only:
        raise Refused(N_("Backup", "The library is open for reading only, so nothing was put back. Restore the backup "
                                   "into an empty folder instead."))
    layout, keys = store.layout, store.keys
    with restore.unpacked(file, layout, keys, store.library_id, lambda done, total: step(done * 4 // 10, 100)) as (
            beside, archive):
        kept = before(part_of(step, 40, 20))
        step(60, 100)
        made_at = archive.manifest.made_at
        if archive.manifest.revision != migrate.REVISIONS[-1]:
            _upgrade(beside, store)
        restore.keep_numbers(beside.database, layout.database, keys, Mode.WRITE)
        purged = _prepare(store, beside, made_at, person)
        step(80, 100)
        missing = restore.put_attachments(archive, layout, keys, _blobs(beside, store),
                                          (*restore.beside(file), *extra), lambda: step(85, 100))
        step(90, 100)
        step(100, 100)          # the last moment at which it can be stopped
        with store.at_rest():
            restore.swap(beside.database, layout)
        with store.read() as session:
            head_file.renew(session, layout, keys)
    return Restored(made_at, kept, missing, purged)


def _upgrade(beside: Layout, store: Store) -> None:
    engine = make_engine(beside.database, store.keys)
    try:
        with explained(beside.folder):
            migrate.upgrade(beside, store.keys, engine, store.clock())
    finally:
        engine.dispose()


def _opened(beside: Layout, store: Store) -> Store:
    return Store(beside, make_engine(beside.database, store.keys), store.keys, library_id=store.library_id,
                 zone=store.zone, clock=store.clock)


def _prepare(store: Store, beside: Layout, made_at: datetime, person: str) -> int:
    """Writes into the older database what must be in it: that it was put back, and the deletions by law again."""
    wanted = purges(store)
    with _opened(beside, store) as prepared:
        with prepared.write(N_("FinalAct", "Put back the backup of {moment}").of(moment=made_at),
                            person=person) as work:
            settings.put(work.session, RESTORED, [work.now.isoformat(), made_at.isoformat()])
        return repeat_purges(prepared, wanted, person)


def _blobs(beside: Layout, store: Store) -> list[str]:
    with _opened(beside, store) as prepared, prepared.read() as session:
        return list(session.scalars(select(Blob.id).order_by(Blob.id)))


def drill(store: Store, newest: Backup | None, make: Callable[[object], Backup], step: Step = quietly) -> Drill:
    """Restores the newest backup beside, compares every table with the library row by row and every attachment, and
    deletes it again.

    Args:
        newest: the newest verified backup.
        make: makes one of the state that a connection sees; used when something was saved since the newest.

    Raises:
        UserError: the backup cannot be made or read.
    """
    with explained(store.folder), store.connect() as connection:
        live = driver(connection)
        live.execute("BEGIN")
        try:
            contents = database_copy.contents(live)
            is_of_now = newest is not None and newest.anchor == contents.anchor
            tried = newest if newest is not None and is_of_now else make(live)
            unequal = _compare(store, tried, live, step)
            if unequal and is_of_now:       # drafts and the like are written without a trace in the history
                tried = make(live)
                unequal = _compare(store, tried, live, step)
            blobs = [one for (one,) in live.execute("SELECT id FROM blob ORDER BY id")]
            count = len(tables(live))
        finally:
            live.execute("ROLLBACK")
    missing = 0
    for place, one in enumerate(blobs):
        step(80 + 20 * place // len(blobs), 100)
        missing += files.sealed_content(store.layout.attachments / one[:2] / one, one, store.keys) is None
    found = Drill(store.clock(), tried.made_at, count, sum(rows for _, rows in contents.rows), len(blobs),
                  tuple(unequal), missing)
    if found.is_good and not store.read_only:
        with store.quiet() as session:
            settings.put(session, DRILLED, found.at.isoformat())
    return found


def _compare(store: Store, tried: Backup, live: object, step: Step) -> list[str]:
    with restore.unpacked(tried.path, store.layout, store.keys, store.library_id,
                          lambda done, total: step(done // 2, 100)) as (beside, _), \
            closing(connect(beside.database, store.keys, Mode.IMMUTABLE)) as restored:
        return unequal_tables(live, restored, lambda table: step(60, 100))


def drilled_at(store: Store) -> datetime | None:
    """When the last good drill was."""
    with store.read() as session:
        said = settings.get(session, DRILLED)
    return None if said is None else datetime.fromisoformat(said)

