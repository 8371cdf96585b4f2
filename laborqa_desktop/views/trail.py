"""Undo and redo across screens: ids of acts and their names; the use case writes the way back."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from laborqa_desktop.errors import UserError
from laborqa_desktop.text import fill
from laborqa_desktop.usecases.records import Changes, Undone, UndoStep
from laborqa_desktop.usecases.undo_steps import MOST_STEPS
from laborqa_desktop.views.background import Step
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.bands import PROGRESS_AFTER_MS


class Trail(QObject):
    """What can be undone until the library closes.

    Names are asked for in the read worker; what would be refused is refused by the act itself.

    Signals:
        changed: the steps at hand, or their names, are others.
    """

    changed = Signal()

    def __init__(self, desk: Desk, owner: QWidget | None = None) -> None:
        super().__init__(owner)
        self._desk, self._owner = desk, owner
        self._undo: list[int] = []
        self._redo: list[int] = []
        self._known: dict[int, UndoStep] = {}
        self._newest = 0
        self._busy = False
        self._at = ""
        self._slow = QTimer(self, singleShot=True, interval=PROGRESS_AFTER_MS)
        self._slow.timeout.connect(lambda: desk.signals.said.emit(self._at))
        desk.signals.changed.connect(self._note)
        desk.background.read(desk.office.records.last_act, self._began)

    def _began(self, newest: int) -> None:
        self._newest = max(self._newest, newest)

    @property
    def can_undo(self) -> bool:
        """Whether an act is there to take back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether an undo is there to take back."""
        return bool(self._redo)

    def undo_steps(self) -> list[UndoStep]:
        """What can be undone, the newest first, as far as the names are known."""
        return [self._known[one] for one in reversed(self._undo) if one in self._known]

    def redo_steps(self) -> list[UndoStep]:
        """What can be redone, in the order it would be."""
        return [self._known[one] for one in reversed(self._redo) if one in self._known]

    def undo(self, steps: int = 1) -> None:
        """Takes the last acts back, one after the other; ends at the first that cannot be."""
        self._go(self._undo, self._redo, self.tr("Undone: {act}"), steps)

    def redo(self, steps: int = 1) -> None:
        """Takes the last undos back."""
        self._go(self._redo, self._undo, self.tr("Redone: {act}"), steps)

    def take_over(self, old: "Trail") -> None:
        """Goes on where the trail of the window before this one stood, with what that one saved when it went."""
        self._undo[:], self._redo[:], self._known = old._undo, old._redo, dict(old._known)
        self._newest = old._newest
        records, newest = self._desk.office.records, self._newest
        self.changed.emit()
        if newest:
            self._desk.background.run(lambda step: records.steps_after(newest), self._append)

    def _append(self, steps: list[UndoStep]) -> None:
        self._known.update({one.act_id: one for one in steps})
        self._undo[:] = sorted({*self._undo, *(one.act_id for one in steps)})[-MOST_STEPS:]     # ids grow with time
        self.changed.emit()

    def _go(self, source: list[int], target: list[int], words: str, steps: int) -> None:
        if not source or self._busy:
            return
        records, act_id = self._desk.office.records, source.pop()
        self._busy = True
        self._at, known = "", self._known.get(act_id)
        if known is not None:
            self._at = self.tr("At it: {act} …").format(act=said(known))
            self._slow.start()

        def work(step: Step) -> tuple[Undone, list[UndoStep]]:
            changes = records.undo(act_id, step)
            return changes, records.steps([changes.act_id])

        def done(answer: tuple[Undone, list[UndoStep]]) -> None:
            changes, named = answer
            self._busy = False
            self._slow.stop()
            self._known[changes.act_id] = named[0]
            self._newest = max(self._newest, changes.act_id)
            target.append(changes.act_id)
            self._desk.signals.changed.emit(changes, self)
            told = words.format(act=said(named[0]))
            if changes.stay:
                told = fill(self.tr("{told}; {count} {count:record stays|records stay}, in use or in an issued report"),
                            told=told, count=f"{changes.stay:,}")
            self._desk.signals.said.emit(told)
            self.changed.emit()
            if steps > 1:
                self._go(source, target, words, steps - 1)

        def stopped() -> None:
            self._busy = False
            self._slow.stop()
            source.append(act_id)
            self._desk.signals.said.emit(self.tr("Cancelled; nothing was changed."))
            self.changed.emit()

        def failed(error: Exception) -> None:
            self._busy = False
            self._slow.stop()
            self.changed.emit()
            if not isinstance(error, UserError):
                raise error
            self._refused(say(error.text))

        self._desk.background.run(work, done, failed, words=self._words(act_id, source is self._redo), stoppable=True,
                                  stopped=stopped)

    def _words(self, act_id: int, again: bool) -> str:
        known = self._known.get(act_id)
        if known is None:
            return self.tr("Redoing…") if again else self.tr("Undoing…")
        return (self.tr("Redoing: {act}…") if again else self.tr("Undoing: {act}…")).format(act=said(known))

    def _refused(self, words: str) -> None:
        if self._owner is not None:
            self._desk.ask.tell(self._owner, self.tr("Nothing was undone"), words)
        else:
            self._desk.signals.said.emit(words)

    def _note(self, changes: object, origin: object) -> None:
        if origin is self or not isinstance(changes, Changes) or not changes.act_id:
            return
        self._redo.clear()
        self._push(changes.act_id)
        records, act_id = self._desk.office.records, changes.act_id
        self._desk.background.read(lambda: records.steps([act_id]), self._named)

    def _push(self, act_id: int) -> None:
        self._newest = max(self._newest, act_id)
        self._undo.append(act_id)
        del self._undo[:-MOST_STEPS]
        self._known = {one: self._known[one] for one in (*self._undo, *self._redo) if one in self._known}
        self.changed.emit()

    def _named(self, steps: list[UndoStep]) -> None:
        for one in steps:
            self._known[one.act_id] = one
            if one.final:
                self._prune(one.act_id)
        self.changed.emit()

    def _prune(self, final: int) -> None:
        """After a final act: it is no step, and steps whose records it changed are none any more."""
        self._undo[:] = [one for one in self._undo if one != final]
        self._known.pop(final, None)
        records, ids = self._desk.office.records, list(self._undo)

        def work() -> tuple[list[int], list[UndoStep]]:
            left = records.still_undoable(ids)
            return left, records.steps(left)        # a deletion by law rewords acts

        def done(answer: tuple[list[int], list[UndoStep]]) -> None:
            left, named = answer
            self._undo[:] = [one for one in self._undo if one in left or one not in ids]
            self._known = {key: step for key, step in self._known.items() if key not in ids}
            self._known.update({one.act_id: one for one in named})
            self.changed.emit()

        self._desk.background.read(work, done)


def said(step: UndoStep) -> str:
    """A step as it is read: the act, and the record when it was about one."""
    return f"{say(step.name)} · {step.about}" if step.about and step.about != "—" else say(step.name)
