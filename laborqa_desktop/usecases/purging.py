"""Deleting one person's data by law (PIPL 47): the act itself, and what it leaves.

The person's row stays under a pseudonym, because evidence points to it. Words in other records are replaced, frozen
ones too; issued PDFs stay as they were signed and are named to the user beforehand.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, or_, select
from sqlalchemy.orm import Session

from laborqa_desktop.errors import UserError
from laborqa_desktop.models.base import Base
from laborqa_desktop.models.history import Draft, History, Purge
from laborqa_desktop.models.person import Person
from laborqa_desktop.progress import Step, part_of, quietly
from laborqa_desktop.store import erasing
from laborqa_desktop.store.erasing import Erased
from laborqa_desktop.store.terms import entries_in
from laborqa_desktop.store.unit import Acts, Changes, Store, Work
from laborqa_desktop.text import N_
from laborqa_desktop.usecases import many
from laborqa_desktop.usecases.gates import need, need_reason, refuse
from laborqa_desktop.usecases.purge_preview import Preview, reports_showing, told_places, unmet
from laborqa_desktop.usecases.purge_reach import (
    CHILDREN,
    blobs_of,
    own_rows,
    pseudonym_of,
    used_elsewhere,
    words_of_person,
)
from laborqa_desktop.usecases.remaining import Remaining, newest_deletion, promise, remaining
from laborqa_desktop.whole import remove

if TYPE_CHECKING:
    from laborqa_desktop.usecases.backups import Backups  # which repeats deletions on what it puts back

__all__ = ["KEPT", "Preview", "Purged", "Purging", "Repeat", "erase", "pseudonym_of", "purges", "repeat_purges"]

KEPT = frozenset({"id", "row_version", "archived", "created_at", "updated_at", "kind", "hired_on", "left_on", "status",
                  "leave_reason", "employment_type", "post_id", "site_id", "unit_id", "import_id", "name", "name_key",
                  "purged_on", "frozen_on", "eligible_rehire"})
"""Columns of a person that stay: without a name they are only counts of who worked where and how long."""

FROZEN_NAMES = (("inspection", "inspector_id", "inspector_name"), ("problem", "owner_id", "owner_name"))
"""Copies of the person's name in frozen evidence: (table, reference, copy); they are the person's even if others have
the same name.
"""

COPYING = 30
"""The backup's part of a hundred."""

CERTIFICATE_TEXTS = ("number", "issuer", "level", "remarks")


@dataclass(frozen=True)
class Purged:
    """What a deletion did.

    Attributes:
        cleared: False: free pages are still to be cleared, see Purging.finish.
        remaining: where older copies still hold the data, and until when.
    """

    changes: Changes
    pseudonym: str
    copy: Path | None
    cleared: bool
    remaining: tuple[Remaining, ...] = ()


@dataclass(frozen=True)
class Repeat:
    """One line of the list of deletions, to be done again on an older copy."""

    row_id: int
    at: datetime


