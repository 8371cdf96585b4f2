"""No word is cut off in the smallest window we promise, 1280 x 640 logical pixels, at any scale of the display."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from laborqa_desktop import bootstrap
from laborqa_desktop.store.keys import Costs
from tests.shots.clipping import clipped

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample library in it."""
    made = tmp_path_factory.mktemp("clipping")
    office, _ = bootstrap.demo_library(made / "sample", "sample", date(2026, 11, 23), costs=Costs(64, 1, 1))
    office.close()
    return made


@pytest.mark.parametrize("scale", ["1", "1.5", "2"])
def test_no_label_is_clipped(folder: Path, scale: str) -> None:
    environment = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-P", "-m", "tests.shots.clipping", str(folder), "screens"]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=300)
    assert done.returncode == 0, done.stderr[-3000:]
    assert "Traceback" not in done.stderr, done.stderr[-3000:]
    assert json.loads(done.stdout) == []


def test_a_clipped_label_would_be_found(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    root.resize(300, 200)
    narrow, low, outside = QLabel("检查得分率", root), QLabel("两行字 " * 20, root), QLabel("外面", root)
    narrow.setGeometry(0, 0, 20, 20)
    low.setWordWrap(True)
    low.setGeometry(0, 40, 100, 20)
    outside.setGeometry(280, 120, 60, 20)
    button = QPushButton("提交检查", root)
    button.setGeometry(0, 160, 20, 30)
    root.show()
    kinds = [fault.split(":")[0] for fault in clipped(root)]
    assert kinds == ["label cut", "label cut", "outside", "button narrow"]
