from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QCalendarWidget, QTableView, QWidget
from pytestqt.qtbot import QtBot

from laborqa_desktop.records.field import Kind, Mask
from laborqa_desktop.views import cells, theme
from laborqa_desktop.views.ask import Question
from laborqa_desktop.views.background import Background, Step
from laborqa_desktop.views.copied_rows import copy_rows
from laborqa_desktop.views.date_entry import DateEntry
from laborqa_desktop.views.parts.bands import Band, Progress
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.chip import Chip
from laborqa_desktop.views.parts.choices import Choice, Tabs
from laborqa_desktop.views.parts.inputs import SearchBox
from laborqa_desktop.views.parts.layout import column
from laborqa_desktop.views.reading import Unreadable, read_date, read_number
from laborqa_desktop.views.tokens import DARK, LIGHT, PAIRS, Tokens, contrast

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda t: t.name)
def test_every_pair_of_colours_is_strong_enough(tokens: object) -> None:
    weak = [(a, b) for a, b, least, _ in PAIRS if contrast(getattr(tokens, a), getattr(tokens, b)) < least]
    assert not weak


@pytest.mark.parametrize("typed", ["2026-11-22", "2026年11月22日", "2026.11.22", "2026/11/22", "20261122", "11.22",
                                   "11月22日", "２０２６－１１－２２"])
def test_dates_are_read_as_people_write_them(typed: str) -> None:
    assert read_date(typed, TODAY) == date(2026, 11, 22)


@pytest.mark.parametrize("typed", ["2026-13-01", "tomorrow", "31", "2026-02-30"])
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(Unreadable):
        read_date(typed, TODAY)


def test_numbers_take_full_width_digits_and_thousands_and_keep_their_unit() -> None:
    assert read_number("１，２３４", Kind.INT) == 1234
    assert read_number("¥1,234.50", Kind.MONEY) == 123450
    assert read_number("97.5 %", Kind.PERCENT) == 975
    with pytest.raises(Unreadable):
        read_number("1.234", Kind.MONEY)
    assert cells.cell_text(123450, Kind.MONEY) == "1,234.50"


def test_masks_keep_what_identifies_and_hide_the_rest() -> None:
    assert cells.masked("330106197805121234", Mask.ID) == "330106********1234"
    assert cells.masked("13800006021", Mask.PHONE) == "138****6021"
    assert cells.masked("1234", Mask.ID) == "******"


def test_tabs_move_with_the_arrows_and_offer_what_has_no_room(qtbot: QtBot) -> None:
    tabs = Tabs("Pages", [Choice(str(n), f"Some words {n}") for n in range(9)])
    qtbot.addWidget(tabs)
    tabs.resize(260, 36)
    tabs.show()
    chosen: list[str] = []
    tabs.chosen.connect(chosen.append)
    qtbot.keyClick(tabs, Qt.Key.Key_End)
    assert chosen == ["8"]
    assert "8" not in [item.key for item in tabs.hidden_items]
    assert len(tabs.hidden_items) >= 5
    assert tabs.accessibleName() == "Pages: Some words 8"


def test_del_on_a_chip_removes_the_filter(qtbot: QtBot) -> None:
    chip = Chip("Status", "active")
    qtbot.addWidget(chip)
    with qtbot.waitSignal(chip.removed):
        qtbot.keyClick(chip, Qt.Key.Key_Delete)


def test_a_mnemonic_in_brackets_works_and_is_not_shown(qtbot: QtBot) -> None:
    button = Button("导入(&I)")
    qtbot.addWidget(button)
    assert button.text() == "导入"
    assert button.accessibleName() == "导入"
    assert button.shortcut().toString() == "Alt+I"


def test_composing_neither_searches_nor_commits(qtbot: QtBot) -> None:
    box = SearchBox("Search", "")
    qtbot.addWidget(box)
    box.show()
    found: list[str] = []
    box.searched.connect(found.append)
    QApplication.sendEvent(box, QInputMethodEvent("zhang", []))
    qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.wait(250)
    assert found == []
    done = QInputMethodEvent()
    done.setCommitString("张")
    with qtbot.waitSignal(box.searched):
        QApplication.sendEvent(box, done)
    assert found == ["张"]


