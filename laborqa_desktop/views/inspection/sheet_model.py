"""The lines of an inspection as a table: a heading for each section, a row for each item."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from laborqa_desktop.models.enums import LABELS, Answer
from laborqa_desktop.usecases.inspection_sheet import Entry, SectionTally, Sheet, SheetItem, Tally, tally
from laborqa_desktop.views.i18n import say

NO, TEXT, POINTS, GRADE, EARNED, PHOTOS = range(6)
LINE, OPEN = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


def answer_name(answer: str) -> str:
    """An answer as people read it."""
    return say(LABELS[Answer][answer])


def points_text(hundredths: int | None, places: int = 2) -> str:
    """Points; a dash where there are none."""
    return "—" if hundredths is None else f"{hundredths / 100:.{places}f}"


class SheetModel(QAbstractTableModel):
    """One sheet with the answers as they are now.

    Signals:
        answered: position of the item whose entry changed, by the user's hand.
    """

    answered = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet: Sheet | None = None
        self.tally: Tally | None = None
        self._lines: list[int | str] = []       # position of an item, or name of a section
        self._undo: list[tuple[int, Entry]] = []

    def show(self, sheet: Sheet, entries: Mapping[int, Entry] | None = None) -> None:
        """Shows another sheet.

        Args:
            entries: kept and not saved; they take the place of the stored ones.
        """
        self.beginResetModel()
        self.sheet = sheet.with_entries(entries or {})
        self.tally = tally(self.sheet)
        self._lines, self._undo, section = [], [], None
        for item in sheet.items:
            if item.section != section and item.section:
                self._lines.append(item.section)
            section = item.section
            self._lines.append(item.position)
        self.endResetModel()

    def entries(self) -> dict[int, Entry]:
        """All entries by position."""
        return {item.position: item.entry for item in self.sheet.items} if self.sheet else {}

    def item_at(self, row: int) -> SheetItem | None:
        """The item in that row; None for a heading."""
        line = self._lines[row] if 0 <= row < len(self._lines) else ""
        return self.sheet.items[line] if self.sheet and isinstance(line, int) else None

    def section_at(self, row: int) -> SectionTally | None:
        """The section whose heading stands in that row."""
        line = self._lines[row] if 0 <= row < len(self._lines) else 0
        if self.tally is None or not isinstance(line, str):
            return None
        return next((one for one in self.tally.sections if one.section == line), None)

    def row_of(self, position: int) -> int:
        """The row of an item, -1 when it is not there."""
        return self._lines.index(position) if position in self._lines else -1

    def set_entry(self, position: int, entry: Entry, undoable: bool = True) -> None:
        """Enters something for an item."""
        assert self.sheet is not None
        old = self.sheet.items[position].entry
        if old == entry or not self.sheet.editable:
            return
        if undoable:
            self._undo.append((position, old))
        self.sheet = self.sheet.with_entries({position: entry})
        self.tally = tally(self.sheet)
        self._repaint(position)
        self.answered.emit(position)

    def set_photos(self, position: int, count: int) -> None:
        """So many pictures are attached to an item now."""
        assert self.sheet is not None
        items = list(self.sheet.items)
        items[position] = replace(items[position], photos=count)
        self.sheet = replace(self.sheet, items=tuple(items))
        self._repaint(position)

    def undo(self) -> int | None:
        """Takes the last entry back; gives the position, None when there is nothing to take back."""
        if not self._undo:
            return None
        position, entry = self._undo.pop()
        self.set_entry(position, entry, undoable=False)
        return position

    def next_open(self, after: int) -> int | None:
        """The row of the next item without an answer after that row, going round the end."""
        rows = [n for n, _ in enumerate(self._lines) if (item := self.item_at(n)) and item.entry.answer is None]
        return next((n for n in rows if n > after), rows[0] if rows else None)

    def _repaint(self, position: int) -> None:
        row = self.row_of(position)
        self.dataChanged.emit(self.index(row, 0), self.index(row, PHOTOS))
        for above in range(row, -1, -1):        # the heading counts what is answered
            if self.item_at(above) is None:
                self.dataChanged.emit(self.index(above, 0), self.index(above, 0))
                break

    def rowCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NONE) -> int:
        return 0 if parent.isValid() else PHOTOS + 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self.item_at(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self.item_at(index.row())
        if role == LINE:
            return item or self.section_at(index.row())
        if role == OPEN:
            return self.sheet is not None and self.sheet.editable
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = index.column() in (POINTS, EARNED)
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(index.row(), index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole and item and index.column() == TEXT:
            return item.requirement or item.text
        return None

    def _words(self, row: int, column: int) -> str:
        item = self.item_at(row)
        if item is None:
            line = self._lines[row]
            return str(line) if column == 0 else ""
        answer = item.entry.answer
        return {NO: f"{item.position + 1:02d}", TEXT: item.text, POINTS: f"{item.points / 100:g}",
                GRADE: answer_name(answer) if answer else "", EARNED: points_text(item.earned),
                PHOTOS: str(item.photos) if item.photos else ""}[column]

    def _spoken(self, row: int, column: int) -> str:
        item = self.item_at(row)
        if item is None:
            return self._words(row, 0)
        name = answer_name(item.entry.answer) if item.entry.answer else self.tr("no answer")
        if column == TEXT:
            return self.tr("{no} {item}: {answer}").format(no=item.position + 1, item=item.text, answer=name)
        return f"{self.headerData(column, Qt.Orientation.Horizontal)}: {self._words(row, column) or name}"

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignRight if section in (POINTS, EARNED) else Qt.AlignmentFlag.AlignLeft)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {NO: self.tr("No."), TEXT: self.tr("Item"), POINTS: self.tr("Points"), GRADE: self.tr("Grade"),
                EARNED: self.tr("Earned"), PHOTOS: self.tr("Photos")}[section]
