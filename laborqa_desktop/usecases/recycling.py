"""The recycle bin: what was archived, by whom and why; back by one act, and after 30 days for good, if approved.

Nothing is deleted by itself. What is approved goes as an act in the history, after a verified backup; people go by the
rules and in the way of a deletion by law (purging.py).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Table, delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from laborqa_desktop.errors import Conflict, Refused
from laborqa_desktop.models.base import Base
from laborqa_desktop.models.history import Act, AttachmentLink, Draft
from laborqa_desktop.models.person import Person
from laborqa_desktop.progress import Step, part_of, quietly
from laborqa_desktop.records import TYPES
from laborqa_desktop.store.history import stored_text
from laborqa_desktop.store.unit import Changes, Store, Work
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases import many, rules
from laborqa_desktop.usecases.bin_ages import put_away
from laborqa_desktop.usecases.bin_rules import PEOPLE, Stays, stays, table_of
from laborqa_desktop.usecases.everywhere import options_of
from laborqa_desktop.usecases.import_removing import LAST_REFERRED_TO
from laborqa_desktop.usecases.list_query import ListQuery
from laborqa_desktop.usecases.list_search import among
from laborqa_desktop.usecases.listing import Option, Query
from laborqa_desktop.usecases.purging import COPYING, clear, erase_in

if TYPE_CHECKING:
    from laborqa_desktop.usecases.backups import Backups

DAYS = 30
PAGE = 200
KINDS = tuple(key for key, kind in TYPES.items() if kind.area and key != "report")
"""Record types whose records can be put away."""

Which = tuple[str, int]
"""(record type, id)."""


@dataclass(frozen=True)
class Binned:
    """One archived record.

    Attributes:
        at: when it was put away; person, act, reason: by whom, in which act, why.
        days: whole days since then.
        stays: why it is not deleted even if approved; None when it may go. Told of what is older than DAYS.
    """

    which: Which
    name: str
    detail: str
    at: datetime
    person: str
    act: Text | None
    reason: str
    days: int
    stays: Text | None = None

    @property
    def kind(self) -> Text:
        """What it is."""
        return TYPES[self.which[0]].single


@dataclass(frozen=True)
class Asked:
    """Which records are wanted. words: searched for as in a list; kind: "" for all; due: only older than DAYS."""

    words: str = ""
    kind: str = ""
    due: bool = False
    most: int = PAGE


@dataclass(frozen=True)
class Bin:
    """What is in the bin.

    Attributes:
        rows: the newest first, at most as many as were asked for.
        count: how many there are of what was asked for.
        total, due: how many there are at all, and how many are older than DAYS.
        free: those that may go, of what was asked for; empty unless due was asked for.
    """

    rows: tuple[Binned, ...] = ()
    count: int = 0
    total: int = 0
    due: int = 0
    free: tuple[Which, ...] = ()


@dataclass(frozen=True)
class Emptied:
    """What an approval did. people: of deleted, those deleted by law; kept: chosen, but something keeps them."""

    deleted: int
    people: int
    kept: int
    changes: Changes
    cleared: bool = True


class Recycling:
    """The bin of one library, on behalf of a working person."""

    def __init__(self, store: Store, backups: "Backups", person: str = "") -> None:
        self._store, self._backups, self._person = store, backups, person

    def look(self, asked: Asked) -> Bin:
        """What is in the bin."""
        now = self._store.clock()
        with self._store.read() as session:
            whole = {key: self._archived(session, key) for key in KINDS}
            ages = {(key, one): at for key, ids in whole.items()
                    for one, at in put_away(session, table_of(key), ids).items()}
            late = {which for which, (_, at) in ages.items() if now - at >= timedelta(days=DAYS)}
            wanted = self._wanted(session, asked, ages, late)
            kept = stays(session, _grouped(wanted), self._store.today(), self._store.zone) if asked.due else {}
            shown = wanted[:asked.most]
            rows = tuple(self._rows(session, shown, ages, kept, now))
        free = tuple(which for which in wanted if which not in kept) if asked.due else ()
        return Bin(rows, len(wanted), len(ages), len(late), free)

    def restore(self, chosen: Sequence[Which], step: Step = quietly) -> Changes:
        """Brings records back, all or none.

        Args:
            step: told how far it is; may raise to stop, nothing is changed then.

        Raises:
            Conflict: a code is in use again.
            Refused: one must stay away.
        """
        act = N_("Act", "Brought back {count} from the recycle bin").of(count=len(chosen))
        try:
            with self._store.write(act, person=self._person, step=step) as work:
                done = 0
                for key, ids in _grouped(chosen).items():
                    model: Any = TYPES[key].model
                    for part in many.parts(sorted(ids)):
                        work.tell(done, len(chosen))
                        done += len(part)
                        for record in work.session.scalars(select(model).where(among(model.id, list(part)))):
                            why = rules.kept_away(key, record)
                            if why is not None:
                                raise Refused(why)
                            record.archived = False
        except IntegrityError:
            raise Conflict(N_("Bin", "Nothing came back: a code among these records is in use again. Bring them back "
                                     "one by one, and change that code first.")) from None
        return work.changes

    def approve(self, chosen: Sequence[Which], step: Step = quietly) -> Emptied:
        """Deletes records for good: a verified copy first, then all but people in one act, then each person by law.

        What something keeps, or what came too lately, is left where it is.

        Args:
            step: told how far it is; may raise to stop until all of it is told. Nothing is deleted then. Clearing what
                people leave in free pages comes after that moment.

        Raises:
            UserError: the copy could not be made; nothing was changed.
            Refused: nothing of it may go.
        """
        now, today = self._store.clock(), self._store.today()
        with self._store.read() as session:
            going = self._going(session, chosen, now)
        if not going:
            raise Refused(N_("Bin", "Nothing was deleted: each of these records is kept by a rule, by a report or by "
                                    "other records, or was put away less than {days} {days:day|days} ago.").of(
                                    days=DAYS))
        self._backups.before("before-purge", part_of(step, 0, COPYING))
        others = [which for which in going if which[0] not in PEOPLE]
        people = [which for which in going if which[0] in PEOPLE]
        changes, rows, places = Changes(), set[tuple[str, int]](), _places(bool(others), len(people))
        with self._store.together() as acts:
            if others:
                act = N_("FinalAct", "Deleted {count} from the recycle bin for good").of(count=len(others))
                with acts.write(act, person=self._person, step=part_of(step, *next(places))) as work:
                    kept = stays(work.session, _grouped(others), today, self._store.zone)
                    others = [which for which in others if which not in kept]
                    _delete(work, _grouped(others), len(others))
                changes = work.changes
                rows |= changes.rows
            for _, person_id in people:
                changes = erase_in(acts, person_id, str(N_("Bin", "Recycle bin, approved")), self._person, today,
                                   step=part_of(step, *next(places)))
                rows |= changes.rows
        cleared = clear(self._store) if people else True
        deleted = len(others) + len(people)
        return Emptied(deleted, len(people), len(chosen) - deleted, Changes(changes.act_id, frozenset(rows)), cleared)

    # ------------------------------------------------------------ looking

    def _archived(self, session: Session, key: str) -> list[int]:
        kind = TYPES[key]
        table = table_of(key)
        found = select(table.c.id).where(table.c.archived.is_(True))
        if kind.where is not None:
            found = found.where(kind.where)
        if table.name == Person.__tablename__:
            found = found.where(table.c.purged_on.is_(None))
        return list(session.scalars(found))

    def _wanted(self, session: Session, asked: Asked, ages: Mapping[Which, tuple[int, datetime]],
                late: set[Which]) -> list[Which]:
        wanted = [which for which in ages if (not asked.kind or which[0] == asked.kind)
                  and (not asked.due or which in late)]
        if asked.words.strip():
            found = set[Which]()
            for key in {which[0] for which in wanted}:
                query = ListQuery(session, TYPES[key], Query(search=asked.words, archived=True), self._store.today())
                found |= {(key, one) for one in query.all_ids()}
            wanted = [which for which in wanted if which in found]
        return sorted(wanted, key=lambda which: (ages[which][1], ages[which][0], which), reverse=True)

    def _rows(self, session: Session, shown: Sequence[Which], ages: Mapping[Which, tuple[int, datetime]],
              kept: Stays, now: datetime) -> Iterable[Binned]:
        acts = {act.id: act for act in session.scalars(
            select(Act).where(among(Act.id, sorted({ages[which][0] for which in shown}))))}
        names: dict[Which, Option] = {}
        for key, ids in _grouped(shown).items():
            names |= {(key, one.id): one for one in options_of(session, TYPES[key], sorted(ids), self._store.today())}
        for which in shown:
            act_id, at = ages[which]
            act, option = acts.get(act_id), names.get(which, Option(which[1], "", ""))
            yield Binned(which, option.label, option.detail, at, act.person if act else "",
                         stored_text(act.context, act.source, act.places) if act else None,
                         act.reason if act else "", (now - at).days, kept.get(which))

    def _going(self, session: Session, chosen: Sequence[Which], now: datetime) -> list[Which]:
        known = {(key, one): at for key, ids in _grouped(chosen).items() if key in KINDS for one, (_, at) in put_away(
            session, table_of(key), sorted(ids & set(self._archived(session, key)))).items()}
        late = [which for which in chosen if which in known and now - known[which] >= timedelta(days=DAYS)]
        kept = stays(session, _grouped(late), self._store.today(), self._store.zone)
        return [which for which in dict.fromkeys(late) if which not in kept]


def _grouped(chosen: Iterable[Which]) -> dict[str, frozenset[int]]:
    found = defaultdict[str, set[int]](set)
    for key, one in chosen:
        found[key].add(one)
    return {key: frozenset(ids) for key, ids in found.items()}


# ---------------------------------------------------------------- deleting

def _places(others: bool, people: int) -> Iterator[tuple[int, int]]:
    """Where the acts of an approval begin in a hundred, and their size, after the backup; a person takes longest."""
    count = people + others
    for number in range(count):
        begun = COPYING + (100 - COPYING) * number // count
        yield begun, COPYING + (100 - COPYING) * (number + 1) // count - begun


def _delete(work: Work, going: Mapping[str, frozenset[int]], total: int) -> None:
    """Deletes rows with their child rows and the links of their files; all of it stands in the history."""
    done = 0
    by_table = {table_of(key).name: sorted(ids) for key, ids in going.items()}
    for name in LAST_REFERRED_TO:
        ids = by_table.get(name)
        if not ids:
            continue
        table = Base.metadata.tables[name]
        for part in many.parts(ids):
            work.tell(done, total)
            done += len(part)
            for child in Base.metadata.tables.values():
                for link in child.foreign_keys:
                    if link.column.table is table and link.ondelete == "CASCADE":
                        rows = list(work.session.scalars(select(child.c.id).where(among(link.parent, list(part)))))
                        _unlink(work, child, rows)
                        _gone(work, child, rows)
            _unlink(work, table, part)
        _gone(work, table, ids)
    for key, found in going.items():
        work.session.execute(delete(Draft).where(Draft.type == key, among(Draft.record_id, sorted(found))))


def _unlink(work: Work, table: Table, ids: Sequence[int]) -> None:
    links = Base.metadata.tables[AttachmentLink.__tablename__]
    _gone(work, links, list(work.session.scalars(select(links.c.id).where(
        links.c.table_name == table.name, among(links.c.record_id, list(ids))))))


def _gone(work: Work, table: Table, ids: Sequence[int]) -> None:
    if ids:
        work.note(table.name, ids)
        work.session.execute(delete(table).where(among(table.c.id, list(ids))))
