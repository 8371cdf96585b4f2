"""Items typed, pasted, doubled and moved by keyboard; editions put in force and compared."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QWidget

from laborqa_desktop.records import record_type
from laborqa_desktop.views.checklist.items_model import ItemsModel
from laborqa_desktop.views.checklist.pasting import rows_from
from laborqa_desktop.views.checklist.screen import ITEMS, ChecklistScreen
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.editions.edition_screen import DIFFERENCE
from laborqa_desktop.views.fields_dialog import FieldsDialog
from tests.factory import Factory

FIELDS = record_type("checklist").field("items").rows
COPIED = ("分区\tItem\tPoints\tCritical\r\n大堂\t地面无水渍\t4\t是\r\n大堂\t玻璃洁净\t2.5\t\r\n"
          "卫生间\t台面干燥\t3\tx\r\n")


@pytest.fixture
def screen(qtbot: Any, desk: Desk, make: Factory) -> ChecklistScreen:
    made = ChecklistScreen(desk)
    qtbot.addWidget(made)
    made.resize(1168, 540)
    with qtbot.waitExposed(made):
        made.show()
    return made


def show(qtbot: Any, screen: ChecklistScreen, checklist: int, page: str = ITEMS) -> None:
    screen.open_record(checklist)
    qtbot.waitUntil(lambda: screen.form.loaded is not None and screen.form.loaded.id == checklist)
    screen._show_page(page)


def texts(screen: ChecklistScreen) -> list[str]:
    return [row["text"] for row in screen.items.items.rows()]


def test_a_pasted_block_with_headings_goes_to_the_right_columns() -> None:
    rows, unread = rows_from(COPIED, FIELDS, 0)
    assert unread == 0
    assert rows[0] == {"text": "地面无水渍", "weight_x100": 400, "critical": True}
    assert [row["weight_x100"] for row in rows] == [400, 250, 300]


def test_a_pasted_block_without_headings_goes_from_the_current_column_on() -> None:
    rows, unread = rows_from("地面\t看\t很多\r\n\r\n台面\t\t2\r\n", FIELDS, 1)
    assert rows == [{"text": "地面", "requirement": "看"}, {"text": "台面", "weight_x100": 200}]
    assert unread == 1


def test_a_cell_with_a_line_break_stays_one_cell() -> None:
    rows, _ = rows_from('"地面\n无水渍"\t要求\n', FIELDS, 1)
    assert rows == [{"text": "地面 无水渍", "requirement": "要求"}]


def test_without_sections_there_are_no_points_by_section(qtbot: Any, screen: ChecklistScreen) -> None:
    screen.new_record()
    screen.form.editor("name").put("日常保洁")
    screen.form.editor("code").put("QL-9")
    grid = screen.items
    grid.add_row()
    grid.items.setData(grid.items.index(0, grid.first_column()), "地面无水渍")
    with qtbot.waitSignal(screen.keeper.saved):
        assert screen.save()
    assert "1" in grid.totals.text()
    assert "—" not in grid.totals.text()


def test_new_checklist_pasted_saved_and_put_in_force(qtbot: Any, desk: Desk, screen: ChecklistScreen) -> None:
    screen.new_record()
    screen.form.editor("name").put("日常保洁")
    screen.form.editor("code").put("QL-9")
    screen._show_page(ITEMS)
    QGuiApplication.clipboard().setText(COPIED)
    screen.items.view.setFocus()
    QTest.keyClick(screen.items.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert texts(screen) == ["地面无水渍", "玻璃洁净", "台面干燥"]
    assert "9.5" in screen.items.totals.text()
    with qtbot.waitSignal(screen.keeper.saved):
        assert screen.save()
    with qtbot.waitSignal(desk.signals.changed):
        screen.bar.button(0).click()
    checklist = desk.office.records.by_code("checklist", "QL-9")
    qtbot.waitUntil(lambda: desk.office.records.load("checklist", checklist).values["status"] == "active")
    qtbot.waitUntil(lambda: screen.items.items.read_only)


def test_rows_double_move_and_come_back(qtbot: Any, make: Factory, screen: ChecklistScreen) -> None:
    show(qtbot, screen, make.checklist(3, status="draft"))
    view, model = screen.items.view, screen.items.items
    view.setFocus()
    view.setCurrentIndex(model.index(0, 1))
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(view, Qt.Key.Key_D, both)
    assert texts(screen) == ["第1项", "第1项", "第2项", "第3项"]
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert texts(screen) == ["第1项", "第2项", "第1项", "第3项"]
    assert view.currentIndex().row() == 2
    for _ in range(2):
        QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert texts(screen) == ["第1项", "第2项", "第3项"]


def test_a_new_row_continues_the_one_above(qtbot: Any, make: Factory, screen: ChecklistScreen) -> None:
    show(qtbot, screen, make.checklist(2, status="draft"))
    view, model = screen.items.view, screen.items.items
    view.setFocus()
    view.setCurrentIndex(model.index(1, 1))
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert model.index(2, 0).data(Qt.ItemDataRole.EditRole) == "卫生间"
    assert len(model.rows()) == 2                       # an empty row is none until something is to be checked
    model.setData(model.index(2, 1), "通风")
    assert model.rows()[2]["weight_x100"] == 100


def test_a_checklist_in_use_is_locked_and_has_a_next_edition(
        qtbot: Any, desk: Desk, make: Factory, screen: ChecklistScreen) -> None:
    first = make.checklist(2)
    show(qtbot, screen, first)
    QGuiApplication.clipboard().setText("新项\n")
    screen.items.paste()
    assert len(texts(screen)) == 2
    screen.bar.new_edition_asked.emit()
    dialog = screen.findChild(FieldsDialog)
    assert dialog is not None
    dialog.box("reason").setPlainText("增加一项")         # type: ignore[attr-defined]
    dialog.yes.click()
    qtbot.waitUntil(lambda: screen.form.loaded is not None and screen.form.loaded.id not in (None, first))
    screen.items.items.insert(2, [{"text": "加的一项"}])
    with qtbot.waitSignal(screen.keeper.saved):
        screen.save()
    screen._show_page(DIFFERENCE)
    plus = screen.tr("+ added")
    qtbot.waitUntil(lambda: any(plus in one.accessibleName() for one in screen.difference.findChildren(QWidget)))


def test_the_items_are_a_sound_model(desk: Desk, qtbot: Any, make: Factory, screen: ChecklistScreen) -> None:
    show(qtbot, screen, make.checklist(3, status="draft"))
    model = screen.items.items
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.overwrite(2, [{"text": "甲"}, {"text": "乙"}])
    model.move(3, -1)
    model.move(0, 1)
    model.duplicate(1)
    model.remove(0)
    model.undo()
    assert isinstance(tester.model(), ItemsModel)


def test_screen_fits_a_small_window(qtbot: Any, make: Factory, screen: ChecklistScreen) -> None:
    show(qtbot, screen, make.checklist(30))
    assert screen.minimumSizeHint().width() <= 1168
    assert screen.minimumSizeHint().height() <= 500


def test_counting_the_files_keeps_the_tabs_that_only_a_checklist_has(
        qtbot: Any, screen: ChecklistScreen, make: Factory) -> None:
    show(qtbot, screen, make.checklist(items=4))
    before = [one.key for one in screen._tabs._items]
    screen.files.counted.emit(3)
    assert [one.key for one in screen._tabs._items] == before
    assert ITEMS in before
    assert [one.count for one in screen._tabs._items if one.count] == ["3"]
