"""Builds one TrueType subset out of glyphs of several faces, numbered in the order they were asked for."""

import struct
from io import BytesIO

from laborqa_desktop.reports.truetype import Face, big_endian

_MORE_COMPONENTS, _WORDS, _SCALE, _XY_SCALE, _TWO_BY_TWO = 0x20, 0x01, 0x08, 0x40, 0x80


class Subset:
    """Collects glyphs; the first face gives metrics and units, glyphs of others are scaled to it."""

    def __init__(self, faces: list[Face]) -> None:
        self._faces = faces
        self.main = faces[0]
        self.advances: list[int] = []
        self._outlines: list[bytes] = []
        self._bearings: list[int] = []
        self._numbers: dict[tuple[int, int], int] = {}
        self.add(0, 0)

    def add(self, face: int, glyph: int) -> int:
        """The number of a glyph in the subset; composite glyphs bring their parts along."""
        known = self._numbers.get((face, glyph))
        if known is not None:
            return known
        number = self._numbers[face, glyph] = len(self._outlines)
        source = self._faces[face]
        if source.units != self.main.units:
            factor = self.main.units / source.units
            outline, bearing = _scaled(source, glyph, factor)
            self._append(outline, round(source.advance(glyph) * factor), bearing)
            return number
        outline = source.outline(glyph)
        self._append(outline, source.advance(glyph), source.bearing(glyph))
        if outline[:2] >= b"\x80\x00":
            mended = bytearray(outline)
            for at, part in _components(outline):
                struct.pack_into(">H", mended, at, self.add(face, part))
            self._outlines[number] = bytes(mended)
        return number

    def _append(self, outline: bytes, advance: int, bearing: int) -> None:
        self._outlines.append(outline)
        self.advances.append(advance)
        self._bearings.append(bearing)

    def to_bytes(self) -> bytes:
        """The subset as a TrueType file with the tables a PDF needs."""
        count = len(self._outlines)
        places, body, at = [0], [], 0
        for outline in self._outlines:
            padded = outline + b"\0" * (-len(outline) % 4)
            body.append(padded)
            at += len(padded)
            places.append(at)
        head, metrics, sizes = (bytearray(self.main.table(t) or b"") for t in ("head", "hhea", "maxp"))
        struct.pack_into(">I", head, 8, 0)
        struct.pack_into(">h", head, 50, 1)
        struct.pack_into(">H", metrics, 34, count)
        struct.pack_into(">H", sizes, 4, count)
        tables = {
            "glyf": b"".join(body),
            "loca": struct.pack(f">{count + 1}I", *places),
            "hmtx": b"".join(struct.pack(">Hh", *pair) for pair in zip(self.advances, self._bearings, strict=True)),
            "head": bytes(head),
            "hhea": bytes(metrics),
            "maxp": bytes(sizes),
        }
        for tag in ("cvt ", "fpgm", "prep"):
            data = self.main.table(tag)
            if data:
                tables[tag] = data
        return _assemble(tables)


def _assemble(tables: dict[str, bytes]) -> bytes:
    count = len(tables)
    power = count.bit_length() - 1
    header = struct.pack(">IHHHH", 0x10000, count, 16 << power, power, 16 * (count - (1 << power)))
    offset, directory, body = 12 + 16 * count, [], []
    for tag in sorted(tables):
        padded = tables[tag] + b"\0" * (-len(tables[tag]) % 4)
        checksum = sum(big_endian("I", padded)) & 0xFFFFFFFF
        directory.append(struct.pack(">4sIII", tag.encode(), checksum, offset, len(tables[tag])))
        body.append(padded)
        offset += len(padded)
    return header + b"".join(directory) + b"".join(body)


def _components(outline: bytes) -> list[tuple[int, int]]:
    """(offset of the glyph number, glyph number) for each part of a composite glyph."""
    parts, at = [], 10
    while True:
        flags, glyph = struct.unpack_from(">HH", outline, at)
        parts.append((at + 2, glyph))
        at += 8 if flags & _WORDS else 6
        at += 2 if flags & _SCALE else 4 if flags & _XY_SCALE else 8 if flags & _TWO_BY_TWO else 0
        if not flags & _MORE_COMPONENTS:
            return parts


def _scaled(face: Face, glyph: int, factor: float) -> tuple[bytes, int]:
    from fontTools.pens.recordingPen import DecomposingRecordingPen
    from fontTools.pens.transformPen import TransformPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen
    from fontTools.ttLib import TTFont

    pen = TTGlyphPen(None)
    with TTFont(str(face.path), lazy=True, fontNumber=face.index) as font:
        glyphs = font.getGlyphSet()
        record = DecomposingRecordingPen(glyphs)
        glyphs[font.getGlyphName(glyph)].draw(record)
        record.replay(TransformPen(pen, (factor, 0, 0, factor, 0, 0)))
    drawn = pen.glyph()
    drawn.recalcBounds(None)
    data: bytes = drawn.compile(None, recalcBBoxes=True)
    return BytesIO(data).getvalue(), int(getattr(drawn, "xMin", 0))
