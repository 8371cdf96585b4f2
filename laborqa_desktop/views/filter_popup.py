"""The filter of one column: values with counts to tick, months and days counted from today, or from-to for numbers."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from laborqa_desktop.records.field import Column, Kind
from laborqa_desktop.usecases.listing import Facet, Filter, Offer
from laborqa_desktop.usecases.periods import PERIODS
from laborqa_desktop.views import theme
from laborqa_desktop.views.cells import NUMBERS_AND_DATES, cell_text
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.field_frame import FieldFrame
from laborqa_desktop.views.parts.inputs import Entry
from laborqa_desktop.views.parts.label import label
from laborqa_desktop.views.parts.layout import column as upright
from laborqa_desktop.views.parts.layout import row, rule
from laborqa_desktop.views.parts.value_list import Line, ValueList
from laborqa_desktop.views.reading import Unreadable, read_date, read_number, tidy

DAYS = (Kind.DATE, Kind.MOMENT)
_NARROW, _WIDE = 270, 430
_LINES = 9


class FilterPopup(QFrame):
    """A pop-up under a heading. Down goes from the search into the list, Enter applies, Esc leaves all as it was.

    Signals:
        chosen: a Filter, or None when the column is no longer filtered.
        sorted: True for descending.
        find_asked: words to be found among values that are not all here; show_offer answers.
    """

    chosen = Signal(object)
    sorted = Signal(bool)
    find_asked = Signal(str)

    def __init__(self, parent: QWidget, shown: Column, now: Filter | None, today: date) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("box", "popup")
        self.setAccessibleName(self.tr("Filter of {column}").format(column=say(shown.label)))
        self._column, self._now, self._today = shown, now, today
        self.names: dict[object, str] = {}
        self.offer: Offer | None = None
        self._corner = QPoint()
        self._found = False     # what is shown was asked for by words, beyond what was offered
        self._days = shown.kind in DAYS
        self._range = shown.kind in NUMBERS_AND_DATES and shown.labels is None
        self.low, self.high = Entry(), Entry()
        self.finder = Entry(hint=self.tr("Find a value"))
        self.finder.setAccessibleName(self.tr("Find a value"))
        self.values = ValueList(self.tr("Values of {column}").format(column=say(shown.label)))
        self._state = label(self.tr("Counting the values…"), "small", "ink2", wrap=True)
        self._all = Button(self.tr("Tick all"), kind="link", small=True, tip=self.tr("Tick all"), keys="Ctrl+A",
                           clicked=self._tick_all)
        self._build()
        self._start()

    def _build(self) -> None:
        up = Button(self.tr("Ascending"), "arrow-up", "quiet", True, keys="Ctrl+Up", clicked=lambda: self._sort(False))
        down = Button(self.tr("Descending"), "arrow-down", "quiet", True, keys="Ctrl+Down",
                      clicked=lambda: self._sort(True))
        made = upright(row(up, down, None, gap=4), rule(), gap=8, margins=(12, 10, 12, 12))
        if self._range:
            made.addLayout(row(FieldFrame(self.tr("From"), self.low), FieldFrame(self.tr("To"), self.high), gap=8))
        else:
            made.addWidget(self.finder)
        made.addWidget(self.values)
        below = row(self._state, self._all, gap=8)
        below.setStretch(0, 1)
        made.addLayout(below)
        clear = Button(self.tr("Clear"), kind="quiet", small=True, keys="Ctrl+Del", clicked=self._clear)
        apply = Button(self.tr("Apply"), kind="primary", small=True, keys="Enter", clicked=self._apply)
        made.addLayout(row(clear, None, apply))
        self.setLayout(made)
        self.finder.settled.connect(self._narrow)
        for box in (self.finder, self.low, self.high):
            box.returnPressed.connect(self._apply)
        self.low.textEdited.connect(self._typed)
        self.high.textEdited.connect(self._typed)
        self.values.accepted.connect(self._apply)
        self.values.toggled.connect(self._ticked)
        self.values.up_and_out.connect(lambda: (self.low if self._range else self.finder).setFocus())
        self._all.hide()
        self.values.setFixedHeight(0 if self._range and not self._days else self._height(self._most_lines()))

    def _start(self) -> None:
        now = self._now
        if now is None:
            return
        self.values.tick((now.period,) if now.period else now.values)
        for box, value in ((self.low, now.low), (self.high, now.high)):
            box.setText(cell_text(value, self._column.kind, scale=self._column.scale))

    def _most_lines(self) -> int:
        """As many as the screen has room for beside the rest of the pop-up, nine at most."""
        s, room = theme.sizes(), self.screen().availableGeometry().height()
        return max(3, min(_LINES, (room - 14 * s.body) // s.row))

    def _height(self, lines: int) -> int:
        return self.values.sizeHintForRow(0) * lines if self.values.lines else 30 * lines

    # ------------------------------------------------------------ what is offered

    def show_offer(self, offer: Offer) -> None:
        """Shows what occurs, with how often each does."""
        first = self.offer is None
        self.offer = offer
        lines = self._days_offered(offer) if self._days else [self._line(facet) for facet in offer.values]
        self.names.update({line.key: line.words for line in lines})
        self.values.show_lines(lines if self._days else self._matching(lines))
        self._tell()
        if first:
            self.values.setFixedHeight(self._height(min(self._most_lines(), len(self.values.lines))))
            self._place()

    def is_asking(self, words: str) -> bool:
        """Whether these are still the words to be found."""
        return self.offer is None or not words or tidy(self.finder.text()) == words

    def _line(self, facet: Facet) -> Line:
        one = self._column
        words = facet.label or cell_text(facet.value, one.kind, one.labels, mask=one.mask)
        return Line(facet.value, words or self.tr("(empty)"), facet.count)

    def _days_offered(self, offer: Offer) -> list[Line]:
        lines = [Line(name, say(PERIODS[name]), count, alone=True) for name, count in offer.periods.items()]
        months = [facet for facet in offer.values if facet.value is not None]
        for year in dict.fromkeys(str(facet.value)[:4] for facet in months):
            own = [facet for facet in months if str(facet.value).startswith(year)]
            lines.append(Line(year, year, sum(facet.count for facet in own)))
            lines += [Line(facet.value, str(facet.value), facet.count, parent=year) for facet in own]
        lines += [Line(None, self.tr("(empty)"), facet.count) for facet in offer.values if facet.value is None]
        return lines

    def _matching(self, lines: Sequence[Line]) -> list[Line]:
        wanted = tidy(self.finder.text()).lower()
        return [line for line in lines if wanted in line.words.lower()]

    def _narrow(self, words: str) -> None:
        if self.offer is not None and (self.offer.more or self._found):
            self._found = bool(words.strip())
            self.find_asked.emit(tidy(words))
        elif self.offer is not None:
            self.values.show_lines(self._matching([self._line(facet) for facet in self.offer.values]))
            self._tell()

    def _tell(self) -> None:
        offer, lines = self.offer or Offer(), self.values.lines
        words = ""
        if self._range and not self._days:
            kind, scale = self._column.kind, self._column.scale
            if offer.least is not None:
                words = self.tr("From {least} to {most} in these rows.").format(
                    least=cell_text(offer.least, kind, scale=scale), most=cell_text(offer.most, kind, scale=scale))
        elif not lines:
            words = self.tr("No values in these rows.")
        elif offer.more:
            words = self.tr("The {count} most frequent; search for others.").format(count=len(lines))
        self._state.setText(words)
        self._state.setVisible(bool(words))
        self._all.setVisible(not self._range and len(lines) > 1)
        every = all(self.values.is_ticked(line.key) for line in lines)
        self._all.set_words(self.tr("Tick none") if lines and every else self.tr("Tick all"))

    # ------------------------------------------------------------ what the user does

    def open_at(self, corner: QPoint) -> None:
        """Shows itself there, and takes the keyboard."""
        self._corner = corner
        self._place()
        self.show()
        (self.low if self._range else self.finder).setFocus(Qt.FocusReason.PopupFocusReason)

    def _place(self) -> None:
        self.ensurePolished()
        least = self.minimumSizeHint().width()
        self.setFixedWidth(max(_NARROW, min(_WIDE, self.values.wanted_width() + 24), least))
        self.adjustSize()
        screen = self.screen().availableGeometry()
        x = min(self._corner.x(), screen.right() - self.width() - 8)
        y = min(self._corner.y(), screen.bottom() - self.height() - 8)
        self.move(max(screen.left(), x), max(screen.top(), y))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        match event.key():
            case Qt.Key.Key_Escape:
                self.close()
            case Qt.Key.Key_Down | Qt.Key.Key_Up if control:
                self._sort(event.key() == Qt.Key.Key_Down)
            case Qt.Key.Key_Down if not self.values.hasFocus():
                self.values.setFocus()
            case Qt.Key.Key_Delete if control:
                self._clear()
            case Qt.Key.Key_A if control and not self._range:
                self._tick_all()
            case _:
                super().keyPressEvent(event)

    def _ticked(self) -> None:
        if self._range:
            self.low.clear()
            self.high.clear()
        self._tell()

    def _typed(self) -> None:
        self.values.tick(())

    def _tick_all(self) -> None:
        shown = [line.key for line in self.values.lines]
        every = all(self.values.is_ticked(key) for key in shown)
        others = [key for key in self.values.ticked if key not in shown]
        self.values.tick(others if every else [*others, *shown])
        self._tell()

    def _sort(self, descending: bool) -> None:
        self.sorted.emit(descending)
        self.close()

    def _clear(self) -> None:
        self.chosen.emit(None)
        self.close()

    def _apply(self) -> None:
        key, values = self._column.key, self.values.ticked
        if values and values[0] in PERIODS and self._days:
            self.chosen.emit(Filter(key, period=str(values[0])))
        elif values:
            self.chosen.emit(Filter(key, values=values))
        elif self._range:
            try:
                low, high = self._read(self.low), self._read(self.high)
            except Unreadable:
                return
            some = low is not None or high is not None
            self.chosen.emit(Filter(key, low=low, high=high) if some else None)
        else:
            found = tuple(line.key for line in self.values.lines) if self.finder.text().strip() else ()
            self.chosen.emit(Filter(key, values=found) if found else None)
        self.close()

    def _read(self, box: Entry) -> object:
        try:
            value: object
            if self._days:
                value = read_date(box.text(), self._today)
            else:
                value = read_number(box.text(), self._column.kind, self._column.scale)
        except Unreadable:
            box.setFocus()
            box.selectAll()
            box.setProperty("state", "error")
            raise
        return value
