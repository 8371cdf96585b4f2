"""A name that a picker does not know is made without leaving the form."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from laborqa_desktop.records import TYPES
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.views.new_record_dialog import NewRecordDialog, kind_to_make
from laborqa_desktop.views.record_screen import RecordScreen
from laborqa_desktop.views.ref_picker import RefPicker
from tests.views.conftest import Room


@pytest.fixture
def screen(room: Room, qtbot: QtBot) -> RecordScreen:
    made = RecordScreen(room.desk, TYPES["staff"])
    qtbot.addWidget(made)
    made.resize(1168, 560)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.new_record()
    return made


def offered(screen: RecordScreen, qtbot: QtBot, words: str) -> RefPicker:
    """Types a name nobody knows; gives the picker once it offers to make it."""
    screen.form.focus_field("post_id")
    box = screen.form.editor("post_id").widget
    assert isinstance(box, RefPicker)
    qtbot.keyClicks(box, words)
    qtbot.waitUntil(lambda: box.offering)
    return box


def test_enter_asks_only_what_must_be_there_and_comes_back_with_it(screen: RecordScreen, room: Room,
                                                                    qtbot: QtBot) -> None:
    box = offered(screen, qtbot, "Cleaner")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(d.isVisible() for d in screen.window().findChildren(NewRecordDialog)))
    [dialog] = screen.window().findChildren(NewRecordDialog)
    name = dialog.form.editor("name").widget
    assert isinstance(name, QLineEdit)
    assert name.text() == "Cleaner"
    assert set(dialog.form.values()) >= {"name", "code"}
    assert not dialog.form.findChildren(QLineEdit, "headcount")
    name.clear()
    dialog.save()
    assert dialog.isVisible(), "what is missing keeps it open"
    assert room.office.records.count("post", Query()).n == 0
    name.setText("Cleaner")
    dialog.save()
    qtbot.waitUntil(lambda: box.record_id is not None)
    assert room.office.records.label("post", box.record_id or 0).startswith("Cleaner")
    assert screen.form.values()["post_id"] == box.record_id
    assert room.office.records.count("post", Query()).n == 1


def test_tab_makes_nothing(screen: RecordScreen, room: Room, qtbot: QtBot) -> None:
    box = offered(screen, qtbot, "Cleaner")
    qtbot.keyClick(box, Qt.Key.Key_Tab)
    assert not box.offering
    assert not screen.window().findChildren(NewRecordDialog)
    assert box.record_id is None
    assert box.text() == "Cleaner"


def test_what_has_a_screen_of_its_own_is_begun_there() -> None:
    assert kind_to_make("checklist") is None
    person = kind_to_make("person")
    assert person is not None
    assert person.key == "staff"


def test_enter_after_the_last_field_is_on_its_way_to_saving(screen: RecordScreen, qtbot: QtBot) -> None:
    box = offered(screen, qtbot, "Cleaner")
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(d.isVisible() for d in screen.window().findChildren(NewRecordDialog)))
    [dialog] = screen.window().findChildren(NewRecordDialog)
    last = dialog.form.editor("code").widget
    last.setFocus()
    dialog.activateWindow()
    qtbot.waitUntil(last.hasFocus)
    qtbot.keyClick(last, Qt.Key.Key_Return)
    assert dialog.yes.hasFocus()
    qtbot.keyClick(dialog.yes, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: box.record_id is not None)


def test_an_empty_list_says_that_a_name_can_be_typed_and_chooses_nothing(screen: RecordScreen, room: Room,
                                                                         qtbot: QtBot) -> None:
    screen.form.focus_field("post_id")
    box = screen.form.editor("post_id").widget
    assert isinstance(box, RefPicker)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: box.offering)
    assert [option.label for option in box._model.options] == ["Nothing to choose yet"]
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert not box.offering
    assert box.record_id is None
    assert not screen.window().findChildren(NewRecordDialog)
    qtbot.keyClicks(box, "Cleaner")
    qtbot.waitUntil(lambda: box.offering and box._offers_new)
