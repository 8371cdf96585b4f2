"""Two screens of different scale, a user's name with a space and Chinese letters, a stick that cannot be written to."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from laborqa_desktop import paths, settings
from laborqa_desktop.app import Program
from laborqa_desktop.errors import UserError
from laborqa_desktop.settings import Preferences
from laborqa_desktop.store import library
from laborqa_desktop.store.files import Outside
from laborqa_desktop.store.keys import Costs
from tests.views.support import Answers

ROOT = Path(__file__).parents[2]
MOVED = """
import sys
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from laborqa_desktop.views.recent_list import Recent
from laborqa_desktop.views.theme import Choice, Theme
from laborqa_desktop.views.unlock_page import UnlockPage

app = QApplication([])
Theme(app, Choice.LIGHT)
small, large = app.screens()
assert (small.devicePixelRatio(), large.devicePixelRatio()) == (1.0, 2.0), "screens"

def shown(at):
    page = UnlockPage([Recent("/x", "资料库", "/x")], "", "en", "light")
    page.resize(900, 500)
    page.move(at.geometry().topLeft())
    page.show()
    QTest.qWait(50)
    return page

def picture(page, at):
    page.move(at.geometry().topLeft())
    QTest.qWait(50)
    return page.grab().toImage()

moved = shown(small)
before = picture(moved, small)
after = picture(moved, large)
other = shown(large)
moved.hide()
fresh = picture(other, large)
assert (before.devicePixelRatio(), after.devicePixelRatio()) == (1.0, 2.0)
assert after.size() == before.size() * 2
differing = sum(after.pixel(x, y) != fresh.pixel(x, y) for x in range(0, after.width(), 3)
                for y in range(0, after.height(), 3))
assert differing == 0, f"{differing} dots differ from a window made on that screen"
moved.show()
again = picture(moved, small)
assert again == before, "coming back changes the picture"
"""


def test_a_window_moved_to_a_screen_of_another_scale_is_as_sharp_as_one_made_there(tmp_path: Path) -> None:
    screens = [{"name": name, "x": x, "y": 0, "width": 1920, "height": 1080, "logicalDpi": 96, "logicalBaseDpi": 96,
                "dpr": 1} for name, x in (("A", 0), ("B", 1920))]
    file = tmp_path / "screens.json"
    file.write_text(json.dumps({"synchronousWindowSystemEvents": True, "screens": screens}))
    done = subprocess.run([sys.executable, "-c", MOVED], cwd=ROOT, capture_output=True, text=True, check=False,
                          env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={file}",
                               "QT_SCREEN_SCALE_FACTORS": "A=1;B=2"})
    assert done.returncode == 0, done.stderr


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A place beside the program in which nothing can be made; rights do not hold the administrator up, a file does."""
    blocked = tmp_path / "U 盘"
    blocked.write_bytes(b"")
    monkeypatch.setenv("LABORQA_HOME", str(blocked / "LaborQA"))
    return blocked


@pytest.mark.logs_warnings
def test_from_a_write_protected_stick_the_program_works_and_keeps_no_preferences(
        qapp: QApplication, stick: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("laborqa_desktop.app.KEEP_TRIES", 1)
    library.create(tmp_path / "库", "password", costs=Costs(64, 1, 1))[0].close()
    program = Program(qapp, tmp_path / "库", ask=Answers())
    qtbot.addWidget(program.window)
    program.start()
    qtbot.waitUntil(lambda: program.ready, timeout=20_000)
    with qtbot.waitSignal(program.opened):
        program.open_library(str(tmp_path / "库"), "password", "李洋")
    assert program.session is not None
    program.session.close()
    program.window.close()
    QApplication.sendPostedEvents()
    assert stick.is_file()
    with pytest.raises(UserError, match="Export it to another folder"):
        Outside(paths.outside_folder()).place("合同.pdf", b"x")


def test_commands_from_such_a_stick_need_no_log(stick: Path) -> None:
    done = subprocess.run([sys.executable, "-m", "laborqa_desktop", "kinds"], cwd=ROOT, capture_output=True, text=True,
                          check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert "staff" in done.stdout


def test_a_user_with_a_space_and_chinese_letters_in_the_name_has_a_home_like_all_others(
        tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "王 芳 Wáng" / "AppData" / "Local" / "LaborQA"
    monkeypatch.setenv("LABORQA_HOME", str(home))
    done = subprocess.run([sys.executable, "-m", "laborqa_desktop", "kinds"], cwd=ROOT, capture_output=True, text=True,
                          check=False)
    assert done.returncode == 0
    assert (home / "logs" / "commands.log").read_text(encoding="utf-8").count("start of LaborQA") == 1
    file = paths.settings_folder() / "preferences.json"
    settings.save(file, Preferences(person="王 芳"))
    assert settings.load(file).person == "王 芳"
