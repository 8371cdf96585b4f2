"""T27: ID numbers as Excel, other programs and people spoil them. Each is mended or refused, none is stored wrong."""

import csv
import random
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import xlsxwriter
from sqlalchemy import select

from laborqa_desktop.exchange.convert import CUT, CUT_ENDING
from laborqa_desktop.models.person import Person
from laborqa_desktop.usecases.importing import Choice, Imports
from tests.faults.trial import Outcome, Trial
from tests.faults.trial_imports import library

HEADINGS = ("工号", "姓名", "电话", "身份证号", "Birth date", "入职日期", "Status", "Post")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
UNSEEN = "\u200b\u200c\u200d\u2060\ufeff\xad\u200e\u202a\u2066"
SPACES = " \u3000\xa0\u2007\u202f\u2009\t"
DASHES = "-\u2010\u2011\u2013\u2212\uff0d"
WIDE_CUT = "\uff11.\uff11\uff25+\uff11\uff17"
ROWS_A_FILE = 500


def checked(first: str) -> str:
    """17 digits with their check digit."""
    return first + "10X98765432"[sum(int(d) * w for d, w in zip(first, WEIGHTS, strict=True)) % 11]


def number(chance: random.Random) -> str:
    """A valid number of 18 characters that does not end in 000."""
    while True:
        born = date(1962, 1, 1) + timedelta(days=chance.randrange(15_000))
        region = chance.choice(("110101", "330106", "420102", "440305"))
        made = checked(f"{region}{born:%Y%m%d}{chance.randrange(1000):03d}")
        if not made.endswith("000"):
            return made


def sprinkled(text: str, marks: str, chance: random.Random) -> str:
    """The text with some of the marks in it, none at its ends."""
    places = sorted(chance.sample(range(1, len(text)), 3), reverse=True)
    for place in places:
        text = text[:place] + chance.choice(marks) + text[place:]
    return text


def spoilt(right: str, way: int, chance: random.Random) -> tuple[object, str]:
    """(the cell, "cut" when nobody can know the number any more, "old" for 15 digits, else "mend" or "wrong")."""
    cut = right[:15] + "000"
    wide = right.translate({code: code + 0xFEE0 for code in range(0x30, 0x5B)})
    match way:
        case 0:
            return float(cut), "cut"
        case 1:
            return f"{float(cut):.5E}".replace("E+", chance.choice(("E+", "e+", "E", "\uff25+"))), "cut"
        case 2:
            return cut, "cut"
        case 3:
            return f"{float(cut):.0f}.0", "cut"
        case 4:
            return f"{int(cut):,}", "cut"
        case 5:
            return chance.choice((1.1e17, "1.1e17", "1.1E+17", "1E+17", " 1.10101E+17 ", WIDE_CUT)), "cut"
        case 6:
            return wide, "mend"
        case 7:
            return right.lower(), "mend"
        case 8:
            return sprinkled(right, SPACES, chance), "mend"
        case 9:
            return sprinkled(right, UNSEEN, chance), "mend"
        case 10:
            return chance.choice(("'", "''", "`", "\u2019", "\ufeff'", "' ")) + right, "mend"
        case 11:
            return sprinkled(right, DASHES, chance), "mend"
        case 12:
            return "".join(chr(0x660 + int(d)) if d.isdigit() else d for d in right), "mend"
        case 13:
            return int(right[:6] + right[8:17]), "old"
        case 14:
            return right[:17] + ("\u0425" if right[17] == "X" else "O" if right[17] == "0" else "l"), "wrong"
        case 15:
            other = str((int(right[10]) + 1) % 10)
            return right[:10] + other + right[11:], "wrong"
        case 16:
            return chance.choice((right[:17], right + "0", right[1:], right.replace(right[8], "\u3007", 1))), "wrong"
        case _:
            return sprinkled(wide.lower(), SPACES + UNSEEN, chance), "mend"


WAYS = 18


def id_numbers(count: int, seed: int, folder: Path) -> Outcome:
    """Imports of spoilt numbers from workbooks and csv files in turn."""
    chance = random.Random(seed)
    failures: list[str] = []
    facts = Counter[str]()
    with library(folder / "library") as store:
        for start in range(0, count, ROWS_A_FILE):
            rights = [number(chance) for _ in range(min(ROWS_A_FILE, count - start))]
            cells = [spoilt(right, (start + place) % WAYS, chance) for place, right in enumerate(rights)]
            file = folder / f"{start}.{'csv' if start // ROWS_A_FILE % 2 else 'xlsx'}"
            _write(file, [
                (f"E{start + place}", "张三", "13800000000", cell, right[6:14], "2024-01-01", "active", "P1")
                for place, (right, (cell, _)) in enumerate(zip(rights, cells, strict=True))])
            done = Imports(store, "x").run("staff", file, choice=Choice.GOOD_ROWS, rejects=folder / f"{start} bad.xlsx")
            reasons = {row.cells[0]: [str(flaw.reason) for flaw in row.flaws] for row in done.trial.bad}
            with store.read() as session:
                stored = {row.code: row.id_no for row in session.execute(select(Person.code, Person.id_no))}
            for place, (right, (cell, how)) in enumerate(zip(rights, cells, strict=True)):
                code = f"E{start + place}"
                wrong = _wrong(right, how, stored.get(code), reasons.get(code, []))
                facts["mended" if code in stored else "refused"] += 1
                if wrong:
                    failures.append(f"{cell!r} ({file.suffix}) {wrong}")
    return Outcome(count, tuple(failures), dict(facts))


def _wrong(right: str, how: str, stored: str | None, reasons: list[str]) -> str:
    told = [reason for reason in reasons if reason in (str(CUT), str(CUT_ENDING))]
    if how == "cut":
        return "" if stored is None and told else f"was not called cut: {stored or reasons}"
    if how == "wrong":
        return "" if stored is None and reasons else f"was stored as {stored}"
    wanted = right[:6] + right[8:17] if how == "old" else right
    return "" if stored == wanted else f"became {stored}: {reasons}"


def _write(file: Path, rows: list[tuple[object, ...]]) -> None:
    if file.suffix == ".csv":
        with file.open("w", encoding="utf-8-sig", newline="") as out:
            csv.writer(out).writerows([HEADINGS, *[[_as_csv(cell) for cell in row] for row in rows]])
        return
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet()
    for number_of, row in enumerate([HEADINGS, *rows]):
        for place, cell in enumerate(row):
            (sheet.write_string if isinstance(cell, str) else sheet.write_number)(number_of, place, cell)
    book.close()


def _as_csv(cell: object) -> str:
    """A number as Excel writes it into a csv file: what the cell shows."""
    return f"{cell:.5E}" if isinstance(cell, float) else str(cell)


TRIALS = (Trial("T27", "ID numbers cut or spoilt", "all mended or refused, none stored wrong", 90, 3000, id_numbers),)
