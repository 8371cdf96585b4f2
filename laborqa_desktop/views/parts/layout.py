"""Rows and columns in one line each."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from laborqa_desktop.views.parts.focus_order import following, preceding

Item = QWidget | QLayout | int | None
"""What a row or column holds: None is a stretch, a number is a gap in logical pixels."""
Margins = tuple[int, int, int, int]
NO_MARGINS: Margins = (0, 0, 0, 0)
_ROOM = "room"


def beside(left: QWidget, right: QWidget, sizes: tuple[int, int], shares: tuple[int, int]) -> QSplitter:
    """Two parts with a border the user can move; neither can be folded away.

    Args:
        sizes: widths at first. shares: how a wider window is divided.
    """
    made = QSplitter(Qt.Orientation.Horizontal)
    made.setHandleWidth(12)
    made.setChildrenCollapsible(False)
    for place, part in enumerate((left, right)):
        made.addWidget(part)
        made.setStretchFactor(place, shares[place])
    made.setSizes(list(sizes))
    return made


def row(*items: Item, gap: int = 8, margins: Margins = NO_MARGINS) -> QHBoxLayout:
    """A horizontal layout."""
    made = QHBoxLayout()
    _fill(made, items, gap, margins)
    return made


def column(*items: Item, gap: int = 8, margins: Margins = NO_MARGINS) -> QVBoxLayout:
    """A vertical layout."""
    made = QVBoxLayout()
    _fill(made, items, gap, margins)
    return made


def _fill(layout: QBoxLayout, items: Sequence[Item], gap: int, margins: Margins) -> None:
    layout.setSpacing(gap)
    layout.setContentsMargins(*margins)
    for item in items:
        if item is None:
            layout.addStretch(1)
        elif isinstance(item, int):
            leave_room(layout, item)
        elif isinstance(item, QWidget):
            layout.addWidget(item)
        else:
            layout.addLayout(item)


def empty(layout: QLayout, keep: int = 0) -> None:
    """Takes everything out of a layout and what it holds, but the last items; widgets go at once."""
    while layout.count() > keep:
        item = layout.takeAt(0)
        inner, old = (item.layout(), item.widget()) if item is not None else (None, None)
        if inner is not None:
            empty(inner)
        if old is not None:
            old.hide()
            old.deleteLater()
    if not keep:
        layout.setProperty(_ROOM, 0)


def tab_as_laid_out(layout: QLayout) -> None:
    """Makes the Tab order within a layout that of its items: what was added later is otherwise reached last."""
    stops = [one for one in _widgets_of(layout) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    if len(stops) < 2:
        return
    known = set(map(id, stops))
    earliest = next((one for one in following(stops[0].window()) if id(one) in known), None)
    if earliest is not None and earliest is not stops[0] and (anchor := preceding(earliest)) is not None:
        QWidget.setTabOrder(anchor, stops[0])
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _widgets_of(layout: QLayout) -> Iterator[QWidget]:
    for one in laid_out(layout):
        if isinstance(one, QLayout):
            yield from _widgets_of(one)
            continue
        shown = one.widget() if isinstance(one, QScrollArea) else one
        if shown is None:
            continue
        yield shown
        if (inner := shown.layout()) is not None:
            yield from _widgets_of(inner)


def laid_out(layout: QLayout) -> list[QWidget | QLayout]:
    """What lies in a layout that stands in a window, in its order, without the gaps.

    Nobody asks a layout for its items: PySide keeps such an item beyond its end, and what comes to lie at its place in
    memory ends the program when it goes.
    """
    around = layout.parentWidget()
    inside = [one for one in around.children() if isinstance(one, QWidget)] if around is not None else []
    found: dict[int, QWidget | QLayout] = {layout.indexOf(one): one for one in inside}
    found |= {layout.indexOf(one): one for one in layout.children() if isinstance(one, QLayout)}
    return [found[place] for place in sorted(found) if place >= 0]


def leave_room(layout: QBoxLayout, pixels: int) -> None:
    """Leaves so much room after what is in a row or column already."""
    layout.addSpacing(pixels)
    layout.setProperty(_ROOM, room_in(layout) + pixels)


def room_in(layout: QLayout) -> int:
    """How much room leave_room() left in a layout, in logical pixels."""
    return int(layout.property(_ROOM) or 0)


def holder(layout: QLayout) -> QWidget:
    """A bare widget around a layout."""
    made = QWidget()
    made.setLayout(layout)
    return made


def box(kind: str, layout: QLayout | None = None) -> QFrame:
    """A frame: card, plain, canvas, sunken, soft, ok, warn, error, popup or drop (see sheet.py)."""
    made = QFrame()
    made.setProperty("box", kind)
    if layout is not None:
        made.setLayout(layout)
    return made


def card(layout: QLayout | None = None) -> QFrame:
    """A white sheet with a hairline round it."""
    return box("card", layout)


def rule(direction: str = "h") -> QFrame:
    """A hairline; "v" stands upright."""
    made = QFrame()
    made.setProperty("rule", direction)
    return made


class SideColumn(QScrollArea):
    """A column of cards that scrolls and is as wide as its widest card needs, its scroll bar beside.

    Args:
        least: width it has in any case.
    """

    def __init__(self, least: int) -> None:
        super().__init__()
        self._least = least
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        body = self.widget()
        needed = body.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width() if body is not None else 0
        return QSize(max(self._least, needed), 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().width(), 60)

    def showEvent(self, event: QShowEvent) -> None:
        """Words that grew while the page was out of sight are measured only now; the layout kept their old height."""
        super().showEvent(event)
        if (body := self.widget()) is not None and (inner := body.layout()) is not None:
            inner.invalidate()
            inner.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


def scrolling(layout: QLayout, area: QScrollArea | None = None) -> QScrollArea:
    """Lets a tall part scroll on a small screen instead of stretching the window.

    Args:
        area: what scrolls it; a plain one without.
    """
    area, body = area or QScrollArea(), holder(layout)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(body)
    area.viewport().setAutoFillBackground(False)
    body.setAutoFillBackground(False)      # setWidget() turned it on
    return area
