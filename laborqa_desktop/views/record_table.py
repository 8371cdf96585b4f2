"""The only table model: ids and plain values, a page of rows at a time, fetched when painted by the read worker."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from laborqa_desktop.records.field import Column, RecordType
from laborqa_desktop.usecases.listing import Count, ListRow, Query
from laborqa_desktop.usecases.records import Records
from laborqa_desktop.views.background import Background, Job
from laborqa_desktop.views.cells import RIGHT_ALIGNED, cell_text
from laborqa_desktop.views.i18n import say

PAGE = 100
KEPT_PAGES = 60
RAW, TONE, ROW_ID = (Qt.ItemDataRole.UserRole + n for n in range(3))
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


@dataclass(frozen=True)
class _Answer:
    count: Count
    pages: dict[int, list[ListRow]]
    place: int | None
    total: Count


class RecordTable(QAbstractTableModel):
    """Rows of one record type.

    Signals:
        loaded: a query was answered; place holds the row of the record to keep, or None.
        fetched: a page arrived: (first row, last row).
        failed: the query raised that error.
    """

    loaded = Signal()
    fetched = Signal(int, int)
    failed = Signal(object)

    def __init__(self, records: Records, background: Background, kind: RecordType, zone: ZoneInfo | None = None,
                 parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records, self._background, self._kind, self._zone = records, background, kind, zone
        self.columns: tuple[Column, ...] = tuple(c for c in kind.columns if c.shown)
        self.query = Query(order=kind.order)
        self.count = self.total = Count(0, False)
        self.place: int | None = None
        self._pages: OrderedDict[int, list[ListRow]] = OrderedDict()
        self._asked: dict[int, Job] = {}
        self._job: Job | None = None

    def show(self, query: Query, columns: Sequence[Column] | None = None, keep: int | None = None) -> None:
        """Asks for other rows; the old ones stay until the answer comes.

        Args:
            keep: id of the record whose row should be found again.
        """
        if self._job:
            self._job.cancel()
        shown = tuple(columns) if columns is not None else self.columns
        query = replace(query, columns=tuple(c.key for c in shown))
        records, key = self._records, self._kind.key

        def work() -> _Answer:
            count = records.count(key, query)
            place = records.position(key, query, keep) if keep is not None else None
            first = (place or 0) // PAGE
            total = records.count(key, Query(archived=query.archived)) if query.search or query.filters else count
            return _Answer(count, {first: records.page(key, query, first * PAGE, PAGE)}, place, total)

        def done(answer: _Answer) -> None:
            self._job = None
            self.beginResetModel()
            self.query, self.columns, self.count, self.place = query, shown, answer.count, answer.place
            self.total = answer.total
            self._pages = OrderedDict(answer.pages)
            for job in self._asked.values():
                job.cancel()
            self._asked.clear()
            self.endResetModel()
            self.loaded.emit()

        self._job = self._background.read(work, done, self._fail)

    def reload(self, keep: int | None = None) -> None:
        """Asks for the same rows anew, after something changed."""
        self.show(self.query, keep=keep)

    def id_at(self, row: int) -> int | None:
        """Id of the record in that row; None while its page is under way."""
        found = self._row(row)
        return found.id if found else None

    def known_id(self, row: int) -> int | None:
        """The same, without asking for the page."""
        page, place = divmod(row, PAGE)
        rows = self._pages.get(page)
        return rows[place].id if rows is not None and place < len(rows) else None

    def row_of(self, record_id: int) -> int | None:
        """Row of the record, if its page is at hand."""
        for page, rows in self._pages.items():
            for place, row in enumerate(rows):
                if row.id == record_id:
                    return page * PAGE + place
        return None

    def cells_at(self, row: int) -> tuple[Any, ...]:
        """Raw values of a row, in the order of columns; empty while its page is under way."""
        found = self._row(row)
        return tuple(found.cells) if found else ()

    def text_of(self, column: Column, value: object) -> str:
        """A raw value as the list shows it."""
        return cell_text(value, column.kind, column.labels, column.scale, column.mask, self._zone)

    def _row(self, row: int) -> ListRow | None:
        page, place = divmod(row, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            self._ask(page)
            return None
        return rows[place] if place < len(rows) else None

    def _ask(self, page: int) -> None:
        if page in self._asked or self._job is not None or page * PAGE >= self.count.n:
            return
        records, key, query = self._records, self._kind.key, self.query

        def done(rows: list[ListRow]) -> None:
            self._asked.pop(page, None)
            self._pages[page] = rows
            while len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)
            first, last = page * PAGE, min((page + 1) * PAGE, self.count.n) - 1
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
            self.fetched.emit(first, last)

        self._asked[page] = self._background.read(lambda: records.page(key, query, page * PAGE, PAGE), done, self._fail)

    def _fail(self, error: Exception) -> None:
        self._job = None
        self.failed.emit(error)

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else self.count.n

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.kind in RIGHT_ALIGNED else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole,
                        RAW, TONE, ROW_ID):
            return None
        found = self._row(index.row())
        if found is None:
            return None
        if role == ROW_ID:
            return found.id
        value = found.cells[index.column()]
        if role == RAW:
            return value
        if role == TONE:
            return column.tones.get(str(value))
        words = self.text_of(column, value)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{say(column.label)}: {words}"
        return words or None if role == Qt.ItemDataRole.ToolTipRole else words

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return say(self.columns[section].label) if section < len(self.columns) else None
        return None
