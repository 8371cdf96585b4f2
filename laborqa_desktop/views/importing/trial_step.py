"""Third step: what the rows would become, and every bad cell with its reason; mended in place or set aside."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStackedWidget,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from laborqa_desktop.text import fill
from laborqa_desktop.usecases.importing import Choice as Taking
from laborqa_desktop.usecases.importing import Trial
from laborqa_desktop.views import shortcuts, theme
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.icons import paint_icon
from laborqa_desktop.views.importing.state import column_of
from laborqa_desktop.views.parts.bands import Band, EmptyState
from laborqa_desktop.views.parts.choices import Choice, Segments
from laborqa_desktop.views.parts.figures import Meter
from laborqa_desktop.views.parts.label import Icon, Key, label
from laborqa_desktop.views.parts.layout import card, column, leave_room, row, rule
from laborqa_desktop.views.parts.mending import MendingDelegate
from laborqa_desktop.views.parts.paint import RIGHT, text_at
from laborqa_desktop.views.parts.plain_table import make_plain
from laborqa_desktop.views.parts.table_model import ROW, Index, TableModel

NUMBER, COLUMN, VALUE, REASON = range(4)


class ProblemModel(TableModel[tuple[Any, bool]]):
    """Bad and doubtful cells; the value of one that came from a column can be changed.

    Signals:
        mended: (row number, column from 0, text).
    """

    mended = Signal(int, int, str)

    def __init__(self) -> None:
        super().__init__(4)
        self.changed: dict[tuple[int, int], str] = {}

    def show_problems(self, flaws: Sequence[Any], warnings: Sequence[Any], which: str) -> None:
        """Shows all of them, or "errors" or "warnings" only."""
        self.put([*((one, True) for one in flaws if which != "warnings"),
                  *((one, False) for one in warnings if which != "errors")])

    def headerData(self, section: int, orientation: Qt.Orientation,
                   role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and section == NUMBER:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return super().headerData(section, orientation, role)

    def heading(self, column: int) -> str:
        return (self.tr("Row"), self.tr("Column"), self.tr("Value"), self.tr("Reason"))[column]

    def words(self, place: int, column: int) -> str:
        flaw, _ = self.rows[place]
        match column:
            case 0:
                return f"{flaw.row:,}"
            case 1:
                return f"{flaw.column} {flaw.heading}".strip() or self.tr("(no column)")
            case 2:
                new = self.changed.get(self.place_of(place) or (-1, -1))
                return flaw.value or self.tr("(empty)") if new is None else f"{flaw.value} → {new}"
            case _:
                return say(flaw.reason)

    def place_of(self, place: int) -> tuple[int, int] | None:
        """Row number and column from 0 of a problem's cell; None when it came from no column."""
        flaw, _ = self.rows[place]
        return (flaw.row, column_of(flaw.column)) if flaw.column else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.EditRole and index.isValid():
            place = self.place_of(index.row()) or (-1, -1)
            return self.changed.get(place, self.rows[index.row()][0].value)
        return super().data(index, role)

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        place = self.place_of(index.row())
        if role != Qt.ItemDataRole.EditRole or place is None or str(value) == self.data(index, role):
            return False
        self.changed[place] = str(value)
        self.dataChanged.emit(index, index)
        self.mended.emit(*place, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        editable = index.column() == VALUE and self.place_of(index.row()) is not None
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags


class ProblemDelegate(MendingDelegate):
    """Paints a problem: a mark and an icon tell what blocks from what is only doubtful."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        _, bad = index.data(ROW)
        r, tone = QRectF(option.rect), "error" if bad else "warn"
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.fillRect(r, theme.colour("accent_soft" if chosen else "surface"))
        painter.fillRect(QRectF(r.x(), r.bottom(), r.width(), 1), theme.colour("line"))
        inner, words = r.adjusted(10, 0, -6, 0), str(index.data() or "")
        if index.column() == NUMBER:
            painter.fillRect(QRectF(r.x(), r.y() + 1, 3, r.height() - 2), theme.colour(tone))
            paint_icon(painter, "ban" if bad else "alert-triangle", r.x() + 10, r.center().y() - 7, 14, tone)
            text_at(painter, inner, words, "ink", align=RIGHT)
            return
        text_at(painter, inner, words, tone if index.column() == VALUE else "ink")
        if index.column() == VALUE and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("accent"))
            painter.drawRect(r.adjusted(1, 1, -2, -2))

    def editor_name(self, index: Index) -> str:
        """See MendingDelegate."""
        return str(index.sibling(index.row(), COLUMN).data())


class TrialStep(QWidget):
    """The step.

    Signals:
        mended: (row number, column from 0, text).
        rejects_asked: the bad rows are to be set aside and the good ones taken.
    """

    mended = Signal(int, int, str)
    rejects_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._trial: Trial | None = None
        self._flaws: list[Any] = []
        self._warnings: list[Any] = []
        self._counts = {key: label("–", "page") for key in ("good", "known", "bad")}
        self._words = {"good": label("", "quiet", "ok"), "known": label("", "quiet", "ink2"),
                       "bad": label("", "quiet", "error")}
        self._meter = Meter(self.tr("Rows"))
        self._said = label(self.tr("The library is unchanged."), "small", "ink2")
        figures = row(gap=8)
        for key, icon_name, tone in (("good", "circle-check", "ok"), ("known", "clock", "ink2"),
                                     ("bad", "ban", "error")):
            for one in (Icon(icon_name, tone, 18), self._counts[key], self._words[key]):
                figures.addWidget(one)
            leave_room(figures, 24)
        figures.addStretch(1)
        figures.addWidget(self._said)
        self._missing = Band("error", "")
        self._left_out = Band("soft", "")
        self.segments = Segments(self.tr("Problems"), [Choice("", self.tr("All"))])
        self.model = ProblemModel()
        self._delegate = ProblemDelegate()
        self.table = self._table()
        self._fine = EmptyState("circle-check", self.tr("Every cell fits. Nothing stands in the way of the import."))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.table)
        self._pages.addWidget(self._fine)
        head = row(label(self.tr("Problems"), "title"), self.segments, None, gap=12, margins=(16, 9, 12, 9))
        keys = row(Key("F2"), label(self.tr("Mend in place"), "small", "ink2"), Key("F8"),
                   label(self.tr("Next problem"), "small", "ink2"), Key("F5"),
                   label(self.tr("Try again"), "small", "ink2"), None, gap=8, margins=(16, 6, 16, 6))
        below = column(head, rule(), self._pages, rule(), keys, gap=0, margins=(1, 1, 1, 1))
        below.setStretch(2, 1)
        top = column(figures, self._meter, gap=10, margins=(16, 12, 16, 14))
        bands = row(self._missing, self._left_out, gap=12)
        bands.setAlignment(self._left_out, Qt.AlignmentFlag.AlignTop)
        bands.setAlignment(self._missing, Qt.AlignmentFlag.AlignTop)
        made = column(card(top), bands, card(below), gap=12)
        made.setStretch(2, 1)
        self.setLayout(made)
        self.segments.chosen.connect(self._filter)
        self.model.mended.connect(self.mended)
        shortcuts.bind(self, shortcuts.NEXT_ERROR, self.next_problem)

    def _table(self) -> QTableView:
        made = QTableView()
        made.setModel(self.model)
        made.setItemDelegate(self._delegate)
        make_plain(made, self.tr("Problems"))
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
                             | QAbstractItemView.EditTrigger.SelectedClicked)
        header = made.horizontalHeader()
        for place, width in ((NUMBER, 92), (COLUMN, 190), (VALUE, 230)):
            made.setColumnWidth(place, width)
        header.setSectionResizeMode(REASON, QHeaderView.ResizeMode.Stretch)
        return made

    def show_trial(self, trial: Trial) -> None:
        """Shows the outcome of a trial."""
        self._trial = trial
        self.model.changed.clear()
        counts = trial.counts(Taking.GOOD_ROWS)
        new, changed, bad = len(trial.new), len(trial.changed), len(trial.bad)
        good, read = new + changed, max(1, counts["read"])
        for key, number in (("good", good), ("known", trial.known), ("bad", bad)):
            self._counts[key].setText(f"{number:,}")
        self._words["good"].setText(fill(self.tr("{count:row|rows} can be taken: {new} new, {changed} updated"),
                                         count=good, new=f"{new:,}", changed=f"{changed:,}"))
        self._words["known"].setText(fill(self.tr("{count:is|are} there already"), count=trial.known))
        self._words["bad"].setText(fill(self.tr("{count:row has errors and blocks|rows have errors and block} the "
                                                "import"), count=bad))
        self._meter.show_parts(((good / read, "bar"), (trial.known / read, "bar2"), (bad / read, "error")))
        self._missing.setVisible(bool(trial.missing))
        if trial.missing:
            self._missing.say(self.tr("No row can be taken yet"), [say(one) for one in trial.missing[:4]])
        left = trial.prepared.table.left_out
        self._left_out.setVisible(bool(left))
        if left:
            lines = [self.tr("Row {row}: {reason}").format(row=one.row, reason=say(one.reason)) for one in left[:3]]
            self._left_out.say(self.tr("Rows left out: {count}").format(count=len(left)), lines)
        self._flaws, self._warnings = trial.flaws, trial.warnings
        errors, warnings = len(self._flaws), len(self._warnings)
        self.segments.set_items([Choice("", self.tr("All"), f"{errors + warnings:,}"),
                                 Choice("errors", self.tr("Errors"), f"{errors:,}"),
                                 Choice("warnings", self.tr("Doubtful"), f"{warnings:,}")])
        self._filter(self.segments.current)

    def _filter(self, which: str) -> None:
        if self._trial is None:
            return
        self.model.show_problems(self._flaws, self._warnings, which)
        self._pages.setCurrentIndex(0 if self.model.rows else 1)
        if self.model.rows:
            self.table.setCurrentIndex(self.model.index(0, VALUE))

    def next_problem(self) -> None:
        """F8: goes to the next problem, round the end."""
        count = len(self.model.rows)
        if count:
            place = (self.table.currentIndex().row() + 1) % count
            self.table.setCurrentIndex(self.model.index(place, VALUE))
            self.table.setFocus()
