"""Plain values as words in the language of the screen."""

from zoneinfo import ZoneInfo

from laborqa_desktop.records.field import Kind, Labels, Mask
from laborqa_desktop.usecases.wording import NUMBERS, masked, number_text, words_of
from laborqa_desktop.views.i18n import translate

__all__ = ["NUMBERS_AND_DATES", "RIGHT_ALIGNED", "cell_text", "masked", "number_text"]

RIGHT_ALIGNED = NUMBERS
NUMBERS_AND_DATES = RIGHT_ALIGNED | {Kind.DATE, Kind.MOMENT}


def cell_text(value: object, kind: Kind = Kind.TEXT, labels: Labels | None = None, scale: int = 0,
              mask: Mask | None = None, zone: ZoneInfo | None = None) -> str:
    """One value as people read it; see usecases.wording.words_of."""
    return words_of(value, translate, kind, labels, scale, mask, zone)
