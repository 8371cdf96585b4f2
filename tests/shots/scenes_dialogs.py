"""The dialogs and menus that no other scene comes by."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QMenu

from laborqa_desktop.records import record_type
from laborqa_desktop.usecases.listing import Filter, Query
from laborqa_desktop.views.about.page import AboutDialog
from laborqa_desktop.views.ask import AskUser, Question
from laborqa_desktop.views.company.identity_card import _SecretDialog
from laborqa_desktop.views.company.page import CompanyPage
from laborqa_desktop.views.inspection.entry_page import EntryPage
from laborqa_desktop.views.main_window import MainWindow
from laborqa_desktop.views.new_record_dialog import NewRecordDialog
from laborqa_desktop.views.record_screen import RecordScreen
from laborqa_desktop.views.report.screen import ReportsScreen
from tests.shots.stage import Stage, pause


def scenes(stage: Stage) -> Iterator[str]:
    """Brings each scene into the window and gives its name."""
    main = stage.main
    assert main is not None
    yield from _dialogs(stage, main)
    yield from _menus(stage, main)


def _dialogs(stage: Stage, main: MainWindow) -> Iterator[str]:
    records = stage.office.records
    main.go("inspection", records.page("inspection", Query(filters=(Filter("state", ("draft",)),)), 0, 1)[0].id)
    stage.settle()
    page = main.findChild(EntryPage)
    assert page is not None
    page.keeper.ask_details()
    yield from _shown(stage, "quality-inspection-details")
    main.go("report", records.page("report", Query(), 0, 1)[0].id)
    stage.settle()
    screen = main.screen_of("report")
    assert isinstance(screen, ReportsScreen)
    screen.open_pdf()
    stage.settle(600)
    yield from _shown(stage, "reports-pdf")
    main.go("company")
    stage.settle()
    company = main.screen_of("company")
    assert isinstance(company, CompanyPage)
    _SecretDialog(company.identity, AskUser().tr("OK")).open()
    yield from _shown(stage, "settings-identity-password")
    AboutDialog(stage.window, stage.background).open()
    yield from _shown(stage, "about-dialog")
    for key in ("site", "client"):
        NewRecordDialog(main._desk, main, record_type(key), "滨江物流园 3 号仓").open()
        yield from _shown(stage, f"new-{key}")
    asked = Question(main, company.identity.tr("Create it"), "。".join(["提交后不能再改"] * 9), ["第 1 项"] * 3)
    asked.add_way_out(AskUser().tr("Cancel"))
    asked.add_button(company.identity.tr("Create it"), primary=True)
    asked.open()
    yield from _shown(stage, "question")


def _shown(stage: Stage, name: str) -> Iterator[str]:
    stage.settle()
    shown = [one for one in stage.dialogs() if isinstance(one, QDialog)]
    assert shown, name
    yield name
    for one in shown:
        one.reject()
    pause(30)


def _menus(stage: Stage, main: MainWindow) -> Iterator[str]:
    main.go("staff")
    stage.settle()
    screen = main.screen_of("staff")
    assert isinstance(screen, RecordScreen)
    screen.list.menu.open(screen.list._more)
    yield from _popped(stage, main, "people-staff-menu")
    main.status._open_menu()
    yield from _popped(stage, main, "look-menu")
    screen.head.menu.popup(screen.head.mapToGlobal(QPoint(0, 0)))
    yield from _popped(stage, main, "people-staff-record-menu")


def _popped(stage: Stage, main: MainWindow, name: str) -> Iterator[str]:
    stage.settle()
    open_ = [one for one in main.findChildren(QMenu) if one.isVisible()]
    assert open_, name
    yield name
    for one in open_:
        one.close()
    pause(20)
