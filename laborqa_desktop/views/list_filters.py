"""The strip above a list: every active filter as a pill that can be taken away, one to add, one that clears all."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from laborqa_desktop.records.field import Column, RecordType
from laborqa_desktop.usecases.filter_words import GONE, said
from laborqa_desktop.usecases.listing import Filter, Query
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say, translate
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.chip import AddChip, Chip
from laborqa_desktop.views.parts.flow import Flow


class FilterStrip(QWidget):
    """The strip.

    Signals:
        removed: key of a column whose filter is to go.
        opened: key of a column, and where its filter hangs.
        add_asked: another column is to be filtered.
        in_use_asked: the records in use instead of the archive.
        cleared: all filters and the search are to go.
    """

    removed = Signal(str)
    opened = Signal(str, QPoint)
    add_asked = Signal()
    in_use_asked = Signal()
    cleared = Signal()

    def __init__(self, desk: Desk, kind: RecordType, *more: QWidget) -> None:
        super().__init__()
        self._desk, self._kind = desk, kind
        self._names: dict[tuple[str, object], str] = {}
        self._asked: set[tuple[str, object]] = set()
        self._query = Query()
        self._flow = Flow()
        self.add = AddChip(self.tr("Filter"))
        self.clear = Button(self.tr("Clear all"), kind="link", small=True)
        self.add.clicked.connect(self.add_asked)
        self.clear.clicked.connect(self.cleared)
        for fixed in (self.add, *more, self.clear):
            self._flow.addWidget(fixed)
        self.setLayout(self._flow)
        self._pills: list[QWidget] = []
        self.show_query(self._query)

    def know(self, column: str, names: dict[object, str]) -> None:
        """Takes the names of values that a filter offered."""
        self._names.update({(column, value): words for value, words in names.items()})

    def show_query(self, query: Query) -> None:
        """Shows the filters of a query."""
        self._query = query
        for old in self._pills:
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._pills = []
        if query.archived:
            pill = Chip(self.tr("Shown"), self.tr("archived"))
            pill.removed.connect(self.in_use_asked)
            self._put(pill)
        for one in query.filters:
            self._put(self._pill(one))
        self.clear.setVisible(bool(query.filters or query.search or query.archived))
        self._ask_names()

    def _put(self, pill: QWidget) -> None:
        self._flow.insert(len(self._pills), pill)
        self._pills.append(pill)
        pill.show()

    def _pill(self, one: Filter) -> Chip:
        shown = self._kind.column(one.column)
        pill = Chip(say(shown.label), self._words(shown, one))
        pill.removed.connect(lambda: self.removed.emit(one.column))
        pill.clicked.connect(lambda: self.opened.emit(one.column, pill.mapToGlobal(QPoint(0, pill.height()))))
        return pill

    def _words(self, shown: Column, one: Filter) -> str:
        names = {value: words for (column, value), words in self._names.items() if column == one.column}
        return said(shown, one, names, translate)

    def _ask_names(self) -> None:
        """Names of records that a filter of an earlier day names; they are read once."""
        for one in self._query.filters:
            wanted = [value for value in one.values if value is not None
                      and (one.column, value) not in self._names and (one.column, value) not in self._asked]
            if not wanted or self._kind.column(one.column).via is None:
                continue
            self._asked.update((one.column, value) for value in wanted)
            self._read(one.column, wanted)

    def _read(self, column: str, wanted: list[object]) -> None:
        records, key = self._desk.office.records, self._kind.key

        def show(names: dict[object, str]) -> None:
            self.know(column, {value: names.get(value, say(GONE)) for value in wanted})
            self.show_query(self._query)

        self._desk.background.read(lambda: records.value_names(key, column, wanted), show)
