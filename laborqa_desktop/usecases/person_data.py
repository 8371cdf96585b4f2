"""What is handed out about people: one person's data on request (PIPL 44-46), who lacks consent, an incident form."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from laborqa_desktop.exchange.book import Sheet, export_book
from laborqa_desktop.models.client import Site
from laborqa_desktop.models.company import Company
from laborqa_desktop.models.enums import LABELS, ConsentCategory, LinkRole, PersonKind
from laborqa_desktop.models.history import ATTACHED_NAME, Act, AttachmentLink, Blob, Change, History
from laborqa_desktop.models.inspection import Inspection
from laborqa_desktop.models.person import Person
from laborqa_desktop.models.problem import Problem
from laborqa_desktop.models.training import Attendee, Certificate, Course, TrainingRecord, TrainingSession
from laborqa_desktop.records import record_type
from laborqa_desktop.records.field import Field, Kind, RecordType
from laborqa_desktop.reports.table_print import PrintGroup, Printout, table_pdf
from laborqa_desktop.store import history
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_, Text, Translate
from laborqa_desktop.usecases import company, forms, privacy_rules
from laborqa_desktop.usecases.gates import need
from laborqa_desktop.usecases.printing import columns_for
from laborqa_desktop.usecases.privacy import Lack
from laborqa_desktop.usecases.record_history import history_of
from laborqa_desktop.usecases.wording import words_of

Language = Literal["zh", "en"]
PERSONS = frozenset({"person", "staff", "outsider"})
BLANK = "\n\n"
"""Room to write by hand, above the line of its row."""


@dataclass(frozen=True)
class Incident:
    """What the form for an incident tells (PIPL 57); an empty text leaves a line to write on."""

    happened: str = ""
    data: str = ""
    cause: str = ""
    harm: str = ""
    measures: str = ""
    advice: str = ""
    contact: str = ""
    authority: str = ""


INCIDENT: dict[str, Text] = {
    "happened": N_("Privacy", "What happened, and when it was noticed"),
    "data": N_("Privacy", "Categories of personal data concerned"),
    "cause": N_("Privacy", "Cause"),
    "harm": N_("Privacy", "Possible harm"),
    "measures": N_("Privacy", "Measures taken"),
    "advice": N_("Privacy", "What those concerned can do"),
    "contact": N_("Privacy", "Contact in our company"),
    "authority": N_("Privacy", "Authority told, its contact, and when"),
}
"""The content that the law prescribes, in the order of the form."""


@dataclass(frozen=True)
class _Table:
    title: Text
    headings: tuple[Text, ...]
    rows: tuple[tuple[str, ...], ...]


class PersonFiles:
    """Files about people, on behalf of a working person."""

    def __init__(self, store: Store, person: str = "") -> None:
        self._store, self._person = store, person
        self._zone = ZoneInfo(store.zone)
        self._profile = company.Company(store)

    # ------------------------------------------------------------ one person's data

    def export_person(self, person_id: int, target: Path, translate: Translate) -> None:
        """Writes everything the library holds about one person to a workbook; names of others are shortened.

        Raises:
            NotFound: there is no such person.
            UserError: the file cannot be written; nothing is left behind, and nothing is told in the history.
        """
        _, tables = self._gather(person_id, translate)
        with self._store.write(N_("FinalAct", "Exported one person's data on request"), person=self._person) as work:
            work.seen("person", person_id)
            export_book(target, [Sheet(one.title.say(translate), tuple(h.say(translate) for h in one.headings),
                                       one.rows) for one in tables])

    def print_person(self, person_id: int, translate: Translate, language: Language) -> bytes:
        """The same as a tagged PDF.

        Raises:
            NotFound: there is no such person.
            Refused: no font has one of the characters.
        """
        name, tables = self._gather(person_id, translate)
        groups = tuple(
            PrintGroup(one.title.say(translate), pairs=tuple((row[0], row[1]) for row in one.rows))
            if len(one.headings) == 2 else
            PrintGroup(one.title.say(translate), rows=one.rows, columns=columns_for(
                [h.say(translate) for h in one.headings], one.rows)) for one in tables if one.rows)
        with self._store.write(N_("FinalAct", "Exported one person's data on request"), person=self._person) as work:
            work.seen("person", person_id)
            return table_pdf(Printout(
                N_("Privacy", "Personal data of one person").say(translate), self._profile.legal_name(),
                self._store.clock().astimezone(self._zone), name, groups=groups, landscape=False), translate, language)

    def _gather(self, person_id: int, translate: Translate) -> tuple[str, list[_Table]]:
        with self._store.read() as session:
            who = need(session, Person, person_id)
            kind = record_type("staff" if who.kind == PersonKind.STAFF.value else "outsider")
            words = _Speaker(session, who, translate, self._zone)
            tables = [words.file(kind), *words.child_rows(kind), words.certificates(), words.training(),
                      words.sessions(), words.named(), words.attachments(), words.history(kind), words.looks(),
                      words.rules()]
            return who.name, tables

    # ------------------------------------------------------------ consents

    def export_lacking(self, rows: Sequence[Lack], target: Path, translate: Translate) -> int:
        """Writes the list of missing consents to a workbook; gives the number of people.

        Raises:
            UserError: the file cannot be written.
        """
        headings = tuple(one.say(translate) for one in LACKING)
        export_book(target, [Sheet(MISSING.say(translate), headings, _lacking(rows, translate))])
        return len(rows)

    def print_lacking(self, rows: Sequence[Lack], translate: Translate, language: Language) -> bytes:
        """The same as a tagged PDF, to be signed off."""
        lacking = _lacking(rows, translate)
        return table_pdf(Printout(
            MISSING.say(translate), self._profile.legal_name(), self._store.clock().astimezone(self._zone), "",
            columns_for([one.say(translate) for one in LACKING], lacking), lacking, landscape=False),
            translate, language)

    # ------------------------------------------------------------ an incident

    def sites(self) -> list[tuple[int, str]]:
        """Sites in use, by name: those concerned may be the staff of one."""
        with self._store.read() as session:
            return [(one, name) for one, name in session.execute(
                select(Site.id, Site.name).where(Site.archived.is_(False)).order_by(Site.name_key, Site.id))]

    def contact(self) -> str:
        """Our company and its phone, as they stand in the profile; proposed for the form."""
        with self._store.read() as session:
            found = session.execute(select(Company.legal_name, Company.phone).limit(1)).first()
        return " ".join(filter(None, found or ()))

    def affected(self, site_id: int | None) -> list[tuple[str, str, str]]:
        """Whose data the library holds: name, employee number, site; of one site, or of all staff."""
        with self._store.read() as session:
            query = (select(Person.name, Person.code, Site.name).outerjoin(Site, Site.id == Person.site_id)
                     .where(Person.kind == PersonKind.STAFF.value, Person.purged_on.is_(None))
                     .order_by(Person.name_key, Person.id))
            if site_id is not None:
                query = query.where(Person.site_id == site_id)
            return [(name, code or "", site or "") for name, code, site in session.execute(query)]

    def print_incident(self, incident: Incident, site_id: int | None, translate: Translate,
                       language: Language) -> bytes:
        """The form for the authority and for those concerned, with the list of people, as a tagged PDF.

        Args:
            site_id: only its staff are concerned; None for all staff.
        """
        people = self.affected(site_id)
        texts = {one.name: getattr(incident, one.name) or BLANK for one in fields(incident)}
        count = N_("Privacy", "{count} {count:person|people}").of(count=len(people)).say(translate)
        groups = (
            PrintGroup(N_("Privacy", "The incident").say(translate), tuple(
                (label.say(translate), texts[key]) for key, label in INCIDENT.items())),
            PrintGroup(N_("Privacy", "Signed").say(translate), (
                (N_("Privacy", "In charge, day").say(translate), BLANK),)),
            PrintGroup(N_("Privacy", "People concerned").say(translate), (
                (N_("Privacy", "Number of people concerned").say(translate), count),)),
            PrintGroup("", columns=columns_for([one.say(translate) for one in (
                N_("Privacy", "Name"), N_("Privacy", "Employee no."), N_("Privacy", "Site"))], people),
                rows=tuple(people)))
        with self._store.write(N_("FinalAct", "Made the form for an incident with personal data"),
                               person=self._person) as work:
            for one in _company_ids(work.session):
                work.seen("company", one)
        return table_pdf(Printout(
            N_("Privacy", "Incident with personal data").say(translate), self._profile.legal_name(),
            self._store.clock().astimezone(self._zone), "", groups=groups, landscape=False), translate, language)


MISSING = N_("Privacy", "Missing consents")
LACKING = (N_("Privacy", "Name"), N_("Privacy", "Employee no."), N_("Privacy", "Post"), N_("Privacy", "Site"),
           N_("Privacy", "Consent missing to"))


def _lacking(rows: Sequence[Lack], translate: Translate) -> tuple[tuple[str, ...], ...]:
    labels, between = LABELS[ConsentCategory], N_("Privacy", "; ").say(translate)
    return tuple((one.name, one.code, one.post, one.site, between.join(labels[c].say(translate) for c in one.lacking))
                 for one in rows)


def _company_ids(session: Session) -> list[int]:
    return list(session.scalars(select(Company.id).limit(1)))


def shortened(name: str) -> str:
    """Another person's name as it is handed out: 张*, A. L."""
    if not name:
        return ""
    if name.isascii():
        return " ".join(f"{part[0]}." for part in name.split())
    return name[0] + "*"


