"""What falls due in the next 90 days, by how near it is; taken along as a calendar file."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget

from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases.reminders import SORTS, Coming, Reminder, Window
from laborqa_desktop.usecases.today_page import due_words
from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.any_screen import AnyScreen
from laborqa_desktop.views.background import Job
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.fields_dialog import perform
from laborqa_desktop.views.i18n import say, translate
from laborqa_desktop.views.parts.bands import EmptyState
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.choices import Choice, Segments
from laborqa_desktop.views.parts.label import Elided
from laborqa_desktop.views.parts.layout import card, column, row, rule
from laborqa_desktop.views.personal_dialog import PersonalDialog
from laborqa_desktop.views.today.facts import Group, Line, When
from laborqa_desktop.views.today.queue import QueueView

ALL = ""
TITLES: dict[Window, Text] = {
    "overdue": N_("RemindersPage", "Past"), "week": N_("RemindersPage", "This week: within 7 days"),
    "month": N_("RemindersPage", "Within 30 days"), "quarter": N_("RemindersPage", "Within 90 days")}
_WHEN: dict[Window, When] = {"overdue": "overdue", "week": "week", "month": "later", "quarter": "later"}
_TONES: dict[Window, str] = {"overdue": "warn", "week": "accent", "month": "plain", "quarter": "plain"}
_ICONS: dict[Window, str] = {"overdue": "alert-triangle", "week": "clock", "month": "calendar", "quarter": "calendar"}


class RemindersPage(AnyScreen):
    """The list. It asks off the GUI thread when it is shown and after changes."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._job: Job | None = None
        self._coming: Coming | None = None
        self._stale = True
        self._words = Elided("", "body", "ink2")
        self.segments = Segments(self.tr("Which"), self._choices())
        self.queue = QueueView(self.tr("What falls due"), self.tr("All"))
        self.calendar_button = Button(self.tr("Calendar &file…"), "calendar", "primary",
                                      tip=self.tr("For Outlook and telephones"), clicked=self.save_calendar)
        self._nothing = EmptyState("circle-check", self.tr("Nothing falls due in the next 90 days."))
        self._pages = QStackedWidget()
        self._pages.addWidget(self.queue)
        self._pages.addWidget(self._nothing)
        self.head_buttons = (self._words, self.calendar_button)
        top = row(self.segments, None, margins=(16, 9, 12, 9))
        body = column(top, rule(), self._pages, gap=0, margins=(1, 1, 1, 4))
        body.setStretch(2, 1)
        self.setLayout(column(card(body)))
        self.segments.chosen.connect(self._show)
        self.queue.opened.connect(self._desk.signals.go)
        self.queue.acted.connect(self._desk.signals.go)
        desk.signals.changed.connect(self._changed)
        shortcuts.bind(self, shortcuts.NEXT_PANE, self._next_pane)

    def reload(self) -> None:
        """Asks anew; what is shown stays until the answer."""
        self._stale = False
        if self._job is not None:
            self._job.cancel()
        self._job = self._desk.background.read(self._desk.office.reminders.coming, self.show_coming)

    def show_coming(self, coming: Coming) -> None:
        """Shows these reminders."""
        self._coming, self._job = coming, None
        self.segments.set_items(self._choices())
        self._show(self.segments.current)

    def save_calendar(self) -> None:
        """Asks whether names and private dates go along, then where to, and writes the file."""
        dialog = PersonalDialog(self, self.tr("Calendar file"), [
            self.tr("names of staff (else their work numbers)"), self.tr("end of accident insurance"),
            self.tr("end of the ID card")])
        dialog.chosen.connect(self._save_to)
        dialog.open()

    def _save_to(self, personal: str | None) -> None:
        title = self.tr("Reminders")
        name = f"{title} {self._desk.today().isoformat()}.ics"
        file = self._desk.ask.save_file(self, self.tr("Calendar file"), name, self.tr("Calendar (*.ics)"))
        if file is None:
            return
        reminders = self._desk.office.reminders
        perform(self._desk, self, lambda: reminders.to_calendar(file, translate, personal), self._saved)

    def _saved(self, count: int) -> None:
        self._desk.signals.said.emit(self.tr("Entries in the calendar file: {count}").format(count=f"{count:,}"))

    def _choices(self) -> list[Choice]:
        def count(sort: str) -> str:
            if self._coming is None:
                return ""
            return f"{sum(sort in (ALL, one.sort) for one in self._coming.reminders):,}"

        return [Choice(ALL, self.tr("All"), count(ALL)),
                *(Choice(sort, say(words), count(sort)) for sort, words in SORTS.items())]

    def _show(self, sort: str) -> None:
        if self._coming is None:
            return
        groups = []
        for window, title in TITLES.items():
            lines = tuple(_line(one) for one in self._coming.of(window) if sort in (ALL, one.sort))
            if lines:
                groups.append(Group(window, say(title), _ICONS[window], lines))
        self.queue.show_groups(groups)
        self._pages.setCurrentIndex(0 if groups else 1)
        week = len(self._coming.of("week"))
        words = self.tr("{week} this week, {count} within 90 days or past").format(
            week=f"{week:,}", count=f"{len(self._coming.reminders):,}")
        if self._coming.left_off:
            words = self.tr("{words} · {count} more stand in their lists").format(
                words=words, count=f"{self._coming.left_off:,}")
        self._words.set_words(words)

    def _next_pane(self) -> None:
        (self.segments if self.queue.hasFocus() else self.queue).setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, changes: object, origin: object) -> None:
        self._stale = True
        if self.isVisible():
            self.reload()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()


def _line(one: Reminder) -> Line:
    state = f"{one.due.isoformat()} · {say(due_words(-one.days))}"
    return Line(say(one.title), one.who, state, _TONES[one.window], _WHEN[one.window], (one.key, one.id))


def make_reminders_page(desk: Desk) -> RemindersPage:
    """The page, for the main window."""
    return RemindersPage(desk)
