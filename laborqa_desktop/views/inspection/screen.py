"""The screen of inspections: the list with a card that starts one; each opens as a page of its own."""

from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget

from laborqa_desktop.records import record_type
from laborqa_desktop.usecases.records import Changes
from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.any_screen import AnyScreen
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.inspection.entry_page import EntryPage
from laborqa_desktop.views.inspection.start_card import StartCard
from laborqa_desktop.views.list_panel import ListPanel
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.layout import beside, column


class InspectionScreen(AnyScreen):
    """List and start card, or one inspection."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._stale = False
        self.list: ListPanel = ListPanel(desk, record_type("inspection"))
        self.start = StartCard(desk)
        self.page = EntryPage(desk, self)
        self._new = Button(self.tr("&New inspection"), "plus", keys=shortcuts.NEW, clicked=self.new_record)
        self.head_buttons = (self._new,)
        splitter = beside(self.list, self.start, (880, 290), (1, 0))
        self.list.setMinimumWidth(300)
        self.start.setMinimumWidth(280)
        self._stack = QStackedWidget()
        self._stack.addWidget(splitter)
        self._stack.addWidget(self.page)
        self.setLayout(column(self._stack))
        self._connect()

    def open_record(self, record_id: int) -> None:
        """Opens an inspection as a page."""
        self.page.keeper.leave()
        self.page.open(record_id)
        self._stack.setCurrentWidget(self.page)

    def new_record(self, **given: object) -> None:
        """Ctrl+N: the keyboard goes into the start card."""
        self.page.keeper.leave()
        self._stack.setCurrentIndex(0)
        site = given.get("site_id")
        self.start.begin(site if isinstance(site, int) else None)

    @property
    def standing_at(self) -> object:
        """Id of the inspection that is open as a page, or None: the way back after a lock."""
        sheet = self.page.sheet
        return sheet.id if sheet is not None and self._stack.currentWidget() is self.page else None

    def save(self) -> bool:
        """Ctrl+S: keeps what is entered."""
        self.page.keeper.keep()
        return True

    def leave(self) -> None:
        """The user goes elsewhere: what is entered is saved."""
        self.page.keeper.leave()

    def show_list(self) -> None:
        """Back to the list, on the inspection that was open."""
        sheet = self.page.sheet
        self._stack.setCurrentIndex(0)
        if sheet is not None:
            self.list.select(sheet.id)
        self.list.view.setFocus()

    def bring_list(self) -> None:
        """Shows the list again, wherever it stands; what was entered is saved."""
        self.page.keeper.leave()
        self._stack.setCurrentIndex(0)

    def _connect(self) -> None:
        self.list.entered_form.connect(self._open_current)
        self.list.view.doubleClicked.connect(lambda _: self._open_current())
        self.list.new_asked.connect(self.new_record)
        self.list.undo_asked.connect(lambda: self._desk.signals.go.emit("undo", None))
        self.start.started.connect(self._started)
        self.page.closed.connect(self.show_list)
        self.page.other_asked.connect(self.open_record)
        self._desk.signals.changed.connect(self._changed)
        shortcuts.bind(self, shortcuts.NEW, self.new_record)
        shortcuts.bind(self, shortcuts.SAVE, self.save)
        shortcuts.bind(self.list, shortcuts.FIND, self.list.search.setFocus)
        shortcuts.bind(self.start, "Escape", self.list.view.setFocus)

    def _open_current(self) -> None:
        if self.list.current is not None:
            self.open_record(self.list.current)

    def _started(self, inspection_id: int, changes: Changes) -> None:
        self._desk.signals.changed.emit(changes, self)
        self.list.reload()
        self.open_record(inspection_id)

    def _changed(self, changes: object, origin: object) -> None:
        if not self.isVisible():
            self._stale = True
            return
        self.list.reload()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.start.prepare()
        if self._stale:
            self._stale = False
            self.list.reload()
            sheet = self.page.sheet
            if sheet is not None and not sheet.editable:
                self.page.open(sheet.id)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.page.keeper.keep()


def make_screen(desk: Desk) -> InspectionScreen:
    """The screen of inspections."""
    return InspectionScreen(desk)
