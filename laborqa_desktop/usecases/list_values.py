"""The values of one column of a list with their counts, among the rows that the filters of the other columns leave."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from laborqa_desktop.records.field import Kind, RecordType
from laborqa_desktop.usecases.list_query import DAYS, ListQuery, plain
from laborqa_desktop.usecases.list_search import among
from laborqa_desktop.usecases.listing import Facet, Offer, Query
from laborqa_desktop.usecases.periods import AHEAD, OVERDUE, PERIODS, span_of
from laborqa_desktop.usecases.wording import NUMBERS

MOST = 500
"""No filter offers more values at once; others are found by searching."""


class ListValues(ListQuery):
    """The values of one column, asked within one reading unit."""

    def __init__(self, session: Session, kind: RecordType, query: Query, column: str, today: date, zone: str) -> None:
        others = replace(query, filters=tuple(f for f in query.filters if f.column != column))
        super().__init__(session, kind, others, today, zone)
        self._of = kind.column(column)

    def offer(self, find: str = "") -> Offer:
        """What the column's filter offers.

        Args:
            find: only values that hold these words.
        """
        if self._of.kind in DAYS:
            return self._dates()
        if self._of.kind in NUMBERS and self._of.labels is None:
            return self._ends()
        found = self.facets(find, MOST + 1)
        return Offer(tuple(found[:MOST]), more=len(found) > MOST)

    def facets(self, find: str = "", limit: int = MOST) -> list[Facet]:
        """Values and counts, the most frequent first."""
        join, value = self._joins.get(self._of.key), self._value(self._of)
        wanted = self._named(find) if find.strip() else []
        grouped = plain(value) if self._narrowed else value
        statement = (select(value, func.count()).select_from(self._rows())
                     .where(*self._conditions(), *self._found(), *wanted)
                     .group_by(grouped).order_by(func.count().desc(), value).limit(limit))
        counted = [tuple(row) for row in self._session.execute(statement)]
        names = self.names([one[0] for one in counted if one[0] is not None])
        facets = [Facet(value, names.get(value, ""), number) for value, number in counted]
        return facets if join else _one_empty(facets)

    def names(self, values: Sequence[Any]) -> dict[Any, str]:
        """Names of the records that a column of another table shows; {} for other columns."""
        join = self._joins.get(self._of.key)
        if join is None:
            return {}
        named = select(join.table.id, join.expr).where(among(join.table.id, list(values)))
        return {row[0]: row[1] for row in self._session.execute(named)}

    @property
    def _narrowed(self) -> bool:
        return bool(self._query.filters) or self._hits is not None

    def _named(self, find: str) -> list[Any]:
        """Conditions for values that hold the words; labels and masked values are narrowed where they are shown."""
        if self._of.labels is not None or self._of.mask is not None:
            return []
        join, found = self._joins.get(self._of.key), []
        for word in find.split():
            if join:
                found.append(join.key.in_(select(join.table.id).where(
                    join.expr.contains(word, autoescape=True))))
            else:
                found.append(self._value(self._of).contains(word, autoescape=True))
        return found

    def _dates(self) -> Offer:
        """Months and periods from one count by day: the days are few however many the rows are."""
        days = self._by_day()
        months = Counter[str | None]()
        for day, number in days.items():
            months[None if day is None else f"{day:%Y-%m}"] += number
        named = sorted((month for month in months if month is not None), reverse=True)
        values = [Facet(month, "", months[month]) for month in (*named, *([None] if None in months else []))]
        return Offer(tuple(values), periods={
            name: self._in_period(name, days) for name in PERIODS if name not in AHEAD or self._of.awaited is not None})

    def _by_day(self) -> dict[date | None, int]:
        value = self._value(self._of)
        if self._of.kind is Kind.MOMENT:
            value = func.strftime("%Y-%m-%d", value, _offset(self._zone, self._today))
        statement = (select(value, func.count()).select_from(self._rows())
                     .where(*self._conditions(), *self._found())
                     .group_by(plain(value) if self._narrowed else value))
        return {date.fromisoformat(day) if isinstance(day, str) else day: number
                for day, number in self._session.execute(statement)}

    def _in_period(self, name: str, days: Mapping[date | None, int]) -> int:
        low, high = span_of(name, self._today)
        if name == OVERDUE and self._of.awaited is not None:
            return self._number(select(func.count()).select_from(self._rows()).where(
                *self._conditions(), *self._found(), *self._within(self._of, (low, high)), self._of.awaited))
        return sum(number for day, number in days.items()
                   if day is not None and (low is None or low <= day) and (high is None or day <= high))

    def _ends(self) -> Offer:
        """Three questions, because an index answers each at once and none of them together."""
        value = self._value(self._of)
        least, most, empty = (
            self._session.scalar(select(one).select_from(self._rows()).where(
                *self._conditions(), *self._found(), *more))
            for one, more in ((func.min(value), ()), (func.max(value), ()), (func.count(), (value.is_(None),))))
        return Offer((Facet(None, "", empty),) if empty else (), least=least, most=most)


def _one_empty(facets: list[Facet]) -> list[Facet]:
    """No text and an empty one are the same to whoever reads the list."""
    empty = [facet for facet in facets if facet.value in (None, "")]
    if len(empty) < 2 and not any(facet.value == "" for facet in empty):
        return facets
    rest = [facet for facet in facets if facet.value not in (None, "")]
    whole = [*rest, Facet(None, "", sum(facet.count for facet in empty))]
    return sorted(whole, key=lambda facet: -facet.count)


def _offset(zone: str, day: date) -> str:
    """How far the zone's clock is from UTC, as SQLite's strftime wants it: +480 minutes."""
    shift = datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(zone)).utcoffset()
    return f"{(shift.total_seconds() if shift else 0) / 60:+.0f} minutes"
