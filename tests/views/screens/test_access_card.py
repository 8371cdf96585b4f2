from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from laborqa_desktop.settings import Preferences, RecentLibrary
from laborqa_desktop.store import keys
from laborqa_desktop.store.remembered import KeyStore
from laborqa_desktop.views.company.access_card import AccessCard
from laborqa_desktop.views.fields_dialog import FieldsDialog
from tests.unit.store.test_remembered import Broken, Vault
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


def test_this_computer_remembers_and_forgets(qtbot: QtBot, room: Room) -> None:
    vault = Vault()
    room.office.access._key_store = lambda: KeyStore(vault)
    folder = str(room.office.store.folder)
    room.desk.preferences.keep(Preferences(recent=(RecentLibrary(folder, "Our library"),)))
    card = _card(qtbot, room)
    qtbot.waitUntil(card.remember_button.isVisible)
    dialog = card.ask_remember()
    _type(qtbot, dialog, known="guess")
    qtbot.waitUntil(dialog.yes.isEnabled)
    assert not vault.kept
    with qtbot.waitSignal(dialog.accepted, timeout=5_000):
        _type(qtbot, dialog, known="password")
    qtbot.waitUntil(card.forget_button.isVisible)
    assert len(vault.kept) == 1
    assert room.desk.preferences.now.recent[0].remembered
    card.forget_button.click()
    qtbot.waitUntil(card.remember_button.isVisible)
    assert not vault.kept
    assert not room.desk.preferences.now.recent[0].remembered


def test_without_a_key_store_remembering_is_not_offered(qtbot: QtBot, room: Room) -> None:
    access = room.office.access
    access._key_store = lambda: KeyStore(Broken())
    assert access.can_remember()
    assert not access.is_remembered()

    class Without(KeyStore):
        works = False

    access._key_store = lambda: Without(Broken())
    card = _card(qtbot, room)
    card.reload()
    qtbot.waitUntil(lambda: not room.desk.background.is_busy)
    assert not card.remembering.isVisible()


def test_the_strength_of_a_new_password_is_said_while_it_is_typed(qtbot: QtBot, room: Room) -> None:
    dialog = _card(qtbot, room).ask_password()
    box = dialog.box("new")
    for words, said in (("password1", "Weak"), ("kupfer lampe nordwind", "Strong"), ("ＡＢＣ", "Full-width")):
        box.setText(words)      # type: ignore[attr-defined]
        assert said in box.accessibleDescription()
    dialog.reject()
