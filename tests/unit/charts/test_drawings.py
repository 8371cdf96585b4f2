"""Charts keep their shapes inside the drawing, show gaps as gaps and say the same in words."""

from collections.abc import Iterator
from itertools import combinations

import pytest

from laborqa_desktop.charts.areas import Area, area_bars
from laborqa_desktop.charts.axes import box_of, nice_step
from laborqa_desktop.charts.control import ControlWords, control_chart
from laborqa_desktop.charts.formulas import Sample, p_chart, pareto
from laborqa_desktop.charts.pareto import pareto_chart
from laborqa_desktop.charts.shapes import Circle, Drawing, Label, Line, Point, Polygon, Polyline, Rect
from laborqa_desktop.charts.trend import Month, sparkline, trend_chart

WORDS = ControlWords("上限", "均值", "下限", "超上限", "低于下限", "仅供参考", "描述")


def points(drawing: Drawing) -> Iterator[Point]:
    for shape in drawing.shapes:
        match shape:
            case Rect():
                yield from ((shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height))
            case Line():
                yield from (shape.start, shape.end)
            case Polyline() | Polygon():
                yield from shape.points
            case Circle():
                yield shape.centre
            case Label():
                yield (shape.x, shape.y)


def control(count: int, bad: int = 3) -> Drawing:
    figures = p_chart([Sample(f"{i} 周", bad if i < count - 1 else 40, 100, key=f"k{i}") for i in range(count)])
    assert figures is not None
    return control_chart(figures, WORDS, 480, 160)


CHARTS = {
    "control": control(16),
    "control of one": control(1),
    "control of 300": control(300),
    "pareto": pareto_chart(pareto([(str(i), "类别名称很长" * (i + 1), 50 - i) for i in range(20)], "其他"), 480, 180),
    "trend": trend_chart([Month(f"{i}", 90.0 + i if i != 4 else None, f"{90 + i}%") for i in range(10)], 480, 130),
    "flat trend": trend_chart([Month("a", 100.0, "100%"), Month("b", 100.0, "100%")], 480, 130),
    "spark": sparkline([1, None, 3, 3, None, None, 2], 100, 26),
    "areas": area_bars(
        [Area("名称" * 40, 101.0, "101.0", "n=3"), Area("b", None, "未评分", "n=0")], 480, pass_mark=85, mark_label="85"
    ),
}


@pytest.mark.parametrize("name", CHARTS)
def test_shapes_stay_inside(name: str) -> None:
    drawing = CHARTS[name]
    assert drawing.shapes
    for x, y in points(drawing):
        assert -0.5 <= x <= drawing.width + 0.5, name
        assert -0.5 <= y <= drawing.height + 0.5, name


def test_point_out_of_limits_is_a_named_diamond() -> None:
    drawing = control(16)
    diamonds = [s for s in drawing.shapes if isinstance(s, Polygon) and s.fill == "mark"]
    assert [d.key for d in diamonds] == ["k15"]
    assert any(isinstance(s, Label) and s.text == "15 周 40.0% 超上限" for s in drawing.shapes)


def test_fewer_than_twelve_points_say_so() -> None:
    assert any(isinstance(s, Label) and s.text == "仅供参考" for s in control(11).shapes)
    assert not any(isinstance(s, Label) and s.text == "仅供参考" for s in control(12).shapes)
    assert control(11).reference_only


def test_weeks_without_any_failure_keep_a_readable_axis() -> None:
    figures = p_chart([Sample(str(i), 0, 5) for i in range(13)])
    assert figures is not None
    texts = [s.text for s in control_chart(figures, WORDS, 480, 160).shapes if isinstance(s, Label)]
    assert "2%" in texts
    assert not any("e-" in text for text in texts)
    assert [text for text in texts if text.startswith(("上限", "均值", "下限"))] == ["均值 0.0%"]


def test_a_long_name_folds_into_lines_and_only_then_ends_in_an_ellipsis() -> None:
    names = ("Wiping cloths not clean or properly stored", "high", "low")
    drawing = pareto_chart(pareto([(name, name, 9 - i) for i, name in enumerate(names)], "Other"), 480, 180)
    texts = [s.text for s in drawing.shapes if isinstance(s, Label)]
    assert " ".join(t for t in texts if t in names[0]) == names[0]
    cut = pareto_chart(pareto([("a", "很长的类别名称" * 30, 9), ("b", "b", 1), ("c", "c", 1)], "其他"), 480, 180)
    assert sum(s.text.endswith("…") for s in cut.shapes if isinstance(s, Label)) == 1


def test_an_area_below_the_mark_is_pale_with_a_triangle() -> None:
    drawing = area_bars([Area("a", 60.0, "60.0"), Area("b", 90.0, "90.0")], 480, pass_mark=80)
    assert [s.text for s in drawing.shapes if isinstance(s, Label) and s.bold] == ["▲ 60.0", "90.0"]
    assert [s.fill for s in drawing.shapes if isinstance(s, Rect) and s.fill != "sunken"] == ["bar2", "mark", "bar"]


def test_other_is_the_last_bar_and_hatched() -> None:
    bars = [s for s in CHARTS["pareto"].shapes if isinstance(s, Rect) and s.fill in ("bar", "bar2")]
    assert [b.hatched for b in bars] == [False] * 7 + [True]
    assert bars[-1].x == max(b.x for b in bars)


def test_a_month_without_data_breaks_the_line() -> None:
    lines = [s for s in CHARTS["trend"].shapes if isinstance(s, Polyline)]
    assert [len(line.points) for line in lines] == [4, 5]


def test_nothing_to_draw_draws_nothing() -> None:
    assert not trend_chart([Month("a", None)], 100, 50).shapes
    assert not sparkline([None], 100, 20).shapes
    assert not pareto_chart((), 100, 50).shapes


@pytest.mark.parametrize(("top", "step"), [(0.098, 0.02), (100, 20), (7, 2), (0.5, 0.1), (12, 2.5)])
def test_axis_steps_are_round(top: float, step: float) -> None:
    assert nice_step(top) == pytest.approx(step)


@pytest.mark.parametrize("size", [10.0, 12.0, 21.0])
@pytest.mark.parametrize("height", [72.0, 88.0, 120.0, 200.0])
@pytest.mark.parametrize("name", ["卫生", "Cleanliness of floors and stairs"])
def test_no_word_lies_over_another_in_a_low_chart(name: str, height: float, size: float) -> None:
    causes = pareto([(str(i), f"{name} {i}", 14 - i) for i in range(12)], "Other", 7)
    figures = p_chart([Sample(f"{i} 周", 3 if i < 15 else 40, 100, key=f"k{i}") for i in range(16)])
    assert figures is not None
    for drawing in (pareto_chart(causes, 420, height, size), control_chart(figures, WORDS, 420, height, size)):
        boxes = [(one.text, box_of(one)) for one in drawing.shapes if isinstance(one, Label)]
        for (first, (left, top, right, bottom)), (second, (x, y, r, b)) in combinations(boxes, 2):
            assert not (left < r and right > x and top < b and bottom > y), f"{first} and {second}"
        assert all(top >= 0 and bottom <= height for _, (_, top, _, bottom) in boxes)
        assert "80%" in dict(boxes) or "15 周 40.0% 超上限" in dict(boxes)      # what matters is still said
