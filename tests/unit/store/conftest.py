"""A real library in the test's folder, with a password that costs little."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from laborqa_desktop.store.keys import Costs
from laborqa_desktop.store.library import create
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_

CHEAP = Costs(memory_kib=64, rounds=1, lanes=1)
ACT = N_("Test", "Test act")
PASSWORD = "滨江 horse 7"


@pytest.fixture
def clock(now: datetime) -> Callable[[], datetime]:
    """A clock that stands still."""
    return lambda: now


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the library lies: a name with a space and Chinese, as on users' disks."""
    return tmp_path / "资料 库%1"


@pytest.fixture
def store(folder: Path, clock: Callable[[], datetime]) -> Iterator[Store]:
    """An open, empty library."""
    opened, _ = create(folder, PASSWORD, costs=CHEAP, clock=clock)
    yield opened
    opened.close()
