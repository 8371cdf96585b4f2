"""A program that is killed while it saves loses nothing it had acknowledged, and its history stays whole."""

import random
import subprocess
import sys
from pathlib import Path

from sqlalchemy import select

from laborqa_desktop.errors import UserError
from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.store import history
from laborqa_desktop.store.check import check_folder
from laborqa_desktop.store.library import open_store
from laborqa_desktop.store.unit import Store
from tests.unit.store.conftest import ACT, PASSWORD

SAVES = """
import sys
from pathlib import Path
from laborqa_desktop.models.company import OrgUnit
from laborqa_desktop.store.library import open_store
from laborqa_desktop.text import N_
store = open_store(Path(sys.argv[1]), sys.argv[2])
for number in range(int(sys.argv[3]), 10_000):
    with store.write(N_("Test", "Save")) as work:
        work.session.add(OrgUnit(name=f"unit {number}"))
    print(number, flush=True)
"""


def test_kills_lose_nothing_acknowledged(store: Store) -> None:
    store.close()
    chance, acknowledged = random.Random(7), -1
    for _ in range(6):
        child = subprocess.Popen([sys.executable, "-c", SAVES, str(store.folder), PASSWORD, str(acknowledged + 1)],
                                 stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[3])
        assert child.stdout is not None
        for _ in range(chance.randrange(1, 60)):
            acknowledged = int(child.stdout.readline())
        child.kill()
        rest = child.stdout.read().split()
        child.wait()
        acknowledged = int(rest[-1]) if rest else acknowledged
        child.stdout.close()
        with open_store(store.folder, PASSWORD) as again, again.read() as session:
            names = session.scalars(select(OrgUnit.name).order_by(OrgUnit.id)).all()
            assert history.verify(session, again.keys.chain()) is None
        assert len(names) >= acknowledged + 1
        assert names == [f"unit {number}" for number in range(len(names))]
        acknowledged = len(names) - 1
    assert check_folder(store.folder, PASSWORD) == []


def test_closing_on_a_full_disk_still_closes(store: Store) -> None:
    with store.write(ACT) as work:
        work.session.add(OrgUnit(name="x"))

    def full() -> bool:
        raise UserError(ACT)

    store._truncate_log = full  # type: ignore[method-assign]
    store.close()
    with open_store(store.folder, PASSWORD) as again, again.read() as session:
        assert session.scalars(select(OrgUnit.name)).all() == ["x"]
