"""Attachments that are missing or damaged come back from healthy copies: proven, all or none."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from laborqa_desktop.errors import Refused, UnreadableInput, UserError
from laborqa_desktop.models.history import Blob
from laborqa_desktop.store import check as checks
from laborqa_desktop.store import fetching as springs
from laborqa_desktop.store.backup_file import part_name
from laborqa_desktop.store.files import Files
from laborqa_desktop.store.finding import Finding
from laborqa_desktop.store.library import create
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_
from laborqa_desktop.usecases.backups import Backups
from laborqa_desktop.usecases.fetching import Fetched, Missed, fetch
from laborqa_desktop.usecases.health import Health, Part
from tests.unit.usecases.conftest import CHEAP

ACT = N_("Test", "Test act")
CONTENT = {name: f"content of {name}".encode() * 50 for name in ("a.jpg", "b.pdf", "c.png")}


@pytest.fixture
def ids(store: Store) -> dict[str, str]:
    with store.write(ACT) as work:
        return {name: Files(store).put(work.session, data, original_name=name) for name, data in CONTENT.items()}


@pytest.fixture
def place(store: Store, ids: dict[str, str], tmp_path: Path) -> Path:
    """A second place with a copy of everything."""
    folder = tmp_path / "stick"
    folder.mkdir()
    Backups(store).make()
    Backups(store).copy_to(folder)
    return folder


def copy_of(place: Path, blob: str) -> Path:
    return next(place.glob(f"*/attachments/{blob[:2]}/{blob}"))


def spoil(path: Path) -> bytes:
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    return bytes(data)


def said(fetched: Fetched) -> dict[str, int]:
    return {str(text): count for text, count in fetched.came}


def whole(store: Store, ids: dict[str, str]) -> set[str]:
    found = set()
    for name, blob in ids.items():
        try:
            assert Files(store).get(blob) == CONTENT[name]
            found.add(name)
        except UserError:
            pass
    return found


def leftovers(store: Store) -> list[Path]:
    return list(store.layout.attachments.glob("*/.*"))


def test_what_is_damaged_or_missing_comes_from_the_second_place_and_the_rest_is_named(
        store: Store, ids: dict[str, str], place: Path) -> None:
    files = Files(store)
    spoil(files.path(ids["a.jpg"]))
    files.path(ids["b.pdf"]).unlink()
    files.path(ids["c.png"]).unlink()
    copy_of(place, ids["c.png"]).unlink()
    fetched, result = Health(store, "王芳").fetch(place)
    assert said(fetched) == {"the second place": 2}
    assert fetched.nowhere == (Missed("c.png"),)
    assert whole(store, ids) == {"a.jpg", "b.pdf"}
    assert [one.part for one in result.damage] == [Part.ATTACHMENT]
    assert leftovers(store) == []


def test_a_copy_that_is_not_the_content_itself_is_never_taken(store: Store, ids: dict[str, str], place: Path) -> None:
    """Damaged, another file's content under this name, or cut: each is passed over, and a full backup is asked next."""
    Backups(store).full(place)
    files = Files(store)
    for name, blob in ids.items():
        files.path(blob).unlink()
        target = copy_of(place, blob)
        if name == "a.jpg":
            spoil(target)
        elif name == "b.pdf":
            target.write_bytes(copy_of(place, ids["c.png"]).read_bytes())
        else:
            target.write_bytes(target.read_bytes()[:-20])
    fetched = fetch(store, place)
    [(where, count)] = said(fetched).items()
    assert where.startswith("the backup ")
    assert count == 3
    assert whole(store, ids) == set(CONTENT)


def test_a_chosen_backup_is_looked_into_even_when_other_files_in_it_are_damaged(
        store: Store, ids: dict[str, str], tmp_path: Path) -> None:
    made = Backups(store).full(tmp_path)
    for blob in ids.values():
        Files(store).path(blob).unlink()
    with zipfile.ZipFile(made.path) as packed:
        start = packed.getinfo(part_name(ids["b.pdf"])).header_offset
    data = bytearray(made.path.read_bytes())
    data[start + 400] ^= 1
    made.path.write_bytes(data)
    fetched = fetch(store, chosen=made.path)
    assert said(fetched) == {f"the backup {made.path.name}": 2}
    assert fetched.nowhere == (Missed("b.pdf"),)


def test_a_chosen_light_backup_knows_the_attachments_beside_it(store: Store, ids: dict[str, str], place: Path) -> None:
    Files(store).path(ids["a.jpg"]).unlink()
    [light] = place.glob("*/*.labqbackup")
    fetched = fetch(store, chosen=light)
    assert said(fetched) == {f"the backup {light.name}": 1}


