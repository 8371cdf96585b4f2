"""Notices when the library should be locked: nobody is there any more, the computer slept, or Ctrl+L in any window."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QApplication

from laborqa_desktop.views.shortcuts import LOCK

TICK_MS = 5_000
ASLEEP_S = 30.0
"""A tick that comes so much too late has slept, or stood still as good as that."""
_AT_WORK = frozenset((QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.InputMethod,
                      QEvent.Type.TouchBegin, QEvent.Type.TabletPress))
_LEAST_MOVE_PX = 8      # a mouse that trembles on the desk is nobody


class LockWatch(QObject):
    """Works from start() to stop(). Reading with the mouse in the hand counts as work: whoever moves it is there.

    Args:
        wall, steady: seconds of the clock on the wall, and of one that nobody sets. Some systems stop the steady one
            during sleep, some do not; a sleep shows in one of them at least.
        parent: watches no longer than it lives; the application, when None.

    Signals:
        due: "idle", "sleep", or "hand": Ctrl+L where the shortcut of the main window does not reach, as in a dialog.
    """

    due = Signal(str)

    def __init__(self, app: QApplication, wall: Callable[[], float] = time.time,
                 steady: Callable[[], float] = time.monotonic, parent: QObject | None = None) -> None:
        super().__init__(parent or app)
        self._app, self._wall, self._steady = app, wall, steady
        self._seen, self._moved, self._worked = (0.0, 0.0), QPointF(), 0.0
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(lambda: self.due.emit("idle"))
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.look)

    @property
    def idle_ms(self) -> int:
        """How long nobody has to do anything until it is due; 0 never."""
        return self._idle.interval() if self._idle.isActive() else 0

    @property
    def still_s(self) -> float:
        """For how many seconds nobody has done anything; of a window that is not watched, nobody knows: very many."""
        return self._steady() - self._worked

    def start(self, minutes: int) -> None:
        """Begins to watch.

        Args:
            minutes: without work; 0 does not watch for that.
        """
        self.stop()
        self._seen = self._wall(), self._steady()
        self._tick.start()
        self._app.installEventFilter(self)
        if minutes:
            self._idle.start(minutes * 60_000)

    def stop(self) -> None:
        """Watches no more."""
        self._app.removeEventFilter(self)
        self._idle.stop()
        self._tick.stop()

    def at_work(self) -> None:
        """Somebody is there: the idle time starts anew."""
        self._worked = self._steady()
        if self._idle.isActive():
            self._idle.start()

    def look(self) -> None:
        """Compares the clocks with the last time."""
        wall, steady = self._wall(), self._steady()
        gone = max(wall - self._seen[0], steady - self._seen[1])
        self._seen = wall, steady
        if gone > TICK_MS / 1000 + ASLEEP_S:
            self.due.emit("sleep")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every key, click and real move of the mouse starts the idle time anew."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) \
                and QKeySequence(event.keyCombination()) == QKeySequence(LOCK):
            QTimer.singleShot(0, self, lambda: self.due.emit("hand"))   # not while the dialog still handles the key
            return True
        if kind in _AT_WORK:
            self.at_work()
        elif kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            place = event.globalPosition()
            if (place - self._moved).manhattanLength() >= _LEAST_MOVE_PX:
                self._moved = place
                self.at_work()
        return False
