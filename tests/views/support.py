"""A desk with a real library behind it, and somebody who answers its questions."""

import gc
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QLabel, QSpacerItem, QWidget, QWidgetItem


class Answers:
    """Answers questions as the test says, and remembers what was asked."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.yes = True
        self.files: list[Path] = []
        self.target: Path | None = None
        self.words: str | None = None

    def confirm(self, parent: QWidget, title: str, words: str, yes: str, lines: Sequence[str] = ()) -> bool:
        self.told.append(title)
        return self.yes

    def tell(self, parent: QWidget, title: str, words: str, lines: Sequence[str] = ()) -> None:
        self.told.append(words)

    def text(self, parent: QWidget, title: str, name: str, value: str = "") -> str | None:
        return self.words

    def open_files(self, parent: QWidget, title: str, patterns: str) -> list[Path]:
        return self.files

    def save_file(self, parent: QWidget, title: str, name: str, patterns: str) -> Path | None:
        return self.target

    def folder(self, parent: QWidget, title: str, start: Path | None = None) -> Path | None:
        return self.target


def unnamed(root: QWidget) -> list[str]:
    """The widgets below root that take the keyboard and have no accessible name."""
    from PySide6.QtCore import Qt
    return [f"{type(one).__name__} {one.objectName()}" for one in root.findChildren(QWidget)
            if one.focusPolicy() != Qt.FocusPolicy.NoFocus and one.isVisible() and not one.accessibleName()
            and one.focusProxy() is None and not (isinstance(one, QLabel) and one.text())
            and not one.objectName().startswith("qt_")]


_PARENT = re.compile(r"^parent\.* <.* at (0x[0-9a-f]+)>$", re.MULTILINE)


def misowned(window: QWidget) -> list[str]:
    """Parts of a window that PySide takes for a child of something that they do not lie in.

    With it they would be counted as gone, and what Qt made inside them would fail at its next use. To ask a parent for
    its children sets it right, so that must not come first. A screen is nobody's child, and a dialog's for PySide,
    which harms nobody.
    """
    found = []
    for one in [one for one in gc.get_objects() if isinstance(one, QObject) and not isinstance(one, QScreen)]:
        parent = _PARENT.search(shiboken6.dump(one)) if shiboken6.isValid(one) else None
        holders = set(map(id, _holders(one))) if parent is not None else set()
        if parent is not None and id(window) in holders and int(parent[1], 16) not in holders:
            found.append(f"{type(one).__name__} in {parent[0].partition('<')[2]}")
    return found


def held_items() -> list[str]:
    """Items of layouts that PySide holds, and would still hold when Qt has given their memory to something else."""
    items = [one for one in shiboken6.getAllValidWrappers()
             if isinstance(one, QWidgetItem | QSpacerItem) and not isinstance(one, QObject)]
    return [found[0] for one in items if (found := _PARENT.search(shiboken6.dump(one))) is not None]


def _holders(one: QObject) -> Iterator[QObject]:
    above = one.parent()
    while above is not None:
        yield above
        above = above.parent()
