"""The view of a list: rows of 32, hairlines, columns that fill the width and give way when it is small."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from laborqa_desktop.records.field import Column
from laborqa_desktop.views import theme
from laborqa_desktop.views.delegates import RowDelegate
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.list_header import ListHeader
from laborqa_desktop.views.parts.pill import pill_width
from laborqa_desktop.views.record_table import RecordTable

_LEAST_SHARE = 0.85     # of its width, before a column gives way
_WIDEST_STATE = 180


class RowView(QTableView):
    """Shows a RecordTable.

    Signals:
        entered_form: Enter or F2 was pressed on a row.
        archive_asked: Del was pressed.
        up_and_out: the Up key was pressed on the first row.
    """

    entered_form = Signal()
    archive_asked = Signal()
    up_and_out = Signal()

    def __init__(self, model: RecordTable, name: str) -> None:
        super().__init__()
        self._table = model
        self._delegate, self.header_ = RowDelegate(self), ListHeader(self)
        self._column = ""       # key of the column the keyboard is on: Alt+Down opens its filter
        self.widths: dict[str, int] = {}
        self.fixed_choice = False
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setHorizontalHeader(self.header_)
        self.header_.show()
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMinimumHeight(120)
        self._set_heights()
        self.header_.sectionResized.connect(self._keep_width)
        self._fitting = False

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_heights()
        super().changeEvent(event)

    def _set_heights(self) -> None:
        self.verticalHeader().setMinimumSectionSize(20)
        self.verticalHeader().setDefaultSectionSize(theme.sizes().row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit_columns()

    def fit_columns(self) -> None:
        """Fills the width; without a choice of the user's, the last plain columns give way first."""
        columns = self._table.columns
        if not columns:
            return
        wanted = [self._wanted(c, place) for place, c in enumerate(columns)]
        space = self.viewport().width()
        shown = set(range(len(columns))) if self.fixed_choice else _fitting(columns, wanted, space)
        self._fitting = True
        states = {place for place in shown if columns[place].labels}
        fixed = sum(wanted[place] for place in states)
        total = sum(wanted[place] for place in shown - states)
        heads = {place: min(self.header_.width_for(place), wanted[place]) for place in shown - states}
        slack, short = total - sum(heads.values()), fixed + total - space
        for place in range(len(columns)):
            self.setColumnHidden(place, place not in shown)
        if not self.fixed_choice or fixed + total < space:
            left, last = space, max(shown)
            for place in sorted(shown):
                share = float(wanted[place])
                if place not in states and 0 < short <= slack:      # what is beyond the heading gives way
                    share -= (wanted[place] - heads[place]) * short / slack
                elif place not in states:
                    share *= (space - fixed) / max(total, 1)
                width = left if place == last else round(share)
                self.header_.resizeSection(place, width)
                left -= width
        else:
            for place in shown:
                self.header_.resizeSection(place, wanted[place])
        self._fitting = False

    def _wanted(self, shown: Column, place: int) -> int:
        grown = round(shown.width * theme.sizes().body / 14)
        labels = [pill_width(say(text), "ok" if shown.tones else "plain") for text in (shown.labels or {}).values()]
        widest = min(round(max(labels, default=0)) + 24, _WIDEST_STATE)
        return self.widths.get(shown.key, max(grown, widest, self.header_.width_for(place)))

    def _keep_width(self, section: int, old: int, new: int) -> None:
        if not self._fitting and new > 0 and section < len(self._table.columns):
            self.widths[self._table.columns[section].key] = new

    def chosen_rows(self) -> list[int]:
        """Numbers of the chosen rows, in order."""
        return sorted({row for first, last in self._blocks() for row in range(first, last + 1)})

    def chosen_count(self) -> int:
        """How many rows are chosen."""
        return sum(last - first + 1 for first, last in self._blocks())

    def _blocks(self) -> list[tuple[int, int]]:
        """First and last row of each block chosen; as quick for 100,000 rows as for one."""
        return [(part.top(), part.bottom()) for part in self.selectionModel().selection().toList()]

    def go_to(self, row: int) -> None:
        """Makes a row current and chosen, and scrolls to it."""
        shown = [c for c in range(self._table.columnCount()) if not self.isColumnHidden(c)]
        kept = next((c for c in shown if self._table.columns[c].key == self._column), next(iter(shown), 0))
        index = self._table.index(row, kept)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def focusInEvent(self, event: object) -> None:
        super().focusInEvent(event)     # type: ignore[arg-type]
        if not self.currentIndex().isValid() and self._table.rowCount():
            self.go_to(0)
        self.header_.point_at(self.currentIndex().column())
        self.viewport().update()

    def focusOutEvent(self, event: object) -> None:
        super().focusOutEvent(event)    # type: ignore[arg-type]
        self.header_.point_at(-1)
        self.viewport().update()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:    # type: ignore[override]
        super().currentChanged(current, previous)
        if current.isValid() and current.column() < len(self._table.columns):
            self._column = self._table.columns[current.column()].key
        self.header_.point_at(current.column() if self.hasFocus() else -1)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        key = event.key()
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.entered_form.emit()
        elif plain and key == Qt.Key.Key_Delete:
            self.archive_asked.emit()
        elif plain and key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.up_and_out.emit()
        elif plain and key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._table.rowCount():
            self.go_to(0 if key == Qt.Key.Key_Home else self._table.rowCount() - 1)
        else:
            super().keyPressEvent(event)


def _fitting(columns: Sequence[Column], wanted: Sequence[int], space: int) -> set[int]:
    states = [place for place, c in enumerate(columns) if c.tones and place]
    order = [0, *states, *(place for place in range(1, len(columns)) if place not in states)]
    shown, used = set[int](), 0.0
    for place in order:
        used += wanted[place] * (1 if columns[place].labels else _LEAST_SHARE)
        if shown and used > space:
            break
        shown.add(place)
    return shown
