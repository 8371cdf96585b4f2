"""What the window asks of every screen: what it shows, where the keyboard goes, what is kept when the user goes."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.usecases.records import KeptDraft
from laborqa_desktop.views.list_panel import ListPanel
from laborqa_desktop.views.parts.focus_order import following
from laborqa_desktop.views.record_head import RecordHead
from laborqa_desktop.views.signals import NEW


class AnyScreen(QWidget):
    """What stands in a tab of an area. Each screen answers what concerns it.

    Attributes:
        head_buttons: what the window puts at the right of the tabs.
        list: the list of records, for a screen that has one.
        head: the head of the record shown, for a screen that has one.
    """

    head_buttons: tuple[QWidget, ...] = ()
    list: ListPanel | None = None
    head: RecordHead | None = None
    _visited = False

    @property
    def standing_at(self) -> object:
        """What is open here, as arrive takes it: the way back after a lock."""
        return None

    def arrive(self, what: object) -> None:
        """Shows what the user wants to see here: id of a record, NEW, a Query for the list, or what only this screen
        understands.
        """
        if isinstance(what, int):
            self.open_record(what)
        elif what == NEW:
            self.new_record()
        elif isinstance(what, Query) and self.list is not None:
            self.bring_list()
            self.list.show_query(what)

    def open_record(self, record_id: int) -> None:
        """Goes to a record."""

    def new_record(self, **given: Any) -> None:
        """Begins a new record, with these values filled in."""

    def bring_list(self) -> None:
        """Shows the list again, where something else can stand in its place."""

    def return_to(self, draft: KeptDraft) -> None:
        """Goes where something was being typed when the program crashed."""
        self.arrive(NEW if draft.id is None else draft.id)

    def leave(self) -> None:
        """The user goes elsewhere: what is typed is kept."""

    def take_keyboard(self) -> None:
        """Takes the keyboard for the first time: into the list, else where Tab goes first."""
        if self.list is not None:
            self.list.take_keyboard()
        elif (first := _first_stop(self)) is not None:
            first.setFocus()

    def give_keyboard(self) -> None:
        """Puts the keyboard where it was here last, the first time where take_keyboard says."""
        before: QWidget | None = self.focusWidget()
        now = QApplication.focusWidget()
        if not self._visited:       # Qt gave it to whatever comes first in the Tab order
            self._visited, before = True, None
        elif now is not None and self.isAncestorOf(now):
            return
        if before is not None and before.isVisibleTo(self):
            before.setFocus()
        else:
            self.take_keyboard()


def _first_stop(screen: QWidget) -> QWidget | None:
    return next((one for one in following(screen) if screen.isAncestorOf(one) and one.isEnabled()
                 and one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isVisibleTo(screen)), None)
