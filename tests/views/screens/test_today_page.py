from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from laborqa_desktop.models.enums import CertificateType
from laborqa_desktop.text import N_
from laborqa_desktop.usecases.figures import Ratio
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.usecases.today_page import KeyFigure
from laborqa_desktop.views.signals import NEW
from laborqa_desktop.views.today import reading
from laborqa_desktop.views.today.facts import Group, Line
from laborqa_desktop.views.today.page import TodayPage, make_today_page
from laborqa_desktop.views.today.queue import QueueView, title_room
from tests.factory import Factory
from tests.views.conftest import Room
from tests.views.support import unnamed


def _page(qtbot: QtBot, room: Room) -> TodayPage:
    page = make_today_page(room.desk)
    qtbot.addWidget(page)
    page.resize(1180, 520)
    with qtbot.waitSignal(page.counted):
        page.show()
    return page


def _went(room: Room) -> list[tuple[str, Any]]:
    went: list[tuple[str, Any]] = []
    room.desk.signals.go.connect(lambda key, what: went.append((key, what)))
    return went


def _lines(page: TodayPage) -> list[Line]:
    return [one for one in page.queue.queue.rows if isinstance(one, Line)]


def test_every_line_opens_its_record(qtbot: QtBot, busy: Room) -> None:
    page, went = _page(qtbot, busy), _went(busy)
    page.queue.setFocus()
    assert "卫生间洗手台水渍未清" in [line.title for line in _lines(page)]
    qtbot.keyClick(page.queue, Qt.Key.Key_Return)
    assert went == [("problem", _lines(page)[0].target[1])]


def test_the_count_goes_down_as_work_is_done(qtbot: QtBot, busy: Room) -> None:
    page = _page(qtbot, busy)
    problem = _lines(page)[0].target[1]
    before = len(_lines(page))
    assert isinstance(problem, int)
    with qtbot.waitSignal(page.counted):
        busy.desk.signals.changed.emit(busy.office.records.archive("problem", [problem]), None)
    assert len(_lines(page)) == before - 1


def test_segments_keep_one_urgency_and_count_it(qtbot: QtBot, busy: Room) -> None:
    page = _page(qtbot, busy)
    page.segments.setFocus()
    qtbot.keyClick(page.segments, Qt.Key.Key_Right)
    assert page.segments.current == "overdue"
    assert {line.when for line in _lines(page)} == {"overdue"}
    assert page.segments.accessibleName().endswith(str(len(_lines(page))))


def test_a_figure_opens_its_list(qtbot: QtBot, busy: Room) -> None:
    page, went = _page(qtbot, busy), _went(busy)
    page._cards[2].click()
    assert went[0][0] == "problem"
    assert isinstance(went[0][1], Query)
    assert "found" in went[0][1].filters[0].values


def test_a_figure_says_numerator_and_denominator_and_no_data_is_a_dash(qtbot: QtBot, busy: Room) -> None:
    page = _page(qtbot, busy)
    passed = page._cards[0].card
    assert (passed.value, passed.unit, passed.detail) == ("66.7", "%", "2 / 3")
    empty = KeyFigure("x", N_("Test", "Rate"), Ratio(), "percent", "problem", None, None, (Ratio(), Ratio(1, 2)))
    card = reading._card(empty)
    assert (card.value, card.unit, card.spark) == ("—", "", (None, 50.0))


@pytest.mark.parametrize(("step", "goal"), [("staff", ("staff", NEW)), ("import", ("import", None)),
                                            ("company", ("company", None))])
def test_a_new_library_says_what_to_do_first(qtbot: QtBot, room: Room, step: str, goal: tuple[str, Any]) -> None:
    room.office.company.found("洁安")
    page, went = _page(qtbot, room), _went(room)
    assert page.steps.isVisible()
    qtbot.keyClick(page.steps.steps[step], Qt.Key.Key_Return)
    assert went == [goal]


def test_done_steps_are_ticked(qtbot: QtBot, room: Room) -> None:
    room.office.company.found("洁安")
    room.staff("王秀兰", "A1")
    page = _page(qtbot, room)
    assert page.steps.steps["staff"].accessibleDescription() == "Done"
    assert page.steps.steps["site"].accessibleDescription() != "Done"
    assert not page.steps.steps["company"].done, "its name was given when the library was made"


