"""List left, form right: the screen of every record type. Arrow keys change the record, the form keeps its field."""

from typing import Any

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from laborqa_desktop.errors import NotFound
from laborqa_desktop.records.field import RecordType
from laborqa_desktop.usecases.records import KeptDraft, Loaded
from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.any_screen import AnyScreen
from laborqa_desktop.views.attachments_panel import AttachmentsPanel
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.history_panel import HistoryPanel
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.icons import icon
from laborqa_desktop.views.keeper import Keeper
from laborqa_desktop.views.later_choice import LaterChoice
from laborqa_desktop.views.list_panel import ListPanel
from laborqa_desktop.views.parts.bands import EmptyState
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.choices import Choice, Tabs
from laborqa_desktop.views.parts.grown import least_height
from laborqa_desktop.views.parts.label import Elided, Key, label
from laborqa_desktop.views.parts.layout import beside, column, holder, row, rule, scrolling
from laborqa_desktop.views.printing import print_record
from laborqa_desktop.views.record_form import RecordForm
from laborqa_desktop.views.record_head import RecordHead
from laborqa_desktop.views.signals import NEW
from laborqa_desktop.views.stopped_band import StoppedBand

DETAILS, FILES, HISTORY = "details", "files", "history"
_LEAST_PAGE_PX = 110        # two rows of fields; every page scrolls, and the tallest one must not push the window


