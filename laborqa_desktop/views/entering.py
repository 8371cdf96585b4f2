"""How a screen is entered and left: what it shows first, where the keyboard goes, what is kept when the user goes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.views.list_panel import ListPanel
from laborqa_desktop.views.signals import NEW

_VISITED = "visited"


def arrive_at(screen: QWidget | None, what: object) -> None:
    """Shows in a screen what the user wants to see there."""
    arrive, open_record = getattr(screen, "arrive", None), getattr(screen, "open_record", None)
    if isinstance(what, int) and open_record is not None:
        open_record(what)
    elif what == NEW and (new_record := getattr(screen, "new_record", None)) is not None:
        new_record()
    elif isinstance(what, Query) and isinstance(shown := getattr(screen, "list", None), ListPanel):
        if (bring_list := getattr(screen, "bring_list", None)) is not None:
            bring_list()
        shown.show_query(what)
    elif what is not None and arrive is not None:
        arrive(what)


def give_keyboard(screen: QWidget | None) -> None:
    """Puts the keyboard into a screen: where it was there last, else into its list, else on the first that takes it."""
    if screen is None:
        return
    before: QWidget | None = screen.focusWidget()
    shown, now = getattr(screen, "list", None), QApplication.focusWidget()
    if not screen.property(_VISITED):       # Qt gave it to whatever comes first in the Tab order
        screen.setProperty(_VISITED, True)
        before = None
    elif now is not None and screen.isAncestorOf(now):
        return
    if before is not None and before.isVisibleTo(screen):
        before.setFocus()
    elif isinstance(shown, ListPanel):
        shown.take_keyboard()
    elif callable(take := getattr(screen, "take_keyboard", None)):
        take()
    elif (first := _first_stop(screen)) is not None:
        first.setFocus()


def _first_stop(screen: QWidget) -> QWidget | None:
    one: QWidget | None = screen.nextInFocusChain()
    while one is not None and one is not screen:
        if screen.isAncestorOf(one) and one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled() \
                and one.isVisibleTo(screen):
            return one
        one = one.nextInFocusChain()
    return None


def leave_screen(screen: QWidget) -> None:
    """Tells a screen, if it wants to know, that the user goes elsewhere."""
    leave = getattr(screen, "leave", None)
    if leave is not None:
        leave()
