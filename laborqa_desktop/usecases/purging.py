"""Deleting one person's data by law (PIPL 47): what stands in the way, what it takes with it, and what it leaves.

The person's row stays under a pseudonym, because evidence points to it. Words in other records are replaced, frozen
ones too; issued PDFs stay as they were signed and are named to the user beforehand.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, delete, func, or_, select
from sqlalchemy.orm import Session

from laborqa_desktop.models.base import Base
from laborqa_desktop.models.client import Client, Site
from laborqa_desktop.models.company import Company, OrgUnit
from laborqa_desktop.models.enums import ConsentCategory, PersonKind, StaffStatus
from laborqa_desktop.models.history import AttachmentLink, Blob, Draft, History, Purge
from laborqa_desktop.models.inspection import Inspection
from laborqa_desktop.models.person import Consent, Person
from laborqa_desktop.models.problem import OPEN, Problem
from laborqa_desktop.models.report import Report
from laborqa_desktop.records import TYPES
from laborqa_desktop.store import erasing
from laborqa_desktop.store.erasing import Erased, Words
from laborqa_desktop.store.unit import Changes, Store, Work
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases import privacy_rules
from laborqa_desktop.usecases.gates import need, need_reason, refuse
from laborqa_desktop.whole import remove

if TYPE_CHECKING:
    from laborqa_desktop.usecases.backups import Backups  # which repeats deletions on what it puts back

KEPT = frozenset({"id", "row_version", "archived", "created_at", "updated_at", "kind", "hired_on", "left_on", "status",
                  "leave_reason", "employment_type", "post_id", "site_id", "unit_id", "import_id", "name", "name_key",
                  "purged_on", "frozen_on", "eligible_rehire"})
"""Columns of a person that stay: without a name they are only counts of who worked where and how long."""

SEARCHED = ("name", "id_no", "phone", "address", "emergency_phone", "emergency_name")
"""Columns whose values are looked for in other records too, those of the past included."""

FROZEN_NAMES = (("inspection", "inspector_id", "inspector_name"), ("problem", "owner_id", "owner_name"))
"""Copies of the person's name in frozen evidence: (table, reference, copy); they are the person's even if others have
the same name.
"""

CHILDREN = ("employment", "work_history", "internal_move", "skill", "consent")
CERTIFICATE_TEXTS = ("number", "issuer", "level", "remarks")
_LONG = 6
"""A value other than a name must have so many characters to be looked for in other records."""


@dataclass(frozen=True)
class Place:
    """Other records in which the person's name or numbers stand; they get the pseudonym. kind: of what sort."""

    kind: Text
    count: int


@dataclass(frozen=True)
class Preview:
    """What a deletion would do.

    Attributes:
        blocking: what must be put right before; nothing goes past it.
        early: rules and lower bounds that still ask for keeping the data; only a typed reason goes past them.
        places: other records whose words are replaced.
        certificates, files: certificates that are emptied, and files that are deleted.
        shared: files that stay, because another record has the same content.
        reports: numbers of issued reports of the person's sites; a signed PDF is never changed.
        namesakes: people of the same name; what is told of the name alone stays, because it may mean them.
        backups: how many backups in the library's own folder still hold the data.
    """

    person_id: int
    name: str
    code: str
    pseudonym: str
    blocking: tuple[Text, ...]
    early: tuple[Text, ...]
    places: tuple[Place, ...]
    certificates: int
    files: int
    shared: int
    reports: tuple[str, ...]
    namesakes: int
    backups: int


@dataclass(frozen=True)
class Purged:
    """What a deletion did. cleared False: free pages are still to be cleared, see Purging.finish."""

    changes: Changes
    pseudonym: str
    copy: Path | None
    cleared: bool


@dataclass(frozen=True)
class Repeat:
    """One line of the list of deletions, to be done again on an older copy."""

    row_id: int
    at: datetime


