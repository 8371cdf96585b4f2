"""T44: somebody's data are deleted by law, and nothing of them is found again."""

import csv
import random
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from laborqa_desktop.store import history
from laborqa_desktop.store.engine import connect
from laborqa_desktop.store.files import Files
from laborqa_desktop.store.keys import Costs
from laborqa_desktop.store.library import create
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import english
from laborqa_desktop.usecases.attachments import Attachments
from laborqa_desktop.usecases.backups import Backups
from laborqa_desktop.usecases.importing import Imports
from laborqa_desktop.usecases.inspections import Inspections
from laborqa_desktop.usecases.problems import Problems
from laborqa_desktop.usecases.purging import Purging, erase, pseudonym_of
from laborqa_desktop.usecases.records import Records
from tests.factory import Factory
from tests.faults import hidden_values
from tests.faults.trial import Outcome, Trial

CHEAP = Costs(memory_kib=64, rounds=1, lanes=1)
NOW = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
NAMES = ("䶮㛃测试名", "𬱖𫖯甲", "欧阳特鲁别斯", "Zzyzx Quillfeather", "爨邯", "阿卜杜热西提·吐尔逊江")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)


@dataclass(frozen=True)
class Somebody:
    """A person whose every value is found nowhere else."""

    name: str
    old_name: str
    id_no: str
    phone: str
    old_phone: str
    address: str
    emergency_name: str
    emergency_phone: str
    native: str
    certificate: str
    note: str
    marker: bytes

    def values(self) -> dict[str, str | bytes]:
        """What must not be found afterwards."""
        return dict(vars(self))


def _somebody(random_: random.Random, number: int) -> Somebody:
    def digits(count: int) -> str:
        return "".join(random_.choices("0123456789", k=count))

    body = "330106" + "19870612" + str(random_.randrange(100, 1000))     # a tail of zeros is a word of the pseudonyms
    check = "10X98765432"[sum(int(d) * w for d, w in zip(body, WEIGHTS, strict=True)) % 11]
    tail = "".join(chr(0x4E00 + random_.randrange(20000)) for _ in range(2))
    name = NAMES[number % len(NAMES)]
    return Somebody(
        name + (tail if not name.isascii() else " " + digits(4)), f"旧名{tail}{tail[0]}", body + check,
        "139" + digits(8), "137" + digits(8), f"滨江区{tail}路{digits(3)}号{digits(2)}幢", f"母{tail[::-1]}亲",
        "136" + digits(8), f"{tail}乡{digits(5)}村", f"ZS-{digits(10)}", f"备注{digits(12)}",
        f"marker-{digits(16)}".encode())


def _picture(marker: bytes, size: int) -> bytes:
    out = BytesIO()
    Image.new("RGB", (size, size), "teal").save(out, "PNG")
    return out.getvalue() + marker


def _live(store: Store, make: Factory, one: Somebody, base: dict[str, int], folder: Path) -> int:
    """The person's whole life in the library; gives the id of the staff file."""
    records, files = Records(store, one.name), Attachments(store, one.name)
    photo = files.put_image(_picture(one.marker, 8), f"{one.name}.png")
    older = files.put_image(_picture(one.marker, 9), "old.png")
    given: dict[str, Any] = {
        **records.blank("staff").values, "name": one.old_name, "birth_date": date(1987, 6, 12),
        "id_no": one.id_no, "phone": one.old_phone, "address": one.address, "post_id": base["post"],
        "emergency_name": one.emergency_name, "emergency_phone": one.emergency_phone, "native_place": one.native,
        "hired_on": date(2018, 3, 1), "photo": older, "gender": "male" if int(one.id_no[16]) % 2 else "female",
        "consents": [{"category": "general", "given_on": date(2018, 3, 1), "note": one.note}],
        "work_history": [{"company": one.note + "公司", "contact": one.phone}], "remarks": one.note}
    saved = records.save("staff", None, given)
    who = saved.id
    records.draft_save("staff", who, {**given, "remarks": f"{one.name} {one.phone}"})
    loaded = records.load("staff", who)
    records.save("staff", who, {**loaded.values, "name": one.name, "phone": one.phone, "photo": photo,
                                "work_history": []}, loaded.row_version, f"{one.old_name} 改名")
    records.draft_save("staff", who, {**given, "phone": one.phone})
    records.draft_save("problem", None, {"description": f"请 {one.name} 处理，电话{one.phone}"})
    records.reveal("staff", who, "id_no")
    for role, name in (("sign_scan", f"{one.name}同意书.pdf"), ("photo", "x.png")):
        files.add("staff", who, name, one.marker + name.encode(), role)
    files.remove(files.of("staff", who)[1].id)
    certificate = make.certificate(who, number=one.certificate, issuer=one.native, remarks=one.name)
    files.add("certificate", certificate, "scan.jpg", one.marker + b"scan")
    make.training(who, base["course"], remarks=f"{one.name}补考")
    inspections = Inspections(store, one.name)
    started, _ = inspections.start(base["site"], base["checklist"], who, date(2026, 11, 20))
    inspections.submit(started, {number: make.entry("1") for number in range(2)})
    files.add("inspection", started, f"{one.name}签字.pdf", b"a signed page", "sign_scan")
    problem = make.problem(description=f"{one.name[:1]} {one.name[1:]}未戴手套" if not one.name.isascii()
                           else f"{one.name} without gloves", owner_id=who, remarks=one.phone)
    acts = Problems(store, one.name)
    acts.implement(problem, f"已由{one.name}处理", date(2026, 11, 23))
    acts.close(problem, one.name, date(2026, 11, 23))
    sheet = folder / f"{one.name}名单.csv"
    with sheet.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([("Code", "Name", "Service type", "Remarks"),
                                    (f"W{who}", "外来工地", "cleaning", one.name)])
    done = Imports(store, one.name, (english,)).run("site", sheet)
    assert done.counts["added"] == 1, done
    loaded = records.load("staff", who)
    records.save("staff", who, {**loaded.values, "status": "left", "left_on": date(2020, 5, 31),
                                "leave_reason": None}, loaded.row_version)
    return who


