"""T05, T07: a real disk that fills up, and files that may not grow any more."""

import errno
import json
import logging
import os
import resource
import shutil
import subprocess
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from laborqa_desktop import logs, settings
from laborqa_desktop.errors import DiskFull, UserError
from laborqa_desktop.store import reserve
from laborqa_desktop.store.library import open_store
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import english
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.usecases.listing_files import ListFiles
from tests.faults.apart import apart
from tests.faults.forks import Child, fork
from tests.faults.judge import fresh, judge
from tests.faults.scenario import NOW, PASSWORD, Promise, Scenario, base
from tests.faults.trial import Outcome, Trial

DISK_MB = 160
LEFT_KB = 600
ROUNDS = 40
MAY_BE_EMPTY = ("laborqa.db-wal", "laborqa.db-shm", ".lock")


def full_disk(count: int, seed: int, folder: Path) -> Outcome:
    """A small file system is filled to the last block; then the program goes on as well as it can."""
    reserve.SIZE = 16 * 1024 * 1024         # as in use: it is what this is about
    source, mount = base(folder / "base"), folder / "disk"
    mount.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK_MB}m", "laborqa", str(mount)], check=True)
    failures, told, saved = list[str](), 0, 0
    try:
        for number in range(count):
            for old in mount.iterdir():
                shutil.rmtree(old) if old.is_dir() else old.unlink()
            library = fresh(source, mount / "资料 库")
            child = fork(_filling(library, mount, seed + number))
            lines, promise, wrong = _heard(child)
            told += sum("text" in line for line in lines)
            saved += promise.count
            for path in mount.rglob("*"):
                if path.is_file() and not path.stat().st_size and path.name not in MAY_BE_EMPTY:
                    wrong.append(f"a file of no bytes: {path.relative_to(mount)}")
            failures += [f"disk {number}, seed {seed}: {one}" for one in (*wrong, *judge(library, promise))]
    finally:
        subprocess.run(["umount", "--lazy", str(mount)], check=False)
    return Outcome(count, tuple(failures), {"refusals told": told, "rows of history kept": saved})


def _heard(child: Child) -> tuple[list[dict[str, Any]], Promise, list[str]]:
    lines = [json.loads(line) for line in child.said().splitlines()]
    promise, wrong = Promise(), [line["wrong"] for line in lines if "wrong" in line]
    for line in lines:
        promise = Promise(**line["promise"]) if "promise" in line else promise
    if child.status:
        wrong.append(f"the child ended with {child.status}")
    return lines, promise, wrong


class _Voice:
    """What a child says: promises, refusals, and everything that must not be."""

    def __init__(self, pipe: int, story: Scenario) -> None:
        self._pipe, self._story = pipe, story

    def say(self, **line: object) -> None:
        os.write(self._pipe, json.dumps(line).encode() + b"\n")

    def tried(self, name: str, act: Callable[[], object]) -> UserError | None:
        """Does an act; a refusal is told and given, anything else is wrong."""
        try:
            act()
        except UserError as error:
            self.say(text=str(error), act=name)
            return error
        except Exception:
            self.say(wrong=f"{name}: {traceback.format_exc()[-1500:]}")
            return None
        self.say(promise=self._story.promise().dump())
        return None


def _filling(library: Path, mount: Path, seed: int) -> Callable[[int], None]:
    def work(pipe: int) -> None:
        log = logging.getLogger("laborqa_desktop.trial")
        with logs.kept(mount / "logs"), open_store(library, PASSWORD, clock=lambda: NOW) as store:
            story = Scenario(store, seed)
            voice, acts = _Voice(pipe, story), _acts(store, story, mount)
            _fill(mount / "ballast", LEFT_KB * 1024)
            freed = _until_full(voice, story)
            if freed is None or "given free" not in str(freed):
                voice.say(wrong=f"the reserve was not given free: {freed}")
            if voice.tried("save again", story.unit) is not None:
                voice.say(wrong="saving does not work after the reserve was given free")
            _fill(mount / "more ballast", 0)
            for number in range(ROUNDS):
                log.info("round %s %s", number, "and more words" * 20)
                for name, act in acts.items():
                    story.number += 1
                    voice.tried(name, act)
            if not isinstance(voice.tried("save", story.many), DiskFull):
                voice.say(wrong="the disk was not full")
            os.unlink(mount / "ballast")        # noqa: PTH108
            if voice.tried("save with room", story.unit) is not None:
                voice.say(wrong="saving does not work although there is room")
            store.idle()
            if not reserve.is_whole(store.layout.reserve):
                voice.say(wrong="the reserve was not made again")
    return work


def _acts(store: Store, story: Scenario, mount: Path) -> dict[str, Callable[[], object]]:
    files = ListFiles(store)

    def export(ending: str) -> None:
        files.export("staff", Query(), [], mount / f"人员{story.number}.{ending}", english)

    def preferences() -> None:
        try:
            settings.save(mount / "preferences.json", settings.Preferences(person="王芳"))
        except OSError as error:        # the window tries again, and goes on without
            if error.errno != errno.ENOSPC:
                raise

    return {"save": story.unit, "draft": story.type_on, "attach": story.attach, "csv": lambda: export("csv"),
            "xlsx": lambda: export("xlsx"), "backup": story.copy, "preferences": preferences, "idle": story.idle}


def _until_full(voice: _Voice, story: Scenario) -> UserError | None:
    for _ in range(2000):
        story.number += 1
        said = voice.tried("save", story.many)
        if said is not None:
            return said
    return None


def _fill(file: Path, leave: int) -> None:
    """Takes all room of the disk but so many bytes."""
    with file.open("wb", buffering=0) as out:
        for size in (1 << 20, 1 << 16, 4096):
            while shutil.disk_usage(file.parent).free >= max(leave, 1) + size:
                try:
                    out.write(bytes(size))
                except OSError:
                    return


def small_files(count: int, seed: int, folder: Path) -> Outcome:
    """The process may write no file larger than so many KB (ulimit -f), as on a disk whose format has a limit."""
    source, library = base(folder / "base"), folder / "资料 库"
    failures, told = list[str](), 0
    largest = max(path.stat().st_size for path in source.glob("laborqa.db")) // 1024
    for number in range(count):
        fresh(source, library)
        limit = (largest + 80 + 3000 * number // max(count, 1)) * 1024
        lines, promise, wrong = _heard(fork(_limited(library, seed + number, limit)))
        texts = [line["text"] for line in lines if "text" in line]
        told += len(texts)
        wrong += [f"not clear: {text}" for text in texts if "as large as the disk" not in text]
        wrong += [] if texts else ["the limit was never met"]
        failures += [f"limit {limit}, seed {seed}: {one}" for one in (*wrong, *judge(library, promise))]
    return Outcome(count, tuple(failures), {"refusals told": told})


def _limited(library: Path, seed: int, limit: int) -> Callable[[int], None]:
    def work(pipe: int) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        with open_store(library, PASSWORD, clock=lambda: NOW) as store:
            story = Scenario(store, seed)
            voice = _Voice(pipe, story)
            if _until_full(voice, story) is None:
                return
            for name in ("many", "site", "type_on", "idle"):
                story.number += 1
                voice.tried(name, getattr(story, name))
            with store.read():      # reading goes on
                pass
    return work


TRIALS = (
    Trial("T05", "real disk full", "0 damaged files, 0 zero-byte files, program stays up", quick=1, full=20,
          run=apart(__name__, "full_disk", mounts=True)),
    Trial("T07", "largest size of a file", "clear message, 0 corrupt", quick=3, full=100,
          run=apart(__name__, "small_files")),
)
