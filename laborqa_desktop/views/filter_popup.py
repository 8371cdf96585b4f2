"""The filter of one column: values with counts to tick, or from-to for numbers and dates."""

from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from laborqa_desktop.records.field import Column, Kind
from laborqa_desktop.usecases.listing import Facet, Filter
from laborqa_desktop.views.cells import NUMBERS_AND_DATES, cell_text
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.field_frame import FieldFrame
from laborqa_desktop.views.parts.inputs import Entry
from laborqa_desktop.views.parts.label import label
from laborqa_desktop.views.parts.layout import column as upright
from laborqa_desktop.views.parts.layout import holder, row, rule, scrolling
from laborqa_desktop.views.parts.tick import Tick
from laborqa_desktop.views.reading import Unreadable, read_date, read_number, tidy

MOST_VALUES = 200


class FilterPopup(QFrame):
    """A pop-up under a heading.

    Signals:
        chosen: a Filter, or None when the column is no longer filtered.
        sorted: True for descending.
    """

    chosen = Signal(object)
    sorted = Signal(bool)

    def __init__(self, parent: QWidget, shown: Column, now: Filter | None, today: date) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("box", "popup")
        self.setAccessibleName(self.tr("Filter of {column}").format(column=say(shown.label)))
        self._column, self._now, self._today = shown, now, today
        self._ticks: list[tuple[object, Tick]] = []
        self.names: dict[object, str] = {}
        self._range = shown.kind in NUMBERS_AND_DATES and shown.labels is None
        self._low, self._high = Entry(), Entry()
        self._find = Entry(hint=self.tr("Find a value"))
        self._find.setAccessibleName(self.tr("Find a value"))
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self._waiting = label(self.tr("Counting the values…"), "small", "ink2")
        self._build()

    def _build(self) -> None:
        up = Button(self.tr("Ascending"), "arrow-up", "quiet", True, clicked=lambda: self._sort(False))
        down = Button(self.tr("Descending"), "arrow-down", "quiet", True, clicked=lambda: self._sort(True))
        made = upright(row(up, down, None, gap=4), rule(), gap=8, margins=(12, 10, 12, 12))
        if self._range:
            made.addWidget(FieldFrame(self.tr("From"), self._low))
            made.addWidget(FieldFrame(self.tr("To"), self._high))
            ends = (self._now.low, self._now.high) if self._now else (None, None)
            for box, value in zip((self._low, self._high), ends, strict=True):
                box.setText(cell_text(value, self._column.kind, scale=self._column.scale))
                box.returnPressed.connect(self._apply)
        else:
            self._find.settled.connect(self._narrow)
            self._find.returnPressed.connect(self._apply)
            area = scrolling(self._list)
            area.setMinimumSize(240, 180)
            self._list.addWidget(self._waiting)
            self._list.addStretch(1)
            made.addWidget(self._find)
            made.addWidget(area)
        clear = Button(self.tr("Clear"), kind="quiet", small=True, clicked=self._clear)
        made.addLayout(row(clear, None, Button(self.tr("Apply"), kind="primary", small=True, clicked=self._apply)))
        self.setLayout(made)

    @property
    def wants_values(self) -> bool:
        """Whether it waits for show_values."""
        return not self._range

    def show_values(self, facets: list[Facet]) -> None:
        """Offers the values that occur, with how often each does."""
        self._waiting.hide()
        ticked = set(self._now.values) if self._now else set()
        for place, facet in enumerate(facets[:MOST_VALUES]):
            one = self._column
            words = facet.label or cell_text(facet.value, one.kind, one.labels, mask=one.mask)
            tick = Tick((words or self.tr("(empty)")).replace("&", "&&"))
            tick.setChecked(facet.value in ticked)
            count = label(f"{facet.count:,}", "small", "ink2")
            line = row(tick, None, count, margins=(0, 0, 12, 0))
            self._list.insertWidget(place, holder(line))
            self._ticks.append((facet.value, tick))
            self.names[facet.value] = words
        if not facets:
            self._waiting.setText(self.tr("No values in these rows."))
            self._waiting.show()
        self.adjustSize()

    def open_at(self, corner: QPoint) -> None:
        """Shows itself there, and takes the keyboard."""
        self.adjustSize()
        screen = self.screen().availableGeometry()
        x = min(corner.x(), screen.right() - self.width() - 8)
        y = min(corner.y(), screen.bottom() - self.height() - 8)
        self.move(max(screen.left(), x), max(screen.top(), y))
        self.show()
        (self._low if self._range else self._find).setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
            return
        super().keyPressEvent(event)

    def _narrow(self, words: str) -> None:
        wanted = tidy(words).lower()
        for _, tick in self._ticks:
            parent = tick.parentWidget()
            if parent is not None:
                parent.setVisible(wanted in tick.text().lower())

    def _sort(self, descending: bool) -> None:
        self.sorted.emit(descending)
        self.close()

    def _clear(self) -> None:
        self.chosen.emit(None)
        self.close()

    def _apply(self) -> None:
        if self._range:
            try:
                low, high = self._read(self._low), self._read(self._high)
            except Unreadable:
                return
            some = low is not None or high is not None
            self.chosen.emit(Filter(self._column.key, low=low, high=high) if some else None)
        else:
            values = tuple(value for value, tick in self._ticks if tick.isChecked())
            if not values and self._find.text():
                values = tuple(value for value, tick in self._ticks if tick.isVisible())
            self.chosen.emit(Filter(self._column.key, values=values) if values else None)
        self.close()

    def _read(self, box: Entry) -> object:
        try:
            value: object
            if self._column.kind in (Kind.DATE, Kind.MOMENT):
                value = read_date(box.text(), self._today)
            else:
                value = read_number(box.text(), self._column.kind, self._column.scale)
        except Unreadable:
            box.setFocus()
            box.selectAll()
            box.setProperty("state", "error")
            raise
        return value
