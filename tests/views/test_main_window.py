import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from laborqa_desktop.views.fields_dialog import FieldsDialog
from laborqa_desktop.views.inspection.screen import InspectionScreen
from laborqa_desktop.views.main_window import MainWindow
from laborqa_desktop.views.parts.bands import UndoBar
from laborqa_desktop.views.record_screen import RecordScreen
from laborqa_desktop.views.screens import AREAS
from tests.factory import DAY, Factory
from tests.views.conftest import Room
from tests.views.support import unnamed


@pytest.fixture
def window(room: Room, qtbot: QtBot) -> MainWindow:
    room.staff("陈志强", "LB1")
    made = MainWindow(room.desk, "洁安劳务", "2026", first="people")
    qtbot.addWidget(made)
    made.resize(1280, 640)
    made.show()
    return made


def test_every_area_fits_a_small_screen_and_names_its_controls(window: MainWindow, qtbot: QtBot) -> None:
    for area in AREAS:
        window.show_area(area.key)
        qtbot.wait(20)
        least = window.minimumSizeHint()
        assert least.width() <= 1280, area.key
        assert least.height() <= 640, area.key
        assert unnamed(window) == [], area.key


def test_undo_and_redo_go_through_the_window(window: MainWindow, room: Room, qtbot: QtBot) -> None:
    records = room.office.records
    number = records.options("staff", "陈志强")[0].id
    room.desk.signals.changed.emit(records.archive("staff", [number]), None)
    with qtbot.waitSignal(room.desk.signals.said):
        window.trail.undo()
    assert not records.load("staff", number).archived
    with qtbot.waitSignal(room.desk.signals.said):
        window.trail.redo()
    assert records.load("staff", number).archived


def test_the_search_of_the_window_opens_the_record(window: MainWindow, room: Room, qtbot: QtBot) -> None:
    number = room.staff("赵玉梅", "LB2")
    with qtbot.waitSignal(room.desk.signals.go) as asked:
        box = window.top.search
        box.setFocus()
        qtbot.keyClicks(box, "zym")
        qtbot.waitUntil(lambda: box.offering)
        box.open_current()
    assert asked.args == ["staff", number]
    screen = window.screen_of("staff")
    qtbot.waitUntil(lambda: screen is not None and screen.form.loaded is not None     # type: ignore[attr-defined]
                    and screen.form.loaded.id == number)                             # type: ignore[attr-defined]


def test_the_keyboard_follows_into_each_screen_and_back_to_where_it_was(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    window.go("staff")
    staff = window.screen_of("staff")
    assert isinstance(staff, RecordScreen)
    assert staff.list.view.hasFocus()
    staff.form.editor("name").widget.setFocus()
    qtbot.keyClick(staff, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    second = window.screen_of("certificate")
    assert isinstance(second, RecordScreen)
    assert second.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(second, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert staff.form.editor("name").widget.hasFocus()


def test_an_inspection_that_opens_late_leaves_the_keyboard_where_the_user_is_by_then(
        window: MainWindow, room: Room, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    make = Factory(room.office.store)
    number, _ = room.office.inspections.start(make.site(), make.checklist(3), make.staff(name="刘洋"), DAY)
    window.go("inspection", number)
    inspection = window.screen_of("inspection")
    assert isinstance(inspection, InspectionScreen)
    with qtbot.waitSignal(inspection.page.keeper.opened):
        window.go("post")
    post = window.screen_of("post")
    assert post is not None
    assert post.isAncestorOf(QApplication.focusWidget())
    window.go("inspection")
    assert inspection.page.isAncestorOf(QApplication.focusWidget())


def test_undo_by_keyboard_acts_from_a_box_without_typing_and_ends_the_strip(
        window: MainWindow, room: Room, qtbot: QtBot) -> None:
    records = room.office.records
    number = records.options("staff", "陈志强")[0].id
    window.go("staff", number)
    screen = window.screen_of("staff")
    assert isinstance(screen, RecordScreen)
    qtbot.waitUntil(lambda: screen.form.loaded is not None and screen.form.loaded.id == number)
    screen.list.changes.archive()
    dialog = window.findChild(FieldsDialog)
    assert dialog is not None
    dialog.yes.click()
    assert dialog.isVisible()       # a staff file is not put away without a reason
    reason = dialog.box("reason")
    assert isinstance(reason, QPlainTextEdit)
    reason.setPlainText("重复录入")
    dialog.yes.click()
    strip = screen.list.findChild(UndoBar)
    assert strip is not None
    qtbot.waitUntil(strip.isVisible)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    box = screen.list.search
    box.setFocus()
    with qtbot.waitSignal(room.desk.signals.said):
        qtbot.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not records.load("staff", number).archived
    assert [entry.reason for entry in records.history("staff", number)][1] == "重复录入"
    assert not strip.isVisible()


def test_undo_by_keyboard_after_saving_takes_the_save_back(window: MainWindow, room: Room, qtbot: QtBot) -> None:
    records = room.office.records
    number = records.options("staff", "陈志强")[0].id
    window.go("staff", number)
    screen = window.screen_of("staff")
    assert isinstance(screen, RecordScreen)
    qtbot.waitUntil(lambda: screen.form.loaded is not None and screen.form.loaded.id == number)
    box = screen.form.editor("school").widget
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_End)
    qtbot.keyClicks(box, "A")
    with qtbot.waitSignal(screen.keeper.saved):
        qtbot.keyClick(box, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert records.load("staff", number).values["school"] == "A"
    with qtbot.waitSignal(room.desk.signals.said):
        qtbot.keyClick(box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert records.load("staff", number).values["school"] == ""


def test_the_search_of_the_window_says_when_nothing_is_found(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(window.isActiveWindow)
    box = window.top.search
    box.setFocus()
    qtbot.keyClicks(box, "qqqqqq")
    qtbot.waitUntil(box._list.isVisible)
    assert box._list.model().index(0, 0).data() == "Nothing found."
    assert not box.offering
    with qtbot.assertNotEmitted(window._desk.signals.go):
        box.open_current()
