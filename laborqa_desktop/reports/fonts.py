"""The two faces of every printed page, each with a chain of fallbacks, and the characters no font has.

A face is chosen glyph by glyph: the bundled font, then the other bundled weight, then installed fonts whose licence
bits allow embedding. Nothing is looked up before a character needs it.
"""

import os
import sys
from functools import cache
from pathlib import Path

from laborqa_desktop.reports.truetype import Face

BUNDLED = Path(__file__).resolve().parents[2] / "resources" / "fonts"
"""Folder of the bundled fonts, from source and frozen alike."""

_INSTALLED_NAMES = (
    "simsunb.ttf",
    "SimsunExtG.ttf",
    "simsun.ttc",
    "msyh.ttc",
    "seguisym.ttf",
    "HanaMinA.ttf",
    "HanaMinB.ttf",
    "unifont.ttf",
    "unifont_upper.ttf",
    "DejaVuSans.ttf",
    "FreeSerif.ttf",
)


class Typeface:
    """One weight: a chain of font files opened as far as they are needed.

    Attributes:
        width: character -> width in thousandths of the size; fills itself.
    """

    def __init__(self, name: str, files: tuple[Path, ...]) -> None:
        self.name = name
        self._files = list(files)
        self.faces: list[Face] = [Face(self._files.pop(0))]
        self._installed_asked = False
        self._found: dict[str, tuple[int, int] | None] = {}
        self.width = _Widths(self)

    def find(self, character: str) -> tuple[int, int] | None:
        """(position of the face in faces, glyph number), or None when no font has the character."""
        if character not in self._found:
            self._found[character] = self._search(0x20 if character == "\xa0" else ord(character))
        return self._found[character]

    def _search(self, code: int) -> tuple[int, int] | None:
        position = 0
        while position < len(self.faces) or self._open_next():
            glyph = self.faces[position].characters.get(code)
            if glyph:
                return position, glyph
            position += 1
        return None

    def _open_next(self) -> bool:
        while True:
            if not self._files:
                if self._installed_asked:
                    return False
                self._installed_asked = True
                self._files = installed_fonts()
                if not self._files:
                    return False
            path = self._files.pop(0)
            try:
                face = Face(path)
            except (OSError, ValueError):
                continue
            if face.may_be_embedded:
                self.faces.append(face)
                return True

    def missing(self, text: str) -> list[str]:
        """The characters of a text that no font has, in their order; line breaks do not count."""
        return [c for c in dict.fromkeys(text) if c != "\n" and self.find(c) is None]

    def measure(self, text: str, size: float) -> float:
        """Width of one line in points."""
        return sum(map(self.width.__getitem__, text)) * size * 0.001


class _Widths(dict[str, float]):
    def __init__(self, typeface: Typeface) -> None:
        super().__init__()
        self._typeface = typeface

    def __missing__(self, character: str) -> float:
        position, glyph = self._typeface.find(character) or (0, 0)
        face = self._typeface.faces[position]
        width = self[character] = face.advance(glyph) * 1000 / face.units
        return width


def installed_fonts() -> list[Path]:
    """Installed font files that may hold rare characters, in a fixed order."""
    if sys.platform == "win32":
        folders = [
            Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts",
            Path(os.environ.get("LOCALAPPDATA", "")) / "Microsoft" / "Windows" / "Fonts",
        ]
        return [folder / name for name in _INSTALLED_NAMES for folder in folders if (folder / name).is_file()]
    found: dict[str, Path] = {}
    for top in (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts"):
        for folder, _, names in os.walk(top):
            for name in names:
                found.setdefault(name, Path(folder) / name)
    return [found[name] for name in _INSTALLED_NAMES if name in found]


@cache
def regular() -> Typeface:
    """The body face."""
    return Typeface("R", (BUNDLED / "NotoSansSC-Regular.ttf",))


@cache
def bold() -> Typeface:
    """The face of headings and figures; borrows from the regular one what it lacks."""
    return Typeface("B", (BUNDLED / "NotoSansSC-Bold.ttf", BUNDLED / "NotoSansSC-Regular.ttf"))
