"""T26 and T31 for what is handed out about people: the workbook and the PDF of one person's data, the list of missing
consents, the form for an incident, and the list of acts.
"""

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from datetime import date
from functools import partial
from pathlib import Path

import openpyxl

from laborqa_desktop.errors import Refused
from laborqa_desktop.models.client import Site
from laborqa_desktop.models.history import AttachmentLink, Blob
from laborqa_desktop.models.person import Consent, Person, Skill, WorkHistory
from laborqa_desktop.models.training import Certificate
from laborqa_desktop.reports.wrapping import clean
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import english
from laborqa_desktop.usecases.audit import Asked, Audit
from laborqa_desktop.usecases.person_data import Incident, PersonFiles
from laborqa_desktop.usecases.privacy import Lack
from tests.factory import ACT, Factory
from tests.faults import trial_report_text as report
from tests.faults.trial import Outcome, Trial
from tests.faults.trial_formulas import formula_cells, payloads, plain_cell
from tests.faults.trial_imports import library

UNSTORED = "\0\ud800\udfff"
"""No form and no import lets these in."""

UNFIT = ("a\ufffeb", "c\uffff", "𬱖" * 17_000, "x" * 33_000)
MOST = 2 * 32_767
"""Bytes of a cell in UTF-16, as a spreadsheet counts them."""

LONGEST_S = 2.0
OTHER = "䶮㛃旁人"
OTHER_PHONE = "13977770000"


@dataclass(frozen=True)
class World:
    """A library with one person, of whom every text is given, and somebody else who must not be handed out."""

    store: Store
    person: int

    @classmethod
    def made(cls, store: Store, texts: list[str]) -> "World":
        """The texts in turn in every field of words about the person, past the checks of a form."""
        make, day = Factory(store), date(2024, 1, 1)
        other = make.staff(name=OTHER, phone=OTHER_PHONE)
        site = make.add(Site(code="S1", name=texts[0], service_type="cleaning"))
        who = Person(kind="staff", code="A9", name=texts[-1], status="active", phone=texts[0][:40], birth_date=day,
                     hired_on=day, site_id=site, reports_to_id=other)
        for column in Person.__table__.c:
            if isinstance(column.type.python_type, type) and column.type.python_type is str and column.default \
                    is not None and column.default.arg == "" and column.name != "name_key":
                setattr(who, column.name, texts[len(column.name) % len(texts)])
        who.consents = [Consent(given_on=day, note=text, position=no) for no, text in enumerate(texts)]
        who.work_history = [WorkHistory(company=text, post=text, contact=text, position=no)
                            for no, text in enumerate(texts)]
        who.skills = [Skill(skill=text, evidence=text, assessor_id=other, position=no) for no, text in enumerate(texts)]
        person = make.add(who)
        with store.write(ACT, person=texts[0], reason=texts[-1]) as work:
            for no, text in enumerate(texts):
                work.session.add(Certificate(person_id=person, type="health", issued_on=day, number=text, level=text,
                                             issuer=text, remarks=text))
                name = f"{no:064x}"
                work.session.add(Blob(id=name, sha256=name, original_name=text, bytes=1, imported_at=work.now))
                work.session.flush()
                work.session.add(AttachmentLink(blob_id=name, table_name="person", record_id=person, caption=text))
        make.inspection("1", inspector_id=person, site_id=site)
        make.problem(owner_id=person, site_id=site, description=f"{OTHER} {OTHER_PHONE}")
        with store.write(ACT, person=texts[0]) as work:
            known = work.session.get(Person, person)
            assert known is not None
            known.remarks, known.address = texts[-1], f"{OTHER}转 {texts[0]}"
        return cls(store, person)


# ------------------------------------------------------------ T26

def _formulas(count: int, seed: int, folder: Path) -> Outcome:
    texts = payloads(count, random.Random(seed))
    failures: list[str] = []
    with library(folder / "library") as store:
        world = World.made(store, texts)
        acts = PersonFiles(store, "x")
        acts.export_person(world.person, folder / "person.xlsx", english)
        acts.export_lacking([Lack(1, text, text, text, text, ("health",)) for text in texts], folder / "lacking.xlsx",
                            english)
        Audit(store).export(Asked(), folder / "acts.xlsx", english)
    for name, wanted in (("person.xlsx", texts), ("lacking.xlsx", texts), ("acts.xlsx", [texts[0]])):
        failures += [*formula_cells(folder / name), *_not_as_it_was(folder / name, wanted)]
    failures += _told_of_others(_cells(folder / "person.xlsx"))
    failures += _unfit(folder)
    return Outcome(count, tuple(failures), {"exporters": 3})


def _cells(path: Path) -> list[str]:
    return [plain_cell(cell.value) for sheet in openpyxl.load_workbook(path).worksheets for row in sheet.iter_rows()
            for cell in row if cell.value is not None]


def _not_as_it_was(path: Path, texts: list[str]) -> Iterator[str]:
    found = set(_cells(path))
    for text in texts:
        if text not in found:
            yield f"{path.name}: {text!r} is not there as it was"


