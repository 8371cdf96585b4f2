"""What the user is told when a library opens."""

from datetime import timedelta
from pathlib import Path

import pytest

from laborqa_desktop.store.library import create, open_store
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.office import Office
from tests.factory import ACT, Factory
from tests.unit.usecases.conftest import CHEAP


def test_a_library_in_order_opens_without_a_word(make: Factory, store: Store) -> None:
    assert Office(store).warnings() == ()


@pytest.mark.parametrize(("folder", "program"), [("OneDrive - 公司", "OneDrive"), ("我的坚果云", "坚果云 Nutstore")])
def test_a_synchronised_folder_is_named(tmp_path: Path, folder: str, program: str) -> None:
    place = tmp_path / folder
    place.mkdir()
    store, _ = create(place / "资料库", "correct horse", costs=CHEAP)
    (said,) = Office(store).warnings()
    assert program in str(said)
    store.close()


def test_a_clock_behind_the_newest_entry_is_named(make: Factory, store: Store) -> None:
    with store.write(ACT) as work:
        newest = work.now
    make.site()
    store.clock = lambda: newest - timedelta(days=1)
    (said,) = Office(store).warnings()
    assert "2026-11-23 09:30" in str(said)
    store.clock = lambda: newest - timedelta(minutes=2)
    assert Office(store).warnings() == ()


def test_a_library_open_for_reading_says_so_only_where_the_user_did_not_ask_for_it(store: Store) -> None:
    store.close()
    with open_store(store.folder, "correct horse", writable=False) as reading:
        assert Office(reading).warnings() == ()
