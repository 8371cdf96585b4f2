"""From a password to a library's window, and back when it is locked. Imported behind the unlock page."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Qt, QTimer

from laborqa_desktop import bootstrap, paths
from laborqa_desktop.errors import DiskFull, LibraryInUse, UnreadableInput, UserError
from laborqa_desktop.settings import measured
from laborqa_desktop.store.folder import library_folder
from laborqa_desktop.usecases.library_size import folder_bytes
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.usecases.office import Office
from laborqa_desktop.views.ask import Ask, AskUser
from laborqa_desktop.views.background import Background, Step
from laborqa_desktop.views.backup import second
from laborqa_desktop.views.backup.keeper import Copied, make_and_copy
from laborqa_desktop.views.backup.wait_dialog import WaitDialog
from laborqa_desktop.views.desk import Desk, ExportList, PreferencesStore, PrintList
from laborqa_desktop.views.i18n import say, screen_language, translate
from laborqa_desktop.views.main_window import MainWindow
from laborqa_desktop.views.recent_words import SAMPLE, SAMPLE_PASSWORD, SAMPLE_WORDS
from laborqa_desktop.views.signals import NEW, AppSignals
from laborqa_desktop.views.single_instance import SingleInstance
from laborqa_desktop.views.unwinding import delete_unwound
from laborqa_desktop.views.windows import bring_to_front
from laborqa_desktop.whole import patiently

if TYPE_CHECKING:
    from laborqa_desktop.app import Program


MARK = "library.labq"

QUIET_MS = 5000


class Session(QObject):
    """The open library of a program."""

    def __init__(self, program: "Program", ask: Ask | None = None) -> None:
        super().__init__(program)
        self._program = program
        self.ask: Ask = ask or AskUser()
        self.background = Background(self)
        self.office: Office | None = None
        self.main: MainWindow | None = None
        self.desk: Desk | None = None
        self._single: SingleInstance | None = None
        self._folder = Path()
        self._stood: tuple[Path, str, object] | None = None
        self._skip_backup = self._last_backup = False
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._idle)

    @property
    def is_open(self) -> bool:
        """Whether a library is open."""
        return self.office is not None

    @property
    def folder(self) -> Path:
        """Folder of the library that is open, or was last."""
        return self._folder

    def open(self, folder: Path, secret: str | None, person: str) -> None:
        """Opens a library in the background; the unlock page says why when it does not work.

        Args:
            secret: password or recovery code; None: this computer remembers it.
        """
        folder = library_folder(folder)
        self._single = SingleInstance(folder, later=True)
        if self._single.gave_way():
            self._program.page.card.refuse(self.tr("This library is open in another window; that window was called."))
            return
        self._single.listen()

        def done(office: Office) -> None:
            self._program.page.card.set_busy(False)
            self.begin(office, folder, person)
            if office.access.by_code and secret is not None:
                self._propose_password(office, secret)

        def work(step: object) -> Office:
            if secret is None:
                return bootstrap.open_remembered(folder, person)
            return bootstrap.open_library(folder, secret, person)

        def failed(error: Exception) -> None:
            self._refused(error)
            if isinstance(error, UnreadableInput):
                self._offer_mending(folder, secret or "", person)

        self.background.run(work, done, failed)

    def _offer_mending(self, folder: Path, secret: str, person: str) -> None:
        self._program.page.show_notice(self.tr("A part of this library is damaged or missing."), self.tr("&What now…"),
                                       lambda: self.mend(folder, secret, person))

    def mend(self, folder: Path, secret: str, person: str) -> None:
        """The damage procedure, in place of the unlock page.

        Args:
            secret: "" asks for it.
        """
        from laborqa_desktop.views.damage.page import DamagePage
        window = self._program.window
        shown = DamagePage(self.background, self.ask, folder, secret, person, _locked)

        def over(then: Callable[[], object]) -> None:
            window.setCurrentWidget(self._program.page)
            window.removeWidget(shown)
            shown.deleteLater()
            then()

        def reopen(place: str, typed: str) -> None:
            self._program.page.hide_notice()
            over(lambda: self._program.open_library(place, typed, person))

        shown.left.connect(lambda: over(self._program.page.card.password.setFocus))
        shown.open_asked.connect(reopen)
        window.addWidget(shown)
        window.setCurrentWidget(shown)
        (shown.begin_button if secret else shown.password).setFocus()

    def _mend_open(self) -> None:
        folder, person = self._folder, self._program.preferences.person
        self._program.lock("damage", lambda: self.mend(folder, "", person))

    def _propose_password(self, office: Office, code: str) -> None:
        from laborqa_desktop.views.company.access_dialogs import ask_after_recovery
        if self.main is not None and self.desk is not None:
            ask_after_recovery(self.desk, self.main, office.access, code)

    def open_sample(self, at_once: bool = False) -> None:
        """Makes the sample library when it is not there yet, and asks for its password, which is filled in.

        Args:
            at_once: opens it without a question.
        """
        folder, page = paths.sample_folder(), self._program.page

        def ready(_: object = None) -> None:
            page = self._program.page       # another one, when the language was changed meanwhile
            page.sample.setEnabled(True)
            page.card.set_busy(False)
            page.ask_for(str(folder), say(SAMPLE), SAMPLE_PASSWORD, say(SAMPLE_WORDS))
            if at_once:
                self._program.open_library(str(folder), SAMPLE_PASSWORD, page.card.person.text().strip())

        if (folder / MARK).exists():
            ready()
            return
        page.sample.setEnabled(False)
        page.card.set_busy(True, self.tr("Making the sample library; this takes some seconds."))
        self.background.run(lambda step: _make_sample(folder), ready, self._sample_failed)

    def backed_up(self, then: Callable[[], object]) -> bool:
        """Whether the library may be closed as far as backups go; if not, a last one is made, and then called after it.

        Whoever does not want to wait may skip it. A backup that fails is told and does not keep the program open.
        """
        main, office = self.main, self.office
        if main is None or office is None or self._skip_backup:
            return True
        if self._last_backup:
            return False
        main.leave()
        if office.store.read_only or self._folder == paths.sample_folder() or not main.backups.is_due():
            return True
        desk, window = main.backups.desk, self._program.window
        place = second.load(desk).folder
        waiting = WaitDialog(window, self.background, self.tr("Making a backup before closing"),
                             self.tr("What you saved is safe in the library; this makes a second, verified copy."),
                             self.tr("&Skip it"), lambda step: make_and_copy(office.backups, "close", place, step),
                             copying=True)

        def over(copied: Copied | None, trouble: str) -> None:
            if copied is not None:
                main.backups.note(copied)
                trouble = say(copied.trouble) if copied.trouble is not None else ""
            if trouble:
                self.ask.tell(window, self.tr("The backup before closing was not complete"), trouble)
            self._skip_backup, self._last_backup = True, False
            QTimer.singleShot(0, window, then)

        self._last_backup = True
        waiting.ended.connect(over)
        waiting.open()
        return False

    def keep_all(self) -> None:
        """Keeps what is typed and waits until all is written; the library stays open."""
        if self.main is not None:
            self.main.leave()
        self.background.wait_for_writes()

    def close(self) -> None:
        """Keeps what is typed, waits until all is written, closes the library, forgets its window."""
        self._leave()
        self.background.close()
        self._forget()

    def lock(self, then: Callable[[], None]) -> None:
        """As close, but the window does not wait: then is called when the library is closed. The next opening of the
        same library goes back to where the user stood.
        """
        if self.main is not None:
            self._stood = (self._folder, *self.main.place)
        self._leave()

        def closed() -> None:
            self._forget()
            then()

        self.background.finish(closed)

    def _leave(self) -> None:
        self._quiet.stop()
        if self.main is not None:
            self.main.leave()
        if self.desk is not None:
            self.desk.signals.blockSignals(True)    # a question cancelled by the lock must lead nowhere

    def _forget(self) -> None:
        """Lets go of everything that holds a key or a record."""
        if self.office is None:
            return
        delete_unwound(self.background)
        self.background = Background(self)
        if self.main is not None:
            self.main.hide()
            self._program.window.removeWidget(self.main)
            delete_unwound(self.main)
        if self.desk is not None:
            delete_unwound(self.desk.signals)
        self.office.close()
        if self._single is not None:
            self._single.release()
        self.office = self.main = self.desk = self._single = None
        self._skip_backup = self._last_backup = False
        self._program.keep(replace(self._program.preferences, running=""))

    def rebuild(self) -> None:
        """Makes the window anew, after another language or text size; the library stays open."""
        old, office = self.main, self.office
        if old is None or office is None:
            return
        old.leave()
        self._show_anew(office, old, old.area)
        if self.main is not None:
            self.main.trail.take_over(old.trail)

    def _renew(self) -> None:
        """After a backup was put back: a fresh window; what the old one shows is of another library."""
        old, office = self.main, self.office
        if old is not None and office is not None:
            self._show_anew(office, old, "settings")
            if self.main is not None:
                self.main.go("backup")

    def _show_anew(self, office: Office, old: MainWindow, area: str) -> None:
        signals = self.desk.signals if self.desk is not None else None
        self._show(office, area)
        if signals is not None:
            delete_unwound(signals)
        self._program.window.removeWidget(old)
        delete_unwound(old)

    def begin(self, office: Office, folder: Path, person: str) -> None:
        """Shows the window of a library that is open."""
        self.office, self._folder = office, folder
        if self._single is None:
            self._single = SingleInstance(folder)
        self._single.called.connect(lambda what: bring_to_front(self._program.window))
        crashed = self._program.preferences.running == str(folder)
        self._program.remember(folder, self._name(office), person)
        self._show(office, "today")
        self._measure(folder)
        stood, self._stood = self._stood, None
        if self.main is None:
            return
        if crashed and (kept := office.last_unfinished()) is not None:
            self.main.return_to(kept)
        elif stood is not None and stood[0] == folder:
            self._go_back(office, self.main, *stood[1:])

    def _go_back(self, office: Office, main: MainWindow, key: str, what: object) -> None:
        if what == NEW and not any(one.key == key and one.id is None for one in office.records.drafts()):
            what = None     # it was complete, so that leaving has saved it
        try:
            main.go(key, what)
        except UserError:
            main.go(key)

    def _show(self, office: Office, area: str) -> None:
        program, signals = self._program, AppSignals()
        self.desk = Desk(office, signals, self.background, self.ask,
                         PreferencesStore(program.preferences, program.keep), office.store.today,
                         ZoneInfo(office.store.zone), _exporting(office), _printing(office))
        notice = " ".join(say(text) for text in office.warnings())
        sample = self._folder == paths.sample_folder()
        self.main = MainWindow(self.desk, self._name(office), self._folder.name, sample, area, notice)
        signals.setParent(self.main)    # goes with the window that is taken down at lock and another language
        signals.changed.connect(self._worked)
        self.main.lock_asked.connect(program.lock)
        self.main.language_asked.connect(program.set_language)
        self.main.theme_asked.connect(program.set_theme)
        self.main.text_asked.connect(program.set_text)
        self.main.look_asked.connect(program.set_look)
        self.main.mend_asked.connect(self._mend_open, Qt.ConnectionType.QueuedConnection)
        self.main.restored.connect(self._renew, Qt.ConnectionType.QueuedConnection)
        self.main.backups.shown.connect(self._note_backup)
        program.show_main(self.main)
        self._quiet.start()

    def _measure(self, folder: Path) -> None:
        """Keeps how large the library is, for the list of recent ones."""
        def seen(size: int) -> None:
            if self.desk is not None and self._folder == folder:
                self.desk.preferences.keep(measured(self.desk.preferences.now, str(folder), size=size))
        self.background.read(lambda: folder_bytes(folder), seen)

    def _note_backup(self) -> None:
        last = self.main.backups.status.last if self.main is not None and self.main.backups.status is not None else None
        if self.desk is not None and last is not None:
            moment = f"{last.made_at.astimezone():%Y-%m-%d %H:%M}"
            self.desk.preferences.keep(measured(self.desk.preferences.now, str(self._folder), backup=moment))

    def _worked(self, changes: object, origin: object) -> None:
        self._quiet.start()

    def _idle(self) -> None:
        if self.office is not None:
            office = self.office
            self.background.run(lambda step: office.idle(), lambda _: None, self._not_merged)

    def _not_merged(self, error: Exception) -> None:
        """Nothing is lost when the log is merged later; only of a disk that fails must the user know at once."""
        if not isinstance(error, LibraryInUse | DiskFull):
            raise error

    def _name(self, office: Office) -> str:
        return office.company.legal_name() or self._folder.name

    def _refused(self, error: Exception) -> None:
        if self._single is not None:
            self._single.release()
            self._single = None
        card = self._program.page.card
        if not isinstance(error, UserError):
            card.set_busy(False)
            raise error
        card.refuse(say(error.text))

    def _sample_failed(self, error: Exception) -> None:
        self._program.page.sample.setEnabled(True)
        self._refused(error)


def _locked(folder: Path) -> Callable[[], None]:
    lock = bootstrap.take(folder)
    return lock.unlock if lock is not None else lambda: None


def _exporting(office: Office) -> ExportList:
    def export(key: str, query: Query, ids: Sequence[int], file: Path, personal: str | None, step: Step) -> int:
        return office.files.export(key, query, ids, file, translate, personal, screen_language(), step)
    return export


def _printing(office: Office) -> PrintList:
    def print_list(key: str, query: Query, ids: Sequence[int], personal: str | None, step: Step) -> bytes:
        return office.files.print_list(key, query, ids, translate, screen_language(), personal, step)
    return print_list


def _make_sample(folder: Path) -> None:
    if (folder / MARK).exists():
        return      # asked for twice
    beside = folder.with_name("sample.new")     # a sample half made would be found broken at the next start
    for old in (beside, folder):
        shutil.rmtree(old, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    office, _ = bootstrap.demo_library(beside, SAMPLE_PASSWORD)
    office.close()
    patiently(lambda: beside.rename(folder))
