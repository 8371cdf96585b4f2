"""Taking down a window while something in it may still be at work further up the stack."""

import shiboken6
from PySide6.QtCore import QObject, QThread, QTimer

_AGAIN_MS = 20


def delete_unwound(one: QObject) -> None:
    """Deletes an object once no event loop runs inside another any more.

    A lock may come while a question is open that a key or a click in the window has asked. deleteLater() called then
    is obeyed inside the question's own loop, and what asked returns into a window that is gone: the program crashes.
    """
    if not shiboken6.isValid(one):
        return
    if QThread.currentThread().loopLevel() <= 1:
        one.deleteLater()
    else:
        QTimer.singleShot(_AGAIN_MS, lambda: delete_unwound(one))
