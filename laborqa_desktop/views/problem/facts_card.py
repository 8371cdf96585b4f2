"""What is known of a problem: where, from what, who is to correct it, what it looked like before and after."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from laborqa_desktop.models.enums import LABELS, LinkRole, ProblemSource
from laborqa_desktop.records.field import Kind
from laborqa_desktop.views.cells import number_text
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.label import label, section
from laborqa_desktop.views.parts.layout import column, empty, holder, scrolling
from laborqa_desktop.views.problem.pictures_strip import PicturesStrip
from laborqa_desktop.views.problem.shown import Shown

_TITLE_HOLDS = 24
_LINK_INSET = 4     # the words of a link begin so far within its focus ring


class FactsCard(QFrame):
    """The card at the left.

    Signals:
        opened: (record type, id): the user wants to see a linked record.
    """

    opened = Signal(str, int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("box", "card")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnStretch(1, 1)
        self._before = PicturesStrip(desk, self.tr("Before correction"))
        self._after = PicturesStrip(desk, self.tr("After correction and evidence"))
        self._description = label("", tone="ink2", wrap=True)
        self._description.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        body = column(section(self.tr("Facts")), self._grid, self._description, self._before, self._after, None, gap=8,
                      margins=(16, 12, 16, 12))
        self.setLayout(column(scrolling(body), margins=(1, 1, 1, 1)))

    def show_problem(self, shown: Shown) -> None:
        """Shows another problem."""
        empty(self._grid)
        value, loaded = shown.value, shown.loaded
        self._fact(self.tr("Site"), " · ".join(filter(None, (loaded.label("site", value("site_id")), value("area")))))
        self._source(shown)
        self._fact(self.tr("Found"), " · ".join(filter(None, (
            self._day(value("found_on")), loaded.label("person", value("found_by_id"))))))
        self._fact(self.tr("Category"), value("category"))
        self._fact(self.tr("Department"), loaded.label("org_unit", value("department_id")))
        self._fact(self.tr("Owner"), loaded.label("person", value("owner_id")))
        late = shown.lateness
        self._fact(self.tr("Due"), self._day(late.due_on))
        if late.original_due_on and late.original_due_on != late.due_on:
            self._fact(self.tr("First due"), self.tr("{day}, extended {count} ×").format(
                day=late.original_due_on, count=late.extensions), "warn")
        if value("repeat_of_id"):
            self._link(self.tr("Repeat of"), loaded.label("problem", value("repeat_of_id")), "problem",
                       value("repeat_of_id"))
        if value("cost") is not None:
            self._fact(self.tr("Cost"), self.tr("{amount} yuan").format(amount=number_text(value("cost"), Kind.MONEY)))
        self._fact(self.tr("Containment"), value("containment"))
        self._fact(self.tr("Cause"), value("cause"))
        self._fact(self.tr("Void because"), value("void_reason"), "warn")
        words = str(value("description") or "").strip()
        self._description.setText(words)
        self._description.setVisible("\n" in words or len(words) > _TITLE_HOLDS)
        self._before.show_pictures(shown.pictures_of(LinkRole.BEFORE.value))
        self._after.show_pictures(shown.pictures_of(LinkRole.AFTER.value, LinkRole.EVIDENCE.value,
                                                    LinkRole.PHOTO.value, LinkRole.OTHER.value))

    def _source(self, shown: Shown) -> None:
        words = say(LABELS[ProblemSource][str(shown.value("source"))])
        inspection = shown.value("inspection_id")
        if inspection is None:
            self._fact(self.tr("Source"), words)
        else:
            self._fact(self.tr("Source"), words)
            self._link("", shown.loaded.label("inspection", inspection), "inspection", inspection)
        if shown.value("item_text") and shown.value("item_text") not in str(shown.value("description")):
            self._fact(self.tr("Failed item"), shown.value("item_text"))

    def _day(self, day: date | None) -> str:
        return day.isoformat() if day else ""

    def _fact(self, name: str, words: object, tone: str = "ink") -> None:
        if words:
            shown = label(str(words), tone=tone, wrap=True)
            shown.setContentsMargins(_LINK_INSET, 0, 0, 0)
            self._add(name, shown)

    def _link(self, name: str, words: str, key: str, record_id: int) -> None:
        link = Button(words, kind="link", clicked=lambda: self.opened.emit(key, record_id))
        made = column(link)
        made.setAlignment(link, Qt.AlignmentFlag.AlignLeft)
        self._add(name, holder(made))

    def _add(self, name: str, shown: QWidget) -> None:
        place, quiet = self._grid.rowCount(), label(name, "small", "ink2")
        quiet.setContentsMargins(0, 3, 0, 0)
        self._grid.addWidget(quiet, place, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(shown, place, 1)
