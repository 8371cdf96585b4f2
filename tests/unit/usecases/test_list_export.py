"""A list, or the rows chosen in it, as workbook, csv file and PDF: the columns shown, in their order."""

import csv
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdfium2 import PdfDocument

from laborqa_desktop.errors import Refused
from laborqa_desktop.records import TYPES
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import Translate, english
from laborqa_desktop.usecases import listing_files
from laborqa_desktop.usecases.listing import Filter, Query
from laborqa_desktop.usecases.listing_files import ListFiles
from laborqa_desktop.usecases.privacy import Privacy
from tests.factory import Factory

QUERY = Query(filters=(Filter("status", ("active",)), Filter("team", ("一组",))), order=(("code", True),),
              columns=("code", "name", "site"))


@pytest.fixture
def people(make: Factory) -> list[int]:
    site = make.site(name="滨江医院")
    return [make.staff(name=name, code=f"E{number}", phone="13911112222", site_id=site, status=status, team="一组")
            for number, (name, status) in enumerate((("李雷", "active"), ("韩梅", "active"), ("王芳", "left")), 1)]


def words(file: Path) -> list[list[str]]:
    """Rows of a workbook or csv file."""
    if file.suffix == ".xlsx":
        return [[str(cell.value) for cell in row] for row in load_workbook(file).active]
    return list(csv.reader(file.read_text("utf-8-sig").splitlines()))


def pdf_text(data: bytes) -> str:
    with PdfDocument(data) as pdf:
        return "".join(page.get_textpage().get_text_range() for page in pdf)


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_the_rows_and_columns_of_the_list_or_only_those_chosen(store: Store, people: list[int], tmp_path: Path,
                                                               ending: str) -> None:
    files, target = ListFiles(store), tmp_path / f"list.{ending}"
    assert files.export("staff", QUERY, (), target, english) == 2
    heading = ["Employee no.", "Full name", "Site"]
    assert words(target) == [heading, ["E2", "韩梅", "滨江医院"], ["E1", "李雷", "滨江医院"]]
    assert files.export("staff", QUERY, people[1:], target, english) == 2       # what is chosen, whatever its state
    assert words(target) == [heading, ["E2", "韩梅", "滨江医院"], ["E3", "王芳", "滨江医院"]]


def test_a_pdf_tells_what_it_was_narrowed_by_and_keeps_personal_columns_at_home(
        store: Store, people: list[int], tmp_path: Path, chinese: Translate) -> None:
    files, target = ListFiles(store, "王芳"), tmp_path / "list.pdf"
    site = store_site(store)
    query = Query("雷", (*QUERY.filters, Filter("site", (site, None)), Filter("hired_on", period="this_year")),
                  QUERY.order, columns=("code", "name", "phone"))
    assert files.export("staff", Query(filters=query.filters[:3], columns=query.columns), (), target, english) == 2
    said = pdf_text(target.read_bytes())
    assert "Status: " in said
    assert "Site: 滨江医院 or (empty)" in said
    assert "139" not in said
    files.export("staff", Query(filters=query.filters[:1], columns=query.columns), (), target, chinese)
    assert "状态：" in pdf_text(target.read_bytes())
    assert files.export("staff", query, people[:1], target, english, "for the client", "en") == 1
    said = pdf_text(target.read_bytes())
    assert "13911112222" in said
    assert "Site: " not in said         # rows chosen by hand were not narrowed by anything
    assert [str(one.act) for one in Privacy(store).reveals()] == ["Exported personal data: Mobile phone"]


def store_site(store: Store) -> int:
    from laborqa_desktop.usecases.records import Records
    return Records(store).options("site", "滨江")[0].id


def test_a_pdf_of_too_many_rows_is_refused_not_cut(store: Store, people: list[int], tmp_path: Path,
                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing_files, "MOST_PRINTED", 1)
    files, target = ListFiles(store), tmp_path / "list.pdf"
    for act in (lambda: files.export("staff", QUERY, (), target, english),
                lambda: files.print_list("staff", QUERY, (), english, "en")):
        with pytest.raises(Refused, match="at most 1 row and the list has 2"):
            act()
    assert not target.exists()
    assert files.export("staff", QUERY, people[:1], target, english) == 1


@pytest.mark.parametrize("key", [key for key, kind in TYPES.items() if kind.area])
def test_every_list_is_written_in_every_form(store: Store, key: str, tmp_path: Path) -> None:
    columns = tuple(column.key for column in TYPES[key].columns)
    for ending in ("xlsx", "csv", "pdf"):
        target = tmp_path / f"list.{ending}"
        assert ListFiles(store).export(key, Query(columns=columns), (), target, english, "") == 0
        assert target.stat().st_size > 0
