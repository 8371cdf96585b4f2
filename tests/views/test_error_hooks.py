"""Errors from anywhere arrive, are shown once, and the program goes on."""

import gc
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from laborqa_desktop import crashes, paths
from laborqa_desktop.app import Program
from laborqa_desktop.errors import Refused
from laborqa_desktop.text import N_
from laborqa_desktop.views import error_hooks
from laborqa_desktop.views.error_dialog import CrashDialog
from laborqa_desktop.views.error_hooks import Errors
from laborqa_desktop.views.i18n import SOURCE
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.theme import Theme
from tests.views.support import Answers

pytestmark = pytest.mark.logs_warnings
SECRET = "330106197805121234"


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def window(themed: Theme, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def errors(window: QWidget, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Errors:
    for place, name in ((sys, "excepthook"), (threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(place, name, getattr(place, name))
    made = Errors(lambda: answers, tmp_path / "logs")
    made.install()
    return made


def fail() -> None:
    raise ValueError(SECRET)


class Broken:
    def __del__(self) -> None:
        raise ValueError(SECRET)


def from_slot() -> None:
    QTimer.singleShot(0, fail)


def from_thread() -> None:
    other = threading.Thread(target=fail)
    other.start()
    other.join()


def from_finalizer() -> None:
    Broken()
    gc.collect()


@pytest.mark.parametrize("act", [from_slot, from_thread, from_finalizer])
def test_errors_from_anywhere_are_shown_without_values_and_the_program_goes_on(
        act: object, errors: Errors, qtbot: QtBot, tmp_path: Path) -> None:
    seen: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, CrashDialog):
            QTimer.singleShot(20, answer)
            return
        seen.append(dialog.findChild(QPlainTextEdit).toPlainText())
        dialog.accept()

    QTimer.singleShot(20, answer)
    act()       # type: ignore[operator]
    qtbot.waitUntil(lambda: bool(seen))
    assert "builtins.ValueError" in seen[0]
    assert "test_error_hooks.py" in seen[0]
    assert SECRET not in seen[0]
    qtbot.waitUntil(lambda: not errors._showing)
    kept, = (tmp_path / "logs").glob("crash-*.txt")
    assert SECRET not in kept.read_text(encoding="utf-8")


def test_a_mistake_in_painting_is_shown_once_and_not_with_every_repaint(
        errors: Errors, window: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[BaseException] = []
    monkeypatch.setattr(Errors, "_show", lambda self, place, error: shown.append(error))
    error = ValueError("x")
    for _ in range(5):
        errors.show_error(error)
    assert len(shown) == 1
    monkeypatch.setattr(error_hooks, "AGAIN_AFTER_S", 0)
    errors.show_error(error)
    assert len(shown) == 2


def test_what_the_world_did_is_told_as_a_sentence(errors: Errors, answers: Answers) -> None:
    errors.show_error(Refused(N_("Records", "Not found.")))
    assert answers.told == ["Not found."]


def test_without_a_window_the_next_start_offers_the_report(qapp: QApplication, answers: Answers, tmp_path: Path,
                                                           monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(error_hooks, "_top", lambda: None)
    Errors(lambda: answers, tmp_path).show_error(ValueError(SECRET))
    found, = crashes.pending(tmp_path)
    assert "ValueError" in crashes.read_report(found)


def buttons(dialog: CrashDialog) -> list[str]:
    return [one.accessibleName() for one in dialog.findChildren(Button) if one.isVisible()]


def test_the_report_is_read_before_it_is_taken_along(window: QWidget, answers: Answers, qtbot: QtBot,
                                                    tmp_path: Path) -> None:
    dialog = CrashDialog(window, answers, "line 1\nline 2")
    dialog.open()
    assert buttons(dialog) == ["Show the report", "Go on"]
    dialog.fold.click()
    assert buttons(dialog) == ["Copy", "Save…", "Go on"]
    dialog._copy.click()
    assert QApplication.clipboard().text() == "line 1\nline 2"
    answers.target = tmp_path / "report.txt"
    dialog._save.click()
    assert answers.target.read_text(encoding="utf-8") == "line 1\nline 2\n"
    answers.target = tmp_path / "no such folder" / "report.txt"
    dialog._save.click()
    assert "cannot be written" in answers.told[-1]
    dialog.done_button.click()


def test_the_next_start_offers_the_report_of_a_crash_once(qapp: QApplication, qtbot: QtBot, answers: Answers,
                                                          tmp_path: Path) -> None:
    crashes.write_report(paths.log_folder(), "what happened", seen=False)
    program = Program(qapp, file=tmp_path / "preferences.json", ask=answers)
    qtbot.addWidget(program.window)
    program.languages.set_language(SOURCE)
    program.window.show()
    offer, = [one for one in program.page.findChildren(Button) if "report" in one.accessibleName() and one.isVisible()]
    offer.click()
    dialog, = [one for one in QApplication.topLevelWidgets() if isinstance(one, CrashDialog) and one.isVisible()]
    assert dialog.findChild(QPlainTextEdit).isVisible()
    dialog.done_button.click()
    assert not offer.isVisible()
    assert crashes.pending(paths.log_folder()) == []
    assert len(list(paths.log_folder().glob("crash-*.txt"))) == 1
    program.window.close()
    QApplication.sendPostedEvents()
