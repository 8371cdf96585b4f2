"""The one top-level window: the unlock page, or the window of an open library."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget

from laborqa_desktop.views.key_tips import KeyTips


class Window(QStackedWidget):
    """The one top-level window.

    Attributes:
        may_close: asked first; False keeps it open for now.

    Signals:
        closing: it is about to close.
    """

    closing = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.may_close: Callable[[], bool] = lambda: True
        self.key_tips = KeyTips(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tells before it goes, unless something has still to be done first."""
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)
