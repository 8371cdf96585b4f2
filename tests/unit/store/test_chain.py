"""The chain of the history: what its proof says about each way to change it, and what may be deleted by law."""

from collections.abc import Sequence

import pytest
from sqlalchemy import func, select

from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.models.history import Act, History, Purge
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.store import chain, history, proof
from laborqa_desktop.store.proof import Fault
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_
from tests.unit.store.conftest import ACT


def add(store: Store, *names: str) -> None:
    for name in names:
        with store.write(N_("Test", "Add {name}").of(name=name), person=name) as work:
            work.session.add(OrgUnit(name=name))


def verify(store: Store, anchor: str = "", step: Step = quietly) -> history.Broken | None:
    with store.read() as session:
        return history.verify(session, store.keys.chain(), anchor, step)


def head(store: Store) -> chain.Head:
    with store.read() as session:
        return chain.head(session)


def run(store: Store, statement: str, *values: object) -> None:
    with store.quiet() as session:
        session.connection().exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        session.connection().exec_driver_sql(statement, values)


@pytest.mark.parametrize(("statement", "row", "fault"), [
    ("""UPDATE history SET "values" = '{}' WHERE id = 2""", 2, Fault.VALUES),
    ("UPDATE history SET chain = x'00' WHERE id = 2", 2, Fault.LINK),
    ("UPDATE history SET id = 9 WHERE id = 2", 2, Fault.ORDER),
    ("UPDATE act SET undo_of = 1 WHERE id = 2", 2, Fault.ACT),
    ("UPDATE act SET person = '' WHERE id = 3", 3, Fault.ACT),
    ("""UPDATE history SET "values" = NULL WHERE id = 2""", 2, Fault.BLANKED),
    ("""UPDATE history SET table_name = 'purge', "values" = 'no JSON' WHERE id = 2""", 2, Fault.VALUES)])
def test_the_proof_names_the_entry_and_what_is_wrong(store: Store, statement: str, row: int, fault: Fault) -> None:
    add(store, "a", "b", "c")
    run(store, statement)
    found = verify(store)
    assert found is not None
    assert (found.row, found.fault) == (row, fault)


def test_an_anchor_fits_in_full_and_as_printed(store: Store) -> None:
    add(store, "a", "b")
    now = head(store)
    assert (now.count, len(now.link), now.short) == (2, 64, f"2:{now.link[:16]}")
    add(store, "c")
    for anchor in (str(now), now.short, str(head(store)), f"0:{'0' * 16}"):
        assert verify(store, anchor) is None
    found = verify(store, f"2:{'0' * 16}")
    assert found is not None
    assert (found.row, found.fault) == (2, Fault.OTHER)
    missing = verify(store, f"4:{now.link}")
    assert missing == history.Broken(4, None, Fault.CUT)


def purge(store: Store) -> None:
    with store.write(ACT) as work:
        work.session.add(Purge(id=1, table_name="org_unit", row_id=1, at=work.now, reason=""))
        rows = history.blank(work.session, [1])
        acts = {**history.digests_of(work.session, rows), 1: history.reword(work.session, 1, "P-1", {"name": "P"}, "")}
        work.enter(history.PURGES, 1, {"table_name": [None, "org_unit"], "row_id": [None, 1],
                                       **history.vouch(rows, acts)})


@pytest.mark.parametrize(("statement", "fault"), [
    ("""UPDATE history SET "values" = ?, salt = ? WHERE id = 1""", Fault.RESTORED),
    ("DELETE FROM purge", Fault.RESTORED), ("UPDATE purge SET row_id = 2", Fault.RESTORED),
    ("UPDATE history SET row_id = 9 WHERE id = 1", Fault.BLANKED),
    ("UPDATE act SET person = 'a' WHERE id = 1", Fault.ACT),
    ("""UPDATE history SET "values" = NULL, salt = x'' WHERE id = 2""", Fault.BLANKED)])
def test_what_is_deleted_by_law_is_told_apart_from_what_was_taken_away(store: Store, statement: str,
                                                                       fault: Fault) -> None:
    add(store, "a", "b")
    with store.read() as session:
        old = session.execute(select(History.changes, History.salt).where(History.id == 1)).one()
    purge(store)
    assert verify(store) is None
    run(store, statement, *(old if "?" in statement else ()))
    broken = verify(store)
    assert broken is not None
    assert broken.fault is fault


def test_an_act_of_the_first_version_is_proven_as_it_was_written(store: Store) -> None:
    add(store, "a")
    salt = bytes(16)
    with store.quiet() as session:
        act, row = session.get_one(Act, 1), session.get_one(History, 1)
        act.salt = salt
        act.digest = chain.act_digest(salt, 1, act.at, act.person, act.context, act.source, act.places, act.reason, 7,
                                      8)      # not covered then
        row.digest = chain.row_digest(row.salt, act.digest, row.table_name, row.row_id, row.kind, row.changes or "")
        row.chain = chain.next_link(store.keys.chain(), chain.START, row.digest)
    assert verify(store) is None


def test_progress_is_told_and_the_proof_can_be_stopped(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof, "_TOLD_EVERY", 2)
    add(store, "a", "b", "c", "d", "e")
    told: list[Sequence[int]] = []
    assert verify(store, step=lambda done, total: told.append((done, total))) is None
    assert told == [(2, 5), (4, 5)]

    def stop(done: int, total: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        verify(store, step=stop)


def test_an_empty_history_is_whole(store: Store) -> None:
    with store.read() as session:
        assert session.scalar(select(func.count()).select_from(History)) == 0
    assert verify(store) is None
    assert verify(store, f"0:{'0' * 64}") is None
    assert head(store) == chain.Head(0, "0" * 64)
