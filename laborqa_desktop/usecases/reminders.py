"""What falls due in the next 90 days, in one list: certificates, contracts, insurance, visits, promises, employment.

The Today page tells what is to be done now; this tells what is coming, 90, 30 and 7 days ahead, and puts it into a
calendar file. Rules: a renewed or revoked certificate, a person who has left, a closed site and an archived record do
not remind. A date that is past reminds for another year.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from laborqa_desktop.errors import Refused
from laborqa_desktop.exchange.files import replace_file
from laborqa_desktop.exchange.icalendar import Event, calendar
from laborqa_desktop.models.client import Client, Contract, Site
from laborqa_desktop.models.enums import LABELS, CertificateState, CertificateType, PersonKind, StaffStatus
from laborqa_desktop.models.inspection import COUNTING, Inspection
from laborqa_desktop.models.person import Person
from laborqa_desktop.models.problem import OPEN, Problem
from laborqa_desktop.models.training import Certificate
from laborqa_desktop.records.training import certificate_state
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_, Text, Translate
from laborqa_desktop.usecases.today import VISIT_CYCLE_DAYS, entered_on

Sort = Literal["certificate", "contract", "insurance", "visit", "promise", "employment"]
Window = Literal["overdue", "week", "month", "quarter"]
WINDOWS: tuple[tuple[Window, int], ...] = (("week", 7), ("month", 30), ("quarter", 90))
"""So many days ahead the office wants to know."""
PAST_DAYS = 365
MOST = 300
SORTS: dict[Sort, Text] = {
    "certificate": N_("Reminders", "Certificates"), "contract": N_("Reminders", "Contracts"),
    "insurance": N_("Reminders", "Insurance"), "visit": N_("Reminders", "Inspections"),
    "promise": N_("Reminders", "Promises"), "employment": N_("Reminders", "Employment")}


@dataclass(frozen=True)
class Reminder:
    """One thing that falls due.

    Attributes:
        what: which date of the record it is, stable: one record may have several.
        key, id: the record.
        title: what falls due.
        who: person, site or client.
        code: the person's work number, where it is about a person.
        days: above 0 still to come, below 0 past.
        personal: the date itself belongs to the person's private data (records/personal.py).
    """

    sort: Sort
    what: str
    key: str
    id: int
    title: Text
    who: str
    code: str
    due: date
    days: int
    personal: bool = False

    @property
    def window(self) -> Window:
        """How near it is."""
        if self.days < 0:
            return "overdue"
        return next((name for name, days in WINDOWS if self.days <= days), "quarter")


@dataclass(frozen=True)
class Coming:
    """All reminders of a day, the most urgent first. left_off: how many there are beyond those listed."""

    day: date
    reminders: tuple[Reminder, ...]
    left_off: int = 0

    def of(self, window: Window) -> tuple[Reminder, ...]:
        """Those of one window."""
        return tuple(one for one in self.reminders if one.window == window)


class Reminders:
    """The reminders of a library, on behalf of a working person."""

    def __init__(self, store: Store, person: str = "") -> None:
        self._store, self._person = store, person

    def coming(self, day: date | None = None) -> Coming:
        """What falls due from a day on; today in the library's zone unless said."""
        at = day or self._store.today()
        with self._store.read() as session:
            look = _Look(session, at, self._store.zone)
            found = [one for source in (_certificates, _employment, _contracts, _visits, _promises)
                     for one in source(look)]
        return Coming(at, tuple(sorted(found, key=lambda one: (one.due, one.sort, one.who, one.id))), look.left_off)

    def to_calendar(self, target: Path, translate: Translate, personal: str | None = None) -> int:
        """Writes what is still to come as an iCalendar file; gives the number of entries.

        Args:
            personal: None leaves names of persons out, who stand there by their work number, and dates that are their
                private matter. A reason, which may be empty, takes both along; the history then says so.

        Raises:
            Refused: nothing is to come.
            UserError: the file cannot be written; what was there stays.
        """
        coming = [one for one in self.coming().reminders
                  if one.days >= 0 and (personal is not None or not one.personal)]
        if not coming:
            raise Refused(N_("Reminders", "Nothing falls due in the next 90 days, so there is nothing to put into a "
                                          "calendar. No file was written."))
        events = [self._event(one, translate, personal is not None) for one in coming]
        name = N_("Reminders", "LaborQA reminders").say(translate)
        data = calendar(events, name, self._store.clock().astimezone(UTC))
        if personal is None:
            replace_file(target, data)
            return len(events)
        act = N_("FinalAct", "Took {count} {count:reminder|reminders} with personal data out as a calendar")
        with self._store.write(act.of(count=len(events)), person=self._person, reason=personal.strip()) as work:
            for one in coming:
                if one.code:
                    work.seen("certificate" if one.key == "certificate" else "person", one.id)
            replace_file(target, data)
        return len(events)

    def _event(self, one: Reminder, translate: Translate, named: bool) -> Event:
        who = one.who if named or not one.code else N_("Reminders", "work no. {code}").of(code=one.code).say(translate)
        title = N_("Reminders", "{what}: {who}").of(what=one.title, who=who).say(translate) if who else (
            one.title.say(translate))
        return Event(f"{one.what}-{one.id}@{self._store.library_id}", one.due, title,
                     SORTS[one.sort].say(translate), tuple(days for _, days in WINDOWS if days <= one.days) or (0,))


