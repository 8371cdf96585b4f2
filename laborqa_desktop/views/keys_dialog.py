"""The sheet of all keys (Ctrl+F1): searched as one types, printed through the preview."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from laborqa_desktop.views import shortcuts, theme
from laborqa_desktop.views.ask import Dialog
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.i18n import say, screen_language, translate
from laborqa_desktop.views.key_sheet import Group, Line, caps_of, sheet, title_of, written
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.inputs import SearchBox
from laborqa_desktop.views.parts.label import Key, label, section
from laborqa_desktop.views.parts.layout import column, holder, row, scrolling

_COLUMNS = 2


class KeysDialog(Dialog):
    """All keys by place. It may stay open beside the work.

    Signals:
        print_asked: a PDF to be shown and printed.
    """

    print_asked = Signal(bytes)

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        self._desk = desk
        self.search = SearchBox(self.tr("Search the keys"), self.tr("What do you want to do?"), shortcuts.FIND)
        self.search.searched.connect(self._show_fitting)
        self._lines: list[tuple[Group, Line, QWidget]] = []
        self._blocks: dict[Group, QWidget] = {}
        self._nothing = label(self.tr("No key does that. Look for it with Ctrl+K."), tone="ink2", wrap=True)
        self._nothing.hide()
        body = scrolling(self._build())
        body.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        body.setAccessibleName(self.tr("All keys"))
        super().__init__(parent, self.tr("All keys"), body=holder(column(self.search, self._nothing, body, gap=8)))
        shortcuts.bind(self, shortcuts.FIND, self.search.setFocus)
        self.foot.addWidget(Button(self.tr("&Print…"), "printer", clicked=self.print_sheet))
        self.add_button(self.tr("&Close"), primary=True).clicked.connect(self.reject)
        self.resize(min(980, parent.width() - 60), min(720, parent.height() - 40))
        self.search.setFocus()

    def print_sheet(self) -> None:
        """Makes the sheet as a PDF and hands it to the preview."""
        store, title = self._desk.office.store, self.tr("All keys")
        groups = [(say(group.title), tuple((written(one, translate), title_of(one, translate)) for one in group.lines))
                  for group in sheet()]
        language = screen_language()

        def work() -> bytes:
            from laborqa_desktop.usecases.printing import print_pairs  # brings what makes PDFs, which no start needs
            return print_pairs(store, title, groups, translate, language)

        self._desk.background.read(work, self.print_asked.emit, words=self.tr("Making the PDF…"))

    def _build(self) -> QHBoxLayout:
        sides: list[list[QWidget]] = [[] for _ in range(_COLUMNS)]
        heights = [0] * _COLUMNS
        for group in sheet():
            side = heights.index(min(heights))
            heights[side] += len(group.lines) + 2
            sides[side].append(self._block(group))
        made = row(*(holder(column(*blocks, None, gap=14)) for blocks in sides), gap=28, margins=(2, 2, 12, 8))
        for place in range(_COLUMNS):
            made.setStretch(place, 1)
        return made

    def _block(self, group: Group) -> QWidget:
        made = column(section(say(group.title)), gap=6)
        for line in group.lines:
            shown = self._line(line)
            self._lines.append((group, line, shown))
            made.addWidget(shown)
        self._blocks[group] = holder(made)
        return self._blocks[group]

    @staticmethod
    def _line(line: Line) -> QWidget:
        does: QLabel = label(title_of(line, translate), wrap=True)
        parts: list[QWidget] = []
        for one in caps_of(line, translate):
            parts.append(label(one, tone="ink2") if one == "…" else Key(one))
        left = holder(row(*parts, None, gap=4))
        left.setFixedWidth(theme.sizes().body * 13)
        made = row(left, does, gap=10)
        made.setStretch(1, 1)
        return holder(made)

    def _show_fitting(self, words: str) -> None:
        wanted, shown = words.casefold().split(), set[Group]()
        for group, line, widget in self._lines:
            text = f"{say(group.title)} {title_of(line, translate)} {written(line, translate)}".casefold()
            fits = all(word in text for word in wanted)
            widget.setVisible(fits)
            if fits:
                shown.add(group)
        for group, block in self._blocks.items():
            block.setVisible(group in shown)
        self._nothing.setVisible(not shown)
