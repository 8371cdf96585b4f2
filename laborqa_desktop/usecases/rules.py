"""What saving some record types involves beyond their fields.

Proposals for a new one, what follows from it, when it is frozen.
"""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import func, inspect, select
from sqlalchemy.orm import Session, object_session

from laborqa_desktop.errors import Refused
from laborqa_desktop.models import enums
from laborqa_desktop.models.client import Site
from laborqa_desktop.models.inspection import COPIED, Checklist, ChecklistItem, Inspection, InspectionItem
from laborqa_desktop.models.person import Consent, Employment, Person
from laborqa_desktop.models.plan import EDITABLE, Plan
from laborqa_desktop.models.problem import Problem, proposed_due
from laborqa_desktop.models.training import Certificate, Course, TrainingRecord, TrainingSession, valid_until
from laborqa_desktop.records.field import RecordType
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases.gates import need, refuse
from laborqa_desktop.usecases.training import write_records

PASS_MARK = 800
"""Proposed for a new checklist, in tenths of a per cent."""
FIRST_CODES = {"staff": "E001", "site": "S001", "client": "C001", "post": "P01", "course": "K01", "checklist": "CL01"}
"""The code proposed for the first record of a type; later ones follow the newest."""


def proposed_code(session: Session, kind: RecordType) -> str | None:
    """The code after the newest one of the type: LB0238 -> LB0239. None where codes are not the user's."""
    if kind.key not in FIRST_CODES:
        return None
    model: Any = kind.model
    known = select(model.code).where(model.code.is_not(None)).order_by(model.id.desc())
    if kind.where is not None:
        known = known.where(kind.where)
    newest = session.scalar(known.limit(1))
    if newest is None:
        return FIRST_CODES[kind.key]
    parts = re.fullmatch(r"(.*?)(\d+)", newest)
    if parts is None:
        return None
    head, digits = parts.groups()
    for number in range(int(digits) + 1, int(digits) + 1000):
        code = f"{head}{number:0{len(digits)}d}"
        if session.scalar(select(model.id).where(model.code == code, model.archived.is_(False))) is None:
            return code
    return None


def defaults(key: str, today: date) -> dict[str, Any]:
    """What a new record of a type starts with."""
    match key:
        case "staff":
            return {"status": enums.StaffStatus.ACTIVE.value, "id_type": enums.IdType.ID_CARD.value,
                    "employment_type": enums.EmploymentType.FULL_TIME.value, "hired_on": today, "eligible_rehire": True}
        case "inspection":
            return {"inspected_on": today, "state": enums.InspectionState.DRAFT.value,
                    "origin": enums.Origin.ENTERED.value}
        case "problem":
            return {"found_on": today, "source": enums.ProblemSource.SELF.value,
                    "severity": enums.Severity.MINOR.value, "stage": enums.ProblemStage.FOUND.value,
                    "due_on": proposed_due(today, enums.Severity.MINOR), "origin": enums.Origin.ENTERED.value}
        case "job_standard":
            return {"edition": 1, "effective_from": today}
        case "training_record":
            return {"completed_on": today, "result": enums.TrainingResult.PASS.value}
        case "training_session":
            return {"starts_on": today}
        case "certificate":
            return {"reminder_days": 30, "verification": enums.Verification.UNCHECKED.value}
        case "contract":
            return {"renewal_notice_days": 60}
        case "checklist":
            return {"type": enums.InspectionType.DAILY.value, "scoring": enums.Scoring.WEIGHTED.value,
                    "status": enums.ChecklistStatus.DRAFT.value, "edition": 1}
        case "plan":
            return {"status": enums.PlanStatus.DRAFT.value, "edition": 1}
        case "org_unit":
            return {"kind": enums.UnitKind.DEPT.value}
        case "company":
            return {"objection_days": 7, "min_sample": 5}
    return {}


def proposals(key: str, today: date) -> dict[str, Any]:
    """What the form of a new record shows at first; what is taken out there stays out, and no import fills it."""
    if key == "checklist":
        return {**defaults(key, today), "pass_mark": PASS_MARK}
    return defaults(key, today)


