"""Child rows as a table model: a list of dicts, one column a field."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal

from laborqa_desktop.records import Flaw
from laborqa_desktop.records.field import Field, Kind
from laborqa_desktop.views.cells import RIGHT_ALIGNED, cell_text
from laborqa_desktop.views.editors import Setting
from laborqa_desktop.views.i18n import say

FLAW = Qt.ItemDataRole.UserRole + 7
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class RowModel(QAbstractTableModel):
    """Rows of one relationship.

    Signals:
        edited: a value or a row changed by the user's hand.
    """

    edited = Signal()

    def __init__(self, fields: Sequence[Field], setting: Setting) -> None:
        super().__init__()
        self.fields = tuple(fields)
        self.read_only = False
        self._setting = setting
        self._rows: list[dict[str, Any]] = []
        self._labels: dict[tuple[str, int], str] = {}
        self._flaws: dict[tuple[int, str], Flaw] = {}

    def rows(self) -> list[dict[str, Any]]:
        """Plain values of all rows that hold any."""
        return [dict(row) for row in self._filled()]

    def _filled(self) -> list[dict[str, Any]]:
        return [row for row in self._rows if _holds_any(row)]

    def is_blank(self, place: int) -> bool:
        """Whether a row holds nothing yet."""
        return not _holds_any(self._rows[place])

    def take_stored(self, rows: Sequence[dict[str, Any]]) -> bool:
        """Takes ids and defaults of rows just saved into the rows shown; the cell in use stays. False: they differ."""
        mine = self._filled()
        if len(mine) != len(rows):
            return False
        for row, stored in zip(mine, rows, strict=True):
            row.update(stored)
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.fields) - 1))
        return True

    def set_rows(self, rows: Sequence[dict[str, Any]]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self._rows = [dict(row) for row in rows]
        self._flaws = {}
        self.endResetModel()

    def add(self) -> None:
        """Adds an empty row at the end."""
        place = len(self._rows)
        self.beginInsertRows(_NONE, place, place)
        self._rows.append({field.key: False if field.kind is Kind.BOOL else None for field in self.fields})
        self.endInsertRows()

    def remove(self, place: int) -> None:
        """Takes a row away."""
        self.beginRemoveRows(_NONE, place, place)
        del self._rows[place]
        self.endRemoveRows()
        self.edited.emit()

    def field_at(self, index: Index) -> Field:
        """The field of a column."""
        return self.fields[index.column()]

    def is_bool(self, index: Index) -> bool:
        """Whether Space toggles that cell."""
        return index.isValid() and self.field_at(index).kind is Kind.BOOL

    def put_today(self, index: Index) -> None:
        """Ctrl+; in a date."""
        if index.isValid() and self.field_at(index).kind is Kind.DATE:
            self.setData(index, self._setting.desk.today())

    def copy_cell(self, source: Index, target: Index) -> None:
        """Copies one value."""
        self.setData(target, source.data(Qt.ItemDataRole.EditRole))

    def remember_label(self, target: str, record_id: int, words: str) -> None:
        """Keeps the name of a record chosen in a cell."""
        self._labels[target, record_id] = words

    def know(self, names: Mapping[tuple[str, int], str]) -> None:
        """Takes names of records that rows refer to."""
        self._labels.update(names)

    def label_of(self, target: str, record_id: int) -> str:
        """The name of a record, asked once."""
        if (target, record_id) not in self._labels:
            self._labels[target, record_id] = self._setting.desk.office.records.label(target, record_id)
        return self._labels[target, record_id]

    def show_flaws(self, flaws: Sequence[Flaw]) -> None:
        """Marks cells; a flaw's field is "items.text", its row counts the rows that hold a value."""
        self._flaws = {(flaw.row or 0, flaw.field.rpartition(".")[2]): flaw for flaw in flaws}
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.fields) - 1))

    def place_of(self, flaw: Flaw) -> QModelIndex:
        """Where a flaw is."""
        key = flaw.field.rpartition(".")[2]
        place = next((n for n, field in enumerate(self.fields) if field.key == key), 0)
        return self.index(flaw.row or 0, place)

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.fields)

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = super().flags(index)
        if not index.isValid() or self.read_only or self.field_at(index).read_only or self.is_bool(index):
            return usual
        return usual | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        field = self.field_at(index)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if field.kind in RIGHT_ALIGNED else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        value = self._rows[index.row()].get(field.key)
        flaw = self._flaws.get((index.row(), field.key))
        match role:
            case Qt.ItemDataRole.EditRole:
                return value
            case Qt.ItemDataRole.DisplayRole:
                return self._words(field, value)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{say(field.label)}: {self._words(field, value)}"
            case Qt.ItemDataRole.ToolTipRole:
                return say(flaw.text) if flaw else str(self.data(index) or "") or None
            case _ if role == FLAW:
                return ("warn" if flaw.warning else "error") if flaw else None
        return None

    def _words(self, field: Field, value: Any) -> str:
        if field.kind is Kind.REF and isinstance(value, int):
            return self.label_of(field.target, value)
        if field.kind is Kind.BOOL and not value:
            return ""
        return cell_text(value, field.kind, field.labels, field.scale, zone=self._setting.desk.zone)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or self.read_only or role != Qt.ItemDataRole.EditRole:
            return False
        field = self.field_at(index)
        if field.kind in (Kind.TEXT, Kind.LONG_TEXT, Kind.CODE) and value is None:
            value = ""
        if self._rows[index.row()].get(field.key) != value:
            self._rows[index.row()][field.key] = value
            self._flaws.pop((index.row(), field.key), None)
            self.dataChanged.emit(index, index)
            self.edited.emit()
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        field = self.fields[section] if section < len(self.fields) else None
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole and field is not None:
            return Qt.AlignmentFlag.AlignRight if field.kind in RIGHT_ALIGNED else Qt.AlignmentFlag.AlignLeft
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return say(field.label) + (" *" if field.required else "") if field else None

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        rows: dict[int, list[Index]] = {}
        for index in indexes:
            rows.setdefault(index.row(), []).append(index)
        lines = ["\t".join(str(i.data() or "") for i in sorted(line, key=lambda i: i.column()))
                 for _, line in sorted(rows.items())]
        data = QMimeData()
        data.setText("\r\n".join(lines))
        return data


def _holds_any(row: dict[str, Any]) -> bool:
    return any(value not in (None, "", False) for key, value in row.items() if key != "id")
