"""Work without a bar of its own is told after half a second and cancelled after two; cancelled, it leaves nothing."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from laborqa_desktop.progress import quietly
from laborqa_desktop.text import english
from laborqa_desktop.usecases import listing_files
from laborqa_desktop.usecases.backups import Backups
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.views.background import Cancelled, Step
from laborqa_desktop.views.fields_dialog import perform, perform_stepped
from laborqa_desktop.views.main_window import MainWindow
from laborqa_desktop.views.parts import bands
from laborqa_desktop.views.record_screen import RecordScreen
from tests.views.conftest import Room


@pytest.fixture
def window(room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    monkeypatch.setattr(bands, "PROGRESS_AFTER_MS", 30)
    monkeypatch.setattr(bands, "CANCEL_AFTER_MS", 60)
    made = MainWindow(room.desk, "洁安劳务", "2026", first="people")
    qtbot.addWidget(made)
    made.resize(1280, 640)
    made.show()
    qtbot.waitUntil(lambda: not room.desk.background._open)
    return made


def test_short_work_is_not_told_long_work_is_and_ends_with_it(window: MainWindow, room: Room, qtbot: QtBot) -> None:
    got: list[int] = []
    perform(room.desk, window, lambda: 1, got.append)
    qtbot.waitUntil(lambda: got == [1])
    assert not window.work.isVisible()
    free = threading.Event()
    perform(room.desk, window, lambda: 2 if free.wait(5) else 0, got.append)
    qtbot.waitUntil(window.work.isVisible)
    assert window.work.words == "Working…"
    assert window.rect().contains(window.work.geometry())
    assert not window.work.geometry().intersects(window.status.geometry())
    qtbot.wait(80)      # longer than it is until a button comes, where one comes at all
    assert not [one for one in window.work.findChildren(QPushButton) if one.isVisible()]     # it cannot be stopped
    free.set()
    qtbot.waitUntil(lambda: got == [1, 2])
    assert not window.work.isVisible()


@pytest.mark.parametrize("hand", ["mouse", "keys"])
def test_cancelled_work_stops_at_its_next_step_and_its_answer_is_dropped(
        window: MainWindow, room: Room, qtbot: QtBot, hand: str) -> None:
    seen: list[object] = []
    going = threading.Event()

    def work(step: Step) -> int:
        try:
            for number in range(100_000):
                step(number, 100_000)
                going.wait(0.002)
        except Cancelled:
            seen.append("stopped")
            raise
        return 1

    perform_stepped(room.desk, window, "Counting…", work, seen.append)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.work.findChildren(QPushButton)))
    [button] = [one for one in window.work.findChildren(QPushButton) if one.isVisible()]
    if hand == "mouse":
        button.click()
    else:
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Escape, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: seen == ["stopped"])
    qtbot.waitUntil(lambda: not room.desk.background._open)
    assert not window.work.isVisible()
    assert seen == ["stopped"]


def test_a_cancel_that_comes_too_late_tells_what_was_done(window: MainWindow, room: Room, qtbot: QtBot) -> None:
    seen: list[object] = []
    free = threading.Event()
    perform_stepped(room.desk, window, "Counting…", lambda step: "kept" if free.wait(5) else "", seen.append)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.work.findChildren(QPushButton)))
    window.work.cancel()
    assert window.work.isVisible()      # nobody knows yet whether it was in time
    assert "Cancelling…" in [one.text() for one in window.work.findChildren(QLabel)]
    free.set()
    qtbot.waitUntil(lambda: seen == ["kept"])
    assert not window.work.isVisible()


def test_an_act_on_many_is_cancelled_from_the_strip_and_done_by_a_second_try(
        window: MainWindow, room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    records, free = room.office.records, threading.Event()
    for number in range(12):
        records.save("post", None, {**records.blank("post").values, "name": f"岗位{number}", "code": f"P{number}"})
    window.go("post")
    screen = window.screen_of("post")
    assert isinstance(screen, RecordScreen)
    wanted, undos = sorted(records.ids("post", Query())), len(window.trail.undo_steps())
    real = Backups.before_many

    def slow(backups: Backups, count: int, step: Step = quietly) -> None:
        free.wait(5)
        real(backups, count, step)

    monkeypatch.setattr(Backups, "before_many", slow)
    said: list[str] = []
    room.desk.signals.said.connect(said.append)
    screen.list.changes._archive(wanted)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.work.findChildren(QPushButton)))
    assert window.work.words.startswith("Archiving 12")
    window.work.cancel()
    free.set()
    qtbot.waitUntil(lambda: not room.desk.background._open)
    assert said[-1] == "Cancelled; nothing was changed."
    assert sorted(records.ids("post", Query())) == wanted
    assert len(window.trail.undo_steps()) == undos
    screen.list.changes._archive(wanted)
    qtbot.waitUntil(lambda: not records.ids("post", Query()))
    qtbot.waitUntil(lambda: len(window.trail.undo_steps()) == undos + 1)
    monkeypatch.setattr(type(records), "undo", _until(free, type(records).undo))
    free.clear()
    window.trail.undo()
    qtbot.waitUntil(lambda: window.work.words.startswith("Undoing: Archived 12"))
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.work.findChildren(QPushButton)))
    window.work.cancel()
    free.set()
    qtbot.waitUntil(lambda: not room.desk.background._open)
    assert len(window.trail.undo_steps()) == undos + 1
    assert not window.trail.can_redo
    window.trail.undo()
    qtbot.waitUntil(lambda: sorted(records.ids("post", Query())) == wanted)


def _until(free: threading.Event, real: Callable[..., object]) -> Callable[..., object]:
    def waiting(*given: Any) -> object:
        free.wait(5)
        return real(*given)
    return waiting


@pytest.mark.parametrize("ending", [".xlsx", ".csv", ".pdf"])
def test_a_cancelled_export_leaves_no_file_and_no_word_in_the_history(
        room: Room, tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing_files, "_TOLD_EVERY", 1)
    for number in range(4):
        room.staff(f"张{number}", f"K{number}")
    before, steps = room.office.records.last_act(), list[int]()

    def step(done: int, total: int) -> None:
        steps.append(done)
        if total and done >= 2:
            raise Cancelled

    target = tmp_path / f"list{ending}"
    query = Query(columns=("name", "phone"))
    with pytest.raises(Cancelled):
        room.office.files.export("staff", query, (), target, english, "für die Probe", step=step)
    assert list(tmp_path.glob("list*")) == []
    assert room.office.records.last_act() == before
    assert steps
    assert room.office.files.export("staff", query, (), target, english, "again") == 4
    assert room.office.records.last_act() == before + 1
