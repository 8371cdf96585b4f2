"""A real library for each test, its password cheap, its clock at a standstill."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from laborqa_desktop.store.keys import Costs
from laborqa_desktop.store.library import create
from laborqa_desktop.store.unit import Store
from tests.factory import Factory

CHEAP = Costs(memory_kib=64, rounds=1, lanes=1)


@pytest.fixture
def store(tmp_path: Path, now: datetime) -> Iterator[Store]:
    """An open, empty library."""
    opened, _ = create(tmp_path / "资料库", "correct horse", costs=CHEAP, clock=lambda: now)
    yield opened
    opened.close()


@pytest.fixture
def make(store: Store) -> Factory:
    """Builders of records in that library; it has a department."""
    factory = Factory(store)
    factory.company()
    return factory
