"""Which records of a list a user's words find: by their own text, or by the text of the records they refer to."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Integer, Select, and_, bindparam, false, or_, select, table, text
from sqlalchemy import column as sql_column
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.selectable import Join

from laborqa_desktop.store import search as index
from laborqa_desktop.usecases.listing import CAP


@dataclass(frozen=True)
class Hits:
    """What a search found.

    Attributes:
        ids: all of them, at most CAP; None when there are more.
        common: condition that finds them when there are more.
        match: full-text expression that finds them newest first, where the words are all the record's own.
    """

    ids: tuple[int, ...] | None
    common: ColumnElement[bool] | None = None
    match: str = ""


@dataclass(frozen=True)
class Source:
    """A foreign key of the list, and the number of the type it leads to: text of those records finds ours."""

    key: Any
    type_no: int


class ListSearch:
    """The search of one question, asked within one reading unit. Every word is looked up once.

    Args:
        archived: search the archive instead of the records in use.
    """

    def __init__(self, session: Session, model: Any, sources: Sequence[Source], *, archived: bool = False) -> None:
        self._session, self._model, self._sources = session, model, sources
        self._archived: ColumnElement[bool] = model.archived.is_(archived)
        self._known: dict[tuple[int, str], list[int] | None] = {}

    def find(self, words: str) -> Hits:
        """What the words find. Every word must be found, be it in the record or in one it refers to."""
        single = words.split()[:index.MOST_WORDS]
        whole = index.match(words)
        if whole is None:
            return Hits(())
        if self._hits(self._model.type_no, whole) is None and not self._elsewhere(single):
            return Hits(None, self._all_of(single), whole)
        rare: set[int] | None = None
        common: list[str] = []
        for word in single:
            expression = index.match(word)
            if expression is None:
                continue
            ids = self._word(expression)
            if ids is None:
                common.append(word)
            else:
                rare = ids if rare is None else rare & ids
        if rare is None:
            return Hits(None, self._all_of(single))
        if common and rare:
            kept = select(self._model.id).select_from(each(rare, self._model.id)).where(self._all_of(common))
            rare = set(self._session.scalars(kept))
        return Hits(tuple(rare)) if len(rare) <= CAP else Hits(None, self._all_of(single))

    def _elsewhere(self, words: Iterable[str]) -> bool:
        """Whether a record that ours refer to holds one of the words: then ours alone are not all."""
        return any(self._hits(source.type_no, expression) != [] for word in words if (expression := index.match(word))
                   for source in self._sources)

    def _word(self, match: str) -> set[int] | None:
        """Ids found by one word; None when there are more than CAP."""
        own = self._hits(self._model.type_no, match)
        if own is None:
            return None
        found = set(own)
        for source in self._sources:
            parents = self._hits(source.type_no, match)
            if parents is None:
                return None
            if parents:
                found.update(self._session.scalars(
                    select(self._model.id).select_from(each(parents, source.key)).where(self._archived).limit(CAP + 1)))
            if len(found) > CAP:
                return None
        return found

    def _hits(self, type_no: int, match: str) -> list[int] | None:
        """Ids of one type in whose own text the words stand; None when there are more than CAP."""
        if (type_no, match) not in self._known:
            low, high = index.span(type_no)
            where = "FROM search WHERE search MATCH :match AND rowid BETWEEN :low AND :high"
            values = {"match": match, "low": low, "high": high}
            more = text(f"SELECT 1 {where} LIMIT 1 OFFSET {CAP}")
            ids = text(f"SELECT rowid - :low {where}")
            self._known[type_no, match] = None if self._session.scalar(more, values) else list(
                self._session.scalars(ids, values))
        return self._known[type_no, match]

    def _all_of(self, words: Iterable[str]) -> ColumnElement[bool]:
        conditions = []
        for word in words:
            expression = index.match(word)
            if expression is None:
                continue
            parts = [self._among_hits(self._model.id, self._model.type_no, expression)]
            parts += [self._among_hits(source.key, source.type_no, expression) for source in self._sources]
            conditions.append(or_(false(), *(part for part in parts if part is not None)))
        return and_(*conditions) if conditions else false()

    def _among_hits(self, key: Any, type_no: int, match: str) -> ColumnElement[bool] | None:
        ids = self._hits(type_no, match)
        if ids is None:
            return key.in_(_matching(type_no, match))  # type: ignore[no-any-return]
        return among(key, ids) if ids else None


class CrossJoin(Join):
    """A join whose order SQLite keeps: the first table outside, the second one inside by its key."""

    inherit_cache = False


@compiles(CrossJoin)
def _cross_join(element: Join, compiler: SQLCompiler, **kw: Any) -> str:
    kw["asfrom"] = True
    left, right = compiler.process(element.left, **kw), compiler.process(element.right, **kw)
    kw.pop("asfrom")
    assert element.onclause is not None
    return f"{left} CROSS JOIN {right} ON {compiler.process(element.onclause, **kw)}"


def each(ids: Iterable[int], key: Any) -> CrossJoin:
    """For each of the ids the rows whose key it is: a few hits never become a walk over a whole index."""
    wanted = text("SELECT value FROM json_each(:ids)").bindparams(*_own(ids=json.dumps(list(ids))))
    values = wanted.columns(sql_column("value", Integer)).subquery("wanted")
    return CrossJoin(values, key.class_.__table__, key == values.c.value)


def newest_first(model: Any, match: str) -> Select[Any]:
    """Ids of the records that the full-text expression finds, read backwards from the index: nothing is sorted."""
    low, high = index.span(model.type_no)
    found = table("search", sql_column("rowid", Integer))
    condition = text("search MATCH :match AND search.rowid BETWEEN :low AND :high").bindparams(
        *_own(match=match, low=low, high=high))
    joined = CrossJoin(found, model.__table__, model.id == found.c.rowid - low)
    return select(model.id).select_from(joined).where(condition).order_by(found.c.rowid.desc())


def among(expr: Any, ids: Iterable[int]) -> ColumnElement[bool]:
    """Expr IN (any number of ids): handed over as one JSON list, so that no limit of variables is met."""
    values = text("SELECT value FROM json_each(:ids)").bindparams(*_own(ids=json.dumps(list(ids))))
    return expr.in_(values.columns(sql_column("value", Integer)).subquery(None).select())  # type: ignore[no-any-return]


def _matching(type_no: int, match: str) -> Any:
    low, high = index.span(type_no)
    found = text("SELECT rowid - :low AS id FROM search WHERE search MATCH :match AND rowid BETWEEN :low AND :high")
    own = found.bindparams(*_own(low=low, high=high, match=match))
    return own.columns(sql_column("id", Integer)).subquery(None).select()


def _own(**values: Any) -> list[BindParameter[Any]]:
    """Parameters under names of their own: equal names in one statement would silently share one value."""
    return [bindparam(name, value, unique=True) for name, value in values.items()]
