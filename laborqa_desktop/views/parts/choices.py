"""One of a few, always visible: tabs and segments share how the keyboard moves through them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy

from laborqa_desktop.views import theme
from laborqa_desktop.views.icons import paint_icon
from laborqa_desktop.views.parts.paint import MIDDLE, Painted, focus_ring, rounded, smooth, text_at, width_of


@dataclass(frozen=True)
class Choice:
    """One of the few.

    Attributes:
        key: what the program calls it.
        count: quiet words after it, such as "4".
        tone: warn or error colours the count; "" keeps it quiet.
    """

    key: str
    text: str
    count: str = ""
    tone: str = ""


class Choices(Painted):
    """Base of tabs and segments. One stop in the Tab order; arrows, Home and End move within.

    Signals:
        chosen: key of the one now current, by the user's hand.
    """

    chosen = Signal(str)

    def __init__(self, name: str, items: Sequence[Choice], current: str = "") -> None:
        super().__init__()
        self._items = tuple(items)
        self._current = current or (items[0].key if items else "")
        self._name = name
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._tell()

    @property
    def current(self) -> str:
        """Key of the one chosen."""
        return self._current

    def set_current(self, key: str) -> None:
        """Chooses one without telling."""
        self._current = key
        self._tell()
        self.update()

    def set_items(self, items: Sequence[Choice]) -> None:
        """Gives it other texts or counts; the current one stays when it is still there."""
        self._items = tuple(items)
        if all(item.key != self._current for item in items) and items:
            self._current = items[0].key
        self._tell()
        self.updateGeometry()
        self.update()

    def step(self, by: int) -> None:
        """Moves by that many, round the end, and tells."""
        keys = [item.key for item in self._items]
        if keys:
            self._choose(keys[(keys.index(self._current) + by) % len(keys)])

    def _choose(self, key: str) -> None:
        if key != self._current:
            self.set_current(key)
            self.chosen.emit(key)

    def _tell(self) -> None:
        words = next((f"{i.text} {i.count}".strip() for i in self._items if i.key == self._current), "")
        self.setAccessibleName(f"{self._name}: {words}")

    def item_width(self, item: Choice) -> float:
        """Width of one, with its gap."""
        raise NotImplementedError

    def item_rects(self) -> list[QRectF]:
        """Where each stands."""
        x, found = self.left_margin(), []
        for item in self._items:
            width = self.item_width(item)
            found.append(QRectF(x, 0, width, self.height()))
            x += width
        return found

    def left_margin(self) -> float:
        """Where the first begins."""
        return 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Up:
                self.step(-1)
            case Qt.Key.Key_Right | Qt.Key.Key_Down:
                self.step(1)
            case Qt.Key.Key_Home if self._items:
                self._choose(self._items[0].key)
            case Qt.Key.Key_End if self._items:
                self._choose(self._items[-1].key)
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for item, rect in zip(self._items, self.item_rects(), strict=True):
            if rect.contains(event.position()):
                self._choose(item.key)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverMove, QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Segments(Choices):
    """One of two to five, as a switch."""

    def item_width(self, item: Choice) -> float:
        return width_of(self._words(item), "small") + 20

    def left_margin(self) -> float:
        return 2

    def sizeHint(self) -> QSize:
        return QSize(round(sum(map(self.item_width, self._items))) + 4, theme.sizes().control_small)

    def _words(self, item: Choice) -> str:
        return f"{item.text} {item.count}".strip()

    def paintEvent(self, event: QPaintEvent) -> None:
        p, r = smooth(self), QRectF(self.rect())
        rounded(p, r, 6, "sunken")
        for item, rect in zip(self._items, self.item_rects(), strict=True):
            on = item.key == self._current
            if on:
                rounded(p, rect.adjusted(0, 2, 0, -2), 4, "surface", "line")
            text_at(p, rect, self._words(item), "ink" if on else "ink2", "small", align=MIDDLE)
        if self.hasFocus():
            focus_ring(p, r)


def _more() -> int:
    """Room of the dots."""
    return theme.grown(16) + 16


class Tabs(Choices):
    """Text tabs with counts."""

    def __init__(self, name: str, items: Sequence[Choice], current: str = "", gap: int = 20) -> None:
        self._gap = gap
        super().__init__(name, items, current)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def item_width(self, item: Choice) -> float:
        count = width_of(item.count, "small") + 18 if item.count else 0
        return width_of(item.text, bold=True) + count + self._gap

    def left_margin(self) -> float:
        return 4

    def sizeHint(self) -> QSize:
        width = sum(map(self.item_width, self._items)) - self._gap + 8
        return QSize(round(max(width, 0)), theme.sizes().control + 4)

    def minimumSizeHint(self) -> QSize:
        widest = max(map(self.item_width, self._items), default=0)
        return QSize(min(self.sizeHint().width(), round(widest) + _more()), self.sizeHint().height())

    def item_rects(self) -> list[QRectF]:
        rects = super().item_rects()
        if not rects or rects[-1].right() - self._gap <= self.width():
            return rects
        space, hidden = float(self.width() - _more()), QRectF()
        current = next((n for n, item in enumerate(self._items) if item.key == self._current), 0)
        own = rects[current].width()
        x, shown = self.left_margin(), []
        for place, rect in enumerate(rects):
            needed = rect.width() + (own if place < current else 0)
            fits = place == current or x + needed - self._gap <= space
            shown.append(QRectF(x, 0, rect.width(), rect.height()) if fits else hidden)
            x += rect.width() if fits else 0
            if not fits:
                space = x + own if place < current else x
        return shown

    @property
    def hidden_items(self) -> list[Choice]:
        """Those that found no room; the dots at the right offer them."""
        return [item for item, rect in zip(self._items, self.item_rects(), strict=True) if rect.isNull()]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.hidden_items and event.position().x() > self.width() - _more():
            self.offer_hidden()
            return
        super().mousePressEvent(event)

    def offer_hidden(self) -> None:
        """Opens the menu of those without room."""
        menu = QMenu(self)
        for item in self.hidden_items:
            menu.addAction(item.text.replace("&", "&&"), partial(self._choose, item.key))
        menu.popup(self.mapToGlobal(QPoint(self.width() - _more(), self.height())))

    def paintEvent(self, event: QPaintEvent) -> None:
        p, height = smooth(self), self.height()
        if self.hidden_items:
            side = theme.grown(16)
            paint_icon(p, "dots", self.width() - side - 10, height / 2 - side / 2, side, "ink2")
        for item, rect in zip(self._items, self.item_rects(), strict=True):
            on = item.key == self._current
            if rect.isNull():
                continue
            text_at(p, rect, item.text, "accent" if on else "ink2", bold=on)
            if item.count:
                left, width = rect.x() + width_of(item.text, bold=on) + 6, width_of(item.count, "small") + 12
                high = theme.sizes().small + 6.0
                pill = QRectF(left, (height - high) / 2, width, high)
                rounded(p, pill, high / 2, f"{item.tone}_soft" if item.tone else "sunken")
                text_at(p, pill, item.count, item.tone or "ink2", "small", align=MIDDLE)
            if on:
                rounded(p, QRectF(rect.x(), height - 3, rect.width() - self._gap, 3), 1.5, "accent")
                if self.hasFocus():
                    focus_ring(p, QRectF(rect.x() - 4, 1, rect.width() - self._gap + 8, height - 1))
