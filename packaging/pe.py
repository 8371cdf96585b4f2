"""Reads of a Windows program what the audit judges."""

from dataclasses import dataclass, field
from typing import Any

ICON, ICON_GROUP, VERSION, MANIFEST = 3, 14, 16, 24


@dataclass(frozen=True)
class Program:
    """A Windows program or library.

    Attributes:
        machine: 0x8664 is 64 bit.
        subsystem: 2 has windows, 3 a console.
        traits: the bits of DllCharacteristics.
        needs: names of the libraries it loads, in small letters.
        manifest: its XML, empty without one.
        version: the texts of its version resource.
        icon_sizes: widths of the pictures of its first icon.
        sums_up: whether its checksum is right.
    """

    machine: int
    subsystem: int
    traits: int
    needs: tuple[str, ...] = ()
    manifest: str = ""
    version: dict[str, str] = field(default_factory=dict)
    icon_sizes: tuple[int, ...] = ()
    sums_up: bool = True


def read(content: bytes, thorough: bool = False) -> Program:
    """Reads a program.

    Args:
        content: the whole file.
        thorough: resources and checksum too; otherwise only what it loads.

    Raises:
        ValueError: it is none.
    """
    import pefile  # not at hand where nothing is built
    try:
        parsed = pefile.PE(data=content, fast_load=not thorough)
        if not thorough:
            parsed.parse_data_directories(directories=[pefile.DIRECTORY_ENTRY["IMAGE_DIRECTORY_ENTRY_IMPORT"]])
    except pefile.PEFormatError as error:
        raise ValueError(str(error)) from error
    needs = tuple(entry.dll.decode().lower() for entry in getattr(parsed, "DIRECTORY_ENTRY_IMPORT", []))
    head = parsed.FILE_HEADER.Machine, parsed.OPTIONAL_HEADER.Subsystem, parsed.OPTIONAL_HEADER.DllCharacteristics
    if not thorough:
        return Program(*head, needs)
    manifest = next(iter(_resources(parsed, MANIFEST)), b"").decode("utf-8", "replace")
    group = next(iter(_resources(parsed, ICON_GROUP)), b"")
    return Program(*head, needs, manifest, _version(parsed), _icon_sizes(group), parsed.verify_checksum())


def _resources(parsed: Any, kind: int) -> list[bytes]:
    tree = getattr(parsed, "DIRECTORY_ENTRY_RESOURCE", None)
    found = []
    for entry in (entry for entry in (tree.entries if tree else []) if entry.id == kind):
        for named in entry.directory.entries:
            place = named.directory.entries[0].data.struct
            found.append(bytes(parsed.get_data(place.OffsetToData, place.Size)))
    return found


def _version(parsed: Any) -> dict[str, str]:
    tables = [table for block in getattr(parsed, "FileInfo", []) for entry in block
              for table in getattr(entry, "StringTable", [])]
    return {key.decode(): text.decode() for table in tables for key, text in table.entries.items()}


def _icon_sizes(group: bytes) -> tuple[int, ...]:
    """Widths in a group of icons: 6 bytes of head, then 14 for each picture, the width first, 0 for 256."""
    return tuple(sorted(group[start] or 256 for start in range(6, len(group) - 13, 14)))
