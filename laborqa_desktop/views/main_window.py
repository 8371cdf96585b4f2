"""The window of an open library: rail at the left, bars above and below, the screens of the chosen area between."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QStackedWidget, QWidget

from laborqa_desktop.catalogue import translator
from laborqa_desktop.usecases.health import Part, Result
from laborqa_desktop.usecases.records import KeptDraft
from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.any_screen import AnyScreen
from laborqa_desktop.views.area_page import AreaPage
from laborqa_desktop.views.backup.keeper import BackupKeeper
from laborqa_desktop.views.backup.page import BackupPage
from laborqa_desktop.views.bars import StatusBar, TopBar
from laborqa_desktop.views.commands import commands
from laborqa_desktop.views.company.page import CompanyPage
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.guide_dialog import GuideDialog
from laborqa_desktop.views.guide_pages import PARTS, Place, place_in, place_of, place_of_field
from laborqa_desktop.views.hand_made import SCREENS
from laborqa_desktop.views.health.page import HealthPage
from laborqa_desktop.views.health.watch import HealthWatch
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.keys_dialog import KeysDialog
from laborqa_desktop.views.parts.bands import Band
from laborqa_desktop.views.parts.button import plain_words
from laborqa_desktop.views.parts.layout import column, holder, row
from laborqa_desktop.views.pictures import dropped_files
from laborqa_desktop.views.preview_dialog import preview_attachment, preview_later
from laborqa_desktop.views.rail import Rail
from laborqa_desktop.views.record_form import RecordForm
from laborqa_desktop.views.screens import AREAS, area_of
from laborqa_desktop.views.today.page import TodayPage
from laborqa_desktop.views.trail import Trail
from laborqa_desktop.views.work_strip import WorkStrip


class MainWindow(QWidget):
    """Everything of an open library.

    Signals:
        lock_asked: close the library and ask for the password again.
        language_asked: zh_CN or en.
        theme_asked: a theme.Choice.
        text_asked: -1 smaller, 1 larger, 0 as designed.
        restored: a backup was put back, so that everything is to be read anew.
        mend_asked: the library is damaged: close it and begin the damage procedure.
        look_asked: Preferences with another language, theme, text size or idle time; they are kept already.
    """

    lock_asked = Signal()
    language_asked = Signal(str)
    theme_asked = Signal(object)
    text_asked = Signal(int)
    restored = Signal()
    mend_asked = Signal()
    look_asked = Signal(object)

    def __init__(self, desk: Desk, name: str, folder: str, sample: bool = False, first: str = "today",
                 notice: str = "") -> None:
        super().__init__()
        self._desk = desk
        self.backups = BackupKeeper(desk, self)
        self.health = HealthWatch(desk, self)
        self.damage_band = Band("error", self.tr("Damage was found in the library. Do not go on working before it is "
                                                 "looked into."),
                                button=self.tr("&What now?"), clicked=lambda: self.go("health"))
        self.files_band = Band("warn", self.tr("Attached files are missing or damaged. The records are whole and you "
                                               "can go on working."),
                               button=self.tr("&Which ones?"), clicked=lambda: self.go("health"))
        self.backup_band = Band("soft", self.tr("A backup is damaged; the library itself is whole."),
                                button=self.tr("Make a &new one…"), clicked=lambda: self.go("backup"), icon="database")
        self.trouble = holder(column(self.damage_band, self.files_band, self.backup_band, margins=(20, 10, 20, 0)))
        self.trouble.hide()
        self.trail = Trail(desk, self)
        self.rail = Rail(AREAS)
        self.top = TopBar(desk, self.trail, name, folder, sample)
        self.status = StatusBar(desk, desk.preferences.now.lock_after_min)
        self._pages = QStackedWidget()
        self._areas: dict[str, AreaPage] = {}
        self._build(notice)
        self._connect()
        self.show_area(first if SCREENS.get(first) else "people")

    @property
    def area(self) -> str:
        """Key of the area shown."""
        return self._area

    def show_area(self, key: str) -> None:
        """Goes to an area."""
        self._area = key
        page = self._page(key)
        self.rail.set_current(key)
        self._pages.setCurrentWidget(page)
        page.show_screen()
        self._give_keyboard()

    def go(self, key: str, record_id: object = None) -> None:
        """Goes to a screen and there to what is named; "undo", "preview" and "print" are acts.

        Args:
            record_id: id of a record; a Query for the list; NEW for a new record; else what the screen's own arrive()
                understands, such as the file to verify.
        """
        if key == "undo":
            self.trail.undo()
        elif key == "preview" and isinstance(record_id, int):
            preview_attachment(self, self._desk, record_id)
        elif key == "print" and isinstance(record_id, bytes):
            preview_later(self, self._desk, lambda: record_id, self.tr("Print preview"))
        elif area := area_of(key):
            self.show_area(area)
            shown = self._page(area).show_screen(key)
            if shown is not None:
                shown.give_keyboard()
                if record_id is not None:
                    shown.arrive(record_id)

    def return_to(self, draft: KeptDraft) -> None:
        """Goes where something was being typed when the program crashed."""
        self.go(draft.key)
        if (screen := self.screen_of(draft.key)) is not None:
            screen.return_to(draft)

    def screen_of(self, key: str) -> AnyScreen | None:
        """A screen by its key, made if need be."""
        area = area_of(key)
        return self._page(area).screen_of(key) if area else None

    def show_guide(self, screen: str = "", before: QWidget | None = None) -> GuideDialog:
        """F1: the place of the guide about the field that has the keyboard, else about the screen shown.

        Args:
            screen: key of another screen, or the name of a page of the guide.
            before: the dialog it is to stand before, which would otherwise hold the keyboard.
        """
        if screen.endswith(".md"):
            place = Place(screen)
        else:
            place = place_of(screen) if screen else guide_place(self._page(self._area).current)
        dialog = GuideDialog(before or self, place)
        dialog.show()
        return dialog

    @property
    def place(self) -> tuple[str, object]:
        """Key of the screen shown and what is open in it: ids only, so that it may outlive the library."""
        key = self._page(self._area).current
        screen = self._page(self._area).screen_of(key)
        return key, screen.standing_at if screen is not None else None

    def leave(self) -> None:
        """Keeps what is typed anywhere."""
        for page in self._areas.values():
            page.leave()

    def _page(self, key: str) -> AreaPage:
        if key not in self._areas:
            title = next(say(area.title) for area in AREAS if area.key == key)
            self._areas[key] = AreaPage(self._desk, key, title)
            self._areas[key].made.connect(self._introduce)
            self._pages.addWidget(self._areas[key])
        return self._areas[key]

    def _introduce(self, screen: AnyScreen) -> None:
        """Connects what a screen may have to say to the window: a number for the rail, another look."""
        match screen:
            case TodayPage():
                screen.counted.connect(lambda number: self.rail.set_badge("today", number))
            case CompanyPage():
                screen.appearance_changed.connect(self.look_asked)
            case BackupPage():
                screen.copied.connect(self.backups.note)
                screen.restoring.connect(self.leave)
                screen.restored.connect(self.restored)
            case HealthPage():
                screen.mend_asked.connect(self.mend_asked)
                screen.looked.connect(self._show_health)

    def _show_health(self, result: Result) -> None:
        worst = result.worst
        self.damage_band.setVisible(worst is Part.DATABASE)
        self.files_band.setVisible(worst is Part.ATTACHMENT)
        self.backup_band.setVisible(worst is Part.BACKUP)
        self.trouble.setVisible(worst is not None)
        if worst is None and result.healable:
            self.status.say(self.tr("Something in the library can be put right: Settings, Health."))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_pdf(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if (file := dropped_pdf(event.mimeData())) is not None:
            event.acceptProposedAction()
            self.go("verify", file)

    def _build(self, notice: str) -> None:
        self.setAcceptDrops(True)
        page = QFrame()
        page.setObjectName("page")
        inner = column(gap=0, margins=(1, 1, 0, 1))
        if notice:
            band = Band("warn", notice)
            inner.addLayout(column(band, margins=(20, 10, 20, 0)))
        inner.addWidget(self.trouble)
        inner.addWidget(self._pages, 1)
        page.setLayout(inner)
        body = QFrame()
        body.setProperty("box", "sunken")
        made = column(self.top, page, self.status, gap=0)
        made.setStretch(1, 1)
        body.setLayout(made)
        across = row(self.rail, body, gap=0)
        across.setStretch(1, 1)
        self.setLayout(across)
        self.work = WorkStrip(self, self.status, self._desk.background)

    def _connect(self) -> None:
        self.rail.chosen.connect(self.show_area)
        self.top.locked.connect(self.lock_asked)
        self.top.helped.connect(lambda: self.show_guide())
        self.status.backup_asked.connect(lambda: self.go("backup"))
        self.backups.shown.connect(self.status.show_backup)
        self.backups.look()
        self.status.chosen.connect(self.perform)
        self.top.search.serve(self)
        self.top.search.chosen.connect(self.perform)
        self.top.search.left.connect(self._give_keyboard)
        self._desk.signals.go.connect(self.go)
        self.health.looked.connect(self._show_health)
        for command in commands().values():
            for keys in command.keys:
                shortcuts.bind(self, keys, partial(self.perform, command.key), whole_window=command.anywhere)

    @property
    def read_only(self) -> bool:
        """Whether the library is open for reading only."""
        return self._desk.office.store.read_only

    def perform(self, key: str) -> None:
        """Does a command; what is not possible now is said in the status bar."""
        command = commands()[key]
        why = command.why_not(self)
        if why is None:
            command.run(self)
        else:
            self.status.say(self.tr("{command}: {why}").format(command=plain_words(say(command.title)), why=say(why)))

    def step_screen(self, by: int) -> None:
        """Goes to the next or previous screen of the area."""
        page = self._page(self._area)
        page.step(by)
        page.show_screen()
        self._give_keyboard()

    def begin_search(self) -> None:
        """Puts the keyboard into the search of the window."""
        self.top.search.begin()

    def open_steps(self) -> None:
        """Shows the steps that can be undone."""
        self.top.open_steps()

    def page_in_sight(self) -> tuple[QWidget, AnyScreen | None]:
        """The page shown with its head, and the screen in it."""
        page = self._page(self._area)
        return page, page.screen_of(page.current)

    def _give_keyboard(self) -> None:
        if (screen := self.page_in_sight()[1]) is not None:
            screen.give_keyboard()

    def show_keys(self) -> KeysDialog:
        """The sheet of all keys."""
        dialog = KeysDialog(self, self._desk)
        dialog.print_asked.connect(lambda pdf: self.go("print", pdf))
        dialog.show()
        return dialog

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.text_asked.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)


def guide_place(screen: str) -> Place:
    """The place of the guide about what has the keyboard: a field, else a part of the page, else the screen."""
    widget = QApplication.focusWidget()
    while widget is not None:
        form = widget if isinstance(widget, RecordForm) else getattr(widget, "form", None)
        if isinstance(form, RecordForm) and (field := form.focused_field()) is not None:
            return place_of_field(form.kind, field, translator("zh"))
        if named := PARTS.get(type(widget).__name__):
            return place_in(named)
        widget = widget.parentWidget()
    return place_of(screen)


def dropped_pdf(data: QMimeData) -> Path | None:
    """The first PDF in a drop."""
    return next((file for file in dropped_files(data) if file.suffix.lower() == ".pdf"), None)
