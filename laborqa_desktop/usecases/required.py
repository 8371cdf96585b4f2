"""What the job standards demanded of whom on a day: the ground of training coverage and certificate validity (C5)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from laborqa_desktop.models.enums import PersonKind, StaffStatus
from laborqa_desktop.models.person import Employment, Person
from laborqa_desktop.models.post import JobStandard, RequiredCertificate, RequiredCourse

T = TypeVar("T")
Sites = Collection[int] | Select[int]
"""Ids of sites, or the statement that finds them."""


@dataclass(frozen=True)
class Worker:
    """An active member of staff on the day."""

    id: int
    name: str
    code: str
    post_id: int | None
    site_id: int | None


def employed_on(day: date) -> ColumnElement[bool]:
    """Whether a person of the staff was employed on a day: by a spell of employment, else by the file's own dates."""
    spell = exists().where(Employment.person_id == Person.id, Employment.hired_on <= day,
                           or_(Employment.left_on.is_(None), Employment.left_on >= day))
    has_spells = exists().where(Employment.person_id == Person.id)
    own = and_(or_(Person.hired_on.is_(None), Person.hired_on <= day),
               or_(Person.left_on.is_(None), Person.left_on >= day))
    return or_(and_(has_spells, spell), and_(~has_spells, own))


def active_staff(session: Session, day: date, post_id: int | None = None,
                 site_ids: Sites | None = None) -> list[Worker]:
    """Staff at work on the day, by name; those who left later than the day were still at work."""
    conditions = [
        Person.kind == PersonKind.STAFF.value, Person.archived.is_(False), employed_on(day),
        or_(Person.status == StaffStatus.ACTIVE.value,
            and_(Person.status == StaffStatus.LEFT.value, Person.left_on.is_not(None), Person.left_on >= day))]
    if post_id is not None:
        conditions.append(Person.post_id == post_id)
    if site_ids is not None:
        conditions.append(Person.site_id.in_(site_ids if isinstance(site_ids, Select) else list(site_ids)))
    return [Worker(*row) for row in session.execute(
        select(Person.id, Person.name, func.coalesce(Person.code, ""), Person.post_id, Person.site_id)
        .where(*conditions).order_by(Person.name_key, Person.id))]


def standards_on(session: Session, day: date) -> dict[int, int]:
    """Post -> its job standard in force on the day: the newest edition that had begun."""
    found: dict[int, int] = {}
    for post_id, standard_id in session.execute(
            select(JobStandard.post_id, JobStandard.id)
            .where(JobStandard.archived.is_(False), JobStandard.effective_from <= day)
            .order_by(JobStandard.effective_from, JobStandard.edition)):
        found[post_id] = standard_id
    return found


def required_courses(session: Session, day: date) -> dict[int, tuple[int, ...]]:
    """Post -> courses its people must have on the day."""
    rows = session.execute(select(RequiredCourse.standard_id, RequiredCourse.course_id)
                           .order_by(RequiredCourse.standard_id, RequiredCourse.position))
    return _by_post(standards_on(session, day), [(row[0], row[1]) for row in rows])


def required_certificates(session: Session, day: date) -> dict[int, tuple[str, ...]]:
    """Post -> types of certificate its people must have on the day."""
    rows = session.execute(select(RequiredCertificate.standard_id, RequiredCertificate.type)
                           .order_by(RequiredCertificate.standard_id, RequiredCertificate.position))
    return _by_post(standards_on(session, day), [(row[0], row[1]) for row in rows])


def _by_post(standards: dict[int, int], rows: list[tuple[int, T]]) -> dict[int, tuple[T, ...]]:
    of: dict[int, list[T]] = {}
    for standard_id, what in rows:
        of.setdefault(standard_id, []).append(what)
    return {post_id: tuple(dict.fromkeys(of.get(standard_id, ()))) for post_id, standard_id in standards.items()}
