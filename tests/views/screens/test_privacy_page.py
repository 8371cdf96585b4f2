"""The page Personal data: due for deletion, consents, rules, requests, the form for an incident."""

import threading
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from laborqa_desktop.store import erasing
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.usecases.purging import erase, pseudonym_of
from laborqa_desktop.views.list_panel import ListPanel
from laborqa_desktop.views.parts.tick import Tick
from laborqa_desktop.views.personal_dialog import PersonalDialog
from laborqa_desktop.views.privacy.page import PrivacyPage
from laborqa_desktop.views.privacy.purge_dialog import PurgeDialog
from tests.views.conftest import Room
from tests.views.support import unnamed

LEFT = {"status": "left", "hired_on": date(2019, 1, 1), "left_on": date(2020, 5, 31)}


@pytest.fixture
def page(qtbot: QtBot, room: Room) -> PrivacyPage:
    made = PrivacyPage(room.desk)
    qtbot.addWidget(made)
    made.resize(1180, 560)
    return made


def show(qtbot: QtBot, page: PrivacyPage) -> None:
    page.show()
    qtbot.waitUntil(lambda: bool(page.rules.rules))


def answered(qtbot: QtBot, room: Room, wanted: Any) -> None:
    qtbot.waitUntil(wanted, timeout=8_000)
    qtbot.waitUntil(lambda: not room.desk.background._open, timeout=8_000)


def test_somebody_due_is_restricted_and_allowed_again(qtbot: QtBot, room: Room, page: PrivacyPage) -> None:
    show(qtbot, page)
    assert not page.due.count.isVisible(), "an empty count would shorten the line of the heading"
    who = room.staff("李雷", "A1", **LEFT)
    page.due.reload()
    answered(qtbot, room, lambda: who in page.due.buttons)
    page.due.buttons[who][0].click()
    answered(qtbot, room, lambda: room.office.privacy.due()[0].frozen_on == room.office.store.today())
    answered(qtbot, room, lambda: "Allow" in page.due.buttons[who][0].text())
    dialog = page.due.unfreeze(room.office.privacy.due()[0])
    box = dialog.box("reason")
    assert isinstance(box, QPlainTextEdit)
    box.setPlainText("a claim is open")
    dialog.yes.click()
    answered(qtbot, room, lambda: room.office.privacy.due()[0].frozen_on is None)
    assert unnamed(page) == []


def test_the_tab_order_is_that_of_reading_also_for_lines_read_later(qtbot: QtBot, room: Room,
                                                                    page: PrivacyPage) -> None:
    for number in range(3):
        room.staff(f"员工{number}", f"A{number}")
    show(qtbot, page)
    answered(qtbot, room, lambda: len(page.consents.rows) == 3)
    chain, one = list[QWidget](), page.window().nextInFocusChain()
    while one is not page.window():
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisible() and one.isEnabled():
            chain.append(one)
        one = one.nextInFocusChain()
    assert chain[:2] == [page.consents.export_button, page.consents.print_button]
    assert [stop.accessibleName()[-3:] for stop in chain[2:8]] == ["员工0", "员工0", "员工1", "员工1", "员工2", "员工2"]
    assert chain.index(page.requests.person) > 8


def test_a_deletion_waits_for_a_reason_and_says_what_goes(qtbot: QtBot, room: Room, page: PrivacyPage) -> None:
    who = room.staff("李雷", "A1", **LEFT)
    show(qtbot, page)
    answered(qtbot, room, lambda: who in page.due.buttons)
    page.due.buttons[who][1].click()
    answered(qtbot, room, lambda: bool(page.findChildren(PurgeDialog)))
    dialog, = page.findChildren(PurgeDialog)
    assert "李雷" in dialog.windowTitle()
    assert any(pseudonym_of(who) in words for words in dialog.facts())
    assert not dialog.yes.isEnabled()
    qtbot.keyClicks(dialog.reason, "asked for it")
    assert dialog.yes.isEnabled()
    with qtbot.assertNotEmitted(dialog.accepted, wait=50):      # Enter after the reason is no consent
        qtbot.keyClick(dialog.reason, Qt.Key.Key_Return)
    with qtbot.waitSignal(dialog.purged, timeout=10_000):
        dialog.yes.click()
    answered(qtbot, room, lambda: page.due.buttons == {} and not page.due._copies.isHidden())
    assert room.office.records.label("person", who) == pseudonym_of(who)
    [one] = room.office.purging.remaining()
    assert dialog.isVisible()
    assert str(one.until) in dialog.told.accessibleName()
    assert str(one.until) in page.due._copies.accessibleName()
    assert dialog.yes.isHidden()
    dialog._cancel.click()
    page.due.forget()
    answered(qtbot, room, lambda: room.office.purging.copies() == ())
    answered(qtbot, room, page.due._copies.isHidden)


