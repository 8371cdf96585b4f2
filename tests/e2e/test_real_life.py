"""What happens in an office sooner or later (guide page 26): each told there, and done here with real files."""

import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from laborqa_desktop import bootstrap
from laborqa_desktop.records import TYPES
from laborqa_desktop.store.check import check_folder
from laborqa_desktop.text import english
from laborqa_desktop.usecases import backups
from laborqa_desktop.usecases.audit import Audit
from laborqa_desktop.usecases.inspection_sheet import Entry
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.usecases.office import Office
from laborqa_desktop.usecases.reasons import ReasonWanted
from laborqa_desktop.usecases.report_request import Request
from tests.e2e.conftest import PASSWORD, furnish
from tests.unit.usecases.conftest import CHEAP

BEGIN = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)


class Clock:
    """The time of the computer, moved by the test."""

    def __init__(self) -> None:
        self.now = BEGIN

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now

    def go(self, **spans: int) -> None:
        """Time passes."""
        self.now += timedelta(**spans)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Iterator[Office]:
    made, _ = bootstrap.new_library(tmp_path / "旧电脑", PASSWORD, "杭州洁安䶮劳务有限公司", "王芳", costs=CHEAP,
                                    clock=clock)
    furnish(made)
    yield made
    made.close()


def words_of(pdf: bytes) -> str:
    shown = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout
    return "".join(shown.decode().split())


def october(office: Office) -> Request:
    return Request(office.records.by_code("client", "C1"), None, date(2026, 10, 1), "zh")


def test_moving_to_a_new_computer(office: Office, tmp_path: Path) -> None:
    staff = office.records.by_code("staff", "A1")
    office.attachments.add("staff", staff, "健康证.txt", "有效至 2027-05-01".encode())
    issued = office.issuing.issue(october(office), english)
    stick = tmp_path / "U 盘"
    stick.mkdir()
    file = office.backups.full(stick).path
    assert [one.name for one in stick.iterdir()] == [file.name], "one file to carry"
    backups.place(file, tmp_path / "新电脑", PASSWORD)
    assert check_folder(tmp_path / "新电脑", PASSWORD) == []
    with pytest.raises(Exception, match="password"):
        bootstrap.open_library(tmp_path / "新电脑", "another")
    new = bootstrap.open_library(tmp_path / "新电脑", PASSWORD, "王芳")
    try:
        assert new.records.load("staff", staff).title == "张伟"
        link, = new.attachments.of("staff", staff)
        assert new.attachments.content(link.blob_id).decode() == "有效至 2027-05-01"
        assert new.issuing.content(issued.id) == issued.pdf
        assert new.verifying.verify(issued.pdf).is_good
        assert Audit(new.store).verify().is_whole
    finally:
        new.close()


def test_a_new_year_begins_its_own_numbers_and_the_old_one_can_still_be_added_to(office: Office, clock: Clock) -> None:
    records = office.records
    site, staff, checklist = (records.by_code(*one) for one in (("site", "S1"), ("staff", "A1"), ("checklist", "QL")))

    def inspect(day: date) -> str:
        number, _ = office.inspections.start(site, checklist, staff, day)
        return office.inspections.submit(number, {0: Entry("excellent")}).code

    clock.now = datetime(2026, 12, 31, 15, 59, tzinfo=UTC)       # 23:59 in the library's zone
    assert inspect(date(2026, 12, 31)) == "QC-2026-0002"
    clock.go(minutes=2)
    assert office.store.today() == date(2027, 1, 1)
    assert inspect(date(2027, 1, 1)) == "QC-2027-0001"
    assert inspect(date(2026, 12, 30)) == "QC-2026-0003", "paper of December, entered in January"
    assert inspect(date(2027, 1, 1)) == "QC-2027-0002"


def test_two_people_with_the_same_name_are_told_apart(office: Office, tmp_path: Path) -> None:
    records = office.records
    first = records.by_code("staff", "A1")
    second = records.save("staff", None, {
        **records.blank("staff").values, "code": "A2", "name": "张伟", "birth_date": date(1992, 3, 4),
        "phone": "13800138001", "post_id": records.by_code("post", "P1"), "hired_on": date(2025, 2, 1)}).id
    offered = {one.id: f"{one.label} {one.detail}" for one in records.options("staff", "张伟")}
    assert set(offered) == {first, second}
    assert "A1" in offered[first]
    assert "A2" in offered[second]
    file = tmp_path / "证书.csv"
    heading = "人员,证书类型,证书编号,发证日期,有效期至\n"
    file.write_text(heading + "张伟,健康证,JK1,2026-05-01,2027-05-01\n", encoding="utf-8-sig")
    unclear = office.imports.run("certificate", file)
    assert (unclear.counts["added"], unclear.counts["rejected"]) == (0, 1), "nobody is guessed"
    file.write_text(heading + "A2,健康证,JK2,2026-05-01,2027-05-01\n", encoding="utf-8-sig")
    assert office.imports.run("certificate", file).counts["added"] == 1
    assert records.load("certificate", records.page("certificate", Query(), 0, 5)[0].id).values["person_id"] == second