class Purging:
    """Deletions in one library, on behalf of a working person."""

    def __init__(self, store: Store, backups: "Backups", person: str = "") -> None:
        self._store, self._backups, self._person = store, backups, person

    def preview(self, person_id: int) -> Preview:
        """What a deletion would do, and what stands in its way.

        Raises:
            NotFound: there is no such person.
        """
        with self._store.read() as session:
            who = need(session, Person, person_id)
            blocking, early = unmet(session, who, self._store.today())
            words = words_of_person(session, who)
            places = erasing.places_of(session, words)
            own = own_rows(session, person_id)
            blobs = blobs_of(session, who, own)
            used = used_elsewhere(session, own, person_id)
            return Preview(
                person_id, who.name, who.code or "", pseudonym_of(person_id), blocking, early,
                told_places(places, own),
                len(own["certificate"]), len(blobs - used), len(blobs & used), reports_showing(session, who),
                session.scalar(select(func.count()).select_from(Person).where(
                    Person.name == who.name, Person.id != person_id)) or 0,
                len(self._backups.all()))

    def purge(self, person_id: int, reason: str, *, early: bool = False, place: Path | None = None,
              step: Step = quietly) -> Purged:
        """Deletes a person's data for good: first a verified copy, then one act, then the free pages.

        Args:
            reason: why, for the list of deletions; the person's own name in it becomes the pseudonym.
            early: the user goes past rules and lower bounds on purpose.
            place: the second place for backups, where there is one.
            step: told how far it is; may raise to stop until all of it is told. Nothing is changed then. What is left
                after that moment, clearing free pages and files, cannot be stopped: the data are gone already.

        Raises:
            Refused: with every unmet condition; or no reason is given.
            UserError: the copy could not be made; nothing was changed.
        """
        wanted = need_reason(reason)
        with self._store.read() as session:
            who = need(session, Person, person_id)
            blocking, too_early = unmet(session, who, self._store.today())
        refuse((*blocking, *(() if early else too_early)))
        copy = self._backups.before("before-purge", part_of(step, 0, COPYING)).path
        changes = erase(self._store, person_id, wanted, self._person, step=part_of(step, COPYING, 100 - COPYING))
        cleared = clear(self._store)
        return Purged(changes, pseudonym_of(person_id), copy, cleared, promise(self._store, self._backups, place))

    def finish(self) -> bool:
        """Clears what an interrupted deletion left behind; False while something else reads the library."""
        return not erasing.is_unfinished(self._store) or erasing.finish(self._store)

    def forget_copies(self, step: Step = quietly) -> int:
        """Makes a fresh verified copy, then deletes every older one in the folder backups; gives how many those were.

        Args:
            step: told how far the copy is; may raise to stop until it is made, nothing is deleted then.

        Raises:
            UserError: the fresh copy could not be made; nothing was deleted.
        """
        fresh = self._backups.make("after-purge", step)
        older = [one.path for one in self._backups.all() if one.path != fresh.path]
        for path in older:
            remove(path)
        return len(older)

    def copies(self) -> tuple[datetime, ...]:
        """Moments of the own backups made before the newest deletion, oldest first, whatever the clock said."""
        with self._store.read() as session:
            newest = newest_deletion(session)
        return tuple(sorted(one.made_at for one in self._backups.all() if entries_in(one.anchor) < newest))

    def remaining(self, place: Path | None = None) -> tuple[Remaining, ...]:
        """Where copies still hold data that were deleted at any time, and until when."""
        return remaining(self._store, self._backups, place)

    def unfinished(self) -> bool:
        """Whether a deletion was interrupted after it was committed."""
        return erasing.is_unfinished(self._store)


def erase(store: Store, person_id: int, reason: str, person: str = "", at: datetime | None = None,
          step: Step = quietly) -> Changes:
    """The act itself, all or nothing; no condition is asked, no copy made, no page cleared.

    Args:
        at: when the person was deleted first, for a deletion that is repeated.
    """
    with store.together() as acts:
        return erase_in(acts, person_id, reason, person, store.today(), at, step)


def erase_in(acts: Acts, person_id: int, reason: str, person: str, today: date, at: datetime | None = None,
             step: Step = quietly) -> Changes:
    """The same as one of several acts that are kept together."""
    pseudonym = pseudonym_of(person_id)
    act = N_("FinalAct", "Deleted the personal data of {pseudonym} by law").of(pseudonym=pseudonym)
    with acts.write(act, person=person, step=step) as work:
        erased = _erase(work, person_id, pseudonym, reason, at or work.now, today)
    touched = {(table, one) for table, ids in erased.touched.items() for one in ids}
    return Changes(work.changes.act_id, work.changes.rows | touched | {("person", person_id)})


def clear(store: Store) -> bool:
    """Clears what committed deletions leave in files and free pages; False when that has to be done later: something
    else reads the library, or the disk is full. The deletion stands in any case.
    """
    try:
        return erasing.finish(store)
    except UserError:
        return False


def purges(store: Store) -> list[Repeat]:
    """The list of deletions, to be carried over into an older copy that is put back."""
    with store.read() as session:
        return [Repeat(row.row_id, row.at) for row in session.scalars(
            select(Purge).where(Purge.table_name == "person").order_by(Purge.id))]


