"""The trail: fifty named steps across screens, the list of them, and the window made anew in between."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.usecases.problems import Problems
from laborqa_desktop.usecases.records import Changes
from laborqa_desktop.views.main_window import MainWindow
from laborqa_desktop.views.trail import Trail, said
from laborqa_desktop.views.trail_menu import SHOWN_AT_ONCE, TrailMenu
from tests.views.conftest import Room


@pytest.fixture
def trail(room: Room, qtbot: QtBot) -> Trail:
    owner = QWidget()
    qtbot.addWidget(owner)
    return Trail(room.desk, owner)


def posts(room: Room, count: int) -> list[Changes]:
    records, told = room.office.records, []
    for number in range(count):
        values = {**records.blank("post").values, "name": f"岗位{number}", "code": f"P{number}"}
        told.append(records.save("post", None, values).changes)
        room.desk.signals.changed.emit(told[-1], None)
    return told


def test_fifty_steps_are_kept_and_all_go_back_and_forth_by_one_choice(room: Room, trail: Trail, qtbot: QtBot) -> None:
    posts(room, 52)
    qtbot.waitUntil(lambda: len(trail.undo_steps()) == 50)
    assert [said(step) for step in trail.undo_steps()[:2]] == ["Added post · 岗位51", "Added post · 岗位50"]
    trail.undo(50)
    qtbot.waitUntil(lambda: len(trail.redo_steps()) == 50, timeout=20_000)
    assert not trail.can_undo
    assert [one.label for one in room.office.records.options("post", "")] == ["岗位0", "岗位1"]
    trail.redo(3)
    qtbot.waitUntil(lambda: len(trail.undo_steps()) == 3)
    assert len(room.office.records.ids("post", Query())) == 5
    assert said(trail.redo_steps()[0]) == "Added post · 岗位5"


def test_the_list_goes_back_to_the_line_chosen(room: Room, trail: Trail, qtbot: QtBot) -> None:
    menu = TrailMenu(room.desk, trail, trail._owner or QWidget())
    assert [one.text() for one in menu.build().actions()] == ["Nothing to undo since the library was opened"]
    posts(room, SHOWN_AT_ONCE + 2)
    qtbot.waitUntil(lambda: len(trail.undo_steps()) == SHOWN_AT_ONCE + 2)
    built = menu.build()
    lines = built.actions()
    assert lines[0].text() == "Undo, back to and with:"
    assert lines[2].text() == f"09:30  Added post · 岗位{SHOWN_AT_ONCE}"
    assert lines[-1].text() == "2 earlier steps"
    lines[2].trigger()
    qtbot.waitUntil(lambda: len(trail.redo_steps()) == 2)
    assert "Redo, forward to and with:" in [one.text() for one in menu.build().actions()]


def test_a_new_act_ends_what_could_be_redone(room: Room, trail: Trail, qtbot: QtBot) -> None:
    posts(room, 2)
    trail.undo()
    qtbot.waitUntil(lambda: trail.can_redo)
    room.desk.signals.changed.emit(room.office.records.archive(
        "post", [room.office.records.options("post", "")[0].id]), None)
    assert not trail.can_redo


def test_a_final_act_is_no_step_and_takes_away_those_under_it(room: Room, trail: Trail, qtbot: QtBot) -> None:
    posts(room, 1)
    records = room.office.records
    site = records.save("site", None, {**records.blank("site").values, "name": "一号楼", "code": "S1",
                                       "service_type": "cleaning"})
    room.desk.signals.changed.emit(site.changes, None)
    owner = room.staff("陈志强", "LB1")
    unit = records.save("org_unit", None, {**records.blank("org_unit").values, "name": "保洁部"}).id
    found = records.save("problem", None, {**records.blank("problem").values, "site_id": site.id, "owner_id": owner,
                                           "description": "地面有积水", "department_id": unit})
    room.desk.signals.changed.emit(found.changes, None)
    qtbot.waitUntil(lambda: len(trail.undo_steps()) == 3)
    room.desk.signals.changed.emit(Problems(room.office.store).void(found.id, "不是我们的范围"), None)
    qtbot.waitUntil(lambda: [str(one.name) for one in trail.undo_steps()] == ["Added site", "Added post"])


def test_what_cannot_go_back_is_said_and_is_no_step_any_more(room: Room, trail: Trail, qtbot: QtBot) -> None:
    made = posts(room, 1)
    records = room.office.records
    one = next(iter(made[0].ids("post")))
    records.archive("post", [one])        # by somebody who told nobody
    trail.undo()
    qtbot.waitUntil(lambda: bool(room.answers.told))
    assert 'because "Archived 1 × post" changed 1 of its records since' in room.answers.told[0]
    assert not trail.can_undo


def test_a_window_made_anew_goes_on_with_the_steps_and_what_the_old_one_saved_last(
        room: Room, trail: Trail, qtbot: QtBot) -> None:
    posts(room, 2)
    qtbot.waitUntil(lambda: len(trail.undo_steps()) == 2)
    values = {**room.office.records.blank("post").values, "name": "最后一个", "code": "C9"}
    room.office.records.save("post", None, values)        # told to a window that was gone already
    owner = QWidget()
    qtbot.addWidget(owner)
    second = Trail(room.desk, owner)
    second.take_over(trail)
    qtbot.waitUntil(lambda: len(second.undo_steps()) == 3)
    assert said(second.undo_steps()[0]) == "Added post · 最后一个"


def test_the_buttons_of_the_window_say_what_they_would_do(room: Room, qtbot: QtBot) -> None:
    window = MainWindow(room.desk, "洁安劳务", "2026", first="clients")
    qtbot.addWidget(window)
    posts(room, 1)
    qtbot.waitUntil(lambda: "岗位0" in window.top._undo.toolTip())
    assert window.top._undo.toolTip() == "Undo: Added post · 岗位0  Ctrl+Z"
    window.trail.undo()
    qtbot.waitUntil(lambda: window.top._redo.toolTip() == "Redo: Added post · 岗位0  Ctrl+Y")
    window.top.open_steps()
    assert window.top._steps.accessibleName() == "List of what can be undone and redone"
