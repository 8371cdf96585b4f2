"""rekey on the command line: another password, proven, and the words that belong to it."""

import hashlib
from pathlib import Path

import pytest

from laborqa_desktop import bootstrap, cli
from laborqa_desktop.store import library as libraries
from laborqa_desktop.store import settings
from tests.e2e.conftest import PASSWORD
from tests.unit.usecases.conftest import CHEAP

NEW = "一个新密码 2027"


@pytest.fixture
def made(tmp_path: Path) -> tuple[Path, str]:
    office, code = bootstrap.new_library(tmp_path / "lib", PASSWORD, "洁安", costs=CHEAP)
    office.close()
    return tmp_path / "lib", code


def rekey(folder: Path, old: str, new: str | None, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("LABORQA_PASSWORD", old)
    monkeypatch.setenv("LABORQA_LANGUAGE", "en")
    if new is not None:
        monkeypatch.setenv("LABORQA_NEW_PASSWORD", new)
    return cli.main(["rekey", "--library", str(folder)])


def key_files(folder: Path) -> list[str]:
    return [hashlib.sha256((folder / f"key-{no}.json").read_bytes()).hexdigest() for no in (1, 2)]


def test_the_new_password_opens_the_old_one_does_not_the_code_does(made: tuple[Path, str],
                                                                   monkeypatch: pytest.MonkeyPatch,
                                                                   capsys: pytest.CaptureFixture[str]) -> None:
    folder, code = made
    assert rekey(folder, PASSWORD, NEW, monkeypatch) == 0
    said = capsys.readouterr().out
    assert "Backups made before still open with the old password" in said
    assert NEW not in said
    for secret, exit_code in ((NEW, 0), (PASSWORD, 2), (code, 0)):
        monkeypatch.setenv("LABORQA_PASSWORD", secret)
        assert cli.main(["list", "staff", "--count", "--library", str(folder)]) == exit_code
    assert rekey(folder, code, "found again", monkeypatch) == 0
    assert len(set(key_files(folder))) == 1


def test_what_cannot_be_leaves_everything(made: tuple[Path, str], monkeypatch: pytest.MonkeyPatch,
                                          capsys: pytest.CaptureFixture[str]) -> None:
    folder, _ = made
    before = key_files(folder)
    assert rekey(folder, "wrong", NEW, monkeypatch) == 2
    assert rekey(folder, PASSWORD, "", monkeypatch) == 2
    monkeypatch.delenv("LABORQA_NEW_PASSWORD")
    assert rekey(folder, PASSWORD, None, monkeypatch) == 2
    assert "LABORQA_NEW_PASSWORD" in capsys.readouterr().err
    lock = bootstrap.take(folder)
    assert lock is not None
    assert rekey(folder, PASSWORD, NEW, monkeypatch) == 2
    lock.unlock()
    store = libraries.open_store(folder, PASSWORD)
    with store.quiet() as session:
        settings.put(session, libraries.WRITTEN_BY, "9.4")
        session.connection().exec_driver_sql("UPDATE alembic_version SET version_num = '0999'")
    store.close()
    assert rekey(folder, PASSWORD, NEW, monkeypatch) == 2
    assert "9.4" in capsys.readouterr().err
    assert key_files(folder) == before
