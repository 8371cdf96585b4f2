"""How steps are done: in their order, each timed; one that fails is named with its error, and those that need it are
left out. Knows nothing of what they prove.
"""

import sys
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Figures = dict[str, Any]


class Broken(Exception):
    """Something does not do what it should."""


@dataclass
class Bench:
    """What steps hand on to later ones.

    Attributes:
        folder: of this run alone; deleted at the end.
        password: of the libraries in it.
        office: the open library, once there is one.
        reports: language -> a signed report.
    """

    folder: Path
    password: str
    office: Any = None
    reports: dict[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Step:
    """Something to prove.

    Attributes:
        needs: names of steps without which it cannot be tried.
    """

    name: str
    run: Callable[[Bench], Figures]
    needs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """How a step went.

    Attributes:
        state: "passed", "failed", or "left out" because a step it needs failed.
        error: why, "" when it passed.
    """

    name: str
    state: str
    seconds: float = 0.0
    figures: Figures = field(default_factory=dict)
    error: str = ""

    def as_json(self) -> dict[str, Any]:
        """The result as it stands in the report."""
        told: dict[str, Any] = {"name": self.name, "state": self.state, "seconds": round(self.seconds, 3)}
        return {**told, **({"found": self.figures} if self.figures else {}),
                **({"error": self.error} if self.error else {})}


def run_steps(steps: Sequence[Step], bench: Bench, told: Callable[[Sequence[Result], str], object]) -> list[Result]:
    """Does the steps.

    Args:
        told: called before each step with what is done so far and the name of the one that begins, so that a crash of
            the process leaves word of where it was.
    """
    results: list[Result] = []
    passed: set[str] = set()
    for step in steps:
        missing = [name for name in step.needs if name not in passed]
        if missing:
            results.append(Result(step.name, "left out", error=f"needs: {', '.join(missing)}"))
            continue
        told(results, step.name)
        result = _try(step, bench)
        results.append(result)
        if result.state == "passed":
            passed.add(step.name)
    return results


def _try(step: Step, bench: Bench) -> Result:
    begun = time.perf_counter()
    slots: list[str] = []
    hook = sys.excepthook
    sys.excepthook = lambda kind, error, trace: slots.append(described(error))   # what slots of Qt raise ends up there
    try:
        figures = step.run(bench)
    except Exception as error:
        return Result(step.name, "failed", time.perf_counter() - begun, error=described(error))
    finally:
        sys.excepthook = hook
    seconds = time.perf_counter() - begun
    if slots:
        return Result(step.name, "failed", seconds, figures, slots[0])
    return Result(step.name, "passed", seconds, figures)


def described(error: BaseException) -> str:
    """An error with its kind, its words and the place in the code; the self-test has no data but its own."""
    frames = traceback.extract_tb(error.__traceback__)
    places = " < ".join(f"{Path(one.filename).name}:{one.lineno}" for one in reversed(frames[-6:]))
    return f"{type(error).__name__}: {error} ({places})" if places else f"{type(error).__name__}: {error}"
