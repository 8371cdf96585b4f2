"""Running numbers: taken in the same unit of work as the record that carries them, and never given twice."""

from sqlalchemy.orm import Session

from laborqa_desktop.models.history import Counter


def next_in_series(session: Session, series: str, year: int) -> str:
    """The next number of a series, NC-2026-0001.

    Args:
        year: of the event, in the library's zone.
    """
    return f"{series}-{year}-{next_number(session, series, year):04d}"


def next_number(session: Session, series: str, year: int) -> int:
    """The next bare number of a series in a year; year 0 for a series that never starts anew."""
    counter = session.get(Counter, (series, year))
    if counter is None:
        counter = Counter(series=series, year=year, last=0)
        session.add(counter)
    counter.last += 1
    session.flush()
    return counter.last


def at_least(session: Session, series: str, year: int, number: int) -> None:
    """Lets a series go on above a number that came from elsewhere (an import)."""
    counter = session.get(Counter, (series, year))
    if counter is None:
        session.add(Counter(series=series, year=year, last=number))
    else:
        counter.last = max(counter.last, number)
