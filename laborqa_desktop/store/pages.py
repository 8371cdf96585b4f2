"""Pages of a damaged database, decrypted one by one without SQLite: what is whole of them can be read whatever is not.

SQLCipher 4: AES-256-CBC; at the end of each page its IV and an HMAC-SHA512 over cipher text, IV and page number. The
newest whole state of a page is looked for in the write-ahead log first.
"""

import hashlib
import hmac
import struct
from collections import Counter
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from laborqa_desktop.store.keys import Keys

SIZE = 4096
USABLE = SIZE - 80
_IV, _SALT, _FRAME, _LOG_HEAD = 16, 16, 24, 32
_MAGIC = b"SQLite format 3\0"


class Pages:
    """The pages of a database file and its log.

    Args:
        database: the file; its log lies beside it. Nothing is changed.

    Attributes:
        count: pages of the newest state, as far as the files tell.
        log_damaged: a part of the log cannot be read, so that older states of pages may stand for newer ones.
    """

    def __init__(self, database: Path, keys: Keys) -> None:
        raw = keys.database()
        self._key = bytes.fromhex(raw[:64])
        salt = bytes(byte ^ 0x3A for byte in keys.salt)
        self._seal = hashlib.pbkdf2_hmac("sha512", self._key, salt, 2, 32)
        self._file = database.open("rb")
        size = database.stat().st_size
        self._in_file = -(-size // SIZE)
        log = database.with_name(database.name + "-wal")
        self._log = log.read_bytes() if log.is_file() else b""
        self.log_damaged = False
        self._spoilt: set[int] = set()
        self._newest = self._frames()
        self.count = max([self._in_file, *self._newest])

    def close(self) -> None:
        """Lets the file go."""
        self._file.close()

    def read(self, number: int) -> bytes | None:
        """The content of a page without its seal, None when it is damaged or missing. number: from 1."""
        if number in self._spoilt:
            return None     # what the file itself holds is older than the rest
        place = self._newest.get(number)
        if place is not None:
            return self._open(number, self._log[place:place + SIZE])
        if not 1 <= number <= self._in_file:
            return None
        try:
            self._file.seek((number - 1) * SIZE)
            return self._open(number, self._file.read(SIZE))
        except OSError:
            return None     # a bad sector

    def _open(self, number: int, page: bytes) -> bytes | None:
        if len(page) != SIZE or not self._is_whole(number, page):
            return None
        start = _SALT if number == 1 else 0
        opener = Cipher(AES(self._key), CBC(page[USABLE:USABLE + _IV])).decryptor()
        return (_MAGIC if number == 1 else b"") + opener.update(page[start:USABLE])

    def _is_whole(self, number: int, page: bytes) -> bool:
        start = _SALT if number == 1 else 0
        body = page[start:USABLE + _IV] + struct.pack("<I", number)
        return hmac.compare_digest(hmac.digest(self._seal, body, "sha512"), page[USABLE + _IV:])

    def _frames(self) -> dict[int, int]:
        """Page -> place in the log of its newest whole frame, up to the last frame that ends a transaction.

        Frames of an earlier round of the log have other salts. One that is damaged does not hide those after it.
        """
        heads = range(_LOG_HEAD, len(self._log) - _FRAME - SIZE + 1, _FRAME + SIZE)
        if not heads:
            return {}
        salts = Counter(self._log[head + 8:head + 16] for head in heads)
        round_ = self._log[16:24] if self._log[16:24] in salts else salts.most_common(1)[0][0]
        last = max(head for head in heads if self._log[head + 8:head + 16] == round_)
        found: dict[int, int] = {}
        waiting: dict[int, int] = {}
        spoilt: set[int] = set()
        for head in (one for one in heads if one <= last):
            number, size = struct.unpack(">II", self._log[head:head + 8])
            page = self._log[head + _FRAME:head + _FRAME + SIZE]
            if number and self._is_whole(number, page):
                waiting[number] = head + _FRAME
                spoilt.discard(number)
            else:
                spoilt.add(number)
                waiting.pop(number, None)
            if size:        # the end of a transaction; what follows the last one was never finished
                found.update(waiting)
                self._spoilt = (self._spoilt - waiting.keys()) | spoilt
                self.log_damaged |= bool(spoilt)
                waiting, spoilt = {}, set()
        return found
