"""What this computer remembers of a library, in the system's own key store: never in a file of ours.

The stores of the three systems are named here; whatever else a configuration of the library keyring would bring,
files in plain text among them, is never used.
"""

import importlib
import logging
import secrets
import sys
from typing import Any

from laborqa_desktop.errors import UserError
from laborqa_desktop.text import N_

SERVICE = "LaborQA Desktop"
BACKENDS = {
    "win32": (("keyring.backends.Windows", "WinVaultKeyring"),),
    "darwin": (("keyring.backends.macOS", "Keyring"),),
    "linux": (("keyring.backends.SecretService", "Keyring"), ("keyring.backends.kwallet", "DBusKeyring")),
}
log = logging.getLogger(__name__)


class KeyStore:
    """The system's key store; made when it is first needed, for importing it takes a moment.

    Args:
        backend: get_password, set_password and delete_password, as the library keyring has them; None looks for the
            system's.
    """

    def __init__(self, backend: Any = None) -> None:
        self._backend = backend if backend is not None else _system_backend()

    @property
    def works(self) -> bool:
        """Whether there is one on this computer."""
        return self._backend is not None

    def get(self, library_id: str) -> bytes | None:
        """What is remembered of a library, or None.

        Raises:
            UserError: the key store does not answer.
        """
        if self._backend is None:
            return None
        try:
            kept = self._backend.get_password(SERVICE, library_id)
        except Exception as error:      # each backend has errors of its own, and those of D-Bus and Windows besides
            raise _silent(error) from error
        try:
            return bytes.fromhex(kept) if kept else None
        except ValueError:
            return None

    def put_new(self, library_id: str) -> bytes:
        """Remembers a new random secret for a library, and reads it back.

        Raises:
            UserError: the key store does not answer, or does not keep what it is given.
        """
        secret = secrets.token_bytes(32)
        try:
            self._backend.set_password(SERVICE, library_id, secret.hex())
        except Exception as error:
            raise _silent(error) from error
        if self.get(library_id) != secret:
            raise _silent(None)
        return secret

    def forget(self, library_id: str) -> None:
        """Removes what is remembered; nothing is no error.

        Raises:
            UserError: the key store does not answer.
        """
        if self._backend is None or self.get(library_id) is None:
            return
        try:
            self._backend.delete_password(SERVICE, library_id)
        except Exception as error:
            raise _silent(error) from error


def _system_backend() -> Any:
    for module, name in BACKENDS.get(sys.platform, ()):
        try:
            kind = getattr(importlib.import_module(module), name)
            if kind.viable:
                return kind()
        except Exception as error:
            log.info("no key store %s: %s", module, type(error).__name__)
    return None


def _silent(error: Exception | None) -> UserError:
    if error is not None:
        log.info("the key store failed: %s", type(error).__name__)
    return UserError(N_("Library", "The key store of this computer does not answer, so it remembers nothing new. Type "
                                   "the password as before; the library is unchanged."))
