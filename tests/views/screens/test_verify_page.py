from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from laborqa_desktop.catalogue import translator
from laborqa_desktop.usecases.report_request import Request
from laborqa_desktop.views.verify.page import VerifyPage, make_verify_page
from tests.views.conftest import Room
from tests.views.support import unnamed


@pytest.fixture
def issued(busy: Room, tmp_path: Path) -> Path:
    """A report of the library, signed."""
    client = busy.office.records.options("client")[0].id
    target = tmp_path / "报告.pdf"
    busy.office.issuing.issue(Request(client, None, date(2026, 11, 1), "en"), translator("en"), target)
    return target


def _verified(qtbot: QtBot, room: Room, file: Path) -> VerifyPage:
    page = make_verify_page(room.desk)
    qtbot.addWidget(page)
    page.resize(1180, 500)
    page.show()
    with qtbot.waitSignal(page.verified, timeout=20_000):
        page.arrive(file)
    return page


def test_our_report_is_told_in_words(qtbot: QtBot, busy: Room, issued: Path) -> None:
    page = _verified(qtbot, busy, issued)
    assert page._status.text() == "Reliable"
    assert page._verdict.property("box") == "ok"
    assert page.open_report.isVisible()
    assert not page._details.isVisible()
    assert unnamed(page) == []


def test_one_changed_byte_is_told(qtbot: QtBot, busy: Room, issued: Path) -> None:
    content = bytearray(issued.read_bytes())
    content[len(content) // 3] ^= 1
    issued.write_bytes(content)
    page = _verified(qtbot, busy, issued)
    assert page._status.text() == "Do not rely on it"
    assert page._verdict.property("box") == "error"


def test_what_is_no_pdf_is_told_without_a_preview(qtbot: QtBot, busy: Room, tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    file.write_bytes(b"no pdf at all")
    page = _verified(qtbot, busy, file)
    assert page._status.text() == "Do not rely on it"
    assert page.preview.view.pages == 0


def test_details_are_folded_until_wanted(qtbot: QtBot, busy: Room, issued: Path) -> None:
    page = _verified(qtbot, busy, issued)
    page._details_button.click()
    assert page._details.isVisible()
    assert "SHA-256" in page._details.text()


def test_a_file_that_cannot_be_read_is_a_sentence(qtbot: QtBot, busy: Room, tmp_path: Path) -> None:
    page = make_verify_page(busy.desk)
    qtbot.addWidget(page)
    page.verify_file(tmp_path / "missing.pdf")
    qtbot.waitUntil(lambda: bool(busy.answers.told), timeout=5_000)
    assert "missing.pdf" in busy.answers.told[0]