def test_someone_who_left_returns_with_all_that_was_before(office: Office, clock: Clock) -> None:
    records = office.records
    one = records.by_code("staff", "A1")
    office.attachments.add("staff", one, "合同.txt", b"2024")
    loaded = records.load("staff", one)
    records.save("staff", one, {**loaded.values, "status": "left", "left_on": date(2026, 11, 20),
                                "leave_reason": "family"}, loaded.row_version)
    clock.go(days=60)
    left = records.load("staff", one)
    typed = {**left.values, "status": "active", "hired_on": date(2027, 1, 18)}
    filled = TYPES["staff"].fill("hired_on", typed)      # type: ignore[misc]  # as the form does at once
    records.save("staff", one, {**typed, **filled}, left.row_version)
    back = records.load("staff", one)
    assert (back.values["status"], back.values["hired_on"]) == ("active", date(2027, 1, 18))
    assert (back.values["left_on"], back.values["leave_reason"]) == (None, None)
    spell, = back.values["employment"]
    assert (spell["hired_on"], spell["left_on"], spell["reason"]) == (date(2024, 1, 1), date(2026, 11, 20), "family")
    records.save("staff", one, {**back.values, "team": "二班"}, back.row_version)
    assert len(records.load("staff", one).values["employment"]) == 1
    assert len(office.attachments.of("staff", one)) == 1
    assert len(records.page("staff", Query(search="张伟"), 0, 10)) == 1, "one file, not two"
    assert records.page("inspection", Query(), 0, 10)[0].id, "what was done before still names the person"


def test_a_client_that_changes_its_name_keeps_the_old_one_in_old_reports(office: Office, clock: Clock) -> None:
    records = office.records
    before = office.issuing.issue(october(office), english)
    client = records.by_code("client", "C1")
    loaded = records.load("client", client)
    records.save("client", client, {**loaded.values, "name": "蓝海科创园"}, loaded.row_version)
    clock.go(days=10)
    assert office.issuing.content(before.id) == before.pdf
    assert "蓝海䶮园区" in words_of(before.pdf)
    assert "蓝海科创园" not in words_of(before.pdf)
    row, = records.page("report", Query(), 0, 10)
    assert "蓝海䶮园区" in [str(cell) for cell in row.cells], "the register keeps the name of the day"
    after = office.issuing.issue(Request(client, None, date(2026, 11, 1), "zh"), english)
    assert "蓝海科创园" in words_of(after.pdf)
    assert office.verifying.verify(before.pdf).is_good


def test_a_corrected_id_number_asks_why_and_is_found_by_the_new_one(office: Office) -> None:
    records = office.records
    one = records.by_code("staff", "A1")
    loaded = records.load("staff", one)
    right = {**loaded.values, "id_no": "110101199001010031"}
    with pytest.raises(ReasonWanted):
        records.save("staff", one, right, loaded.row_version)
    records.save("staff", one, right, loaded.row_version, "抄错一位")
    newest = records.history("staff", one)[0]
    assert newest.reason == "抄错一位"
    assert [row.id for row in records.page("staff", Query(search="0031"), 0, 5)] == [one]
    assert records.page("staff", Query(search="110101199001010015"), 0, 5) == []
    assert Audit(office.store).verify().is_whole


def test_a_mistake_in_an_import_is_found_three_days_later(office: Office, tmp_path: Path, clock: Clock) -> None:
    records = office.records
    file = tmp_path / "人员.csv"
    file.write_text("工号,姓名,手机,出生日期,岗位,入职日期\n"
                    + "".join(f"B{n},人{n},1380013{n:04d},1990-01-01,保洁员,2026-11-02\n" for n in range(5)),
                    encoding="utf-8-sig")
    done = office.imports.run("staff", file)
    assert done.counts["added"] == 5
    clock.go(days=3)
    edited = records.by_code("staff", "B0")
    loaded = records.load("staff", edited)
    records.save("staff", edited, {**loaded.values, "team": "一班"}, loaded.row_version)
    past = office.imports.past()[0]
    removed = office.imports.remove(past.id)
    assert [one for _, one in removed.edited] == [edited], "what was worked on since stays and is named"
    assert {row.id for row in records.page("staff", Query(), 0, 50)} == {records.by_code("staff", "A1"), edited}
    file.write_text(file.read_text(encoding="utf-8-sig").replace("2026-11-02", "2026-10-02"), encoding="utf-8-sig")
    again = office.imports.run("staff", file)
    assert again.counts["rejected"] == 0
    assert records.load("staff", records.by_code("staff", "B3")).values["hired_on"] == date(2026, 10, 2)


def test_a_report_is_corrected_after_the_client_has_it(office: Office, clock: Clock) -> None:
    records = office.records
    first = office.issuing.issue(october(office), english)
    clock.go(days=2)
    inspection = records.page("inspection", Query(), 0, 1)[0].id
    office.inspections.void(inspection, "录错项目点")
    assert office.issuing.data_changed_since(first.id) is not None, "the list of reports says so by itself"
    second = office.issuing.issue(office.issuing.request_of(first.id), english, reason="检查作废")
    assert (second.code, second.replaces) == (first.code[:-1] + "2", first.code)
    assert "检查作废" in words_of(second.pdf)
    checked = office.verifying.verify(first.pdf)
    assert checked.is_good
    assert second.code in " ".join(str(text) for _, text in checked.lines()), "the client's copy says what replaces it"
    assert office.issuing.content(first.id) == first.pdf
