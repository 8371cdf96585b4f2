from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from laborqa_desktop.store import keys
from laborqa_desktop.views.company.access_card import AccessCard
from laborqa_desktop.views.fields_dialog import FieldsDialog
from tests.views.conftest import Room


def _card(qtbot: QtBot, room: Room) -> AccessCard:
    card = AccessCard(room.desk)
    qtbot.addWidget(card)
    card.show()
    return card


def _type(qtbot: QtBot, dialog: FieldsDialog, **words: str) -> None:
    for key, value in words.items():
        box = dialog.box(key)
        assert isinstance(box, QLineEdit)
        assert box.echoMode() == QLineEdit.EchoMode.Password
        box.clear()
        qtbot.keyClicks(box, value)
    dialog.yes.click()


def test_the_password_is_changed_only_when_both_agree_and_the_old_one_is_right(qtbot: QtBot, room: Room) -> None:
    dialog = _card(qtbot, room).ask_password()
    layout = room.office.store.layout
    _type(qtbot, dialog, known="password", new="long enough", again="long enougk")
    _type(qtbot, dialog, known="guess", new="long enough", again="long enough")
    qtbot.waitUntil(dialog.yes.isEnabled, timeout=5_000)
    keys.unseal(keys.load(layout), "password")
    with qtbot.waitSignal(dialog.accepted, timeout=5_000):
        _type(qtbot, dialog, known="password", new="long enough", again="long enough")
    keys.unseal(keys.load(layout), "long enough")


def test_a_new_code_is_told_once_and_its_sheet_opens(qtbot: QtBot, room: Room) -> None:
    room.office.company.found("洁安")
    card = _card(qtbot, room)
    dialog = card.ask_code()
    with qtbot.waitSignal(room.desk.signals.go, timeout=5_000) as asked:
        _type(qtbot, dialog, known="password")
    assert asked.args is not None
    assert asked.args[0] == "print"
    code = room.answers.told[-1].split("\n")[0]
    keys.unseal(keys.load(room.office.store.layout), code)