def test_a_deletion_is_cancelled_until_its_last_step_and_done_by_a_second_try(
        qtbot: QtBot, room: Room, page: PrivacyPage, monkeypatch: pytest.MonkeyPatch) -> None:
    who = room.staff("李雷", "A1", **LEFT)
    show(qtbot, page)
    dialog = PurgeDialog(room.desk, page, room.office.purging.preview(who))
    assert any("you can cancel" in words for words in dialog.facts())
    qtbot.keyClicks(dialog.reason, "asked for it")
    dialog.open()
    free, real, clearing = threading.Event(), erasing.replace_in_tables, threading.Event()

    def held(*given: Any) -> None:
        free.wait(5)
        real(*given)

    monkeypatch.setattr(erasing, "replace_in_tables", held)
    before = room.office.records.last_act()
    dialog.yes.click()
    dialog.reject()
    assert dialog.isVisible()       # not before it is known whether the cancel was in time
    free.set()
    qtbot.waitUntil(lambda: not dialog.task.busy)
    assert room.office.records.last_act() == before
    assert room.office.records.label("person", who) == "李雷"
    finish = erasing.finish
    monkeypatch.setattr(erasing, "finish", lambda store: clearing.wait(5) and finish(store))
    with qtbot.waitSignal(dialog.purged, timeout=10_000):
        dialog.yes.click()
        qtbot.waitUntil(lambda: any("no longer be cancelled" in one.text() for one in dialog.findChildren(QLabel)))
        dialog.reject()             # too late
        assert not any(one.text() == "Cancelling…" for one in dialog.findChildren(QLabel))
        clearing.set()
    assert room.office.records.label("person", who) == pseudonym_of(who)


def test_what_stands_in_the_way_keeps_the_button_grey(qtbot: QtBot, room: Room, page: PrivacyPage) -> None:
    who = room.staff("李雷", "A1")
    dialog = PurgeDialog(room.desk, page, room.office.purging.preview(who))
    qtbot.keyClicks(dialog.reason, "asked for it")
    assert not dialog.yes.isEnabled()
    assert not dialog.gate.isHidden()


def test_too_early_asks_for_a_tick_of_its_own(qtbot: QtBot, room: Room, page: PrivacyPage) -> None:
    who = room.staff("李雷", "A1", status="left", left_on=date(2026, 10, 1))
    dialog = PurgeDialog(room.desk, page, room.office.purging.preview(who))
    qtbot.keyClicks(dialog.reason, "the lawyer agreed")
    assert not dialog.yes.isEnabled()
    dialog.early.setChecked(True)
    assert dialog.yes.isEnabled()


def test_an_interrupted_deletion_can_be_finished(qtbot: QtBot, room: Room, page: PrivacyPage) -> None:
    erase(room.office.store, room.staff("李雷", "A1", **LEFT), "asked")
    show(qtbot, page)
    answered(qtbot, room, lambda: not page.due._unfinished.isHidden())
    page.due.finish()
    answered(qtbot, room, lambda: page.due._unfinished.isHidden())


def test_rules_are_typed_checked_and_saved(qtbot: QtBot, room: Room, page: PrivacyPage) -> None:
    show(qtbot, page)
    rules = page.rules
    assert not rules.save_button.isEnabled()
    rules.months["health"].setText("x")
    rules.save()
    assert not rules._wrong.isHidden()
    rules.months["health"].setText("48")
    rules.bases["health"].set_key("consent")
    rules.save()
    answered(qtbot, room, lambda: not rules.dirty)
    kept = {one.category: (one.months, one.basis) for one in room.office.privacy.rules()}
    assert kept["health"] == (48, "consent")
    rules.months["wages"].setText("12")
    given = rules.given()
    assert given is not None
    dialog = rules.ask_reason(given)
    box = dialog.box("reason")
    assert isinstance(box, QPlainTextEdit)
    box.setPlainText("the lawyer agreed")
    dialog.yes.click()
    answered(qtbot, room, lambda: {one.category: one.months for one in room.office.privacy.rules()}["wages"] == 12)


