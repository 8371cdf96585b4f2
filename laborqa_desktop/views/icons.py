"""Tabler icons (MIT, resources/icons/LICENSE-tabler.txt), tinted when painted, so that a theme switch needs nothing."""

from functools import lru_cache
from math import hypot
from typing import Any

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from laborqa_desktop import paths
from laborqa_desktop.views import theme

THIN_FROM_PX = 18     # strokes stay about 1.5 px wide at every size
OF_STATE = {"ok": "circle-check", "warn": "alert-triangle", "error": "ban", "accent": "clock"}
"""The icon that goes with each state, so that colour never stands alone."""


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    file = paths.resource_folder() / "icons" / f"{name}.svg"
    return file.read_text(encoding="utf-8") if file.exists() else ""


def _pixmap(name: str, size: float, colour: str, ratio: float) -> QPixmap:
    key = f"{name}/{size}/{colour}/{ratio}"
    found = QPixmap()
    if QPixmapCache.find(key, found):
        return found
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.fill(Qt.GlobalColor.transparent)
    stroke = "2" if size <= THIN_FROM_PX else "1.6"
    svg = _source(name).replace("currentColor", colour).replace('stroke-width="2"', f'stroke-width="{stroke}"')
    if svg:
        painter = QPainter(made)
        QSvgRenderer(QByteArray(svg.encode())).render(painter)
        painter.end()
    made.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, made)
    return made


def paint_icon(painter: QPainter, name: str, x: float, y: float, size: float, colour: str = "ink2") -> None:
    """Paints an icon.

    Args:
        name: file name without .svg.
        size: width and height in logical pixels.
        colour: a token's name or #RRGGBB.
    """
    scale = painter.deviceTransform()       # painter.device() would cost the first window 15 ms of type look-ups
    ratio = hypot(scale.m11(), scale.m12())
    painter.drawPixmap(QPointF(x, y), _pixmap(name, size, getattr(theme.now(), colour, colour), ratio))


class _Engine(QIconEngine):
    """Looks its colour up when painted: one icon serves both themes."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self._name, self._colour = name, colour

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        colour = "ink3" if mode == QIcon.Mode.Disabled else self._colour
        paint_icon(painter, self._name, rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2,
                   side, colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        self.paint(painter, made.rect(), mode, state)
        painter.end()
        return made

    def clone(self) -> QIconEngine:
        copy = _Engine(self._name, self._colour)
        _kept.append(copy)
        return copy


_kept: list[Any] = []     # QIcon owns the C++ half of an engine, not the Python half that paints


@lru_cache(maxsize=256)
def icon(name: str, colour: str = "ink2") -> QIcon:
    """The icon for buttons, actions and edits; follows the theme by itself."""
    engine = _Engine(name, colour)
    _kept.append(engine)
    return QIcon(engine)


def paint_in(painter: QPainter, name: str, rect: QRectF, size: float, colour: str = "ink2") -> None:
    """Paints an icon in the middle of rect."""
    paint_icon(painter, name, rect.center().x() - size / 2, rect.center().y() - size / 2, size, colour)
