"""The self-test of an installation: green here, red when something is broken, and nothing of it stays."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from laborqa_desktop.self_test import start
from laborqa_desktop.self_test.plan import STEPS
from laborqa_desktop.self_test.runner import Bench, Step, run_steps
from laborqa_desktop.store import migrate
from laborqa_desktop.views.hand_made import SCREENS
from tests.e2e.conftest import ROOT

QUICK = tuple(step for step in STEPS if step.name != "screens")


def test_it_is_green_without_display_password_or_home_and_leaves_nothing(tmp_path: Path) -> None:
    scratch, home, file = tmp_path / "临时 temp", tmp_path / "home", tmp_path / "结果 result.json"
    scratch.mkdir()
    hidden = ("LABORQA_", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    variables = {key: value for key, value in os.environ.items() if not key.startswith(hidden)}
    variables |= {"TMPDIR": str(scratch), "LABORQA_HOME": str(home), "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-m", "laborqa_desktop", "--self-test", str(file)], cwd=ROOT, env=variables,
                          capture_output=True, text=True, encoding="utf-8", timeout=240, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    told = json.loads(done.stdout)
    assert json.loads(file.read_text(encoding="utf-8")) == told
    assert [one["name"] for one in told["steps"]] == [*(step.name for step in STEPS), "nothing left behind"]
    assert {one["state"] for one in told["steps"]} == {"passed"}
    assert (told["ok"], told["under_way"], told["frozen"]) == (True, "", False)
    screens = told["steps"][-2]
    assert screens["found"]["screens"] == sum(len(places) for places in SCREENS.values()) + 1     # and the guide
    assert "qt_said" not in screens["found"]
    assert sum(one["seconds"] for one in told["steps"]) <= told["seconds"]
    assert (list(scratch.iterdir()), home.exists()) == ([], False)


def test_a_broken_installation_is_told_by_name_and_the_rest_is_still_tried(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    deep = tmp_path / "长路径 long path".ljust(120, "x") / "x".ljust(290 - len(str(tmp_path)) - 121, "x")
    deep.mkdir(parents=True)
    assert len(str(deep)) > 260      # Windows' old limit
    monkeypatch.setattr(tempfile, "tempdir", str(deep))
    monkeypatch.setattr(migrate, "scripts", lambda: tmp_path / "not there")
    assert start.main([], QUICK) == 1
    said = capsys.readouterr()
    steps = {one["name"]: one for one in json.loads(said.out)["steps"]}
    assert {name for name, one in steps.items() if one["state"] != "passed"} == {"migration"}
    assert "migrate.py:" in steps["migration"]["error"]
    assert "(migration)" in said.err
    assert list(deep.iterdir()) == []


def test_what_needs_a_failed_step_is_left_out(tmp_path: Path) -> None:
    def bad(bench: Bench) -> dict[str, int]:
        raise ImportError("DLL load failed while importing pdfium")

    def good(bench: Bench) -> dict[str, int]:
        return {"done": 1}

    steps = (Step("first", bad), Step("second", good, ("first",)), Step("third", good, ("second",)),
             Step("fourth", good))
    found = run_steps(steps, Bench(tmp_path, ""), lambda results, name: None)
    assert [one.state for one in found] == ["failed", "left out", "left out", "passed"]
    assert found[0].error.startswith("ImportError: DLL load failed while importing pdfium (test_self_test.py:")
    assert found[2].error == "needs: second"


def test_what_a_slot_of_qt_raises_fails_its_step(tmp_path: Path) -> None:
    def slot(bench: Bench) -> dict[str, int]:
        sys.excepthook(ValueError, ValueError("in a slot"), None)
        return {}

    hook = sys.excepthook
    found = run_steps((Step("slot", slot),), Bench(tmp_path, ""), lambda results, name: None)
    assert (found[0].state, found[0].error) == ("failed", "ValueError: in a slot")
    assert sys.excepthook is hook


def test_after_a_crash_of_the_process_the_file_says_where_it_was(tmp_path: Path) -> None:
    file = tmp_path / "r.json"
    script = ("import os, sys\nfrom laborqa_desktop.self_test import start\n"
              "from laborqa_desktop.self_test.runner import Step\n"
              "start.main(sys.argv[1:], (Step('one', lambda _: {}), Step('two', lambda _: os._exit(3))))")
    done = subprocess.run([sys.executable, "-c", script, str(file)], cwd=ROOT, check=False,
                          env={**os.environ, "TMPDIR": str(tmp_path)})
    told = json.loads(file.read_text(encoding="utf-8"))
    assert (done.returncode, told["ok"], told["under_way"]) == (3, False, "two")
    assert [one["name"] for one in told["steps"]] == ["one"]


def test_a_windowed_program_has_no_streams(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    file = tmp_path / "r.json"
    assert start.main([str(file)], (Step("one", lambda _: {}),)) == 0
    assert start.main([str(file)], (Step("one", lambda _: {}["x"]),)) == 1
    assert not json.loads(file.read_text(encoding="utf-8"))["ok"]


@pytest.mark.parametrize("words", [["--x"], ["a.json", "b.json"], ["nowhere/r.json"]])
def test_wrong_use_is_two_with_a_sentence(words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                          capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(tmp_path)
    assert start.main(words, ()) == 2
    assert capsys.readouterr().err.strip()
    assert list(tmp_path.iterdir()) == []
