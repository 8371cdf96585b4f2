"""A date as people type it, with a calendar behind a button; Ctrl+; is today."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QAction, QFocusEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QToolButton

from laborqa_desktop.views import shortcuts, theme
from laborqa_desktop.views.icons import icon
from laborqa_desktop.views.parts.inputs import Entry
from laborqa_desktop.views.parts.layout import column
from laborqa_desktop.views.reading import Unreadable, read_date


class DateEntry(Entry):
    """Takes 2026-11-22, 2026年11月22日, 2026.5.1, 5.1; shows the ISO form once left."""

    _calendar: QAction | None = None

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._calendar = action = self.addAction(icon("calendar"), QLineEdit.ActionPosition.TrailingPosition)
        action.setToolTip(self.tr("Calendar  Ctrl+Down; today  Ctrl+;"))
        action.triggered.connect(self.open_calendar)
        shortcuts.bind(self, "Ctrl+;", lambda: self.setText(self._today().isoformat()))
        shortcuts.bind(self, "Ctrl+Down", self.open_calendar)

    def set_read_only(self, on: bool) -> None:
        """See Entry; there is no calendar then."""
        super().set_read_only(on)
        if self._calendar is not None:
            self._calendar.setVisible(not on)

    def value(self) -> date | None:
        """The date typed.

        Raises:
            Unreadable: it is no date.
        """
        return read_date(self.text(), self._today())

    def set_value(self, value: date | None) -> None:
        """Shows a date."""
        self.setText(value.isoformat() if value else "")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        try:
            value = self.value()
        except Unreadable:
            return
        if (words := value.isoformat() if value else "") != self.text():
            self.setText(words)

    def open_calendar(self) -> None:
        """Opens the calendar below."""
        if self.isReadOnly():
            return
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        popup.setProperty("box", "popup")
        calendar = QCalendarWidget()
        calendar.setAccessibleName(self.accessibleName())
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for name, towards in (("prev", "left"), ("next", "right")):     # Qt's own are black in the dark
            for button in calendar.findChildren(QToolButton, f"qt_calendar_{name}month"):
                button.setIcon(icon(f"chevron-{towards}"))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):     # red is for what blocks
            weekend = QTextCharFormat()
            weekend.setForeground(theme.colour("ink2"))
            calendar.setWeekdayTextFormat(day, weekend)
        try:
            shown = self.value() or self._today()
        except Unreadable:
            shown = self._today()
        calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))

        def choose(day: QDate) -> None:
            self.setText(f"{day.year():04}-{day.month():02}-{day.day():02}")
            popup.close()

        calendar.clicked.connect(choose)
        calendar.activated.connect(choose)
        popup.setLayout(column(calendar, margins=(4, 4, 4, 4)))
        popup.adjustSize()
        corner = self.mapToGlobal(QPoint(0, self.height() + 2))
        screen = self.screen().availableGeometry()
        popup.move(min(corner.x(), screen.right() - popup.width()), min(corner.y(), screen.bottom() - popup.height()))
        popup.show()
        calendar.setFocus()
