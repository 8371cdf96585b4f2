"""Until when copies may still hold what was deleted by law: each deletion promises a day, and the thinning keeps it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from laborqa_desktop.store import settings

KEY = "purge.terms"
"""Setting: pairs of entries and day; see Term."""


@dataclass(frozen=True)
class Term:
    """A promise about copies.

    Attributes:
        entries: history entries a copy needs in order to be without the deleted data.
        until: the day from which on older copies are no longer kept.
    """

    entries: int
    until: date


def load(session: Session) -> tuple[Term, ...]:
    """All promises."""
    return tuple(Term(int(entries), date.fromisoformat(day)) for entries, day in settings.get(session, KEY) or ())


def promise(session: Session, term: Term) -> None:
    """Keeps one more."""
    kept = [[one.entries, one.until.isoformat()] for one in (*load(session), term)]
    settings.put(session, KEY, kept)


def entries_in(anchor: str) -> int:
    """How many history entries a backup holds, by its anchor "count:link"."""
    count = anchor.partition(":")[0]
    return int(count) if count.isdecimal() else 0


def is_over(terms: tuple[Term, ...], anchor: str, today: date) -> bool:
    """Whether a copy with that anchor holds what was deleted, and its time is over."""
    return any(entries_in(anchor) < one.entries and one.until <= today for one in terms)
