"""Import of the San Francisco files, with validation, history and search, beside csv rows put straight into SQLCipher.

Where the real files are not at hand, files of the same shape and size are made up.
"""

import csv
import secrets
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from time import perf_counter

from sqlcipher3 import dbapi2

from bench.result import Result
from laborqa_desktop import bootstrap
from laborqa_desktop.exchange.mapping import load
from laborqa_desktop.store.keys import Costs

ROOT = Path(__file__).resolve().parent.parent
REAL = ROOT.parent / "shared" / "data" / "sf-inspections"
MAPPINGS = ROOT / "docs" / "examples" / "sf-inspections"
FILES = {"site": "businesses.csv", "inspection": "inspections.csv", "problem": "violations.csv"}
SITES, INSPECTIONS, FINDINGS = 6_399, 14_233, 39_006
LEAST_ROWS_A_SECOND = 3_000
CHEAP = Costs(memory_kib=64, rounds=1, lanes=1)


def run() -> list[Result]:
    """Time as a ratio, and rows a second."""
    with TemporaryDirectory(prefix="laborqa-bench-") as folder:
        data = REAL if REAL.is_dir() else _made_up(Path(folder) / "data")
        ours, rows = _ours(Path(folder) / "library", data)
        plain = _plain(Path(folder) / "plain.db", data)
    name = "real files" if data == REAL else "made-up files"
    return [
        Result(f"import of {rows:,} rows ({name}), checks, history and search", sum(ours.values()), plain),
        *(Result(f"import of {FILES[kind]}", seconds) for kind, seconds in ours.items()),
        Result("import, all files", rows / sum(ours.values()), at_least=LEAST_ROWS_A_SECOND, unit="rows/s"),
    ]


def _ours(folder: Path, data: Path) -> tuple[dict[str, float], int]:
    office, _ = bootstrap.new_library(folder, "bench", "Food Safety Service", costs=CHEAP)
    took: dict[str, float] = {}
    rows = 0
    try:
        for kind, file in FILES.items():
            mapping = load((MAPPINGS / f"{kind}.json").read_text("utf-8"))
            begin = perf_counter()
            done = office.imports.run(kind, data / file, mapping=mapping)
            took[kind] = perf_counter() - begin
            if done.stopped is not None:
                raise RuntimeError(str(done.stopped))
            rows += done.counts["added"]
    finally:
        office.close()
    return took, rows


def _plain(file: Path, data: Path) -> float:
    """Every row into a table of its own, sites looked up by a dictionary, one transaction a file."""
    begin = perf_counter()
    connection = dbapi2.connect(str(file), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{secrets.token_hex(32)}'\"")
    connection.executescript("""
        PRAGMA journal_mode = WAL;
        CREATE TABLE site (id INTEGER PRIMARY KEY, code TEXT UNIQUE, name TEXT, address TEXT, post_code TEXT,
                           phone TEXT);
        CREATE TABLE inspection (id INTEGER PRIMARY KEY, site_id INT REFERENCES site, score INT, day TEXT, type TEXT);
        CREATE TABLE problem (id INTEGER PRIMARY KEY, site_id INT REFERENCES site, day TEXT, description TEXT);
    """)
    sites: dict[str, int] = {}
    connection.execute("BEGIN")
    for row in _rows(data / FILES["site"], "cp1252"):
        found = connection.execute("INSERT INTO site(code, name, address, post_code, phone) VALUES (?, ?, ?, ?, ?)",
                                   (row[0], row[1], row[2], row[5], row[8]))
        sites[row[0]] = found.lastrowid or 0
    connection.execute("COMMIT")
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO inspection(site_id, score, day, type) VALUES (?, ?, ?, ?)",
                           [(sites[row[0]], row[1], row[2], row[3]) for row in _rows(data / FILES["inspection"])])
    connection.execute("COMMIT")
    connection.execute("BEGIN")
    connection.executemany("INSERT INTO problem(site_id, day, description) VALUES (?, ?, ?)",
                           [(sites[row[0]], row[1], row[2]) for row in _rows(data / FILES["problem"])])
    connection.execute("COMMIT")
    connection.close()
    return perf_counter() - begin


def _rows(file: Path, encoding: str = "ascii") -> list[list[str]]:
    with file.open(encoding=encoding, newline="") as lines:
        return list(csv.reader(lines))[1:]


def _made_up(folder: Path) -> Path:
    """Three files of the shape and size of the real ones."""
    folder.mkdir()
    random = Random(3)
    days = [f"{year}{month:02d}{day:02d}" for year in (2015, 2016, 2017) for month in range(1, 13)
            for day in range(1, 28, 3)]
    visits = [(number % SITES + 1, random.choice(days)) for number in range(INSPECTIONS)]
    kinds = [f"Finding number {number} of its kind" for number in range(68)]
    _write(folder / FILES["site"], "business_id,name,address,city,state,postal_code,latitude,longitude,phone_number",
           [(no, f"CAFE {no}", f"{no} MAIN ST", "San Francisco", "CA", "94109", "", "", "+14155550100")
            for no in range(1, SITES + 1)])
    _write(folder / FILES["inspection"], "business_id,score,date,type",
           [(site, random.randint(60, 100), day, "routine") for site, day in visits])
    findings = [random.choice(visits) for _ in range(FINDINGS)]
    _write(folder / FILES["problem"], "business_id,date,description",
           [(site, day, random.choice(kinds)) for site, day in findings])
    return folder


def _write(file: Path, headings: str, rows: list[tuple[object, ...]]) -> None:
    with file.open("w", encoding="ascii", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(headings.split(","))
        writer.writerows(rows)
