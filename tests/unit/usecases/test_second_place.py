"""A second place for backups: what goes there, what is thinned there, what happens when it is gone."""

from datetime import timedelta
from pathlib import Path

import pytest

from laborqa_desktop.errors import Refused, UserError
from laborqa_desktop.store import second_place
from laborqa_desktop.store.check import check_folder
from laborqa_desktop.store.files import Files
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_
from laborqa_desktop.usecases import backups
from laborqa_desktop.usecases.backups import Backups
from tests.factory import Factory

PASSWORD = "correct horse"


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    made = tmp_path / "usb"
    made.mkdir()
    return made


def attach(store: Store, data: bytes) -> str:
    with store.write(N_("Test", "Attached")) as work:
        return Files(store).put(work.session, data)


def test_a_copy_there_is_enough_to_have_everything_back(store: Store, make: Factory, usb: Path,
                                                        tmp_path: Path) -> None:
    blobs = [attach(store, data) for data in (b"one", b"two")]
    mine = Backups(store)
    assert mine.copy_to(usb) is None        # there is no backup yet
    made = mine.make()
    copied = mine.copy_to(usb)
    assert copied is not None
    assert copied.path.name == made.path.name
    assert mine.copy_to(usb) is None
    assert mine.all_in(usb) == (copied,)
    placed = backups.place(copied.path, tmp_path / "new", PASSWORD)
    assert placed.missing == 0
    assert check_folder(placed.folder, PASSWORD) == []
    assert sorted(path.name for path in (copied.path.parent / "attachments").glob("??/*")) == sorted(blobs)


def test_attachments_go_there_once(store: Store, make: Factory, usb: Path) -> None:
    attach(store, b"one")
    mine = Backups(store)
    mine.make()
    first = mine.copy_to(usb)
    assert first is not None
    there = next((first.path.parent / "attachments").glob("??/*"))
    before = there.stat().st_mtime_ns
    cut = attach(store, b"two")
    mine.make()
    mine.copy_to(usb)
    assert there.stat().st_mtime_ns == before
    half = first.path.parent / "attachments" / cut[:2] / cut
    half.write_bytes(half.read_bytes()[:10])
    make.site(name="新")
    mine.make()
    mine.copy_to(usb)
    assert half.read_bytes() == Files(store).path(cut).read_bytes()


def test_it_is_thinned_there_too_with_attachments_nobody_needs(store: Store, make: Factory, usb: Path) -> None:
    mine, start = Backups(store), store.clock()
    for hours in (0, 1, 2, 24 * 400, 24 * 401, 24 * 402):
        moment = start + timedelta(hours=hours)
        store.clock = lambda moment=moment: moment      # type: ignore[misc]
        make.site(name=f"{hours}")
        mine.make()
        mine.copy_to(usb)
    assert len(mine.all_in(usb)) == len(mine.all()) == 4       # of the first day only its newest
    stray = second_place.own_folder(mine._source, usb) / "attachments" / "ab" / ("ab" * 32)
    stray.parent.mkdir(parents=True)
    stray.write_bytes(b"x")
    second_place._forget(mine._source, second_place.own_folder(mine._source, usb))
    assert not stray.exists()


def test_a_stick_that_was_pulled_out_is_named_and_nothing_is_lost(store: Store, make: Factory, tmp_path: Path) -> None:
    mine = Backups(store)
    made = mine.make()
    with pytest.raises(UserError, match="second place"):
        mine.copy_to(tmp_path / "pulled" / "out")
    assert mine.all() == (made,)
    assert mine.all_in(tmp_path / "pulled" / "out") == ()


def test_a_stick_without_room_is_named(store: Store, make: Factory, usb: Path,
                                       monkeypatch: pytest.MonkeyPatch) -> None:
    mine = Backups(store)
    mine.make()
    monkeypatch.setattr(second_place, "free_mb", lambda _: 0)
    with pytest.raises(UserError, match="no room"):
        mine.copy_to(usb)


def test_a_place_inside_the_library_is_refused(store: Store, make: Factory, usb: Path) -> None:
    mine = Backups(store)
    with pytest.raises(Refused, match="inside the library"):
        mine.check_place(store.folder / "backups")
    assert not mine.check_place(usb)        # the same disk


def test_a_copy_cut_on_the_way_gets_no_name(store: Store, make: Factory, usb: Path,
                                            monkeypatch: pytest.MonkeyPatch) -> None:
    mine = Backups(store)
    mine.make()
    monkeypatch.setattr(second_place, "flush", lambda out: out.truncate(5000))
    with pytest.raises(UserError, match="damaged"):
        mine.copy_to(usb)
    assert mine.all_in(usb) == ()
    assert [path for path in usb.rglob("*") if path.is_file()] == []
