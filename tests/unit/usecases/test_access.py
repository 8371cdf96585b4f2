"""Password and recovery code can be replaced; what they protect stays the same."""

from pathlib import Path

import pytest

from laborqa_desktop.errors import Refused, WrongPassword
from laborqa_desktop.store.history import of_act
from laborqa_desktop.store.library import create, open_store
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import english
from laborqa_desktop.usecases.access import Access
from laborqa_desktop.usecases.records import Records
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
