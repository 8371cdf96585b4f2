from datetime import date

import pytest
from sqlalchemy import select

from laborqa_desktop.errors import Refused
from laborqa_desktop.models.training import Attendee, Certificate, TrainingRecord
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.bulk_editing import BulkEdits
from laborqa_desktop.usecases.certificates import Certificates
from laborqa_desktop.usecases.figures import Ratio
from laborqa_desktop.usecases.forms import Invalid
from laborqa_desktop.usecases.records import Records, Saved
from laborqa_desktop.usecases.training import Training
from tests.factory import ACT, DAY, Factory


@pytest.fixture
def acts(store: Store) -> Training:
    return Training(store)


def records(store: Store) -> list[TrainingRecord]:
    with store.read() as session:
        return list(session.scalars(select(TrainingRecord).where(TrainingRecord.archived.is_(False))
                                    .order_by(TrainingRecord.id)))


def attendee(person: int, attendance: str = "present", **given: object) -> Attendee:
    return Attendee(person_id=person, attendance=attendance, **given)


def hold(store: Store, session_id: int, **given: object) -> Saved:
    """Ticks “held” on the form and saves."""
    acts = Records(store, "王芳")
    loaded = acts.load("training_session", session_id)
    return acts.save("training_session", session_id, {**loaded.values, "held": True, **given}, loaded.row_version)


def test_a_session_gives_records_to_those_who_came(make: Factory, store: Store) -> None:
    good, late, poor, away = (make.staff(name=name) for name in ("甲", "乙", "丙", "丁"))
    course = make.course(pass_mark=600, cycle_months=3, hours_x10=20)
    one = make.session(course, (attendee(good, score_x10=600), attendee(late, "late"), attendee(poor, score_x10=599),
                                attendee(away, "absent")), starts_on=date(2026, 11, 30).replace(day=22))
    assert hold(store, one).flaws == ()
    found = records(store)
    assert [(record.person_id, record.result, record.valid_until) for record in found] == [
        (good, "pass", date(2027, 2, 22)), (late, "pass", date(2027, 2, 22)), (poor, "fail", None)]
    assert found[0].hours_x10 == 20


def test_the_month_after_the_end_of_a_long_month_is_a_short_one(make: Factory, store: Store) -> None:
    course = make.course(cycle_months=6)
    hold(store, make.session(course, (attendee(make.staff()),), starts_on=date(2026, 8, 31)))
    assert records(store)[0].valid_until == date(2027, 2, 28)


def test_saving_again_changes_nothing_and_follows_corrections(make: Factory, store: Store) -> None:
    person, other = make.staff(), make.staff()
    one = make.session(make.course(), (attendee(person), attendee(other)))
    hold(store, one)
    assert hold(store, one).changes.act_id == 0
    with store.write(ACT) as work:
        first, second = work.session.scalars(select(Attendee).order_by(Attendee.id))
        first.result, second.attendance = "fail", "absent"
    hold(store, one, place="二楼")
    (record,) = records(store)
    assert (record.person_id, record.result) == (person, "fail")


def test_a_session_that_ends_tomorrow_is_not_held_yet(make: Factory, store: Store) -> None:
    one = make.session(make.course(), (attendee(make.staff()),), starts_on=DAY, ends_on=date(2026, 11, 24))
    with pytest.raises(Invalid, match="in the future"):
        hold(store, one)
    assert records(store) == []


def test_a_held_session_without_anybody_present_is_doubted(make: Factory, store: Store) -> None:
    saved = hold(store, make.session(make.course(), (attendee(make.staff(), "leave"),)))
    assert [(flaw.field, flaw.warning) for flaw in saved.flaws] == [("held", True)]
    assert records(store) == []


def test_many_sessions_marked_as_held_at_once_give_their_records_too(make: Factory, store: Store) -> None:
    person, other = make.staff(), make.staff()
    ids = [make.session(make.course(), (attendee(one),)) for one in (person, other)]
    edits = BulkEdits(store, "王芳")
    edits.apply(edits.plan("training_session", ids, "held", True))
    assert [record.person_id for record in records(store)] == [person, other]


