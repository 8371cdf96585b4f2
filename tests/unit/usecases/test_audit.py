"""The change history as a whole: its list, and the proof with and without an anchor."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from laborqa_desktop.errors import Refused
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_, english
from laborqa_desktop.usecases.attachments import Attachments
from laborqa_desktop.usecases.audit import Asked, Audit, read_anchor
from laborqa_desktop.usecases.problems import Problems
from laborqa_desktop.usecases.records import Records
from tests.factory import Factory


@pytest.fixture
def audit(store: Store) -> Audit:
    return Audit(store)


def later(store: Store, days: int) -> None:
    moment = store.clock() + timedelta(days=days)
    store.clock = lambda: moment


def chinese(context: str, source: str) -> str:
    return {"Attach {name}": "添加附件 {name}"}.get(source, source)


def test_acts_are_listed_newest_first_with_what_they_touched(make: Factory, store: Store, audit: Audit) -> None:
    one = make.problem()
    Attachments(store, "王芳").add("problem", one, "说明.pdf", b"%PDF-1.4 x")
    Problems(store, "李洋").void(one, "录入重复")
    newest, attached = audit.acts(Asked(), english)[:2]
    assert (newest.person, newest.reason, newest.first and newest.first[:2]) == ("李洋", "录入重复", ("problem", one))
    assert (attached.text.say(chinese), attached.person) == ("添加附件 说明.pdf", "王芳")
    assert attached.first is not None
    assert attached.first[:2] == ("problem", one)       # a file is shown by the record it is attached to
    assert [row.id for row in audit.acts(Asked(), english, before=newest.id, most=1)] == [attached.id]


@pytest.mark.parametrize(("asked", "found"), [
    (Asked(words="添加附件"), 1), (Asked(words="说明"), 1), (Asked(words="重复"), 1), (Asked(words="100%"), 0),
    (Asked(person="李洋"), 1), (Asked(kind="problem"), 2), (Asked(kind="course"), 0),
    (Asked(day_from=date(2027, 1, 1)), 1), (Asked(person="王芳", day_to=date(2026, 12, 31)), 1),
    (Asked(person="王芳", day_from=date(2027, 1, 1)), 0)])
def test_acts_are_found_by_words_person_kind_and_day(make: Factory, store: Store, audit: Audit, asked: Asked,
                                                   found: int) -> None:
    one = make.problem()
    Attachments(store, "王芳").add("problem", one, "说明.pdf", b"%PDF-1.4 x")
    later(store, 90)
    Problems(store, "李洋").void(one, "录入重复")
    assert len(audit.acts(asked, chinese)) == found
    assert set(audit.people()) >= {"李洋", "王芳"}


def test_the_proof_says_whole_or_what_was_changed(make: Factory, store: Store, audit: Audit) -> None:
    make.problem()
    head = audit.head()
    assert audit.verify().is_whole
    assert "anchor" in str(audit.verify().headline)
    assert "fits the anchor" in str(audit.verify(head.short.replace(":", "：").upper()).headline)
    with store.quiet() as session:
        session.connection().exec_driver_sql("""UPDATE history SET "values" = '{}' WHERE id = 1""")
    verdict = audit.verify()
    assert not verdict.is_whole
    assert "no. 1" in str(verdict.headline)
    assert str(verdict.lines[0]) == "Old or new values were changed outside the program."
    assert "act 1 of" in str(verdict.lines[1])


@pytest.mark.parametrize("words", ["12", "12:", "12:0123456789abcde", "x:0123456789abcdef", "12:0123456789abcdeg"])
def test_what_is_no_anchor_is_refused(audit: Audit, words: str) -> None:
    with pytest.raises(Refused, match="16 digits"):
        audit.verify(words)
    assert read_anchor(" 1,234 ： 0123 4567 89AB CDEF … ") == "1234:0123456789abcdef"


def test_the_log_goes_to_a_workbook_without_values(make: Factory, store: Store, audit: Audit, tmp_path: Path) -> None:
    person = make.staff(id_no="11010519491231002X")
    Records(store, "李洋").reveal("staff", person, "id_no")
    target = tmp_path / "log.xlsx"
    count = audit.export(Asked(), target, english)
    rows = CalamineWorkbook.from_path(target).get_sheet_by_index(0).to_python()
    assert len(rows) == count + 1
    assert rows[1][2:4] == ["李洋", "Revealed ID number"]
    assert "11010519491231002X" not in str(rows)
    with store.write(N_("Test", "=HYPERLINK({x})").of(x=1)) as work:
        work.seen("person", person)
    audit.export(Asked(), target, english)
    assert CalamineWorkbook.from_path(target).get_sheet_by_index(0).to_python()[1][3] == "=HYPERLINK(1)"
