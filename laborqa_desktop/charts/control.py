"""The p and u control charts: stepped limits because n differs, mean solid, a point out of its limits named."""

from dataclasses import dataclass

from laborqa_desktop.charts.axes import Plot, grid, nice_step, text_width, uncluttered
from laborqa_desktop.charts.formulas import Control, percent, rounded
from laborqa_desktop.charts.shapes import Circle, Drawing, Label, Line, Point, Polygon, Polyline, Shape

_LEAST_TOP = 0.05


@dataclass(frozen=True)
class ControlWords:
    """The translated words of a control chart; above and below stand behind the value of a point out of limits."""

    upper: str
    mean: str
    lower: str
    above: str
    below: str
    reference_only: str
    description: str = ""


def control_chart(
    data: Control, words: ControlWords, width: float, height: float, size: float = 8.0, as_percent: bool = True
) -> Drawing:
    """The chart of a p chart's figures (as_percent) or of a u chart's (per unit)."""
    rates = [s.bad / s.n for s in data.samples]
    top = max(max(rates), max(limit.upper for limit in data.limits), _LEAST_TOP) * 1.22
    right_room = max(text_width(f"{w} 00.0%", size) for w in (words.upper, words.mean, words.lower)) + size
    plot = Plot(size * 3.4, size * 1.2, width - size * 3.4 - right_room, height - size * 3.4, 0.0, top)
    shapes: list[Shape] = []
    shapes += _band(data, plot)
    shapes += grid(plot, nice_step(top), size, "%" if as_percent else "", 100.0 if as_percent else 1.0)
    shapes += _limit_lines(data, plot)
    shapes += _points(data, plot, rates, words, size, as_percent)
    shapes += _right_labels(data, plot, words, size, as_percent)
    if data.reference_only:
        shapes.append(Label(plot.x + size * 0.6, plot.y + size * 0.4, words.reference_only, size, "warn", bold=True))
    return Drawing(width, height, uncluttered(shapes, height), words.description, data.reference_only)


def _say(value: float, bad: int, n: int, as_percent: bool) -> str:
    if n:
        return percent(bad, n) if as_percent else rounded(bad / n, 2)
    return f"{rounded(value * 100, 1)}%" if as_percent else rounded(value, 2)


def _steps(data: Control, plot: Plot, values: list[float]) -> list[Point]:
    wide = plot.width / len(data.samples)
    points: list[Point] = []
    for i, value in enumerate(values):
        points += [(plot.x + wide * i, plot.at(value)), (plot.x + wide * (i + 1), plot.at(value))]
    return points


def _band(data: Control, plot: Plot) -> list[Shape]:
    upper = _steps(data, plot, [limit.upper for limit in data.limits])
    lower = _steps(data, plot, [limit.lower for limit in data.limits])
    return [Polygon((*upper, *reversed(lower)), "bar", opacity=0.08)]


def _limit_lines(data: Control, plot: Plot) -> list[Shape]:
    upper = _steps(data, plot, [limit.upper for limit in data.limits])
    lower = _steps(data, plot, [limit.lower for limit in data.limits])
    y = plot.at(data.mean)
    return [
        Polyline(tuple(upper), "ink2", 0.9, (3.5, 2.5)),
        Polyline(tuple(lower), "ink2", 0.9, (3.5, 2.5)),
        Line((plot.x, y), (plot.right, y), "ink2", 0.8),
    ]


def _points(
    data: Control, plot: Plot, rates: list[float], words: ControlWords, size: float, as_percent: bool
) -> list[Shape]:
    count = len(rates)
    wide = plot.width / count
    places = [(plot.x + wide * (i + 0.5), plot.at(rate)) for i, rate in enumerate(rates)]
    shapes: list[Shape] = [Polyline(tuple(places), "accent", 1.3)] if count > 1 else []
    longest = max(text_width(s.label, size) for s in data.samples) + size
    every = max(1, -(-int(longest) // max(1, int(wide))))
    for i, ((x, y), sample) in enumerate(zip(places, data.samples, strict=True)):
        if i not in data.out:
            shapes.append(Circle((x, y), size * 0.28, "accent", "surface", 0.7, sample.key))
        if (count - 1 - i) % every == 0:
            shapes.append(Label(x, plot.bottom + size * 1.5, sample.label, size, "ink2", anchor="middle"))
    for i in data.out:
        (x, y), sample, d = places[i], data.samples[i], size * 0.55
        shapes.append(Polygon(((x, y - d), (x + d, y), (x, y + d), (x - d, y)), "mark", "surface", 0.7, key=sample.key))
        above = rates[i] > data.limits[i].upper
        words_at = (
            f"{sample.label} {_say(rates[i], sample.bad, sample.n, as_percent)} {words.above if above else words.below}"
        )
        half = text_width(words_at, size) / 2
        middle = min(max(x, plot.x + half), plot.right - half) if half * 2 < plot.width else x
        line = max(size * 0.85, y - size * 0.9) if above else y + size * 1.6
        shapes.append(Label(middle, line, words_at, size, "ink", True, "middle"))
    return shapes


def _right_labels(data: Control, plot: Plot, words: ControlWords, size: float, as_percent: bool) -> list[Shape]:
    last = data.limits[-1]
    shapes: list[Shape] = []
    floor_y = plot.bottom + size
    labels = ((last.lower, words.lower), (data.mean, words.mean), (last.upper, words.upper))
    for value, name in labels if last.upper > last.lower else labels[1:2]:
        y = min(plot.at(value) + size * 0.36, floor_y)
        floor_y = y - size * 1.2
        shapes.append(Label(plot.right + size * 0.6, y, f"{name} {_say(value, 0, 0, as_percent)}", size, "ink2"))
    return shapes
