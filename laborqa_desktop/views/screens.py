"""Which screens there are, and where: one entry puts a screen into the rail and its tabs. Made when first shown."""

from collections.abc import Callable
from dataclasses import dataclass

from laborqa_desktop.records import TYPES
from laborqa_desktop.text import N_, Text
from laborqa_desktop.views.any_screen import AnyScreen
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.record_screen import RecordScreen


@dataclass(frozen=True)
class Area:
    """One place in the navigation rail."""

    key: str
    title: Text
    icon: str


@dataclass(frozen=True)
class Screen:
    """One tab of an area, and how its screen is made."""

    key: str
    title: Text
    make: Callable[[Desk], AnyScreen]


AREAS = (
    Area("today", N_("Areas", "Today"), "checklist"),
    Area("people", N_("Areas", "People"), "users"),
    Area("services", N_("Areas", "Services"), "building-community"),
    Area("quality", N_("Areas", "Quality"), "shield-check"),
    Area("clients", N_("Areas", "Clients"), "message-circle"),
    Area("reports", N_("Areas", "Reports"), "file-certificate"),
    Area("settings", N_("Areas", "Settings"), "settings"),
)


def _described(key: str) -> Screen:
    return Screen(key, TYPES[key].title, lambda desk: RecordScreen(desk, TYPES[key]))


def described_screens() -> dict[str, list[Screen]]:
    """The screens of all record types that name an area, in the order of their descriptions."""
    found: dict[str, list[Screen]] = {area.key: [] for area in AREAS}
    for kind in TYPES.values():
        if kind.area:
            found[kind.area].append(_described(kind.key))
    return found


SCREENS: dict[str, list[Screen]] = described_screens()
"""Area -> its screens. hand_made.py puts its screens in place of described ones, or before them."""


def put_screen(area: str, screen: Screen, first: bool = False) -> None:
    """Registers a screen, in place of the one with the same key if there is one."""
    places = SCREENS[area]
    for place, old in enumerate(places):
        if old.key == screen.key:
            places[place] = screen
            return
    places.insert(0 if first else len(places), screen)


def area_of(key: str) -> str:
    """The area in which a screen stands; "" for none."""
    return next((area for area, places in SCREENS.items() if any(one.key == key for one in places)), "")
