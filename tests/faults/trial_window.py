"""T02 and T09: the real window killed while somebody types, and a second window on the same library."""

import random
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from laborqa_desktop import bootstrap
from laborqa_desktop.store.check import check_folder
from laborqa_desktop.store.keys import Costs
from laborqa_desktop.usecases.office import Office
from tests.e2e.conftest import furnish
from tests.faults.trial import Outcome, Trial
from tests.faults.windows import PASSWORD, Event, Window

CHEAP = Costs(64, 1, 1)
OLDEST_S = 5.0
LONGEST_S = 12.0
LANES = 4
LOOK_EVERY = 5


def kills(count: int, seed: int, folder: Path) -> Outcome:
    """Kills the program at random moments; several at a time, each with a library and a home of its own."""
    failures: list[str] = []
    facts = {"saves acknowledged": 0, "drafts looked for": 0, "windows that came back to the field": 0}
    lanes = [Lane(folder / f"lane {number}", random.Random(seed + number), failures, facts)
             for number in range(min(LANES, count))]
    turns = iter(range(count))
    lock = threading.Lock()

    def work(lane: Lane) -> None:
        while True:
            with lock:
                turn = next(turns, None)
            if turn is None:
                break
            lane.kill_once(turn)
        lane.check()

    threads = [threading.Thread(target=work, args=(lane,)) for lane in lanes]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return Outcome(count, tuple(failures), facts)


class Lane:
    """One library whose window is killed again and again."""

    def __init__(self, folder: Path, chance: random.Random, failures: list[str], facts: dict[str, int]) -> None:
        self.library, self.home = folder / "资料 库", folder / "home"
        self.chance, self.failures, self.facts = chance, failures, facts
        _make(self.library)

    def kill_once(self, turn: int) -> None:
        """One start, some typing, one kill, and a look at what is there."""
        window = Window("typist", self.home, library=str(self.library), seed=self.chance.randrange(10**9))
        try:
            begun = window.wait_for("begun")
            moment = begun["at"] + self.chance.uniform(0, LONGEST_S)
            _sleep_until(moment)
        except AssertionError as error:
            window.kill()
            self.failures.append(f"kill {turn}: {error}")
            return
        killed = window.kill()
        events = window.events()
        self.failures += [f"kill {turn}: {one['why']}" for one in events if one["what"] == "failed"]
        with self._opened(turn) as office:
            if office is not None:
                self.failures += [f"kill {turn}: {words}" for words in self._lost(office, events, killed)]
        if turn % LOOK_EVERY == 0:
            self._look(turn, events)

    @contextmanager
    def _opened(self, turn: int) -> Iterator[Office | None]:
        try:
            office = bootstrap.open_library(self.library, PASSWORD)
        except Exception as error:
            self.failures.append(f"kill {turn}: does not open: {error!r}")
            yield None
            return
        try:
            yield office
        finally:
            office.close()

    def _lost(self, office: Office, events: list[Event], killed: float) -> Iterator[str]:
        saved = [one for one in events if one["what"] == "saved" and one["seen"]]
        typed = [one for one in events if one["what"] == "typed"]
        self.facts["saves acknowledged"] += len(saved)
        for one in saved:
            stored = _stored(office, one)
            if not _holds(stored, one["text"]):
                yield f"acknowledged {one['key']} {one['id']} {one['text']!r}, stored {stored!r}"
        newest: dict[tuple[str, int | None], Event] = {}
        for one in typed:
            if killed - one["at"] >= OLDEST_S:
                newest[one["key"], one["id"]] = one
        for one in newest.values():
            self.facts["drafts looked for"] += 1
            back = _restored(office, one)
            if not _holds(back, one["text"]):
                yield (f"typed {killed - one['at']:.2f} s before the kill in {one['key']} {one['id']}: "
                       f"{one['text']!r}; came back: {back!r}")

    def _look(self, turn: int, events: list[Event]) -> None:
        """Starts the program again: it returns by itself to what was typed last and has a draft."""
        with self._opened(turn) as office:
            draft = office.last_unfinished() if office is not None else None
        window = Window("looker", self.home, library=str(self.library))
        try:
            shown = window.wait_for("shown")
            window.end()
        except AssertionError as error:
            self.failures.append(f"kill {turn}, next start: {error}")
            return
        if draft is None:
            return
        key = "sheet" if draft.key == "inspection" else draft.key
        if (shown["key"], shown["id"]) != (key, draft.id) or (draft.field and shown["field"] != draft.field):
            self.failures.append(f"kill {turn}: came back to {shown}, not to {key} {draft.id} {draft.field}")
        self.facts["windows that came back to the field"] += 1

    def check(self) -> None:
        """At the end the library is sound."""
        self.failures += [f"check: {one.text}" for one in check_folder(self.library, PASSWORD)]


