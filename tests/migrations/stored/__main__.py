"""Keeps a filled library of the revision that the program has now; refuses to write one anew."""

import json
import sys
import tempfile
import zipfile
from datetime import date
from pathlib import Path

from laborqa_desktop.store import drafts, migrate
from laborqa_desktop.store.keys import Costs
from laborqa_desktop.store.library import create
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.attachments import Attachments
from laborqa_desktop.usecases.importing import Choice, Imports
from tests.filled import World
from tests.migrations.stored import HERE, PASSWORD, contents

CHANGED = ("org_unit", "staff", "outsider", "client", "site", "certificate", "problem")
CONSENT = {"staff": {"consent_on": date(2026, 3, 1)}}
RESERVE = "reserve.bin"     # 16 MB of chance, made anew by any opening
ROWS = "单位,类型\n仓储部,部门\n门岗班,班组\n"


def main() -> int:
    """Writes the two files.

    Returns:
        0, or 1 when they are there already.
    """
    revision = migrate.REVISIONS[-1]
    target = HERE / f"{revision}.zip"
    if target.exists():
        sys.stderr.write(f"{target.name} is kept already; files of a released revision never change.\n")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / "library"
        store, _ = create(library, PASSWORD, costs=Costs(64, 1, 1))
        with store:
            _fill(store, Path(folder))
            with store.connect() as connection:
                told = contents(connection)
        target.with_suffix(".json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
        with zipfile.ZipFile(target, "x", zipfile.ZIP_DEFLATED) as out:
            for path in sorted(library.rglob("*")):
                if path.is_file() and path.name not in (".lock", RESERVE):
                    out.write(path, path.relative_to(library).as_posix())
    sys.stdout.write(f"{target.name}: {sum(one['rows'] for one in told.values())} rows\n")
    return 0


def _fill(store: Store, folder: Path) -> None:
    world = World(store)
    for key in CHANGED:
        loaded = world.records.load(key, world.ids[key])
        values = {**loaded.values, "remarks": "改过一次", **CONSENT.get(key, {})}
        world.records.save(key, world.ids[key], values, loaded.row_version)
    Attachments(store, "测试员").add("staff", world.ids["staff"], "证件 䶮.txt", "附件内容".encode())
    drafts.save(store, "site", None, {"name": "没有存完"})
    file = folder / "部门.csv"
    file.write_text(ROWS, encoding="utf-8")
    Imports(store, "测试员").run("org_unit", file, choice=Choice.ALL)


if __name__ == "__main__":
    sys.exit(main())
