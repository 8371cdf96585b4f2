"""The search box of the window: people, sites, contracts, numbers of every kind; Enter opens the record."""

from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from laborqa_desktop.records import TYPES
from laborqa_desktop.usecases.listing import Option
from laborqa_desktop.views import shortcuts, theme
from laborqa_desktop.views.background import Job
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.inputs import SearchBox
from laborqa_desktop.views.parts.paint import RIGHT, text_at

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_PER_KIND, _ROWS = 5, 12


@dataclass(frozen=True)
class Hit:
    """One record found; without a key the words that nothing was."""

    key: str
    kind: str
    option: Option


class _Hits(QAbstractListModel):
    """What was found."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hits: list[Hit] = []

    def offer(self, hits: list[Hit]) -> None:
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.option.label
        return hit if role == Qt.ItemDataRole.UserRole else None


class _HitDelegate(QStyledItemDelegate):
    """Name, quiet detail, kind at the right."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        r, hit = QRectF(option.rect), index.data(Qt.ItemDataRole.UserRole)
        painter.fillRect(r, theme.colour("accent_soft" if chosen else "surface"))
        tone = "ink" if hit.key else "ink2"
        took = text_at(painter, r.adjusted(12, 0, -120, 0), hit.option.label, tone, bold=chosen)
        text_at(painter, r.adjusted(20 + took, 0, -120, 0), hit.option.detail, "ink2", "small")
        text_at(painter, r.adjusted(r.width() - 116, 0, -12, 0), hit.kind, "ink2", "small", align=RIGHT)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(300, theme.sizes().row)


class SearchEverywhere(SearchBox):
    """Ctrl+K."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("", "", shortcuts.SEARCH)
        self.setAccessibleName(self.tr("Search everywhere"))
        self.setPlaceholderText(self.tr("Search people, sites, numbers…"))
        self._desk = desk
        self._job: Job | None = None
        self._list = QListView()
        self._model, self._delegate = _Hits(self._list), _HitDelegate(self)
        self._list.setWindowFlags(Qt.WindowType.ToolTip)
        self._list.setProperty("popup", True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setModel(self._model)
        self._list.setItemDelegate(self._delegate)
        self._list.clicked.connect(lambda index: self._open(index.row()))
        self.searched.connect(self._look)
        self.destroyed.connect(self._list.deleteLater)

    @property
    def offering(self) -> bool:
        """Whether records are offered."""
        return self._list.isVisible() and any(hit.key for hit in self._model.hits)

    def open_current(self) -> None:
        """Goes to the record under the bar."""
        self._open(self._list.currentIndex().row())

    def _look(self, words: str) -> None:
        if self._job:
            self._job.cancel()
        if not words:
            self._list.hide()
            return
        records = self._desk.office.records
        self._job = self._desk.background.read(lambda: records.search_everywhere(words, _PER_KIND), self._offer)

    def _offer(self, found: list[tuple[str, list[Option]]]) -> None:
        hits = [Hit(key, say(TYPES[key].single), option) for key, options in found for option in options]
        self._model.offer(hits or [Hit("", "", Option(0, self.tr("Nothing found."), ""))])
        if not self.hasFocus():
            self._list.hide()
            return
        self._list.resize(max(self.width(), 420), min(max(len(hits), 1), _ROWS) * theme.sizes().row + 6)
        self._list.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        self._list.show()
        if hits:
            self._list.setCurrentIndex(self._model.index(0))

    def _open(self, place: int) -> None:
        if self.offering and 0 <= place < len(self._model.hits):
            hit = self._model.hits[place]
            self._list.hide()
            self.clear()
            self._desk.signals.go.emit(hit.key, hit.option.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._list.isVisible() and not self.composing:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.offering:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                place = max(0, min(len(self._model.hits) - 1, self._list.currentIndex().row() + step))
                self._list.setCurrentIndex(self._model.index(place))
                return
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.open_current()
                return
            if event.key() == Qt.Key.Key_Escape:
                self._list.hide()
                return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._list.hide()
