"""Charts on the screen: the shapes that reports print, painted in the colours of the theme.

Arrow keys walk through the points or bars of a chart, Enter opens what stands behind one; a tip says its words.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip

from laborqa_desktop.charts.shapes import Circle, Drawing, Label, Line, Polygon, Polyline, Rect, Shape
from laborqa_desktop.views import theme
from laborqa_desktop.views.parts.paint import Painted, focus_ring, rounded, smooth
from laborqa_desktop.views.tokens import Sizes

Make = Callable[[float, float, float], Drawing]
"""(width, height, text size), all in logical pixels -> drawing."""
_NEAR_PX = 12.0


def paint_drawing(p: QPainter, drawing: Drawing, x: float = 0, y: float = 0) -> None:
    """Paints a drawing with its top left corner at x, y."""
    p.save()
    p.translate(x, y)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    for shape in drawing.shapes:
        _paint(p, shape)
    p.restore()


def _paint(p: QPainter, shape: Shape) -> None:
    match shape:
        case Rect():
            _fill(p, shape.fill, shape.stroke, shape.stroke_width)
            area = QRectF(shape.x, shape.y, shape.width, shape.height)
            p.drawRoundedRect(area, shape.radius, shape.radius)
            if shape.hatched:
                p.fillRect(area, QBrush(theme.colour("ink2"), Qt.BrushStyle.BDiagPattern))
        case Line():
            p.setPen(_pen(shape.colour, shape.width, shape.dash))
            p.drawLine(QPointF(*shape.start), QPointF(*shape.end))
        case Polyline():
            p.setPen(_pen(shape.colour, shape.width, shape.dash))
            p.drawPolyline([QPointF(*point) for point in shape.points])
        case Polygon():
            _fill(p, shape.fill, shape.stroke, shape.stroke_width)
            p.setOpacity(shape.opacity)
            p.drawPolygon(QPolygonF([QPointF(*point) for point in shape.points]))
            p.setOpacity(1)
        case Circle():
            _fill(p, shape.fill, shape.stroke, shape.stroke_width)
            p.drawEllipse(QPointF(*shape.centre), shape.radius, shape.radius)
        case Label():
            _write(p, shape)


def _write(p: QPainter, shape: Label) -> None:
    face = QFont(theme.font("body", shape.bold))
    face.setPixelSize(max(1, round(shape.size)))
    metrics, words = QFontMetricsF(face), shape.text
    if shape.max_width:
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, shape.max_width)
    left = {"start": 0.0, "middle": 0.5, "end": 1.0}[shape.anchor] * metrics.horizontalAdvance(words)
    p.setFont(face)
    p.setPen(theme.colour(shape.colour))
    p.drawText(QPointF(shape.x - left, shape.y), words)


def _fill(p: QPainter, fill: str | None, stroke: str | None, width: float) -> None:
    p.setBrush(theme.colour(fill) if fill else Qt.BrushStyle.NoBrush)
    p.setPen(QPen(theme.colour(stroke), width) if stroke else Qt.PenStyle.NoPen)


def _pen(colour: str, width: float, dash: tuple[float, ...]) -> QPen:
    pen = QPen(theme.colour(colour), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if dash:
        pen.setDashPattern([part / width for part in dash])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


class ChartView(Painted):
    """A chart that fills its widget, drawn anew for each size.

    Signals:
        opened: key of the point or bar that the user opened.
    """

    opened = Signal(str)

    def __init__(self, name: str, smallest: tuple[int, int] = (220, 120)) -> None:
        super().__init__()
        self._make: Make | None = None
        self._drawing = Drawing(0, 0, ())
        self._tips: Mapping[str, str] = {}
        self._current = -1
        self._smallest = smallest
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_chart(self, make: Make | None, tips: Mapping[str, str] | None = None) -> None:
        """Shows another chart.

        Args:
            make: None shows nothing.
            tips: key of a shape -> what is said of it under the pointer and to a screen reader.
        """
        self._make, self._tips, self._current = make, tips or {}, -1
        self._draw()

    @property
    def drawing(self) -> Drawing:
        """What is painted now."""
        return self._drawing

    def keyed(self) -> list[tuple[str, QRectF]]:
        """The shapes that stand for something, from left to right, each with the place it takes."""
        found = {place[0]: place for shape in self._drawing.shapes if (place := _place(shape)) is not None}
        return sorted(found.values(), key=lambda one: (one[1].x(), one[1].y()))

    def _draw(self) -> None:
        size = float(theme.sizes().small)
        self._drawing = (self._make(self.width(), self.height(), size) if self._make and self.width() > 40
                         else Drawing(0, 0, ()))
        self.setAccessibleDescription(self._drawing.description)
        self.update()

    def sizeHint(self) -> QSize:
        grown = theme.sizes().body / Sizes.body
        return QSize(*(round(side * grown) for side in self._smallest))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._draw()

    def resizeEvent(self, event: object) -> None:
        self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        p = smooth(self)
        paint_drawing(p, self._drawing)
        marks = self.keyed()
        if self.hasFocus():
            focus_ring(p, QRectF(self.rect()))
            if 0 <= self._current < len(marks):
                rounded(p, marks[self._current][1].adjusted(-5, -5, 5, 5), 4, "", "accent", 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        marks = self.keyed()
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None and marks:
            start = self._current if self._current >= 0 else (-1 if step > 0 else len(marks))
            self._current = max(0, min(len(marks) - 1, start + step))
            key, box = marks[self._current]
            self.setAccessibleDescription(self._tips.get(key, self._drawing.description))
            QToolTip.showText(self.mapToGlobal(box.center().toPoint()), self._tips.get(key, ""), self)
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and 0 <= self._current < len(marks):
            self.opened.emit(marks[self._current][0])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if (key := self._at(event.position())) is not None:
            self.opened.emit(key)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            key = self._at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self._tips.get(key or "", ""), self)
            return True
        return super().event(event)

    def _at(self, place: QPointF) -> str | None:
        near = [(_distance(box, place), key) for key, box in self.keyed()]
        best = min(near, default=(_NEAR_PX + 1, ""))
        return best[1] if best[0] <= _NEAR_PX else None


def _distance(box: QRectF, place: QPointF) -> float:
    across = max(box.left() - place.x(), place.x() - box.right(), 0)
    down = max(box.top() - place.y(), place.y() - box.bottom(), 0)
    return float((across**2 + down**2) ** 0.5)


def _place(shape: Shape) -> tuple[str, QRectF] | None:
    match shape:
        case Rect() if shape.key:
            return shape.key, QRectF(shape.x, shape.y, shape.width, shape.height)
        case Circle() if shape.key:
            (x, y), r = shape.centre, shape.radius
            return shape.key, QRectF(x - r, y - r, 2 * r, 2 * r)
        case Polygon() if shape.key:
            return shape.key, QPolygonF([QPointF(*point) for point in shape.points]).boundingRect()
    return None
