"""T35 and T36: what a full session leaves behind outside the encrypted library, and which files it makes at all."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from laborqa_desktop import bootstrap
from laborqa_desktop.store.keys import Costs
from tests.e2e.conftest import furnish
from tests.faults.session_script import CLOSED, CRASHED, KILLED
from tests.faults.trial import Outcome, Trial
from tests.faults.windows import Window

ROOT = Path(__file__).resolve().parents[2]
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "gb18030")
ENDINGS = (KILLED, CLOSED, CRASHED)
ID_CARD = "110101199001010015"
NAMES = ("name", "code", "former_name", "address", "emergency_name", "emergency_relation", "pay_grade", "team", "level",
         "school", "major", "native_place", "remarks", "social_insurance_reason", "typed", "draft", "searched",
         "import name", "import note", "bad name", "attached", "file name", "report words", "error", "password",
         "wrong password", "recovery code", "other password")


def marks_of(number: int) -> dict[str, str]:
    """Fifty markers: one for each kind of thing that must not get out."""
    made = {name: f"Zq{number}x{place:02d}kMarker" for place, name in enumerate(NAMES)}
    made |= {"id_no": ID_CARD, "phone": "13912345678", "emergency_phone": "13987654321", "bad phone": "1391234000"}
    made |= {"name": f"卓玛䶮{number}号员工", "import name": f"宗喀巴㛃{number}", "address": f"江城路{number}号七栋"}
    made |= {f"staff {place}": f"卜算子{number}第{place:02d}人" for place in range(50 - len(made))}
    return made


def secrets(count: int, seed: int, folder: Path) -> Outcome:
    """Full sessions, each with an ending of its own, the next start, and a search for every marker everywhere."""
    failures: list[str] = []
    facts = {"markers": 0, "files searched": 0, "reports of crashes": 0}
    for turn in range(count):
        ending, place = ENDINGS[turn % len(ENDINGS)], folder / f"turn {turn}"
        marks = marks_of(turn)
        library = _make(place, marks)
        variables = _variables(place)
        window = Window("session_script.session", place / "home", variables, library=str(library), marks=marks,
                        targets=str(place / "targets"), ending=ending)
        try:
            window.wait_for("ready", 120)
            window.join()
        except AssertionError as error:
            failures.append(f"turn {turn} ({ending}): {error}")
            window.kill()
            continue
        failures += [f"turn {turn} ({ending}): {words}" for words in _judge(window, ending)]
        facts["markers"] = len(marks)
        searched = [*_searched(place)]
        facts["files searched"] += len(searched)
        if ending == CLOSED:
            failures += [f"turn {turn} ({ending}): {words}" for words in _found(searched, marks)]
        else:       # what another program showed goes at the next start; all else must be clean at once
            outside = place / "home" / "opened"
            failures += [f"turn {turn} ({ending}): {words}" for words in _found(
                [file for file in searched if not file.is_relative_to(outside)], marks)]
            after = Window("start_and_end", place / "home", variables, library=str(library))
            after.wait_for("started")
            after.end()
            failures += [f"turn {turn} (next start): {words}" for words in _found([*_searched(place)], marks)]
            facts["reports of crashes"] += len(list((place / "home" / "logs").glob("pending-*.txt")))
    return Outcome(count, tuple(failures), facts)


def _variables(place: Path) -> dict[str, str]:
    return {"TMPDIR": str(place / "tmp"), "HOME": str(place / "user"), "XDG_CONFIG_HOME": str(place / "config"),
            "XDG_CACHE_HOME": str(place / "cache"), "XDG_RUNTIME_DIR": str(place / "tmp")}


def _make(place: Path, marks: dict[str, str]) -> Path:
    for name in ("tmp", "user", "targets", "config", "cache"):
        (place / name).mkdir(parents=True)
    library = place / "library"
    office, code = bootstrap.new_library(library, marks["password"], "杭州洁安劳务有限公司", costs=Costs(64, 1, 1))
    marks["recovery code"] = code
    furnish(office)
    records = office.records
    for number, name in enumerate(value for key, value in marks.items() if key.startswith("staff ")):
        records.save("staff", None, {
            **records.blank("staff").values, "code": f"S{number}", "name": name, "phone": "13800138000",
            "birth_date": date(1990, 1, 1), "post_id": records.by_code("post", "P1"), "hired_on": date(2024, 1, 1)})
    office.close()
    return library


def _judge(window: Window, ending: str) -> Iterator[str]:
    events = window.events()
    limits = next((one["core"] for one in events if one["what"] == "limits"), None)
    if limits != [0, 0, 0]:
        yield f"memory images are not forbidden: {limits}"
    outside = next(one for one in events if one["what"] == "outside")
    if not outside["there"]:
        yield "the file for another program was not there"
    if ending == CLOSED and Path(outside["path"]).exists():
        yield "the file for another program is still there after the end"


def _searched(place: Path) -> Iterator[Path]:
    """Everything but the library, the files the user chose and what the trial itself wrote."""
    for base, folders, files in os.walk(place):
        if Path(base) == place:
            folders[:] = [one for one in folders if one not in ("targets",)]
        for name in files:
            if not name.startswith("events-"):
                yield Path(base) / name


def _found(files: list[Path], marks: dict[str, str]) -> Iterator[str]:
    wanted = {words.encode(encoding): (name, encoding) for name, words in marks.items() for encoding in ENCODINGS}
    for file in files:
        try:
            data = file.read_bytes()
        except OSError:
            continue
        if not file.stat().st_size and file.name.startswith("core"):
            yield f"a memory image: {file}"
        for words, (name, encoding) in wanted.items():
            if words in data:
                yield f"{name} in {file}, {encoding}"


# ------------------------------------------------------------ T36

LISTED = (
    (r"{home}/(preferences\.json|\.preferences\.json\.[0-9a-f]{{8}}\.tmp|logs(/[^/]+)?|opened(/.*)?|events-[^/]+)?",
     "preferences, logs, what other programs show"),
    (r"{library}(/.*)?", "the library"),
    (r"{targets}/.*", "where the user wanted it"),
    (r"{tmp}/(laborqa-[0-9a-f]{{24}}(\.lock)?(\.[A-Za-z0-9]+)?|\.[A-Za-z]{{6}}(/s)?)",
     "lock and socket of the one window"),
    (r"{tmp}/[a-z0-9_]{{8}}", "Python tries, with one byte, whether files can be made there"),
    (r"{cache}(/.*)?", "caches of fonts"), (r"/dev/.*|/proc/.*", "the system's"),
    (r".*/__pycache__(/.*)?", "of Python"),
    (r"{console}", "of the trial"))
"""Every place a session may write to, and why; docs/architecture.md says the same."""
_OPENED = re.compile(r'open(?:at)?\((?:[^,"]*, )?"([^"]*)", ([A-Z_|]+).*= (\d+)')
_MADE = re.compile(r'(?:mkdir|mkdirat|creat|mknod|rename|renameat|renameat2|link|symlink)\(.*"([^"]*)".*= 0$')
_BOUND = re.compile(r'bind\(\d+, \{sa_family=AF_UNIX, sun_path="([^"]*)"')


def files_made(count: int, seed: int, folder: Path) -> Outcome:
    """A full session under strace; every file it opened for writing or made must stand on the list."""
    if shutil.which("strace") is None:
        return Outcome(count, (), {"left out": "strace is not installed"})
    failures: list[str] = []
    seen: set[str] = set()
    for turn in range(count):
        place = folder / f"turn {turn}"
        marks = marks_of(turn)
        library, trace = _make(place, marks), folder / f"trace {turn}"
        words = _play(place, library, marks)
        done = subprocess.run(
            ["strace", "-f", "-qq", "-s", "400", "-o", str(trace), "-e",
             "trace=open,openat,creat,mkdir,mkdirat,mknod,rename,renameat,renameat2,link,symlink,bind",
             sys.executable, "-c", words], cwd=ROOT, env=_environment(place), capture_output=True, text=True,
            check=False, timeout=300)
        if done.returncode:
            failures.append(f"turn {turn}: the session ended with {done.returncode}: {done.stderr[-500:]}")
        made = set(_written(trace.read_text(encoding="utf-8", errors="replace"), place))
        seen |= made
        failures += [f"turn {turn}: {path} is not listed" for path in sorted(made) if not _listed(path, place)]
        failures += [f"turn {turn}: left in the folder of temporary files: {file.name}"
                     for file in (place / "tmp").iterdir()]
        failures += [f"turn {turn}: left decrypted: {file}" for file in (place / "home" / "opened").rglob("*")
                     if file.is_file()]
    return Outcome(count, tuple(failures), {"paths written": len(seen)})


def _play(place: Path, library: Path, marks: dict[str, str]) -> str:
    given = {"library": str(library), "marks": marks, "targets": str(place / "targets"), "ending": CLOSED}
    home = place / "home"
    home.mkdir()
    return (f"from tests.faults.windows import play; play('session_script.session', {str(home)!r}, "
            f"{str(home / 'events-1.jsonl')!r}, {given!r}, {{}})")


def _environment(place: Path) -> dict[str, str]:
    return {**os.environ, **_variables(place), "PYTHONDONTWRITEBYTECODE": "1"}


def _written(trace: str, place: Path) -> Iterator[str]:
    for line in trace.splitlines():
        if opened := _OPENED.search(line):
            if {"O_WRONLY", "O_RDWR", "O_CREAT", "O_TMPFILE"} & set(opened[2].split("|")):
                yield _absolute(opened[1])
        elif made := _MADE.search(line):
            yield _absolute(made[1])
        elif bound := _BOUND.search(line):
            yield _absolute(bound[1])


def _absolute(path: str) -> str:
    plain = path.encode("latin-1", "ignore").decode("unicode_escape")      # strace writes bytes as \\345
    whole = plain.encode("latin-1", "ignore").decode("utf-8", "replace")
    return whole if whole.startswith("/") else str(ROOT / whole)


def _listed(path: str, place: Path) -> bool:
    places = {name: re.escape(str(place / name)) for name in ("home", "library", "targets", "tmp", "cache")}
    places["console"] = re.escape(str(place / "console.txt"))
    return any(re.fullmatch(pattern.format(**places), path) for pattern, _ in LISTED)


TRIALS = (
    Trial("T35", "fifty markers through a session that fails and crashes",
          "0 hits outside the encrypted library, in four encodings", 1, 9, secrets),
    Trial("T36", "files that a session makes", "only listed paths; nothing decrypted is left at the end", 1, 3,
          files_made),
)
