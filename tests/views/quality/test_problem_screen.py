"""A problem from found to closed by keyboard, with what is missing said by name."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from laborqa_desktop.usecases.records import Changes
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.fields_dialog import FieldsDialog
from laborqa_desktop.views.problem.screen import ProblemScreen
from laborqa_desktop.views.problem.shown import Shown
from tests.factory import DAY, Factory
from tests.views.quality.conftest import Answers

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(qtbot: Any, desk: Desk, make: Factory) -> ProblemScreen:
    made = ProblemScreen(desk)
    qtbot.addWidget(made)
    made.resize(1168, 540)
    with qtbot.waitExposed(made):
        made.show()
    return made


def show(qtbot: Any, screen: ProblemScreen, problem: int) -> Shown:
    with qtbot.waitSignal(screen.page.shown_now) as shown:
        screen.open_record(problem)
    found: Shown = shown.args[0]
    return found


def stage(desk: Desk, problem: int) -> str:
    return str(desk.office.records.load("problem", problem).values["stage"])


def test_from_found_to_closed_by_ctrl_enter(qtbot: Any, desk: Desk, make: Factory, screen: ProblemScreen) -> None:
    problem = make.problem(found_on=DAY - timedelta(days=3))
    show(qtbot, screen, problem)
    card = screen.page.stage
    card.focus_first()
    assert card.correction.hasFocus()
    assert not card.next.isEnabled()                    # the correction is not described yet
    card.correction.insertPlainText("加刮水器两把")
    qtbot.waitUntil(card.next.isEnabled)
    with qtbot.waitSignal(screen.page.shown_now, check_params_cb=lambda shown: shown.stage == "implemented"):
        QTest.keyClick(card, Qt.Key.Key_Return, CTRL)
    assert stage(desk, problem) == "implemented"
    assert not card.next.isEnabled()                    # neither photo nor finding
    card.note.insertPlainText("复查干燥")
    qtbot.waitUntil(card.next.isEnabled)
    with qtbot.waitSignal(screen.page.shown_now, check_params_cb=lambda shown: shown.stage == "closed"):
        QTest.keyClick(card, Qt.Key.Key_Return, CTRL)
    assert stage(desk, problem) == "closed"
    assert not card.next.isVisible()
    values = desk.office.records.load("problem", problem).values
    assert (values["closed_by"], values["remarks"], values["correction"]) == ("何静", "复查干燥", "加刮水器两把")


def test_a_correction_that_is_typed_survives_a_crash(
        qtbot: Any, desk: Desk, make: Factory, screen: ProblemScreen) -> None:
    problem = make.problem()
    show(qtbot, screen, problem)
    screen.page.stage.correction.insertPlainText("写了一半")
    screen.page.keep()
    again = ProblemScreen(desk)
    qtbot.addWidget(again)
    show(qtbot, again, problem)
    assert again.page.stage.correction.toPlainText() == "写了一半"


def test_more_time_needs_a_reason_and_keeps_the_first_date(
        qtbot: Any, desk: Desk, make: Factory, screen: ProblemScreen) -> None:
    problem = make.problem()
    shown = show(qtbot, screen, problem)
    screen.page.acts.extend(shown)
    dialog = screen.findChild(FieldsDialog)
    assert dialog is not None
    dialog.yes.click()
    assert dialog.isVisible()
    dialog.box("reason").setPlainText("客户施工")          # type: ignore[attr-defined]
    dialog.yes.click()
    qtbot.waitUntil(lambda: screen.page.shown is not None and screen.page.shown.lateness.extensions > 0)
    assert screen.page.shown is not None
    late = screen.page.shown.lateness
    assert (late.extensions, late.original_due_on) == (1, DAY + timedelta(days=7))
    assert late.due_on > late.original_due_on


def test_a_refusal_is_said_in_the_dialog(qtbot: Any, desk: Desk, make: Factory, screen: ProblemScreen) -> None:
    shown = show(qtbot, screen, make.problem())
    screen.page.acts.extend(shown)
    dialog = screen.findChild(FieldsDialog)
    assert dialog is not None
    dialog.box("due").setText("2026-11-24")              # type: ignore[attr-defined]
    dialog.box("reason").setPlainText("客户施工")          # type: ignore[attr-defined]
    dialog.yes.click()
    qtbot.waitUntil(dialog.yes.isEnabled)
    assert dialog.isVisible()
    dialog.reject()


def test_a_photo_is_evidence_enough(qtbot: Any, desk: Desk, make: Factory, screen: ProblemScreen, ask: Answers,
                                    tmp_path: Path) -> None:
    problem = make.problem()
    desk.office.problems.implement(problem, "已擦干", DAY)
    show(qtbot, screen, problem)
    photo = tmp_path / "整改后.png"
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.gray)
    image.save(str(photo))
    ask.files = [photo]
    with qtbot.waitSignal(screen.page.shown_now, check_params_cb=lambda shown: bool(shown.pictures)) as now:
        screen.page.line.setFocus()
        QTest.keyClick(screen.page.line, Qt.Key.Key_Insert)
    assert [one.role for one in now.args[0].pictures] == ["after"]
    assert screen.page.stage.next.isEnabled()


def test_alt_1_looks_back_without_changing(qtbot: Any, desk: Desk, make: Factory, screen: ProblemScreen) -> None:
    problem = make.problem()
    desk.office.problems.implement(problem, "已擦干", DAY)
    show(qtbot, screen, problem)
    screen.page.line.setFocus()
    QTest.keyClick(screen.page.line, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert screen.page.line.current == "found"
    assert screen.page.stage.correction.isReadOnly()
    assert screen.page.stage.correction.toPlainText() == "已擦干"
    assert not screen.page.stage.next.isVisible()


def test_a_change_elsewhere_is_shown_and_what_is_typed_stays(
        qtbot: Any, desk: Desk, make: Factory, screen: ProblemScreen) -> None:
    problem = make.problem()
    show(qtbot, screen, problem)
    screen.page.stage.correction.insertPlainText("正在写")
    changes: Changes = desk.office.problems.extend(problem, DAY + timedelta(days=20), "客户施工")
    with qtbot.waitSignal(screen.page.shown_now):
        desk.signals.changed.emit(changes, None)
    assert screen.page.stage.correction.toPlainText() == "正在写"


def test_enter_gives_the_whole_width_and_escape_brings_the_list_back(
        qtbot: Any, desk: Desk, make: Factory, screen: ProblemScreen) -> None:
    problem = make.problem()
    show(qtbot, screen, problem)
    qtbot.waitUntil(lambda: screen.list.current == problem)
    screen.list.view.setFocus()
    QTest.keyClick(screen.list.view, Qt.Key.Key_Return)
    assert not screen.list.isVisible()
    assert screen.page.stage.correction.hasFocus()
    QTest.keyClick(screen.page.stage.correction, Qt.Key.Key_Escape)
    assert screen.list.isVisible()


def test_every_control_has_a_name_and_the_page_fits(
        qtbot: Any, desk: Desk, make: Factory, screen: ProblemScreen) -> None:
    show(qtbot, screen, make.problem())
    for control in screen.findChildren(QWidget):
        if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisible():
            assert control.accessibleName() or control.toolTip(), control
    assert screen.minimumSizeHint().width() <= 1168
    assert screen.minimumSizeHint().height() <= 500


def test_a_picture_pasted_into_the_text_becomes_evidence(
        qtbot: Any, desk: Desk, make: Factory, screen: ProblemScreen) -> None:
    show(qtbot, screen, make.problem())
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.gray)
    QGuiApplication.clipboard().setImage(image)
    box = screen.page.stage.correction
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: screen.page.shown is not None and bool(screen.page.shown.pictures))
    assert screen.page.shown is not None
    assert [one.role for one in screen.page.shown.pictures] == ["after"]
    assert box.toPlainText() == ""
