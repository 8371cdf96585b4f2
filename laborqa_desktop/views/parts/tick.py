"""A tick box in the colours of the tokens. Apart from the other inputs: QStyle costs the first window 5 ms."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QKeySequence, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QStylePainter, QWidget

from laborqa_desktop.views import theme
from laborqa_desktop.views.icons import paint_in
from laborqa_desktop.views.parts.button import mnemonic_in_brackets, plain_words, without_brackets
from laborqa_desktop.views.parts.paint import focus_ring, rounded, smooth

_BOX_PX = 18.0      # with text of the usual size


class Tick(QCheckBox):
    """A tick box whose box is painted from the tokens, sharp in both themes."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        bracket = mnemonic_in_brackets(text)
        super().__init__(without_brackets(text), parent)
        if bracket:
            self.setShortcut(QKeySequence(f"Alt+{bracket}"))
            self.setToolTip(f"Alt+{bracket}")
        self.setAccessibleName(plain_words(text))

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def sizeHint(self) -> QSize:
        return super().sizeHint() + QSize(theme.grown(_BOX_PX) - round(_BOX_PX), 0)

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint() + QSize(theme.grown(_BOX_PX) - round(_BOX_PX), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        mark = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        words = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self)
        side = float(theme.grown(_BOX_PX))
        words.translate(2 + round(side - _BOX_PX), 0)       # off the box, which stands off the ring
        painter = QStylePainter(self)
        painter.setFont(theme.font())
        self.style().drawItemText(painter, words, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic),
                                  self.palette(), self.isEnabled(), self.text())
        painter.end()
        p = smooth(self)
        r = QRectF(max(4.0, mark.center().x() - side / 2 + 1), mark.center().y() - side / 2 + 1, side, side)
        if self.isChecked():
            rounded(p, r, 4, "accent_fill" if self.isEnabled() else "line")
            paint_in(p, "check", r, side - 4, "on_accent" if self.isEnabled() else "ink3")
        else:
            rounded(p, r, 4, "hover" if self.underMouse() else "surface", "edge")
        if self.hasFocus():
            focus_ring(p, QRectF(self.rect()))
