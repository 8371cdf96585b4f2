"""Starts an inspection with few keys: site, checklist, inspector, date; what can be known is proposed."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame

from laborqa_desktop.errors import UserError
from laborqa_desktop.models.enums import ChecklistStatus
from laborqa_desktop.usecases.listing import Filter, Option, Query
from laborqa_desktop.usecases.records import Records
from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.date_entry import DateEntry
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.bands import Band
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.field_frame import FieldFrame
from laborqa_desktop.views.parts.label import label
from laborqa_desktop.views.parts.layout import column, row, scrolling
from laborqa_desktop.views.reading import Unreadable
from laborqa_desktop.views.ref_picker import RefPicker

_IN_FORCE = Filter("status", (ChecklistStatus.ACTIVE.value,))


@dataclass(frozen=True)
class Proposal:
    """What is proposed: (id, label) of an inspector and of a checklist."""

    inspector: tuple[int, str] | None = None
    checklist: tuple[int, str] | None = None


def checklists_in_force(records: Records, words: str) -> list[Option]:
    """Checklists an inspection may start from."""
    query = Query(words, (_IN_FORCE,), (("name", False),), columns=("name", "code", "edition"))
    rows = records.page("checklist", query, 0, 20)
    return [Option(one.id, str(one.cells[0]), f"{one.cells[1]} · V{one.cells[2]}") for one in rows]


def propose(records: Records, site_id: int | None) -> Proposal:
    """The last inspector, and the checklist last used at the site, or the only one there is."""
    newest = (("inspected_on", True),)
    last = records.page("inspection", Query(order=newest), 0, 1)
    inspector = records.load("inspection", last[0].id).values["inspector_id"] if last else None
    found = checklists_in_force(records, "")
    checklist = found[0] if len(found) == 1 else None
    if site_id is not None and checklist is None:
        here = records.page("inspection", Query(filters=(Filter("site", (site_id,)),), order=newest), 0, 1)
        used = records.load("inspection", here[0].id).values["checklist_id"] if here else None
        checklist = next((one for one in found if one.id == used), None)
    return Proposal((inspector, records.label("person", inspector)) if inspector else None,
                    (checklist.id, checklist.label) if checklist else None)


class StartCard(QFrame):
    """The card that starts an inspection.

    Signals:
        started: (id, Changes).
    """

    started = Signal(int, object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("box", "card")
        records, background = desk.office.records, desk.background
        self.site = RefPicker(lambda words: records.options("site", words), background,
                              self.tr("Name, code or pinyin initials"))
        self.checklist = RefPicker(lambda words: checklists_in_force(records, words), background)
        self.inspector = RefPicker(lambda words: records.options("person", words), background)
        self.day = DateEntry(desk.today)
        self._frames = [FieldFrame(name, box, True) for name, box in (
            (self.tr("Site"), self.site), (self.tr("Checklist"), self.checklist),
            (self.tr("Inspector"), self.inspector), (self.tr("Date"), self.day))]
        self._band = Band("warn", "")
        self._band.hide()
        self.go = Button(self.tr("&Start"), "arrow-right", "primary", keys="Ctrl+Enter", clicked=self.start)
        help_words = label(self.tr(
            "Enter takes the proposal and goes on. The items of the checklist are copied; later changes of the "
            "checklist leave this inspection as it is."), "small", "ink2", wrap=True)
        body = column(label(self.tr("New inspection"), "title"), 2, *self._frames, self._band, help_words, None,
                      gap=10, margins=(20, 16, 20, 8))
        made = column(scrolling(body), row(None, self.go, margins=(20, 8, 20, 14)), gap=0, margins=(1, 1, 1, 1))
        made.setStretch(0, 1)
        self.setLayout(made)
        self.site.chosen.connect(self._site_chosen)
        for box in (self.checklist, self.inspector):
            box.chosen.connect(self._go_on)
        self.day.returnPressed.connect(self.start)
        for keys in shortcuts.GO_ON:
            shortcuts.bind(self, keys, self.start)

    def prepare(self) -> None:
        """Proposes what is known where nothing stands yet, without taking the keyboard."""
        if not self.day.text():
            self.day.set_value(self._desk.today())
        self._propose()

    def begin(self, site_id: int | None = None) -> None:
        """Empties the card, proposes what is known, and takes the keyboard."""
        self._band.hide()
        for box in (self.site, self.checklist, self.inspector):
            box.put(None, "")
        self.day.set_value(self._desk.today())
        if site_id is not None:
            self.site.put(site_id, self._desk.office.records.label("site", site_id))
        self.site.setFocus()
        self._propose()

    def _site_chosen(self, site_id: int | None) -> None:
        if site_id is not None:
            self._propose(go_on=True)

    def _propose(self, go_on: bool = False) -> None:
        records, site_id = self._desk.office.records, self.site.record_id

        def done(found: Proposal) -> None:
            for box, one in ((self.inspector, found.inspector), (self.checklist, found.checklist)):
                if one is not None and box.record_id is None and not box.text():
                    box.put(*one)
            if go_on:
                self._go_on(site_id)

        self._desk.background.read(lambda: propose(records, site_id), done)

    def _go_on(self, record_id: object) -> None:
        if record_id is not None:
            QTimer.singleShot(0, self, self._focus_next)

    def _focus_next(self) -> None:
        empty = next((box for box in (self.site, self.checklist, self.inspector) if box.record_id is None), None)
        (empty or self.go).setFocus()

    def _day(self) -> date | None:
        try:
            return self.day.value()
        except Unreadable:
            return None

    def start(self) -> None:
        """Starts the inspection, or says what is missing."""
        site, checklist, inspector = self.site.record_id, self.checklist.record_id, self.inspector.record_id
        day = self._day()
        for frame, value in zip(self._frames, (site, checklist, inspector, day), strict=True):
            frame.show_message("error" if value is None else "", "" if value is not None else self._missing(frame))
        if site is None or checklist is None or inspector is None or day is None:
            wrong = next(f for f, v in zip(self._frames, (site, checklist, inspector, day), strict=True) if v is None)
            wrong.editor.setFocus()
            return
        inspections, key = self._desk.office.inspections, (site, checklist, inspector, day)
        self.go.setEnabled(False)
        self._desk.background.run(lambda step: inspections.start(*key), self._started, self._refused)

    def _missing(self, frame: FieldFrame) -> str:
        if frame.editor is self.day:
            return self.tr("This is no date. Write 2026-11-22, 2026.5.1 or 5.1.")
        return self.tr("Choose one from the list.")

    def _started(self, answer: tuple[int, object]) -> None:
        self.go.setEnabled(True)
        self._band.hide()
        self.started.emit(answer[0], answer[1])

    def _refused(self, error: Exception) -> None:
        self.go.setEnabled(True)
        if not isinstance(error, UserError):
            raise error
        self._band.say(say(error.text))
        self._band.show()
