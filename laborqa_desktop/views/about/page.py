"""About: version, facts for support, the licences of all parts, and how Qt's libraries are replaced (LGPL)."""

from pathlib import Path

import PySide6
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from laborqa_desktop import __version__, logs
from laborqa_desktop.views import theme
from laborqa_desktop.views.about.part_list import PartList
from laborqa_desktop.views.about.parts import Part, all_parts, text_of
from laborqa_desktop.views.any_screen import AnyScreen
from laborqa_desktop.views.ask import Dialog
from laborqa_desktop.views.background import Background
from laborqa_desktop.views.clipboard import Copied, copy_text
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.grown import fixed_width
from laborqa_desktop.views.parts.label import Mark, label, section
from laborqa_desktop.views.parts.layout import SideColumn, card, column, row, rule, scrolling

_SIDE_PX, _LIST_PX = 360, 300


class AboutPage(AnyScreen):
    """The page. It needs no library, so that it is shown before one is open too."""

    def __init__(self, background: Background) -> None:
        super().__init__()
        self._background = background
        self._facts = logs.system()
        self.parts = PartList(self.tr("Parts and their licences"))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFont(theme.font("small"))
        self.text.setAccessibleName(self.tr("Text of the licence"))
        self.copy_button = Button(self.tr("&Copy for support"), small=True, clicked=self._copy)
        self._wanted: Part | None = None
        self.setLayout(self._build())
        self.parts.chosen.connect(self._choose)

    def _build(self) -> QHBoxLayout:
        version = self.tr("Version {number}, Apache License 2.0").format(number=__version__)
        names = column(label("LaborQA Desktop", "title"), label(version, "quiet", "ink2", wrap=True), gap=2)
        head = row(Mark(40), names, gap=12)
        head.setStretch(1, 1)
        facts = label(self._facts.partition(", ")[2], "small", "ink2", wrap=True)
        free = label(self.tr("The program is free, comes without any warranty, works without a network and sends "
                             "nothing to anybody."), wrap=True)
        swap = label(self.tr(
            "Qt and PySide6 are under the LGPL 3: you may use your own build of the same version. Close the program, "
            "put your files in the place of Qt's in this folder, and start it again:"), wrap=True)
        where = label(str(Path(PySide6.__file__).parent), "small", "ink2", wrap=True)
        alone = label(self.tr(
            "The single file unpacks into a new folder at each start; for your own Qt take the folder form, or build "
            "the file from the source: python dev.py exe."), "quiet", "ink2", wrap=True)
        side = column(head, free, facts, row(self.copy_button, None), 4, section(self.tr("Replacing Qt's libraries")),
                      swap, where, alone, None, gap=10, margins=(18, 16, 18, 16))
        left = card(column(scrolling(side, SideColumn(_SIDE_PX)), gap=0, margins=(1, 1, 1, 1)))
        fixed_width(self.parts, _LIST_PX)
        licences = row(self.parts, rule("v"), self.text, gap=0, margins=(1, 6, 6, 6))
        licences.setStretch(2, 1)
        made = row(left, card(licences), gap=12)
        made.setStretch(1, 1)
        return made

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._wanted is None:
            self._background.read(all_parts, self.parts.show_parts)

    def _choose(self, part: Part) -> None:
        self._wanted = part
        self._background.read(lambda: (part, text_of(part)), self._show_text)

    def _show_text(self, answer: tuple[Part, str]) -> None:
        part, words = answer
        if part is self._wanted:
            self.text.setPlainText(words)

    def _copy(self) -> None:
        copy_text(self._facts, Copied.OPEN)


class AboutDialog(Dialog):
    """The same over the first page."""

    def __init__(self, parent: QWidget, background: Background) -> None:
        self.page = AboutPage(background)
        super().__init__(parent, self.tr("About LaborQA"), body=self.page)
        self.add_button(self.tr("C&lose"), primary=True).clicked.connect(self.reject)
        self.resize(max(900, min(1200, parent.width() - 80)), max(520, min(680, parent.height() - 40)))
        self.page.parts.setFocus()


def make_about_page(desk: Desk) -> AboutPage:
    """The page, for the main window."""
    return AboutPage(desk.background)
