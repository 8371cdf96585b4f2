"""What stands above a submitted inspection: the problems it raised as links, review, the client's signature, void."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu

from laborqa_desktop.models.enums import LABELS, InspectionState, ProblemStage
from laborqa_desktop.usecases.inspection_sheet import Sheet
from laborqa_desktop.usecases.inspections import Raised
from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.icons import icon
from laborqa_desktop.views.parts.button import Button, icon_button
from laborqa_desktop.views.parts.label import Elided, Icon, label
from laborqa_desktop.views.parts.layout import column, empty, row

_LINKS = 3


class ResultBar(QFrame):
    """The bar.

    Signals:
        problem_asked: id of a problem.
        review_asked, sign_asked, recheck_asked, void_asked, print_asked: the user wants that act.
    """

    problem_asked = Signal(int)
    review_asked = Signal()
    sign_asked = Signal()
    recheck_asked = Signal()
    void_asked = Signal()
    print_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("box", "card")
        self._icon = Icon("circle-check", "ok")
        self._facts = Elided("", "small", "ink2")
        self._links = QHBoxLayout()
        self._links.setSpacing(6)
        self._review = Button(self.tr("&Review…"), "user-check", small=True, clicked=self.review_asked.emit)
        self._sign = Button(self.tr("&Client signed…"), "writing-sign", small=True, clicked=self.sign_asked.emit)
        self._recheck = Button(self.tr("Check &again"), "refresh", small=True, clicked=self.recheck_asked.emit)
        self._menu = QMenu(self)
        self._menu.addAction(icon("printer"), self.tr("&Print…"), self.print_asked.emit)
        self._void = self._menu.addAction(self.tr("&Void with a reason…"), self.void_asked.emit)
        self._more = icon_button("dots", self.tr("More"), shortcuts.RECORD_MENU, self.open_menu)
        first = row(self._icon, self._links, None, self._review, self._sign, self._recheck, self._more, gap=8)
        self.setLayout(column(first, self._facts, gap=2, margins=(16, 6, 8, 8)))

    def show_result(self, sheet: Sheet, raised: Sequence[Raised], facts: Sequence[str]) -> None:
        """Shows what came of an inspection.

        Args:
            facts: who reviewed, who signed, why it is void.
        """
        void = sheet.state == InspectionState.VOID
        empty(self._links)
        self._icon.show_icon("ban" if void else "alert-triangle" if raised else "circle-check",
                             "ink2" if void else "warn" if raised else "ok")
        words = self.tr("No problem was raised.") if not raised else self.tr("Problems: {count}").format(
            count=len(raised))
        self._links.addWidget(label(self.tr("This inspection is void.") if void else words, "strong"))
        for one in raised[:_LINKS]:
            stage = say(LABELS[ProblemStage][one.stage])
            link = Button(f"{one.code} {stage}", kind="link", tip=one.text)
            link.clicked.connect(self._asking(one.id))
            self._links.addWidget(link)
        if len(raised) > _LINKS:
            rest = Button(self.tr("{count} more…").format(count=len(raised) - _LINKS), kind="link")
            menu = QMenu(rest)
            for one in raised[_LINKS:]:
                entry = menu.addAction(f"{one.code}  {one.text}".replace("&", "&&"))
                entry.triggered.connect(self._asking(one.id))
            rest.setMenu(menu)
            self._links.addWidget(rest)
        self._facts.set_words(" · ".join(facts))
        self._facts.setVisible(bool(facts))
        self._review.setVisible(sheet.state == InspectionState.SUBMITTED)
        self._void.setVisible(not void)
        for one_button in (self._sign, self._recheck):
            one_button.setVisible(not void)

    def _asking(self, problem_id: int) -> Callable[[], None]:
        return lambda: self.problem_asked.emit(problem_id)

    def open_menu(self) -> None:
        """Ctrl+Shift+M, or the dots."""
        self._menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))
