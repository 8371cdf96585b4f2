"""What is signed and the scan of it are one act: both are kept, or neither."""

from collections.abc import Callable
from pathlib import Path

import pytest

from laborqa_desktop.errors import Refused
from laborqa_desktop.store.unit import Changes, Store
from laborqa_desktop.usecases.attachments import Attachments
from laborqa_desktop.usecases.inspections import Inspections
from laborqa_desktop.usecases.plans import Plans
from laborqa_desktop.usecases.privacy import Privacy
from laborqa_desktop.usecases.records import Query, Records
from tests.factory import DAY, Factory

Act = Callable[[Path | None], Changes]
HEIC = b"\0\0\0\x18ftypheic" + bytes(40)


def signing(make: Factory, store: Store) -> tuple[str, int, Act]:
    make.inspection()
    [one] = Records(store).ids("inspection", Query())
    return "inspection", one, lambda scan: Inspections(store).client_sign(one, "客户王", DAY, scan)


def confirming(make: Factory, store: Store) -> tuple[str, int, Act]:
    plans, one = Plans(store), make.plan()
    for step in ("internal_review", "client_confirm"):
        plans.move(one, step)
    return "plan", one, lambda scan: plans.move(one, "active", confirmed_by="周经理", confirmed_on=DAY, scan=scan)


def consenting(make: Factory, store: Store) -> tuple[str, int, Act]:
    one = make.staff()
    return "staff", one, lambda scan: Privacy(store).give(one, ["health"], DAY, scan=scan)


@pytest.mark.parametrize("begin", [signing, confirming, consenting])
@pytest.mark.parametrize(("name", "content"), [("签字.heic", HEIC), ("签字.pdf", b""), ("不在.pdf", None)])
def test_a_scan_that_cannot_be_attached_leaves_nothing_noted(
        make: Factory, store: Store, tmp_path: Path, begin: Callable[[Factory, Store], tuple[str, int, Act]],
        name: str, content: bytes | None) -> None:
    key, one, act = begin(make, store)
    before = Records(store).load(key, one).values
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(Refused):
        act(tmp_path / name)
    assert Records(store).load(key, one).values == before
    act(None)       # and so it can be done again without the scan
    assert Records(store).load(key, one).values != before


@pytest.mark.parametrize("begin", [signing, confirming, consenting])
def test_undoing_it_takes_the_scan_off_again(
        make: Factory, store: Store, tmp_path: Path,
        begin: Callable[[Factory, Store], tuple[str, int, Act]]) -> None:
    key, one, act = begin(make, store)
    before = Records(store).load(key, one).values
    scan = tmp_path / "签字.pdf"
    scan.write_bytes(b"%PDF-1.4\n%%EOF\n")
    changes = act(scan)
    assert [(info.name, info.role) for info in Attachments(store).of(key, one)] == [("签字.pdf", "sign_scan")]
    Records(store).undo(changes.act_id)
    assert Attachments(store).of(key, one) == ()
    assert Records(store).load(key, one).values | {"row_version": 0} == before | {"row_version": 0}
