"""How work says how far it is, and is stopped, without knowing who looks. What shows it is views/background.py."""

from collections.abc import Callable

Step = Callable[[int, int], None]
"""Told (done, total) now and then; total 0 when nobody knows. May raise to stop the work: nothing of it is kept."""


def quietly(done: int, total: int) -> None:
    """A Step that tells nobody."""


def part_of(step: Step, begun: int, size: int, total: int = 100) -> Step:
    """A Step for one part of something longer, told as parts of the whole.

    Args:
        begun: how much of the whole is done before.
        size: how much of it this part is; where nobody knows how far it is, it is told as just begun.
    """
    return lambda done, of: step(begun + (size * min(done, of) // of if of else 0), total)
