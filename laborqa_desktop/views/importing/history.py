"""The imports of this library: when, what, from which file; each can be taken back, days later too."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from laborqa_desktop.records import TYPES
from laborqa_desktop.text import fill
from laborqa_desktop.usecases.importing import ImportInfo
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.fresh_page import FreshPage
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.bands import Band, EmptyState
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.label import Elided, Icon, label
from laborqa_desktop.views.parts.layout import card, column, empty, holder, row, rule, scrolling
from laborqa_desktop.views.parts.pill import Pill
from laborqa_desktop.views.task import Task


class ImportHistory(FreshPage):
    """The page.

    Signals:
        import_asked: the user wants the wizard.
    """

    import_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.buttons: dict[int, Button] = {}
        self.task = Task(desk.background)
        self.task.refused.connect(self._refused)
        self.new_button = Button(self.tr("&Import…"), "table-import", "primary", clicked=self._import)
        self.head_buttons: tuple[QWidget, ...] = (self.new_button,)
        self._said = Band("ok", "")
        self._said.hide()
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._empty = EmptyState("table-import", self.tr("Every import is listed here and can be taken back."),
                                 self.tr("&Import a spreadsheet"), "Alt+I")
        self._empty.acted.connect(self._import)
        inner = column(self._lines, self._empty, gap=0, margins=(16, 8, 16, 8))
        made = column(self._said, self.task, card(column(scrolling(inner), margins=(1, 1, 1, 1))), gap=10)
        made.setStretch(2, 1)
        self.setLayout(made)

    def reload(self) -> None:
        """Reads the list anew."""
        self._desk.background.read(self._desk.office.imports.past, self._show)

    def _show(self, past: Sequence[ImportInfo]) -> None:
        empty(self._lines)
        self.buttons = {}
        self._empty.setVisible(not past)
        for one in past:
            self._lines.addWidget(self._line(one))

    def _line(self, one: ImportInfo) -> QWidget:
        counts = one.counts
        kind = say(TYPES[one.kind].title) if one.kind in TYPES else one.kind
        numbers = {key: f"{counts.get(key, 0):,}" for key in ("added", "updated", "skipped", "rejected")}
        words = self.tr("{kind}: {added} added, {updated} updated, {skipped} there already, {rejected} set aside")
        words = words.format(kind=kind, **numbers)
        when = label(f"{one.at.astimezone(self._desk.zone):%Y-%m-%d %H:%M}", "quiet", "ink2")
        name = Elided(self._name(one), "body", "ink", bold=True)
        middle = holder(column(name, Elided(words, "quiet", "ink2"), gap=2))
        end: QWidget
        if one.removed_at is not None:
            end = Pill(self.tr("taken back {date}").format(
                date=f"{one.removed_at.astimezone(self._desk.zone):%Y-%m-%d}"), "plain")
        else:
            end = Button(self.tr("Remove what it added"), "arrow-back-up", small=True,
                         clicked=lambda: self.remove(one))
            self.buttons[one.id] = end
        line = row(Icon("file-spreadsheet", "ink2", 20), middle, when, end, gap=14, margins=(0, 8, 0, 8))
        line.setStretch(1, 1)
        return holder(column(line, rule(), gap=0))

    def _name(self, one: ImportInfo) -> str:
        return one.file_name or self.tr("pasted into the list")

    def remove(self, one: ImportInfo) -> None:
        """Takes an import back; what was edited since stays and is named."""
        if not self._desk.ask.confirm(
                self.window(), self.tr("Remove what {file} added?").format(file=self._name(one)),
                self.tr("Records it added go to the archive, submitted inspections among them become void. What was "
                        "edited since, or stands in an issued report, stays."), self.tr("Remove them")):
            return
        imports = self._desk.office.imports
        self.task.start(self.tr("Removing…"), lambda step: imports.remove(one.id, step=step), self._removed,
                        keeps=True)

    def _removed(self, removed: Any) -> None:
        stay = len(removed.edited) + len(removed.reported) + len(removed.used)
        self._said.say(fill(self.tr("{count} {count:record|records} removed"), count=f"{removed.removed:,}"),
                       [fill(self.tr("{count} {count:stays|stay}: edited since, in an issued report, or in use"),
                             count=stay)]
                       if stay else [])
        self._said.show()
        self._desk.signals.changed.emit(removed.changes, self)
        self.reload()

    def _import(self) -> None:
        self.import_asked.emit()
        self._desk.signals.go.emit("import", None)

    def _refused(self, words: str) -> None:
        self._desk.ask.tell(self.window(), self.tr("Nothing was removed"), words)


def make_import_history(desk: Desk) -> ImportHistory:
    """The page, for the main window."""
    return ImportHistory(desk)
