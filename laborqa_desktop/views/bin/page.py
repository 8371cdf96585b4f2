"""The recycle bin: back by Enter; after 30 days deleted for good if somebody approves, never by itself."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget

from laborqa_desktop.records import TYPES
from laborqa_desktop.text import fill
from laborqa_desktop.usecases.records import Changes
from laborqa_desktop.usecases.recycling import DAYS, KINDS, PAGE, Asked, Bin, Emptied
from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.any_screen import AnyScreen
from laborqa_desktop.views.bin.table import BinTable
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.fields_dialog import perform_stepped
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.bands import Band, EmptyState, UndoBar
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.choices import Choice, Segments
from laborqa_desktop.views.parts.inputs import Combo, SearchBox
from laborqa_desktop.views.parts.label import label
from laborqa_desktop.views.parts.layout import card, column, holder, row, rule
from laborqa_desktop.views.task import Task

ALL, LATE = "all", "late"
_WORDS = 11


class BinPage(AnyScreen):
    """The page. Enter brings the chosen records back; Del, in the list to approve, deletes them for good."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._number, self._most = 0, PAGE
        self._seen = Bin()
        self.task = Task(desk.background)
        self.task.refused.connect(lambda words: desk.ask.tell(self.window(), self.tr("Nothing was deleted"), words))
        self.parts = Segments(self.tr("Which"), [Choice(ALL, ""), Choice(LATE, "")])
        self.search = SearchBox(self.tr("Search the bin"), self.tr("Search the bin"), shortcuts.FIND)
        self.kind = Combo(self.tr("Record type"), [("", self.tr("All records")), *(
            (key, say(TYPES[key].title)) for key in KINDS)])
        self.kind.setMinimumContentsLength(_WORDS)
        self.table = BinTable(self.tr("Records in the bin"), desk.zone)
        self._about = Band("soft", "")
        self.said = Band("ok", "")
        self._empty = EmptyState("trash", "")
        self._stack = QStackedWidget()
        self._count, self._undo = label("", "small", "ink2"), UndoBar()
        self.all_free = Button("", kind="link", small=True, clicked=self._choose_free)
        self.more = Button(self.tr("Show &older ones"), kind="link", small=True, clicked=self._older)
        self.restore_button = Button(self.tr("&Restore"), "arrow-back-up", "primary", keys="Enter",
                                     clicked=self.restore)
        self.delete_button = Button("", "trash", "primary", keys="Del", clicked=self.delete)
        self.head_buttons = (self.delete_button, self.restore_button)
        self._build()
        self._connect()
        self._show_part()

    def _build(self) -> None:
        top = row(self.parts, self.search, self.kind, gap=10, margins=(16, 12, 16, 10))
        top.setStretch(1, 1)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        foot = row(self._count, self.all_free, self.more, None, self._undo, gap=12, margins=(16, 5, 10, 5))
        body = column(holder(top), rule(), self._stack, rule(), holder(foot), gap=0, margins=(1, 1, 1, 1))
        body.setStretch(2, 1)
        made = column(self._about, self.said, self.task, card(body), gap=10)
        made.setStretch(3, 1)
        self.setLayout(made)
        self.said.hide()
        self._count.setMinimumHeight(self._undo.sizeHint().height())

    def _connect(self) -> None:
        self.parts.chosen.connect(lambda _: self._show_part())
        self.search.searched.connect(lambda _: self._anew())
        self.search.down.connect(self.table.setFocus)
        self.kind.currentIndexChanged.connect(lambda _: self._anew())
        self.table.restore_asked.connect(self.restore)
        self.table.delete_asked.connect(self.delete)
        self.table.selectionModel().selectionChanged.connect(self._tell)
        self._undo.undone.connect(lambda: self._desk.signals.go.emit("undo", None))
        self._desk.signals.changed.connect(self._changed)
        shortcuts.bind(self, shortcuts.FIND, self.search.setFocus)
        shortcuts.bind(self, shortcuts.NEXT_TAB, lambda: self.parts.step(1))

    # ------------------------------------------------------------ what is shown

    def arrive(self, kind: object) -> None:
        """Shows the records of one type."""
        self.kind.set_key(kind if kind in KINDS else "")

    @property
    def _late(self) -> bool:
        return self.parts.current == LATE

    def _show_part(self) -> None:
        self._about.setVisible(self._late)
        self._about.say(fill(self.tr("After {days} {days:day|days} you decide what is deleted for good; nothing goes "
                                     "by itself. Evidence, what an issued report counts, what others name and what the "
                                     "retention rules keep stays."), days=DAYS))
        self._anew()

    def _anew(self) -> None:
        self._most = PAGE
        self.reload()

    def _older(self) -> None:
        self._most += PAGE
        self.reload()

    def reload(self) -> None:
        """Reads the bin anew."""
        bin_ = self._desk.office.recycling
        asked = Asked(self.search.text().strip(), str(self.kind.key() or ""), self._late, self._most)
        self._number += 1
        number = self._number

        def show(seen: Bin) -> None:
            if number == self._number:
                self._show(seen)

        self._desk.background.read(lambda: bin_.look(asked), show)

    def _show(self, seen: Bin) -> None:
        self._seen = seen
        self.parts.set_items([Choice(ALL, self.tr("In the bin"), f"{seen.total:,}"),
                              Choice(LATE, self.tr("To approve"), f"{seen.due:,}")])
        self.table.show_rows(seen.rows, fates=self._late)
        self._empty.say(self._nothing())
        self._stack.setCurrentIndex(0 if seen.rows else 1)
        self.more.setVisible(seen.count > len(seen.rows))
        self._tell()

    def _nothing(self) -> str:
        if self.search.text().strip() or self.kind.key():
            return self.tr("No archived record fits.")
        if self._late:
            return fill(self.tr("Nothing is in the bin for {days} {days:day|days} yet."), days=DAYS)
        return self.tr("The bin is empty. What you archive in a list is kept here.")

    def _tell(self) -> None:
        chosen, free = self.table.chosen(), set(self._seen.free)
        words = fill(self.tr("{count} {count:record|records}"), count=f"{self._seen.count:,}")
        if len(chosen) > 1:
            words = self.tr("{rows} · {chosen} chosen").format(rows=words, chosen=f"{len(chosen):,}")
        self._count.setText(words)
        going = [which for which in chosen if which in free]
        writable = not self._desk.office.store.read_only
        self.restore_button.setVisible(not self._late)
        self.restore_button.setEnabled(bool(chosen) and writable)
        self.delete_button.setVisible(self._late)
        self.delete_button.set_words(self.tr("&Delete {count} for good…").format(count=f"{len(going):,}"))
        self.delete_button.setEnabled(bool(going) and writable and not self.task.busy)
        shown = sum(one.which in free for one in self._seen.rows)
        self.all_free.set_words(self.tr("&Choose all {count} that may go").format(count=f"{shown:,}"))
        self.all_free.setVisible(self._late and shown > 0)

    def _choose_free(self) -> None:
        free = set(self._seen.free)
        self.table.choose([place for place, one in enumerate(self._seen.rows) if one.which in free])
        self.table.setFocus()

    # ------------------------------------------------------------ acts

    def restore(self) -> None:
        """Brings the chosen records back, in one step that can be undone."""
        chosen, bin_ = self.table.chosen(), self._desk.office.recycling
        if not chosen:
            return

        def done(changes: Changes) -> None:
            self._desk.signals.changed.emit(changes, self)
            self._undo.offer(self.tr("Brought back: {count}").format(count=f"{len(chosen):,}"))
            self.reload()

        perform_stepped(self._desk, self, self.tr("Bringing back {count}…").format(count=f"{len(chosen):,}"),
                        lambda step: bin_.restore(chosen, step), done)

    def delete(self) -> None:
        """Deletes for good what was chosen and may go, after a question and a backup."""
        free = set(self._seen.free)
        going = [which for which in self.table.chosen() if which in free]
        if not self._late or not going or self.task.busy:
            return
        people = sum(key in ("staff", "outsider") for key, _ in going)
        lines = [self.tr("A verified backup is made first."),
                 self.tr("While it runs you can cancel, and nothing is deleted. Only clearing the last traces, at the "
                         "very end, cannot be stopped."),
                 self.tr("Their files go to the trash of the library and from there after another 30 days.")]
        if people:
            lines.insert(0, fill(self.tr("{count} of them {count:is a person|are people}: their data are deleted by "
                                         "law, in other records and in the history too."), count=people))
        if not self._desk.ask.confirm(
                self.window(), fill(self.tr("Delete {count} {count:record|records} for good?"),
                                    count=f"{len(going):,}"),
                self.tr("They cannot be brought back. That they were deleted stands in the change history."),
                self.tr("Delete for good"), lines):
            return
        bin_ = self._desk.office.recycling
        self.task.start(self.tr("Making a backup, then deleting…"), lambda step: bin_.approve(going, step),
                        self._deleted, keeps=True,
                        last=self.tr("Clearing the traces; this can no longer be cancelled…"))

    def _deleted(self, done: Emptied) -> None:
        lines: Sequence[str] = ()
        if done.kept:
            lines = [fill(self.tr("{count} {count:stays: something keeps it|stay: something keeps them} now."),
                          count=f"{done.kept:,}")]
        if not done.cleared:
            lines = [*lines, self.tr("Free pages are still to be cleared: the page Personal data does it.")]
        said = fill(self.tr("{count} {count:record|records} deleted for good"), count=f"{done.deleted:,}")
        self.said.say(said, lines)
        self.said.show()
        self._desk.signals.changed.emit(done.changes, self)
        self.reload()

    def _changed(self, changes: object, origin: object) -> None:
        if isinstance(changes, Changes) and changes.act_id and origin is not self:
            self._undo.hide()
        if self.isVisible() and origin is not self:
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.said.hide()
        self.reload()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


def make_bin_page(desk: Desk) -> BinPage:
    """The page, for the main window."""
    return BinPage(desk)