def _make(library: Path) -> None:
    library.parent.mkdir(parents=True, exist_ok=True)
    office, _ = bootstrap.new_library(library, PASSWORD, "杭州洁安劳务有限公司", costs=CHEAP)
    furnish(office)
    records = office.records
    for number in range(4):
        records.save("staff", None, {
            **records.blank("staff").values, "code": f"B{number}", "name": f"李{number}", "phone": "13800138000",
            "birth_date": date(1990, 1, 1), "post_id": records.by_code("post", "P1"), "hired_on": date(2024, 1, 1)})
    checklist = records.save("checklist", None, {
        **records.blank("checklist").values, "code": "QX", "name": "三十项", "status": "active", "pass_mark": 800,
        "items": [{"text": f"第 {number} 项", "weight_x100": 100, "response_kind": "grade",
                   "severity_if_fail": "minor"} for number in range(30)]}).id
    office.inspections.start(records.by_code("site", "S2"), checklist, records.by_code("staff", "B0"),
                             date(2026, 10, 9))
    office.close()


def _stored(office: Office, one: Event) -> list[str]:
    if one["id"] is not None:
        return [str(office.records.load(one["key"], one["id"]).values[_field(one)] or "")]
    return [str(office.records.load("post", row.id).values["name"])
            for rows in office.records.all_rows("post", _everything()) for row in rows]


def _everything() -> Any:
    from laborqa_desktop.usecases.listing import Query
    return Query()


def _field(one: Event) -> str:
    return "remarks" if one["key"] == "staff" else "name"


def _restored(office: Office, one: Event) -> Any:
    """Every text that is there after the crash: the stored ones and the draft; of an inspection its answers.

    What was typed into a new record may be stored meanwhile and its newest words be a draft of the stored one.
    """
    if one["key"] == "sheet":
        sheet = office.inspections.load(one["id"])
        entries = {item.position: item.entry for item in sheet.items} | office.inspections.kept(one["id"])
        return {str(place): entry.answer for place, entry in entries.items()}
    return _stored(office, one) + [
        str(draft.values.get(_field(one)) or "") for draft in office.records.drafts()
        if draft.key == one["key"] and one["id"] in (None, draft.id)]


def _holds(back: Any, typed: Any) -> bool:
    """Whether what was typed is there; more may have been typed since, answers may have been changed since.

    Spaces do not count: saving makes one of two.
    """
    if isinstance(typed, dict):
        return all(back.get(place) is not None for place in typed)
    return any("".join(text.split()).startswith("".join(typed.split())) for text in back)


def _sleep_until(moment: float) -> None:
    import time
    time.sleep(max(0.0, moment - time.monotonic()))


def second_windows(count: int, seed: int, folder: Path) -> Outcome:
    """Two windows on one library; the first is killed; a third one opens."""
    failures: list[str] = []
    slowest = {"refused after ms": 0, "stale lock freed after ms": 0}
    library = folder / "库"
    _make(library)
    for turn in range(count):
        first = Window("holder", folder / "first", library=str(library))
        try:
            first.wait_for("holding")
            second = Window("opener", folder / "second", library=str(library))
            _took(second, "refused", 1.0, "refused after ms", slowest, failures, turn)
            first.wait_for("raised", 2)
            second.end()
            third = Window("second_start", folder / "third", library=str(library))
            if third.wait_for("called")["first"]:
                failures.append(f"turn {turn}: a second start took the place of the first")
            third.end()
            failures += [f"turn {turn}: {words}" for words in _command_beside(folder, library)]
            first.kill()
            after = Window("opener", folder / "after", library=str(library))
            _took(after, "opened", 2.0, "stale lock freed after ms", slowest, failures, turn)
            after.end()
        except AssertionError as error:
            failures.append(f"turn {turn}: {error}")
        finally:
            first.kill()
    return Outcome(count, tuple(failures), slowest)


def _took(window: Window, what: str, most_s: float, name: str, slowest: dict[str, int], failures: list[str],
          turn: int) -> None:
    asked = window.wait_for("asked")
    seconds = window.wait_for(what)["at"] - asked["at"]
    slowest[name] = max(slowest[name], round(seconds * 1000))
    if seconds >= most_s:
        failures.append(f"turn {turn}: {what} after {seconds:.2f} s")


def _command_beside(folder: Path, library: Path) -> Iterator[str]:
    """Beside an open window the command line may read and must not write."""
    table = folder / "posts.csv"
    table.write_text("code,name\nZ1,Z\n", encoding="utf-8")
    for words, code in ((["import", "post", str(table), "--library", str(library)], 2),
                        (["list", "post", "--count", "--library", str(library)], 0)):
        window = Window("command", folder / "command", words=words)
        found = window.wait_for("code")["code"]
        window.end()
        if found != code:
            yield f"{words[0]} beside an open window gave {found}"


Run = Callable[[int, int, Path], Outcome]
TRIALS = (
    Trial("T02", "the window killed while somebody types",
          "0 committed lost; a draft at most 5 s old comes back every time", 3, 200, kills),
    Trial("T09", "a second window on the same library",
          "refused in < 1 s and the first is raised; a stale lock is freed in < 2 s; a command that writes ends with 2",
          2, 20, second_windows),
)