def pseudonym_of(person_id: int) -> str:
    """What stands in place of the name; the same after every restore."""
    return f"已删除人员-{person_id:04d}"


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
            blocking, early = _unmet(session, who, self._store.today())
            words = _words(session, who)
            places = erasing.places_of(session, words)
            own = _own_rows(session, person_id)
            blobs = _blobs(session, who, own)
            used = _used(session, own, person_id)
            return Preview(
                person_id, who.name, who.code or "", pseudonym_of(person_id), blocking, early,
                _told_places(places, own),
                len(own["certificate"]), len(blobs - used), len(blobs & used), _reports(session, who),
                session.scalar(select(func.count()).select_from(Person).where(
                    Person.name == who.name, Person.id != person_id)) or 0,
                len(self._backups.all()))

    def purge(self, person_id: int, reason: str, *, early: bool = False) -> Purged:
        """Deletes a person's data for good: first a verified copy, then one act, then the free pages.

        Args:
            reason: why, for the list of deletions; the person's own name in it becomes the pseudonym.
            early: the user goes past rules and lower bounds on purpose.

        Raises:
            Refused: with every unmet condition; or no reason is given.
            UserError: the copy could not be made; nothing was changed.
        """
        wanted = need_reason(reason)
        with self._store.read() as session:
            who = need(session, Person, person_id)
            blocking, too_early = _unmet(session, who, self._store.today())
        refuse((*blocking, *(() if early else too_early)))
        copy = self._backups.before("before-purge").path
        changes = erase(self._store, person_id, wanted, self._person)
        return Purged(changes, pseudonym_of(person_id), copy, erasing.finish(self._store))

    def finish(self) -> bool:
        """Clears what an interrupted deletion left behind; False while something else reads the library."""
        return not erasing.is_unfinished(self._store) or erasing.finish(self._store)

    def forget_copies(self) -> int:
        """Makes a fresh verified copy, then deletes every older one in the folder backups; gives how many those were.

        Raises:
            UserError: the fresh copy could not be made; nothing was deleted.
        """
        fresh = self._backups.make("after-purge")
        older = [one.path for one in self._backups.all() if one.path != fresh.path]
        for path in older:
            remove(path)
        return len(older)

    def copies(self) -> tuple[datetime, ...]:
        """Moments of the own backups made before the newest deletion, oldest first, whatever the clock said."""
        with self._store.read() as session:
            newest = session.scalar(select(func.max(History.id)).where(History.table_name == "purge")) or 0
        return tuple(sorted(one.made_at for one in self._backups.all() if _entries(one.anchor) < newest))

    def unfinished(self) -> bool:
        """Whether a deletion was interrupted after it was committed."""
        return erasing.is_unfinished(self._store)


def _entries(anchor: str) -> int:
    """How many history entries a backup holds, by its anchor "count:link"."""
    count = anchor.partition(":")[0]
    return int(count) if count.isdecimal() else 0


def erase(store: Store, person_id: int, reason: str, person: str = "", at: datetime | None = None) -> Changes:
    """The act itself, all or nothing; no condition is asked, no copy made, no page cleared.

    Args:
        at: when the person was deleted first, for a deletion that is repeated.
    """
    pseudonym = pseudonym_of(person_id)
    act = N_("FinalAct", "Deleted the personal data of {pseudonym} by law").of(pseudonym=pseudonym)
    with store.write(act, person=person) as work:
        erased = _erase(work, person_id, pseudonym, reason, at or work.now, store.today())
    touched = {(table, one) for table, ids in erased.touched.items() for one in ids}
    return Changes(work.changes.act_id, work.changes.rows | touched | {("person", person_id)})


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


# ---------------------------------------------------------------- what stands in the way

def _unmet(session: Session, who: Person, today: date) -> tuple[tuple[Text, ...], tuple[Text, ...]]:
    blocking: list[Text] = []
    if who.purged_on is not None:
        blocking.append(N_("Privacy", "The data were deleted already on {day}.").of(day=who.purged_on))
    staff = who.kind == PersonKind.STAFF.value
    if staff and (who.left_on is None or who.left_on > today or who.status != StaffStatus.LEFT.value):
        blocking.append(N_("Privacy", "The person is still employed: enter the day of leaving and the status “left”."))
    for words, found in _duties(session, who.id):
        blocking.append(words.of(which=", ".join(found[:5]) + (" …" if len(found) > 5 else "")))
    if not staff or who.left_on is None:
        return tuple(blocking), ()
    early: list[Text] = []
    rules = privacy_rules.load(session)
    floor, due = privacy_rules.floor_on(rules, who.left_on), privacy_rules.due_on(rules, who.left_on)
    if floor > today:
        early.append(N_("Privacy", "The law asks to keep contract and wage records until {day} (reference value; check "
                                   "with a lawyer). Restricting the use meets a withdrawn consent too.").of(day=floor))
    if due > today and not withdrawn(session, who.id):
        early.append(N_("Privacy", "Your own rule keeps the data until {day}.").of(day=due))
    return tuple(blocking), tuple(early)


