"""Opens a library and builds its use cases; the window and the command line begin here. No widgets."""

import logging
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QLockFile

from laborqa_desktop import paths
from laborqa_desktop.catalogue import translator
from laborqa_desktop.errors import LibraryInUse, WrongPassword
from laborqa_desktop.logs import short
from laborqa_desktop.store import keys, library
from laborqa_desktop.store.folder import need_library
from laborqa_desktop.store.keys import STRONG, Costs, Secret
from laborqa_desktop.store.remembered import KeyStore
from laborqa_desktop.store.unit import Store, now
from laborqa_desktop.text import N_, Translate, english
from laborqa_desktop.usecases.office import Office

log = logging.getLogger(__name__)
LOCK = ".lock"
WAIT_MS = 200


def take(folder: Path) -> QLockFile | None:
    """The right to change the library, until it is unlocked; None where the folder cannot be written to.

    Raises:
        LibraryInUse: another process has it. Locks of processes that are gone do not count.
    """
    lock = QLockFile(str(folder / LOCK))
    lock.setStaleLockTime(0)
    if lock.tryLock(WAIT_MS):
        return lock
    if lock.error() == QLockFile.LockError.LockFailedError:
        raise LibraryInUse(N_("Library", "The library is in use by another window or program. Close it there and try "
                                         "again; nothing was changed."))
    return None


def _office(store: Store, person: str, lock: QLockFile | None) -> Office:
    log.info("library %s opened%s", short(store.library_id), "" if store.notice is None else ", reading only")
    return Office(store, person, lock.unlock if lock else None, _languages(), paths.outside_folder() / store.library_id)


def _languages() -> tuple[Translate, ...]:
    return translator("zh"), english


def new_library(folder: Path, password: str, company: str, person: str = "", *, costs: Costs = STRONG,
                clock: Callable[[], datetime] = now, check: Callable[[], object] = lambda: None) -> tuple[Office, str]:
    """A new library with its company profile and signing identity, and the recovery code, which is told only now.

    Args:
        check: called when it is made; what it raises takes it back.

    Raises:
        Refused: the company's name is none.
        UserError: see store.library.create.
    """
    there_before = folder.exists()
    store, code = library.create(folder, password, costs=costs, clock=clock)
    office = _office(store, person, take(folder))
    try:
        office.company.found(company)
        check()
    except BaseException:
        office.close()
        take_back(office, there_before)
        raise
    return office, code


def take_back(office: Office, there_before: bool) -> None:
    """Takes away a library that was made just now, is closed and holds nothing yet.

    Args:
        there_before: its folder was there before it, and stays.
    """
    library.discard(office.store.layout, not there_before)


def open_library(folder: Path, secret: Secret, person: str = "", *, writable: bool = True) -> Office:
    """An open library.

    Args:
        secret: the password or the recovery code; bytes: what this computer remembers.
        writable: False reads beside an open window; True takes the library for this process.

    Raises:
        LibraryInUse: another process has it for writing.
        UserError: see store.library.open_store.
    """
    if not writable:
        return Office(library.open_store(folder, secret, writable=False), person, languages=_languages())
    lock = take(folder) if library.looks_like_library(folder) else None
    try:
        store = library.open_store(folder, secret)
    except BaseException:
        if lock:
            lock.unlock()
        raise
    return _office(store, person, lock)


def open_remembered(folder: Path, person: str = "", key_store: Callable[[], KeyStore] = KeyStore) -> Office:
    """A library that this computer remembers, without its password.

    Raises:
        WrongPassword: nothing is remembered that still opens it.
        UserError: see open_library; or the system's key store does not answer.
    """
    file = keys.load(need_library(folder))
    secret = key_store().get(file.library_id)
    if secret is None or not keys.opens(file, secret):
        raise WrongPassword(N_("Library", "This computer no longer remembers the library, because its password was "
                                          "changed or the key store was emptied. Type the password."))
    return open_library(folder, secret, person)


def demo_library(folder: Path, password: str, today: date | None = None, *,
                 costs: Costs = STRONG) -> tuple[Office, str]:
    """A new library with the sample in it, open, and its recovery code.

    Args:
        today: the library stands still on the morning of that day (tests, pictures); None: the computer's clock.

    Raises:
        UserError: see store.library.create.
    """
    from laborqa_desktop.sample import build
    there_before = folder.exists()
    store, code = library.create(folder, password, costs=costs)
    office = _office(store, build.CLERK, take(folder))
    if today is not None:
        morning = build.moment(store, today, 9, 30)
        store.clock = lambda: morning
    try:
        build.fill(office, _languages()[0])
    except BaseException:
        office.close()
        library.discard(store.layout, not there_before)
        raise
    return office, code
