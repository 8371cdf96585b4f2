"""Answering the open look-ups of prepared rows in bulk. The library is asked through a function given by the caller."""

from collections.abc import Callable, Sequence
from collections.abc import Mapping as Map

from laborqa_desktop.exchange.convert import person_name
from laborqa_desktop.exchange.mapping import LookUp
from laborqa_desktop.exchange.rows import CellFlaw, Pending, Prepared, PreparedRow
from laborqa_desktop.text import N_, Text

Key = tuple[object, ...]
Find = Callable[[str, tuple[str, ...], frozenset[Key]], Map[Key, Sequence[int]]]
"""(key of the record type, its fields, wanted values of these) -> values found -> ids of the records with them."""

NONE_FOUND = N_("Import", "no such record in the library")
SEVERAL = N_("Import", "{count} {count:record fits|records fit}; write the code instead of the name")
SEVERAL_ROWS = N_("Import", "{count} {count:record fits|records fit}, so that none could be chosen")
EMPTY_NONE = N_("Import", "no record fits; left empty")
EMPTY_SEVERAL = N_("Import", "{count} {count:record fits|records fit}; left empty")


def resolve(prepared: Prepared, find: Find) -> None:
    """Fills in the ids of all look-ups; those that fail become flaws or, where the mapping says so, warnings.

    Look-ups by a value of the file come first, then those by fields of the row, in the order of the mapping, so that
    an inspection can be found by the site that was just found. Identities then hold ids instead of keys.
    """
    stages: dict[tuple[bool, str], list[tuple[PreparedRow, Pending]]] = {}
    for row in prepared.rows:
        for pending in row.pending:
            stages.setdefault((bool(pending.look_up.of), pending.field), []).append((row, pending))
    for (by_row, _), waiting in sorted(stages.items(), key=lambda stage: stage[0][0]):
        look_up = waiting[0][1].look_up
        keys = [_key(row, pending) for row, pending in waiting]
        found = _find(find, look_up, frozenset(key for key in keys if key), by_row)
        for (row, pending), key in zip(waiting, keys, strict=True):
            _settle(prepared, row, pending, found.get(key, ()) if key else ())
    for row in prepared.rows:
        if row.pending and row.identity:
            row.identity = tuple(row.values.get(name) for name in prepared.identity)


def _key(row: PreparedRow, pending: Pending) -> Key:
    if not pending.look_up.of:
        return pending.key
    key = tuple(row.values.get(name) for name in pending.look_up.of)
    return () if None in key else key


def _find(find: Find, look_up: LookUp, keys: frozenset[Key], by_row: bool) -> dict[Key, Sequence[int]]:
    if by_row:
        return dict(find(look_up.kind, look_up.by, keys)) if keys else {}
    found: dict[Key, Sequence[int]] = {}
    plain = {key: tuple(person_name(part) if isinstance(part, str) else part for part in key) for key in keys}
    for name in look_up.by:
        open_keys = keys - found.keys()
        if open_keys:
            known = find(look_up.kind, (name,), open_keys | {plain[key] for key in open_keys})
            for key in open_keys:
                ids = known.get(key) or known.get(plain[key])   # as it stands, else without what only people add
                if ids:
                    found[key] = ids
    return found


def _settle(prepared: Prepared, row: PreparedRow, pending: Pending, ids: Sequence[int]) -> None:
    if len(ids) == 1:
        row.values[pending.field] = ids[0]
        return
    row.values[pending.field] = None
    what_to_do = pending.look_up.ambiguous if ids else pending.look_up.missing
    if what_to_do == "empty":
        reason = EMPTY_SEVERAL.of(count=len(ids)) if ids else EMPTY_NONE
        row.warnings.append(_flaw(prepared, row, pending, reason))
    elif any(flaw.field in pending.look_up.of for flaw in row.flaws):
        return
    else:
        several = SEVERAL_ROWS if pending.look_up.of else SEVERAL
        row.flaws.append(_flaw(prepared, row, pending, several.of(count=len(ids)) if ids else NONE_FOUND))


def _flaw(prepared: Prepared, row: PreparedRow, pending: Pending, reason: Text) -> CellFlaw:
    return prepared.place(row, pending.field, reason)
