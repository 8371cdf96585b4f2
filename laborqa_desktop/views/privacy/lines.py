"""A card with a heading, quiet words and lines that are read anew."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from laborqa_desktop.text import Text
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.bands import EmptyState
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.label import label, section
from laborqa_desktop.views.parts.layout import column, empty, row, rule

MOST_SHOWN = 100
FEW = 6
"""Lines shown before somebody asks for all, so that the cards below stay in reach."""


class LinesCard(QFrame):
    """The card.

    Args:
        icon_name, empty: shown while there are no lines.
        buttons: at the right of the quiet words.

    Signals:
        renewed: other lines are shown.
    """

    renewed = Signal()

    def __init__(self, title: Text, words: Text, icon_name: str, empty: Text, buttons: Iterable[QWidget] = ()) -> None:
        super().__init__()
        self.setProperty("box", "card")
        self.count = label("", "small", "ink2")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._empty = EmptyState(icon_name, say(empty))
        said = row(label(say(words), "small", "ink2", wrap=True), *buttons, gap=8)
        said.setStretch(0, 1)
        head = row(section(say(title)), self.count, gap=10)
        head.setStretch(0, 1)
        self._all = Button("", kind="link", small=True, clicked=self.show_all)
        self._opened = False
        self._shown: list[QWidget] = []
        self.setLayout(column(head, said, self._lines, row(self._all, None), self._empty, gap=8,
                              margins=(16, 14, 16, 14)))
        self.show_lines(())

    def show_all(self) -> None:
        """Shows the lines that were left out."""
        self._opened = True
        for line in self._shown:
            line.show()
        self._all.hide()

    def show_lines(self, lines: Iterable[QWidget]) -> None:
        """Shows other lines, with a hairline between them; the first few, until all are asked for."""
        empty(self._lines)
        shown = list(lines)
        self._shown = [one for line in shown for one in (rule(), line)][1:]
        few = self._opened or len(shown) <= FEW + 1
        for place, one in enumerate(self._shown):
            self._lines.addWidget(one)
            one.setVisible(few or place < 2 * FEW - 1)
        self._all.set_words(self.tr("Show all {count}").format(count=f"{len(shown):,}"))
        self._all.setVisible(not few)
        self.count.setVisible(bool(self.count.text()))      # an empty one would shorten the heading's line
        self._empty.setVisible(not shown)
        self.renewed.emit()
