"""How long each part of a build takes, and how a part says that it cannot go on."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


class Stop(Exception):
    """The build cannot go on; its text says why and what to do."""


class Stages:
    """The parts of one build, with the seconds each took."""

    def __init__(self) -> None:
        self._taken: list[tuple[str, float]] = []

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Says that a part begins and, when it is done, how long it took."""
        print(f"{name} ...", flush=True)
        start = time.monotonic()
        yield
        self._taken.append((name, time.monotonic() - start))
        print(f"{name}: {self._taken[-1][1]:.0f} s", flush=True)

    def summary(self) -> str:
        """All parts, one a line, and the sum."""
        lines = [f"{seconds:7.1f} s  {name}" for name, seconds in self._taken]
        return "\n".join([*lines, f"{sum(seconds for _, seconds in self._taken):7.1f} s  altogether"])
