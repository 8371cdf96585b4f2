"""The card beside the grid: what the current item asks for, its note, the score of each section, and the keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from laborqa_desktop.models.enums import LABELS, Method
from laborqa_desktop.usecases.inspection_sheet import Sheet, SheetItem, Tally
from laborqa_desktop.views import theme
from laborqa_desktop.views.i18n import say, sentences
from laborqa_desktop.views.inspection.score import SectionScores
from laborqa_desktop.views.inspection.sheet_model import answer_name
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.grown import fixed_width
from laborqa_desktop.views.parts.label import Icon, Key, label, restyle, section
from laborqa_desktop.views.parts.layout import column, empty, holder, row, rule, scrolling
from laborqa_desktop.views.parts.tick import Tick
from laborqa_desktop.views.picture_text import PictureText

WIDTH = 304


class NoteBox(PictureText):
    """The note of one item; Enter goes back to the grid, Shift+Enter makes a new line.

    Signals:
        finished: the user wants back to the grid.
    """

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._composing = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not self._composing and plain and (enter or event.key() == Qt.Key.Key_Escape):
            self.finished.emit()
            return
        super().keyPressEvent(event)


class Fact(QWidget):
    """A quiet name and its words; hidden when there are none."""

    def __init__(self, name: str) -> None:
        super().__init__()
        quiet = label(name, "small", "ink2")
        quiet.setMinimumWidth(40)
        self._words = label("", "small", wrap=True)
        made = row(quiet, self._words, gap=8)
        made.setStretch(1, 1)
        made.setAlignment(quiet, Qt.AlignmentFlag.AlignTop)
        self.setLayout(made)

    def say(self, words: str) -> None:
        """Says something else."""
        self._words.setText(words)
        self.setVisible(bool(words))


class SidePanel(QFrame):
    """The card at the right.

    Args:
        pictures: shows the pictures of the item.

    Signals:
        noted: the words of the note, by the user's hand.
        corrected: whether it was corrected on the spot, by the user's hand.
        photo_asked: the user wants to add a picture.
        photos_asked: the user wants to see the pictures.
        back_asked: the user wants back to the grid.
    """

    noted = Signal(str)
    corrected = Signal(bool)
    photo_asked = Signal()
    photos_asked = Signal()
    back_asked = Signal()

    def __init__(self, pictures: QWidget) -> None:
        super().__init__()
        self._pictures = pictures
        self.setProperty("box", "card")
        self._title = label("", "title", wrap=True)
        self._requirement, self._method = Fact(self.tr("Requirement")), Fact(self.tr("Method"))
        self._warning = label("", "small", "warn", wrap=True)
        self._warn_icon = Icon("alert-triangle", "warn", 14)
        self.note = NoteBox()
        self.note.setFixedHeight(round(theme.sizes().body * 4.6))
        self.note.setAccessibleName(self.tr("Note"))
        self._note_name = label(self.tr("Note  N"), "small", "ink2")
        self._note_name.setBuddy(self.note)
        self.tick = Tick(self.tr("Corrected on the spot  C"))
        self._photo = Button(self.tr("Add a photo  P"), "camera", small=True, clicked=self.photo_asked.emit)
        self._photos = Button("", kind="link", small=True, clicked=self.photos_asked.emit)
        self.sections = SectionScores()
        self._grades = 0
        self._keys = QHBoxLayout()
        self._keys.setSpacing(5)
        self._build()
        self.note.textChanged.connect(self._note_changed)
        self.note.finished.connect(self.back_asked)
        self.tick.clicked.connect(self.corrected)
        self._putting = False
        fixed_width(self, WIDTH)

    def _build(self) -> None:
        warning = row(self._warn_icon, self._warning, gap=6)
        warning.setStretch(1, 1)
        body = column(self._title, self._requirement, self._method, holder(warning), 2, self._note_name, self.note,
                      self.tick, row(self._photo, self._photos, None, gap=8), self._pictures, 4,
                      section(self.tr("Scores by section")),
                      self.sections, None, gap=7, margins=(16, 12, 16, 8))
        more = row(Key("F8"), label(self.tr("next open"), "small", "ink2"), 2, Key("↑↓"),
                   label(self.tr("move"), "small", "ink2"), 2, Key("Ctrl+Z"), label(self.tr("back"), "small", "ink2"),
                   None, gap=5)
        self._foot = holder(column(rule(), self._keys, more, gap=6, margins=(16, 0, 16, 10)))
        made = column(scrolling(body), self._foot, gap=0, margins=(1, 1, 1, 1))
        made.setStretch(0, 1)
        self.setLayout(made)

    def show_item(self, item: SheetItem, editable: bool) -> None:
        """Shows another item, or the same one as it is now."""
        self._title.setText(f"{item.position + 1:02d}  {item.text}")
        self._requirement.say(item.requirement)
        self._method.say(say(LABELS[Method][item.method]) if item.method else "")
        self._putting = True
        if self.note.toPlainText() != item.entry.comment:
            self.note.setPlainText(item.entry.comment)
        self._putting = False
        restyle(self.note, "readOnly", not editable)
        self.note.setReadOnly(not editable)
        asked = editable and item.note_on_fail
        self.note.setPlaceholderText(self.tr("What was seen; asked for when it fails") if asked else "")
        for part in (self.note, self._note_name):
            part.setVisible(editable or bool(item.entry.comment))
        self._note_name.setText(self.tr("Note  N") if editable else self.tr("Note"))
        self.tick.setVisible(item.failed)
        self.tick.setChecked(item.entry.corrected_on_spot)
        self.tick.setEnabled(editable)
        self._photo.setVisible(editable)
        words = self.tr("Photos: {count}").format(count=item.photos) if item.photos else ""
        self._photos.set_words(words)
        self._photos.setVisible(bool(words))
        self._show_warning(item)
        self._show_keys(item)
        self._foot.setVisible(editable)

    def show_tally(self, sheet: Sheet, now: Tally) -> None:
        """Shows the scores of the sections."""
        self.sections.show_tally(now, sheet.pass_mark)

    def _show_warning(self, item: SheetItem) -> None:
        missing = []
        if item.failed and item.note_on_fail and not item.entry.comment.strip():
            missing.append(self.tr("A failed item should have a note."))
        if item.failed and item.photo_on_fail and not item.photos:
            missing.append(self.tr("A failed item should have a photo."))
        self._warning.setText(sentences(*missing))
        holding = self._warning.parentWidget()
        if holding is not None:
            holding.setVisible(bool(missing))

    def _show_keys(self, item: SheetItem) -> None:
        last = len(item.options) - 1
        if last == self._grades:
            return
        self._grades = last
        empty(self._keys)
        for key, words in ((f"1–{last}", self.tr("grade")), ("0", answer_name("na")), ("N", self.tr("note")),
                           ("P", self.tr("photo"))):
            self._keys.addWidget(Key(key))
            self._keys.addWidget(label(words, "small", "ink2"))
        self._keys.addStretch(1)

    def _note_changed(self) -> None:
        if not self._putting:
            self.noted.emit(self.note.toPlainText())