def test_whoever_wrote_anything_into_the_profile_has_done_that_step(qtbot: QtBot, room: Room) -> None:
    room.office.company.found("洁安")
    records, profile = room.office.records, room.office.company.profile_id()
    assert profile is not None
    loaded = records.load("company", profile)
    records.save("company", profile, {**loaded.values, "prepared_by": "陈䶮"}, loaded.row_version)
    assert _page(qtbot, room).steps.steps["company"].done


def test_everything_that_takes_the_keyboard_has_a_name_and_fits(qtbot: QtBot, busy: Room) -> None:
    page = _page(qtbot, busy)
    assert unnamed(page) == []
    assert page.minimumSizeHint().width() <= 1188
    assert page.minimumSizeHint().height() <= 530


def _queue(qtbot: QtBot) -> QueueView:
    lines = tuple(Line(f"事 {n}", "楼", "逾期 1 天", "warn", "overdue", ("problem", n)) for n in (1, 2))
    view = QueueView("待办", "全部")
    qtbot.addWidget(view)
    view.show_groups([Group("a", "甲", "tool", lines), Group("b", "乙", "tool", lines)])
    view.show()
    view.setFocus()
    return view


@pytest.mark.parametrize(("title", "place", "room"), [(90, 60, 228), (300, 60, 314), (390, 60, 338), (390, 300, 228)])
def test_a_long_title_takes_the_room_that_short_places_leave(title: float, place: float, room: float) -> None:
    assert title_room(400, title, place) == pytest.approx(room)


def test_left_folds_a_group_and_ctrl_down_goes_to_the_next(qtbot: QtBot, themed: object) -> None:
    view = _queue(qtbot)
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert len(view.queue.rows) == 4
    assert view.currentIndex().row() == 0
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
    assert view.currentIndex().row() == 4


def test_the_model_keeps_the_rules_of_models(qtbot: QtBot, themed: object, qtmodeltester: Any) -> None:
    qtmodeltester.check(_queue(qtbot).queue)


def test_what_is_not_listed_still_counts(themed: object) -> None:
    from laborqa_desktop.views.today.facts import Day
    line = Line("事", "楼", "", "warn", "overdue", ("problem", 1))
    day = Day(date(2026, 11, 23), (Group("a", "甲", "tool", (line,), more=13),))
    assert (day.count(), day.count("overdue"), day.count("today")) == (14, 14, 0)


def test_the_steps_lead_on_until_the_first_inspection(qtbot: QtBot, room: Room) -> None:
    room.office.company.found("洁安")
    page = _page(qtbot, room)
    assert page.steps.next_step is page.steps.steps["company"]
    room.staff("王秀兰", "A1")
    make = Factory(room.office.store)
    site = make.site()
    page.steps.steps["staff"].setFocus()
    page.reload()
    qtbot.waitUntil(lambda: page.steps.steps["site"].done)
    assert page.steps.isVisible(), "somebody who has a site still needs a checklist and an inspection"
    assert not page.steps.steps["checklist"].done
    make.inspection(site_id=site)
    page.reload()
    qtbot.waitUntil(lambda: not page.steps.isVisible())


def test_what_is_due_does_not_take_the_first_steps_away(qtbot: QtBot, room: Room) -> None:
    room.office.company.found("洁安")
    page, went = _page(qtbot, room), _went(room)
    with qtbot.waitActive(page):
        page.activateWindow()
    assert page.steps.next_step.hasFocus()
    health = room.office.records.blank("certificate", person_id=room.staff("𬱖䶮", "A1")).values | {
        "type": CertificateType.HEALTH.value, "issued_on": date(2024, 5, 1), "valid_to": date(2026, 11, 30)}
    with qtbot.waitSignal(page.counted):
        room.desk.signals.changed.emit(room.office.records.save("certificate", None, health).changes, None)
    assert page.queue.isVisible()
    assert page.minimumSizeHint().height() <= 530
    assert page.focusWidget() is page.next_step, "Enter must not open the list of a figure"
    assert page.next_step.accessibleName() == f"Next step: {page.steps.next_step.accessibleName()}"
    qtbot.keyClick(page.next_step, Qt.Key.Key_Return)
    assert went == [("company", None)]


def test_after_the_first_inspection_no_step_stands_above(qtbot: QtBot, busy: Room) -> None:
    page = _page(qtbot, busy)
    assert page.queue.isVisible()
    assert not page.next_step.isVisible()
