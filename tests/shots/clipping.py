"""Labels that do not fit where they stand, and controls without a name.

Run as a program it looks at every screen and dialog: FOLDER [LANGUAGE:TEXT_PX ...] [SET ...]; both languages in the
usual and the largest text, and all sets of scenes, where none are named. The window has 1280 x 640 logical pixels; with
the largest text 1920 x 1000, the full-HD screen of somebody who needs it.
"""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QScrollArea, QWidget

from laborqa_desktop.views.hand_made import SCREENS
from laborqa_desktop.views.i18n import CHINESE, SOURCE
from laborqa_desktop.views.parts.label import Elided
from laborqa_desktop.views.theme import Choice
from laborqa_desktop.views.tokens import LARGEST_TEXT_PX, Sizes
from tests.shots.scenes import scenes
from tests.shots.stage import Stage
from tests.views.support import unnamed

SIZE = QSize(1280, 640)
USUAL_PX = Sizes.body
LARGE_SIZE = QSize(1920, 1000)
PASSES = tuple((language, pixels) for pixels in (USUAL_PX, LARGEST_TEXT_PX) for language in (CHINESE, SOURCE))


def clipped(root: QWidget) -> Iterator[str]:
    """The visible words below root that are cut off, each with its place."""
    for one in root.findChildren(QWidget):
        if one.window() is not root.window() or not one.isVisible() or not (words := _words(one)):
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
        if above.isWindow():
            return None
        inner, above = above, above.parentWidget()
    return None


def look(folder: Path, passes: Sequence[tuple[str, int]] = PASSES, sets: Sequence[str] = ()) -> list[str]:
    """Every fault on every screen.

    Args:
        folder: the sample library lies in it under "sample", or is made there.
        passes: language and height of body text in pixels.
        sets: of scenes; all of them without.
    """
    app = QApplication.instance() or QApplication(["clipping"])
    assert isinstance(app, QApplication)
    stage = Stage(app, folder, SIZE, still_ms=60)
    found: list[str] = []
    for language, pixels in passes:
        stage.theme.set_body_px(pixels)
        stage.size = SIZE if pixels < LARGEST_TEXT_PX else LARGE_SIZE
        stage.show(language, Choice.LIGHT)
        for name in scenes(stage, sets):
            where = f"{language} {pixels} px {name}"
            if stage.window.size() != stage.size:
                found.append(f"{where}: the window grew to {stage.window.width()}x{stage.window.height()}")
            found += [f"{where}: {one}" for one in _lasting(stage)]
        if pixels != LARGEST_TEXT_PX:
            found += [f"{language} grown to {LARGEST_TEXT_PX} px {one}" for one in _grown(stage)]
    stage.close()
    return found


def _lasting(stage: Stage) -> list[str]:
    """The faults in sight that are still there when everything had time to find its place."""
    found = list(_faults(stage))
    if found:
        stage.settle(500)
        found = list(_faults(stage))
    return found


def _faults(stage: Stage) -> Iterator[str]:
    for root in (stage.window, *stage.dialogs()):
        yield from clipped(root)
        yield from (f"no accessible name: {one}" for one in unnamed(root))
        if root is not stage.window and root.height() > stage.size.height():
            yield f"{type(root).__name__} is {root.height()} high"


def _grown(stage: Stage) -> Iterator[str]:
    """The screens as they stand when the user turns the wheel: all that was made in the usual size grows."""
    main = stage.main
    assert main is not None
    stage.theme.set_body_px(LARGEST_TEXT_PX)
    stage.size = LARGE_SIZE
    stage.window.resize(LARGE_SIZE)
    stage.window.setCurrentWidget(main)
    for places in SCREENS.values():
        for place in places:
            main.go(place.key)
            stage.settle()
            yield from (f"{place.key}: {one}" for one in _lasting(stage))


if __name__ == "__main__":
    words = sys.argv[2:]
    asked = [(one.partition(":")[0], int(one.partition(":")[2])) for one in words if ":" in one]
    seen = look(Path(sys.argv[1]), asked or PASSES, [one for one in words if ":" not in one])
    json.dump(sorted(set(seen)), sys.stdout, ensure_ascii=False)
