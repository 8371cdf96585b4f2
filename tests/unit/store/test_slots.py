"""Who opens a library can change at any moment and be cut short at any moment; somebody who knew a secret gets in."""

import os
import secrets
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from laborqa_desktop.errors import UnreadableInput, UserError, WrongPassword
from laborqa_desktop.store import keys, slots
from laborqa_desktop.store.folder import Layout
from laborqa_desktop.store.library import create, open_store
from laborqa_desktop.store.unit import Store
from tests.unit.store.conftest import CHEAP, PASSWORD

NEW = "das neue Kennwort"


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wrong tries do not wait here; one test proves that they do."""
    monkeypatch.setattr(keys, "LEAST_TRY_S", 0.0)


def opens(folder: Path, secret: keys.Secret) -> bool:
    try:
        open_store(folder, secret, writable=False).close()
    except WrongPassword:
        return False
    return True


class _Killed(BaseException):
    """The process is gone."""


@contextmanager
def dying_at(step: int, monkeypatch: pytest.MonkeyPatch, error: Callable[[], BaseException] = _Killed,
             once: bool = False) -> Iterator[list[str]]:
    """Every operation on files from that one on fails; with once, only that one. Tells what was done before."""
    done: list[str] = []

    def watch(owner: Any, name: str) -> None:
        real = getattr(owner, name)

        def act(*words: Any, **more: Any) -> Any:
            done.append(name)
            if len(done) == step or (len(done) > step and not once):
                raise error()
            return real(*words, **more)
        context.setattr(owner, name, act)

    with monkeypatch.context() as context:
        for owner, name in ((Path, "open"), (Path, "replace"), (Path, "unlink"), (Path, "read_bytes"), (os, "fsync"),
                            (os, "open")):
            watch(owner, name)
        yield done


@pytest.mark.parametrize(("error", "once"), [(_Killed, False), (lambda: OSError(28, "full"), False),
                                             (lambda: OSError(5, "input/output"), True)])
@pytest.mark.parametrize("kind", [keys.PASSWORD, keys.RECOVERY])
def test_cut_short_anywhere_a_secret_that_the_user_knows_opens(
        kind: str, error: Callable[[], BaseException], once: bool, tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "lib"
    store, code = create(folder, PASSWORD, costs=CHEAP)
    store.close()
    layout, whole = Layout(folder), [path.read_bytes() for path in Layout(folder).key_files]
    old, new = (PASSWORD, NEW) if kind == keys.PASSWORD else (code, keys.new_code())
    step = 0
    while True:
        step += 1
        for path, data in zip(layout.key_files, whole, strict=True):
            path.write_bytes(data)
        said: BaseException | None = None
        with dying_at(step, monkeypatch, error, once) as done:
            try:
                slots.change_slot(layout, kind, old, new.replace("-", "") if kind == keys.RECOVERY else new, CHEAP)
            except (_Killed, UserError, OSError) as stopped:
                said = stopped
        known = [secret for secret in (old, new) if opens(folder, secret)]
        assert known, f"nothing opens after {done}"
        assert kind == keys.PASSWORD or opens(folder, PASSWORD)
        assert not isinstance(said, OSError)
        if said is None:
            assert known == [new], done
        elif isinstance(said, UnreadableInput):
            assert old in known, done
        open_store(folder, known[-1]).close()       # tidies up
        if kind == keys.PASSWORD:
            assert [opens(folder, secret) for secret in (old, new)].count(True) == 1
        assert len({path.read_bytes() for path in layout.key_files}) == 1
        if len(done) < step:
            break
    assert step > 12


def test_a_secret_that_does_not_open_the_database_never_replaces_the_old_one(
        store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.close()
    before = [path.read_bytes() for path in store.layout.key_files]
    real = keys.seal

    def forgetful(kind: str, secret: keys.Secret, found: keys.Keys, library_id: str, costs: keys.Costs) -> keys.Slot:
        return real(kind, secret, keys.new_keys(), library_id, costs)

    monkeypatch.setattr(slots, "seal", forgetful)
    with pytest.raises(UnreadableInput, match="nothing is changed"):
        slots.change_slot(store.layout, keys.PASSWORD, PASSWORD, NEW, CHEAP)
    assert [path.read_bytes() for path in store.layout.key_files] == before


def test_a_computer_opens_until_the_password_is_changed(store: Store) -> None:
    store.close()
    layout, first, second = store.layout, secrets.token_bytes(32), secrets.token_bytes(32)
    slots.add_computer(layout, PASSWORD, first)
    slots.add_computer(layout, PASSWORD, second)
    with open_store(store.folder, first) as opened:
        assert opened.opened_by == keys.COMPUTER
    assert opens(store.folder, PASSWORD)
    assert slots.drop_computers(layout, first)
    assert (opens(store.folder, first), opens(store.folder, second)) == (False, True)
    slots.change_slot(layout, keys.PASSWORD, PASSWORD, NEW, CHEAP)
    assert not opens(store.folder, second)
    assert not slots.drop_computers(layout)
    for _ in range(slots.MOST_COMPUTERS + 3):
        slots.add_computer(layout, NEW, secrets.token_bytes(32))
    assert [slot.kind for slot in keys.load(layout).slots].count(keys.COMPUTER) == slots.MOST_COMPUTERS


def test_what_a_computer_remembers_is_no_password(store: Store) -> None:
    store.close()
    secret = secrets.token_bytes(32)
    slots.add_computer(store.layout, PASSWORD, secret)
    assert not opens(store.folder, secret.hex())
    assert not opens(store.folder, PASSWORD.encode())


def test_each_wrong_try_takes_its_time(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.close()
    slept: list[float] = []
    monkeypatch.setattr(keys, "time", SimpleNamespace(monotonic=iter(range(100)).__next__, sleep=slept.append))
    monkeypatch.setattr(keys, "LEAST_TRY_S", 3.0)
    for wrong in ("", "x" * 10_000_000, "wrong", secrets.token_bytes(32)):
        assert not opens(store.folder, wrong)
    assert slept == [2.0] * 4       # what is left of it after a try that took 1 s


@pytest.mark.parametrize("packed", [False, True])
def test_both_key_files_damaged_the_one_of_a_backup_opens_and_is_put_back(store: Store, packed: bool) -> None:
    store.close()
    layout = store.layout
    old = layout.key_files[0].read_bytes()
    slots.change_slot(layout, keys.PASSWORD, PASSWORD, NEW, CHEAP)
    new = layout.key_files[0].read_bytes()
    for place, data in enumerate((b"{}", old, new)):
        if packed:
            with zipfile.ZipFile(layout.backups / f"b{place}.labqbackup", "w") as archive:
                archive.writestr("key-1.json", data)
        else:
            (layout.backups / f"b{place}.key.json").write_bytes(data)
    layout.key_files[0].write_bytes(new[:-40])
    layout.key_files[1].unlink()
    with pytest.raises(UnreadableInput, match="folder backups"):
        open_store(store.folder, "guess")
    assert opens(store.folder, NEW)
    assert not layout.key_files[1].exists()
    with open_store(store.folder, PASSWORD) as opened:
        assert "backup" in str(opened.hints[0])
    assert [path.read_bytes() for path in layout.key_files] == [old, old]


def test_a_key_file_of_another_library_is_left_alone(store: Store, tmp_path: Path) -> None:
    other, _ = create(tmp_path / "other", PASSWORD, costs=CHEAP)
    other.close()
    store.close()
    (store.layout.backups / "theirs.key.json").write_bytes(other.layout.key_files[0].read_bytes())
    for path in store.layout.key_files:
        path.write_bytes(b"")
    with pytest.raises(UnreadableInput, match="Both key files"):
        open_store(store.folder, PASSWORD)