class RecordScreen(AnyScreen):
    """The screen of one record type."""

    def __init__(self, desk: Desk, kind: RecordType) -> None:
        super().__init__()
        self._desk, self._kind = desk, kind
        self._stale = False
        self.list: ListPanel = ListPanel(desk, kind)
        self.form = self.make_form()
        self.keeper = Keeper(desk, kind, self.form, self)
        self.head: RecordHead = RecordHead(kind)
        self.stopped = StoppedBand()
        self.files = AttachmentsPanel(desk)
        self.history = HistoryPanel(desk)
        self._later = LaterChoice(desk.background, self)
        self._later.settled.connect(self._show_chosen)
        self._new = Button(self.tr("&New"), "plus", "primary", tip=self.tr("New record"), keys=shortcuts.NEW,
                           clicked=self.new_record)
        self.head_buttons = (self._new,)
        self._build()
        self._connect()

    def make_form(self) -> RecordForm:
        """The form; a hand-made screen may make another one."""
        return RecordForm(self._desk, self._kind)

    def open_record(self, record_id: int) -> None:
        """Goes to a record, wherever the list stands."""
        self.list.select(record_id)

    def new_record(self, **given: Any) -> None:
        """Begins a new record, with these values filled in; an unfinished one comes back."""
        self._later.forget()
        self.keeper.leave()
        self.list.stay()
        records, key = self._desk.office.records, self._kind.key
        self._show(records.blank(key, **given), None if given else self.keeper.draft(None))
        self.form.focus_field()

    def return_to(self, draft: KeptDraft) -> None:
        """Shows an unfinished form again, after a crash, and puts the keyboard into the field where it was."""
        if draft.id is None:
            self.new_record()
        else:
            self.keeper.leave()
            self._load_record(draft.id)
            self.list.select(draft.id)
        self.form.focus_field(draft.field, select=False)

    @property
    def standing_at(self) -> object:
        """Id of the record shown, NEW for one that was never saved, or None: the way back after a lock."""
        loaded = self.form.loaded
        if loaded is None or self._right.currentIndex() == 0:
            return None
        return NEW if loaded.id is None else loaded.id

    def save(self) -> bool:
        """Ctrl+S; what stops it is said at the head of the form."""
        self.stopped.clear()
        on_its_way = self.keeper.save()
        if not on_its_way:
            self._say_stopped()
        return on_its_way

    def _say_stopped(self) -> None:
        errors = self.form.errors()
        first = errors[0] if errors else None
        self.stopped.say_errors(len(errors), self.form.field_name(first.field) if first else "",
                                say(first.text) if first else "")

    def print_record(self) -> None:
        """Saves what is typed, then makes a PDF of the record and shows it to be printed."""
        loaded = self.form.loaded
        if loaded is None or loaded.id is None or not self.keeper.save():
            return
        print_record(self._desk, self._kind.key, loaded.id)

    def leave(self) -> None:
        """The user goes elsewhere: what is typed is kept."""
        self._later.pause()
        self.keeper.leave()

    def _build(self) -> None:
        self._tabs = Tabs(self.tr("Parts of the record"), self._parts(0))
        self._pages = QStackedWidget()
        holding = QVBoxLayout()
        holding.setContentsMargins(0, 0, 0, 0)
        holding.addWidget(self.form)
        for page in (scrolling(holding), self.files, self.history):
            self._pages.addWidget(page)
        least_height(self._pages, _LEAST_PAGE_PX)
        self._errors = label("", "small", "error")
        self._state = Elided("", "small", "ink2")
        self._jump = Button(self.tr("&Go to the error"), kind="quiet", small=True,
                            clicked=lambda: self.form.go_to_next_error())
        self._jump_key = Key(shortcuts.NEXT_ERROR)
        foot = row(self._errors, self._state, self._jump, self._jump_key, gap=10, margins=(20, 5, 16, 5))
        foot.setStretch(1, 1)
        foot_box = holder(foot)
        least_height(foot_box, 40)
        made = column(self.head, self.stopped, row(self._tabs, None, margins=(16, 0, 16, 0)), rule(), self._pages,
                      rule(), foot_box, gap=0, margins=(1, 1, 1, 1))
        made.setStretch(4, 1)
        card = QFrame()
        card.setProperty("box", "card")
        card.setLayout(made)
        self._nothing = QFrame()
        self._nothing.setProperty("box", "card")
        empty = EmptyState("checklist", self.tr("Choose a row at the left, or begin a new record."))
        self._nothing.setLayout(column(empty))
        self._right = QStackedWidget()
        self._right.addWidget(self._nothing)
        self._right.addWidget(card)
        self.list.setMinimumWidth(300)
        self._splitter = beside(self.list, self._right, (420, 580), (42, 58))
        self.setLayout(column(self._splitter))
        self._show_errors(0, 0)

    def _connect(self) -> None:
        self.list.current_changed.connect(self._choose)
        self.list.entered_form.connect(self._enter_form)
        self.list.new_asked.connect(self.new_record)
        self.list.undo_asked.connect(lambda: self._desk.signals.go.emit("undo", None))
        self.form.checked.connect(self._show_errors)
        self.form.edited.connect(self._show_changed)
        self.keeper.state.connect(self._show_state)
        self.keeper.saved.connect(self._saved)
        self.keeper.reason_missing.connect(self.stopped.say_reason)
        self.stopped.next_asked.connect(self.form.go_to_next_error)
        self.stopped.reason_asked.connect(self.save)
        self.head.stepped.connect(self._step)
        self.head.discarded.connect(self._discard)
        self.head.menu.addAction(icon("printer"), self.tr("&Print…"), self.print_record)
        if self._kind.key in ("staff", "outsider"):
            self.head.menu.addAction(icon("shield-lock"), self.tr("Personal data on &request…"), self._request)
        self._tabs.chosen.connect(self._show_page)
        self.files.counted.connect(self._count_files)
        self._desk.signals.changed.connect(self._changed)
        keys: tuple[tuple[str, Any], ...] = (
            (shortcuts.SAVE, self.save), (shortcuts.NEW, self.new_record), (shortcuts.FIND, self._find),
            (shortcuts.NEXT_ERROR, lambda: self.form.go_to_next_error()), (shortcuts.NEXT_PANE, self._next_pane),
            (shortcuts.NEXT_TAB, lambda: self._tabs.step(1)), (shortcuts.PREVIOUS_TAB, lambda: self._tabs.step(-1)))
        for sequence, act in keys:
            shortcuts.bind(self, sequence, act)
        shortcuts.bind(self._right, shortcuts.PREVIOUS_RECORD, lambda: self._step(-1))
        shortcuts.bind(self._right, shortcuts.NEXT_RECORD, lambda: self._step(1))
        shortcuts.bind(self._right, "Escape", self.list.view.setFocus)
        shortcuts.bind(self._right, shortcuts.RECORD_MENU, self.head.open_menu)

    def _request(self) -> None:
        loaded = self.form.loaded
        if loaded is not None and loaded.id is not None:
            self._desk.signals.go.emit("privacy", loaded.id)

    def _count_files(self, count: int) -> None:
        self._tabs.set_items(self._parts(count))

    def _parts(self, files: int) -> list[Choice]:
        return [Choice(DETAILS, self.tr("Details")), Choice(FILES, self.tr("Files"), f"{files:,}" if files else ""),
                Choice(HISTORY, self.tr("History"))]

    def _find(self) -> None:
        self.list.search.setFocus()
        self.list.search.selectAll()

    def _next_pane(self) -> None:
        if self._right.isAncestorOf(self.focusWidget() or self):
            self.list.view.setFocus()
        else:
            self._enter_form()

    def _enter_form(self) -> None:
        if self.list.current is None and self.list.view.hasFocus():
            self.list.tell_current()
        self._later.settle()
        if self._right.currentIndex() == 1:
            self._show_page(DETAILS)
            self.form.focus_field()

    def _step(self, by: int) -> None:
        self.list.step(by)

    def _choose(self, record_id: int | None) -> None:
        loaded = self.form.loaded
        if record_id is not None and loaded is not None and loaded.id == record_id:
            self._later.forget()
            return
        self._later.choose(record_id)

    def _show_chosen(self, record_id: int | None) -> None:
        if record_id is None:
            if self.list.current is None and not self.form.dirty:
                self._right.setCurrentIndex(0)
            return
        self.keeper.leave()
        self._load_record(record_id)

    def _load_record(self, record_id: int) -> None:
        records, key = self._desk.office.records, self._kind.key
        try:
            self._show(records.load(key, record_id), self.keeper.draft(record_id))
        except NotFound:
            self._right.setCurrentIndex(0)

    def _show(self, loaded: Loaded, draft: KeptDraft | None) -> None:
        self.stopped.clear()
        self.keeper.begin(loaded, draft.values if draft else None)
        self.head.show_record(loaded)
        self.head.show_restored(draft.saved_at.astimezone(self._desk.zone) if draft else None)
        self.files.show_record(self._kind.key, loaded.id, locked=loaded.archived)
        self.history.show_record(self._kind.key, loaded.id)
        self._right.setCurrentIndex(1)

    def _discard(self) -> None:
        """Takes the draft away and shows the record as it is stored, or an empty new one."""
        loaded, records, key = self.form.loaded, self._desk.office.records, self._kind.key
        if loaded is None:
            return
        number = loaded.id

        def done() -> None:
            self._show(records.load(key, number) if number is not None else records.blank(key), None)

        self.keeper.discard(done)

    def _show_page(self, key: str) -> None:
        self._tabs.set_current(key)
        self._pages.setCurrentIndex((DETAILS, FILES, HISTORY).index(key))
        if key == HISTORY:
            self.history.reload()

    def _show_errors(self, errors: int, warnings: int) -> None:
        self._errors.setVisible(errors > 0)
        self._jump.setVisible(errors > 0)
        self._jump_key.setVisible(errors > 0)
        first = self.form.errors()[0] if errors else None
        name = self.form.field_name(first.field) if first else ""
        words = self.tr("To correct: {field}").format(field=name or (say(first.text) if first else ""))
        if errors > 1:
            words = self.tr("{count} to correct: {field}…").format(count=errors, field=name)
        self._errors.setText(words)
        if self.stopped.tells_errors:
            self._say_stopped()

    def _show_changed(self) -> None:
        if self.form.dirty:
            self._show_state(self.tr("Changed, not saved yet: {keys} saves").format(keys=shortcuts.SAVE), "ink2")

    def _show_state(self, words: str, tone: str) -> None:
        self._state.set_words(words, tone)

    def _saved(self, record_id: int, saved: object) -> None:
        loaded = self.form.loaded
        if loaded is not None and loaded.id == record_id:
            self.stopped.clear()
            self.head.show_record(loaded)
            self.head.show_restored(None)
            self.files.show_record(self._kind.key, record_id, locked=loaded.archived)
            self.list.select(record_id)
        else:
            self.list.reload()

    def _changed(self, changes: object, origin: object) -> None:
        if origin is self:
            return
        if not self.isVisible():
            self._stale = True
            return
        self.list.reload()
        self._refresh_form()

    def _refresh_form(self) -> None:
        loaded = self.form.loaded
        if loaded is not None and loaded.id is not None and not self.form.dirty and not self.keeper.busy:
            self._load_record(loaded.id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.list.reload()
            self._refresh_form()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.leave()
