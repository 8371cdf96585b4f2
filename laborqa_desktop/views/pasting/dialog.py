"""Paste from Excel or WPS: where each column and row goes, errors mended in place, then all or nothing in one step."""

from functools import partial

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtWidgets import QMenu, QWidget

from laborqa_desktop.records.field import RecordType
from laborqa_desktop.text import fill
from laborqa_desktop.usecases import import_mapping, pasting
from laborqa_desktop.usecases.importing import Choice as Taking
from laborqa_desktop.usecases.importing import Done, Trial
from laborqa_desktop.usecases.pasting import Pasted, Placing
from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.act_dialog import ActDialog
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.choices import Choice, Segments
from laborqa_desktop.views.parts.label import Elided, Icon, Key, label
from laborqa_desktop.views.parts.layout import column, row, rule
from laborqa_desktop.views.parts.tick import Tick
from laborqa_desktop.views.pasting.grid import PasteGrid

_PAUSE_MS = 150
TRIED_AT_ONCE = 3000
"""A longer block is tried again when the user says so."""


class PasteDialog(ActDialog):
    """The dialog.

    Signals:
        pasted: (Changes, number of rows).
    """

    pasted = Signal(object, int)

    def __init__(self, desk: Desk, parent: QWidget, kind: RecordType, block: Pasted) -> None:
        self._kind, self._block = kind, block
        self._trial: Trial | None = None
        title = fill(self.tr("Paste {rows} {rows:row|rows}: {list}"), rows=f"{len(block.table.rows):,}",
                     list=say(kind.title))
        super().__init__(desk, parent, title, QSize(1040, 600), _PAUSE_MS)
        self._build()
        self._take(block)

    # ------------------------------------------------------------ building

    def _build(self) -> None:
        self.where = Segments(self.tr("Rows go"), [])
        self.where.chosen.connect(lambda key: self._take(self._block.place_at(Placing(key))))
        self.headings = Tick(self.tr("First row holds &headings"))
        self.headings.clicked.connect(self._set_headings)
        top = row(label(self.tr("Rows go"), "quiet", "ink2"), self.where, 12, self.headings, None, gap=10)
        self.grid = PasteGrid(self.tr("Pasted rows"))
        self.grid.block.mended.connect(self._mend)
        self.grid.field_asked.connect(self._ask_field)
        self.grid.row_asked.connect(self.leave_out)
        self.grid.moved.connect(self._show_reason)
        self._mark, self._reason = Icon("alert-circle", "error", 14), Elided("", "quiet", "error")
        keys = row(gap=6)
        for key, words in (("F2", self.tr("Mend")), ("F8", self.tr("Next error")),
                           ("Ctrl+-", self.tr("Leave row out")), ("Alt+↓", self.tr("Field of the column"))):
            keys.addWidget(Key(key))
            keys.addWidget(label(words, "small", "ink2"))
        keys.addStretch(1)
        keys.addWidget(Elided(self.tr("Empty cells change nothing."), "small", "ink2"))
        said = row(self._mark, self._reason, gap=6, margins=(14, 6, 14, 0))
        said.setStretch(1, 1)
        foot = column(said, keys, gap=4)
        keys.setContentsMargins(14, 2, 14, 8)
        sheet = column(self.grid, rule(), foot, gap=0, margins=(1, 1, 1, 1))
        sheet.setStretch(0, 1)
        self._counts = Elided("", "body", "ink2")
        self.foot.insertWidget(0, self._counts)
        self.again = Button(self.tr("&Try again"), "refresh", keys="F5", clicked=self.look)
        self.lay_out(top, sheet, self.tr("Paste"), beside=(self.again,))
        self.go.setDefault(False)       # Enter mends a cell
        self.go.setAutoDefault(False)
        for key, act in (("F5", self.look), ("F8", self.grid.go_to_problem)):
            shortcuts.bind(self, key, act)

    # ------------------------------------------------------------ the block

    def _take(self, block: Pasted, one_cell: bool = False) -> None:
        """Shows a block that differs, and tries it; a long one not for every cell."""
        before, self._block, self._trial = self._trial, block, None
        self._show_where()
        self._show(before if one_cell else None)
        if len(block.table.rows) <= TRIED_AT_ONCE or not one_cell:
            self.pause.start()

    def _show_where(self) -> None:
        names = {Placing.MATCH: self.tr("to the records with the same {fields}").format(
                     fields=", ".join(say(self._kind.field(key).label) for key in self._kind.identity)),
                 Placing.ONTO: self.tr("onto the rows of the list"), Placing.NEW: self.tr("in as new records")}
        self.where.set_items([Choice(one.value, names[one]) for one in self._block.placings])
        self.where.set_current(self._block.placing.value)
        self.headings.setChecked(self._block.headings)
        self.headings.setEnabled(len(self._block.sheet.rows) > 1)

    def _set_headings(self, on: bool) -> None:
        self._take(pasting.headed(self._block, on, self._desk.office.languages))

    def _mend(self, number: int, place: int, text: str) -> None:
        self._take(self._block.mend(number, place, text), one_cell=True)

    def leave_out(self) -> None:
        """Leaves the current row out, or takes it again."""
        if self.grid.currentIndex().isValid():
            number = self.grid.block.number_at(self.grid.currentIndex().row())
            self._take(self._block.leave_out(number), one_cell=True)

    def _ask_field(self, place: int) -> None:
        """Offers the fields that a column of the block can fill."""
        menu, now = QMenu(self), pasting.columns_of(self._block)[place][1]
        menu.setAccessibleName(self.tr("Field of the column"))
        header = self.grid.horizontalHeader()
        entries = [("", self.tr("(not pasted)")), *((one.key, say(one.label)) for one in
                                                    import_mapping.choices(self._kind.key))]
        for key, words in entries:
            action = menu.addAction(words.replace("&", "&&"), partial(self.assign, place, key))
            action.setCheckable(True)
            action.setChecked(key == now)
        menu.popup(header.mapToGlobal(QPoint(header.sectionViewportPosition(place + 1), header.height())))

    def assign(self, place: int, key: str) -> None:
        """Gives a column of the block to another field; "" for none."""
        self._take(self._block.assign(place, key))

    # ------------------------------------------------------------ trying

    def look(self) -> None:
        """See ActDialog: tries all rows."""
        self.pause.stop()
        block, imports = self._block, self._desk.office.imports
        if not block.mapping.fields:
            self.tell(self.tr("No column is taken yet. Click a column's heading and choose the field it fills."))
            return
        self.band.hide()
        self.task.start(self.tr("Trying all rows…"), lambda step: imports.try_pasted(block, step), self._tried)

    def _tried(self, trial: Trial) -> None:
        first = self._trial is None and not self.grid.hasFocus()
        self._trial = trial
        self._show()
        if first:
            self.grid.setFocus()
        left = trial.prepared.table.left_out
        if left:
            self.tell(self.tr("Rows left out: {count}").format(count=len(left)),
                      [self.tr("Row {row}: {reason}").format(row=one.row, reason=say(one.reason)) for one in left[:3]])

    def _show(self, before: Trial | None = None) -> None:
        """Shows what the trial found; until there is one, what was found before."""
        trial = self._trial
        self.grid.show_block(self._block, trial or before)
        self.again.setVisible(len(self._block.table.rows) > TRIED_AT_ONCE)
        if trial is None:
            self._counts.set_words("")
        else:
            counts = trial.counts(Taking.GOOD_ROWS)
            self._counts.set_words(fill(self.tr("{new} new, {changed} changed, {same} unchanged, {bad} with "
                                                "{bad:an error|errors}"),
                                        new=f"{counts['added']:,}", changed=f"{counts['updated']:,}",
                                        same=f"{counts['skipped']:,}",
                bad=f"{counts['rejected']:,}"), "error" if trial.bad else "ink2")
        self.ask_reason(trial.asks if trial is not None else None)
        self.go.set_words(fill(self.tr("Paste {count} {count:row|rows}"), count=f"{self._rows:,}") if self._rows
                          else self.tr("Paste"))
        self.enable()
        self._show_reason()

    def _show_reason(self) -> None:
        at = self.grid.currentIndex()
        words = ""
        if self._trial is not None and at.isValid():
            block = self.grid.block
            words = block.reason(at.row(), at.column()) or block.row_reasons(at.row())
        if self._trial is not None and not words and self._trial.bad:
            words = self.tr("F8 goes to the next error. Nothing is pasted while one is left.")
        self._mark.setVisible(bool(words))
        self._reason.set_words(words)

    # ------------------------------------------------------------ doing it

    @property
    def _rows(self) -> int:
        """How many rows would be written."""
        return len(self._trial.new) + len(self._trial.changed) if self._trial is not None else 0

    def is_ready(self) -> bool:
        """See ActDialog."""
        return self._trial is not None and self._rows > 0 and not self._trial.bad

    def act(self) -> None:
        """See ActDialog."""
        if self._trial is not None:
            self.carry_out(self.tr("Pasting…"), partial(self._desk.office.imports.take_pasted, self._trial), self._done)

    def _done(self, done: Done) -> None:
        self.pasted.emit(done.changes, len(done.trial.new) + len(done.trial.changed))
        self.accept()
