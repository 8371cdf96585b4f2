"""A plan from draft to confirmed by the client; what is missing is named; editions side by side."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget

from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.editions.edition_screen import DIFFERENCE
from laborqa_desktop.views.fields_dialog import FieldsDialog
from laborqa_desktop.views.plan.screen import PlanScreen
from tests.factory import DAY, Factory
from tests.views.quality.conftest import Answers


@pytest.fixture
def screen(qtbot: Any, desk: Desk, make: Factory) -> PlanScreen:
    made = PlanScreen(desk)
    qtbot.addWidget(made)
    made.resize(1168, 540)
    with qtbot.waitExposed(made):
        made.show()
    return made


def show(qtbot: Any, screen: PlanScreen, plan: int) -> None:
    screen.open_record(plan)
    qtbot.waitUntil(lambda: screen.form.loaded is not None and screen.form.loaded.id == plan)


def status(desk: Desk, plan: int) -> str:
    return str(desk.office.records.load("plan", plan).values["status"])


def test_from_draft_to_in_force_with_the_clients_name(
        qtbot: Any, desk: Desk, make: Factory, screen: PlanScreen, tmp_path: Path) -> None:
    plan = make.plan()
    show(qtbot, screen, plan)
    for expected in ("internal_review", "client_confirm"):
        screen.bar.button(0).click()
        qtbot.waitUntil(lambda now=expected: screen.form.loaded.values["status"] == now)    # type: ignore[misc]
    screen.bar.button(0).click()
    dialog = screen.findChild(FieldsDialog)
    assert dialog is not None
    dialog.yes.click()
    assert dialog.isVisible()                           # who confirmed is needed
    dialog.box("by").setText("周经理")                    # type: ignore[attr-defined]
    scan = tmp_path / "方案签字.pdf"
    scan.write_bytes(b"%PDF-1.4\n%%EOF\n")
    dialog.take_file("scan", scan)
    with qtbot.waitSignal(desk.signals.changed):
        dialog.yes.click()
    values = desk.office.records.load("plan", plan).values
    assert (values["status"], values["confirmed_by"], values["confirmed_on"]) == ("active", "周经理", DAY)
    assert [one.role for one in desk.office.attachments.of("plan", plan)] == ["sign_scan"]


def test_a_step_that_lacks_something_is_grey_and_says_what(
        qtbot: Any, desk: Desk, make: Factory, screen: PlanScreen) -> None:
    plan = make.plan(full=False)
    desk.office.plans.move(plan, "internal_review")
    show(qtbot, screen, plan)
    qtbot.waitUntil(lambda: not screen.bar.button(0).isEnabled())
    said = [one.accessibleName() for one in screen.bar.findChildren(QWidget) if one.isVisible()]
    assert any("service item" in words and "staffing" in words for words in said)


def test_what_is_typed_is_saved_before_a_step(qtbot: Any, desk: Desk, make: Factory, screen: PlanScreen) -> None:
    plan = make.plan()
    show(qtbot, screen, plan)
    editor = screen.form.editor("emergency")
    editor.put("停水时启用备用水桶")
    screen.form.edited.emit()
    screen.bar.button(0).click()
    qtbot.waitUntil(lambda: status(desk, plan) == "internal_review")
    assert desk.office.records.load("plan", plan).values["emergency"] == "停水时启用备用水桶"


def test_a_future_confirmation_is_refused_in_the_dialog(
        qtbot: Any, desk: Desk, make: Factory, screen: PlanScreen) -> None:
    plan = make.plan()
    desk.office.plans.move(plan, "internal_review")
    desk.office.plans.move(plan, "client_confirm")
    show(qtbot, screen, plan)
    screen.bar.button(0).click()
    dialog = screen.findChild(FieldsDialog)
    assert dialog is not None
    dialog.box("by").setText("周经理")                    # type: ignore[attr-defined]
    dialog.box("on").setText((DAY + timedelta(days=2)).isoformat())     # type: ignore[attr-defined]
    dialog.yes.click()
    qtbot.waitUntil(dialog.yes.isEnabled)
    assert dialog.isVisible()
    assert status(desk, plan) == "client_confirm"
    dialog.reject()


def test_editions_are_compared_by_sign_and_word(qtbot: Any, desk: Desk, make: Factory, screen: PlanScreen,
                                                ask: Answers) -> None:
    plan = make.plan()
    for step in ("internal_review", "client_confirm"):
        desk.office.plans.move(plan, step)
    desk.office.plans.move(plan, "active", confirmed_by="周经理", confirmed_on=DAY)
    following, _ = desk.office.plans.new_edition(plan, "客户要求")
    loaded = desk.office.records.load("plan", following)
    items = [dict(one) for one in loaded.values["items"]]
    items[0]["frequency"] = "weekly"
    items[1] = {"area": "电梯", "item": "擦拭按键", "frequency": "daily"}
    desk.office.records.save("plan", following, {**loaded.values, "items": items, "risks": "地滑"}, loaded.row_version)
    show(qtbot, screen, following)
    screen._show_page(DIFFERENCE)

    def said() -> list[str]:
        return [one.accessibleName() for one in screen.difference.findChildren(QWidget) if one.accessibleName()]

    qtbot.waitUntil(lambda: any("擦拭按键" in words for words in said()))
    assert any(words.startswith("+") and "擦拭按键" in words for words in said())
    assert any(words.startswith("−") and "消毒" in words for words in said())
    assert any(words.startswith("≠") and "拖地" in words for words in said())


def test_screen_fits_a_small_window(qtbot: Any, desk: Desk, make: Factory, screen: PlanScreen) -> None:
    plan = make.plan()
    desk.office.plans.move(plan, "internal_review")
    desk.office.plans.move(plan, "client_confirm")
    show(qtbot, screen, plan)
    assert screen.minimumSizeHint().width() <= 1168
    assert screen.minimumSizeHint().height() <= 500


def test_a_new_plan_begins_in_a_field_that_can_be_typed_in(qtbot: Any, screen: PlanScreen) -> None:
    with qtbot.waitActive(screen):
        screen.show()
        screen.activateWindow()
    screen.new_record()
    field = screen.form.focused_field()
    assert field is not None
    assert not field.read_only
