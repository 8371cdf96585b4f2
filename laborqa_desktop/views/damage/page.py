"""The damage procedure as a guided page: set aside, examine, choose, result. Nothing is changed before the choice.

It is shown in place of the unlock page, because the library is closed for it.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from laborqa_desktop.errors import UserError
from laborqa_desktop.text import fill
from laborqa_desktop.usecases import damage, damage_words
from laborqa_desktop.usecases.damage import Examined, Mended, Patient
from laborqa_desktop.usecases.health import NEXT, TITLES, Part, worst_of
from laborqa_desktop.usecases.saving import save_file
from laborqa_desktop.views.background import Background, Step
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.importing.step_line import StepLine
from laborqa_desktop.views.parts.bands import Band
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.field_frame import FieldFrame
from laborqa_desktop.views.parts.inputs import Secret
from laborqa_desktop.views.parts.label import Icon, bullet, label, section
from laborqa_desktop.views.parts.layout import card, column, empty, holder, row, rule, scrolling
from laborqa_desktop.views.parts.roomy import Roomy
from laborqa_desktop.views.task import Task

if TYPE_CHECKING:
    from laborqa_desktop.views.ask import Ask

_SHOWN = 200
_READABLE_PX, _COLUMNS = 760, 3


class DamagePage(QFrame):
    """The page.

    Args:
        secret: the password, where it was just typed.
        locked: takes the library's lock and gives what lets it go; raises LibraryInUse.

    Signals:
        left: the user goes back to the unlock page.
        open_asked: (folder, secret): the mended library is to be opened.
    """

    left = Signal()
    open_asked = Signal(str, str)

    def __init__(self, background: Background, ask: "Ask", folder: Path, secret: str, person: str,
                 locked: Callable[[Path], Callable[[], None]]) -> None:
        super().__init__()
        self.setProperty("box", "canvas")
        self._ask, self._folder, self._person, self._locked = ask, folder, person, locked
        self._patient: Patient | None = None
        self._examined: Examined | None = None
        self._let_go: Callable[[], None] = lambda: None
        self.task = Task(background)
        self.steps = StepLine([self.tr("Set aside"), self.tr("Examine"), self.tr("Choose"), self.tr("Result")])
        self.password = Secret(self.tr("Password"), self.tr("Show the password"))
        self.password.setText(secret)
        self._field = FieldFrame(self.tr("Password or recovery code"), self.password)
        self._trouble = Band("error", "")
        self.begin_button = Button(self.tr("&Set aside and examine"), "search", "primary", clicked=self.begin)
        self.save_button = Button(self.tr("&Save what can be saved"), "tool", "primary", clicked=self.take_salvaged)
        self.back_button = Button(self.tr("Put &back the backup…"), "database", clicked=self.take_backup)
        self.list_button = Button(self.tr("Save the &list…"), "download", clicked=self.save_list)
        self.open_button = Button(self.tr("&Open the library"), "folder-open", "primary", clicked=self._open)
        self.list_again = Button(self.tr("Save the &list…"), "download", clicked=self.save_list)
        self.leave_button = Button(self.tr("Lea&ve"), clicked=self.leave)
        self._pages = QStackedWidget()
        self._found, self._result = QVBoxLayout(), QVBoxLayout()
        self._build()
        self.password.returnPressed.connect(self.begin)
        self.task.began.connect(lambda: self._enable(False))
        self.task.ended.connect(lambda: self._enable(True))
        self.task.refused.connect(self._refused)
        self.task.cancelled.connect(self._stopped)
        self._show_step(0)

    def _build(self) -> None:
        first = column(
            label(self.tr('"{name}" is damaged').format(name=self._folder.name), "page", wrap=True),
            label(self.tr("Nothing is lost by looking. First a copy of the damaged files is set aside in the library's "
                          "folder; nobody touches it again. Then the program reads what can be read and shows you "
                          "what can be done. Only your choice changes anything."), wrap=True),
            label(self.tr("Do not delete or move anything in the folder meanwhile."), "quiet", "ink2", wrap=True),
            4, self._field, row(self.begin_button, None), gap=12, margins=(24, 20, 24, 20))
        self._foot = holder(column(
            rule(), row(self.list_button, None, self.back_button, self.save_button, gap=8, margins=(24, 10, 24, 12)),
            gap=0))
        second = card(column(scrolling(self._lines(self._found)), self._foot, gap=0, margins=(1, 1, 1, 1)))
        third = column(self._lines(self._result),
                       row(self.open_button, self.list_again, None, gap=8, margins=(24, 4, 24, 20)), gap=0)
        for one in (_narrow(first), second, _narrow(third)):
            self._pages.addWidget(one)
        head = row(Icon("alert-triangle", "warn", 24), label(self.tr("What to do about the damage"), "title"), None,
                   self.steps, gap=10)
        made = column(head, self._trouble, self.task, self._pages, row(self.leave_button, None), gap=12,
                      margins=(32, 20, 32, 16))
        made.setStretch(3, 1)
        self.setLayout(column(Roomy(holder(made)), gap=0))
        self._trouble.hide()

    @staticmethod
    def _lines(layout: QVBoxLayout) -> QVBoxLayout:
        layout.setSpacing(8)
        layout.setContentsMargins(24, 20, 24, 12)
        return layout

    # ------------------------------------------------------------ steps 1 and 2

    def begin(self) -> None:
        """Sets aside and examines."""
        secret, folder, person = self.password.text(), self._folder, self._person
        if not secret or self.task.busy:
            self.password.setFocus()
            return
        self._trouble.hide()
        try:
            self._let_go = self._locked(folder)
        except UserError as error:
            self._refused(say(error.text))
            return
        self._show_step(1)

        def work(step: Step) -> tuple[Patient, Examined]:
            patient = damage.admit(folder, secret)
            return patient, damage.examine(patient, damage.set_aside(patient), step)

        self._person = person
        self.task.start(self.tr("Setting aside, then reading page by page…"), work, self._seen)

    def _seen(self, answer: tuple[Patient, Examined]) -> None:
        self._patient, self._examined = answer
        examined = self._examined
        self._show_step(2)
        lines = self._found
        empty(lines)
        aside = self.tr("The damaged files are set aside in {name}.").format(name=examined.aside.name)
        lines.addWidget(label(aside, "quiet", "ink2", wrap=True))
        saved, backup = examined.salvaged, examined.backup
        if saved is None:
            lines.addWidget(Band("error", self.tr("Nothing of the database can be read.")))
        else:
            lines.addWidget(Band("ok" if saved.is_complete else "warn", say(damage_words.verdict(saved))))
            lines.addLayout(section(self.tr("1. Save what can be saved (recommended)")))
            lines.addWidget(label(self.tr("A new database is made of every readable page, of the newest backup and of "
                                          "the history. It keeps what was entered after the backup."), wrap=True))
            lost = list(damage_words.missing(saved))[:_SHOWN]
            for text in lost:
                lines.addWidget(bullet(say(text), "quiet"))
            if not lost:
                lines.addLayout(_in_columns([say(text) for text in damage_words.summary(saved)]))
        if backup is not None:
            moment = f"{backup.made_at.astimezone(examined.zone):%Y-%m-%d %H:%M}"
            head = self.tr("2. Put back the backup of {moment}") if saved is not None else \
                self.tr("Put back the backup of {moment}")
            lines.addLayout(section(head.format(moment=moment)))
            words = self.tr("Everything is as it was then. Nothing is known to have been done since.") \
                if saved is not None and not examined.later_count else \
                fill(self.tr("Everything is as it was then. {count:This act|These acts} since then would be lost:"),
                     count=examined.later_count) if saved is not None else \
                self.tr("Everything is as it was then. What was entered since is lost.")
            lines.addWidget(label(words, wrap=True))
            for act in examined.later[:_SHOWN]:
                at = f"{act.at.astimezone(examined.zone):%Y-%m-%d %H:%M}"
                lines.addWidget(bullet(f"{at}  {act.person}  {say(act.text)}", "quiet"))
        else:
            lines.addWidget(label(self.tr("There is no whole backup in the library's folder. If you have one on a "
                                          "stick or another disk, leave here and restore it into an empty folder."),
                                  wrap=True))
        lines.addStretch(1)
        self.save_button.setVisible(saved is not None)
        self.back_button.setVisible(backup is not None)
        self.back_button.set_kind("" if saved is not None else "primary")
        self._foot.setVisible(saved is not None or backup is not None)
        self.list_button.setVisible(saved is not None and not saved.is_complete)
        (self.save_button if saved is not None else self.back_button).setFocus()

    # ------------------------------------------------------------ steps 3 and 4

    def take_salvaged(self) -> None:
        """Puts the new database in place."""
        patient, examined, secret, person = self._patient, self._examined, self.password.text(), self._person
        if patient is not None and examined is not None:
            self.task.start(self.tr("Putting the new database in place and checking it…"),
                            lambda step: damage.take_salvaged(patient, examined, secret, person),
                            lambda mended: self._mended(mended, salvaged=True), fixed=True)

    def take_backup(self) -> None:
        """Puts the backup in place, after a question."""
        patient, examined, secret, person = self._patient, self._examined, self.password.text(), self._person
        if patient is None or examined is None or examined.backup is None:
            return
        if examined.salvaged is not None and examined.later_count and not self._ask.confirm(
                self.window(), self.tr("Put back the backup"),
                fill(self.tr("{count} {count:act|acts} after the backup would be lost. The damaged files stay set "
                             "aside."), count=examined.later_count), self.tr("&Put back")):
            return
        self.task.start(self.tr("Putting the backup in place and checking it…"),
                        lambda step: damage.take_backup(patient, examined, secret, person), self._mended,
                        fixed=True)

    def _mended(self, mended: Mended, *, salvaged: bool = False) -> None:
        self._free_library()
        self._patient = None
        self._show_step(3)
        empty(self._result)
        open_points = [one for one in mended.found if not one.note]
        worst = worst_of(open_points)
        if worst is not None and worst is not Part.DATABASE:
            self._result.addWidget(Band("warn", say(TITLES[worst]), [*(say(one.text) for one in open_points),
                                                                      say(NEXT[worst])]))
        elif open_points:
            self._result.addWidget(Band("warn", self.tr("The library can be opened. Something is left:"),
                                        [say(one.text) for one in open_points]))
        else:
            self._result.addWidget(Band("ok", self.tr("The library is sound again: every page, row and entry was "
                                                      "checked.")))
        if self._examined is not None:
            self._result.addWidget(label(self.tr("The damaged files are kept in {name}. Delete that folder by hand "
                                                 "when you are sure that nothing is missing.").format(
                name=self._examined.aside.name), wrap=True))
        lost = self._examined.salvaged if self._examined is not None else None
        self.list_again.setVisible(salvaged and lost is not None and not lost.is_complete)
        if salvaged and lost is not None and not lost.is_complete:
            self._result.addWidget(label(self.tr("What is missing stands in the list: save it before you go on, so "
                                                 "that it can be entered again."), wrap=True))
        self._result.addWidget(label(self.tr("Disks that damage one file damage others: copy the library elsewhere and "
                                             "have the disk looked at."), wrap=True))
        self.open_button.setFocus()     # what was disabled meanwhile has lost the keyboard

    def save_list(self) -> None:
        """Writes what is missing into a text file of the user's choice; it holds names."""
        examined = self._examined
        if examined is None or examined.salvaged is None:
            return
        target = self._ask.save_file(self.window(), self.tr("Save the list of what is missing"),
                                     self.tr("missing.txt"), self.tr("Text (*.txt)"))
        if target is None:
            return
        lines = [say(damage_words.verdict(examined.salvaged)), "",
                 *(say(text) for text in damage_words.missing(examined.salvaged)), "",
                 *(say(text) for text in damage_words.summary(examined.salvaged))]
        try:
            save_file(target, ("\r\n".join(lines) + "\r\n").encode("utf-8-sig"))
        except UserError as error:
            self._refused(say(error.text))

    def _open(self) -> None:
        self.open_asked.emit(str(self._folder), self.password.text())

    def leave(self) -> None:
        """Back to the unlock page; what was set aside stays, what was made for looking goes."""
        self.task.stop()
        if self._patient is not None:
            damage.give_up(self._patient)
        self._free_library()
        self.left.emit()

    # ------------------------------------------------------------ small things

    def _free_library(self) -> None:
        self._let_go()
        self._let_go = lambda: None

    def _show_step(self, place: int) -> None:
        self.steps.set_current(place)
        self._pages.setCurrentIndex(max(0, place - 1) if place else 0)

    def _refused(self, words: str) -> None:
        if self._patient is None:
            self._free_library()
            self._show_step(0)
            self.password.setFocus()
            self.password.selectAll()
        self._trouble.say(words)
        self._trouble.show()

    def _stopped(self) -> None:
        """Examining was cancelled: back to the first step, the library free again."""
        if self._patient is None:
            self._free_library()
            self._show_step(0)
            self.password.setFocus()

    def _enable(self, free: bool) -> None:
        for one in (self.begin_button, self.save_button, self.back_button, self.list_button, self.leave_button,
                    self._field):
            one.setEnabled(free)


def _in_columns(words: Sequence[str]) -> QGridLayout:
    """Short lines in three columns, read downwards."""
    grid, high = QGridLayout(), -(-len(words) // _COLUMNS)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(4)
    for place, one in enumerate(words):
        grid.addWidget(bullet(one, "quiet", "ink2"), place % high, place // high)
    for column_ in range(_COLUMNS):
        grid.setColumnStretch(column_, 1)
    return grid


def _narrow(layout: QVBoxLayout) -> QWidget:
    """A card as high as what it says, and no wider than lines are read with ease."""
    shown = card(layout)
    shown.setMaximumWidth(_READABLE_PX)
    across = row(None, shown, None, gap=0)
    across.setStretch(1, 100)
    return holder(column(across, None, gap=0))
