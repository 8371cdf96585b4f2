"""Looks at the library by itself: once a day, when nobody has worked for five minutes. Any key or click ends it."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from laborqa_desktop.errors import UserError
from laborqa_desktop.usecases.health import Result
from laborqa_desktop.views.background import Job, Step
from laborqa_desktop.views.desk import Desk

QUIET_MS = 5 * 60_000
_WORK = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.InputMethod)


class HealthWatch(QObject):
    """The watch over one open library.

    Signals:
        looked: a Result.
    """

    looked = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._timer = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    @property
    def busy(self) -> bool:
        """Whether it is looking at this moment."""
        return self._job is not None

    def look(self) -> None:
        """Nobody has worked for a while: looks, if the last look is a day old."""
        health = self._desk.office.health

        def work(step: Step) -> Result | None:
            return health.check(step) if health.is_due() else None

        if self._job is None and not self._desk.background.closed:
            self._job = self._desk.background.copy(work, self._looked, self._failed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Work ends a look and begins the five minutes anew."""
        if event.type() in _WORK:
            self._timer.start()
            if self._job is not None:
                self._job.cancel()
                self._job = None
        return False

    def _looked(self, result: Result | None) -> None:
        self._job = None
        self._timer.start()
        if result is not None:
            self.looked.emit(result)

    def _failed(self, error: Exception) -> None:
        self._job = None
        self._timer.start()
        if not isinstance(error, UserError):
            raise error
