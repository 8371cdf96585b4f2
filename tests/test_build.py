"""What the tools of a build decide: what goes in, what is found, what is said of it. None builds anything."""

import json
import struct
import subprocess
import sys
from pathlib import Path

import pytest

import audit
import docstrings
import lock
import product
import sbom
from bundled import DATA, is_wanted, together
from compare_builds import differences
from forbidden import FORBIDDEN_MODULES
from laborqa_desktop import __version__
from pe import Program
from wine import cpython, wheels

ROOT = Path(__file__).resolve().parent.parent
LICENCES = ROOT / "docs" / "licences"
GOOD = Program(
    0x8664, 2, 0x4160, ("kernel32.dll",), (ROOT / "packaging" / "windows.manifest").read_text(encoding="utf-8"),
    dict.fromkeys(audit.IN_VERSION, "x") | {"ProductVersion": __version__}, product.ICON_SIZES,
)
NAMES = [
    "resources/i18n/laborqa_zh_CN.qm", "resources/fonts/OFL.txt", "licences/laborqa.cdx.json", "LICENSE",
    "licences/qt-replace.txt", "PySide6/plugins/platforms/qoffscreen.dll", "migrations/versions/0001.py",
    *(f"licences/{name}.txt" for name in lock.needed_on("win32")),
]


def test_the_version_is_the_programs() -> None:
    assert product.version() == __version__
    assert product.four_numbers("1.20.3") == (1, 20, 3, 0)


def test_a_program_as_it_should_be_passes_the_audit() -> None:
    assert list(audit.judge_program(GOOD)) == []
    assert list(audit.judge_names(NAMES)) == []


@pytest.mark.parametrize(("change", "found"), [
    ({"machine": 0x14C}, "not a 64-bit program"),
    ({"subsystem": 3}, "opens a console"),
    ({"sums_up": False}, "the checksum is wrong"),
    ({"traits": 0x0160}, "lacks control flow guard"),
    ({"manifest": GOOD.manifest.replace("longPathAware", "")}, "the manifest lacks longPathAware"),
    ({"version": GOOD.version | {"CompanyName": ""}}, "the properties lack CompanyName"),
    ({"icon_sizes": (16, 32)}, "the icon has the sizes (16, 32)"),
])
def test_each_fault_of_a_program_is_found(change: dict[str, object], found: str) -> None:
    assert list(audit.judge_program(Program(**{**vars(GOOD), **change}))) == [found]


@pytest.mark.parametrize(("name", "found"), [
    *((f"{name.replace('.', '/')}/x.pyd", "forbidden") for name in FORBIDDEN_MODULES),
    ("PySide6/Qt6Charts.dll", "forbidden"),
    ("laborqa/views.py", "does not belong here"),
    ("PySide6/Qt6Core.pdb", "does not belong here"),
    ("company.pfx", "does not belong here"),
    ("reportlab/tests/x.txt", "does not belong here"),
])
def test_a_file_that_must_not_be_inside_is_found(name: str, found: str) -> None:
    assert list(audit.judge_names([*NAMES, name])) == [f"{found}: {name}"]


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("migrations")])
def test_a_file_that_must_be_inside_is_missed(name: str) -> None:
    found = list(audit.judge_names([each for each in NAMES if each != name]))
    assert len(found) == 1
    assert Path(name).stem in found[0] or "self-test" in found[0]


