"""Puts a typeface into one PDF: a single CIDFontType2 subset per face, with readable text (ToUnicode).

Codes are two printable ASCII bytes, so that content streams need no escapes; after 8,281 different characters any other
pair follows, written as hexadecimal.
"""

import hashlib
import sys
from array import array

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from laborqa_desktop.reports.fonts import Typeface
from laborqa_desktop.reports.objects import Objects, stream
from laborqa_desktop.reports.subset import Subset

_SAFE = [code for code in range(0x21, 0x7F) if chr(code) not in "()\\"]
_PLAIN_CODES = [high << 8 | low for high in _SAFE for low in _SAFE]


def _codes() -> list[int]:
    plain = set(_PLAIN_CODES)
    return _PLAIN_CODES + [code for code in range(0x0100, 0xFFFF) if code not in plain]


_CODES = _codes()


class EmbeddedFont:
    """The characters of one typeface that one document uses.

    Attributes:
        resource: name of the font in page resources, such as "R".
    """

    def __init__(self, typeface: Typeface) -> None:
        self.typeface = typeface
        self.resource = typeface.name
        self._code = _CodeOf()

    def encode(self, text: str) -> str:
        """The text as a string operand of a content stream."""
        codes = "".join(map(self._code.__getitem__, text))
        if len(self._code) > len(_PLAIN_CODES) and not all("!" <= c <= "~" and c not in "()\\" for c in codes):
            return f"<{codes.encode('latin-1').hex()}>"
        return f"({codes})"

    @property
    def missing(self) -> list[str]:
        """Characters that were set although no font has them."""
        return self.typeface.missing("".join(self._code))

    @property
    def used(self) -> bool:
        """Whether any text was set in it."""
        return bool(self._code)

    def write(self, objects: Objects) -> object:
        """Adds the font's objects and returns the reference for the page resources."""
        main = self.typeface.faces[0]
        scale = 1000 / main.units
        subset = Subset(self.typeface.faces)
        glyph_of, widths, meaning = {}, {}, []
        for code, character in zip(_CODES, self._code, strict=False):
            position, glyph = self.typeface.find(character) or (0, 0)
            number = glyph_of[code] = subset.add(position, glyph)
            width = subset.advances[number] * scale
            if abs(width - 1000) > 0.01:
                widths[code] = width
            meaning.append((code, character))
        program = subset.to_bytes()
        tag = "".join(chr(65 + byte % 26) for byte in hashlib.sha256(program).digest()[:6])
        base = PDFName(f"{tag}+{main.postscript_name}")
        descriptor = objects.add(
            PDFDictionary(
                {
                    "Type": PDFName("FontDescriptor"),
                    "FontName": base,
                    "Flags": 4 | (0x40000 if main.weight >= 600 else 0),
                    "FontBBox": PDFArray([round(v * scale) for v in main.box]),
                    "ItalicAngle": 0,
                    "Ascent": round(main.ascent * scale),
                    "Descent": round(main.descent * scale),
                    "CapHeight": round(main.ascent * scale * 0.8),
                    "StemV": 50 + int((main.weight / 65) ** 2),
                    "FontFile2": objects.add(stream(program, Length1=len(program))),
                }
            )
        )
        descendant = objects.add(
            PDFDictionary(
                {
                    "Type": PDFName("Font"),
                    "Subtype": PDFName("CIDFontType2"),
                    "BaseFont": base,
                    "DW": 1000,
                    "W": _widths(widths),
                    "CIDSystemInfo": PDFDictionary(
                        {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
                    ),
                    "FontDescriptor": descriptor,
                    "CIDToGIDMap": objects.add(stream(_glyph_map(glyph_of))),
                }
            )
        )
        return objects.add(
            PDFDictionary(
                {
                    "Type": PDFName("Font"),
                    "Subtype": PDFName("Type0"),
                    "BaseFont": base,
                    "Encoding": PDFName("Identity-H"),
                    "DescendantFonts": PDFArray([descendant]),
                    "ToUnicode": objects.add(stream(_to_unicode(sorted(meaning)))),
                }
            )
        )


class _CodeOf(dict[str, str]):
    """Character -> its two bytes as a latin-1 text, numbered in order of first use."""

    def __missing__(self, character: str) -> str:
        code = self[character] = _CODES[len(self)].to_bytes(2, "big").decode("latin-1")
        return code


def _widths(widths: dict[int, float]) -> PDFArray:
    runs: list[tuple[int, list[float]]] = []
    for code, width in sorted(widths.items()):
        if runs and code == runs[-1][0] + len(runs[-1][1]):
            runs[-1][1].append(width)
        else:
            runs.append((code, [width]))
    flat: list[object] = []
    for code, values in runs:
        flat += [code, PDFArray([round(v, 3) if v % 1 else int(v) for v in values])]
    return PDFArray(flat)


def _glyph_map(glyph_of: dict[int, int]) -> bytes:
    table = array("H", bytes(2 * (max(glyph_of, default=0) + 1)))
    for code, glyph in glyph_of.items():
        table[code] = glyph
    if sys.byteorder == "little":
        table.byteswap()
    return table.tobytes()


def _to_unicode(meaning: list[tuple[int, str]]) -> bytes:
    parts = [
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo << /Registry (Adobe) "
        "/Ordering (UCS) "
        "/Supplement 0 >> def\n/CMapName /Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> "
        "endcodespacerange"
    ]
    for start in range(0, len(meaning), 100):
        chunk = meaning[start : start + 100]
        parts.append(f"{len(chunk)} beginbfchar")
        parts += [f"<{code:04X}> <{character.encode('utf-16-be').hex().upper()}>" for code, character in chunk]
        parts.append("endbfchar")
    parts.append("endcmap CMapName currentdict /CMap defineresource pop end end")
    return "\n".join(parts).encode()
