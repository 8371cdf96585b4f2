"""Problems that an inspection raises, and what becomes of them when it is void."""

from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from laborqa_desktop.errors import Refused
from laborqa_desktop.models.client import Client, Site
from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.models.enums import LinkRole, ProblemSource, ProblemStage, UnitKind
from laborqa_desktop.models.history import AttachmentLink
from laborqa_desktop.models.inspection import FAILING, Inspection, InspectionItem
from laborqa_desktop.models.person import Person
from laborqa_desktop.models.problem import Problem, proposed_due
from laborqa_desktop.store.counters import next_in_series
from laborqa_desktop.store.unit import Work
from laborqa_desktop.text import N_
from laborqa_desktop.usecases.gates import need

SERIES = "NC"
REPEAT_DAYS = 90


def raise_problems(work: Work, inspection: Inspection) -> list[Problem]:
    """A problem for each item that failed and was not corrected on the spot, with photos carried over.

    Its owner is the site's manager, else the client's account owner, else the inspector: all of them may be changed.
    """
    failed = [item for item in inspection.items if item.answer in FAILING and not item.corrected_on_spot]
    if not failed:
        return []
    owner = _owner(work.session, inspection)
    department = department_of(work.session, owner)
    return [_raise(work, inspection, item, owner.id, department) for item in failed]


def _raise(work: Work, inspection: Inspection, item: InspectionItem, owner_id: int, department_id: int) -> Problem:
    note = item.comment.strip()
    due = proposed_due(inspection.inspected_on, item.severity_if_fail)
    problem = Problem(
        code=next_in_series(work.session, SERIES, inspection.inspected_on.year), source=ProblemSource.INSPECTION.value,
        inspection_id=inspection.id, item_position=item.position, item_text=item.text, found_on=inspection.inspected_on,
        found_by_id=inspection.inspector_id, site_id=inspection.site_id, client_id=inspection.client_id,
        area=inspection.area, description=f"{item.text}：{note}" if note else item.text, severity=item.severity_if_fail,
        category=item.section, department_id=department_id, owner_id=owner_id, due_on=due, original_due_on=due,
        origin=inspection.origin, repeat_of_id=_earlier(work.session, inspection, item))
    work.session.add(problem)
    work.session.flush()
    for link in work.session.scalars(select(AttachmentLink).where(
            AttachmentLink.table_name == "inspection_item", AttachmentLink.record_id == item.id)):
        work.session.add(AttachmentLink(blob_id=link.blob_id, table_name="problem", record_id=problem.id,
                                        role=LinkRole.BEFORE.value, caption=link.caption, position=link.position))
    return problem


def _earlier(session: Session, inspection: Inspection, item: InspectionItem) -> int | None:
    """The newest problem with the same item at the same site within 90 days (domain.md, lifecycles)."""
    return session.scalar(
        select(Problem.id).where(
            Problem.archived.is_(False), Problem.site_id == inspection.site_id, Problem.item_text == item.text,
            Problem.stage != ProblemStage.VOID.value, Problem.found_on < inspection.inspected_on,
            Problem.found_on >= inspection.inspected_on - timedelta(days=REPEAT_DAYS))
        .order_by(Problem.found_on.desc(), Problem.id.desc()).limit(1))


def _owner(session: Session, inspection: Inspection) -> Person:
    site = need(session, Site, inspection.site_id)
    client = session.get(Client, site.client_id) if site.client_id else None
    return need(session, Person, site.manager_id or (client.owner_id if client else inspection.inspector_id))


def department_of(session: Session, owner: Person) -> int:
    """The department proposed for a problem: the owner's, else the company itself.

    Raises:
        Refused: the library has no department at all.
    """
    if owner.unit_id:
        return owner.unit_id
    found = session.scalar(select(OrgUnit.id).where(OrgUnit.archived.is_(False))
                           .order_by(OrgUnit.kind != UnitKind.COMPANY.value, OrgUnit.id).limit(1))
    if found is None:
        raise Refused(N_("Inspections", "Please enter a department first: somebody must be responsible for the "
                                        "problems."))
    return found


def void_untouched(work: Work, inspection_id: int, reason: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Voids the inspection's problems that nobody has worked on; numbers of those voided and of those kept."""
    voided: list[str] = []
    kept: list[str] = []
    for problem in work.session.scalars(
            select(Problem).where(Problem.inspection_id == inspection_id, Problem.archived.is_(False),
                                  Problem.stage != ProblemStage.VOID.value).order_by(Problem.id)):
        evidence = work.session.scalar(select(func.count()).select_from(AttachmentLink).where(
            AttachmentLink.table_name == "problem", AttachmentLink.record_id == problem.id,
            AttachmentLink.role != LinkRole.BEFORE.value))
        if problem.stage == ProblemStage.FOUND and problem.row_version == 1 and not evidence:
            problem.stage, problem.void_reason = ProblemStage.VOID.value, reason
            voided.append(problem.code)
        else:
            kept.append(problem.code)
    return tuple(voided), tuple(kept)
