"""The windows beside the one that shows the library: dialogs, previews, the guide, lists that drop down."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget


def close_all_but(kept: QWidget) -> None:
    """Takes every other window off the screen; a dialog that can keep what is typed in it does (leave), and none asks.

    Answers are "no": a question that waits in an event loop of its own goes on as if it had been cancelled.
    """
    for one in QApplication.topLevelWidgets():
        if one is kept or not one.isVisible():
            continue
        leave = getattr(one, "leave", None)
        if leave is not None:
            leave()
        if isinstance(one, QDialog):
            one.done(QDialog.DialogCode.Rejected)
        else:
            one.hide()


def bring_to_front(window: QWidget) -> None:
    """Shows a window before all others; one that was put away comes back as large as it was."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized | Qt.WindowState.WindowActive)
    window.show()
    window.raise_()
    window.activateWindow()
