"""Buttons. One primary button a page; the rest are plain, quiet (no frame) or links."""

import re
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from laborqa_desktop.views import theme
from laborqa_desktop.views.icons import icon, paint_in
from laborqa_desktop.views.parts.grown import icon_size
from laborqa_desktop.views.parts.label import restyle
from laborqa_desktop.views.parts.paint import PaintedButton, focus_ring, rounded, smooth, text_at, width_of

_WITH_KEYS = (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
              | Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.MetaModifier)
_ICON_PX, _TILE_PX = 16, 34       # with text of the usual size
_SUFFIX = re.compile(r"\s*\(&(\w)\)")


def plain_words(text: str) -> str:
    """A button's text without its mnemonic: for tips and accessible names."""
    return _SUFFIX.sub("", text).replace("&&", "\0").replace("&", "").replace("\0", "&")


def mnemonic_in_brackets(text: str) -> str:
    """The letter of a mnemonic as Chinese writes it, "导入(&I)" -> "I"; "" for none."""
    found = _SUFFIX.search(text)
    return found[1].upper() if found else ""


def without_brackets(text: str) -> str:
    """The text without such a mnemonic."""
    return _SUFFIX.sub("", text)


class Button(QPushButton):
    """A push button with icon, tip and mnemonic.

    A mnemonic in brackets, as Chinese needs it ("导入(&I)"), works as Alt+I; the tip names it, the label does not.
    """

    def __init__(self, text: str, icon_name: str = "", kind: str = "", small: bool = False, tip: str = "",
                 keys: str = "", clicked: Callable[[], object] | None = None) -> None:
        super().__init__()
        self.setProperty("small", small)
        self._tip, self._keys, self._icon_name = tip, keys, icon_name
        icon_size(self, _ICON_PX)
        self.set_kind(kind)
        self.set_words(text)
        if clicked is not None:
            self.clicked.connect(lambda: clicked())

    @property
    def keys(self) -> str:
        """The keys that press it, as its tip names them; "" for none."""
        return self._keys or self.shortcut().toString()

    def set_kind(self, kind: str) -> None:
        """Makes it the primary one, a plain one ("") or one of the others."""
        if self._icon_name:
            self.setIcon(icon(self._icon_name, {"primary": "on_accent", "link": "accent"}.get(kind, "ink2")))
        restyle(self, "kind", kind)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as Space does; Qt does it in dialogs only."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & _WITH_KEYS:
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def set_words(self, text: str) -> None:
        """Gives it another label, with its mnemonic."""
        found = _SUFFIX.search(text)
        shown = _SUFFIX.sub("", text)
        self.setText(f" {shown}" if not self.icon().isNull() and shown else shown)
        keys = self._keys or (f"Alt+{found[1].upper()}" if found else "")
        if found:
            self.setShortcut(QKeySequence(f"Alt+{found[1].upper()}"))
        self.setToolTip(" ".join(part for part in (self._tip, keys) if part))
        self.setAccessibleName(plain_words(text) or self._tip)


def icon_button(icon_name: str, name: str, keys: str = "", clicked: Callable[[], object] | None = None) -> Button:
    """A quiet button that is only an icon, for what is used daily; its name and keys stand in the tip."""
    made = Button("", icon_name, "quiet", tip=name, keys=keys, clicked=clicked)
    made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    return made


class Way(PaintedButton):
    """A way to begin: icon, name, one quiet line."""

    def __init__(self, icon_name: str, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._words = icon_name, words
        self._shown = plain_words(name)
        found = _SUFFIX.search(name) or re.search(r"&(\w)", name)
        if found:
            self.setShortcut(QKeySequence(f"Alt+{found[1].upper()}"))
            self.setToolTip(f"Alt+{found[1].upper()}")
        self.setAccessibleName(self._shown)
        self.setAccessibleDescription(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        s = theme.sizes()
        words = max(width_of(self._shown, bold=True), width_of(self._words, "small"))
        return QSize(round(words) + theme.grown(_TILE_PX) + 38, round((s.body + s.small) * 1.5) + 22)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        p, r = smooth(self), QRectF(self.rect())
        half = r.height() / 2
        rounded(p, r, 8, "hover" if self.underMouse() and self.isEnabled() else "surface", "line")
        tile = QRectF(12, half - theme.grown(_TILE_PX) / 2, theme.grown(_TILE_PX), theme.grown(_TILE_PX))
        rounded(p, tile, 8, "accent_soft")
        paint_in(p, self._icon, tile, theme.grown(20), "accent")
        tone = "ink" if self.isEnabled() else "ink3"
        left = tile.right() + 12
        text_at(p, QRectF(left, 8, r.width() - left - 6, half - 8), self._shown, tone, bold=True)
        text_at(p, QRectF(left, half + 1, r.width() - left - 6, half - 10), self._words, "ink2", "small")
        if self.hasFocus():
            focus_ring(p, r, 8)
