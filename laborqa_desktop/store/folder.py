"""The library as a folder: what lies where, and whether a folder is one. No database here, so it loads at once."""

import errno
import json
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from laborqa_desktop.errors import NotFound, UnreadableInput
from laborqa_desktop.text import N_
from laborqa_desktop.whole import patiently as patiently
from laborqa_desktop.whole import remove
from laborqa_desktop.whole import replace_whole as replace_whole
from laborqa_desktop.whole import sync_directory as sync_directory
from laborqa_desktop.whole import write_new as write_new

FORMAT = 1
PROGRAM = "LaborQA"

NOTE_NAME = "请勿手动移动 - do not move files by hand.txt"
NOTE = (
    "此文件夹是一个 LaborQA 资料库，其中的文件互相关联并已加密。\n"
    "请勿手动移动、改名、删除或编辑其中的任何文件；需要搬动时，请先关闭程序，再整体复制或移动整个文件夹。\n"
    "\n"
    "This folder is a LaborQA library. Its files belong together and are encrypted.\n"
    "Do not move, rename, delete or edit anything in it by hand. To move the library, close the program and\n"
    "copy or move the whole folder.\n"
)


@dataclass(frozen=True)
class Layout:
    """Where the parts of a library lie."""

    folder: Path

    @property
    def marker(self) -> Path:
        """The small text file that says: this is a library."""
        return self.folder / "library.labq"

    @property
    def database(self) -> Path:
        """The encrypted database."""
        return self.folder / "laborqa.db"

    @property
    def key_files(self) -> tuple[Path, Path]:
        """Two equal copies of the wrapped key."""
        return self.folder / "key-1.json", self.folder / "key-2.json"

    @property
    def attachments(self) -> Path:
        """Encrypted files."""
        return self.folder / "attachments"

    @property
    def backups(self) -> Path:
        """Verified copies of the database."""
        return self.folder / "backups"

    @property
    def lock(self) -> Path:
        """The lock file of the window that works with the library; taken by the program, not by the store."""
        return self.folder / ".lock"

    @property
    def head(self) -> Path:
        """The newest link of the history, so that vanished entries are noticed."""
        return self.folder / "history.head"

    @property
    def reserve(self) -> Path:
        """Room on the disk that is kept for the moment the disk is full; see reserve.py."""
        return self.folder / "reserve.bin"

    @property
    def note(self) -> Path:
        """The warning for people who look into the folder."""
        return self.folder / NOTE_NAME


@dataclass(frozen=True)
class Marker:
    """What library.labq says."""

    library_id: str
    format: int = FORMAT


def looks_like_library(folder: Path) -> bool:
    """Whether the folder holds a library, or enough of one to name what is wrong with it."""
    layout = Layout(folder)
    try:
        return layout.marker.is_file() or (layout.database.is_file() and any(p.is_file() for p in layout.key_files))
    except OSError:
        return False


def library_folder(path: Path) -> Path:
    """The library's folder when its library.labq is given (a double-click), else the path itself."""
    return path.parent if path.name == "library.labq" else path


def read_marker(layout: Layout) -> Marker | None:
    """What the marker says, or None when it is missing or damaged."""
    try:
        values = json.loads(layout.marker.read_text("utf-8"))
        return Marker(library_id=str(values["id"]), format=int(values["format"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def marker_text(library_id: str) -> str:
    """The content of library.labq."""
    return json.dumps({"program": PROGRAM, "format": FORMAT, "id": library_id}, indent=1) + "\n"


def need_library(folder: Path) -> Layout:
    """The parts of the library in a folder.

    Raises:
        NotFound: there is no such folder, or it is no library.
        UnreadableInput: the database is missing.
    """
    layout = Layout(folder)
    try:
        there = folder.is_dir()
    except OSError:
        there = False
    if not there:
        raise NotFound(N_("Library", "There is no folder {folder}.").of(folder=folder))
    try:
        next(folder.iterdir(), None)
    except OSError:
        raise UnreadableInput(N_("Library", "The folder {folder} cannot be read. Ask for the right to read it.")
                              .of(folder=folder)) from None
    if not looks_like_library(folder):
        raise NotFound(N_("Library", "The folder {folder} is no library: it holds no library.labq.").of(folder=folder))
    if not layout.database.is_file():
        raise UnreadableInput(N_("Library", "The library {folder} has lost its database laborqa.db. Put it back from a "
                                            "copy in the folder backups; nothing was changed.").of(folder=folder))
    return layout


def is_writable(folder: Path) -> bool:
    """Whether files can be made in the folder; tried, because rights alone do not tell."""
    probe = folder / f".probe-{secrets.token_hex(4)}"
    try:
        os.close(os.open(probe, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except OSError as error:
        return error.errno == errno.ENOSPC
    with suppress(OSError):     # a virus scanner that looks at it makes no folder read-only
        remove(probe, seconds=0.5)
    return True


def may_write_to(path: Path) -> bool:
    """Whether a file that is there may be changed; tried, because rights alone do not tell."""
    try:
        os.close(os.open(path, os.O_RDWR))
    except OSError as error:
        return error.errno not in (errno.EACCES, errno.EPERM, errno.EROFS)
    return True
