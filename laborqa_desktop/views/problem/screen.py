"""The screen of problems: list left, one problem right; Enter gives it the whole width, Esc brings the list back."""

from typing import Any

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget

from laborqa_desktop.records import record_type
from laborqa_desktop.usecases.records import Loaded
from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.any_screen import AnyScreen
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.keeper import Keeper
from laborqa_desktop.views.later_choice import LaterChoice
from laborqa_desktop.views.list_panel import ListPanel
from laborqa_desktop.views.parts.bands import EmptyState
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.label import Elided, label
from laborqa_desktop.views.parts.layout import beside, card, column, holder, row, rule, scrolling
from laborqa_desktop.views.problem.page import ProblemPage
from laborqa_desktop.views.record_form import RecordForm
from laborqa_desktop.views.signals import NEW

_BOTH_FROM_PX = 1480
_NOTHING, _PAGE, _FORM = range(3)
STEPS_ONLY = ("code", "stage", "closed_on", "closed_by", "void_reason", "original_due_on", "origin", "extensions",
              "corrected_on")
"""Fields that acts fill in; the form for typing leaves them out."""


class ProblemScreen(AnyScreen):
    """List and problem."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._kind = record_type("problem")
        self._stale = False
        self.list: ListPanel = ListPanel(desk, self._kind)
        self.page = ProblemPage(desk, self)
        self.form = RecordForm(desk, self._kind, leave_out=STEPS_ONLY)
        self.keeper = Keeper(desk, self._kind, self.form, self)
        self._later = LaterChoice(desk.background, self)
        self._later.settled.connect(self._show_chosen)
        new = Button(self.tr("&New problem"), "plus", "", keys=shortcuts.NEW, clicked=self.new_record)
        self.head_buttons = (new,)
        self._build()
        self._connect()

    def open_record(self, record_id: int) -> None:
        """Goes to a problem, wherever the list stands."""
        self.keeper.leave()
        self._right.setCurrentIndex(_PAGE)
        self.page.show_problem(record_id)
        self.list.select(record_id)

    def new_record(self, **given: Any) -> None:
        """Ctrl+N: the form of a new problem; an unfinished one comes back."""
        self._later.forget()
        self.keeper.leave()
        self.list.stay()
        records = self._desk.office.records
        draft = None if given else self.keeper.draft(None)
        self._edit(records.blank("problem", **given), draft.values if draft else None)

    @property
    def standing_at(self) -> object:
        """Id of the problem shown, NEW for one that was never saved, or None: the way back after a lock."""
        if self._right.currentIndex() == _FORM and self.form.loaded is not None:
            return NEW if self.form.loaded.id is None else self.form.loaded.id
        shown = self.page.shown
        return shown.id if self._right.currentIndex() == _PAGE and shown is not None else None

    def save(self) -> bool:
        """Ctrl+S."""
        if self._right.currentIndex() == _FORM:
            return self.keeper.save()
        self.page.keep()
        return True

    def leave(self) -> None:
        """The user goes elsewhere: what is typed is kept."""
        self.keeper.leave()
        self.page.keep()

    def _build(self) -> None:
        nothing = card(column(EmptyState("alert-circle", self.tr("Choose a problem at the left, or enter a new one."))))
        self._form_title = label("", "title")
        self._state = Elided("", "small", "ink2")
        done = Button(self.tr("&Done"), "check", "primary", keys=shortcuts.SAVE, clicked=self._finish)
        foot = row(self._state, None, done, gap=10, margins=(20, 6, 16, 8))
        foot.setStretch(0, 1)
        inside = column(holder(column(self._form_title, margins=(20, 12, 16, 4))), scrolling(column(self.form)), rule(),
                        foot, gap=0, margins=(1, 1, 1, 1))
        inside.setStretch(1, 1)
        form_card: QFrame = card(inside)
        self._right = QStackedWidget()
        for one in (nothing, self.page, form_card):
            self._right.addWidget(one)
        self.list.setMinimumWidth(280)
        self.setLayout(column(beside(self.list, self._right, (330, 830), (30, 70))))

    def _connect(self) -> None:
        self.list.current_changed.connect(self._later.choose)
        self.list.entered_form.connect(self._enter)
        self.list.view.doubleClicked.connect(lambda _: self._enter())
        self.list.new_asked.connect(self.new_record)
        self.list.undo_asked.connect(lambda: self._desk.signals.go.emit("undo", None))
        self.page.closed.connect(self.show_list)
        self.page.stepped.connect(self.list.step)
        self.page.edit_asked.connect(self._edit_shown)
        self.keeper.state.connect(lambda words, tone: self._state.set_words(words, tone))
        self.keeper.saved.connect(self._saved)
        self._desk.signals.changed.connect(self._changed)
        for keys, act in ((shortcuts.NEW, self.new_record), (shortcuts.SAVE, self.save),
                          (shortcuts.NEXT_ERROR, self.form.go_to_next_error), (shortcuts.FIND, self._find)):
            shortcuts.bind(self, keys, act)
        shortcuts.bind(self._right, "Escape", self._escape)
        shortcuts.bind(self._right, shortcuts.PREVIOUS_RECORD, lambda: self.list.step(-1))
        shortcuts.bind(self._right, shortcuts.NEXT_RECORD, lambda: self.list.step(1))

    def show_list(self) -> None:
        """Brings the list back and gives it the keyboard."""
        self.page.keep()
        self.bring_list()
        self.list.view.setFocus()

    def bring_list(self) -> None:
        """Shows the list again, wherever it stands."""
        self.list.show()

    def _find(self) -> None:
        self.list.show()
        self.list.search.setFocus()

    def _enter(self) -> None:
        self._later.settle()
        if self._right.currentIndex() == _PAGE:
            self.list.setVisible(self.width() >= _BOTH_FROM_PX)
            self.page.stage.focus_first()

    def _escape(self) -> None:
        if self._right.currentIndex() == _FORM:
            self._finish_without_asking()
        self.show_list()

    def _show_chosen(self, record_id: int | None) -> None:
        if record_id is None:
            if self.list.current is None and self._right.currentIndex() != _FORM:
                self._right.setCurrentIndex(_NOTHING)
            return
        if self._right.currentIndex() == _FORM and self.form.loaded is not None and self.form.loaded.id == record_id:
            return
        self.keeper.leave()
        self._right.setCurrentIndex(_PAGE)
        self.page.show_problem(record_id)

    def _edit_shown(self) -> None:
        shown = self.page.shown
        if shown is None:
            return
        self.page.keep()
        records = self._desk.office.records
        draft = self.keeper.draft(shown.id)
        self._edit(records.load("problem", shown.id), draft.values if draft else None)

    def _edit(self, loaded: Loaded, draft: dict[str, Any] | None) -> None:
        self.keeper.begin(loaded, draft)
        self._form_title.setText(self.tr("New problem") if loaded.id is None else str(loaded.values.get("code") or ""))
        self._right.setCurrentIndex(_FORM)
        self.form.focus_field("description" if loaded.id is not None else "site_id")

    def _finish(self) -> None:
        dirty, loaded = self.form.dirty, self.form.loaded
        if not self.keeper.save():
            return
        if not dirty and loaded is not None and loaded.id is not None:
            self.open_record(loaded.id)
        elif not dirty:
            self.show_list()

    def _finish_without_asking(self) -> None:
        self.keeper.leave()
        loaded = self.form.loaded
        if loaded is not None and loaded.id is not None:
            self._right.setCurrentIndex(_PAGE)
            self.page.show_problem(loaded.id)
        else:
            self._right.setCurrentIndex(_NOTHING)

    def _saved(self, record_id: int, saved: object) -> None:
        self.list.reload()
        if self._right.currentIndex() == _FORM:
            self.open_record(record_id)

    def _changed(self, changes: object, origin: object) -> None:
        if not self.isVisible():
            self._stale = True
            return
        self.list.reload()
        if origin is not self:
            self._refresh()

    def _refresh(self) -> None:
        if self.page.shown is not None and self._right.currentIndex() == _PAGE:
            self.page.show_problem(self.page.shown.id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.list.reload()
            self._refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._later.pause()
        self.leave()


def make_screen(desk: Desk) -> ProblemScreen:
    """The screen of problems."""
    return ProblemScreen(desk)
