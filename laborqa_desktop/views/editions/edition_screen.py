"""List and form of a record that comes in editions: the step bar in the head, the difference as a tab of its own."""

from collections.abc import Sequence
from typing import Any

from laborqa_desktop.records.field import RecordType
from laborqa_desktop.usecases.editions import Difference
from laborqa_desktop.usecases.gates import Step
from laborqa_desktop.usecases.records import Changes, KeptDraft, Loaded
from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.editions.difference_view import DifferenceView, Edition
from laborqa_desktop.views.editions.step_bar import StepBar
from laborqa_desktop.views.fields_dialog import Asked, FieldsDialog, perform
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.choices import Choice
from laborqa_desktop.views.problem.stage_line import Stop
from laborqa_desktop.views.record_screen import DETAILS, FILES, HISTORY, RecordScreen

DIFFERENCE = "difference"


class EditionScreen(RecordScreen):
    """Base of the screens of plans and checklists."""

    fills: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()

    def __init__(self, desk: Desk, kind: RecordType) -> None:
        super().__init__(desk, kind)
        self.bar = StepBar(self.fills, self.ends)
        self.difference = DifferenceView(desk, kind, self.compare)
        self._new.deleteLater()     # the primary button of this page is the next step
        self._new = Button(self.tr("&New"), "plus", tip=self.tr("New record"), keys=shortcuts.NEW,
                           clicked=self.new_record)
        self.head_buttons = (self._new,)
        self._order, self._number_of_files = [DETAILS, FILES, HISTORY, DIFFERENCE], 0
        self._pages.addWidget(self.difference)
        head = self.head.layout()
        assert head is not None
        head.addWidget(self.bar)
        self._set_tabs()
        self.bar.step_asked.connect(self._step_asked)
        self.bar.new_edition_asked.connect(self._ask_edition)
        for keys in shortcuts.GO_ON:
            shortcuts.bind(self._right, keys, self.bar.go_forward)

    # ---- what each kind says

    def steps_of(self, record_id: int) -> Sequence[Step]:
        """The steps that may follow, the one that goes forward first."""
        raise NotImplementedError

    def stops_of(self, loaded: Loaded) -> Sequence[Stop]:
        """The line of steps."""
        raise NotImplementedError

    def editions_of(self, loaded: Loaded) -> Sequence[Edition]:
        """All editions, the newest first."""
        raise NotImplementedError

    def compare(self, old_id: int, new_id: int) -> Difference:
        """What changed."""
        raise NotImplementedError

    def take_step(self, record_id: int, to: str) -> None:
        """Takes a step, asking for what it needs."""
        raise NotImplementedError

    def begin_edition(self, record_id: int, reason: str) -> tuple[int, Changes]:
        """Begins the next edition."""
        raise NotImplementedError

    def may_have_edition(self, loaded: Loaded) -> bool:
        """Whether a new edition may begin from this one."""
        raise NotImplementedError

    # ---- what they share

    def run_step(self, record_id: int, work: Any, dialog: FieldsDialog | None = None) -> None:
        """Runs an act that gives Changes, and shows the record as it is then."""
        def done(changes: Changes) -> None:
            self._desk.signals.changed.emit(changes, self)
            self.list.reload()
            self._reload(record_id)

        perform(self._desk, self, work, done, dialog)

    def _count_files(self, count: int) -> None:
        self._number_of_files = count
        self._set_tabs()

    def _set_tabs(self) -> None:
        names = {DETAILS: self.tr("Details"), FILES: self.tr("Files"), HISTORY: self.tr("History"),
                 DIFFERENCE: self.tr("What changed")}
        files = f"{self._number_of_files:,}" if self._number_of_files else ""
        self._tabs.set_items([Choice(key, names.get(key, self.tab_name(key)), files if key == FILES else "")
                              for key in self._order])

    def tab_name(self, key: str) -> str:
        """The name of a tab that only this kind has."""
        return key

    def _reload(self, record_id: int) -> None:
        if self.form.loaded is not None and self.form.loaded.id == record_id:
            self._load_record(record_id)

    def _step_asked(self, to: str) -> None:
        loaded = self.form.loaded
        if loaded is not None and loaded.id is not None and self.keeper.save():
            self.take_step(loaded.id, to)

    def _ask_edition(self) -> None:
        loaded = self.form.loaded
        if loaded is None or loaded.id is None:
            return
        record_id = loaded.id
        dialog = FieldsDialog(self._desk, self, self.tr("New edition"), (
            Asked("reason", self.tr("Reason for the change"), "long"),), self.tr("Begin"), self.tr(
            "The new edition starts as a copy. The one in force stays in force until the new one replaces it."))

        def begun(answer: tuple[int, Changes]) -> None:
            self._desk.signals.changed.emit(answer[1], self)
            self.open_record(answer[0])
            self._load_record(answer[0])

        dialog.given.connect(lambda given: perform(
            self._desk, self, lambda: self.begin_edition(record_id, given["reason"]), begun, dialog))
        dialog.open()

    def _show(self, loaded: Loaded, draft: KeptDraft | None) -> None:
        super()._show(loaded, draft)
        self._show_steps(loaded)
        if self._tabs.current == DIFFERENCE:
            self._show_difference(loaded)

    def _saved(self, record_id: int, saved: object) -> None:
        super()._saved(record_id, saved)
        loaded = self.form.loaded
        if loaded is not None and loaded.id == record_id:
            self._show_steps(loaded)

    def _show_steps(self, loaded: Loaded) -> None:
        self.bar.setVisible(loaded.id is not None and not loaded.archived)
        if loaded.id is not None:
            steps = self.steps_of(loaded.id)
            self.bar.show_steps(self.stops_of(loaded), str(loaded.values["status"]), steps,
                                self.may_have_edition(loaded))

    def _show_page(self, key: str) -> None:
        self._tabs.set_current(key)
        self._pages.setCurrentIndex(self._order.index(key))
        loaded = self.form.loaded
        if key == HISTORY:
            self.history.reload()
        elif key == DIFFERENCE and loaded is not None:
            self._show_difference(loaded)

    def _show_difference(self, loaded: Loaded) -> None:
        if loaded.id is not None:
            self.difference.show_editions(self.editions_of(loaded), loaded.id)
