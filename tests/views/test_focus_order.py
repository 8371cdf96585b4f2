"""The order of Tab is read without making anybody another's child."""

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QStyle, QWidget
from pytestqt.qtbot import QtBot

from laborqa_desktop.views.parts.focus_order import following, preceding
from tests.views.support import misowned


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
    assert misowned() == []
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
    assert misowned() == [f"QLineEdit in PySide6.QtWidgets.QLineEdit at {id(first):#x}>"]
    assert next(following(first)) is second
    assert misowned() == []
