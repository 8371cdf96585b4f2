import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from laborqa_desktop import settings
from laborqa_desktop.app import Program
from laborqa_desktop.records import TYPES
from laborqa_desktop.settings import Preferences, RecentLibrary
from laborqa_desktop.store import library
from laborqa_desktop.store.keys import Costs
from laborqa_desktop.usecases.office import Office
from laborqa_desktop.views import theme
from laborqa_desktop.views.background import Background
from laborqa_desktop.views.desk import Desk, PreferencesStore
from laborqa_desktop.views.main_window import MainWindow
from laborqa_desktop.views.record_screen import RecordScreen
from laborqa_desktop.views.signals import AppSignals
from tests.views.support import Answers


@dataclass
class Room:
    """A desk, what stands behind it, and who answers."""

    desk: Desk
    office: Office
    answers: Answers

    def staff(self, name: str, code: str, **given: Any) -> int:
        """Adds a person."""
        records = self.office.records
        found = records.options("post", "")
        post = found[0].id if found else records.save("post", None, {
            **records.blank("post").values, "name": "保洁员", "code": "BJ"}).id
        values = {**records.blank("staff").values, "name": name, "code": code, "status": "active", "post_id": post,
                  "phone": "13800006021", "birth_date": date(1978, 5, 12), "hired_on": date(2026, 9, 1), **given}
        return records.save("staff", None, values).id

    def staff_screen(self, qtbot: QtBot, *names: str) -> RecordScreen:
        """The screen of people, shown, after people of these names were added."""
        for number, name in enumerate(names, 1):
            self.staff(name, f"LB{number}")
        made = RecordScreen(self.desk, TYPES["staff"])
        qtbot.addWidget(made)
        made.resize(1168, 560)
        with qtbot.waitSignal(made.list.model.loaded):
            made.show()
        qtbot.waitUntil(lambda: made.form.loaded is not None)
        return made


@pytest.fixture(scope="session")
def themed(qapp: QApplication) -> theme.Theme:
    return theme.Theme(qapp, theme.Choice.LIGHT)


@pytest.fixture
def room(themed: theme.Theme, tmp_path: Path, now: datetime) -> Iterator[Room]:
    store, _ = library.create(tmp_path / "lib", "password", costs=Costs(64, 1, 1), clock=lambda: now)
    office, background, answers = Office(store, "李洋"), Background(), Answers()
    preferences = PreferencesStore(Preferences(), lambda kept: None)
    desk = Desk(office, AppSignals(), background, answers, preferences, store.today, ZoneInfo(store.zone))
    yield Room(desk, office, answers)
    background.close()
    QApplication.sendPostedEvents()
    office.close()


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """The program before its unlock page, one library among the recent ones."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    folder = tmp_path / "lib"
    library.create(folder, "password", costs=Costs(64, 1, 1))[0].close()
    file = tmp_path / "preferences.json"
    settings.save(file, Preferences(language="en", theme="light", recent=(RecentLibrary(str(folder), "Our library"),)))
    made = Program(qapp, file=file)
    qtbot.addWidget(made.window)
    made.start()
    qtbot.waitUntil(lambda: made.ready, timeout=20_000)
    yield made
    if made.session is not None:
        made.session.close()        # which makes no backup
    made.window.close()
    QApplication.sendPostedEvents()


def unlock(program: Program, qtbot: QtBot) -> MainWindow:
    """Opens the first of the recent libraries; gives its window."""
    folder = program.preferences.recent[0].folder
    with qtbot.waitSignal(program.opened):
        program.open_library(folder, "password", "李洋")
    assert program.session is not None
    assert program.session.main is not None
    return program.session.main
