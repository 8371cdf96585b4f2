"""Log-off and shutting down while something is typed or written: nothing is lost, and nothing stands in their way."""

import ctypes
import sys
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import PySide6
import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from laborqa_desktop import bootstrap, settings
from laborqa_desktop.app import Program
from laborqa_desktop.catalogue import translator
from laborqa_desktop.opening import Session
from laborqa_desktop.settings import Preferences, RecentLibrary
from laborqa_desktop.store.keys import Costs
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.usecases.report_request import Request
from laborqa_desktop.views.backup.wait_dialog import WaitDialog
from laborqa_desktop.views.record_screen import RecordScreen
from tests.views.support import Answers


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Session]:
    """A program with a library in which a report can be made."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    office, _ = bootstrap.new_library(tmp_path / "库", "password", "杭州洁安劳务有限公司", costs=Costs(64, 1, 1))
    owner = office.records.save("outsider", None, {"name": "客户经理"}).id
    office.records.save("client", None, {"code": "C1", "name": "蓝海园区", "owner_id": owner})
    office.close()
    file = tmp_path / "preferences.json"
    recent = RecentLibrary(str(tmp_path / "库"), "Ours")
    settings.save(file, Preferences(language="en", theme="light", recent=(recent,)))
    program = Program(qapp, file=file, ask=Answers())
    qtbot.addWidget(program.window)
    program.start()
    qtbot.waitUntil(lambda: program.ready, timeout=20_000)
    with qtbot.waitSignal(program.opened):
        program.open_library(str(tmp_path / "库"), "password", "李洋")
    assert program.session is not None
    yield program.session
    program.session.close()
    program.window.close()
    QApplication.sendPostedEvents()


def announce_end(app: QApplication) -> None:
    """Emits the signal as Qt does it itself, at Windows' WM_QUERYENDSESSION: Python cannot make a QSessionManager."""
    library = ctypes.CDLL(str(Path(PySide6.__file__).parent / "Qt" / "lib" / "libQt6Gui.so.6"))
    manager = QObject()
    library._ZN15QGuiApplication17commitDataRequestER15QSessionManager(
        *(ctypes.c_void_p(shiboken6.getCppPointer(one)[0]) for one in (app, manager)))


@pytest.mark.skipif(sys.platform != "linux", reason="the signal is emitted by its name in Qt's library")
def test_a_report_under_way_is_written_to_its_end(session: Session, qapp: QApplication, tmp_path: Path,
                                                  monkeypatch: pytest.MonkeyPatch) -> None:
    office, target = session.office, tmp_path / "报告.pdf"
    assert office is not None
    request = Request(client_id=office.records.by_code("client", "C1"), site_id=None, month=date(2026, 10, 1),
                      language="zh")
    stages: list[Any] = []

    ending, wait_for_writes = threading.Event(), session.background.wait_for_writes

    def waits() -> None:
        ending.set()
        wait_for_writes()

    monkeypatch.setattr(session.background, "wait_for_writes", waits)

    def work(step: object) -> object:
        assert ending.wait(10)
        return office.issuing.issue(request, translator("zh"), target, stage=stages.append)

    session.background.run(work, lambda _: None)
    assert not stages
    announce_end(qapp)
    assert office.verifying.verify(target.read_bytes()).is_good
    assert session.is_open


def test_sleep_locks_and_the_report_under_way_is_there_afterwards(session: Session, qtbot: QtBot,
                                                                   tmp_path: Path) -> None:
    office, target = session.office, tmp_path / "报告.pdf"
    assert office is not None
    request = Request(client_id=office.records.by_code("client", "C1"), site_id=None, month=date(2026, 10, 1),
                      language="zh")

    locked = threading.Event()

    def work(step: object) -> object:
        assert locked.wait(10)
        return office.issuing.issue(request, translator("zh"), target)

    session.background.run(work, lambda _: None)
    program = session._program
    program.lock("sleep")       # as windows_messages tells it
    assert program.window.currentWidget() is program.page
    assert session.is_open      # it is still being written
    locked.set()
    qtbot.waitUntil(lambda: not session.is_open, timeout=10_000)
    with qtbot.waitSignal(program.opened):
        program.open_library(str(tmp_path / "库"), "password", "李洋")
    assert session.office is not None
    assert session.office.verifying.verify(target.read_bytes()).is_good


def test_what_is_typed_is_kept_and_closing_waits_for_no_backup(session: Session, qtbot: QtBot) -> None:
    main, office = session.main, session.office
    assert main is not None
    assert office is not None
    main.go("post")
    screen = main.screen_of("post")
    assert isinstance(screen, RecordScreen)
    screen.new_record()
    screen.form.focus_field("name")
    qtbot.keyClicks(QApplication.focusWidget(), "Cleaner")
    qtbot.waitUntil(lambda: main.backups.status is not None)
    assert main.backups.is_due()
    program = session._program
    program.system_end.keep_all()
    assert office.records.exact_count("post", Query(search="Cleaner")) == 1      # complete, so no mere draft
    program.window.close()
    assert not program.window.isVisible()
    assert not session.is_open
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, WaitDialog) and one.isVisible()]


def test_when_another_program_stops_the_end_the_last_backup_is_made_again(session: Session, qtbot: QtBot,
                                                                          monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("laborqa_desktop.ending.STAYS_AFTER_MS", 20)
    program = session._program
    program.system_end.keep_all()
    assert program.system_end.is_near
    qtbot.waitUntil(lambda: not program.system_end.is_near)
