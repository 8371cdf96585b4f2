"""The pictures of the guide: some scenes in Chinese and light, small enough to be carried in the executable."""

import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from laborqa_desktop import paths
from laborqa_desktop.views.i18n import CHINESE
from laborqa_desktop.views.theme import Choice
from tests.shots.scenes import scenes
from tests.shots.stage import Stage, remove, scratch

SIZE, WIDE = QSize(1280, 720), 860
PICTURES = {
    "first-start": "00-first-start", "today": "today-today", "reminders": "today-reminders", "staff": "people-staff",
    "plan": "services-plan", "sheet": "quality-inspection", "problem": "quality-problem",
    "import": "settings-import-trial", "report": "reports-dialog", "verify": "reports-verify-good",
    "search": "search-everywhere", "backup": "settings-backup"}
"""Name of the file in docs/guide/zh/pictures -> scene."""


def main() -> int:
    """Takes all pictures of the guide anew."""
    from tests.shots.__main__ import shot

    app = QApplication.instance() or QApplication(["shots"])
    assert isinstance(app, QApplication)
    wanted, work = {scene: name for name, scene in PICTURES.items()}, scratch()
    target = paths.guide_folder() / "pictures"
    target.mkdir(exist_ok=True)
    stage = Stage(app, work, SIZE)
    try:
        stage.show(CHINESE, Choice.LIGHT)
        for scene in scenes(stage, ("screens",)):
            if scene in wanted:
                save(shot(stage).toImage(), target / f"{wanted.pop(scene)}.png")
            if not wanted:
                break
    finally:
        stage.close()
        remove(work)
    sys.stderr.write(f"not taken: {', '.join(wanted)}\n" if wanted else "all pictures taken\n")
    return 1 if wanted else 0


def save(picture: QImage, file: Path) -> None:
    """Writes a picture in the width of the guide with a palette of its own 160 colours."""
    picture.scaledToWidth(WIDE, Qt.TransformationMode.SmoothTransformation).save(str(file))
    with Image.open(file) as whole:
        few = whole.convert("RGB").quantize(160, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(file, optimize=True)
