"""Items of a checklist as a table model: a new row continues the one above; rows move, double, come pasted, go back."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt

from laborqa_desktop.models.enums import ResponseKind, Severity
from laborqa_desktop.views.row_model import RowModel

CONTINUED = ("section", "response_kind", "method", "severity_if_fail", "note_on_fail", "photo_on_fail", "weight_x100")
FIRST: dict[str, Any] = {
    "section": "", "text": "", "requirement": "", "weight_x100": 100, "response_kind": ResponseKind.GRADE.value,
    "method": None, "critical": False, "severity_if_fail": Severity.MINOR.value, "note_on_fail": True,
    "photo_on_fail": False}
_STEPS_BACK = 50


class ItemsModel(RowModel):
    """Rows of the items."""

    _past: list[list[dict[str, Any]]]

    def rows(self) -> list[dict[str, Any]]:
        """Plain values of all rows that say something to check."""
        return [dict(row) for row in self._rows if (row.get("text") or row.get("requirement"))]

    def set_rows(self, rows: Sequence[dict[str, Any]]) -> None:
        """Shows other rows."""
        self._past = []
        super().set_rows(rows)

    def add(self) -> None:
        """Adds a row at the end."""
        self.insert(len(self._rows), [{}])

    def insert(self, place: int, rows: Sequence[dict[str, Any]]) -> None:
        """Puts rows before place; what they lack continues the row above."""
        self._remember()
        self.beginInsertRows(QModelIndex(), place, place + len(rows) - 1)
        for number, values in enumerate(rows):
            above = self._rows[place + number - 1] if place + number else FIRST
            self._rows.insert(place + number, {**FIRST, **{key: above.get(key) for key in CONTINUED}, **values})
        self.endInsertRows()
        if any(rows):
            self.edited.emit()

    def overwrite(self, place: int, rows: Sequence[dict[str, Any]]) -> None:
        """Puts values into the rows from place on, and adds rows for those beyond the end."""
        self._remember()
        inside = rows[:max(0, len(self._rows) - place)]
        for number, values in enumerate(inside):
            self._rows[place + number].update(values)
        if inside:
            self.dataChanged.emit(self.index(place, 0),
                                  self.index(place + len(inside) - 1, len(self.fields) - 1))
            self.edited.emit()
        if len(inside) < len(rows):
            self.insert(len(self._rows), rows[len(inside):])
            self._past.pop()

    def duplicate(self, place: int) -> None:
        """Doubles a row below itself."""
        self.insert(place + 1, [{key: value for key, value in self._rows[place].items() if key != "id"}])

    def move(self, place: int, by: int) -> bool:
        """Moves a row up or down; whether there was room."""
        target = place + by
        if not (0 <= place < len(self._rows) and 0 <= target < len(self._rows)) or self.read_only:
            return False
        self._remember()
        below = target + 1 if by > 0 else target
        self.beginMoveRows(QModelIndex(), place, place, QModelIndex(), below)
        self._rows.insert(target, self._rows.pop(place))
        self.endMoveRows()
        self.edited.emit()
        return True

    def remove(self, place: int) -> None:
        """Takes a row away."""
        self._remember()
        super().remove(place)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        full = super().headerData(section, orientation)
        if orientation != Qt.Orientation.Horizontal or full is None:
            return None
        short = {"critical": self.tr("Critical"), "severity_if_fail": self.tr("If failed"),
                 "note_on_fail": self.tr("Note"), "photo_on_fail": self.tr("Photo")}
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return short.get(self.fields[section].key, full)
            case Qt.ItemDataRole.ToolTipRole:
                return full
        return None

    def setData(self, index: Any, value: Any, role: int = 2) -> bool:
        before = [dict(row) for row in self._rows]
        done = super().setData(index, value, role)
        if done and before != self._rows:
            self._keep(before)
        return done

    def undo(self) -> bool:
        """Takes the last change of the grid back; whether there was one."""
        if not self._past or self.read_only:
            return False
        rows = self._past.pop()
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        self.edited.emit()
        return True

    @property
    def can_undo(self) -> bool:
        """Whether something can be taken back."""
        return bool(self._past) and not self.read_only

    def points(self) -> int:
        """Total of the points, in hundredths."""
        return sum(row.get("weight_x100") or 0 for row in self.rows())

    def sections(self) -> list[tuple[str, int, int]]:
        """(section, items, points) in the order they come."""
        found: dict[str, tuple[int, int]] = {}
        for row in self.rows():
            name = str(row.get("section") or "")
            count, points = found.get(name, (0, 0))
            found[name] = count + 1, points + (row.get("weight_x100") or 0)
        return [(name, count, points) for name, (count, points) in found.items()]

    def _remember(self) -> None:
        self._keep([dict(row) for row in self._rows])

    def _keep(self, rows: list[dict[str, Any]]) -> None:
        self._past.append(rows)
        del self._past[:-_STEPS_BACK]
