"""T12, T13, T37, T38: passwords, recovery codes, the clipboard, and being away from the computer."""

import io
import logging
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random
from unittest.mock import patch

from sqlalchemy import select

from laborqa_desktop import cli
from laborqa_desktop.errors import UnreadableInput, WrongPassword
from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.store import keys, slots
from laborqa_desktop.store.folder import Layout
from laborqa_desktop.store.keys import Costs
from laborqa_desktop.store.library import create, open_store
from laborqa_desktop.text import N_
from laborqa_desktop.usecases.backups import Backups
from tests.faults.trial import Outcome, Trial
from tests.faults.windows import PASSWORD, Window

CHEAP = Costs(memory_kib=64, rounds=1, lanes=1)
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 !?-_滨江青石雨é𬱖🐎"
ACT = N_("Test", "Test act")


def _content(folder: Path) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()}


def _make(folder: Path) -> str:
    """A library with one row in it; its recovery code."""
    store, code = create(folder, PASSWORD, costs=CHEAP)
    with store.write(ACT) as work:
        work.session.add(OrgUnit(name="保洁一部"))
    store.close()
    return code


# ------------------------------------------------------------ T12


def _wrong(random: Random, code: str) -> Iterator[keys.Secret]:
    """What people and attackers type instead of the password; first what is special, then random words."""
    full = "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in PASSWORD)
    yield from ("", "x" * 10_000_000, "🐎🐎🐎🐎", full, PASSWORD + " ", " " + PASSWORD, PASSWORD.upper(), PASSWORD[:-1],
                PASSWORD + "\0", "\0", "\ud800" * 9, "密" * 1024, keys.new_code(), keys.new_code().lower(),
                code[:-1] + "?", bytes(32), random.randbytes(32), PASSWORD.encode())
    while True:
        yield "".join(random.choice(LETTERS) for _ in range(random.randint(1, 60)))


@contextmanager
def _heard() -> Iterator[io.StringIO]:
    """Everything the program logs, in every detail."""
    out = io.StringIO()
    handler, root = logging.StreamHandler(out), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        yield out
    finally:
        root.setLevel(level)
        root.removeHandler(handler)


def wrong_passwords(count: int, seed: int, folder: Path, least: float | None = None) -> Outcome:
    """Tries wrong secrets on a library: none opens, no byte changes, each takes its time, none is logged."""
    library, failures, quickest = folder / "资料 库", [], 99.0
    code = _make(library)
    before, wrong = _content(library), _wrong(Random(seed), code)
    patience = keys.LEAST_TRY_S if least is None else least
    with _heard() as log, patch.object(keys, "LEAST_TRY_S", patience):
        for turn, secret in zip(range(count), wrong, strict=False):
            began = time.monotonic()
            try:
                open_store(library, secret).close()
                failures.append(f"try {turn}: it opened")
            except WrongPassword as error:
                said = str(error)
            took = time.monotonic() - began
            quickest = min(quickest, took)
            if took < 0.3:
                failures.append(f"try {turn}: it took {took:.3f} s only")
            if len(secret) > 5 and str(secret) in said + log.getvalue():
                failures.append(f"try {turn}: the secret is told")
        failures += _on_the_command_line(library)
    if _content(library) != before:
        failures.append("bytes of the library changed")
    open_store(library, PASSWORD).close()
    return Outcome(count, tuple(failures), {"quickest try, s": round(quickest, 3)})


def _on_the_command_line(library: Path) -> list[str]:
    secret, out = "Wrong-Secret-4711", io.StringIO()
    with patch.dict(os.environ, {"LABORQA_PASSWORD": secret}), redirect_stdout(out), redirect_stderr(out):
        code = cli.main(["list", "staff", "--library", str(library)])
    return [] if code == 2 and secret not in out.getvalue() else [f"command line: exit {code}: {out.getvalue()}"]


def without_a_floor(count: int, seed: int, folder: Path) -> Outcome:
    """The control: wrong tries are answered as fast as the computer can."""
    return wrong_passwords(count, seed, folder, 0.0)


# ------------------------------------------------------------ T13


def recovery(count: int, seed: int, folder: Path) -> Outcome:
    """Loses the password, or damages key files in every way; the library opens, or says where to find a key file."""
    random, failures = Random(seed), []
    kinds = {"code": _lost_password, "one copy": _one_copy, "both copies, backup": _from_backup,
             "both copies, no backup": _no_backup}
    facts = dict.fromkeys(kinds, 0)
    with patch.object(keys, "LEAST_TRY_S", 0.0):
        for turn in range(count):
            kind = list(kinds)[turn % len(kinds)]
            facts[kind] += 1
            failures += [f"round {turn}, {kind}: {words}" for words in kinds[kind](folder / f"库 {turn}", random)]
    return Outcome(count, tuple(failures), facts)


def _reads(folder: Path, secret: str) -> bool:
    try:
        with open_store(folder, secret) as store, store.read() as session:
            return session.scalars(select(OrgUnit.name)).all() == ["保洁一部"]
    except (WrongPassword, UnreadableInput):
        return False


def _lost_password(folder: Path, random: Random) -> list[str]:
    code = _make(folder)
    typed = random.choice((code, code.lower(), code.replace("-", " "), f"  {code}\n", code.replace("0", "O"),
                           code.replace("1", "l"), code.replace("-", "")))
    found = [] if _reads(folder, typed) else [f"the code does not open as {typed!r}"]
    slots.change_slot(Layout(folder), keys.PASSWORD, typed, "a new one 8", CHEAP)
    found += [] if _reads(folder, "a new one 8") else ["the new password does not open"]
    found += ["the old password opens"] if _reads(folder, PASSWORD) else []
    return found + ([] if _reads(folder, code) else ["the code opens no more"])


