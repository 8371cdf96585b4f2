"""Waiting for a backup or a restore: what is being done, how far it is, and a way out."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from laborqa_desktop.errors import UserError
from laborqa_desktop.views.ask import FittedDialog
from laborqa_desktop.views.background import Background, Job, Step
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.label import label
from laborqa_desktop.views.parts.layout import column, holder


class WaitDialog(FittedDialog):
    """Runs one piece of work before its window may go on.

    Args:
        out: what leaving it undone is called, as a verb.
        copying: the work only reads the library, and can be left undone at any moment. Other work has to answer after
            a cancel, which may have come too late.

    Signals:
        ended: (result or None, words of the error or ""); None and "" after the user left it undone.
    """

    ended = Signal(object, str)

    def __init__(self, parent: QWidget, background: Background, title: str, words: str, out: str,
                 work: Callable[[Step], Any], *, copying: bool) -> None:
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._bar.setAccessibleName(title)
        self._share = label("", "small", "ink2")
        super().__init__(parent, title, words, holder(column(self._bar, self._share, gap=6)))
        self._over = False
        self._out = self.add_way_out(out)
        run = background.copy if copying else background.run
        self._job: Job = run(work, self._done, self._failed, self._advance,
                             stopped=None if copying else self._stopped)

    def reject(self) -> None:
        """Leaves it undone."""
        self._job.cancel()
        if not self._job.keeps:
            self._end(None, "")
            return
        self._out.setEnabled(False)
        self._share.setText(self.tr("Cancelling…"))
        self._bar.setRange(0, 0)

    def _stopped(self) -> None:
        self._end(None, "")

    def _advance(self, done: int, total: int) -> None:
        self._out.setEnabled(not self._job.keeps or not total or done < total)
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._share.setText(f"{100 * done // total} %" if total else "")

    def _done(self, answer: object) -> None:
        self._end(answer, "")

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._end(None, "")
            raise error
        self._end(None, say(error.text))

    def _end(self, answer: object, words: str) -> None:
        if not self._over:
            self._over = True
            self.ended.emit(answer, words)
            self.done(0)
