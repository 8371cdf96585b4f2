"""Sections 6, 7 and 13 of the monthly report: problems counted, each on its way to closure, and the evidence."""

from datetime import date
from typing import Any, cast

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from laborqa_desktop.errors import UserError
from laborqa_desktop.models.client import Site
from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.models.enums import LABELS, LinkRole, PersonKind, ProblemStage, Severity
from laborqa_desktop.models.history import ATTACHED_NAME, AttachmentLink, Blob
from laborqa_desktop.models.inspection import Inspection
from laborqa_desktop.models.person import Person
from laborqa_desktop.models.post import Post
from laborqa_desktop.models.problem import OPEN, Problem
from laborqa_desktop.reports.data import (
    ActionRow,
    Actions,
    AnnexRow,
    CountRow,
    PhotoPair,
    Problems,
    RepeatRow,
    Stage,
    Words,
)
from laborqa_desktop.store.files import Files
from laborqa_desktop.text import N_
from laborqa_desktop.usecases.quality_figures import (
    counted,
    counted_problems,
    in_scope,
    problem_figures,
    problems_by,
    repeats,
)
from laborqa_desktop.usecases.report_request import Frame, count, rate

MOST_REPEATS = 20
MOST_PHOTOS = 6
MOST_FILES = 200


def problems(session: Session, frame: Frame) -> Problems:
    """Section 6; total 0 prints that there are no records."""
    by_category = problems_by(session, frame.scope, frame.month, Problem.category)
    by_severity = problems_by(session, frame.scope, frame.month, Problem.severity)
    order = list(Severity)
    return Problems(
        sum(number for _, number in by_severity),
        categories=tuple(CountRow(key or "", key or "", number) for key, number in by_category),
        areas=_places(session, frame),
        severities=tuple(CountRow(key, LABELS[Severity][key], number) for key, number in
                         sorted(by_severity, key=lambda one: order.index(Severity(one[0])))),
        repeats=tuple(RepeatRow(one.code, one.name, frame.sites.get(one.site_id, ""), one.times, one.last_on)
                      for one in repeats(session, frame.scope, frame.month)[:MOST_REPEATS]))


def _places(session: Session, frame: Frame) -> tuple[CountRow, ...]:
    column = Problem.site_id if len(frame.sites) > 1 else Problem.area
    return tuple(CountRow(str(key), _place(frame, key), number)
                 for key, number in problems_by(session, frame.scope, frame.month, column) if key)


def _place(frame: Frame, key: Any) -> Words:
    return frame.sites.get(key, str(key)) if isinstance(key, int) else str(key)


def actions(session: Session, frame: Frame, files: Files) -> Actions:
    """Section 7: all problems found in the month, overdue ones first, then open, then closed ones."""
    figures = problem_figures(session, frame.scope, frame.month, frame.day)
    earlier = session.scalar(select(func.count()).select_from(Problem).where(
        Problem.archived.is_(False), Problem.stage.in_(OPEN), Problem.found_on < frame.month.first,
        *in_scope(Problem, frame.scope))) or 0
    rows = [_action(frame, row) for row in session.execute(
        select(Problem.code, Problem.found_on, Problem.site_name, Site.name.label("site"), Problem.description,
               Problem.severity, Problem.stage, Problem.area, Problem.category, Problem.cause, Problem.correction,
               Problem.owner_name, Person.name.label("owner"), Person.kind, Post.name.label("post"),
               OrgUnit.name.label("department"), Problem.due_on, Problem.closed_on)
        .join(Site, Site.id == Problem.site_id).join(Person, Person.id == Problem.owner_id)
        .join(OrgUnit, OrgUnit.id == Problem.department_id).outerjoin(Post, Post.id == Person.post_id)
        .where(*counted_problems(frame.scope, frame.month)).order_by(Problem.found_on, Problem.id))]
    rows.sort(key=lambda row: (-row.overdue_days, row.stage == "closed", row.found_on, row.number))
    return Actions(
        figures.raised,
        figures=((N_("Reporting", "On-time closure rate"), rate(figures.on_time)),
                 (N_("Reporting", "Closure rate"), rate(figures.closure)),
                 (N_("Reporting", "Still open"), count(figures.still_open)),
                 (N_("Reporting", "Overdue"), count(figures.overdue)),
                 (N_("Reporting", "Due date moved"), count(figures.extended)),
                 (N_("Reporting", "Open from earlier months"), count(earlier))),
        rows=tuple(rows), photos=_photos(session, frame, files))


