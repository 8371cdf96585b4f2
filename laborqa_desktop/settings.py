"""Preferences of this user on this machine, declared once, in one JSON file. What belongs to a library lies in it."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from laborqa_desktop import paths
from laborqa_desktop.whole import replace_whole

RECENT_KEPT = 8
_BESIDE = "./"
"""Begins the path of a library that lies beside a portable program: the stick has another letter tomorrow."""


@dataclass(frozen=True)
class RecentLibrary:
    """A library opened before.

    Attributes:
        opened: ISO moment, local time, of the last opening.
        remembered: this computer should be able to open it without the password when the program starts.
        bytes: of everything in its folder, when it was open last; 0 when nobody looked.
        backup: ISO moment, local time, of its last verified backup; "" for none.
    """

    folder: str
    name: str
    opened: str = ""
    remembered: bool = False
    bytes: int = 0
    backup: str = ""


@dataclass(frozen=True)
class Preferences:
    """All preferences, with their defaults.

    Attributes:
        language: "zh_CN", "en", or "" to follow the system.
        theme: "system", "light" or "dark".
        text_px: height of body text, 12 to 24.
        lock_after_min: minutes without a key or a click until the library locks; 0 never.
        person: the working person's name, proposed at the next opening.
        running: folder of the library that is open; still there at the next start after a crash.
        window: x, y, width, height; empty until first closed.
        columns: list key -> keys of the shown columns.
        widths: list key -> column key -> width in logical pixels.
        chosen: library id -> what was chosen last in the search of the window: keys and record numbers, no names.
        second_places: library id -> folder for copies of its backups, ISO moment of the last copy ("" for none).
    """

    language: str = ""
    theme: str = "system"
    text_px: int = 14
    lock_after_min: int = 10
    person: str = ""
    window: tuple[int, ...] = ()
    running: str = ""
    recent: tuple[RecentLibrary, ...] = ()
    columns: dict[str, list[str]] = field(default_factory=dict)
    widths: dict[str, dict[str, int]] = field(default_factory=dict)
    chosen: dict[str, list[str]] = field(default_factory=dict)
    second_places: dict[str, list[str]] = field(default_factory=dict)


def load(file: Path) -> Preferences:
    """The preferences kept in that file; the default for each that is absent or of another type."""
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Preferences()
    if not isinstance(kept, dict):
        return Preferences()
    default = Preferences()
    read = Preferences(**{f.name: _fit(f.name, kept[f.name], getattr(default, f.name)) for f in fields(Preferences)
                          if f.name in kept})
    return _moved(read, _found)


def _moved(preferences: Preferences, move: Callable[[str, Path], str]) -> Preferences:
    """The preferences with another path for each library, where the program is portable."""
    root = paths.portable_folder()
    if root is None:
        return preferences
    recent = tuple(replace(one, folder=move(one.folder, root)) for one in preferences.recent)
    return replace(preferences, recent=recent, running=move(preferences.running, root))


def _found(folder: str, root: Path) -> str:
    return str(root / folder.removeprefix(_BESIDE)) if folder.startswith(_BESIDE) else folder


def _stored(folder: str, root: Path) -> str:
    place = Path(folder)
    return _BESIDE + place.relative_to(root).as_posix() if folder and place.is_relative_to(root) else folder


def _fit(name: str, value: Any, default: Any) -> Any:
    try:
        if name == "recent":
            return tuple(RecentLibrary(str(r["folder"]), str(r["name"]), str(r.get("opened", "")),
                                       bool(r.get("remembered", False)), int(r.get("bytes", 0)),
                                       str(r.get("backup", ""))) for r in value)
        if isinstance(default, tuple):
            return tuple(int(v) for v in value)
    except (TypeError, KeyError, ValueError, AttributeError):
        return default
    return value if isinstance(value, type(default)) else default


def save(file: Path, preferences: Preferences) -> None:
    """Writes all preferences at once; a reader sees the old file or the new one.

    Raises:
        OSError: the disk is full, or another program holds the file; the old one stays.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    data = json.dumps(asdict(_moved(preferences, _stored)), ensure_ascii=False, indent=1).encode()
    replace_whole(file, data, durable=False, patience_s=0.03)       # the window waits for it


def opened(preferences: Preferences, library: RecentLibrary) -> tuple[RecentLibrary, ...]:
    """The recent libraries with that one on top; what this computer knows of it stays as it was."""
    before = next((r for r in preferences.recent if r.folder == library.folder), library)
    library = replace(library, remembered=before.remembered, bytes=before.bytes, backup=before.backup)
    others = tuple(r for r in preferences.recent if r.folder != library.folder)
    return (library, *others)[:RECENT_KEPT]


def remembered(preferences: Preferences, folder: str, on: bool) -> Preferences:
    """The preferences with a note whether this computer remembers the library in that folder."""
    recent = tuple(replace(r, remembered=on) if r.folder == folder else r for r in preferences.recent)
    return replace(preferences, recent=recent)


def measured(preferences: Preferences, folder: str, size: int | None = None, backup: str | None = None) -> Preferences:
    """The preferences with what was seen of the library in that folder; None leaves what was known."""
    def seen(one: RecentLibrary) -> RecentLibrary:
        return replace(one, bytes=one.bytes if size is None else size, backup=one.backup if backup is None else backup)
    return replace(preferences, recent=tuple(seen(r) if r.folder == folder else r for r in preferences.recent))
