"""Shapes of a chart: what reports draw to PDF and views draw with QPainter.

Coordinates are points (or logical pixels), the origin is the top left corner, y grows downwards. Colours are names of
the tokens of the visual language, so that one drawing serves paper, the light theme and the dark one.
"""

from dataclasses import dataclass
from typing import Literal

Colour = Literal[
    "canvas",
    "sunken",
    "surface",
    "line",
    "edge",
    "ink",
    "ink2",
    "ink3",
    "accent",
    "accent_soft",
    "ok",
    "warn",
    "bar",
    "bar2",
    "mark",
    "grid",
]
"""Name of a colour token."""

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]


@dataclass(frozen=True)
class Rect:
    """A rectangle from its top left corner; hatched ones carry diagonal lines, in ink2 or, on mark, in surface."""

    x: float
    y: float
    width: float
    height: float
    fill: Colour | None = None
    stroke: Colour | None = None
    stroke_width: float = 1.0
    radius: float = 0.0
    hatched: bool = False
    key: str = ""


@dataclass(frozen=True)
class Line:
    """A straight line; dash is the lengths of stroke and gap."""

    start: Point
    end: Point
    colour: Colour
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True)
class Polyline:
    """An open line through its points, with round joins."""

    points: tuple[Point, ...]
    colour: Colour
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True)
class Polygon:
    """A closed, filled shape. opacity is a share of 1; paper mixes it with white instead of using transparency."""

    points: tuple[Point, ...]
    fill: Colour
    stroke: Colour | None = None
    stroke_width: float = 1.0
    opacity: float = 1.0
    key: str = ""


@dataclass(frozen=True)
class Circle:
    """A filled circle around its centre."""

    centre: Point
    radius: float
    fill: Colour
    stroke: Colour | None = None
    stroke_width: float = 1.0
    key: str = ""


@dataclass(frozen=True)
class Label:
    """One line of text; y is its base line. A label longer than max_width (0: any) is cut with an ellipsis."""

    x: float
    y: float
    text: str
    size: float
    colour: Colour = "ink"
    bold: bool = False
    anchor: Anchor = "start"
    max_width: float = 0.0


Shape = Rect | Line | Polyline | Polygon | Circle | Label


@dataclass(frozen=True)
class Drawing:
    """A finished chart.

    Attributes:
        description: the chart in one or two sentences, for people who cannot see it and for the tagged PDF.
        reference_only: too few points for conclusions (fewer than 12 in a control chart).

    A shape with a key stands for the record or group of that key: a click on it may open it.
    """

    width: float
    height: float
    shapes: tuple[Shape, ...]
    description: str = ""
    reference_only: bool = False
