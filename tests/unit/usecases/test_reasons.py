"""Where a reason is asked, where it is not, and that it stands with the act."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from laborqa_desktop.models.report import Report
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.importing import Choice, Imports
from laborqa_desktop.usecases.problems import Problems
from laborqa_desktop.usecases.reasons import COUNTED, ReasonWanted, archiving_asks
from laborqa_desktop.usecases.records import Records
from tests.factory import DAY, Factory

WHY = "身份证号抄错"


@pytest.fixture
def records(store: Store) -> Records:
    return Records(store, "李洋")


def changed(records: Records, key: str, one: int, reason: str = "", **given: Any) -> int:
    loaded = records.load(key, one)
    return records.save(key, one, {**loaded.values, **given}, loaded.row_version, reason).changes.act_id


def last_reason(records: Records, key: str, one: int) -> str:
    return records.history(key, one)[0].reason


def issue(make: Factory, store: Store, **given: Any) -> None:
    """A row of the register is enough: what counts is decided by it, not by the file."""
    make.add(Report(**{"code": "QR-202611-LH-001-V1", "month": date(2026, 11, 1), "series_no": 1, "language": "zh",
                       "issued_at": store.clock(), "cut_off": store.clock(), "sha256": "0" * 64, "blob": "-", **given}))


@pytest.mark.parametrize(("field", "old", "new"), [
    ("name", "张伟", "张玮"), ("id_no", "330106197805120029", "330106197805120045"),
    ("id_no", "330106197805120029", "")])
def test_correcting_who_a_person_is_asks_for_a_reason(records: Records, make: Factory, field: str, old: str,
                                                      new: str) -> None:
    birth = {"birth_date": date(1978, 5, 12), "id_type": "id_card", "gender": "female", "post_id": make.post()}
    one = make.staff(**birth, **{field: old})
    with pytest.raises(ReasonWanted) as caught:
        changed(records, "staff", one, **{field: new})
    assert old not in str(caught.value), "no personal data in an error"
    assert records.load("staff", one).values[field] == old
    changed(records, "staff", one, WHY, **{field: new})
    assert (records.load("staff", one).values[field], last_reason(records, "staff", one)) == (new, WHY)


def test_a_candidate_and_an_outsider_are_persons_too(records: Records, make: Factory) -> None:
    candidate = make.staff(status="candidate", post_id=make.post())
    with pytest.raises(ReasonWanted):
        changed(records, "staff", candidate, name="张玮")
    with pytest.raises(ReasonWanted):
        changed(records, "outsider", make.outsider(), name="李四四")


def test_what_completes_a_person_or_leaves_who_it_is_asks_nothing(records: Records, make: Factory) -> None:
    one = make.staff(name="张 伟", id_type="id_card", birth_date=date(1978, 5, 12), gender="female",
                     post_id=make.post())
    changed(records, "staff", one, id_no="330106197805120045")
    changed(records, "staff", one, name=" 张  伟 ", team="一班", phone="13900000000")
    assert last_reason(records, "staff", one) == ""


NEW: dict[str, Any] = {"area": "大堂", "description": "另一处", "severity": "major", "category": "墙面",
                       "item_text": "地面", "found_on": date(2026, 11, 2), "due_on": date(2026, 12, 24)}


def test_changing_what_an_issued_report_counts_asks_for_a_reason(records: Records, make: Factory,
                                                                 store: Store) -> None:
    site, other = make.site(), make.site(name="另一处")
    inspection = make.inspection("1111", site_id=site).changes.ids("inspection")
    one = make.problem(site_id=site)
    changed(records, "problem", one, area="门厅")        # nothing is issued yet
    issue(make, store, client_id=records.load("site", site).values["client_id"])
    new = {**NEW, "site_id": other, "inspection_id": min(inspection)}
    assert set(new) == set(COUNTED)
    for field, value in new.items():
        with pytest.raises(ReasonWanted, match="QR-202611-LH-001-V1"):
            changed(records, "problem", one, **{field: value})
    changed(records, "problem", one, cause="拖把脏", correction="已换", remarks="电话说过", cost=1200)
    changed(records, "problem", one, "客户指正地点", **new)
    assert last_reason(records, "problem", one) == "客户指正地点"


def test_only_a_report_that_counts_it_asks(records: Records, make: Factory, store: Store) -> None:
    site, other = make.site(), make.site(name="另一处")
    one = make.problem(site_id=site)
    issue(make, store, site_id=other)
    issue(make, store, site_id=site, month=date(2026, 10, 1), code="QR-202610-LH-001-V1")
    issue(make, store, site_id=site, cut_off=store.clock().replace(year=2025), code="QR-202611-LH-009-V1")
    changed(records, "problem", one, severity="major")
    issue(make, store, site_id=site, code="QR-202611-LH-002-V1")
    with pytest.raises(ReasonWanted, match="QR-202611-LH-002-V1"):
        changed(records, "problem", one, severity="minor")


def test_the_steps_of_a_counted_problem_need_no_more_words(records: Records, make: Factory, store: Store) -> None:
    site = make.site()
    one = make.problem(site_id=site)
    issue(make, store, site_id=site)
    acts = Problems(store, "李洋")
    acts.implement(one, "已清洁", DAY)
    acts.close(one, "李洋", DAY, "看过")
    assert records.load("problem", one).values["stage"] == "closed"


def test_putting_a_counted_problem_away_asks_for_a_reason(records: Records, make: Factory, store: Store) -> None:
    site = make.site()
    one, before = make.problem(site_id=site), make.problem(site_id=site, found_on=date(2026, 10, 3))
    issue(make, store, site_id=site)
    assert archiving_asks("problem")
    records.archive("problem", [before])
    with pytest.raises(ReasonWanted):
        records.archive("problem", [one])
    assert not records.load("problem", one).archived
    records.archive("problem", [one], "重复录入")
    assert records.load("problem", one).archived
    records.restore("problem", [one])


def test_an_import_that_corrects_people_is_its_own_reason(records: Records, make: Factory, store: Store,
                                                          tmp_path: Path) -> None:
    one = make.staff(code="LB1", post_id=make.post(code="BJ"))
    file = tmp_path / "花名册.csv"
    file.write_text("Full name,Employee no.,Mobile phone,Birth date,Hired on,Post\n"
                    "张玮,LB1,13900000001,1990-01-01,2024-01-01,保洁员\n", encoding="utf-8")
    imports = Imports(store, "李洋")
    table = imports.table("staff", imports.read(file).sheets[0])
    trial = imports.try_rows("staff", table, imports.propose("staff", table))
    assert [row for row, _ in trial.changed] == [one], trial.missing
    imports.take(trial, file, Choice.ALL)
    assert records.load("staff", one).values["name"] == "张玮"
    assert last_reason(records, "staff", one) == "Import of 花名册.csv"
