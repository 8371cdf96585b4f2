"""Putting a backup back: what it would change, what must not come back, and the drill."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from laborqa_desktop.errors import Conflict, Refused, UnreadableInput, WrongPassword
from laborqa_desktop.models.client import Site
from laborqa_desktop.models.person import Person
from laborqa_desktop.store import counters, head_file, history, keys, slots
from laborqa_desktop.store.check import check_folder
from laborqa_desktop.store.files import Files
from laborqa_desktop.store.keys import PASSWORD as PASSWORD_SLOT
from laborqa_desktop.store.library import create, open_store
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_
from laborqa_desktop.usecases import backups, restoring
from laborqa_desktop.usecases.backups import Backups
from laborqa_desktop.usecases.purging import Purging, pseudonym_of
from tests.factory import Factory
from tests.unit.usecases.conftest import CHEAP

ACT = N_("Test", "Test act")
PASSWORD = "correct horse"


def sites(store: Store) -> set[str]:
    with store.read() as session:
        return set(session.scalars(select(Site.name)))


def attach(store: Store, data: bytes) -> str:
    with store.write(ACT) as work:
        return Files(store).put(work.session, data, original_name="a.jpg")


def test_the_preview_says_what_would_change(store: Store, make: Factory) -> None:
    kept = make.site(name="留下")
    gone = make.site(name="会被改回")
    old = Backups(store).make()
    with store.write(N_("Test", "Renamed {name}").of(name="x"), person="李洋") as work:
        work.session.get_one(Site, gone).name = "新名字"
    make.site(name="新来的")
    with store.write(ACT) as work:
        work.session.delete(work.session.get_one(Site, kept))
    seen = Backups(store).preview(old.path)
    of_sites = next(one for one in seen.kinds if str(one.title) == "Sites")
    assert (of_sites.here, of_sites.there, of_sites.changed) == (1, 1, 1)
    assert seen.undone == len(seen.acts) == 3
    assert ("李洋", "Renamed x") in [(one.person, str(one.text)) for one in seen.acts]
    assert list(store.folder.glob(".restore-*")) == []
    assert sites(store) == {"新名字", "新来的"}


def test_a_restore_puts_everything_back_and_says_so_in_the_history(store: Store, make: Factory) -> None:
    make.site(name="旧")
    backups_of = Backups(store, "李洋")
    old = backups_of.make()
    make.site(name="新")
    done = backups_of.restore(old.path)
    assert sites(store) == {"旧"}
    assert done.before.why == "before-restore"
    with store.read() as session:
        assert history.verify(session, store.keys.chain()) is None
        assert head_file.missing(session, store.layout, store.keys) is None
    make.site(name="danach")
    assert check_folder(store.folder, PASSWORD) == []
    back = backups_of.restore(done.before.path)
    assert sites(store) == {"旧", "新"}
    assert back.missing == 0
    assert [one.why for one in backups_of.all()].count("before-restore") == 2


def test_numbers_given_after_the_backup_are_not_given_again(store: Store, make: Factory) -> None:
    with store.write(ACT) as work:
        counters.next_in_series(work.session, "QR", 2026)
    old = Backups(store).make()
    with store.write(ACT) as work:
        assert counters.next_in_series(work.session, "QR", 2026) == "QR-2026-0002"
        counters.next_in_series(work.session, "NC", 2026)
    Backups(store).restore(old.path)
    with store.write(ACT) as work:
        assert counters.next_in_series(work.session, "QR", 2026) == "QR-2026-0003"
        assert counters.next_in_series(work.session, "NC", 2026) == "NC-2026-0002"


def test_the_password_of_today_stays(store: Store, make: Factory, tmp_path: Path) -> None:
    old = Backups(store).make()
    slots.change_slot(store.layout, PASSWORD_SLOT, PASSWORD, "another horse", CHEAP)
    make.site(name="新")
    Backups(store).restore(old.path)
    store.close()
    with open_store(store.folder, "another horse") as again:
        assert sites(again) == set()
    with pytest.raises(WrongPassword):
        open_store(store.folder, PASSWORD)
    backups.place(old.path, tmp_path / "elsewhere", PASSWORD)       # that of the backup's day
    open_store(tmp_path / "elsewhere", PASSWORD).close()


def test_what_was_deleted_by_law_does_not_come_back(store: Store, make: Factory) -> None:
    who = make.staff(name="鲁建华䶮", left_on=date(2015, 1, 1), status="left", hired_on=date(2014, 1, 1))
    old = Backups(store).make()
    now = store.clock()
    store.clock = lambda: now + timedelta(hours=1)
    Purging(store, Backups(store)).purge(who, "person asked", early=True)
    done = Backups(store).restore(old.path)
    assert done.purged == 1
    with store.read() as session:
        assert session.get_one(Person, who).name == pseudonym_of(who)
        assert history.verify(session, store.keys.chain()) is None
        rows: Any = session.connection().exec_driver_sql(
            "SELECT count(*) FROM history WHERE \"values\" LIKE '%鲁建华%'").scalar()
    assert rows == 0
    assert Backups(store).preview(old.path).purges == 1


def test_attachments_that_are_missing_come_back(store: Store, make: Factory, tmp_path: Path) -> None:
    kept, lost, nowhere = (attach(store, data) for data in (b"kept", b"lost", b"nowhere"))
    full = Backups(store).full(tmp_path / "usb")
    light = Backups(store).make()
    Files(store).path(lost).unlink()
    Files(store).path(nowhere).write_bytes(b"damaged")
    assert Backups(store).restore(light.path).missing == 2
    assert Backups(store).restore(full.path).missing == 0
    assert [Files(store).get(one) for one in (kept, lost, nowhere)] == [b"kept", b"lost", b"nowhere"]


def test_a_backup_of_another_library_is_refused(store: Store, make: Factory, tmp_path: Path) -> None:
    other, _ = create(tmp_path / "other", PASSWORD, costs=CHEAP, clock=store.clock)
    with other:
        foreign = Backups(other).full(tmp_path / "usb")
    for act in (Backups(store).preview, Backups(store).restore):
        with pytest.raises(Refused, match="another library"):
            act(foreign.path)
    assert Backups(store).all() == ()


def test_a_damaged_backup_changes_nothing(store: Store, make: Factory) -> None:
    make.site(name="旧")
    old = Backups(store).make()
    data = bytearray(old.path.read_bytes())
    data[len(data) // 2] ^= 1
    old.path.write_bytes(data)
    make.site(name="新")
    with pytest.raises(UnreadableInput, match="damaged"):
        Backups(store).restore(old.path)
    assert sites(store) == {"旧", "新"}
    assert list(store.folder.glob(".restore-*")) == []
    assert [one.why for one in Backups(store).all()] == ["by-hand"]


def test_another_program_that_reads_the_library_stops_a_restore(store: Store, make: Factory) -> None:
    make.site(name="旧")
    old = Backups(store).make()
    make.site(name="新")
    with open_store(store.folder, PASSWORD, writable=False) as reading, reading.read() as session:
        assert session.scalar(select(Site.name).limit(1)) == "旧"
        with pytest.raises(Conflict, match="Another program"):
            Backups(store).restore(old.path)
    assert sites(store) == {"旧", "新"}


def test_a_cancelled_restore_changes_nothing(store: Store, make: Factory) -> None:
    class Stop(Exception):
        pass

    make.site(name="旧")
    old = Backups(store).make()
    make.site(name="新")
    for at in (10, 45, 60, 80, 90, 100):
        def step(done: int, total: int, at: int = at) -> None:
            if done >= at:
                raise Stop
        with pytest.raises(Stop):
            Backups(store).restore(old.path, step=step)
        assert sites(store) == {"旧", "新"}
        assert list(store.folder.glob(".restore-*")) == []


def test_a_backup_makes_a_library_in_an_empty_folder(store: Store, make: Factory, tmp_path: Path) -> None:
    make.site(name="旧")
    blob = attach(store, b"picture")
    full, light = Backups(store).full(tmp_path / "usb"), Backups(store).make()
    for file, name in ((full.path, "a"), (light.path, "b")):        # the light one finds its attachments beside
        placed = backups.place(file, tmp_path / name, PASSWORD)
        assert placed.missing == 0
        assert check_folder(placed.folder, PASSWORD) == []
        with open_store(placed.folder, PASSWORD) as again:
            assert sites(again) == {"旧"}
            assert Files(again).get(blob) == b"picture"
            assert again.library_id == store.library_id
    alone = tmp_path / "alone" / light.path.name
    alone.parent.mkdir()
    alone.write_bytes(light.path.read_bytes())
    assert backups.place(alone, tmp_path / "c", PASSWORD).missing == 1


@pytest.mark.parametrize("spoil", [lambda data: data[:-3000], lambda data: data[:9000] + b"\x00" + data[9001:],
                                   lambda data: b""])
def test_a_damaged_one_leaves_nothing_behind(store: Store, make: Factory, tmp_path: Path,
                                             spoil: Callable[[bytes], bytes]) -> None:
    made = Backups(store).full(tmp_path / "usb")
    made.path.write_bytes(spoil(made.path.read_bytes()))
    (tmp_path / "empty").mkdir()
    for folder in (tmp_path / "absent", tmp_path / "empty"):
        with pytest.raises(backups.NotWhole):
            backups.place(made.path, folder, PASSWORD)
    assert not (tmp_path / "absent").exists()
    assert list((tmp_path / "empty").iterdir()) == []
    with pytest.raises(backups.NotWhole):
        backups.prove(made.path, PASSWORD)


def test_a_folder_with_something_in_it_is_not_touched(store: Store, make: Factory, tmp_path: Path) -> None:
    made = Backups(store).full(tmp_path / "usb")
    with pytest.raises(Conflict, match="not empty"):
        backups.place(made.path, tmp_path / "usb", PASSWORD)
    with pytest.raises(WrongPassword):
        backups.place(made.path, tmp_path / "new", "wrong")
    assert not (tmp_path / "new").exists()


def test_a_proof_reads_everything(store: Store, make: Factory, tmp_path: Path) -> None:
    blob = attach(store, b"picture")
    made = Backups(store).full(tmp_path / "usb")
    proof = backups.prove(made.path, PASSWORD)
    assert (proof.attachments, proof.missing, proof.anchor) == (1, 0, made.anchor)
    code = keys.new_code()
    slots.change_slot(store.layout, keys.RECOVERY, PASSWORD, code.replace("-", ""), CHEAP)
    assert backups.prove(Backups(store).full(tmp_path / "usb").path, code).attachments == 1
    data = made.path.read_bytes()
    place = data.index(Files(store).path(blob).read_bytes()) + 20
    made.path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1:])
    with pytest.raises(backups.NotWhole):
        backups.prove(made.path, PASSWORD)


def test_the_drill_compares_every_table_and_attachment(store: Store, make: Factory) -> None:
    backups_of = Backups(store)
    make.site(name="旧")
    blob = attach(store, b"picture")
    assert backups_of.drilled_at() is None
    first = backups_of.drill()
    assert first.is_good
    assert (first.attachments, first.missing) == (1, 0)
    assert first.tables > 40
    assert backups_of.drilled_at() == store.clock()
    assert len(backups_of.all()) == 1
    assert backups_of.drill().is_good
    assert len(backups_of.all()) == 2       # the date of the drill is a row that the first one did not have
    Files(store).path(blob).write_bytes(b"damaged")
    assert backups_of.drill().missing == 1
    assert list(store.folder.glob(".restore-*")) == []


def test_the_drill_finds_a_row_that_differs(store: Store, make: Factory, monkeypatch: pytest.MonkeyPatch) -> None:
    make.site(name="旧")
    backups_of = Backups(store)
    real = restoring.unequal_tables

    def spoil(live: Any, restored: Any, told: Callable[[str], None]) -> list[str]:
        live.execute("UPDATE site SET name = '别的'")       # rolled back by the drill
        return real(live, restored, told)

    monkeypatch.setattr(restoring, "unequal_tables", spoil)
    found = backups_of.drill()
    assert found.unequal == ("site",)
    assert not found.is_good
    assert backups_of.drilled_at() is None
