from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from laborqa_desktop.store import settings
from laborqa_desktop.text import english
from laborqa_desktop.usecases.company import IDENTITY
from laborqa_desktop.usecases.report_request import LONGEST_WORDS, FreeWords, Request
from laborqa_desktop.views.report.dialog import ReportDialog
from laborqa_desktop.views.report.month_entry import MonthEntry
from laborqa_desktop.views.report.screen import make_reports_screen
from tests.factory import ACT, Factory
from tests.views.conftest import Room
from tests.views.support import unnamed

_HOSTS: dict[int, QWidget] = {}


@pytest.fixture(autouse=True)
def _no_host_left() -> Iterator[None]:
    """The window behind the dialogs lives as long as the test."""
    yield
    for host in _HOSTS.values():
        host.close()
        host.deleteLater()
    _HOSTS.clear()


def _open(qtbot: QtBot, room: Room, month: date = date(2026, 11, 1), **given: Any) -> ReportDialog:
    host = _HOSTS.get(id(room)) or QWidget()
    _HOSTS[id(room)] = host
    host.resize(1280, 640)
    host.show()
    client = room.office.records.options("client")[0]
    dialog = ReportDialog(room.desk, host, Request(client.id, None, month, "zh", **given), client.label)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.preview.view.pages > 0 and dialog.preview.view.is_painted, timeout=20_000)
    return dialog


def _sign(qtbot: QtBot, room: Room, dialog: ReportDialog, target: Path) -> Any:
    room.answers.target = target
    with qtbot.waitSignal(dialog.issued, timeout=20_000) as signed:
        qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert signed.args is not None
    return signed.args[0]


def test_ctrl_enter_signs_what_was_previewed_and_shows_three_checks(qtbot: QtBot, busy: Room, tmp_path: Path) -> None:
    dialog = _open(qtbot, busy)
    target = tmp_path / "报告.pdf"
    issued = _sign(qtbot, busy, dialog, target)
    assert issued.code.endswith("-V1")
    assert target.read_bytes() == issued.pdf
    assert busy.office.verifying.verify(target.read_bytes()).is_good
    assert dialog.signing._checks.count() == 3
    assert not dialog.foot.sign.isVisible()
    assert dialog.foot.finish.isVisible()
    assert dialog.options.verdict.isReadOnly()
    assert dialog.options.highlights.isReadOnly()
    looks = {box.grab().toImage().pixelColor(box.width() - 12, 12).name()
             for box in (dialog.options.verdict, dialog.options.highlights)}
    assert len(looks) == 1, "boxes of several lines are as grey as those of one"
    assert not dialog.options._after.isEnabled()


def test_a_correction_names_what_it_replaces_and_keeps_the_words(qtbot: QtBot, busy: Room, tmp_path: Path) -> None:
    words = FreeWords("平稳", ("无投诉",))
    _sign(qtbot, busy, _open(qtbot, busy, words=words), tmp_path / "1.pdf")
    number = busy.office.records.ids("report", _all())[0]
    dialog = _open(qtbot, busy, words=busy.office.issuing.request_of(number).words)
    assert dialog.reason.isVisible()
    assert dialog.options.verdict.text() == "平稳"
    assert _sign(qtbot, busy, dialog, tmp_path / "2.pdf").code.endswith("-V2")


def _all() -> Any:
    from laborqa_desktop.usecases.listing import Query
    return Query()


def test_a_month_without_data_is_said_and_asked_before_signing(qtbot: QtBot, busy: Room, tmp_path: Path) -> None:
    dialog = _open(qtbot, busy, date(2026, 3, 1))
    assert dialog._notice.isVisible()
    busy.answers.yes = False
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "QR-202603" in busy.answers.told[-1]
    assert busy.office.records.count("report", _all()).n == 0


def test_without_an_identity_only_a_draft_is_saved(qtbot: QtBot, busy: Room, tmp_path: Path) -> None:
    with busy.office.store.write(ACT) as work:
        settings.put_secret(work.session, IDENTITY, b"", {})
    dialog = _open(qtbot, busy)
    assert not dialog.foot.sign.isEnabled()
    busy.answers.target = tmp_path / "草稿.pdf"
    dialog.foot.save.click()
    qtbot.waitUntil(busy.answers.target.exists, timeout=5_000)
    went: list[str] = []
    busy.desk.signals.go.connect(lambda key, what: went.append(key))
    dialog.signing.company_asked.emit()
    assert went == ["company"]


def test_a_target_that_exists_is_refused_in_a_sentence(qtbot: QtBot, busy: Room, tmp_path: Path) -> None:
    dialog = _open(qtbot, busy)
    busy.answers.target = tmp_path / "旧.pdf"
    busy.answers.target.write_bytes(b"old")
    dialog.sign_and_export()
    qtbot.waitUntil(lambda: not dialog.task.busy, timeout=20_000)
    assert "旧.pdf" in busy.answers.told[-1]
    assert busy.answers.target.read_bytes() == b"old"
    assert dialog.foot.sign.isEnabled()


def test_typing_draws_the_preview_anew_and_keeps_the_page(qtbot: QtBot, busy: Room) -> None:
    dialog = _open(qtbot, busy)
    view = dialog.preview.view
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.page == 1
    with qtbot.waitSignal(dialog.preview.shown, timeout=20_000):
        dialog.options.verdict.setText("很好")
    assert view.page == 1


