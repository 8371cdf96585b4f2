"""What the user sees when something went wrong: a sentence for the world's errors, a report for our own mistakes."""

import logging
import platform
import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6 import __version__ as pyside_version
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from laborqa_desktop.errors import UserError
from laborqa_desktop.views.ask import Ask, Dialog
from laborqa_desktop.views.i18n import say

log = logging.getLogger(__name__)


def crash_text(error: BaseException) -> str:
    """A report without personal data: places in the code and kinds of errors, never their messages or values."""
    lines = [f"LaborQA Desktop  Python {platform.python_version()}  PySide6 {pyside_version}  {platform.platform()}"]
    link: BaseException | None = error
    while link is not None:
        lines.append(f"{type(link).__module__}.{type(link).__qualname__}")
        lines += [f"  {Path(f.filename).name}:{f.lineno} {f.name}" for f in traceback.extract_tb(link.__traceback__)]
        link = link.__cause__ or link.__context__
    return "\n".join(lines)


class Errors(QObject):
    """Shows every error that nobody else caught, on the GUI thread, one at a time.

    Args:
        folder: where crash reports are written.
    """

    _caught = Signal(object)

    def __init__(self, ask: Ask, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask, self._folder, self._showing = ask, folder, False
        self._caught.connect(self.show_error)

    def install(self) -> None:
        """Takes sys.excepthook; errors of slots arrive there too."""
        sys.excepthook = self._hook

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        self._caught.emit(error)

    def show_error(self, error: BaseException, window: QWidget | None = None) -> None:
        """Shows one error: a sentence for a UserError, else the report."""
        window = window or _top()
        if self._showing or window is None:
            log.error("%s", crash_text(error))
            return
        self._showing = True
        try:
            if isinstance(error, UserError):
                self._ask.tell(window, self.tr("This did not work"), say(error.text))
            else:
                self._report(window, crash_text(error))
        finally:
            self._showing = False

    def _report(self, window: QWidget, details: str) -> None:
        log.error("%s", details)
        self._folder.mkdir(parents=True, exist_ok=True)
        file = self._folder / f"crash-{datetime.now(UTC):%Y%m%d-%H%M%S}.txt"
        file.write_text(details, encoding="utf-8")
        body = QPlainTextEdit(details)
        body.setReadOnly(True)
        body.setAccessibleName(self.tr("Report without personal data"))
        dialog = Dialog(window, self.tr("The program made a mistake"), self.tr(
            "What you typed is kept as a draft. You can go on; if it happens again, close the program and open it "
            "anew. The report below holds no personal data and is sent to nobody."), body)
        copy = dialog.add_button(self.tr("&Copy the report"))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
        dialog.add_button(self.tr("&Go on"), primary=True).clicked.connect(dialog.accept)
        dialog.exec()


def _top() -> QWidget | None:
    return QApplication.activeWindow() or next((w for w in QApplication.topLevelWidgets() if w.isVisible()), None)
