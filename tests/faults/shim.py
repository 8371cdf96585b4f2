"""Our side of shim.c: compiling it, loading it into a process, telling it what to do, reading what it wrote down."""

import errno
import mmap
import os
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SOURCE = Path(__file__).with_name("shim.c")
FIELDS = ("recording", "write_from", "write_errno", "sync_from", "sync_errno", "rename_until", "rename_errno",
          "clock_offset", "writes", "syncs", "refused")
OPENED, WRITTEN, TRUNCATED, SYNCED, FOLDER_SYNCED, UNLINKED, RENAMED, FOLDER_MADE, FOLDER_REMOVED, ACK = range(1, 11)
CREATES, EMPTIES = 1, 2
_HEAD = struct.Struct("<IIqII")


class CannotRun(Exception):
    """This machine lacks what the trial needs; the text says what."""


def build(folder: Path) -> Path:
    """The compiled shim, in that folder.

    Raises:
        CannotRun: this is not Linux, or there is no C compiler.
    """
    if sys.platform != "linux":
        raise CannotRun("the shim is for Linux")
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None:
        raise CannotRun("there is no C compiler (Debian: apt-get install gcc libc6-dev)")
    target = folder / "shim.so"
    subprocess.run([compiler, "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o", str(target), str(SOURCE),
                    "-ldl", "-lpthread"], check=True)
    return target


def environment(library: Path, watched: Path, own: Path) -> dict[str, str]:
    """Variables that load the shim into a process and let it watch a folder. own: for its log and its controls."""
    control = own / "shim.control"
    control.write_bytes(bytes(8 * len(FIELDS)))
    return {"LD_PRELOAD": str(library), "SHIM_FOLDER": str(watched), "SHIM_LOG": str(own / "shim.log"),
            "SHIM_CONTROL": str(control)}


class Shim:
    """The shim of this process and of its forks: they share its controls."""

    def __init__(self) -> None:
        with Path(os.environ["SHIM_CONTROL"]).open("r+b") as file:
            self._page = mmap.mmap(file.fileno(), 8 * len(FIELDS))
        self.log = Path(os.environ["SHIM_LOG"])

    def set(self, **values: int) -> None:
        """Sets controls; see struct control in shim.c."""
        for name, value in values.items():
            struct.pack_into("<q", self._page, 8 * FIELDS.index(name), value)

    def get(self, name: str) -> int:
        """The present value of a control."""
        return int(struct.unpack_from("<q", self._page, 8 * FIELDS.index(name))[0])

    def reset(self) -> None:
        """Nothing fails, nothing is written down, all counts are 0."""
        self.set(**dict.fromkeys(FIELDS, 0))

    def hold_names(self, seconds: float, with_error: int = errno.EACCES) -> None:
        """Renames and unlinks fail for so long."""
        self.set(rename_errno=with_error, rename_until=int(time.monotonic() * 1000 + seconds * 1000))

    @contextmanager
    def recording(self) -> Iterator[None]:
        """Begins an empty record and writes down what happens inside, also in forks."""
        os.truncate(self.log, 0)
        self.set(recording=1)
        try:
            yield
        finally:
            self.set(recording=0)

    def open_ack(self) -> int:
        """A number to write acknowledgements to; they stand in the record in their place."""
        return os.open(f"{self.log}.ack", os.O_WRONLY | os.O_CREAT, 0o600)


@dataclass(frozen=True)
class Call:
    """One call of the record. handle: of an opened file; a, b: paths, written bytes, or an acknowledgement."""

    type: int
    handle: int
    offset: int
    a: bytes
    b: bytes


def read_log(path: Path) -> list[Call]:
    """The record, in order."""
    data, calls, at = path.read_bytes(), [], 0
    while at < len(data):
        kind, handle, offset, len_a, len_b = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        calls.append(Call(kind, handle, offset, data[at:at + len_a], data[at + len_a:at + len_a + len_b]))
        at += len_a + len_b
    return calls
