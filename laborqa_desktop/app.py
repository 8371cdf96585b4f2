"""The window: unlock page first, everything heavy behind it, the library's window once it is open."""

import importlib
import logging
import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from laborqa_desktop import collector, crashes, paths, settings
from laborqa_desktop.arriving import Arrivals
from laborqa_desktop.ending import SystemEnd
from laborqa_desktop.settings import Preferences, RecentLibrary
from laborqa_desktop.views.clipboard import ClipboardGuard, clear_ours
from laborqa_desktop.views.collecting import Collecting
from laborqa_desktop.views.error_hooks import Errors
from laborqa_desktop.views.i18n import Languages, say, system_language
from laborqa_desktop.views.lock_watch import LockWatch
from laborqa_desktop.views.recent_words import SAMPLE, SAMPLE_PASSWORD, name_of, recents
from laborqa_desktop.views.theme import Choice, Theme
from laborqa_desktop.views.top_window import Window
from laborqa_desktop.views.unlock_page import UnlockPage
from laborqa_desktop.views.unwinding import delete_unwound
from laborqa_desktop.views.windows import close_all_but

if TYPE_CHECKING:
    from laborqa_desktop.first_run import FirstRun
    from laborqa_desktop.opening import Session
    from laborqa_desktop.views.ask import Ask

log = logging.getLogger(__name__)
SMALLEST = 960, 600
TITLE_BAR = 40      # of the window system, around what we size
KEEP_TRIES = 10
BEHIND = ("laborqa_desktop.opening", "sqlalchemy.dialects.sqlite", "laborqa_desktop.views.main_window", "pypinyin")
"""Imported while the user types the password."""


