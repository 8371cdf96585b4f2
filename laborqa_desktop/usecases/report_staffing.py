"""Section 4 of the monthly report: people of the scope's sites. Names only where the client agreed."""

from datetime import date
from decimal import Decimal
from typing import Any, Literal

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from laborqa_desktop.models.client import SitePost
from laborqa_desktop.models.enums import PersonKind
from laborqa_desktop.models.person import Employment, InternalMove, Person
from laborqa_desktop.models.post import Post
from laborqa_desktop.models.training import TrainingRecord
from laborqa_desktop.reports.data import Figure, PostRow, StaffChange, Staffing, Words
from laborqa_desktop.text import N_
from laborqa_desktop.usecases.certificates import validity
from laborqa_desktop.usecases.report_request import Frame, count, rate
from laborqa_desktop.usecases.required import active_staff
from laborqa_desktop.usecases.training import PASSING, coverage

_NO_POST = N_("Reporting", "without a post")


def staffing(session: Session, frame: Frame) -> Staffing:
    """Section 4; without people and posts it prints that nobody was assigned."""
    sites = frame.site_ids
    staff = active_staff(session, frame.last, None, sites)
    names = {row[0]: row[1] for row in session.execute(select(Post.id, Post.name))}
    contracted = {(row[0], row[1]): row[2] for row in session.execute(
        select(SitePost.site_id, SitePost.post_id, func.sum(SitePost.headcount))
        .where(SitePost.site_id.in_(sites)).group_by(SitePost.site_id, SitePost.post_id))}
    active: dict[tuple[int, int], int] = {}
    for one in staff:
        key = (one.site_id or 0, one.post_id or 0)
        active[key] = active.get(key, 0) + 1
    several = len(frame.sites) > 1
    posts = tuple(PostRow(names.get(post, _NO_POST), contracted.get((site, post)), active.get((site, post), 0),
                          frame.sites.get(site, "") if several else "")
                  for site, post in sorted({*contracted, *active}))
    changes = _changes(session, frame, names)
    if not posts and not changes:
        return Staffing()
    hours = session.scalar(select(func.coalesce(func.sum(TrainingRecord.hours_x10), 0)).where(
        TrainingRecord.archived.is_(False), TrainingRecord.completed_on.between(frame.month.first, frame.last),
        TrainingRecord.result.in_(PASSING), TrainingRecord.person_id.in_([one.id for one in staff]))) or 0
    figures: tuple[tuple[Words, Figure], ...] = (
        (N_("Reporting", "People on site"), count(len(staff), "people")),
        (N_("Reporting", "Training hours"), Figure(Decimal(hours) / 10, None, "hours")),
        (N_("Reporting", "Training coverage"), rate(coverage(session, frame.last, site_ids=sites).figure)),
        (N_("Reporting", "Certificate validity"), rate(validity(session, frame.last, sites).figure)))
    return Staffing(figures, posts, changes)


def _changes(session: Session, frame: Frame, posts: dict[int, str]) -> tuple[StaffChange, ...]:
    first, last = frame.month.first, frame.last
    show = frame.names_allowed
    found: list[StaffChange] = []

    def note(on: date | None, kind: Literal["joined", "left", "moved"], row: Any) -> None:
        if on and first <= on <= last:
            found.append(StaffChange(on, kind, posts.get(row.post, ""), frame.sites.get(row.site, ""),
                                     row.name if show else ""))

    here = and_(Person.kind == PersonKind.STAFF.value, Person.archived.is_(False), Person.site_id.in_(frame.site_ids))
    who = (Person.id, Person.name, Person.site_id.label("site"))
    spells: set[int] = set()
    row: Any
    for row in session.execute(
            select(*who, Employment.hired_on, Employment.left_on,
                   func.coalesce(Employment.post_id, Person.post_id).label("post"))
            .join(Employment, Employment.person_id == Person.id).where(here)):
        spells.add(row.id)
        note(row.hired_on, "joined", row)
        note(row.left_on, "left", row)
    for row in session.execute(
            select(*who, Person.hired_on, Person.left_on, Person.post_id.label("post"))
            .where(here, or_(Person.hired_on.between(first, last), Person.left_on.between(first, last)))):
        if row.id not in spells:
            note(row.hired_on, "joined", row)
            note(row.left_on, "left", row)
    for row in session.execute(
            select(Person.name, InternalMove.site_id.label("site"), InternalMove.from_on,
                   func.coalesce(InternalMove.post_id, Person.post_id).label("post"))
            .join(Person, Person.id == InternalMove.person_id).where(InternalMove.site_id.in_(frame.site_ids))):
        note(row.from_on, "moved", row)
    return tuple(sorted(found, key=lambda one: (one.on, one.kind, str(one.post), one.name)))
