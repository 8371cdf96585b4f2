"""The list under the search of the window: headings, what was found, its keys at the right."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from laborqa_desktop.views import theme
from laborqa_desktop.views.icons import paint_icon
from laborqa_desktop.views.parts.label import paint_key
from laborqa_desktop.views.parts.paint import RIGHT, text_at, width_of

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
Sort = Literal["heading", "record", "command", "act", "words"]


@dataclass(frozen=True)
class Hit:
    """One row.

    Attributes:
        sort: a heading and mere words cannot be chosen.
        key: record type, key of a command, or title of an act of the page.
        right: quiet words at the right; keys: a key cap there instead.
        possible: False for what cannot be done now; detail then says why.
    """

    sort: Sort
    key: str
    label: str
    detail: str = ""
    right: str = ""
    keys: str = ""
    icon: str = ""
    id: int = 0
    possible: bool = True

    @property
    def choosable(self) -> bool:
        """Whether Enter does something with it."""
        return self.sort in ("record", "command", "act") and self.possible


class Hits(QAbstractListModel):
    """What was found."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []

    def offer(self, hits: list[Hit]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.hits)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self.hits[index.row()].choosable:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.label
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (hit.label, hit.detail) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (hit.label, hit.detail, hit.right, hit.keys) if part)
        return hit if role == Qt.ItemDataRole.UserRole else None


class _HitDelegate(QStyledItemDelegate):
    """Icon, name, quiet detail; kind or keys at the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        r, hit = QRectF(option.rect), index.data(Qt.ItemDataRole.UserRole)
        if hit.sort == "heading":
            painter.fillRect(r, theme.colour("surface"))
            text_at(painter, r.adjusted(12, 4, -12, 0), hit.label, "ink2", "small", bold=True)
            return
        painter.fillRect(r, theme.colour("accent_soft" if chosen else "surface"))
        tone = "ink3" if not hit.possible else "ink" if hit.sort != "words" else "ink2"
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = theme.grown(16)
        if hit.icon:
            paint_icon(painter, hit.icon, r.x() + 12, r.center().y() - side / 2, side, "accent" if chosen else "ink3")
        left, right = (side + 22.0 if hit.icon else 12.0), self._right(painter, r, hit) + 20
        took = text_at(painter, r.adjusted(left, 0, -right, 0), hit.label, tone, bold=chosen)
        text_at(painter, r.adjusted(left + took + 10, 0, -right, 0), hit.detail, "ink2", "small")

    def _right(self, painter: QPainter, r: QRectF, hit: Hit) -> float:
        words = hit.keys or hit.right
        if not words:
            return 0.0
        wide = width_of(words, "small") + (13 if hit.keys else 0)
        if hit.keys:
            height = theme.sizes().small + 8
            paint_key(painter, QRectF(r.right() - 12 - wide, r.center().y() - height / 2, wide, height), words)
        else:
            text_at(painter, r.adjusted(0, 0, -12, 0), words, "ink2", "small", align=RIGHT)
        return wide + 12

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        heading = index.data(Qt.ItemDataRole.UserRole).sort == "heading"
        return QSize(300, theme.sizes().row - (4 if heading else 0))


class HitList(QListView):
    """The pop-up. It never takes the keyboard; whoever shows it walks the rows."""

    def __init__(self) -> None:
        super().__init__()
        self.hits = Hits(self)
        self.setModel(self.hits)
        self._delegate = _HitDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setWindowFlags(Qt.WindowType.ToolTip)
        self.setProperty("popup", True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(False)

    @property
    def current(self) -> Hit | None:
        """The row under the bar."""
        place = self.currentIndex().row()
        return self.hits.hits[place] if 0 <= place < len(self.hits.hits) else None

    def height_of_all(self) -> int:
        """Height of all rows and the frame."""
        return sum(self.sizeHintForRow(place) for place in range(len(self.hits.hits))) + 6

    def step(self, by: int) -> None:
        """Goes to the next row that can be chosen, up or down, and from the last to the first."""
        hits, place = self.hits.hits, self.currentIndex().row()
        for _ in hits:
            place = (place + by) % len(hits)
            if hits[place].choosable:
                self.setCurrentIndex(self.hits.index(place))
                if place and not any(one.choosable for one in hits[:place]):
                    self.scrollToTop()      # so that the heading of the first group is seen again
                return
