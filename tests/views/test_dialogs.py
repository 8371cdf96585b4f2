"""Dialogs are as high as their words, on a low screen too."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from laborqa_desktop.views.ask import FittedDialog
from laborqa_desktop.views.parts.label import label
from laborqa_desktop.views.parts.layout import column, holder
from laborqa_desktop.views.theme import Theme


@pytest.fixture
def owner(themed: Theme, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_dialog_grows_and_shrinks_with_a_message(owner: QWidget, qtbot: QtBot) -> None:
    message = label("说明 " * 80, wrap=True)
    message.hide()
    dialog = FittedDialog(owner, "标题", body=holder(column(label("一行"), message)))
    dialog.add_button("&OK", primary=True)
    dialog.open()
    before = dialog.height()
    message.show()
    qtbot.waitUntil(lambda: dialog.height() > before + 40)
    message.hide()
    qtbot.waitUntil(lambda: dialog.height() == before)
    dialog.reject()


def test_on_a_low_screen_the_body_scrolls_and_the_buttons_stay_in_sight(owner: QWidget, qtbot: QtBot) -> None:
    dialog = FittedDialog(owner, "标题", body=holder(column(*(label(f"第 {number} 行") for number in range(200)))))
    button = dialog.add_button("&OK", primary=True)
    dialog.open()
    assert dialog.height() < dialog.screen().availableGeometry().height()
    assert dialog.rect().contains(button.geometry())
    assert dialog.area.verticalScrollBar().maximum() > 0
    dialog.reject()


def test_a_dialog_is_as_wide_as_its_widest_part(owner: QWidget, qtbot: QtBot) -> None:
    wide = label("一句不会换行的话" * 12)
    dialog = FittedDialog(owner, "标题", body=holder(column(wide)))
    dialog.open()
    assert wide.visibleRegion().boundingRect().width() >= wide.sizeHint().width()
    dialog.reject()