def _unfit(folder: Path) -> Iterator[str]:
    """Characters and lengths that would make a spreadsheet call the workbook damaged."""
    with library(folder / "unfit") as store:
        acts = PersonFiles(store, "x")
        acts.export_person(World.made(store, list(UNFIT)).person, folder / "unfit.xlsx", english)
        acts.export_lacking([Lack(1, text, text, text, text, ()) for text in UNFIT], folder / "unfit 2.xlsx", english)
    for name in ("unfit.xlsx", "unfit 2.xlsx"):
        try:
            found = _cells(folder / name)
        except Exception as error:      # whatever the library says of XML that is none
            yield f"{name}: cannot be read: {error}"
            continue
        if not any(text.startswith("𬱖") for text in found):
            yield f"{name}: the long text is not there"
        longest = max(len(text.encode("utf-16-le")) for text in found)
        if longest > MOST:
            yield f"{name}: a cell of {longest // 2} characters"


def _told_of_others(texts: list[str]) -> Iterator[str]:
    for value in (OTHER, OTHER_PHONE):
        if any(value in text for text in texts):
            yield f"{value} of somebody else is handed out"


# ------------------------------------------------------------ T31

def _literally(count: int, seed: int, folder: Path) -> Outcome:
    """So many attacks as everything that is known of a person, each printed in every document."""
    chance = random.Random(seed)
    order = [text for text in report.attacks(2 * max(count, len(report.ATTACKS)), chance)
             if not set(text) & set(UNSTORED) and text.strip()]
    chance.shuffle(order)
    failures: list[str] = []
    printed, refused, slowest = 0, 0, 0.0
    for number, attack in enumerate(order[:count]):
        with library(folder / f"library {number}") as store:
            for name, make in _documents(store, _marked(attack)).items():
                began, made = time.monotonic(), list[bytes]()
                try:
                    events = report.heard(partial(_keep, made, make))
                except Refused as refusal:
                    refused += 1
                    if "no font" not in str(refusal):
                        failures.append(f"{name}: {refusal} with {attack[:60]!r}")
                    continue
                slowest, printed = max(slowest, time.monotonic() - began), printed + 1
                strange = [one for one in events if str(folder)[:40] not in one]    # the library's own files
                if strange:
                    failures.append(f"{name}: {strange[:3]} with {attack[:60]!r}")
                if time.monotonic() - began > LONGEST_S:
                    failures.append(f"{name}: took {time.monotonic() - began:.1f} s with {attack[:60]!r}")
                failures += [f"{name}: {lost} with {attack[:60]!r}"
                             for lost in _lost(made[0], attack, folder, name == "person")]
    return Outcome(count, tuple(failures), {"printed": printed, "refused": refused, "slowest ms": int(slowest * 1000)})


def _marked(attack: str) -> list[str]:
    return [f"q00{number}q{attack}z00{number}z" for number in range(2)]


def _documents(store: Store, texts: list[str]) -> dict[str, Callable[[], bytes]]:
    world, acts = World.made(store, texts), PersonFiles(store, texts[0])
    incident = Incident(**{one.name: texts[0] for one in fields(Incident)})
    lacks = [Lack(1, text, text, text, text, ("health",)) for text in texts]
    found: dict[str, Callable[[], bytes]] = {
        "person": lambda: acts.print_person(world.person, english, "zh"),
        "incident": lambda: acts.print_incident(incident, None, english, "en"),
        "lacking": lambda: acts.print_lacking(lacks, english, "zh")}
    return found


def _keep(made: list[bytes], make: Callable[[], bytes]) -> None:
    made.append(make())


def _lost(pdf: bytes, attack: str, folder: Path, told_of_one: bool) -> Iterator[str]:
    text = report.shown(pdf, folder)
    for marked in _marked(attack)[:1]:
        whole = clean(marked)
        if len(attack) < 40 and not all(report.plain(line) in text for line in whole.split("\n")):
            yield "a text is not printed as it stands"
        elif not any(report.plain(line)[:6] in text for line in whole.split("\n") if line.strip()):
            yield "the text is not printed at all"
    yield from report.active_keys(folder)
    if told_of_one:     # the form for an incident lists everybody concerned
        yield from _told_of_others([text])


def _warm(folder: Path) -> None:
    """Loads late what is loaded late, so that the ears hear nothing of it."""
    with library(folder / "warm") as store:
        for make in _documents(store, [report.WARM, report.WARM]).values():
            make()


def _heard(count: int, seed: int, folder: Path) -> Outcome:
    _warm(folder)
    return _literally(count, seed, folder)


T26 = "0 formula cells from data, every text as it was"
T31 = "made or refused by name, shown as typed, no file, network, process or code, under 2 s each, nobody else named"
TRIALS = (Trial("T26", "formulas in files about people", T26, 200, 200, _formulas),
          Trial("T31", "attacks in documents about people", T31, 4, 200, _heard))
