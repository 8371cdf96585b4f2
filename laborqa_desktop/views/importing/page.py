"""Import: file, columns, dry run, result. Nothing is written before the last button is pressed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QStackedWidget

from laborqa_desktop.records import record_type
from laborqa_desktop.text import fill
from laborqa_desktop.usecases import import_mapping
from laborqa_desktop.usecases.importing import Choice, Trial
from laborqa_desktop.usecases.saving import save_file
from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.any_screen import AnyScreen
from laborqa_desktop.views.ask import Dialog
from laborqa_desktop.views.background import Step
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say, translate
from laborqa_desktop.views.importing import state
from laborqa_desktop.views.importing.columns_step import ColumnsStep, ValuesPanel
from laborqa_desktop.views.importing.file_step import FileStep
from laborqa_desktop.views.importing.foot import ImportFoot
from laborqa_desktop.views.importing.keeping import ImportKeeper
from laborqa_desktop.views.importing.result_step import ResultStep
from laborqa_desktop.views.importing.state import COLUMNS, FILE, RESULT, TRIAL, Chosen
from laborqa_desktop.views.importing.step_line import StepLine
from laborqa_desktop.views.importing.trial_step import TrialStep
from laborqa_desktop.views.parts.button import icon_button
from laborqa_desktop.views.parts.focus import take_focus
from laborqa_desktop.views.parts.label import Elided, label
from laborqa_desktop.views.parts.layout import column, row
from laborqa_desktop.views.task import Task


class ImportPage(AnyScreen):
    """The wizard. Alt+Left goes a step back, F5 tries again, Ctrl+Enter imports."""

    def __init__(self, desk: Desk, kind: str = "staff") -> None:
        super().__init__()
        self._desk = desk
        self._chosen: Chosen | None = None
        self._trial: Trial | None = None
        self._done: Any = None
        self._given_mapping: Any = None
        self._may_resume = True
        self.file, self.columns, self.trial, self.result = FileStep(kind), ColumnsStep(), TrialStep(), ResultStep()
        self.task, self.keeper = Task(desk.background), ImportKeeper(desk, self)
        self._title, self._about = label("", "page"), Elided("", "body", "ink2")
        self._line = StepLine((self.tr("File"), self.tr("Columns"), self.tr("Dry run"), self.tr("Import")))
        self._back = icon_button("chevron-left", self.tr("Back"), "Alt+Left", self.back)
        self.foot = ImportFoot()
        self._pages = QStackedWidget()
        for page in (self.file, self.columns, self.trial, self.result):
            self._pages.addWidget(page)
        head = row(self._back, self._title, self._about, self._line, gap=12)
        head.setStretch(2, 1)
        made = column(head, self._pages, self.task, self.foot, gap=12)
        made.setStretch(1, 1)
        self.setLayout(made)
        self._connect()
        self._go(FILE)

    def _connect(self) -> None:
        self.file.file_chosen.connect(self.read_file)
        self.file.choose.connect(self._choose)
        self.file.template.connect(self._template)
        self.file.load_mapping.connect(self._load_mapping)
        self.file.setting_changed.connect(self._set)
        self.file.kind_changed.connect(self._set_kind)
        self.columns.mapped.connect(self._mapped)
        self.columns.values_asked.connect(self._values)
        self.columns.save_mapping.connect(self._save_mapping)
        self.trial.mended.connect(self._mend)
        self.result.list_asked.connect(self._show_list)
        self.result.again_asked.connect(self.restart)
        self.result.remove_asked.connect(self._remove)
        for button, act in ((self.foot.again, self.try_rows), (self.foot.aside, self.take_good),
                            (self.foot.next, self.forward)):
            button.clicked.connect(act)
        self.task.refused.connect(self._refused)
        self.task.began.connect(self._enable)
        self.task.ended.connect(self._enable)
        shortcuts.bind(self, "Alt+Left", self.back)
        shortcuts.bind(self, "F5", self.try_rows)
        for keys in shortcuts.GO_ON:
            shortcuts.bind(self, keys, self.forward)

    @property
    def step(self) -> int:
        """FILE, COLUMNS, TRIAL or RESULT."""
        return self._pages.currentIndex()

    # ------------------------------------------------------------ moving

    def restart(self, kind: str = "") -> None:
        """Begins anew, perhaps with another record type."""
        self._may_resume = False
        self.keeper.forget()
        self._chosen = self._trial = self._done = self._given_mapping = None
        if kind:
            self.file.kind.set_key(kind)
        self.file.show_file(None)
        self._go(FILE)

    def arrive(self, what: object) -> None:
        """The key of a record type, from whichever screen the user came; what was begun of it goes on."""
        if isinstance(what, str) and not self.task.busy and not self._is_begun(what):
            self.restart(what)

    def back(self) -> None:
        """A step back; nothing is lost."""
        if self.task.busy:
            self.task.stop()
        elif self.step in (COLUMNS, TRIAL):
            self._go(self.step - 1)

    def forward(self) -> None:
        """What the primary button does in this step."""
        if self.task.busy or not self.foot.next.isEnabled():
            return
        if self.step == FILE:
            self._go(COLUMNS)
        elif self.step == COLUMNS:
            self.try_rows()
        elif self.step == TRIAL:
            self._take(Choice.ALL, None)

    # ------------------------------------------------------------ what was begun is kept

    def leave(self) -> None:
        """The user goes elsewhere, or the library is locked: columns and mended cells are kept."""
        if self._chosen is not None and self._chosen.table is not None and self.step != RESULT:
            self.keeper.keep(state.begun(self._chosen, self.step))

    def _is_begun(self, kind: str) -> bool:
        """Whether an import of that kind was begun, here or before the library was locked."""
        if self._chosen is not None and self.step != RESULT:
            return self._chosen.kind == kind
        begun = self.keeper.begun() if self._may_resume else None
        return begun is not None and begun.kind == kind

    def _resume(self) -> None:
        """Goes on where the user was before the library was locked, or the program ended."""
        if not self._may_resume or self._chosen is not None or self.task.busy:
            return
        self._may_resume = False
        kept, imports = self.keeper.begun(), self._desk.office.imports
        if kept is None:
            return
        self._given_mapping = kept.mapping      # also when the file has to be chosen again
        self.file.kind.set_key(kept.kind)
        self._go(FILE)
        if not kept.path.is_file():
            self._desk.signals.said.emit(self.tr("{file} is no longer where it was. Choose it again: the columns you "
                                                 "had set are kept.").format(file=kept.path.name))
            return

        def resumed(chosen: Chosen) -> None:
            self._given_mapping = kept.mapping if kept.given else None
            self._chosen = chosen
            self.file.show_file(chosen)
            self._go(FILE if kept.step == FILE else COLUMNS)
            self._desk.signals.said.emit(self.tr("The import you had begun is here again."))
            if kept.step == TRIAL:
                self.try_rows()

        self.task.start(self.tr("Reading {file}…").format(file=kept.path.name),
                        lambda step: state.resume(imports, kept), resumed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._resume)    # whoever comes from a list says first what for

    def _go(self, step: int) -> None:
        self._pages.setCurrentIndex(step)
        self._line.set_current(step)
        if step == COLUMNS and self._chosen is not None:
            self.columns.show_columns(self._chosen)
        kind = record_type(str(self.file.kind.key()))
        self._title.setText(self.tr("Import: {kind}").format(kind=say(kind.title)))
        self._about.set_words(self._words())
        self._enable()

    def _words(self) -> str:
        if self._chosen is None or self._chosen.table is None:
            return ""
        return fill(self.tr("{file}, {rows} {rows:row|rows}"),
                    file=self._chosen.path.name, rows=f"{len(self._chosen.table.rows):,}")

    def _enable(self) -> None:
        self._back.setEnabled(self.step in (COLUMNS, TRIAL))
        self.foot.show_step(self.step, self._trial, has_file=self._chosen is not None, busy=self.task.busy)

    # ------------------------------------------------------------ file

    def read_file(self, kind: str, path: Path, encoding: str = "") -> None:
        """Reads a file and shows its first rows."""
        imports, mapping = self._desk.office.imports, self._given_mapping
        self.task.start(self.tr("Reading {file}…").format(file=path.name),
                        lambda step: state.read(imports, kind, path, encoding, mapping), self._take_file)

    def _take_file(self, chosen: Chosen) -> None:
        self._chosen, self._trial = chosen, None
        self.file.show_file(chosen)
        self._go(FILE)
        self.leave()
        take_focus(self.foot.next)

    def _choose(self) -> None:
        files = self._desk.ask.open_files(self.window(), self.tr("Choose a spreadsheet"),
                                          self.tr("Spreadsheets (*.xlsx *.xlsm *.xls *.csv *.tsv *.txt)"))
        if files:
            self.file.chosen_file(files[0])

    def _set(self, sheet: int, heading: int, encoding: str) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        if encoding and encoding != chosen.book.encoding:
            self.read_file(chosen.kind, chosen.path, encoding)
            return
        wanted = replace(chosen, sheet=sheet, heading_row=heading if sheet == chosen.sheet else None)
        imports = self._desk.office.imports
        self.task.start(self.tr("Looking for the table…"), lambda step: state.find(imports, wanted), self._take_file)

    def _set_kind(self, kind: str) -> None:
        self._given_mapping = None
        if self._chosen is not None:
            self.read_file(kind, self._chosen.path)
        else:
            self._go(FILE)

    def _template(self, kind: str) -> None:
        title = say(record_type(kind).title)
        file = self._desk.ask.save_file(self.window(), self.tr("Save the template"), f"{title}.xlsx",
                                        self.tr("Workbooks (*.xlsx)"))
        if file is not None:
            imports = self._desk.office.imports
            self.task.start(self.tr("Saving…"), lambda step: imports.template(kind, file, translate), self._said(file))

    def _said(self, file: Path) -> Callable[[object], None]:
        return lambda _: self._desk.signals.said.emit(self.tr("Saved: {file}").format(file=file.name))

    # ------------------------------------------------------------ columns

    def _mapped(self, mapping: Any) -> None:
        assert self._chosen is not None
        self._chosen, self._trial = replace(self._chosen, mapping=mapping), None
        self.columns.show_columns(self._chosen)
        self.leave()

    def _values(self, heading: str, key: str) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        field = record_type(chosen.kind).field(key)
        now = dict(chosen.mapping.fields[key].values)
        panel = ValuesPanel(import_mapping.distinct(chosen.table, heading), field, now)
        dialog = Dialog(self.window(), self.tr("Words in the column {heading}").format(heading=heading),
                        self.tr("Each word of the file, and what is to stand in its place."), panel)
        dialog.add_way_out(self.tr("Cancel"))
        dialog.add_button(self.tr("OK"), primary=True).clicked.connect(dialog.accept)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._mapped(import_mapping.set_values(chosen.mapping, key, panel.values()))
        dialog.deleteLater()

    def _load_mapping(self) -> None:
        files = self._desk.ask.open_files(self.window(), self.tr("Load a mapping"), self.tr("Mappings (*.json)"))
        if files:
            file = files[0]

            def read(_: object) -> Any:
                return import_mapping.from_json(file.read_bytes().decode("utf-8-sig", "replace"))

            self.task.start(self.tr("Reading {file}…").format(file=file.name), read, self._take_mapping)

    def _take_mapping(self, mapping: Any) -> None:
        self._given_mapping = mapping
        self.file.kind.set_key(mapping.kind)
        if self._chosen is not None:
            self.read_file(mapping.kind, self._chosen.path)
        else:
            self._desk.signals.said.emit(self.tr("The mapping is loaded. Choose the file it belongs to."))
            self._go(FILE)

    def _save_mapping(self) -> None:
        chosen = self._chosen
        if chosen is None:
            return
        file = self._desk.ask.save_file(self.window(), self.tr("Save the mapping"), f"{chosen.kind}.json",
                                        self.tr("Mappings (*.json)"))
        if file is not None:
            words = import_mapping.to_json(chosen.mapping)
            self.task.start(self.tr("Saving…"), lambda step: save_file(file, words.encode()), self._said(file))

    # ------------------------------------------------------------ dry run and import

    def try_rows(self) -> None:
        """F5: tries all rows with the mapping and the mended cells."""
        chosen, imports = self._chosen, self._desk.office.imports
        if chosen is not None and self.step in (COLUMNS, TRIAL):
            self.task.start(self.tr("Trying all rows…"), lambda step: state.try_rows(imports, chosen, step),
                            self._tried)

    def _tried(self, trial: Trial) -> None:
        self._trial = trial
        self.trial.show_trial(trial)
        self._go(TRIAL)
        take_focus(self.trial.table)

    def _mend(self, line: int, place: int, text: str) -> None:
        if self._chosen is not None:
            self._chosen = replace(self._chosen, mended={**self._chosen.mended, (line, place): text or None})
            self.leave()

    def take_good(self) -> None:
        """Takes the good rows and saves the rest, with reasons, to a workbook."""
        if self._chosen is None:
            return
        name = self.tr("{file} to correct").format(file=self._chosen.path.stem) + ".xlsx"
        file = self._desk.ask.save_file(self.window(), self.tr("Save the rows with errors"), name,
                                        self.tr("Workbooks (*.xlsx)"))
        if file is not None:
            self._take(Choice.GOOD_ROWS, file)

    def _take(self, choice: Choice, rejects: Path | None) -> None:
        trial, chosen, imports = self._trial, self._chosen, self._desk.office.imports
        if trial is None or chosen is None:
            return

        def work(step: Step) -> Any:
            return imports.take(trial, chosen.path, choice, rejects, step)

        self.task.start(self.tr("Importing…"), work, self._taken, keeps=True)

    def _taken(self, done: Any) -> None:
        self._done = done
        self.keeper.forget()
        self.result.show_done(done)
        self._go(RESULT)
        take_focus(self.result.open_list)
        self._desk.signals.changed.emit(done.changes, self)

    def _show_list(self) -> None:
        if self._chosen is not None:
            self._desk.signals.go.emit(self._chosen.kind, None)

    def _remove(self) -> None:
        imports, import_id = self._desk.office.imports, self._done.import_id
        self.task.start(self.tr("Removing…"), lambda step: imports.remove(import_id, step=step), self._removed,
                        keeps=True)

    def _removed(self, removed: Any) -> None:
        self.result.show_removed(removed)
        self._desk.signals.changed.emit(removed.changes, self)

    def _refused(self, words: str) -> None:
        self._desk.ask.tell(self.window(), self.tr("Nothing was imported"), words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.task.busy:
            self.task.stop()
            return
        super().keyPressEvent(event)


def make_import_page(desk: Desk, kind: str = "staff") -> ImportPage:
    """The wizard, for the main window."""
    return ImportPage(desk, kind)
