"""The card with all backups: when, why, how large, where, and whether they were verified."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases.backups import Backup
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.bands import EmptyState
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.label import Elided, Icon, label, section
from laborqa_desktop.views.parts.layout import column, holder, row, rule, scrolling
from laborqa_desktop.views.parts.pill import Pill

REASONS: dict[str, Text] = {
    "timer": N_("Backup", "Every half hour"), "close": N_("Backup", "At closing"), "by-hand": N_("Backup", "By hand"),
    "usb": N_("Backup", "Copy for a USB stick"), "cli": N_("Backup", "Command line"),
    "drill": N_("Backup", "Restore drill"), "before-import": N_("Backup", "Before an import"),
    "before-removal": N_("Backup", "Before an import was taken back"),
    "before-restore": N_("Backup", "Before a restore"), "before-upgrade": N_("Backup", "Before an upgrade"),
    "before-purge": N_("Backup", "Before a deletion by law"),
    "after-purge": N_("Backup", "After a deletion by law"),
}


class ListCard(QFrame):
    """The card.

    Signals:
        restore_asked: a Backup that the user wants back.
    """

    restore_asked = Signal(object)

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self.setProperty("box", "card")
        self._zone = zone
        self.buttons: list[Button] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._empty = EmptyState("database", self.tr("Every backup will stand here."))
        inner = column(self._lines, self._empty, None, gap=0, margins=(16, 0, 16, 8))
        head = row(section(self.tr("All backups")), margins=(16, 12, 16, 4))
        made = column(head, scrolling(inner), gap=0, margins=(1, 1, 1, 1))
        made.setStretch(1, 1)
        self.setLayout(made)

    def show_backups(self, here: Sequence[Backup], there: Sequence[Backup]) -> None:
        """Shows the backups in the library and in the second place, newest first."""
        while (item := self._lines.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()
        self.buttons = []
        away = {one.path.name for one in there}
        known = {one.path.name for one in here}
        both = [*here, *(one for one in there if one.path.name not in known)]
        for one in sorted(both, key=lambda one: one.made_at, reverse=True):
            where = self.tr("library and second place") if one.path.name in known & away else \
                self.tr("library") if one.path.name in known else self.tr("second place")
            self._lines.addWidget(self._line(one, where))
        self._empty.setVisible(not both)

    def _line(self, one: Backup, where: str) -> QWidget:
        when = label(f"{one.made_at.astimezone(self._zone):%Y-%m-%d %H:%M}", "body")
        when.setMinimumWidth(124)
        reason = say(REASONS[one.why]) if one.why in REASONS else one.why or self.tr("unknown")
        facts = self.tr("{size} MB · {where}").format(size=f"{one.bytes / 1_000_000:,.1f}", where=where)
        middle = holder(column(Elided(reason, "body"), Elided(facts, "quiet", "ink2"), gap=1))
        state = Pill(self.tr("verified"), "ok") if one.verified else Pill(self.tr("damaged"), "error")
        button = Button(self.tr("Restore…"), "history", small=True, tip=self.tr("Shows first what would change"),
                        clicked=lambda: self.restore_asked.emit(one))
        button.setObjectName("restore")
        button.setAccessibleName(self.tr("Restore the backup of {moment}").format(moment=when.text()))
        button.setEnabled(one.verified)
        self.buttons.append(button)
        line = row(Icon("database", "ink2", 18), when, middle, state, button, gap=14, margins=(0, 7, 0, 7))
        line.setStretch(2, 1)
        return holder(column(line, rule(), gap=0))