class _Speaker:
    """Says in words what the library holds about one person."""

    def __init__(self, session: Session, who: Person, translate: Translate, zone: ZoneInfo) -> None:
        self._session, self._who, self._translate, self._zone = session, who, translate, zone
        self._others = [name for name in session.scalars(select(Person.name).distinct())
                        if len(name) > 1 and name not in who.name and who.name not in name]

    def file(self, kind: RecordType) -> _Table:
        """The fields of the file."""
        loaded = forms.fetch(self._session, kind, self._who.id)
        rows = [(one.label.say(self._translate), self._words(one, getattr(loaded, one.key)))
                for one in kind.fields if one.kind not in (Kind.ROWS, Kind.IMAGE)]
        return _Table(N_("Privacy", "File"), (N_("Privacy", "What"), N_("Privacy", "Value")),
                      tuple(row for row in rows if row[1]))

    def child_rows(self, kind: RecordType) -> Iterator[_Table]:
        """The tables of the file that hold anything."""
        loaded = forms.fetch(self._session, kind, self._who.id)
        for one in kind.fields:
            if one.kind is Kind.ROWS and getattr(loaded, one.key):
                yield _Table(one.label, tuple(inner.label for inner in one.rows), tuple(
                    tuple(self._words(inner, getattr(row, inner.key)) for inner in one.rows)
                    for row in getattr(loaded, one.key)))

    def certificates(self) -> _Table:
        """Certificates, archived ones included."""
        kind = record_type("certificate")
        wanted = [kind.field(key) for key in ("type", "number", "level", "issuer", "issued_on", "valid_to", "remarks")]
        return self._records(kind, wanted, select(Certificate).where(Certificate.person_id == self._who.id)
                             .order_by(Certificate.issued_on))

    def training(self) -> _Table:
        """Completed trainings."""
        kind = record_type("training_record")
        wanted = [kind.field(key) for key in ("course_id", "completed_on", "hours_x10", "score_x10", "result",
                                              "valid_until", "proof", "remarks")]
        return self._records(kind, wanted, select(TrainingRecord).where(TrainingRecord.person_id == self._who.id)
                             .order_by(TrainingRecord.completed_on))

    def sessions(self) -> _Table:
        """Training sessions attended."""
        rows = self._session.execute(
            select(TrainingSession.starts_on, Course.name, Attendee.attendance, Attendee.result)
            .join(Attendee, Attendee.session_id == TrainingSession.id)
            .join(Course, Course.id == TrainingSession.course_id)
            .where(Attendee.person_id == self._who.id).order_by(TrainingSession.starts_on))
        inner = {one.key: one for one in record_type("training_session").field("attendees").rows}
        return _Table(N_("Privacy", "Training sessions"), (
            N_("Privacy", "Day"), N_("Privacy", "Course"), N_("Privacy", "Attendance"), N_("Privacy", "Result")), tuple(
            (day.isoformat(), course, self._words(inner["attendance"], came), self._words(inner["result"], result))
            for day, course, came, result in rows))

    def named(self) -> _Table:
        """Inspections and problems the person is named in: number, day and part only."""
        one, found = self._who.id, list[tuple[date, tuple[str, ...]]]()
        say = self._translate
        for code, day, site in self._session.execute(
                select(Inspection.code, Inspection.inspected_on, Site.name).join(Site, Site.id == Inspection.site_id)
                .where(Inspection.inspector_id == one)):
            found.append((day, (N_("Privacy", "Inspection").say(say), code or "—", day.isoformat(), site,
                                N_("Privacy", "inspector").say(say))))
        for code, day, site, owner in self._session.execute(
                select(Problem.code, Problem.found_on, Site.name, Problem.owner_id)
                .join(Site, Site.id == Problem.site_id)
                .where(or_(Problem.owner_id == one, Problem.found_by_id == one))):
            part = N_("Privacy", "owner") if owner == one else N_("Privacy", "found it")
            found.append((day, (N_("Privacy", "Problem").say(say), code, day.isoformat(), site, part.say(say))))
        return _Table(N_("Privacy", "Named in"), (
            N_("Privacy", "Kind"), N_("Privacy", "No."), N_("Privacy", "Day"), N_("Privacy", "Site"),
            N_("Privacy", "Part")), tuple(row for _, row in sorted(found)))

    def attachments(self) -> _Table:
        """Files attached to the person and to the certificates; the contents are handed out from the file's page."""
        own = select(Certificate.id).where(Certificate.person_id == self._who.id)
        rows = self._session.execute(
            select(ATTACHED_NAME, AttachmentLink.role, AttachmentLink.caption, Blob.imported_at, Blob.bytes)
            .join(Blob, Blob.id == AttachmentLink.blob_id).where(or_(
                (AttachmentLink.table_name == "person") & (AttachmentLink.record_id == self._who.id),
                (AttachmentLink.table_name == "certificate") & AttachmentLink.record_id.in_(own)))
            .order_by(AttachmentLink.id))
        return _Table(N_("Privacy", "Attached files"), (
            N_("Privacy", "Name"), N_("Privacy", "Role"), N_("Privacy", "Caption"), N_("Privacy", "Stored"),
            N_("Privacy", "Bytes")), tuple(
            (name, LABELS[LinkRole][role].say(self._translate), caption, self._moment(at), f"{size:,}")
            for name, role, caption, at, size in rows))

    def history(self, kind: RecordType) -> _Table:
        """What was changed in the file, newest first."""
        rows = []
        for entry in history_of(self._session, kind, self._who.id):
            head = (self._moment(entry.at), shortened(entry.person), entry.act.say(self._translate))
            for change in entry.changes or ():
                if change.field is not None and change.field.kind not in (Kind.IMAGE, Kind.ROWS):
                    rows.append((*head, change.field.label.say(self._translate), self._past(change.field, change.old),
                                 self._past(change.field, change.new)))
        return _Table(N_("Privacy", "History"), (
            N_("Privacy", "When"), N_("Privacy", "Who"), N_("Privacy", "Act"), N_("Privacy", "What"),
            N_("Privacy", "Old"), N_("Privacy", "New")), tuple(rows))

    def looks(self) -> _Table:
        """Who looked at masked values, and when."""
        rows = self._session.scalars(
            select(Act).join(History, History.act_id == Act.id)
            .where(History.table_name == "person", History.row_id == self._who.id, History.kind == Change.VIEW.value)
            .order_by(Act.id.desc()))
        return _Table(N_("Privacy", "Looked at"), (
            N_("Privacy", "When"), N_("Privacy", "Who"), N_("Privacy", "Act")), tuple(
            (self._moment(act.at), shortened(act.person),
             history.stored_text(act.context, act.source, act.places).say(self._translate)) for act in rows))

    def rules(self) -> _Table:
        """On what basis and how long the data are kept (PIPL 17, 45)."""
        say = self._translate
        return _Table(N_("Privacy", "How long data are kept"), (
            N_("Privacy", "Category"), N_("Privacy", "Legal basis"), N_("Privacy", "Months after leaving")), tuple(
            (rule.label.say(say), privacy_rules.BASES[rule.basis].say(say), str(rule.months))
            for rule in privacy_rules.load(self._session)))

    def _records(self, kind: RecordType, wanted: Iterable[Field], query: Any) -> _Table:
        columns = tuple(wanted)
        return _Table(kind.title, tuple(one.label for one in columns), tuple(
            tuple(self._words(one, getattr(row, one.key)) for one in columns) for row in self._session.scalars(query)))

    def _words(self, field: Field, value: Any) -> str:
        if field.kind is Kind.REF:
            if not isinstance(value, int):
                return ""
            name = forms.labels_of(self._session, field.target, [value]).get(value, "")
            return shortened(name) if field.target in PERSONS and value != self._who.id else name
        words = words_of(value, self._translate, field.kind, field.labels, field.scale, None, self._zone)
        return self._without_others(words) if field.kind in (Kind.TEXT, Kind.LONG_TEXT) else words

    def _past(self, field: Field, value: Any) -> str:
        try:
            return self._words(field, value)
        except (TypeError, ValueError):
            return str(value)

    def _without_others(self, words: str) -> str:
        for name in self._others:
            if name in words:
                words = words.replace(name, shortened(name))
        return words

    def _moment(self, at: Any) -> str:
        return f"{at.astimezone(self._zone):%Y-%m-%d %H:%M}"
