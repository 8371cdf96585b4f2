"""The pasted block as a grid: what becomes of each row, errors red in their cells, mended where they stand."""

from collections.abc import Mapping

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
)

from laborqa_desktop.records import record_type
from laborqa_desktop.usecases.importing import Trial
from laborqa_desktop.usecases.pasting import Pasted, Placing, columns_of
from laborqa_desktop.views import theme
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.icons import paint_icon
from laborqa_desktop.views.importing.state import column_of
from laborqa_desktop.views.parts.mending import MendingDelegate
from laborqa_desktop.views.parts.paint import text_at
from laborqa_desktop.views.parts.plain_table import make_plain

Index = QModelIndex | QPersistentModelIndex
STATE = 0
"""The first column says what becomes of the row; those of the block follow."""
_LOOK = Qt.ItemDataRole.UserRole
_NARROW, _WIDE, _STATE = 90, 240, 150


class PasteModel(QAbstractTableModel):
    """Cells of a pasted block, with what the trial found.

    Signals:
        mended: (row number, column of the block from 0, text).
    """

    mended = Signal(int, int, str)

    def __init__(self) -> None:
        super().__init__()
        self.pasted: Pasted | None = None
        self._fields: list[str] = []
        self._states: dict[int, str] = {}
        self._names: dict[int, str] = {}
        self._flaws: dict[tuple[int, int], list[str]] = {}
        self._warnings: dict[tuple[int, int], list[str]] = {}

    def show_block(self, pasted: Pasted, trial: Trial | None) -> None:
        """Shows a block; trial is None while it is being tried."""
        self.beginResetModel()
        self.pasted = pasted
        self._fields = [key for _, key in columns_of(pasted)]
        self._states, self._names, self._flaws, self._warnings = {}, {}, {}, {}
        if trial is not None:
            self._take(pasted, trial)
        self.endResetModel()

    def _take(self, pasted: Pasted, trial: Trial) -> None:
        numbers = [one for one in pasted.table.numbers if one not in pasted.left_out]
        self._states = {**dict.fromkeys(numbers, "same"), **{row.number: "new" for row in trial.new},
                        **{row.number: "changed" for _, row in trial.changed},
                        **{row.number: "bad" for row in trial.bad}}
        self._names = {row.number: trial.names.get(record_id, "") for record_id, row in trial.changed}
        if pasted.placing is Placing.ONTO:
            self._names |= {number: trial.names.get(record_id, "") for number, record_id in
                            zip(numbers, pasted.onto_left, strict=False)}
        for found, flaws in ((self._flaws, trial.flaws), (self._warnings, trial.warnings)):
            for flaw in flaws:
                place = column_of(flaw.column) if flaw.column else STATE - 1
                found.setdefault((flaw.row, place), []).append(say(flaw.reason))

    @property
    def problems(self) -> list[tuple[int, int]]:
        """(row, column) of the model for each cell that is wrong, from top to bottom."""
        if self.pasted is None:
            return []
        rows = {number: place for place, number in enumerate(self.pasted.table.numbers)}
        return sorted((rows[number], column + 1) for number, column in self._flaws if number in rows)

    def rowCount(self, parent: Index | None = None) -> int:
        outside = parent is not None and parent.isValid()
        return 0 if outside or self.pasted is None else len(self.pasted.table.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._fields) + 1

    def headerData(self, section: int, orientation: Qt.Orientation,
                   role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self.pasted is None:
            return None
        if orientation == Qt.Orientation.Vertical:
            return f"{self.pasted.table.numbers[section]}" if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.ToolTipRole and section:
            return self.tr("Column {heading}: choose the field it fills  Alt+Down").format(
                heading=self.pasted.table.headings[section - 1])
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.tr("Becomes") if section == STATE else f"{self.field_name(section - 1)}  ▾"

    def field_name(self, column: int) -> str:
        """The field that a column of the block fills, in words."""
        assert self.pasted is not None
        key = self._fields[column]
        return say(record_type(self.pasted.kind).field(key).label) if key else self.tr("(not pasted)")

    def number_at(self, row: int) -> int:
        """Number of a row in the block."""
        assert self.pasted is not None
        return self.pasted.table.numbers[row]

    def reason(self, row: int, column: int) -> str:
        """What is wrong or doubtful at a cell; at the first column: with the row."""
        key = (self.number_at(row), column - 1)
        return " ".join(self._flaws.get(key, []) + self._warnings.get(key, []))

    def row_reasons(self, row: int) -> str:
        """All that is wrong with a row."""
        number = self.number_at(row)
        return " ".join(words for (of, _), found in sorted(self._flaws.items()) if of == number for words in found)

    def state_words(self, row: int) -> str:
        """What becomes of a row."""
        number = self.number_at(row)
        if self.pasted is not None and number in self.pasted.left_out:
            return self.tr("left out")
        words: Mapping[str, str] = {"new": self.tr("new"), "changed": self.tr("changed"), "same": self.tr("unchanged"),
                                    "bad": self.tr("error")}
        name = self._names.get(number, "")
        state = words.get(self._states.get(number, ""), "…")
        return f"{state} · {name}" if name else state

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self.pasted is None:
            return None
        row, column = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.state_words(row) if column == STATE else self.pasted.cell(row, column - 1)
        if role == Qt.ItemDataRole.ToolTipRole:
            return (self.row_reasons(row) if column == STATE else self.reason(row, column)) or None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = str(self.data(index) or "")
            why = self.reason(row, column)
            return f"{self.headerData(column, Qt.Orientation.Horizontal)}: {words}. {why}".strip()
        return self.look(row, column) if role == _LOOK else None

    def look(self, row: int, column: int) -> str:
        """How a cell is painted: error, warn, quiet or plain."""
        number = self.number_at(row)
        if self.pasted is not None and number in self.pasted.left_out:
            return "quiet"
        if column == STATE:
            return {"bad": "error", "same": "quiet", "": "quiet"}.get(self._states.get(number, ""), "")
        if (number, column - 1) in self._flaws:
            return "error"
        if (number, column - 1) in self._warnings:
            return "warn"
        return "" if self._fields[column - 1] else "quiet"

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() == STATE or str(value) == self.data(index):
            return False
        self.mended.emit(self.number_at(index.row()), index.column() - 1, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags if index.column() == STATE else flags | Qt.ItemFlag.ItemIsEditable


class PasteDelegate(MendingDelegate):
    """Paints a cell; what is wrong stands red on red ground with an icon, so that colour is not all that tells."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, r = str(index.data(_LOOK) or ""), QRectF(option.rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        plain = "sunken" if index.column() == STATE else "surface"
        painter.fillRect(r, theme.colour({"error": "error_soft", "warn": "warn_soft"}.get(look, plain)))
        painter.fillRect(QRectF(r.x(), r.bottom(), r.width(), 1), theme.colour("line"))
        painter.fillRect(QRectF(r.right(), r.y(), 1, r.height()), theme.colour("line"))
        inner = r.adjusted(8, 0, -6, 0)
        if look in ("error", "warn"):
            side = theme.grown(14)
            paint_icon(painter, "ban" if look == "error" else "alert-triangle", r.x() + 6, r.center().y() - side / 2,
                       side, look)
            inner = inner.adjusted(side + 2, 0, 0, 0)
        tone = {"quiet": "ink3", "error": "error", "warn": "warn"}.get(look, "ink")
        words, bold = str(index.data() or "").replace("\n", " "), index.column() == STATE and not look
        text_at(painter, inner, words, tone, bold=bold)
        if chosen:
            painter.setPen(theme.colour("accent"))
            painter.drawRect(r.adjusted(1, 1, -2, -2))
            painter.drawRect(r.adjusted(2, 2, -3, -3))


class PasteGrid(QTableView):
    """The grid.

    Signals:
        field_asked: another field is wanted for a column of the block.
        row_asked: the current row is to be left out, or taken again.
        moved: another cell is current.
    """

    field_asked = Signal(int)
    row_asked = Signal()
    moved = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.block = PasteModel()
        self.block.setParent(self)
        self._delegate = PasteDelegate(self)
        self.setModel(self.block)
        self.setItemDelegate(self._delegate)
        make_plain(self, name, numbered=True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
                             | QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionsClickable(True)
        self.horizontalHeader().sectionClicked.connect(self._ask_field)

    def show_block(self, pasted: Pasted, trial: Trial | None) -> None:
        """Shows a block and keeps the current cell."""
        at, fresh = self.currentIndex(), self.block.pasted is None
        row, column = at.row(), at.column()
        self.block.show_block(pasted, trial)
        if fresh or self.horizontalHeader().sectionSize(STATE) < _NARROW:
            self._fit()
        if self.block.rowCount():
            self.setCurrentIndex(self.block.index(min(max(row, 0), self.block.rowCount() - 1),
                                                  min(max(column, 1), self.block.columnCount() - 1)))

    def _ask_field(self, section: int) -> None:
        if section > STATE:
            self.field_asked.emit(section - 1)

    def _fit(self) -> None:
        self.resizeColumnsToContents()
        self.setColumnWidth(STATE, round(_STATE * theme.sizes().body / 14))
        for section in range(1, self.block.columnCount()):
            hint = self.horizontalHeader().sectionSizeHint(section) + 12
            longest = max((len(str(self.block.index(row, section).data() or ""))
                           for row in range(min(50, self.block.rowCount()))), default=0)
            self.setColumnWidth(section, max(_NARROW, hint, min(_WIDE, longest * theme.sizes().body + 30)))

    def go_to_problem(self, after: bool = True) -> None:
        """F8: the next wrong cell, round the end."""
        problems, at = self.block.problems, (self.currentIndex().row(), self.currentIndex().column())
        if problems:
            place = next((one for one in problems if one > at), problems[0]) if after else problems[0]
            self.setCurrentIndex(self.block.index(*place))
            self.setFocus()

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:    # type: ignore[override]
        super().currentChanged(current, previous)
        self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        at = self.currentIndex()
        if key == Qt.Key.Key_Delete and at.column() > STATE:
            self.block.setData(at, "")
        elif control and key == Qt.Key.Key_Minus:
            self.row_asked.emit()
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and key == Qt.Key.Key_Down and at.column() > STATE:
            self.field_asked.emit(at.column() - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and at.column() > STATE:
            self.edit(at)
        else:
            super().keyPressEvent(event)
