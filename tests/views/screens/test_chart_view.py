from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from laborqa_desktop.charts.formulas import Sample, p_chart, pareto
from laborqa_desktop.charts.pareto import pareto_chart
from laborqa_desktop.charts.shapes import Drawing
from laborqa_desktop.charts.trend import sparkline
from laborqa_desktop.views import theme
from laborqa_desktop.views.chart_view import ChartView
from laborqa_desktop.views.today.facts import Chart
from laborqa_desktop.views.today.figures import ChartCard

CAUSES = pareto([("a", "地面", 8), ("b", "玻璃", 3), ("c", "墙面", 1)], "其他")


def _make(width: float, height: float, size: float) -> Drawing:
    return pareto_chart(CAUSES, width, height, size, "地面最多")


def _shown(qtbot: QtBot) -> ChartView:
    view = ChartView("问题类别")
    qtbot.addWidget(view)
    view.show_chart(_make, {"a": "地面: 8", "b": "玻璃: 3"})
    view.resize(420, 240)
    view.show()
    return view


def test_arrows_walk_through_the_bars_and_enter_opens_one(qtbot: QtBot, themed: theme.Theme) -> None:
    view, opened = _shown(qtbot), list[str]()
    view.opened.connect(opened.append)
    view.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(view, key)
    assert opened == ["b"]
    assert view.accessibleDescription() == "玻璃: 3"


def test_a_chart_describes_itself_and_is_drawn_anew_for_its_size(qtbot: QtBot, themed: theme.Theme) -> None:
    view = _shown(qtbot)
    assert view.accessibleDescription() == "地面最多"
    before = view.drawing.width
    view.resize(700, 240)
    assert view.drawing.width == 700 != before


def test_the_same_drawing_takes_the_colours_of_the_theme(qtbot: QtBot, themed: theme.Theme) -> None:
    view = _shown(qtbot)
    light = view.grab().toImage()
    themed.set_choice(theme.Choice.DARK)
    dark = view.grab().toImage()
    themed.set_choice(theme.Choice.LIGHT)
    place = view.keyed()[0][1].center().toPoint()
    ratio = light.devicePixelRatio()
    at = round((place.x() - 12) * ratio), round(place.y() * ratio)
    assert light.pixelColor(*at).name().lower() == theme.LIGHT.bar.lower()
    assert dark.pixelColor(*at).name().lower() == theme.DARK.bar.lower()


def test_a_chart_without_figures_says_what_will_be_there(qtbot: QtBot, themed: theme.Theme) -> None:
    card = ChartCard("tool", "问题类别")
    qtbot.addWidget(card)
    card.show_chart(Chart("问题类别", "", "还没有问题"))
    card.show()
    assert not card.view.isVisible()
    card.show_chart(Chart("不合格率", "", "", control=p_chart([Sample("01", 1, 20), Sample("02", 12, 20)])))
    assert card.view.isVisible()


def test_a_line_without_values_is_empty() -> None:
    assert sparkline((None, None), 80, 20).shapes == ()
