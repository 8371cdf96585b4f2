"""One piece of long work of a screen: its progress bar, its cancel button, its errors as sentences."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Signal

from laborqa_desktop.errors import UserError
from laborqa_desktop.views.background import Background, Job, Step
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.bands import Progress

T = TypeVar("T")


class Task(Progress):
    """Runs work off the GUI thread, one at a time.

    Signals:
        began: work is under way.
        ended: it is over, by whatever.
        refused: what the user has to know instead of a result.
    """

    began = Signal()
    ended = Signal()
    refused = Signal(str)

    def __init__(self, background: Background, *, copying: bool = False) -> None:
        """Args:
        copying: the work is a backup or another long reading, for which no save is to wait.
        """
        super().__init__()
        self._background, self._copying = background, copying
        self._job: Job | None = None
        self._done: Callable[[object], None] | None = None
        self.cancelled.connect(self.stop)

    @property
    def busy(self) -> bool:
        """Whether work is under way."""
        return self._job is not None

    def start(self, words: str, work: Callable[[Step], T], done: Callable[[T], None], *, keeps: bool = False,
              last: str = "", fixed: bool = False) -> None:
        """Starts work; what was under way is cancelled.

        Args:
            words: what is being done, for the bar.
            done: gets the result on the GUI thread; not called after an error, or after a cancel that was in time.
            keeps: the work writes something. After a cancel it stays under way until it is known whether the cancel
                was in time; other work leaves at once.
            last: what is being done once it cannot be stopped any more, where that takes long too.
            fixed: it cannot be stopped at all; it keeps something.
        """
        if self._job is not None:
            self._job.cancel()
        self._done = done       # type: ignore[assignment]
        self.begin(words, last, fixed=fixed)
        run = self._background.copy if self._copying else self._background.run
        self._job = run(work, self._finished, self._failed, self.advance,
                        stopped=self._over if keeps or fixed else None)
        self.began.emit()

    def stop(self) -> bool:
        """Cancels; nothing of it is kept. Gives whether it is over: work that keeps something has to answer first."""
        if self._job is None:
            return True
        self._job.cancel()
        if self._job.keeps:
            self.stopping()
            return False
        self._over()
        return True

    def _over(self) -> None:
        self._job = None
        self.end()
        self.ended.emit()

    def _finished(self, answer: object) -> None:
        self._over()
        if self._done is not None:
            self._done(answer)

    def _failed(self, error: Exception) -> None:
        self._over()
        if not isinstance(error, UserError):
            raise error
        self.refused.emit(say(error.text))
