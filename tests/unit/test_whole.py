"""Files that are there whole or not at all, also when another program holds them for a moment."""

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from laborqa_desktop import settings, whole
from laborqa_desktop.store.folder import is_writable


def held(times: int, code: int, there: Path) -> Callable[[], None]:
    left = [times]

    def act() -> None:
        if left[0]:
            left[0] -= 1
            raise OSError(code, os.strerror(code), str(there / "a"))
    return act


@pytest.mark.parametrize("code", [errno.EACCES, errno.EBUSY, errno.ETXTBSY])
def test_a_file_that_is_held_is_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(whole.time, "sleep", pauses.append)
    whole.patiently(held(3, code, tmp_path))
    assert len(pauses) == 3


def test_not_for_ever(tmp_path: Path) -> None:
    with pytest.raises(PermissionError):
        whole.patiently(held(1000, errno.EACCES, tmp_path), seconds=0.05)


def test_what_waiting_cannot_mend_is_told_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(whole.time, "sleep", lambda _: pytest.fail("waited"))
    with pytest.raises(OSError, match="space"):
        whole.patiently(held(1, errno.ENOSPC, tmp_path))
    monkeypatch.setattr(os, "access", lambda *_: False)     # a folder that may not be written to
    if os.name != "nt":
        with pytest.raises(PermissionError):
            whole.patiently(held(1, errno.EACCES, tmp_path))


def test_a_probe_that_is_held_makes_no_library_read_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, **_: object) -> None:
        raise PermissionError(errno.EACCES, "held", str(path))

    monkeypatch.setattr(Path, "unlink", refuse)
    assert is_writable(tmp_path)


def test_a_failed_replacement_leaves_the_old_file_and_nothing_else(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "preferences.json"
    settings.save(file, settings.Preferences(person="王芳"))

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="space"):
        settings.save(file, settings.Preferences(person="李娜"))
    assert settings.load(file).person == "王芳"
    assert list(tmp_path.iterdir()) == [file]
