"""Keys that people try without being told: Enter on a button, words typed into a box of choices."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from laborqa_desktop.records import TYPES
from laborqa_desktop.usecases.listing import Option
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.inputs import Combo
from laborqa_desktop.views.parts.layout import column, row
from laborqa_desktop.views.parts.tick import Tick
from laborqa_desktop.views.record_screen import RecordScreen
from laborqa_desktop.views.ref_picker import RefPicker
from laborqa_desktop.views.top_window import Window
from tests.views.conftest import Room


def test_enter_presses_the_button_that_has_the_keyboard_once(qtbot: QtBot) -> None:
    pressed: list[str] = []
    page = QWidget()
    button = Button("Go", clicked=lambda: pressed.append("go"))
    button.setParent(page)
    qtbot.addWidget(page)
    page.show()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert pressed == ["go"]
    qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert pressed == ["go"], "Ctrl+Enter belongs to the page"


def test_a_box_of_choices_understands_an_input_method_and_paste(qtbot: QtBot) -> None:
    box = Combo(items=((1, "健康证"), (2, "保安员证"), (3, "特种作业操作证")))
    qtbot.addWidget(box)
    box.setCurrentIndex(-1)
    box.show()
    chosen: list[int] = []
    box.activated.connect(chosen.append)
    event = QInputMethodEvent()
    event.setCommitString("保安")
    QApplication.sendEvent(box, event)
    assert (box.key(), chosen) == (2, [1])
    QGuiApplication.clipboard().setText("操作证")
    qtbot.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert box.key() == 3
    assert not box.choose_words("驾驶证"), "what is not among them changes nothing"
    assert box.key() == 3


def test_the_list_of_choices_opens_with_its_first_line_marked(qtbot: QtBot) -> None:
    box = Combo(items=((1, "健康证"), (2, "保安员证")))
    qtbot.addWidget(box)
    box.setCurrentIndex(-1)
    box.show()
    box.showPopup()
    assert box.view().currentIndex().row() == 0
    box.hidePopup()


def test_a_name_typed_over_and_typed_again_is_chosen_again(room: Room, qtbot: QtBot) -> None:
    known = Option(7, "A person", "LB1")
    box = RefPicker(lambda words: [known] if words in known.label else [], room.desk.background)
    qtbot.addWidget(box)
    with qtbot.waitActive(box):
        box.show()
        box.activateWindow()
    box.setFocus()
    for words, expected in (("A person", 7), ("Nobody", None), ("A person", 7)):
        box.selectAll()
        qtbot.keyClicks(box, words)
        if expected:
            qtbot.waitUntil(lambda: box.offering)
            qtbot.keyClick(box, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda wanted=expected: box.record_id == wanted)    # type: ignore[misc]


def test_a_change_is_no_longer_called_saved(room: Room, qtbot: QtBot) -> None:
    room.staff("陈志强", "LB1")
    screen = RecordScreen(room.desk, TYPES["staff"])
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(lambda: screen.form.loaded is not None)
    screen._show_state("Saved 10:00", "ok")
    qtbot.keyClicks(screen.form.editor("team").widget, "A")
    assert "not saved" in screen._state.text()


def test_alt_held_down_shows_the_keys_of_the_buttons_in_sight(qtbot: QtBot) -> None:
    window = Window()
    page = QWidget()
    seen, gone = Button("提交(&S)"), Button("作废(&V)")
    entry = QLineEdit()
    page.setLayout(column(entry, seen, gone, Button("开始", keys="Ctrl+Enter"), Button("取消")))
    gone.hide()
    window.addWidget(page)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    entry.setFocus()
    qtbot.keyPress(entry, Qt.Key.Key_Alt)
    qtbot.waitUntil(lambda: bool(window.key_tips.shown))
    assert [cap._text for cap in window.key_tips.shown] == ["S", "Ctrl+Enter"]
    qtbot.keyRelease(entry, Qt.Key.Key_Alt)
    assert not window.key_tips.shown
    qtbot.keyPress(entry, Qt.Key.Key_Alt)
    qtbot.keyClick(entry, Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    assert not window.key_tips._timer.isActive(), "who knows the letter sees nothing"


def test_key_caps_stand_at_their_words_and_cover_none_at_the_foot(qtbot: QtBot) -> None:
    window, page = Window(), QWidget()
    tick, last, beside = Tick("我已保管好恢复单(&K)"), Button("语言与外观(&L)", keys="Ctrl+Shift+L"), Button("锁定(&M)")
    page.setLayout(column(tick, row(last, beside, gap=0)))
    page.layout().setContentsMargins(0, 0, 0, 0)       # type: ignore[union-attr]
    window.addWidget(page)
    qtbot.addWidget(window)
    window.resize(640, 90)
    window.show()
    window.key_tips.show()
    caps = {cap._text: cap.geometry() for cap in window.key_tips.shown}
    assert caps["K"].right() < tick.sizeHint().width()
    for name, button in (("Ctrl+Shift+L", last), ("M", beside)):
        top = button.mapTo(window, QPoint(0, 0)).y()
        assert caps[name].center().y() <= top + 2, "the words of a button at the foot stay in sight"
