"""Second step: which column becomes which field, how its dates are written, what its words mean."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from laborqa_desktop.records.field import Field, Kind
from laborqa_desktop.text import fill
from laborqa_desktop.usecases import import_mapping
from laborqa_desktop.usecases.import_mapping import ColumnUse
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.importing.state import Chosen
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.inputs import Combo
from laborqa_desktop.views.parts.label import Elided, Icon, label
from laborqa_desktop.views.parts.layout import box, card, column, empty, holder, row, rule, scrolling
from laborqa_desktop.views.parts.pill import Pill

_STRETCHES, _ARROW = (3, 3, 0, 4, 3), 2
"""Of the columns: heading, example, arrow, field, how it is read; and the place of the arrow."""
DATE_FORMATS = ("YYYY-MM-DD", "YYYYMMDD", "D/M/YYYY", "M/D/YYYY", "YYYY-MM")


class ColumnsStep(QWidget):
    """The step.

    Signals:
        mapped: a mapping that differs from the one shown.
        values_asked: (heading, field key): the user wants to say what the words of a column mean.
        save_mapping: the user wants the mapping as a file.
    """

    mapped = Signal(object)
    values_asked = Signal(str, str)
    save_mapping = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._chosen: Chosen | None = None
        self._fields: dict[str, Field] = {}
        self.editors: dict[str, Combo] = {}
        self._words = Elided("", "quiet", "ink2")
        save = Button(self.tr("&Save mapping…"), "download", small=True, clicked=self.save_mapping.emit)
        head = row(label(self.tr("Columns"), "title"), self._words, save, gap=12, margins=(16, 10, 12, 10))
        head.setStretch(1, 1)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(16, 4, 16, 12)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        for place, stretch in enumerate(_STRETCHES):
            self._grid.setColumnStretch(place, stretch)
        heads = QGridLayout()
        heads.setContentsMargins(16, 6, 16, 6)
        heads.setHorizontalSpacing(12)
        names = (self.tr("Column of the file"), self.tr("Example"), "", self.tr("Becomes"), self.tr("How it is read"))
        for place, (words, stretch) in enumerate(zip(names, _STRETCHES, strict=True)):
            heads.addWidget(label(words, "small", "ink2"), 0, place)
            heads.setColumnStretch(place, stretch)
        heads.setColumnMinimumWidth(_ARROW, 16)
        body = column(self._grid, None, gap=0)
        made = column(head, rule(), box("sunken", heads), scrolling(body), gap=0, margins=(1, 1, 1, 1))
        made.setStretch(3, 1)
        self.setLayout(column(card(made)))

    def show_columns(self, chosen: Chosen) -> None:
        """Shows the columns of a file."""
        focus = self.focusWidget()
        kept = focus.objectName() if focus is not None else ""
        self._chosen = chosen
        self._fields = {one.key: one for one in import_mapping.choices(chosen.kind)}
        empty(self._grid)
        self.editors = {}
        uses = chosen.columns()
        for line, use in enumerate(uses):
            self._add(line, use)
        mapped = sum(bool(use.field) for use in uses)
        missing = [say(one.label) for one in import_mapping.lacking(chosen.mapping)]
        words = fill(self.tr("{mapped} of {count} {count:column|columns} {mapped:is|are} taken"),
                     mapped=mapped, count=len(uses))
        if missing:
            words = fill(self.tr("{mapped} of {count} {count:column|columns} {mapped:is|are} taken; nothing fills: "
                                 "{missing}"), mapped=mapped, count=len(uses), missing=self.tr(", ").join(missing))
        self._words.set_words(words, "warn" if missing else "ink2")
        if kept in self.editors:
            self.editors[kept].setFocus()

    def _add(self, line: int, use: ColumnUse) -> None:
        heading, example = Elided(use.heading, "body", "ink", bold=True), Elided(use.example, "quiet", "ink2")
        editor = Combo(self.tr("Field for the column {heading}").format(heading=use.heading),
                       [("", self.tr("not imported")), *((key, self._name(one)) for key, one in self._fields.items())])
        editor.setObjectName(use.heading)
        editor.set_key(use.field)
        editor.activated.connect(lambda _: self._assign(use.heading, str(editor.key())))
        self.editors[use.heading] = editor
        for place, one in enumerate((heading, example, Icon("arrow-right", "ink3"), editor, self._reading(use))):
            self._grid.addWidget(one, line, place)

    def _name(self, field: Field) -> str:
        return f"{say(field.label)} *" if field.required else say(field.label)

    def _reading(self, use: ColumnUse) -> QWidget:
        field = self._fields.get(use.field)
        if field is None:
            unread = self.tr("row number") if use.counter else self.tr("skipped")
            return holder(row(Pill(self.tr("serves a rule") if use.also else unread, "plain"), None))
        if field.kind in (Kind.DATE, Kind.MOMENT):
            formats = list(dict.fromkeys([*DATE_FORMATS, *use.dates]))
            chosen = Combo(self.tr("Date format of {heading}").format(heading=use.heading),
                           [("", self.tr("every clear date")), *((one, one) for one in formats)])
            chosen.set_key(use.dates[0] if use.dates else "")
            chosen.activated.connect(lambda _: self._dates(use.field, str(chosen.key())))
            return chosen
        if field.kind in (Kind.CHOICE, Kind.REF, Kind.BOOL):
            count = len(use.values or {})
            words = (fill(self.tr("{count} {count:word|words} translated…"), count=count) if count
                     else self.tr("What its words mean…"))
            opener = Button(words, kind="link", clicked=lambda: self.values_asked.emit(use.heading, use.field))
            return holder(row(opener, None))
        return holder(row(Pill(self.tr("as it stands"), "plain"), None))

    def _assign(self, heading: str, key: str) -> None:
        self._tell(import_mapping.assign(self._mapping(), heading, key))

    def _dates(self, key: str, wanted: str) -> None:
        self._tell(import_mapping.set_dates(self._mapping(), key, (wanted,) if wanted else ()))

    def _mapping(self) -> Any:
        assert self._chosen is not None
        return self._chosen.mapping

    def _tell(self, mapping: Any) -> None:
        self.mapped.emit(mapping)


class ValuesPanel(QWidget):
    """What the words of one column mean: each with what is to stand in its place."""

    def __init__(self, values: list[tuple[str, int]], field: Field, now: dict[str, str]) -> None:
        super().__init__()
        self._editors: dict[str, Combo] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 1)
        labels = [(say(text), say(text)) for text in (field.labels or {}).values()]
        for line, (words, count) in enumerate(values):
            editor = Combo(words, [("", self.tr("as it stands")), *labels])
            editor.setEditable(not labels)
            if words in now:
                editor.set_key(now[words])
                if editor.currentIndex() < 0:
                    editor.addItem(now[words], now[words])
                    editor.set_key(now[words])
            grid.addWidget(Elided(words, "body"), line, 0)
            grid.addWidget(label(f"× {count:,}", "small", "ink2"), line, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(editor, line, 2)
            self._editors[words] = editor
        area = scrolling(column(grid, None, margins=(0, 0, 12, 0)))
        area.setMinimumSize(460, min(360, 44 * len(values) + 8))
        self.setLayout(column(area))

    def values(self) -> dict[str, str]:
        """Word -> what is to stand in its place; words that stay are left out."""
        found = {}
        for words, editor in self._editors.items():
            wanted = editor.currentText().strip() if editor.isEditable() else str(editor.key() or "")
            if wanted and wanted != self.tr("as it stands"):
                found[words] = wanted
        return found
