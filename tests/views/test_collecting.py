"""Nothing of the window is ever destroyed in another thread, however its parts hold one another."""

import gc
import sys
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from laborqa_desktop import collector
from laborqa_desktop.views.background import Background, Step
from laborqa_desktop.views.collecting import TICKS_OF_REST, Collecting

MAIN = threading.main_thread()
MANY = 30_000


class Part(QObject):
    """A part of a window that a function of its own holds, as a connected signal does."""

    def __init__(self, gone: list[threading.Thread]) -> None:
        super().__init__()
        self.again = lambda: self
        weakref.finalize(self, lambda: gone.append(threading.current_thread()))


@pytest.fixture
def background() -> Iterator[Background]:
    made = Background()
    yield made
    made.close()


@pytest.fixture
def switching() -> Iterator[None]:
    """Threads take turns as often as Python can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def _circles(step: Step) -> int:
    for _ in range(MANY):
        one: list[object] = []
        one.append(one)
    return MANY


def test_a_worker_never_finds_what_only_holds_itself(qtbot: QtBot, background: Background) -> None:
    gone: list[threading.Thread] = []
    looked: list[threading.Thread] = []
    gc.callbacks.append(note := lambda phase, facts: looked.append(threading.current_thread()))
    try:
        for _ in range(20):
            Part(gone)
        done: list[int] = []
        for _ in range(3):
            background.run(_circles, done.append)
        qtbot.waitUntil(lambda: len(done) == 3)
        qtbot.waitUntil(lambda: len(gone) == 20)        # by the tick of the application
    finally:
        gc.callbacks.remove(note)
    assert set(gone) == {MAIN}
    assert set(looked) == {MAIN}


def test_what_work_held_last_goes_in_the_window_s_thread(qtbot: QtBot, background: Background, switching: None) -> None:
    gone: list[threading.Thread] = []
    answers: list[object] = []

    def begin() -> None:
        part = QObject()
        weakref.finalize(part, lambda: gone.append(threading.current_thread()))
        background.read(lambda: part.objectName(), answers.append)

    for turn in range(1, 301):
        begin()
        qtbot.waitUntil(lambda wanted=turn: len(answers) == wanted)
    qtbot.waitUntil(lambda: len(gone) == 300)
    assert set(gone) == {MAIN}
    assert not background._held


def test_what_takes_the_answer_goes_in_the_window_s_thread_however_late_the_worker_is(
        qtbot: QtBot, background: Background) -> None:
    """The worker stands still right after it has said that it holds the job no more."""
    gone, go_on, answers = list[threading.Thread](), threading.Event(), list[str]()
    background._left.connect(lambda _: go_on.wait(5), Qt.ConnectionType.DirectConnection)

    def begin() -> None:
        part = QObject()
        weakref.finalize(part, lambda: gone.append(threading.current_thread()))
        background.read(lambda: "answer", lambda answer: answers.append(answer + part.objectName()))

    begin()
    qtbot.waitUntil(lambda: answers == ["answer"] and not background._held)
    go_on.set()
    qtbot.waitUntil(lambda: len(gone) == 1)
    assert gone == [MAIN]


@pytest.mark.parametrize("turn", range(20))
def test_work_dropped_at_the_end_goes_in_the_window_s_thread_too(qtbot: QtBot, switching: None, turn: int) -> None:
    background, gone, over = Background(), list[threading.Thread](), list[bool]()
    for worker in (background.run, background.copy):
        for _ in range(3):
            part = QObject()
            weakref.finalize(part, lambda: gone.append(threading.current_thread()))
            worker(lambda step, part=part: part.objectName(), lambda answer: None)
    del part
    background.finish(lambda: over.append(True))
    qtbot.waitUntil(lambda: over == [True])
    background.deleteLater()
    del background, worker
    qtbot.waitUntil(lambda: len(gone) == 6)
    assert set(gone) == {MAIN}


def test_a_long_look_waits_until_nobody_is_at_work(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[int] = []
    monkeypatch.setattr(collector.gc, "collect", lambda generation=2: looks.append(generation) or 0)
    monkeypatch.setattr(collector, "OLD", collector.YOUNG)
    still = 0.0
    ticking = Collecting(QObject(), lambda: still)
    kept: list[object] = [[] for _ in range(collector.YOUNG + 100)]
    ticking.look()
    assert looks == [1]
    still = 3.0
    kept += [[] for _ in range(collector.YOUNG + 100)]
    ticking.look()
    assert looks == [1, 1, 2]
    with collector.at_rest():
        kept += [[] for _ in range(collector.YOUNG + 100)]
        ticking.look()
    assert looks == [1, 1, 2]
    monkeypatch.setattr(collector, "OLD", 10 * collector.YOUNG)
    ticking.look()
    assert looks == [1, 1, 2, 1]
    for _ in range(TICKS_OF_REST):
        ticking.look()
    assert looks[-2:] == [1, 2]         # by then little is worth it


def test_a_process_without_a_window_looks_by_itself() -> None:
    state = collector._state
    assert state.by_hand        # these tests have an application
    state.by_hand = False
    try:
        with collector.at_rest():
            assert not gc.isenabled()
            with collector.at_rest():
                assert not gc.isenabled()
            assert not gc.isenabled()
        assert gc.isenabled()
    finally:
        collector.by_hand()
    assert not gc.isenabled()
