"""What a deletion by law would do, and what stands in its way."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from laborqa_desktop.models.client import Client, Site
from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.models.enums import ConsentCategory, PersonKind, StaffStatus
from laborqa_desktop.models.inspection import Inspection
from laborqa_desktop.models.person import Consent, Person
from laborqa_desktop.models.problem import OPEN, Problem
from laborqa_desktop.models.report import Report
from laborqa_desktop.records import TYPES
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases import privacy_rules


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


def unmet(session: Session, who: Person, today: date) -> tuple[tuple[Text, ...], tuple[Text, ...]]:
    """What must be put right before, and what only a typed reason goes past."""
    blocking: list[Text] = []
    if who.purged_on is not None:
        blocking.append(N_("Privacy", "The data were deleted already on {day}.").of(day=who.purged_on))
    staff = who.kind == PersonKind.STAFF.value
    if staff and (who.left_on is None or who.left_on > today or who.status != StaffStatus.LEFT.value):
        blocking.append(N_("Privacy", 'The person is still employed: enter the day of leaving and the status "left".'))
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


def told_places(places: dict[str, list[int]], own: dict[str, set[int]]) -> tuple[Place, ...]:
    """Rows of others by sort. places: table -> ids; own: the person's own rows, which do not count."""
    titles = {kind.model.__tablename__: kind.title for kind in TYPES.values()}
    found: dict[Text, int] = {}
    for table, rows in places.items():
        kind = titles.get(table, N_("Privacy", "other entries"))
        count = len(set(rows) - own.get(table, set()))
        if count:
            found[kind] = found.get(kind, 0) + count
    return tuple(Place(kind, count) for kind, count in found.items())


def reports_showing(session: Session, who: Person) -> tuple[str, ...]:
    """Issued reports that may show the person: of the sites of inspections and problems, or of the own site."""
    sites: list[Any] = [select(Inspection.site_id).where(Inspection.inspector_id == who.id),
                        select(Problem.site_id).where(Problem.owner_id == who.id)]
    own: ColumnElement[bool] = or_(*(Site.id.in_(one) for one in sites), Site.id == who.site_id)
    wanted = list(session.execute(select(Site.id, Site.client_id).where(own)))
    clients = {row[1] for row in wanted if row[1] is not None}
    return tuple(session.scalars(select(Report.code).where(or_(
        Report.site_id.in_({row[0] for row in wanted}), Report.client_id.in_(clients))).order_by(Report.code)))
