"""What a filter keeps, in words: the same on its pill and at the head of a printed list."""

from collections.abc import Mapping
from typing import Any

from laborqa_desktop.records.field import Column, Kind
from laborqa_desktop.text import N_, Translate
from laborqa_desktop.usecases.listing import Filter
from laborqa_desktop.usecases.periods import PERIODS
from laborqa_desktop.usecases.wording import words_of

EMPTY = N_("Filter", "(empty)")
GONE = N_("Filter", "(gone)")


def said(shown: Column, one: Filter, names: Mapping[Any, str], translate: Translate) -> str:
    """What a filter of a column keeps.

    Args:
        names: how records of another table are called; one that is not named is shown as "…".
    """
    if one.period in PERIODS:
        return PERIODS[one.period].say(translate)
    if len(one.values) > 2:
        return N_("Filter", "{count} {count:value|values}").of(count=len(one.values)).say(translate)
    words = [_value(shown, value, names, translate) for value in one.values]
    if len(words) == 2:
        return N_("Filter", "{first} or {second}").of(first=words[0], second=words[1]).say(translate)
    if words:
        return words[0]
    low, high = (words_of(value, translate, shown.kind, scale=shown.scale) for value in (one.low, one.high))
    if low and high:
        return low if low == high else f"{low} – {high}"
    return f"≥ {low}" if low else f"≤ {high}"


def _value(shown: Column, value: Any, names: Mapping[Any, str], translate: Translate) -> str:
    if value is None or value == "":
        return EMPTY.say(translate)
    if value in names:
        return names[value]
    if shown.via is not None:
        return "…"
    if shown.kind in (Kind.DATE, Kind.MOMENT):
        return str(value)
    return words_of(value, translate, shown.kind, shown.labels, shown.scale, shown.mask)
