"""Labels that do not fit where they stand, and controls without a name.

Run as a program it looks at every screen and dialog: FOLDER [LANGUAGE:TEXT_PX ...] [SET ...]; both languages in the
usual and the largest text, and all sets of scenes, where none are named. The window has 1280 x 640 logical pixels, and
the screen no more than that and the title of a window.
"""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)

from laborqa_desktop.views.hand_made import SCREENS
from laborqa_desktop.views.i18n import CHINESE, SOURCE
from laborqa_desktop.views.list_header import ListHeader
from laborqa_desktop.views.parts.label import Elided
from laborqa_desktop.views.parts.paint import Painted, PaintedButton
from laborqa_desktop.views.theme import Choice
from laborqa_desktop.views.tokens import LARGEST_TEXT_PX, Sizes
from tests.shots.painted_words import Ink, tip_of
from tests.shots.scenes import scenes
from tests.shots.stage import Stage
from tests.views.support import unnamed

SIZE = QSize(1280, 640)
USUAL_PX = Sizes.body
TITLE_BAR = 32
PASSES = tuple((language, pixels) for pixels in (USUAL_PX, LARGEST_TEXT_PX) for language in (CHINESE, SOURCE))


def clipped(root: QWidget) -> Iterator[str]:
    """The visible words below root that are cut off, each with its place."""
    for one in root.findChildren(QWidget):
        if one.window() is not root.window() or not one.isVisible():
            continue
        if fault := _cut(one):
            yield fault
        elif (words := _words(one)) and (cut := _outside(one, root)) is not None:
            yield f"outside: {words!r} {cut}"


def _cut(one: QWidget) -> str:
    """What of its words a part of Qt's own has no room for."""
    match one:
        case QLabel() if one.text().strip() and not isinstance(one, Elided) and _is_cut(one):
            return f"label cut: {one.text()!r} {one.width()}x{one.height()}, needs {_needs(one)}"
        case QAbstractButton() if not isinstance(one, PaintedButton) and one.text() and (
                one.width() < one.sizeHint().width() - 1 or one.height() < one.fontMetrics().height() - 2):
            return f"button narrow: {one.text()!r} {one.width()}x{one.height()}, needs {one.sizeHint().width()}"
        case QComboBox() if not one.isEditable() and (room := _room_of(one)) < _wide(one, one.currentText()):
            return f"choice cut: {one.currentText()!r} {room}" if one.currentText() not in _tip(one) else ""
        case QLineEdit() if not one.text() and one.placeholderText() and not one.isReadOnly():
            room = one.contentsRect().width() - one.textMargins().left() - one.textMargins().right()
            if room < _wide(one, one.placeholderText()) and one.placeholderText() not in _tip(one):
                return f"hint cut: {one.placeholderText()!r} {room}, needs {_wide(one, one.placeholderText())}"
        case QTabBar():
            narrow = [one.tabText(n) for n in range(one.count()) if one.tabRect(n).width() < _wide(one, one.tabText(n))]
            return f"tabs cut: {narrow}" if narrow else ""
        case QHeaderView() if not isinstance(one, ListHeader) and one.model() is not None:
            narrow = [str(one.model().headerData(n, one.orientation())) for n in range(one.count())
                      if not one.isSectionHidden(n) and one.sectionSize(n) < one.sectionSizeHint(n)]
            return f"headings cut: {narrow}" if narrow else ""
    return ""


def _words(one: QWidget) -> str:
    if isinstance(one, QLabel | QAbstractButton):
        return one.text().strip() or one.accessibleName()
    return one.accessibleName() if isinstance(one, Painted) else ""


def _wide(one: QWidget, words: str) -> int:
    return one.fontMetrics().horizontalAdvance(words.replace("&", ""))


def _tip(one: QWidget) -> str:
    return tip_of(one, one.rect().center())


def _room_of(box: QComboBox) -> int:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    return box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option,
                                      QStyle.SubControl.SC_ComboBoxEditField, box).width()


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


