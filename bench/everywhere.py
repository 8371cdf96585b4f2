"""Ctrl+K over 200,000 records: from the key to the list on the screen, beside the plainest full-text query.

The plain figure is one statement of the driver on the same encrypted file: the newest 40 hits of the index. Ours also
finds commands, looks at all types, ranks, names what it found, crosses two threads and lays out the list.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from bench._many import COMMON, RARE, library_of
from bench.lists import _connect
from bench.result import Result
from laborqa_desktop.store import search
from laborqa_desktop.store.unit import Store

if TYPE_CHECKING:
    from laborqa_desktop.views.search_everywhere import SearchEverywhere

COUNT, RUNS, LIMIT = 200_000, 15, 0.05
WORDS = (("a rare word", RARE), ("a word of 50,000 records", COMMON), ("a site by its initials", "bjyy"),
         ("a person in pinyin", "wangwei"), ("one letter", "w"), ("a number", "QC-2026-0001234"),
         ("a command", "beifen"), ("two words, one the site's", "滨江医院 台账"))


def run() -> list[Result]:
    """From key to list: at most 50 ms each."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = []
    with library_of(COUNT) as store, _box(store) as (box, settled):
        plain = _connect(store)
        try:
            for name, words in WORDS:
                ours = _best(partial(_type, box, words, settled), partial(_type, box, "", settled))
                simplest = _best(partial(_ask, plain, words))
                found.append(Result(f"Ctrl+K, {COUNT:,} records: {name}", ours, simplest, within=LIMIT))
        finally:
            plain.close()
    return found


@contextmanager
def _box(store: Store) -> Iterator[tuple["SearchEverywhere", Callable[[], None]]]:
    """The search box of a real window on that library, and a function that waits for its list."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from laborqa_desktop.settings import Preferences
    from laborqa_desktop.usecases.office import Office
    from laborqa_desktop.views.background import Background
    from laborqa_desktop.views.collecting import Collecting
    from laborqa_desktop.views.desk import Desk, PreferencesStore
    from laborqa_desktop.views.main_window import MainWindow
    from laborqa_desktop.views.signals import AppSignals
    from laborqa_desktop.views.theme import Choice, Theme
    from tests.views.support import Answers

    app = QApplication.instance() or QApplication(["bench"])
    assert isinstance(app, QApplication)
    with TemporaryDirectory(prefix="laborqa-bench-home-") as home:
        os.environ["LABORQA_HOME"] = str(Path(home))
        Collecting(app)
        Theme(app, Choice.LIGHT)
        background = Background()
        desk = Desk(Office(store, "李洋"), AppSignals(), background, Answers(),
                    PreferencesStore(Preferences(), lambda kept: None), store.today, ZoneInfo(store.zone))
        window = MainWindow(desk, "bench", "bench", first="settings")
        window.resize(1366, 768)
        window.show()

        def settled() -> None:
            loop, look = QEventLoop(), QTimer(interval=0)
            look.timeout.connect(lambda: None if background._open or window.top.search._pause.isActive()
                                 else loop.quit())
            look.start()
            loop.exec()

        settled()
        window.begin_search()
        settled()
        yield window.top.search, settled
        background.close()
        window.close()


def _type(box: "SearchEverywhere", words: str, settled: Callable[[], None]) -> None:
    box.setText(words)
    settled()
    box._list.viewport().repaint()


def _ask(connection: Any, words: str) -> None:
    connection.execute("SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT 40",
                       (search.match(words),)).fetchall()


def _best(act: Callable[[], object], between: Callable[[], object] = lambda: None) -> float:
    """The best of some runs: a busy machine only adds."""
    times = []
    for _ in range(RUNS):
        between()
        start = perf_counter()
        act()
        times.append(perf_counter() - start)
    return min(times)
