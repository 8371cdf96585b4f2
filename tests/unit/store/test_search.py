"""The search index: Chinese by substring, Latin by word beginnings, names by initials; nothing a user types raises."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.models.person import Person
from laborqa_desktop.store import search
from laborqa_desktop.store.unit import Store
from tests.unit.store.conftest import ACT


def fill(store: Store, *names: str) -> list[int]:
    with store.write(ACT) as work:
        return work.add_all_fast(OrgUnit, [{"name": name} for name in names])


def hits(store: Store, typed: str, type_no: int = OrgUnit.type_no) -> list[int]:
    words = search.match(typed)
    if words is None:
        return []
    low, high = search.span(type_no)
    with store.read() as session:
        found = session.scalars(
            text("SELECT rowid FROM search WHERE search MATCH :words AND rowid BETWEEN :low AND :high"),
            {"words": words, "low": low, "high": high})
        return [one - low for one in found]


@pytest.mark.parametrize("typed", [
    "金鼎", "鼎广", "杭州金鼎广场", "hzjd", "jdgc", "GC", "hangzhou", "jindingguang", "ding", "HangZhou",
    "3号", "a区", "Ａ区", "金鼎 3号", "NC-20", "nc-2026-0"])
def test_words_that_find_it(store: Store, typed: str) -> None:
    [row_id, _] = fill(store, "杭州金鼎广场A区3号楼 NC-2026-0001", "宁波大厦")
    assert hits(store, typed) == [row_id]


@pytest.mark.parametrize("typed", ["鼎金", "金鼎 大厦", "金 3楼", "026", "hzdx", "angzhou", "dingjin",
                                   "", "  ", "%", "_", "\"", "*", "，。"])
def test_words_that_do_not(store: Store, typed: str) -> None:
    fill(store, "杭州金鼎广场A区3号楼 NC-2026-0001", "宁波大厦")
    assert hits(store, typed) == []


@pytest.mark.parametrize("name", ["李䶮", "王㛃", "赵𬱖", "孙㼆", "曾祥", "单雄"])
def test_rare_names_are_found(store: Store, name: str) -> None:
    ids = fill(store, "张三", name)
    assert hits(store, name[1]) == ids[1:]


def test_a_surname_is_found_by_each_of_its_readings(store: Store) -> None:
    ids = fill(store, "单雄", "曾祥")
    assert hits(store, "sx") == hits(store, "dx") == ids[:1]
    assert hits(store, "zx") == ids[1:]
    assert hits(store, "cx") == ids


def test_id_numbers_are_found_by_their_last_four_only(store: Store) -> None:
    with store.write(ACT) as work:
        person = Person(name="张三", code="W1", kind="staff", id_no="330106199001011234")
        work.session.add(person)
    assert hits(store, "1234", Person.type_no) == [person.id]
    assert hits(store, "330106", Person.type_no) == []
    assert hits(store, "330106199001011234", Person.type_no) == []


def test_no_phrase_runs_from_one_field_into_the_next(store: Store) -> None:
    with store.write(ACT) as work:
        work.session.add(Person(name="张三", code="W1", kind="staff", phone="138", native_place="杭州"))
    assert hits(store, "三W1", Person.type_no) == []
    assert hits(store, "三 W1", Person.type_no) == [1]


def test_the_index_follows_every_change(store: Store) -> None:
    [row_id] = fill(store, "保洁一部")
    with store.write(ACT) as work:
        work.session.get_one(OrgUnit, row_id).name = "保安二部"
    assert hits(store, "保洁") == []
    assert hits(store, "二部") == [row_id]
    with store.write(ACT) as work:
        work.session.delete(work.session.get_one(OrgUnit, row_id))
    assert hits(store, "二部") == []
    with pytest.raises(ZeroDivisionError), store.write(ACT) as work:
        work.session.add(OrgUnit(name="从未"))
        work.session.flush()
        raise ZeroDivisionError
    assert hits(store, "从未") == []


def test_rebuilding_gives_the_same_index(store: Store) -> None:
    ids = fill(store, "保洁一部", "保安二部", "绿化")
    with store.quiet() as session:
        session.connection().exec_driver_sql("DELETE FROM search")
    assert hits(store, "一部") == []
    with store.quiet() as session:
        assert search.rebuild(session) == 3
    assert hits(store, "一部") == ids[:1]


ALPHABET = st.text(alphabet="金鼎一部aA1３ \"'%_*()-:^{}+\\NEAROT\0\n\t😀é.,;，。、\u0301", max_size=12)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=ALPHABET, typed=ALPHABET)
def test_any_words_give_what_a_plain_reading_gives(store: Store, name: str, typed: str) -> None:
    with store.quiet() as session:
        session.connection().exec_driver_sql("DELETE FROM search")
        search.write(session.connection().connection.driver_connection, [(1, search.spaced(name), "")], ())
        words = search.match(typed)
        query = text("SELECT rowid FROM search WHERE search MATCH :words")
        got = words is not None and session.scalar(query, {"words": words}) == 1
    assert got == expected(name, typed)


def expected(name: str, typed: str) -> bool:
    have = tokens(name)
    wanted = [found for word in unicodedata.normalize("NFKC", typed).split() if (found := tokens(word))]
    return bool(wanted) and all(holds(have, one) for one in wanted)


def holds(have: list[str], wanted: list[str]) -> bool:
    last = wanted[-1]
    ends = range(len(wanted) - 1, len(have))
    return any(have[end - len(wanted) + 1:end] == wanted[:-1]
               and (have[end] == last if last in "金鼎一部" else have[end].startswith(last)) for end in ends)


def tokens(words: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFD", unicodedata.normalize("NFKC", words)) if c != "\u0301")
    spaced = "".join(f" {c} " if c in "金鼎一部" else c if c.isalnum() else " " for c in plain.casefold())
    return spaced.split()
