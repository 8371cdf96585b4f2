"""No word is cut off and no control lacks a name: in the smallest window we promise, 1280 x 640 logical pixels, at
every scale of the display, in the usual and the largest text, in both languages, and when the text grows while all is
on the screen.

Measures in logical pixels do not depend on the scale, which a test here shows; so each scale takes another language and
size, all screens and dialogs of it. LABORQA_CLIPPING=all takes every one at every scale, the smallest text too.
`python -m tests.shots.clipping FOLDER` does it without scales.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from laborqa_desktop import bootstrap
from laborqa_desktop.store.keys import Costs
from tests.shots.clipping import clipped

ROOT = Path(__file__).resolve().parents[2]


SCALES = ("1", "1.25", "1.5", "2")
EVERY = [(scale, f"{language}:{pixels}") for scale in SCALES for language in ("zh_CN", "en") for pixels in (14, 24, 12)]
USUAL = [("1", "zh_CN:14"), ("1.25", "en:24"), ("1.5", "en:14"), ("2", "zh_CN:24")]
ASKED = EVERY if os.environ.get("LABORQA_CLIPPING") == "all" else USUAL
AT_ONCE = 2


@pytest.fixture(scope="module")
def looks(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest,
          ) -> Iterator[dict[tuple[str, str], Future[str]]]:
    """The programs that look, two at a time, each with a sample library of its own; all that are asked for are started
    by the first test.
    """
    asked = [one.callspec.params["one"] for one in request.session.items
             if isinstance(one, pytest.Function) and "looks" in one.fixturenames]
    made = tmp_path_factory.mktemp("clipping")
    office, _ = bootstrap.demo_library(made / "sample", "sample", date(2026, 11, 23), costs=Costs(64, 1, 1))
    office.close()

    def look(scale: str, asked: str) -> str:
        folder = made / f"{scale}-{asked.replace(':', '-')}"
        shutil.copytree(made / "sample", folder / "sample")
        try:
            return _at(scale, "-m", "tests.shots.clipping", str(folder), asked)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    with ThreadPoolExecutor(AT_ONCE) as workers:
        yield {one: workers.submit(look, *one) for one in asked}
        workers.shutdown(cancel_futures=True)


@pytest.mark.parametrize("one", ASKED, ids="-".join)
def test_no_label_is_clipped_and_no_control_is_nameless(
        looks: dict[tuple[str, str], Future[str]], one: tuple[str, str]) -> None:
    assert json.loads(looks[one].result()) == []


MEASURES = """
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication, QStyle
from laborqa_desktop.views import theme
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.inputs import Combo, Entry
from laborqa_desktop.views.parts.label import label
from laborqa_desktop.views.parts.tick import Tick
app, found = QApplication([]), []
look = theme.Theme(app, theme.Choice.LIGHT)
for pixels in (12, 14, 17, 24):
    look.set_body_px(pixels)
    words = "检查得分率 98.5 % of rooms"
    for size in ("small", "body", "title", "page", "figure"):
        metrics = QFontMetricsF(theme.font(size, True))
        found += [metrics.horizontalAdvance(words), metrics.height()]
    for one in (Button(words, "plus"), Combo("", [("", words)]), Entry(words), label(words, "small"), Tick(words)):
        one.ensurePolished()
        found += [one.sizeHint().width(), one.sizeHint().height()]
    asked = QStyle.PixelMetric
    found += [app.style().pixelMetric(one) for one in (
        asked.PM_ScrollBarExtent, asked.PM_IndicatorWidth, asked.PM_ButtonMargin)]
print(found)
"""


def test_measures_in_logical_pixels_do_not_depend_on_the_scale() -> None:
    found = {scale: _at(scale, "-c", MEASURES) for scale in ("1", "1.25", "1.5", "2")}
    assert len(found["1"]) > 200
    assert set(found.values()) == {found["1"]}


def _at(scale: str, *words: str) -> str:
    """What a program says at a scale of the display."""
    environment = {**os.environ, "QT_SCALE_FACTOR": scale, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-P", *words], capture_output=True, text=True, env=environment, check=False,
                          timeout=400)
    assert done.returncode == 0, done.stderr[-3000:]
    assert "Traceback" not in done.stderr, done.stderr[-3000:]
    return done.stdout


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
