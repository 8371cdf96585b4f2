"""Reads what a PDF needs from a TrueType file in a few milliseconds: characters, widths, outlines, licence bits.

fontTools would take half a second for the same; it is used only to scale a borrowed glyph.
"""

import mmap
import struct
import sys
from array import array
from functools import cached_property
from pathlib import Path

_UNICODE_CMAPS = {(3, 10), (0, 4), (0, 6), (0, 3), (3, 1)}


def big_endian(code: str, data: bytes) -> "array[int]":
    """A table of big-endian numbers as an array of the given type code."""
    values = array(code)
    values.frombytes(data)
    if sys.byteorder == "little":
        values.byteswap()
    return values


class Face:
    """One face of a .ttf or .ttc file.

    Attributes:
        units: font units per em.
        characters: code point -> glyph number.
    """

    def __init__(self, path: Path, index: int = 0) -> None:
        """Opens the file.

        Raises:
            ValueError: no TrueType outlines (CFF cannot be embedded here) or a variable font (it would print as its
                thinnest).
            OSError: the file cannot be read.
        """
        self.path, self.index = path, index
        with path.open("rb") as file:
            self._data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        try:
            self._read_tables()
        except (struct.error, KeyError, IndexError) as error:
            raise ValueError(f"not a usable font: {path.name}") from error

    def _read_tables(self) -> None:
        data, start = self._data, 0
        if data[:4] == b"ttcf":
            start = struct.unpack_from(">I", data, 12 + 4 * self.index)[0]
        self._tables: dict[str, tuple[int, int]] = {}
        for i in range(struct.unpack_from(">H", data, start + 4)[0]):
            tag, _, offset, length = struct.unpack_from(">4sIII", data, start + 12 + 16 * i)
            self._tables[tag.decode("latin-1")] = (offset, length)
        if "glyf" not in self._tables or "fvar" in self._tables:
            raise ValueError(f"no static TrueType outlines: {self.path.name}")
        head, metrics, os2 = (self._tables[t][0] for t in ("head", "hhea", "OS/2"))
        self.units: int = struct.unpack_from(">H", data, head + 18)[0]
        self.box: tuple[int, int, int, int] = struct.unpack_from(">4h", data, head + 36)
        self.ascent, self.descent = struct.unpack_from(">hh", data, metrics + 4)
        self.weight, _, self.licence_bits = struct.unpack_from(">HHH", data, os2 + 4)
        glyphs: int = struct.unpack_from(">H", data, self._tables["maxp"][0] + 4)[0]
        wide: int = struct.unpack_from(">H", data, metrics + 34)[0]
        offset = self._tables["hmtx"][0]
        pairs = big_endian("H", data[offset : offset + 4 * wide])
        self._advances, self._bearings = pairs[0::2], pairs[1::2]
        self._more_bearings = big_endian("H", data[offset + 4 * wide : offset + 4 * wide + 2 * (glyphs - wide)])
        offset, length = self._tables["loca"]
        if struct.unpack_from(">h", data, head + 50)[0]:
            self._places = big_endian("I", data[offset : offset + length])
        else:
            self._places = array("I", [2 * p for p in big_endian("H", data[offset : offset + length])])

    @cached_property
    def characters(self) -> dict[int, int]:
        """Code point -> glyph number."""
        data, (offset, _) = self._data, self._tables["cmap"]
        best: dict[int, int] = {}
        for i in range(struct.unpack_from(">H", data, offset + 2)[0]):
            platform, encoding, at = struct.unpack_from(">HHI", data, offset + 4 + 8 * i)
            form = struct.unpack_from(">H", data, offset + at)[0]
            if (platform, encoding) in _UNICODE_CMAPS and form in (4, 12):
                best[form] = offset + at
        if 12 in best:
            return self._groups(best[12])
        return self._segments(best[4]) if 4 in best else {}

    def _groups(self, at: int) -> dict[int, int]:
        count = struct.unpack_from(">I", self._data, at + 12)[0]
        groups = big_endian("I", self._data[at + 16 : at + 16 + 12 * count])
        found: dict[int, int] = {}
        for first, last, glyph in zip(groups[0::3], groups[1::3], groups[2::3], strict=True):
            found.update(zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True))
        return found

    def _segments(self, at: int) -> dict[int, int]:
        data, count = self._data, struct.unpack_from(">H", self._data, at + 6)[0] // 2
        ends, starts, deltas, offsets = (
            big_endian("H", data[at + base + k * 2 * count : at + base + (k + 1) * 2 * count])
            for k, base in enumerate((14, 16, 16, 16))
        )
        found: dict[int, int] = {}
        for k in range(count):
            if starts[k] == 0xFFFF:
                continue
            for code in range(starts[k], ends[k] + 1):
                if offsets[k]:
                    place = at + 16 + 6 * count + 2 * k + offsets[k] + 2 * (code - starts[k])
                    glyph = struct.unpack_from(">H", data, place)[0]
                    glyph = (glyph + deltas[k]) & 0xFFFF if glyph else 0
                else:
                    glyph = (code + deltas[k]) & 0xFFFF
                if glyph:
                    found[code] = glyph
        return found

    @property
    def may_be_embedded(self) -> bool:
        """Whether the licence bits (OS/2 fsType) allow embedding an outline subset."""
        restricted_only = self.licence_bits & 0x000E == 0x0002
        return not restricted_only and not self.licence_bits & 0x0300

    def advance(self, glyph: int) -> int:
        """Width in font units."""
        return self._advances[glyph] if glyph < len(self._advances) else self._advances[-1]

    def bearing(self, glyph: int) -> int:
        """Left side bearing in font units."""
        wide = len(self._bearings)
        value = self._bearings[glyph] if glyph < wide else self._more_bearings[glyph - wide]
        return value - 65536 if value > 32767 else value

    def outline(self, glyph: int) -> bytes:
        """The glyph's entry of the glyf table; empty for a blank."""
        start = self._tables["glyf"][0]
        return self._data[start + self._places[glyph] : start + self._places[glyph + 1]]

    def table(self, tag: str) -> bytes | None:
        """A table's bytes, or None."""
        if tag not in self._tables:
            return None
        offset, length = self._tables[tag]
        return self._data[offset : offset + length]

    @cached_property
    def postscript_name(self) -> str:
        """Name 6 of the name table."""
        data = self.table("name") or b""
        if len(data) < 6:
            return "Font"
        count, strings = struct.unpack_from(">HH", data, 2)
        for i in range(count):
            platform, _, _, kind, length, at = struct.unpack_from(">6H", data, 6 + 12 * i)
            if kind == 6 and platform == 3:
                return data[strings + at : strings + at + length].decode("utf-16-be")
        return "Font"
