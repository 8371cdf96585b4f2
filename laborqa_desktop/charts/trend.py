"""The 12-month trend and the sparkline: a line of rates in which a month without data is a gap, never a zero."""

from collections.abc import Sequence
from dataclasses import dataclass

from laborqa_desktop.charts.axes import Plot, grid, nice_step
from laborqa_desktop.charts.shapes import Circle, Drawing, Label, Line, Point, Polyline, Shape


@dataclass(frozen=True)
class Month:
    """One month of a trend: value in the chart's unit, None without data; text is the value as printed."""

    label: str
    value: float | None
    text: str = ""
    key: str = ""


def trend_chart(
    months: Sequence[Month],
    width: float,
    height: float,
    size: float = 8.0,
    unit: str = "%",
    target: float | None = None,
    target_label: str = "",
    description: str = "",
) -> Drawing:
    """A line over months; the last value is printed beside its point, an optional target is a dashed line."""
    values = [m.value for m in months if m.value is not None]
    if not values:
        return Drawing(width, height, (), description)
    low, high, step = _range(values + ([target] if target is not None else []), unit)
    plot = Plot(size * 3.6, size * 1.4, width - size * 3.6 - size * 4.6, height - size * 3.6, low, high)
    shapes = grid(plot, step, size, unit)
    if target is not None:
        y = plot.at(target)
        shapes.append(Line((plot.x, y), (plot.right, y), "ink2", 0.9, (3.5, 2.5)))
        shapes.append(Label(plot.x + size * 0.4, y - size * 0.4, target_label, size, "ink2"))
    wide = plot.width / len(months)
    places = [
        (plot.x + wide * (i + 0.5), plot.at(m.value)) if m.value is not None else None for i, m in enumerate(months)
    ]
    for run in _runs(places):
        if len(run) > 1:
            shapes.append(Polyline(tuple(run), "accent", 1.4))
    every = 2 if wide < size * 3.4 else 1
    for i, (month, place) in enumerate(zip(months, places, strict=True)):
        if (len(months) - 1 - i) % every == 0:
            shapes.append(
                Label(plot.x + wide * (i + 0.5), plot.bottom + size * 1.5, month.label, size, "ink2", anchor="middle")
            )
        if place:
            shapes.append(Circle(place, size * 0.28, "accent", "surface", 0.7, month.key))
    last = max(i for i, place in enumerate(places) if place)
    x, y = places[last] or (0.0, 0.0)
    shapes.append(Circle((x, y), size * 0.42, "accent", "surface", 0.9, months[last].key))
    shapes.append(Label(x + size * 0.8, y + size * 0.36, months[last].text, size * 1.1, "ink", bold=True))
    return Drawing(width, height, tuple(shapes), description)


def sparkline(values: Sequence[float | None], width: float, height: float, description: str = "") -> Drawing:
    """A line without axes, its last value as a dot; gaps stay gaps. Empty without values."""
    known = [v for v in values if v is not None]
    if not known:
        return Drawing(width, height, (), description)
    low, span, edge = min(known), max(known) - min(known), 2.5
    step = (width - 2 * edge) / max(1, len(values) - 1)

    def y(value: float) -> float:
        share = (value - low) / span if span else 0.5
        return height - edge - (height - 2 * edge) * share

    places = [(edge + step * i, y(v)) if v is not None else None for i, v in enumerate(values)]
    shapes: list[Shape] = [Polyline(tuple(run), "bar", 1.2) for run in _runs(places) if len(run) > 1]
    shapes += [Circle(run[0], 1.0, "bar") for run in _runs(places) if len(run) == 1]
    last = [p for p in places if p][-1]
    shapes.append(Circle(last, 2.2, "accent", "surface", 0.8))
    return Drawing(width, height, tuple(shapes), description)


def _range(values: Sequence[float], unit: str) -> tuple[float, float, float]:
    """Lower and upper end of the axis and its step; the lower end is a multiple of the step."""
    low, high = min(values), max(values)
    room = max((high - low) * 0.35, 1.0 if unit == "%" else 0.5)
    step = nice_step(high - low + 2 * room, 4)
    bottom = max(0.0, step * int((low - room) // step))
    top = step * -int(-(high + room) // step)
    return bottom, min(top, 100.0) if unit == "%" and high <= 100 else top, step


def _runs(places: Sequence[Point | None]) -> list[list[Point]]:
    runs: list[list[Point]] = [[]]
    for place in places:
        if place is None:
            runs.append([])
        else:
            runs[-1].append(place)
    return [run for run in runs if run]
