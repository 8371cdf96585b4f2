"""What a trial is: something done to a library many times, and what must never come of it."""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import tests.faults


@dataclass(frozen=True)
class Outcome:
    """What came of a trial.

    Attributes:
        trials: how often it was done.
        failures: a sentence for each time it went wrong, with what is needed to see it again.
        facts: counts worth telling, such as acknowledged commits.
    """

    trials: int
    failures: tuple[str, ...] = ()
    facts: Mapping[str, int | float | str] = field(default_factory=dict)


@dataclass(frozen=True)
class Trial:
    """One row of reliability.md, section 4.

    Attributes:
        key: T01.
        target: what must come out, as stated there.
        quick, full: how often it is done in every test run, and by dev.py soak.
        run: (how often, seed, an empty folder) -> outcome.
        control: the protection is taken away on purpose, so failures must be found: it proves that the trial bites.
    """

    key: str
    title: str
    target: str
    quick: int
    full: int
    run: Callable[[int, int, Path], Outcome]
    control: bool = False

    def passed(self, outcome: Outcome) -> bool:
        """Whether the outcome is what it must be."""
        return bool(outcome.failures) if self.control else not outcome.failures


def every() -> tuple[Trial, ...]:
    """All trials of the modules trial_*.py (their TRIALS), by key."""
    found: list[Trial] = []
    for module in pkgutil.iter_modules(tests.faults.__path__):
        if module.name.startswith("trial_"):
            found += importlib.import_module(f"tests.faults.{module.name}").TRIALS
    return tuple(sorted(found, key=lambda one: (one.key, one.control)))
