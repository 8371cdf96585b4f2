"""What screens tell each other: few signals, emitted after a change is safe."""

from PySide6.QtCore import QObject, Signal

NEW = "new"
"""In place of a record's id: a new one is wanted."""


class AppSignals(QObject):
    """Signals between screens.

    Signals:
        changed: (Changes, origin): rows of the library are others now; origin is the screen that did it, or None.
        go: (screen key, record id, NEW, Query or None): the user wants to be there.
        said: a sentence for the status bar.
        backed_up: the backups of the library, or their second place, are others now.
    """

    changed = Signal(object, object)
    go = Signal(str, object)
    said = Signal(str)
    backed_up = Signal()
