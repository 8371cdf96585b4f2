"""Labels that do not fit where they stand. Run as a program it looks at every screen in a 1280 x 640 window."""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QScrollArea, QWidget

from laborqa_desktop.views.i18n import CHINESE, SOURCE
from laborqa_desktop.views.parts.label import Elided
from laborqa_desktop.views.theme import Choice
from tests.shots.scenes import scenes
from tests.shots.stage import Stage

SIZE = QSize(1280, 640)


def clipped(root: QWidget) -> Iterator[str]:
    """The visible words below root that are cut off, each with its place."""
    for one in root.findChildren(QWidget):
        if not one.isVisible() or not (words := _words(one)):
            continue
        if isinstance(one, QLabel) and not isinstance(one, Elided) and _is_cut(one):
            yield f"label cut: {words!r} {one.width()}x{one.height()}, needs {_needs(one)}"
        elif isinstance(one, QPushButton) and one.width() < one.sizeHint().width() - 1:
            yield f"button narrow: {words!r} {one.width()}, needs {one.sizeHint().width()}"
        elif (cut := _outside(one, root)) is not None:
            yield f"outside: {words!r} {cut}"


def _words(one: QWidget) -> str:
    if isinstance(one, QLabel | QAbstractButton):
        return one.text().strip()
    return ""


def _is_cut(one: QLabel) -> bool:
    room = one.contentsRect()
    if one.wordWrap():
        return one.heightForWidth(one.width()) > one.height() + 1
    return one.sizeHint().width() > room.width() + 1 or one.fontMetrics().height() > room.height() + 3


def _needs(one: QLabel) -> str:
    return f"{one.heightForWidth(one.width())} high" if one.wordWrap() else f"{one.sizeHint().width()} wide"


def _outside(one: QWidget, root: QWidget) -> str | None:
    """How far a widget reaches out of a parent that does not scroll; None when it does not."""
    above = one.parentWidget()
    place = QRect(QPoint(0, 0), one.size())
    inner: QWidget = one
    while above is not None:
        if isinstance(above.parentWidget(), QScrollArea):
            return None
        place.translate(inner.pos())
        room = above.rect().adjusted(-1, -1, 1, 1)
        if not room.contains(place):
            return f"{place.getRect()} of {type(above).__name__} {above.width()}x{above.height()}"
        if above is root:
            return None
        inner, above = above, above.parentWidget()
    return None


def look(folder: Path, sets: Sequence[str] = ()) -> list[str]:
    """Every fault on every screen in both languages.

    Args:
        folder: the sample library lies in it under "sample", or is made there.
        sets: of scenes; all of them without.
    """
    app = QApplication.instance() or QApplication(["clipping"])
    assert isinstance(app, QApplication)
    stage = Stage(app, folder, SIZE, still_ms=60)
    found: list[str] = []
    for language in (CHINESE, SOURCE):
        stage.show(language, Choice.LIGHT)
        for name in scenes(stage, sets):
            if (stage.window.width(), stage.window.height()) != (SIZE.width(), SIZE.height()):
                found.append(f"{language} {name}: the window grew to {stage.window.width()}x{stage.window.height()}")
            for root in (stage.window, *stage.dialogs()):
                found += [f"{language} {name}: {one}" for one in clipped(root)]
    stage.close()
    return found


if __name__ == "__main__":
    json.dump(sorted(set(look(Path(sys.argv[1]), sys.argv[2:]))), sys.stdout, ensure_ascii=False)
