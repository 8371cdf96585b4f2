"""The card that says whether the library is safe: last verified backup, last drill, and the three buttons."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from laborqa_desktop.text import fill
from laborqa_desktop.usecases.backups import Status
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.flow import flowing
from laborqa_desktop.views.parts.label import Icon, label, set_tone
from laborqa_desktop.views.parts.layout import column, row


class StateCard(QFrame):
    """The card.

    Signals:
        make_asked, usb_asked, drill_asked: the user wants that.
    """

    make_asked = Signal()
    usb_asked = Signal()
    drill_asked = Signal()

    def __init__(self, zone: ZoneInfo, *, read_only: bool) -> None:
        super().__init__()
        self.setProperty("box", "card")
        self._zone = zone
        self._icon = Icon("database", "ink2", 22)
        self._title = label("", "title", wrap=True)
        self._words = label("", "quiet", "ink2", wrap=True)
        self._drilled = label("", "quiet", "ink2", wrap=True)
        self.make_button = Button(self.tr("&Back up now"), "database", "primary", clicked=self.make_asked.emit)
        self.usb_button = Button(self.tr("Copy to a &USB stick…"), "device-usb", clicked=self.usb_asked.emit)
        self.drill_button = Button(self.tr("Restore &drill"), "shield-check", clicked=self.drill_asked.emit)
        for button in (self.make_button, self.drill_button):
            button.setEnabled(not read_only)
        head = row(self._icon, column(self._title, self._words, self._drilled, gap=3), gap=12)
        head.setStretch(1, 1)
        buttons = flowing(self.make_button, self.usb_button, self.drill_button)
        self.setLayout(column(head, buttons, None, gap=14, margins=(16, 14, 16, 14)))

    def show_status(self, status: Status, now: datetime, drilled: datetime | None, count: int) -> None:
        """Shows how things stand.

        Args:
            count: backups that are kept.
        """
        if status.last is None:
            tone, title = "warn", self.tr("There is no verified backup yet")
        else:
            made = status.last.made_at.astimezone(self._zone)
            local = now.astimezone(self._zone)
            day = self.tr("today") if made.date() == local.date() else f"{made:%Y-%m-%d}"
            tone = "warn" if status.stale else "ok"
            title = self.tr("Last verified backup: {day} {time}").format(day=day, time=f"{made:%H:%M}")
        words = self.tr("Something was saved since.") if status.changed and status.last is not None else \
            self.tr("Nothing was saved since.") if status.last is not None else \
            self.tr("One is made every half hour and when the program is closed.")
        self._icon.show_icon("circle-check" if tone == "ok" else "alert-triangle", tone)
        self._title.setText(title)
        set_tone(self._title, tone)
        self._words.setText(fill(self.tr("{words} {count} {count:backup is|backups are} kept in the library."),
                                 words=words, count=f"{count:,}") if count else words)
        self._drilled.setText(self.tr("Last good restore drill: {day}").format(
            day=f"{drilled.astimezone(self._zone):%Y-%m-%d %H:%M}") if drilled is not None else
            self.tr("No restore drill was made yet: it proves that a backup can really be put back."))
