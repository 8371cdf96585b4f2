"""The library itself: where it lies, what is in it, who works in it."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QGridLayout

from laborqa_desktop.records import record_type
from laborqa_desktop.usecases.listing import Count, Query
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.label import Elided, label, section
from laborqa_desktop.views.parts.layout import column, row

COUNTED = ("staff", "client", "site", "inspection", "problem", "report")


class LibraryCard(QFrame):
    """Facts about the library."""

    def __init__(self, desk: Desk, folder: Path | None = None) -> None:
        super().__init__()
        self._desk, self._folder = desk, folder
        self.setProperty("box", "card")
        self._numbers = {key: label("…", "strong") for key in COUNTED}
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        for place, (key, number) in enumerate(self._numbers.items()):
            line, side = divmod(place, 2)
            number.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label(say(record_type(key).title), "quiet", "ink2"), line, side * 3)
            grid.addWidget(number, line, side * 3 + 1)
            grid.setColumnMinimumWidth(side * 3 + 2, 20)
            grid.setColumnStretch(side * 3, 1)
        person = desk.office.person or "—"
        made = column(section(self.tr("Library")), grid,
                      label(self.tr("Working now: {person}").format(person=person), "quiet", "ink2", wrap=True),
                      gap=10, margins=(16, 14, 16, 14))
        if folder is not None:
            opener = Button(self.tr("Open the &folder"), "folder-open", small=True, clicked=self._open)
            line_of_folder = row(Elided(str(folder), "quiet", "ink2"), opener)
            line_of_folder.setStretch(0, 1)
            made.addLayout(line_of_folder)
        words = self.tr("Nothing in this folder is to be moved or renamed by hand.")
        made.addWidget(label(words, "small", "ink2", wrap=True))
        self.setLayout(made)
        self.reload()

    def reload(self) -> None:
        """Counts anew."""
        records = self._desk.office.records

        def work() -> dict[str, Count]:
            return {key: records.count(key, Query()) for key in COUNTED}

        self._desk.background.read(work, self._show)

    def _show(self, counts: dict[str, Count]) -> None:
        for key, count in counts.items():
            self._numbers[key].setText(f"{count.n:,}{'+' if count.capped else ''}")

    def _open(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))
