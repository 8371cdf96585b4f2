"""Undo and redo across screens: ids of acts only; the use case writes the way back."""

from PySide6.QtCore import QObject, Signal

from laborqa_desktop.errors import UserError
from laborqa_desktop.text import Text
from laborqa_desktop.usecases.records import Changes
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say

MOST_STEPS = 50


class Trail(QObject):
    """What can be undone until the library closes.

    Signals:
        changed: the steps at hand are others.
    """

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._undo: list[int] = []
        self._redo: list[int] = []
        self._busy = False
        desk.signals.changed.connect(self._note)

    @property
    def can_undo(self) -> bool:
        """Whether an act is there to take back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether an undo is there to take back."""
        return bool(self._redo)

    def next_words(self) -> str:
        """What undo would take back; "" for nothing."""
        while self._undo:
            words: Text | None = self._desk.office.records.undoable(self._undo[-1])
            if words is not None:
                return say(words)
            self._undo.pop()
        return ""

    def undo(self) -> None:
        """Takes the last act back."""
        self._go(self._undo, self._redo, self.tr("Undone: {act}"))

    def redo(self) -> None:
        """Takes the last undo back."""
        self._go(self._redo, self._undo, self.tr("Redone: {act}"))

    def _go(self, source: list[int], target: list[int], words: str) -> None:
        if not source or self._busy:
            return
        records, act_id = self._desk.office.records, source.pop()
        name = records.undoable(act_id)
        if name is None:
            self._desk.signals.said.emit(self.tr("The last act cannot be undone."))
            self.changed.emit()
            return
        self._busy = True

        def done(changes: Changes) -> None:
            self._busy = False
            target.append(changes.act_id)
            self._desk.signals.changed.emit(changes, self)
            self._desk.signals.said.emit(words.format(act=say(name)))
            self.changed.emit()

        def failed(error: Exception) -> None:
            self._busy = False
            self.changed.emit()
            if not isinstance(error, UserError):
                raise error
            self._desk.signals.said.emit(say(error.text))

        self._desk.background.run(lambda step: records.undo(act_id), done, failed)

    def _note(self, changes: object, origin: object) -> None:
        if origin is self or not isinstance(changes, Changes) or not changes.act_id:
            return
        self._undo.append(changes.act_id)
        del self._undo[:-MOST_STEPS]
        self._redo.clear()
        self.changed.emit()
