"""What stands in the way at the start has its own sentence, in both languages, without Qt."""

import subprocess
import sys
from pathlib import Path

import pytest

from laborqa_desktop import __main__, obstacles
from laborqa_desktop.obstacles import IN_CHINESE, LEAST_BUILD, MISSING, TOO_OLD
from laborqa_desktop.text import Translate

ROOT = Path(__file__).parents[2]


def test_the_chinese_of_these_sentences_is_that_of_the_catalogue(chinese: Translate) -> None:
    for text in (TOO_OLD, MISSING):
        assert IN_CHINESE[text] == chinese(text.context, text.source)


def test_a_windows_that_is_too_old_is_said_so_and_nothing_else_begins(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(obstacles, "tell", said.append)
    monkeypatch.setattr(obstacles, "too_old", lambda platform, build, ask=obstacles.too_old: ask("win32", 14393))
    monkeypatch.setattr(__main__, "_begin", lambda words: pytest.fail("it began"))
    assert __main__.main([]) == 2
    assert "14393" in said[0]
    assert "请更新 Windows" in said[0]
    assert "Update Windows" in said[0]


def test_windows_10_1903_and_other_systems_are_new_enough() -> None:
    assert obstacles.too_old("win32", LEAST_BUILD) == obstacles.too_old("linux", 0) == ""
    assert str(LEAST_BUILD - 1) in obstacles.too_old("win32", LEAST_BUILD - 1)


@pytest.mark.parametrize(("part", "words"), [("PySide6.QtWidgets", []),
                                             ("sqlalchemy", ["list", "post", "--library", "x"])])
def test_a_part_in_quarantine_is_named_in_one_sentence(part: str, words: list[str], tmp_path: Path) -> None:
    script = f"""
import sys
class Scanner:
    def find_spec(self, name, path=None, target=None):
        if name == {part!r}:
            raise ImportError("DLL load failed while importing " + name, name=name)
sys.meta_path.insert(0, Scanner())
from laborqa_desktop.__main__ import main
sys.exit(main({words!r}))
"""
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False,
                          env={"LABORQA_HOME": str(tmp_path), "LABORQA_PASSWORD": "x", "QT_QPA_PLATFORM": "offscreen",
                               "PYTHONUTF8": "1"})
    assert done.returncode == 2
    assert f"（{part.rpartition('.')[2]}）不见了或被拦截" in done.stderr
    assert "Your libraries were not touched" in done.stderr
    assert "Traceback" not in done.stderr
