"""The theme in use: Fusion, one palette and one style sheet, all from tokens. Nothing else sets a colour or a font."""

import sys
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from laborqa_desktop import paths
from laborqa_desktop.views.sheet import sheet
from laborqa_desktop.views.tokens import DARK, LARGEST_TEXT_PX, LIGHT, SMALLEST_TEXT_PX, Sizes, Tokens

SCREEN_FONTS = ("Microsoft YaHei UI", "Noto Sans SC", "Noto Sans CJK SC")
BUNDLED_FONTS = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")


class Choice(StrEnum):
    """What the user asked for."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True)
class _Look:
    tokens: Tokens
    sizes: Sizes


_look = _Look(LIGHT, Sizes())
"""Where the palette and style sheet of the process come from; Theme alone replaces it."""


def now() -> Tokens:
    """The colours in use."""
    return _look.tokens


def sizes() -> Sizes:
    """The sizes in use, grown with the user's text size."""
    return _look.sizes


def grown(pixels: float) -> int:
    """A length measured for text of the usual size, grown with it: sides of icons beside words, boxes to tick."""
    return round(pixels * _look.sizes.body / Sizes.body)


def colour(name: str) -> QColor:
    """A colour by the name of its token, or by #RRGGBB."""
    return QColor(getattr(_look.tokens, name, name))


def font(size: str = "body", bold: bool = False) -> QFont:
    """The screen font with digits of equal width.

    Args:
        size: a name in Sizes: tiny, small, quiet, body, title, page, figure.
    """
    return _font(getattr(_look.sizes, size), bold)


@cache
def _font(pixels: int, bold: bool) -> QFont:
    made = QFont(_family())
    made.setPixelSize(pixels)
    made.setBold(bold)
    made.setFeature(QFont.Tag("tnum"), 1)
    return made


@cache
def _family() -> str:
    if sys.platform == "win32" and QFontDatabase.hasFamily(SCREEN_FONTS[0]):
        return SCREEN_FONTS[0]
    for name in BUNDLED_FONTS:
        file = paths.resource_folder() / "fonts" / name
        if file.exists():
            QFontDatabase.addApplicationFont(str(file))
    return next((name for name in SCREEN_FONTS[1:] if QFontDatabase.hasFamily(name)), QGuiApplication.font().family())


def palette(t: Tokens) -> QPalette:
    """The palette of a theme; disabled text is ink3."""
    made, role = QPalette(), QPalette.ColorRole
    for part, name in {
        role.Window: t.canvas, role.WindowText: t.ink, role.Base: t.surface, role.AlternateBase: t.canvas,
        role.Text: t.ink, role.Button: t.surface, role.ButtonText: t.ink, role.BrightText: t.error,
        role.Highlight: t.accent_soft, role.HighlightedText: t.ink, role.Accent: t.accent_fill, role.Link: t.accent,
        role.PlaceholderText: t.ink3, role.ToolTipBase: t.ink, role.ToolTipText: t.surface, role.Light: t.surface,
        role.Midlight: t.hover, role.Mid: t.line, role.Dark: t.edge, role.Shadow: t.edge,
    }.items():
        made.setColor(part, QColor(name))
    for part in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, part, QColor(t.ink3))
    return made


class Theme(QObject):
    """Puts light or dark on the whole program, follows the system when asked to, and grows text.

    Signals:
        changed: colours or sizes are others now; what is painted by hand is repainted by then.
    """

    changed = Signal()

    def __init__(self, app: QApplication, choice: Choice = Choice.SYSTEM, body_px: int = Sizes.body) -> None:
        super().__init__(app)
        self._app, self._choice, self._body_px = app, choice, body_px
        app.setStyle("Fusion")
        self._apply()
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def choice(self) -> Choice:
        """What the user asked for."""
        return self._choice

    @property
    def body_px(self) -> int:
        """Height of body text in logical pixels."""
        return self._body_px

    def set_choice(self, choice: Choice) -> None:
        """Switches at once."""
        self._choice = choice
        self._apply()

    def set_body_px(self, pixels: int) -> None:
        """Grows or shrinks text and all that holds it, within 12 to 24."""
        pixels = max(SMALLEST_TEXT_PX, min(LARGEST_TEXT_PX, pixels))
        if pixels != self._body_px:
            self._body_px = pixels
            self._apply()

    def _system_changed(self) -> None:
        if self._choice is Choice.SYSTEM:
            self._apply()

    def _wanted(self) -> Tokens:
        if self._choice is Choice.SYSTEM:
            return DARK if self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
        return DARK if self._choice is Choice.DARK else LIGHT

    def _apply(self) -> None:
        global _look
        _look = _Look(self._wanted(), Sizes().scaled(self._body_px))
        self._app.setFont(font())
        self._app.setPalette(palette(_look.tokens))
        self._app.setStyleSheet(sheet(_look.tokens, DARK if _look.tokens is LIGHT else LIGHT, _look.sizes))
        self.changed.emit()
