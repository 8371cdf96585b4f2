"""Every screen of the program opened and painted in both languages, without a display."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from laborqa_desktop.self_test.runner import Bench, Broken, Figures

SIZE = 1280, 720
PATIENCE_S = 60.0
"""So long a screen may read until it counts as hung."""


def open_all(bench: Bench) -> Figures:
    """Opens the unlock page, then every screen of an open library and the guide, and paints each.

    Raises:
        Broken: a screen is missing, is not shown, or never ends reading.
    """
    from PySide6.QtWidgets import QApplication, QStackedWidget

    from laborqa_desktop.views.collecting import Collecting
    from laborqa_desktop.views.i18n import CHINESE, SOURCE, Languages
    from laborqa_desktop.views.theme import Choice, Theme
    app = QApplication.instance() or QApplication([sys.argv[0]])
    assert isinstance(app, QApplication)
    Collecting(app)
    Theme(app, Choice.LIGHT)
    languages = Languages(app, CHINESE)
    seconds: dict[str, float] = {}
    with _qt_listened_to() as said:
        window = QStackedWidget()
        window.resize(*SIZE)
        window.show()
        try:
            _unlock_page(window, languages.language)
            for language in (CHINESE, SOURCE):
                languages.set_language(language)
                for key, took in _library_window(bench, window).items():
                    seconds[key] = max(took, seconds.get(key, 0.0))
        finally:
            window.close()
    slowest = max(seconds, key=lambda key: seconds[key])
    return {"screens": len(seconds), "languages": 2, "slowest": slowest,
            "slowest_seconds": round(seconds[slowest], 3), **({"qt_said": said[:5]} if said else {})}


@contextmanager
def _qt_listened_to() -> Iterator[list[str]]:
    """Gathers Qt's warnings for the report; that the offscreen platform has no window manager is none."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
    said: list[str] = []

    def note(kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
        if not words.startswith("This plugin does not support") and words not in said:
            said.append(words)

    before = qInstallMessageHandler(note)
    try:
        yield said
    finally:
        qInstallMessageHandler(before)


def _unlock_page(window: Any, language: str) -> None:
    from laborqa_desktop.views.recent_list import Recent
    from laborqa_desktop.views.unlock_page import UnlockPage
    page = UnlockPage([Recent("/", "LaborQA", "/")], "", language, "light")
    _put(window, page)
    _need_painted(window, "unlock")
    _take_down(window, page)


def _library_window(bench: Bench, window: Any) -> dict[str, float]:
    from laborqa_desktop.settings import Preferences
    from laborqa_desktop.views.ask import AskUser
    from laborqa_desktop.views.background import Background
    from laborqa_desktop.views.desk import Desk, PreferencesStore
    from laborqa_desktop.views.hand_made import SCREENS
    from laborqa_desktop.views.main_window import MainWindow
    from laborqa_desktop.views.signals import AppSignals
    office, background = bench.office, Background()
    desk = Desk(office, AppSignals(), background, AskUser(), PreferencesStore(Preferences(), lambda kept: None),
                office.store.today, ZoneInfo(office.store.zone))
    main = MainWindow(desk, office.company.legal_name(), Path(office.store.folder).name)
    seconds: dict[str, float] = {}
    try:
        _put(window, main)
        for one in (one for places in SCREENS.values() for one in places):
            begun = time.perf_counter()
            main.go(one.key)
            _settle(background, one.key)
            screen = main.screen_of(one.key)
            if screen is None or not screen.isVisible():
                raise Broken(f'the screen "{one.key}" is not shown')
            _need_painted(window, one.key)
            seconds[one.key] = time.perf_counter() - begun
        begun = time.perf_counter()
        guide = main.show_guide()
        if not guide.browser.toPlainText().strip():
            raise Broken("the guide is empty")
        _need_painted(guide, "guide")
        guide.close()
        seconds["guide"] = time.perf_counter() - begun
    finally:
        main.leave()
        background.close()
        _take_down(window, main)
    return seconds


def _put(window: Any, shown: Any) -> None:
    window.addWidget(shown)
    window.setCurrentWidget(shown)
    _turn(0)


def _take_down(window: Any, shown: Any) -> None:
    window.removeWidget(shown)
    shown.deleteLater()
    _turn(0)


def _settle(background: Any, name: str) -> None:
    """Lets events be handled until nothing is read or written any more."""
    end = time.monotonic() + PATIENCE_S
    _turn(0)
    while background.is_busy:
        if time.monotonic() > end:
            raise Broken(f'the screen "{name}" does not end reading')
        _turn(5)


def _turn(milliseconds: int) -> None:
    from PySide6.QtCore import QEventLoop, QTimer
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _need_painted(widget: Any, name: str) -> None:
    """A screen that was painted has more than a few colours."""
    image = widget.grab().toImage().scaled(*(side // 4 for side in SIZE))
    dots = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    if len(dots) < 4:
        raise Broken(f'the screen "{name}" stays empty')
