"""Writes packaging/splash.png: what a one-file build shows while it unpacks, before anything of Python runs.

    QT_QPA_PLATFORM=offscreen python packaging/splash.py

It cannot know the user's language, so it says the same in both. Run it after a change of the drawing.
"""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QImage, QPainter, QPen
from PySide6.QtSvg import QSvgRenderer

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "packaging" / "splash.png"
WIDTH, HEIGHT = 460, 170
CANVAS, LINE, INK, QUIET, ACCENT = "#FFFFFF", "#DCE3E6", "#14212A", "#4B5A63", "#0B5F7B"
FAMILY = "Noto Sans SC"


def picture() -> QImage:
    """The mark, the name, and that the program is starting."""
    made = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    made.fill(QColor(CANVAS))
    painter = QPainter(made)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setPen(QPen(QColor(LINE), 1))
    painter.drawRect(QRectF(.5, .5, WIDTH - 1, HEIGHT - 1))
    painter.fillRect(QRectF(0, HEIGHT - 4, WIDTH, 4), QColor(ACCENT))
    QSvgRenderer(str(ROOT / "resources" / "icons" / "laborqa.svg")).render(painter, QRectF(36, 43, 80, 80))
    for top, height, size, bold, colour, words in (
            (44, 36, 26, True, INK, "LaborQA Desktop"), (88, 24, 15, False, QUIET, "正在启动，请稍候…"),
            (110, 22, 13, False, QUIET, "Starting, one moment…")):
        font = QFont(FAMILY)
        font.setPixelSize(size)
        font.setBold(bold)
        painter.setFont(font)
        painter.setPen(QColor(colour))
        painter.drawText(QRectF(140, top, WIDTH - 150, height), Qt.AlignmentFlag.AlignVCenter, words)
    painter.end()
    return made


def main() -> None:
    """Draws it with the bundled fonts."""
    app = QGuiApplication([])
    for file in (ROOT / "resources" / "fonts").glob("*.ttf"):
        QFontDatabase.addApplicationFont(str(file))
    picture().save(str(PICTURE))
    app.quit()


if __name__ == "__main__":
    main()