def test_coverage_names_everybody_and_every_course_missing(make: Factory, acts: Training) -> None:
    post, safety, fire = make.post(), make.course(), make.course(name="消防")
    make.standard(post, (safety, fire))
    full, half, expired, failed = (make.staff(name=name, post_id=post) for name in ("全", "半", "过期", "未过"))
    make.staff(name="无岗位要求")
    make.staff(name="离职", post_id=post, status="left", left_on=date(2026, 6, 1))
    for course in (safety, fire):
        make.training(full, course)
        make.training(expired, course, valid_until=date(2026, 11, 22))
    make.training(half, safety, valid_until=DAY)
    make.training(failed, safety, result="fail", valid_until=None)
    make.training(failed, fire, result="exempt", valid_until=None)
    found = acts.coverage(DAY)
    assert found.figure == Ratio(2, 5)
    assert {(one.person, one.course) for one in found.missing} == {
        ("半", "消防"), ("过期", "安全生产"), ("过期", "消防"), ("未过", "安全生产")}


def test_coverage_of_a_past_day_asks_that_days_standard(make: Factory, acts: Training) -> None:
    post, course = make.post(), make.course()
    person = make.staff(post_id=post)
    make.standard(post, (), effective_from=date(2025, 1, 1))
    make.standard(post, (course,), effective_from=date(2026, 7, 1), edition=2)
    assert acts.coverage(date(2026, 6, 30)).figure == Ratio(1, 1)
    assert acts.coverage(date(2026, 7, 1)).figure == Ratio(0, 1)
    make.training(person, course, completed_on=date(2026, 7, 5))
    assert acts.coverage(date(2026, 7, 4)).figure == Ratio(0, 1)
    assert acts.coverage(date(2026, 7, 5)).figure == Ratio(1, 1)
    assert acts.coverage(date(2023, 12, 31)).figure == Ratio(0, 0)      # nobody was employed


def test_coverage_of_sites_and_posts(make: Factory, acts: Training) -> None:
    post, course, here, there = make.post(), make.course(), make.site(), make.site()
    make.standard(post, (course,))
    make.training(make.staff(post_id=post, site_id=here), course)
    make.staff(post_id=post, site_id=there)
    assert acts.coverage(DAY, site_ids=(here,)).figure == Ratio(1, 1)
    assert acts.coverage(DAY, site_ids=(there,)).figure == Ratio(0, 1)
    assert acts.coverage(DAY, post_id=post).figure == Ratio(1, 2)


def test_a_missing_certificate_counts_as_not_valid(make: Factory, store: Store) -> None:
    post = make.post()
    make.standard(post, (), ("health", "fire_operator"))
    good, bad = make.staff(name="有", post_id=post), make.staff(name="无", post_id=post)
    make.certificate(good)
    make.certificate(good, type="fire_operator", valid_to=None)
    make.certificate(bad, valid_to=date(2026, 11, 22))
    make.certificate(bad, type="fire_operator", revoked=True)
    found = Certificates(store).validity(DAY)
    assert found.figure == Ratio(2, 4)
    assert [(one.person, one.type) for one in found.missing] == [("无", "health"), ("无", "fire_operator")]


def test_the_expiry_list_has_the_most_urgent_first(make: Factory, store: Store) -> None:
    acts = Certificates(store, "王芳")
    person = make.staff(name="甲")
    gone = make.certificate(person, valid_to=date(2026, 11, 1))
    soon = make.certificate(person, valid_to=date(2026, 12, 1))
    review = make.certificate(person, valid_to=date(2029, 1, 1), review_due=date(2026, 12, 10))
    make.certificate(person, valid_to=date(2029, 1, 1))
    make.certificate(make.staff(status="left", left_on=date(2026, 1, 1)), valid_to=date(2026, 11, 1))
    assert [(one.id, one.state, one.days) for one in acts.expiring()] == [
        (gone, "expired", -22), (soon, "due", 8), (review, "review_due", 17)]
    new, _ = acts.renew(gone, issued_on=DAY, valid_to=date(2027, 11, 22), number="ZS-新")
    assert [one.id for one in acts.expiring()] == [soon, review]
    with store.read() as session:
        renewed = session.get_one(Certificate, new)
        assert (renewed.renews_id, renewed.number, renewed.valid_from) == (gone, "ZS-新", DAY)
    with pytest.raises(Refused, match="renewed already"):
        acts.renew(gone, issued_on=DAY, valid_to=None)
    with pytest.raises(Refused, match="end before"):
        acts.renew(soon, issued_on=DAY, valid_to=date(2026, 1, 1))
