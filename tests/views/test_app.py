import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from laborqa_desktop import settings
from laborqa_desktop.__main__ import window_wanted
from laborqa_desktop.app import Program
from laborqa_desktop.settings import Preferences, RecentLibrary
from laborqa_desktop.store import library
from laborqa_desktop.store.keys import Costs
from laborqa_desktop.views.single_instance import SingleInstance


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
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
    made.window.close()
    QApplication.sendPostedEvents()


def test_a_wrong_password_is_said_under_the_field_and_stays_selected(program: Program, qtbot: QtBot) -> None:
    card = program.page.card
    qtbot.keyClicks(card.password, "wrong")
    qtbot.keyClick(card.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "does not open" in card.password.accessibleDescription())
    assert card.password.selectedText()


def test_the_right_password_opens_and_locking_asks_for_it_again(program: Program, qtbot: QtBot) -> None:
    card = program.page.card
    qtbot.keyClicks(card.password, "password")
    with qtbot.waitSignal(program.opened):
        qtbot.keyClick(card.password, Qt.Key.Key_Return)
    assert program.session is not None
    assert program.window.currentWidget() is program.session.main
    program.lock()
    assert program.window.currentWidget() is program.page
    assert not program.session.is_open


def test_a_second_start_calls_the_first_window(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.first
    assert not second.first
    with qtbot.waitSignal(first.called):
        second.raise_first()
    first.release()


def test_the_unlock_page_imports_nothing_heavy() -> None:
    heavy = "('sqlalchemy', 'reportlab', 'pyhanko', 'cryptography', 'pypdfium2')"
    script = f"import sys, laborqa_desktop.app; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_arguments_choose_window_or_command_line(tmp_path: Path) -> None:
    assert window_wanted([]) == (True, None)
    assert window_wanted(["--library", str(tmp_path)]) == (True, tmp_path)
    assert window_wanted([str(tmp_path / "library.labq")]) == (True, tmp_path)
    assert window_wanted(["list", "staff"]) == (False, None)
    assert window_wanted(["--self-test"]) == (False, None)


def test_preferences_survive_and_a_broken_file_gives_the_defaults(tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    kept = Preferences(language="en", text_px=18, recent=(RecentLibrary("/x", "X"),), columns={"staff": ["name"]})
    settings.save(file, kept)
    assert settings.load(file) == kept
    file.write_text("{", encoding="utf-8")
    assert settings.load(file) == Preferences()
