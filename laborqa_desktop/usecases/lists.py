"""Looking records up: lists, pickers and the search over everything. Nothing here changes a record."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from laborqa_desktop.errors import NotFound
from laborqa_desktop.records import record_type
from laborqa_desktop.store import search as index
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_
from laborqa_desktop.usecases import forms, many
from laborqa_desktop.usecases.everywhere import Everywhere, options_of
from laborqa_desktop.usecases.list_query import ListQuery
from laborqa_desktop.usecases.list_values import ListValues
from laborqa_desktop.usecases.listing import MOST_IDS, Count, Facet, ListRow, Offer, Option, Query


class Lists:
    """The questions that a list or a picker asks."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def count(self, key: str, query: Query) -> Count:
        """How many rows a query has."""
        with self._store.read() as session:
            return Count(*self._list(session, key, query).count())

    def page(self, key: str, query: Query, offset: int, limit: int) -> list[ListRow]:
        """The rows from offset on."""
        with self._store.read() as session:
            found = self._list(session, key, query)
            return found.rows(found.ids(offset, limit))

    def position(self, key: str, query: Query, record_id: int) -> int | None:
        """Number of a record's row, or None when the query does not show it."""
        with self._store.read() as session:
            return self._list(session, key, query).position(record_id)

    def rows(self, key: str, query: Query, ids: Sequence[int]) -> list[ListRow]:
        """The rows of some records, in that order."""
        with self._store.read() as session:
            return self._list(session, key, query).rows(list(ids))

    def ids(self, key: str, query: Query) -> list[int]:
        """All ids of a query, in order; at most MOST_IDS."""
        with self._store.read() as session:
            return self._list(session, key, query).ids(0, MOST_IDS)

    def exact_count(self, key: str, query: Query) -> int:
        """How many rows a query has, however long the counting takes."""
        with self._store.read() as session:
            return self._list(session, key, query).exact_count()

    def all_rows(self, key: str, query: Query, step: int = 1000) -> Iterator[list[ListRow]]:
        """All rows of a query, in batches, as one moment saw them."""
        with self._store.read() as session:
            found = self._list(session, key, query)
            ids = found.all_ids()
            for part in many.parts(ids, step):
                yield found.rows(list(part))

    def facets(self, key: str, query: Query, column: str) -> list[Facet]:
        """Values of a column with their counts among the rows that the other filters leave, the most frequent first."""
        with self._store.read() as session:
            return self._values(session, key, query, column).facets()

    def offer(self, key: str, query: Query, column: str, find: str = "") -> Offer:
        """What the filter in the heading of a column offers.

        Args:
            find: only values that hold these words.
        """
        with self._store.read() as session:
            return self._values(session, key, query, column).offer(find)

    def value_names(self, key: str, column: str, values: Sequence[Any]) -> dict[Any, str]:
        """How the values of a column of another table are called; those that are gone are left out."""
        with self._store.read() as session:
            return self._values(session, key, Query(), column).names(values)

    def _values(self, session: Session, key: str, query: Query, column: str) -> ListValues:
        return ListValues(session, record_type(key), query, column, self._store.today(), self._store.zone)

    def _list(self, session: Session, key: str, query: Query) -> ListQuery:
        return ListQuery(session, record_type(key), query, self._store.today(), self._store.zone)

    # ------------------------------------------------------------ pickers

    def options(self, target: str, search: str = "", limit: int = 20, *, archived: bool = False) -> list[Option]:
        """Records to choose from, by name; search is matched like a list's.

        Args:
            archived: those in the archive instead of those in use.
        """
        kind = record_type(target)
        order = (("name", False),) if any(c.key == "name" for c in kind.columns) else kind.order
        with self._store.read() as session:
            query = Query(search=search, order=order, archived=archived, columns=kind.detail)
            found = ListQuery(session, kind, query, self._store.today())
            return options_of(session, kind, found.ids(0, limit), self._store.today())

    def label(self, target: str, record_id: int) -> str:
        """How one record is called; "" when it is not there."""
        with self._store.read() as session:
            return forms.labels_of(session, target, [record_id]).get(record_id, "")

    def by_code(self, target: str, code: str) -> int:
        """The id of the record with that code.

        Raises:
            NotFound: no record in use has it.
        """
        kind = record_type(target)
        model: Any = kind.model
        with self._store.read() as session:
            found = session.scalar(select(model.id).where(model.code == code, model.archived.is_(False)))
        if found is None:
            raise NotFound(N_("Records", '{kind}: there is no record with the code "{code}".')
                           .of(kind=kind.title, code=code))
        return int(found)

    def search_everywhere(self, words: str, limit: int = 8) -> list[tuple[str, list[Option]]]:
        """The best hits of every type, for the search box of the window."""
        if index.match(words) is None:
            return []
        with self._store.read() as session:
            return Everywhere(session, self._store.today(), limit).find(words)
