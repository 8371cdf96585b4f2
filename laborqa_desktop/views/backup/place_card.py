"""The card of the second place: another disk or a USB stick that gets a copy of each backup."""

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from laborqa_desktop.views.backup.second import Second
from laborqa_desktop.views.i18n import sentences
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.flow import flowing
from laborqa_desktop.views.parts.label import Elided, Icon, label, section, set_tone
from laborqa_desktop.views.parts.layout import column, row


class PlaceCard(QFrame):
    """The card.

    Signals:
        choose_asked, copy_asked, forget_asked: the user wants that.
    """

    choose_asked = Signal()
    copy_asked = Signal()
    forget_asked = Signal()

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self.setProperty("box", "card")
        self._zone = zone
        self._icon = Icon("alert-triangle", "warn", 16)
        self._folder = Elided("", "body")
        self._words = label("", "quiet", "ink2", wrap=True)
        self.choose_button = Button(self.tr("Choose a fo&lder…"), "folder-open", small=True,
                                    clicked=self.choose_asked.emit)
        self.copy_button = Button(self.tr("Cop&y there now"), "refresh", small=True, clicked=self.copy_asked.emit)
        self.forget_button = Button(self.tr("Do not use it any &more"), small=True, clicked=self.forget_asked.emit)
        line = row(self._icon, self._folder, gap=8)
        line.setStretch(1, 1)
        buttons = flowing(self.choose_button, self.copy_button, self.forget_button)
        self.setLayout(column(section(self.tr("Second place")), line, self._words, buttons, None, gap=10,
                              margins=(16, 14, 16, 14)))

    def show_place(self, second: Second, now: datetime, *, reachable: bool, same_disk: bool) -> None:
        """Shows where copies go and how old the newest is."""
        chosen, due = second.folder is not None, second.is_due(now)
        for button in (self.copy_button, self.forget_button):
            button.setVisible(chosen)
        self.copy_button.setEnabled(reachable)
        if second.folder is None:
            self._folder.set_words(self.tr("No second place is chosen"), "warn")
            self._words.setText(self.tr("A backup on the same disk is lost together with it. Choose a USB stick or "
                                        "another disk; each backup is copied there whenever it is connected."))
        else:
            self._folder.set_words(str(second.folder), "ink")
            self._words.setText(self._state(second, reachable=reachable, same_disk=same_disk))
        warned = due or same_disk
        self._icon.show_icon("alert-triangle" if warned else "circle-check", "warn" if warned else "ok")
        set_tone(self._words, "warn" if chosen and warned else "ink2")

    def _state(self, second: Second, *, reachable: bool, same_disk: bool) -> str:
        if second.copied_at is None:
            copied = self.tr("No copy has gone there yet.")
        else:
            copied = self.tr("The newest copy there is of {moment}.").format(
                moment=f"{second.copied_at.astimezone(self._zone):%Y-%m-%d %H:%M}")
        if not reachable:
            return sentences(copied, self.tr("It is not connected now."))
        if same_disk:
            return sentences(copied, self.tr("It lies on the same disk as the library and would be lost with it; "
                                             "another disk is better."))
        return copied