@dataclass
class _Look:
    """One look at the library. zone: the library's. left_off: how many rows lie beyond the MOST of their sort."""

    session: Session
    day: date
    zone: str
    left_off: int = 0

    @property
    def first(self) -> date:
        """The earliest day that reminds."""
        return self.day - timedelta(days=PAST_DAYS)

    @property
    def last(self) -> date:
        """The latest day that reminds."""
        return self.day + timedelta(days=WINDOWS[-1][1])

    def within(self, due: Any) -> ColumnElement[bool]:
        """Whether a date reminds."""
        return and_(due >= self.first, due <= self.last)

    def rows(self, statement: Any, due: Any) -> list[Any]:
        """The rows with their date as "due", the nearest first."""
        statement = statement.add_columns(due.label("due"), func.count().over().label("all"))
        rows = list(self.session.execute(statement.order_by(due).limit(MOST)))
        self.left_off += rows[0].all - len(rows) if rows else 0
        return rows

    def days_to(self, due: date) -> int:
        """Above 0 still to come, below 0 past."""
        return (due - self.day).days


def _here() -> ColumnElement[bool]:
    return and_(Person.archived.is_(False), or_(Person.kind == PersonKind.OUTSIDER.value, Person.status.is_(None),
                                                Person.status != StaffStatus.LEFT.value))


def _certificates(look: _Look) -> Iterator[Reminder]:
    over = (CertificateState.RENEWED.value, CertificateState.REVOKED.value)
    for what, due, title in (("until", Certificate.valid_to, N_("Reminders", "{type} expires")),
                             ("review", Certificate.review_due, N_("Reminders", "{type}: review due"))):
        rows = look.rows(select(Certificate.id, Certificate.type, Person.name, Person.code)
                         .join(Person, Person.id == Certificate.person_id)
                         .where(Certificate.archived.is_(False), look.within(due), _here(),
                                certificate_state(look.day).not_in(over)), due)
        for row in rows:
            insurance = row.type == CertificateType.ACCIDENT_INSURANCE.value
            yield Reminder("insurance" if insurance else "certificate", f"certificate-{what}", "certificate", row.id,
                           title.of(type=LABELS[CertificateType].get(row.type, row.type)), row.name, row.code or "",
                           row.due, look.days_to(row.due))


_OF_PERSONS: tuple[tuple[Sort, InstrumentedAttribute[date | None], Text, bool], ...] = (
    ("insurance", Person.accident_insurance_to, N_("Reminders", "Accident insurance ends"), True),
    ("employment", Person.contract_end, N_("Reminders", "Employment contract ends"), False),
    ("employment", Person.probation_end, N_("Reminders", "Probation ends"), False),
    ("employment", Person.id_valid_to, N_("Reminders", "ID card expires"), True),
)


def _employment(look: _Look) -> Iterator[Reminder]:
    for sort, due, title, personal in _OF_PERSONS:
        rows = look.rows(select(Person.id, Person.name, Person.code).where(
            Person.kind == PersonKind.STAFF.value, _here(), look.within(due)), due)
        for row in rows:
            if due is Person.probation_end and row.due < look.day:
                continue        # it is over, whatever was decided
            yield Reminder(sort, due.key.replace("_", "-"), "staff", row.id, title, row.name, row.code or "", row.due,
                           look.days_to(row.due), personal)


def _contracts(look: _Look) -> Iterator[Reminder]:
    rows = look.rows(select(Contract.id, Contract.code, Client.name).join(Client, Client.id == Contract.client_id)
                     .where(Contract.archived.is_(False), look.within(Contract.ends_on)), Contract.ends_on)
    for row in rows:
        yield Reminder("contract", "contract-end", "contract", row.id,
                       N_("Reminders", "Contract {code} ends").of(code=row.code), row.name, "", row.due,
                       look.days_to(row.due))


def _visits(look: _Look) -> Iterator[Reminder]:
    """The next visit of each site: its last inspection, else its opening, else its entry, plus its cycle."""
    last = (select(Inspection.site_id, func.max(Inspection.inspected_on).label("day"))
            .where(Inspection.archived.is_(False), Inspection.state.in_(COUNTING), Inspection.inspected_on <= look.day)
            .group_by(Inspection.site_id).subquery())
    cycle = func.coalesce(Site.visit_cycle_days, VISIT_CYCLE_DAYS)
    since = func.coalesce(last.c.day, Site.opened_on, entered_on(look.day, look.zone))
    due = func.date(since, func.printf("+%d days", cycle))
    rows = look.rows(select(Site.id, Site.name).outerjoin(last, last.c.site_id == Site.id).where(
        Site.archived.is_(False), or_(Site.client_id.is_not(None), Site.visit_cycle_days.is_not(None)),
        or_(Site.closed_on.is_(None), Site.closed_on > look.day), cycle > 0,
        due >= look.first.isoformat(), due <= look.last.isoformat()), due)
    for row in rows:
        on = date.fromisoformat(row.due)
        yield Reminder("visit", "visit", "site", row.id, N_("Reminders", "Inspection due"), row.name, "", on,
                       look.days_to(on))


def _promises(look: _Look) -> Iterator[Reminder]:
    rows = look.rows(select(Problem.id, func.substr(Problem.description, 1, 60).label("description"), Problem.code,
                            Site.name).join(Site, Site.id == Problem.site_id)
                     .where(Problem.archived.is_(False), Problem.stage.in_(OPEN), look.within(Problem.due_on)),
                     Problem.due_on)
    for row in rows:
        yield Reminder("promise", "problem", "problem", row.id, N_("Reminders", "Correct {code}: {description}").of(
            code=row.code, description=" ".join(row.description.split())), row.name, "", row.due,
            look.days_to(row.due))
