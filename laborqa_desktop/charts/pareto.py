"""The Pareto chart: vital few dark, the rest pale, "other" hatched and last, the 80 % line dashed."""

from collections.abc import Sequence

from laborqa_desktop.charts.axes import Plot, text_width, uncluttered
from laborqa_desktop.charts.formulas import Cause
from laborqa_desktop.charts.shapes import Colour, Drawing, Label, Line, Point, Polygon, Polyline, Rect, Shape

_MOST_ABOVE = 1.15
_MOST_LINES = 4
_LEAST_PLOT = 3.4
_NAME_SIZE = 0.9
_TALL = 4.4
_WIDEST = 8.0
_FIRST_WIDE = "\u2e80"


def pareto_chart(
    causes: Sequence[Cause], width: float, height: float, size: float = 8.0, description: str = ""
) -> Drawing:
    """Bars by count and the cumulated line, from the causes that formulas.pareto gives."""
    total = causes[-1].cumulated if causes else 0
    if not total:
        return Drawing(width, height, (), description)
    small = size * _NAME_SIZE
    room = (width - size * 4.2) / len(causes) - size * 0.6
    rest = height - size * (2.4 + _LEAST_PLOT)
    most = max(1, min(_MOST_LINES, int(rest // (small * 1.25))))
    names = [_folded(cause.label, room, small, most) for cause in causes]
    lines = max(len(n) for n in names)
    plot = Plot(size * 0.8, size * 1.6, width - size * 4.2, height - size * 2.4 - small * 1.25 * lines, 0.0, 1.0)
    shapes: list[Shape] = []
    for share in (0.5, 1.0):
        shapes.append(Line((plot.x, plot.at(share)), (plot.right, plot.at(share)), "grid", 0.8))
        shapes.append(Label(plot.right + size * 0.5, plot.at(share) + size * 0.36, f"{share:.0%}", size, "ink2"))
    wide, highest = plot.width / len(causes), _scale(causes)
    curve: list[Point] = []
    for i, cause in enumerate(causes):
        y = plot.at(cause.cumulated / total)
        shapes += _bar(cause, plot.x + wide * i, wide, plot, highest, size, y)
        for k, part in enumerate(names[i]):
            shapes.append(
                Label(
                    plot.x + wide * (i + 0.5),
                    plot.bottom + size * 1.35 + small * 1.25 * k,
                    part,
                    small,
                    "ink" if cause.vital else "ink2",
                    anchor="middle",
                )
            )
        curve.append((plot.x + wide * (i + 0.5), y))
    shapes.append(Line((plot.x, plot.at(0.8)), (plot.right, plot.at(0.8)), "ink2", 0.9, (3.5, 2.5)))
    shapes.append(Label(plot.right + size * 0.5, plot.at(0.8) + size * 0.36, "80%", size, "ink", bold=True))
    shapes.append(Line((plot.x, plot.bottom), (plot.right, plot.bottom), "edge", 0.8))
    shapes.append(Polyline(tuple(curve), "ink", 1.2))
    shapes += [Rect(x - 1.8, y - 1.8, 3.6, 3.6, "surface", "ink", 0.9) for x, y in curve]
    return Drawing(width, height, uncluttered(shapes, height), description)


def _scale(causes: Sequence[Cause]) -> int:
    """Count of the tallest bar; a huge "other" is cut off rather than making all named bars flat."""
    named = max((c.count for c in causes if not c.other), default=0)
    return named or causes[-1].count


def _bar(cause: Cause, x: float, wide: float, plot: Plot, highest: int, size: float, curve_y: float) -> list[Shape]:
    """One bar with its count: inside at the top, or at the foot where the curve would run through it."""
    cut, tall = cause.count > highest * _MOST_ABOVE, plot.height * 0.76 * min(cause.count / highest, _MOST_ABOVE)
    half = min(wide * 0.3, size * _WIDEST / 2)
    left, right, top = x + wide / 2 - half, x + wide / 2 + half, plot.bottom - tall
    fill: Colour = "bar" if cause.vital else "bar2"
    shapes: list[Shape] = [Rect(left, top, right - left, tall, fill, hatched=cause.other, key=cause.key)]
    if cut:
        y = top + tall * 0.3
        gap = ((left - 2, y + 3), (right + 2, y - 3), (right + 2, y + 1), (left - 2, y + 7))
        shapes.append(Polygon(gap, "surface"))
    middle = (left + right) / 2
    if tall <= size * _TALL:
        shapes.append(Label(middle, top - size * 0.45, str(cause.count), size, "ink", True, "middle"))
        return shapes
    y = plot.bottom - size * 0.8 if abs(curve_y - (top + size * 1.1)) < size * 1.4 else top + size * 1.5
    if cause.other:
        shapes.append(Rect(middle - size * 1.4, y - size * 1.0, size * 2.8, size * 1.35, "surface"))
    shapes.append(Label(middle, y, str(cause.count), size, "surface" if cause.vital else "ink", True, "middle"))
    return shapes


def _folded(text: str, wide: float, size: float, most: int) -> tuple[str, ...]:
    """A name in at most so many lines, broken at spaces and between Chinese characters; an ellipsis ends the last."""
    lines: list[str] = []
    rest = text.strip()
    while rest and len(lines) < most:
        cut = len(rest)
        while cut > 1 and text_width(rest[:cut], size) > wide:
            cut -= 1
        if cut < len(rest):
            space = rest.rfind(" ", 0, cut + 1)
            if space > 0 and rest[cut - 1] < _FIRST_WIDE:
                cut = space
        lines.append(rest[:cut].rstrip())
        rest = rest[cut:].strip()
    if rest:
        last = lines[-1]
        while last and text_width(last + "…", size) > wide:
            last = last[:-1]
        lines[-1] = last.rstrip() + "…"
    return tuple(lines) or ("",)
