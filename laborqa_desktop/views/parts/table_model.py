"""What the models of small tables share: all rows are at hand, and words are made when a row is painted.

A list of the library is no such table: record_table.py fetches its rows.
"""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()
ROW = Qt.ItemDataRole.UserRole
"""Under this role every cell gives its whole row, for whoever paints it."""
_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)


class TableModel(QAbstractTableModel, Generic[Row]):
    """Rows in memory. A child says what stands in a heading and in a cell.

    Attributes:
        columns: how many there are.
    """

    def __init__(self, columns: int) -> None:
        super().__init__()
        self.rows: Sequence[Row] = ()
        self.columns = columns

    def put(self, rows: Sequence[Row], columns: int | None = None) -> None:
        """Shows other rows; columns: as many as before."""
        self.beginResetModel()
        self.rows, self.columns = rows, self.columns if columns is None else columns
        self.endResetModel()

    def heading(self, column: int) -> str:
        """What stands over a column."""
        raise NotImplementedError

    def words(self, place: int, column: int) -> str:
        """A cell as it is read."""
        raise NotImplementedError

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else self.columns

    def headerData(self, section: int, orientation: Qt.Orientation,
                   role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation == Qt.Orientation.Vertical:
            return None
        return self.heading(section)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        if role in _WORDS:
            return self.words(index.row(), index.column())
        return self.rows[index.row()] if role == ROW else None