def _library(folder: Path) -> tuple[Store, Factory, dict[str, int]]:
    store, _ = create(folder / "资料库", "correct horse", costs=CHEAP, clock=lambda: NOW)
    make = Factory(store)
    make.company()
    base = {"post": make.post(), "course": make.course(), "site": make.site(), "checklist": make.checklist(2)}
    return store, make, base


def _deleted(count: int, seed: int, folder: Path, purge: Callable[[Store, int], bool]) -> Outcome:
    failures: list[str] = []
    random_ = random.Random(seed)
    store, make, base = _library(folder)
    others = "张伟"     # the factory's own member of staff stays whole
    with closing(store):
        for number in range(count):
            one = _somebody(random_, number)
            who = _live(store, make, one, base, folder)
            before = hidden_values.find(store, one.values())
            missing = [name for name in one.values() if not any(found.startswith(name + " ") for found in before)]
            failures += [f"{number}: {name} was nowhere, so it proves nothing" for name in missing]
            with store.read() as session:
                anchor = str(history.head(session))
            if not purge(store, who):
                failures.append(f"{number}: not cleared")
            tokens = (one.phone, one.id_no[-4:].lower(), one.certificate[3:])
            failures += [f"{number}: {found}" for found in hidden_values.find(store, one.values(), tokens=tokens)]
            failures += [f"{number}: {words}" for words in _sound(store, who, anchor)]
            make.staff(name=others)
    return Outcome(count, tuple(failures))


def _sound(store: Store, who: int, anchor: str) -> list[str]:
    wrong = []
    with store.read() as session:
        if (broken := history.verify(session, store.keys.chain(), anchor)) is not None:
            wrong.append(f"the chain is broken at {broken}")
        if "已删除" not in str(session.connection().exec_driver_sql(
                "SELECT group_concat(inspector_name) FROM inspection").scalar()):
            wrong.append("the frozen name did not become the pseudonym")
    with closing(connect(store.layout.database, store.keys)) as raw:
        name, = raw.execute("SELECT name FROM person WHERE id = ?", (who,)).fetchone()
        if name != pseudonym_of(who):
            wrong.append(f"the person is called {name}")
        if any(raw.execute(f"PRAGMA {what}").fetchall() for what in ("cipher_integrity_check", "foreign_key_check")):
            wrong.append("the database is not sound")
    files = Files(store)
    with closing(connect(store.layout.database, store.keys)) as raw:
        for (blob,) in raw.execute("SELECT id FROM blob").fetchall():
            if not files.path(blob).is_file():
                wrong.append("a stored file that is still needed is gone")
    return wrong


def run(count: int, seed: int, folder: Path) -> Outcome:
    """A person with distinctive values everywhere, deleted, then looked for."""
    return _deleted(count, seed, folder, lambda store, who: Purging(store, Backups(store)).purge(who, "要求").cleared)


def without_clearing(count: int, seed: int, folder: Path) -> Outcome:
    """Control: the act alone; log, index and stored files are left as they are."""
    def purge(store: Store, who: int) -> bool:
        return bool(erase(store, who, "本人要求").act_id)

    return _deleted(count, seed, folder, purge)


TARGET = "0 hits after purge + VACUUM; audit keeps only a pseudonym"
TRIALS = (Trial("T44", "somebody's data are deleted", TARGET, 2, 50, run),
          Trial("T44", "log, index and stored files are not cleared", TARGET, 1, 3,
               without_clearing, control=True))
