"""The steps of an edition under the title of its form: where it stands, what is missing, what can be done next."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from laborqa_desktop.usecases.gates import Step
from laborqa_desktop.views import theme
from laborqa_desktop.views.i18n import say, sentences
from laborqa_desktop.views.parts.bands import Band
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.layout import column, row
from laborqa_desktop.views.problem.stage_line import StageLine, Stop

_BELOW_FROM_PX = 18


class StepBar(QWidget):
    """Stage line, gate, buttons.

    Args:
        fills: steps whose dialog asks for what is missing, so that they may be tried.
        ends: steps that take an edition out of use; they never get the primary button.

    Signals:
        step_asked: the state a step leads to.
        new_edition_asked: the user wants the next edition.
    """

    step_asked = Signal(str)
    new_edition_asked = Signal()

    def __init__(self, fills: Sequence[str] = (), ends: Sequence[str] = ()) -> None:
        super().__init__()
        self._fills, self._ends = frozenset(fills), frozenset(ends)
        self._line = StageLine(self.tr("Steps"))
        self._line.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._line.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._gate = Band("warn", "")
        self._buttons = row(None, gap=8)
        self._edition = Button(self.tr("New &edition…"), "plus", small=True, clicked=self.new_edition_asked.emit)
        self._head = row(self._line, self._buttons, gap=12)
        self._head.setStretch(0, 1)
        self._head.setAlignment(self._buttons, Qt.AlignmentFlag.AlignVCenter)
        self._arrange()
        self.setLayout(column(self._head, self._gate, gap=6))
        self._made: list[Button] = []
        self._buttons.addWidget(self._edition)

    def _arrange(self) -> None:
        large = theme.sizes().body >= _BELOW_FROM_PX
        self._head.setDirection(QBoxLayout.Direction.TopToBottom if large else QBoxLayout.Direction.LeftToRight)

    def changeEvent(self, event: QEvent) -> None:
        """Large text puts the buttons below the line."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._arrange()

    def show_steps(self, stops: Sequence[Stop], current: str, steps: Sequence[Step], edition: bool) -> None:
        """Shows where a record stands.

        Args:
            steps: the first one goes forward.
            edition: whether a new edition may be begun.
        """
        self._line.show_stops(stops, current)
        for old in self._made:
            self._buttons.removeWidget(old)
            old.deleteLater()
        self._made = []
        for number, step in enumerate(steps):
            words = say(step.label) + ("…" if step.to in self._fills else "")
            ahead = not number and step.to not in self._ends
            button = Button(words, "arrow-right" if ahead else "", "primary" if ahead else "", small=True,
                            keys="Ctrl+Enter" if not number else "")
            button.setEnabled(step.is_open or step.to in self._fills)
            button.clicked.connect(lambda _=False, to=step.to: self.step_asked.emit(to))
            self._made.append(button)
            self._buttons.insertWidget(1, button)
        self._edition.setVisible(edition)
        unmet = steps[0].unmet if steps else ()
        self._gate.setVisible(bool(unmet))
        if unmet:
            self._gate.say(self.tr('Before "{step}": {missing}').format(
                step=say(steps[0].label), missing=sentences(*map(say, unmet))))

    def go_forward(self) -> None:
        """Ctrl+Enter: the step that goes forward, when nothing stands in its way."""
        if self._made:
            self._made[0].click()

    def button(self, number: int) -> Button:
        """The button of a step, the one that goes forward first."""
        return self._made[number]
