"""What is shipped: the bundled fonts, the locks, and nothing that is forbidden."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from forbidden import FORBIDDEN_MODULES, forbidden
from trim_fonts import bold_characters, regular_characters, standard_characters

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "resources" / "fonts"
LOCKS = [ROOT / "requirements" / name for name in ("run.txt", "dev.txt")]
COPYLEFT = {"pyside6", "pyside6-addons", "pymupdf", "pyside6-fluent-widgets", "numpy", "pyqt6", "pyqtgraph"}


@pytest.mark.parametrize(("name", "wanted"), [("Regular", regular_characters()), ("Bold", bold_characters())])
def test_a_bundled_font_covers_every_name(name: str, wanted: set[int]) -> None:
    with TTFont(FONTS / f"NotoSansSC-{name}.ttf") as font:
        covered = set(font.getBestCmap())
        assert "glyf" in font
        assert "fvar" not in font
        assert font["OS/2"].fsType == 0
    assert len(standard_characters()) == 8105
    assert standard_characters() <= covered
    assert set(map(ord, "䶮㛃𬱖㼆")) <= covered
    chinese = {code for code in wanted if 0x3400 <= code <= 0x9FEF or code >= 0x20000}
    assert chinese <= covered


def test_the_font_licence_lies_beside_the_fonts() -> None:
    assert "SIL Open Font License, Version 1.1" in (FONTS / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_each_locked_library_is_pinned_and_hashed(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    pins = re.findall(r"^([a-z0-9._-]+)==\S+.*\\\n    --hash=sha256:[0-9a-f]{64}", text, re.MULTILINE)
    lines = [line for line in text.splitlines() if line and line[0] not in " #"]
    assert len(pins) == len(lines) > 20
    assert "://" not in text
    assert not COPYLEFT & set(pins)


@pytest.mark.parametrize("name", ["run", "dev"])
def test_each_wanted_library_is_locked_at_its_version(name: str) -> None:
    wanted = (ROOT / "requirements" / f"{name}.in").read_text(encoding="utf-8").lower().replace("_", "-")
    locked = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")
    for pin in re.findall(r"^[a-z0-9-]+==\S+", wanted, re.MULTILINE):
        assert f"\n{pin} " in f"\n{locked}", pin


def test_forbidden_files_are_noticed() -> None:
    build = ["lxml/etree.so", "PySide6/Qt/lib/libQt6Charts.so.6", "PySide6/QtWidgets.abi3.so", "lxmlish.py", "fitz"]
    assert forbidden(build) == ["lxml/etree.so", "PySide6/Qt/lib/libQt6Charts.so.6", "fitz"]


def test_no_build_here_holds_anything_forbidden() -> None:
    built = ROOT / "dist" / "LaborQA-folder" / "_internal"
    files = [file.relative_to(built).as_posix() for file in built.rglob("*") if file.is_file()]
    assert forbidden(files) == []


def test_the_executable_leaves_out_what_is_forbidden() -> None:
    spec = (ROOT / "packaging" / "laborqa.spec").read_text(encoding="utf-8")
    assert "excludes=[*FORBIDDEN_MODULES, *NOT_NEEDED]" in spec
    assert "lxml" in FORBIDDEN_MODULES
