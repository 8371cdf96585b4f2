"""Words: labels in the sizes and tones of the tokens, headings of sections, icons and key caps beside words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from laborqa_desktop.views import theme
from laborqa_desktop.views.icons import paint_icon
from laborqa_desktop.views.parts.grown import fixed_size
from laborqa_desktop.views.parts.layout import column, holder, row, rule
from laborqa_desktop.views.parts.paint import MIDDLE, Painted, rounded, smooth, text_at, width_of


def label(text: str = "", size: str = "body", tone: str = "ink", wrap: bool = False) -> QLabel:
    """A label.

    Args:
        size: small, quiet, body, strong (bold body), title, page or figure.
        tone: ink, ink2, ink3, accent, ok, warn or error.
    """
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("type", size)     # "size" is a property of QWidget and would fail silently
    made.setProperty("tone", tone)
    if wrap:
        made.setWordWrap(True)
        made.setMinimumWidth(1)
    return made


def bullet(text: str, size: str = "small", tone: str = "ink", indent: int = 0) -> QWidget:
    """One line of a list; what does not fit goes on under its first word.

    Args:
        indent: pixels at the left.
    """
    words, dot = label(text, size, tone, wrap=True), label("·", size, tone)
    words.setAlignment(Qt.AlignmentFlag.AlignTop)      # beside its dot, also where a longer line stands next to it
    made = row(column(dot, None, gap=0), words, gap=8, margins=(indent, 0, 0, 0))
    made.setStretch(1, 1)
    return holder(made)


def set_tone(shown: QWidget, tone: str) -> None:
    """Gives a label another tone."""
    restyle(shown, "tone", tone)


def restyle(shown: QWidget, name: str, value: object) -> None:
    """Sets a property that the style sheet looks at, and has the sheet look again."""
    if shown.property(name) != value:
        shown.setProperty(name, value)
        shown.style().unpolish(shown)
        shown.style().polish(shown)


class Elided(QLabel):
    """A label that gives way: shortened with an ellipsis, the whole text as its tip."""

    def __init__(self, text: str = "", size: str = "body", tone: str = "ink", bold: bool = False) -> None:
        super().__init__(text)
        self._size, self._tone, self._bold = size, tone, bold
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_words(self, text: str, tone: str = "") -> None:
        """Says something else."""
        self._tone = tone or self._tone
        self.setText(text)
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        height = round(getattr(theme.sizes(), self._size) * 1.5) + 2
        return QSize(round(width_of(self.text(), self._size, self._bold)) + 2, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        p = smooth(self)
        took = text_at(p, QRectF(self.rect()), self.text(), self._tone, self._size, self._bold)
        self.setToolTip(self.text() if took < width_of(self.text(), self._size, self._bold) - 1 else "")


class Icon(Painted):
    """An icon beside words; the words carry the meaning, so it has no accessible name of its own."""

    def __init__(self, name: str, colour: str = "ink2", size: int = 16) -> None:
        super().__init__()
        self._name, self._colour = name, colour
        fixed_size(self, size)

    def show_icon(self, name: str, colour: str) -> None:
        """Shows another icon in its place."""
        self._name, self._colour = name, colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_icon(smooth(self), self._name, 0, 0, self.width(), self._colour)


class Key(Painted):
    """A key cap that names a shortcut."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self._text = text
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(round(width_of(self._text, "small")) + 13, theme.sizes().small + 8)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_key(smooth(self), QRectF(self.rect()), self._text)


def paint_key(p: QPainter, rect: QRectF, text: str) -> None:
    """Paints a key cap that fills rect."""
    rounded(p, rect.adjusted(0, 1, 0, -1), 4, "surface", "line")
    text_at(p, rect, text, "ink2", "small", align=MIDDLE)


class Mark(Painted):
    """The program's own mark: a ticked sheet."""

    def __init__(self, size: int = 28) -> None:
        super().__init__()
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        p, side = smooth(self), self.width()
        rounded(p, QRectF(0, 0, side, side), side * .26, "accent_fill")
        paint_icon(p, "check", side * .16, side * .16, side * .68, "on_accent")


def section(text: str, *extra: QWidget) -> QHBoxLayout:
    """The heading of a form section: a bold word and a hairline to the right."""
    line: QFrame = rule()
    made = row(label(text, "strong"), line, *extra, gap=12)
    made.setStretch(1, 1)
    made.setAlignment(line, Qt.AlignmentFlag.AlignVCenter)
    return made
