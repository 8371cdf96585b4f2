"""The card with all backups: when, why, how large, where, and whether they were verified."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases.backups import Backup
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.bands import EmptyState
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.label import Elided, Icon, label, section
from laborqa_desktop.views.parts.layout import column, empty, holder, row, rule, scrolling
from laborqa_desktop.views.parts.pill import Pill

REASONS: dict[str, Text] = {
    "timer": N_("Backup", "Every half hour"), "close": N_("Backup", "At closing"), "by-hand": N_("Backup", "By hand"),
    "usb": N_("Backup", "Copy for a USB stick"), "cli": N_("Backup", "Command line"),
    "drill": N_("Backup", "Restore drill"), "before-import": N_("Backup", "Before an import"),
    "before-bulk": N_("Backup", "Before many records were changed"),
    "before-removal": N_("Backup", "Before an import was taken back"),
    "before-restore": N_("Backup", "Before a restore"), "before-upgrade": N_("Backup", "Before an upgrade"),
    "before-purge": N_("Backup", "Before a deletion by law"),
    "after-purge": N_("Backup", "After a deletion by law"),
}


_PAGE = 6
"""So many lines PgUp and PgDn go."""


class BackupLine(QFrame):
    """One backup of the list.

    Args:
        where: in which places it lies, in words.

    Signals:
        asked: the user wants it back.
        entered: the keyboard came to it.
        pressed: a QKeyEvent, which is ignored where the receiver says so.
    """

    asked = Signal()
    entered = Signal()
    pressed = Signal(object)

    def __init__(self, one: Backup, where: str, zone: ZoneInfo) -> None:
        super().__init__()
        self.backup = one
        self.setProperty("box", "line")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        moment = f"{one.made_at.astimezone(zone):%Y-%m-%d %H:%M}"
        when = label(moment, "body")
        when.setMinimumWidth(124)
        reason = say(REASONS[one.why]) if one.why in REASONS else one.why or self.tr("unknown")
        facts = self.tr("{size} MB · {where}").format(size=f"{one.bytes / 1_000_000:,.1f}", where=where)
        middle = holder(column(Elided(reason, "body"), Elided(facts, "quiet", "ink2"), gap=1))
        proven = self.tr("verified") if one.verified else self.tr("damaged")
        self.button = Button(self.tr("Restore…"), "history", small=True,
                             tip=self.tr("Enter: shows first what would change"), clicked=self.ask)
        self.button.setObjectName("restore")
        self.button.setAccessibleName(self.tr("Restore the backup of {moment}").format(moment=moment))
        self.button.setEnabled(one.verified)
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)      # Enter on the line does it
        self.setAccessibleName(" · ".join((moment, reason, facts, proven)))
        line = row(Icon("database", "ink2", 18), when, middle, Pill(proven, "ok" if one.verified else "error"),
                   self.button, gap=14, margins=(8, 5, 8, 5))
        line.setStretch(2, 1)
        self.setLayout(line)

    def ask(self) -> None:
        """What Enter and the button do; a damaged one cannot be put back."""
        if self.backup.verified:
            self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.pressed.emit(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.ask()


class ListCard(QFrame):
    """The card. One stop in the Tab order; arrows, Home, End, PgUp and PgDn move within, Enter shows what would change.

    Signals:
        restore_asked: a Backup that the user wants back.
    """

    restore_asked = Signal(object)

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self.setProperty("box", "card")
        self._zone = zone
        self.lines: list[BackupLine] = []
        self._place = 0
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._empty = EmptyState("database", self.tr("Every backup is listed here."))
        inner = column(self._column, self._empty, None, gap=0, margins=(8, 0, 8, 8))
        head = row(section(self.tr("All backups")), margins=(16, 12, 16, 4))
        self._area = scrolling(inner)
        made = column(head, self._area, gap=0, margins=(1, 1, 1, 1))
        made.setStretch(1, 1)
        self.setLayout(made)

    @property
    def buttons(self) -> list[Button]:
        """The button of each line."""
        return [line.button for line in self.lines]

    def show_backups(self, here: Sequence[Backup], there: Sequence[Backup]) -> None:
        """Shows the backups in the library and in the second place, newest first; the keyboard stays on its line."""
        held = next((line.backup.path for line in self.lines if line.hasFocus()), None)
        empty(self._column)
        self.lines = []
        away = {one.path.name for one in there}
        known = {one.path.name for one in here}
        both = [*here, *(one for one in there if one.path.name not in known)]
        for one in sorted(both, key=lambda one: one.made_at, reverse=True):
            where = self.tr("library and second place") if one.path.name in known & away else \
                self.tr("library") if one.path.name in known else self.tr("second place")
            self._add(BackupLine(one, where, self._zone))
        self._empty.setVisible(not both)
        names = [line.backup.path for line in self.lines]
        self._stop_at(names.index(held) if held in names else 0)
        if held is not None and self.lines:
            QTimer.singleShot(0, self.lines[self._place], self.lines[self._place].setFocus)

    def _add(self, line: BackupLine) -> None:
        if self.lines:
            self._column.addWidget(holder(row(rule(), margins=(8, 0, 8, 0))))
        place = len(self.lines)
        line.asked.connect(lambda: self.restore_asked.emit(line.backup))
        line.entered.connect(lambda: self._stop_at(place))
        line.pressed.connect(self._pressed)
        self.lines.append(line)
        self._column.addWidget(line)

    def _stop_at(self, place: int) -> None:
        """Makes that line the one which Tab reaches."""
        self._place = place
        for number, line in enumerate(self.lines):
            line.setFocusPolicy(Qt.FocusPolicy.StrongFocus if number == place else Qt.FocusPolicy.ClickFocus)

    def _pressed(self, event: QKeyEvent) -> None:
        """A key on a line; the area would scroll by the arrows, so the line does not pass them on."""
        last = len(self.lines) - 1
        to = {Qt.Key.Key_Up: self._place - 1, Qt.Key.Key_Down: self._place + 1, Qt.Key.Key_Home: 0,
              Qt.Key.Key_End: last, Qt.Key.Key_PageUp: self._place - _PAGE,
              Qt.Key.Key_PageDown: self._place + _PAGE}.get(Qt.Key(event.key()))
        if to is not None:
            line = self.lines[max(0, min(to, last))]
            line.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(line, 0, 4)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.lines[self._place].ask()
        else:
            event.ignore()
