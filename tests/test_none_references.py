"""The Qt binding keeps its count of None: losing it ends Python 3.11 after some thousand calls, as PySide6 6.12.0 does.

From Python 3.12 on the count never changes, so the test says nothing there.
"""

import gc
import sys
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QLineF, QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QStandardItemModel

CALLS = 200


def acts() -> dict[str, Callable[[QPainter], Any]]:
    """Calls of Qt that give nothing back."""
    path, thing, model = QPainterPath(), QObject(), QStandardItemModel()
    return {
        "set_pen": lambda painter: painter.setPen(Qt.PenStyle.NoPen),
        "set_brush": lambda painter: painter.setBrush(Qt.BrushStyle.NoBrush),
        "draw_line": lambda painter: painter.drawLine(QLineF(0, 0, 1, 1)),
        "draw_text": lambda painter: painter.drawText(QPointF(0, 0), "a"),
        "fill_rect": lambda painter: painter.fillRect(QRectF(0, 0, 1, 1), QColor(1, 2, 3)),
        "save": lambda painter: (painter.save(), painter.restore()),
        "line_to": lambda painter: path.lineTo(0, 0),
        "set_name": lambda painter: thing.setObjectName("x"),
        "set_header": lambda painter: model.setHeaderData(0, Qt.Orientation.Horizontal, "x"),
    }


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("act", acts())
def test_none_keeps_its_references(act: str) -> None:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    call = acts()[act]
    lost = min(abs(count_lost(call, painter)) for _ in range(3))     # what is collected meanwhile holds None too
    painter.end()
    assert lost < CALLS // 4


def count_lost(call: Callable[[QPainter], Any], painter: QPainter) -> int:
    """How many references to None went in many calls."""
    gc.collect()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call(painter)
    return before - sys.getrefcount(None)
