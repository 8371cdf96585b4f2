"""Key figures with a small line of the last months, and the cards of the two charts."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QStackedWidget

from laborqa_desktop.charts.control import ControlWords, control_chart
from laborqa_desktop.charts.pareto import pareto_chart
from laborqa_desktop.charts.shapes import Drawing
from laborqa_desktop.charts.trend import sparkline
from laborqa_desktop.text import fill
from laborqa_desktop.views import theme
from laborqa_desktop.views.chart_view import ChartView, paint_drawing
from laborqa_desktop.views.icons import paint_icon
from laborqa_desktop.views.parts.bands import EmptyState
from laborqa_desktop.views.parts.label import Elided, label
from laborqa_desktop.views.parts.layout import column, row
from laborqa_desktop.views.parts.paint import PaintedButton, focus_ring, rounded, smooth, text_at, width_of
from laborqa_desktop.views.today.facts import Card, Chart


class FigureCard(PaintedButton):
    """A key figure; the whole card opens its list."""

    def __init__(self, card: Card) -> None:
        super().__init__()
        self.card = card
        self.show_card(card)

    def show_card(self, card: Card) -> None:
        """Shows other values."""
        self.card = card
        self.setAccessibleName(f"{card.name} {card.value} {card.unit}".strip())
        self.setAccessibleDescription(" ".join(part for part in (card.change, card.detail) if part))
        self.setToolTip(f"{card.name}: {card.detail}" if card.detail else card.name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        s = theme.sizes()
        return QSize(200, round(s.quiet * 1.5 + s.figure * 1.35 + s.small * 1.5) + 20)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        p, r, s, card = smooth(self), QRectF(self.rect()), theme.sizes(), self.card
        rounded(p, r, 8, "hover" if self.underMouse() else "surface", "line")
        y, line, tall = 8.0, s.quiet * 1.5, s.figure * 1.35
        side, mark = theme.grown(16), theme.grown(14)
        text_at(p, QRectF(14, y, r.width() - side - 26, line), card.name, "ink2", "quiet")
        paint_icon(p, "chevron-right", r.right() - side - 10, y + (line - side) / 2, side, "ink3")
        y += line
        took = text_at(p, QRectF(14, y, r.width() - 28, tall), card.value, "ink", "figure", True)
        wide = width_of(card.unit, "quiet")
        text_at(p, QRectF(20 + took, y + 4, r.width() - took - 30, tall), card.unit, "ink2", "quiet")
        room = r.width() - 14 - took - wide - 38
        if card.spark and room > 36:
            size = min(room, 78.0), tall - 10
            drawing: Drawing = sparkline(card.spark, *size)
            paint_drawing(p, drawing, r.right() - 16 - size[0], y + 4)
        y += tall + 1
        left = 14.0
        if card.change:
            tone = {True: "ok", False: "warn", None: "ink2"}[card.better]
            paint_icon(p, "arrow-up" if card.rising else "arrow-down", left,
                       y + (s.small * 1.5 - mark) / 2, mark, tone)
            left += mark + 2
            left += text_at(p, QRectF(left, y, 80, s.small * 1.5), card.change, tone, "small") + 10
        text_at(p, QRectF(left, y, r.width() - left - 10, s.small * 1.5), card.detail, "ink2", "small")
        if self.hasFocus():
            focus_ring(p, r, 8)


class ChartCard(QFrame):
    """A chart with its title; without figures it says what will be here.

    Signals:
        opened: key of a point or bar.
    """

    opened = Signal(str)

    def __init__(self, icon_name: str, title: str) -> None:
        super().__init__()
        self.setProperty("box", "card")
        self._title, self._note = label(title, "title"), Elided("", "small", "ink2")
        self.view = ChartView(title, (240, 72))
        self._empty = EmptyState(icon_name, "")
        self._empty.setMinimumHeight(1)     # unseen as a rule, it must not push the page past a small window
        self._pages = QStackedWidget()
        self._pages.addWidget(self.view)
        self._pages.addWidget(self._empty)
        head = row(self._title, self._note, gap=10)
        head.setStretch(1, 1)
        made = column(head, self._pages, gap=6, margins=(16, 10, 14, 10))
        made.setStretch(1, 1)
        self.setLayout(made)
        self.view.opened.connect(self.opened)

    def show_chart(self, chart: Chart) -> None:
        """Shows a p chart or a Pareto chart, whichever there is."""
        self._title.setText(chart.title)
        self._note.set_words(chart.note)
        self.view.setAccessibleName(f"{chart.title}, {chart.note}")
        control, causes = chart.control, chart.causes
        if control is None and not causes:
            self._empty.say(chart.empty)
            self._pages.setCurrentIndex(1)
            return
        self._pages.setCurrentIndex(0)
        if control is not None:
            words = ControlWords(self.tr("Upper"), self.tr("Mean"), self.tr("Lower"), self.tr("above the limit"),
                                 self.tr("below the limit"), self.tr("for reference only"),
                                 self._control_words(chart))
            self.view.show_chart(lambda w, h, size: control_chart(control, words, w, h, size), chart.tips)
        else:
            described = fill(self.tr("The most frequent: {name}, {count} {count:time|times}."),
                             name=causes[0].label, count=causes[0].count)
            self.view.show_chart(lambda w, h, size: pareto_chart(causes, w, h, size, described), chart.tips)

    def _control_words(self, chart: Chart) -> str:
        assert chart.control is not None
        if not chart.control.out:
            return self.tr("All points lie within their limits.")
        names = ", ".join(chart.control.samples[i].label for i in chart.control.out)
        return self.tr("Out of its limits: {names}.").format(names=names)
