"""A correction that asks why: asked once at Ctrl+S, kept as a draft when nobody is there to answer, never lost."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from laborqa_desktop.models.report import Report
from laborqa_desktop.views.fields_dialog import FieldsDialog
from laborqa_desktop.views.problem.screen import ProblemScreen
from laborqa_desktop.views.record_screen import RecordScreen
from tests.factory import Factory
from tests.views.conftest import Room


@pytest.fixture
def screen(room: Room, qtbot: QtBot) -> RecordScreen:
    return room.staff_screen(qtbot, "陈志强", "李桂芳")


def rename(screen: RecordScreen, qtbot: QtBot, words: str) -> int:
    """Types another name; gives the id of the record."""
    assert screen.form.loaded is not None
    assert screen.form.loaded.id is not None
    screen.form.focus_field("name")
    box = screen.form.editor("name").widget
    box.clear()     # type: ignore[attr-defined]
    qtbot.keyClicks(box, words)
    return screen.form.loaded.id


def dialogs(screen: RecordScreen) -> list[FieldsDialog]:
    return [one for one in screen.window().findChildren(FieldsDialog) if one.isVisible()]


def asked(screen: RecordScreen, qtbot: QtBot) -> FieldsDialog:
    """Presses Ctrl+S and waits until it is asked why."""
    assert screen.save()
    qtbot.waitUntil(lambda: bool(dialogs(screen)))
    [dialog] = dialogs(screen)
    return dialog


def box_of(dialog: FieldsDialog) -> QPlainTextEdit:
    box = dialog.box("reason")
    assert isinstance(box, QPlainTextEdit)
    return box


def stored(room: Room, number: int) -> str:
    return str(room.office.records.load("staff", number).values["name"])


def test_the_reason_is_asked_once_and_stands_in_the_history(screen: RecordScreen, room: Room, qtbot: QtBot) -> None:
    number = rename(screen, qtbot, "Chen Zhigang")
    dialog = asked(screen, qtbot)
    assert stored(room, number) == "陈志强"
    box_of(dialog).setPlainText("身份证上是刚")
    with qtbot.waitSignal(screen.keeper.saved):
        dialog.yes.click()
    assert stored(room, number) == "Chen Zhigang"
    assert room.office.records.history("staff", number)[0].reason == "身份证上是刚"
    assert room.office.records.draft_load("staff", number) is None
    assert not screen.form.dirty
    qtbot.waitUntil(lambda: not dialogs(screen))
    screen.form.focus_field("team", select=False)
    qtbot.keyClicks(screen.form.editor("team").widget, "A")
    with qtbot.waitSignal(screen.keeper.saved):
        screen.save()
    assert room.office.records.history("staff", number)[0].reason == "", "a reason is of one correction"


def test_esc_goes_back_to_the_form_with_all_that_was_typed(screen: RecordScreen, room: Room, qtbot: QtBot) -> None:
    number = rename(screen, qtbot, "Chen Zhigang")
    dialog = asked(screen, qtbot)
    box_of(dialog).setPlainText("身份证")
    said = []
    screen.keeper.state.connect(lambda words, tone: said.append(words))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialogs(screen))
    assert screen.form.values()["name"] == "Chen Zhigang"
    assert screen.form.dirty
    kept = room.office.records.draft_load("staff", number)
    assert kept is not None
    assert kept.values["name"] == "Chen Zhigang"
    assert stored(room, number) == "陈志强"
    again = asked(screen, qtbot)
    assert box_of(again).toPlainText() == "身份证"
    assert any("Ctrl+S" in words for words in said)
    again.reject()


def test_an_arrow_key_keeps_it_as_a_draft_and_ctrl_s_asks_later(screen: RecordScreen, room: Room,
                                                                qtbot: QtBot) -> None:
    number = rename(screen, qtbot, "Chen Zhigang")
    with qtbot.waitSignal(room.desk.signals.said) as told:
        screen.list.step(1)
    assert "Ctrl+S" in told.args[0]
    assert not dialogs(screen)
    qtbot.waitUntil(lambda: screen.form.loaded is not None and screen.form.loaded.id != number)
    assert stored(room, number) == "陈志强"
    screen.list.step(-1)
    qtbot.waitUntil(lambda: screen.form.loaded is not None and screen.form.loaded.id == number)
    assert screen.form.values()["name"] == "Chen Zhigang"
    dialog = asked(screen, qtbot)
    box_of(dialog).setPlainText("身份证上是刚")
    with qtbot.waitSignal(screen.keeper.saved):
        dialog.yes.click()
    assert stored(room, number) == "Chen Zhigang"


def test_ctrl_s_held_down_asks_in_one_dialog(screen: RecordScreen, room: Room, qtbot: QtBot) -> None:
    rename(screen, qtbot, "Chen Zhigang")
    screen.save()
    qtbot.keyClicks(screen.form.editor("name").widget, " X")
    dialog = asked(screen, qtbot)
    qtbot.waitUntil(lambda: not screen.keeper.busy)
    assert dialogs(screen) == [dialog]
    box_of(dialog).setPlainText("改")
    with qtbot.waitSignal(screen.keeper.saved):
        dialog.yes.click()
    assert screen.form.values()["name"] == "Chen Zhigang X"


def test_a_problem_that_a_report_counts_is_left_as_a_draft_and_said(room: Room, qtbot: QtBot) -> None:
    room.office.company.found("杭州洁安劳务服务有限公司")
    make = Factory(room.office.store)
    make.unit()
    site = make.site()
    one = make.problem(site_id=site)
    moment = room.office.store.clock()
    make.add(Report(code="QR-202611-S-001-V1", site_id=site, month=date(2026, 11, 1), series_no=1, language="zh",
                    issued_at=moment, cut_off=moment, sha256="0" * 64, blob="-"))
    screen = ProblemScreen(room.desk)
    qtbot.addWidget(screen)
    screen.show()
    screen.open_record(one)
    qtbot.waitUntil(lambda: screen.page.shown is not None and screen.page.shown.id == one)
    screen._edit_shown()
    severity = screen.form.editor("severity")
    severity.put("major")
    severity.changed.emit()
    with qtbot.waitSignal(room.desk.signals.said) as told:
        screen._escape()
    assert "QR-202611-S-001-V1" in told.args[0]
    records = room.office.records
    assert records.load("problem", one).values["severity"] == "minor"
    kept = records.draft_load("problem", one)
    assert kept is not None
    assert kept.values["severity"] == "major"
    screen._edit_shown()
    screen.save()
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in screen.window().findChildren(FieldsDialog)))
    [dialog] = [one for one in screen.window().findChildren(FieldsDialog) if one.isVisible()]
    box_of(dialog).setPlainText("客户更正")
    with qtbot.waitSignal(screen.keeper.saved):
        dialog.yes.click()
    assert records.load("problem", one).values["severity"] == "major"
    assert records.history("problem", one)[0].reason == "客户更正"


def test_a_stopped_save_is_said_at_the_head_and_its_field_is_in_view(screen: RecordScreen, qtbot: QtBot) -> None:
    screen.resize(1000, 420)
    screen.new_record()
    screen.form.focus_field("name")
    qtbot.keyClicks(screen.form.editor("name").widget, "Wang")
    assert screen.stopped.isHidden(), "nothing is held against a form that nobody wanted to save"
    assert not screen.save()
    assert screen.stopped.isVisible()
    first = screen.form.errors()[0]
    assert screen.form.field_name(first.field) in screen.stopped.words
    assert "F8" in screen.stopped.words
    for flaw in screen.form.errors():
        qtbot.waitUntil(lambda key=flaw.field: in_view(screen, key))    # type: ignore[misc]
        screen.form.go_to_next_error()
    before = screen.stopped.words
    screen.form.editor("code").put("LB9")
    screen.form.editor("birth_date").put(date(1990, 1, 1))
    screen.form.check()
    assert screen.stopped.words != before, "it follows what is corrected"
    screen.new_record()
    assert screen.stopped.isHidden()


def test_a_new_record_begins_at_its_top(screen: RecordScreen, qtbot: QtBot) -> None:
    screen.resize(1000, 420)
    screen.form.focus_field("note" if "note" in screen.form.values() else list(screen.form.values())[-1])
    screen.new_record()
    qtbot.waitUntil(lambda: in_view(screen, "name"))


def test_a_reason_put_away_is_said_at_the_head(screen: RecordScreen, qtbot: QtBot) -> None:
    rename(screen, qtbot, "Chen Zhigang")
    qtbot.keyClick(asked(screen, qtbot), Qt.Key.Key_Escape)
    qtbot.waitUntil(screen.stopped.isVisible)
    assert "Ctrl+S" in screen.stopped.words
    dialog = asked(screen, qtbot)
    box_of(dialog).setPlainText("改")
    with qtbot.waitSignal(screen.keeper.saved):
        dialog.yes.click()
    assert screen.stopped.isHidden()


def in_view(screen: RecordScreen, key: str) -> bool:
    """Whether the whole of a field is within what scrolls it, and has the keyboard."""
    frame = screen.form.frame(key)
    return (screen.form.focused_key() == key
            and frame.visibleRegion().boundingRect().height() >= frame.height())