def withdrawn(session: Session, person_id: int) -> bool:
    """Whether the newest general consent was withdrawn."""
    newest = session.scalar(select(Consent).where(
        Consent.person_id == person_id, Consent.category == ConsentCategory.GENERAL.value)
        .order_by(Consent.given_on.desc(), Consent.id.desc()).limit(1))
    return newest is not None and newest.withdrawn_on is not None


def _duties(session: Session, person_id: int) -> Iterable[tuple[Text, list[str]]]:
    asked: tuple[tuple[Text, Any], ...] = (
        (N_("Privacy", "Open problems are owned by the person: {which}. Close them or give them another owner."),
         select(Problem.code).where(Problem.owner_id == person_id, Problem.stage.in_(OPEN),
                                    Problem.archived.is_(False))),
        (N_("Privacy", "The person is in charge of clients: {which}. Name somebody else there."),
         select(Client.code).where(or_(Client.owner_id == person_id, Client.backup_id == person_id),
                                   Client.archived.is_(False))),
        (N_("Privacy", "The person manages sites: {which}. Name somebody else there."),
         select(Site.code).where(Site.manager_id == person_id, Site.archived.is_(False))),
        (N_("Privacy", "The person manages departments: {which}. Name somebody else there."),
         select(OrgUnit.name).where(OrgUnit.manager_id == person_id, OrgUnit.archived.is_(False))),
        (N_("Privacy", "Inspections by the person are not submitted yet: {which}. Submit or archive them."),
         select(Inspection.inspected_on).where(Inspection.inspector_id == person_id, Inspection.state == "draft",
                                               Inspection.archived.is_(False))))
    for words, query in asked:
        found = [str(one) for one in session.scalars(query)]
        if found:
            yield words, found


def _told_places(places: dict[str, list[int]], own: dict[str, set[int]]) -> tuple[Place, ...]:
    titles = {kind.model.__tablename__: kind.title for kind in TYPES.values()}
    found: dict[Text, int] = {}
    for table, rows in places.items():
        kind = titles.get(table, N_("Privacy", "other entries"))
        count = len(set(rows) - own.get(table, set()))
        if count:
            found[kind] = found.get(kind, 0) + count
    return tuple(Place(kind, count) for kind, count in found.items())


def _reports(session: Session, who: Person) -> tuple[str, ...]:
    """Issued reports that may show the person: of the sites of inspections and problems, or of the own site."""
    sites: list[Any] = [select(Inspection.site_id).where(Inspection.inspector_id == who.id),
                        select(Problem.site_id).where(Problem.owner_id == who.id)]
    own: ColumnElement[bool] = or_(*(Site.id.in_(one) for one in sites), Site.id == who.site_id)
    wanted = list(session.execute(select(Site.id, Site.client_id).where(own)))
    clients = {row[1] for row in wanted if row[1] is not None}
    return tuple(session.scalars(select(Report.code).where(or_(
        Report.site_id.in_({row[0] for row in wanted}), Report.client_id.in_(clients))).order_by(Report.code)))


# ---------------------------------------------------------------- what belongs to the person

def _own_rows(session: Session, person_id: int) -> dict[str, set[int]]:
    """Table -> ids of everything that is the person's alone, what was deleted long ago included."""
    own: dict[str, set[int]] = {"person": {person_id}}
    for name in (*CHILDREN, "certificate"):
        table = Base.metadata.tables[name]
        now = session.scalars(select(table.c.id).where(table.c.person_id == person_id))
        own[name] = {*now, *_past_rows(session, name, {"person_id": person_id})}
    links: set[int] = set()
    for name in ("person", "certificate", "consent"):
        for one in own[name]:
            links |= set(session.scalars(select(AttachmentLink.id).where(
                AttachmentLink.table_name == name, AttachmentLink.record_id == one)))
            links |= _past_rows(session, "attachment_link", {"table_name": name, "record_id": one})
    own["attachment_link"] = links
    return own


