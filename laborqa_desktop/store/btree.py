"""Rows out of the pages of a damaged database: tables are walked from their roots, and what hangs on a damaged page is
looked for among the pages that nobody claims (SQLite's file format, sections 1.6, 2.1 and 2.3).
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from laborqa_desktop.progress import Step
from laborqa_desktop.store.pages import SIZE, USABLE, Pages

LEAF, INTERIOR = 0x0D, 0x05
LOWEST, HIGHEST = -(1 << 63), (1 << 63) - 1
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}

Row = tuple[int, list[Any]]
"""(rowid, values)."""


@dataclass
class Tree:
    """One table as far as it can be reached.

    Attributes:
        leaves: page numbers in the order of their rows.
        gaps: (lowest, highest) rowid that may have hung on a damaged page.
        pages: all pages of it that could be read.
    """

    leaves: list[int] = field(default_factory=list)
    gaps: list[tuple[int, int]] = field(default_factory=list)
    pages: set[int] = field(default_factory=set)


def walk(pages: Pages, root: int, low: int = LOWEST, high: int = HIGHEST) -> Tree:
    """The table below a root page. low, high: the rowids it can hold."""
    tree = Tree()
    todo = [(root, low, high)]
    while todo:
        number, low, high = todo.pop()
        page = None if number in tree.pages else pages.read(number)
        kind = None if page is None else page[_head(number)]
        if page is None or kind not in (LEAF, INTERIOR):
            tree.gaps.append((low, high))
            continue
        tree.pages.add(number)
        if kind == LEAF:
            tree.leaves.append(number)
            continue
        below = []
        for child, last in children(page, number):
            below.append((child, low, min(last, high)))
            low = last + 1 if last < HIGHEST else last
        todo += reversed(below)
    return tree


def _head(number: int) -> int:
    return 100 if number == 1 else 0


def children(page: bytes, number: int) -> list[tuple[int, int]]:
    """(child page, last rowid below it) of an interior page; the rightmost has no last one."""
    head = _head(number)
    found = []
    for place in _cells(page, head, 12):
        child = struct.unpack_from(">I", page, place)[0]
        found.append((child, _signed(_varint(page, place + 4)[0])))
    return [*found, (struct.unpack_from(">I", page, head + 8)[0], HIGHEST)]


def _cells(page: bytes, head: int, size: int) -> list[int]:
    count = struct.unpack_from(">H", page, head + 3)[0]
    if head + size + 2 * count > USABLE:
        return []
    return [place for place in struct.unpack_from(f">{count}H", page, head + size) if head + size <= place < USABLE]


def rows(pages: Pages, number: int, page: bytes | None = None) -> tuple[list[Row], int]:
    """The rows of a leaf page, and how many of them could not be read because they go on in a damaged page."""
    page = page if page is not None else pages.read(number)
    if page is None:
        return [], 0
    found, lost = [], 0
    for place in _cells(page, _head(number), 8):
        row = None
        try:
            size, start = _varint(page, place)
            rowid, start = _varint(page, start)
            payload = _payload(pages, page, start, size)
            row = None if payload is None else (_signed(rowid), record(payload))
        except (IndexError, struct.error, ValueError):
            pass
        if row is None:
            lost += 1
        else:
            found.append(row)
    return found, lost


def _payload(pages: Pages, page: bytes, start: int, size: int) -> bytes | None:
    largest = USABLE - 35
    if size <= largest:
        return page[start:start + size]
    least = (USABLE - 12) * 32 // 255 - 23
    local = least + (size - least) % (USABLE - 4)
    local = local if local <= largest else least
    parts, have = [page[start:start + local]], local
    number = struct.unpack_from(">I", page, start + local)[0]
    while have < size:
        more = pages.read(number) if number else None
        if more is None:
            return None
        parts.append(more[4:4 + size - have])
        have += len(parts[-1])
        number = struct.unpack_from(">I", more)[0]
    return b"".join(parts)


def record(payload: bytes) -> list[Any]:
    """The values of a row as SQLite keeps them.

    Raises:
        ValueError, IndexError: it is none.
    """
    end, place = _varint(payload, 0)
    kinds = []
    while place < end:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    values: list[Any] = []
    place = end
    for kind in kinds:
        value, size = _value(payload, place, kind)
        values.append(value)
        place += size
    if place != len(payload):
        raise ValueError("length")
    return values


def _value(payload: bytes, place: int, kind: int) -> tuple[Any, int]:
    if kind in _INTEGERS:
        size = _INTEGERS[kind]
        return int.from_bytes(payload[place:place + size], "big", signed=True), size
    if kind == 7:
        return struct.unpack_from(">d", payload, place)[0], 8
    if kind in (0, 8, 9):
        return {0: None, 8: 0, 9: 1}[kind], 0
    if kind < 12:
        raise ValueError("kind")
    size = (kind - 12) // 2
    data = payload[place:place + size]
    if len(data) != size:
        raise ValueError("length")
    return (data.decode("utf-8") if kind % 2 else data), size


def _varint(data: bytes, place: int) -> tuple[int, int]:
    value = 0
    for count in range(9):
        byte = data[place + count]
        if count == 8:
            return value << 8 | byte, place + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + count + 1
    raise ValueError("varint")


def _signed(value: int) -> int:
    return value - (1 << 64) if value > HIGHEST else value


@dataclass
class Survey:
    """What kind each page is, by one look at all of them.

    Attributes:
        bad: damaged or missing pages.
        leaves, interior: pages that belong to tables.
        free: pages that are in nobody's use, as far as the list of them can be read.
    """

    count: int
    bad: set[int]
    leaves: set[int]
    interior: set[int]
    free: set[int]


def survey(pages: Pages, step: Step) -> Survey:
    """Looks at every page once. step: told (pages looked at, pages in all); may raise to stop."""
    found = Survey(pages.count, set(), set(), set(), set())
    lock = 0x40000000 // SIZE + 1       # the page that SQLite leaves out
    for number in range(1, pages.count + 1):
        if number % 500 == 0:
            step(number, pages.count)
        page = pages.read(number)
        if page is None:
            if number != lock:
                found.bad.add(number)
        elif page[_head(number)] == LEAF:
            found.leaves.add(number)
        elif page[_head(number)] == INTERIOR:
            found.interior.add(number)
    found.free = _free(pages)
    return found


def _free(pages: Pages) -> set[int]:
    first = pages.read(1)
    found: set[int] = set()
    trunk = 0 if first is None else struct.unpack_from(">I", first, 32)[0]
    while trunk and trunk not in found:
        found.add(trunk)
        page = pages.read(trunk)
        if page is None:
            break
        trunk, count = struct.unpack_from(">II", page)
        found.update(struct.unpack_from(f">{min(count, (USABLE - 8) // 4)}I", page, 8))
    return found


def unclaimed(pages: Pages, seen: Survey, claimed: set[int]) -> Iterator[Tree]:
    """Trees that hang on nothing any more: their upper page is damaged. claimed: pages of tables that were reached."""
    left = (seen.leaves | seen.interior) - claimed - seen.free
    below: set[int] = set()
    for number in left & seen.interior:
        page = pages.read(number)
        if page is not None:
            below.update(child for child, _ in children(page, number))
    for top in sorted(left - below):
        tree = walk(pages, top)
        tree.pages &= left
        yield tree
