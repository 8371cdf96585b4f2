"""A long list of things to tick, each with a quiet count: one list for hundreds of lines, all by keyboard."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from laborqa_desktop.views import theme
from laborqa_desktop.views.icons import paint_in
from laborqa_desktop.views.parts.paint import RIGHT, focus_ring, rounded, text_at, width_of

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_BOX_PX = 18
LINE = Qt.ItemDataRole.UserRole + 1
_STATES = {Qt.CheckState.Checked: "check", Qt.CheckState.PartiallyChecked: "minus"}


@dataclass(frozen=True)
class Line:
    """One line.

    Attributes:
        key: what the program calls it.
        count: how often it occurs; None shows none.
        parent: key of the line above that holds it: ticking that ticks this too.
        alone: ticking it takes every other tick away.
    """

    key: Any
    words: str
    count: int | None = None
    parent: Any = None
    alone: bool = False


class _Lines(QAbstractListModel):
    """The lines shown, and the keys ticked, those not shown too."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()
        self.ticked: dict[Any, None] = {}

    def show(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable if index.isValid() else Qt.ItemFlag.NoItemFlags

    def state(self, line: Line) -> Qt.CheckState:
        if line.key in self.ticked or (line.parent is not None and line.parent in self.ticked):
            return Qt.CheckState.Checked
        some = any(one.parent == line.key and one.key in self.ticked for one in self.lines if one.parent is not None)
        return Qt.CheckState.PartiallyChecked if some else Qt.CheckState.Unchecked

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.words
            case Qt.ItemDataRole.CheckStateRole:
                return self.state(line)
            case Qt.ItemDataRole.AccessibleTextRole:
                return line.words if line.count is None else f"{line.words}, {line.count:,}"
            case Qt.ItemDataRole.ToolTipRole:
                return line.words if len(line.words) > 16 else None
            case _ if role == LINE:
                return line
        return None

    def toggle(self, row: int) -> None:
        line = self.lines[row]
        on = self.state(line) is not Qt.CheckState.Checked
        children = [one.key for one in self.lines if one.parent == line.key and one.parent is not None]
        siblings = [one.key for one in self.lines if one.parent == line.parent and one.parent is not None]
        if on and line.alone:
            self.ticked.clear()
        elif on:
            for one in self.lines:
                if one.alone:
                    self.ticked.pop(one.key, None)
        for child in children:
            self.ticked.pop(child, None)
        if line.parent is not None and line.parent in self.ticked:      # the year less this month
            del self.ticked[line.parent]
            self.ticked.update(dict.fromkeys(key for key in siblings if key != line.key))
        elif on:
            self.ticked[line.key] = None
        else:
            self.ticked.pop(line.key, None)
        self.dataChanged.emit(self.index(0), self.index(len(self.lines) - 1), [Qt.ItemDataRole.CheckStateRole])


class ValueList(QListView):
    """The list. Arrows move, Space or a click ticks, Enter accepts.

    Signals:
        toggled: a tick was set or taken away.
        accepted: Enter.
        up_and_out: Up on the first line.
    """

    toggled = Signal()
    accepted = Signal()
    up_and_out = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._model = _Lines(self)
        self._delegate = _Delegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setTabKeyNavigation(False)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._model.lines

    @property
    def ticked(self) -> tuple[Any, ...]:
        """Keys of what is ticked, in the order of ticking; those of lines that are not shown too."""
        return tuple(self._model.ticked)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Shows other lines; ticks stay."""
        self._model.show(lines)

    def tick(self, keys: Iterable[Any]) -> None:
        """Ticks exactly these."""
        self._model.ticked = dict.fromkeys(keys)
        self.viewport().update()

    def is_ticked(self, key: Any) -> bool:
        """Whether a line counts as ticked, by itself or by the line above it."""
        line = next((one for one in self.lines if one.key == key), Line(key, ""))
        return self._model.state(line) is Qt.CheckState.Checked

    def toggle(self, row: int) -> None:
        """Ticks a line, or takes its tick away."""
        if 0 <= row < len(self.lines):
            self._model.toggle(row)
            self.toggled.emit()

    def wanted_width(self) -> int:
        """Room for the widest line with its count."""
        widest = max((width_of(one.words) + width_of(f"{one.count or 0:,}", "small")
                      + (theme.grown(_BOX_PX) + 4 if one.parent is not None else 0) for one in self.lines), default=0.0)
        return round(widest) + theme.grown(_BOX_PX) + 52

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Space:
            self.toggle(row)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accepted.emit()
        elif event.key() == Qt.Key.Key_Up and row <= 0:
            self.up_and_out.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.toggle(index.row())

    def focusInEvent(self, event: Any) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.lines:
            self.setCurrentIndex(self._model.index(0))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.scheduleDelayedItemsLayout()


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, theme.sizes().control_small + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line, state = index.data(LINE), Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        r = QRectF(option.rect)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if over:
            rounded(painter, r.adjusted(0, 0, -2, 0), 6, "hover")
        side = theme.grown(_BOX_PX)
        left = r.x() + 6 + (side + 4 if line.parent is not None else 0)
        box = QRectF(left, r.center().y() - side / 2, side, side)
        if state is Qt.CheckState.Unchecked:
            rounded(painter, box, 4, "surface", "edge")
        else:
            rounded(painter, box, 4, "accent_fill")
            paint_in(painter, _STATES[state], box, side - 4, "on_accent")
        count = "" if line.count is None else f"{line.count:,}"
        took = width_of(count, "small") + 18
        text_at(painter, QRectF(left + side + 8, r.y(), r.right() - left - side - 8 - took, r.height()), line.words)
        text_at(painter, r.adjusted(0, 0, -10, 0), count, "ink2", "small", align=RIGHT)
        view = option.widget
        if isinstance(view, QAbstractItemView) and view.hasFocus() and view.currentIndex() == index:
            focus_ring(painter, r.adjusted(0, 0, -2, 0))
        painter.restore()
