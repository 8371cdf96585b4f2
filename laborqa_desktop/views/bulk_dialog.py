"""Change one field of many records: choose the field, give the value, look at each record, then all in one step."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from laborqa_desktop.records.field import Field, Kind, RecordType
from laborqa_desktop.text import fill
from laborqa_desktop.usecases.bulk_editing import BulkPlan, offered, withheld
from laborqa_desktop.usecases.records import Changes
from laborqa_desktop.views.act_dialog import ActDialog
from laborqa_desktop.views.bulk_table import BulkTable
from laborqa_desktop.views.cells import cell_text
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.editors import EDITORS, ChoiceEditor, Editor, Setting
from laborqa_desktop.views.i18n import say, translate
from laborqa_desktop.views.parts.bands import EmptyState
from laborqa_desktop.views.parts.choices import Choice, Segments
from laborqa_desktop.views.parts.field_frame import FieldFrame
from laborqa_desktop.views.parts.inputs import Combo
from laborqa_desktop.views.parts.label import Elided, label
from laborqa_desktop.views.parts.layout import column, empty, row, rule
from laborqa_desktop.views.parts.tick import Tick
from laborqa_desktop.views.reading import Unreadable, unreadable_text

_PAUSE_MS = 250


class YesNoEditor(Editor):
    """BOOL, with neither at first: a tick box could not say that nothing was chosen yet."""

    def __init__(self, field: Field) -> None:
        self.box = Combo(items=[(None, ""), (True, translate("Cells", "Yes")), (False, translate("Cells", "No"))])
        super().__init__(field, self.box)
        self.box.activated.connect(self.changed)

    def get(self) -> Any:
        """See Editor."""
        return self.box.key()

    def put(self, value: Any, label: str = "") -> None:
        """See Editor."""
        self.box.set_key(value)


class BulkDialog(ActDialog):
    """The dialog.

    Signals:
        changed: (Changes, number of records).
    """

    changed = Signal(object, int)

    def __init__(self, desk: Desk, parent: QWidget, kind: RecordType, ids: Sequence[int]) -> None:
        self._kind, self._ids = kind, tuple(ids)
        self._fields = {one.key: one for one in offered(kind.key)}
        self._plan: BulkPlan | None = None
        self._editor: Editor | None = None
        super().__init__(desk, parent, fill(self.tr("Change a field of {count} {count:record|records}: {kind}"),
                                            count=f"{len(ids):,}", kind=say(kind.title)), QSize(920, 580), _PAUSE_MS)
        self._build()
        self._take_field()

    def _build(self) -> None:
        self.field = Combo(items=[(key, say(one.label)) for key, one in self._fields.items()])
        self.field.activated.connect(lambda _: self._take_field())
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self.empty = Tick(self.tr("&Make it empty"))
        self.empty.toggled.connect(self._emptied)
        top = row(FieldFrame(self.tr("Field"), self.field), self._place, self.empty, gap=16)
        top.setStretch(0, 2)
        top.setStretch(1, 3)
        top.setAlignment(self.empty, Qt.AlignmentFlag.AlignBottom)
        self.which = Segments(self.tr("Records"), [Choice("", self.tr("All"))])
        self.which.chosen.connect(lambda _: self._show_rows())
        self.table = BulkTable(self.tr("Preview"))
        self._hint = EmptyState("pencil", self.tr("Give the new value. Here you see each record before anything is "
                                                  "changed."))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._hint)
        self._pages.addWidget(self.table)
        head = row(label(self.tr("Preview"), "title"), self.which, None, gap=12, margins=(16, 8, 12, 8))
        sheet = column(head, rule(), self._pages, gap=0, margins=(1, 1, 1, 1))
        sheet.setStretch(2, 1)
        self._not_offered = Elided(self._reasons(), "small", "ink2")
        self._not_offered.setToolTip(self._reasons("\n"))
        self.lay_out(top, sheet, self.tr("Change"), under=(self._not_offered,))

    def _reasons(self, between: str = " · ") -> str:
        parts = [self.tr("{fields} ({reason})").format(
            fields=self.tr(", ").join(say(one.label) for one in fields), reason=say(why))
            for why, fields in withheld(self._kind.key)]
        return self.tr("Not offered: {fields}").format(fields=between.join(parts)) if parts else ""

    # ------------------------------------------------------------ the value

    @property
    def described(self) -> Field:
        """The field chosen."""
        return self._fields[str(self.field.key())]

    @property
    def editor(self) -> Editor:
        """The editor of the new value."""
        assert self._editor is not None
        return self._editor

    def _take_field(self) -> None:
        empty(self._place)
        described, setting = self.described, Setting(self._desk, dict)
        made = YesNoEditor(described) if described.kind is Kind.BOOL else EDITORS[described.kind](described, setting)
        if isinstance(made, ChoiceEditor):
            made.put(None)
        self._editor = made
        self._frame = FieldFrame(self.tr("New value: {field}").format(field=say(described.label)), made.widget,
                                 help_words=say(described.help) if described.help else "")
        self._place.addWidget(self._frame)
        made.changed.connect(self._edited)
        self.empty.blockSignals(True)
        self.empty.setChecked(False)
        self.empty.blockSignals(False)
        self.empty.setEnabled(not described.required and described.kind is not Kind.BOOL)
        self._forget()

    def _edited(self) -> None:
        self._forget()
        self.pause.start()

    def _emptied(self, on: bool) -> None:
        self.editor.put(None)
        self.editor.set_read_only(on)
        self._forget()
        if on:
            self.look()

    def _forget(self) -> None:
        """What was looked at is another value's."""
        self.pause.stop()
        self.task.stop()
        self._plan = None
        self._frame.show_message("", "")
        self._show_plan()

    def look(self) -> None:
        """See ActDialog."""
        try:
            value = None if self.empty.isChecked() else self.editor.get()
        except Unreadable:
            self._frame.show_message("error", say(unreadable_text(self.described.kind)))
            return
        if value in (None, "") and not self.empty.isChecked():
            return
        bulk, key, field, ids = self._desk.office.bulk, self._kind.key, self.described.key, self._ids
        self.band.hide()
        self.task.start(self.tr("Looking at each record…"), lambda step: bulk.plan(key, ids, field, value, step),
                        self._planned)

    def _planned(self, plan: BulkPlan) -> None:
        self._plan = plan
        self._show_plan()

    # ------------------------------------------------------------ the preview

    def _show_plan(self) -> None:
        plan = self._plan
        good, bad = (len(plan.good), len(plan.bad)) if plan else (0, 0)
        rows = len(plan.rows) if plan else 0
        self.which.setVisible(plan is not None)
        self.which.set_items([Choice("", self.tr("All"), f"{rows:,}"), Choice("good", self.tr("Change"), f"{good:,}"),
                              Choice("same", self.tr("Already so"), f"{rows - good - bad:,}"),
                              Choice("bad", self.tr("Cannot"), f"{bad:,}")])
        self.go.set_words(fill(self.tr("Change {count} {count:record|records}"),
                               count=f"{good:,}") if good else self.tr("Change"))
        self.ask_reason(plan.asks if plan else None)
        self.enable()
        self._pages.setCurrentIndex(1 if plan else 0)
        self._show_rows()

    def _show_rows(self) -> None:
        if self._plan is None:
            return
        plan = self._plan
        rows = {"good": plan.good, "bad": plan.bad, "same": plan.same}.get(self.which.current, plan.rows)
        self.table.rows.show_rows(rows, partial(self._words, self.described, plan.names))

    def _words(self, field: Field, names: Mapping[int, str], value: Any) -> str:
        if field.kind is Kind.REF:
            return "" if value is None else names.get(value, f"#{value}")
        return cell_text(value, field.kind, field.labels, field.scale, field.mask, self._desk.zone)

    # ------------------------------------------------------------ doing it

    def is_ready(self) -> bool:
        """See ActDialog."""
        return self._plan is not None and bool(self._plan.good)

    def act(self) -> None:
        """See ActDialog."""
        if self._plan is not None:
            self.carry_out(self.tr("Changing the records…"), partial(self._desk.office.bulk.apply, self._plan),
                           self._applied)

    def _applied(self, changes: Changes) -> None:
        assert self._plan is not None
        self.changed.emit(changes, len(self._plan.good))
        self.accept()

    def refuse(self, words: str) -> None:
        """See ActDialog; the preview is made anew, for the records are others now."""
        self._forget()
        super().refuse(words)
        self.pause.start()
