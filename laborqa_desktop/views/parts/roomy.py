"""A page that fills the window, and scrolls where text is so large or the window so small that it has no room."""

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QBoxLayout,
    QFrame,
    QLabel,
    QLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)

from laborqa_desktop.views.parts.layout import laid_out, room_in

_ACROSS = (QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.RightToLeft)


def needed_height(part: QWidget, wide: int) -> int:
    """The height below which words of a part are cut off.

    Qt's own answer passes over words that go on in further lines inside splitters and stacked pages.

    Args:
        wide: the width it will have.
    """
    layout, frame = part.layout(), part.contentsMargins()
    edges = frame.top() + frame.bottom()
    if isinstance(part, QStackedWidget):
        shown = part.currentWidget()
        needed = needed_height(shown, wide) if shown is not None else 0
    elif isinstance(part, QSplitter):
        needed = max((needed_height(one, one.width()) for n in range(part.count())
                      if (one := part.widget(n)) is not None and not one.isHidden()), default=0)
    elif isinstance(part, QLabel) and part.wordWrap():
        needed = part.heightForWidth(wide)
    elif layout is None or isinstance(part, QAbstractScrollArea):
        needed = part.minimumSizeHint().height()
    else:
        needed = _of_layout(layout, wide - frame.left() - frame.right()) + edges
    least = part.minimumHeight() or part.minimumSizeHint().height()     # a stack's is that of all its pages
    return min(max(needed, least), part.maximumHeight())


def _of_layout(layout: QLayout, wide: int) -> int:
    margins = layout.contentsMargins()
    inner = wide - margins.left() - margins.right()
    if not isinstance(layout, QBoxLayout):
        return layout.minimumHeightForWidth(wide) if layout.hasHeightForWidth() else layout.minimumSize().height()
    across, heights = layout.direction() in _ACROSS, []
    for one in laid_out(layout):
        if (one.isEmpty() if isinstance(one, QLayout) else one.isHidden()):
            continue
        room = min(one.geometry().width() or inner, inner) if across else inner
        heights.append(_of_layout(one, room) if isinstance(one, QLayout) else needed_height(one, room))
    gaps = layout.spacing() * max(0, len(heights) - 1) + room_in(layout)
    return (max(heights, default=0) if across else sum(heights) + gaps) + margins.top() + margins.bottom()


class _Ground(QWidget):
    """Holds the page without a layout: a layout would ask for the height the page likes, not for what it needs."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self.page, self.wide = page, 0
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self.updateGeometry)
        page.setParent(self)

    def minimumSizeHint(self) -> QSize:
        least = self.page.minimumSizeHint().expandedTo(self.page.minimumSize())
        if not self.isVisible():
            return least        # nothing in it has its width yet
        return QSize(least.width(), needed_height(self.page, max(least.width(), self.wide)))

    def sizeHint(self) -> QSize:
        return self.page.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.page.resize(event.size())
        self._again.start()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()       # tells the area around, which measures
            self._again.start()         # and once more when the parts have their new widths
        return super().event(event)


class Roomy(QScrollArea):
    """The page and its scroll bars, which are seen only where they are needed."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._ground = _Ground(page)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setViewport(QWidget())     # to ask for Qt's own makes PySide look through all its types, 14 ms of a start
        self.setWidget(self._ground)
        self._ground.setAutoFillBackground(False)
        page.show()

    def sizeHint(self) -> QSize:
        return self._ground.page.sizeHint()

    def minimumSizeHint(self) -> QSize:
        least = self._ground.page.minimumSizeHint()
        return QSize(min(least.width(), 200), min(least.height(), 120))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._ground.wide = event.size().width()
        super().resizeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()      # the window makes text larger
            return
        super().wheelEvent(event)
