"""Where things lie: resources of the program, and the user's own folders. Nothing here creates or reads a file."""

import os
import sys
from pathlib import Path

PORTABLE_MARK = "portable.txt"
"""A file of that name beside the executable keeps everything else beside it too: on a USB stick, for instance."""


def shipped_folder() -> Path:
    """What came with the program: beside the package from source, unpacked when frozen. No link is followed: that takes
    milliseconds of the start.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    return Path(frozen) if frozen else Path(__file__).parent.parent


def resource_folder() -> Path:
    """Icons, fonts, catalogues."""
    return shipped_folder() / "resources"


def licence_folder() -> Path:
    """The licences of all parts, one text each."""
    return _documents() / "licences"


def own_licence() -> Path:
    """The licence of the program itself."""
    return shipped_folder() / "LICENSE"


def guide_folder() -> Path:
    """The pages of the user guide, in Chinese."""
    return _documents() / "guide" / "zh"


def _documents() -> Path:
    return shipped_folder() if hasattr(sys, "_MEIPASS") else shipped_folder() / "docs"


def portable_folder() -> Path | None:
    """The folder of the executable where everything stays beside it, else None."""
    if not getattr(sys, "frozen", False):
        return None
    beside = Path(sys.executable).resolve().parent
    return beside if (beside / PORTABLE_MARK).is_file() else None


def settings_folder() -> Path:
    """What this user on this computer has beside libraries: preferences, logs, the sample. LABORQA_HOME moves it.

    On Windows it is the local folder: the roaming one would be copied to servers, decrypted attachments among it.
    """
    if home := os.environ.get("LABORQA_HOME"):
        return Path(home)
    if portable := portable_folder():
        return portable / "LaborQA"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "LaborQA"
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
    if portable := portable_folder():
        return portable
    documents = Path.home() / "Documents"
    return documents if documents.is_dir() else Path.home()
