"""The library's key: wrapped once per slot (password, recovery code) in two equal key files. No database here."""

import hashlib
import hmac
import json
import os
import secrets
import unicodedata
from dataclasses import asdict, dataclass, replace
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from laborqa_desktop.errors import Refused, UnreadableInput, WrongPassword
from laborqa_desktop.store.folder import Layout, replace_whole
from laborqa_desktop.text import N_

LONGEST_PASSWORD = 1024
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
        raise Refused(N_("Library", "The password may have at most {count} characters.").of(count=LONGEST_PASSWORD))


def _secret_key(kind: str, secret: str, salt: bytes, costs: Costs) -> bytes:
    if kind == "recovery":
        return HKDF(SHA256(), 32, salt=salt, info=b"laborqa recovery").derive(secret.encode())
    typed = unicodedata.normalize("NFC", secret).encode("utf-8", "surrogatepass")
    slow = Argon2id(salt=salt, length=32, iterations=costs.rounds, lanes=costs.lanes, memory_cost=costs.memory_kib)
    return slow.derive(typed)


def seal(kind: str, secret: str, keys: Keys, library_id: str, costs: Costs) -> Slot:
    """Wraps the keys for one secret. kind: "password" or "recovery" (then a cleaned code)."""
    salt, nonce = os.urandom(16), os.urandom(12)
    cipher = AESGCM(_secret_key(kind, secret, salt, costs))
    sealed = cipher.encrypt(nonce, keys.data + keys.salt, _label(kind, library_id))
    return Slot(kind, salt, nonce, sealed, costs)


def _label(kind: str, library_id: str) -> bytes:
    return f"laborqa {kind} {library_id}".encode()


def unseal(file: KeyFile, secret: str) -> Keys:
    """The keys behind a password or recovery code.

    Raises:
        WrongPassword: no slot opens with it.
    """
    code = clean_code(secret)
    tries = [("recovery", code)] if code else []
    if secret and len(secret) <= LONGEST_PASSWORD:
        tries.append(("password", secret))
    for kind, typed in tries:
        for slot in file.slots:
            if slot.kind != kind:
                continue
            try:
                key = _secret_key(kind, typed, slot.salt, slot.costs)
                plain = AESGCM(key).decrypt(slot.nonce, slot.sealed, _label(kind, file.library_id))
            except InvalidTag:
                continue
            return Keys(plain[:32], plain[32:])
    raise WrongPassword(N_("Library", "The password does not open this library. Check the keyboard language and Caps "
                                      "Lock, or type the recovery code."))


def make(library_id: str, keys: Keys, password: str, costs: Costs) -> tuple[KeyFile, str]:
    """A new key file and its recovery code."""
    check_password(password)
    code = new_code()
    slots = (seal("password", password, keys, library_id, costs),
             seal("recovery", code.replace("-", ""), keys, library_id, costs))
    return KeyFile(library_id, slots), code


def load(layout: Layout) -> KeyFile:
    """The key file, from the first copy that is whole.

    Raises:
        UnreadableInput: both copies are damaged or missing.
    """
    for path in layout.key_files:
        try:
            return parse(path.read_bytes())
        except (OSError, ValueError):
            continue
    raise UnreadableInput(N_("Library", "Both key files of the library are damaged or missing, so it cannot be opened. "
                                        "Put back key-1.json from a copy of the library or from the folder backups; "
                                        "nothing was changed."))


def heal(layout: Layout, file: KeyFile) -> bool:
    """Makes both copies equal to a file that has just proven itself. True when something was written."""
    data, healed = file.dump(), False
    for path in layout.key_files:
        try:
            same = path.read_bytes() == data
        except OSError:
            same = False
        if not same:
            replace_whole(path, data)
            healed = True
    return healed


def change_slot(layout: Layout, kind: str, known: str, new: str, costs: Costs = STRONG) -> None:
    """Puts a new secret into a slot; the second copy keeps the old one until the first has proven itself from disk.

    Raises:
        WrongPassword: known opens nothing.
    """
    file = load(layout)
    keys = unseal(file, known)
    slot = seal(kind, new, keys, file.library_id, costs)
    changed = replace(file, slots=(*(s for s in file.slots if s.kind != kind), slot))
    first, second = layout.key_files
    old = file.dump()
    replace_whole(second, old)
    replace_whole(first, changed.dump())
    try:
        proven = unseal(parse(first.read_bytes()), new) == keys
    except (OSError, ValueError, WrongPassword):
        proven = False
    if not proven:
        replace_whole(first, old)
        raise UnreadableInput(N_("Library", "The new password could not be stored safely; the old one is still valid."))
    replace_whole(second, changed.dump())


