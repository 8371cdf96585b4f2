"""Keeps what is typed in the report dialog, encrypted in the library, until the report is issued or begun anew."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from laborqa_desktop.errors import UserError
from laborqa_desktop.usecases.unfinished import BegunReport
from laborqa_desktop.views.desk import Desk

KEEP_AFTER_MS = 4_000
"""A draft is at most 5 s old (W7); writing it takes its time too."""


class WordsKeeper(QObject):
    """Of one dialog.

    Args:
        begun: all that stands in the dialog.

    Attributes:
        has_draft: something that stands in the dialog would come back.
    """

    def __init__(self, desk: Desk, owner: QObject, begun: Callable[[], BegunReport]) -> None:
        super().__init__(owner)
        self._desk, self._begun = desk, begun
        self.has_draft = False
        self._kept = BegunReport()
        self._timer = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._timer.timeout.connect(self.keep)

    def shown(self, draft: bool) -> None:
        """Other things were shown, by the program: nothing of that was typed here.

        Args:
            draft: they had been typed earlier.
        """
        self._timer.stop()
        self._kept, self.has_draft = self._begun(), draft

    def typed(self) -> None:
        """Something was typed."""
        if not self._timer.isActive():
            self._timer.start()

    def keep(self) -> None:
        """Keeps what was typed since the last time."""
        self._timer.stop()
        begun, unfinished = self._begun(), self._desk.office.unfinished
        if begun == self._kept or not begun.is_worth_keeping or self._desk.office.store.read_only:
            return
        self._kept, self.has_draft = begun, True
        self._desk.background.run(lambda step: unfinished.keep_report(begun), lambda _: None, self._failed)

    def forget(self) -> None:
        """The report is issued, or begun anew."""
        unfinished = self._desk.office.unfinished
        self.shown(draft=False)
        if not self._desk.office.store.read_only:
            self._desk.background.run(lambda step: unfinished.forget_report(), lambda _: None, self._failed)

    def _failed(self, error: Exception) -> None:
        self._kept = BegunReport()      # tried again with the next key
        if not isinstance(error, UserError):
            raise error
