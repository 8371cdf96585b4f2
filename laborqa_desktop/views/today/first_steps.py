"""What to do first in a new library: eight steps in order, each with its button; done ones are ticked."""

from collections.abc import Collection

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from laborqa_desktop.views import theme
from laborqa_desktop.views.icons import paint_icon, paint_in
from laborqa_desktop.views.parts.label import label
from laborqa_desktop.views.parts.layout import card, column
from laborqa_desktop.views.parts.paint import MIDDLE, PaintedButton, focus_ring, rounded, smooth, text_at, width_of

STEPS = ("company", "post", "staff", "client", "site", "checklist", "inspection", "import")
ICONS = {"company": "building-community", "post": "users", "staff": "user-check", "client": "message-circle",
         "site": "building-community", "checklist": "checklist", "inspection": "shield-check", "import": "table-import"}


_DISC_PX, _ICON_PX = 28, 20        # with text of the usual size


class Step(PaintedButton):
    """One step: number or tick, name, one quiet line."""

    def __init__(self, number: int, icon_name: str, name: str, words: str, done_words: str) -> None:
        super().__init__()
        self._number, self._icon, self._name, self._words = number, icon_name, name, words
        self._done_words, self._done = done_words, False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_done(self, done: bool) -> None:
        """Ticks it."""
        self._done = done
        self.setAccessibleDescription(self._done_words if done else self._words)
        self.update()

    def become(self, other: "Step", called: str) -> None:
        """Shows another step, which stands elsewhere too.

        Args:
            called: its name here, with {name} for the one it has there.
        """
        self._number, self._icon, self._words = other._number, other._icon, other._words
        self._name = called.format(name=other._name)
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(other._words)
        self.updateGeometry()
        self.update()

    @property
    def done(self) -> bool:
        """Whether it is ticked."""
        return self._done

    def sizeHint(self) -> QSize:
        s = theme.sizes()
        words = max(width_of(self._name, bold=True), width_of(self._words, "small"))
        beside = theme.grown(_DISC_PX) + theme.grown(_ICON_PX) + 48
        return QSize(round(words) + beside, round((s.body + s.small) * 1.5) + 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(220, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        p, r = smooth(self), QRectF(self.rect())
        middle = r.center().y()
        rounded(p, r, 8, "hover" if self.underMouse() else "surface", "line")
        size = theme.grown(_DISC_PX)
        disc = QRectF(14, middle - size / 2, size, size)
        rounded(p, disc, disc.height() / 2, "ok_soft" if self._done else "accent_soft")
        if self._done:
            paint_in(p, "check", disc, theme.grown(16), "ok")
        else:
            text_at(p, disc, str(self._number), "accent", bold=True, align=MIDDLE)
        left, side = disc.right() + 14, theme.grown(_ICON_PX)
        room = r.width() - left - side - 24
        text_at(p, QRectF(left, 9, room, middle - 9), self._name, "ink2" if self._done else "ink", bold=True)
        text_at(p, QRectF(left, middle + 1, room, middle - 10), self._done_words if self._done else self._words, "ink2",
                "small")
        paint_icon(p, self._icon, r.right() - side - 16, middle - side / 2, side, "ink3")
        if self.hasFocus():
            focus_ring(p, r, 8)


class FirstSteps(QWidget):
    """The steps.

    Signals:
        chosen: one of STEPS.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        words = {
            "company": (self.tr("Company profile"), self.tr("Name, seal and signature: they stand on every report")),
            "post": (self.tr("First post"), self.tr("What it is called, which courses and certificates it needs")),
            "staff": (self.tr("First staff file"), self.tr("The ID number fills in birth date and gender")),
            "client": (self.tr("First client"), self.tr("Who gets the monthly report")),
            "site": (self.tr("First site"), self.tr("Where your people work; inspections belong to it")),
            "checklist": (self.tr("First checklist"), self.tr("What is looked at, pasted from Excel or typed; then put "
                                                              "into use")),
            "inspection": (self.tr("First inspection"), self.tr("One key an item; then the monthly report")),
            "import": (self.tr("Import my Excel files"), self.tr("Staff, sites, inspections: tried first, then taken")),
        }
        grid = QGridLayout()
        grid.setSpacing(12)
        self.steps: dict[str, Step] = {}
        done = self.tr("Done")
        for place, key in enumerate(STEPS):
            name, said = words[key]
            step = Step(place + 1, ICONS[key], name, said, done)
            step.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self.steps[key] = step
            grid.addWidget(step, place // 2, place % 2)
        said = self.tr("Eight steps, best in this order: a staff file needs a post, a client somebody who looks after "
                       "it. This page then shows what is due, overdue and expiring.")
        inner = column(label(self.tr("Begin here"), "title"), label(said, tone="ink2", wrap=True), 6, grid, gap=6,
                       margins=(24, 20, 24, 24))
        self.setLayout(column(card(inner), None))

    def show_done(self, done: Collection[str]) -> None:
        """Ticks what is done."""
        for key, step in self.steps.items():
            step.set_done(key in done)
        if any(step.hasFocus() and step.done for step in self.steps.values()):
            self.take_keyboard()

    def take_keyboard(self) -> None:
        """To the first step that is open."""
        self.next_step.setFocus()

    @property
    def next_step(self) -> Step:
        """The first step that is open; the last when all are done."""
        return self.steps[self.next_key]

    @property
    def next_key(self) -> str:
        """Which of STEPS that is."""
        return next((key for key, step in self.steps.items() if not step.done), STEPS[-1])