def test_a_consent_is_recorded_with_its_paper(qtbot: QtBot, room: Room, page: PrivacyPage, tmp_path: Path) -> None:
    who = room.staff("李雷", "A1")
    show(qtbot, page)
    answered(qtbot, room, lambda: len(page.consents.rows) == 1)
    dialog = page.consents.record(page.consents.rows[0])
    tick = dialog.box("general")
    assert isinstance(tick, Tick)
    assert not tick.isChecked()
    tick.setChecked(True)
    paper = tmp_path / "同意书.pdf"
    paper.write_bytes(b"%PDF-signed")
    dialog.take_file("scan", paper)
    dialog.yes.click()
    answered(qtbot, room, lambda: page.consents.rows == [])
    assert [one.role for one in room.office.attachments.of("staff", who)] == ["sign_scan"]


def test_missing_consents_go_out(qtbot: QtBot, room: Room, page: PrivacyPage, tmp_path: Path) -> None:
    for number in range(9):
        room.staff(f"员工{number}", f"A{number}")
    show(qtbot, page)
    answered(qtbot, room, lambda: len(page.consents.rows) == 9)
    page.consents.show_all()
    room.answers.target = tmp_path / "out.xlsx"
    page.consents.export_button.click()
    answered(qtbot, room, room.answers.target.is_file)
    assert load_workbook(room.answers.target).active.max_row == 10
    with qtbot.waitSignal(room.desk.signals.go, timeout=8_000) as going:
        page.consents.print_button.click()
    assert going.args[1][:5] == b"%PDF-"


def test_one_persons_copy_is_written_and_shown(qtbot: QtBot, room: Room, page: PrivacyPage, tmp_path: Path) -> None:
    who = room.staff("李雷", "A1")
    show(qtbot, page)
    assert not page.requests.book.isEnabled()
    page.open_record(who)
    room.answers.target = tmp_path / "李雷.xlsx"
    page.requests.book.click()
    answered(qtbot, room, room.answers.target.is_file)
    with qtbot.waitSignal(room.desk.signals.go, timeout=8_000) as going:
        page.requests.pdf.click()
    assert going.args[1][:5] == b"%PDF-"
    page.reload()
    answered(qtbot, room, lambda: page.looks._lines.count() >= 3)
    page.requests.delete.click()
    answered(qtbot, room, lambda: bool(page.findChildren(PurgeDialog)))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_form_for_an_incident_is_made(qtbot: QtBot, room: Room, page: PrivacyPage, language: str) -> None:
    room.office.company.found("洁安")
    room.staff("李雷", "A1")
    show(qtbot, page)
    answered(qtbot, room, lambda: page.incident.boxes["contact"].toPlainText() == "洁安")
    page.incident.boxes["happened"].setPlainText("电脑被盗")
    with qtbot.waitSignal(room.desk.signals.go, timeout=8_000) as going:
        (page.incident.chinese if language == "zh" else page.incident.english).click()
    assert going.args[1][:5] == b"%PDF-"


def test_an_export_asks_each_time_and_starts_unticked(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    room.staff("李雷", "A1")
    asked: list[str | None] = []

    def export(key: str, query: Query, ids: Any, file: Path, personal: str | None, step: object) -> int:
        asked.append(personal)
        return 1

    object.__setattr__(room.desk, "export", export)
    panel = ListPanel(room.desk, __import__("laborqa_desktop.records", fromlist=["TYPES"]).TYPES["staff"])
    qtbot.addWidget(panel)
    room.answers.target = tmp_path / "out.xlsx"
    panel.out.export()
    qtbot.waitUntil(lambda: asked == [None])            # no column with personal data: nothing is asked
    panel.show_columns(tuple(one for one in panel._kind.columns if one.key in ("name", "phone")))
    for tick in (False, True):
        panel.out.export()
        dialog = [one for one in panel.findChildren(PersonalDialog) if one.isVisible()][-1]
        assert not dialog.tick.isChecked()
        assert not dialog.reason.isEnabled()
        if tick:
            qtbot.mouseClick(dialog.tick, Qt.MouseButton.LeftButton, pos=dialog.tick.rect().center() / 4)
            dialog.tick.setChecked(True)
            qtbot.keyClicks(dialog.reason, "client asked")
        dialog.go_on.click()
    qtbot.waitUntil(lambda: asked == [None, None, "client asked"])
