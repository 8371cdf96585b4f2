"""Questions and file dialogs: everything that waits for the user goes through here, so that tests can answer."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QScrollArea, QWidget

from laborqa_desktop import paths
from laborqa_desktop.views import shortcuts
from laborqa_desktop.views.key_tips import KeyTips
from laborqa_desktop.views.parts.bands import Band
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.field_frame import FieldFrame
from laborqa_desktop.views.parts.grown import least_width
from laborqa_desktop.views.parts.inputs import Entry
from laborqa_desktop.views.parts.label import label
from laborqa_desktop.views.parts.layout import column, leave_room, row, scrolling

_ENDING = re.compile(r"\*(\.\w+)")


_LEAST_BODY, _TITLE_BAR = 60, 40


class Ask(Protocol):
    """What a screen may ask. Every answer may be "no" or None."""

    def confirm(self, parent: QWidget, title: str, words: str, yes: str, lines: Sequence[str] = ()) -> bool:
        """Whether to go on; only before what leaves the house or cannot be undone.

        Args:
            yes: what the button does, as a verb: "Issue the report".
            lines: facts the user should see before deciding.
        """
        ...

    def tell(self, parent: QWidget, title: str, words: str, lines: Sequence[str] = ()) -> None:
        """Tells something the user must have seen."""
        ...

    def text(self, parent: QWidget, title: str, name: str, value: str = "") -> str | None:
        """One line of text."""
        ...

    def open_files(self, parent: QWidget, title: str, patterns: str) -> list[Path]:
        """Files to read; patterns as "Pictures (*.png *.jpg)"."""
        ...

    def save_file(self, parent: QWidget, title: str, name: str, patterns: str) -> Path | None:
        """Where to write."""
        ...

    def folder(self, parent: QWidget, title: str, start: Path | None = None) -> Path | None:
        """A folder."""
        ...


def ending_as(target: Path, pattern: str, patterns: str) -> Path:
    """The file with the ending of the pattern that was chosen, where its own is none or that of another pattern.

    Args:
        pattern: "Excel workbook (*.xlsx)".
        patterns: all of them, with ";;" between.
    """
    endings, wanted = _ENDING.findall(patterns), _ENDING.findall(pattern)
    if not wanted or target.suffix.lower() in wanted:
        return target
    return target.with_suffix(wanted[0]) if target.suffix.lower() in endings else target.with_name(
        target.name + wanted[0])


class Dialog(QDialog):
    """A dialog with title, words, a body and a foot: state left, buttons right, the primary one last."""

    def __init__(self, parent: QWidget, title: str, words: str = "", body: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.foot = row(None, gap=8)
        self._title = label(title, "page", wrap=True)
        made = column(self._title, gap=8, margins=(24, 20, 24, 16))
        if words:
            made.addWidget(label(words, tone="ink2", wrap=True))
        if body is not None:
            leave_room(made, 4)
            made.addWidget(self.hold(body), 1)
        leave_room(made, 12)
        made.addLayout(self.foot)
        self.setLayout(made)
        least_width(self, 440)
        shortcuts.bind(self, shortcuts.HELP, self._show_guide)
        self.key_tips = KeyTips(self)

    def _show_guide(self) -> None:
        """F1 in a dialog: asks the window behind it for the guide, which then stands before this one."""
        owner: QWidget | None = self.parentWidget()
        while owner is not None:
            if (show := getattr(owner, "show_guide", None)) is not None:
                show(before=self)
                return
            owner = owner.parentWidget()

    def hold(self, body: QWidget) -> QWidget:
        """What stands in the dialog for its body: the body itself, or something around it."""
        return body

    def set_title(self, title: str) -> None:
        """Is about something else now."""
        self.setWindowTitle(title)
        self._title.setText(title)

    def add_way_out(self, text: str) -> Button:
        """Adds the button that leaves all as it is, as Esc does."""
        made = self.add_button(text, keys="" if "&" in text else "Esc")
        made.clicked.connect(self.reject)
        return made

    def add_button(self, text: str, primary: bool = False, keys: str = "") -> Button:
        """Adds a button at the right end of the foot.

        Args:
            primary: Enter presses it wherever the keyboard is in the dialog.
            keys: what its tip names.
        """
        made = Button(text, kind="primary" if primary else "", keys=keys or ("Enter" if primary else ""))
        made.setDefault(primary)
        made.setMinimumWidth(88)
        self.foot.addWidget(made)
        return made


class BodyArea(QScrollArea):
    """The body of a dialog: as high as it needs, and scrolled where there is less room.

    Attributes:
        highest: it scrolls from that height on in any case.
    """

    def __init__(self, body: QWidget) -> None:
        super().__init__()
        self.highest = 10_000
        self._body = body

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        needed = self._body.heightForWidth(width) if self._body.hasHeightForWidth() else -1
        return min(self.highest, needed if needed > 0 else self._body.sizeHint().height())

    def sizeHint(self) -> QSize:
        return self._body.sizeHint()

    def minimumSizeHint(self) -> QSize:
        wide = self._body.minimumSizeHint().width() + self.verticalScrollBar().sizeHint().width()
        return QSize(wide, min(_LEAST_BODY, self._body.sizeHint().height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class FittedDialog(Dialog):
    """A dialog that stays just as high as its words need at its width, also when a message comes or goes; on a screen
    that is too low for them its body scrolls, and the buttons stay in sight.
    """

    def hold(self, body: QWidget) -> QWidget:
        """See Dialog."""
        self.area = BodyArea(body)
        return scrolling(column(body), self.area)

    def event(self, event: QEvent) -> bool:
        kind = event.type()
        answer = super().event(event)
        if kind in (QEvent.Type.LayoutRequest, QEvent.Type.Show):      # any other may have been the last of this dialog
            layout = self.layout()
            wide = max(self.width(), layout.totalMinimumSize().width()) if layout else 0
            high = layout.totalHeightForWidth(wide) if layout and layout.hasHeightForWidth() else 0
            high = min(high, self.screen().availableGeometry().height() - _TITLE_BAR)
            if high > 0 and (wide, high) != (self.width(), self.height()):
                self.resize(wide, high)
        return answer


class Question(FittedDialog):
    """Words, facts and buttons."""

    def __init__(self, parent: QWidget, title: str, words: str, lines: Sequence[str] = ()) -> None:
        super().__init__(parent, title, words, Band("warn", lines[0], lines[1:]) if lines else None)


class AskUser(QWidget):
    """Asks by dialogs. A widget only for its translations; it is never shown."""

    def confirm(self, parent: QWidget, title: str, words: str, yes: str, lines: Sequence[str] = ()) -> bool:
        """See Ask."""
        dialog = Question(parent, title, words, lines)
        dialog.add_way_out(self.tr("Cancel"))
        dialog.add_button(yes, primary=True).clicked.connect(dialog.accept)
        return dialog.exec() == QDialog.DialogCode.Accepted

    def tell(self, parent: QWidget, title: str, words: str, lines: Sequence[str] = ()) -> None:
        """See Ask."""
        dialog = Question(parent, title, words, lines)
        dialog.add_button(self.tr("OK"), primary=True).clicked.connect(dialog.accept)
        dialog.exec()

    def text(self, parent: QWidget, title: str, name: str, value: str = "") -> str | None:
        """See Ask."""
        entry = Entry(value)
        dialog = Dialog(parent, title, body=FieldFrame(name, entry))
        dialog.add_way_out(self.tr("Cancel"))
        dialog.add_button(self.tr("OK"), primary=True).clicked.connect(dialog.accept)
        entry.selectAll()
        words = ""

        def keep() -> None:
            nonlocal words
            words = entry.text().strip()

        dialog.accepted.connect(keep)
        return words if dialog.exec() == QDialog.DialogCode.Accepted and words else None

    def open_files(self, parent: QWidget, title: str, patterns: str) -> list[Path]:
        """See Ask."""
        names, _ = QFileDialog.getOpenFileNames(parent, title, str(paths.documents_folder()), patterns)
        return [Path(name) for name in names]

    def save_file(self, parent: QWidget, title: str, name: str, patterns: str) -> Path | None:
        """See Ask."""
        chosen, pattern = QFileDialog.getSaveFileName(parent, title, str(paths.documents_folder() / name), patterns)
        if not chosen:
            return None
        target = ending_as(Path(chosen), pattern, patterns)
        if target != Path(chosen) and target.exists() and not self.confirm(
                parent, title, self.tr("{name} is there already.").format(name=target.name), self.tr("Replace it")):
            return None
        return target

    def folder(self, parent: QWidget, title: str, start: Path | None = None) -> Path | None:
        """See Ask."""
        chosen = QFileDialog.getExistingDirectory(parent, title, str(start or paths.documents_folder()))
        return Path(chosen) if chosen else None