def test_what_is_no_backup_of_this_library_is_refused_in_a_sentence(store: Store, ids: dict[str, str],
                                                                    tmp_path: Path) -> None:
    other, _ = create(tmp_path / "other", "correct horse", costs=CHEAP)
    foreign = Backups(other).full(tmp_path).path
    other.close()
    with pytest.raises(Refused, match="belongs to another library"):
        fetch(store, chosen=foreign)
    broken = tmp_path / "broken.labqbackup"
    broken.write_bytes(foreign.read_bytes()[:500])
    with pytest.raises(UnreadableInput, match="damaged"):
        fetch(store, chosen=broken)
    with pytest.raises(UserError, match="cannot be read"):
        fetch(store, chosen=tmp_path / "gone.labqbackup")


def test_a_second_place_that_is_not_there_is_told(store: Store, ids: dict[str, str], tmp_path: Path) -> None:
    Files(store).path(ids["a.jpg"]).unlink()
    fetched = fetch(store, tmp_path / "unplugged")
    assert (fetched.count, fetched.nowhere, fetched.unreachable) == (0, (Missed("a.jpg"),), tmp_path / "unplugged")
    assert fetch(store).unreachable is None


@pytest.mark.parametrize("at", [0, 1, 2, 3, 4, 5, 6])
def test_a_cancel_leaves_everything_as_it_was(store: Store, ids: dict[str, str], place: Path, at: int) -> None:
    before = {blob: spoil(Files(store).path(blob)) for blob in ids.values()}
    calls = 0

    def step(done: int, total: int) -> None:
        nonlocal calls
        calls += 1
        if calls > at:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fetch(store, place, step=step)
    assert {blob: Files(store).path(blob).read_bytes() for blob in ids.values()} == before
    assert leftovers(store) == []


@pytest.mark.parametrize("last", [1, 2, 3, 4, 5])
def test_when_one_copy_cannot_take_its_place_none_does(store: Store, ids: dict[str, str], place: Path, last: int,
                                                       monkeypatch: pytest.MonkeyPatch) -> None:
    before = {blob: spoil(Files(store).path(blob)) for blob in ids.values()}
    real, done = springs.patiently, 0

    def patiently(act: Callable[[], object], seconds: float = 0) -> None:
        nonlocal done
        done += 1
        if done == last:
            raise PermissionError(13, "held")
        real(act)

    monkeypatch.setattr(springs, "patiently", patiently)
    with pytest.raises(UserError):
        fetch(store, place)
    assert {blob: Files(store).path(blob).read_bytes() for blob in ids.values()} == before
    assert leftovers(store) == []
    with store.read() as session:
        assert "attachments.fetched" not in str(session.connection().exec_driver_sql("SELECT * FROM setting").all())


def test_copies_that_the_disk_does_not_confirm_are_taken_back(store: Store, ids: dict[str, str], place: Path,
                                                              monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence says that nothing was changed, and it is true; nothing lies about either."""
    before = {blob: spoil(Files(store).path(blob)) for blob in ids.values()}

    def sync_directory(folder: Path) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(springs, "sync_directory", sync_directory)
    with pytest.raises(UserError):
        fetch(store, place)
    assert {blob: Files(store).path(blob).read_bytes() for blob in ids.values()} == before
    assert leftovers(store) == []


def test_a_folder_that_is_made_for_a_copy_is_on_the_disk_too(store: Store, ids: dict[str, str], place: Path,
                                                             monkeypatch: pytest.MonkeyPatch) -> None:
    blob, synced = ids["a.jpg"], list[Path]()
    Files(store).path(blob).unlink()
    Files(store).path(blob).parent.rmdir()
    monkeypatch.setattr(springs, "sync_directory", synced.append)
    assert fetch(store, place).count == 1
    assert set(synced) == {store.layout.attachments, Files(store).path(blob).parent}


def test_a_save_in_the_middle_of_the_look_afterwards_is_no_false_alarm(
        store: Store, ids: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    looks = [[Finding(N_("Test", "seen once"))], []]
    monkeypatch.setattr(checks, "check", lambda *_: looks.pop(0))
    _, result = Health(store).fetch()
    assert result.found == ()


def test_what_was_deleted_by_law_meanwhile_does_not_come_back(store: Store, ids: dict[str, str], place: Path) -> None:
    for blob in ids.values():
        Files(store).path(blob).unlink()

    def step(done: int, total: int) -> None:
        if done == total:
            with store.write(ACT) as work:
                work.session.delete(work.session.get_one(Blob, ids["b.pdf"]))

    fetched = fetch(store, place, step=step)
    assert fetched.count == 2
    assert not Files(store).path(ids["b.pdf"]).exists()
    assert leftovers(store) == []


def test_nothing_lost_is_nothing_fetched_and_no_act(store: Store, ids: dict[str, str], place: Path) -> None:
    with store.read() as session:
        acts = session.connection().exec_driver_sql("SELECT count(*) FROM act").scalar()
    assert fetch(store, place) == Fetched()
    with store.read() as session:
        assert session.connection().exec_driver_sql("SELECT count(*) FROM act").scalar() == acts
