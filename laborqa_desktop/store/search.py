"""The search index: one contentless FTS5 table. What goes in, what a user's words ask for, and making it anew.

Chinese is found by substring (single characters, queried as a phrase), Latin words and numbers by their beginning,
names also by their pinyin, spelt out or its initials. rowid = type x 2^40 + id, so that one type is one range.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, select
from sqlalchemy.orm import Session

from laborqa_desktop.models.base import Base, Record
from laborqa_desktop.models.pinyin import initials, spellings

DDL = ("CREATE VIRTUAL TABLE search USING fts5(text, initials, content='', contentless_delete=1, "
       "tokenize='unicode61 remove_diacritics 2')")
TYPE_STEP = 1 << 40
BARRIER = " \ue000 "
LONGEST_QUERY = 200
MOST_WORDS = 12

_CHINESE = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3040-\u30ff\u3100-\u312f\u31a0-\u31bf\u3400-\u4dbf" \
           "\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7af\uf900-\ufaff\U0001b000-\U0001b16f\U00020000-\U0003ffff"
_SINGLE = re.compile(f"[{_CHINESE}]")
_NO_WORD = re.compile(r"[^\w]|_")
_MARKS = re.compile("[\u0300-\u036f]")      # accents that stand alone: the tokenizer takes them off too


@dataclass(frozen=True)
class Indexed:
    """What of a table goes into the index."""

    table: Table
    type_no: int
    text: tuple[str, ...]
    names: tuple[str, ...]
    last4: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """All columns that are read for the index."""
        return tuple(dict.fromkeys((*self.names, *self.text, *self.last4)))

    def row(self, row_id: int, values: Any) -> tuple[int, str, str]:
        """The index row of a record. values: column -> value."""
        names = [str(values[name]) for name in self.names if values.get(name)]
        texts = [str(values[name]) for name in self.text if name not in self.names and values.get(name)]
        tails = [str(values[name])[-4:] for name in self.last4 if values.get(name)]
        text = BARRIER.join([spaced(one) for one in (*names, *texts)] + tails)
        return rowid(self.type_no, row_id), text, " ".join(suffixes(names))


@cache
def indexed_tables() -> dict[str, Indexed]:
    """Table name -> what of it is indexed, for every mapped record type."""
    found = {}
    for mapper in Base.registry.mappers:
        model = mapper.class_
        if not issubclass(model, Record) or not model.type_no or not isinstance(mapper.local_table, Table):
            continue
        found[mapper.local_table.name] = Indexed(
            mapper.local_table, model.type_no, _column_names(mapper, model.search_text),
            _column_names(mapper, model.search_names), _column_names(mapper, getattr(model, "search_last4", ())))
    return found


def _column_names(mapper: Any, attributes: Iterable[str]) -> tuple[str, ...]:
    return tuple(mapper.columns[name].name for name in attributes)


def rowid(type_no: int, row_id: int) -> int:
    """The place of a record in the index."""
    return type_no * TYPE_STEP + row_id


def span(type_no: int) -> tuple[int, int]:
    """First and last possible rowid of one type."""
    return type_no * TYPE_STEP, (type_no + 1) * TYPE_STEP - 1


def spaced(text: str) -> str:
    """Text as it is indexed: one form for equal characters, Chinese characters apart."""
    if text.isascii():
        return text
    return _SINGLE.sub(r" \g<0> ", unicodedata.normalize("NFKC", text))


def suffixes(names: Iterable[str]) -> list[str]:
    """The pinyin of names, initials and spelt out, and of their endings, so that a part of a long name finds it too."""
    found: dict[str, None] = {}
    for name in names:
        if name.isascii():
            continue
        plain = unicodedata.normalize("NFKC", name)
        for letters in initials(plain):
            for start in range(max(1, len(letters) - 1)):
                found[letters[start:]] = None
        found.update(dict.fromkeys(spellings(plain)))
    return list(found)


def words(text: str) -> list[list[str]]:
    """What a user typed as words to be found all, each a list of tokens that follow one another."""
    found = []
    plain = _MARKS.sub("", unicodedata.normalize("NFKC", text[:LONGEST_QUERY]))
    for word in plain.split()[:MOST_WORDS]:
        tokens = _NO_WORD.sub(" ", _SINGLE.sub(r" \g<0> ", word)).split()
        if tokens:
            found.append(tokens)
    return found


def match(text: str) -> str | None:
    """The MATCH expression for what a user typed, or None when nothing in it can be searched."""
    parts = []
    for tokens in words(text):
        phrase = '"' + " ".join(token.replace('"', " ") for token in tokens) + '"'
        parts.append(phrase if _SINGLE.match(tokens[-1]) else phrase + " *")
    return " AND ".join(parts) or None


def write(connection: Any, added: Sequence[tuple[int, str, str]], removed: Sequence[int]) -> None:
    """Brings the index up to date inside the caller's transaction. connection: the driver's own."""
    if removed:
        connection.executemany("DELETE FROM search WHERE rowid = ?", [(one,) for one in removed])
    if added:
        connection.executemany("INSERT INTO search(rowid, text, initials) VALUES (?, ?, ?)", added)


def rows_of(connection: Connection | Session, of: Indexed, ids: Sequence[int] | None = None,
            step: int = 5000) -> Iterator[list[tuple[int, str, str]]]:
    """Index rows of a table's records, in batches; ids: only these, None for all."""
    columns = [of.table.c.id, *(of.table.c[name] for name in of.columns)]
    if ids is not None:
        for start in range(0, len(ids), step):
            query = select(*columns).where(of.table.c.id.in_(ids[start:start + step]))
            yield [of.row(row[0], row._mapping) for row in connection.execute(query)]
        return
    last = -1
    while True:
        query = select(*columns).where(of.table.c.id > last).order_by(of.table.c.id).limit(step)
        batch = list(connection.execute(query))
        if not batch:
            return
        last = batch[-1][0]
        yield [of.row(row[0], row._mapping) for row in batch]


def rebuild(session: Session) -> int:
    """Makes the whole index anew inside the caller's unit; gives the number of records."""
    connection = session.connection()
    driver: Any = connection.connection.driver_connection
    connection.exec_driver_sql("DROP TABLE IF EXISTS search")
    connection.exec_driver_sql(DDL)
    count = 0
    for of in indexed_tables().values():
        for batch in rows_of(connection, of):
            write(driver, batch, ())
            count += len(batch)
    return count
