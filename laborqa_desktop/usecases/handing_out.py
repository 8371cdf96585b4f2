"""Writing copies of files into a folder that the user chose: nothing outside it, nothing there overwritten."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from laborqa_desktop.errors import NotFound, UnreadableInput, UserError, reason_of
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.store.safe_names import free_of
from laborqa_desktop.text import N_


@dataclass(frozen=True)
class HandedOut:
    """What became of it. missing: names of those whose content is lost or damaged."""

    files: tuple[Path, ...]
    missing: tuple[str, ...] = ()


def hand_out(folder: Path, files: Sequence[tuple[str, str]], content: Callable[[str], bytes],
             step: Step = quietly) -> HandedOut:
    """Writes files under safe forms of their names.

    Args:
        files: (name, blob id) each.
        step: told (files written, files in all); may raise to stop, no file is left then.

    Raises:
        UserError: the folder cannot be written to, or the disk is full; what was written before stays.
    """
    written: list[Path] = []
    missing: list[str] = []
    for name, blob_id in files:
        try:
            step(len(written), len(files))
        except BaseException:       # cancelled: our own files of a moment ago go again
            for path in written:
                with suppress(OSError):
                    path.unlink()
            raise
        try:
            data = content(blob_id)
        except (NotFound, UnreadableInput):
            missing.append(name)
            continue
        try:
            written.append(_write(folder, name, data))
        except OSError as error:
            raise UserError(N_("Attachments", "{name} could not be written: {reason}. {done} of {total} "
                                              "{total:file|files} {done:was|were} saved; make room or choose another "
                                              "folder.")
                            .of(name=name, reason=reason_of(error), done=len(written), total=len(files))) from error
    return HandedOut(tuple(written), tuple(missing))


def _write(folder: Path, name: str, data: bytes) -> Path:
    """Made only where nothing is, not even a link, so that nothing can be overwritten or led elsewhere."""
    while True:
        path = folder / free_of(name or "file", lambda one: os.path.lexists(folder / one))
        try:
            with path.open("xb") as out:
                try:
                    out.write(data)
                    out.flush()
                    os.fsync(out.fileno())
                except BaseException:
                    out.close()
                    with suppress(OSError):
                        path.unlink()
                    raise
            return path
        except FileExistsError:
            continue
