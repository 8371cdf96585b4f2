"""Many records of one type at a time, in batches that keep memory small."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from laborqa_desktop.records.field import RecordType
from laborqa_desktop.usecases import forms

T = TypeVar("T")
BATCH = 500


def parts(whole: Sequence[T], size: int = 0) -> Iterator[Sequence[T]]:
    """A sequence in pieces. size: 0 for BATCH, which a statement can name one by one."""
    step = size or BATCH
    for start in range(0, len(whole), step):
        yield whole[start:start + step]


def load(session: Session, kind: RecordType, ids: Iterable[int]) -> dict[int, Any]:
    """Id -> mapped record with its child rows; what is not there is left out."""
    model: Any = kind.model
    statement = forms.with_rows(kind).where(model.id.in_(list(ids)))
    if kind.where is not None:
        statement = statement.where(kind.where)
    return {record.id: record for record in session.scalars(statement)}


def follows(kind: RecordType, key: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """What follows from the change, as in the form; what the program alone sets is left to it."""
    if kind.fill is None:
        return {}
    return {other: value for other, value in kind.fill(key, values).items()
            if not kind.field(other).read_only and values.get(other) != value}
