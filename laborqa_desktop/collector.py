"""When Python looks for objects that only hold one another, and which thread does it.

By itself Python looks in whatever thread makes many objects. Parts of the window often hold one another; found by a
worker, they would be destroyed there, while Qt uses them in the thread of the window, and the program would crash now
and then. So a program with a window looks only where look() is called, which is the window's own thread
(views/collecting.py). One without a window goes on as Python does.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

YOUNG = 2_000
"""So many new objects are worth a look through them: about 2 ms."""
OLD = 50_000
"""So many that stayed are worth a look through all that stayed, once nobody is at work: about 60 ms."""
FULL = 500_000
"""So many are not to wait for a rest."""


@dataclass
class _State:
    lock: Lock = field(default_factory=Lock)
    by_hand: bool = False
    resting: int = 0
    stayed: int = 0

    def settle(self) -> None:
        if self.by_hand or self.resting:
            gc.disable()
        else:
            gc.enable()


_state = _State()


def by_hand() -> None:
    """From now on nothing is looked for unless look() is called."""
    with _state.lock:
        _state.by_hand = True
        _state.settle()


def is_by_hand() -> bool:
    """Whether only look() looks."""
    return _state.by_hand


def look(*, quiet: bool = False, long_ago: bool = False, all_of_it: bool = False) -> int:
    """Looks where it is worth it, and lets go of what is found; not while at_rest() holds. Only after by_hand().

    Args:
        quiet: nobody is at work, so that a long look disturbs nobody.
        long_ago: nobody is at work, and the last long look is long past: little is worth one.
        all_of_it: everything is looked through, whether it seems worth it or not, and whoever holds it at rest.

    Returns:
        how many objects were found.
    """
    new = gc.get_count()[0]
    if all_of_it:
        _state.stayed = 0
        return gc.collect()
    if _state.resting or (new < YOUNG and not long_ago):
        return 0
    found = gc.collect(1)
    _state.stayed += max(0, new - found)
    if _state.stayed > (YOUNG if long_ago else OLD if quiet else FULL):
        _state.stayed = 0
        found += gc.collect()
    return found


def pass_over() -> None:
    """Whatever is there now stays to the end of the program, and no look goes through it any more."""
    gc.freeze()
    _state.stayed = 0


@contextmanager
def at_rest() -> Iterator[None]:
    """No look while very many objects are made that all stay; may be nested, and entered by several threads at a time.

    The looks would take longer than the work itself, and every other thread waits for them: 39,006 rows were tried in
    1.8 s instead of 5.8 s.
    """
    with _state.lock:
        _state.resting += 1
        _state.settle()
    try:
        yield
    finally:
        with _state.lock:
            _state.resting -= 1
            _state.settle()
