"""What is handed to the window by a double-click, at its start or while it runs."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLockFile
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from laborqa_desktop import bootstrap, paths, settings, starting
from laborqa_desktop.__main__ import Start, window_wanted
from laborqa_desktop.app import Program
from laborqa_desktop.arriving import Arrivals
from laborqa_desktop.settings import Preferences, RecentLibrary
from laborqa_desktop.store import library
from laborqa_desktop.store.keys import Costs
from laborqa_desktop.usecases import backups
from laborqa_desktop.views.backup.page import BackupPage
from laborqa_desktop.views.backup.restore_dialog import RestoreDialog
from laborqa_desktop.views.from_backup_card import FromBackupCard
from laborqa_desktop.views.single_instance import SingleInstance, asked
from tests.views.support import Answers

ROOT = Path(__file__).parents[2]
CHEAP = Costs(64, 1, 1)


def made(folder: Path) -> Path:
    library.create(folder, "password", costs=CHEAP)[0].close()
    return folder


def backup_of(folder: Path, to: Path) -> Path:
    office = bootstrap.open_library(folder, "password")
    try:
        return office.backups.full(to).path
    finally:
        office.close()


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, qtbot: QtBot, answers: Answers,
            monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    file = tmp_path / "preferences.json"
    ours = made(tmp_path / "ours")
    settings.save(file, Preferences(language="en", theme="light", recent=(RecentLibrary(str(ours), "Ours"),)))
    shown = Program(qapp, file=file, ask=answers)
    qtbot.addWidget(shown.window)
    shown.start()
    qtbot.waitUntil(lambda: shown.ready, timeout=20_000)
    yield shown
    if shown.session is not None:
        shown.session.close()
    shown.window.close()
    QApplication.sendPostedEvents()


@pytest.fixture
def arrivals(program: Program) -> Arrivals:
    return program.arrivals


def opened(program: Program, folder: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(program.opened):
        program.open_library(str(folder), "password", "李洋")


def preview_shown(program: Program, qtbot: QtBot) -> None:
    """Waits for the preview of a restore, and leaves it."""
    session = program.session
    assert session is not None

    def dialog() -> RestoreDialog | None:
        page = session.main.screen_of("backup") if session.main is not None else None
        return getattr(page, "dialog", None) if isinstance(page, BackupPage) else None

    qtbot.waitUntil(lambda: (found := dialog()) is not None and found.isVisible(), timeout=10_000)
    found = dialog()
    assert found is not None
    found.reject()


def test_a_second_start_hands_over_its_library_and_ends(program: Program, arrivals: Arrivals, qtbot: QtBot,
                                                        tmp_path: Path) -> None:
    other = made(tmp_path / "另一个 library")
    place = SingleInstance(paths.settings_folder() / "program")
    place.called.connect(arrivals.called)
    second = subprocess.Popen([sys.executable, "-m", "laborqa_desktop", str(other / "library.labq")], cwd=ROOT,
                              env={**os.environ, "QT_QPA_PLATFORM": "offscreen"})
    try:
        qtbot.waitUntil(lambda: program.page.folder == str(other), timeout=30_000)
        qtbot.waitUntil(lambda: second.poll() is not None, timeout=10_000)
        assert second.returncode == 0
    finally:
        second.kill()
        place.release()


def test_nobody_waits_for_a_program_that_does_not_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = SingleInstance(tmp_path)
    assert first._server is not None
    first._server.close()       # as long as it starts, or when it hangs
    second = SingleInstance(tmp_path)
    assert not second.first
    assert not second.raise_first("x", 0.1)
    first.release()


def test_a_lock_behind_which_nobody_answers_stops_no_start(tmp_path: Path, qtbot: QtBot,
                                                           monkeypatch: pytest.MonkeyPatch) -> None:
    """Its number may be another program's by now, or, after a new start of the system, our own."""
    monkeypatch.setattr(starting, "FIRST_PATIENCE_S", 0.1)
    left = SingleInstance(tmp_path, later=True)
    assert left.first
    assert not starting.called_first(tmp_path)
    ours = SingleInstance(tmp_path, later=True)
    assert not ours.gave_way(patience_s=0.1)
    ours.listen()
    with qtbot.waitSignal(ours.called):
        other = calling(tmp_path)
    assert other.wait(10) == 0
    ours.release()
    left.release()


def calling(folder: Path) -> subprocess.Popen[bytes]:
    """Another start calls whoever listens."""
    script = ("import sys\nfrom pathlib import Path\nfrom PySide6.QtCore import QCoreApplication\n"
              "from laborqa_desktop.views.single_instance import SingleInstance\nkept = QCoreApplication([])\n"
              "sys.exit(not SingleInstance(Path(sys.argv[1]), later=True).raise_first(patience_s=5))")
    return subprocess.Popen([sys.executable, "-c", script, str(folder)])


def test_a_lock_that_a_crash_left_is_no_program(tmp_path: Path) -> None:
    script = ("import os, sys\nfrom pathlib import Path\nfrom PySide6.QtCore import QCoreApplication\n"
              "from laborqa_desktop.views.single_instance import SingleInstance\nkept = QCoreApplication([])\n"
              "print(SingleInstance(Path(sys.argv[1])).first, flush=True)\nos._exit(9)")
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, capture_output=True, text=True,
                          check=False)
    assert done.stdout.strip() == "True"
    next_one = SingleInstance(tmp_path)
    assert isinstance(next_one._lock, QLockFile)
    assert next_one.first
    next_one.release()


