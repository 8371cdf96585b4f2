"""The clipboard: the one place through which the program copies, and takes back what should not stay there.

What we put there carries a mark of its own, so that we never clear what somebody else has copied since.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum

import shiboken6
from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication

CLEARED_AFTER_MS = 20_000
MARK = "application/x-laborqa-copy"
_WINDOWS = 'application/x-qt-windows-mime;value="{name}"'
NOT_KEPT = {
    _WINDOWS.format(name="ExcludeClipboardContentFromMonitorProcessing"): b"\x01\x00\x00\x00",
    _WINDOWS.format(name="CanIncludeInClipboardHistory"): b"\x00\x00\x00\x00",
    _WINDOWS.format(name="CanUploadToCloudClipboard"): b"\x00\x00\x00\x00",
}
"""Formats by which Windows leaves a copy out of its clipboard history and does not send it to other devices."""
SENSITIVE = "sensitive"
"""Property of an input or a label whose text is masked unless shown on purpose, or opens the library."""


class Copied(Enum):
    """How long a copy may stay: for ever; until the library is locked or closed; that, and 20 seconds at most."""

    OPEN = "open"
    RECORDS = "records"
    SENSITIVE = "sensitive"


def copy_text(words: str, kind: Copied) -> None:
    """Puts words on the clipboard."""
    data = QMimeData()
    data.setText(words)
    copy_data(data, kind)


def copy_data(data: QMimeData, kind: Copied) -> None:
    """Puts data on the clipboard."""
    clipboard = QGuiApplication.clipboard()
    if kind is Copied.OPEN:
        clipboard.setMimeData(data)
        return
    mark = os.urandom(16)
    data.setData(MARK, QByteArray(mark))
    for name, value in NOT_KEPT.items():
        data.setData(name, QByteArray(value))
    clipboard.setMimeData(data)
    if kind is Copied.SENSITIVE:
        QTimer.singleShot(CLEARED_AFTER_MS, lambda: _clear_if(mark))


@contextmanager
def pasted() -> Iterator[QMimeData]:
    """What the clipboard holds, to be read at once. PySide would hold it beyond its end, see parts/layout.laid_out."""
    data: QMimeData | None = QGuiApplication.clipboard().mimeData()      # None where nothing was ever copied
    try:
        yield data if data is not None else QMimeData()
    finally:
        if data is not None:
            shiboken6.invalidate(data)


def clear_ours() -> None:
    """Takes back what the program has put there of records and sensitive values; what others copied stays."""
    if _mark():
        QGuiApplication.clipboard().clear()


def _clear_if(mark: bytes) -> None:
    if _mark() == mark:
        QGuiApplication.clipboard().clear()


def _mark() -> bytes:
    """Our mark on what the clipboard holds, or nothing."""
    with pasted() as data:
        return bytes(data.data(MARK).data())


class ClipboardGuard(QObject):
    """Watches for what an input copies by itself (Ctrl+C, its menu): a sensitive value gets the same short life."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._clipboard = app.clipboard()
        self._clipboard.changed.connect(self._look)

    def _look(self, mode: QClipboard.Mode) -> None:
        box, words = QApplication.focusWidget(), self._clipboard.text()
        chosen = getattr(box, "selectedText", None)
        if (mode is QClipboard.Mode.Clipboard and box is not None and chosen is not None and box.property(SENSITIVE)
                and words and words == chosen() and not _mark()):
            copy_text(words, Copied.SENSITIVE)
