"""Password and recovery code can be replaced; what they protect stays the same."""

from pathlib import Path

import pytest

from laborqa_desktop.bootstrap import open_remembered
from laborqa_desktop.errors import Refused, UserError, WrongPassword
from laborqa_desktop.store.history import of_act
from laborqa_desktop.store.library import create, open_store
from laborqa_desktop.store.remembered import KeyStore
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_, english
from laborqa_desktop.usecases.access import Access
from laborqa_desktop.usecases.records import Records
from tests.unit.store.test_remembered import Broken, Vault
from tests.unit.usecases.conftest import CHEAP

OLD = "correct horse"


@pytest.fixture
def access(store: Store) -> Access:
    return Access(store, "王芳", CHEAP)


def opens(folder: Path, secret: str) -> bool:
    try:
        open_store(folder, secret).close()
    except WrongPassword:
        return False
    return True


def test_a_new_password_takes_the_place_of_the_old_one(store: Store, access: Access) -> None:
    access.change_password(OLD, "新的密码 2027")
    store.close()
    assert opens(store.folder, "新的密码 2027")
    assert not opens(store.folder, OLD)


def test_a_wrong_password_changes_nothing(store: Store, access: Access) -> None:
    with pytest.raises(WrongPassword):
        access.change_password("guess", "another one")
    with pytest.raises(Refused):
        access.change_password(OLD, "")
    store.close()
    assert opens(store.folder, OLD)


def test_a_new_code_replaces_the_printed_one_and_may_set_a_password(tmp_path: Path) -> None:
    store, first = create(tmp_path / "lib", OLD, costs=CHEAP)
    access = Access(store, "王芳", CHEAP)
    second = access.new_code(first)
    access.change_password(second.lower(), "remembered again")
    act = Records(store).last_act()
    with store.read() as session:
        assert str(of_act(session, act)[0].act.text) == "Changed the password"
    assert Records(store).undoable(act) is None
    assert access.sheet(second, english, "en").startswith(b"%PDF")
    store.close()
    assert opens(store.folder, "remembered again")
    assert opens(store.folder, second)
    assert not opens(store.folder, first)


def test_a_library_open_for_reading_keeps_its_password(store: Store) -> None:
    store.close()
    with open_store(store.folder, OLD, writable=False) as reading, pytest.raises(Refused):
        Access(reading, "", CHEAP).change_password(OLD, "another one")


def test_a_computer_remembers_until_it_forgets(store: Store) -> None:
    vault = Vault()
    access = Access(store, "王芳", CHEAP, lambda: KeyStore(vault))
    with pytest.raises(WrongPassword):
        access.remember("guess")
    assert (access.can_remember(), access.is_remembered(), vault.kept) == (True, False, {})
    access.remember(OLD)
    assert access.is_remembered()
    store.close()
    open_remembered(store.folder, key_store=lambda: KeyStore(vault)).close()
    with open_store(store.folder, OLD) as opened:
        again = Access(opened, "王芳", CHEAP, lambda: KeyStore(vault))
        again.forget()
        assert (again.is_remembered(), vault.kept) == (False, {})
        again.remember(OLD)
        again.change_password(OLD, "another one")
        assert not again.is_remembered()
    with pytest.raises(WrongPassword, match="no longer remembers"):
        open_remembered(store.folder, key_store=lambda: KeyStore(vault))


def test_a_key_store_that_fails_remembers_nothing_and_changes_nothing(store: Store) -> None:
    access = Access(store, "", CHEAP, lambda: KeyStore(Broken()))
    before = store.layout.key_files[0].read_bytes()
    with pytest.raises(UserError, match="does not answer"):
        access.remember(OLD)
    assert not access.is_remembered()
    assert store.layout.key_files[0].read_bytes() == before


def test_a_full_disk_does_not_make_a_change_look_undone(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise UserError(N_("Test", "The disk is full."))

    monkeypatch.setattr(store, "write", full)
    with pytest.raises(UserError, match=r"The change is made and valid.*disk is full"):
        Access(store, "", CHEAP).change_password(OLD, "another one")
    store.close()
    assert opens(store.folder, "another one")
