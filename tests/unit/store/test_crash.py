"""What closing does when the disk is against it. Kills and power cuts: tests/faults/trial_kill.py, trial_power.py."""

from sqlalchemy import select

from laborqa_desktop.errors import UserError
from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.store.library import open_store
from laborqa_desktop.store.unit import Store
from tests.unit.store.conftest import ACT, PASSWORD


def test_closing_on_a_full_disk_still_closes(store: Store) -> None:
    with store.write(ACT) as work:
        work.session.add(OrgUnit(name="x"))

    def full() -> bool:
        raise UserError(ACT)

    store._truncate_log = full  # type: ignore[method-assign]
    store.close()
    with open_store(store.folder, PASSWORD) as again, again.read() as session:
        assert session.scalars(select(OrgUnit.name)).all() == ["x"]
