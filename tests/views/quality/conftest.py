"""A desk over a real library, for the screens made by hand."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from laborqa_desktop.settings import Preferences
from laborqa_desktop.store.keys import Costs
from laborqa_desktop.store.library import create
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.office import Office
from laborqa_desktop.views.background import Background
from laborqa_desktop.views.desk import Desk, PreferencesStore
from laborqa_desktop.views.signals import AppSignals
from laborqa_desktop.views.theme import Choice, Theme
from tests.factory import Factory


class Answers:
    """Answers what a screen asks, and remembers it."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []
        self.yes = True
        self.words: str | None = "客户要求"
        self.files: list[Path] = []

    def confirm(self, parent: QWidget, title: str, words: str, yes: str, lines: Sequence[str] = ()) -> bool:
        self.asked.append((title, words, *lines))
        return self.yes

    def tell(self, parent: QWidget, title: str, words: str, lines: Sequence[str] = ()) -> None:
        self.asked.append((title, words, *lines))

    def text(self, parent: QWidget, title: str, name: str, value: str = "") -> str | None:
        self.asked.append((title, name))
        return self.words

    def open_files(self, parent: QWidget, title: str, patterns: str) -> list[Path]:
        return self.files

    def save_file(self, parent: QWidget, title: str, name: str, patterns: str) -> Path | None:
        return None

    def folder(self, parent: QWidget, title: str, start: Path | None = None) -> Path | None:
        return None


@pytest.fixture
def store(tmp_path: Path, now: datetime) -> Iterator[Store]:
    opened, _ = create(tmp_path / "资料库", "correct horse", costs=Costs(memory_kib=64, rounds=1, lanes=1),
                       clock=lambda: now)
    yield opened
    opened.close()


@pytest.fixture
def make(store: Store) -> Factory:
    factory = Factory(store)
    factory.company()
    return factory


@pytest.fixture
def ask() -> Answers:
    return Answers()


@pytest.fixture
def desk(qapp: Any, store: Store, ask: Answers, today: date) -> Iterator[Desk]:
    Theme(qapp, Choice.LIGHT)
    background = Background()
    yield Desk(Office(store, "何静"), AppSignals(), background, ask, PreferencesStore(Preferences(), lambda p: None),
               lambda: today)
    for window in qapp.topLevelWidgets():
        window.close()
        for timer in window.findChildren(QTimer):
            timer.stop()
    background.close()
