"""What reminds and what does not, in which window, and what of it leaves as a calendar file."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from laborqa_desktop.errors import Refused, UserError
from laborqa_desktop.models.client import Site
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import Translate, english
from laborqa_desktop.usecases.records import Records
from laborqa_desktop.usecases.reminders import SORTS, Reminders
from laborqa_desktop.usecases.today import Today
from tests.factory import ACT, DAY, Factory
from tests.unit.exchange.test_icalendar import read, value

ID_NO = "110101199001010015"


def on(days: int) -> date:
    return DAY + timedelta(days=days)


def seen(store: Store) -> list[tuple[str, str, int]]:
    return [(one.sort, one.window, one.days) for one in Reminders(store).coming().reminders]


@pytest.fixture
def quiet(make: Factory) -> Factory:
    """A library whose one site was visited today and has its own cycle beyond the horizon."""
    make.company()
    return make


def test_each_kind_reminds_in_its_window(quiet: Factory, store: Store) -> None:
    person = quiet.staff(name="张三丰", code="A1", id_no=ID_NO, accident_insurance_to=on(30), contract_end=on(31),
                         probation_end=on(90), id_valid_to=on(91))
    quiet.certificate(person, type="health", valid_to=on(-1))
    quiet.certificate(person, type="accident_insurance", valid_to=on(0))
    quiet.certificate(person, type="guard", valid_to=on(200), review_due=on(8))
    client = quiet.client(name="远洋集团")
    quiet.contract(client_id=client, code="HT-9", ends_on=on(7))
    site = quiet.site(name="临江一号", client_id=client, opened_on=on(-20), visit_cycle_days=25)
    quiet.problem(site_id=site, found_on=on(-3), due_on=on(2), description="台账\n缺页")
    assert seen(store) == [
        ("certificate", "overdue", -1), ("insurance", "week", 0), ("promise", "week", 2), ("visit", "week", 5),
        ("contract", "week", 7), ("certificate", "month", 8), ("insurance", "month", 30), ("employment", "quarter", 31),
        ("employment", "quarter", 90)]
    assert {one[0] for one in seen(store)} == set(SORTS)


def test_what_is_over_does_not_remind(quiet: Factory, store: Store) -> None:
    person = quiet.staff(name="甲", code="B1")
    old = quiet.certificate(person, type="health", valid_to=on(3))
    quiet.certificate(person, type="health", valid_to=on(500), renews_id=old)
    quiet.certificate(person, type="guard", valid_to=on(3), revoked=True)
    quiet.certificate(person, type="driving", valid_to=on(-400))
    gone = quiet.staff(name="乙", code="B2", status="left", left_on=on(-1), contract_end=on(5))
    quiet.certificate(gone, type="health", valid_to=on(3))
    quiet.staff(name="丙", code="B3", probation_end=on(-2))
    client = quiet.client(name="客户")
    closed = quiet.site(name="关", client_id=client, opened_on=on(-40), closed_on=on(-1))
    quiet.site(name="无客户", client_id=None, opened_on=on(-40))
    records = Records(store)
    contract = quiet.contract(client_id=client, code="HT-8", ends_on=on(5))
    records.archive("contract", [contract])
    quiet.problem(site_id=closed, found_on=on(-9), due_on=on(1), stage="closed", closed_on=on(-1))
    assert seen(store) == []


def test_the_calendar_holds_no_private_data_unless_asked_and_then_the_history_says_so(
        quiet: Factory, store: Store, tmp_path: Path, chinese: Translate) -> None:
    person = quiet.staff(name="张三丰", code="A1", id_no=ID_NO, phone="13800138000", accident_insurance_to=on(30),
                         id_valid_to=on(40))
    number = quiet.certificate(person, type="health", number="JK-778899", valid_to=on(40))
    quiet.certificate(person, type="guard", number="BA-1", valid_to=on(-5))
    reminders, file = Reminders(store, "李洋"), tmp_path / "提醒.ics"
    assert reminders.to_calendar(file, chinese) == 1
    words = file.read_bytes().replace(b"\r\n ", b"").decode()
    for private in ("张三丰", ID_NO, ID_NO[-4:], "13800138000", "JK-778899"):
        assert private not in words
    [event] = read(file.read_bytes())
    assert value(event["SUMMARY"][0]) == "健康证到期：工号 A1"
    assert event["UID"] == [f"UID:certificate-until-{number}@{store.library_id}"]
    assert [line.rpartition(":")[2] for line in event["TRIGGER"]] == ["-PT159H", "-PT711H"]
    records = Records(store)
    assert not any("calendar" in entry.act.source for entry in records.history("staff", person))
    assert reminders.to_calendar(file, english, "交给班组长") == 3
    assert sorted(value(one["SUMMARY"][0]) for one in read(file.read_bytes())) == [
        "Accident insurance ends: 张三丰", "Health certificate expires: 张三丰", "ID card expires: 张三丰"]
    assert ID_NO not in file.read_text(encoding="utf-8")
    told = [entry for entry in records.history("staff", person) if "calendar" in entry.act.source]
    assert [entry.reason for entry in told] == ["交给班组长"]


def test_the_same_thing_keeps_its_mark_when_its_date_moves(quiet: Factory, store: Store, tmp_path: Path) -> None:
    client = quiet.client(name="客户")
    contract = quiet.contract(client_id=client, code="HT-1", ends_on=on(20))
    reminders, file = Reminders(store), tmp_path / "a.ics"
    reminders.to_calendar(file, english)
    [before] = read(file.read_bytes())
    records = Records(store)
    loaded = records.load("contract", contract)
    records.save("contract", contract, {**loaded.values, "ends_on": on(25)}, loaded.row_version)
    reminders.to_calendar(file, english)
    [after] = read(file.read_bytes())
    assert before["UID"] == after["UID"]
    assert before["DTSTART;VALUE=DATE"] != after["DTSTART;VALUE=DATE"]


def test_nothing_to_come_or_no_place_to_write_leaves_no_file(quiet: Factory, store: Store, tmp_path: Path) -> None:
    file = tmp_path / "a.ics"
    with pytest.raises(Refused):
        Reminders(store).to_calendar(file, english)
    assert not file.exists()
    quiet.contract(client_id=quiet.client(name="客户"), code="HT-1", ends_on=on(20))
    with pytest.raises(UserError):
        Reminders(store).to_calendar(tmp_path / "missing" / "a.ics", english)
    assert list(tmp_path.glob("**/*.ics")) == []


def test_a_site_counts_from_its_entry_in_the_zone_of_the_library(quiet: Factory, store: Store) -> None:
    """Entered at four in the morning of the 23rd of October in Shanghai, when it was still the 22nd in UTC."""
    site = quiet.site(name="清早录入", client_id=quiet.client(name="客户"))
    with store.write(ACT) as work:
        work.session.get_one(Site, site).created_at = datetime(2026, 10, 22, 20, 0, tzinfo=UTC)
    assert seen(store) == [("visit", "overdue", -1)]
    [group] = (one for one in Today(store).page().groups if one.key == "sites")
    assert [(line.id, line.days) for line in group.lines] == [(site, 1)]
