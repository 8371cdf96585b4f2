"""The program as scripts see it: one process per command, its own variables cleared, the password by variable."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from laborqa_desktop import bootstrap
from laborqa_desktop.usecases.office import Office
from tests.unit.usecases.conftest import CHEAP

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "correct horse 电池"


@dataclass(frozen=True)
class Said:
    """How a command ended."""

    code: int
    out: str
    err: str

    @property
    def last(self) -> str:
        """The last line of standard output."""
        return self.out.splitlines()[-1] if self.out else ""


Run = Callable[..., Said]


def program(*words: object, password: str | None = PASSWORD, language: str = "en", stdin: str | None = None,
            before: Callable[[], None] | None = None, seconds: float = 120) -> Said:
    """Runs one command and holds it to what every command owes: a code of three, a sentence, no traceback."""
    variables = {key: value for key, value in os.environ.items() if not key.startswith("LABORQA_")}
    variables |= {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "LABORQA_LANGUAGE": language, "PYTHONUTF8": "1",
                  "QT_QPA_PLATFORM": "offscreen"}
    if password is not None:
        variables["LABORQA_PASSWORD"] = password
    done = subprocess.run([sys.executable, "-m", "laborqa_desktop", *map(str, words)], cwd=ROOT, env=variables,
                          capture_output=True, text=True, encoding="utf-8", errors="replace", input=stdin or "",
                          preexec_fn=before, timeout=seconds, check=False)
    said = Said(done.returncode, done.stdout, done.stderr)
    assert said.code in (0, 1, 2), said
    assert "Traceback" not in said.err + said.out, said.err
    assert PASSWORD not in said.err + said.out
    if said.code:
        assert said.err.strip(), said
    return said


@pytest.fixture
def run() -> Run:
    """Runs the program."""
    return program


def furnish(office: Office) -> None:
    """A client with two sites, an inspection with a problem, and nothing else."""
    records = office.records
    owner = records.save("outsider", None, {"name": "客户经理"}).id
    client = records.save("client", None, {"code": "C1", "name": "蓝海䶮园区", "owner_id": owner}).id
    post = records.save("post", None, {"code": "P1", "name": "保洁员"}).id
    staff = records.save("staff", None, {
        **records.blank("staff").values, "code": "A1", "name": "张伟", "birth_date": date(1990, 1, 1),
        "phone": "13800138000", "post_id": post, "id_no": "110101199001010015", "hired_on": date(2024, 1, 1)}).id
    for code, name in (("S1", "蓝海大厦"), ("S2", "绿地广场")):
        records.save("site", None, {"code": code, "name": name, "service_type": "cleaning", "client_id": client})
    checklist = records.save("checklist", None, {
        **records.blank("checklist").values, "code": "QL", "name": "日常检查", "status": "active", "pass_mark": 800,
        "items": [{"text": "地面", "weight_x100": 100, "response_kind": "grade", "severity_if_fail": "minor"}]}).id
    site = records.by_code("site", "S1")
    from laborqa_desktop.usecases.inspection_sheet import Entry
    started, _ = office.inspections.start(site, checklist, staff, date(2026, 10, 8))
    office.inspections.submit(started, {0: Entry("poor", "有污渍")})
    unit = records.options("org_unit")[0].id
    records.save("problem", None, {
        **records.blank("problem").values, "site_id": site, "description": "地面有积水", "found_on": date(2026, 10, 8),
        "due_on": date(2026, 10, 15), "department_id": unit, "owner_id": staff, "source": "self"})


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small library that no test changes."""
    folder = tmp_path_factory.mktemp("e2e") / "样例 库"
    office, _ = bootstrap.new_library(folder, PASSWORD, "杭州洁安䶮劳务有限公司", costs=CHEAP)
    furnish(office)
    office.close()
    return folder


@pytest.fixture
def library(made: Path, tmp_path: Path) -> Path:
    """A copy of it to be changed."""
    import shutil
    return Path(shutil.copytree(made, tmp_path / "库"))
