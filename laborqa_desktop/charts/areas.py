"""Score by area: one slim bar per area, worst first.

Below the mark a bar is pale with an orange end and its value carries a triangle, so that it also reads in grey.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from laborqa_desktop.charts.axes import text_width
from laborqa_desktop.charts.shapes import Drawing, Label, Line, Rect, Shape


@dataclass(frozen=True)
class Area:
    """One bar: value 0 to 100 (None: not scored), its printed text and a quiet note such as n."""

    label: str
    value: float | None
    text: str
    note: str = ""
    key: str = ""


def area_bars(
    areas: Sequence[Area],
    width: float,
    size: float = 8.0,
    pass_mark: float | None = None,
    mark_label: str = "",
    description: str = "",
) -> Drawing:
    """Horizontal bars from 0 to 100; the height follows from their number."""
    row, head = size * 1.95, size * 1.9 if pass_mark is not None else 0.0
    name_room = min(width * 0.34, max((text_width(a.label, size) for a in areas), default=0.0) + size)
    value_room = max((text_width(f"▲ {a.text}  {a.note}", size) for a in areas), default=0.0) + size * 1.5
    left, span = name_room, width - name_room - value_room
    shapes: list[Shape] = []
    for i, area in enumerate(areas):
        y = head + row * i
        shapes.append(
            Label(
                name_room - size * 0.7,
                y + row * 0.64,
                area.label,
                size,
                "ink",
                anchor="end",
                max_width=name_room - size * 0.7,
            )
        )
        top, tall = y + row * 0.29, row * 0.42
        shapes.append(Rect(left, top, span, tall, "sunken"))
        low = pass_mark is not None and area.value is not None and area.value < pass_mark
        if area.value is not None:
            end = span * min(max(area.value, 0.0), 100.0) / 100
            shapes.append(Rect(left, top, end, tall, "bar2" if low else "bar", key=area.key))
            if low:
                shapes.append(Rect(left + max(end - 3.0, 0.0), top - 1.2, 3.0, tall + 2.4, "mark", key=area.key))
        text = f"▲ {area.text}" if low else area.text
        shapes.append(Label(left + span + size * 0.6, y + row * 0.64, text, size, "warn" if low else "ink", bold=True))
        shapes.append(Label(width, y + row * 0.64, area.note, size, "ink2", anchor="end"))
    height = head + row * len(areas)
    if pass_mark is not None and areas:
        x = left + span * pass_mark / 100
        shapes.append(Line((x, head * 0.75), (x, height), "ink", 0.9, (3.0, 2.0)))
        shapes.append(Label(x, head * 0.55, mark_label, size, "ink2", anchor="middle"))
    return Drawing(width, height, tuple(shapes), description)