def _staff(session: Session, person: Person, new: bool) -> None:
    person.kind = enums.PersonKind.STAFF.value
    if "consents" not in inspect(person).unloaded:
        keep_consent_in_step(person)
    if not new:
        _keep_spell(person)


def _keep_spell(person: Person) -> None:
    """Somebody who left is hired again: the spell that ended is kept. Another status alone corrects a mistake."""
    before = {key: _before(person, key) for key in ("status", "hired_on", "left_on", "leave_reason", "post_id")}
    hired, left = before["hired_on"], before["left_on"]
    returns = before["status"] == enums.StaffStatus.LEFT.value and person.status != enums.StaffStatus.LEFT.value
    if not returns or hired is None or left is None or person.hired_on is None or person.hired_on <= left:
        return
    if all(one.hired_on != hired for one in person.employment):
        person.employment.append(Employment(hired_on=hired, left_on=left, reason=before["leave_reason"],
                                            post_id=before["post_id"]))


def _before(record: Any, key: str) -> Any:
    """What a field held in the library before this act."""
    changed = inspect(record).attrs[key].history
    return changed.deleted[0] if changed.deleted else getattr(record, key) if not changed.added else None


def keep_consent_in_step(person: Person) -> None:
    """The date on the form and the general consent in the list of consents say the same."""
    general = [one for one in person.consents if one.category == enums.ConsentCategory.GENERAL.value]
    valid = [one for one in general if one.withdrawn_on is None]
    if person.consent_on is not None and inspect(person).attrs.consent_on.history.has_changes():
        if valid:
            max(valid, key=lambda one: one.given_on).given_on = person.consent_on
        else:
            person.consents.append(Consent(category=enums.ConsentCategory.GENERAL.value, given_on=person.consent_on,
                                           position=len(person.consents)))
        return
    newest = max((one.given_on for one in valid), default=None)
    if general and newest != person.consent_on:
        person.consent_on = newest


def _outsider(session: Session, person: Person, new: bool) -> None:
    person.kind = enums.PersonKind.OUTSIDER.value


def _client_of_site(session: Session, record: Inspection | Problem, new: bool) -> None:
    record.client_id = session.scalar(select(Site.client_id).where(Site.id == record.site_id))


def unfit(checklist: Checklist, items: int) -> list[Text]:
    """Why no inspection can begin with a checklist of so many items; empty when one can."""
    unmet: list[Text] = []
    if checklist.status != enums.ChecklistStatus.ACTIVE:
        unmet.append(N_("Inspections", 'The checklist "{name}" is not in force.').of(name=checklist.name))
    if not items:
        unmet.append(N_("Inspections", 'The checklist "{name}" has no items.').of(name=checklist.name))
    return unmet


def _inspection(session: Session, inspection: Inspection, new: bool) -> None:
    _client_of_site(session, inspection, new)
    checklist = session.get(Checklist, inspection.checklist_id)
    if checklist is None:
        return
    changed = new or inspect(inspection).attrs.checklist_id.history.has_changes()
    items = list(session.scalars(select(ChecklistItem).where(ChecklistItem.checklist_id == checklist.id)
                                 .order_by(ChecklistItem.position))) if changed else []
    if changed:
        refuse(unfit(checklist, len(items)))
    inspection.checklist_name, inspection.checklist_edition = checklist.name, checklist.edition
    inspection.scoring, inspection.pass_mark = checklist.scoring, checklist.pass_mark
    if changed:
        inspection.items = [InspectionItem(**{name: getattr(item, name) for name in (*COPIED, "position")})
                            for item in items]


def _problem(session: Session, problem: Problem, new: bool) -> None:
    _client_of_site(session, problem, new)
    if problem.due_on is None:
        problem.due_on = proposed_due(problem.found_on, problem.severity)
    if problem.original_due_on is None:
        problem.original_due_on = problem.due_on


