"""Catches every error that nobody else caught, on any thread, before a library is open and after it is closed."""

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication, QWidget

from laborqa_desktop import crashes
from laborqa_desktop.errors import UserError
from laborqa_desktop.obstacles import missing_part
from laborqa_desktop.views.i18n import say

if TYPE_CHECKING:
    from laborqa_desktop.views.ask import Ask

AGAIN_AFTER_S = 10
"""So long the same mistake is not shown again: one in painting would come back with every repaint."""

log = logging.getLogger(__name__)
qt_log = logging.getLogger("laborqa_desktop.qt")
_LEVELS = {QtMsgType.QtWarningMsg: logging.WARNING, QtMsgType.QtCriticalMsg: logging.ERROR,
           QtMsgType.QtFatalMsg: logging.CRITICAL}


class Errors(QObject):
    """Shows errors on the GUI thread, one at a time: a sentence for the world's, a report for our own mistakes.

    Args:
        ask: who tells the user; asked for when there is something to tell.
        folder: where crash reports are written.
    """

    _caught = Signal(object)

    def __init__(self, ask: "Callable[[], Ask]", folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask, self._folder, self._showing = ask, folder, False
        self._last: tuple[str, float] = "", 0.0
        self._caught.connect(self.show_error)

    def install(self) -> None:
        """Takes the hooks for errors; those of slots, timers and overridden methods of Qt arrive in the first."""
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook
        sys.unraisablehook = self._unraisable_hook

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._tell(error)

    def _thread_hook(self, given: threading.ExceptHookArgs) -> None:
        if given.exc_value is not None:
            self._tell(given.exc_value)

    def _unraisable_hook(self, given: "sys.UnraisableHookArgs") -> None:
        if given.exc_value is not None:
            self._tell(given.exc_value)

    def _tell(self, error: BaseException) -> None:
        if shiboken6.isValid(self):
            self._caught.emit(error)
        else:
            log.error("uncaught after the end", exc_info=error)

    def show_error(self, error: BaseException, window: QWidget | None = None) -> None:
        """Shows one error. Without a window to show it in, the next start offers its report."""
        window = window or _top()
        if isinstance(error, UserError):
            log.info("refused: %s", type(error).__name__)
        else:
            log.error("uncaught", exc_info=error)
        if self._showing or self._shown_just_now(error):
            return
        if window is None:
            if not isinstance(error, UserError):
                crashes.write_report(self._folder, crashes.crash_text(error), seen=False)
            return
        self._showing = True
        try:
            self._show(window, error)
        finally:
            self._showing = False
            self._last = crashes.crash_text(error), monotonic()

    def _shown_just_now(self, error: BaseException) -> bool:
        text, at = self._last
        return bool(text) and monotonic() - at < AGAIN_AFTER_S and text == crashes.crash_text(error)

    def _show(self, window: QWidget, error: BaseException) -> None:
        if isinstance(error, UserError):
            self._ask().tell(window, self.tr("This did not work"), say(error.text))
            return
        if isinstance(error, ImportError):
            crashes.write_report(self._folder, crashes.crash_text(error), seen=True)
            self._ask().tell(window, self.tr("This did not work"), say(missing_part(error)))
            return
        from laborqa_desktop.views.error_dialog import CrashDialog
        text = crashes.crash_text(error)
        file = crashes.write_report(self._folder, text, seen=True)
        CrashDialog(window, self._ask(), text, file).exec()


def log_qt_messages() -> None:
    """Qt's warnings go to the log instead of a console that nobody sees."""
    qInstallMessageHandler(_log_qt)


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    level = _LEVELS.get(kind)
    if level is not None:
        qt_log.log(level, "%s", message)


def _top() -> QWidget | None:
    return QApplication.activeWindow() or next((w for w in QApplication.topLevelWidgets() if w.isVisible()), None)
