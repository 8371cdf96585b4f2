"""One problem as a page: head, stage line, facts, the act of the stage, what happened."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from laborqa_desktop.errors import NotFound
from laborqa_desktop.models.enums import LABELS, LinkRole, ProblemStage, Severity
from laborqa_desktop.views import shortcuts, theme
from laborqa_desktop.views.clipboard import pasted
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.icons import icon
from laborqa_desktop.views.parts.button import icon_button
from laborqa_desktop.views.parts.choices import Choice, Segments
from laborqa_desktop.views.parts.label import Elided, label
from laborqa_desktop.views.parts.layout import card, column, row
from laborqa_desktop.views.parts.pill import Pill
from laborqa_desktop.views.pictures import patterns
from laborqa_desktop.views.printing import print_record
from laborqa_desktop.views.problem.acts import ProblemActs
from laborqa_desktop.views.problem.facts_card import FactsCard
from laborqa_desktop.views.problem.shown import STAGES, Shown, read_problem
from laborqa_desktop.views.problem.stage_card import StageCard
from laborqa_desktop.views.problem.stage_line import StageLine, Stop
from laborqa_desktop.views.problem.timeline import Timeline
from laborqa_desktop.views.tokens import Sizes

_THREE_CARDS_FROM_PX = 1020
_KEEP_MS = 4_000
FACTS, PAST = "facts", "past"
_TONES = {"critical": "error", "major": "warn"}


class ProblemPage(QWidget):
    """The page.

    Signals:
        shown_now: the Shown that is on the page now.
        closed: the user wants to the list.
        stepped: -1 or 1: the problem before or after.
        edit_asked: the user wants the whole form.
    """

    shown_now = Signal(object)
    closed = Signal()
    stepped = Signal(int)
    edit_asked = Signal()

    def __init__(self, desk: Desk, origin: QWidget) -> None:
        super().__init__()
        self._desk = desk
        self.shown: Shown | None = None
        self._wanted: int | None = None
        self._typed = False
        self.acts = ProblemActs(desk, origin)
        self.line = StageLine(self.tr("Stages"))
        self.facts, self.stage, self.past = FactsCard(desk), StageCard(desk), Timeline(desk)
        self._keep = QTimer(self, singleShot=True, interval=_KEEP_MS)
        self._keep.timeout.connect(self.keep)
        self.setAcceptDrops(True)
        self._build()
        self._connect()

    def show_problem(self, problem_id: int) -> None:
        """Reads and shows a problem, after whatever is still being saved."""
        if self.shown is not None and self.shown.id != problem_id:
            self.keep()
        self._wanted = problem_id
        office = self._desk.office

        def failed(error: Exception) -> None:
            if not isinstance(error, NotFound):
                raise error

        self._desk.background.run(lambda step: read_problem(office, problem_id), self._show, failed)

    def keep(self) -> None:
        """Keeps a correction that is being typed."""
        self._keep.stop()
        if self._typed and self.shown is not None:
            self._typed = False
            self.acts.keep_typed(self.shown, self.stage.typed_values())

    def _build(self) -> None:
        self._back = icon_button("chevron-left", self.tr("List"), "Esc", self.closed.emit)
        self._title = Elided("", "page", "ink", bold=True)
        self._code = label("", tone="ink2")
        self._severity, self._late = Pill(), Pill()
        before = icon_button("arrow-up", self.tr("Previous"), shortcuts.PREVIOUS_RECORD, lambda: self.stepped.emit(-1))
        after = icon_button("arrow-down", self.tr("Next"), shortcuts.NEXT_RECORD, lambda: self.stepped.emit(1))
        edit = icon_button("pencil", self.tr("Edit all fields"), "F2", self.edit_asked.emit)
        self._menu = QMenu(self)
        self._menu.addAction(icon("printer"), self.tr("&Print…"), lambda: self._act(
            lambda shown: print_record(self._desk, "problem", shown.id)))
        self._void = self._menu.addAction(self.tr("&Void with a reason…"), lambda: self._act(self.acts.void))
        self._more = icon_button("dots", self.tr("More"), shortcuts.RECORD_MENU, self._open_menu)
        head = row(self._back, self._title, self._code, self._severity, self._late, before, after, edit, self._more,
                   gap=8)
        head.setStretch(1, 1)
        self._side = QStackedWidget()
        self._side.addWidget(self.facts)
        self._switch = Segments(self.tr("Beside"), [
            Choice(FACTS, self.tr("Facts")), Choice(PAST, self.tr("What happened"))])
        self._left = column(self._switch, self._side, gap=6)
        self._left.setStretch(1, 1)
        self._body = row(self._left, self.stage, self.past, gap=12)
        self._body.setStretch(1, 1)
        made = column(head, card(column(self.line, margins=(14, 8, 10, 6))), self._body, gap=10)
        made.setStretch(2, 1)
        self.setLayout(made)
        self._arrange()

    def _connect(self) -> None:
        self.line.chosen.connect(self._look_at)
        self._switch.chosen.connect(self._show_side)
        self.facts.opened.connect(lambda key, place: self._desk.signals.go.emit(key, place))
        self.stage.typed.connect(self._typing)
        self.stage.next_asked.connect(self._advance)
        self.stage.extend_asked.connect(lambda: self._act(self.acts.extend))
        self.stage.reopen_asked.connect(lambda: self._act(self.acts.reopen))
        self.stage.photo_asked.connect(self._choose_photo)
        self.stage.pictured.connect(lambda data: self._act(lambda shown: self.acts.take(shown, data)))
        self.acts.done.connect(self._acted)
        for keys in shortcuts.GO_ON:
            shortcuts.bind(self, keys, self.stage.go_on)
        shortcuts.bind(self, shortcuts.RECORD_MENU, self._open_menu)
        shortcuts.bind(self, "F2", self.edit_asked.emit)
        shortcuts.bind(self, "F6", self._next_pane)
        shortcuts.bind(self, "Insert", lambda: self._choose_photo(LinkRole.AFTER.value))
        for number, stage in enumerate(STAGES):
            shortcuts.bind(self, f"Alt+{number + 1}", lambda stage=stage: self._look_at(stage))  # type: ignore[misc]
        shortcuts.bind(self.stage.next, "Ctrl+V", self._paste)
        shortcuts.bind(self.facts, "Ctrl+V", self._paste)
        shortcuts.bind(self.line, "Ctrl+V", self._paste)

    def _show(self, shown: Shown) -> None:
        if shown.id != self._wanted:
            return
        fresh = self.shown is None or self.shown.id != shown.id or self.shown.stage != shown.stage
        self.shown = shown
        today = self._desk.today()
        words = str(shown.value("description") or "").strip().partition("\n")[0]
        self._title.set_words(words)
        self._code.setText(str(shown.value("code") or ""))
        severity = str(shown.value("severity"))
        self._severity.show_state(say(LABELS[Severity][severity]), _TONES.get(severity, "plain"))
        late = shown.days_late(today)
        self._late.setVisible(late > 0 or shown.stage in (ProblemStage.CLOSED, ProblemStage.VOID))
        if late > 0:
            self._late.show_state(self.tr("{count} d late").format(count=late), "warn")
        else:
            self._late.show_state(say(LABELS[ProblemStage][shown.stage]),
                                  "ok" if shown.stage == ProblemStage.CLOSED else "plain")
        self._void.setEnabled(shown.step(ProblemStage.VOID.value) is not None)
        looked_at = self.line.current if not fresh and self.line.current in STAGES else self._natural(shown)
        self.line.show_stops(self._stops(shown, today), looked_at)
        self.facts.show_problem(shown)
        self.stage.show_problem(shown, looked_at)
        self.past.show_entries(shown.history)
        self.shown_now.emit(shown)

    def _natural(self, shown: Shown) -> str:
        return shown.stage if shown.stage in STAGES else STAGES[-1]

    def _stops(self, shown: Shown, today: date) -> list[Stop]:
        at = STAGES.index(shown.stage) if shown.stage in STAGES else -1
        days = (shown.value("found_on"), shown.value("corrected_on"), shown.value("closed_on"))
        late, found = shown.days_late(today), []
        for number, stage in enumerate(STAGES):
            closed = shown.stage == ProblemStage.CLOSED
            state = "done" if number < at or closed else "current" if number == at else "off" if at < 0 else "next"
            day = days[number]
            below, tone = (f"{day:%m-%d}" if day is not None and number <= max(at, 0) else ""), "ink2"
            if number == at + 1 and late > 0 and at >= 0:
                below, tone = self.tr("{count} d late").format(count=late), "warn"
            elif number == at + 1 == 1 and shown.lateness.due_on:
                below = self.tr("by {day}").format(day=f"{shown.lateness.due_on:%m-%d}")
            found.append(Stop(stage, say(LABELS[ProblemStage][stage]), state, below, tone))
        return found

    def _look_at(self, stage: str) -> None:
        if self.shown is not None:
            self.line.set_current(stage)
            self.stage.show_problem(self.shown, stage)

    def _typing(self) -> None:
        self._typed = True
        if not self._keep.isActive():
            self._keep.start()

    def _acted(self, problem_id: int) -> None:
        self._typed = False
        if self.shown is not None and self.shown.id == problem_id:
            self.show_problem(problem_id)

    def _choose_photo(self, role: str) -> None:
        if self.shown is not None:
            files = self._desk.ask.open_files(self.window(), self.tr("Photos of the problem"), patterns())
            self.acts.attach(self.shown, [(file.name, file) for file in files], role)

    def _paste(self) -> None:
        if self.shown is not None:
            with pasted() as data:
                self.acts.take(self.shown, data)

    def _act(self, act: Callable[[Shown], None]) -> None:
        if self.shown is not None:
            act(self.shown)

    def _advance(self, to: str, given: dict[str, Any]) -> None:
        if self.shown is not None:
            self.acts.advance(self.shown, to, given)

    def _open_menu(self) -> None:
        self._menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _next_pane(self) -> None:
        if self.line.hasFocus():
            self.stage.focus_first()
        else:
            self.line.setFocus()

    def _show_side(self, key: str) -> None:
        self._side.setCurrentIndex(1 if key == PAST else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def _arrange(self) -> None:
        grown = theme.sizes().body / Sizes.body
        wide = self.width() >= _THREE_CARDS_FROM_PX * grown
        inside = self._side.indexOf(self.past) >= 0
        if wide and inside:
            self._side.removeWidget(self.past)
            self._body.addWidget(self.past)
            self.past.show()
            self._show_side(FACTS)
            self._switch.set_current(FACTS)
        elif not wide and not inside:
            self._body.removeWidget(self.past)
            self._side.addWidget(self.past)
        self._switch.setVisible(not wide)
        self._side.setFixedWidth(round((292 if wide else 276) * grown))
        self.past.setFixedWidth(round(276 * grown))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.shown is not None:
            event.acceptProposedAction()
            self.acts.take(self.shown, event.mimeData())
