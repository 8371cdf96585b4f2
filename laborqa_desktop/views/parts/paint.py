"""Helpers for what is painted by hand: text, rounded boxes, focus rings, and the bases of painted widgets."""

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from laborqa_desktop.views import theme

LEFT, RIGHT, MIDDLE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter
_RESIZING = (QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.ApplicationFontChange)


def width_of(text: str, size: str = "body", bold: bool = False) -> float:
    """Width of one line in logical pixels."""
    return QFontMetricsF(theme.font(size, bold)).horizontalAdvance(text)


def text_at(p: QPainter, rect: QRectF, text: str, colour: str = "ink", size: str = "body", bold: bool = False,
            align: Qt.AlignmentFlag = LEFT) -> float:
    """Paints one line, elided, in the middle of the height; returns the width it took."""
    face = theme.font(size, bold)
    p.setFont(face)
    p.setPen(theme.colour(colour))
    metrics = QFontMetricsF(face)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 1)
    p.drawText(rect, int(align | Qt.AlignmentFlag.AlignVCenter), shown)
    return metrics.horizontalAdvance(shown)


def rounded(p: QPainter, rect: QRectF, radius: float, fill: str = "", edge: str = "", width: float = 1,
            dashed: bool = False) -> None:
    """Paints a box with round corners; fill and edge are token names, "" for none."""
    style = Qt.PenStyle.DashLine if dashed else Qt.PenStyle.SolidLine
    p.setPen(QPen(theme.colour(edge), width, style) if edge else Qt.PenStyle.NoPen)
    p.setBrush(theme.colour(fill) if fill else Qt.BrushStyle.NoBrush)
    p.drawRoundedRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2) if edge else rect, radius, radius)


def focus_ring(p: QPainter, rect: QRectF, radius: float = 6) -> None:
    """The 2-px ring of what has the keyboard."""
    rounded(p, rect, radius, "", "accent", 2)


def smooth(widget: QWidget) -> QPainter:
    """An antialiasing painter on widget; use it inside paintEvent only."""
    p = QPainter(widget)
    p.setRenderHint(QPainter.RenderHint.Antialiasing)
    return p


class Painted(QWidget):
    """Base of painted widgets: measures itself anew when text grows."""

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in _RESIZING:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)


class PaintedButton(QAbstractButton):
    """Base of painted buttons: takes the Tab key, shows hover and measures itself anew when text grows.

    Attributes:
        enter_presses: whether Enter presses it as Space does; not in a form, where Enter goes on to the next field.
    """

    enter_presses = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.enter_presses and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in _RESIZING:
            self.updateGeometry()
            self.update()
        super().changeEvent(event)
