"""The four steps to a new library by keys alone, from an empty folder to each of the three ways to begin."""

import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from laborqa_desktop import bootstrap, paths, settings
from laborqa_desktop.app import Program
from laborqa_desktop.settings import Preferences
from laborqa_desktop.store.keys import Costs
from laborqa_desktop.usecases.office import Office
from laborqa_desktop.views.first.library_card import NewLibraryCard
from laborqa_desktop.views.first.place_card import FirstPlaceCard
from laborqa_desktop.views.first.recovery_card import RecoveryCard
from laborqa_desktop.views.first.way_card import FirstWayCard
from tests.e2e.hands import AskByKeys, Hands

CHEAP = Costs(64, 1, 1)
COMPANY = "杭州洁安劳务有限公司"


class AskForPlaces(AskByKeys):
    """Also names folders beforehand."""

    def folder(self, parent: QWidget, title: str, start: Path | None = None) -> Path | None:
        self.asked.append(title)
        return self.target


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, qtbot: QtBot, now: datetime,
            monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    make = bootstrap.new_library
    monkeypatch.setattr(bootstrap, "new_library", partial(make, costs=CHEAP, clock=lambda: now))

    def sample(folder: Path, password: str) -> tuple[Office, str]:
        return make(folder, password, "示例公司", costs=CHEAP)

    monkeypatch.setattr(bootstrap, "demo_library", sample)
    file = tmp_path / "preferences.json"
    settings.save(file, Preferences(language="zh_CN", theme="light"))
    made = Program(qapp, file=file, ask=AskForPlaces())
    qtbot.addWidget(made.window)
    made.start()
    qtbot.waitUntil(lambda: made.ready, timeout=20_000)
    yield made
    if made.session is not None and made.session.is_open:
        made.session.close()        # which makes no backup
    made.window.close()
    QApplication.sendPostedEvents()
    made.languages.set_language("en")


class Steps:
    """The four steps, each by keys alone."""

    def __init__(self, program: Program, qtbot: QtBot, folder: Path) -> None:
        self.program, self.folder, self.hands = program, folder, Hands(qtbot, program.window)
        self.library = folder / "lib"

    @property
    def card(self) -> Any:
        return self.program.page.cards.currentWidget()

    @property
    def ask(self) -> AskForPlaces:
        assert isinstance(self.program.ask, AskForPlaces)
        return self.program.ask

    def reach(self, kind: type[QWidget]) -> None:
        self.hands.until(lambda: isinstance(self.card, kind) and self.hands.focus is not self.program.window)

    def company(self) -> None:
        self.reach(NewLibraryCard)
        self.hands.write(COMPANY)
        self.hands.press("Tab")
        self.hands.write("Li Yang")
        self.hands.press("Tab", "Ctrl+A")
        self.hands.write(str(self.library))
        self.hands.press("Enter")

    def password(self) -> None:
        self.hands.write("password2")
        self.hands.press("Enter")
        self.hands.write("password2")
        self.hands.press("Enter")
        self.reach(RecoveryCard)

    def sheet(self) -> None:
        self.ask.target = self.folder / "sheet.pdf"
        self.hands.press("Alt+S")
        self.hands.until((self.folder / "sheet.pdf").exists)
        self.hands.press("Alt+K")
        self.hands.until(lambda: self.card.go_on.isEnabled())
        assert "sheet.pdf" in self.card.told.text(), "a file that was written is named"
        self.hands.press("Enter")
        self.reach(FirstPlaceCard)

    def to_the_ways(self) -> None:
        self.company()
        self.password()
        self.sheet()
        self.hands.press("Alt+K")
        self.reach(FirstWayCard)

    def until_open(self) -> Any:
        self.hands.until(lambda: self.program.session is not None and self.program.session.main is not None
                         and self.program.window.currentWidget() is self.program.session.main)
        assert self.program.session is not None
        return self.program.session


@pytest.fixture
def steps(program: Program, qtbot: QtBot, tmp_path: Path) -> Steps:
    return Steps(program, qtbot, tmp_path)


def test_a_place_is_chosen_and_the_excel_is_imported(steps: Steps) -> None:
    steps.company()
    steps.password()
    steps.sheet()
    stick = steps.folder / "stick"
    stick.mkdir()
    steps.ask.target = stick
    steps.hands.press("Alt+L")
    steps.hands.until(lambda: steps.card.copy)
    assert len(list(stick.rglob("*.labqbackup"))) == 1
    assert steps.card.next.hasFocus()
    steps.hands.press("Space")
    steps.reach(FirstWayCard)
    steps.hands.press("Enter")
    session = steps.until_open()
    assert session.main.area == "settings"
    assert session.main._page("settings").current == "import"
    assert session.office.company.legal_name() == COMPANY
    kept = steps.program.preferences.second_places[session.office.store.library_id]
    assert kept[0] == str(stick)
    assert kept[1]


