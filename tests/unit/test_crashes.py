"""An end that was none is noticed at the next start, with a report that names no person and no folder."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from laborqa_desktop import crashes, logs

ROOT = Path(__file__).parents[2]
RUN = """
import faulthandler, os, signal, sys, time
from pathlib import Path
from laborqa_desktop import crashes, logs
folder = Path(sys.argv[1])
def crash_in_here():
    {act}
with logs.kept(folder), crashes.watched(folder, "{kind}"):
    print("on", flush=True)
    crash_in_here()
"""


def run(folder: Path, act: str, kind: str = crashes.WINDOW) -> int:
    script = folder.parent / "secret folder" / "run.py"
    script.parent.mkdir(exist_ok=True)
    script.write_text(RUN.format(act=act, kind=kind), encoding="utf-8")
    return subprocess.run([sys.executable, str(script), str(folder)], cwd=ROOT, check=False, timeout=60,
                          capture_output=True, env={"PYTHONPATH": str(ROOT)}).returncode


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "logs"
    made.mkdir()
    return made


def test_an_orderly_end_leaves_nothing(folder: Path) -> None:
    assert run(folder, "pass") == 0
    with crashes.watched(folder, crashes.WINDOW) as alone:
        assert alone
    assert crashes.pending(folder) == []
    assert list(folder.glob("*.run")) == []


def test_a_crash_in_native_code_becomes_a_report_without_folders(folder: Path) -> None:
    assert run(folder, "faulthandler._sigsegv()") != 0
    with crashes.watched(folder, crashes.WINDOW):
        found, = crashes.pending(folder)
        text = crashes.read_report(found)
        assert "Segmentation fault" in text
        assert "run.py:7 crash_in_here" in text
        assert "start of LaborQA Desktop" in text
        assert "secret folder" not in text
        seen = crashes.mark_seen(found)
        assert crashes.read_report(seen) == text
        assert crashes.pending(folder) == []


@pytest.mark.parametrize(("kind", "reports"), [(crashes.WINDOW, 1), (crashes.COMMAND, 0)])
def test_a_window_that_was_killed_is_noticed_a_command_is_not(folder: Path, kind: str, reports: int) -> None:
    assert run(folder, "os.kill(os.getpid(), signal.SIGKILL)", kind) != 0
    with crashes.watched(folder, crashes.WINDOW):
        found = crashes.pending(folder)
    assert len(found) == reports
    assert all(crashes.KILLED in crashes.read_report(one) for one in found)


def test_one_that_still_runs_is_left_alone(folder: Path) -> None:
    script = folder.parent / "run.py"
    script.write_text(RUN.format(act="time.sleep(60)", kind=crashes.WINDOW), encoding="utf-8")
    other = subprocess.Popen([sys.executable, str(script), str(folder)], cwd=ROOT, stdout=subprocess.PIPE,
                             env={"PYTHONPATH": str(ROOT)})
    assert other.stdout is not None
    other.stdout.readline()
    with crashes.watched(folder, crashes.WINDOW) as alone:
        assert not alone
        assert crashes.pending(folder) == []
    other.kill()
    other.wait()
    other.stdout.close()
    with crashes.watched(folder, crashes.WINDOW) as alone:
        assert alone
        assert len(crashes.pending(folder)) == 1


def test_the_newest_twenty_reports_are_kept(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter(range(1000, 2000))
    monkeypatch.setattr(time, "gmtime", lambda *given: time.struct_time((2026, 11, 27, 1, 1, 1, 4, 331, 0)))
    monkeypatch.setattr(time, "time_ns", lambda: next(moments) * 1000)
    files = [crashes.write_report(folder, str(number), seen=number % 2 == 0) for number in range(25)]
    assert {file for file in files if file is not None and file.exists()} == set(files[5:])


def test_where_no_report_can_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("", encoding="utf-8")
    assert crashes.write_report(tmp_path / "logs", "x", seen=True) is None
    with crashes.watched(tmp_path / "logs", crashes.WINDOW):
        assert logs.tail(tmp_path / "logs") == []
