"""T31: markup and other attacks in each text that reaches a document. It is printed as it stands, or refused by name.

A document is made with the attack in all its texts at once, each between two marks of its own, so that one run tries
one attack in every field. While documents are made an audit hook listens for files, sockets, processes and code.
"""

import random
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from laborqa_desktop.charts.formulas import Sample
from laborqa_desktop.errors import Refused
from laborqa_desktop.reports.data import LONGEST_FIELD, Figure, QualityReport
from laborqa_desktop.reports.quality import render
from laborqa_desktop.reports.recovery_sheet import RecoverySheet, render_recovery_sheet
from laborqa_desktop.reports.seal import Appearance, render_appearance
from laborqa_desktop.reports.table_print import PrintColumn, PrintGroup, Printout, print_table
from laborqa_desktop.reports.wrapping import clean
from laborqa_desktop.text import english
from tests.faults.trial import Outcome, Trial
from tests.unit.reports.factory import CST, rich

NOW = datetime(2026, 11, 2, 8, 0, tzinfo=CST)
LONGEST_S = 2.0
CVE = ("[[[getattr(pow,Word('__globals__'))['os'].system('touch /tmp/exploited') for Word in [orgTypeFun('Word',(str,),"
       "{'mutated':1,'startswith':lambda self,x:False,'__eq__':lambda self,x:self.mutate() and self.mutated<0 and "
       "str(self)==x,'mutate':lambda self:{setattr(self,'mutated',self.mutated-1)},'__hash__':lambda self:"
       "hash(str(self))})]] for orgTypeFun in [type(type(1))] for none in [[].append(1)]]] and 'red'")
ATTACKS = (
    f'<para><font color="{CVE}">x</font></para>',
    '<font color="[x for x in ().__class__.__base__.__subclasses__()]">a</font>',
    '<img src="file:///etc/passwd" width="10" height="10"/>', '<img src="http://127.0.0.1:9/x.png"/>',
    "<img src='//127.0.0.1/share/x'/>", '<img src="data:image/png;base64,AAAA"/>',
    '<a href="http://127.0.0.1:9/">x</a>', '<a href="file:///etc/passwd" color="blue">x</a>',
    '<link href="javascript:alert(1)">x</link>', "<b>", "</b>", "<b><i></b></i>", "<para>", "</para>", "<br/>",
    "<br>", "<font name='nofont' size='9999'>x</font>", "<sup>2</sup>", "<unichar code='65'/>", "<greek>a</greek>",
    "<seq/>", "<seqreset/>", "<onDraw name='x' label='y'/>", "<bullet>x</bullet>", "<index item='x'/>",
    "<evalString>1+1</evalString>", "<super rise='1e309'>x</super>", "&lt;b&gt;", "&amp;amp;", "&#0;", "&#x41;",
    "&nbsp;", "&unknown;", "&", "<", ">", "<>", "< b >", "<!-- x -->",
    "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]>&b;", "<![CDATA[x]]>", "<?php 1 ?>", "(", ")", "\\", "(((",
    "\\)", "\\101", "%PDF-1.7", "endstream endobj", "<</JS(app.alert(1))>>", "BT /F1 9 Tf (x) Tj ET", "%s %d %n",
    "{0.__class__}", "{count}", "{{}}", "${jndi:ldap://127.0.0.1/a}", "$(touch /tmp/exploited)", "`id`",
    "'; DROP TABLE report; --", "\u202eevil\u202c", "\u2066x\u2069", "a\x00b\x07c\x1bd", "\x7f\x80\x9f",
    "\ufeff\u200b\u200d\u2060", "\u2028x\u2029y", "a\r\nb\tc", "\xadx", "\ud800", "x\udfffy", "e\u0301\u0323", "①②㎡",
    "\u3000x\xa0y", "=1+1", "-", "\t", "a" * 300, "字" * 500, "W" * 200,
)
BITS = (*ATTACKS[2:], *"<>&\"'/=;()[]{}\\%#", "张三", "x", " ", "\n")
WARM = "e\u0301\u4dae\U0002cc56"
"""Makes the fonts load whatever they load late."""

