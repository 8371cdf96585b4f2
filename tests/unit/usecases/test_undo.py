from typing import Any

import pytest
from sqlalchemy import select

from laborqa_desktop.errors import Refused
from laborqa_desktop.models.client import Area, Client
from laborqa_desktop.models.person import Person
from laborqa_desktop.store import history
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.company import Company
from laborqa_desktop.usecases.records import Query, Records
from tests.factory import Factory


@pytest.fixture
def acts(store: Store) -> Records:
    return Records(store, "王芳")


def a_site(acts: Records, *areas: str) -> Any:
    return acts.save("site", None, {"name": "一号楼", "code": "S1", "service_type": "cleaning",
                                    "areas": [{"name": name, "square_metres": 20} for name in areas]})


def areas(acts: Records, one: int) -> list[str]:
    return [row["name"] for row in acts.load("site", one).values["areas"]]


def test_undoing_an_addition_archives_it_and_undoing_that_brings_it_back(acts: Records) -> None:
    one = a_site(acts, "大堂")
    back = acts.undo(one.changes.act_id)
    assert acts.ids("site", Query()) == []
    assert ("site", one.id) in back.rows
    acts.undo(back.act_id)
    assert acts.ids("site", Query()) == [one.id]
    assert areas(acts, one.id) == ["大堂"]
    assert acts.ids("site", Query(search="一号")) == [one.id]


def test_undoing_a_change_gives_values_order_and_search_back(make: Factory, acts: Records, store: Store) -> None:
    one = make.staff(name="阿大", code="A1", post_id=make.post())
    make.staff(name="李四", code="A2")
    loaded = acts.load("staff", one)
    changed = acts.save("staff", one, {**loaded.values, "name": "张三"}, loaded.row_version, "抄错")
    acts.undo(changed.changes.act_id)
    assert [acts.label("staff", each) for each in acts.ids("staff", Query())] == ["阿大", "李四"]
    assert acts.ids("staff", Query(search="ad")) == [one]
    assert acts.ids("staff", Query(search="zs")) == []
    with store.read() as session:
        assert session.scalars(select(Person.name_key).where(Person.id == one)).one().startswith("a")


def test_undo_and_redo_of_child_rows(acts: Records, store: Store) -> None:
    one = a_site(acts, "大堂", "卫生间")
    values = acts.load("site", one.id).values
    values["areas"] = [{"name": "天台"}, {**values["areas"][0], "name": "前厅"}]
    changed = acts.save("site", one.id, values, one.row_version)
    undone = acts.undo(changed.changes.act_id)
    assert areas(acts, one.id) == ["大堂", "卫生间"]
    with store.read() as session:
        assert set(session.scalars(select(Area.square_metres))) == {20}
    acts.undo(undone.act_id)
    assert areas(acts, one.id) == ["天台", "前厅"]


def test_an_undo_makes_open_forms_conflict(acts: Records) -> None:
    one = a_site(acts)
    loaded = acts.load("site", one.id)
    changed = acts.save("site", one.id, {**loaded.values, "name": "二号楼"}, loaded.row_version)
    acts.undo(changed.changes.act_id)
    assert acts.load("site", one.id).row_version > changed.row_version


def test_an_undo_of_child_rows_alone_makes_open_forms_conflict(acts: Records) -> None:
    one = a_site(acts, "大堂")
    values = acts.load("site", one.id).values
    values["areas"] = [*values["areas"], {"name": "天台"}]
    changed = acts.save("site", one.id, values, one.row_version)
    acts.undo(changed.changes.act_id)
    assert acts.load("site", one.id).row_version > changed.row_version


def test_what_was_changed_since_is_not_undone(acts: Records) -> None:
    one = a_site(acts)
    first = acts.save("site", one.id, {**acts.load("site", one.id).values, "name": "二"}, one.row_version)
    second = acts.save("site", one.id, {**acts.load("site", one.id).values, "name": "三"}, first.row_version)
    assert acts.undoable(first.changes.act_id) is None
    with pytest.raises(Refused, match="no longer be undone"):
        acts.undo(first.changes.act_id)
    acts.undo(second.changes.act_id)
    assert acts.load("site", one.id).values["name"] == "二"


def test_final_acts_views_and_unknown_acts_are_not_undone(make: Factory, acts: Records, store: Store) -> None:
    make.inspection()
    submitted = acts.last_act()
    Company(store).create_identity()
    identity = acts.last_act()
    acts.reveal("staff", make.staff(), "phone")
    for act in (submitted, identity, acts.last_act(), 0, 9999):
        assert acts.undoable(act) is None
        with pytest.raises(Refused):
            acts.undo(act)


def test_a_code_taken_since_is_a_refusal_and_leaves_all_as_it_is(acts: Records) -> None:
    one = acts.save("post", None, {"name": "保洁员", "code": "P1"})
    gone = acts.archive("post", [one.id])
    acts.save("post", None, {"name": "保安", "code": "P1"})
    with pytest.raises(Refused, match="code"):
        acts.undo(gone.act_id)
    assert acts.load("post", one.id).archived


def test_an_undo_is_recorded_with_its_person_and_the_chain_stays_whole(make: Factory, acts: Records,
                                                                       store: Store) -> None:
    one = make.client(name="甲公司")
    loaded = acts.load("client", one)
    changed = acts.save("client", one, {**loaded.values, "name": "乙公司"}, loaded.row_version)
    acts.undo(changed.changes.act_id)
    newest = acts.history("client", one)[0]
    assert (str(newest.act), newest.person) == ("Undid: Changed client", "王芳")
    with store.read() as session:
        assert history.verify(session, store.keys.chain()) is None
        assert session.scalars(select(Client.name)).all() == ["甲公司"]
    assert acts.undoable(newest.act_id) is not None


def test_numbers_stay_used_after_an_undo(make: Factory, acts: Records) -> None:
    base = {**acts.load("problem", make.problem()).values, "code": None}
    first = acts.save("problem", None, base)
    acts.undo(first.changes.act_id)
    second = acts.save("problem", None, base)
    assert acts.load("problem", second.id).values["code"] == "NC-2026-0002"
