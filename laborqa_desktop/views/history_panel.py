"""What happened to a record: when, who, what, old and new value."""

from itertools import groupby

from PySide6.QtWidgets import QVBoxLayout, QWidget

from laborqa_desktop.records.field import Field, Kind
from laborqa_desktop.usecases.records import HistoryChange, HistoryEntry
from laborqa_desktop.views.cells import cell_text
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.label import label
from laborqa_desktop.views.parts.layout import column, empty, holder, row, rule, scrolling

_MOST_SHOWN = 100


class HistoryPanel(QWidget):
    """The history of the record in the form; read when looked at."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._record: tuple[str, int | None] = ("", None)
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(20, 12, 20, 12)
        self._lines.setSpacing(8)
        self._lines.addStretch(1)
        self.setLayout(column(scrolling(self._lines)))

    def show_record(self, key: str, record_id: int | None) -> None:
        """Belongs to another record now."""
        self._record = key, record_id
        if self.isVisible():
            self.reload()

    def reload(self) -> None:
        """Reads the history anew."""
        key, record_id = self._record
        if record_id is None:
            self._show([])
            return
        records = self._desk.office.records

        def work() -> list[HistoryEntry]:
            return list(records.history(key, record_id))

        self._desk.background.read(work, self._show)

    def _show(self, entries: list[HistoryEntry]) -> None:
        empty(self._lines, keep=1)
        if not entries:
            self._lines.insertWidget(0, label(self.tr("Nothing has happened to it yet."), tone="ink2"))
        for place, entry in enumerate(entries[:_MOST_SHOWN]):
            self._lines.insertWidget(place, self._line(entry))

    def _line(self, entry: HistoryEntry) -> QWidget:
        when = cell_text(entry.at, zone=self._desk.zone)
        made = column(row(label(say(entry.act), "strong"), None, label(entry.person, "small", "ink2"),
                          label(when, "small", "ink2"), gap=10), gap=3)
        if entry.reason:
            made.addWidget(label(self.tr("Reason: {reason}").format(reason=entry.reason), "quiet", wrap=True))
        if entry.changes is None:
            made.addWidget(label(self.tr("The values were deleted by law."), "quiet", "ink2"))
        for (rows, _), changes in groupby(entry.changes or (), key=lambda one: (one.rows, one.row_id)):
            told = [self._told(change.field, change) for change in changes if change.field is not None]
            if rows is not None and told:       # a child row is one line
                told = [self.tr("{rows}: {changes}").format(rows=say(rows.label), changes=self.tr("; ").join(told))]
            for words in told:
                made.addWidget(label(words, "quiet", "ink2", wrap=True))
        made.addWidget(rule())
        return holder(made)

    def _told(self, field: Field, change: HistoryChange) -> str:
        name, new = say(field.label), self._words(field, change.new)
        if change.old in (None, ""):
            return self.tr("{field}: {new}").format(field=name, new=new)
        return self.tr("{field}: {old} → {new}").format(field=name, old=self._words(field, change.old), new=new)

    def _words(self, field: Field, value: object) -> str:
        if field.kind is Kind.REF and isinstance(value, int):
            return self._desk.office.records.label(field.target, value) or "—"
        if field.kind in (Kind.IMAGE, Kind.ROWS):
            return self.tr("(changed)") if value else "—"
        try:
            return cell_text(value, field.kind, field.labels, field.scale, field.mask, self._desk.zone) or "—"
        except (TypeError, ValueError):
            return str(value)
