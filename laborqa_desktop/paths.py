"""Where things lie: resources of the program, and the user's own folders. Nothing here creates or reads a file."""

import os
import sys
from pathlib import Path

PORTABLE_MARK = "laborqa-portable.txt"
"""A file of that name beside the executable keeps preferences and logs beside it too."""


def resource_folder() -> Path:
    """Icons, fonts, catalogues: beside the package from source, unpacked when frozen."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) / "resources" if frozen else Path(__file__).resolve().parent.parent / "resources"


def guide_folder() -> Path:
    """The pages of the user guide, in Chinese."""
    frozen = getattr(sys, "_MEIPASS", None)
    return (Path(frozen) if frozen else Path(__file__).resolve().parent.parent / "docs") / "guide" / "zh"


def _portable_folder() -> Path | None:
    beside = Path(sys.executable).resolve().parent
    return beside / "LaborQA" if getattr(sys, "frozen", False) and (beside / PORTABLE_MARK).exists() else None


def settings_folder() -> Path:
    """The user's preferences. LABORQA_HOME moves it, for tests and for portable use."""
    if home := os.environ.get("LABORQA_HOME"):
        return Path(home)
    if portable := _portable_folder():
        return portable
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", Path.home() / "AppData" / "Roaming")) / "LaborQA"
    return Path(os.environ.get("XDG_CONFIG_HOME", Path.home() / ".config")) / "laborqa"


def outside_folder() -> Path:
    """Attachments decrypted for another program to show; emptied at start, lock and close."""
    return settings_folder() / "opened"


def sample_folder() -> Path:
    """The sample library; made when it is first looked at."""
    return settings_folder() / "sample"


def log_folder() -> Path:
    """Logs and crash reports; no personal data goes there."""
    return settings_folder() / "logs"


def documents_folder() -> Path:
    """Where new libraries are proposed."""
    documents = Path.home() / "Documents"
    return documents if documents.is_dir() else Path.home()
