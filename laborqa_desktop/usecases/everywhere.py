"""The search over everything (Ctrl+K): the best few records of every type, quick however many there are.

A record is found by its own text; beside them stand the records that belong to those found: typing a client's name
offers its contracts too. Words that stand partly in one and partly in the other are found the way a list finds them.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, select, text
from sqlalchemy.orm import Session

from laborqa_desktop.models.pinyin import sort_key
from laborqa_desktop.records import TYPES
from laborqa_desktop.records.field import RecordType
from laborqa_desktop.store import search as index
from laborqa_desktop.usecases import forms
from laborqa_desktop.usecases.list_query import ListQuery
from laborqa_desktop.usecases.list_search import among, each, newest_first
from laborqa_desktop.usecases.listing import ListRow, Option, Query

FIRST = ("staff", "site", "client", "contract", "certificate", "problem", "inspection", "plan", "report", "checklist")
"""What people look for most; the other types follow in the order of their descriptions."""
ALONE = frozenset({"company"})
"""There is one record of it, on a page of its own."""
ORDER = tuple(dict.fromkeys((*FIRST, *(key for key in TYPES if key not in ALONE))))
_CANDIDATES, _LOOKED_AT = 40, 2000

_NEWEST = text("SELECT rowid - :low FROM search WHERE search MATCH :match AND rowid BETWEEN :low AND :high "
               "ORDER BY rowid DESC LIMIT :most")


class Everywhere:
    """One search over all types, asked within one reading unit.

    Args:
        limit: so many records of each type at most.
    """

    def __init__(self, session: Session, today: date, limit: int) -> None:
        self._session, self._today, self._limit = session, today, limit
        self._newest: dict[tuple[int, str, int], list[int]] = {}

    def find(self, words: str) -> list[tuple[str, list[Option]]]:
        """(type, records) in the order of ORDER, types that only belong to something found last; none without a hit."""
        match = index.match(words)
        if match is None:
            return []
        own = {key: self._own(TYPES[key], words, match) for key in ORDER}
        parents: dict[type[Any], list[int]] = {}
        for key, ids in own.items():
            parents.setdefault(TYPES[key].model, []).extend(ids)
        found = {key: self._with_children(TYPES[key], ids, parents) for key, ids in own.items()}
        if not any(found.values()) and len(words.split()) > 1:
            found = {key: self._shared(TYPES[key], words.split()[:index.MOST_WORDS]) for key in ORDER}
        if not any(found.values()) and len(words.split()) > 1:
            found = {key: self._as_a_list(TYPES[key], words) for key in ORDER if self._holds_one(TYPES[key], words)}
        return [(key, self._options(TYPES[key], found[key])) for key in sorted(ORDER, key=lambda one: not own[one])
                if found.get(key)]

    def _own(self, kind: RecordType, words: str, match: str) -> list[int]:
        """Records whose own text holds the words: those called so, those whose name begins so, then the newest."""
        model: Any = kind.model
        candidates = self._candidates(model.type_no, match)
        if not candidates:
            return []
        live = _live(kind)      # asked as columns: as conditions they would make SQLite walk an index of all records
        rows = self._session.execute(select(model.id, kind.name, *live).where(model.id.in_(candidates)))
        names = {row[0]: forms.shown(row[1]) for row in rows if all(row[2:])}
        if len(candidates) == _CANDIDATES:
            if len(names) < self._limit:
                names.update(self._further(kind, match, live))
            names.update(self._called(kind, words, live))
        wanted = words.casefold()
        ranked = sorted(names, key=lambda one: (_rank(names[one].casefold(), wanted), -one))
        return ranked[:self._limit]

    def _candidates(self, type_no: int, match: str, most: int = _CANDIDATES) -> list[int]:
        if (type_no, match, most) not in self._newest:
            low, high = index.span(type_no)
            values = {"match": match, "low": low, "high": high, "most": most}
            self._newest[type_no, match, most] = list(self._session.scalars(_NEWEST, values))
        return self._newest[type_no, match, most]

    def _further(self, kind: RecordType, match: str, live: Sequence[ColumnElement[bool]]) -> dict[int, str]:
        """The newest records in use, where the newest of all are in the archive or of another kind."""
        ids = list(self._session.scalars(newest_first(kind.model, match).where(*live).limit(self._limit)))
        return forms.labels_of(self._session, kind.key, ids)

    def _called(self, kind: RecordType, words: str, live: Sequence[ColumnElement[bool]]) -> dict[int, str]:
        """Records whose whole name it is, by their reading."""
        model: Any = kind.model
        if not hasattr(model, "name_key"):
            return {}
        rows = self._session.execute(select(model.id, kind.name).where(model.name_key == sort_key(words), *live)
                                     .limit(self._limit))
        return {row[0]: forms.shown(row[1]) for row in rows if row[1] == words}

    def _with_children(self, kind: RecordType, ids: Sequence[int],
                       parents: Mapping[type[Any], Sequence[int]]) -> list[int]:
        """The ids, and behind them the newest records that refer to a record found."""
        model: Any = kind.model
        found = list(ids)
        for column in kind.columns:
            if column.via is None or len(found) >= self._limit:
                continue
            above = parents.get(getattr(column.expr, "class_", type(None)), ())
            if above:
                key: Any = column.via
                more = select(model.id).where(key.in_(above), *_live(kind)).order_by(model.id.desc())
                found += [one for one in self._session.scalars(more.limit(self._limit)) if one not in found]
        return found[:self._limit]

    def _shared(self, kind: RecordType, words: Sequence[str]) -> list[int]:
        """Records that hold all words but one, which stands in a record they refer to: among the newest _LOOKED_AT."""
        model: Any = kind.model
        found: dict[int, None] = {}
        for place, word in enumerate(words):
            own = index.match(" ".join((*words[:place], *words[place + 1:])))
            theirs = index.match(word)
            if own is None or theirs is None or not self._candidates(model.type_no, own):
                continue
            for column in kind.columns:
                parent = getattr(column.expr, "class_", None)
                if column.via is None or parent is None or not parent.type_no:
                    continue
                key: Any = column.via
                above = self._candidates(parent.type_no, theirs, _LOOKED_AT)
                if above:
                    newest = self._candidates(model.type_no, own, _LOOKED_AT)
                    more = select(model.id).select_from(each(newest, model.id)).where(among(key, above), *_live(kind))
                    ids = self._session.scalars(more.order_by(model.id.desc()).limit(self._limit))
                    found.update(dict.fromkeys(ids))
        return sorted(found, reverse=True)[:self._limit]

    def _holds_one(self, kind: RecordType, words: str) -> bool:
        """Whether one of the words stands in a record of that type itself."""
        model: Any = kind.model
        return any(self._candidates(model.type_no, match) for word in words.split()[:index.MOST_WORDS]
                   if (match := index.match(word)) is not None)

    def _as_a_list(self, kind: RecordType, words: str) -> list[int]:
        return ListQuery(self._session, kind, Query(search=words), self._today).ids(0, self._limit)

    def _options(self, kind: RecordType, ids: list[int]) -> list[Option]:
        return options_of(self._session, kind, ids, self._today)


def options_of(session: Session, kind: RecordType, ids: list[int], today: date) -> list[Option]:
    """Records of one type as they are offered for choosing: name, and the quieter words of the type's detail."""
    rows = ListQuery(session, kind, Query(columns=kind.detail), today).rows(ids)
    names = forms.labels_of(session, kind.key, [row.id for row in rows])
    return [Option(row.id, names.get(row.id, ""), _detail(kind, row)) for row in rows]


def _live(kind: RecordType) -> list[ColumnElement[bool]]:
    model: Any = kind.model
    own: Iterable[ColumnElement[bool]] = () if kind.where is None else (kind.where,)
    return [model.archived.is_(False), *own]


def _rank(name: str, wanted: str) -> int:
    return 0 if name == wanted else 1 if name.startswith(wanted) else 2


def _detail(kind: RecordType, row: ListRow) -> str:
    if not kind.detail:
        return ""       # asked for no columns, a query gives those shown by default
    parts = []
    for key, value in zip(kind.detail, row.cells, strict=True):
        if value not in (None, ""):
            parts.append(f"···{value}" if key == "id_tail" else forms.shown(value))
    return " · ".join(parts)
