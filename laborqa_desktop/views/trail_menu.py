"""The list of what can be undone and redone: choosing a line goes back, or forward, to there."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from laborqa_desktop.text import fill
from laborqa_desktop.usecases.records import UndoStep
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.icons import icon
from laborqa_desktop.views.trail import Trail, said

SHOWN_AT_ONCE = 12
_LONGEST = 60


class TrailMenu(QObject):
    """Builds the menu anew each time it is opened."""

    def __init__(self, desk: Desk, trail: Trail, owner: QWidget) -> None:
        super().__init__(owner)
        self._desk, self._trail, self._owner = desk, trail, owner

    def build(self) -> QMenu:
        """The menu as the trail stands now."""
        menu = QMenu(self._owner)
        menu.setAccessibleName(self.tr("Undo and redo"))
        undo, redo = self._trail.undo_steps(), self._trail.redo_steps()
        if undo:
            self._heading(menu, self.tr("Undo, back to and with:"))
            self._lines(menu, undo, "arrow-back-up", self._trail.undo)
        if redo:
            self._heading(menu, self.tr("Redo, forward to and with:"))
            self._lines(menu, redo, "arrow-forward-up", self._trail.redo)
        if not undo and not redo:
            self._heading(menu, self.tr("Nothing to undo since the library was opened"))
        return menu

    def _heading(self, menu: QMenu, words: str) -> None:
        if not menu.isEmpty():
            menu.addSeparator()
        menu.addAction(words).setEnabled(False)

    def _lines(self, menu: QMenu, steps: Sequence[UndoStep], icon_name: str, go: Callable[[int], None]) -> None:
        target = menu
        for place, step in enumerate(steps, 1):
            if place == SHOWN_AT_ONCE + 1:
                target = menu.addMenu(fill(self.tr("{count} earlier {count:step|steps}"),
                                           count=len(steps) - SHOWN_AT_ONCE))
            target.addAction(icon(icon_name), self._line(step), partial(go, place))

    def _line(self, step: UndoStep) -> str:
        words = said(step)
        short = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
        return f"{step.at.astimezone(self._desk.zone):%H:%M}  {short}".replace("&", "&&")
