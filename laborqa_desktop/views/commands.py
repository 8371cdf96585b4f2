"""Every act of the program that does not need a record at hand: one list for Ctrl+K, the keys of the window, its menus.

Screens and record types bring their commands along by being registered. What can be done with the page in sight is
asked of the page itself (page_acts.py).
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from operator import attrgetter
from typing import Protocol

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from laborqa_desktop.records import TYPES
from laborqa_desktop.text import N_, Text
from laborqa_desktop.views import guide_pages, shortcuts
from laborqa_desktop.views.any_screen import AnyScreen
from laborqa_desktop.views.hand_made import SCREENS
from laborqa_desktop.views.i18n import CHINESE, SOURCE
from laborqa_desktop.views.other_words import OTHER_WORDS
from laborqa_desktop.views.screens import AREAS
from laborqa_desktop.views.signals import NEW
from laborqa_desktop.views.theme import Choice
from laborqa_desktop.views.trail import Trail

GO, MAKE, DO, LOOK, GUIDE = (N_("Commands", "Go to"), N_("Commands", "New"), N_("Commands", "Do"),
                             N_("Commands", "Language and look"), N_("Commands", "Guide"))
ISSUED, PROFILE = "report", "company"
"""Record types that nobody enters: reports are issued, the company's profile is a page of the settings."""


class Window(Protocol):
    """What a command may ask of the window."""

    trail: Trail
    lock_asked: SignalInstance
    language_asked: SignalInstance
    theme_asked: SignalInstance
    text_asked: SignalInstance

    @property
    def read_only(self) -> bool:
        """Whether the library is open for reading only."""
        ...

    def go(self, key: str, record_id: object = None) -> None:
        """Goes to a screen and there to what is named."""
        ...

    def show_area(self, key: str) -> None:
        """Goes to an area."""
        ...

    def step_screen(self, by: int) -> None:
        """Goes to the next or previous screen of the area."""
        ...

    def screen_of(self, key: str) -> AnyScreen | None:
        """A screen by its key."""
        ...

    def show_guide(self, screen: str = "") -> object:
        """Opens the guide where the keyboard is, or at a page."""
        ...

    def show_keys(self) -> object:
        """Opens the sheet of keys."""
        ...

    def open_steps(self) -> None:
        """Shows the steps that can be undone."""
        ...

    def page_in_sight(self) -> tuple[QWidget, AnyScreen | None]:
        """The page shown with its head, and the screen in it."""
        ...

    def begin_search(self) -> None:
        """Puts the keyboard into the search of the window."""
        ...


def _possible(window: Window) -> Text | None:
    return None


@dataclass(frozen=True)
class Command:
    """One act.

    Attributes:
        title: what it does, as it stands in menus: with its mnemonic, if it has one.
        group: GO, MAKE, DO, LOOK or GUIDE.
        keys: its keys; the first stands beside it.
        further: other words it is found by, with commas between.
        also: more of them, of the record type or page it is about.
        why_not: why it cannot be done now, or None.
        anywhere: its keys count in the whole window, wherever the keyboard is.
    """

    key: str
    title: Text
    group: Text
    run: Callable[[Window], object]
    keys: tuple[str, ...] = ()
    further: Text | None = None
    icon: str = "chevron-right"
    why_not: Callable[[Window], Text | None] = _possible
    anywhere: bool = False
    also: Text | None = None


@cache
def commands() -> dict[str, Command]:
    """All commands by key, in the order they are offered."""
    return {one.key: one for one in (*_acts(), *_new(), *_imports(), *_places(), *_look(), *_guide())}


def _go(key: str, what: object = None) -> Callable[[Window], object]:
    return lambda window: window.go(key, what)


def _at(key: str, act: str) -> Callable[[Window], object]:
    """Goes to a screen and does there what its button does."""
    def run(window: Window) -> None:
        window.go(key)
        attrgetter(act)(window.screen_of(key))()
    return run


def _writable(window: Window) -> Text | None:
    return N_("Commands", "the library is open for reading only") if window.read_only else None


def _undoable(window: Window) -> Text | None:
    return None if window.trail.can_undo else N_("Commands", "there is nothing to undo")


def _redoable(window: Window) -> Text | None:
    return None if window.trail.can_redo else N_("Commands", "there is nothing to redo")