def _damage(path: Path, random: Random) -> None:
    data = bytearray(path.read_bytes())
    match random.randrange(5):
        case 0:
            path.unlink()
            return
        case 1:
            data[random.randrange(len(data) - 2)] ^= 1 << random.randrange(8)     # the last byte is a line's end
        case 2:
            del data[random.randrange(len(data) - 2):]
        case 3:
            data[:] = bytes(len(data))
        case _:
            data[:] = random.randbytes(len(data))
    path.write_bytes(bytes(data))


def _one_copy(folder: Path, random: Random) -> list[str]:
    code = _make(folder)
    paths = Layout(folder).key_files
    good = paths[0].read_bytes()
    _damage(paths[random.randrange(2)], random)
    found = [] if _reads(folder, random.choice((PASSWORD, code))) else ["it does not open"]
    return found + ([] if [path.read_bytes() for path in paths] == [good, good] else ["the copies are not equal again"])


def _from_backup(folder: Path, random: Random) -> list[str]:
    code = _make(folder)
    with open_store(folder, PASSWORD) as store:
        Backups(store).make()
    paths = Layout(folder).key_files
    for path in paths:
        _damage(path, random)
    found = [] if _reads(folder, random.choice((PASSWORD, code))) else ["it does not open from the backup's key file"]
    return found + ([] if all(path.is_file() for path in paths) and _reads(folder, PASSWORD)
                    else ["the key files are not back"])


def _no_backup(folder: Path, random: Random) -> list[str]:
    _make(folder)
    for path in Layout(folder).key_files:
        _damage(path, random)
    before = _content(folder)
    try:
        open_store(folder, PASSWORD).close()
        return ["it opened without a key file"]
    except UnreadableInput as error:
        found = [] if "backups" in str(error) else [f"it does not say what to do: {error}"]
    return found + ([] if _content(folder) == before else ["bytes changed"])


# ------------------------------------------------------------ T37, T38


def clipboard(count: int, seed: int, folder: Path) -> Outcome:
    """Copies an ID number in the real program; in full with the true 20 seconds, quickly with 1."""
    _make(folder / "lib")
    window = Window("lock_script.copying", folder / "home", library=str(folder / "lib"), turns=count,
                    wait_ms=20_000 if count >= FULL_COPIES else 1_000)
    events = _events(window, 60 + 21 * count)
    failures = [f"{one}" for one in events if not one.get("right", True) or not one.get("hidden", True)]
    failures += [one["why"] for one in events if one["what"] == "failed"]
    failures += [f"the limit is {one['ms']} ms" for one in events if one["what"] == "limit" and one["ms"] != 20_000]
    left = [one for one in events if one["what"] == "left"]
    failures += [] if len(left) == count + 1 else [f"{len(left)} of {count + 1} copies were looked at"]
    return Outcome(count, tuple(failures), {"copies": len(left)})


def away(count: int, seed: int, folder: Path, blank_is_last: bool = False) -> Outcome:
    """Leaves the real program by hand, idle, asleep and by the lock screen while something is typed."""
    _make(folder / "lib")
    window = Window("lock_script.away", folder / "home", library=str(folder / "lib"), turns=count, seed=seed,
                    blank_is_last=blank_is_last)
    events = _events(window, 60 + 8 * count)
    failures = [f"{one}" for one in events if not one.get("right", True)]
    failures += [one["why"] for one in events if one["what"] == "failed"]
    looked = {what: sum(one["what"] == what for one in events) for what in ("blank", "gone", "kept")}
    failures += [] if set(looked.values()) == {count} else [f"looked at {looked}"]
    words = [one["words"].encode() for one in events if one["what"] == "kept"]
    for place, data in {**_content(folder / "lib"), **_content(folder / "home")}.items():
        if not place.endswith(".jsonl") and any(one in data for one in words):
            failures.append(f"what was typed stands in {place}")
    return Outcome(count, tuple(failures), {"locks": looked["blank"], "drafts back": looked["kept"]})


def careless(count: int, seed: int, folder: Path) -> Outcome:
    """The control: the library is closed before the windows are, and what is on the screen is looked at then."""
    return away(count, seed, folder, True)


def _events(window: Window, seconds: float) -> list[dict[str, object]]:
    try:
        window.end(seconds)
    except AssertionError as error:
        return [*window.events(), {"what": "failed", "why": str(error)}]
    return window.events()


FULL_COPIES = 12
TRIALS = (
    Trial("T12", "wrong passwords", "0 open, 0 bytes change, each try takes 0.3 s, no secret in the log", 20, 1000,
          wrong_passwords),
    Trial("T12", "wrong passwords answered at once", "tries under 0.3 s are found", 3, 20, without_a_floor,
          control=True),
    Trial("T13", "lost password, damaged key files", "opens 100 %, from a backup's key file too", 8, 400, recovery),
    Trial("T37", "an ID number on the clipboard", "cleared after 20 s if unchanged, at the lock and at the end; out of "
          "the clipboard history", 3, FULL_COPIES, clipboard),
    Trial("T38", "away from the computer", "locked, windows blank, engine disposed, draft kept encrypted", 4, 100,
          away),
    Trial("T38", "windows closed after the library", "what stays on the screen is seen", 1, 4, careless, control=True),
)
