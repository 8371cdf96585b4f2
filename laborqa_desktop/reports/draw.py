"""Paints the shapes of a chart on a page."""

from laborqa_desktop.charts.shapes import Circle, Drawing, Label, Line, Polygon, Polyline, Rect
from laborqa_desktop.reports.fonts import bold, regular
from laborqa_desktop.reports.paper import Page
from laborqa_desktop.reports.wrapping import shorten


def paint(page: Page, drawing: Drawing, x: float, y: float) -> None:
    """Paints a drawing with its lower left corner at x, y; the caller marks it as a figure."""
    top = y + drawing.height

    def place(point: tuple[float, float]) -> tuple[float, float]:
        return x + point[0], top - point[1]

    for shape in drawing.shapes:
        match shape:
            case Rect():
                left, bottom = x + shape.x, top - shape.y - shape.height
                page.rect(
                    left, bottom, shape.width, shape.height, shape.fill, shape.stroke, shape.stroke_width, shape.radius
                )
                if shape.hatched:
                    page.hatch(left, bottom, shape.width, shape.height, "surface" if shape.fill == "mark" else "ink2")
            case Line():
                page.line(*place(shape.start), *place(shape.end), shape.colour, shape.width, shape.dash)
            case Polyline():
                page.polyline([place(p) for p in shape.points], shape.colour, shape.width, shape.dash)
            case Polygon():
                page.polygon(
                    [place(p) for p in shape.points], shape.fill, shape.stroke, shape.stroke_width, shape.opacity
                )
            case Circle():
                page.circle(*place(shape.centre), shape.radius, shape.fill, shape.stroke, shape.stroke_width)
            case Label():
                words = shape.text
                if shape.max_width:
                    words = shorten(words, shape.max_width, bold() if shape.bold else regular(), shape.size)
                page.text(*place((shape.x, shape.y)), words, shape.size, shape.colour, shape.bold, shape.anchor)
