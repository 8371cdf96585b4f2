"""The parts of the program with their licences, as packaging/licences.py wrote them beside it."""

from dataclasses import dataclass
from pathlib import Path

from laborqa_desktop import __version__, paths

OWN = "Apache-2.0"
LICENCE = "Licence: "
_SHORT = 40


@dataclass(frozen=True)
class Part:
    """One part.

    Attributes:
        licence: in few words.
        file: holds its text in full.
    """

    name: str
    licence: str
    file: Path


def all_parts() -> tuple[Part, ...]:
    """The program first, then Qt, fonts and icons, then every library by its name."""
    resources, licences = paths.resource_folder(), paths.licence_folder()
    own = (Part(f"LaborQA Desktop {__version__}", OWN, paths.own_licence()),
           Part("Qt", "LGPL-3.0", licences / "qt-lgpl-3.0.txt"),
           Part("Qt", "GPL-3.0", licences / "qt-gpl-3.0.txt"),
           Part("Noto Sans SC", "OFL-1.1", resources / "fonts" / "OFL.txt"),
           Part("Tabler Icons", "MIT", resources / "icons" / "LICENSE-tabler.txt"))
    known = {one.file.name for one in own}
    found = [_described(file) for file in sorted(licences.glob("*.txt")) if file.name not in known]
    return (*(one for one in own if one.file.is_file()), *sorted(found, key=lambda one: one.name.casefold()))


def text_of(part: Part) -> str:
    """Its licence in full."""
    return part.file.read_text(encoding="utf-8", errors="replace")


def _described(file: Path) -> Part:
    with file.open(encoding="utf-8", errors="replace") as text:
        name, licence = text.readline().strip(), text.readline().strip()
    if not licence.startswith(LICENCE):
        return Part(file.stem, "", file)
    short = licence.removeprefix(LICENCE).partition(" (")[0]
    return Part(name.partition(",")[0], short if len(short) <= _SHORT else short[:_SHORT - 1] + "…", file)
