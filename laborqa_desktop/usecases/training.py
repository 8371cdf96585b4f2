"""Training: the records that a held session gives, and who has what the post demands."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from laborqa_desktop.models.enums import TrainingResult
from laborqa_desktop.models.training import CAME, Attendee, Course, TrainingRecord, TrainingSession, valid_until
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.figures import Ratio
from laborqa_desktop.usecases.required import Sites, active_staff, required_courses

PASSING = (TrainingResult.PASS.value, TrainingResult.EXEMPT.value)


@dataclass(frozen=True)
class MissingCourse:
    """A course that somebody's post demands and that is not valid on the day."""

    person_id: int
    person: str
    person_code: str
    course_id: int
    course: str


@dataclass(frozen=True)
class Coverage:
    """C5 training coverage: active staff with all required courses valid on the day / active staff.

    Staff whose post demands nothing, or who have no post, count as covered.
    """

    figure: Ratio
    missing: tuple[MissingCourse, ...]


class Training:
    """Training of a library."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def coverage(self, day: date, post_id: int | None = None, site_ids: Sites | None = None) -> Coverage:
        """Coverage on a day, as that day's job standards and records tell, with everything that is missing.

        Args:
            post_id, site_ids: keep the staff of one post, of some sites; None keeps all.
        """
        with self._store.read() as session:
            return coverage(session, day, post_id, site_ids)


def write_records(session: Session, held: TrainingSession, course: Course) -> None:
    """Writes the records of those present at a held session; those of others are archived.

    The result is what was entered, else the score against the course's pass mark, else "passed". Doing it again brings
    them up to date.
    """
    records = {one.person_id: one for one in session.scalars(
        select(TrainingRecord).where(TrainingRecord.session_id == held.id).order_by(TrainingRecord.id))}
    for attendee in held.attendees:
        if attendee.attendance not in CAME:
            continue
        record = records.pop(attendee.person_id, None)
        if record is None:
            record = TrainingRecord(person_id=attendee.person_id, session_id=held.id)
            session.add(record)
        _fill(record, attendee, course, held.ends_on or held.starts_on)
    for absent in records.values():
        absent.archived = True


def coverage(session: Session, day: date, post_id: int | None = None,
             site_ids: Sites | None = None) -> Coverage:
    """C5 inside an open read; see Training.coverage."""
    staff = active_staff(session, day, post_id, site_ids)
    demanded = required_courses(session, day)
    courses = {course for post in demanded.values() for course in post}
    held = {(row[0], row[1]) for row in session.execute(
        select(TrainingRecord.person_id, TrainingRecord.course_id).where(
            TrainingRecord.archived.is_(False), TrainingRecord.result.in_(PASSING), TrainingRecord.completed_on <= day,
            or_(TrainingRecord.valid_until.is_(None), TrainingRecord.valid_until >= day)).distinct())}
    names = {row[0]: row[1] for row in session.execute(select(Course.id, Course.name))} if courses else {}
    missing = [MissingCourse(one.id, one.name, one.code, course, names.get(course, ""))
               for one in staff for course in demanded.get(one.post_id or 0, ()) if (one.id, course) not in held]
    lacking = {one.person_id for one in missing}
    return Coverage(Ratio(len(staff) - len(lacking), len(staff)), tuple(missing))


def _fill(record: TrainingRecord, attendee: Attendee, course: Course, done_on: date) -> None:
    record.archived, record.course_id, record.completed_on = False, course.id, done_on
    record.hours_x10, record.score_x10 = course.hours_x10, attendee.score_x10
    record.result = _result(attendee, course)
    passed = record.result in PASSING
    record.valid_until = valid_until(done_on, course.cycle_months) if passed else None


def _result(attendee: Attendee, course: Course) -> str:
    if attendee.result:
        return attendee.result
    if attendee.score_x10 is not None and course.pass_mark is not None and attendee.score_x10 < course.pass_mark:
        return TrainingResult.FAIL.value
    return TrainingResult.PASS.value
