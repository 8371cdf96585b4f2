"""Work without a bar of its own is told after half a second and cancelled after two; cancelled, it leaves nothing."""

import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from laborqa_desktop.text import english
from laborqa_desktop.usecases import listing_files
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.views.background import Cancelled, Step
from laborqa_desktop.views.fields_dialog import perform, perform_stepped
from laborqa_desktop.views.main_window import MainWindow
from laborqa_desktop.views.parts import bands
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


def test_cancelled_work_stops_at_its_next_step_and_its_answer_is_dropped(
        window: MainWindow, room: Room, qtbot: QtBot) -> None:
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
    button.click()
    qtbot.waitUntil(lambda: seen == ["stopped"])
    assert not window.work.isVisible()
    qtbot.waitUntil(lambda: not room.desk.background._open)
    assert seen == ["stopped"]


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
