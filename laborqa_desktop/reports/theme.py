"""Colours, type sizes and page geometry of everything printed: the light tokens of the visual language, on white."""

from functools import cache

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
A4_LANDSCAPE = (A4[1], A4[0])

LIGHT = {
    "canvas": "#F3F6F7",
    "sunken": "#E8EDEF",
    "surface": "#FFFFFF",
    "line": "#DCE3E6",
    "edge": "#84929A",
    "ink": "#17242B",
    "ink2": "#4C5D66",
    "ink3": "#64747D",
    "accent": "#085C76",
    "accent_soft": "#DCEDF3",
    "ok": "#17603D",
    "warn": "#7A4300",
    "bar": "#2F7F98",
    "bar2": "#AFCBD5",
    "mark": "#C25400",
    "grid": "#E3E9EB",
    "seal": "#C8102E",
    "faint": "#EEF1F3",
}
"""Token -> colour; seal is for the sample seal, faint for the draft mark behind the text."""

BODY, SMALL, TINY = 9.5, 8.0, 7.5
SECTION, SUBSECTION = 15.0, 11.0


@cache
def rgb(colour: str, opacity: float = 1.0) -> str:
    """The three operands of a PDF colour operator; opacity mixes with white."""
    code = LIGHT[colour]
    parts = (int(code[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return " ".join(f"{1 - (1 - part) * opacity:.3f}" for part in parts)
