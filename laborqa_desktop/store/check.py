"""The health of a library: check() reads and changes nothing, repair() heals what can be healed without loss."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from laborqa_desktop.errors import NotFound, UnreadableInput, UserError
from laborqa_desktop.models.history import Blob
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.store import check_files, head_file, history, migrate, reserve, search, slots
from laborqa_desktop.store import keys as key_file
from laborqa_desktop.store.backup_file import ENDING, opened
from laborqa_desktop.store.engine import damaged, driver, explain
from laborqa_desktop.store.files import Files
from laborqa_desktop.store.finding import Finding, Part
from laborqa_desktop.store.folder import FORMAT, Layout, read_marker
from laborqa_desktop.store.library import heal_files, open_store
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_, Text

__all__ = ["Finding", "check", "check_folder", "repair"]

_DAY = 86400
_MOST_NAMED = 20


def check_folder(folder: Path, secret: str, step: Step = quietly) -> list[Finding]:
    """Everything wrong with the library in a folder, also when it is too damaged to open. Heals nothing.

    Raises:
        NotFound: no library there.
        WrongPassword: the secret opens nothing.
    """
    try:
        store = open_store(folder, secret, writable=False)
    except UnreadableInput as error:
        return [*check_files.outside(Layout(folder)), Finding(error.text)]
    with store:
        return check(store, step)


def check(store: Store, step: Step = quietly) -> list[Finding]:
    """Everything wrong with an open library: every file of its folder, every page, row and entry. Changes nothing."""
    layout = store.layout
    found = [*check_files.outside(layout), *check_files.salt(layout, store.keys), *_marker_fits(store)]
    looks = (_database, _history, _search)
    copies = sorted(layout.backups.glob("*" + ENDING))
    blobs = _blobs(store)
    total = len(looks) + len(copies) + len(blobs)
    try:
        for number, look in enumerate(looks):
            step(number, total)
            found += look(store)
        found += _attachments(store, blobs, lambda done, _: step(len(looks) + done, total))
    except UserError as error:
        found.append(Finding(error.text))
    except (DBAPIError, dbapi2.DatabaseError) as error:     # whatever cannot be read here is damage
        cause = error.orig if isinstance(error, DBAPIError) else error
        found.append(Finding((explain(cause, store.folder) or damaged(store.folder)).text))
    for number, path in enumerate(copies):
        step(len(looks) + len(blobs) + number, total)
        if (fault := _backup(path, store)) is not None:
            found.append(fault)
    step(total, total)
    return found


def repair(folder: Path, secret: str) -> tuple[list[Finding], list[Finding]]:
    """Heals key file, marker, note, first bytes, reserve, search index and left-over files.

    Returns:
        What was healed, and what is left.

    The caller holds the library's lock (bootstrap.take).

    Raises:
        LibraryInUse: another process is writing at this moment.
    """
    before = check_folder(folder, secret)
    if not any(one.healable for one in before):
        return [], before
    with open_store(folder, secret) as store:
        heal(store)
    left = check_folder(folder, secret)
    return [one for one in before if one not in left], left


def heal(store: Store) -> None:
    """Puts right in an open library what can be put right without loss."""
    slots.heal(store.layout, key_file.load(store.layout))
    heal_files(store.layout, store.library_id, store.keys)
    reserve.restore(store.layout, damaged_too=True)
    with store.quiet() as session:
        search.rebuild(session)
    with store.read() as session:
        if head_file.missing_quietly(session, store.layout, store.keys) is None:
            head_file.renew(session, store.layout, store.keys)
    Files(store).sweep(days=1)


def _backup(path: Path, store: Store) -> Finding | None:
    """What is wrong with a backup: every part is read against its hash, and the manifest must carry our seal."""
    try:
        with opened(path) as archive:
            if archive.manifest.library_id != store.library_id:
                return Finding(N_("Library", "The backup {name} is of another library; it was left alone.")
                               .of(name=path.name), note=True)
            archive.prove()
            if archive.sealed_with(store.keys):
                return None
    except (UnreadableInput, OSError):
        pass
    return Finding(N_("Library", "The backup {name} in the folder backups is damaged. Make a new backup, then delete "
                                 "it.").of(name=path.name), part=Part.BACKUP)


def _marker_fits(store: Store) -> list[Finding]:
    marker = read_marker(store.layout)
    if marker is None or marker.format <= FORMAT:
        return []
    with store.connect() as connection:
        if migrate.revision(driver(connection)) not in migrate.REVISIONS:
            return []
    return [Finding(N_("Library", "The file library.labq says that a newer version of the program wrote the library, "
                                  "but the database does not. If no newer version was used here, delete library.labq "
                                  "and open the library; the file is made again."))]


def _database(store: Store) -> list[Finding]:
    found = []
    with store.connect() as connection:
        raw: Any = driver(connection)
        if store.read_only and store.notice is not None:
            busy = 0
        else:
            busy = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        if busy:
            found.append(Finding(N_("Library", "The library is in use, so its pages could not be checked. Close it and "
                                               "check again.")))
        else:
            bad = raw.execute("PRAGMA cipher_integrity_check").fetchall()
            if bad:
                found.append(Finding(N_("Library", "{count} {count:place|places} of the database {count:is|are} "
                                                   "damaged. Put back a copy from the folder backups.").of(
                                                   count=len(bad))))
        faults = [row[0] for row in raw.execute("PRAGMA quick_check").fetchall()]
        if faults != ["ok"]:
            found.append(Finding(N_("Library", "The structure of the database is damaged ({count} "
                                               "{count:fault|faults}). Put back a copy from the folder backups.").of(
                count=len(faults))))
        for table, count in _dangling(raw):
            found.append(Finding(N_("Library", "{count} {count:row|rows} of {table} {count:points|point} to a record "
                                               "that does not exist.")
                                 .of(count=count, table=table)))
    return found


def _dangling(raw: Any) -> list[tuple[str, int]]:
    counts: dict[str, int] = {}
    for row in raw.execute("PRAGMA foreign_key_check"):
        counts[row[0]] = counts.get(row[0], 0) + 1
    return sorted(counts.items())


def _history(store: Store) -> list[Finding]:
    found = []
    with store.read() as session:
        broken = history.verify(session, store.keys.chain())
        if broken is not None:
            found.append(Finding(
                N_("Library", "The history was changed outside the program, first at entry {row} (act {act}).")
                .of(row=broken.row, act=broken.act_id if broken.act_id is not None else "?")))
        return [*found, *_head(store, session)]


def _head(store: Store, session: Session) -> Iterator[Finding]:
    try:
        lost = head_file.missing(session, store.layout, store.keys)
    except ValueError:
        yield Finding(N_("Library", "The file {name} is damaged.").of(name=store.layout.head.name), True)
        return
    if lost is not None:
        yield Finding(lost_words(lost.count, history.head(session).count))
    elif not store.layout.head.exists():
        yield Finding(N_("Library", "The file {name} is missing.").of(name=store.layout.head.name), True)


def lost_words(saved: int, there: int, aside: str = "") -> Text:
    """What it means that the history does not hold what had been saved.

    Args:
        aside: name of the folder where the files were set aside as they were found; "" for none.
    """
    if aside:
        return N_("Library", "{words} The files as they were found are kept in the folder {name}.").of(
            words=lost_words(saved, there), name=aside)
    if there >= saved:
        return N_("Library", "The history has taken another way than what was saved last: the database was replaced "
                             "by another copy. Compare it with the newest backup.")
    return N_("Library", "{count} saved {count:entry|entries} of the history {count:is|are} missing: the database was "
                         "damaged or replaced by an older copy. Put back the newest backup, or enter again what is "
                         "missing."
              ).of(count=saved - there)


def _search(store: Store) -> list[Finding]:
    missing = extra = 0
    with store.read() as session:
        raw: Any = driver(session.connection())
        there = raw.execute("SELECT 1 FROM sqlite_master WHERE name = 'search_docsize'").fetchone()
        if not there:
            return [Finding(N_("Library", "The search index is missing."), True)]
        known = 0
        for table, of in search.indexed_tables().items():
            low, high = search.span(of.type_no)
            rows = raw.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]  # noqa: S608
            indexed = raw.execute("SELECT count(*) FROM search_docsize WHERE id BETWEEN ? AND ?",
                                  (low, high)).fetchone()[0]
            lost = raw.execute(f'SELECT count(*) FROM "{table}" WHERE NOT EXISTS '  # noqa: S608
                               f'(SELECT 1 FROM search_docsize WHERE search_docsize.id = ? + "{table}".id)',
                               (low,)).fetchone()[0]
            missing += lost
            extra += indexed - (rows - lost)
            known += indexed
        extra += raw.execute("SELECT count(*) FROM search_docsize").fetchone()[0] - known
    if not missing and not extra:
        return []
    return [Finding(N_("Library", "The search index is not complete: {missing} {missing:record is|records are} "
                                  "missing, {extra} {extra:is|are} too many.").of(missing=missing, extra=extra), True)]


def _blobs(store: Store) -> list[tuple[str, str]]:
    try:
        with store.read() as session:
            return [(blob_id, name) for blob_id, name in session.execute(select(Blob.id, Blob.original_name))]
    except (UserError, DBAPIError):
        return []       # told by the look at the database


def _attachments(store: Store, blobs: list[tuple[str, str]], step: Step) -> list[Finding]:
    files = Files(store)
    found = []
    for number, (blob_id, name) in enumerate(blobs):
        step(number, len(blobs))
        try:
            files.get(blob_id)
        except NotFound:
            found.append(Finding(N_("Library", "The attached file {name} is missing from the folder attachments.")
                                 .of(name=name or blob_id[:12]), part=Part.ATTACHMENT))
        except UnreadableInput:
            found.append(Finding(N_("Library", "The attached file {name} is damaged.").of(name=name or blob_id[:12]),
                                 part=Part.ATTACHMENT))
    if len(found) > _MOST_NAMED:
        rest = len(found) - _MOST_NAMED
        found = [*found[:_MOST_NAMED],
                 Finding(N_("Library", "{count} more attached {count:file is|files are} missing or damaged.").of(
                     count=rest),
                         part=Part.ATTACHMENT)]
    known = {blob_id for blob_id, _ in blobs}
    limit = time.time() - _DAY
    orphans = sum(1 for path in files.on_disk() if path.name not in known and path.stat().st_mtime <= limit)
    if orphans:
        found.append(Finding(N_("Library", "{count} attached {count:file belongs|files belong} to no record; "
                                           "{count:it goes|they go} to the trash of the folder attachments.").of(
            count=orphans), True,
                             part=Part.ATTACHMENT))
    return found