@pytest.mark.parametrize(("line", "what"), [(b'{"open": "/a b/\xe5\xba\x93"}', "/a b/库"), (b'{"open": ""}', ""),
                                            (b"raise", ""), (b'{"open": 3}', ""), (b"[]", ""), (b"\xff", "")])
def test_only_calls_of_ours_are_understood(line: bytes, what: str) -> None:
    assert asked(line) == what


def test_the_library_that_is_open_is_only_brought_to_the_front(program: Program, arrivals: Arrivals, qtbot: QtBot,
                                                               answers: Answers, tmp_path: Path) -> None:
    opened(program, tmp_path / "ours", qtbot)
    program.window.showMinimized()
    arrivals.called(str(tmp_path / "ours" / "library.labq"))
    assert not program.window.isMinimized()
    assert program.session is not None
    assert program.session.is_open
    assert answers.told == []


def test_another_library_is_opened_only_when_the_user_agrees(program: Program, arrivals: Arrivals, qtbot: QtBot,
                                                             answers: Answers, tmp_path: Path) -> None:
    other = made(tmp_path / "other")
    opened(program, tmp_path / "ours", qtbot)
    session = program.session
    assert session is not None
    answers.yes = False
    arrivals.called(str(other))
    assert session.is_open
    assert answers.told == ['Open "other" instead?']
    answers.yes = True
    arrivals.called(str(other))
    qtbot.waitUntil(lambda: not session.is_open and program.page.folder == str(other), timeout=10_000)
    opened(program, other, qtbot)
    assert session.folder == other


def test_what_must_be_finished_first_is_not_interrupted(program: Program, arrivals: Arrivals, qtbot: QtBot,
                                                        tmp_path: Path) -> None:
    program.page._left.setEnabled(False)        # the recovery code is shown
    other = made(tmp_path / "other")
    arrivals.called(str(other))
    qtbot.wait(250)
    assert program.page.folder == str(tmp_path / "ours")
    program.page._left.setEnabled(True)
    qtbot.waitUntil(lambda: program.page.folder == str(other))


def test_a_backup_of_the_open_library_leads_to_its_preview(program: Program, arrivals: Arrivals, qtbot: QtBot,
                                                           tmp_path: Path) -> None:
    file = backup_of(tmp_path / "ours", tmp_path / "stick")
    opened(program, tmp_path / "ours", qtbot)
    arrivals.called(str(file))
    preview_shown(program, qtbot)


def test_a_backup_of_a_known_library_asks_for_its_password_first(program: Program, arrivals: Arrivals, qtbot: QtBot,
                                                                 tmp_path: Path) -> None:
    other = made(tmp_path / "other")
    file = backup_of(other, other / "backups")       # known because it lies in the library's own folder
    arrivals.take(file)
    assert program.page.folder == str(other)
    assert file.name in program.page.card._words.text()
    opened(program, other, qtbot)
    preview_shown(program, qtbot)


def test_a_backup_whose_library_is_not_here_becomes_a_library(program: Program, arrivals: Arrivals, qtbot: QtBot,
                                                              tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from shutil import rmtree
    gone = made(tmp_path / "gone-2020")
    file = backup_of(gone, tmp_path / "stick")
    rmtree(gone)
    arrivals.take(file)
    card = program.page.cards.currentWidget()
    assert isinstance(card, FromBackupCard)
    assert Path(card.folder.text()).name == "gone-2020"
    card.folder.setText(str(tmp_path / "again"))
    card.password.setText("wrong")
    card._make.click()
    qtbot.waitUntil(lambda: "does not open" in card.password.accessibleDescription())
    card.password.setText("password")
    free, real = threading.Event(), backups.place

    def held(*given: Any) -> Any:
        free.wait(5)
        return real(*given)

    with monkeypatch.context() as slow:
        slow.setattr(backups, "place", held)
        card._make.click()
        card.progress.cancelled.emit()
        assert not card._make.isEnabled()       # not before it is known whether the cancel was in time
        free.set()
        qtbot.waitUntil(card._make.isEnabled)
    assert not (tmp_path / "again").exists()
    with qtbot.waitSignal(program.opened, timeout=10_000):
        card._make.click()
    assert program.session is not None
    assert program.session.folder == tmp_path / "again"


def test_a_backup_is_chosen_on_the_first_page(program: Program, qtbot: QtBot, answers: Answers, tmp_path: Path) -> None:
    file = backup_of(tmp_path / "ours", tmp_path / "stick")
    answers.files = [file]
    program.page.backup_asked.emit()
    assert program.page.folder == str(tmp_path / "ours")
    assert file.name in program.page.card._words.text()


def test_a_damaged_backup_is_said_to_be_one(program: Program, arrivals: Arrivals, answers: Answers,
                                            tmp_path: Path) -> None:
    file = tmp_path / "x.labqbackup"
    file.write_bytes(b"PK nonsense")
    arrivals.called(str(file))
    arrivals.called(str(tmp_path / "none.labqbackup"))
    assert "is damaged" in answers.told[0]
    assert "cannot be read: there is no such folder" in answers.told[1]


def test_a_double_click_is_told_from_a_command(tmp_path: Path) -> None:
    assert window_wanted([str(tmp_path / "Library.LABQ")]) == Start(tmp_path)
    assert window_wanted([str(tmp_path / "x.labqbackup")]) == Start(tmp_path / "x.labqbackup")
    assert window_wanted(["backup"]) is None
