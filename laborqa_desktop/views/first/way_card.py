"""Step 4: where to begin."""

from enum import Enum

from PySide6.QtCore import Signal

from laborqa_desktop.views.first.step_card import StepCard, step_layout
from laborqa_desktop.views.parts.button import Button, Way
from laborqa_desktop.views.parts.label import label
from laborqa_desktop.views.parts.layout import row


class Ending(Enum):
    """What the user begins with."""

    IMPORT = "import"
    SAMPLE = "sample"
    EMPTY = "empty"


class FirstWayCard(StepCard):
    """Three ways to begin, each leads straight there.

    Signals:
        chosen: an Ending.
        went_back: to the second place.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.ways = {
            Ending.IMPORT: Way("table-import", self.tr("&Import my Excel files"),
                               self.tr("Staff, sites, inspections: tried first, then taken")),
            Ending.SAMPLE: Way("eye", self.tr("&Look at the sample"),
                               self.tr("Invented data; your library waits in the list")),
            Ending.EMPTY: Way("plus", self.tr("Start &empty"), self.tr("Eight first steps on the page of today")),
        }
        for ending, way in self.ways.items():
            way.clicked.connect(lambda _=False, ending=ending: self.chosen.emit(ending))
        back = Button(self.tr("&Back"), keys="Esc", clicked=self.go_back)
        self.setLayout(step_layout(
            4, self.tr("Your library is ready"),
            label(self.tr("How would you like to begin? You can do the others later."), tone="ink2", wrap=True),
            *self.ways.values(), 4, row(None, back), None))

    def take_keyboard(self) -> None:
        """To the first way; arrow keys lead to the others."""
        self.ways[Ending.IMPORT].setFocus()

    def set_busy(self) -> None:
        """While the library opens."""
        self.setEnabled(False)
