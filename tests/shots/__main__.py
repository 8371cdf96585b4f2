"""Takes the pictures: single ones, and a contact sheet for each language and theme."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from laborqa_desktop.views import theme
from laborqa_desktop.views.i18n import CHINESE, SOURCE
from laborqa_desktop.views.theme import Choice
from tests.shots.scenes import SETS, scenes
from tests.shots.stage import Stage, remove, scratch

SIZE = QSize(1366, 768)
LOOKS = [(language, name, choice) for language, name in ((CHINESE, "zh"), (SOURCE, "en"))
         for choice in (Choice.LIGHT, Choice.DARK)]
ACROSS, GAP, CAPTION = 4, 16, 26


def main(words: Sequence[str]) -> int:
    """Writes the pictures into a folder.

    Args:
        words: the folder; then, if not all are wanted, looks such as zh-light and sets of scenes such as keeping.
            --guide in its place takes the pictures of the guide.

    Returns:
        0, or 2 for wrong use.
    """
    if not words or (words[0].startswith("-") and words[0] != "--guide"):
        sys.stderr.write("python -m tests.shots DIR [zh-light zh-dark en-light en-dark] [screens keeping people]\n"
                         "python -m tests.shots --guide\n")
        return 2
    if words[0] == "--guide":
        from tests.shots.guide import main as take_pictures
        return take_pictures()
    target, sets = Path(words[0]), [word for word in words[1:] if word in SETS]
    looks = [word for word in words[1:] if word not in SETS]
    target.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(["shots"])
    assert isinstance(app, QApplication)
    work = scratch()
    stage = Stage(app, work, SIZE)
    try:
        for language, short, choice in LOOKS:
            name = f"{short}-{choice.value}"
            if not looks or name in looks:
                stage.show(language, choice)
                taken = take(stage, target / name, sets)
                contact_sheet(taken).save(str(target / f"{name}.png"))
                sys.stderr.write(f"{name}: {len(taken)} pictures\n")
    finally:
        stage.close()
        remove(work)
    return 0


def take(stage: Stage, folder: Path, sets: Sequence[str]) -> list[tuple[str, QPixmap]]:
    """One picture of each scene."""
    folder.mkdir(parents=True, exist_ok=True)
    taken = []
    for name in scenes(stage, sets):
        picture = shot(stage)
        picture.save(str(folder / f"{name}.png"))
        taken.append((name, picture))
    return taken


def shot(stage: Stage) -> QPixmap:
    """What a user sees: the window, and what stands before it."""
    picture = stage.window.grab()
    painter = QPainter(picture)
    for one in stage.dialogs():
        place = stage.window.mapFromGlobal(one.mapToGlobal(QPoint(0, 0)))
        room = QRect(QPoint(0, 0), stage.window.size())
        if one.isModal():
            painter.fillRect(room, QColor(0, 0, 0, 60))
            place = QPoint((room.width() - one.width()) // 2, (room.height() - one.height()) // 2)
        painter.drawPixmap(place, one.grab())
    painter.end()
    return picture


def contact_sheet(taken: Sequence[tuple[str, QPixmap]]) -> QPixmap:
    """All pictures at half their size with their names."""
    width, height = SIZE.width() // 2, SIZE.height() // 2
    rows = -(-len(taken) // ACROSS)
    sheet = QPixmap(GAP + ACROSS * (width + GAP), GAP + rows * (height + CAPTION + GAP))
    sheet.fill(QColor("#5B666B"))
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setFont(theme.font())
    painter.setPen(QColor("white"))
    for number, (name, picture) in enumerate(taken):
        x, y = GAP + number % ACROSS * (width + GAP), GAP + number // ACROSS * (height + CAPTION + GAP)
        painter.drawText(QRect(x, y, width, CAPTION), Qt.AlignmentFlag.AlignVCenter, name)
        painter.drawPixmap(x, y + CAPTION, picture.scaled(width, height, Qt.AspectRatioMode.KeepAspectRatio,
                                                          Qt.TransformationMode.SmoothTransformation))
    painter.end()
    return sheet


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
