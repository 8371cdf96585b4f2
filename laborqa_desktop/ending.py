"""The end of the system, by log-off or shutting down: nothing is lost, and nothing holds it up."""

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from laborqa_desktop.app import Program

log = logging.getLogger(__name__)
STAYS_AFTER_MS = 60_000
"""A system that has not ended by then goes on."""


class SystemEnd(QObject):
    """Hears of it for as long as the program has its window."""

    def __init__(self, program: "Program") -> None:
        super().__init__(program)
        self._program = program
        self._is_near = False

    @property
    def is_near(self) -> bool:
        """Whether the system is ending; another program can still stop it, then the work goes on here."""
        return self._is_near

    def keep_all(self) -> None:
        """Keeps what is typed and what is being written before the system may go on."""
        session = self._program.session
        if session is None or not session.is_open:
            return
        log.info("the system ends")
        self._is_near = True
        QTimer.singleShot(STAYS_AFTER_MS, self, self._goes_on)
        from laborqa_desktop.views.windows_messages import end_held_up
        with end_held_up(self._program.window, self.tr("Saving your work")):
            session.keep_all()

    def _goes_on(self) -> None:
        self._is_near = False
