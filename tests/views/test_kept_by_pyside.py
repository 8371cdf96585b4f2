"""What PySide keeps of Qt's objects: the order of Tab and the parts of a layout are read without harm."""

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QStyle, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from laborqa_desktop.views.clipboard import pasted
from laborqa_desktop.views.parts.focus_order import following, preceding
from laborqa_desktop.views.parts.layout import column, empty, laid_out, leave_room, room_in, row
from tests.views.support import held_items, misowned


def test_what_qt_made_inside_a_neighbour_outlives_who_was_asked(qtbot: QtBot, qapp: QApplication) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first, middle, last = (QLineEdit(window) for _ in range(3))
    arrow = last.addAction(qapp.style().standardIcon(QStyle.StandardPixmap.SP_ArrowUp),
                           QLineEdit.ActionPosition.TrailingPosition)
    assert [one for one in following(first) if isinstance(one, QLineEdit)] == [middle, last]
    assert window in following(first)
    assert preceding(middle) is first
    assert preceding(first) is window
    assert misowned(window) == []
    first.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not shiboken6.isValid(first)
    assert shiboken6.isValid(arrow)
    assert shiboken6.isValid(window)


def test_who_asks_by_itself_makes_a_neighbour_a_child(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    first, second = QLineEdit(window), QLineEdit(window)
    assert first.nextInFocusChain() is second
    assert misowned(window) == [f"QLineEdit in PySide6.QtWidgets.QLineEdit at {id(first):#x}>"]
    assert next(following(first)) is second
    assert misowned(window) == []


def test_the_parts_of_a_layout_are_told_in_order_and_no_item_is_held(qtbot: QtBot) -> None:
    window, first, second, third = QWidget(), QLabel("1"), QLabel("2"), QLabel("3")
    qtbot.addWidget(window)
    inner = row(second, 5, third)
    window.setLayout(column(inner, 12, None, first, 30))
    outer = window.layout()
    assert isinstance(outer, QVBoxLayout)
    assert laid_out(outer) == [inner, first]
    assert laid_out(inner) == [second, third]
    assert (room_in(outer), room_in(inner)) == (42, 5)
    outer.removeWidget(first)
    outer.insertWidget(0, first)
    assert laid_out(outer) == [first, inner]
    assert held_items() == []
    assert laid_out(QHBoxLayout()) == []


def test_who_asks_a_layout_for_an_item_is_found_out(qtbot: QtBot) -> None:
    window, part = QWidget(), QLabel("1")
    qtbot.addWidget(window)
    window.setLayout(column(part))
    layout = window.layout()
    assert layout is not None
    layout.itemAt(0)
    assert len(held_items()) == 1
    layout.takeAt(0)
    assert held_items() == []


def test_room_left_in_a_layout_goes_with_what_was_in_it(qtbot: QtBot) -> None:
    """Filled again and again, a part would ask for more height each time."""
    page, lines = QWidget(), column(QLabel(), 4)
    qtbot.addWidget(page)
    page.setLayout(lines)
    for _ in range(3):
        empty(lines)
        assert room_in(lines) == 0
        lines.addWidget(QLabel())
        leave_room(lines, 4)
        assert room_in(lines) == 4
    assert len(laid_out(lines)) == 1


def test_what_lies_on_the_clipboard_is_read_and_let_go(qtbot: QtBot, qapp: QApplication) -> None:
    entry = QLineEdit("copied by Qt itself")
    qtbot.addWidget(entry)
    entry.selectAll()
    entry.copy()
    with pasted() as data:
        assert data.text() == "copied by Qt itself"
    assert [one for one in shiboken6.getAllValidWrappers() if isinstance(one, QMimeData)] == []
    own = QMimeData()
    own.setText("ours")
    qapp.clipboard().setMimeData(own)
    for _ in range(2):
        with pasted() as data:
            assert data.text() == "ours"
    assert shiboken6.isValid(own)
    qapp.clipboard().clear()
    with pasted() as data:
        assert data.text() == ""
