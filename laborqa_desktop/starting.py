"""The process around the window: whether there is a display, who was there first, and the event loop."""

import os
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from laborqa_desktop import crashes, paths
from laborqa_desktop.app import Program
from laborqa_desktop.views.error_hooks import log_qt_messages


def has_display() -> bool:
    """Whether a window can be shown."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def run(folder: Path | None = None, sample: bool = False, alone: bool = False) -> int:
    """Shows the window until it is closed; a library that another window has open is called to the front instead.

    Args:
        folder: a library to ask the password of at once.
        sample: the sample library is opened without a question.
        alone: no other process of the program runs, so that what a crash left decrypted can go.
    """
    app = QApplication(["laborqa"])
    app.setApplicationName("LaborQA Desktop")
    app.setDesktopFileName("laborqa")
    log_qt_messages()
    asked = paths.sample_folder() if sample else folder
    if asked is not None and called_first(asked):
        return 0
    program = Program(app, folder, sample=sample)
    program.errors.install()
    program.errands = (crashes.forbid_dumps, *((_empty_outside,) if alone else ()))
    program.start()
    return app.exec()


def called_first(folder: Path) -> bool:
    """Whether another window has this library open; it comes to the front then."""
    from laborqa_desktop.views.single_instance import SingleInstance
    place = SingleInstance(folder)
    if place.first:
        place.release()
        return False
    place.raise_first()
    return True


def _empty_outside() -> None:
    from laborqa_desktop.store.files import Outside
    Outside(paths.outside_folder()).empty()
