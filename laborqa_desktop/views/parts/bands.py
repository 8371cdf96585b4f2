"""What a screen says: the undo strip, an empty state, progress, and bands that warn, refuse or praise."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from laborqa_desktop.views.icons import OF_STATE
from laborqa_desktop.views.parts.button import Button, plain_words
from laborqa_desktop.views.parts.label import Elided, Icon, Key, bullet, label
from laborqa_desktop.views.parts.layout import column, empty, row
from laborqa_desktop.views.shortcuts import STOP_WORK

UNDO_MS = 10_000
PROGRESS_AFTER_MS, CANCEL_AFTER_MS = 500, 2_000


class UndoBar(QFrame):
    """The dark strip in the foot of a list for 10 s after an act; Ctrl+Z does the same, later too.

    Signals:
        undone: the user wants the act back.
    """

    undone = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("undo")
        self._words = Elided("", "body", "surface")
        self._button = Button(self.tr("Undo"), clicked=self._undo)
        made = row(self._words, self._button, Key("Ctrl+Z"), gap=8, margins=(12, 2, 8, 2))
        made.setStretch(0, 1)
        self.setLayout(made)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._timer = QTimer(self, singleShot=True, interval=UNDO_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def offer(self, words: str) -> None:
        """Shows what was done, and the way back."""
        self._words.setText(words)
        self._words.updateGeometry()
        self.setAccessibleName(words)
        self.show()
        self._timer.start()

    def _undo(self) -> None:
        self.hide()
        self.undone.emit()


class EmptyState(QWidget):
    """One icon, one sentence what will be here, one button.

    Args:
        button: without a mnemonic of its own: the button of the page has it.
        keys: what its tip names.

    Signals:
        acted: its button was pressed.
    """

    acted = Signal()

    def __init__(self, icon_name: str, words: str, button: str = "", keys: str = "") -> None:
        super().__init__()
        self._words = label(words, tone="ink2", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._button = Button(plain_words(button), keys=keys, clicked=self.acted.emit)
        if not button:
            self._button.hide()
        made = column(None, row(None, Icon(icon_name, "ink3", 22), None), self._words,
                      row(None, self._button, None), None, gap=12, margins=(24, 24, 24, 24))
        self.setLayout(made)

    def say(self, words: str, button: str = "") -> None:
        """Says something else."""
        self._words.setText(words)
        self._button.set_words(plain_words(button))
        self._button.setVisible(bool(button))


class Progress(QWidget):
    """A 6-px bar with words and count after half a second; a cancel button after two.

    Args:
        stoppable: False for what cannot be cancelled; it has no button.

    Signals:
        cancelled: the user has had enough.
    """

    cancelled = Signal()

    def __init__(self, stoppable: bool = True) -> None:
        super().__init__()
        self._stoppable, self._last, self._at_its_end, self._stopping = stoppable, "", False, False
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._words, self._count = label("", "small", "ink2"), label("", "small", "ink2")
        self._cancel = Button(self.tr("Cancel"), small=True, keys=STOP_WORK, clicked=self.cancelled.emit)
        self._cancel.setShortcut(STOP_WORK)       # heard while it is in sight
        made = column(row(self._words, None, self._count, self._cancel, gap=10), self._bar, gap=6)
        self.setLayout(made)
        self._shown = QTimer(self, singleShot=True, interval=PROGRESS_AFTER_MS)
        self._shown.timeout.connect(self.show)
        self._late = QTimer(self, singleShot=True, interval=CANCEL_AFTER_MS)
        self._late.timeout.connect(self._cancel.show)
        self.hide()

    def begin(self, words: str, last: str = "", *, fixed: bool = False) -> None:
        """Something began; nothing is seen of it for half a second.

        Args:
            last: what is being done once it cannot be stopped any more, where that takes long too.
            fixed: it cannot be stopped at all.
        """
        self._last, self._at_its_end, self._stopping = last, False, False
        self._words.setText(words)
        self._bar.setAccessibleName(words)
        self._count.setText("")
        self._bar.setRange(0, 0)
        self._cancel.hide()
        self._cancel.setEnabled(True)
        self._shown.start()
        if self._stoppable and not fixed:
            self._late.start()

    def advance(self, done: int, total: int) -> None:
        """So much of it is done; total 0 when nobody knows. Once all is done, what is left cannot be stopped."""
        self._at_its_end = bool(total) and done >= total
        if self._stopping:      # a step that was on its way already
            return
        self._cancel.setEnabled(not self._at_its_end)
        if self._at_its_end and self._last:
            self._words.setText(self._last)
            self._bar.setRange(0, 0)
            self._count.setText("")
            return
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._count.setText(f"{done:,} / {total:,}" if total else f"{done:,}")

    def stopping(self) -> None:
        """It was cancelled and has not answered yet; at its end that came too late, and nothing is said of it."""
        if self._at_its_end:
            return
        self._stopping = True
        self._words.setText(self.tr("Cancelling…"))
        self._count.setText("")
        self._bar.setRange(0, 0)
        self._cancel.setEnabled(False)

    def end(self) -> None:
        """It is over."""
        self._shown.stop()
        self._late.stop()
        self.hide()


class Band(QFrame):
    """A band of words on soft ground: a gate that lists what is missing, a warning, an error, good news.

    Args:
        state: ok, warn, error or soft.
        icon: in place of the one of its state.
    """

    def __init__(self, state: str, title: str, lines: Sequence[str] = (), button: str = "",
                 clicked: Callable[[], object] | None = None, icon: str = "") -> None:
        super().__init__()
        self.setProperty("box", state)
        tone = "accent" if state == "soft" else state
        self._title: QLabel = label(title, tone=tone, wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(2)
        head = row(Icon(icon or OF_STATE.get(state, "info-circle"), tone), self._title, gap=8)
        head.setStretch(1, 1)
        self._button = Button(button, small=True, clicked=clicked)
        if not button:      # shown without a parent it would be a window of its own
            self._button.hide()
        head.addWidget(self._button)
        self.setLayout(column(head, self._lines, gap=4, margins=(12, 8, 12, 8)))
        self.say(title, lines)

    def say(self, title: str, lines: Sequence[str] = ()) -> None:
        """Says something else."""
        self._title.setText(title)
        self.setAccessibleName(". ".join((title, *lines)))
        empty(self._lines)
        for line in lines:
            self._lines.addWidget(bullet(line, indent=24))

