"""What is painted by hand beside words follows the size of text."""

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QPixmap
from pytestqt.qtbot import QtBot

from laborqa_desktop.views import icons, theme, tokens
from laborqa_desktop.views.main_window import MainWindow
from tests.views.conftest import Room

OWN_MARK = ("check", 28 * .68)
"""The program's own mark at the top of the rail keeps its size, so that all areas stand in 640 px."""


@pytest.fixture
def large(themed: theme.Theme) -> Iterator[theme.Theme]:
    yield themed
    themed.set_body_px(tokens.Sizes.body)


def test_what_is_painted_beside_text_grows_with_it(qtbot: QtBot, large: theme.Theme, busy: Room,
                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    """Every icon that a screen paints by hand, whatever part paints it; those in lines of text are Qt's own."""
    painted: set[tuple[str, float]] = set()
    real, of_qt = icons._pixmap, icons._Engine.paint.__code__

    def pixmap(name: str, size: float, colour: str, ratio: float) -> QPixmap:
        if sys._getframe(2).f_code is not of_qt:
            painted.add((name, size))
        return real(name, size, colour, ratio)

    monkeypatch.setattr(icons, "_pixmap", pixmap)
    window = MainWindow(busy.desk, "洁安劳务", "2026", first="today")
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()

    def smaller_than(least: float) -> set[tuple[str, float]]:
        painted.clear()
        window.grab()
        return {(name, size) for name, size in painted if size < least and (name, size) != OWN_MARK}

    seen: set[str] = set()
    for pixels in (tokens.Sizes.body, tokens.LARGEST_TEXT_PX):
        large.set_body_px(pixels)
        for key in ("today", "staff", "problem", "inspection", "import", "backup", "company"):
            window.go(key)
            qtbot.waitUntil(lambda: not busy.desk.background._open)
            least = round(12 * pixels / tokens.Sizes.body)

            def grown(least: int = least, key: str = key) -> None:
                assert smaller_than(least) == set(), key

            qtbot.waitUntil(grown)
            seen |= {name for name, _ in painted}
    assert seen >= {"users", "filter", "plus", "chevron-down", "alert-triangle"}
    assert smaller_than(30) != set(), "the look would see small ones"
