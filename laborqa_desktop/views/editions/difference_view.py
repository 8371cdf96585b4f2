"""What changed between two editions: fields side by side; rows added, removed or changed, told by sign and word."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from laborqa_desktop.records.field import Kind, RecordType
from laborqa_desktop.text import Text
from laborqa_desktop.usecases.editions import Change, Difference, FieldDifference, RowDifference, RowsDifference
from laborqa_desktop.views.cells import cell_text
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.bands import EmptyState
from laborqa_desktop.views.parts.inputs import Combo
from laborqa_desktop.views.parts.label import label, section
from laborqa_desktop.views.parts.layout import box, column, empty, holder, row, scrolling

Compare = Callable[[int, int], Difference]
_GROUND: dict[Change, str] = {"added": "ok", "removed": "warn", "changed": "soft", "same": "plain"}


@dataclass(frozen=True)
class Edition:
    """One edition to choose."""

    id: int
    number: int
    state: str


class DifferenceView(QWidget):
    """Two pickers and what lies between."""

    def __init__(self, desk: Desk, kind: RecordType, compare: Compare) -> None:
        super().__init__()
        self._desk, self._compare = desk, compare
        self._described = {one.label: one for field in kind.fields for one in (field, *field.rows)}
        self._old, self._new = Combo(self.tr("Older edition")), Combo(self.tr("Newer edition"))
        for one in (self._old, self._new):
            one.activated.connect(self._read)
            one.setMinimumWidth(150)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self._empty = EmptyState("history", "")
        self._pickers = holder(row(label(self.tr("From"), "small", "ink2"), self._old,
                                   label(self.tr("to"), "small", "ink2"), self._new, None, gap=8))
        made = column(self._pickers, self._empty, scrolling(column(self._lines, None)), gap=10,
                      margins=(20, 12, 20, 12))
        made.setStretch(2, 1)
        self.setLayout(made)

    def show_editions(self, editions: Sequence[Edition], current: int) -> None:
        """Offers editions, the newest first, and compares the current one with the one before it."""
        for picker in (self._old, self._new):
            picker.clear()
            for one in editions:
                picker.addItem(self.tr("V{edition} {state}").format(edition=one.number, state=one.state), one.id)
        places = [one.id for one in editions]
        here = places.index(current) if current in places else 0
        if here == len(places) - 1 and here > 0:        # the first edition is compared with the one after it
            here -= 1
        self._clear()
        few = len(editions) < 2
        self._pickers.setVisible(not few)
        self._empty.setVisible(few)
        if few:
            self._empty.say(self.tr("There is one edition only. What changes with the next one will be shown here."))
            return
        self._new.setCurrentIndex(here)
        self._old.setCurrentIndex(here + 1)
        self._read()

    def _read(self) -> None:
        old, new = self._old.key(), self._new.key()
        if isinstance(old, int) and isinstance(new, int):
            compare = self._compare
            self._desk.background.read(lambda: compare(old, new), self._show)

    def _clear(self) -> None:
        empty(self._lines)

    def _show(self, found: Difference) -> None:
        self._clear()
        self._empty.setVisible(found.is_empty)
        if found.is_empty:
            self._empty.say(self.tr("Both editions say the same."))
            return
        if found.fields:
            self._lines.addWidget(holder(column(section(self.tr("Fields")), self._fields(found.fields, found), gap=6)))
        for table in found.tables:
            if table.count("same") != len(table.rows):
                self._lines.addWidget(self._table(table))

    def _table(self, table: RowsDifference) -> QWidget:
        counts = [self.tr("+ {count} added").format(count=table.count("added")),
                  self.tr("− {count} removed").format(count=table.count("removed")),
                  self.tr("≠ {count} changed").format(count=table.count("changed")),
                  self.tr("{count} unchanged").format(count=table.count("same"))]
        made = column(section(say(table.label), label("   ".join(counts), "small", "ink2")), gap=6)
        for one in table.rows:
            if one.change != "same":
                made.addWidget(self._row(one))
        return holder(made)

    def _row(self, one: RowDifference) -> QWidget:
        tone = {"added": "ok", "removed": "warn"}.get(one.change, "accent")
        sign = {"added": self.tr("+ added"), "removed": self.tr("− removed")}.get(one.change, self.tr("≠ changed"))
        mark = label(sign, "small", tone)
        mark.setMinimumWidth(76)
        place = one.new_position if one.new_position is not None else one.old_position
        words = " · ".join(shown for name, value in one.values if (shown := self._in_row(name, value)))
        text = label(f"{(place or 0) + 1}  {words}", wrap=True)
        head = row(mark, text, gap=10)
        head.setStretch(1, 1)
        head.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        made = column(head, gap=4, margins=(12, 6, 12, 6))
        for field in one.fields:
            made.addWidget(self._pair(field))
        frame = box(_GROUND[one.change], made)
        frame.setAccessibleName(f"{sign} {words}")
        return frame

    def _pair(self, field: FieldDifference) -> QWidget:
        words = self.tr("{field}: {old} → {new}").format(
            field=say(field.label), old=self._words(field.old, field.label) or "—",
            new=self._words(field.new, field.label) or "—")
        shown = label(words, "quiet", "ink2", wrap=True)
        shown.setContentsMargins(86, 0, 0, 0)
        return shown

    def _fields(self, fields: Sequence[FieldDifference], found: Difference) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for place, words in ((1, f"V{found.old_edition}"), (2, f"V{found.new_edition}")):
            grid.addWidget(label(words, "small", "ink2"), 0, place)
        for line, field in enumerate(fields, 1):
            grid.addWidget(label(say(field.label), "small", "ink2", wrap=False), line, 0, Qt.AlignmentFlag.AlignTop)
            for place, (sign, value, ground) in enumerate((("−", field.old, "warn"), ("+", field.new, "ok")), 1):
                cell = label(f"{sign} {self._words(value, field.label) or '—'}", wrap=True)
                grid.addWidget(box(ground, column(cell, margins=(10, 5, 10, 5))), line, place)
        return grid

    def _in_row(self, name: Text, value: Any) -> str:
        if isinstance(value, bool):
            return say(name) if value else ""
        return self._words(value, name)

    def _words(self, value: Any, name: Text) -> str:
        if isinstance(value, Text):
            return say(value)
        if isinstance(value, bool):
            return self.tr("yes") if value else self.tr("no")
        field = self._described.get(name)
        if field is None or field.kind in (Kind.REF, Kind.CHOICE):
            return cell_text(value, zone=self._desk.zone)
        return cell_text(value, field.kind, scale=field.scale, zone=self._desk.zone)
