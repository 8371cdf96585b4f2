"""Pasting on the screen: the block is mapped, errors stand red in their cells and are mended there, one step."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from laborqa_desktop.records import TYPES
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.views.list_panel import ListPanel
from laborqa_desktop.views.parts.bands import UndoBar
from laborqa_desktop.views.pasting.dialog import PasteDialog
from laborqa_desktop.views.pasting.grid import STATE
from tests.views.conftest import Room
from tests.views.support import unnamed

NUMBER = "110101199001010015"


@pytest.fixture
def panel(room: Room, qtbot: QtBot) -> Iterator[ListPanel]:
    for no in range(3):
        room.staff(f"人{no}", f"E{no}")
    made = ListPanel(room.desk, TYPES["staff"])
    qtbot.addWidget(made)
    made.resize(1000, 500)
    made.show()
    qtbot.waitUntil(lambda: made.model.rowCount() == 3)
    yield made
    for dialog in made.findChildren(PasteDialog):
        dialog.reject()


def paste(panel: ListPanel, qtbot: QtBot, text: str, as_new: bool = False) -> PasteDialog:
    QGuiApplication.clipboard().setText(text)
    panel.changes.paste(as_new)
    qtbot.waitUntil(lambda: bool(panel.window().findChildren(PasteDialog)))
    dialog = panel.window().findChildren(PasteDialog)[-1]
    tried(dialog, qtbot)
    return dialog


def tried(dialog: PasteDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog._trial is not None and not dialog.task.busy)


def cells(dialog: PasteDialog, column: int) -> list[Any]:
    block = dialog.grid.block
    return [block.index(row, column).data() for row in range(block.rowCount())]


def test_errors_stand_in_their_cells_and_are_mended_there(panel: ListPanel, room: Room, qtbot: QtBot) -> None:
    records = room.office.records
    dialog = paste(panel, qtbot, f"Employee no.\tID number\tTeam\nE0\t1.1E+17\tday\nE1\t{NUMBER}\tnight\nE2\t\tday\n")
    assert unnamed(dialog) == []
    block = dialog.grid.block
    assert cells(dialog, STATE) == ["error", "changed · 人1", "changed · 人2"]
    assert block.look(0, 2) == "error"
    assert block.reason(0, 2).startswith("Excel cut this number")
    assert not dialog.go.isEnabled()
    dialog.grid.go_to_problem(after=False)
    assert (dialog.grid.currentIndex().row(), dialog.grid.currentIndex().column()) == (0, 2)
    assert "Excel cut this number" in dialog._reason.text()
    block.setData(block.index(0, 2), "420106198305121021")
    assert block.look(0, 2) == "error"      # until it was tried again
    qtbot.waitUntil(lambda: dialog.go.isEnabled())
    assert cells(dialog, STATE)[0] == "changed · 人0"
    assert dialog._reason.text() == ""
    dialog.grid.setCurrentIndex(block.index(2, 2))
    dialog.leave_out()
    qtbot.waitUntil(lambda: dialog.go.isEnabled())
    assert cells(dialog, STATE)[2] == "left out"
    assert dialog.go.accessibleName() == "Paste 2 rows"
    with qtbot.waitSignal(room.desk.signals.changed) as told:
        dialog.go.click()
    changes: Any = told.args[0]
    found = [records.load("staff", one).values for one in records.ids("staff", Query(order=(("code", False),)))]
    assert [one["team"] for one in found] == ["day", "night", ""]
    assert [one["id_no"] for one in found] == ["420106198305121021", NUMBER, ""]
    strip = panel.findChild(UndoBar)
    assert strip is not None
    assert strip.accessibleName() == "Pasted: 2"
    records.undo(changes.act_id)
    assert {records.load("staff", one).values["team"] for one in records.ids("staff", Query())} == {""}


def test_without_headings_the_columns_in_sight_take_the_cells_from_the_current_row_on(
        panel: ListPanel, room: Room, qtbot: QtBot) -> None:
    panel.view.go_to(1)
    at = next(place for place, column in enumerate(panel.model.columns) if column.key == "status")
    panel.view.setCurrentIndex(panel.model.index(1, at))
    dialog = paste(panel, qtbot, "Suspended\nSuspended\n")
    assert not dialog.headings.isChecked()
    assert dialog.where.current == "onto"
    assert dialog.grid.block.field_name(0) == "Status"
    assert cells(dialog, STATE) == ["changed · 人1", "changed · 人2"]
    dialog.headings.click()
    qtbot.waitUntil(lambda: not dialog.band.isHidden())
    assert dialog.grid.block.rowCount() == 1


def test_a_column_gets_another_field_from_the_menu_of_its_heading(panel: ListPanel, room: Room, qtbot: QtBot) -> None:
    dialog = paste(panel, qtbot, "白班\n夜班\n")
    dialog._ask_field(0)
    menu = next(one for one in dialog.findChildren(QMenu) if one.accessibleName() == "Field of the column")
    words = [one.text() for one in menu.actions()]
    assert words[0] == "(not pasted)"
    menu.actions()[words.index("Team")].trigger()
    tried(dialog, qtbot)
    assert dialog.grid.block.field_name(0) == "Team"
    dialog.assign(0, "")
    qtbot.waitUntil(lambda: not dialog.band.isHidden())
    assert "No column is taken yet" in dialog.band.accessibleName()
    assert not dialog.go.isEnabled()


def test_new_records_and_the_keys_of_the_list(panel: ListPanel, room: Room, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("Full name\tEmployee no.\tMobile phone\tBirth date\tPost\tHired on\n"
                                        "赵六\tE9\t13900139000\t1990-01-01\t保洁员\t2026-01-01")
    panel.activateWindow()
    panel.view.setFocus()
    qtbot.waitUntil(panel.view.hasFocus)
    qtbot.keyClick(panel.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: bool(panel.window().findChildren(PasteDialog)))
    dialog = panel.window().findChildren(PasteDialog)[-1]
    tried(dialog, qtbot)
    assert dialog.where.current == "new"
    assert cells(dialog, STATE) == ["new"]
    with qtbot.waitSignal(dialog.pasted):
        dialog.go.click()
    assert len(room.office.records.ids("staff", Query())) == 4


def test_nothing_to_paste_is_said(panel: ListPanel, room: Room, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("  ")
    panel.changes.paste()
    qtbot.waitUntil(lambda: bool(room.answers.told))
    assert "no table on the clipboard" in room.answers.told[0]


def test_correcting_who_somebody_is_asks_why(panel: ListPanel, room: Room, qtbot: QtBot) -> None:
    dialog = paste(panel, qtbot, "Employee no.\tFull name\nE0\t新名\n")
    assert not dialog.reason_frame.isHidden()
    assert not dialog.go.isEnabled()
    dialog.reason.setText("姓名录错")
    assert dialog.go.isEnabled()
    with qtbot.waitSignal(dialog.pasted):
        dialog.go.click()
    records = room.office.records
    assert "新名" in [records.label("staff", one) for one in records.ids("staff", Query())]
