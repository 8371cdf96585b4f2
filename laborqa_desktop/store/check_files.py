"""The files of a library's folder, one by one: is each there and as it was written, and what else lies there."""

import re
from collections.abc import Iterator
from pathlib import Path

from laborqa_desktop.store import reserve
from laborqa_desktop.store.finding import Finding
from laborqa_desktop.store.folder import FORMAT, NOTE, Layout, marker_text, read_marker
from laborqa_desktop.store.keys import KeyFile, Keys, parse
from laborqa_desktop.text import N_

_LEFT_OVER = re.compile(r"\..*\.tmp(-wal|-shm|-journal)?$|\.probe-.*|\.lock.*|laborqa\.db-(wal|shm|journal)$|~\$.*|"
                        r"desktop\.ini$|thumbs\.db$|\.ds_store$|\._.*|\.directory$|.*:zone\.identifier$|\.fuse_hidden.*|"
                        r"\.nfs[0-9a-f]+$", re.IGNORECASE)
"""Temporary files after a crash, locks, and what systems put into folders: no damage and not worth a word."""
_ASIDE = re.compile(r"damaged-\d{8}-\d{6}(-\d+)?")
_MOST_NAMED = 10


def outside(layout: Layout) -> Iterator[Finding]:
    """What can be said of the files without a password: marker, note, key files, reserve, files that are not ours."""
    file, findings = _key_files(layout)
    yield from _marker(layout, file)
    yield from findings
    try:
        noted = layout.note.read_bytes() == NOTE.encode("utf-8-sig")
    except OSError:
        noted = False
    if not noted:
        yield Finding(N_("Library", "The text file that warns against moving files by hand is missing or damaged."),
                      True)
    if not reserve.is_whole(layout.reserve):
        yield Finding(N_("Library", "The reserve file reserve.bin, which gives room when the disk is full, is missing "
                                    "or damaged."), True)
    yield from _strangers(layout)


def salt(layout: Layout, keys: Keys) -> Iterator[Finding]:
    """The first 16 bytes of the database, which no checksum covers: the key file holds them too."""
    if salt_differs(layout, keys):
        yield Finding(N_("Library", "The first bytes of the database are damaged; the key file holds them too."), True)


def salt_differs(layout: Layout, keys: Keys) -> bool:
    """Whether the database begins with other bytes than the key file says."""
    with layout.database.open("rb") as file:
        return file.read(16) != keys.salt


def _marker(layout: Layout, file: KeyFile | None) -> Iterator[Finding]:
    marker = read_marker(layout)
    if marker is not None and marker.format > FORMAT:
        return      # of a newer program; judged where the database's own revision is known
    try:
        data = layout.marker.read_bytes()
    except OSError:
        data = b""
    wanted = file.library_id if file is not None else marker.library_id if marker is not None else ""
    if data != marker_text(wanted).encode():
        yield Finding(N_("Library", "The file library.labq is missing or damaged."), True)


def _key_files(layout: Layout) -> tuple[KeyFile | None, list[Finding]]:
    found: list[Finding] = []
    whole: list[tuple[bytes, KeyFile]] = []
    for path in layout.key_files:
        try:
            data = path.read_bytes()
            file = parse(data)
            if file.dump() != data:
                raise ValueError("bytes")
            whole.append((data, file))
        except (OSError, ValueError):
            found.append(Finding(N_("Library", "The key file {name} is missing or damaged.").of(name=path.name), True))
    if not whole:
        found.append(Finding(N_("Library", "No key file is whole; put one back from a copy of the library.")))
    elif len({data for data, _ in whole}) > 1:
        found.append(Finding(N_("Library", "The two key files differ; the first one counts."), True))
    return (whole[0][1] if whole else None), found


def _strangers(layout: Layout) -> Iterator[Finding]:
    ours = (layout.marker, layout.head, layout.database, layout.note, layout.reserve, layout.attachments,
            layout.backups, *layout.key_files)
    known = {path.name for path in ours}
    names = sorted(path.name for path in layout.folder.iterdir()
                   if path.name not in known and not _LEFT_OVER.fullmatch(path.name)
                   and not _ASIDE.fullmatch(path.name))
    names += sorted(f"attachments/{name}" for name in _strange_attachments(layout.attachments))
    for name in names[:_MOST_NAMED]:
        yield Finding(N_("Library", "\"{name}\" in the library's folder is not part of the library; it was left alone.")
                      .of(name=name), note=True)
    if len(names) > _MOST_NAMED:
        yield Finding(N_("Library", "{count} more {count:file|files} in the library's folder {count:is|are} not part "
                                    "of it; {count:it was|they were} left alone.").of(
                                    count=len(names) - _MOST_NAMED), note=True)


def _strange_attachments(folder: Path) -> Iterator[str]:
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        if _LEFT_OVER.fullmatch(path.name) or (path.name == "trash" and path.is_dir()):
            continue
        if not (path.is_dir() and re.fullmatch("[0-9a-f]{2}", path.name)):
            yield path.name
            continue
        for file in path.iterdir():
            if not re.fullmatch("[0-9a-f]{64}", file.name) and not _LEFT_OVER.fullmatch(file.name):
                yield f"{path.name}/{file.name}"
