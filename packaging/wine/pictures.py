"""Pictures of the Windows build under Wine, in both languages, light and dark, for the eye."""

import json
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import trying
from stages import Stop
from wine.run import Wine
from wine.trials import LEAST_WIDTH, WINDOW_LIMIT_S, wait_for_window, windows

LOOKS = (("zh_CN", "light"), ("en", "dark"))
PREFERENCES = "preferences.json"
SETTLED_S = 6


def take(wine: Wine, exe: Path, into: Path) -> None:
    """Pictures of the first-run screen, and of the sample's Today page and the preview of its report.

    Raises:
        Stop: a window did not come.
    """
    tried = trying.place(exe, wine.drive / "users" / "Public")
    for language, theme in LOOKS:
        _look(wine, tried, into, language, theme)


def _look(wine: Wine, exe: Path, into: Path, language: str, theme: str) -> None:
    home = exe.parent / f"settings {theme}"
    home.mkdir()
    preferences = home / PREFERENCES
    preferences.write_text(json.dumps({"language": language, "theme": theme}), encoding="utf-8")
    ending = f"{language}-{theme}.png"
    with _running(wine, exe, home):
        wait_for_window(wine, LEAST_WIDTH)
        picture(wine, into / f"first-{ending}")
    with _running(wine, exe, home, "--sample"):
        _until("The sample was not opened.", lambda: _is_open(preferences))
        picture(wine, into / f"today-{ending}")
        press(wine, "alt+r")
        _until("The dialog of the report does not open.", lambda: len(windows(wine.display)) > 1)
        for key in ("Down", "Return"):      # the first client
            time.sleep(SETTLED_S)
            press(wine, key)
        time.sleep(SETTLED_S)
        picture(wine, into / f"report-{ending}")


@contextmanager
def _running(wine: Wine, exe: Path, home: Path, *words: str) -> Iterator[None]:
    process = wine.start(wine.windows_path(exe), *words, LABORQA_HOME=wine.windows_path(home))
    try:
        yield
    finally:
        wine.end()
        process.communicate(timeout=60)


def picture(wine: Wine, target: Path) -> None:
    """A picture of the whole screen, once it has settled."""
    time.sleep(SETTLED_S)
    target.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(["import", "-window", "root", str(target)], env=_screen(wine), check=True)


def press(wine: Wine, keys: str) -> None:
    """Types keys into the window that has the keyboard."""
    subprocess.run(["xdotool", "key", "--clearmodifiers", keys], env=_screen(wine), check=True)


def _screen(wine: Wine) -> dict[str, str]:
    return {**os.environ, "DISPLAY": wine.display}


def _is_open(preferences: Path) -> bool:
    with suppress(OSError, ValueError):
        return bool(json.loads(preferences.read_text(encoding="utf-8")).get("running"))
    return False


def _until(otherwise: str, holds: Callable[[], bool]) -> None:
    end = time.monotonic() + WINDOW_LIMIT_S
    while not holds():
        if time.monotonic() > end:
            raise Stop(otherwise)
        time.sleep(0.5)
