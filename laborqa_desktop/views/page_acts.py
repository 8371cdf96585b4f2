"""What can be done with the page in sight: its own menus and buttons, read off it, so that no second list is kept."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from laborqa_desktop.text import N_, Text
from laborqa_desktop.views.any_screen import AnyScreen
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.button import Button, plain_words

KNOWN = (N_("ListMenu", "&Copy for Excel"), N_("PageActs", "Export"), N_("PageActs", "Print"),
         N_("ListMenu", "&Archive"), N_("ListMenu", "&Restore"), N_("ListMenu", "&Show archived"))
"""How entries of menus begin that are found in both languages, whichever the screen speaks."""


@dataclass(frozen=True)
class PageAct:
    """One thing the page offers.

    Attributes:
        title: as it stands there, without its mnemonic.
        menu: the entry above it, for those of a menu inside a menu.
        keys: as its tip names them.
        possible: whether it can be done now.
        known: the same words as a text that knows its other language.
    """

    title: str
    run: Callable[[], object]
    keys: str = ""
    possible: bool = True
    menu: str = ""
    known: Text | None = None


class PageActs:
    """What a page offers, each title once, as it was when it was asked.

    Args:
        page: the whole of it, with its head.
        screen: the part that may have a list with a menu, and a head of a record with another.
    """

    def __init__(self, page: QWidget, screen: AnyScreen | None) -> None:
        self._built: QMenu | None = None
        self.acts: dict[str, PageAct] = {}
        for one in (*self._menus(screen), *_buttons(page)):
            self.acts.setdefault(one.title, one)

    def forget(self) -> None:
        """Lets the menus go that were made for the asking."""
        self.acts = {}
        if self._built is not None and isValid(self._built):
            self._built.deleteLater()
        self._built = None

    def _menus(self, screen: AnyScreen | None) -> Iterator[PageAct]:
        if screen is None:
            return
        if screen.list is not None and screen.list.isVisible():
            self._built = screen.list.menu.build()
            yield from _entries(self._built)
        if screen.head is not None and screen.head.isVisible():
            yield from _entries(screen.head.menu)


def _entries(menu: QMenu, above: str = "") -> Iterator[PageAct]:
    for action in menu.actions():
        words = plain_words(action.text().split("\t")[0])
        below = action.menu()
        if isinstance(below, QMenu):
            yield from _entries(below, words)
        elif words and not action.isSeparator():
            known = next((text for text in KNOWN if words.startswith(plain_words(say(text)))), None)
            yield PageAct(words, _trigger(action), action.shortcut().toString(), action.isEnabled(), above, known)


def _trigger(action: QAction) -> Callable[[], object]:
    return lambda: action.trigger() if isValid(action) else None


def _buttons(page: QWidget) -> Iterator[PageAct]:
    for button in page.findChildren(Button):
        words = plain_words(button.text()).strip()
        if words and button.isVisible() and button.property("kind") != "link":
            yield PageAct(words, _click(button), button.keys, button.isEnabled())


def _click(button: Button) -> Callable[[], object]:
    return lambda: button.click() if isValid(button) else None