def small_screen(folder: Path) -> str:
    """The platform without a display, with a screen that has just the room of the smallest window."""
    scale = float(os.environ.get("QT_SCALE_FACTOR", "1"))
    file = folder / "screen.json"
    file.write_text(json.dumps({"screens": [{
        "name": "small", "x": 0, "y": 0, "width": round(SIZE.width() * scale),
        "height": round((SIZE.height() + TITLE_BAR) * scale), "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}))
    return f"offscreen:configfile={file}"


def look(folder: Path, passes: Sequence[tuple[str, int]] = PASSES, sets: Sequence[str] = ()) -> list[str]:
    """Every fault on every screen.

    Args:
        folder: the sample library lies in it under "sample", or is made there.
        passes: language and height of body text in pixels.
        sets: of scenes; all of them without.
    """
    app = QApplication.instance() or QApplication(["clipping"])
    assert isinstance(app, QApplication)
    stage, ink = Stage(app, folder, SIZE, still_ms=60), Ink()
    ink.watch()
    found: list[str] = []
    seen: set[type[QWidget]] = set()
    for language, pixels in passes:
        stage.theme.set_body_px(pixels)
        stage.show(language, Choice.LIGHT)
        for name in scenes(stage, sets):
            where = f"{language} {pixels} px {name}"
            seen.update(map(type, stage.dialogs()))
            if stage.window.size() != stage.size:
                found.append(f"{where}: the window grew to {stage.window.width()}x{stage.window.height()}")
            found += [f"{where}: {one}" for one in _lasting(stage, ink)]
        if pixels != LARGEST_TEXT_PX:
            found += [f"{language} grown to {LARGEST_TEXT_PX} px {one}" for one in _grown(stage, ink)]
    stage.close()
    if not sets:
        found += [f"no scene shows {one.__name__}" for one in dialogs() if one not in seen]
    return found


def dialogs() -> list[type[QWidget]]:
    """Every kind of dialog that the program has, without those that are only the base of others."""
    kinds, found = [QDialog], list[type[QWidget]]()
    while kinds:
        below = kinds.pop().__subclasses__()
        kinds += below
        found += [one for one in below if one.__module__.startswith("laborqa_desktop.") and not one.__subclasses__()]
    return found


def _lasting(stage: Stage, ink: Ink) -> list[str]:
    """The faults in sight that are still there when everything had time to find its place."""
    found = list(_faults(stage, ink))
    if found:
        stage.settle(500)
        found = list(_faults(stage, ink))
    return found


def _faults(stage: Stage, ink: Ink) -> Iterator[str]:
    for root in (stage.window, *stage.dialogs()):
        yield from clipped(root)
        yield from ink.faults(root)
        yield from (f"no accessible name: {one}" for one in unnamed(root))
        if root is not stage.window and (root.height() > SIZE.height() or root.width() > SIZE.width()):
            yield f"{type(root).__name__} has {root.width()}x{root.height()}"


def _grown(stage: Stage, ink: Ink) -> Iterator[str]:
    """The screens as they stand when the user turns the wheel: all that was made in the usual size grows."""
    main = stage.main
    assert main is not None
    stage.theme.set_body_px(LARGEST_TEXT_PX)
    stage.window.setCurrentWidget(main)
    for places in SCREENS.values():
        for place in places:
            main.go(place.key)
            stage.settle()
            yield from (f"{place.key}: {one}" for one in _lasting(stage, ink))


if __name__ == "__main__":
    words = sys.argv[2:]
    asked = [(one.partition(":")[0], int(one.partition(":")[2])) for one in words if ":" in one]
    os.environ["QT_QPA_PLATFORM"] = small_screen(Path(sys.argv[1]))
    seen = look(Path(sys.argv[1]), asked or PASSES, [one for one in words if ":" not in one])
    json.dump(sorted(set(seen)), sys.stdout, ensure_ascii=False)
