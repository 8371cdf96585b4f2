"""The window on the sample library, in any language and theme, without a display or the user's own settings."""

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TypeVar
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QStackedWidget, QWidget

from laborqa_desktop import bootstrap
from laborqa_desktop.sample.agenda import moment, standing
from laborqa_desktop.settings import Preferences
from laborqa_desktop.store.keys import Costs
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.usecases.office import Office
from laborqa_desktop.views.background import Background
from laborqa_desktop.views.collecting import Collecting
from laborqa_desktop.views.desk import Desk, PreferencesStore
from laborqa_desktop.views.i18n import CHINESE, Languages, translate
from laborqa_desktop.views.main_window import MainWindow
from laborqa_desktop.views.signals import AppSignals
from laborqa_desktop.views.theme import Choice, Theme
from tests.views.support import Answers

DAY = date(2026, 11, 23)
CHEAP = Costs(memory_kib=64, rounds=1, lanes=1)
PASSWORD = "sample"
STILL_MS, PATIENCE_S = 220, 15.0
Some = TypeVar("Some", bound=QWidget)


class Stage:
    """One open sample library and the window that shows it.

    Args:
        folder: an empty folder of the caller, or one that already holds the sample under "sample".
        still_ms: how long nothing must happen before a scene counts as complete.
    """

    def __init__(self, app: QApplication, folder: Path, size: QSize, still_ms: int = STILL_MS) -> None:
        self.app, self.folder, self.size, self._still_ms = app, folder, size, still_ms
        os.environ["LABORQA_HOME"] = str(folder / "home")
        library = folder / "sample"
        if library.exists():
            self.office: Office = bootstrap.open_library(library, PASSWORD, "曾雨桐")
            self.office.store.clock = partial(standing, moment(self.office.store, DAY, 9, 30))
        else:
            self.office, _ = bootstrap.demo_library(library, PASSWORD, DAY, costs=CHEAP)
        self._collecting = Collecting(app)
        self.theme = Theme(app, Choice.LIGHT)
        self.languages = Languages(app, CHINESE)
        self.answers = Answers()
        self.window = QStackedWidget()
        self.window.setWindowTitle("LaborQA Desktop")
        self.window.resize(size)
        self.background = Background()
        self.main: MainWindow | None = None

    def show(self, language: str, choice: Choice) -> MainWindow:
        """A fresh window in that language and theme."""
        self.languages.set_language(language)
        self.theme.set_choice(choice)
        self.clear()
        self.background = Background()
        office = self.office
        preferences = PreferencesStore(Preferences(language=language), lambda kept: None)
        desk = Desk(office, AppSignals(), self.background, self.answers, preferences, office.store.today,
                    ZoneInfo(office.store.zone),
                    lambda key, query, ids, file, personal, step: office.files.export(
                        key, query, ids, file, translate, personal, step=step))
        self.main = MainWindow(desk, office.company.legal_name(), "sample.labq", True)
        self.put(self.main)
        return self.main

    def put(self, shown: QWidget) -> None:
        """Shows something in the window, in place of what was there."""
        self.window.addWidget(shown)
        self.window.setCurrentWidget(shown)
        self.window.resize(self.size)
        self.window.show()
        self.window.activateWindow()        # a dialog closed before may have taken the focus with it
        self.settle()

    def clear(self) -> None:
        """Takes everything out of the window."""
        for other in self.dialogs():
            other.close()
        self.background.close()
        while (old := self.window.currentWidget()) is not None:
            self.window.removeWidget(old)
            old.deleteLater()
        self.settle()

    def dialogs(self) -> Sequence[QWidget]:
        """Windows that stand before the main one."""
        return [one for one in self.app.topLevelWidgets() if one is not self.window and one.isVisible()]

    def go(self, screen: type[Some], key: str, what: object = None) -> Some:
        """Goes to a screen, and there to what is named; gives the screen."""
        assert self.main is not None
        self.main.go(key, what)
        self.settle()
        shown = self.main.screen_of(key)
        assert isinstance(shown, screen)
        return shown

    def dialog(self, kind: type[Some]) -> Some:
        """The newest of the open dialogs of that kind."""
        return [one for one in self.window.findChildren(kind) if one.isVisible()][-1]

    def dialog_scene(self, name: str, least_ms: int = 0) -> Iterator[str]:
        """The scene of the dialogs that are open; afterwards they go."""
        self.settle(least_ms)
        shown = [one for one in self.dialogs() if isinstance(one, QDialog)]
        assert shown, name
        yield name
        for one in shown:
            one.reject()
        pause(30)

    def first(self, key: str, query: Query | None = None) -> int:
        """Id of the first record of a list."""
        return self.office.records.page(key, query or Query(), 0, 1)[0].id

    def settle(self, least_ms: int = 0) -> None:
        """Lets timers run and workers answer until nothing is under way."""
        end = monotonic() + PATIENCE_S
        still = least_ms or self._still_ms
        pause(still)
        while self.background._open and monotonic() < end:
            pause(20)
        pause(still // 2)

    def close(self) -> None:
        """Ends it all."""
        self.clear()
        self.window.close()
        self.office.close()

    @property
    def language(self) -> str:
        """zh_CN or en."""
        return self.languages.language


def pause(milliseconds: int) -> None:
    """Lets events be handled for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def scratch() -> Path:
    """A new folder for one run."""
    return Path(tempfile.mkdtemp(prefix="laborqa-shots-"))


def remove(folder: Path) -> None:
    """Deletes the folder of a run."""
    with suppress(OSError):
        shutil.rmtree(folder)


