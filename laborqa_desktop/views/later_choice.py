"""Which row a list stands on, told once it stays there: a held arrow key changes rows faster than forms follow."""

from PySide6.QtCore import QObject, QTimer, Signal

from laborqa_desktop.views.background import Background

_AFTER_MS = 30


class LaterChoice(QObject):
    """What was chosen last.

    Signals:
        settled: an id, or None for no row.
    """

    settled = Signal(object)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background
        self._id: int | None = None
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(self.settle)

    def choose(self, record_id: int | None) -> None:
        """Another row is current."""
        self._id = record_id
        self._timer.start()

    def settle(self) -> None:
        """Tells at once, because whoever asks does not wait; nothing once the library is closing."""
        self._timer.stop()
        record_id, self._id = self._id, None
        if not self._background.closed:
            self.settled.emit(record_id)

    def pause(self) -> None:
        """Tells nothing until asked, or until another row is current."""
        self._timer.stop()

    def forget(self) -> None:
        """Tells nothing of what was chosen."""
        self._timer.stop()
        self._id = None
