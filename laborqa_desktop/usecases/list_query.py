"""From a question about a list to SQL that stays fast with a million rows (style.md section 4, decisions.md: Store).

Ids are picked first, through an index that ends in the id; the rows of one page are read after that.
A column of another table sorts by walking that table's own index of names.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, inspect, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased
from sqlalchemy.sql.elements import UnaryExpression
from sqlalchemy.sql.operators import custom_op
from sqlalchemy.sql.selectable import Join

from laborqa_desktop.records.field import Column, Kind, RecordType
from laborqa_desktop.usecases.list_search import CrossJoin, Hits, ListSearch, Source, among, each, newest_first
from laborqa_desktop.usecases.listing import CAP, Filter, ListRow, Query
from laborqa_desktop.usecases.periods import OVERDUE, moments, span_named, span_of

SMALL = 5_000
"""Up to so many rows are sorted in memory rather than by walking an index."""

DAYS = (Kind.DATE, Kind.MOMENT)
"""Kinds that are filtered by days."""


@dataclass(frozen=True)
class _Joined:
    """A column that shows another table: the foreign key, the aliased table, the expression on it, its sort key."""

    key: Any
    table: Any
    expr: Any
    sort: Any


class ListQuery:
    """One question about one record type, asked within one reading unit."""

    def __init__(self, session: Session, kind: RecordType, query: Query, today: date,
                 zone: str = "Asia/Shanghai") -> None:
        self._session, self._kind, self._query, self._today, self._zone = session, kind, query, today, zone
        self._model: Any = kind.model
        self._joins = {c.key: self._joined(c) for c in kind.columns if c.via is not None}
        self._hits = self._search() if query.search.strip() else None
        self._order = self._sorting()

    # ------------------------------------------------------------ questions

    def count(self) -> tuple[int, bool]:
        """Number of rows, and whether it was capped."""
        if self._hits is None:
            return self._number(select(func.count()).select_from(self._model).where(*self._conditions())), False
        if self._hits.ids is not None:
            return len(self._found_ids()), False
        inner = self._common_ids().limit(CAP + 1).subquery()
        number = self._number(select(func.count()).select_from(inner))
        return min(number, CAP), number > CAP

    def exact_count(self) -> int:
        """Number of rows, however many there are."""
        if self._hits is None or self._hits.ids is not None:
            return self.count()[0]
        return self._number(select(func.count()).select_from(self._model).where(*self._conditions(), *self._found()))

    def all_ids(self) -> list[int]:
        """Ids of all rows; hits of a common word newest first."""
        if self._hits is None or self._hits.ids is not None:
            return self._column(self._sorted(0, None))
        return self._column(select(self._model.id).where(*self._conditions(), *self._found())
                            .order_by(self._model.id.desc()))

    def ids(self, offset: int, limit: int) -> list[int]:
        """Ids of the rows from offset on, in order."""
        if self._hits is not None:
            if self._hits.ids is None:
                return self._column(self._common_ids().offset(offset).limit(limit))
            return self._found_ids()[offset:offset + limit]
        if not self._order:
            return self._column(self._sorted(offset, limit))
        column, descending = self._order[0]
        if column.key in self._joins and self._is_large():
            join = self._joins[column.key]
            if len(self._order) == 1 and not self._query.filters:
                return self._walk(join, descending, offset, limit)
            return self._by_parents(join, offset, limit)
        if len(self._order) == 1 and column.key not in self._joins and column.indexed:
            return self._own(self._sort(column), descending, offset, limit)
        return self._column(self._sorted(offset, limit))

    def position(self, record_id: int) -> int | None:
        """Number of the record's row, from 0; None when the query does not show it."""
        model = self._model
        shown = select(model.id).where(model.id == record_id, *self._conditions())
        if self._session.scalar(shown) is None:
            return None
        if self._hits is not None:
            if self._hits.ids is None:
                return None
            found = self._found_ids()
            return found.index(record_id) if record_id in found else None
        column, descending = self._order[0] if self._order else (self._kind.columns[0], False)
        if self._order and column.key in self._joins and self._is_large():
            join = self._joins[column.key]
            if len(self._order) == 1 and not self._query.filters:
                return self._walk_position(join, descending, record_id)
            return self._parents_position(join, record_id)
        if len(self._order) == 1 and column.key not in self._joins and column.indexed:
            return self._own_position(self._sort(column), descending, record_id)
        everything = self._column(self._sorted(0, None))
        return everything.index(record_id) if record_id in everything else None

    def rows(self, ids: list[int]) -> list[ListRow]:
        """The rows of those ids, in that order, with the columns the query wants."""
        if not ids:
            return []
        columns = [self._kind.column(key) for key in self._query.columns] or [
            c for c in self._kind.columns if c.shown]
        statement = select(self._model.id, *(self._expr(c) for c in columns)).select_from(self._model)
        for column in columns:
            if column.key in self._joins:
                join = self._joins[column.key]
                statement = statement.outerjoin(join.table, join.table.id == join.key)
        found = {row[0]: ListRow(row[0], tuple(row[1:]))
                 for row in self._session.execute(statement.where(among(self._model.id, ids)))}
        return [found[one] for one in ids if one in found]

    # ------------------------------------------------------------ conditions

    def _conditions(self) -> list[ColumnElement[bool]]:
        found: list[ColumnElement[bool]] = [self._model.archived.is_(self._query.archived)]
        if self._kind.where is not None:
            found.append(self._kind.where)
        return found + [one for f in self._query.filters for one in self._filter(f)]

    def _filter(self, one: Filter) -> Iterable[ColumnElement[bool]]:
        column = self._kind.column(one.column)
        value = self._value(column)
        if one.values:
            spans = [span_named(v) for v in one.values if isinstance(v, str)] if column.kind in DAYS else []
            parts = [and_(*self._within(column, span)) for span in spans if span is not None]
            real = [] if column.kind in DAYS else [v for v in one.values if v is not None]
            parts += [value.in_(real)] if real else []
            if None in one.values:
                parts.append(value.is_(None) if column.kind is not Kind.TEXT or column.via is not None
                             else or_(value.is_(None), value == ""))
            yield or_(false(), *parts)
        if one.period:
            yield from self._within(column, span_of(one.period, self._today))
            if one.period == OVERDUE and column.awaited is not None:
                yield column.awaited
        yield from self._within(column, (one.low, one.high))

    def _value(self, column: Column) -> Any:
        """What a column is filtered by: its own value, or the id of the record of another table that it shows."""
        join = self._joins.get(column.key)
        return join.key if join else self._expr(column)

    def _within(self, column: Column, span: tuple[Any, Any]) -> Iterable[ColumnElement[bool]]:
        value = self._value(column)
        low, high = moments(span, self._zone) if column.kind is Kind.MOMENT else span
        if low is not None:
            yield value >= low
        if high is not None:
            yield value <= high

    def _rows(self) -> Any:
        """Where rows come from: the whole table, or the few hits of a search."""
        few = self._hits.ids if self._hits is not None else None
        return self._model if few is None else each(few, self._model.id)

    def _found(self) -> list[ColumnElement[bool]]:
        """What else a row must meet where a search has more hits than are told one by one."""
        if self._hits is None or self._hits.ids is not None:
            return []
        return [self._hits.common] if self._hits.common is not None else [false()]

    # ------------------------------------------------------------ searching

    def _search(self) -> Hits:
        unique = {join.key.key: join for join in self._joins.values() if _target(join).type_no}
        sources = [Source(join.key, _target(join).type_no) for join in unique.values()]
        return ListSearch(self._session, self._model, sources, archived=self._query.archived).find(self._query.search)

    def _common_ids(self) -> Select[Any]:
        hits, model = self._hits, self._model
        assert hits is not None
        if hits.match:
            return newest_first(model, hits.match).where(*self._conditions())
        return select(model.id).where(*self._conditions(), *self._found()).order_by(model.id.desc())

    def _found_ids(self) -> list[int]:
        """All hits in order; at most CAP of them."""
        return self._column(self._sorted(0, None))

    # ------------------------------------------------------------ sorting

    def _sorting(self) -> list[tuple[Column, bool]]:
        wanted = self._query.order or self._kind.order
        return [(self._kind.column(key), descending) for key, descending in wanted]

    def _own(self, expr: Any, descending: bool, offset: int, limit: int) -> list[int]:
        conditions = self._conditions()
        total = self._number(select(func.count()).select_from(self._model).where(*conditions))
        limit = max(0, min(limit, total - offset))
        turned = offset > total // 2          # the far half is nearer from the other end
        if turned:
            offset, descending = total - offset - limit, not descending
        statement = (select(self._model.id).where(*conditions)
                     .order_by(_directed(expr, descending), _directed(self._model.id, descending))
                     .offset(offset).limit(limit))
        found = self._column(statement)
        return found[::-1] if turned else found

    def _own_position(self, expr: Any, descending: bool, record_id: int) -> int:
        model, conditions = self._model, self._conditions()
        value = self._session.scalar(select(expr).where(model.id == record_id))
        tie = model.id > record_id if descending else model.id < record_id
        if value is None:
            before: list[Any] = [and_(expr.is_(None), tie)] + ([expr.is_not(None)] if descending else [])
        else:
            before = [and_(expr == value, tie), expr > value if descending else expr < value]
            before += [] if descending else [expr.is_(None)]
        return sum(self._number(select(func.count()).select_from(model).where(*conditions, one)) for one in before)

    def _is_large(self) -> bool:
        few = select(self._model.id).where(*self._conditions()).limit(SMALL + 1).subquery()
        return self._number(select(func.count()).select_from(few)) > SMALL

    def _walk(self, join: _Joined, descending: bool, offset: int, limit: int) -> list[int]:
        conditions = self._conditions()
        empty = self._number(select(func.count()).select_from(self._model).where(join.key.is_(None), *conditions))
        without = (select(self._model.id).where(join.key.is_(None), *conditions)
                   .order_by(_directed(self._model.id, descending)))
        linked = select(self._model.id).select_from(self._pairs(join)).where(*conditions).order_by(
            _directed(join.sort, descending), _directed(join.table.id, descending),
            _directed(self._model.id, descending))
        if descending:
            total = self._number(select(func.count()).select_from(self._model).where(*conditions)) - empty
            first, second, border = linked, without, total
        else:
            first, second, border = without, linked, empty
        found = self._column(first.offset(offset).limit(limit)) if offset < border else []
        if len(found) < limit:
            found += self._column(second.offset(max(0, offset - border)).limit(limit - len(found)))
        return found

    def _pairs(self, join: _Joined) -> Join:
        return CrossJoin(inspect(join.table).selectable, self._model.__table__, join.key == join.table.id)

    def _parents(self, join: _Joined) -> list[tuple[int | None, int]]:
        """Records of the other table in the order of the list, each with the number of rows that show it."""
        descending = self._order[0][1]
        counts = {row[0]: row[1] for row in self._session.execute(
            select(join.key, func.count()).where(*self._conditions()).group_by(plain(join.key)))}
        order = self._session.scalars(
            select(join.table.id).where(among(join.table.id, [one for one in counts if one is not None]))
            .order_by(_directed(join.sort, descending), _directed(join.table.id, descending)))
        found: list[tuple[int | None, int]] = [(one, counts[one]) for one in order]
        if None in counts:
            found.insert(len(found) if descending else 0, (None, counts[None]))
        return found

    def _by_parents(self, join: _Joined, offset: int, limit: int) -> list[int]:
        """Picks the few parents whose rows fall into the page, then sorts only those rows."""
        found: list[int] = []
        for parent, number in self._parents(join):
            if offset >= number:
                offset -= number
                continue
            found += self._children(join, parent, offset, limit - len(found))
            offset = 0
            if len(found) >= limit:
                break
        return found

    def _parents_position(self, join: _Joined, record_id: int) -> int:
        own = self._session.scalar(select(join.key).where(self._model.id == record_id))
        before = 0
        for parent, number in self._parents(join):
            if parent == own:
                return before + self._children(join, parent, 0, number).index(record_id)
            before += number
        raise AssertionError("a row that is shown has its parent among those shown")

    def _children(self, join: _Joined, parent: int | None, offset: int, limit: int) -> list[int]:
        same = join.key.is_(None) if parent is None else join.key == parent
        if len(self._order) == 1:
            return self._column(select(self._model.id).where(*self._conditions(), same).order_by(
                _directed(self._model.id, self._order[0][1])).offset(offset).limit(limit))
        return self._column(self._sorted(offset, limit, (same,), self._order[1:]))

    def _walk_position(self, join: _Joined, descending: bool, record_id: int) -> int:
        model, conditions = self._model, self._conditions()
        parent = self._session.scalar(select(join.key).where(model.id == record_id))
        empty = select(func.count()).select_from(model).where(join.key.is_(None), *conditions)
        tie = model.id > record_id if descending else model.id < record_id
        if parent is None:
            before = self._number(empty.where(tie))
            if descending:
                before += self._number(select(func.count()).select_from(model).where(
                    join.key.is_not(None), *conditions))
            return before
        name = self._session.scalar(select(join.sort).where(join.table.id == parent))
        place = join.sort > name if descending else join.sort < name
        same = and_(join.sort == name, join.table.id > parent if descending else join.table.id < parent)
        linked = select(func.count()).select_from(self._pairs(join)).where(*conditions)
        number = self._number(linked.where(place)) + self._number(linked.where(same))
        number += self._number(select(func.count()).select_from(model).where(join.key == parent, tie, *conditions))
        return number if descending else number + self._number(empty)

    def _sorted(self, offset: int, limit: int | None, more: Iterable[Any] = (),
                by: Sequence[tuple[Column, bool]] | None = None) -> Select[Any]:
        wanted = self._order if by is None else by
        statement = select(self._model.id).select_from(self._rows())
        order: list[Any] = []
        joined: set[str] = set()
        for column, descending in wanted:
            join = self._joins.get(column.key)
            if join and column.key not in joined:
                statement = statement.outerjoin(join.table, join.table.id == join.key)
                joined.add(column.key)
            order.append(_directed(self._sort(column), descending))
        last_descending = wanted[-1][1] if wanted else True
        order.append(_directed(self._model.id, last_descending))
        return (statement.where(*self._conditions(), *more).order_by(*order).offset(offset)
                .limit(-1 if limit is None else limit))

    # ------------------------------------------------------------ helpers

    def _joined(self, column: Column) -> _Joined:
        expr = column.expr
        if not isinstance(expr, InstrumentedAttribute):
            raise TypeError(f"{column.key}: a column of another table shows a plain attribute")
        other: Any = aliased(expr.class_, name=f"{column.key}_of")
        own = getattr(other, expr.key)
        return _Joined(column.via, other, own, _key_of(other, expr) or own)

    def _expr(self, column: Column) -> Any:
        if column.key in self._joins:
            return self._joins[column.key].expr
        if isinstance(column.expr, ColumnElement | InstrumentedAttribute):
            return column.expr
        return column.expr(self._today)

    def _sort(self, column: Column) -> Any:
        if column.key in self._joins:
            return self._joins[column.key].sort
        return _key_of(self._model, column.expr) or self._expr(column)

    def _number(self, statement: Select[Any]) -> int:
        return self._session.scalar(statement) or 0

    def _column(self, statement: Select[Any]) -> list[int]:
        return list(self._session.scalars(statement))


def _key_of(owner: Any, expr: Any) -> Any:
    """The stored sort key of a name, where the column is one."""
    return getattr(owner, "name_key", None) if getattr(expr, "key", "") == "name" else None


def _target(join: _Joined) -> Any:
    return inspect(join.table).mapper.class_


def _directed(expr: Any, descending: bool) -> Any:
    return expr.desc() if descending else expr.asc()


def plain(expr: Any) -> Any:
    """The same value, hidden from indexes on it: SQLite would walk one in the order of groups and fetch every row."""
    return UnaryExpression(expr, operator=custom_op("+"))
