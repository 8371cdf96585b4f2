"""Steps of lifecycles with what still stands in their way, said by name and in one message."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy.orm import Session
from sqlalchemy.orm.interfaces import ORMOption

from laborqa_desktop.errors import Conflict, NotFound, Refused
from laborqa_desktop.models.base import Record
from laborqa_desktop.text import N_, Text

Found = TypeVar("Found", bound=Record)


@dataclass(frozen=True)
class Step:
    """A step that a record may take next.

    Attributes:
        to: the state or stage it leads to.
        label: what a button says.
        unmet: every condition that is not met yet; empty when the step may be taken.
    """

    to: str
    label: Text
    unmet: tuple[Text, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether nothing stands in the way."""
        return not self.unmet


def listed(texts: Sequence[Text]) -> Text:
    """Several sentences as one.

    Raises:
        ValueError: there is none.
    """
    if not texts:
        raise ValueError("nothing to list")
    whole = texts[-1]
    for text in reversed(texts[:-1]):
        whole = N_("Gate", "{first} {rest}").of(first=text, rest=whole)
    return whole


def refuse(unmet: Sequence[Text]) -> None:
    """Raises Refused with every unmet condition; does nothing when there is none."""
    if unmet:
        raise Refused(N_("Gate", "Not possible yet. {conditions}").of(conditions=listed(unmet)))


def need(session: Session, model: type[Found], record_id: int, *options: ORMOption) -> Found:
    """The record with that id.

    Raises:
        NotFound: there is none.
    """
    found = session.get(model, record_id, options=options)
    if found is None:
        raise NotFound(N_("Gate", "The record no longer exists."))
    return found


def same_version(record: Record, row_version: int | None) -> None:
    """Raises Conflict when the record was saved by somebody else since it was loaded; None asks for no check."""
    if row_version is not None and record.row_version != row_version:
        raise Conflict(N_("Gate", "The record was changed elsewhere since you opened it. Nothing was saved; load it "
                                  "again."))


def need_reason(reason: str) -> str:
    """The reason without outer spaces.

    Raises:
        Refused: it is empty.
    """
    if not reason.strip():
        raise Refused(N_("Gate", "Please give a reason."))
    return reason.strip()
