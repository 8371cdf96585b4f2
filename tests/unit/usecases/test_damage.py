"""The damage procedure: aside first, then a look, then what the user chose; health keeps what it saw."""

from pathlib import Path

import pytest

from laborqa_desktop.errors import NotFound, Refused, UnreadableInput, UserError, WrongPassword
from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.store import backup
from laborqa_desktop.store.backup import Source
from laborqa_desktop.store.check import check_folder
from laborqa_desktop.store.library import create, open_store
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases import damage, damage_words
from laborqa_desktop.usecases.damage import Patient
from laborqa_desktop.usecases.health import Health
from tests.unit.store.conftest import ACT, CHEAP, PASSWORD
from tests.unit.store.test_salvage import fill, pages_of, spoil


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """A library with a backup, and acts after it."""
    made, _ = create(tmp_path / "库", PASSWORD, costs=CHEAP)
    fill(made)
    backup.make(Source(made.layout, made.keys, made.library_id), made.layout.backups, "test", made.clock())
    with made.write(ACT, person="李洋") as work:
        work.session.get_one(OrgUnit, 40).name = "备份之后"
    return made


def hurt(store: Store) -> Patient:
    spoil(store, [pages_of(store, "org_unit")[0], pages_of(store, "history")[1]])
    return damage.admit(store.folder, PASSWORD)


def test_what_is_set_aside_is_a_copy_and_looking_changes_nothing(store: Store) -> None:
    patient = hurt(store)
    before = {path.name: path.read_bytes() for path in store.folder.glob("laborqa.db*")}
    aside = damage.set_aside(patient)
    assert (aside / "laborqa.db").read_bytes() == before["laborqa.db"]
    assert (aside / "key-1.json").is_file()
    seen = damage.examine(patient, aside)
    assert {path.name: path.read_bytes() for path in store.folder.glob("laborqa.db*")} == before
    assert seen.salvaged is not None
    assert seen.backup is not None
    assert (seen.later_count, [one.person for one in seen.later]) == (1, ["李洋"])
    damage.give_up(patient)
    assert sorted(path.name for path in store.folder.glob(".*")) == []


def test_what_can_be_saved_takes_the_place_of_the_damaged_file(store: Store) -> None:
    patient = hurt(store)
    seen = damage.examine(patient, damage.set_aside(patient))
    mended = damage.take_salvaged(patient, seen, PASSWORD, "李洋")
    assert [one for one in mended.found if not one.note] == []
    with open_store(store.folder, PASSWORD) as again, again.read() as session:
        assert session.get_one(OrgUnit, 40).name == "备份之后"
        assert session.query(OrgUnit).count() == 999
    assert check_folder(store.folder, PASSWORD) == []


def test_the_newest_entries_of_the_history_are_missed(store: Store) -> None:
    with store.write(ACT, person="李洋") as work:
        work.session.add(OrgUnit(name="最新的单位"))
    spoil(store, [pages_of(store, "org_unit")[-1], pages_of(store, "history")[-1]])
    patient = damage.admit(store.folder, PASSWORD)
    seen = damage.examine(patient, damage.set_aside(patient))
    assert seen.salvaged is not None
    assert seen.salvaged.newest == 2
    assert not seen.salvaged.is_complete
    said = [str(one) for one in damage_words.missing(seen.salvaged)]
    assert any("newest 2 entries" in one for one in said), said
    assert any("2 acts" in one for one in said), said
    assert seen.later_count == 2
    damage.take_salvaged(patient, seen, PASSWORD, "李洋")
    assert check_folder(store.folder, PASSWORD) == []


def test_the_backup_takes_its_place_when_the_user_wants_that(store: Store) -> None:
    patient = hurt(store)
    seen = damage.examine(patient, damage.set_aside(patient))
    mended = damage.take_backup(patient, seen, PASSWORD, "李洋")
    assert [one for one in mended.found if not one.note] == []
    with open_store(store.folder, PASSWORD) as again, again.read() as session:
        assert session.get_one(OrgUnit, 40).name == "单位39"


def test_without_its_database_a_library_has_its_backup(store: Store) -> None:
    store.close()
    store.layout.database.unlink()
    patient = damage.admit(store.folder, PASSWORD)
    seen = damage.examine(patient, damage.set_aside(patient))
    assert (seen.salvaged, seen.backup is not None) == (None, True)
    damage.take_backup(patient, seen, PASSWORD, "")
    assert check_folder(store.folder, PASSWORD) == []


def test_without_key_files_those_of_a_backup_open_it(store: Store) -> None:
    store.close()
    for path in store.layout.key_files:
        path.write_bytes(b"x")
    patient = damage.admit(store.folder, PASSWORD)
    seen = damage.examine(patient, damage.set_aside(patient))
    damage.take_salvaged(patient, seen, PASSWORD, "")
    assert check_folder(store.folder, PASSWORD) == []


def test_a_wrong_password_or_no_library_begins_nothing(store: Store, tmp_path: Path) -> None:
    store.close()
    with pytest.raises(WrongPassword):
        damage.admit(store.folder, "wrong")
    with pytest.raises(NotFound):
        damage.admit(tmp_path, PASSWORD)


def test_no_room_stops_before_anything_is_copied(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    patient = hurt(store)
    monkeypatch.setattr(damage, "free_mb", lambda _: 0)
    with pytest.raises(UserError, match="no room"):
        damage.set_aside(patient)
    assert list(store.folder.glob("damaged-*")) == []


def test_nothing_readable_and_no_backup_is_said(tmp_path: Path) -> None:
    made, _ = create(tmp_path / "库", PASSWORD, costs=CHEAP)
    made.close()
    made.layout.database.write_bytes(b"x" * 9000)
    with pytest.raises(UnreadableInput, match="Look for a backup elsewhere"):
        damage.salvage_to(made.folder, PASSWORD, tmp_path / "new")


def test_the_words_name_what_is_missing(store: Store) -> None:
    patient = hurt(store)
    for path in store.layout.backups.iterdir():
        path.unlink()
    seen = damage.examine(patient, damage.set_aside(patient))
    assert seen.salvaged is not None
    said = " | ".join(str(text) for text in damage_words.missing(seen.salvaged))
    assert "of the history are missing" in said
    assert "pages are damaged" in str(damage_words.verdict(seen.salvaged))
    assert any("saved" in str(text) for text in damage_words.summary(seen.salvaged))


# ------------------------------------------------------------ health


def test_health_keeps_its_result_and_is_due_after_a_day(store: Store) -> None:
    health = Health(store)
    assert (health.last(), health.is_due()) == (None, True)
    assert health.check().is_sound
    assert not Health(store).is_due()
    kept = Health(store).last()
    assert kept is not None
    assert kept.is_sound


def test_health_heals_what_can_be_healed(store: Store) -> None:
    for path in (store.layout.reserve, store.layout.note, store.layout.key_files[1], store.layout.marker,
                 store.layout.head):
        path.unlink()
    health = Health(store)
    found = health.check()
    assert len(found.healable) == 5
    assert (found.damage, found.is_sound) == ((), False)
    assert health.heal().is_sound
    again = Health(store).last()
    assert again is not None
    assert again.is_sound


def test_health_of_a_read_only_library_heals_nothing(store: Store) -> None:
    store.close()
    with open_store(store.folder, PASSWORD, writable=False) as opened:
        health = Health(opened)
        assert not health.is_due()
        assert health.check().is_sound
        with pytest.raises(Refused):
            health.heal()
