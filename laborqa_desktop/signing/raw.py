"""Signatures as they stand in the bytes of a file, before any PDF library has an opinion about them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

BYTE_RANGE = re.compile(rb"/ByteRange\s*\[\s*(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]")
OBJECT = re.compile(rb"\d+ \d+ obj\b")
LOWER_HEX = re.compile(rb"[0-9a-f]*")
UPPER_HEX = re.compile(rb"[0-9A-F]*")
END = re.compile(rb"%%EOF[\r\n]{0,2}\Z")

Range = tuple[int, int, int, int]


@dataclass(frozen=True)
class Hole:
    """The place of one signature's /Contents: data[start:end] is `<hex>`, covered ends at length."""

    start: int
    end: int
    length: int


def byte_ranges(data: bytes) -> list[Range]:
    """Every /ByteRange with four numbers anywhere in the file, in the order of the bytes."""
    found = (tuple(int(number) for number in match.groups()) for match in BYTE_RANGE.finditer(data))
    return [(a, b, c, d) for a, b, c, d in found]


def hole(data: bytes, byte_range: Sequence[object]) -> Hole | None:
    """The hole that a byte range leaves; None unless it is from the start, in one piece, and exactly `<hex>`."""
    if len(byte_range) != 4 or not all(isinstance(number, int) for number in byte_range):
        return None
    zero, before, after, rest = (int(str(number)) for number in byte_range)
    if zero != 0 or not 0 < before < after or rest <= 0 or after + rest > len(data) or (after - before) % 2:
        return None
    if data[before : before + 1] != b"<" or data[after - 1 : after] != b">":
        return None
    return Hole(before, after, after + rest)


def contents(data: bytes, place: Hole, *, lower_only: bool) -> bytes | None:
    """The bytes in the hole; None unless all hex digits are of one letter case (of ours, always lower)."""
    text = data[place.start + 1 : place.end - 1]
    if not (LOWER_HEX.fullmatch(text) or (not lower_only and UPPER_HEX.fullmatch(text))):
        return None
    return bytes.fromhex(text.decode("ascii"))


def der_length(data: bytes) -> int:
    """The length of the DER value at the start of data, header included; 0 when it has no plain definite length."""
    if len(data) < 2 or data[0] != 0x30:
        return 0
    if data[1] < 0x80:
        return 2 + data[1]
    size = data[1] & 0x7F
    length = int.from_bytes(data[2 : 2 + size], "big")
    minimal = 1 <= size <= 4 and len(data) >= 2 + size and length >= 0x80 and data[2] != 0
    return 2 + size + length if minimal else 0


def is_cut_off(data: bytes, whole: int = 0) -> bool:
    """Whether the end is missing: a byte range points past it, or what was begun does not end as a PDF does.

    Args:
        whole: so far the file is known to be whole (0: unknown); then only a begun revision counts, not stray bytes.
    """
    if any(after + rest > len(data) for _, _, after, rest in byte_ranges(data)):
        return True
    begun = OBJECT.search(data, whole) if whole else True
    return bool(begun) and not END.search(data[-16:])


def lower_contents(data: bytes) -> bytes:
    """The file with the last signature's hex in lower case, the one form that verifying accepts from this program."""
    _, before, after, _ = byte_ranges(data)[-1]
    return data[:before] + data[before:after].lower() + data[after:]
