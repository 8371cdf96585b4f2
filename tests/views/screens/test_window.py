from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from laborqa_desktop.settings import Preferences
from laborqa_desktop.usecases.listing import Filter, Query
from laborqa_desktop.views.company.page import CompanyPage
from laborqa_desktop.views.hand_made import PLACES
from laborqa_desktop.views.importing.page import ImportPage
from laborqa_desktop.views.main_window import MainWindow
from laborqa_desktop.views.record_screen import RecordScreen
from laborqa_desktop.views.report.dialog import ReportDialog
from laborqa_desktop.views.signals import NEW
from laborqa_desktop.views.today.page import TodayPage
from laborqa_desktop.views.verify.page import VerifyPage
from tests.views.conftest import Room


def _window(qtbot: QtBot, room: Room) -> MainWindow:
    window = MainWindow(room.desk, "洁安", "资料库")
    qtbot.addWidget(window)
    window.resize(1280, 640)
    window.show()
    return window


@pytest.mark.parametrize("key", [screen.key for _, screen in PLACES])
def test_each_hand_made_screen_fits_a_small_window(qtbot: QtBot, busy: Room, key: str) -> None:
    window = _window(qtbot, busy)
    window.go(key)
    assert window.minimumSizeHint().width() <= 1280
    assert window.minimumSizeHint().height() <= 640
    assert window.size().width() == 1280


def test_the_rail_counts_what_is_urgent(qtbot: QtBot, busy: Room) -> None:
    window = _window(qtbot, busy)
    page = window.screen_of("today")
    assert isinstance(page, TodayPage)
    qtbot.waitUntil(lambda: page._day is not None, timeout=5_000)
    assert page._day is not None
    assert window.rail._buttons["today"]._badge == page._day.urgent > 0


def test_a_query_narrows_the_list_it_goes_to(qtbot: QtBot, busy: Room) -> None:
    window = _window(qtbot, busy)
    window.go("site", Query(filters=(Filter("name", ("nowhere",)),)))
    screen = window.screen_of("site")
    assert isinstance(screen, RecordScreen)
    assert screen.list.query.filters


def test_a_new_report_is_one_step_away(qtbot: QtBot, busy: Room) -> None:
    window = _window(qtbot, busy)
    window.go("report", NEW)
    dialog = window.findChild(ReportDialog)
    assert dialog is not None
    assert dialog.isVisible()
    dialog.close()


def test_a_dropped_pdf_is_verified(qtbot: QtBot, busy: Room, tmp_path: Path) -> None:
    file = tmp_path / "x.pdf"
    client = busy.office.records.options("client")[0].id
    from laborqa_desktop.catalogue import translator
    from laborqa_desktop.usecases.report_request import Request
    busy.office.issuing.issue(Request(client, None, date(2026, 11, 1), "en"), translator("en"), file)
    window = _window(qtbot, busy)
    page = window.screen_of("verify")
    assert isinstance(page, VerifyPage)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    drop = QDropEvent(QPointF(QPoint(600, 300)), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                      Qt.KeyboardModifier.NoModifier)
    with qtbot.waitSignal(page.verified, timeout=20_000):
        window.dropEvent(drop)
    assert window.area == "reports"


def test_a_list_leads_to_the_import_of_its_kind(qtbot: QtBot, busy: Room) -> None:
    window = _window(qtbot, busy)
    window.go("import", "certificate")
    page = window.screen_of("import")
    assert isinstance(page, ImportPage)
    assert page.file.kind.key() == "certificate"


def test_another_look_reaches_the_program(qtbot: QtBot, busy: Room) -> None:
    window = _window(qtbot, busy)
    window.go("company")
    page = window.screen_of("company")
    assert isinstance(page, CompanyPage)
    with qtbot.waitSignal(window.look_asked) as asked:
        page.appearance.theme.set_key("dark")
        page.appearance.theme.activated.emit(2)
    assert asked.args == [Preferences(theme="dark")]
