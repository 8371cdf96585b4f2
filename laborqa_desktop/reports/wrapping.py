"""Breaks text into lines: between Chinese characters, at spaces, and inside a word only when it fills a whole line."""

from bisect import bisect_right
from itertools import accumulate
from unicodedata import category

from laborqa_desktop.reports.fonts import Typeface

_NOT_FIRST = frozenset('。，、；：！？）》」』】〕〉"’％℃…—·,.;:!?)]}%')
_NOT_LAST = frozenset('（《「『【〔〈"‘([{￥$№#')
_BREAK_AFTER = frozenset(" -/|_\\@")


def clean(text: str) -> str:
    """The text as it may be printed.

    Control characters, invisible joiners and direction marks (they can make a line read otherwise than it is stored)
    are taken out, tabs become spaces, all line ends line feeds; a lone surrogate becomes "?".
    """
    if text.isascii() and text.isprintable():
        return text
    text = (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\t", " ")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n")
    )
    if text.replace("\n", "").isprintable():
        return text
    kept = []
    for character in text:
        kind = category(character)
        if kind == "Zs":
            kept.append(" ")
        elif kind == "Cs":
            kept.append("?")
        elif character == "\n" or kind not in ("Cc", "Cf"):
            kept.append(character)
    return "".join(kept)


def wrap(text: str, width: float, typeface: Typeface, size: float) -> list[str]:
    """The lines of a cleaned text; always at least one. Linear in the length of the text."""
    lines: list[str] = []
    for part in text.split("\n"):
        if not part or typeface.measure(part, size) <= width:
            lines.append(part)
        else:
            lines += _wrap_line(part, width / size * 1000, typeface)
    return lines


def wrap_within(text: str, width: float, typeface: Typeface, size: float, most: int) -> list[str]:
    """At most that many lines; what does not fit ends in an ellipsis."""
    lines = wrap(text, width, typeface, size)
    if len(lines) <= most:
        return lines
    return [*lines[: most - 1], shorten(lines[most - 1] + "…", width, typeface, size)]


def _wrap_line(text: str, room: float, typeface: Typeface) -> list[str]:
    ends = [0.0, *accumulate(map(typeface.width.__getitem__, text))]
    lines, start = [], 0
    while start < len(text):
        fits = max(bisect_right(ends, ends[start] + room + 0.01) - 1, start + 1)
        cut = fits if fits >= len(text) else _last_break(text, start, fits)
        lines.append(text[start:cut].rstrip(" "))
        start = cut
        while start < len(text) and text[start] == " ":
            start += 1
    return lines


def _last_break(text: str, start: int, fits: int) -> int:
    for cut in range(fits, start, -1):
        if _may_break(text[cut - 1], text[cut]):
            return cut
    return fits


def _may_break(before: str, after: str) -> bool:
    if after in _NOT_FIRST or before in _NOT_LAST:
        return False
    return before in _BREAK_AFTER or before >= "\u2e80" or after >= "\u2e80" or after == " "


def shorten(text: str, width: float, typeface: Typeface, size: float) -> str:
    """One line: the text, or as much of it as fits with an ellipsis."""
    text = text.replace("\n", " ")
    if typeface.measure(text, size) <= width:
        return text
    room = width - typeface.measure("…", size)
    ends = list(accumulate(map(typeface.width.__getitem__, text)))
    return text[: bisect_right(ends, room / size * 1000)].rstrip() + "…"
