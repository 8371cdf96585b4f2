"""One inspection as a page: filled in while it is a draft, looked at afterwards."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from laborqa_desktop.models.enums import LABELS, InspectionType
from laborqa_desktop.usecases.inspection_sheet import Entry, Sheet, SheetItem
from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.inspection.photos import ItemPhotos
from laborqa_desktop.views.inspection.result_bar import ResultBar
from laborqa_desktop.views.inspection.score import ScoreLine
from laborqa_desktop.views.inspection.sheet_keeper import Opened, SheetKeeper
from laborqa_desktop.views.inspection.sheet_model import SheetModel
from laborqa_desktop.views.inspection.sheet_view import SheetView
from laborqa_desktop.views.inspection.side_panel import SidePanel
from laborqa_desktop.views.inspection.submitted_acts import SubmittedActs
from laborqa_desktop.views.parts.bands import Band, EmptyState
from laborqa_desktop.views.parts.button import Button, icon_button
from laborqa_desktop.views.parts.focus import take_focus
from laborqa_desktop.views.parts.label import Elided
from laborqa_desktop.views.parts.layout import column, row
from laborqa_desktop.views.parts.pill import Pill
from laborqa_desktop.views.printing import print_check_sheet, print_record
from laborqa_desktop.views.problem.pictures_strip import PicturesStrip


class EntryPage(QWidget):
    """The page.

    Signals:
        closed: the user wants back to the list.
        other_asked: id of another inspection to open, such as a re-check.
    """

    closed = Signal()
    other_asked = Signal(int)

    def __init__(self, desk: Desk, origin: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self.model = SheetModel(self)
        self.view = SheetView(self.model)
        self.pictures = PicturesStrip(desk, self.tr("Photos"))
        self.side = SidePanel(self.pictures)
        self.keeper = SheetKeeper(desk, self.model, origin, self)
        self.photos = ItemPhotos(desk, self.model, origin, self)
        self.acts = SubmittedActs(desk, origin, self)
        self._build()
        self._connect()

    def open(self, inspection_id: int) -> None:
        """Shows an inspection; what was kept after a crash comes back."""
        self.keeper.open(inspection_id)

    @property
    def sheet(self) -> Sheet | None:
        """What is shown."""
        return self.model.sheet

    def _build(self) -> None:
        back = icon_button("chevron-left", self.tr("Back to the list"), "Esc", self.leave)
        self._title = Elided("", "page", "ink", bold=True)
        self._pill = Pill()
        self._facts = Elided("", "small", "ink2")
        self._score = ScoreLine()
        self._details = icon_button("pencil", self.tr("Details of the inspection"), "F2", self.keeper.ask_details)
        self._paper = icon_button("printer", self.tr("Check sheet on paper"), "Ctrl+P", self._print)
        self._submit = Button(self.tr("&Submit"), "check", "primary", keys="Ctrl+Enter", clicked=self.submit)
        words = row(self._title, self._pill, self._details, self._paper, None, gap=8)
        names = column(words, self._facts, gap=2)
        head = row(back, names, self._score, self._submit, gap=12)
        head.setStretch(1, 1)
        self._band = Band("warn", "")
        self._band.hide()
        self._result = ResultBar()
        self._nothing = EmptyState("clipboard-check", self.tr(
            "This inspection came with a score and no items. Score and result count in the figures."))
        grid = QFrame()
        grid.setProperty("box", "card")
        inside = QVBoxLayout()
        inside.setContentsMargins(1, 1, 1, 4)
        inside.addWidget(self.view, 1)
        inside.addWidget(self._nothing, 1)
        grid.setLayout(inside)
        body = row(grid, self.side, gap=12)
        body.setStretch(0, 1)
        made = column(head, self._band, self._result, body, gap=10)
        made.setStretch(3, 1)
        self.setLayout(made)

    def _connect(self) -> None:
        self.keeper.opened.connect(self._show)
        self.keeper.said.connect(lambda words: self._pill.show_state(words, "plain"))
        self.keeper.submitted.connect(self._submitted)
        self.keeper.refused.connect(self._refuse)
        self.model.answered.connect(self._answered)
        self.model.dataChanged.connect(lambda *_: self._refresh())
        self.view.moved.connect(self._show_item)
        self.view.note_asked.connect(self.side.note.setFocus)
        self.view.photo_asked.connect(self.photos.choose)
        self.view.pasted.connect(self.photos.paste)
        self.view.dropped.connect(self.photos.drop)
        self.photos.current = self.view.current_item
        self.side.noted.connect(lambda words: self._enter(comment=words))
        self.side.corrected.connect(lambda on: self._enter(corrected_on_spot=on))
        self.side.photo_asked.connect(self.photos.choose)
        self.side.note.pictured.connect(self.photos.take)
        self.side.photos_asked.connect(self.photos.look)
        self.side.back_asked.connect(self.view.come_back)
        self._result.problem_asked.connect(lambda place: self._desk.signals.go.emit("problem", place))
        self._result.review_asked.connect(lambda: self.acts.review(self.model.sheet))
        self._result.sign_asked.connect(lambda: self.acts.client_sign(self.model.sheet))
        self._result.recheck_asked.connect(lambda: self.acts.recheck(self.model.sheet))
        self._result.void_asked.connect(lambda: self.acts.void(self.model.sheet))
        self._result.print_asked.connect(self._print)
        self.acts.done.connect(self.open)
        self.acts.recheck_started.connect(self.other_asked)
        for keys, act in (("Escape", self.leave), ("F8", self.view.go_to_next_open), ("F2", self.keeper.ask_details),
                          ("Ctrl+P", self._print), ("F6", self._next_pane), (shortcuts.RECORD_MENU, self._result_menu),
                          *((keys, self.submit) for keys in shortcuts.GO_ON)):
            shortcuts.bind(self, keys, act)

    def _result_menu(self) -> None:
        if self._result.isVisible():
            self._result.open_menu()

    def _print(self) -> None:
        """A draft as a sheet to fill in, with what was answered already; what is submitted, as a record."""
        sheet = self.model.sheet
        if sheet is not None and sheet.editable and sheet.items:
            print_check_sheet(self._desk, sheet)
        elif sheet is not None:
            print_record(self._desk, "inspection", sheet.id)

    def leave(self) -> None:
        """Keeps what was entered and goes back to the list."""
        self.keeper.leave()
        self.closed.emit()

    def submit(self) -> None:
        """Ctrl+Enter: submits when everything is answered, else goes to what is not."""
        sheet, now = self.model.sheet, self.model.tally
        if sheet is None or now is None or not sheet.editable:
            return
        if now.unanswered:
            names = [f"{n + 1:02d}  {sheet.items[n].text}" for n in now.unanswered[:5]]
            if len(now.unanswered) > 5:
                names.append(self.tr("and {count} more").format(count=len(now.unanswered) - 5))
            self._band.say(self.tr("Items without an answer: {count}").format(count=len(now.unanswered)), names)
            self._band.show()
            self.view.go_to(self.model.row_of(now.unanswered[0]))
            self.view.setFocus()
            return
        self.keeper.submit()

    def _show(self, opened: Opened) -> None:
        sheet = opened.sheet
        self._band.hide()
        self._title.set_words(sheet.site)
        parts = [sheet.code, sheet.inspected_on.isoformat(), self._checklist(sheet),
                 self.tr("inspected by {name}").format(name=sheet.inspector),
                 *(str(sheet.head[key]) for key in ("started_at", "area", "shift") if sheet.head.get(key)),
                 say(LABELS[InspectionType][sheet.type]), sheet.client]
        self._facts.set_words(" · ".join(part for part in parts if part))
        self._submit.setVisible(sheet.editable)
        self._details.setVisible(sheet.editable)
        self._paper.setVisible(sheet.editable and bool(sheet.items))
        self._pill.setVisible(sheet.editable)
        self._pill.show_state(self.tr("Brought back as it was") if opened.kept else self.tr("Draft, kept every 5 s"),
                              "plain")
        self._result.setVisible(not sheet.editable)
        if not sheet.editable:
            self._result.show_result(sheet, opened.raised, self._past(opened.values))
        self._nothing.setVisible(not sheet.items)
        self.view.setVisible(bool(sheet.items))
        self.side.setVisible(bool(sheet.items))
        self._refresh()
        self.view.go_to_first()
        take_focus(self.view)

    def _checklist(self, sheet: Sheet) -> str:
        return sheet.checklist if sheet.edition is None else f"{sheet.checklist} V{sheet.edition}"

    def _past(self, values: dict[str, Any]) -> list[str]:
        found = []
        if values.get("reviewed_by"):
            found.append(self.tr("reviewed by {name} on {day}").format(
                name=values["reviewed_by"], day=values["reviewed_on"]))
        if values.get("client_signed_by"):
            found.append(self.tr("signed for the client by {name} on {day}").format(
                name=values["client_signed_by"], day=values["client_signed_on"]))
        if values.get("void_reason"):
            found.append(self.tr("void: {reason}").format(reason=values["void_reason"]))
        return found

    def _enter(self, **changed: Any) -> None:
        item = self.view.current_item()
        if item is not None:
            old = item.entry
            self.model.set_entry(item.position, Entry(old.answer, changed.get("comment", old.comment),
                                                      changed.get("corrected_on_spot", old.corrected_on_spot)))

    def _answered(self, position: int) -> None:
        if self._band.isVisible() and self.model.tally is not None and not self.model.tally.unanswered:
            self._band.hide()

    def _show_item(self, item: SheetItem) -> None:
        sheet = self.model.sheet
        self.side.show_item(item, sheet is not None and sheet.editable)
        self.photos.show_in(self.pictures, item)

    def _refresh(self) -> None:
        sheet, now = self.model.sheet, self.model.tally
        if sheet is None or now is None:
            return
        self._score.show_tally(sheet, now)
        self.side.show_tally(sheet, now)
        item = self.view.current_item()
        if item is not None:
            self._show_item(item)

    def _submitted(self, inspection_id: int) -> None:
        self.open(inspection_id)

    def _refuse(self, words: str) -> None:
        self._band.say(words)
        self._band.show()

    def _next_pane(self) -> None:
        (self.side.note if self.view.hasFocus() else self.view).setFocus()
