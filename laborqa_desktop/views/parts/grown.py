"""Widths and heights measured for text of the usual size that grow with it, also while they are on the screen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from laborqa_desktop.views import theme
from laborqa_desktop.views.tokens import Sizes

_RESTYLED = (QEvent.Type.StyleChange, QEvent.Type.FontChange)


class _Grower(QObject):
    """Sets a width or a height anew whenever the look changes."""

    def __init__(self, owner: QWidget, put: Callable[[int], None], pixels: int) -> None:
        super().__init__(owner)
        for before in owner.findChildren(_Grower, options=Qt.FindChildOption.FindDirectChildrenOnly):
            if before is not self:
                owner.removeEventFilter(before)
                before.deleteLater()
        self._put, self._pixels = put, pixels
        self.apply()
        owner.installEventFilter(self)

    def apply(self) -> None:
        self._put(round(self._pixels * theme.sizes().body / Sizes.body))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _RESTYLED:
            self.apply()
        return False


def fixed_width(widget: QWidget, pixels: int) -> None:
    """Gives a widget one width.

    Args:
        pixels: at the usual size of text.
    """
    _Grower(widget, widget.setFixedWidth, pixels)


def fixed_height(widget: QWidget, pixels: int) -> None:
    """Gives a widget one height; see fixed_width."""
    _Grower(widget, widget.setFixedHeight, pixels)


def fixed_size(widget: QWidget, pixels: int) -> None:
    """Gives a widget one width and the same height; see fixed_width."""
    _Grower(widget, lambda side: widget.setFixedSize(side, side), pixels)


def icon_size(button: QAbstractButton, pixels: int) -> None:
    """Gives the icon of a button one size; see fixed_width."""
    _Grower(button, lambda side: button.setIconSize(QSize(side, side)), pixels)


def least_width(widget: QWidget, pixels: int) -> None:
    """Gives a widget a least width; see fixed_width."""
    _Grower(widget, widget.setMinimumWidth, pixels)


def least_height(widget: QWidget, pixels: int) -> None:
    """Gives a widget a least height; see fixed_width."""
    _Grower(widget, widget.setMinimumHeight, pixels)


def width_between(widget: QWidget, least: int, most: int) -> None:
    """Gives a widget a least and a most width; see fixed_width."""
    def put(pixels: int) -> None:
        widget.setMinimumWidth(pixels)
        widget.setMaximumWidth(round(pixels * most / least))

    _Grower(widget, put, least)
