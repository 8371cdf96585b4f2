"""Thirty items by keyboard, kept across a crash, submitted with its problems, frozen afterwards."""

from pathlib import Path
from typing import Any

import pytest
from pypdfium2 import PdfDocument
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu, QWidget

from laborqa_desktop.usecases.inspection_sheet import Entry
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.fields_dialog import FieldsDialog
from laborqa_desktop.views.inspection.result_bar import ResultBar
from laborqa_desktop.views.inspection.screen import InspectionScreen
from laborqa_desktop.views.inspection.sheet_keeper import Opened
from tests.factory import DAY, Factory
from tests.views.quality.conftest import Answers


@pytest.fixture
def screen(qtbot: Any, desk: Desk, make: Factory) -> InspectionScreen:
    made = InspectionScreen(desk)
    qtbot.addWidget(made)
    made.resize(1168, 540)
    with qtbot.waitExposed(made):
        made.show()
    return made


def begin(qtbot: Any, screen: InspectionScreen, desk: Desk, make: Factory, items: int = 30, **given: Any) -> int:
    number, _ = desk.office.inspections.start(make.site(), make.checklist(items, **given), make.staff(name="刘洋"), DAY)
    open_page(qtbot, screen, number)
    return number


def open_page(qtbot: Any, screen: InspectionScreen, number: int) -> Opened:
    with qtbot.waitSignal(screen.page.keeper.opened) as shown:
        screen.open_record(number)
    return shown.args[0]


