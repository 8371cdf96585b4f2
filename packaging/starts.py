"""How long the first window takes on Linux: from source, from the folder, from the one file; and how much memory."""

import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import product
from screen import display, wait_for_window

RUNS = 5
WANTED = {"folder": 1.3, "one file": 2.5}
"""Of the start from source, at most."""


def say(folder: Path, file: Path) -> None:
    """Starts each form several times in turn and says its median beside that of the source.

    Args:
        folder: the starter of the folder build.
        file: the one file.
    """
    missing = [name for name in ("Xvfb", "xwininfo") if shutil.which(name) is None]
    if missing:
        print(f"    not measured, for lack of {', '.join(missing)}")
        return
    forms = {"source": [sys.executable, "-P", "-m", "laborqa_desktop"], "folder": [str(folder)],
             "one file": [str(file)]}
    seconds: dict[str, list[float]] = {name: [] for name in forms}
    memory: dict[str, int] = {}
    with display() as screen, tempfile.TemporaryDirectory() as home:
        for _ in range(RUNS):
            for name, command in forms.items():
                took, most = _start(command, screen, home)
                seconds[name].append(took)
                memory[name] = max(most, memory.get(name, 0))
    source = statistics.median(seconds["source"])
    for name, taken in seconds.items():
        middle = statistics.median(taken)
        wanted = f", at most {WANTED[name]} x wanted" if name in WANTED else ""
        print(f"    {name}: {middle:.2f} s, {middle / source:.2f} x{wanted}; {memory[name] / 2**20:.0f} MB")


def _start(command: Sequence[str], screen: str, home: str) -> tuple[float, int]:
    """Seconds to the first window, and the peak memory of all its processes in bytes."""
    environment = {**os.environ, "DISPLAY": screen, "LABORQA_HOME": home, "PYTHONPATH": str(product.ROOT),
                   "QT_QPA_PLATFORM": "xcb"}
    begin = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                               start_new_session=True)
    try:
        wait_for_window(screen)
        took = time.monotonic() - begin
        time.sleep(2)       # what is imported behind the first page
        return took, sum(_peak(number) for number in _with_children(process.pid))
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait(timeout=30)


def _with_children(number: int) -> Iterable[int]:
    yield number
    for child in Path(f"/proc/{number}/task/{number}/children").read_text().split():
        yield from _with_children(int(child))


def _peak(number: int) -> int:
    """Bytes of memory a process had at most."""
    for line in Path(f"/proc/{number}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    return 0
