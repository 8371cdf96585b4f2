"""A disk that loses its power: what may be found on it, given what was written down until then.

What was synchronised is there. What was not may be there, or not, or partly: as a prefix, cut at a border of 512 bytes,
or out of order. A new name, a rename and a removal last once their folder was synchronised.
"""

import os
import random
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from tests.faults import shim
from tests.faults.shim import Call

SECTOR = 512
HOW = ("dropped", "kept", "prefix", "torn", "shuffled")


@dataclass(eq=False)
class File:
    """durable: what is on the platter; pending: (offset, bytes) written, or (size, None) truncated since the sync."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)

    def sync(self) -> None:
        for offset, data in self.pending:
            _apply(self.durable, offset, data)
        self.pending.clear()

    def found(self, chance: random.Random) -> bytes:
        content, how = bytearray(self.durable), chance.choice(HOW)
        if how == "dropped" or not self.pending:
            return bytes(content)
        most = len(self.pending) if how in ("kept", "shuffled") else chance.randrange(len(self.pending) + 1)
        for number, (offset, data) in enumerate(self.pending[:most]):
            if how == "shuffled":
                if data is None:
                    if chance.random() < 0.5:
                        _apply(content, offset, None)
                    continue
                for at in range(0, len(data), SECTOR):
                    if chance.random() < 0.7:
                        _apply(content, offset + at, data[at:at + SECTOR])
                continue
            if how == "torn" and number == most - 1 and data is not None:
                data = data[:chance.randrange(len(data) // SECTOR + 1) * SECTOR]
            _apply(content, offset, data)
        return bytes(content)


def _apply(content: bytearray, offset: int, data: bytes | None) -> None:
    if data is None:
        if offset < len(content):
            del content[offset:]
        else:
            content.extend(bytes(offset - len(content)))
        return
    if offset > len(content):
        content.extend(bytes(offset - len(content)))
    content[offset:offset + len(data)] = data


@dataclass(frozen=True)
class _Name:
    """A change of one folder: a name now stands for a file (or "folder", or nothing); old: the name it had."""

    folder: str
    name: str
    thing: "File | str | None"
    old: str = ""


def held(folder: Path) -> dict[str, bytes | None]:
    """What a real folder holds: path -> content, None for a folder."""
    return {str(path): None if path.is_dir() else path.read_bytes() for path in sorted(folder.rglob("*"))}


class Disk:
    """What a folder holds, durable and not; fed with the calls of a record in order.

    Args:
        holds: as held(), at the beginning, all of it durable.
    """

    def __init__(self, folder: str, holds: dict[str, bytes | None]) -> None:
        self.folder = folder
        self._now: dict[str, File | str] = {path: "folder" if content is None else File(bytearray(content))
                                            for path, content in holds.items()}
        self._durable = dict(self._now)
        self._pending: list[_Name] = []
        self._open: dict[int, File] = {}
        self.said: bytes = b""

    def feed(self, call: Call) -> None:
        """One call more has happened."""
        if call.type == shim.ACK:
            self.said = call.a
        elif call.type == shim.OPENED:
            self._opened(call)
        elif call.type == shim.WRITTEN:
            self._open[call.handle].pending.append((call.offset, call.a))
        elif call.type == shim.TRUNCATED:
            self._open[call.handle].pending.append((call.offset, None))
        elif call.type == shim.SYNCED:
            self._open[call.handle].sync()
        else:
            self._named(call)

    def _opened(self, call: Call) -> None:
        path = _path(call.a)
        thing = self._now.get(path)
        if thing is None:
            thing = File()
            self._change(path, thing)
        assert isinstance(thing, File)
        if call.offset & shim.EMPTIES:
            thing.pending.append((0, None))
        self._open[call.handle] = thing

    def _named(self, call: Call) -> None:
        path = _path(call.a)
        if call.type == shim.FOLDER_SYNCED:
            self._sync_folder(path)
        elif call.type == shim.FOLDER_MADE:
            self._change(path, "folder")
        elif call.type == shim.RENAMED:
            target, thing = _path(call.b), self._now[path]
            assert isinstance(thing, File), "folders are not renamed in a library"
            del self._now[path]
            self._change(target, thing, path)
        else:
            self._change(path, None)

    def _change(self, path: str, thing: File | str | None, old: str = "") -> None:
        _set(self._now, path, thing)
        self._pending.append(_Name(_parent(path), path, thing, old))
        if old and _parent(old) != _parent(path):
            self._pending.append(_Name(_parent(old), old, None))

    def _sync_folder(self, folder: str) -> None:
        for change in self._pending:
            if change.folder == folder:
                _do(self._durable, change)
        self._pending = [change for change in self._pending if change.folder != folder]

    def crash(self, chance: random.Random) -> dict[str, bytes | None]:
        """What is found after a power cut now: path -> content, None for a folder."""
        names = dict(self._durable)
        how = {folder: (chance.choice(HOW), chance.random()) for folder in sorted({c.folder for c in self._pending})}
        number = dict.fromkeys(how, 0)
        total = {folder: sum(c.folder == folder for c in self._pending) for folder in how}
        for change in self._pending:
            way, share = how[change.folder]
            number[change.folder] += 1
            if way == "kept" or (way in ("prefix", "torn") and number[change.folder] <= share * total[change.folder]) \
                    or (way == "shuffled" and chance.random() < 0.5):
                _do(names, change)
        files: dict[File, bytes] = {}
        found: dict[str, bytes | None] = {}
        for path in sorted(names):
            thing, parent = names[path], _parent(path)
            if parent != self.folder and parent not in found:
                continue        # its folder was lost
            if isinstance(thing, str):
                found[path] = None
                continue
            if thing not in files:
                files[thing] = thing.found(chance)
            found[path] = files[thing]
        return found

    def lay_out(self, found: dict[str, bytes | None], target: Path) -> None:
        """Makes a real folder of what was found."""
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir()
        for path, content in found.items():
            there = os.path.join(target, os.path.relpath(path, self.folder))    # noqa: PTH118  by the ten thousand
            if content is None:
                os.mkdir(there)     # noqa: PTH102
                continue
            handle = os.open(there, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            os.write(handle, content)
            os.close(handle)


def _do(names: dict[str, File | str], change: _Name) -> None:
    if change.old and names.get(change.old) is change.thing:
        del names[change.old]
    _set(names, change.name, change.thing)


def _set(names: dict[str, File | str], path: str, thing: File | str | None) -> None:
    if thing is None:
        names.pop(path, None)
    else:
        names[path] = thing


def _path(data: bytes) -> str:
    return os.path.normpath(data.decode())


def _parent(path: str) -> str:
    return str(PurePosixPath(path).parent)


def cuts(calls: Sequence[Call], count: int, chance: random.Random) -> list[int]:
    """So many random moments, in order; a moment may come more than once."""
    return sorted(chance.randrange(len(calls) + 1) for _ in range(count))
