"""Rows of a form by keyboard alone: a name pasted into a cell is looked up, Enter fills a blank row before the next."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from laborqa_desktop.records import TYPES
from laborqa_desktop.views.record_screen import RecordScreen
from laborqa_desktop.views.ref_picker import RefPicker
from laborqa_desktop.views.row_grid import RowGrid
from tests.views.conftest import Room


@pytest.fixture
def grid(room: Room, qtbot: QtBot) -> RowGrid:
    room.staff("𬱖䶮", "LB1")
    room.staff("王秀兰", "LB2")
    screen = RecordScreen(room.desk, TYPES["training_session"])
    qtbot.addWidget(screen)
    screen.resize(1168, 560)
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.new_record()
    made = screen.form.editor("attendees").widget
    assert isinstance(made, RowGrid)
    made.add_row()
    return made


def picker(grid: RowGrid) -> RefPicker:
    box = grid.view.indexWidget(grid.view.currentIndex())
    assert isinstance(box, RefPicker)
    return box


def test_a_name_pasted_into_a_cell_is_looked_up(grid: RowGrid, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("𬱖䶮\r\n")
    qtbot.keyClick(grid.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    box = picker(grid)
    qtbot.waitUntil(lambda: box.offering)
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: grid.model.index(0, 0).data() == "𬱖䶮")
    assert grid.model.rowCount() == 2, "Enter went on to a further row"


def test_several_lines_are_not_squeezed_into_one_cell(grid: RowGrid, qtbot: QtBot) -> None:
    QApplication.clipboard().setText("𬱖䶮\r\n王秀兰\r\n")
    qtbot.keyClick(grid.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert grid.view.indexWidget(grid.view.currentIndex()) is None
    assert grid.model.rows() == []


def test_enter_on_a_blank_row_opens_its_cell_and_adds_no_further_row(grid: RowGrid, qtbot: QtBot) -> None:
    qtbot.keyClick(grid.view, Qt.Key.Key_Return)
    box = picker(grid)
    qtbot.waitUntil(lambda: box.offering)
    assert grid.model.rowCount() == 1


def test_an_empty_grid_shows_that_it_has_the_keyboard(grid: RowGrid, qtbot: QtBot) -> None:
    grid.remove_row()
    grid.view.setFocus()
    with_it = grid.view.viewport().grab().toImage()
    grid._add.setFocus()
    assert grid.view.viewport().grab().toImage() != with_it
    grid.view.setFocus()
    qtbot.keyClick(grid.view, Qt.Key.Key_Return)
    assert grid.model.rowCount() == 1
