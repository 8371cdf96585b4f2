"""What is said below a password while it is typed: its strength, full-width letters, Caps Lock."""

import unicodedata
from collections.abc import Callable, Sequence

from laborqa_desktop.usecases.strength import SHORTEST, Level, estimate
from laborqa_desktop.views.i18n import say, translate
from laborqa_desktop.views.parts.field_frame import FieldFrame
from laborqa_desktop.views.parts.inputs import Secret

_STATES = {Level.WEAK: "warn", Level.FAIR: "", Level.STRONG: "ok"}


def is_full_width(words: str) -> bool:
    """Whether letters came in full width from an input method: they look like others and are not the same."""
    return any(unicodedata.east_asian_width(letter) == "F" for letter in words)


def typing_hint(words: str, caps: bool = False) -> str:
    """What may be wrong with the keyboard, or ""."""
    if is_full_width(words):
        return translate("PasswordHints", "Full-width letters: switch the input method to half width or to English.")
    return translate("PasswordHints", "Caps Lock seems to be on") if caps else ""


def hint_known(box: Secret, frame: FieldFrame) -> None:
    """Below a password that exists: only what may be wrong with the keyboard."""
    caps = [False]

    def show(*_: object) -> None:
        words = typing_hint(box.text(), caps[0])
        frame.show_message("warn" if words else "", words)

    def heard(on: bool) -> None:
        caps[0] = on

    box.caps_lock.connect(heard)
    box.settled.connect(show)


def hint_new(box: Secret, frame: FieldFrame, names: Callable[[], Sequence[str]]) -> None:
    """Below a password that is being chosen: how hard it is to guess and what to do. Blocks nothing.

    Args:
        names: what it should not be made of: the company, the people.
    """
    def show(words: str) -> None:
        wrong = typing_hint(words)
        if wrong or not words:
            frame.show_message("warn" if wrong else "", wrong)
            return
        found = estimate(words, names())
        frame.show_message("" if len(words) < SHORTEST else _STATES[found.level], say(found.words))

    box.settled.connect(show)
