"""Deleting one person's data: what stands in the way, what goes, what stays, that an older copy loses it again."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from laborqa_desktop.errors import NotFound, Refused
from laborqa_desktop.models.base import Base
from laborqa_desktop.models.history import Act, Blob, Purge
from laborqa_desktop.models.inspection import Inspection
from laborqa_desktop.models.person import Consent, Person
from laborqa_desktop.records.people import STAFF
from laborqa_desktop.store import erasing, history
from laborqa_desktop.store.erasing import Words
from laborqa_desktop.store.library import create
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases import privacy_rules
from laborqa_desktop.usecases.attachments import Attachments
from laborqa_desktop.usecases.backups import Backups
from laborqa_desktop.usecases.purging import KEPT, Purged, Purging, Repeat, erase, pseudonym_of, purges, repeat_purges
from laborqa_desktop.usecases.records import Query, Records
from laborqa_desktop.usecases.remaining import Remaining
from tests.factory import ACT, Factory
from tests.unit.usecases.conftest import CHEAP

LEFT = {"status": "left", "left_on": date(2020, 5, 31)}


@pytest.fixture
def acts(store: Store) -> Purging:
    return Purging(store, Backups(store), "王芳")


def value(store: Store, model: type[Base], row_id: int, column: str) -> Any:
    with store.read() as session:
        return getattr(session.get_one(model, row_id), column)


def test_who_is_still_employed_is_not_deleted(acts: Purging, make: Factory) -> None:
    who = make.staff()
    with pytest.raises(Refused, match="still employed"):
        acts.purge(who, "asked", early=True)


def test_every_condition_is_told_at_once(acts: Purging, make: Factory) -> None:
    who = make.staff(name="李雷")
    make.problem(owner_id=who)
    make.client(owner_id=who)
    make.site(manager_id=who)
    found = [str(one) for one in acts.preview(who).blocking]
    assert len(found) == 4
    with pytest.raises(Refused, match=r"owned by the person.*in charge of clients.*manages sites"):
        acts.purge(who, "asked")


def test_a_lower_bound_yields_only_to_a_reason_typed_on_purpose(acts: Purging, make: Factory, store: Store) -> None:
    who = make.staff(name="李雷", status="left", left_on=date(2025, 12, 31))
    assert len(acts.preview(who).early) == 2
    with pytest.raises(Refused, match="2028-12-31"):
        acts.purge(who, "asked")
    with pytest.raises(Refused, match="reason"):
        acts.purge(who, "  ", early=True)
    acts.purge(who, "the lawyer agreed", early=True)
    assert value(store, Purge, 1, "reason") == "the lawyer agreed"


def test_a_withdrawn_consent_goes_past_the_own_rule_but_not_past_the_lower_bound(
        acts: Purging, make: Factory, store: Store) -> None:
    with store.write(ACT) as work:
        privacy_rules.save(work.session, [*privacy_rules.DEFAULTS[:-1],
                                          privacy_rules.replace(privacy_rules.DEFAULTS[-1], months=120)])
    who = make.staff(name="李雷", **LEFT)
    assert [str(one) for one in acts.preview(who).early] == ["Your own rule keeps the data until 2030-05-31."]
    with store.write(ACT) as work:
        work.session.add(Consent(person_id=who, category="general", given_on=date(2019, 1, 1),
                                 withdrawn_on=date(2026, 1, 1)))
    assert acts.preview(who).early == ()


def test_only_counts_without_a_name_stay_of_a_person(acts: Purging, make: Factory, store: Store) -> None:
    who = make.staff(name="李雷", id_no="330106198706120019", address="某路 1 号", pay_grade="7", ethnicity="汉",
                     emergency_name="韩梅梅", site_id=make.site(), **LEFT)
    acts.purge(who, "asked")
    with store.read() as session:
        person = session.get_one(Person, who)
        told = {column.name: getattr(person, column.name) for column in Person.__table__.c
                if column.name not in KEPT and getattr(person, column.name) not in (None, "")}
        assert told == {}
        assert (person.name, person.archived, person.left_on) == (pseudonym_of(who), True, date(2020, 5, 31))
        assert session.get_one(Act, history.next_act(session) - 1).places["pseudonym"] == pseudonym_of(who)
    assert {one.key for one in STAFF.fields if one.mask is not None} & KEPT == set()


def test_a_deletion_cannot_be_undone_and_leaves_the_chain_whole(acts: Purging, make: Factory, store: Store) -> None:
    records = Records(store)
    who = make.staff(name="李雷", **LEFT)
    done = acts.purge(who, "asked")
    assert done.cleared
    assert done.copy is not None
    assert done.copy.is_file()
    assert [records.undoable(done.changes.act_id - back) for back in (0, 1)] == [None, None]
    with store.read() as session:
        assert history.verify(session, store.keys.chain()) is None
        assert history.lawful(session).rows
    with pytest.raises(Refused, match="deleted already"):
        acts.purge(who, "again", early=True)
    with pytest.raises(Refused, match="deleted by law"):
        records.restore("staff", [who])


def test_a_namesake_and_longer_names_keep_theirs(acts: Purging, make: Factory, store: Store) -> None:
    who, other = make.staff(name="李雷", **LEFT), make.staff(name="李雷")
    longer = make.staff(name="李雷雷", remarks="李雷雷的徒弟")
    mine = make.staff(name="赵六", remarks="李雷 介绍来的")
    started = make.add(Inspection(checklist_id=make.checklist(1), site_id=make.site(), inspector_id=who, type="daily",
                                  inspected_on=date(2020, 1, 1), state="submitted", inspector_name="李雷"))
    assert acts.preview(who).namesakes == 1
    acts.purge(who, "asked")
    assert value(store, Person, other, "name") == "李雷"
    assert value(store, Person, mine, "remarks") == "李雷 介绍来的"          # it may mean the other one
    assert value(store, Inspection, started, "inspector_name") == pseudonym_of(who)
    make_left = {"id": other}
    with store.write(ACT) as work:
        person = work.session.get_one(Person, make_left["id"])
        person.status, person.left_on = "left", date(2020, 1, 1)
    acts.purge(other, "asked")
    assert value(store, Person, mine, "remarks") == f"{pseudonym_of(other)} 介绍来的"
    assert (value(store, Person, longer, "name"), value(store, Person, longer, "remarks")) == ("李雷雷", "李雷雷的徒弟")


def test_a_number_of_somebody_else_stays(acts: Purging, make: Factory, store: Store) -> None:
    who = make.staff(name="李雷", emergency_phone="13911112222", **LEFT)
    sister = make.staff(name="李梅", emergency_phone="13911112222")
    acts.purge(who, "asked")
    assert value(store, Person, sister, "emergency_phone") == "13911112222"


def test_a_file_that_another_record_needs_stays(acts: Purging, make: Factory, store: Store) -> None:
    files = Attachments(store)
    who, problem = make.staff(name="李雷", **LEFT), make.problem()
    files.add("staff", who, "同一张.pdf", b"the same")
    files.add("staff", who, "自己的.pdf", b"only mine")
    files.add("problem", problem, "同一张.pdf", b"the same")
    shown = acts.preview(who)
    assert (shown.files, shown.shared) == (1, 1)
    acts.purge(who, "asked")
    assert [files.content_of(one.id) for one in files.of("problem", problem)] == [b"the same"]
    with store.read() as session:
        assert session.query(Blob).count() == 1


def test_the_search_no_longer_finds_the_person(acts: Purging, make: Factory, store: Store) -> None:
    records = Records(store)
    who = make.staff(name="李雷", phone="13911112222", **LEFT)
    make.problem(description="李雷未戴手套")
    acts.purge(who, "asked")
    for words in ("李雷", "13911112222", "ll"):
        assert records.search_everywhere(words) == []
    assert records.count("problem", Query(search="已删除人员")).n == 1


def test_an_interrupted_deletion_is_finished_later(acts: Purging, make: Factory, store: Store) -> None:
    who = make.staff(name="李雷", **LEFT)
    Attachments(store).add("staff", who, "自己的.pdf", b"only mine")
    blob, = store.layout.attachments.glob("??/*")
    erase(store, who, "asked")
    assert (acts.unfinished(), blob.is_file()) == (True, True)
    assert acts.finish()
    assert (acts.unfinished(), blob.is_file()) == (False, False)
    assert acts.finish()


def test_a_deletion_is_repeated_on_an_older_copy(acts: Purging, make: Factory, store: Store) -> None:
    who = make.staff(name="李雷", **LEFT)
    late = Repeat(who, store.clock() - timedelta(days=1))       # somebody else took that row later
    assert repeat_purges(store, [late, Repeat(9999, store.clock())]) == 0
    assert repeat_purges(store, [Repeat(who, store.clock() + timedelta(days=1))]) == 1
    assert value(store, Person, who, "name") == pseudonym_of(who)
    assert [one.row_id for one in purges(store)] == [who]
    assert repeat_purges(store, purges(store)) == 0


def test_older_copies_go_only_after_a_fresh_one_is_made(acts: Purging, make: Factory, store: Store) -> None:
    who = make.staff(name="李雷", **LEFT)
    done = acts.purge(who, "asked")
    assert len(acts.copies()) == 1
    assert acts.forget_copies() == 1
    assert done.copy is not None
    assert not done.copy.exists()
    assert (len(list(store.layout.backups.glob("*after-purge*"))), acts.copies()) == (1, ())


def test_nobody_is_nobody(acts: Purging) -> None:
    with pytest.raises(NotFound):
        acts.preview(9999)


@pytest.mark.parametrize(("text", "after"), [
    ("张 三来了", "X来了"), ("张　三来了", "X来了"), ("张三丰来了", "张三丰来了"),
    ('{"a": "\\u5f20\\u4e09"}', '{"a": "X"}'),
    ("[张三]", "[X]"),
    ("139111122223", "139111122223"), ("打 13911112222。", "打 X。"), ("", ""),
    ('{"phone": 13911112222}', '{"phone": "X"}'), ("ann lee", "X"), ("joann lees", "joann lees"),
])
def test_values_are_found_as_people_write_them(text: str, after: str) -> None:
    words = Words(("张三", "13911112222", "Ann Lee"), "X", ("张三丰",))
    assert words.without(text) == after
    assert words.found_in(text) is (text != after)


def test_a_single_letter_is_not_looked_for() -> None:
    assert not Words(("王",), "X").found_in("王府井")
    assert erasing.Words((), "X").without("王") == "王"


def test_the_folder_is_left_tidy(acts: Purging, make: Factory, store: Store) -> None:
    acts.purge(make.staff(name="李雷", **LEFT), "asked")
    assert not list(Path(store.folder).rglob("*.tmp"))


# -------------------------------------------------------------------- copies that still hold the person

def places(done: Purged) -> dict[str, Remaining]:
    return {"own" if one.place is None else one.place.name: one for one in done.remaining}


def test_it_is_said_where_copies_hold_the_person_and_until_when(acts: Purging, make: Factory, store: Store,
                                                                tmp_path: Path) -> None:
    who = make.staff(name="李雷", **LEFT)
    backups, stick = Backups(store), tmp_path / "U盘"
    stick.mkdir()
    (store.layout.folder / "damaged-20261101-080000").mkdir()
    backups.make()
    backups.copy_to(stick)
    done = acts.purge(who, "asked", place=stick)
    found = places(done)
    assert set(found) == {"own", "U盘", "damaged-20261101-080000"}
    assert (found["own"].count, found["U盘"].count) == (1, 1)
    assert found["U盘"].until == date(2026, 12, 7), "daily backups from 23 November on push it out of the 14 days"
    assert "2026-12-07" in str(found["U盘"].text)
    assert [one.place for one in acts.remaining(stick)] == [None, stick]


def test_a_place_that_is_not_there_is_promised_the_latest_day(acts: Purging, make: Factory, tmp_path: Path) -> None:
    done = acts.purge(make.staff(name="李雷", **LEFT), "asked", place=tmp_path / "gone")
    found = places(done)
    assert (found["gone"].reached, found["gone"].until) == (False, date(2028, 1, 1))
    assert found["own"].until == date(2028, 1, 1), "one day for all, which the thinning keeps everywhere"


def test_the_promise_is_kept_also_when_few_backups_were_made(tmp_path: Path, now: datetime) -> None:
    moment = now
    store, _ = create(tmp_path / "lib", "correct horse", costs=CHEAP, clock=lambda: moment)
    stick = tmp_path / "stick"
    stick.mkdir()
    with store:
        make = Factory(store)
        make.company()
        backups, who = Backups(store), make.staff(name="李雷", **LEFT)
        backups.make()
        backups.copy_to(stick)
        old = [one.path for one in backups.all_in(stick)]
        done = Purging(store, backups).purge(who, "asked", place=stick)
        last = max(one.until for one in done.remaining if one.until is not None)
        for number in range(1, 16):          # a backup every other day is not what the calendar reckons with
            moment = now + timedelta(days=2 * number)
            make.outsider(name=f"外部{number}")
            backups.make()
            backups.copy_to(stick)
            there = all(path.exists() for path in old)
            newer = len({one.made_at.date() for one in backups.all_in(stick)} - {now.date()})
            assert there == (moment.date() < last or newer < 14), moment
        assert not any(path.exists() for path in old)
        assert Purging(store, backups).remaining(stick) == ()