def _past_rows(session: Session, table: str, holding: dict[str, Any]) -> set[int]:
    """Ids of rows whose history says that they belonged there."""
    query = select(History.row_id).distinct().where(History.table_name == table, History.changes.is_not(None))
    for column, value in holding.items():
        query = query.where(or_(*(func.json_extract(History.changes, f"$.{column}[{side}]") == value
                                  for side in (0, 1))))
    return set(session.scalars(query))


def _blobs(session: Session, who: Person, own: dict[str, set[int]]) -> set[str]:
    """Stored files of the person: attached now or earlier, and every photo there was."""
    found = {who.photo} | _past_values(session, "person", own["person"], "photo")
    found |= set(session.scalars(select(AttachmentLink.blob_id).where(AttachmentLink.id.in_(own["attachment_link"]))))
    found |= _past_values(session, "attachment_link", own["attachment_link"], "blob_id")
    known = {one for one in found if one}
    return set(session.scalars(select(Blob.id).where(Blob.id.in_(known))))


def _past_values(session: Session, table: str, ids: Iterable[int], column: str) -> set[Any]:
    """Every value a column of those rows ever had, as the history tells it."""
    sides = [func.json_extract(History.changes, f"$.{column}[{side}]") for side in (0, 1)]
    rows = session.execute(select(*sides).where(History.table_name == table, History.row_id.in_(list(ids)),
                                                History.changes.is_not(None)))
    return {value for row in rows for value in row if value}


def _used(session: Session, own: dict[str, set[int]], person_id: int) -> set[str]:
    """Stored files that something else needs: other links, reports, pictures of the company and of other people."""
    found = set(session.scalars(select(AttachmentLink.blob_id).where(
        AttachmentLink.id.not_in(own["attachment_link"]))))
    found |= set(session.scalars(select(Report.blob)))
    found |= set(session.scalars(select(Person.photo).where(Person.photo.is_not(None), Person.id != person_id)))
    for column in (Company.logo, Company.seal, Company.signature):
        found |= {one for one in session.scalars(select(column)) if one}
    return found


def _words(session: Session, who: Person) -> Words:
    """What is looked for everywhere: every name and number the person had and nobody else has."""
    values: set[str] = set()
    for column in SEARCHED:
        kept = {getattr(who, column), *_past_values(session, "person", [who.id], column)} - {None, ""}
        values |= {one for one in kept if len(one) >= (2 if column == "name" else _LONG)
                   or (column == "emergency_name" and len(one) >= 2)}
    own = Base.metadata.tables["certificate"]
    values |= {one for one in session.scalars(select(own.c.number).where(own.c.person_id == who.id))
               if len(one) >= _LONG}
    for column in SEARCHED:
        values -= set(session.scalars(select(getattr(Person, column)).where(
            Person.id != who.id, getattr(Person, column).in_(values))))
    longer: set[str] = set()
    for named in (Person.name, Client.name, Client.short_name, Site.name, OrgUnit.name, Company.legal_name):
        for value in values:
            longer |= set(session.scalars(select(named).where(named.contains(value, autoescape=True),
                                                              func.length(named) > len(value))))
    return Words(tuple(sorted(values)), pseudonym_of(who.id), tuple(sorted(longer)))


# ---------------------------------------------------------------- doing it

def _erase(work: Work, person_id: int, pseudonym: str, reason: str, at: datetime, today: date) -> Erased:
    session, erased = work.session, Erased()
    who = need(session, Person, person_id)
    words, own = _words(session, who), _own_rows(session, person_id)
    blobs, used = _blobs(session, who, own), _used(session, own, person_id)
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
    erasing.replace_in_tables(session, words, erased)
    erasing.blank_history(session, words, own, frozen, erased)
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
        for part in _parts(sorted(own[name])):
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
        for part in _parts(ids):
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


def _parts(ids: Sequence[int], size: int = 500) -> Iterable[Sequence[int]]:
    return (ids[start:start + size] for start in range(0, len(ids), size))