def _acts() -> Iterator[Command]:
    yield Command("report", N_("Commands", "Make a monthly report"), DO, _go("report", NEW),
                  further=N_("Commands", "sign, issue, PDF, client report, month"), icon="writing-sign",
                  why_not=_writable)
    yield Command("backup", N_("Commands", "Back up now"), DO, _at("backup", "make"),
                  further=N_("Commands", "safety copy, save, USB stick"), icon="database")
    yield Command("restore", N_("Commands", "Restore from a backup"), DO, _go("backup"),
                  further=N_("Commands", "go back, put back, older state, drill"), icon="history")
    yield Command("verify", N_("Commands", "Verify a PDF file"), DO, _at("verify", "choose"),
                  further=N_("Commands", "signature, genuine, check a report"), icon="shield-check",
                  also=OTHER_WORDS["verify"])
    yield Command("check", N_("Commands", "Check the library for damage"), DO, _at("health", "check"),
                  further=N_("Commands", "health, repair, broken"), icon="shield-check")
    yield Command("calendar", N_("Commands", "Reminders as a calendar file"), DO, _at("reminders", "save_calendar"),
                  further=N_("Commands", "ics, Outlook, telephone, due dates, expiry"), icon="calendar")
    yield Command("undo", N_("Commands", "Undo"), DO, lambda window: window.trail.undo(), (shortcuts.UNDO,),
                  N_("Commands", "take back, mistake"), "arrow-back-up", _undoable)
    yield Command("redo", N_("Commands", "Redo"), DO, lambda window: window.trail.redo(),
                  (shortcuts.REDO, shortcuts.REDO_TOO), N_("Commands", "do again"), "arrow-forward-up", _redoable)
    yield Command("steps", N_("Commands", "Undo several steps"), DO, lambda window: window.open_steps(),
                  (shortcuts.STEPS,), N_("Commands", "history of steps, go back"), "arrow-back-up", _undoable)
    yield Command("lock", N_("Commands", "Lock"), DO, lambda window: window.lock_asked.emit(), (shortcuts.LOCK,),
                  N_("Commands", "close the library, password, leave the desk, another library"), "lock")
    yield Command("password", N_("Commands", "Change the password"), DO, _at("company", "access.ask_password"),
                  further=N_("Commands", "secret, security"), icon="lock", why_not=_writable)
    yield Command("search", N_("Commands", "Search everywhere"), DO, lambda window: window.begin_search(),
                  (shortcuts.SEARCH,), N_("Commands", "find, command"), "search")
    yield Command("help", N_("Commands", "Help about this place"), DO, lambda window: window.show_guide(),
                  (shortcuts.HELP,), N_("Commands", "guide, manual, how to"), "help")
    yield Command("keys", N_("Commands", "Sheet of all keys"), DO, lambda window: window.show_keys(),
                  (shortcuts.KEYS, shortcuts.KEYS_TOO), N_("Commands", "shortcuts, hotkeys, keyboard"), "help")
    yield Command("next", N_("Commands", "Next page of this area"), GO, lambda window: window.step_screen(1),
                  (shortcuts.NEXT_SCREEN,), icon="chevron-right")
    yield Command("previous", N_("Commands", "Previous page of this area"), GO, lambda window: window.step_screen(-1),
                  (shortcuts.PREVIOUS_SCREEN,), icon="chevron-left")


def _new() -> Iterator[Command]:
    for key, kind in TYPES.items():
        if key not in (ISSUED, PROFILE):
            yield Command(f"new:{key}", N_("Commands", "New {kind}").of(kind=kind.single), MAKE, _go(key, NEW),
                          further=N_("Commands", "add, enter, create"), icon="plus", why_not=_writable,
                          also=OTHER_WORDS.get(key))


def _imports() -> Iterator[Command]:
    for key, kind in TYPES.items():
        if key not in (ISSUED, PROFILE):
            yield Command(f"import:{key}", N_("Commands", "Import {kind} from Excel").of(kind=kind.title), DO,
                          _go("import", key), further=N_("Commands", "spreadsheet, csv, WPS, take over"),
                          icon="table-import", why_not=_writable)


def _places() -> Iterator[Command]:
    for number, area in enumerate(AREAS, 1):
        keys = (shortcuts.area(number),)
        if not any(screen.key == area.key for screen in SCREENS[area.key]):
            yield Command(f"area:{area.key}", area.title, GO, partial(_show_area, area.key), keys, icon=area.icon,
                          anywhere=True)
        for screen in SCREENS[area.key]:
            own = keys if screen.key == area.key else ()
            run = partial(_show_area, area.key) if own and len(SCREENS[area.key]) == 1 else _go(screen.key)
            yield Command(f"go:{screen.key}", screen.title, GO, run, own,
                          N_("Commands", "open, list, {area}").of(area=area.title), area.icon, anywhere=bool(own),
                          also=OTHER_WORDS.get(screen.key))


def _show_area(key: str, window: Window) -> None:
    window.show_area(key)


def _look() -> Iterator[Command]:
    yield Command("language:zh", N_("Commands", "中文"), LOOK, lambda window: window.language_asked.emit(CHINESE),
                  further=N_("Commands", "Chinese, language"), icon="message-circle")
    yield Command("language:en", N_("Commands", "English"), LOOK, lambda window: window.language_asked.emit(SOURCE),
                  further=N_("Commands", "language"), icon="message-circle")
    for theme, title, icon in ((Choice.SYSTEM, N_("StatusBar", "&Follow the system"), "sun"),
                               (Choice.LIGHT, N_("StatusBar", "&Light"), "sun"),
                               (Choice.DARK, N_("StatusBar", "&Dark"), "moon")):
        yield Command(f"theme:{theme.value}", title, LOOK, partial(_set_theme, theme),
                      further=N_("Commands", "theme, dark mode, colours"), icon=icon)
    sizes = N_("Commands", "font size, text size, zoom")
    yield Command("text:larger", N_("StatusBar", "L&arger text"), LOOK, lambda window: window.text_asked.emit(1),
                  (shortcuts.LARGER, shortcuts.LARGER_TOO), sizes, "zoom-in")
    yield Command("text:smaller", N_("StatusBar", "&Smaller text"), LOOK, lambda window: window.text_asked.emit(-1),
                  (shortcuts.SMALLER,), sizes, "zoom-out")
    yield Command("text:normal", N_("StatusBar", "&Normal text"), LOOK, lambda window: window.text_asked.emit(0),
                  (shortcuts.NORMAL,), sizes, "search")


def _set_theme(choice: Choice, window: Window) -> None:
    window.theme_asked.emit(choice)


def _guide() -> Iterator[Command]:
    for name, title in guide_pages.titles().items():
        yield Command(f"guide:{name}", N_("Commands", "Guide: {page}").of(page=title), GUIDE,
                      partial(_show_page, name), further=N_("Commands", "help, manual, how to"), icon="help")


def _show_page(name: str, window: Window) -> None:
    window.show_guide(name)
