"""From plain values to words, the same on the screen, on paper and in a copied block: one format for each Kind."""

from datetime import date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

from laborqa_desktop.charts.formulas import rounded
from laborqa_desktop.records.field import Kind, Labels, Mask
from laborqa_desktop.text import N_, Translate

NUMBERS = frozenset({Kind.INT, Kind.DECIMAL, Kind.MONEY, Kind.PERCENT})
YES, NO = N_("Cells", "Yes"), N_("Cells", "No")


def words_of(value: object, translate: Translate, kind: Kind = Kind.TEXT, labels: Labels | None = None, scale: int = 0,
             mask: Mask | None = None, zone: ZoneInfo | None = None) -> str:
    """One value as people read it; "" for None.

    Args:
        zone: for moments; without it they stay in their own.
    """
    if value is None or value == "":
        return ""
    if labels is not None:
        label = labels.get(str(value))
        return label.say(translate) if label else str(value)
    if kind is Kind.BOOL:
        return (YES if value else NO).say(translate)
    if isinstance(value, datetime):
        return f"{value.astimezone(zone) if zone and value.tzinfo else value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return f"{value:%Y-%m}" if scale else value.isoformat()
    if isinstance(value, int | float) and kind in NUMBERS:
        return number_text(value, kind, scale)
    words = str(value).replace("\n", " ")
    return masked(words, mask) if mask else words


def number_text(value: float, kind: Kind, scale: int = 0) -> str:
    """A number with thousands separated, and as many digits after the point as its Kind keeps; halves go up."""
    places = {Kind.INT: 0, Kind.MONEY: 2, Kind.PERCENT: 1}.get(kind, scale)
    whole, _, rest = rounded(Fraction(str(value)) / 10**places, places).partition(".")
    words = f"{int(whole):,}" if whole.lstrip("-").strip("0") else whole
    words = f"{words}.{rest}" if rest else words
    return f"{words} %" if kind is Kind.PERCENT else words


def masked(words: str, mask: Mask) -> str:
    """The value with its middle hidden."""
    match mask:
        case Mask.ID if len(words) > 10:
            return words[:6] + "*" * (len(words) - 10) + words[-4:]
        case Mask.PHONE if len(words) > 7:
            return words[:3] + "*" * (len(words) - 7) + words[-4:]
        case _:
            return "*" * 6