def test_files_of_the_system_and_of_wine_stay_out(monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_wanted("PySide6/Qt6Core.dll", r"C:\Python\Lib\site-packages\PySide6\Qt6Core.dll")
    assert not is_wanted("icuuc.dll", r"C:\windows\system32\icuuc.dll")
    assert not is_wanted("PySide6/translations/qtbase_de.qm", None)
    assert is_wanted("PySide6/translations/qtbase_zh_CN.qm", None)
    assert not is_wanted("stdnum/oui.dat", None)
    assert is_wanted("stdnum/cn/loc.dat", None)
    monkeypatch.setattr(audit.pe, "read", lambda content: Program(0x8664, 2, 0))
    found = list(audit.judge_library("x.dll", b"MZ" + bytes(62) + b"Wine builtin DLL", set()))
    assert found == ["a file of Wine: x.dll"]


def test_the_run_time_library_is_packed_once() -> None:
    entries = [("PySide6\\MSVCP140.dll", "p", "BINARY"), ("MSVCP140.dll", "m", "BINARY"),
               ("shiboken6\\msvcp140.dll", "s", "BINARY"), ("a.pyd", "a", "EXTENSION")]
    assert together(entries) == [("MSVCP140.dll", "m", "BINARY"), ("a.pyd", "a", "EXTENSION")]


def test_a_library_whose_needs_are_not_met_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    needs = ("kernel32.dll", "api-ms-win-crt-heap-l1-1-0.dll", "qt6core.dll", "winspool.drv", "mfc140.dll")
    monkeypatch.setattr(audit.pe, "read", lambda content: Program(0x8664, 2, 0, needs))
    found = list(audit.judge_library("a.dll", b"", {"qt6core.dll"}))
    assert found == ["a.dll needs mfc140.dll, which is neither inside nor a part of Windows"]


def test_what_is_packed_lies_in_the_project_and_keeps_the_spec_without_upx_and_console() -> None:
    assert all((ROOT / source).exists() for source, _ in DATA)
    spec = (ROOT / "packaging" / "laborqa.spec").read_text(encoding="utf-8")
    assert '"console": False, "upx": False' in spec


def test_each_part_has_its_licence_and_stands_in_the_bill_of_materials() -> None:
    shipped = {each.name for each in lock.shipped()}
    assert shipped <= {file.stem for file in LICENCES.glob("*.txt")}
    bill = sbom.bill()
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    assert shipped <= {component["name"] for component in bill["components"]}
    assert not {"lxml", "oscrypto", "pytest"} & {component["name"] for component in bill["components"]}
    references = {component["bom-ref"] for component in bill["components"]}
    assert len(references) == len(bill["components"])
    assert {needed for each in bill["dependencies"] for needed in each["dependsOn"]} <= references
    assert "see the licence text" not in json.dumps(bill["components"])
    assert json.dumps(sbom.bill()) == json.dumps(bill)


def test_the_lock_of_a_windows_build_is_that_of_development() -> None:
    lines = ["a==1 ; sys_platform == 'linux' \\\n", "    --hash=sha256:00\n", "b==2 ; sys_platform == 'win32' \\\n",
             "    --hash=sha256:11\n", "    # via a\n", "c==3 \\\n", "    --hash=sha256:22\n",
             "d==4 \\\n", "    --hash=sha256:33\n"]
    chosen = "".join(wheels.windows_lock(lines, {"a", "b", "c"}))
    assert chosen == "b==2 \\\n    --hash=sha256:11\n    # via a\nc==3 \\\n    --hash=sha256:22\n"
    built = wheels.build_lock()
    names = {line.partition("==")[0] for line in built.splitlines() if line[:1].isalnum()}
    assert names == lock.needed_on("win32") | wheels.BUILDING
    assert "pywin32-ctypes" in names
    assert "jeepney" not in names


def test_the_windows_python_is_pinned_by_hash() -> None:
    assert "--hash=sha256:" in cpython.PIN.read_text(encoding="utf-8")
    assert len(cpython.ARCHIVE_SHA256) == 64


def test_docstrings_go_and_assertions_stay() -> None:
    source = (b'"""M."""\nfrom __future__ import annotations\ndef f(x):\n    """F."""\n    assert x, "no"\n'
              b'    return "F."\nclass C:\n    """C."""\ndef g():\n    """G."""\n')
    inside: dict[str, object] = {}
    exec(docstrings.compiled(source, "m.py"), inside)
    f, g, c = inside["f"], inside["g"], inside["C"]
    assert [inside.get("__doc__"), f.__doc__, g.__doc__, c.__doc__] == [None] * 4
    assert callable(f)
    assert f(1) == "F."
    with pytest.raises(AssertionError):
        f(0)


def test_two_builds_are_told_apart_part_by_part() -> None:
    one = {"module a": "1", "module b": "2", "file c": "3"}
    assert differences(one, dict(one)) == []
    assert differences(one, {"module a": "1", "module b": "x", "file d": "4"}) == [
        "differs: module b", "only in the first: file c", "only in the second: file d"]


def test_the_icon_has_every_size() -> None:
    content = (ROOT / "resources" / "icons" / "laborqa.ico").read_bytes()
    kind, count = struct.unpack("<HH", content[2:6])
    assert kind == 1
    assert tuple(content[6 + 16 * n] or 256 for n in range(count)) == product.ICON_SIZES


def test_the_set_up_file_speaks_both_languages_and_asks_for_no_rights() -> None:
    script = (ROOT / "packaging" / "setup.nsi").read_text(encoding="utf-8")
    texts = [line.split()[1:3] for line in script.splitlines() if line.startswith("LangString")]
    chinese = {name for name, language in texts if language == "${LANG_SIMPCHINESE}"}
    assert chinese == {name for name, language in texts if language == "${LANG_ENGLISH}"}
    assert len(chinese) >= 8
    assert "RequestExecutionLevel user" in script
    assert "HKLM" not in script


BORROW = """
import sys
from pathlib import Path
from types import SimpleNamespace

sys.path[:0] = sys.argv[1:]
from forbidden import FORBIDDEN_MODULES, NOT_NEEDED

LEFT_OUT = FORBIDDEN_MODULES + NOT_NEEDED


class Gate:
    def find_spec(self, name, path=None, target=None):
        if any(name == left or name.startswith(left + ".") for left in LEFT_OUT):
            raise ImportError(name)


sys.meta_path.insert(0, Gate())
from laborqa_desktop.reports.subset import _scaled
from pyhanko.sign import signers
import stdnum.cn.ric

font = Path(sys.argv[1]) / "resources" / "fonts" / "NotoSansSC-Regular.ttf"
print(len(_scaled(SimpleNamespace(path=font, index=0), 500, .5)[0]))
"""


def test_what_the_executable_leaves_out_is_not_needed() -> None:
    """A glyph is borrowed, a signature could be made and a number checked without it; the built program's own self-test
    does the rest.
    """
    folders = [str(ROOT), str(ROOT / "packaging"), str(ROOT / "packaging" / "stand_ins")]
    done = subprocess.run([sys.executable, "-c", BORROW, *folders], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 20
