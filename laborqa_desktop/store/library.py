"""Making a library and opening one, with a clear sentence for everything that can be in the way."""

import contextlib
import os
import shutil
import uuid
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.orm import Session

import laborqa_desktop
from laborqa_desktop import guarded
from laborqa_desktop.errors import Conflict, Refused, UserError
from laborqa_desktop.guarded import is_guarded
from laborqa_desktop.store import aside, head_file, migrate, reserve, settings, slots
from laborqa_desktop.store import clock as clock_check
from laborqa_desktop.store import keys as key_file
from laborqa_desktop.store.check_files import salt_differs
from laborqa_desktop.store.engine import Mode, damaged, driver, explained, make_engine
from laborqa_desktop.store.folder import (
    FORMAT,
    NOTE,
    Layout,
    is_writable,
    library_folder,
    looks_like_library,
    marker_text,
    may_write_to,
    need_library,
    read_marker,
    replace_whole,
    sync_directory,
    write_new,
)
from laborqa_desktop.store.history import head
from laborqa_desktop.store.keys import STRONG, Costs, KeyFile, Keys, Secret
from laborqa_desktop.store.place import need_short, network_share, sync_folder
from laborqa_desktop.store.unit import Store, now
from laborqa_desktop.text import N_, Text

__all__ = ["create", "discard", "library_folder", "looks_like_library", "open_store", "sync_folder"]

ZONE = "library.zone"
WRITTEN_BY = "library.program_version"


def create(folder: Path, password: str, *, zone: str = "Asia/Shanghai", costs: Costs = STRONG,
           clock: Callable[[], datetime] = now) -> tuple[Store, str]:
    """A new library and its recovery code, which is told only now.

    Args:
        folder: a new or an empty folder; its parent exists.

    Raises:
        Conflict: something lies there already; it is not touched.
        Refused: the password is none, or the path of the folder is too long for this Windows.
        UserError: the folder cannot be written to.
    """
    key_file.check_password(password)
    layout = Layout(folder)
    if network_share(folder):
        raise Refused(N_("Library", "{folder} lies on another computer of the network, where a library can be damaged. "
                                    "Choose a folder of this computer; nothing was made.").of(folder=folder))
    need_short(folder)
    made_folder = _take_folder(folder)
    try:
        library_id = str(uuid.uuid4())
        keys = key_file.new_keys()
        file, code = key_file.make(library_id, keys, password, costs)
        for path in layout.key_files:
            write_new(path, file.dump())
        layout.attachments.mkdir()
        layout.backups.mkdir()
        write_new(layout.note, NOTE.encode("utf-8-sig"))
        reserve.make(layout)
        with explained(folder):
            _new_database(layout, keys)
        store = Store(layout, make_engine(layout.database, keys), keys, library_id=library_id, zone=zone, clock=clock)
        with store.quiet() as session:
            settings.put(session, ZONE, zone)
            settings.put(session, WRITTEN_BY, laborqa_desktop.__version__)
        with store.read() as session:
            head_file.renew(session, layout, keys)
        write_new(layout.marker, marker_text(library_id).encode())
        sync_directory(folder)
        sync_directory(folder.parent)
    except BaseException as error:
        discard(layout, made_folder)
        if isinstance(error, OSError):
            raise _not_writable(folder) from error
        raise
    return store, code


def _take_folder(folder: Path) -> bool:
    try:
        folder.mkdir()
        return True
    except FileExistsError:
        if looks_like_library(folder):
            raise Conflict(N_("Library", "There is a library in {folder} already. Open it, or choose another folder.")
                           .of(folder=folder)) from None
        if not folder.is_dir() or any(folder.iterdir()):
            raise Conflict(N_("Library", "{folder} is not empty. Choose a new or an empty folder for the library.")
                           .of(folder=folder)) from None
        return False
    except OSError:
        raise _not_writable(folder) from None


def _not_writable(folder: Path) -> UserError:
    if is_guarded(folder):
        return UserError(guarded.WORDS.of(folder=folder))
    return UserError(N_("Library", "The folder {folder} cannot be made or written to. Choose another place; nothing "
                                   "was left behind.").of(folder=folder))


def _new_database(layout: Layout, keys: Keys) -> None:
    engine = make_engine(layout.database, keys, Mode.CREATE)
    try:
        with engine.begin() as connection:
            migrate.create_schema(connection)
    finally:
        engine.dispose()


def discard(layout: Layout, made_folder: bool) -> None:
    """Takes away a library that could not be finished; the folder too, unless it was there before."""
    if made_folder:
        shutil.rmtree(layout.folder, ignore_errors=True)
        return
    for path in (*layout.folder.glob("laborqa.db*"), *layout.key_files, layout.note, layout.reserve, layout.marker,
                 layout.head):
        with contextlib.suppress(OSError):
            path.unlink()
    for path in (layout.attachments, layout.backups):
        with contextlib.suppress(OSError):
            path.rmdir()


