"""Looks for objects that only hold one another in the window's thread, and in no other: see collector.py."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from laborqa_desktop import collector

TICK_MS = 500
QUIET_S = 2.0
TICKS_OF_REST = 20
"""After so many ticks of rest a long look is taken for little: closed windows and documents give their memory back."""


class Collecting(QObject):
    """Looks twice a second, as long as it lives; and nobody else looks any more, even afterwards.

    Args:
        still_s: for how many seconds nobody has done anything; long looks wait for a rest.
    """

    def __init__(self, parent: QObject, still_s: Callable[[], float] = lambda: QUIET_S) -> None:
        super().__init__(parent)
        collector.by_hand()
        self._still_s, self._rested = still_s, 0
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.look)
        self._tick.start()

    def look(self) -> None:
        """Looks once, where it is worth it."""
        quiet = self._still_s() >= QUIET_S
        self._rested += quiet
        enough = collector.OLD if quiet else collector.FULL
        if quiet and self._rested >= TICKS_OF_REST:
            self._rested, enough = 0, collector.YOUNG
        collector.look(enough)
