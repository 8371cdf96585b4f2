"""The list at the left of a screen: search, filter chips, rows, foot with counts and the undo strip."""

from collections.abc import Callable
from dataclasses import replace

import shiboken6
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from laborqa_desktop.records.field import Column, RecordType
from laborqa_desktop.text import fill
from laborqa_desktop.usecases.listing import Filter, Offer, Query
from laborqa_desktop.usecases.records import Changes
from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.chosen import with_chosen
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.filter_popup import FilterPopup
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.list_changes import ListChanges
from laborqa_desktop.views.list_filters import FilterStrip
from laborqa_desktop.views.list_menu import ListMenu
from laborqa_desktop.views.list_out import ListOut
from laborqa_desktop.views.list_views import ListViews
from laborqa_desktop.views.parts.bands import EmptyState, UndoBar
from laborqa_desktop.views.parts.button import icon_button
from laborqa_desktop.views.parts.inputs import SearchBox
from laborqa_desktop.views.parts.label import label
from laborqa_desktop.views.parts.layout import column as upright
from laborqa_desktop.views.parts.layout import holder, row, rule
from laborqa_desktop.views.record_table import RecordTable
from laborqa_desktop.views.row_view import RowView


class ListPanel(QFrame):
    """The list of one record type.

    Signals:
        current_changed: id of the record the keyboard is on; None when there is none.
        entered_form: the user wants into the form.
        new_asked: the empty state's button.
        undo_asked: the undo strip's button.
    """

    current_changed = Signal(object)
    entered_form = Signal()
    new_asked = Signal()
    undo_asked = Signal()

    def __init__(self, desk: Desk, kind: RecordType) -> None:
        super().__init__()
        self.setProperty("box", "card")
        self._desk, self._kind = desk, kind
        self.model = RecordTable(desk.office.records, desk.background, kind, desk.zone, self)
        self.view = RowView(self.model, say(kind.title))
        self.model.setParent(self.view)     # so that the view goes first
        self._current: int | None = None
        self._wanted: int | None = None
        self._shown: tuple[Column, ...] = ()
        self._settling = self._quiet = self._enters = False
        self._query = Query(order=kind.order)
        self.views = ListViews(self, desk, kind)
        self._build()
        self._connect()
        self.menu = ListMenu(self, desk, kind)
        self.out, self.changes = ListOut(self, desk, kind), ListChanges(self, desk, kind)
        self._take_preferences()
        self._query = self.views.begin() or self._query
        view = self.views.current
        if view is not None:
            self._take_columns(view.query)
        self.show_query(self._query)

    @property
    def query(self) -> Query:
        """What the list shows."""
        return self._query

    @property
    def current(self) -> int | None:
        """Id of the record the keyboard is on."""
        return self._current

    def with_chosen(self, then: Callable[[list[int]], None]) -> None:
        """Hands over the ids of the chosen records, however many there are."""
        with_chosen(self, self._desk, self._kind.key, then)

    @property
    def whole_query(self) -> Query:
        """What the list shows, with its columns."""
        return replace(self._query, columns=tuple(column.key for column in self._shown))

    def show_query(self, query: Query, keep: int | None = None) -> None:
        """Shows other rows, keeping the current record in sight. It is not remembered: see choose."""
        self._query = query
        self.strip.show_query(query)
        self.views.shown(self.whole_query)
        self.model.show(query, self._shown, self._current if keep is None else keep)

    def choose(self, query: Query) -> None:
        """Shows what the user chose here: the list shows it next time too."""
        self.show_query(query)
        self.views.remember()

    def show_view(self, query: Query) -> None:
        """Shows a view, with its columns; without any in it those of the list."""
        self._take_columns(query)
        self.search.put(query.search)
        self.choose(replace(query, columns=()))

    def _take_columns(self, query: Query) -> None:
        self._take_preferences()
        if query.columns:
            self._shown = tuple(self._kind.column(key) for key in query.columns)
            self.view.fixed_choice = True

    def select(self, record_id: int) -> None:
        """Goes to a record; takes filters and search away when they hide it."""
        self._wanted, self._quiet = record_id, False
        self.model.show(self._query, self._shown, record_id)

    def stay(self) -> None:
        """A new record is begun beside it: rows that still arrive make no other record current."""
        self._quiet, self._current = True, None

    def tell_current(self) -> None:
        """Makes the record under the bar current, when the user chose that row once more."""
        self._quiet = False
        self._row_changed()

    def reload(self) -> None:
        """Asks for the rows anew."""
        self.model.show(self._query, self._shown, self._current)

    def step(self, by: int) -> None:
        """Moves the current record by that many rows."""
        row_now = self.view.currentIndex().row()
        self.view.go_to(max(0, min(self.model.rowCount() - 1, row_now + by)))

    def offer_undo(self, words: str) -> None:
        """Shows the undo strip for 10 s, or until anything else is done or undone."""
        self._undo.offer(words)

    def show_columns(self, columns: tuple[Column, ...]) -> None:
        """Shows these columns from now on; kept for this list, but for one that shows a view of its own."""
        self._shown = columns
        self.view.fixed_choice = True
        if self.views.current is None:
            self._keep_preferences()
        self.views.shown(self.whole_query)
        self.reload()

    @property
    def shown_columns(self) -> tuple[Column, ...]:
        """The columns chosen."""
        return self._shown

    def take_keyboard(self) -> None:
        """Gives the keyboard to the rows; to the search while there are none."""
        (self.search if self._stack.currentWidget() is self._empty else self.view).setFocus()

    def _build(self) -> None:
        self.search = SearchBox(self.tr("Search this list"), self.tr("Search this list"), shortcuts.FIND)
        self.strip = FilterStrip(self._desk, self._kind, self.views.button, self.views.update)
        self._more = icon_button("dots", self.tr("More"), shortcuts.MENU)
        below = row(self.strip, self._more, gap=6)
        below.setStretch(0, 1)
        below.setAlignment(self._more, Qt.AlignmentFlag.AlignTop)
        top = upright(self.views.tabs, self.search, below, gap=8, margins=(12, 12, 12, 8))
        self._count = label("", "small", "ink2")
        self._undo = UndoBar()
        foot = row(self._count, None, self._undo, margins=(12, 5, 6, 5))
        self._empty = EmptyState("users", self.tr("Nothing here yet."), self.tr("&New"), shortcuts.NEW)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        made = QVBoxLayout()
        made.setSpacing(0)
        made.setContentsMargins(1, 1, 1, 1)
        made.addWidget(holder(top))
        made.addWidget(self._stack, 1)
        made.addWidget(rule())
        made.addWidget(holder(foot))
        self.setLayout(made)
        self._foot_height()

    def _foot_height(self) -> None:
        self._count.setMinimumHeight(self._undo.sizeHint().height())

    def _connect(self) -> None:
        self.search.searched.connect(lambda words: self.choose(replace(self._query, search=words)))
        self.search.down.connect(self._into_list)
        self.strip.add_asked.connect(lambda: self.menu.choose_filter(self.strip.add))
        self.strip.cleared.connect(self._clear_all)
        self.strip.removed.connect(lambda key: self._set_filter(key, None))
        self.strip.opened.connect(lambda key, corner: self.open_filter(self._kind.column(key), corner))
        self.strip.in_use_asked.connect(lambda: self.show_query(replace(self._query, archived=False)))
        self._more.clicked.connect(lambda: self.menu.open(self._more))
        header = self.view.header_
        header.sort_asked.connect(lambda section: self.sort(self.model.columns[section]))
        header.filter_asked.connect(lambda section: self.open_filter(self.model.columns[section],
                                                                     header.funnel_corner(section)))
        self.model.loaded.connect(self._loaded)
        self.model.fetched.connect(self._fetched)
        self.model.failed.connect(self._failed)
        self.view.entered_form.connect(self._enter)
        self.view.archive_asked.connect(lambda: self.changes.archive())
        self.view.up_and_out.connect(self.search.setFocus)
        self.view.clicked.connect(self.tell_current)
        self.view.selectionModel().currentRowChanged.connect(self._row_moved)
        self.view.selectionModel().selectionChanged.connect(self._tell_counts)
        self._empty.acted.connect(self.new_asked)
        self._undo.undone.connect(self.undo_asked)
        self._desk.signals.changed.connect(self._end_undo)
        shortcuts.bind(self.view, "Alt+Down", self._filter_current)
        shortcuts.bind(self.view, "Ctrl+C", lambda: self.out.copy())
        shortcuts.bind(self.view, "Ctrl+A", self.view.selectAll)
        shortcuts.bind(self, "Ctrl+V", lambda: self.changes.paste())
        shortcuts.bind(self, shortcuts.PASTE_NEW, lambda: self.changes.paste(as_new=True))
        shortcuts.bind(self.view, shortcuts.BULK, lambda: self.changes.change_field())
        shortcuts.bind(self, shortcuts.MENU, self._more.click)

    def _end_undo(self, changes: object, origin: object) -> None:
        if isinstance(changes, Changes) and changes.act_id:
            self._undo.hide()

    def _into_list(self) -> None:
        if self.model.rowCount():
            self.view.setFocus()
            if not self.view.currentIndex().isValid():
                self.view.go_to(0)

    def sort(self, shown: Column, descending: bool | None = None) -> None:
        """Sorts by a column; a second time the other way round."""
        now = dict(self._query.order)
        if descending is None:
            descending = not now[shown.key] if shown.key in now else False
        self.choose(replace(self._query, order=((shown.key, descending),)))

    def open_filter(self, shown: Column, corner: QPoint) -> None:
        """Opens the filter of a column, with counts of its values in the rows shown."""
        now = next((f for f in self._query.filters if f.column == shown.key), None)
        popup = FilterPopup(self, shown, now, self._desk.today())

        def choose(chosen: Filter | None) -> None:
            self.strip.know(shown.key, popup.names)
            self._set_filter(shown.key, chosen)

        records, key, others = self._desk.office.records, self._kind.key, self._query

        def read(words: str) -> None:
            self._desk.background.read(lambda: records.offer(key, others, shown.key, words), answer(words))

        def answer(words: str) -> Callable[[Offer], None]:
            def show(offer: Offer) -> None:
                if shiboken6.isValid(popup) and popup.is_asking(words):
                    popup.show_offer(offer)
            return show

        popup.chosen.connect(choose)
        popup.sorted.connect(lambda descending: self.sort(shown, descending))
        popup.find_asked.connect(read)
        popup.open_at(corner)
        read("")

    def _filter_current(self) -> None:
        section = max(0, self.view.currentIndex().column())
        if section < len(self.model.columns):
            self.open_filter(self.model.columns[section], self.view.header_.funnel_corner(section))

    def _set_filter(self, key: str, chosen: Filter | None) -> None:
        others = tuple(f for f in self._query.filters if f.column != key)
        self.choose(replace(self._query, filters=(*others, chosen) if chosen else others))

    def _clear_all(self) -> None:
        self.search.put("")
        self.choose(replace(self._query, filters=(), search="", archived=False))

    def _loaded(self) -> None:
        if self._wanted is not None and self.model.place is None and (self._query.filters or self._query.search):
            self._query = Query(order=self._kind.order)
            self.strip.show_query(self._query)
            self.model.show(self._query, self._shown, self._wanted)
            return
        self._settling = True
        order = {n: d for n, c in enumerate(self.model.columns) for key, d in self._query.order if key == c.key}
        filtered = {n for n, c in enumerate(self.model.columns) if any(f.column == c.key for f in self._query.filters)}
        self.view.header_.show_state(order, filtered)
        self.view.fit_columns()
        place = self.model.place
        if place is None and self.model.rowCount():
            place = 0
        if place is not None:
            self.view.go_to(place)
        self._settling = False
        self._wanted = None
        self._show_empty()
        self._tell_counts()
        self._row_changed()

    def _show_empty(self) -> None:
        empty = self.model.rowCount() == 0
        if empty and (self._query.filters or self._query.search or self._query.archived):
            self._empty.say(self.tr("No row fits. Take a filter away or search for something else."))
        elif empty:
            self._empty.say(self.tr("Nothing here yet."), self.tr("&New"))
        self._stack.setCurrentIndex(1 if empty else 0)

    def _fetched(self, first: int, last: int) -> None:
        if first <= self.view.currentIndex().row() <= last:
            self._row_changed()

    def _row_moved(self) -> None:
        if not self._settling:
            self.tell_current()

    def _enter(self) -> None:
        """Goes into the form of the current record; while the rows are under way, as soon as they come."""
        self._enters = self._current is None and self.model.known_id(self.view.currentIndex().row()) is None
        if not self._enters:
            self.entered_form.emit()

    def _row_changed(self) -> None:
        if self._quiet:
            return
        index = self.view.currentIndex()
        found = self.model.id_at(index.row()) if index.isValid() else None
        if found is None and index.isValid() and self.model.rowCount():
            return      # its page is under way
        if found != self._current:
            self._current = found
            self.current_changed.emit(found)
            if self._enters and found is not None and self.view.hasFocus():
                self.entered_form.emit()
        self._enters = False

    def _tell_counts(self) -> None:
        count, chosen = self.model.count, self.view.chosen_count()
        shown = f"{count.n:,}+" if count.capped else f"{count.n:,}"
        words = fill(self.tr("{shown} {shown:row|rows}"), shown=shown)
        if self._query.filters or self._query.search:
            total = f"{self.model.total.n:,}+" if self.model.total.capped else f"{self.model.total.n:,}"
            words = fill(self.tr("{shown} of {total} {total:row|rows}"), shown=shown, total=total)
        if chosen > 1:
            words = self.tr("{rows} · {chosen} chosen").format(rows=words, chosen=f"{chosen:,}")
        self._count.setText(words)

    def _failed(self, error: Exception) -> None:
        raise error

    def _take_preferences(self) -> None:
        keys = self._desk.preferences.now.columns.get(self._kind.key, [])
        known = {c.key: c for c in self._kind.columns}
        chosen = tuple(known[key] for key in keys if key in known)
        self._shown = chosen or tuple(c for c in self._kind.columns if c.shown)
        self.view.fixed_choice = bool(chosen)
        self.view.widths = dict(self._desk.preferences.now.widths.get(self._kind.key, {}))

    def _keep_preferences(self) -> None:
        now = self._desk.preferences.now
        columns = {**now.columns, self._kind.key: [c.key for c in self._shown]}
        widths = {**now.widths, self._kind.key: dict(self.view.widths)}
        self._desk.preferences.keep(replace(now, columns=columns, widths=widths))

    def hideEvent(self, event: object) -> None:
        super().hideEvent(event)        # type: ignore[arg-type]
        self.views.flush()
        if self.view.widths != self._desk.preferences.now.widths.get(self._kind.key, {}):
            now = self._desk.preferences.now
            self._desk.preferences.keep(replace(now, widths={**now.widths, self._kind.key: dict(self.view.widths)}))