def repeat_purges(store: Store, wanted: Iterable[Repeat], person: str = "") -> int:
    """Does deletions again after an older copy was put back; gives how many there were to do.

    Somebody who came after a deletion and took the same row is left alone.
    """
    done = 0
    for one in wanted:
        with store.read() as session:
            who = session.get(Person, one.row_id)
            due = who is not None and who.purged_on is None and who.created_at < one.at
        if due:
            erase(store, one.row_id, "", person, one.at)
            done += 1
    if done or erasing.is_unfinished(store):
        erasing.finish(store)
    return done


# ---------------------------------------------------------------- doing it

def _erase(work: Work, person_id: int, pseudonym: str, reason: str, at: datetime, today: date) -> Erased:
    session, erased = work.session, Erased()
    who = need(session, Person, person_id)
    words, own = words_of_person(session, who), own_rows(session, person_id)
    blobs, used = blobs_of(session, who, own), used_elsewhere(session, own, person_id)
    work.person = words.without(work.person)
    row = Purge(table_name="person", row_id=person_id, at=at, reason=words.without(reason))
    session.add(row)
    session.flush()
    _empty_rows(session, own, person_id, pseudonym, today, work.now)
    session.execute(delete(Draft).where(or_(
        (Draft.type.in_(("staff", "outsider"))) & (Draft.record_id == person_id),
        (Draft.type == "certificate") & (Draft.record_id.in_(own["certificate"])))))
    erasing.drop_blobs(session, sorted(blobs), used, erased)
    frozen = _replace_frozen_names(session, person_id, pseudonym, erased)
    pace = erasing.Pace(session, work.tell)
    erasing.replace_in_tables(session, words, erased, pace)
    erasing.blank_history(session, words, own, frozen, erased, pace)
    erasing.reindex(session, {**erased.touched, "person": [person_id], "certificate": sorted(own["certificate"])})
    erasing.vouch(work, row.id, "person", person_id, erased)
    return erased


def _empty_rows(session: Session, own: dict[str, set[int]], person_id: int, pseudonym: str, today: date,
                moment: datetime) -> None:
    """Past the session, so that no old value reaches the history again."""
    person = Base.metadata.tables["person"]
    values: dict[str, Any] = {column.name: None if column.nullable else _nothing(column)
                              for column in person.c if column.name not in KEPT}
    values |= {"name": pseudonym, "name_key": f"~{person_id:08d}", "archived": True, "purged_on": today,
               "frozen_on": None, "updated_at": moment, "row_version": person.c.row_version + 1}
    session.execute(person.update().where(person.c.id == person_id).values(values))
    for name in (*CHILDREN, "attachment_link"):
        table = Base.metadata.tables[name]
        for part in many.parts(sorted(own[name])):
            session.execute(delete(table).where(table.c.id.in_(part)))
    certificate = Base.metadata.tables["certificate"]
    session.execute(certificate.update().where(certificate.c.person_id == person_id).values(
        **dict.fromkeys(CERTIFICATE_TEXTS, ""), updated_at=moment, archived=True,
        row_version=certificate.c.row_version + 1))
    session.expire_all()


def _replace_frozen_names(session: Session, person_id: int, pseudonym: str, erased: Erased) -> set[int]:
    """Gives the history rows that told these names."""
    told: set[int] = set()
    for name, reference, copy in FROZEN_NAMES:
        table = Base.metadata.tables[name]
        ids = list(session.scalars(select(table.c.id).where(table.c[reference] == person_id)))
        for part in many.parts(ids):
            session.execute(table.update().where(table.c.id.in_(part), table.c[copy] != "").values(
                {copy: pseudonym, "row_version": table.c.row_version + 1}))
            told |= set(session.scalars(select(History.id).where(
                History.table_name == name, History.row_id.in_(part),
                func.json_type(History.changes, f"$.{copy}").is_not(None))))
        if ids:
            erased.touched.setdefault(name, []).extend(ids)
    return told


def _nothing(column: Any) -> Any:
    default = column.default
    return default.arg if default is not None and default.is_scalar else ""
