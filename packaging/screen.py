"""An X screen that nobody sees, the windows on it, and pictures of it."""

import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from stages import Stop

WINDOW_LIMIT_S = 180
LEAST_WIDTH = 900
"""The main window is wider, the picture while a file unpacks is not."""
STILL_S, STILL_LIMIT_S = 3, 60
"""So long nothing may move; so long at the most it is waited for."""


@contextmanager
def display(size: str = "1366x850") -> Iterator[str]:
    """An X screen of its own, gone afterwards; gives its name."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        if not number:
            raise OSError("Xvfb did not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(timeout=30)


def windows(name: str) -> list[int]:
    """Widths of the windows on a screen, apart from those that only wait."""
    command = ["xwininfo", "-root", "-tree", "-display", name]
    asked = subprocess.run(command, capture_output=True, text=True, check=False)
    found = re.findall(r"^ {5}(0x\w+) .*?  (\d+)x(\d+)\+", asked.stdout, re.MULTILINE)
    return [int(width) for number, width, height in found if int(width) > 50 and int(height) > 50
            and "IsViewable" in _facts(name, number)]


def _facts(name: str, number: str) -> str:
    command = ["xwininfo", "-display", name, "-id", number]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def wait_for_window(name: str, least_width: int = LEAST_WIDTH) -> float:
    """Waits until a window of that width is on a screen; gives the seconds it took.

    Raises:
        Stop: none came.
    """
    start = time.monotonic()
    wait_until("The program shows no window.", lambda: any(width >= least_width for width in windows(name)), 0.02)
    return time.monotonic() - start


def wait_until(otherwise: str, holds: Callable[[], bool], pause_s: float = 0.5) -> None:
    """Waits until something holds.

    Raises:
        Stop: it does not come to hold; says otherwise.
    """
    end = time.monotonic() + WINDOW_LIMIT_S
    while not holds():
        if time.monotonic() > end:
            raise Stop(otherwise)
        time.sleep(pause_s)


def wait_until_still(name: str) -> None:
    """Waits until two pictures of a screen in a row are the same; one that never rests is left as it is."""
    end, before = time.monotonic() + STILL_LIMIT_S, b""
    while (now := _pixels(name)) != before and time.monotonic() < end:
        before = now
        time.sleep(STILL_S)


def _pixels(name: str) -> bytes:
    return subprocess.run(["import", "-window", "root", "rgb:-"], env=_on(name), stdout=subprocess.PIPE,
                          check=True).stdout


def picture(name: str, target: Path) -> None:
    """A picture of a whole screen."""
    target.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["import", "-window", "root", str(target)], env=_on(name), check=True)


def press(name: str, keys: str) -> None:
    """Types keys into the window that has the keyboard."""
    subprocess.run(["xdotool", "key", "--clearmodifiers", keys], env=_on(name), check=True)


def _on(name: str) -> dict[str, str]:
    return {**os.environ, "DISPLAY": name}
