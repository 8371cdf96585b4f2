"""Looks for values everywhere they could hide in a library: decrypted pages, log, stored files, index, file names."""

import json
from collections.abc import Iterator
from contextlib import closing

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from laborqa_desktop.store.engine import connect
from laborqa_desktop.store.keys import Keys
from laborqa_desktop.store.unit import Store

PAGE, RESERVED, SALT = 4096, 80, 16
FRAME_HEAD, LOG_HEAD = 24, 32


def pages(data: bytes, keys: Keys, first: int = 1) -> Iterator[bytes]:
    """The pages of a SQLCipher 4 file as they were before encryption, free ones included."""
    key = bytes.fromhex(keys.database()[:64])
    for number, start in enumerate(range(0, len(data) - PAGE + 1, PAGE), first):
        page = data[start:start + PAGE]
        sealed = page[SALT if number == 1 else 0:PAGE - RESERVED]
        vector = page[PAGE - RESERVED:PAGE - RESERVED + 16]
        decryptor = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
        yield decryptor.update(sealed) + decryptor.finalize()


def log_pages(data: bytes, keys: Keys) -> Iterator[bytes]:
    """The pages in a write-ahead log."""
    size = FRAME_HEAD + PAGE
    for start in range(LOG_HEAD, len(data) - size + 1, size):
        number = int.from_bytes(data[start:start + 4], "big")
        yield from pages(data[start + FRAME_HEAD:start + size], keys, number)


def forms(value: str) -> dict[str, bytes]:
    """A value as it may lie in a file."""
    escaped = json.dumps(value)[1:-1]
    return {"utf-8": value.encode(), "utf-16-le": value.encode("utf-16-le"), "utf-16-be": value.encode("utf-16-be"),
            "escaped": escaped.encode(), "escaped capitals": escaped.upper().replace("\\U", "\\u").encode(),
            "escaped twice": json.dumps(escaped)[1:-1].encode()}


def find(store: Store, values: dict[str, str | bytes], *, tokens: tuple[str, ...] = ()) -> list[str]:
    """Every place of the library's folder in which one of the values lies; backups are left out.

    Args:
        values: name -> value; bytes are looked for as they are.
        tokens: words that the search index must not know.
    """
    wanted = [(name, form, data) for name, value in values.items()
              for form, data in (forms(value) if isinstance(value, str) else {"bytes": value}).items()]
    found = []

    def look(where: str, data: bytes) -> None:
        found.extend(f"{name} as {form} in {where}" for name, form, one in wanted if one in data)

    layout, keys = store.layout, store.keys
    for path in sorted(layout.folder.rglob("*")):
        inside = path.relative_to(layout.folder)
        if not path.is_file() or inside.parts[0] == "backups":
            continue
        look(f"the name {inside}", str(inside).encode())
        data = path.read_bytes()
        look(f"the file {inside} as it is", data)
        if path == layout.database:
            look("the database", b"\0".join(pages(data, keys)))
        elif path.name.endswith("-wal"):
            look("the log", b"\0".join(log_pages(data, keys)))
        elif inside.parts[0] == "attachments":
            look(f"the stored file {inside}", _unsealed(data, path.name, keys))
    with closing(connect(layout.database, keys)) as raw:
        raw.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, search, 'row')")
        known = {row[0] for row in raw.execute("SELECT term FROM temp.terms")}
        found += [f"{token} in the search index" for token in tokens if token in known]
        for (statement,) in raw.execute("SELECT group_concat(name) FROM sqlite_master"):
            look("the schema", statement.encode())
        look("the rows", "\n".join(_rows(raw)).encode("utf-8", "surrogatepass"))
    return found


def _rows(raw: object) -> Iterator[str]:
    execute = raw.execute  # type: ignore[attr-defined]
    for (name,) in execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        for row in execute(f'SELECT * FROM "{name}"'):
            yield "|".join(value.hex() if isinstance(value, bytes) else str(value) for value in row)


def _unsealed(data: bytes, name: str, keys: Keys) -> bytes:
    return AESGCM(keys.files()).decrypt(data[4:16], data[16:], name.encode())
