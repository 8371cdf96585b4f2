"""Enters courses, job standards, sessions with attendance, training records and certificates."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from laborqa_desktop.models.post import JobStandard, RequiredCertificate, RequiredCourse
from laborqa_desktop.models.training import (
    Attendee,
    Certificate,
    Course,
    TrainingRecord,
    TrainingSession,
    valid_until,
)
from laborqa_desktop.sample import names
from laborqa_desktop.sample.agenda import Agenda
from laborqa_desktop.sample.courses import (
    CERTIFICATES,
    COURSES,
    DEMANDS,
    EXPIRY,
    MISSING,
    RENEWED,
    SESSIONS,
)
from laborqa_desktop.sample.ids import Ids
from laborqa_desktop.store.counters import next_in_series
from laborqa_desktop.store.unit import Work

_DAY_X10 = 80
"""Hours taught in a day, in tenths."""

ABSENT, LATE, FAILED = 0.05, 0.05, 0.04


def courses_and_standards(work: Work, ids: Ids, today: date) -> None:
    """Courses, and one edition of each post's job standard that demands them."""
    for code, name, category, phase, mode, hours, cycle, mark, documents in COURSES:
        course = Course(
            code=code,
            name=name,
            category=category,
            phase=phase,
            mode=mode,
            hours_x10=hours,
            cycle_months=cycle,
            pass_mark=mark,
            documents=documents,
        )
        work.session.add(course)
        work.session.flush()
        ids.courses[code] = course.id
    for post, (courses, certificates, technical, duties) in DEMANDS.items():
        standard = JobStandard(
            post_id=ids.posts[post],
            effective_from=date(today.year - 1, today.month, 1),
            duties=duties,
            technical=technical,
        )
        standard.courses = [RequiredCourse(position=no, course_id=ids.courses[one]) for no, one in enumerate(courses)]
        standard.certificates = [RequiredCertificate(position=no, type=one) for no, one in enumerate(certificates)]
        work.session.add(standard)


def earlier_records(work: Work, ids: Ids, first: date, random: Random) -> None:
    """What people had learned before the sample begins, so that coverage starts high."""
    info = {row[0]: row for row in COURSES}
    for number, person in enumerate(names.PEOPLE):
        if number in names.NEWCOMERS:
            continue
        hired = date.fromisoformat(person[6])
        for code in DEMANDS.get(person[4], ((), (), False, ""))[0]:
            _, _, _, _, _, hours, cycle, _, _ = info[code]
            done = hired + timedelta(days=2) if cycle is None else first - timedelta(days=random.randint(10, 110))
            work.session.add(
                TrainingRecord(
                    person_id=ids.people[number],
                    course_id=ids.courses[code],
                    completed_on=max(done, hired),
                    hours_x10=hours,
                    score_x10=random.randint(820, 980),
                    result="pass",
                    valid_until=valid_until(max(done, hired), cycle),
                    proof="历史培训档案",
                )
            )


def sessions(agenda: Agenda, ids: Ids, random: Random) -> None:
    """Plans the sessions; those in the past are held and write the records of who was there."""
    info = {row[0]: row for row in COURSES}
    for days, code, trainer, at, place in SESSIONS:
        day = agenda.today + timedelta(days=days)
        day -= timedelta(days=max(0, day.weekday() - 4))
        people = [
            no
            for no, one in enumerate(names.PEOPLE)
            if no not in names.LEFT
            and (no in names.NEWCOMERS if not at else one[5] in at)
            and (not at or code in DEMANDS.get(one[4], ((),))[0])
        ]
        agenda.on(day, _session(ids, day, info[code], trainer, people, place, day <= agenda.today, random))


