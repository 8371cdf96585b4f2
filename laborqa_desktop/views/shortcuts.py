"""Keys, in one place: what each does and how it is written in tips. None is a bare letter.

A new one gets its line in commands.py or key_sheet.py, and packaging/key_page.py writes the guide's page anew.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

SEARCH, NEW, SAVE, FIND, HELP = "Ctrl+K", "Ctrl+N", "Ctrl+S", "Ctrl+F", "F1"
UNDO, REDO, LOCK, NEXT_ERROR = "Ctrl+Z", "Ctrl+Y", "Ctrl+L", "F8"
STEPS, BULK, PASTE_NEW = "Ctrl+Alt+Z", "Ctrl+Shift+E", "Ctrl+Shift+V"
PREVIOUS_RECORD, NEXT_RECORD, NEXT_PANE = "Alt+Up", "Alt+Down", "F6"
NEXT_TAB, PREVIOUS_TAB, LARGER, SMALLER = "Ctrl+Tab", "Ctrl+Shift+Tab", "Ctrl++", "Ctrl+-"
MENU, RECORD_MENU, KEYS, STOP_WORK = "Ctrl+M", "Ctrl+Shift+M", "Ctrl+F1", "Shift+Esc"
NEXT_SCREEN, PREVIOUS_SCREEN = "Ctrl+PgDown", "Ctrl+PgUp"
REDO_TOO, LARGER_TOO, NORMAL, KEYS_TOO = "Ctrl+Shift+Z", "Ctrl+=", "Ctrl+0", "Ctrl+/"


GO_ON = "Ctrl+Return", "Ctrl+Enter"
"""What a dialog or a page is for, with either Enter key; the second stands beside the digits."""


def area(number: int) -> str:
    """The keys that go to an area of the rail, counted from 1."""
    return f"Ctrl+{number}"


def bind(owner: QWidget, keys: str, act: Callable[[], object], whole_window: bool = False) -> QShortcut:
    """Binds keys to an act while owner (or a widget in it) has the keyboard.

    Args:
        whole_window: anywhere in the window instead.
    """
    made = QShortcut(QKeySequence(keys), owner)
    made.setContext(Qt.ShortcutContext.WindowShortcut if whole_window
                    else Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.activated.connect(lambda: act())
    return made


def written(keys: str) -> str:
    """The keys as this system writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
