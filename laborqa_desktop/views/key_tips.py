"""Alt held down shows the key of each button on it, as Office does: Chinese labels have no underlined letter."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QWidget

from laborqa_desktop.views.parts.label import Key

_ENDS = (QEvent.Type.KeyRelease, QEvent.Type.WindowDeactivate, QEvent.Type.MouseButtonPress)
AFTER_MS = 250
"""A quick Alt+letter shows nothing."""


class KeyTips(QObject):
    """The keys of one window, shown while Alt is down.

    Args:
        window: gets the key presses that nothing in it wanted.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._shown: list[Key] = []
        self._timer = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._timer.timeout.connect(self.show)
        window.installEventFilter(self)

    @property
    def shown(self) -> tuple[Key, ...]:
        """The key caps in sight."""
        return tuple(self._shown)

    def show(self) -> None:
        """Puts a key cap on each button that has keys."""
        self.hide()
        for button in self._window.findChildren(QAbstractButton):
            words = keys_of(button)
            if not words or not button.isVisible() or not button.isEnabled() or button.visibleRegion().isEmpty():
                continue
            cap = Key(words)
            cap.setParent(self._window)
            cap.resize(cap.sizeHint())
            right, bottom = self._window.width() - cap.width(), self._window.height() - cap.height()
            at = button.mapTo(self._window, QPoint((_breadth(button) - cap.width()) // 2,
                                                   button.height() - cap.height() // 2))
            cap.move(max(0, min(at.x(), right)), at.y())
            if cap.y() > bottom or self._is_taken(cap):     # then across the upper edge
                cap.move(cap.x(), max(0, cap.y() - button.height()))
            while self._is_taken(cap) and cap.y() < bottom:
                cap.move(cap.x(), min(bottom, cap.y() + cap.height()))
            cap.show()
            cap.raise_()
            self._shown.append(cap)

    def _is_taken(self, cap: Key) -> bool:
        return any(cap.geometry().intersects(other.geometry()) for other in self._shown)

    def hide(self) -> None:
        """Takes them away."""
        self._timer.stop()
        for cap in self._shown:
            cap.hide()
            cap.deleteLater()
        self._shown = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Alt and not event.isAutoRepeat():
                self._timer.start()
            elif event.key() != Qt.Key.Key_Alt:
                self.hide()
        elif event.type() in _ENDS and not (isinstance(event, QKeyEvent) and event.isAutoRepeat()):
            self.hide()
        return False        # no call of super: the window may be going already


def _breadth(button: QAbstractButton) -> int:
    """As far as the words of a button go: a tick box may be much wider."""
    return min(button.width(), button.sizeHint().width()) if isinstance(button, QCheckBox) else button.width()


def keys_of(button: QAbstractButton) -> str:
    """What is pressed for it: its letter with Alt, or its other keys in full; "" for none."""
    keys = str(getattr(button, "keys", "") or button.shortcut().toString())
    return keys.removeprefix("Alt+") if len(keys) == len("Alt+X") else keys
