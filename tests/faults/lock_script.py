"""What is done to the real program for T37 and T38: copying, and being away."""

import ctypes
import gc
import weakref
from collections.abc import Iterator
from random import Random
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from laborqa_desktop.app import Program
from laborqa_desktop.views import clipboard, windows_messages
from laborqa_desktop.views.record_screen import RecordScreen
from tests.faults.window_scripts import CONTROL, Tell, until
from tests.faults.windows import PASSWORD

ID_NO = "11010119900307001X"
AWAY = ("hand", "idle", "sleep", "session")
GONE_WITHIN_MS = 1000
"""After a lock; by then nothing that holds a key may be left."""


def board() -> str:
    """What a paste would bring now."""
    return QGuiApplication.clipboard().text()


def copying(program: Program, tell: Tell, turns: int, wait_ms: int) -> Iterator[int]:
    """Copies an ID number in every way; tells whether it is where it should not be.

    Args:
        wait_ms: after which a copy is to be gone.
    """
    kept_ms, clipboard.CLEARED_AFTER_MS = clipboard.CLEARED_AFTER_MS, wait_ms
    tell("limit", ms=kept_ms)
    yield from _unlock(program)
    for turn in range(turns):
        yield from _copy_id(program)
        first = board()
        tell("copied", turn=turn, right=first == ID_NO, hidden=all(
            name in QGuiApplication.clipboard().mimeData().formats() for name in clipboard.NOT_KEPT))
        match turn % 3:
            case 0:
                yield wait_ms + 700
                tell("left", turn=turn, why="20 seconds", right=board() == "")
            case 1:
                QGuiApplication.clipboard().setText("copied by somebody else")
                yield wait_ms + 700
                tell("left", turn=turn, why="another copy stays", right=board() == "copied by somebody else")
            case _:
                program.lock()
                tell("left", turn=turn, why="lock", right=board() == "")
                yield from until(program.page.isEnabled)
                yield from _unlock(program)
    yield from _copy_id(program)
    program.window.close()
    yield from until(lambda: not program.window.isVisible())    # a backup may come first
    tell("left", turn=turns, why="close", right=board() == "")


def _copy_id(program: Program) -> Iterator[int]:
    assert program.session is not None
    assert program.session.main is not None
    main = program.session.main
    main.go("staff", "new")
    screen = main.screen_of("staff")
    assert isinstance(screen, RecordScreen)
    box: Any = screen.form.editor("id_no").widget
    program.window.activateWindow()
    box.setFocus()
    yield 30
    box.setText(ID_NO)
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_C, CONTROL)


def _unlock(program: Program) -> Iterator[int]:
    yield from until(lambda: program.ready)
    program.page.card.password.setText(PASSWORD)
    QTest.keyClick(program.page.card.password, Qt.Key.Key_Return)
    yield from until(lambda: program.session and program.session.main)
    yield 30


def away(program: Program, tell: Tell, turns: int, seed: int, blank_is_last: bool = False) -> Iterator[int]:
    """Types, goes away in one of four ways, looks at what is left, comes back.

    Args:
        blank_is_last: the control: windows are closed only after the library, as a careless program would.
    """
    chance = Random(seed)
    yield from _unlock(program)
    for turn in range(turns):
        session = program.session
        assert session is not None
        assert session.main is not None
        assert session.office is not None
        main, words = session.main, f"marker {seed} {turn} {chance.random()}"
        main.go("post", "new")
        screen = main.screen_of("post")
        assert isinstance(screen, RecordScreen)
        yield 60
        box = screen.form.editor("remarks").widget
        assert isinstance(box, QPlainTextEdit)
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, words)
        outside = session.office._outside
        assert outside is not None
        opened = outside.place("scan.pdf", b"a scan")
        if turn % 3 == 0:
            main.show_guide()
        if turn % 2 == 0:
            main.go("company")
            company: Any = main.screen_of("company")
            company.access.ask_password()
        yield 30
        held = {"store": weakref.ref(session.office.store), "keys": weakref.ref(session.office.store.keys),
                "engine": weakref.ref(session.office.store._engine), "window": weakref.ref(main)}
        main = screen = box = outside = company = None  # type: ignore[assignment]
        why = AWAY[turn % len(AWAY)]
        seen = "unseen"
        if blank_is_last:
            session.close()
            seen = _shown(program)
        else:
            yield from _go(program, why)
            seen = _shown(program)
        tell("blank", turn=turn, why=why, right=seen == "", seen=seen)
        yield from _closed(program)
        if blank_is_last:
            program._show_unlock()
        yield from until(program.page.isEnabled)
        left = list(held)
        for _ in range(GONE_WITHIN_MS // 50):       # the window goes once what a question asked has returned
            yield 50
            QApplication.sendPostedEvents()
            gc.collect()
            left = [name for name, one in held.items() if one() is not None]
            if not left:
                break
        tell("gone", turn=turn, why=why, right=not left and not opened.exists(), left=left, outside=opened.exists())
        yield from _unlock(program)
        kept = session.office.records.draft_load("post", None)
        tell("kept", turn=turn, why=why, right=kept is not None and kept.values["remarks"] == words, words=words)
        session = None


def _go(program: Program, why: str) -> Iterator[int]:
    """Goes away, by what the system or the user does."""
    if why == "hand":
        assert program.session is not None
        front = QApplication.activeModalWidget() or QApplication.activeWindow() or program.session.main
        QTest.keyClick(front, Qt.Key.Key_L, CONTROL)
        yield from until(lambda: program._locking or not program.session or not program.session.is_open)
    elif why == "idle":
        program.watch._idle.start(40)
        yield from until(lambda: program._locking or not program.session or not program.session.is_open)
    elif why == "sleep":
        program.watch._seen = program.watch._seen[0] - 3600, program.watch._seen[1]
        program.watch.look()
    else:
        message = windows_messages._Message(None, windows_messages.SESSION, windows_messages.SESSION_LOCK, 0)
        windows_messages.Messages(program.lock).nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(message))


def _closed(program: Program) -> Iterator[int]:
    yield from until(lambda: program.session and not program.session.is_open)


def _shown(program: Program) -> str:
    """Windows and pages on the screen that belong to no locked program."""
    others = [type(one).__name__ for one in QApplication.topLevelWidgets()
              if one.isVisible() and one is not program.window]
    if program.window.currentWidget() is not program.page:
        others.append(type(program.window.currentWidget()).__name__)
    return " ".join(others)

