"""The act of the stage that is looked at: describe the correction, close with evidence, or see what was done."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from laborqa_desktop.models.enums import LABELS, LinkRole, ProblemStage
from laborqa_desktop.usecases.gates import Step
from laborqa_desktop.views import theme
from laborqa_desktop.views.date_entry import DateEntry
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.bands import Band
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.field_frame import FieldFrame
from laborqa_desktop.views.parts.inputs import Entry
from laborqa_desktop.views.parts.label import label, restyle, set_tone
from laborqa_desktop.views.parts.layout import column, holder, row, scrolling
from laborqa_desktop.views.picture_text import PictureText
from laborqa_desktop.views.problem.pictures_strip import PicturesStrip
from laborqa_desktop.views.problem.shown import STAGES, Shown
from laborqa_desktop.views.reading import Unreadable

_FOUND, _IMPLEMENTED, _CLOSED = STAGES


class Words(PictureText):
    """A few lines of text."""

    def __init__(self, lines: float = 3.5) -> None:
        super().__init__()
        self.setFixedHeight(round(theme.sizes().body * lines * 1.5) + 12)


class StageCard(QFrame):
    """The card in the middle.

    Signals:
        typed: something was typed that a draft should keep.
        next_asked: ("implemented", {correction, on}) or ("closed", {by, on, note}).
        reopen_asked, extend_asked, photo_asked: the user wants that act.
        pictured: QMimeData with a picture, pasted or dropped into a text.
    """

    typed = Signal()
    next_asked = Signal(str, dict)
    reopen_asked = Signal()
    extend_asked = Signal()
    photo_asked = Signal(str)
    pictured = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._shown: Shown | None = None
        self._looked_at = _FOUND
        self.setProperty("box", "card")
        self._title, self._due = label("", "title"), label("", tone="ink2")
        self._extend = Button(self.tr("&Extend…"), "clock", small=True, clicked=self.extend_asked.emit)
        self._photo = Button(self.tr("Add a &photo"), "camera", small=True, tip="Ctrl+V", clicked=self._ask_photo)
        self.correction, self.corrected_on = Words(), DateEntry(desk.today)
        self.closed_by, self.closed_on, self.note = Entry(), DateEntry(desk.today), Words(3)
        self._did = label("", wrap=True)
        self._what = label("", wrap=True)
        self._summary = label("", tone="ink2", wrap=True)
        self._evidence = PicturesStrip(desk, self.tr("Evidence"))
        self._gate = Band("warn", "")
        self.next = Button("", "arrow-right", "primary", keys="Ctrl+Enter", clicked=self.go_on)
        self._reopen = Button(self.tr("&Back to the owner…"), "arrow-back-up", clicked=self.reopen_asked.emit)
        self._ask_gate = QTimer(self, singleShot=True, interval=150)
        self._ask_gate.timeout.connect(self._show_gate)
        self._putting = False
        self._build()

    def _build(self) -> None:
        self.correction.setPlaceholderText(self.tr("What was done about it, and by whom"))
        self.note.setPlaceholderText(self.tr("What was seen when it was looked at again; counts as evidence"))
        self._frames = {
            "correction": FieldFrame(self.tr("Correction"), self.correction, True),
            "corrected_on": FieldFrame(self.tr("Corrected on"), self.corrected_on, True),
            "closed_by": FieldFrame(self.tr("Looked at by"), self.closed_by, True),
            "closed_on": FieldFrame(self.tr("Looked at on"), self.closed_on, True),
            "note": FieldFrame(self.tr("Finding"), self.note)}
        found = column(self._frames["correction"], row(self._frames["corrected_on"], None), None, gap=10)
        names = row(self._frames["closed_by"], self._frames["closed_on"], gap=12)
        implemented = column(label(self.tr("What was done"), "small", "ink2"), self._did, 2, names,
                             self._frames["note"], None, gap=8)
        closed = column(self._summary, label(self.tr("What was done"), "small", "ink2"), self._what, None, gap=8)
        self._pages = QStackedWidget()
        for page in (found, implemented, closed):
            self._pages.addWidget(holder(page))
        head = row(self._title, self._due, None, self._extend, self._photo, gap=10)
        body = column(self._pages, self._evidence, None, gap=10, margins=(16, 4, 16, 8))
        foot = column(self._gate, row(self._reopen, None, self.next), gap=8, margins=(16, 6, 16, 12))
        made = column(holder(column(head, margins=(16, 12, 12, 4))), scrolling(body), foot, gap=0, margins=(1, 1, 1, 1))
        made.setStretch(1, 1)
        self.setLayout(made)
        for box in (self.correction, self.note):
            box.textChanged.connect(self._typed)
            box.pictured.connect(self.pictured)
        self.corrected_on.settled.connect(lambda _: self._typed())

    def show_problem(self, shown: Shown, looked_at: str) -> None:
        """Shows a stage of a problem; what is being typed for the same one stays."""
        same = self._shown is not None and self._shown.id == shown.id and self._shown.stage == shown.stage
        self._shown, self._looked_at = shown, looked_at
        if not same:
            self._fill(shown)
        today, value = self._desk.today(), shown.value
        self._did.setText(str(value("correction") or "—"))
        self._what.setText(str(value("correction") or "—"))
        self._summary.setText(self._closing_words(shown))
        self._evidence.show_pictures(shown.pictures_of(LinkRole.AFTER.value, LinkRole.EVIDENCE.value,
                                                       LinkRole.PHOTO.value, LinkRole.OTHER.value))
        number = STAGES.index(looked_at) + 1 if looked_at in STAGES else 0
        name = say(LABELS[ProblemStage][looked_at])
        self._title.setText(f"{number}  {name}" if number else name)
        self._due.setText(self._due_words(shown, today))
        set_tone(self._due, "warn" if shown.days_late(today) > 0 else "ink2")
        here, open_ = looked_at == shown.stage, shown.stage in (_FOUND, _IMPLEMENTED)
        self._pages.setCurrentIndex(STAGES.index(looked_at) if looked_at in STAGES else 2)
        for box in (self.correction, self.corrected_on, self.closed_by, self.closed_on, self.note):
            restyle(box, "readOnly", not here)
            box.setReadOnly(not here)
        self._extend.setVisible(open_)
        self._photo.setVisible(open_)
        self._reopen.setVisible(here and shown.stage == _IMPLEMENTED)
        step = self._next_step()
        self.next.setVisible(here and step is not None)
        if step is not None:
            self.next.set_words(say(step.label))
        self._show_gate()

    def typed_values(self) -> dict[str, Any]:
        """What a draft keeps of the correction."""
        return {"correction": self.correction.toPlainText(), "corrected_on": self._date(self.corrected_on)}

    def go_on(self) -> None:
        """Ctrl+Enter: to the next stage; with something missing, the keyboard goes there."""
        shown = self._shown
        if shown is None or self._looked_at != shown.stage or self._next_step() is None:
            return
        if shown.stage == _FOUND:
            self._go(ProblemStage.IMPLEMENTED.value, ("correction", "corrected_on"), lambda: {
                "correction": self.correction.toPlainText().strip(), "on": self._date(self.corrected_on)})
        else:
            self._go(ProblemStage.CLOSED.value, ("closed_by", "closed_on"), lambda: {
                "by": self.closed_by.text().strip(), "on": self._date(self.closed_on),
                "note": self.note.toPlainText().strip()})

    def _go(self, to: str, needed: tuple[str, ...], answers: Callable[[], dict[str, Any]]) -> None:
        given = answers()
        wrong = None
        for key, value in zip(needed, given.values(), strict=False):
            frame = self._frames[key]
            frame.show_message("" if value else "error", "" if value else self.tr("This must be filled in."))
            wrong = wrong or (None if value else frame.editor)
        if wrong is None and self._unmet():
            wrong = self.note
        if wrong is not None:
            wrong.setFocus()
            return
        self.next_asked.emit(to, given)

    def focus_first(self) -> None:
        """The keyboard goes to what is to be filled in."""
        box: QWidget = {_FOUND: self.correction, _IMPLEMENTED: self.note}.get(self._looked_at, self)
        box.setFocus()

    def _fill(self, shown: Shown) -> None:
        self._putting = True
        typed, today = shown.typed, self._desk.today()
        self.correction.setPlainText(str(typed.get("correction") or shown.value("correction") or ""))
        day = typed.get("corrected_on") or shown.value("corrected_on") or today
        self.corrected_on.set_value(day)
        self.closed_by.setText(self._desk.office.person)
        self.closed_on.set_value(today)
        self.note.setPlainText("")
        for frame in self._frames.values():
            frame.show_message("", "")
        self._putting = False

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._ask_gate.stop()

    def _typed(self) -> None:
        if not self._putting:
            self._ask_gate.start()
            self.typed.emit()

    def _next_step(self) -> Step | None:
        if self._shown is None:
            return None
        return self._shown.step(_IMPLEMENTED) or self._shown.step(_CLOSED)

    def _unmet(self) -> list[str]:
        shown = self._shown
        if shown is None or self._looked_at != shown.stage:
            return []
        correction = self.correction.toPlainText() if shown.stage == _FOUND else None
        steps = self._desk.office.problems.steps(shown.id, correction=correction, note=self.note.toPlainText())
        wanted = _IMPLEMENTED if shown.stage == _FOUND else _CLOSED
        return [say(text) for step in steps if step.to == wanted for text in step.unmet]

    def _show_gate(self) -> None:
        unmet, step = self._unmet(), self._next_step()
        self._gate.setVisible(bool(unmet) and step is not None)
        if unmet and step is not None:
            self._gate.say(self.tr('Before "{step}", still missing: {count}').format(
                step=say(step.label), count=len(unmet)), unmet)
        self.next.setEnabled(not unmet)

    def _due_words(self, shown: Shown, today: date) -> str:
        due, late = shown.lateness.due_on, shown.days_late(today)
        if due is None or shown.stage not in (_FOUND, _IMPLEMENTED):
            return ""
        if late > 0:
            return self.tr("due {day}, {count} d late").format(day=due.isoformat(), count=late)
        if late == 0:
            return self.tr("due today")
        return self.tr("due {day}, {count} d left").format(day=due.isoformat(), count=-late)

    def _closing_words(self, shown: Shown) -> str:
        if shown.stage == ProblemStage.VOID:
            return self.tr("Void: {reason}").format(reason=shown.value("void_reason"))
        if shown.stage != ProblemStage.CLOSED:
            return self.tr("Not closed yet.")
        words = self.tr("Closed by {name} on {day}.").format(
            name=shown.value("closed_by"), day=shown.value("closed_on"))
        remarks = str(shown.value("remarks") or "")
        return f"{words}\n{remarks}" if remarks else words

    def _date(self, box: DateEntry) -> date | None:
        try:
            return box.value()
        except Unreadable:
            return None

    def _ask_photo(self) -> None:
        found = self._shown is not None and self._shown.stage == _FOUND and self._looked_at == _FOUND
        self.photo_asked.emit(LinkRole.BEFORE.value if found and not self.correction.toPlainText().strip()
                              else LinkRole.AFTER.value)
