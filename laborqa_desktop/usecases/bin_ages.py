"""When and by which act archived records were put away."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Select, Table, func, select
from sqlalchemy.orm import Session

from laborqa_desktop.models.history import Act, History
from laborqa_desktop.usecases.list_search import among


def put_away(session: Session, table: Table, ids: Sequence[int]) -> dict[int, tuple[int, datetime]]:
    """Record -> the act that put it away and its moment; what the history does not tell is told by the record."""
    told = _pairs(session, select(History.row_id, func.max(History.act_id)).where(
        History.table_name == table.name, among(History.row_id, list(ids)),
        func.json_extract(History.changes, "$.archived[1]") == 1).group_by(History.row_id))
    at = _pairs(session, select(Act.id, Act.at).where(among(Act.id, sorted(set(told.values())))))
    last = _pairs(session, select(table.c.id, table.c.updated_at).where(
        among(table.c.id, [one for one in ids if one not in told])))
    return {one: (told[one], at[told[one]]) if one in told else (0, last[one]) for one in ids}


def _pairs(session: Session, query: Select[*tuple[Any, ...]]) -> dict[int, Any]:
    return {row[0]: row[1] for row in session.execute(query)}