def test_zoom_and_fit(qtbot: QtBot, busy: Room) -> None:
    view = _open(qtbot, busy).preview.view
    before = view._places()[0].width()
    view.zoom(1.2)
    assert view._places()[0].width() > before * 1.15
    view.set_mode("page")
    assert view._places()[0].height() <= view.viewport().height()


def test_it_fits_a_small_screen_and_everything_has_a_name(qtbot: QtBot, busy: Room) -> None:
    dialog = _open(qtbot, busy)
    assert dialog.width() <= 1280
    assert dialog.height() <= 640
    assert unnamed(dialog) == []


def test_months_are_taken_as_typed_and_stepped(qtbot: QtBot, themed: object) -> None:
    entry = MonthEntry()
    qtbot.addWidget(entry)
    for words in ("2026-10", "2026.10", "202610", "2026年10月"):
        entry.setText(words)
        assert entry.value() == date(2026, 10, 1)
    qtbot.keyClick(entry, Qt.Key.Key_Up)
    qtbot.keyClick(entry, Qt.Key.Key_Up)
    qtbot.keyClick(entry, Qt.Key.Key_Up)
    assert entry.text() == "2027-01"
    entry.setText("2026-13")
    assert entry.value() is None


def test_the_register_opens_exports_and_verifies_an_issued_report(qtbot: QtBot, busy: Room, tmp_path: Path) -> None:
    issued = _sign(qtbot, busy, _open(qtbot, busy), tmp_path / "1.pdf")
    screen = make_reports_screen(busy.desk)
    qtbot.addWidget(screen)
    screen.resize(1180, 500)
    screen.show()
    screen.open_record(issued.id)
    qtbot.waitUntil(lambda: screen.list.current == issued.id, timeout=5_000)
    busy.answers.target = tmp_path / "again.pdf"
    screen.export()
    qtbot.waitUntil(busy.answers.target.exists, timeout=5_000)
    assert busy.answers.target.read_bytes() == issued.pdf


def test_what_cannot_be_printed_is_not_taken_and_said_while_typing(qtbot: QtBot, busy: Room) -> None:
    options = _open(qtbot, busy).options
    for box in (options.highlights, options.concerns, options.decisions, options.needs):
        box.setPlainText("长" * (LONGEST_WORDS - 3) + "尾")
        box.moveCursor(QTextCursor.MoveOperation.Start)
        box.insertPlainText("ab😀cdef")
        text = box.toPlainText()
        assert text.startswith("ab长")
        assert text.endswith("尾"), "what stood there before stays"
        assert "not taken" in _below(box)
        box.textCursor().deletePreviousChar()
        assert f"of {LONGEST_WORDS:,} characters" in _below(box)
        box.setPlainText("多" * (LONGEST_WORDS + 7))
        assert len(box.toPlainText()) == LONGEST_WORDS
        box.setPlainText("短")
        assert _below(box) == ""
    for line in (options.verdict, options.focus_of):
        line.setText("句" * LONGEST_WORDS)
        line.setCursorPosition(2)
        line.insert("xyz")
        assert line.text() == "句" * LONGEST_WORDS
        assert line.cursorPosition() == 2
        assert "3 more were not taken" in _below(line)
    request = options.request()
    assert request is not None
    busy.office.reporting.draft(request, english)       # all that was taken can be printed


def _below(box: QWidget) -> str:
    return box.accessibleDescription()


def test_a_correction_takes_up_the_words_begun_for_it(qtbot: QtBot, busy: Room, tmp_path: Path) -> None:
    first = _open(qtbot, busy, words=FreeWords("平稳"))
    issued = _sign(qtbot, busy, first, tmp_path / "1.pdf")
    first.accept()
    screen = make_reports_screen(busy.desk)
    qtbot.addWidget(screen)
    screen.show()
    screen.open_record(issued.id)
    qtbot.waitUntil(lambda: screen.list.current == issued.id)
    for wanted in ("平稳", "平稳，更正一处"):
        screen.correct_button.click()
        qtbot.waitUntil(lambda: bool(_dialogs()))
        [dialog] = _dialogs()
        assert dialog.options.verdict.text() == wanted
        dialog.options.verdict.setText("平稳，更正一处")
        dialog.close()
        qtbot.waitUntil(lambda: busy.office.unfinished.report() is not None)
        qtbot.waitUntil(lambda: not _dialogs())


def _dialogs() -> list[ReportDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, ReportDialog) and one.isVisible()]


def test_choosing_a_client_proposes_a_month_that_is_over_and_warns_of_one_that_is_not(qtbot: QtBot, busy: Room) -> None:
    dialog = _open(qtbot, busy)
    assert "not over" in dialog._notice.accessibleName()
    client, expected = busy.office.records.options("client")[0], date(2026, 9, 1)
    Factory(busy.office.store).problem(site_id=busy.office.records.options("site")[0].id, client_id=client.id,
                                       found_on=date(2026, 9, 30))
    dialog.options.subject.choose(client.id, client.label)
    qtbot.waitUntil(lambda: dialog.options.month.value() == expected, timeout=5_000)
    qtbot.waitUntil(lambda: "not over" not in dialog._notice.accessibleName(), timeout=20_000)
    assert "No staff file names a site" in dialog._notice.accessibleName()
