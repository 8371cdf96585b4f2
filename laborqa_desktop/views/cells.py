"""From plain values to words on the screen: one format for each Kind, masks for what is sensitive."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from laborqa_desktop.records.field import Kind, Labels, Mask
from laborqa_desktop.views.i18n import say, translate

RIGHT_ALIGNED = frozenset({Kind.INT, Kind.DECIMAL, Kind.MONEY, Kind.PERCENT})
NUMBERS_AND_DATES = RIGHT_ALIGNED | {Kind.DATE, Kind.MOMENT}


def cell_text(value: object, kind: Kind = Kind.TEXT, labels: Labels | None = None, scale: int = 0,
              mask: Mask | None = None, zone: ZoneInfo | None = None) -> str:
    """One value as people read it; "" for None.

    Args:
        zone: for moments; without it they stay in their own.
    """
    if value is None or value == "":
        return ""
    if labels is not None:
        label = labels.get(str(value))
        return say(label) if label else str(value)
    if kind is Kind.BOOL:
        return translate("Cells", "Yes") if value else translate("Cells", "No")
    if isinstance(value, datetime):
        return f"{value.astimezone(zone) if zone and value.tzinfo else value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float) and kind in RIGHT_ALIGNED:
        return number_text(int(value), kind, scale)
    words = str(value).replace("\n", " ")
    return masked(words, mask) if mask else words


def number_text(value: int, kind: Kind, scale: int = 0) -> str:
    """A number with thousands separated, and as many digits after the point as its Kind keeps."""
    places = {Kind.INT: 0, Kind.MONEY: 2, Kind.PERCENT: 1}.get(kind, scale)
    words = f"{value / 10**places:,.{places}f}"
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