def test_a_cancelled_answer_is_dropped_and_a_failure_reported(qtbot: QtBot) -> None:
    background = Background()
    answers: list[object] = []

    def fail(step: Step) -> None:
        raise ValueError("no")

    background.run(lambda step: step.check() or 1, answers.append).cancel()
    background.run(fail, answers.append, lambda error: answers.append(str(error)))
    qtbot.waitUntil(lambda: answers == ["no"])
    background.close()


def test_rows_are_copied_as_text_that_excel_keeps_whole() -> None:
    from laborqa_desktop.records import TYPES
    columns = TYPES["staff"].columns[:2]
    data = copy_rows(columns, [["=1+1", "330106197805121234"]])
    assert "'=1+1\t330106197805121234" in data.text()
    assert "mso-number-format:'\\@'" in data.html()


def test_a_theme_switches_at_once_and_text_grows(qapp: QApplication) -> None:
    themes = theme.Theme(qapp, theme.Choice.LIGHT)
    themes.set_choice(theme.Choice.DARK)
    assert theme.now() is DARK
    themes.set_body_px(20)
    assert theme.sizes().row > 40
    themes.set_body_px(14)
    themes.set_choice(theme.Choice.LIGHT)
    assert theme.now() is LIGHT


@pytest.mark.parametrize(("choice", "tokens"), [(theme.Choice.LIGHT, LIGHT), (theme.Choice.DARK, DARK)])
def test_the_days_of_the_calendar_stand_on_the_surface(qtbot: QtBot, qapp: QApplication, choice: theme.Choice,
                                                       tokens: Tokens) -> None:
    look = theme.Theme(qapp, choice)
    entry = DateEntry(lambda: date(2026, 11, 25))
    qtbot.addWidget(entry)
    entry.show()
    entry.open_calendar()
    calendar = entry.findChild(QCalendarWidget)
    assert calendar is not None
    days = calendar.findChild(QTableView)
    assert days is not None
    picture = calendar.grab().toImage()
    left_edge = days.mapTo(calendar, days.viewport().pos())
    grounds = {picture.pixelColor(left_edge.x() + 2, left_edge.y() + y).name().upper()
               for y in range(days.viewport().height() // 2, days.viewport().height() - 4)}
    look.set_choice(theme.Choice.LIGHT)
    assert grounds == {tokens.surface}


def test_tab_draws_one_frame_round_a_button_not_two(qtbot: QtBot, qapp: QApplication) -> None:
    look, window = theme.Theme(qapp, theme.Choice.LIGHT), QWidget()
    first, second = Button("First"), Button("Second")
    window.setLayout(column(first, second))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert window.focusWidget() is second
    picture = second.grab().toImage()
    middle = {picture.pixelColor(x, 6).name().upper() for x in range(6, picture.width() - 6)}
    assert middle == {LIGHT.surface}
    assert look.choice is theme.Choice.LIGHT


def test_a_question_is_as_high_as_its_words(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    question = Question(parent, "Sign and issue?", "It is never changed.", ["One is left out. " * 4, "b", "c"])
    question.show()
    qtbot.waitUntil(question.isVisible)
    band = question.findChild(Band)
    assert band is not None
    qtbot.waitUntil(lambda: band.height() == band.heightForWidth(band.width()))


def test_a_step_on_its_way_does_not_take_back_that_work_is_being_cancelled(qtbot: QtBot) -> None:
    bar = Progress()
    qtbot.addWidget(bar)
    bar.begin("Exporting…")
    bar.advance(3, 12)
    bar.stopping()
    bar.advance(4, 12)
    assert (bar._words.text(), bar._count.text(), bar._cancel.isEnabled()) == ("Cancelling…", "", False)
    bar.begin("Printing…")
    bar.advance(1, 2)
    assert (bar._count.text(), bar._cancel.isEnabled()) == ("1 / 2", True)
