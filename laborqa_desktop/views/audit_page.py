"""All acts of the library: when, who, what, why; and the proof that nobody changed their history."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QLocale, QPoint
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from laborqa_desktop.catalogue import translator
from laborqa_desktop.records import TYPES
from laborqa_desktop.text import Translate, english, fill
from laborqa_desktop.usecases.audit import PAGE, ActRow, Asked, Loss, Verdict
from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.any_screen import AnyScreen
from laborqa_desktop.views.date_entry import DateEntry
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.bands import Band, EmptyState
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.grown import fixed_width
from laborqa_desktop.views.parts.inputs import Combo, Entry, SearchBox
from laborqa_desktop.views.parts.label import Elided, label, section
from laborqa_desktop.views.parts.layout import card, column, empty, holder, row, rule, scrolling, tab_as_laid_out
from laborqa_desktop.views.reading import Unreadable
from laborqa_desktop.views.task import Task

_DATE_WIDTH = 128
_WORDS = 11


def language() -> Translate:
    """Translations of the screen's language, on any thread."""
    return translator("zh") if QLocale().language() == QLocale.Language.Chinese else english


class AuditPage(AnyScreen):
    """The page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: list[ActRow] = []
        self._number = 0
        self.task = Task(desk.background, copying=True)
        self.task.refused.connect(lambda words: self._say("warn", words))
        self.task.ended.connect(self._ended)
        self.verify_button = Button(self.tr("&Verify"), "shield-check", "primary", clicked=self.verify)
        self._reports = Button(self.tr("From a &report…"), "file-certificate", clicked=self._ask_anchors)
        self.export_button = Button(self.tr("&Export…"), "file-spreadsheet", clicked=self.export)
        self.head_buttons = (self.export_button,)
        self.anchor = Entry(hint=self.tr("as printed on the cover of a report, e.g. 1234:0a1b2c3d4e5f6071"))
        self.anchor.setAccessibleName(self.tr("Anchor (optional)"))
        self.anchor.returnPressed.connect(self.verify)
        self.verdict: Band | None = None
        self.loss = Band("error", "")
        self.to_backups = Button(self.tr("Go to the &backups"), "database", small=True,
                                 clicked=lambda: desk.signals.go.emit("backup", None))
        self._lost = holder(column(self.loss, row(self.to_backups, None), gap=8))
        self._lost.hide()
        self._place = QVBoxLayout()
        self.search = SearchBox(self.tr("Search the history"), self.tr("What, who, reason"), shortcuts.FIND)
        self.search.searched.connect(lambda _: self.reload())
        shortcuts.bind(self, shortcuts.FIND, self.search.setFocus)
        self.person = Combo(self.tr("Who"))
        self.kind = Combo(self.tr("Record type"), [
            ("", self.tr("All records")), *((key, say(kind.title)) for key, kind in TYPES.items())])
        self.person.setMinimumContentsLength(_WORDS)
        self.kind.setMinimumContentsLength(_WORDS)
        self.first, self.last = DateEntry(desk.today), DateEntry(desk.today)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._empty = EmptyState("history", self.tr("Nothing in the history fits."))
        self._more = Button(self.tr("Show &older ones"), kind="link", small=True, clicked=self._older)
        self._build()
        self._fill_people([])
        self.person.currentIndexChanged.connect(self._filtered)
        self.kind.currentIndexChanged.connect(self._filtered)
        for entry in (self.first, self.last):
            entry.settled.connect(self._filtered)
            entry.editingFinished.connect(self._filtered)
        desk.signals.changed.connect(self._changed)

    def _build(self) -> None:
        for entry, name in ((self.first, self.tr("From")), (self.last, self.tr("To"))):
            fixed_width(entry, _DATE_WIDTH)
            entry.setAccessibleName(name)
            entry.setPlaceholderText(name)
        proof = row(label(self.tr("Anchor (optional)"), "small", "ink2"), self.anchor, self._reports,
                    self.verify_button, gap=10)
        proof.setStretch(1, 1)
        words = label(self.tr("Proves that no entry was changed, taken out or put in since it was written."), "small",
                      "ink2", wrap=True)
        top = card(column(section(self.tr("Is the history whole?")), self._lost, words, proof, self.task, self._place,
                          gap=8, margins=(16, 12, 16, 12)))
        asked = row(self.search, self.person, self.kind, self.first, label("–", "small", "ink2"), self.last, gap=8,
                    margins=(16, 12, 16, 8))
        asked.setStretch(0, 1)
        inner = column(self._lines, self._empty, row(self._more, None), None, gap=4, margins=(16, 4, 16, 8))
        below = card(column(holder(asked), rule(), scrolling(inner), gap=0, margins=(1, 1, 1, 1)))
        made = column(top, below, gap=12)
        made.setStretch(1, 1)
        self.setLayout(made)

    # ------------------------------------------------------------ the list

    def asked(self) -> Asked:
        """What the boxes above the list say; a date that is none counts as empty."""
        return Asked(self.search.text().strip(), str(self.person.key() or ""), str(self.kind.key() or ""),
                     _day(self.first), _day(self.last))

    def reload(self) -> None:
        """Reads the newest acts anew."""
        self._read(0)

    def _read(self, before: int) -> None:
        audit, asked, speak = self._desk.office.audit, self.asked(), language()
        self._number += 1
        number = self._number

        def show(rows: list[ActRow]) -> None:
            if number == self._number:
                self._show(rows, more=bool(before))

        self._desk.background.read(lambda: audit.acts(asked, speak, before), show)

    def _show(self, rows: Sequence[ActRow], *, more: bool) -> None:
        if not more:
            self._shown = []
            empty(self._lines)
        for one in rows:
            self._lines.addWidget(self._line(one))
        self._shown += rows
        self._empty.setVisible(not self._shown)
        self._more.setVisible(len(rows) == PAGE)
        if (layout := self.layout()) is not None:
            tab_as_laid_out(layout)

    def _line(self, one: ActRow) -> QWidget:
        when = label(f"{one.at.astimezone(self._desk.zone):%Y-%m-%d %H:%M}", "quiet", "ink2")
        when.setFixedWidth(when.fontMetrics().horizontalAdvance("2026-00-00 00:00") + 6)
        parts = [one.person]
        if one.records > 1:
            parts.append(fill(self.tr("{count} {count:entry|entries}"), count=f"{one.records:,}"))
        if one.reason:
            parts.append(self.tr("Reason: {reason}").format(reason=" ".join(one.reason.split())))
        words = holder(column(Elided(say(one.text), "body", "ink", bold=True),
                              Elided(" · ".join(part for part in parts if part), "quiet", "ink2"), gap=2))
        made = row(when, words, gap=14, margins=(0, 6, 0, 6))
        made.setStretch(1, 1)
        if one.first is not None:
            key, record_id, name = one.first
            short = name if len(name) <= 24 else name[:23] + "…"
            opener = Button(short, kind="link", small=True, tip=self.tr("Open the record"),
                            clicked=lambda: self._desk.signals.go.emit(key, record_id))
            opener.setAccessibleName(self.tr("Open {name}").format(name=name))
            made.addWidget(opener)
        return holder(column(made, rule(), gap=0))

    def _older(self) -> None:
        if self._shown:
            self._read(self._shown[-1].id)

    def _filtered(self, *_: object) -> None:
        if self.isVisible():
            self.reload()

    def _fill_people(self, people: Sequence[str]) -> None:
        kept = self.person.key()
        self.person.blockSignals(True)
        self.person.clear()
        for key, words in (("", self.tr("Everybody")), *((name, name) for name in people)):
            self.person.addItem(words, key)
        self.person.setCurrentIndex(max(0, self.person.findData(kept)))
        self.person.blockSignals(False)

    # ------------------------------------------------------------ the proof

    def verify(self) -> None:
        """Proves the history, against the anchor if there is one."""
        if self.task.busy:
            return
        audit, anchor = self._desk.office.audit, self.anchor.text()
        self._clear()
        self.verify_button.setEnabled(False)
        self.task.start(self.tr("Proving the entries…"), lambda step: audit.verify(anchor, step), self._tell)

    def _show_loss(self, loss: Loss | None) -> None:
        self._lost.setVisible(loss is not None)
        if loss is not None:
            self.loss.say(say(loss.headline), [say(line) for line in loss.lines])

    def _ended(self) -> None:
        self.verify_button.setEnabled(True)

    def _tell(self, verdict: Verdict) -> None:
        self._say("ok" if verdict.is_whole else "error", say(verdict.headline), [say(line) for line in verdict.lines])

    def _say(self, state: str, title: str, lines: Sequence[str] = ()) -> None:
        self._clear()
        self.verdict = Band(state, title, lines)
        self._place.addWidget(self.verdict)

    def _clear(self) -> None:
        if self.verdict is not None:
            self.verdict.hide()
            self.verdict.deleteLater()
            self.verdict = None

    def _ask_anchors(self) -> None:
        self._desk.background.read(self._desk.office.audit.anchors, self._offer)

    def _offer(self, anchors: Sequence[tuple[str, str]]) -> None:
        menu = QMenu(self)
        for code, anchor in anchors:
            menu.addAction(code, self._taking(anchor))
        if not anchors:
            menu.addAction(self.tr("No report was issued yet")).setEnabled(False)
        menu.popup(self._reports.mapToGlobal(QPoint(0, self._reports.height())))

    def _taking(self, anchor: str) -> Callable[[], None]:
        return lambda: self.anchor.setText(anchor)

    # ------------------------------------------------------------ the rest

    def export(self) -> None:
        """Writes the list to a workbook."""
        name = self.tr("Change history {day}.xlsx").format(day=self._desk.today().isoformat())
        target = self._desk.ask.save_file(self.window(), self.tr("Export"), name, self.tr("Excel workbook (*.xlsx)"))
        if target is None or self.task.busy:
            return
        audit, asked, speak, file = self._desk.office.audit, self.asked(), language(), Path(target)
        self.task.start(self.tr("Writing the workbook…"), lambda step: audit.export(asked, file, speak, step),
                        self._exported, keeps=True)

    def _exported(self, count: int) -> None:
        self._desk.signals.said.emit(self.tr("Rows exported: {count}").format(count=f"{count:,}"))

    def _changed(self, changes: object, origin: object) -> None:
        if self.isVisible():
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._desk.background.read(self._desk.office.audit.people, self._fill_people)
        self._desk.background.read(self._desk.office.audit.loss, self._show_loss)
        self.reload()


def _day(entry: DateEntry) -> date | None:
    try:
        return entry.value()
    except Unreadable:
        return None


def make_audit_page(desk: Desk) -> AuditPage:
    """The page, for the main window."""
    return AuditPage(desk)