def _training_session(session: Session, held: TrainingSession, new: bool) -> None:
    """Nothing is typed twice: the attendance at a held session becomes training records."""
    if held.held:
        session.flush()
        write_records(session, held, need(session, Course, held.course_id))


def _training_record(session: Session, record: TrainingRecord, new: bool) -> None:
    course = session.get(Course, record.course_id)
    if course is not None and record.valid_until is None:
        record.valid_until = valid_until(record.completed_on, course.cycle_months)


def _certificate(session: Session, certificate: Certificate, new: bool) -> None:
    why = _of_restricted(session, certificate.person_id)    # new, or given to another person
    if why is not None:
        raise Refused(why)


def _of_restricted(session: Session | None, person_id: int) -> Text | None:
    """Why nothing more is done with a person's certificates, or None."""
    person = session.get(Person, person_id) if session is not None else None
    if person is None or (person.frozen_on is None and person.purged_on is None):
        return None
    return N_("Frozen", "The use of this person's data is restricted, and the certificates go with them. Lift that on "
                        "the page Personal data to change them.")


def _plan(session: Session, plan: Plan, new: bool) -> None:
    if new:
        newest = session.scalar(select(func.max(Plan.edition)).where(
            Plan.site_id == plan.site_id, Plan.archived.is_(False)))
        plan.edition = (newest or 0) + 1


def _checklist(session: Session, checklist: Checklist, new: bool) -> None:
    if new:
        newest = session.scalar(select(func.max(Checklist.edition)).where(
            Checklist.code == checklist.code, Checklist.archived.is_(False)))
        checklist.edition = (newest or 0) + 1


FOLLOWS: dict[str, Callable[[Session, Any, bool], None]] = {
    "staff": _staff, "outsider": _outsider, "inspection": _inspection, "problem": _problem,
    "training_session": _training_session, "training_record": _training_record, "certificate": _certificate,
    "plan": _plan, "checklist": _checklist}
"""Record type -> what saving it sets besides its fields: (session, record, whether it is new)."""

EVENT_DAY = {"problem": "found_on", "training_session": "starts_on", "inspection": "inspected_on"}
"""The field whose year a running number belongs to; other series count in the year of saving."""

NUMBERED_LATER = frozenset({"inspection"})
"""Types that take their number when they are submitted, so that submitted numbers have no gaps."""


def frozen(key: str, record: Any) -> Text | None:
    """Why a record can no longer be edited, or None."""
    match key:
        case "inspection" if record.state != enums.InspectionState.DRAFT:
            return N_("Frozen", "A submitted inspection is evidence: it is never edited. "
                                "Void it with a reason if it is wrong.")
        case "problem" if record.stage in (enums.ProblemStage.CLOSED, enums.ProblemStage.VOID):
            return N_("Frozen", "A closed problem is never edited.")
        case "plan" if record.status not in EDITABLE:
            return N_("Frozen", "This edition is with the client or in force. Make a new edition to change it.")
        case "checklist" if record.status != enums.ChecklistStatus.DRAFT:
            return N_("Frozen", "This edition is in use. Make a new edition to change it.")
        case "staff" | "outsider" if record.purged_on is not None:
            return N_("Frozen", "The data of this person were deleted by law; what is left is kept under a pseudonym.")
        case "staff" | "outsider" if record.frozen_on is not None:
            return N_("Frozen", "The use of these data is restricted. Lift that on the page Personal data to change "
                                "them.")
        case "certificate":
            return _of_restricted(object_session(record), record.person_id)
        case "report":
            return N_("Frozen", "An issued report is never edited. Issue the next version to correct it.")
    return None


def kept_away(key: str, record: Any) -> Text | None:
    """Why an archived record may not be brought back, or None."""
    return frozen(key, record) if key in ("staff", "outsider", "certificate") else None


def kept_for_ever(key: str, record: Any) -> Text | None:
    """Why a record may not be archived, or None."""
    if key in ("inspection", "problem", "report", "certificate"):
        return frozen(key, record)
    return None


