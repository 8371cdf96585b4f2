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


def look(enough: int = FULL) -> int:
    """Looks where it is worth it, and lets go of what is found; not while at_rest() holds. Only after by_hand().

    Args:
        enough: so many objects that stayed are worth a look through all that stayed: FULL while somebody is at work,
            OLD at rest, YOUNG when the last such look is long past.

    Returns:
        how many objects were found.
    """
    new = gc.get_count()[0]
    if _state.resting or (new < YOUNG and _state.stayed <= enough):
        return 0
    found = gc.collect(1)
    _state.stayed += max(0, new - found)
    return found + look_at_all() if _state.stayed > enough else found


def look_at_all() -> int:
    """Looks through everything, whether it seems worth it or not, and whoever holds it at rest.

    Returns:
        how many objects were found.
    """
    _state.stayed = 0
    return gc.collect()


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
