"""The library's key, wrapped once per slot: password, recovery code, a computer that remembers. No database here."""

import hashlib
import hmac
import json
import os
import secrets
import time
import unicodedata
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from laborqa_desktop.errors import Refused, UnreadableInput, WrongPassword
from laborqa_desktop.store.folder import Layout
from laborqa_desktop.text import N_

LONGEST_PASSWORD = 1024
LEAST_TRY_S = 0.3
"""A secret that opens nothing takes at least so long, whatever the computer."""
PASSWORD: Final = "password"
RECOVERY: Final = "recovery"
COMPUTER: Final = "computer"
Secret = str | bytes
"""What opens a library: a password or recovery code as typed; bytes are what a computer remembers."""
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_LENGTH = 26
CHECK_LENGTH = 2
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})


@dataclass(frozen=True)
class Costs:
    """What one try of a password costs."""

    memory_kib: int = 64 * 1024
    rounds: int = 3
    lanes: int = 4


STRONG = Costs()


@dataclass(frozen=True)
class Keys:
    """Every key of an open library; each derived from the one data key, for one purpose."""

    data: bytes
    salt: bytes

    def __repr__(self) -> str:
        return "Keys(…)"

    def _derive(self, purpose: str) -> bytes:
        return HKDF(SHA256(), 32, salt=self.salt, info=b"laborqa " + purpose.encode()).derive(self.data)

    def database(self) -> str:
        """Raw key and salt as SQLCipher takes them: 96 hexadecimal digits."""
        return self._derive("database").hex() + self.salt.hex()

    def files(self) -> bytes:
        """Encrypts attachments."""
        return self._derive("files")

    def names(self) -> bytes:
        """Names attachments, so that a file name tells nothing about the content."""
        return self._derive("names")

    def backup(self) -> bytes:
        """Seals the manifests of backups."""
        return self._derive("backup")

    def chain(self) -> bytes:
        """Authenticates the history."""
        return self._derive("chain")


@dataclass(frozen=True)
class Slot:
    """The data key wrapped for one secret."""

    kind: str
    salt: bytes
    nonce: bytes
    sealed: bytes
    costs: Costs


@dataclass(frozen=True)
class KeyFile:
    """The content of a key file."""

    library_id: str
    slots: tuple[Slot, ...]

    def dump(self) -> bytes:
        """The bytes of the file; a checksum tells a damaged file from a wrong password."""
        body: dict[str, Any] = {"format": 1, "library": self.library_id, "slots": [
            {"kind": s.kind, "salt": s.salt.hex(), "nonce": s.nonce.hex(), "sealed": s.sealed.hex(), **asdict(s.costs)}
            for s in self.slots]}
        body["sum"] = _checksum(body)
        return (json.dumps(body, indent=1) + "\n").encode()


def _checksum(body: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def parse(data: bytes) -> KeyFile:
    """A key file from its bytes.

    Raises:
        ValueError: the file is damaged.
    """
    try:
        body = json.loads(data.decode("utf-8"))
        if body.pop("sum") != _checksum(body):
            raise ValueError("checksum")
        return KeyFile(body["library"], tuple(
            Slot(s["kind"], bytes.fromhex(s["salt"]), bytes.fromhex(s["nonce"]), bytes.fromhex(s["sealed"]),
                 Costs(s["memory_kib"], s["rounds"], s["lanes"])) for s in body["slots"]))
    except (KeyError, TypeError, AttributeError, UnicodeDecodeError) as error:
        raise ValueError("key file") from error


def new_keys() -> Keys:
    """A fresh random data key and database salt."""
    return Keys(secrets.token_bytes(32), secrets.token_bytes(16))


def new_code() -> str:
    """A recovery code: 130 random bits and a check, in readable groups without ambiguous letters."""
    body = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))
    whole = body + _check(body)
    return "-".join(whole[i:i + 4] for i in range(0, len(whole), 4))


def _check(body: str) -> str:
    number = int.from_bytes(hashlib.sha256(b"laborqa recovery " + body.encode()).digest()[:2], "big")
    return ALPHABET[number >> 11] + ALPHABET[(number >> 6) & 31]


def clean_code(text: str) -> str | None:
    """The code without groups and with misread letters mended, or None when it is none or has a typing mistake."""
    kept = unicodedata.normalize("NFKC", text[:200]).upper().translate(_MISREAD)
    kept = "".join(letter for letter in kept if letter not in " -–—_\t\n\r")
    if len(kept) != CODE_LENGTH + CHECK_LENGTH or any(letter not in ALPHABET for letter in kept):
        return None
    return kept if hmac.compare_digest(_check(kept[:CODE_LENGTH]), kept[CODE_LENGTH:]) else None


