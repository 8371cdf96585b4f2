"""Opens, keeps and submits one inspection. Answers are kept every five seconds and come back after a crash."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from laborqa_desktop.errors import UserError
from laborqa_desktop.usecases.inspection_sheet import Entry, Sheet, SheetItem, warnings
from laborqa_desktop.usecases.inspections import Raised, Submitted
from laborqa_desktop.usecases.records import Changes
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.inspection.details_dialog import DetailsDialog
from laborqa_desktop.views.inspection.sheet_model import SheetModel

KEEP_EVERY_MS = 4_000
"""What is kept is at most 5 s old (W7); writing it takes its time too."""


@dataclass(frozen=True)
class Opened:
    """An inspection with what its page needs. kept: entries that were never saved; values: the record's fields."""

    sheet: Sheet
    kept: dict[int, Entry] = field(default_factory=dict)
    raised: tuple[Raised, ...] = ()
    values: dict[str, Any] = field(default_factory=dict)


class SheetKeeper(QObject):
    """Between the page and the use case.

    Signals:
        opened: Opened.
        said: words for the pill in the head.
        submitted: id of the inspection.
        refused: why something did not work.
    """

    opened = Signal(object)
    said = Signal(str)
    submitted = Signal(int)
    refused = Signal(str)

    def __init__(self, desk: Desk, model: SheetModel, origin: QWidget, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._model, self._origin, self._page = desk, model, origin, page
        self._dirty = False
        self._wanted: int | None = None
        self._timer = QTimer(self, singleShot=True, interval=KEEP_EVERY_MS)
        self._timer.timeout.connect(self.keep)
        model.answered.connect(self._changed)

    def open(self, inspection_id: int) -> None:
        """Loads an inspection, after whatever is still being saved."""
        inspections, records = self._desk.office.inspections, self._desk.office.records
        self._wanted = inspection_id

        def work(step: object) -> Opened:
            sheet = inspections.load(inspection_id)
            kept = inspections.kept(inspection_id) if sheet.editable else {}
            raised = () if sheet.editable else inspections.raised(inspection_id)
            return Opened(sheet, kept, raised, records.load("inspection", inspection_id).values)

        self._desk.background.run(work, self._loaded, self._failed)

    def _loaded(self, opened: Opened) -> None:
        if opened.sheet.id != self._wanted:
            return
        self._timer.stop()
        self._dirty = bool(opened.kept)
        self._model.show(opened.sheet, opened.kept)
        self.opened.emit(opened)

    def keep(self) -> None:
        """Keeps the entries outside the history; they survive a crash."""
        sheet = self._model.sheet
        if sheet is None or not sheet.editable or not self._dirty:
            return
        inspections, entries = self._desk.office.inspections, self._model.entries()
        self._desk.background.run(lambda step: inspections.keep(sheet.id, entries), self._kept, self._failed)

    def _kept(self, _: object) -> None:
        self.said.emit(self.tr("Kept {time}").format(time=self._clock()))

    def leave(self) -> None:
        """Saves what was entered, in an act of its own."""
        self._timer.stop()
        sheet = self._model.sheet
        if sheet is None or not sheet.editable or not self._dirty:
            return
        self._dirty = False
        self._save(sheet, {})

    def _save(self, sheet: Sheet, head: dict[str, Any], reopen: bool = False) -> None:
        inspections, entries = self._desk.office.inspections, self._model.entries()

        def done(changes: Changes) -> None:
            self._desk.signals.changed.emit(changes, self._origin)
            if reopen:
                self.open(sheet.id)

        def work(step: object) -> Changes:
            try:
                return inspections.save(sheet.id, entries, row_version=sheet.row_version, **head)
            except UserError:
                inspections.keep(sheet.id, entries)     # here, for while locking nobody is left to be told
                raise

        self._desk.background.run(work, done, self._failed)

    def ask_details(self) -> None:
        """F2: the fields of the head."""
        sheet = self._model.sheet
        if sheet is None or not sheet.editable:
            return
        dialog = DetailsDialog(self._desk, self._page, self._desk.office.records.load("inspection", sheet.id))
        dialog.given.connect(lambda head: self._keep_details(sheet, head))
        dialog.open()

    def _keep_details(self, sheet: Sheet, head: dict[str, Any]) -> None:
        self._dirty = False
        self._save(sheet, head, reopen=True)

    def submit(self) -> None:
        """Asks, showing what will follow, and submits."""
        sheet, now = self._model.sheet, self._model.tally
        if sheet is None or now is None:
            return
        share = "—" if now.score.per_cent is None else f"{now.score.per_cent:.1f}"
        verdict = {"pass": self.tr("passed"), "fail": self.tr("failed")}.get(now.result.value, self.tr("not rated"))
        words = self.tr("Score {score}, {verdict}. Afterwards nothing can be changed; a mistake is answered by voiding "
                        "or by another inspection.").format(score=share, verdict=verdict)
        lines = self._consequences(sheet)
        if self._desk.ask.confirm(self._page.window(), self.tr("Submit this inspection?"), words, self.tr("Submit"),
                                  lines):
            self._submit(sheet)

    def _consequences(self, sheet: Sheet) -> list[str]:
        coming = [item for item in sheet.items if item.raises]
        missing = warnings(sheet)
        lines = []
        if coming:
            lines.append(self.tr("Problems to be created: {count}").format(count=len(coming)))
            lines += [self._problem(item) for item in coming]
        elif missing:
            lines.append(self.tr("This may be submitted all the same"))
        return lines + [say(text) for text in missing]

    def _problem(self, item: SheetItem) -> str:
        note = item.entry.comment.strip()
        return f"{item.position + 1:02d}  {item.text}" + (self.tr(" ({note})").format(note=note) if note else "")

    def _submit(self, sheet: Sheet) -> None:
        inspections, entries = self._desk.office.inspections, self._model.entries()
        self._timer.stop()
        self._dirty = False

        def done(answer: Submitted) -> None:
            self._desk.signals.changed.emit(answer.changes, self._origin)
            count = len(answer.problem_ids)
            said = self.tr("{code} submitted").format(code=answer.code)
            if count:
                said = self.tr("{code} submitted; problems created: {count}").format(code=answer.code, count=count)
            self._desk.signals.said.emit(said)
            self.submitted.emit(sheet.id)

        def failed(error: Exception) -> None:
            self._dirty = True
            self.keep()
            self._failed(error)

        self._desk.background.run(
            lambda step: inspections.submit(sheet.id, entries, row_version=sheet.row_version), done, failed)

    def _changed(self, position: int) -> None:
        self._dirty = True
        if not self._timer.isActive():
            self._timer.start()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.refused.emit(say(error.text))

    def _clock(self) -> str:
        return f"{datetime.now(self._desk.zone):%H:%M}"
