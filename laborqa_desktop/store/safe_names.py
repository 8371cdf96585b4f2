"""Names of files that are names on every system and stay inside their folder, whatever somebody called the file."""

from collections.abc import Callable

_FORBIDDEN = set('/\\:*?"<>|') | set("\u2044\u2215\u29f5\u29f8\u29f9\ufe68\uff0f\uff3c")
"""Also what looks like a slash: some systems turn it into one."""
_RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$",
             *(f"{name}{digit}" for name in ("com", "lpt") for digit in "0123456789¹²³")}
_STEM, _STEM_BYTES, _ENDING, _ENDING_BYTES = 80, 160, 20, 30


def safe_name(name: str) -> str:
    """A file name that is one on every system: no folders, control characters, reserved names, reading-order tricks."""
    kept = "".join("_" if not letter.isprintable() or letter in _FORBIDDEN else letter for letter in name)
    kept = kept.strip(" .") or "file"
    stem, dot, ending = kept.rpartition(".")
    if not dot or len(ending) > _ENDING or len(ending.encode()) > _ENDING_BYTES:
        stem, ending = kept, ""
    stem = _cut(stem[:_STEM], _STEM_BYTES).strip(" .") or "file"
    if stem.split(".")[0].strip().casefold() in _RESERVED:
        stem = "_" + stem
    return f"{stem}.{ending.strip()}" if ending.strip() else stem


def free_of(name: str, taken: Callable[[str], bool]) -> str:
    """A safe name that is not taken: the name itself, or with (2), (3) … before its ending."""
    safe = safe_name(name)
    stem, dot, ending = safe.rpartition(".")
    stem, ending = (stem, dot + ending) if dot and stem else (safe, "")
    number, found = 1, safe
    while taken(found):
        number += 1
        found = f"{stem} ({number}){ending}"
    return found


def _cut(words: str, most: int) -> str:
    return words.encode()[:most].decode(errors="ignore")