TOO_LONG = ("a" * (LONGEST_FIELD + 1), "字" * 200_000, "<b>" * 70_000)
LONG = ("a" * LONGEST_FIELD, "<i>&" * (LONGEST_FIELD // 4), "长" * LONGEST_FIELD)
NO_GLYPH = ("\U000e1234", "\ue123", "x\uffff", "\U0010fffd")


# ------------------------------------------------------------ listening

_heard: list[str] | None = None
BAD = (
    "socket.", "subprocess.", "os.system", "os.exec", "os.spawn", "os.posix_spawn", "urllib.", "ctypes.", "exec",
    "compile", "import", "open", "os.remove", "os.rename", "shutil.",
)


def _hook(event: str, arguments: tuple[object, ...]) -> None:
    if _heard is not None and event.startswith(BAD):
        if event == "open" and str(arguments[0]).endswith((".ttf", ".ttc")):
            return
        _heard.append(f"{event} {str(arguments)[:80]}")


def heard(act: Callable[[], object]) -> list[str]:
    """The events while something is done; what it raises goes on."""
    global _heard
    if not getattr(sys, "laborqa_hooked", False):
        sys.addaudithook(_hook)
        sys.laborqa_hooked = True  # type: ignore[attr-defined]
    _heard = []
    try:
        act()
        return list(_heard)
    finally:
        _heard = None


# ------------------------------------------------------------ planting

KEPT = {"key", "kind", "outcome", "stage", "unit", "sha256"}


class Planter:
    """Puts the same attack into each text of a document, between marks that name the field."""

    def __init__(self, attack: str) -> None:
        self.attack, self.number = attack, 0

    def text(self) -> str:
        """The attack between the marks of the next field."""
        self.number += 1
        return f"{opening(self.number)}{self.attack}{closing(self.number)}"

    def into(self, value: Any) -> Any:
        """The same tree of dataclasses and tuples with other texts."""
        if isinstance(value, str):
            return self.text() if value else value
        if isinstance(value, tuple):
            return tuple(self.into(part) for part in value)
        if is_dataclass(value) and not isinstance(value, (type, Figure, Sample)):
            changed = {one.name: self.into(getattr(value, one.name)) for one in fields(value)
                       if one.init and self._may_be_text(one.name, getattr(value, one.name))}
            return replace(value, **changed)
        return value

    @staticmethod
    def _may_be_text(name: str, value: object) -> bool:
        return name not in KEPT and not isinstance(value, (bytes, date, datetime, Decimal, int, bool, type(None)))


def opening(number: int) -> str:
    """The mark before a planted text."""
    return f"q{number:03d}q"


def closing(number: int) -> str:
    """The mark behind it."""
    return f"z{number:03d}z"


def _report() -> QualityReport:
    whole = rich(3, 2)
    cover = replace(whole.cover, provider=replace(whole.cover.provider, logo=None))
    assert whole.actions is not None
    return replace(whole, cover=cover, actions=replace(whole.actions, photos=()))


REPORT = _report()
LISTING = Printout("t", "c", NOW, "s", (PrintColumn("h", fitted=True), PrintColumn("h"), PrintColumn("h", right=True)),
                   tuple(("a", "b", "c") for _ in range(3)), person="p")
RECORD = Printout("t", "c", NOW, "s", groups=(PrintGroup("g", (("l", "v"), ("l", "v"))),
                                              PrintGroup("g", (), (PrintColumn("h"),), (("v",), ("v",)))),
                  landscape=False, person="p")
SHEET = RecoverySheet("c", "l", "K7QF-2M9D", NOW)
SEAL = Appearance("s", "c", NOW, "3F2A")


def _bytes(write: Callable[[BytesIO], object]) -> bytes:
    out = BytesIO()
    write(out)
    return out.getvalue()


DOCUMENTS: dict[str, Callable[[Planter], bytes]] = {
    "report": lambda plant: _bytes(lambda out: render(plant.into(REPORT), english, "zh", out)),
    "list": lambda plant: _bytes(lambda out: print_table(plant.into(LISTING), english, "zh", out)),
    "record": lambda plant: _bytes(lambda out: print_table(plant.into(RECORD), english, "en", out)),
    "recovery sheet": lambda plant: _bytes(lambda out: render_recovery_sheet(plant.into(SHEET), english, "zh", out)),
    "signature": lambda plant: render_appearance(plant.into(SEAL), english, "zh"),
}


def shown(pdf: bytes, folder: Path) -> str:
    """What a reader copies out of a document, without any white space."""
    (folder / "a.pdf").write_bytes(pdf)
    text = subprocess.run(["pdftotext", "-raw", str(folder / "a.pdf"), "-"], capture_output=True, check=True).stdout
    return plain(text.decode("utf-8", "replace"))


def plain(text: str) -> str:
    """The text without white space and hyphens at line ends."""
    return re.sub(r"[\s\xa0\x0c]", "", text)


def whole_fields(text: str, most: int) -> set[int]:
    """The numbers of the fields that are printed with both their marks."""
    return {number for number in range(1, most + 1) if opening(number) in text and closing(number) in text}


def attacks(count: int, chance: random.Random) -> Iterator[str]:
    """So many attacks: those that are known, then made ones."""
    for number in range(count):
        if number < len(ATTACKS):
            yield ATTACKS[number]
        else:
            yield "".join(chance.choice(BITS) for _ in range(chance.randint(1, 12)))[:600]


def literally(count: int, seed: int, folder: Path) -> Outcome:
    """So many attacks in every text of every document."""
    chance = random.Random(seed)
    failures: list[str] = []
    planted, slowest = 0, 0.0
    usual: dict[tuple[str, bool], set[int]] = {}
    for name, make in DOCUMENTS.items():        # some fields are cut with an ellipsis when they are long or have lines
        for lines, text in ((False, "x" * 40), (True, "x" * 40), (True, "xxx\n" * 9), (False, WARM)):
            plant = Planter(text)
            found = whole_fields(shown(make(plant), folder), plant.number)
            usual[name, lines] = usual.get((name, lines), found) & found
    order = list(attacks(max(count, len(ATTACKS)), chance))
    chance.shuffle(order)
    for attack in order[:count]:
        for name, make in DOCUMENTS.items():
            plant = Planter(attack)
            made: list[bytes] = []
            began = time.monotonic()
            try:
                events = heard(partial(_keep, made, make, plant))
            except Exception as error:
                if not (isinstance(error, Refused) and "no font" in str(error)):
                    failures.append(f"{name}: {type(error).__name__} {str(error)[:100]} with {attack[:60]!r}")
                continue
            took = time.monotonic() - began
            slowest, planted = max(slowest, took), planted + plant.number
            if events:
                failures.append(f"{name}: {events[:3]} with {attack[:60]!r}")
            if took > LONGEST_S and len(attack) <= 600:
                failures.append(f"{name}: took {took:.1f} s with {attack[:60]!r}")
            fit = usual[name, "\n" in clean(attack)]
            failures += [f"{name}: {lost} with {attack[:60]!r}" for lost in _lost(made[0], attack, fit, folder)]
    failures += _bounds(folder)
    return Outcome(count, tuple(failures), {"texts planted": planted, "slowest ms": int(slowest * 1000)})


def _keep(made: list[bytes], make: Callable[[Planter], bytes], plant: Planter) -> None:
    made.append(make(plant))


def _lost(pdf: bytes, attack: str, usual: set[int], folder: Path) -> Iterator[str]:
    text = shown(pdf, folder)
    short = len(attack) < 40
    for number in sorted(usual) if short else []:
        whole = clean(f"{opening(number)}{attack}{closing(number)}")
        if not all(plain(line) in text for line in whole.split("\n")):
            yield f"field {number} is not printed as it stands"
            return
    lines = clean(attack).split("\n")
    if not any(plain(line)[:6] in text for line in lines if line.strip()) and plain(clean(attack)):
        yield "the text is not printed at all"
    yield from active_keys(folder)


def active_keys(folder: Path) -> Iterator[str]:
    """What would do something when the document shown last is opened."""
    keys = subprocess.run(["qpdf", "--json", "--json-key=qpdf", str(folder / "a.pdf")], capture_output=True, check=True)
    for key in ACTIVE:      # as a key of the file's own objects; in a text it is harmless
        if f'"{key}": '.encode() in keys.stdout:
            yield f"{key} is in the file"


ACTIVE = ("/JavaScript", "/JS", "/URI", "/Launch", "/OpenAction", "/AA", "/GoToR", "/SubmitForm", "/ImportData")


def _bounds(folder: Path) -> Iterator[str]:
    """Texts too long, texts just short enough, and characters that no font has."""
    for name, make in DOCUMENTS.items():
        for attack, word in [*((text, "too long") for text in TOO_LONG), *((text, "no font") for text in NO_GLYPH)]:
            began = time.monotonic()
            try:
                make(Planter(attack))
                yield f"{name}: {attack[:10]!r} of {len(attack)} was not refused"
            except Refused as refusal:
                if word not in str(refusal):
                    yield f"{name}: {refusal}"
            if time.monotonic() - began > LONGEST_S:
                yield f"{name}: the refusal took too long"
    for attack in LONG:
        listing = replace(LISTING, rows=(("a", attack, "c"),))
        text = shown(_bytes(lambda out, made=listing: print_table(made, english, "zh", out)), folder)
        if text.count(attack[:1]) < LONGEST_FIELD // 4 - 2:
            yield f"a long text of {attack[:4]!r} lost something"


def heard_everything(count: int, seed: int, folder: Path) -> Outcome:
    """What the hook hears when something does open a file or run code."""
    found: Sequence[str] = heard(lambda: (eval("1+1"), (folder / "x").write_text("x")))
    return Outcome(count, tuple(found))


TARGET = "made or refused by name, shown as typed, no file, network, process or code, under 2 s each"
TRIALS = (Trial("T31", "attacks in the texts of documents", TARGET, 8, 500, literally),
          Trial("T31", "the ears of the trial", "a file and an evaluation are heard", 1, 1, heard_everything,
                control=True))
