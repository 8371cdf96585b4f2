"""A library that an older program indexed is found by pinyin after the first quiet moment."""

import pytest
from sqlalchemy import text

from laborqa_desktop.models.person import Person
from laborqa_desktop.store import search
from laborqa_desktop.store.engine import driver
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases import index_renewing
from laborqa_desktop.usecases.index_renewing import renew_names
from laborqa_desktop.usecases.records import Query, Records
from tests.factory import Factory


def test_names_of_an_older_library_are_spelt_out_once(store: Store, make: Factory,
                                                      monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index_renewing, "_STEP", 2)
    people = [make.staff(name=f"张三丰{number}") for number in range(5)]
    with store.quiet() as session:
        old = [(search.rowid(Person.type_no, one), search.spaced(f"张三丰{number}"), "zsf sf")
               for number, one in enumerate(people)]
        search.write(driver(session.connection()), old, [row[0] for row in old])
    records = Records(store)
    assert records.ids("staff", Query(search="zhangsan")) == []
    assert renew_names(store) >= len(people)
    assert sorted(records.ids("staff", Query(search="zhangsan"))) == people
    assert sorted(records.ids("staff", Query(search="zsf"))) == people
    with store.read() as session:
        rows = session.scalar(text("SELECT count(*) FROM search_docsize"))
        assert rows == sum(session.scalar(text(f"SELECT count(*) FROM {table}")) or 0
                           for table in search.indexed_tables())
    assert renew_names(store) == 0
