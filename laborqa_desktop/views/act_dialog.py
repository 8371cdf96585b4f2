"""A dialog that shows what an act would do and does it with one button; before that nothing is written."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QWidget

from laborqa_desktop.text import Text
from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.ask import Dialog
from laborqa_desktop.views.background import Step
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.bands import Band
from laborqa_desktop.views.parts.field_frame import FieldFrame
from laborqa_desktop.views.parts.inputs import Entry
from laborqa_desktop.views.parts.layout import card, column, holder
from laborqa_desktop.views.task import Task

T = TypeVar("T")


class ActDialog(Dialog):
    """The frame: what is to be done, what stands in the way, the preview, the reason a rule wants, the button.

    A child overrides look, is_ready and act, and calls lay_out once its parts are made.
    """

    def __init__(self, desk: Desk, parent: QWidget, title: str, size: QSize, pause_ms: int) -> None:
        """Args:
        pause_ms: the preview is made that long after the last change.
        """
        self._desk, self._asks = desk, False
        self._body = column(gap=12)
        super().__init__(parent, title, "", holder(self._body))
        self.band = Band("warn", "")
        self.band.hide()
        self.reason = Entry()
        self.reason.textChanged.connect(lambda _: self.enable())
        self.reason_frame = FieldFrame(self.tr("Reason"), self.reason, required=True)
        self.reason_frame.hide()
        self.task = Task(desk.background)
        self.task.refused.connect(self.refuse)
        self.task.ended.connect(self.enable)
        self.pause = QTimer(self, singleShot=True, interval=pause_ms)
        self.pause.timeout.connect(self.look)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(size)

    def lay_out(self, top: QLayout, preview: QLayout, button: str, under: Sequence[QWidget] = (),
                beside: Sequence[QWidget] = ()) -> None:
        """Puts everything in its place, and so in the order of Tab.

        Args:
            top: what is to be done.
            button: the act, as a verb.
            under: stands under the preview.
            beside: stands in the foot before the buttons.
        """
        self._body.addLayout(top)
        self._body.addWidget(self.band)
        self._body.addWidget(card(preview), 1)
        for part in (*under, self.reason_frame, self.task):
            self._body.addWidget(part)
        for part in beside:
            self.foot.addWidget(part)
        self.add_way_out(self.tr("Cancel"))
        self.go = self.add_button(button, primary=True, keys="Ctrl+Enter")
        self.go.clicked.connect(self.act)
        for keys in shortcuts.GO_ON:
            shortcuts.bind(self, keys, self.go.click)

    # ------------------------------------------------------------ what a child says

    def look(self) -> None:
        """Makes the preview."""
        raise NotImplementedError

    def is_ready(self) -> bool:
        """Whether the preview is there and leaves something to do."""
        raise NotImplementedError

    def act(self) -> None:
        """Does what the preview shows."""
        raise NotImplementedError

    # ------------------------------------------------------------ what a child uses

    def tell(self, words: str, lines: Sequence[str] = ()) -> None:
        """Shows what stands in the way, above the preview."""
        self.band.say(words, lines)
        self.band.show()

    def ask_reason(self, why: Text | None) -> None:
        """Asks for a reason, or for none."""
        self._asks = why is not None
        self.reason_frame.setVisible(self._asks)
        self.reason_frame.show_message("", say(why) if why is not None else "")

    def enable(self) -> None:
        """Lets the button be pressed when all it needs is there."""
        self.go.setEnabled(self.is_ready() and not (self._asks and not self.reason.text().strip()))

    def carry_out(self, words: str, work: Callable[[Step, str], T], done: Callable[[T], None]) -> None:
        """Does the act, once.

        Args:
            words: what is being done, for the bar.
            work: gets the step and the reason, which is "" where none is asked for.
        """
        if self.task.busy or not self.is_ready():
            return
        self.go.setEnabled(False)
        reason = self.reason.text() if self._asks else ""
        self.task.start(words, lambda step: work(step, reason), done, keeps=True)

    def refuse(self, words: str) -> None:
        """Says why nothing was done."""
        self.tell(words)
        self.enable()

    def reject(self) -> None:
        """Stops what is under way, of which nothing is kept; an act that was stopped has to say so before it closes."""
        self.pause.stop()
        if self.task.stop():
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.task.busy:
            self.task.stop()
            return
        super().keyPressEvent(event)
