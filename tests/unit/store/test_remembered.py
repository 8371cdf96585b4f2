"""The system's key store is asked late, trusted with one secret, and never in the way."""

import subprocess
import sys

import pytest

from laborqa_desktop.errors import UserError
from laborqa_desktop.store import remembered
from laborqa_desktop.store.remembered import KeyStore


class Vault:
    """A key store that works."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, name: str) -> str | None:
        return self.kept.get((service, name))

    def set_password(self, service: str, name: str, secret: str) -> None:
        self.kept[service, name] = secret

    def delete_password(self, service: str, name: str) -> None:
        del self.kept[service, name]


class Broken:
    """A key store that fails in ways of its own."""

    def get_password(self, service: str, name: str) -> str:
        raise RuntimeError(f"no D-Bus for {name}")

    set_password = delete_password = get_password


class Forgetful(Vault):
    """A key store that keeps nothing."""

    def set_password(self, service: str, name: str, secret: str) -> None:
        pass


def test_a_secret_is_random_kept_and_forgotten() -> None:
    vault = Vault()
    one, two = KeyStore(vault), KeyStore(vault)
    secret = one.put_new("library")
    assert len(secret) == 32
    assert two.get("library") == secret
    assert two.get("other") is None
    assert one.put_new("library") != secret
    one.forget("library")
    one.forget("library")
    assert vault.kept == {}


def test_what_is_no_secret_counts_as_none() -> None:
    vault = Vault()
    vault.set_password(remembered.SERVICE, "library", "not hex")
    assert KeyStore(vault).get("library") is None


@pytest.mark.parametrize("vault", [Broken(), Forgetful()])
def test_a_key_store_that_fails_is_a_sentence(vault: object) -> None:
    with pytest.raises(UserError, match="does not answer"):
        KeyStore(vault).put_new("library")


def test_a_computer_without_one_remembers_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembered, "BACKENDS", {sys.platform: (("laborqa_desktop.none", "Keyring"),)})
    without = KeyStore()
    assert not without.works
    assert without.get("library") is None
    without.forget("library")


def test_the_library_keyring_is_imported_only_when_asked_for() -> None:
    script = ("import sys, laborqa_desktop.bootstrap; assert 'keyring' not in sys.modules; "
              "from laborqa_desktop.store.remembered import KeyStore; KeyStore(); print('keyring' in sys.modules)")
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "True"