def check_password(password: str) -> None:
    """Refuses what cannot be a password.

    Raises:
        Refused: it is empty or longer than 1,024 characters.
    """
    if not password:
        raise Refused(N_("Library", "A library needs a password."))
    if len(password) > LONGEST_PASSWORD:
        raise Refused(N_("Library", "The password may have at most {count} {count:character|characters}.").of(
                          count=LONGEST_PASSWORD))


def _secret_key(kind: str, secret: Secret, salt: bytes, costs: Costs) -> bytes:
    if isinstance(secret, bytes) or kind == RECOVERY:      # random already: nothing that can be guessed slowly
        known = secret if isinstance(secret, bytes) else secret.encode()
        return HKDF(SHA256(), 32, salt=salt, info=f"laborqa {kind}".encode()).derive(known)
    typed = unicodedata.normalize("NFC", secret).encode("utf-8", "surrogatepass")
    slow = Argon2id(salt=salt, length=32, iterations=costs.rounds, lanes=costs.lanes, memory_cost=costs.memory_kib)
    return slow.derive(typed)


def seal(kind: str, secret: Secret, keys: Keys, library_id: str, costs: Costs) -> Slot:
    """Wraps the keys for one secret. kind: PASSWORD, RECOVERY (a cleaned code) or COMPUTER (32 random bytes)."""
    salt, nonce = os.urandom(16), os.urandom(12)
    cipher = AESGCM(_secret_key(kind, secret, salt, costs))
    sealed = cipher.encrypt(nonce, keys.data + keys.salt, _label(kind, library_id))
    return Slot(kind, salt, nonce, sealed, costs)


def _label(kind: str, library_id: str) -> bytes:
    return f"laborqa {kind} {library_id}".encode()


def unseal(file: KeyFile, secret: Secret) -> Keys:
    """The keys behind a secret.

    Raises:
        WrongPassword: no slot opens with it; said after LEAST_TRY_S at the earliest.
    """
    return find_slot(file, secret)[0]


def opens(file: KeyFile, remembered: bytes) -> bool:
    """Whether what a computer remembers opens the file; answers at once."""
    return any(_plain(file, slot, remembered) is not None for slot in file.slots if slot.kind == COMPUTER)


def find_slot(file: KeyFile, secret: Secret) -> tuple[Keys, Slot]:
    """The keys behind a secret, and the slot it opens.

    Raises:
        WrongPassword: as unseal does.
    """
    began = time.monotonic()
    for kind, typed in _tries(secret):
        for slot in reversed(file.slots):       # the newest first: a change that was cut short leaves two of a kind
            plain = _plain(file, slot, typed) if slot.kind == kind else None
            if plain is not None:
                return Keys(plain[:32], plain[32:]), slot
    time.sleep(max(0.0, LEAST_TRY_S - (time.monotonic() - began)))
    raise WrongPassword(N_("Library", "The password does not open this library. Check the keyboard language and Caps "
                                      "Lock, or type the recovery code."))


def _plain(file: KeyFile, slot: Slot, secret: Secret) -> bytes | None:
    try:
        cipher = AESGCM(_secret_key(slot.kind, secret, slot.salt, slot.costs))
        return cipher.decrypt(slot.nonce, slot.sealed, _label(slot.kind, file.library_id))
    except InvalidTag:
        return None


def _tries(secret: Secret) -> list[tuple[str, Secret]]:
    if isinstance(secret, bytes):
        return [(COMPUTER, secret)]
    code = clean_code(secret)
    tries: list[tuple[str, Secret]] = [(RECOVERY, code)] if code else []
    if secret and len(secret) <= LONGEST_PASSWORD:
        tries.append((PASSWORD, secret))
    return tries


def make(library_id: str, keys: Keys, password: str, costs: Costs) -> tuple[KeyFile, str]:
    """A new key file and its recovery code."""
    check_password(password)
    code = new_code()
    slots = (seal(PASSWORD, password, keys, library_id, costs),
             seal(RECOVERY, code.replace("-", ""), keys, library_id, costs))
    return KeyFile(library_id, slots), code


def load(layout: Layout) -> KeyFile:
    """The key file, from the first copy that is whole.

    Raises:
        UnreadableInput: both copies are damaged or missing.
    """
    file = read_first(layout.key_files)
    if file is None:
        raise UnreadableInput(N_("Library", "Both key files of the library are damaged or missing, and no whole one "
                                            "lies in its folder backups, so it cannot be opened. Put a backup of the "
                                            "library into that folder and open it again with the password of that "
                                            "day; nothing was changed."))
    return file


def read_first(paths: Iterable[Path]) -> KeyFile | None:
    """The first key file that can be read and is whole, or None."""
    for path in paths:
        try:
            return parse(path.read_bytes())
        except (OSError, ValueError):
            continue
    return None
