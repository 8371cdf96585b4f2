"""What can be undone, in words: the name of an act, its moment, and the one record it was about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from laborqa_desktop.records import types_of
from laborqa_desktop.store import history
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import Text
from laborqa_desktop.usecases import forms
from laborqa_desktop.usecases.undo_gates import of_kind
from laborqa_desktop.usecases.undoing import FINAL, can_go_back, inner

MOST_STEPS = 50
_LOOKED_AT = 12
"""So many rows of an act are looked at for the record it was about; more are several records."""


@dataclass(frozen=True)
class UndoStep:
    """One act on the trail.

    Attributes:
        name: of the act; of what was undone or redone, for one that did that.
        about: what the only record of the act is called; "" for several or none.
        final: it cannot be taken back.
    """

    act_id: int
    name: Text
    at: datetime
    about: str = ""
    final: bool = False


def steps(store: Store, act_ids: Iterable[int]) -> list[UndoStep]:
    """The acts with these ids that are there, in that order. Cheap: no values are read."""
    with store.read() as session:
        found = [history.act_named(session, one) for one in act_ids]
        return [_step(session, act) for act in found if act is not None]


def steps_after(store: Store, act_id: int) -> list[UndoStep]:
    """The newest acts after that one that can be taken back, oldest first; undoing and redoing are no steps."""
    with store.read() as session:
        found = [act for act in history.acts_after(session, act_id, MOST_STEPS)
                 if act.undo_of is None and can_go_back(session, act.id) is not None]
        return [_step(session, act) for act in found]


def still_undoable(store: Store, act_ids: Iterable[int]) -> list[int]:
    """Those of the acts that can still be taken back."""
    with store.read() as session:
        return [one for one in act_ids if can_go_back(session, one) is not None]


def _step(session: Session, act: history.ActInfo) -> UndoStep:
    return UndoStep(act.id, inner(act.text), act.at, _about(session, act.id), act.text.context == FINAL)


def _about(session: Session, act_id: int) -> str:
    rows = history.rows_of(session, act_id, _LOOKED_AT)
    whole = {(kind, row_id) for table, row_id in rows for kind in _kinds(session, table, row_id)}
    if len(rows) == _LOOKED_AT or len(whole) != 1:
        return ""
    kind, row_id = whole.pop()
    return forms.labels_of(session, kind, [row_id]).get(row_id, "")


def _kinds(session: Session, table: str, row_id: int) -> list[str]:
    return [kind.key for kind in types_of(table) if of_kind(session, kind, row_id) is not None]
