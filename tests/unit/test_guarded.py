"""Controlled folder access has its own sentence wherever something is to be written. Windows is played here."""

import sys
from pathlib import Path

import pytest

from laborqa_desktop import guarded
from laborqa_desktop.errors import UserError
from laborqa_desktop.exchange import files as exchange_files
from laborqa_desktop.exchange.files import replace_file
from laborqa_desktop.guarded import Defender, is_guarded
from laborqa_desktop.store import library
from tests.unit.store.conftest import CHEAP, PASSWORD

WINDOWS = {"USERPROFILE": r"C:\Users\王 芳", "PUBLIC": r"C:\Users\Public"}


def defender(*added: str, blocks: bool = True) -> Defender:
    return Defender(lambda: blocks, lambda: added, WINDOWS)


@pytest.mark.parametrize(("place", "on", "found"), [
    (r"C:\Users\王 芳\Documents", True, True), (r"c:\users\王 芳\documents\公司\库", True, True),
    (r"C:\Users\王 芳\Desktop\报告.pdf", True, True), (r"C:\Users\Public\Documents", True, True),
    (r"C:\Users\王 芳\LaborQA", True, False), (r"D:\资料\2026", True, True), (r"E:\资料", True, False),
    (r"C:\Users\王 芳\Documents", False, False)])
def test_guarded_folders_are_known(place: str, on: bool, found: bool) -> None:
    assert is_guarded(Path(place), defender(r"D:\资料", blocks=on)) is found


def test_here_nothing_is_guarded() -> None:
    assert sys.platform == "win32" or not is_guarded(Path.home() / "Documents")


def refuses(*_: object, **__: object) -> None:
    raise PermissionError(13, "Access is denied")


def test_a_library_and_a_file_in_a_guarded_folder_are_refused_with_both_ways_out(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (library, exchange_files):
        monkeypatch.setattr(module, "is_guarded", lambda folder: folder.is_relative_to(tmp_path))
    with monkeypatch.context() as patched:
        patched.setattr(Path, "mkdir", refuses)
        with pytest.raises(UserError, match=r"Windows Defender guards the folder .*Choose another folder, or allow"):
            library.create(tmp_path / "库", PASSWORD, costs=CHEAP)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refuses)
        with pytest.raises(UserError, match="Windows Defender guards the folder"):
            replace_file(tmp_path / "报告.pdf", b"x")
    assert list(tmp_path.iterdir()) == []


def test_a_library_that_came_to_be_guarded_is_read_only_and_says_why(tmp_path: Path,
                                                                     monkeypatch: pytest.MonkeyPatch) -> None:
    library.create(tmp_path / "库", PASSWORD, costs=CHEAP)[0].close()
    monkeypatch.setattr(library, "is_guarded", lambda folder: True)
    monkeypatch.setattr(library, "is_writable", lambda folder: False)
    with library.open_store(tmp_path / "库", PASSWORD) as store:
        assert store.read_only
        assert str(guarded.WORDS.of(folder=tmp_path / "库")) in str(store.notice)
