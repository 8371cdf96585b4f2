"""The strip at the foot of the window for work that has no bar of its own page: after 0.5 s words, after 2 s cancel."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QFrame, QWidget

from laborqa_desktop.views.background import Background, Job
from laborqa_desktop.views.parts.bands import Progress
from laborqa_desktop.views.parts.layout import column

_WIDE, _ABOVE = 460, 12


class WorkStrip(QFrame):
    """Tells of the oldest piece of named work; the next one follows when that is over.

    Args:
        owner: the window above whose foot it stands.
        foot: what it must not cover.
    """

    def __init__(self, owner: QWidget, foot: QWidget, background: Background) -> None:
        super().__init__(owner)
        self._owner, self._foot = owner, foot
        self._jobs: dict[Job, tuple[str, bool]] = {}
        self._shown: tuple[Job, Progress] | None = None
        self.setProperty("box", "popup")
        self.setLayout(column(margins=(14, 8, 14, 10)))
        owner.installEventFilter(self)
        background.named.connect(self._named)
        background.stepped.connect(self._stepped)
        background.over.connect(self._over)
        self.hide()

    @property
    def words(self) -> str:
        """What is being done; "" while nothing is shown."""
        return self._jobs[self._shown[0]][0] if self._shown is not None and self.isVisible() else ""

    def cancel(self) -> None:
        """Asks the work shown to stop; it leaves nothing behind."""
        if self._shown is not None and self._jobs[self._shown[0]][1]:
            job, bar = self._shown
            job.cancel()
            if job.keeps:
                bar.stopping()
            else:
                self._over(job)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        elif self._shown is not None and watched is self._shown[1] and self._shown[1].isVisibleTo(self) \
                and event.type() in (QEvent.Type.ShowToParent, QEvent.Type.LayoutRequest):
            self._place()
            self.show()
            self.raise_()
        return super().eventFilter(watched, event)

    def _named(self, job: Job, words: str, stoppable: bool) -> None:
        self._jobs[job] = (words, stoppable)
        self._next()

    def _next(self) -> None:
        if self._shown is not None or not self._jobs:
            return
        job, (words, stoppable) = next(iter(self._jobs.items()))
        bar = Progress(stoppable)
        bar.cancelled.connect(self.cancel)
        self._shown = (job, bar)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(bar)
        bar.installEventFilter(self)
        bar.begin(words)

    def _stepped(self, job: Job, done: int, total: int) -> None:
        if self._shown is not None and self._shown[0] is job:
            self._shown[1].advance(done, total)

    def _over(self, job: Job) -> None:
        self._jobs.pop(job, None)
        if self._shown is not None and self._shown[0] is job:
            bar = self._shown[1]
            self._shown = None
            bar.end()
            bar.deleteLater()
            self.hide()
            self._next()

    def _place(self) -> None:
        width = min(_WIDE, self._owner.width() - 40)
        self.resize(width, self.sizeHint().height())
        self.move((self._owner.width() - width) // 2,
                  self._owner.height() - self._foot.height() - self.height() - _ABOVE)