def _owner(frame: Frame, row: Any) -> str:
    """The owner by name; the post or department where it is one of our staff and the client does not agree to names."""
    if row.kind == PersonKind.STAFF and not frame.names_allowed:
        return cast(str, row.post or row.department)
    return cast(str, row.owner_name or row.owner)


def _action(frame: Frame, row: Any) -> ActionRow:
    late = (frame.day - row.due_on).days if row.due_on and row.stage in OPEN else 0
    return ActionRow(
        number=row.code, found_on=row.found_on, site=row.site_name or row.site, description=row.description,
        severity=LABELS[Severity][row.severity], stage=cast(Stage, row.stage), area=row.area, category=row.category,
        cause=row.cause, measure=row.correction, owner=_owner(frame, row), due_on=row.due_on,
        closed_on=row.closed_on if row.stage == ProblemStage.CLOSED else None, overdue_days=max(0, late))


def _photos(session: Session, frame: Frame, files: Files) -> tuple[PhotoPair, ...]:
    """Before and after of corrected problems; pictures that are missing on the disk are left out."""
    pictures: dict[int, dict[str, Any]] = {}
    for row in session.execute(
            select(Problem.id, Problem.code, Problem.description, Problem.site_name, Site.name.label("site"),
                   Problem.found_on, Problem.corrected_on, Problem.area, AttachmentLink.role, AttachmentLink.blob_id,
                   Blob.taken_at)
            .join(AttachmentLink, (AttachmentLink.table_name == "problem") & (AttachmentLink.record_id == Problem.id))
            .join(Blob, Blob.id == AttachmentLink.blob_id).join(Site, Site.id == Problem.site_id)
            .where(*counted_problems(frame.scope, frame.month), Blob.mime.like("image/%"),
                   AttachmentLink.role.in_((LinkRole.BEFORE.value, LinkRole.AFTER.value)))
            .order_by(Problem.found_on, Problem.id, AttachmentLink.position, AttachmentLink.id)):
        one = pictures.setdefault(row.id, {"row": row})
        one.setdefault(row.role, row)
    pairs = [one for one in pictures.values() if LinkRole.AFTER.value in one][:MOST_PHOTOS]
    return tuple(_pair(frame, one, files) for one in pairs)


def _pair(frame: Frame, one: dict[str, Any], files: Files) -> PhotoPair:
    row, before, after = one["row"], one.get(LinkRole.BEFORE.value), one.get(LinkRole.AFTER.value)
    place = " · ".join(part for part in (row.site_name or row.site, row.area) if part)
    return PhotoPair(
        row.code, row.description, _content(files, before), _content(files, after),
        f"{place} {_taken(frame, before, row.found_on)}".strip(),
        f"{place} {_taken(frame, after, row.corrected_on)}".strip())


def _taken(frame: Frame, picture: Any, day: date | None) -> str:
    """When a picture was taken as its camera says, else the day of the event."""
    if picture is not None and picture.taken_at is not None:
        return f"{picture.taken_at.astimezone(frame.cutoff.tzinfo):%Y-%m-%d %H:%M}"
    return day.isoformat() if day else ""


def _content(files: Files, picture: Any) -> bytes | None:
    if picture is None:
        return None
    try:
        return files.get(picture.blob_id)
    except UserError:
        return None


def annexes(session: Session, frame: Frame) -> tuple[AnnexRow, ...]:
    """Section 13: the files attached to the month's inspections and problems, with their SHA-256."""
    rows: list[AnnexRow] = []
    for table, model, conditions in (
            ("inspection", Inspection, counted(frame.scope, frame.month)),
            ("problem", Problem, counted_problems(frame.scope, frame.month))):
        rows += [AnnexRow(code or "", name, sha256) for code, name, sha256 in session.execute(
            select(model.code, ATTACHED_NAME, Blob.sha256)
            .join(AttachmentLink, (AttachmentLink.table_name == table) & (AttachmentLink.record_id == model.id))
            .join(Blob, Blob.id == AttachmentLink.blob_id).where(*conditions)
            .order_by(model.code, AttachmentLink.id).limit(MOST_FILES))]
    return tuple(rows)
