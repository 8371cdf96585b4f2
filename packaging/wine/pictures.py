"""Pictures of the Windows build under Wine, in both languages, light and dark, for the eye."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import trying
from screen import picture, press, wait_for_window, wait_until, wait_until_still, windows
from wine.run import Wine

LOOKS = (("zh_CN", "light"), ("en", "dark"))
PREFERENCES = "preferences.json"


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
        wait_for_window(wine.display)
        _settled(wine, into / f"first-{ending}")
    with _running(wine, exe, home, "--sample"):
        wait_until("The sample was not opened.", lambda: _is_open(preferences))
        _settled(wine, into / f"today-{ending}")
        press(wine.display, "alt+r")
        wait_until("The dialog of the report does not open.", lambda: len(windows(wine.display)) > 1)
        for key in ("Down", "Return"):      # the first client
            wait_until_still(wine.display)
            press(wine.display, key)
        _settled(wine, into / f"report-{ending}")


@contextmanager
def _running(wine: Wine, exe: Path, home: Path, *words: str) -> Iterator[None]:
    process = wine.start(wine.windows_path(exe), *words, LABORQA_HOME=wine.windows_path(home))
    try:
        yield
    finally:
        wine.end()
        process.communicate(timeout=60)


def _settled(wine: Wine, target: Path) -> None:
    wait_until_still(wine.display)
    picture(wine.display, target)


def _is_open(preferences: Path) -> bool:
    with suppress(OSError, ValueError):
        return bool(json.loads(preferences.read_text(encoding="utf-8")).get("running"))
    return False
