"""The rows of the recycle bin: what it was, when, by whom and why it was put away, and what becomes of it."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from laborqa_desktop.text import fill
from laborqa_desktop.usecases.recycling import Binned, Which
from laborqa_desktop.views import theme
from laborqa_desktop.views.delegates import paint_ground
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.paint import text_at, width_of
from laborqa_desktop.views.parts.pill import paint_pill
from laborqa_desktop.views.parts.plain_table import make_plain
from laborqa_desktop.views.parts.table_model import ROW, Index, TableModel

NAME, KIND, WHEN, WHO, WHY, FATE = range(6)


class BinModel(TableModel[Binned]):
    """Archived records."""

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__(FATE)
        self._zone = zone

    def show_rows(self, rows: Sequence[Binned], *, fates: bool) -> None:
        """Shows these."""
        self.put(rows, FATE + fates)

    @property
    def fates(self) -> bool:
        """Whether the last column is shown."""
        return self.columns > FATE

    def heading(self, column: int) -> str:
        return (self.tr("Record"), self.tr("What it is"), self.tr("Put away"), self.tr("By"), self.tr("Why"),
                self.tr("If approved"))[column]

    def words(self, place: int, column: int) -> str:
        one = self.rows[place]
        match column:
            case 0:
                return f"{one.name}  {one.detail}".strip()
            case 1:
                return say(one.kind)
            case 2:
                day = f"{one.at.astimezone(self._zone):%Y-%m-%d}"
                words = self.tr("{day}, {days} {days:day|days} ago") if one.days else self.tr("today")
                return fill(words, day=day, days=one.days)
            case 3:
                return one.person or "—"
            case 4:
                return " ".join(one.reason.split()) or (say(one.act) if one.act else "—")
            case _:
                return say(one.stays) if one.stays else self.tr("Deleted for good")


class _Delegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, theme.sizes().row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        one, r = index.data(ROW), QRectF(option.rect)
        chosen = paint_ground(painter, r, option, index)
        inner, words = r.adjusted(10, 0, -8, -1), str(index.data() or "")
        if index.column() == NAME:
            took = text_at(painter, inner, one.name, bold=chosen)
            if inner.width() - took > 40:
                text_at(painter, inner.adjusted(took + 10, 0, 0, 0), one.detail, "ink2", "small")
        elif index.column() == FATE and one.stays:
            text_at(painter, inner, words, "ink2", "small")
        elif index.column() == FATE:
            paint_pill(painter, inner.x() - 2, inner.center().y(), words, "warn", inner.width())
        else:
            text_at(painter, inner, words, "ink" if index.column() == WHY else "ink2")
        painter.restore()


class BinTable(QTableView):
    """The table.

    Signals:
        restore_asked: Enter on a row.
        delete_asked: Del.
    """

    restore_asked = Signal()
    delete_asked = Signal()

    def __init__(self, name: str, zone: ZoneInfo) -> None:
        super().__init__()
        self.bin = BinModel(zone)
        self.bin.setParent(self)
        self._delegate = _Delegate(self)
        self.setModel(self.bin)
        self.setItemDelegate(self._delegate)
        make_plain(self, name)
        self.setMouseTracking(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_rows(self, rows: Sequence[Binned], *, fates: bool) -> None:
        """Shows these; what was chosen stays chosen where it is still there."""
        before, row = set(self.chosen()), self.currentIndex().row()
        self.bin.show_rows(rows, fates=fates)
        self.fit()
        if rows:
            self.setCurrentIndex(self.bin.index(max(0, min(row, len(rows) - 1)), 0))
        if kept := [place for place, one in enumerate(rows) if one.which in before]:
            self.choose(kept)

    def chosen(self) -> list[Which]:
        """The records chosen, in order."""
        places = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.bin.rows[place].which for place in places if place < len(self.bin.rows)]

    def choose(self, places: Sequence[int]) -> None:
        """Chooses these rows."""
        chosen = self.selectionModel()
        chosen.clearSelection()
        for place in places:
            chosen.select(self.bin.index(place, 0), chosen.SelectionFlag.Select | chosen.SelectionFlag.Rows)

    def fit(self) -> None:
        """Divides the width: short columns get what they need, the rest the others."""
        rows = self.bin.rows[:40]
        header, most = self.horizontalHeader(), self.viewport().width() // 5
        needs = {column: max(min(self._need(column, len(rows)), most), header.sectionSizeHint(column))
                 for column in (KIND, WHEN, WHO)}
        rest = self.viewport().width() - sum(needs.values())
        shares = {NAME: 0.34, WHY: 0.2, FATE: 0.46} if self.bin.fates else {NAME: 0.52, WHY: 0.48}
        for column in range(self.bin.columnCount()):
            self.setColumnWidth(column, needs[column] if column in needs else round(rest * shares[column]))

    def _need(self, column: int, rows: int) -> int:
        heading = width_of(self.bin.heading(column), "small")
        return round(max([heading, *(width_of(self.bin.words(place, column)) for place in range(rows))])) + 22

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.restore_asked.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)
