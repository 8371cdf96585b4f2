"""The one top-level window: the unlock page, or the window of an open library."""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from laborqa_desktop.views.key_tips import KeyTips


@runtime_checkable
class Zooming(Protocol):
    """A document that has a zoom of its own."""

    def zoom(self, factor: float) -> None:
        """Shows it larger by this factor."""
        ...


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

    def showEvent(self, event: QShowEvent) -> None:
        """From now on it sees what the mouse does before the parts of its page do."""
        super().showEvent(event)
        if (handle := self.windowHandle()) is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl with the wheel is for the page as a whole, except over a document, which has a zoom of its own; a list
        under the pointer would scroll.
        """
        page = self.currentWidget()
        if (page is None or event.type() != QEvent.Type.Wheel or not isinstance(event, QWheelEvent)
                or not event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            return False
        under: QWidget | None = self.childAt(event.position().toPoint())
        while under is not None and not isinstance(under, Zooming):
            under = under.parentWidget()
        return under is None and QApplication.sendEvent(page, event)