class Program(QObject):
    """Builds everything once and holds it together.

    Args:
        folder: a library to ask the password of at once.
        file: where the preferences lie.
        sample: the sample library is opened without a question.
        ask: who answers questions; the user by dialogs, without one.

    Attributes:
        arrivals: takes what is to be opened by a double-click.
        errands: done behind the unlock page, once everything is imported, before a library can be opened.

    Signals:
        opened: a library's window is shown.
    """

    opened = Signal()
    _imported = Signal()

    def __init__(self, app: QApplication, folder: Path | None = None, file: Path | None = None, sample: bool = False,
                 ask: "Ask | None" = None) -> None:
        super().__init__(app)
        self._app, self._ask, self._into_sample = app, ask, sample
        self._file = file or paths.settings_folder() / "preferences.json"
        self.preferences = settings.load(self._file)
        self.theme = Theme(app, _choice(self.preferences.theme), self.preferences.text_px)
        self.languages = Languages(app, self.preferences.language)
        self.window = Window()
        self.window.setWindowTitle("LaborQA Desktop")
        self.session: Session | None = None
        self._asked = folder
        self.errors = Errors(lambda: self.ask, paths.log_folder(), self)
        self._unseen = crashes.pending(paths.log_folder())
        self.errands: tuple[Callable[[], None], ...] = ()
        self._ready = False
        self._waiting: list[tuple[str, str, str]] = []
        self._thread = threading.Thread(target=self._import_behind, daemon=True)
        self._imported.connect(self._now_ready)
        self._first_run: FirstRun | None = None
        self.page = self._unlock_page()
        self.window.addWidget(self.page)
        self.languages.changed.connect(self._rebuild)
        self.window.closing.connect(self._closing)
        self.window.may_close = self._may_close
        self.watch = LockWatch(app, parent=self.window)
        self.watch.due.connect(self.lock)
        self._collecting = Collecting(self, lambda: self.watch.still_s)
        self._locking = False
        self._guard = ClipboardGuard(app)
        self._messages: object = None
        self.arrivals = Arrivals(self)
        self.system_end = SystemEnd(self)
        app.commitDataRequest.connect(self.system_end.keep_all)
        self.window.destroyed.connect(self.deleteLater)     # without its window nothing more is heard

    def start(self) -> None:
        """Shows the unlock page; imports the rest once it is painted."""
        place = self.preferences.window
        self.window.setMinimumSize(*SMALLEST)
        wanted = place[2:4] if len(place) == 4 else (1366, 768)
        room = self.window.screen().availableSize()     # 1920x1080 at 150 % is only 1280x720
        self.window.resize(min(wanted[0], room.width()), min(wanted[1], room.height() - TITLE_BAR))
        self.window.show()
        self.page.card.password.setFocus()
        if self._into_sample:
            self.page.card.show_library(say(SAMPLE), SAMPLE_PASSWORD)
            self.page.card.set_busy(True)
        elif self._remembered():
            self.page.card.set_busy(True)
        elif not self.preferences.recent and self._asked is None:
            QTimer.singleShot(0, self._new_library)
        QTimer.singleShot(0, self._thread.start)

    @property
    def ready(self) -> bool:
        """Whether everything needed to open a library is imported."""
        return self._ready

    @property
    def is_free(self) -> bool:
        """Whether the user can be led elsewhere: nothing is being opened, made, mended, asked, or told only once."""
        session = self.session
        if not self._ready or self._locking or QApplication.activeModalWidget() is not None:
            return False
        if session is not None and session.is_open:
            return self.window.currentWidget() is session.main
        return (self.window.currentWidget() is self.page and not self.page.is_taken
                and (session is None or not session.background.is_busy))

    def turn_to(self, folder: Path, words: str = "") -> None:
        """Asks for the password of a library, listed or not.

        Args:
            words: said on the card instead of the usual ones.
        """
        self._asked = folder
        self.page.ask_for(str(folder), name_of(self.preferences, str(folder)), words=words)

    def keep(self, preferences: Preferences) -> None:
        """Keeps other preferences."""
        self.preferences = preferences
        self._save_preferences(KEEP_TRIES)

    def _save_preferences(self, tries: int) -> None:
        """A file that an indexer holds is tried again; a full disk ends nobody's work for the sake of a preference."""
        try:
            settings.save(self._file, self.preferences)
        except OSError as error:
            if tries > 1:
                QTimer.singleShot(1000, self, lambda: self._save_preferences(tries - 1))
            else:
                log.warning("preferences are not kept: %s", type(error).__name__)

    def open_library(self, folder: str, secret: str, person: str) -> None:
        """Opens a library as soon as all is imported and the one before is closed."""
        self.page.card.set_busy(True)
        if not self._ready or self._locking:
            self._waiting = [(folder, secret, person)]
            return
        self.need_session().open(Path(folder), secret, person)

    def lock(self, why: str = "hand", then: Callable[[], object] | None = None) -> None:
        """Closes the library and asks for its password again. Nothing of it stays on the screen while it closes, and
        what is typed is kept in it.

        Args:
            why: for the log: "hand", "idle", "sleep", "session", "damage" or "another".
            then: called when the library is closed.
        """
        if self.session is None or not self.session.is_open or self._locking:
            return
        log.info("locked: %s", why)
        self._locking = True
        self.watch.stop()
        close_all_but(self.window)
        self._show_unlock()
        self.page.set_waiting(True)
        self.window.repaint()
        clear_ours()
        self.session.lock(lambda: self._locked(then))

    def _locked(self, then: Callable[[], object] | None) -> None:
        self._locking = False
        self.page.set_waiting(False)
        self._open_waiting()
        if then is not None:
            then()
        QTimer.singleShot(0, collector.look_at_all)    # what held the keys goes now, not some time

    def need_session(self) -> "Session":
        """The session, made when it is first needed."""
        if self.session is None:
            from laborqa_desktop.opening import Session
            self.session = Session(self, self.ask)
        return self.session

    @property
    def ask(self) -> "Ask":
        """Who answers questions."""
        if self._ask is None:
            from laborqa_desktop.views.ask import AskUser
            self._ask = AskUser()
        return self._ask

    def _import_behind(self) -> None:
        for name in BEHIND:
            importlib.import_module(name)
        for errand in self.errands:
            errand()
        self._imported.emit()

    def _now_ready(self) -> None:
        self._ready = True
        collector.pass_over()       # the program itself, in the state in which every library finds it
        self._open_waiting()
        if self._into_sample:
            self._into_sample = False
            self.need_session().open_sample(at_once=True)
        elif self._remembered():
            self.need_session().open(Path(self.page.folder), None, self.preferences.person)

    def _open_waiting(self) -> None:
        waiting, self._waiting = self._waiting, []
        for folder, secret, person in waiting:
            self.open_library(folder, secret, person)

    def _remembered(self) -> bool:
        """Whether the library asked for should open without its password: at the start of the program, never later."""
        return self.session is None and any(
            r.remembered for r in self.preferences.recent if r.folder == self.page.folder)

    def _unlock_page(self) -> UnlockPage:
        page = UnlockPage(recents(self.preferences), self.preferences.person, self.languages.language,
                          self.theme.choice.value)
        page.open_asked.connect(self.open_library)
        page.choose_asked.connect(self._choose_library)
        page.about_asked.connect(self._about)
        page.backup_asked.connect(self._choose_backup)
        page.new_asked.connect(self._new_library)
        page.sample_asked.connect(self._sample)
        page.language_asked.connect(self.set_language)
        page.theme_asked.connect(self.set_theme)
        if self._asked is not None:
            page.ask_for(str(self._asked), name_of(self.preferences, str(self._asked)))
        if self._unseen:
            page.show_notice(self.tr("The program ended unexpectedly last time. What was saved is safe; what you had "
                                     "typed comes back when you open the library."),
                             self.tr("Look at the re&port"), self.show_crash)
        return page

    def show_crash(self) -> None:
        """Shows the report of the last unexpected end; from then on none is offered."""
        from laborqa_desktop.views.error_dialog import CrashDialog
        unseen, self._unseen = self._unseen, []
        files = [crashes.mark_seen(file) for file in unseen]
        self.page.hide_notice()
        if files:
            CrashDialog(self.window, self.ask, crashes.read_report(files[0]), files[0], earlier=True).open()

    def set_language(self, language: str) -> None:
        """Switches at once and keeps the choice."""
        self.keep(replace(self.preferences, language=language))
        self.languages.set_language(language)

    def set_theme(self, choice: Choice) -> None:
        """Switches at once and keeps the choice."""
        self.keep(replace(self.preferences, theme=choice.value))
        self.theme.set_choice(choice)

    def set_text(self, step: int) -> None:
        """Larger (1), smaller (-1) or normal (0) text."""
        before = self.theme.body_px
        self.theme.set_body_px(before + step if step else 14)
        if self.theme.body_px == before:
            return      # a key held down at the largest size would make the window anew each time
        self.keep(replace(self.preferences, text_px=self.theme.body_px))
        if self.session is not None and self.session.is_open:
            self.session.rebuild()

    def set_look(self, wanted: Preferences) -> None:
        """Puts language, theme, text size and idle time in place, as the settings page has kept them."""
        self.preferences = wanted
        self.theme.set_choice(_choice(wanted.theme))
        grown = self.theme.body_px != wanted.text_px
        self.theme.set_body_px(wanted.text_px)
        if self.session is not None and self.session.is_open:
            self._watch()
        language = self.languages.language
        self.languages.set_language(wanted.language or system_language())
        if grown and language == self.languages.language and self.session is not None and self.session.is_open:
            self.session.rebuild()

    def show_main(self, main: QWidget) -> None:
        """Puts a library's window in place of the unlock page."""
        self.window.addWidget(main)
        self.window.setCurrentWidget(main)
        self._watch()
        self.opened.emit()

    def remember(self, folder: Path, name: str, person: str, *, running: bool = True) -> None:
        """Puts a library on top of the recent ones.

        Args:
            running: it is open from now on.
        """
        now = f"{datetime.now().astimezone():%Y-%m-%d %H:%M}"
        recent = settings.opened(self.preferences, RecentLibrary(str(folder), name, now))
        self.keep(replace(self.preferences, recent=recent, person=person,
                          running=str(folder) if running else self.preferences.running))

    def _choose_library(self) -> None:
        folder = self.ask.folder(self.window, self.tr("Open a library"))
        if folder is not None:
            self.turn_to(folder)

    def _about(self) -> None:
        from laborqa_desktop.views.about.page import AboutDialog
        AboutDialog(self.window, self.need_session().background).open()

    def _choose_backup(self) -> None:
        files = self.ask.open_files(self.window, self.tr("A library from its backup"),
                                    self.tr("Backups (*.labqbackup)"))
        if files:
            self.arrivals.take(files[0])

    def _new_library(self) -> None:
        if self._first_run is None:
            from laborqa_desktop.first_run import FirstRun
            self._first_run = FirstRun(self)
        self._first_run.begin()

    def show_sample(self) -> None:
        """Opens the sample library without a question, made first where it is not there."""
        self._show_unlock()
        self.page.card.show_library(say(SAMPLE), SAMPLE_PASSWORD)
        self.page.card.set_busy(True)
        self.need_session().open_sample(at_once=True)

    def _sample(self) -> None:
        self.need_session().open_sample()

    def _show_unlock(self) -> None:
        old = self.page
        self.page = self._unlock_page()
        self.window.insertWidget(0, self.page)
        self.window.setCurrentWidget(self.page)
        self.window.removeWidget(old)
        delete_unwound(old)
        self.page.card.password.setFocus()

    def _rebuild(self) -> None:
        if self.session is not None and self.session.is_open:
            self.session.rebuild()
        elif self._first_run is not None:
            self._first_run.renew(self._show_unlock)
        else:
            self._show_unlock()

    def _watch(self) -> None:
        self.watch.start(self.preferences.lock_after_min)
        if self._messages is None:
            from laborqa_desktop.views.windows_messages import listen
            self._messages = listen(self._app, self.window, self.lock)

    def _may_close(self) -> bool:
        """False while a last backup is made; the window closes by itself after it. None is made when the system ends,
        which would not wait for it.
        """
        return self.system_end.is_near or self.session is None or self.session.backed_up(self.window.close)

    def _closing(self) -> None:
        place = self.window.geometry()
        self.keep(replace(self.preferences, window=(place.x(), place.y(), place.width(), place.height())))
        self.watch.stop()
        clear_ours()
        if self._first_run is not None:
            self._first_run.close()
        if self.session is not None and self.session.is_open:
            self.session.close()


def _choice(name: str) -> Choice:
    return Choice(name) if name in tuple(Choice) else Choice.SYSTEM
