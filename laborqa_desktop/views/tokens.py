"""Colours and sizes of the visual language; everything else takes them from here. docs/look.md says what for."""

from dataclasses import dataclass, fields, replace


@dataclass(frozen=True)
class Tokens:
    """The colours of one theme, from back to front."""

    name: str
    canvas: str        # page behind cards
    sunken: str        # navigation rail, list headings, read-only fields
    surface: str       # cards, lists, forms, inputs
    hover: str         # row or button under the pointer
    line: str          # hairline between things that belong together
    edge: str          # edge of something one can type in (3:1)
    scrim: str         # behind a dialog
    ink: str           # body text
    ink2: str          # secondary text, labels
    ink3: str          # placeholder
    accent: str        # links, focus ring, selected icon, chart line
    accent_fill: str   # primary button
    on_accent: str     # text on it
    accent_soft: str   # selected row, current stage, active chip
    ok: str            # states: always together with an icon and a word
    ok_soft: str
    warn: str
    warn_soft: str
    error: str
    error_soft: str
    bar: str           # charts: darkness falls as importance does, so grey print stays readable
    bar2: str
    mark: str          # out-of-limit point
    grid: str


LIGHT = Tokens(
    name="light",
    canvas="#F3F6F7", sunken="#E8EDEF", surface="#FFFFFF", hover="#EFF3F5", line="#DCE3E6", edge="#84929A",
    scrim="#6610191E",
    ink="#17242B", ink2="#4C5D66", ink3="#64747D",
    accent="#085C76", accent_fill="#0A6480", on_accent="#FFFFFF", accent_soft="#DCEDF3",
    ok="#17603D", ok_soft="#E0F1E7", warn="#7A4300", warn_soft="#FDEFD5", error="#A61B1B", error_soft="#FCE6E4",
    bar="#2F7F98", bar2="#AFCBD5", mark="#C25400", grid="#E3E9EB",
)

DARK = Tokens(
    name="dark",
    canvas="#11181C", sunken="#0C1215", surface="#182126", hover="#202B31", line="#2A373E", edge="#677982",
    scrim="#99000000",
    ink="#E6EDF0", ink2="#A5B5BD", ink3="#8C9DA6",
    accent="#74CBE6", accent_fill="#74CBE6", on_accent="#06222C", accent_soft="#163844",
    ok="#83D3A6", ok_soft="#15332A", warn="#F5C26B", warn_soft="#3A2B10", error="#FF9C94", error_soft="#431C1C",
    bar="#5FB4CE", bar2="#2F5666", mark="#FFA24D", grid="#27343A",
)


@dataclass(frozen=True)
class Sizes:
    """Logical pixels. The base unit is 8; 4 is allowed inside a part."""

    unit: int = 8
    row: int = 32          # list row
    row_dense: int = 30    # entry grid row
    heading: int = 30      # list heading
    control: int = 32      # input, button
    control_small: int = 26
    radius: int = 6        # input, button, chip
    radius_card: int = 8
    rail: int = 72
    top: int = 48
    status: int = 26
    tiny: int = 11
    small: int = 12
    quiet: int = 13
    body: int = 14
    title: int = 16
    page: int = 20
    figure: int = 26

    def scaled(self, body_px: int) -> "Sizes":
        """The same sizes for body text of body_px instead of 14; corners keep their radius."""
        factor = body_px / Sizes.body
        grown = {f.name: round(getattr(self, f.name) * factor) for f in fields(self) if not f.name.startswith("radius")}
        return replace(self, **grown)


SMALLEST_TEXT_PX, LARGEST_TEXT_PX = 12, 24

PAIRS = (
    ("ink", "surface", 7, "body text"),
    ("ink", "canvas", 7, "body text on the page"),
    ("ink", "sunken", 7, "headings of lists, rail"),
    ("ink", "hover", 7, "row under the pointer"),
    ("ink", "accent_soft", 7, "selected row"),
    ("ink", "warn_soft", 7, "text in a warning band"),
    ("ink", "error_soft", 7, "text in an error band"),
    ("ink2", "surface", 4.5, "labels"),
    ("ink2", "canvas", 4.5, "secondary text on the page"),
    ("ink2", "sunken", 4.5, "list headings, status bar"),
    ("ink2", "accent_soft", 4.5, "secondary text in a selected row"),
    ("ink2", "hover", 4.5, "secondary text under the pointer"),
    ("ink3", "surface", 4.5, "placeholder"),
    ("ink3", "sunken", 3, "funnel in a list heading"),
    ("accent", "surface", 7, "links, current tab"),
    ("accent", "canvas", 4.5, "links on the page"),
    ("accent", "sunken", 4.5, "rail, current area"),
    ("accent", "accent_soft", 4.5, "active chip"),
    ("on_accent", "accent_fill", 4.5, "primary button"),
    ("surface", "ink", 7, "undo bar"),
    ("ok", "ok_soft", 4.5, "pill: in order"),
    ("ok", "surface", 4.5, "word: in order"),
    ("warn", "warn_soft", 4.5, "pill: warning"),
    ("warn", "surface", 4.5, "word: warning"),
    ("warn", "accent_soft", 4.5, "warning in a selected row"),
    ("error", "error_soft", 4.5, "pill: blocked"),
    ("error", "surface", 4.5, "message under a field"),
    ("error", "accent_soft", 4.5, "wrong value in a selected row"),
    ("surface", "bar", 4.5, "number inside a dark bar"),
    ("ink", "bar2", 4.5, "number inside a pale bar"),
    ("edge", "surface", 3, "lower edge of an input"),
    ("bar", "surface", 3, "chart bar"),
    ("mark", "surface", 3, "chart mark"),
)
"""(text, background, least contrast, where): each is measured by a test, in both themes."""


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours (WCAG 2.2, 1.4.3), from 1 to 21.

    Args:
        first: #RRGGBB, as second.
    """
    high, low = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[i:i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(share: float) -> float:
    if share <= 0.04045:
        return share / 12.92
    return float(((share + 0.055) / 1.055) ** 2.4)
