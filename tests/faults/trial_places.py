"""T08, T22 and T40: libraries where nothing may be written, of a newer program, in folders of sync programs."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from random import Random

from laborqa_desktop.errors import Refused
from laborqa_desktop.store import library, settings
from laborqa_desktop.store.place import _NETWORK_KINDS, _SYNC_PARTS, Machine, network_share, sync_folder
from tests.faults.spoiling import ACT, PASSWORD, content, small_library
from tests.faults.trial import Outcome, Trial


def _bytes(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def _reads_only(folder: Path, words: str) -> str:
    """ "" when it opens for reading only, says why, refuses an act and changes no byte."""
    before = _bytes(folder)
    with library.open_store(folder, PASSWORD) as opened:
        if opened.notice is None or words not in str(opened.notice):
            return f"the notice is {opened.notice}"
        content(opened)
        try:
            with opened.write(ACT):
                pass
            return "an act was not refused"
        except Refused:
            pass
    return "" if _bytes(folder) == before else "bytes were changed"


def read_only(count: int, seed: int, folder: Path) -> Outcome:
    """T08: the disk or the one file is mounted for reading only. Where nothing can be mounted, nothing is tried."""
    made = small_library(folder / "库")
    made.close()
    failures, tried = [], 0
    for number in range(count):
        place = made.folder if number % 2 else made.layout.database
        words = "folder cannot be written" if number % 2 else "write-protected"
        if os.geteuid() or subprocess.run(["mount", "--bind", place, place], check=False,
                                          capture_output=True).returncode:
            continue
        try:
            subprocess.run(["mount", "-o", "remount,ro,bind", place], check=True)
            tried += 1
            if wrong := _reads_only(made.folder, words):
                failures.append(f"{place.name}: {wrong}")
        finally:
            subprocess.run(["umount", "-l", place], check=True)
    return Outcome(count, tuple(failures), {"mounted": tried})


def newer(count: int, seed: int, folder: Path) -> Outcome:
    """T22: a library of a program that does not exist yet."""
    random, failures = Random(seed), []
    for number in range(count):
        version = f"{random.randrange(2, 99)}.{random.randrange(9)}"
        made = small_library(folder / str(number), units=5)
        with made.quiet() as session:
            settings.put(session, library.WRITTEN_BY, version)
            session.connection().exec_driver_sql(
                f"UPDATE alembic_version SET version_num = '{random.randrange(900, 1000):04}'")
        made.close()
        if wrong := _reads_only(made.folder, version):
            failures.append(f"{version}: {wrong}")
    return Outcome(count, tuple(failures))


def places(count: int, seed: int, folder: Path) -> Outcome:
    """T40: names of folders, long and Chinese, with and without a sync program or a share above them."""
    random, failures = Random(seed), []
    kinds = sorted(_NETWORK_KINDS)
    names = ("李 洋", "质检 2026", "a" * 200, "Ünïcode", "张三（备用）", "x.y.z")
    for number in range(count):
        above = [random.choice(names) for _ in range(random.randrange(1, 4))]
        known, program = random.choice(_SYNC_PARTS)
        plain = Path("/home").joinpath(*above, "库")
        synced = Path("/home").joinpath(*above[:1], known.upper(), *above[1:], "库")
        point = "/mnt/" + above[0].replace(" ", "\\040")
        mounts = f"1 1 0:1 / / rw - ext4 /dev/a rw\n2 1 0:2 / {point} rw - {random.choice(kinds)} //s/x rw\n"
        machine = Machine({}, lambda: "1 1 0:1 / / rw - ext4 /dev/a rw\n", lambda root: 3, lambda place: [])
        remote = Machine({}, _always(mounts), lambda root: 3, lambda place: [])
        if sync_folder(plain, machine) is not None or network_share(plain, machine):
            failures.append(f"{number}: {plain} was warned of")
        if sync_folder(synced, machine) != program:
            failures.append(f"{number}: {synced} is not known as {program}")
        if not network_share(Path("/mnt") / above[0] / "库", remote):
            failures.append(f"{number}: a share is not known")
    long = folder / "李 洋" / "质检 资料" / ("长" * 70)
    long.parent.mkdir(parents=True)
    small_library(long, units=3).close()
    with library.open_store(long, PASSWORD) as opened:
        content(opened)
    return Outcome(count, tuple(failures))


def _always(words: str) -> Callable[[], str]:
    return lambda: words


TRIALS = (
    Trial("T08", "read-only folder and file", "opens for reading only, says why, refuses acts", 2, 20, read_only),
    Trial("T22", "a newer library", "opens for reading only, bytes unchanged, names the version", 2, 50, newer),
    Trial("T40", "long names, sync folders, shares", "sync folders and shares known 100 %", 300, 20_000, places),
)
