"""T46: random acts are undone, redone and undone again; every list and form shows what it showed before.

History, counters and archived rows are set aside: numbers stay used, and what was added lies in the archive.
"""

from pathlib import Path
from random import Random
from unittest import mock

from laborqa_desktop.errors import UserError
from laborqa_desktop.store import history
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases import undoing
from tests.faults.trial import Outcome, Trial
from tests.faults.undo_acts import User, differences, shown, world

ACTS, SESSIONS_A_LIBRARY = 14, 6


def run(count: int, seed: int, folder: Path) -> Outcome:
    """So many sessions of ACTS acts each."""
    failures: list[str] = []
    facts: dict[str, int] = {}
    for first in range(0, count, SESSIONS_A_LIBRARY):
        with world(folder / f"library-{first}") as made:
            for number in range(first, min(first + SESSIONS_A_LIBRARY, count)):
                user = User(made, Random(f"{seed} {number}"), folder)
                failures += [f"session {number}: {words}" for words in _session(user)]
                for name, times in user.done.items():
                    facts[name] = facts.get(name, 0) + times
            failures += [f"library {first}: {words}" for words in _chain(made.store)]
    return Outcome(count, tuple(failures), facts)


def _session(user: User) -> list[str]:
    """One session: acts with an undo or a redo now and then, then all back, all forth, all back."""
    random, records = user.random, user.records
    before = shown(user.store, user.world)
    trail: list[int] = []
    redo: list[int] = []
    tried = 0
    for wanted in random.sample(user.named, len(user.named)):       # each of these at least once
        trail += next(([act] for _ in range(20) if (act := user.act(wanted))), [])
    while len(trail) < ACTS and tried < 6 * ACTS:
        tried += 1
        if trail and random.random() < 0.12:
            redo.append(records.undo(trail.pop()).act_id)
        elif redo and random.random() < 0.4:
            trail.append(records.undo(redo.pop()).act_id)
        elif act := user.act():
            trail.append(act)
            redo.clear()
    after = shown(user.store, user.world)
    last = records.last_act()
    failures: list[str] = []
    try:
        back = _all_back(user, trail)
        failures += [f"after undo, {words}" for words in differences(before, shown(user.store, user.world))[:3]]
        forth = _all_back(user, back)
        failures += [f"after redo, {words}" for words in differences(after, shown(user.store, user.world))[:3]]
        _all_back(user, forth)
        failures += [f"after the second undo, {words}"
                     for words in differences(before, shown(user.store, user.world))[:3]]
    except UserError as error:
        failures.append(f"refused: {error}")
    return failures + _both_directions(user.store, last, trail)


def _all_back(user: User, acts: list[int]) -> list[int]:
    return [user.records.undo(act).act_id for act in reversed(acts)]


def _both_directions(store: Store, last: int, trail: list[int]) -> list[str]:
    """The history names each act, its undo, its redo and that one's undo."""
    with store.read() as session:
        told = history.acts_after(session, last, 10_000)
        named = {act.undo_of for act in told}
        lost = [act for act in trail if history.act_named(session, act) is None]
    missing = [act for act in trail if act not in named]
    found = [f"the history lacks act {act}" for act in lost] + [f"no undo of act {act}" for act in missing]
    if len(told) != 3 * len(trail):
        found.append(f"{len(told)} acts in place of {3 * len(trail)} undos, redos and undos")
    return found


def _chain(store: Store) -> list[str]:
    with store.read() as session:
        broken = history.verify(session, store.keys.chain())
    return [] if broken is None else [f"the history is broken: {broken}"]


def run_unprotected(count: int, seed: int, folder: Path) -> Outcome:
    """The same with a way back that forgets child rows and files that were taken away."""
    whole = undoing._invert

    def forgetful(session: object, table: object, kind: history.Change, rows: object) -> None:
        if kind is not history.Change.DELETE:
            whole(session, table, kind, rows)       # type: ignore[arg-type]

    with mock.patch.object(undoing, "_invert", forgetful):
        return run(count, seed, folder)


TRIALS = (
    Trial("T46", "random acts undone and redone", "0 differences in any list, form, search or panel of files; the "
          "history keeps both directions", 3, 60, run),
    Trial("T46", "a way back that forgets deleted rows", "failures are found", 1, 6, run_unprotected, control=True),
)
