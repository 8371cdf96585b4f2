"""Entries of the history that were lost to damage: a salvage names them in the history itself, and the proof goes on
after them.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from laborqa_desktop.models.history import Change, History

KEY = "salvage."
"""Beginning of the key of the setting that each salvage writes once: {"rows": spans, "acts": spans, "bare": spans}."""


@dataclass(frozen=True)
class Gaps:
    """What is missing.

    Attributes:
        rows: numbers of history rows that were lost.
        acts: acts that were lost; where rows of them are left, other words stand in their place.
        bare: acts all of whose rows were lost.
    """

    rows: frozenset[int] = frozenset()
    acts: frozenset[int] = frozenset()
    bare: frozenset[int] = frozenset()


def gaps(session: Session) -> Gaps:
    """What salvages have named; their words are part of the chain, so nobody without the key can add to them."""
    found: dict[str, set[int]] = {"rows": set(), "acts": set(), "bare": set()}
    for row, act, changes in session.execute(select(History.id, History.act_id, History.changes).where(
            History.table_name == "setting", History.kind == Change.INSERT.value,
            History.changes.like(f'%"{KEY}%'))):
        try:
            said = json.loads(changes or "{}")
            if not str(said["key"][1]).startswith(KEY):
                continue
            for name, numbers in found.items():
                end = row if name == "rows" else act       # it cannot vouch for itself or for what came later
                for first, last in said["value"][1][name]:
                    numbers.update(range(int(first), min(int(last) + 1, end)))
        except (ValueError, LookupError, TypeError):
            continue        # vouches for nothing
    return Gaps(*(frozenset(found[name]) for name in ("rows", "acts", "bare")))


def spans(numbers: Iterable[int]) -> list[list[int]]:
    """Numbers as (first, last) of each run."""
    found: list[list[int]] = []
    for number in sorted(set(numbers)):
        if found and found[-1][1] == number - 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return found


def as_json(missing: Gaps) -> dict[str, Any]:
    """The value of the setting."""
    return {"rows": spans(missing.rows), "acts": spans(missing.acts), "bare": spans(missing.bare)}
