"""T24 and T25: workbooks made to do harm, each read in a process of its own as an import reads it.

Time and memory are those of the reading, without the start of the interpreter.
"""

import json
import random
import re
import shutil
import struct
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from laborqa_desktop.exchange.packing import MAX_ENTRIES
from tests.faults.hostile import MAIN, bare, packed, text_cell
from tests.faults.trial import Outcome, Trial

ROOT = Path(__file__).resolve().parents[2]
MOST_S, MOST_MB = 1.0, 200.0
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
CANARY = "canary-that-no-reader-opens"
ROW = f'<row r="1">{text_cell("A1", "x")}</row>'


def bombs() -> dict[str, tuple[bytes, tuple[str, ...]]]:
    """Name -> (file, the answers that are right)."""
    block = BytesIO()
    with zipfile.ZipFile(block, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open("xl/comments1.xml", "w") as entry:
            for _ in range(1024):
                entry.write(b"<" * 1024 * 1024)
    inner = packed({"0": b"\0" * 10_000_000})
    lying = bytearray(bare("".join(f'<row r="{n}"><c r="A{n}"><v>{random.Random(n).random()}</v></c></row>'
                                   for n in range(1, 20_001))))
    at = lying.rindex(b"PK\x01\x02", 0, lying.rindex(b"xl/worksheets/sheet1.xml"))
    lying[at + 24:at + 28] = struct.pack("<I", 500)
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    numbers = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 301))
    return {
        "1 GB comment": (block.getvalue(), ("large", "bomb")),
        "cell at XFD1048576": (bare(far), ("wide",)),
        "cell at xfd1048576": (bare(far.replace("XFD", "xfd")), ("wide",)),
        "many entries": (bare(ROW, more={f"x/{n}": "" for n in range(MAX_ENTRIES + 1)}), ("large",)),
        "thirty thousand entries": (packed({f"x/{n}": "" for n in range(30_000)}), ("large",)),
        "nested zip": (packed({f"{n}.zip": inner for n in range(20)}), ("foreign",)),
        "nested zip beside a sheet": (bare(ROW, more={f"xl/{n}.zip": inner for n in range(20)}), ("sheets",)),
        "wrong stated dimension": (bare(numbers, "A1:A2"), ("sheets",)),
        "a lying size": (bytes(lying), ("damaged",)),
        "OLE rubbish": (OLE + random.Random(1).randbytes(50_000), ("damaged", "password")),
        "OLE header only": (OLE + b"\xff" * 504, ("damaged",)),
    }


def entities(canary: Path) -> dict[str, tuple[bytes, tuple[str, ...]]]:
    """Entity bombs and external entities in each part that is read."""
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE x [<!ENTITY e0 "ha">{levels}]>'
    outside = f'<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd" [<!ENTITY e9 SYSTEM "file://{canary}">]>'
    parameter = f'<!DOCTYPE x [<!ENTITY % p SYSTEM "file://{canary}"> %p; <!ENTITY e9 "x">]>'
    row = f'<row r="1">{text_cell("A1", "&e9;")}</row>'
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{row}</sheetData></worksheet>'
    strings = f'<sst xmlns="{MAIN}"><si><t>&e9;</t></si></sst>'
    links = ('<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>'
             '<Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>')
    found = {}
    for name, head in (("bomb", bomb), ("outside", outside), ("parameter", parameter)):
        for part, body in (("xl/worksheets/sheet1.xml", sheet), ("xl/sharedStrings.xml", strings),
                           ("xl/workbook.xml", "<workbook/>"), ("xl/_rels/workbook.xml.rels", links)):
            more: Mapping[str, str] = {"xl/_rels/workbook.xml.rels": links, part: f'<?xml version="1.0"?>{head}{body}'}
            found[f"{name} in {part}"] = (bare(ROW, more=more), ("damaged",))
    return found


def _read(path: Path, *before: str) -> dict[str, object]:
    done = subprocess.run([*before, sys.executable, "-m", "tests.faults.hostile_child", str(path)], cwd=ROOT,
                          capture_output=True, check=False, timeout=120)
    dead = {"reason": f"died {done.returncode}", "seconds": 0, "megabytes": 0}
    found = json.loads(done.stdout) if done.stdout else dead
    assert isinstance(found, dict)
    return found


def hostile_files(count: int, seed: int, folder: Path) -> Outcome:
    """The files of 3.8 and others, each refused or read soon and in little memory."""
    failures: list[str] = []
    slowest = most = 0.0
    files = list(bombs().items())[:count]
    for name, (data, right) in files:
        path = folder / "a.xlsx"
        path.write_bytes(data)
        found = _read(path)
        seconds, megabytes = float(str(found["seconds"])), float(str(found["megabytes"]))
        slowest, most = max(slowest, seconds), max(most, megabytes)
        if found["reason"] not in right:
            failures.append(f"{name}: {found}")
        if seconds > MOST_S or megabytes > MOST_MB:
            failures.append(f"{name}: {seconds:.2f} s, {megabytes:.0f} MB")
        if name == "wrong stated dimension" and found.get("rows") != [300]:
            failures.append(f"{name}: {found}")
    return Outcome(len(files), tuple(failures), {"slowest ms": round(slowest * 1000), "most MB": round(most)})


TOUCHED = re.compile(r"(socket|connect|sendto)\(")


def entity_files(count: int, seed: int, folder: Path) -> Outcome:
    """Entities of every sort; strace, where there is one, sees no socket and no opening of the file they name."""
    canary = folder / CANARY
    canary.write_text("secret")
    watched = shutil.which("strace") is not None
    failures: list[str] = []
    files = list(entities(canary).items())[:count]
    for name, (data, right) in files:
        path, log = folder / "a.xlsx", folder / "trace"
        path.write_bytes(data)
        trace = ("strace", "-f", "-e", "trace=%network,%file", "-o", str(log)) if watched else ()
        found = _read(path, *trace)
        if found["reason"] not in right:
            failures.append(f"{name}: {found}")
        told = log.read_text(encoding="utf-8", errors="replace") if watched else ""
        if watched and str(path) not in told:
            failures.append(f"{name}: strace saw nothing")
        if CANARY in told or TOUCHED.search(told):
            failures.append(f"{name}: a file or the network was touched")
    return Outcome(len(files), tuple(failures), {"watched by strace": str(watched)})


TRIALS = (
    Trial("T24", "workbooks that unpack or reach too far", "refused under 1 s and 200 MB", 11, 11, hostile_files),
    Trial("T25", "entity bombs and external entities", "refused, no file, no network", 4, 12, entity_files))
