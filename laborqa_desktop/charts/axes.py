"""What several charts need: text widths by rule of thumb, round axis steps, a plot area with grid lines, and room
for every word that is drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor, log10
from unicodedata import east_asian_width

from laborqa_desktop.charts.shapes import Label, Line, Shape


def text_width(text: str, size: float) -> float:
    """About how wide a text is, without a font: full-width characters 1 em, the others 0.58 em."""
    return sum(1.0 if east_asian_width(c) in "WF" else 0.58 for c in text) * size


def nice_step(top: float, most: int = 5) -> float:
    """A round step (1, 2, 2.5, 5 times a power of ten) that divides 0..top into at most that many parts."""
    if top <= 0:
        return 1.0
    power: float = 10.0 ** floor(log10(top / most))
    for factor in (1, 2, 2.5, 5, 10):
        if top / (power * factor) <= most + 1e-9:
            return power * factor
    return power * 10


@dataclass(frozen=True)
class Plot:
    """The area between the axes: left and top edge, size, and the values at its bottom and top."""

    x: float
    y: float
    width: float
    height: float
    low: float
    high: float

    @property
    def right(self) -> float:
        """Right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.y + self.height

    def at(self, value: float) -> float:
        """The y of a value."""
        return self.bottom - self.height * (value - self.low) / ((self.high - self.low) or 1)


def grid(plot: Plot, step: float, size: float, unit: str = "", scale: float = 1.0) -> list[Shape]:
    """Horizontal grid lines with their values at the left; scale 100 and unit "%" show shares as per cent."""
    shapes: list[Shape] = []
    count = floor((plot.high - plot.low) / step + 1e-9)
    for i in range(count + 1):
        value = plot.low + step * i
        y = plot.at(value)
        shapes.append(Line((plot.x, y), (plot.right, y), "grid", 0.8))
        shapes.append(
            Label(plot.x - size * 0.5, y + size * 0.36, f"{value * scale:.4g}{unit}", size, "ink2", anchor="end")
        )
    return shapes


Box = tuple[float, float, float, float]
"""left, top, right, bottom"""


def box_of(label: Label) -> Box:
    """About what the letters of a label cover."""
    wide = text_width(label.text, label.size)
    left = label.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[label.anchor] * wide
    return left, label.y - label.size * 0.8, left + wide, label.y + label.size * 0.2


def uncluttered(shapes: Sequence[Shape], height: float) -> tuple[Shape, ...]:
    """The shapes without labels that would lie over another one or outside: bold ones stay, then the earlier ones.

    Args:
        height: of the drawing.
    """
    taken: list[Box] = []
    dropped: set[int] = set()
    labels = [(n, one) for n, one in enumerate(shapes) if isinstance(one, Label)]
    for n, label in sorted(labels, key=lambda found: not found[1].bold):
        left, top, right, bottom = box = box_of(label)
        hit = any(left < r and right > x and top < b and bottom > y for x, y, r, b in taken)
        if hit or top < 0 or bottom > height:
            dropped.add(n)
        else:
            taken.append(box)
    return tuple(one for n, one in enumerate(shapes) if n not in dropped)
