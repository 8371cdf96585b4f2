"""The live score: number, verdict so far, how much is answered, a bar with the pass mark; and each section's score."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from laborqa_desktop.usecases.inspection_sheet import Sheet, Tally
from laborqa_desktop.views import theme
from laborqa_desktop.views.parts.figures import Meter
from laborqa_desktop.views.parts.label import Elided
from laborqa_desktop.views.parts.layout import empty
from laborqa_desktop.views.parts.paint import RIGHT, Painted, rounded, smooth, text_at, width_of
from laborqa_desktop.views.parts.pill import paint_pill, pill_width


class ScoreLine(Painted):
    """The head of the grid."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet: Sheet | None = None
        self._tally: Tally | None = None
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_tally(self, sheet: Sheet, now: Tally) -> None:
        """Shows how it stands."""
        self._sheet, self._tally = sheet, now
        words, _ = self._verdict()
        self.setAccessibleName(" · ".join(part for part in (
            self.tr("Score {score}").format(score=self._figure()), words, self._counts()) if part))
        self.setToolTip(self.accessibleName())
        self.updateGeometry()
        self.update()

    def _figure(self) -> str:
        sheet, now = self._sheet, self._tally
        if sheet is not None and sheet.stated_score is not None:
            return f"{sheet.stated_score / 10:.1f}"
        share = now.score.per_cent if now else None
        return "—" if share is None else f"{share:.1f}"

    def _share(self) -> float | None:
        if self._sheet is not None and self._sheet.stated_score is not None:
            return self._sheet.stated_score / 10
        return self._tally.score.per_cent if self._tally else None

    def _verdict(self) -> tuple[str, str]:
        sheet, now = self._sheet, self._tally
        if sheet is None or now is None:
            return "", "plain"
        if not sheet.editable:
            words = {"pass": self.tr("Passed"), "fail": self.tr("Failed")}.get(sheet.result, self.tr("Not rated"))
            return words, {"pass": "ok", "fail": "warn"}.get(sheet.result, "plain")
        if now.score.critical_failed:
            return self.tr("A critical item failed"), "warn"
        if now.score.per_cent is None or sheet.pass_mark is None:
            return "", "plain"
        if now.score.per_cent * 10 < sheet.pass_mark:
            return self.tr("Below the pass mark"), "warn"
        return (self.tr("Passes so far") if now.unanswered else self.tr("Passes")), "ok"

    def _counts(self) -> str:
        now = self._tally
        if now is None or not now.total:
            return ""
        done = now.total - len(now.unanswered)
        words = self.tr("{done} of {total} answered").format(done=done, total=now.total)
        return self.tr("{answered} · {count} failed").format(answered=words, count=now.failed) if now.failed else words

    def sizeHint(self) -> QSize:
        s = theme.sizes()
        words, tone = self._verdict()
        needed = width_of("100.0", "figure", True) + pill_width(words, tone) + width_of(self._counts(), "quiet") + 60
        return QSize(round(max(340, needed)), round(s.figure * 1.4) + 18)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 400), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        p, high = smooth(self), theme.sizes().figure * 1.4
        took = text_at(p, QRectF(0, 0, 120, high), self._figure(), "ink", "figure", True)
        text_at(p, QRectF(took + 6, 5, 40, high - 5), self.tr("pts"), "ink2", "quiet")
        words, tone = self._verdict()
        x = took + 12 + width_of(self.tr("pts"), "quiet")
        if words:
            x += 8 + paint_pill(p, x + 4, high / 2 + 1, words, tone)
        text_at(p, QRectF(x + 8, 2, self.width() - x - 8, high), self._counts(), "ink2", "quiet", align=RIGHT)
        top, mark = high + 7, self._sheet.pass_mark if self._sheet else None
        rounded(p, QRectF(0, top, self.width(), 8), 4, "sunken")
        share = self._share()
        if share:
            low = mark is not None and share * 10 < mark
            rounded(p, QRectF(0, top, self.width() * min(share, 100) / 100, 8), 4, "warn" if low else "bar")
        if mark is not None:
            at = self.width() * mark / 1000
            p.fillRect(QRectF(at - 1, top - 4, 2, 16), theme.colour("ink"))
            tiny = theme.sizes().tiny + 3
            text_at(p, QRectF(at - 64, top - tiny, 60, tiny), f"{mark / 10:g}", "ink2", "tiny", align=RIGHT)


class SectionScores(QWidget):
    """A line for each section: name, bar, per cent."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 4)
        self.setLayout(self._grid)
        self._names: tuple[str, ...] = ()
        self._lines: list[tuple[Elided, Meter, QWidget]] = []

    def show_tally(self, now: Tally, pass_mark: int | None) -> None:
        """Shows how each section stands."""
        names = tuple(one.section for one in now.sections)
        if names != self._names:
            self._rebuild(names)
        for one, (name, meter, figure) in zip(now.sections, self._lines, strict=True):
            share = one.score.per_cent
            low = share is not None and pass_mark is not None and share * 10 < pass_mark
            shown = "—" if share is None else f"{share:.0f} %"
            meter.show_parts([((share or 0) / 100, "warn" if low else "bar")])
            meter.setAccessibleName(f"{one.section} {shown}")
            name.set_words(one.section or self.tr("Without a section"), "ink2" if share is None else "ink")
            assert isinstance(figure, Elided)
            figure.set_words(shown, "warn" if low else "ink2" if share is None else "ink")

    def _rebuild(self, names: tuple[str, ...]) -> None:
        empty(self._grid)
        self._names, self._lines = names, []
        for place, _ in enumerate(names):
            line = Elided("", "small"), Meter(""), Elided("100 %", "small")
            line[2].setFixedWidth(round(width_of("100 %", "small")) + 8)
            for column, part in enumerate(line):
                self._grid.addWidget(part, place, column)
            self._lines.append(line)


