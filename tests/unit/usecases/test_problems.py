from datetime import date

import pytest

from laborqa_desktop.errors import Refused
from laborqa_desktop.models.history import AttachmentLink, Blob
from laborqa_desktop.models.problem import Problem
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.problems import Problems
from tests.factory import ACT, DAY, Factory


@pytest.fixture
def acts(store: Store) -> Problems:
    return Problems(store, "王芳")


def loaded(store: Store, one: int) -> Problem:
    with store.read() as session:
        return session.get_one(Problem, one)


def test_the_steps_say_what_is_missing(make: Factory, acts: Problems) -> None:
    one = make.problem(stage="implemented")
    close, reopen, void = acts.steps(one)
    assert (close.to, reopen.to, void.to) == ("closed", "found", "void")
    assert [str(text) for text in close.unmet] == [
        "The correction is not described.", "There is no evidence: attach a photo or write a note."]
    assert reopen.is_open
    assert void.is_open


def test_closing_needs_a_correction_and_evidence_and_freezes_names(make: Factory, acts: Problems, store: Store) -> None:
    one = make.problem(owner_id=make.staff(name="李梅"), site_id=make.site(name="一号楼"))
    acts.implement(one, "已清理积水", DAY)
    with pytest.raises(Refused, match=r"no evidence.*not named"):
        acts.close(one, " ", DAY)
    acts.close(one, "主管", DAY, note="现场复看无积水")
    done = loaded(store, one)
    assert (done.stage, done.closed_on, done.closed_by) == ("closed", DAY, "主管")
    assert (done.site_name, done.owner_name) == ("一号楼", "李梅")
    assert acts.steps(one) == ()


def test_a_photo_after_the_correction_is_evidence_the_one_before_is_not(
        make: Factory, acts: Problems, store: Store) -> None:
    one = make.problem()
    acts.implement(one, "已清理", DAY)
    with store.write(ACT) as work:
        work.session.add(Blob(id="b" * 64, sha256="a" * 64, bytes=1, imported_at=work.now))
        work.session.flush()
        link = AttachmentLink(blob_id="b" * 64, table_name="problem", record_id=one, role="before")
        work.session.add(link)
    with pytest.raises(Refused, match="no evidence"):
        acts.close(one, "主管", DAY)
    with store.write(ACT) as work:
        work.session.get_one(AttachmentLink, link.id).role = "after"
    acts.close(one, "主管", DAY)
    assert loaded(store, one).stage == "closed"


def test_a_found_problem_is_not_closed_at_once(make: Factory, acts: Problems) -> None:
    with pytest.raises(Refused, match="does not follow"):
        acts.close(make.problem(remarks="照片见微信"), "主管", DAY)


def test_a_closed_problem_is_never_changed(make: Factory, acts: Problems) -> None:
    one = make.problem(stage="closed")
    for act in (lambda: acts.void(one, "重复"), lambda: acts.extend(one, date(2027, 1, 1), "等配件"),
                lambda: acts.implement(one, "再次", DAY), lambda: acts.reopen(one, "又脏了")):
        with pytest.raises(Refused, match="closed or void"):
            act()


def test_dates_of_correction_lie_between_finding_and_today(make: Factory, acts: Problems) -> None:
    one = make.problem(found_on=date(2026, 11, 20))
    with pytest.raises(Refused, match="before 2026-11-20"):
        acts.implement(one, "已清理", date(2026, 11, 19))
    with pytest.raises(Refused, match="future"):
        acts.implement(one, "已清理", date(2026, 11, 24))


def test_reopening_keeps_the_text(make: Factory, acts: Problems, store: Store) -> None:
    one = make.problem()
    acts.implement(one, "已清理", DAY)
    acts.reopen(one, "仍有水渍")
    again = loaded(store, one)
    assert (again.stage, again.correction, again.corrected_on) == ("found", "已清理", None)


def test_more_time_keeps_the_first_due_date(make: Factory, acts: Problems, store: Store) -> None:
    one = make.problem(due_on=date(2026, 11, 20), found_on=date(2026, 11, 10))
    assert acts.lateness(one).days == 3
    acts.extend(one, date(2026, 11, 28), "等配件", "客户王")
    with pytest.raises(Refused, match="later than 2026-11-28"):
        acts.extend(one, date(2026, 11, 25), "算错")
    acts.extend(one, date(2026, 11, 30), "配件未到")
    now = loaded(store, one)
    assert (now.due_on, now.original_due_on) == (date(2026, 11, 30), date(2026, 11, 20))
    late = acts.lateness(one)
    assert (late.days, late.extensions, late.original_due_on) == (-7, 2, date(2026, 11, 20))


def test_voiding_needs_a_reason(make: Factory, acts: Problems, store: Store) -> None:
    one = make.problem()
    with pytest.raises(Refused, match="reason"):
        acts.void(one, "")
    acts.void(one, "重复录入")
    assert loaded(store, one).void_reason == "重复录入"
