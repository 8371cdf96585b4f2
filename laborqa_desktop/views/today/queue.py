"""The queue: what is to be done, grouped by kind; a list one walks through with the arrow keys."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from laborqa_desktop.views import theme
from laborqa_desktop.views.icons import paint_icon
from laborqa_desktop.views.parts.paint import MIDDLE, RIGHT, focus_ring, rounded, text_at, width_of
from laborqa_desktop.views.parts.pill import paint_pill, pill_width
from laborqa_desktop.views.today.facts import Group, Line

Index = QModelIndex | QPersistentModelIndex
_ROW = Qt.ItemDataRole.UserRole
_EDGE_PX = 10
_ALL_EMS, _ACT_EMS = 66 / 14, 74 / 14       # room for a word, in heights of body text


def all_px() -> int:
    """Room for the word that opens a whole list."""
    return round(_ALL_EMS * theme.sizes().body)


def act_px() -> int:
    """Room for the act at the right of a line."""
    return round(_ACT_EMS * theme.sizes().body)


def before_px() -> int:
    """Room before the words: the mark that folds, and the icon of a group."""
    return theme.grown(14) + theme.grown(16) + 13


def title_room(words: float, title: float, place: float) -> float:
    """What titles get of the room for words: more than their half where they need it and places do not.

    Args:
        title, place: the widest of each.
    """
    return max(words * 0.57, min(title + 14, words - place - 2))


class QueueModel(QAbstractListModel):
    """Headings and lines in one list; folded groups show their heading only."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Group | Line] = []
        self.folded: set[str] = set()
        self.widest = self.title_width = self.place_width = 0.0
        self._groups: Sequence[Group] = ()
        self._when = ""

    def show_groups(self, groups: Sequence[Group], when: str = "") -> None:
        """Shows these, or only what is of one urgency."""
        self._groups, self._when = groups, when
        self._fill()

    def fold(self, key: str, on: bool) -> None:
        """Folds a group, or unfolds it."""
        (self.folded.add if on else self.folded.discard)(key)
        self._fill()

    def _fill(self) -> None:
        self.beginResetModel()
        self.rows = []
        for group in self._groups:
            lines = [line for line in group.lines if self._when in ("", line.when)]
            if lines or (group.more and not self._when):
                self.rows.append(group)
                self.rows += [] if group.key in self.folded else lines
        shown = [one for one in self.rows if isinstance(one, Line)]
        self.widest = max((pill_width(one.state, one.tone) for one in shown), default=0)
        self.title_width = max((width_of(one.title) for one in shown), default=0)
        self.place_width = max((width_of(one.place, "quiet") for one in shown), default=0)
        self.endResetModel()

    def group_of(self, place: int) -> int:
        """The row of the heading above a row."""
        return next((i for i in range(place, -1, -1) if isinstance(self.rows[i], Group)), 0)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        one = self.rows[index.row()]
        if role == _ROW:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if isinstance(one, Group):
                return f"{one.title} {len(one.lines) + one.more}"
            return ", ".join(part for part in (one.title, one.place, one.state) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            parts = (one.title, one.note) if isinstance(one, Group) else (one.title, one.place, one.state)
            return "\n".join(filter(None, parts))
        return None


class QueueDelegate(QStyledItemDelegate):
    """Paints headings and lines; what is narrow gives way in this order: place, then title."""

    def __init__(self, parent: "QueueView", all_words: str) -> None:
        super().__init__(parent)
        self._view, self._all = parent, all_words

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        s = theme.sizes()
        return QSize(300, s.row + 8 if isinstance(index.data(_ROW), Group) else s.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        one, r = index.data(_ROW), QRectF(option.rect).adjusted(_EDGE_PX, 0, -_EDGE_PX, 0)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            rounded(painter, r.adjusted(0, 1, 0, -1), 6, "accent_soft" if chosen else "hover")
        if isinstance(one, Group):
            self._heading(painter, r, one)
        else:
            self._line(painter, r, one, chosen)
        if chosen and self._view.hasFocus():
            focus_ring(painter, r.adjusted(0, 1, 0, -1))
        painter.restore()

    def _heading(self, p: QPainter, r: QRectF, group: Group) -> None:
        middle, folded = r.center().y(), group.key in self._view.queue.folded
        small, side = theme.grown(14), theme.grown(16)
        paint_icon(p, "chevron-right" if folded else "chevron-down", r.x() + 2, middle - small / 2, small, "ink3")
        paint_icon(p, group.icon, r.x() + small + 6, middle - side / 2, side, "ink2")
        x = r.x() + before_px()
        x += text_at(p, QRectF(x, r.y(), r.width() - 150, r.height()), group.title, bold=True) + 8
        count = f"{len(group.lines) + group.more:,}"
        wide = width_of(count, "small") + 12
        high = theme.sizes().small + 6.0
        pill = QRectF(x, middle - high / 2, wide, high)
        rounded(p, pill, high / 2, "sunken")
        text_at(p, pill, count, "ink2", "small", align=MIDDLE)
        x += wide + 10
        right = r.right() - 8
        if group.list is not None:
            text_at(p, QRectF(right - all_px(), r.y(), all_px() - small, r.height()), self._all, "accent", "small",
                    align=RIGHT)
            paint_icon(p, "chevron-right", right - small + 1, middle - small / 2, small, "accent")
            right -= all_px() + 8
        if right - x > 60:
            text_at(p, QRectF(x, r.y(), right - x, r.height()), group.note, "ink2", "small")

    def _line(self, p: QPainter, r: QRectF, line: Line, chosen: bool) -> None:
        left, right = r.x() + before_px(), r.right() - 8
        if line.act:
            text_at(p, QRectF(right - act_px(), r.y(), act_px(), r.height()), line.act, "accent", align=RIGHT)
        right -= act_px() + 10
        room = right - left
        pill = min(max(110.0, self._view.queue.widest + 4), room * 0.42) if line.state else 0.0
        if line.state:
            paint_pill(p, right - pill, r.center().y(), line.state, line.tone, pill)
        words = room - pill - 12
        queue = self._view.queue
        title = words if words < 220 or not line.place else title_room(words, queue.title_width, queue.place_width)
        text_at(p, QRectF(left, r.y(), title - 12, r.height()), line.title)
        if title < words:
            text_at(p, QRectF(left + title, r.y(), words - title, r.height()), line.place, "ink2", "quiet")
        if not chosen:
            p.fillRect(QRectF(left, r.bottom() - 1, r.right() - 8 - left, 1), theme.colour("line"))


class QueueView(QListView):
    """The list. Enter opens, Space acts, Ctrl and up or down changes group, left and right fold.

    Signals:
        opened: (record type, id or None) of a line.
        acted: the same, for the act at its right.
        listed: (record type, Query) of a whole group.
    """

    opened = Signal(str, object)
    acted = Signal(str, object)
    listed = Signal(str, object)

    def __init__(self, name: str, all_words: str) -> None:
        super().__init__()
        self.queue = QueueModel()
        self.setModel(self.queue)
        self.setItemDelegate(QueueDelegate(self, all_words))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMinimumWidth(300)

    def show_groups(self, groups: Sequence[Group], when: str = "") -> None:
        """Shows these; the row under the bar stays where it was, as work goes on from there."""
        place = self.currentIndex().row()
        self.queue.show_groups(groups, when)
        self._stand(place if place >= 0 else 1)

    def _stand(self, place: int) -> None:
        if self.queue.rows:
            self.setCurrentIndex(self.queue.index(max(0, min(place, len(self.queue.rows) - 1))))

    def _current(self) -> Group | Line | None:
        place = self.currentIndex().row()
        return self.queue.rows[place] if 0 <= place < len(self.queue.rows) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        one = self._current()
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if one is not None:
                self._open(one)
            case Qt.Key.Key_Space if isinstance(one, Line):
                self.acted.emit(*one.target)
            case Qt.Key.Key_Down if ctrl:
                self._next_group(1)
            case Qt.Key.Key_Up if ctrl:
                self._next_group(-1)
            case Qt.Key.Key_Left | Qt.Key.Key_Right if one is not None:
                self._fold(event.key() == Qt.Key.Key_Left)
            case _:
                super().keyPressEvent(event)

    def _open(self, one: Group | Line) -> None:
        if isinstance(one, Line):
            self.opened.emit(*one.target)
        elif one.list is not None:
            self.listed.emit(*one.list)

    def _next_group(self, by: int) -> None:
        heads = [i for i, one in enumerate(self.queue.rows) if isinstance(one, Group)]
        if heads:
            here = heads.index(self.queue.group_of(max(0, self.currentIndex().row())))
            self._stand(heads[max(0, min(len(heads) - 1, here + by))] + 1)

    def _fold(self, on: bool) -> None:
        place = self.queue.group_of(self.currentIndex().row())
        self.queue.fold(cast(Group, self.queue.rows[place]).key, on)
        self._stand(place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or event.button() != Qt.MouseButton.LeftButton:
            return
        one, at = self.queue.rows[index.row()], event.position().x()
        from_right = self.viewport().width() - at
        if isinstance(one, Line):
            (self.acted if one.act and from_right < act_px() + 20 else self.opened).emit(*one.target)
        elif one.list is not None and from_right < all_px() + 24:
            self.listed.emit(*one.list)
        else:
            self._fold(one.key not in self.queue.folded)
