"""Views of a list with a name: tabs above it for those that are pinned, a menu for all, and the last one remembered."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QMenu

from laborqa_desktop.errors import UserError
from laborqa_desktop.records.field import RecordType
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.usecases.records import Changes
from laborqa_desktop.usecases.saved_views import Last, SavedViews, View
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.fields_dialog import Asked, FieldsDialog, perform
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.choices import Choice, Tabs

if TYPE_CHECKING:
    from laborqa_desktop.views.list_panel import ListPanel

_KEPT_AFTER_MS = 800
ALL = ""


class ListViews(QObject):
    """The views of one list.

    Attributes:
        tabs: all rows, then the pinned views; hidden while there are none.
        button: opens the menu of all views.
        update: keeps what is shown in the view it came from; hidden while that is the same.
    """

    def __init__(self, panel: "ListPanel", desk: Desk, kind: RecordType) -> None:
        super().__init__(panel)
        self._panel, self._desk, self._kind = panel, desk, kind
        self._views: tuple[View, ...] = ()
        self._current: int | None = None
        self.tabs = Tabs(self.tr("Views"), [Choice(ALL, self.tr("All rows"))])
        self.tabs.hide()
        self.button = Button(self.tr("&Views"), "bookmark", "quiet", True, tip=self.tr("Views of this list"),
                             clicked=self.open)
        self.update = Button(self.tr("Update the view"), kind="link", small=True, clicked=self.keep_in_view)
        self.update.hide()
        self.tabs.chosen.connect(self._chosen)
        self._keep = QTimer(self, singleShot=True, interval=_KEPT_AFTER_MS)
        self._keep.timeout.connect(self.keep_last)
        desk.signals.changed.connect(self._changed)

    def begin(self) -> Query | None:
        """Reads the views; gives what the list showed last."""
        views = self._desk.office.saved_views
        self._views = views.all(self._kind.key)
        last = views.last(self._kind.key)
        if last is not None:
            self._current = last.view if any(one.id == last.view for one in self._views) else None
        self._show_tabs()
        return last.query if last is not None else None

    @property
    def current(self) -> View | None:
        """The view that the list came from."""
        return next((one for one in self._views if one.id == self._current), None)

    def shown(self, query: Query) -> None:
        """The list shows something else now."""
        view = self.current
        self.update.setVisible(view is not None and not view.shows(query))

    def remember(self) -> None:
        """The user chose what the list shows: kept a moment later."""
        self._keep.start()

    def keep_last(self) -> None:
        """Keeps what the list shows, if something is to be kept."""
        self._keep.stop()
        views, key, last = self._desk.office.saved_views, self._kind.key, Last(self._panel.query, self._current)
        self._desk.background.run(lambda _: views.keep_last(key, last), lambda _: None, _unless_users)

    def flush(self) -> None:
        """The list goes out of sight: what waits is kept now."""
        if self._keep.isActive():
            self.keep_last()

    # ------------------------------------------------------------ choosing

    def go_to(self, view: View | None) -> None:
        """Shows a view, or all rows."""
        self._current = view.id if view else None
        self.tabs.set_current(str(view.id) if view and view.pinned else ALL)
        self._panel.show_view(view.query if view else Query(order=self._kind.order))

    def _chosen(self, key: str) -> None:
        self.go_to(next((one for one in self._views if str(one.id) == key), None))

    def open(self) -> None:
        """Opens the menu under the button."""
        self.build().popup(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def build(self) -> QMenu:
        """The menu, made anew."""
        menu, now = QMenu(self._panel), self.current
        menu.setAccessibleName(self.tr("Views of this list"))
        for one in (None, *self._views):
            action = menu.addAction(_plain(one.name) if one else self.tr("&All rows"), partial(self.go_to, one))
            action.setCheckable(True)
            action.setChecked(one is now)
        menu.addSeparator()
        menu.addAction(self.tr("&Save as a new view…"), self.ask_name)
        if now is not None:
            name = _plain(now.name)
            menu.addAction(self.tr('&Update "{name}"').format(name=name), self.keep_in_view).setEnabled(
                not self.update.isHidden())
            menu.addAction(self.tr('&Rename "{name}"…').format(name=name), self.ask_other_name)
            pinned = menu.addAction(self.tr("&Pinned above the list"))
            pinned.setCheckable(True)
            pinned.setChecked(now.pinned)
            pinned.toggled.connect(lambda on: self._do(lambda: self._store.pin(self._kind.key, now.id, on)))
            menu.addAction(self.tr('&Delete "{name}"').format(name=name), self.delete)
        return menu

    # ------------------------------------------------------------ keeping

    @property
    def _store(self) -> SavedViews:
        return self._desk.office.saved_views

    def ask_name(self) -> None:
        """Keeps what is shown under a name that is asked for."""
        query, key, store = self._panel.whole_query, self._kind.key, self._store
        dialog = FieldsDialog(self._desk, self._panel.window(), self.tr("Save as a view"),
                              (Asked("name", self.tr("Name")),), self.tr("Save"), self.tr(
                                  "Filters, search, order and columns of this list are kept under the name."))

        def done(made: tuple[View, Changes]) -> None:
            self._current = made[0].id
            self._said(made[1])
            self.remember()

        dialog.given.connect(lambda given: perform(
            self._desk, self._panel, lambda: store.add(key, given["name"], query), done, dialog))
        dialog.open()

    def ask_other_name(self) -> None:
        """Gives the current view another name."""
        view, key, store = self.current, self._kind.key, self._store
        if view is None:
            return
        dialog = FieldsDialog(self._desk, self._panel.window(), self.tr("Rename the view"),
                              (Asked("name", self.tr("Name"), value=view.name),), self.tr("Rename"))
        dialog.given.connect(lambda given: perform(
            self._desk, self._panel, lambda: store.rename(key, view.id, given["name"]), self._said, dialog))
        dialog.open()

    def keep_in_view(self) -> None:
        """The current view shows from now on what the list shows."""
        view, query = self.current, self._panel.whole_query
        if view is not None:
            self._do(lambda: self._store.update(self._kind.key, view.id, query))

    def delete(self) -> None:
        """Forgets the current view; the rows stay as they are shown, and the strip brings it back."""
        view = self.current
        if view is None:
            return
        words = self.tr("View deleted: {name}").format(name=view.name)
        self._do(lambda: self._store.delete(self._kind.key, view.id), lambda: self._panel.offer_undo(words))

    def _do(self, work: Callable[[], Changes], then: Callable[[], object] = lambda: None) -> None:
        def done(changes: Changes) -> None:
            self._said(changes)
            then()

        perform(self._desk, self._panel, work, done)

    def _said(self, changes: Changes) -> None:
        self._desk.signals.changed.emit(changes, self._panel)

    def _changed(self, changes: object, origin: object) -> None:
        """A view was kept, renamed, deleted, or any of this undone."""
        if isinstance(changes, Changes) and changes.ids("setting"):
            views, key = self._store, self._kind.key
            self._desk.background.read(lambda: views.all(key), self._take)

    def _take(self, views: tuple[View, ...]) -> None:
        if views != self._views:
            self._views = views
            if self.current is None:
                self._current = None
            self._show_tabs()
        self.shown(self._panel.whole_query)

    def _show_tabs(self) -> None:
        pinned, now = [one for one in self._views if one.pinned], self.current
        self.tabs.set_items([Choice(ALL, self.tr("All rows")), *(Choice(str(one.id), one.name) for one in pinned)])
        self.tabs.set_current(str(now.id) if now and now.pinned else ALL)
        self.tabs.setVisible(bool(pinned))


def _plain(name: str) -> str:
    return name.replace("&", "&&")


def _unless_users(error: Exception) -> None:
    """A disk that is full or a library in use is told when something of worth is saved, not for this."""
    if not isinstance(error, UserError):
        raise error
