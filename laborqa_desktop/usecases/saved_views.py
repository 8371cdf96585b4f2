"""Views of a list that the user gave a name, and what each list showed last: kept in the library, where names belong.

A view is filters, search, order and columns. What no longer exists (a column, a period) is left out when it is read.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy.orm import Session

from laborqa_desktop.errors import NotFound, Refused
from laborqa_desktop.records import record_type
from laborqa_desktop.records.field import RecordType
from laborqa_desktop.store import settings
from laborqa_desktop.store.unit import Changes, Store
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases.listing import Filter, Query
from laborqa_desktop.usecases.periods import PERIODS

LONGEST_NAME = 40
MOST_VIEWS = 30
_VIEWS, _LAST = "list.views.", "list.last."
_DAY, _MOMENT = "day", "moment"


@dataclass(frozen=True)
class View:
    """A named view of one list.

    Attributes:
        id: number within the list, never used again while others exist.
        pinned: it stands above the list.
    """

    id: int
    name: str
    query: Query
    pinned: bool = True

    def shows(self, query: Query) -> bool:
        """Whether a list with this query shows just that; columns count only where the view names them."""
        return replace(query, columns=query.columns if self.query.columns else ()) == self.query


@dataclass(frozen=True)
class Last:
    """What a list showed last. view: id of the view it came from, None for none."""

    query: Query
    view: int | None = None


class SavedViews:
    """The views of one library, on behalf of a working person."""

    def __init__(self, store: Store, person: str = "") -> None:
        self._store, self._person = store, person

    def all(self, key: str) -> tuple[View, ...]:
        """The views of a list, in the order in which they were made."""
        with self._store.read() as session:
            return _read(session, key)

    def add(self, key: str, name: str, query: Query) -> tuple[View, Changes]:
        """Keeps what a list shows under a name, pinned.

        Raises:
            Refused: the name is empty, too long or taken, or there are too many.
        """
        made: list[View] = []

        def change(views: tuple[View, ...]) -> tuple[View, ...]:
            if len(views) >= MOST_VIEWS:
                raise Refused(N_("Views", "A list keeps at most {most} views. Delete one that is not used any more; "
                                          "nothing was changed.").of(most=MOST_VIEWS))
            made.append(View(max((one.id for one in views), default=0) + 1, _named(name, views), query))
            return (*views, made[0])

        changes = self._write(key, N_("Act", 'Saved the view "{name}"').of(name=_tidy(name)), change)
        return made[0], changes

    def update(self, key: str, view_id: int, query: Query) -> Changes:
        """A view shows something else from now on.

        Raises:
            NotFound: it was deleted meanwhile.
        """
        return self._change(key, view_id, N_("Act", 'Changed the view "{name}"'),
                            lambda one, _: replace(one, query=query))

    def rename(self, key: str, view_id: int, name: str) -> Changes:
        """Gives a view another name.

        Raises:
            Refused: the name is empty, too long or taken.
        """
        return self._change(key, view_id, N_("Act", 'Renamed the view "{name}"'), lambda one, views: replace(
            one, name=_named(name, [other for other in views if other.id != view_id])))

    def pin(self, key: str, view_id: int, on: bool) -> Changes:
        """Puts a view above the list, or takes it from there."""
        return self._change(key, view_id, N_("Act", 'Changed the view "{name}"'),
                            lambda one, _: replace(one, pinned=on))

    def delete(self, key: str, view_id: int) -> Changes:
        """Forgets a view; no record changes."""
        return self._change(key, view_id, N_("Act", 'Deleted the view "{name}"'), lambda one, _: None)

    def last(self, key: str) -> Last | None:
        """What the list showed last, without what was searched for; None for the first time."""
        with self._store.read() as session:
            kept = settings.get(session, _LAST + key)
        if not isinstance(kept, Mapping):
            return None
        view = kept.get("view")
        return Last(_query(record_type(key), kept), view if isinstance(view, int) else None)

    def keep_last(self, key: str, last: Last) -> None:
        """Remembers what a list shows, outside history; a library open for reading only keeps nothing."""
        if self._store.read_only:
            return
        plain = {**_json(replace(last.query, search="", archived=False, columns=())), "view": last.view}
        with self._store.read() as session:
            if settings.get(session, _LAST + key) == plain:
                return
        with self._store.quiet() as session:
            settings.put(session, _LAST + key, plain)

    def _change(self, key: str, view_id: int, act: Text,
                change: Callable[[View, Sequence[View]], View | None]) -> Changes:
        known = next((one for one in self.all(key) if one.id == view_id), None)
        if known is None:
            raise _gone()

        def each(views: tuple[View, ...]) -> tuple[View, ...]:
            if all(one.id != view_id for one in views):
                raise _gone()
            return tuple(new for one in views
                         if (new := change(one, views) if one.id == view_id else one) is not None)

        return self._write(key, act.of(name=known.name), each)

    def _write(self, key: str, act: Text, change: Callable[[tuple[View, ...]], tuple[View, ...]]) -> Changes:
        with self._store.write(act, person=self._person) as work:
            views = change(_read(work.session, key))
            settings.put(work.session, _VIEWS + key, [
                {"id": one.id, "name": one.name, "pinned": one.pinned, **_json(one.query)} for one in views])
        return work.changes


def _gone() -> NotFound:
    return NotFound(N_("Views", "This view was deleted meanwhile. The list still shows its rows; save it under a new "
                                "name to keep it."))


def _tidy(name: str) -> str:
    return " ".join(name.split())


def _named(name: str, others: Sequence[View]) -> str:
    tidy = _tidy(name)
    if not tidy or len(tidy) > LONGEST_NAME:
        raise Refused(N_("Views", "The name of a view has 1 to {most} characters. Choose another one; nothing was "
                                  "changed.").of(most=LONGEST_NAME))
    if any(one.name == tidy for one in others):
        raise Refused(N_("Views", 'There is a view "{name}" already. Choose another name; nothing was changed.')
                      .of(name=tidy))
    return tidy


def _read(session: Session, key: str) -> tuple[View, ...]:
    kind, kept = record_type(key), settings.get(session, _VIEWS + key)
    found = []
    for one in kept if isinstance(kept, list) else ():
        if isinstance(one, Mapping) and isinstance(one.get("id"), int) and isinstance(one.get("name"), str):
            found.append(View(one["id"], one["name"], _query(kind, one), bool(one.get("pinned", True))))
    return tuple(found)


def _json(query: Query) -> dict[str, Any]:
    return {"search": query.search, "archived": query.archived, "columns": list(query.columns),
            "order": [list(one) for one in query.order],
            "filters": [{"column": one.column, "values": [_plain(value) for value in one.values],
                         "low": _plain(one.low), "high": _plain(one.high), "period": one.period}
                        for one in query.filters]}


def _query(kind: RecordType, kept: Mapping[str, Any]) -> Query:
    known = {column.key for column in kind.columns}
    filters = tuple(
        Filter(one["column"], tuple(_value(value) for value in one.get("values", ())), _value(one.get("low")),
               _value(one.get("high")), one.get("period", ""))
        for one in kept.get("filters", ())
        if one.get("column") in known and one.get("period", "") in ("", *PERIODS))
    order = tuple((key, bool(down)) for key, down in kept.get("order", ()) if key in known)
    columns = tuple(key for key in kept.get("columns", ()) if key in known)
    return Query(str(kept.get("search", "")), filters, order, bool(kept.get("archived")), columns)


def _plain(value: Any) -> Any:
    """A value as JSON takes it; days and moments keep what they are."""
    if isinstance(value, datetime):
        return {_MOMENT: value.isoformat()}
    if isinstance(value, date):
        return {_DAY: value.isoformat()}
    return value


def _value(kept: Any) -> Any:
    if isinstance(kept, Mapping):
        if _DAY in kept:
            return date.fromisoformat(kept[_DAY])
        return datetime.fromisoformat(kept[_MOMENT]) if _MOMENT in kept else None
    return kept
