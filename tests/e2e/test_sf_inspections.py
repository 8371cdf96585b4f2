"""The real inspections of San Francisco: every row in the library, the signed reports of a client and of a site."""

import json
import re
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from laborqa_desktop import bootstrap
from laborqa_desktop.models.client import Site
from laborqa_desktop.models.inspection import Inspection
from laborqa_desktop.models.problem import Problem
from laborqa_desktop.usecases.office import Office
from tests.e2e.conftest import PASSWORD, ROOT, program
from tests.unit.usecases.conftest import CHEAP

DATA = ROOT.parent / "shared" / "data" / "sf-inspections"
MAPPINGS = ROOT / "docs" / "examples" / "sf-inspections"
FILES = {"site": "businesses.csv", "inspection": "inspections.csv", "problem": "violations.csv"}
READ = {"site": 6_399, "inspection": 14_233, "problem": 39_006}

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason=f"the real files are not here: {DATA.name} is missing")


def bring_in(folder: Path, kind: str) -> tuple[int, dict[str, int], str]:
    said = program("import", kind, DATA / FILES[kind], "--library", folder, "--map", MAPPINGS / f"{kind}.json")
    return said.code, json.loads(said.last), said.out


@pytest.fixture(scope="module")
def sf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with the three files."""
    folder = tmp_path_factory.mktemp("sf") / "sf"
    office, _ = bootstrap.new_library(folder, PASSWORD, "Food Safety Service", costs=CHEAP)
    office.close()
    for kind, rows in READ.items():
        code, counts, out = bring_in(folder, kind)
        assert (code, counts) == (0, {"read": rows, "added": rows, "updated": 0, "skipped": 0, "rejected": 0}), out
        if kind == "problem":
            assert "Note, 932 rows" in out
            assert "Note, 10 rows" in out
            assert "Note, 155 rows" in out
    return folder


@pytest.fixture(scope="module")
def office(sf: Path) -> Iterator[Office]:
    """The same, open for reading."""
    opened = bootstrap.open_library(sf, PASSWORD, writable=False)
    yield opened
    opened.close()


def number(office: Office, what: Any, *conditions: Any) -> int:
    with office.store.read() as session:
        return session.scalar(select(func.count(what)).where(*conditions)) or 0


def within(column: Any, first: date, after: date) -> Any:
    return (column >= first) & (column < after)


def test_the_figures_of_the_client_s_month_are_those_of_the_files(office: Office) -> None:
    month = within(Inspection.inspected_on, date(2017, 9, 1), date(2017, 10, 1))
    client = office.records.by_code("client", "SF-DPH")
    assert number(office, Inspection.id, month, Inspection.client_id == client) == 668
    assert number(office, Inspection.id, month, Inspection.result == "pass") == 623
    assert number(office, Problem.id, within(Problem.found_on, date(2017, 9, 1), date(2017, 10, 1))) == 1_532
    assert number(office, Inspection.id, Inspection.state == "submitted") == 14_233


def test_the_site_with_most_findings_of_a_month(office: Office) -> None:
    site = office.records.by_code("site", "65674")
    assert number(office, Problem.id, Problem.site_id == site,
                  within(Problem.found_on, date(2017, 1, 1), date(2017, 2, 1))) == 16
    assert number(office, Inspection.id, Inspection.site_id == site,
                  within(Inspection.inspected_on, date(2017, 1, 1), date(2017, 2, 1))) == 2


def test_findings_are_closed_as_their_brackets_say(office: Office) -> None:
    assert number(office, Problem.id, Problem.stage == "closed") == 30_452
    assert number(office, Problem.id, Problem.inspection_id.is_(None)) == 942
    assert number(office, Problem.category.distinct()) == 68
    assert number(office, Problem.id, Problem.remarks != "") == 155
    assert number(office, Site.id, Site.name.like("%Ñ%") | Site.name.like("%É%")) > 0


def test_the_same_files_again_add_nothing(sf: Path) -> None:
    code, counts, _ = bring_in(sf, "inspection")
    assert (code, counts["added"], counts["skipped"]) == (0, 0, 14_233)


@pytest.mark.parametrize(("whose", "month", "language", "name", "figures"), [
    (("--client", "SF-DPH"), "2017-09", "en", "QR-201709-SF-DPH-001-V1", ("668", "1,532", "623")),
    (("--site", "65674"), "2017-01", "zh", "QR-201701-SF-DPH-001-V1", ("16",)),
])
def test_the_report_is_signed_read_back_and_verified(
        sf: Path, tmp_path: Path, whose: tuple[str, str], month: str, language: str, name: str,
        figures: tuple[str, ...]) -> None:
    out = tmp_path / "report.pdf"
    said = program("report", "--library", sf, *whose, "--month", month, "--lang", language, "--out", out, "--sign")
    assert (said.code, said.out.splitlines()[0]) == (0, name), said
    stated = subprocess.run(["pdfsig", str(out)], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid" in stated
    assert "Total document signed" in stated
    assert subprocess.run(["qpdf", "--check", str(out)], capture_output=True, check=False).returncode == 0
    text = subprocess.run(["pdftotext", "-layout", str(out), "-"], capture_output=True, text=True, check=True).stdout
    words = set(re.findall(r"[\d,]+", text)) | {one.replace(",", "") for one in re.findall(r"[\d,]+", text)}
    assert all(figure in words or figure.replace(",", "") in words for figure in figures)
    for more in ((), ("--library", sf)):
        assert program("verify", out, *more).code == 0
