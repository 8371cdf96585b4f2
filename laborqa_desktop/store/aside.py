"""Copies of what was found damaged, beside the library's own files, in a folder that nobody touches again."""

import shutil
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from laborqa_desktop.store.folder import Layout

_LOG = "-wal"


def parts(layout: Layout) -> list[Path]:
    """What belongs aside: database, log, key files, marker and head."""
    return [path for path in (*layout.folder.glob("laborqa.db*"), *layout.key_files, layout.marker, layout.head)
            if path.is_file()]


def folder_for(layout: Layout, moment: datetime) -> Path:
    """A name that is free; check_files.py knows it by its beginning."""
    wanted = layout.folder / f"damaged-{moment:%Y%m%d-%H%M%S}"
    number = 2
    found = wanted
    while found.exists():
        found = wanted.with_name(f"{wanted.name}-{number}")
        number += 1
    return found


def copy(layout: Layout, moment: datetime) -> Path:
    """Copies everything that belongs aside.

    Raises:
        OSError: there is no room, or the folder cannot be written to; nothing is left behind.
    """
    return _copied(layout, parts(layout), moment)


def copy_what_fits(layout: Layout, moment: datetime) -> Path | None:
    """Copies everything that belongs aside; where there is no room for that, only log and head, which the next write
    would replace; None when not even they could be copied.
    """
    every = parts(layout)
    small = [path for path in every if path.name.endswith(_LOG) or path == layout.head]
    for wanted in (every, small):
        with suppress(OSError):
            return _copied(layout, wanted, moment)
    return None


def _copied(layout: Layout, wanted: list[Path], moment: datetime) -> Path:
    made = folder_for(layout, moment)
    try:
        made.mkdir()
        for path in wanted:
            shutil.copy2(path, made / path.name)
    except OSError:
        shutil.rmtree(made, ignore_errors=True)
        raise
    return made
