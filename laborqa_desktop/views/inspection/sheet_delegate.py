"""How the entry grid is painted: grades as buttons, the current row with its digits, failed rows amber with icon."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from laborqa_desktop.usecases.inspection_sheet import SectionTally, SheetItem
from laborqa_desktop.views import theme
from laborqa_desktop.views.icons import paint_icon
from laborqa_desktop.views.inspection.sheet_model import (
    EARNED,
    GRADE,
    LINE,
    NO,
    OPEN,
    PHOTOS,
    POINTS,
    TEXT,
    answer_name,
)
from laborqa_desktop.views.parts.paint import LEFT, MIDDLE, RIGHT, rounded, text_at, width_of

Index = QModelIndex | QPersistentModelIndex
GAP = 4
NA = "na"


def key_of(options: Sequence[str], answer: str) -> str:
    """The digit that gives an answer: 1, 2, 3, 4 in order, 0 for N/A."""
    return "0" if answer == NA else str(options.index(answer) + 1)


def grade_width(answer: str) -> float:
    """Width of one grade's button."""
    return max(40.0, width_of(answer_name(answer), "quiet", True) + 22)


def grade_rects(options: Sequence[str], left: float, middle: float) -> list[tuple[str, QRectF]]:
    """Where each grade's button stands."""
    x, found, height = left, [], theme.sizes().row_dense - 6.0
    for answer in options:
        width = grade_width(answer)
        found.append((answer, QRectF(x, middle - height / 2, width, height)))
        x += width + GAP
    return found


class SheetDelegate(QStyledItemDelegate):
    """Paints one cell of the grid."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(60, theme.sizes().row_dense)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        r, line = QRectF(option.rect), index.data(LINE)
        view = option.widget
        current = isinstance(view, QAbstractItemView) and view.currentIndex().row() == index.row()
        painter.fillRect(r, theme.colour("accent_soft" if current else "surface"))
        painter.fillRect(QRectF(r.x(), r.bottom() - 1, r.width(), 1), theme.colour("line"))
        if isinstance(line, SectionTally):
            self._section(painter, r, line, index)
        elif isinstance(line, SheetItem):
            if current and isinstance(view, QAbstractItemView) and view.hasFocus():
                painter.fillRect(QRectF(r.x(), r.y(), r.width(), 2), theme.colour("accent"))
                painter.fillRect(QRectF(r.x(), r.bottom() - 2, r.width(), 2), theme.colour("accent"))
            if index.column() == NO and (current or line.failed):
                painter.fillRect(QRectF(r.x(), r.y(), 3, r.height() - 1),
                                 theme.colour("warn" if line.failed else "accent"))
            self._item(painter, r, line, index.column(), current, bool(index.data(OPEN)))
        painter.restore()

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem,
                  index: Index) -> bool:
        """The tip of an item says all of its words, of which the row may show only the beginning."""
        line = index.data(LINE)
        if isinstance(line, SheetItem) and index.column() == TEXT:
            parts = dict.fromkeys((line.text, line.requirement, self._note(line)))
            QToolTip.showText(event.globalPos(), "\n".join(filter(None, parts)), view)
            return True
        return super().helpEvent(event, view, option, index)

    def _section(self, p: QPainter, r: QRectF, line: SectionTally, index: Index) -> None:
        if index.column() != NO:
            return
        took = text_at(p, r.adjusted(10, 0, -10, 0), line.section, "ink", "body", True)
        model = index.model()
        total = sum(1 for n in range(model.rowCount())
                    if isinstance(item := model.index(n, 0).data(LINE), SheetItem) and item.section == line.section)
        words = self.tr("{done} of {total} answered").format(done=line.score.answered, total=total)
        share = line.score.per_cent
        if share is not None:
            words = self.tr("{answered} · {score} %").format(answered=words, score=f"{share:.0f}")
        text_at(p, r.adjusted(20 + took, 0, -10, 0), words, "ink2", "small")

    def _item(self, p: QPainter, r: QRectF, item: SheetItem, column: int, current: bool, editable: bool) -> None:
        inner, tone = r.adjusted(10, 0, -8, 0), "warn" if item.failed else "ink"
        if column == NO:
            text_at(p, inner, f"{item.position + 1:02d}", "ink" if current else "ink2", bold=current)
        elif column == TEXT:
            self._text(p, inner, item, tone)
        elif column == POINTS:
            text_at(p, inner, f"{item.points / 100:g}", "ink2", align=RIGHT)
        elif column == EARNED:
            text_at(p, inner, "—" if item.earned is None else f"{item.earned / 100:.2f}",
                    "ink2" if item.earned is None else tone, bold=item.failed, align=RIGHT)
        elif column == GRADE:
            for answer, box in grade_rects(item.options, r.x() + 8, r.center().y()):
                self._grade(p, box, item, answer, current and editable)
        elif column == PHOTOS:
            self._photos(p, r, item)

    def _text(self, p: QPainter, r: QRectF, item: SheetItem, tone: str) -> None:
        if item.failed:
            side = theme.grown(16)
            paint_icon(p, "alert-triangle", r.x(), r.center().y() - side / 2, side, "warn")
            r = r.adjusted(side + 6, 0, 0, 0)
        quiet = self._note(item)
        room = min(width_of(quiet, "small") + 10, r.width() * 0.45) if quiet else 0.0
        took = text_at(p, r.adjusted(0, 0, -room, 0), item.text, tone)
        if quiet:
            text_at(p, r.adjusted(took + 10, 0, 0, 0), quiet, "ink2", "small")

    def _note(self, item: SheetItem) -> str:
        words = []
        if item.critical:
            words.append(self.tr("critical: fails the whole inspection") if item.failed else self.tr("critical"))
        if item.failed:
            words.append(self.tr("becomes a problem") if item.raises else self.tr("corrected on the spot"))
        if item.entry.comment:
            words.append(self.tr('"{words}"').format(words=item.entry.comment))
        return " · ".join(words)

    def _grade(self, p: QPainter, box: QRectF, item: SheetItem, answer: str, shows_key: bool) -> None:
        name = answer_name(answer)
        if item.entry.answer == answer:
            tone = "warn" if item.failed else "ink2" if answer == NA else "accent"
            ground = {"warn": "warn_soft", "ink2": "sunken", "accent": "accent_soft"}[tone]
            rounded(p, box, 5, ground, tone, 1.4)
            text_at(p, box, name, tone, "quiet", True, MIDDLE)
        elif shows_key:
            rounded(p, box, 5, "surface", "edge")
            text_at(p, box.adjusted(5, 0, 0, 0), key_of(item.options, answer), "ink2", "tiny", align=LEFT)
            text_at(p, box.adjusted(10, 0, 0, 0), name, "ink", "quiet", align=MIDDLE)
        else:
            rounded(p, box, 5, "", "line")
            text_at(p, box, name, "ink2", "quiet", align=MIDDLE)

    def _photos(self, p: QPainter, r: QRectF, item: SheetItem) -> None:
        wanted = item.failed and item.photo_on_fail and not item.photos
        side, high = theme.grown(16), theme.grown(22)
        box = QRectF(r.x() + 8, r.center().y() - high / 2, theme.grown(46 if item.photos else 30), high)
        edge, tone = ("accent", "accent") if item.photos else ("warn", "warn") if wanted else ("line", "ink3")
        rounded(p, box, 4, "accent_soft" if item.photos else "", edge)
        paint_icon(p, "camera", box.x() + 7, box.center().y() - side / 2, side, tone)
        if item.photos:
            text_at(p, box.adjusted(side + 10, 0, 0, 0), str(item.photos), "accent", "small", True)
