"""A few lines of text that hand on a pasted or dropped picture instead of losing it."""

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QPlainTextEdit


class PictureText(QPlainTextEdit):
    """A text editor that Tab leaves.

    Signals:
        pictured: QMimeData with a picture or files.
    """

    pictured = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return _holds_picture(source) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if _holds_picture(source):
            self.pictured.emit(source)
        else:
            super().insertFromMimeData(source)


def _holds_picture(source: QMimeData) -> bool:
    return (source.hasImage() and not source.hasText()) or any(url.isLocalFile() for url in source.urls())
