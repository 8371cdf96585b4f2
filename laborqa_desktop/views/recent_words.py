"""How the libraries opened before are told on the unlock page, the sample library among them."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from laborqa_desktop import paths
from laborqa_desktop.settings import Preferences, RecentLibrary
from laborqa_desktop.text import N_
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.recent_list import Recent

SAMPLE = N_("App", "Sample library")
SAMPLE_WORDS = N_("App", 'Invented people and places to look around. The password is "sample".')
SAMPLE_PASSWORD = "sample"     # no secret: it is shown and filled in


def recents(preferences: Preferences) -> list[Recent]:
    """The libraries opened before, in words."""
    sample = str(paths.sample_folder())
    found = []
    for one in preferences.recent:
        shown = Recent(one.folder, one.name, _shortened(one.folder), _when(one.opened), _facts(one))
        if one.folder == sample:
            shown = replace(shown, tag=say(SAMPLE), password=SAMPLE_PASSWORD, words=say(SAMPLE_WORDS), facts="")
        found.append(shown)
    return found


def name_of(preferences: Preferences, folder: str) -> str:
    """How a library is called: as it was the last time, else as its folder."""
    return next((one.name for one in preferences.recent if one.folder == folder), Path(folder).name)


def size_in_words(size: int) -> str:
    """A size as Windows shows it."""
    return f"{size / 2**30:.1f} GB" if size >= 2**30 else f"{max(1, round(size / 2**20))} MB"


def _facts(one: RecentLibrary) -> str:
    if not one.bytes:
        return ""
    size = size_in_words(one.bytes)
    if not one.backup:
        return say(N_("Program", "{size}, no backup yet").of(size=size))
    return say(N_("Program", "{size}, backup {moment}").of(size=size, moment=_when(one.backup)))


def _shortened(folder: str) -> str:
    parts = Path(folder).parts
    return " › ".join(parts[-2:]) if len(parts) > 2 else folder


def _when(opened: str) -> str:
    today = f"{datetime.now().astimezone():%Y-%m-%d}"
    return opened.removeprefix(today).strip()[:16]