def test_the_place_is_skipped_and_the_sample_looked_at(steps: Steps) -> None:
    steps.to_the_ways()
    steps.hands.press("Esc")
    steps.reach(FirstPlaceCard)
    steps.hands.press("Alt+K")
    steps.reach(FirstWayCard)
    steps.hands.press("Down", "Enter")
    session = steps.until_open()
    assert session.folder == paths.sample_folder()
    known = [one.folder for one in steps.program.preferences.recent]
    assert known == [str(paths.sample_folder()), str(steps.library)]
    office = bootstrap.open_library(steps.library, "password2")     # it is closed and waits
    assert office.company.legal_name() == COMPANY
    office.close()


def test_one_starts_empty(steps: Steps) -> None:
    steps.to_the_ways()
    steps.hands.press("Alt+E")
    session = steps.until_open()
    assert session.folder == steps.library
    assert session.main.area == "today"
    assert session.office.store.read_only is False
    assert session.main._page("today").current == "today"


def test_back_and_another_language_keep_what_was_typed(steps: Steps) -> None:
    steps.company()
    steps.hands.write("password2")
    steps.hands.press("Esc")
    assert steps.card.company.text() == COMPANY
    assert steps.card.folder.text() == str(steps.library)
    steps.program.set_language("en")
    steps.reach(NewLibraryCard)
    assert steps.card.company.text() == COMPANY
    assert steps.card.company.accessibleName() == "Name of your company"
    steps.hands.press("Enter")
    assert steps.card.password.text() == "password2"
    assert steps.card.password.hasFocus()


def test_the_recovery_code_survives_another_language_and_every_key(steps: Steps) -> None:
    steps.company()
    steps.password()

    def code() -> str:
        return next(one.text() for one in steps.card.findChildren(QLabel)
                    if one.accessibleName() in ("恢复码", "Recovery code"))

    before = code()
    steps.hands.press("Esc", "Ctrl+N", "Ctrl+O")
    assert isinstance(steps.card, RecoveryCard)
    steps.program.set_language("en")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert isinstance(steps.card, RecoveryCard)
    assert code() == before
    office = bootstrap.open_library(steps.library, before, writable=False)
    office.close()


@pytest.mark.parametrize("stop", [Steps.company, Steps.password])
def test_leaving_before_the_sheet_is_kept_leaves_no_library(steps: Steps, stop: Callable[[Steps], None]) -> None:
    steps.company()
    if stop is Steps.password:
        steps.password()
        assert steps.library.exists()
    steps.program.window.close()
    assert not steps.library.exists()
    assert steps.program.preferences.recent == ()


def test_leaving_while_it_is_made_leaves_no_library(steps: Steps) -> None:
    steps.company()
    steps.hands.write("password2")
    steps.hands.press("Enter")
    steps.hands.write("password2")
    steps.card.go_on()
    steps.program.window.close()
    assert steps.program.session is not None
    steps.program.session.background.wait_for_writes()
    assert not steps.library.exists()


def test_leaving_after_the_sheet_keeps_the_library_in_the_list(steps: Steps) -> None:
    steps.company()
    steps.password()
    steps.sheet()
    steps.program.window.close()
    assert [one.folder for one in steps.program.preferences.recent] == [str(steps.library)]
    office = bootstrap.open_library(steps.library, "password2")
    office.close()


def test_a_folder_that_is_not_empty_is_told_at_its_field(steps: Steps) -> None:
    steps.library.mkdir()
    (steps.library / "old.txt").write_text("x")
    steps.company()
    steps.hands.write("password2")
    steps.hands.press("Enter")
    steps.hands.write("password2")
    steps.hands.press("Enter")
    steps.hands.until(lambda: steps.card.folder.hasFocus())
    assert steps.card.folder.accessibleDescription()
    assert not steps.program.page.is_taken
    assert [one.name for one in steps.library.iterdir()] == ["old.txt"]


def test_a_second_place_inside_the_library_is_refused_and_can_be_skipped(steps: Steps) -> None:
    steps.company()
    steps.password()
    steps.sheet()
    steps.ask.target = steps.library / "backups"
    steps.hands.press("Alt+L")
    steps.hands.until(lambda: steps.card._bad.isVisible())
    assert steps.card.copy is None
    assert steps.program.preferences.second_places == {}
    steps.hands.press("Alt+K")
    steps.reach(FirstWayCard)
