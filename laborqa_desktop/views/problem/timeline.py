"""What happened to a problem: who, when, which act, and the reason given; newest first."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from laborqa_desktop.usecases.records import HistoryEntry
from laborqa_desktop.views import theme
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.icons import paint_in
from laborqa_desktop.views.parts.grown import fixed_width
from laborqa_desktop.views.parts.label import Elided, label, section
from laborqa_desktop.views.parts.layout import column, empty, holder, row, scrolling
from laborqa_desktop.views.parts.paint import Painted, rounded, smooth

_ICONS = {"Correct a problem": "tool", "Close a problem": "check", "Open a problem again": "arrow-back-up",
          "Void a problem": "ban", "Extend a due date": "clock", "Submit an inspection": "clipboard-check"}
_MOST = 60
_KNOT_PX = 26      # with text of the usual size


class Knot(Painted):
    """The icon on the thread."""

    def __init__(self, icon_name: str, last: bool) -> None:
        super().__init__()
        self._icon, self._last = icon_name, last
        fixed_width(self, _KNOT_PX)

    def sizeHint(self) -> QSize:
        return QSize(theme.grown(_KNOT_PX), theme.grown(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        p, wide = smooth(self), self.width()
        if not self._last:
            rounded(p, QRectF(wide / 2 - 1, wide - 2, 2, self.height() - wide + 2), 1, "line")
        knot = QRectF(1, 1, wide - 2, wide - 2)
        rounded(p, knot, knot.height() / 2, "sunken")
        paint_in(p, self._icon, knot, theme.grown(14), "ink2")


class Timeline(QFrame):
    """The card at the right."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("box", "card")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        body = column(section(self.tr("What happened")), self._lines, None, gap=10, margins=(16, 12, 16, 12))
        self.setLayout(column(scrolling(body), margins=(1, 1, 1, 1)))

    def show_entries(self, entries: Sequence[HistoryEntry]) -> None:
        """Shows other entries."""
        empty(self._lines)
        for place, entry in enumerate(entries[:_MOST]):
            self._lines.addWidget(self._line(entry, place == min(len(entries), _MOST) - 1))

    def _line(self, entry: HistoryEntry, last: bool) -> QWidget:
        who = Elided(entry.person or self.tr("Program"))
        head = row(who, label(self._when(entry), "small", "ink2"), gap=6)
        head.setStretch(0, 1)
        words = say(entry.act)
        if entry.reason:
            words = self.tr("{act}: {reason}").format(act=words, reason=entry.reason)
        inside = column(head, label(words, "small", "ink2", wrap=True), gap=1, margins=(0, 0, 0, 12))
        made = row(Knot(_ICONS.get(entry.act.source, "pencil"), last), holder(inside), gap=8)
        made.setStretch(1, 1)
        return holder(made)

    def _when(self, entry: HistoryEntry) -> str:
        at = entry.at.astimezone(self._desk.zone)
        today: date = self._desk.today()
        if at.date() == today:
            return self.tr("today {time}").format(time=f"{at:%H:%M}")
        return f"{at:%m-%d}" if at.year == today.year else f"{at:%Y-%m-%d}"