def test_site_then_enter_starts_with_what_was_used_last(qtbot: Any, desk: Desk, make: Factory,
                                                        screen: InspectionScreen) -> None:
    site = make.site(name="东湖科技园")
    make.inspection("1111", site_id=site, inspector_id=make.staff(name="刘洋"))
    screen.new_record()
    qtbot.waitUntil(lambda: screen.start.inspector.text() == "刘洋")
    screen.start.site.setText("东湖")
    qtbot.waitUntil(lambda: screen.start.site.offering)
    QTest.keyClick(screen.start.site, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: screen.start.checklist.record_id is not None and screen.start.go.hasFocus())
    with qtbot.waitSignal(screen.page.keeper.opened):
        QTest.keyClick(screen.start, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sheet = screen.page.sheet
    assert sheet is not None
    assert (sheet.site, sheet.inspector, sheet.inspected_on, len(sheet.items)) == ("东湖科技园", "刘洋", DAY, 4)


def test_starting_without_a_site_says_so_and_stays(qtbot: Any, screen: InspectionScreen) -> None:
    screen.new_record()
    screen.start.start()
    assert screen.start.site.hasFocus()
    assert screen.start.site.accessibleDescription()


def test_thirty_items_by_digits_and_what_follows_from_two_failures(
        qtbot: Any, desk: Desk, make: Factory, screen: InspectionScreen, ask: Answers) -> None:
    number = begin(qtbot, screen, desk, make)
    view = screen.page.view
    view.setFocus()
    QTest.keyClicks(view, "1" * 7 + "4" + "2" * 10 + "4" + "1" * 10 + "0")
    tally = screen.page.model.tally
    assert tally is not None
    assert (tally.unanswered, tally.failed) == ((), 2)
    with qtbot.waitSignal(desk.signals.said) as said, qtbot.waitSignal(screen.page.keeper.opened):
        QTest.keyClick(view, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "2" in ask.asked[-1][2]                     # the question names the problems that will be created
    assert any("note" in line for line in ask.asked[-1])
    assert "QC-2026-0001" in said.args[0]
    raised = desk.office.inspections.raised(number)
    assert [one.position for one in raised] == [7, 18]
    sheet = screen.page.sheet
    assert sheet is not None
    assert not sheet.editable
    QTest.keyClicks(view, "4")
    assert screen.page.model.entries()[0].answer == "excellent"       # frozen


def test_submitting_goes_to_the_first_item_without_an_answer(
        qtbot: Any, desk: Desk, make: Factory, screen: InspectionScreen, ask: Answers) -> None:
    begin(qtbot, screen, desk, make, 4)
    QTest.keyClicks(screen.page.view, "11")
    screen.page.view.go_to(1)
    screen.page.submit()
    assert not ask.asked
    item = screen.page.view.current_item()
    assert item is not None
    assert item.position == 2


def test_answers_come_back_after_a_crash(qtbot: Any, desk: Desk, make: Factory, screen: InspectionScreen) -> None:
    number = begin(qtbot, screen, desk, make, 4)
    QTest.keyClicks(screen.page.view, "14")
    with qtbot.waitSignal(screen.page.keeper.said):
        screen.page.keeper.keep()
    again = InspectionScreen(desk)
    qtbot.addWidget(again)
    opened = open_page(qtbot, again, number)
    assert [opened.kept[n].answer for n in (0, 1)] == ["excellent", "poor"]
    assert again.page.model.entries()[1].answer == "poor"


def test_going_back_to_the_list_saves(qtbot: Any, desk: Desk, make: Factory, screen: InspectionScreen) -> None:
    number = begin(qtbot, screen, desk, make, 4)
    QTest.keyClicks(screen.page.view, "1")
    with qtbot.waitSignal(desk.signals.changed):
        QTest.keyClick(screen.page.view, Qt.Key.Key_Escape)
    assert desk.office.inspections.load(number).items[0].entry.answer == "excellent"
    assert desk.office.inspections.kept(number) == {}


def test_a_digit_can_be_taken_back_and_a_note_goes_to_its_row(
        qtbot: Any, desk: Desk, make: Factory, screen: InspectionScreen) -> None:
    begin(qtbot, screen, desk, make, 4)
    view, note = screen.page.view, screen.page.side.note
    QTest.keyClicks(view, "14")
    QTest.keyClick(view, Qt.Key.Key_Up)
    QTest.keyClicks(view, "n")
    assert note.hasFocus()
    note.insertPlainText("有水渍")
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert view.hasFocus()
    assert screen.page.model.entries()[1] == Entry("poor", "有水渍")
    QTest.keyClicks(view, "c")
    assert screen.page.model.entries()[1].corrected_on_spot
    for _ in "cn4":
        QTest.keyClick(view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert screen.page.model.entries()[1] == Entry()


def test_right_after_a_failing_answer_a_note_is_about_that_item_and_the_next_digit_is_not(
        qtbot: Any, desk: Desk, make: Factory, screen: InspectionScreen) -> None:
    begin(qtbot, screen, desk, make, 5)
    view, note = screen.page.view, screen.page.side.note
    QTest.keyClicks(view, "14c")
    QTest.keyClicks(view, "4n")
    note.insertPlainText("垃圾桶满溢")
    QTest.keyClick(note, Qt.Key.Key_Return)
    assert view.hasFocus()
    QTest.keyClicks(view, "1n")
    note.insertPlainText("将做")
    QTest.keyClick(note, Qt.Key.Key_Return)
    QTest.keyClicks(view, "2")
    assert list(screen.page.model.entries().values()) == [
        Entry("excellent"), Entry("poor", "", True), Entry("poor", "垃圾桶满溢"), Entry("excellent"),
        Entry("good", "将做")]


def test_pass_and_fail_items_take_two_digits(qtbot: Any, desk: Desk, make: Factory, screen: InspectionScreen) -> None:
    begin(qtbot, screen, desk, make, 3, item={"response_kind": "pass_fail"})
    QTest.keyClicks(screen.page.view, "1320")           # 3 answers nothing and does not go on
    assert [e.answer for e in screen.page.model.entries().values()] == ["pass", "fail", "na"]


def test_voiding_asks_for_a_reason_and_shows_it(
        qtbot: Any, desk: Desk, make: Factory, screen: InspectionScreen) -> None:
    number = begin(qtbot, screen, desk, make, 2)
    desk.office.inspections.submit(number, {0: Entry("poor", "脏"), 1: Entry("excellent")})
    open_page(qtbot, screen, number)
    screen.page.acts.void(screen.page.sheet)
    dialog = screen.findChild(FieldsDialog)
    assert dialog is not None
    dialog.yes.click()
    assert dialog.isVisible()                           # a reason is needed
    dialog.box("reason").setPlainText("录错项目点")       # type: ignore[attr-defined]
    with qtbot.waitSignal(screen.page.keeper.opened):
        dialog.yes.click()
    sheet = screen.page.sheet
    assert sheet is not None
    assert sheet.state == "void"
    assert [one.stage for one in desk.office.inspections.raised(number)] == ["void"]


def test_an_inspection_is_printed_from_its_page(
        qtbot: Any, desk: Desk, make: Factory, screen: InspectionScreen) -> None:
    number = begin(qtbot, screen, desk, make, 2)
    desk.office.inspections.submit(number, {0: Entry("good"), 1: Entry("excellent")})
    open_page(qtbot, screen, number)
    menu = screen.page.findChild(ResultBar).findChild(QMenu)
    wanted = next(one for one in menu.actions() if one.text().startswith("&Print"))
    with qtbot.waitSignal(desk.signals.go) as told:
        wanted.trigger()
    assert told.args[0] == "print"
    assert told.args[1].startswith(b"%PDF")


def test_pictures_go_to_the_current_item(qtbot: Any, desk: Desk, make: Factory, screen: InspectionScreen, ask: Answers,
                                         tmp_path: Path) -> None:
    pytest.importorskip("laborqa_desktop.usecases.attachments")
    begin(qtbot, screen, desk, make, 2)
    photo = tmp_path / "水渍.png"
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.gray)
    image.save(str(photo))
    ask.files = [photo]
    QTest.keyClicks(screen.page.view, "p")
    qtbot.waitUntil(lambda: screen.page.model.sheet is not None and screen.page.model.sheet.items[0].photos == 1)


def test_grid_is_a_sound_model_and_every_control_has_a_name(
        qtbot: Any, desk: Desk, make: Factory, screen: InspectionScreen) -> None:
    begin(qtbot, screen, desk, make, 6)
    tester = QAbstractItemModelTester(screen.page.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    QTest.keyClicks(screen.page.view, "1234")
    assert tester.model() is screen.page.model
    spoken = screen.page.model.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Excellent" in spoken
    for control in screen.findChildren(QWidget):
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisible():
            assert control.accessibleName() or control.toolTip(), control


def test_page_fits_a_small_window(qtbot: Any, desk: Desk, make: Factory, screen: InspectionScreen) -> None:
    begin(qtbot, screen, desk, make)
    assert screen.minimumSizeHint().width() <= 1168
    assert screen.minimumSizeHint().height() <= 500


def test_a_list_that_is_asked_for_comes_before_the_page(
        qtbot: Any, desk: Desk, make: Factory, screen: InspectionScreen) -> None:
    begin(qtbot, screen, desk, make, 2)
    screen.arrive(Query(search="2026"))
    assert screen.list.isVisible()
    assert not screen.page.isVisible()
    assert screen.list.query.search == "2026"


def test_grades_without_room_are_scrolled_to_and_stay_in_sight(
        qtbot: Any, desk: Desk, make: Factory, screen: InspectionScreen) -> None:
    begin(qtbot, screen, desk, make)
    view = screen.page.view
    bar = view.horizontalScrollBar()
    assert bar.maximum() == 0
    screen.resize(700, 600)
    view.setMinimumWidth(320)
    view.setMaximumWidth(320)
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    view.answer("good")
    assert bar.value() == bar.maximum()


def test_ctrl_p_prints_a_draft_as_a_sheet_to_fill_in_and_what_is_submitted_as_a_record(
        qtbot: Any, desk: Desk, make: Factory, screen: InspectionScreen) -> None:
    number = begin(qtbot, screen, desk, make, items=3)
    assert screen.page._paper.isVisible()
    QTest.keyClick(screen.page.view, Qt.Key.Key_1)
    with qtbot.waitSignal(desk.signals.go, timeout=10_000) as asked:
        QTest.keyClick(screen.page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert asked.args[0] == "print"
    assert _words(asked.args[1]).count("■") == 1, "what was answered a moment ago stands on paper"
    desk.office.inspections.submit(number, {n: Entry("excellent") for n in range(3)})
    open_page(qtbot, screen, number)
    assert not screen.page._paper.isVisible()
    with qtbot.waitSignal(desk.signals.go, timeout=10_000) as asked:
        QTest.keyClick(screen.page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    words = _words(asked.args[1])
    assert "QC-2026-0001" in words
    assert "□" not in words


def _words(pdf: bytes) -> str:
    with PdfDocument(pdf) as document:
        return "".join(str(page.get_textpage().get_text_range()) for page in document)
