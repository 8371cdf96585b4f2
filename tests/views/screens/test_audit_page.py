"""The change history on the screen: filters, older ones, the proof and its verdict, the way to a record."""

from typing import Any

import pytest

from laborqa_desktop.store import head_file, proof, settings
from laborqa_desktop.text import N_
from laborqa_desktop.usecases import audit as audits
from laborqa_desktop.views import audit_page
from laborqa_desktop.views.audit_page import AuditPage
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.label import Elided
from tests.views.conftest import Room


@pytest.fixture
def page(qtbot: Any, room: Room) -> AuditPage:
    room.staff("李娜", "0001")
    with room.office.store.write(N_("Test", "Looked at"), person="王芳", reason="电话核对") as work:
        work.seen("person", 1)
    made = AuditPage(room.desk)
    qtbot.addWidget(made)
    made.resize(1180, 560)
    made.show()
    qtbot.waitUntil(lambda: len(made._shown) > 1)
    return made


def words(page: AuditPage) -> str:
    return " | ".join(one.full_text if hasattr(one, "full_text") else one.text() for one in page.findChildren(Elided))


def test_acts_stand_newest_first_and_lead_to_their_record(qtbot: Any, page: AuditPage, room: Room) -> None:
    assert page._shown[0].reason == "电话核对"
    gone: list[object] = []
    room.desk.signals.go.connect(lambda key, place: gone.append((key, place)))
    next(one for one in page.findChildren(Button) if "李娜" in one.accessibleName()).click()
    assert gone == [("staff", 1)]


def test_it_is_filtered_by_words_and_person(qtbot: Any, page: AuditPage) -> None:
    qtbot.waitUntil(lambda: page.person.findData("王芳") > 0)
    page.person.set_key("王芳")
    qtbot.waitUntil(lambda: len(page._shown) == 1)
    page.person.set_key("")
    qtbot.waitUntil(lambda: len(page._shown) > 1)
    page.search.setText("nothing of that kind")
    page.search._search()
    qtbot.waitUntil(lambda: page._shown == [])
    assert page._empty.isVisible()
    page.first.setText("2030-01-01")
    page.search.setText("")
    page.search._search()
    qtbot.waitUntil(lambda: not page._desk.background.is_busy)
    assert page._shown == []


def test_older_ones_follow_on_demand(qtbot: Any, page: AuditPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audits.Audit.acts, "__defaults__", (0, 2))
    monkeypatch.setattr(audit_page, "PAGE", 2)
    page.reload()
    qtbot.waitUntil(lambda: len(page._shown) == 2)
    page._more.click()
    qtbot.waitUntil(lambda: len(page._shown) > 2)
    ids = [one.id for one in page._shown]
    assert ids == sorted(set(ids), reverse=True)


def test_the_proof_says_what_it_found(qtbot: Any, page: AuditPage, room: Room) -> None:
    store = room.office.store
    page.verify_button.click()
    qtbot.waitUntil(lambda: page.verdict is not None)
    assert "whole" in page.verdict.accessibleName()
    page.anchor.setText("no anchor")
    page.verify_button.click()
    qtbot.waitUntil(lambda: page.verdict is not None and "no anchor" in page.verdict.accessibleName())
    page.anchor.setText(str(room.office.audit.head()))
    with store.quiet() as session:
        session.connection().exec_driver_sql("""UPDATE history SET "values" = '{}' WHERE id = 1""")
    page.verify_button.click()
    qtbot.waitUntil(lambda: page.verdict is not None and "does not fit" in page.verdict.accessibleName())
    assert page.verify_button.isEnabled()


def test_a_long_proof_holds_up_neither_saving_nor_closing(qtbot: Any, page: AuditPage, room: Room,
                                                        monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proof, "_TOLD_EVERY", 1)

    def slow(step: Any) -> None:
        while True:
            step(1, 2)

    monkeypatch.setattr(room.office.audit, "verify", lambda anchor, step: slow(step))
    page.verify_button.click()
    saved: list[int] = []
    room.desk.background.run(lambda step: room.staff("王强", "0002"), saved.append)
    qtbot.waitUntil(lambda: bool(saved))
    assert page.task.busy
    room.desk.background.close()


def test_what_was_found_missing_at_an_opening_stands_on_the_page(qtbot: Any, page: AuditPage, room: Room) -> None:
    assert not page.loss.isVisible()
    with room.office.store.quiet() as session:
        settings.put(session, head_file.LOST, ["2026-11-20T01:00:00+00:00", 12, 10, "damaged-20261120-090000"])
    page.hide()
    page.show()
    qtbot.waitUntil(page.loss.isVisible)
    said = page.loss.accessibleName()
    for part in ("2 saved entries", "2026-11-20 09:00", "damaged-20261120-090000", "put it back"):
        assert part in said
    gone: list[object] = []
    room.desk.signals.go.connect(lambda key, place: gone.append(key))
    page.to_backups.click()
    assert gone == ["backup"]