def open_store(folder: Path, secret: Secret, *, writable: bool = True, clock: Callable[[], datetime] = now) -> Store:
    """An open library; older ones are brought up to date first.

    Args:
        secret: the password or the recovery code; bytes: what this computer remembers.
        writable: False never changes a byte of the records. A newer library, or one in a folder that cannot be written
            to, is opened for reading only even so; Store.notice says why.

    Raises:
        NotFound: no library there.
        WrongPassword: the secret opens nothing.
        UnreadableInput: a part of the library is missing or damaged.
        LibraryInUse: another process is changing it.
    """
    layout = need_library(folder)
    marker = read_marker(layout)
    file, hints = _key_file(layout, marker.library_id if marker else None, secret)
    keys, slot = key_file.find_slot(file, secret)
    if not layout.database.stat().st_size:      # the driver would begin a new one in an empty file
        raise damaged(folder)
    notice = _not_to_be_written(layout)
    can_write = notice is None
    mode = Mode.WRITE if can_write else Mode.IMMUTABLE
    with explained(folder):
        engine = make_engine(layout.database, keys, mode)
        newer = marker is not None and marker.format > FORMAT
        stand, kept = _first_look(engine, layout, keys, clock, writable and can_write, can_write)
        newer = newer or (stand not in migrate.REVISIONS and stand != "")
        if stand == "":
            raise damaged(folder)
        if stand != migrate.REVISIONS[-1] and not newer:
            if not (can_write and writable):
                engine.dispose()
                raise UserError(N_("Library", "The library was made by an older version and must be brought up to date "
                                              "first: open it once where it can be written to."))
            migrate.upgrade(layout, keys, engine, now=clock())
        zone, version = _settings(engine)
    if newer:
        notice = N_("Library", "The library was written by version {version} of the program, which is newer than this "
                               "one. It is open for reading only; install that version to work in it."
                    ).of(version=version)
    if can_write and writable and not newer:
        with contextlib.suppress(OSError):
            slots.heal(layout, slots.settled(file, slot))
            heal_files(layout, file.library_id, keys)
    store = Store(layout, engine, keys, library_id=file.library_id, zone=zone,
                  read_only=not writable or notice is not None, notice=notice, clock=clock, opened_by=slot.kind,
                  hints=hints)
    if not store.read_only:
        _compare_head(store, kept)
        clock_check.put_on_record(store)
    return store


def _key_file(layout: Layout, library_id: str | None, secret: Secret) -> tuple[KeyFile, tuple[Text, ...]]:
    """The key file, from a backup where both copies are damaged, and what the user should know of that."""
    file = key_file.read_first(layout.key_files)
    if file is not None:
        return file, ()
    found = slots.from_backups(layout, library_id, secret)
    if found is None:
        return key_file.load(layout), ()        # says what is wrong
    return found, (N_("Library", "Both key files of the library were damaged, so one of a backup was taken. Password "
                                 "and recovery code are those of the day of that backup; change the password in the "
                                 "settings if an old one should not count."),)


def _first_look(engine: Engine, layout: Layout, keys: Keys, clock: Callable[[], datetime], writing: bool,
                merging: bool) -> tuple[str, Path | None]:
    """The schema's revision, and where the files were set aside because entries are missing that had been saved.

    That comes before anything else: closing the last connection merges the log, and a damaged end of it is gone then,
    from which something might still be read.

    Args:
        writing: the library is going to be written to.
        merging: the log is going to be merged even so.
    """
    with engine.connect() as connection:
        stand = migrate.revision(driver(connection))
        if stand not in migrate.REVISIONS or not (writing or (merging and _unmerged(layout))):
            return stand, None
        with Session(connection) as session:
            lost = head_file.missing_quietly(session, layout, keys)
        return stand, None if lost is None else aside.copy_what_fits(layout, clock().astimezone())


def _compare_head(store: Store, kept: Path | None) -> None:
    """Puts on record that entries are missing which had been saved; else brings the head file up to date.

    Args:
        kept: where the files were set aside as they were found.
    """
    with store.read() as session:
        stands = head(session)
        try:
            lost = head_file.missing(session, store.layout, store.keys)
        except ValueError:
            lost = None
        if lost is None:
            head_file.renew(session, store.layout, store.keys)
            return
    with store.write(N_("FinalAct", "Found that saved entries are missing")) as work:
        settings.put(work.session, head_file.LOST, [work.now.isoformat(), lost.count, stands.count,
                                                     kept.name if kept is not None else ""])


def heal_files(layout: Layout, library_id: str, keys: Keys) -> None:
    """Puts back what is known byte for byte: marker, note, the database's first bytes; makes a missing reserve."""
    for path, data in ((layout.marker, marker_text(library_id).encode()), (layout.note, NOTE.encode("utf-8-sig"))):
        if not path.is_file() or path.read_bytes() != data:
            replace_whole(path, data)
    if salt_differs(layout, keys):
        with layout.database.open("rb+") as file:
            file.write(keys.salt)
            file.flush()
            os.fsync(file.fileno())
    reserve.restore(layout)


def _not_to_be_written(layout: Layout) -> Text | None:
    """Why the library cannot or must not be written to, or None."""
    if not is_writable(layout.folder):
        if is_guarded(layout.folder):
            return N_("Library", "The library is open for reading only. {reason}").of(
                reason=guarded.WORDS.of(folder=layout.folder))
        if _unmerged(layout):
            return N_("Library", "The folder cannot be written to, so the library is open for reading only. The "
                                 "program was not closed there, so the newest entries are not shown.")
        return N_("Library", "The folder cannot be written to, so the library is open for reading only.")
    if not may_write_to(layout.database):
        return N_("Library", "The database file is write-protected, so the library is open for reading only. Take the "
                             "protection off the file laborqa.db to work in it.")
    if network_share(layout.folder):
        return N_("Library", "The library lies on another computer of the network, where writing could damage it, so "
                             "it is open for reading only. Copy the whole folder to this computer to work in it.")
    return None


def _unmerged(layout: Layout) -> bool:
    log = layout.database.with_name(layout.database.name + "-wal")
    return log.is_file() and log.stat().st_size > 0


def _settings(engine: Engine) -> tuple[str, str]:
    with Session(engine) as session:
        return (str(settings.get(session, ZONE, "Asia/Shanghai")), str(settings.get(session, WRITTEN_BY, "?")))
