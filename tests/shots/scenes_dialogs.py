"""The dialogs and menus that no other scene comes by."""

import threading
from collections.abc import Iterator

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from laborqa_desktop.records import record_type
from laborqa_desktop.usecases.listing import Filter, Query
from laborqa_desktop.views.about.page import AboutDialog
from laborqa_desktop.views.ask import AskUser, Question
from laborqa_desktop.views.company.identity_card import _SecretDialog
from laborqa_desktop.views.company.page import CompanyPage
from laborqa_desktop.views.fields_dialog import perform_stepped
from laborqa_desktop.views.i18n import translate
from laborqa_desktop.views.inspection.screen import InspectionScreen
from laborqa_desktop.views.main_window import MainWindow
from laborqa_desktop.views.new_record_dialog import NewRecordDialog
from laborqa_desktop.views.record_screen import RecordScreen
from laborqa_desktop.views.report.screen import ReportsScreen
from tests.shots.stage import Stage, pause


def scenes(stage: Stage, main: MainWindow) -> Iterator[str]:
    """Brings each scene into the window and gives its name."""
    yield from _dialogs(stage, main)
    yield from _menus(stage, main)
    yield from _strip(stage, main)


def _dialogs(stage: Stage, main: MainWindow) -> Iterator[str]:
    draft = stage.first("inspection", Query(filters=(Filter("state", ("draft",)),)))
    stage.go(InspectionScreen, "inspection", draft).page.keeper.ask_details()
    yield from stage.dialog_scene("quality-inspection-details")
    stage.go(ReportsScreen, "report", stage.first("report")).open_pdf()
    yield from stage.dialog_scene("reports-pdf", 600)
    company = stage.go(CompanyPage, "company")
    _SecretDialog(company.identity, AskUser().tr("OK")).open()
    yield from stage.dialog_scene("settings-identity-password")
    AboutDialog(stage.window, stage.background).open()
    yield from stage.dialog_scene("about-dialog")
    for key in ("site", "client"):
        NewRecordDialog(main._desk, main, record_type(key), "滨江物流园 3 号仓").open()
        yield from stage.dialog_scene(f"new-{key}")
    asked = Question(main, company.identity.tr("Create it"), "。".join(["提交后不能再改"] * 9), ["第 1 项"] * 3)
    asked.add_way_out(AskUser().tr("Cancel"))
    asked.add_button(company.identity.tr("Create it"), primary=True)
    asked.open()
    yield from stage.dialog_scene("question")


def _menus(stage: Stage, main: MainWindow) -> Iterator[str]:
    screen = stage.go(RecordScreen, "staff")
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


def _strip(stage: Stage, main: MainWindow) -> Iterator[str]:
    """Long work as it stands after two seconds, and while it is being cancelled."""
    over = threading.Event()
    stage.go(RecordScreen, "staff")
    perform_stepped(main._desk, main, translate("ListOut", "Exporting…"), lambda step: over.wait(60), lambda done: None)
    pause(50)
    assert main.work._shown is not None
    bar = main.work._shown[1]
    bar.advance(37, 120)
    bar.show()
    bar._cancel.show()
    pause(50)
    yield "work-strip"
    bar.stopping()
    pause(50)
    yield "work-strip-cancelling"
    over.set()
    stage.settle()
