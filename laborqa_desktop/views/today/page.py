"""The start page. It asks once for the whole day, off the GUI thread, and again after every change."""

from collections.abc import Callable

from PySide6.QtCore import QDate, QLocale, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QWidget

from laborqa_desktop.text import fill
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.any_screen import AnyScreen
from laborqa_desktop.views.background import Job
from laborqa_desktop.views.backup.reminder import Reminder
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.parts.bands import EmptyState
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.choices import Choice, Segments
from laborqa_desktop.views.parts.label import Elided, label
from laborqa_desktop.views.parts.layout import card, column, holder, row, rule
from laborqa_desktop.views.signals import NEW
from laborqa_desktop.views.today.facts import Card, Day
from laborqa_desktop.views.today.figures import ChartCard, FigureCard
from laborqa_desktop.views.today.first_steps import FirstSteps, Step
from laborqa_desktop.views.today.queue import QueueView
from laborqa_desktop.views.today.reading import reader

Read = Callable[[], Day]
_READ_AFTER_MS = 150     # several changes in a row are one
ALL, OVERDUE, TODAY, WEEK = "", "overdue", "today", "week"
PAGES = frozenset({"import", "company"})
"""First steps that lead to a page; the others begin a new record."""


class TodayPage(AnyScreen):
    """The page.

    Signals:
        counted: what is overdue or due today; for the badge in the rail.
    """

    counted = Signal(int)

    def __init__(self, desk: Desk, read: Read) -> None:
        super().__init__()
        self._desk, self._read = desk, read
        self._day: Day | None = None
        self._job: Job | None = None
        self._stale = True
        self._cards: list[FigureCard] = []
        self._timer = QTimer(self, singleShot=True, interval=_READ_AFTER_MS)
        self._timer.timeout.connect(self.reload)
        self._words = Elided("", "body", "ink2")
        self.segments = Segments(self.tr("Which"), self._choices(None))
        self.queue = QueueView(self.tr("To do"), self.tr("All"))
        self.control = ChartCard("presentation", self.tr("Failed inspections"))
        self.pareto = ChartCard("tool", self.tr("Kinds of problem"))
        self.steps = FirstSteps()
        self.next_step = Step(0, "plus", "", "", "")
        self.next_step.become(self.steps.next_step, self.tr("Next step: {name}"))
        self.next_step.hide()       # until it is known that nothing was inspected yet
        self.report_button = Button(self.tr("Monthly &report"), "writing-sign", "primary",
                                    clicked=lambda: self._want("report"))
        self.import_button = Button(self.tr("&Import…"), "table-import", clicked=lambda: self._want("import"))
        self._build()
        self._connect()

    def _build(self) -> None:
        self.head_buttons = (self._words, self.import_button, self.report_button)
        self._figures = QHBoxLayout()
        self._figures.setSpacing(12)
        top = row(label(self.tr("To do"), "title"), self.segments, None, gap=12, margins=(16, 9, 12, 9))
        self._nothing = EmptyState("circle-check", "")
        self._queue_pages = QStackedWidget()
        self._queue_pages.addWidget(self.queue)
        self._queue_pages.addWidget(self._nothing)
        left = column(top, rule(), self._queue_pages, gap=0, margins=(1, 1, 1, 4))
        left.setStretch(2, 1)
        right = column(self.control, self.pareto, gap=12)
        right.setStretch(0, 1)
        right.setStretch(1, 1)
        self._body = row(card(left), holder(right), gap=12)
        self._body.setStretch(0, 58)
        self._body.setStretch(1, 42)
        full = column(self.next_step, self._figures, self._body, gap=12)
        full.setStretch(2, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(holder(full))
        self._pages.addWidget(self.steps)
        made = column(Reminder(self._desk), self._pages, gap=12)
        made.setStretch(1, 1)
        self.setLayout(made)
        QWidget.setTabOrder(self.segments, self.queue)

    def _connect(self) -> None:
        self.segments.chosen.connect(self._show_queue)
        self.queue.opened.connect(self._open)
        self.queue.listed.connect(self._list)
        self.control.opened.connect(lambda key: self._list("inspection", Query()))
        self.pareto.opened.connect(lambda key: self._list("problem", Query()))
        self.steps.chosen.connect(self._want)
        self.next_step.clicked.connect(lambda: self._want(self.steps.next_key))
        self.queue.acted.connect(self._open)
        self._desk.signals.changed.connect(self._changed)
        shortcuts.bind(self, shortcuts.NEXT_PANE, self._next_pane)

    def reload(self) -> None:
        """Asks for the day anew; what is shown stays until the answer."""
        self._stale = False
        if self._job:
            self._job.cancel()
        self._job = self._desk.background.read(self._read, self.show_day)

    def show_day(self, day: Day) -> None:
        """Shows a day."""
        self._day, self._job = day, None
        here, focus = self._pages.currentIndex(), QApplication.focusWidget()
        held = focus is not None and self._pages.isAncestorOf(focus)
        self.steps.show_done(day.done_steps)
        self.next_step.become(self.steps.next_step, self.tr("Next step: {name}"))
        self.next_step.setVisible(day.beginning)
        self._pages.setCurrentIndex(0 if day.settled else 1)
        if held and self._pages.currentIndex() != here:     # else Qt gives it to a figure, and Enter opens a list
            self.take_keyboard()
        self.report_button.setVisible(day.settled)
        self._say(day)
        self.segments.set_items(self._choices(day))
        self._show_queue(self.segments.current)
        self._show_cards(day.cards)
        for card_of, chart in ((self.control, day.control), (self.pareto, day.pareto)):
            if chart is not None:
                card_of.show_chart(chart)
        self.counted.emit(day.urgent if day.settled else 0)

    def _say(self, day: Day) -> None:
        date = QDate(day.date.year, day.date.month, day.date.day)
        when = QLocale().toString(date, self.tr("ddd, d MMMM"))
        late = day.count("overdue")
        if not day.settled:
            words = self.tr("{date} · a new library").format(date=when)
        elif not day.count():
            words = self.tr("{date} · nothing left to do").format(date=when)
        elif late:
            words = fill(self.tr("{date} · {count} {count:thing|things} to do, {late} of them overdue"),
                         date=when, count=f"{day.count():,}", late=f"{late:,}")
        else:
            words = fill(self.tr("{date} · {count} {count:thing|things} to do, none overdue"),
                         date=when, count=f"{day.count():,}")
        self._words.set_words(words)

    def _choices(self, day: Day | None) -> list[Choice]:
        def count(when: str) -> str:
            if day is None:
                return ""
            return f"{day.count() if when == ALL else day.count(when):,}"     # type: ignore[arg-type]

        return [Choice(ALL, self.tr("All"), count(ALL)), Choice(OVERDUE, self.tr("Overdue"), count(OVERDUE)),
                Choice(TODAY, self.tr("Today"), count(TODAY)), Choice(WEEK, self.tr("This week"), count(WEEK))]

    def _show_queue(self, when: str) -> None:
        if self._day is None:
            return
        self.queue.show_groups(self._day.groups, when)
        empty = not self.queue.queue.rows
        self._queue_pages.setCurrentIndex(1 if empty else 0)
        if empty:
            self._nothing.say(self.tr("Nothing here. All of it is done.") if when == ALL
                              else self.tr("Nothing of this kind. Look under All."))

    def _show_cards(self, cards: tuple[Card, ...]) -> None:
        while len(self._cards) > len(cards):
            self._cards.pop().deleteLater()
        for place, one in enumerate(cards):
            if place < len(self._cards):
                self._cards[place].show_card(one)
                continue
            shown = FigureCard(one)
            shown.clicked.connect(lambda _=False, shown=shown: self._list(*shown.card.list))
            self._cards.append(shown)
            self._figures.addWidget(shown, 1)

    def _open(self, key: str, record_id: int | None) -> None:
        self._desk.signals.go.emit(key, record_id)

    def _want(self, key: str) -> None:
        self._desk.signals.go.emit(key, None if key in PAGES else NEW)

    def _list(self, key: str, query: Query) -> None:
        self._desk.signals.go.emit(key, query)

    def take_keyboard(self) -> None:
        """In a new library to what is to be done next; else to the queue."""
        if self._pages.currentIndex() == 1:
            self.steps.take_keyboard()
        elif self._day is not None and self._day.beginning:
            self.next_step.setFocus()
        else:
            self.queue.setFocus()

    def _next_pane(self) -> None:
        panes: list[QWidget] = [self.queue, *self._cards[:1], self.control.view, self.pareto.view]
        here = next((i for i, pane in enumerate(panes) if pane.hasFocus()), -1)
        panes[(here + 1) % len(panes)].setFocus()

    def _changed(self, changes: object, origin: object) -> None:
        if self.isVisible():
            self._timer.start()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.reload()
        self.take_keyboard()


def make_today_page(desk: Desk) -> TodayPage:
    """The page, for the main window."""
    return TodayPage(desk, reader(desk.office))
