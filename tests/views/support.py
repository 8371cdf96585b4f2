"""A desk with a real library behind it, and somebody who answers its questions."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget


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