def _session(
    ids: Ids,
    day: date,
    course: tuple[object, ...],
    trainer: int,
    people: list[int],
    place: str,
    held: bool,
    random: Random,
) -> Callable[[Work], None]:
    code, hours, cycle, mark = str(course[0]), int(str(course[5])), course[6], int(str(course[7]))
    seats = [_attendee(ids, no, position, held, hours, mark, random) for position, no in enumerate(people)]
    evaluation = random.randint(42, 49) if held else None

    def enter(work: Work) -> None:
        session = TrainingSession(
            code=next_in_series(work.session, "TR", day.year),
            course_id=ids.courses[code],
            starts_on=day - timedelta(days=(hours - 1) // _DAY_X10),
            ends_on=day,
            place=place,
            trainer_id=ids.people[trainer],
            trainer_qualification="内训师",
            cost=len(people) * 1500 if held else None,
            evaluation_x10=evaluation,
            held=held,
        )
        session.attendees = [Attendee(**seat) for seat in seats]
        work.session.add(session)
        work.session.flush()
        for seat in seats:
            if seat["attendance"] not in ("present", "late"):
                continue
            passed = seat["result"] == "pass"
            work.session.add(
                TrainingRecord(
                    person_id=seat["person_id"],
                    course_id=ids.courses[code],
                    session_id=session.id,
                    completed_on=day,
                    hours_x10=hours,
                    score_x10=seat["score_x10"],
                    result=seat["result"],
                    valid_until=valid_until(day, cycle if isinstance(cycle, int) else None) if passed else None,
                )
            )

    return enter


def _attendee(
    ids: Ids, number: int, position: int, held: bool, hours: int, mark: int, random: Random
) -> dict[str, object]:
    seat: dict[str, object] = {
        "person_id": ids.people[number],
        "position": position,
        "attendance": None,
        "minutes": None,
        "score_x10": None,
        "result": None,
    }
    chance = random.random()
    if not held:
        return seat
    if chance < ABSENT:
        return seat | {"attendance": "leave"}
    score = random.randint(mark - 150, mark - 20) if chance > 1 - FAILED else random.randint(mark + 10, 990)
    return seat | {
        "attendance": "late" if chance < ABSENT + LATE else "present",
        "minutes": hours * 6,
        "score_x10": score,
        "result": "pass" if score >= mark else "fail",
    }


def certificates(agenda: Agenda, ids: Ids, random: Random) -> None:
    """Everybody has the certificate of the post, but for a few; some end soon, one was renewed."""
    for number, person in enumerate(names.PEOPLE):
        for kind in DEMANDS.get(person[4], ((), (), False, ""))[1]:
            if number in MISSING:
                continue
            level, issuer, months, reminder = CERTIFICATES[kind]
            end = None
            if months is not None:
                days = EXPIRY.get(number) or random.randint(70 if months == 12 else 130, months * 28)
                end = agenda.today + timedelta(days=days)
            first = (
                end - timedelta(days=months * 365 // 12 - 1)
                if end and months
                else date.fromisoformat(person[6]) + timedelta(days=30)
            )
            issued = min(first, agenda.today)
            values = {
                "person_id": ids.people[number],
                "type": kind,
                "level": level if kind != "health" else "",
                "number": f"{'JK' if kind == 'health' else 'ZS'}{issued.year}{420100 + number * 37:06d}",
                "issuer": issuer,
                "issued_on": issued,
                "valid_from": issued,
                "valid_to": end,
                "reminder_days": reminder,
                "verification": "verified",
                "verified_on": issued + timedelta(days=min(2, (agenda.today - issued).days)),
                "blocks_assignment": True,
            }
            if kind == "special_equipment" and end:
                values["review_due"] = end - timedelta(days=60)
            agenda.on(issued, _certificate(values, number == RENEWED))


def _certificate(values: dict[str, object], renewed: bool) -> Callable[[Work], None]:
    def enter(work: Work) -> None:
        old = None
        if renewed:
            issued = values["issued_on"]
            assert isinstance(issued, date)
            begin = issued - timedelta(days=365)
            old = Certificate(
                **values
                | {
                    "issued_on": begin,
                    "valid_from": begin,
                    "valid_to": issued - timedelta(days=1),
                    "verified_on": begin,
                    "number": f"JK{begin.year}418123",
                }
            )
            work.session.add(old)
            work.session.flush()
        work.session.add(Certificate(**values, renews_id=old.id if old else None))

    return enter
