"""Acts of an inspection: start, fill in, submit, review, sign, void, check again. Submitting freezes it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session, selectinload
from sqlalchemy.orm.attributes import flag_modified

from laborqa_desktop.errors import Refused
from laborqa_desktop.models.client import Client, Site
from laborqa_desktop.models.enums import ChecklistStatus, InspectionState, InspectionType, Scoring
from laborqa_desktop.models.history import AttachmentLink
from laborqa_desktop.models.inspection import (
    ANSWERS_OF,
    COPIED,
    COUNTING,
    FAILING,
    Checklist,
    Inspection,
    InspectionItem,
)
from laborqa_desktop.models.person import Person
from laborqa_desktop.models.problem import Problem
from laborqa_desktop.store import drafts
from laborqa_desktop.store.counters import next_in_series
from laborqa_desktop.store.unit import Changes, Store, Work
from laborqa_desktop.text import N_, Text, Translate
from laborqa_desktop.usecases.attachments import Attachments
from laborqa_desktop.usecases.gates import listed, need, need_reason, refuse, same_version
from laborqa_desktop.usecases.inspection_sheet import Entry, Sheet, SheetItem, options_of, tally, warnings
from laborqa_desktop.usecases.raised import raise_problems, void_untouched
from laborqa_desktop.usecases.rules import unfit

SERIES = "QC"
DRAFT = "inspection_sheet"
HEAD = ("inspected_on", "inspector_id", "type", "started_at", "minutes", "shift", "area", "accompanied_by", "summary",
        "hidden_until")
"""Fields of the head that stay open while the inspection is a draft."""


@dataclass(frozen=True)
class Submitted:
    """What submitting gave. warnings: notes and photos that failed items lack."""

    code: str
    changes: Changes
    problem_ids: tuple[int, ...]
    warnings: tuple[Text, ...]


@dataclass(frozen=True)
class Raised:
    """A problem that an inspection raised. position: of its item, None when it was linked by hand."""

    id: int
    code: str
    text: str
    stage: str
    position: int | None


@dataclass(frozen=True)
class Voided:
    """What voiding gave: numbers of its problems voided with it, and of those kept because work on them has begun."""

    changes: Changes
    voided: tuple[str, ...]
    kept: tuple[str, ...]


class Inspections:
    """Inspections of a library, on behalf of a working person."""

    def __init__(self, store: Store, person: str = "") -> None:
        self._store = store
        self.person = person

    def start(self, site_id: int, checklist_id: int, inspector_id: int, day: date, *, recheck_of_id: int | None = None,
              **head: Any) -> tuple[int, Changes]:
        """A draft with the checklist's items, and its id.

        Args:
            head: further values of the head, see HEAD; type comes from the checklist unless given.

        Raises:
            Refused: the checklist is not in force or has no items, or the day lies in the future.
        """
        with self._store.write(N_("Act", "Start an inspection"), person=self.person) as work:
            site = need(work.session, Site, site_id)
            need(work.session, Person, inspector_id)
            checklist = need(work.session, Checklist, checklist_id, selectinload(Checklist.items))
            refuse([*unfit(checklist, len(checklist.items)), *_day(day, self._store.today())])
            inspection = Inspection(
                site_id=site_id, client_id=site.client_id, checklist_id=checklist_id, inspector_id=inspector_id,
                inspected_on=day, type=checklist.type, scoring=checklist.scoring, pass_mark=checklist.pass_mark,
                recheck_of_id=recheck_of_id)
            for key, value in head.items():
                _set_head(inspection, key, value)
            inspection.items = [
                InspectionItem(position=number, **{key: getattr(item, key) for key in COPIED})
                for number, item in enumerate(checklist.items)]
            work.session.add(inspection)
            work.session.flush()
            inspection_id = inspection.id
        return inspection_id, work.changes

    def recheck(self, inspection_id: int, day: date, inspector_id: int | None = None) -> tuple[int, Changes]:
        """A draft that checks the same site again with the checklist's edition now in force; figures leave it out.

        Raises:
            Refused: only submitted inspections are checked again.
        """
        with self._store.read() as session:
            first = need(session, Inspection, inspection_id)
            if first.state not in COUNTING:
                raise Refused(N_("Inspections", "Only a submitted inspection can be checked again."))
            old = need(session, Checklist, first.checklist_id)
            active = session.scalar(select(Checklist.id).where(
                Checklist.code == old.code, Checklist.status == ChecklistStatus.ACTIVE.value,
                Checklist.archived.is_(False)).order_by(Checklist.edition.desc()))
        return self.start(first.site_id, active or first.checklist_id, inspector_id or first.inspector_id, day,
                          recheck_of_id=inspection_id, area=first.area)

    def load(self, inspection_id: int) -> Sheet:
        """The inspection for the grid, as it was saved."""
        with self._store.read() as session:
            return _sheet(session, need(session, Inspection, inspection_id, selectinload(Inspection.items)))

    def paper(self, sheet: Sheet, translate: Translate, language: Literal["zh", "en"]) -> bytes:
        """The check sheet to take along, as a PDF; see check_sheet."""
        from laborqa_desktop.usecases.check_sheet import check_sheet
        return check_sheet(self._store, sheet, translate, language)

    def raised(self, inspection_id: int) -> tuple[Raised, ...]:
        """The problems of an inspection, in the order of its items."""
        with self._store.read() as session:
            return tuple(Raised(*row) for row in session.execute(
                select(Problem.id, Problem.code, Problem.description, Problem.stage, Problem.item_position)
                .where(Problem.inspection_id == inspection_id, Problem.archived.is_(False))
                .order_by(Problem.item_position, Problem.id)))

    def save(self, inspection_id: int, entries: Mapping[int, Entry], *, row_version: int | None = None,
             **head: Any) -> Changes:
        """Saves answers, notes and head in one act; the grid keeps them as a draft until then.

        Args:
            entries: by the item's position; lines that are not named stay as they are.

        Raises:
            Refused: the inspection was submitted already.
            Conflict: it was changed since row_version.
        """
        with self._store.write(N_("Act", "Fill in an inspection"), person=self.person) as work:
            inspection = self._draft(work, inspection_id, row_version)
            _put(work, inspection, entries, head)
            drafts.drop_in(work.session, DRAFT, inspection_id)
        return Changes(work.changes.act_id, work.changes.rows | {("inspection", inspection_id)})

    def keep(self, inspection_id: int, entries: Mapping[int, Entry]) -> None:
        """Keeps unsaved entries across a crash, outside history and undo."""
        drafts.save(self._store, DRAFT, inspection_id,
                    {str(position): asdict(entry) for position, entry in entries.items()})

    def kept(self, inspection_id: int) -> dict[int, Entry]:
        """Entries that were kept and not saved; empty when there are none."""
        draft = drafts.load(self._store, DRAFT, inspection_id)
        return {int(position): Entry(**entry) for position, entry in draft.values.items()} if draft else {}

    def last_kept(self) -> tuple[int, datetime] | None:
        """The inspection whose entries were kept last and not saved, and when; None when there is none."""
        found = (draft for draft in drafts.every(self._store) if draft.type == DRAFT and draft.record_id is not None)
        return next(((int(draft.record_id or 0), draft.saved_at) for draft in found), None)

    def submit(self, inspection_id: int, entries: Mapping[int, Entry] | None = None, *,
               row_version: int | None = None, **head: Any) -> Submitted:
        """Freezes names, score and verdict, gives the number, and raises problems from failed items.

        Args:
            entries: last entries, saved in the same act.

        Raises:
            Refused: items without an answer, a date in the future, or submitted already; all named at once.
        """
        with self._store.write(N_("FinalAct", "Submit an inspection"), person=self.person) as work:
            inspection = self._draft(work, inspection_id, row_version)
            _put(work, inspection, entries or {}, head)
            work.session.flush()
            sheet = _sheet(work.session, inspection)
            refuse(_submitting(sheet, self._store.today()))
            _freeze(work, inspection, sheet)
            problems = raise_problems(work, inspection)
            work.session.flush()
            code, ids = inspection.code or "", tuple(problem.id for problem in problems)
            drafts.drop_in(work.session, DRAFT, inspection_id)
        return Submitted(code, work.changes, ids, warnings(sheet))

    def review(self, inspection_id: int, by: str, on: date) -> Changes:
        """Marks a submitted inspection as reviewed.

        Raises:
            Refused: it is not submitted, or reviewed already; no name, or a day before the inspection or in the future.
        """
        with self._store.write(N_("Act", "Review an inspection"), person=self.person) as work:
            inspection = self._in_state(work, inspection_id, (InspectionState.SUBMITTED.value,))
            refuse(_dated(inspection, by, on, self._store.today()))
            inspection.state = InspectionState.REVIEWED.value
            inspection.reviewed_by, inspection.reviewed_on = by.strip(), on
        return work.changes

    def client_sign(self, inspection_id: int, by: str, on: date, scan: Path | None = None) -> Changes:
        """Notes who signed for the client.

        Args:
            scan: of the signed sheet; it becomes an attachment with the role sign_scan.

        Raises:
            Refused: it is a draft or void; no name, or a day before the inspection or in the future; or the scan
                cannot be attached. Nothing is noted then.
        """
        with self._store.write(N_("Act", "Note the client's signature"), person=self.person) as work:
            inspection = self._in_state(work, inspection_id, COUNTING)
            refuse(_dated(inspection, by, on, self._store.today()))
            inspection.client_signed_by, inspection.client_signed_on = by.strip(), on
            Attachments(self._store).add_scan(work, "inspection", inspection_id, scan)
        return work.changes

    def void(self, inspection_id: int, reason: str) -> Voided:
        """Voids a submitted inspection, and with it those of its problems that nobody has worked on yet.

        Raises:
            Refused: no reason, or it is a draft or void already.
        """
        reason = need_reason(reason)
        with self._store.write(N_("FinalAct", "Void an inspection"), person=self.person, reason=reason) as work:
            inspection = self._in_state(work, inspection_id, COUNTING)
            inspection.state, inspection.void_reason = InspectionState.VOID.value, reason
            voided, kept = void_untouched(work, inspection_id, reason)
        return Voided(work.changes, voided, kept)

    def _draft(self, work: Work, inspection_id: int, row_version: int | None) -> Inspection:
        inspection = need(work.session, Inspection, inspection_id, selectinload(Inspection.items))
        if inspection.state != InspectionState.DRAFT:
            raise Refused(N_("Inspections", "Inspection {code} was submitted and is frozen. Void it with a reason, or "
                                            "check again.").of(code=inspection.code))
        same_version(inspection, row_version)
        return inspection

    def _in_state(self, work: Work, inspection_id: int, states: tuple[str, ...]) -> Inspection:
        inspection = need(work.session, Inspection, inspection_id)
        if inspection.state not in states:
            raise Refused(N_("Inspections", "This is possible only for a submitted inspection, and only once."))
        return inspection


def _day(day: date, today: date) -> list[Text]:
    return [N_("Inspections", "The date {date} lies in the future.").of(date=day.isoformat())] if day > today else []


def _submitting(sheet: Sheet, today: date) -> list[Text]:
    unmet: list[Text] = []
    open_lines = tally(sheet).unanswered
    if not sheet.items:
        unmet.append(N_("Inspections", "The inspection has no items."))
    if open_lines:
        named = [N_("Inspections", '{no} "{item}"').of(no=no + 1, item=sheet.items[no].text) for no in open_lines[:10]]
        unmet.append(N_("Inspections", "{count} {count:item has|items have} no answer: {items}")
                     .of(count=len(open_lines), items=listed(named)))
    return unmet + _day(sheet.inspected_on, today)


def _dated(inspection: Inspection, by: str, on: date, today: date) -> list[Text]:
    unmet = [] if by.strip() else [N_("Inspections", "Please enter a name.")]
    if on < inspection.inspected_on:
        unmet.append(N_("Inspections", "The date lies before the inspection."))
    return unmet + _day(on, today)


def _set_head(inspection: Inspection, key: str, value: Any) -> None:
    if key not in HEAD:
        raise KeyError(key)
    setattr(inspection, key, value)


def _put(work: Work, inspection: Inspection, entries: Mapping[int, Entry], head: Mapping[str, Any]) -> None:
    items = {item.position: item for item in inspection.items}
    for position, entry in entries.items():
        item = items[position]
        if entry.answer is not None and entry.answer not in ANSWERS_OF[item.response_kind]:
            raise ValueError(f"{entry.answer} is no answer to a {item.response_kind} item")
        item.answer, item.comment = entry.answer, entry.comment
        item.corrected_on_spot = entry.corrected_on_spot and entry.answer in FAILING
    for key, value in head.items():
        _set_head(inspection, key, value)
    inspection.updated_at = work.now
    flag_modified(inspection, "updated_at")     # row_version moves even when only items change


def _freeze(work: Work, inspection: Inspection, sheet: Sheet) -> None:
    result = tally(sheet)
    inspection.site_name, inspection.client_name = sheet.site, sheet.client
    inspection.inspector_name, inspection.checklist_name = sheet.inspector, sheet.checklist
    inspection.checklist_edition = sheet.edition
    inspection.client_id = need(work.session, Site, inspection.site_id).client_id
    inspection.earned, inspection.maximum = result.score.earned, result.score.maximum
    inspection.items_passed, inspection.items_rated = result.score.passed, result.score.rated
    inspection.critical_failed, inspection.result = result.score.critical_failed, result.result.value
    inspection.corrected_on_spot = sum(item.entry.corrected_on_spot for item in sheet.items)
    inspection.code = next_in_series(work.session, SERIES, inspection.inspected_on.year)
    inspection.state, inspection.submitted_at = InspectionState.SUBMITTED.value, work.now


def _sheet(session: Session, inspection: Inspection) -> Sheet:
    site = need(session, Site, inspection.site_id)
    draft = inspection.state == InspectionState.DRAFT
    client_id = site.client_id if draft else inspection.client_id
    client = session.get(Client, client_id) if client_id else None
    checklist = need(session, Checklist, inspection.checklist_id)
    inspector = need(session, Person, inspection.inspector_id)
    counted = session.execute(
        select(AttachmentLink.record_id, func.count()).where(
            AttachmentLink.table_name == "inspection_item",
            AttachmentLink.record_id.in_([item.id for item in inspection.items])).group_by(AttachmentLink.record_id))
    photos: dict[int, int] = {row[0]: row[1] for row in counted}
    return Sheet(
        id=inspection.id, row_version=inspection.row_version, code=inspection.code or "", state=inspection.state,
        result=inspection.result, site_id=site.id, site=inspection.site_name or site.name,
        client=inspection.client_name or (client.name if client else ""), checklist_id=checklist.id,
        checklist=inspection.checklist_name or checklist.name,
        edition=checklist.edition if inspection.checklist_edition is None else inspection.checklist_edition,
        type=inspection.type, inspector_id=inspection.inspector_id,
        inspector=inspection.inspector_name or inspector.name, inspected_on=inspection.inspected_on,
        scoring=Scoring(inspection.scoring).value, pass_mark=inspection.pass_mark,
        items=tuple(_item(item, photos.get(item.id, 0)) for item in inspection.items),
        head={key: getattr(inspection, key) for key in HEAD}, editable=draft, stated_score=inspection.stated_score)


def _item(item: InspectionItem, photos: int) -> SheetItem:
    return SheetItem(
        id=item.id, position=item.position, section=item.section, text=item.text, requirement=item.requirement,
        method=item.method, points=item.weight_x100, critical=item.critical, note_on_fail=item.note_on_fail,
        photo_on_fail=item.photo_on_fail, severity_if_fail=item.severity_if_fail,
        options=options_of(item.response_kind), entry=Entry(item.answer, item.comment, item.corrected_on_spot),
        photos=photos)


def is_hidden(type_: str, hidden_until: date | None, day: date) -> bool:
    """Whether the visitor's name must not be shown: a mystery visit, until the day it may be told, else for good."""
    return type_ == InspectionType.MYSTERY and (hidden_until is None or day < hidden_until)
