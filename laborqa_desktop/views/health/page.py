"""The health page: when the library was looked at last, what was found, and what to do about it."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from laborqa_desktop.text import fill
from laborqa_desktop.usecases.health import NEXT, TITLES, Fetched, Finding, Health, Part, Result
from laborqa_desktop.views.any_screen import AnyScreen
from laborqa_desktop.views.backup import second
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say, sentences
from laborqa_desktop.views.parts.bands import Band
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.flow import flowing
from laborqa_desktop.views.parts.label import Icon, label, section, set_tone
from laborqa_desktop.views.parts.layout import card, column, empty, holder, row, rule, scrolling
from laborqa_desktop.views.task import Task

_MOST_NAMED = 12
_TONES = {Part.DATABASE: "error", Part.ATTACHMENT: "warn", Part.BACKUP: "warn"}
_ICONS = {Part.DATABASE: "ban", Part.ATTACHMENT: "paperclip", Part.BACKUP: "database"}


class HealthPage(AnyScreen):
    """The page.

    Signals:
        mend_asked: the user wants the damage procedure, for which the library is closed.
        looked: a Result, whenever there is a new one.
    """

    mend_asked = Signal()
    looked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._health: Health = desk.office.health
        self.task = Task(desk.background, copying=True)
        self._warned, self._fetched = Band("warn", ""), Band("ok", "")
        self._icon, self._title = Icon("shield-check", "ink2", 28), label("", "title", wrap=True)
        self._words = label("", "quiet", "ink2", wrap=True)
        self.check_button = Button(self.tr("&Check now"), "shield-check", "primary", clicked=self.check)
        self.heal_button = Button(self.tr("&Put right"), "tool", clicked=self.heal)
        self.mend_button = Button(self.tr("Damage: what &now…"), "alert-triangle", "primary", clicked=self._mend)
        self.fetch_button = Button(self.tr("&Fetch from backups"), "download", "primary", clicked=self.fetch)
        self.file_button = Button(self.tr("From a backup f&ile…"), "folder-open", clicked=self.fetch_from_file)
        self.backup_button = Button(self.tr("&Backups…"), "database", clicked=self._backups)
        self._found = QVBoxLayout()
        self._found.setSpacing(8)
        self.setLayout(self._build())
        self._hush()
        self.task.began.connect(lambda: self._enable(False))
        self.task.ended.connect(lambda: self._enable(True))
        self.task.refused.connect(self._refused)

    def _build(self) -> QVBoxLayout:
        words = column(self._title, self._words, gap=3)
        head = row(self._icon, words, gap=14)
        head.setStretch(1, 1)
        buttons = flowing(self.fetch_button, self.file_button, self.check_button, self.heal_button, self.mend_button,
                          self.backup_button)
        looks = label(self.tr("Every file of the library's folder is looked at: database, history, attachments, key "
                              "files, backups and the reserve. Nothing is changed. While the library is open this is "
                              "done by itself once a day, when nobody has worked for five minutes."),
                      "quiet", "ink2", wrap=True)
        inner = column(head, buttons, self.task, rule(), section(self.tr("Found")), self._found, None, gap=12,
                       margins=(16, 14, 16, 14))
        found = card(column(scrolling(inner), gap=0, margins=(1, 1, 1, 1)))
        made = column(self._warned, self._fetched, found, looks, gap=12)
        made.setStretch(2, 1)
        return made

    def check(self) -> None:
        """Looks at everything now."""
        self._hush()
        self.task.start(self.tr("Looking at every file, page and row…"), self._health.check, self._looked)

    def heal(self) -> None:
        """Puts right what can be put right without loss."""
        self._hush()
        self.task.start(self.tr("Putting right, then looking again…"), self._health.heal, self._looked,
                        keeps=True)

    def fetch(self) -> None:
        """Fetches attachments that are missing or damaged from where healthy copies lie."""
        self._fetch(None)

    def _fetch(self, chosen: Path | None) -> None:
        self._hush()
        health, place = self._health, second.load(self._desk).folder
        self.task.start(self.tr("Looking for healthy copies…"), lambda step: health.fetch(place, chosen, step),
                        self._show_fetched, keeps=True, last=self.tr("Putting them in place and checking all again…"))

    def fetch_from_file(self) -> None:
        """The same, from a backup file that the user chooses."""
        chosen = self._desk.ask.open_files(self.window(), self.tr("Fetch attached files from a backup"),
                                           self.tr("Backups (*.labqbackup)"))
        if chosen:
            self._fetch(chosen[0])

    def _show_fetched(self, answer: tuple[Fetched, Result]) -> None:
        fetched, result = answer
        self._looked(result)
        if fetched.came:
            self._fetched.say(fill(self.tr("{count} attached {count:file is|files are} whole again."),
                                   count=fetched.count), [
                fill(self.tr("{count} from {place}"), count=count, place=say(place)) for place, count in fetched.came])
            self._fetched.show()
        if fetched.nowhere:
            names = [" · ".join((one.name, *([say(one.holder)] if one.holder is not None else ())))
                     for one in fetched.nowhere[:_MOST_NAMED]]
            if len(fetched.nowhere) > _MOST_NAMED:
                names.append(self.tr("… and {count} more").format(count=len(fetched.nowhere) - _MOST_NAMED))
            if fetched.unreachable is not None:
                names.append(self.tr("The second place {folder} is not connected. Connect it and fetch again.").format(
                    folder=fetched.unreachable))
            self._warned.say(fill(self.tr("No healthy copy of {count} attached {count:file|files} was found. Choose "
                                          "another backup, or attach {count:it|them} again:"),
                                  count=len(fetched.nowhere)), names)
            self._warned.show()

    def _hush(self) -> None:
        self._warned.hide()
        self._fetched.hide()

    def reload(self) -> None:
        """Shows the last result."""
        self._desk.background.read(self._health.last, self.show_result)

    def show_result(self, result: Result | None) -> None:
        """Shows a result, None: there is none yet."""
        empty(self._found)
        if result is None:
            tone, title, words = "warn", self.tr("The library was not checked yet"), self.tr("Check it now.")
        elif result.is_sound:
            tone, title, words = "ok", self.tr("The library is sound"), ""
        elif result.worst is not None:
            tone, title, words = _TONES[result.worst], say(TITLES[result.worst]), say(NEXT[result.worst])
        else:
            tone, title = "warn", self.tr("Something can be put right")
            words = self.tr('"Put right" does it without loss.')
        self._icon.show_icon({"ok": "circle-check", "warn": "alert-triangle", "error": "ban"}[tone], tone)
        self._title.setText(title)
        set_tone(self._title, tone)
        if result is not None:
            moment = f"{result.at.astimezone(self._desk.zone):%Y-%m-%d %H:%M}"
            checked = self.tr("Checked {moment}.").format(moment=moment)
            words = sentences(checked, words)
        self._words.setText(words)
        writable = not self._desk.office.store.read_only
        has_way = result is not None and result.worst in (Part.DATABASE, Part.ATTACHMENT) and writable
        self.check_button.set_kind("" if has_way else "primary")
        self.heal_button.setVisible(result is not None and bool(result.healable) and writable)
        worst = result.worst if result is not None else None
        self.mend_button.setVisible(worst is Part.DATABASE and writable)
        for one_button in (self.fetch_button, self.file_button):
            one_button.setVisible(worst is Part.ATTACHMENT and writable)
        self.backup_button.setVisible(worst is Part.BACKUP)
        for one in result.found if result is not None else ():
            self._found.addWidget(self._line(one))
        if result is None or not result.found:
            words = self.tr("Nothing.") if result is not None else self.tr("What a check finds is listed here.")
            self._found.addWidget(label(words, tone="ink2"))

    def _line(self, one: Finding) -> QWidget:
        tone = "ink2" if one.note else "warn" if one.healable else _TONES[one.part]
        icon = "info-circle" if one.note else "tool" if one.healable else _ICONS[one.part]
        made = row(column(3, Icon(icon, tone), None, gap=0), label(say(one.text), wrap=True), gap=10)
        made.setStretch(1, 1)
        return holder(made)

    def _looked(self, result: Result) -> None:
        self.show_result(result)
        self.looked.emit(result)

    def _mend(self) -> None:
        if self._desk.ask.confirm(self.window(), self.tr("What to do about the damage"), self.tr(
                "The library is closed for this, and its password is asked again. The first step sets a copy of the "
                "damaged files aside; nothing is changed before you have chosen."), self.tr("&Close and go on")):
            self.mend_asked.emit()

    def _backups(self) -> None:
        self._desk.signals.go.emit("backup", None)

    def _refused(self, words: str) -> None:
        self._warned.say(words)
        self._warned.show()

    def _enable(self, free: bool) -> None:
        for one in (self.check_button, self.heal_button, self.mend_button, self.fetch_button, self.file_button):
            one.setEnabled(free)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.task.busy:
            self.reload()


def make_health_page(desk: Desk) -> HealthPage:
    """The page, for the main window."""
    return HealthPage(desk)
