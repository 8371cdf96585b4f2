"""Backups from the command line, as a script sees them."""

from pathlib import Path

import pytest

from laborqa_desktop import bootstrap
from laborqa_desktop.errors import UserError
from laborqa_desktop.store import backup
from laborqa_desktop.usecases.backups import prove
from tests.e2e.conftest import PASSWORD, Run
from tests.e2e.test_bad_input import small_disk
from tests.unit.usecases.conftest import CHEAP


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "资料 库"
    office, _ = bootstrap.new_library(folder, PASSWORD, "杭州洁安", costs=CHEAP)
    office.records.save("post", None, {"code": "P1", "name": "保洁员"})
    office.close()
    return folder


def test_a_backup_goes_out_and_comes_back(library: Path, tmp_path: Path, run: Run) -> None:
    made = run("backup", "--library", library, "--to", tmp_path / "usb")
    assert made.code == 0
    file = Path(made.out.rstrip("\n"))
    assert list((tmp_path / "usb").iterdir()) == [file]
    proof = run("verify-backup", file)
    assert (proof.code, proof.err) == (0, "")
    done = run("restore", file, "--to", tmp_path / "new")
    assert done.code == 0
    assert "保洁员" in run("list", "post", "--library", tmp_path / "new").out
    sound = run("check", "--library", tmp_path / "new")
    assert sound.code == 0, sound
    assert run("restore", file, "--to", tmp_path / "new").code == 2
    assert run("verify-backup", file, password="wrong").code == 2
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
    bad = run("verify-backup", file)
    assert (bad.code, bad.out) == (1, "")
    assert "damaged" in bad.err
    refused = run("restore", file, "--to", tmp_path / "newer")
    assert (refused.code, refused.out) == (1, "")
    assert not (tmp_path / "newer").exists()


def test_a_window_may_be_open_meanwhile(library: Path, tmp_path: Path, run: Run) -> None:
    office = bootstrap.open_library(library, PASSWORD)
    try:
        office.records.save("post", None, {"code": "P2", "name": "保安"})
        made = run("backup", "--library", library, "--to", tmp_path)
        assert made.code == 0
    finally:
        office.close()
    run("restore", made.last, "--to", tmp_path / "new")
    assert "保安" in run("list", "post", "--library", tmp_path / "new").out


def test_what_is_no_backup_or_no_library(library: Path, tmp_path: Path, run: Run) -> None:
    picture = tmp_path / "picture.jpg"
    picture.write_bytes(b"\xff\xd8 no backup")
    assert run("verify-backup", picture).code == 2
    assert run("verify-backup", tmp_path / "absent.labqbackup").code == 2
    assert run("restore", picture, "--to", tmp_path / "new").code == 2
    assert not (tmp_path / "new").exists()
    assert run("backup", "--library", tmp_path / "nothing", "--to", tmp_path / "usb").code == 2
    assert run("backup", "--library", library, "--to", picture).code == 2
    assert run("backup", "--library", library, "--to", tmp_path / "no" / "such" / "place").code == 2
    database = library / "laborqa.db"
    data = bytearray(database.read_bytes())
    data[len(data) // 2] ^= 1
    database.write_bytes(data)
    damaged = run("backup", "--library", library, "--to", tmp_path / "usb")
    assert (damaged.code, damaged.out) == (1, "")
    assert not (tmp_path / "usb").exists() or list((tmp_path / "usb").iterdir()) == []


def test_a_full_stick_gets_a_sentence_and_keeps_what_it_had(library: Path, tmp_path: Path, run: Run,
                                                            monkeypatch: pytest.MonkeyPatch) -> None:
    office = bootstrap.open_library(library, PASSWORD)
    try:
        with small_disk(tmp_path, "3m") as stick:
            old = office.backups.full(stick)
            (stick / "holiday.jpg").write_bytes(bytes(900_000))
            said = run("backup", "--library", library, "--to", stick)
            assert said.code == 2
            assert "no room" in said.err
            monkeypatch.setattr(backup, "_need_room", lambda *_, **__: None)      # it fills up while we write
            with pytest.raises(UserError, match=r"full|written"):
                office.backups.full(stick)
            assert {path.name for path in stick.iterdir()} == {old.path.name, "holiday.jpg"}
            assert prove(old.path, PASSWORD).anchor == old.anchor
    finally:
        office.close()
