"""The process around the window: whether there is a display, who was there first, and the event loop."""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from laborqa_desktop import crashes, paths, splash
from laborqa_desktop.app import Program
from laborqa_desktop.arriving import BACKUP
from laborqa_desktop.views.error_hooks import log_qt_messages
from laborqa_desktop.views.single_instance import SingleInstance

LISTEN_AFTER_MS = 200
FIRST_PATIENCE_S = 3.0
"""So long the program that runs may take to answer: it may just have been started itself."""


def has_display() -> bool:
    """Whether a window can be shown."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def run(what: Path | None = None, sample: bool = False, alone: bool = False) -> int:
    """Shows the window until it is closed. Where the program runs already, that window comes to the front and gets what
    this start was to open.

    Args:
        what: the folder of a library, or a backup.
        sample: the sample library is opened without a question.
        alone: no other process of the program runs, so that what a crash left decrypted can go.
    """
    app = QApplication(["laborqa"])
    app.setApplicationName("LaborQA Desktop")
    app.setDesktopFileName("laborqa")
    app.setWindowIcon(QIcon(str(paths.resource_folder() / "icons" / "laborqa.ico")))
    log_qt_messages()
    asked = paths.sample_folder() if sample else what
    place = SingleInstance(paths.settings_folder() / "program", later=True)
    if place.gave_way(str(asked or ""), FIRST_PATIENCE_S):
        return 0
    backup = what is not None and what.suffix.lower() == BACKUP
    if asked is not None and not backup and called_first(asked):
        return 0
    program = Program(app, None if backup else what, sample=sample)
    program.errors.install()
    program.errands = (crashes.forbid_dumps, *((_empty_outside,) if alone else ()))
    place.called.connect(program.arrivals.called)
    program.start()
    QTimer.singleShot(0, splash.close)
    QTimer.singleShot(LISTEN_AFTER_MS, place.listen)
    if what is not None and backup:
        program.arrivals.take(what)
    return app.exec()


def called_first(folder: Path) -> bool:
    """Whether another window has this library open; it comes to the front then."""
    place = SingleInstance(folder, later=True)
    if place.gave_way(patience_s=FIRST_PATIENCE_S):
        return True
    place.release()
    return False


def _empty_outside() -> None:
    from laborqa_desktop.store.files import Outside
    Outside(paths.outside_folder()).empty()
