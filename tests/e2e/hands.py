"""Somebody at the keyboard: every act is a key that the window gets, and keys are counted."""

from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from laborqa_desktop.views.ask import AskUser

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT, NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
KEYS = {"Enter": Qt.Key.Key_Return, "Tab": Qt.Key.Key_Tab, "Esc": Qt.Key.Key_Escape, "Up": Qt.Key.Key_Up,
        "Down": Qt.Key.Key_Down, "Space": Qt.Key.Key_Space, "Insert": Qt.Key.Key_Insert, "PgDown": Qt.Key.Key_PageDown,
        "Home": Qt.Key.Key_Home, "F2": Qt.Key.Key_F2, "F8": Qt.Key.Key_F8, "F6": Qt.Key.Key_F6, "Left": Qt.Key.Key_Left,
        "Right": Qt.Key.Key_Right}
MODIFIERS = {"Ctrl": CONTROL, "Alt": ALT, "Shift": SHIFT}


class Hands:
    """Types into whatever has the keyboard.

    Attributes:
        keys: pressed so far; a Chinese character counts as three, about what pinyin takes.
    """

    def __init__(self, qtbot: QtBot, window: QWidget) -> None:
        self.qtbot, self.window, self.keys = qtbot, window, 0

    @property
    def focus(self) -> QWidget:
        """The widget that gets the keys."""
        return QApplication.focusWidget() or QApplication.activeModalWidget() or self.window

    def press(self, *names: str) -> None:
        """Presses keys: "Enter", "Ctrl+S", "1"."""
        for name in names:
            *held, key = name.split("+") if name != "+" else ["+"]
            modifiers = NONE
            for one in held:
                modifiers |= MODIFIERS[one]
            if QApplication.activeWindow() is None:
                self.window.activateWindow()     # as a window manager does when a dialog has gone
                self.qtbot.wait(1)
            QTest.keyClick(self.focus, KEYS.get(key) or getattr(Qt.Key, f"Key_{key.upper()}"), modifiers)
            self.keys += 1
            self.qtbot.wait(1)      # nobody is faster than the event loop

    def write(self, text: str) -> None:
        """Types text; what is not ASCII comes from an input method."""
        if text.isascii():
            QTest.keyClicks(self.focus, text)
            self.keys += len(text)
            return
        QApplication.sendEvent(self.focus, QInputMethodEvent("zi", []))
        composed = QInputMethodEvent()
        composed.setCommitString(text)
        QApplication.sendEvent(self.focus, composed)
        self.keys += 3 * len(text)

    def field(self, key: str) -> None:
        """Tabs on until a field has the keyboard."""
        for _ in range(60):
            if self.within(key):
                return
            self.press("Tab")
        raise AssertionError(f"no way by Tab to {key}")

    def within(self, key: str) -> bool:
        """Whether the keyboard is in the field with that key."""
        one: QWidget | None = self.focus
        while one is not None and one.objectName() != key:
            one = one.parentWidget()
        return one is not None

    def until(self, holds: Callable[[], Any]) -> None:
        """Waits for the program."""
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=10_000)


class AskByKeys(AskUser):
    """The program's own dialogs, confirmed by Enter; files are named beforehand."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        self.target: Path | None = None

    def confirm(self, parent: QWidget, title: str, words: str, yes: str, lines: Any = ()) -> bool:
        self.asked.append(title)
        with entered():
            return super().confirm(parent, title, words, yes, lines)

    def tell(self, parent: QWidget, title: str, words: str, lines: Any = ()) -> None:
        raise AssertionError(f"{title}: {words} {lines}")

    def save_file(self, parent: QWidget, title: str, name: str, patterns: str) -> Path | None:
        return self.target


@contextmanager
def entered() -> Any:
    """Presses Enter in the dialog that opens."""
    def press() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(20, press)
        else:
            QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)

    QTimer.singleShot(20, press)
    yield


class Flashes(QObject):
    """Notes every widget that is shown as a window and is none: it was shown before it had a parent."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow() \
                and watched.windowType() == Qt.WindowType.Window and type(watched).__name__ != "Window":
            self.found.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False
