"""Looks for objects that only hold one another in the window's thread, and in no other: see collector.py."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from laborqa_desktop import collector

TICK_MS = 500
QUIET_S = 2.0


class Collecting(QObject):
    """Looks twice a second, as long as it lives; and nobody else looks any more, even afterwards.

    Args:
        still_s: for how many seconds nobody has done anything; long looks wait for a rest.
    """

    def __init__(self, parent: QObject, still_s: Callable[[], float] = lambda: QUIET_S) -> None:
        super().__init__(parent)
        collector.by_hand()
        self._still_s = still_s
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.look)
        self._tick.start()

    def look(self) -> None:
        """Looks once, where it is worth it."""
        collector.look(quiet=self._still_s() >= QUIET_S)
