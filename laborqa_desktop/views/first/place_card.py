"""Step 3: a second place for the backups. The first one goes there at once."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal

from laborqa_desktop.views.ask import Ask
from laborqa_desktop.views.first.step_card import StepCard, step_layout
from laborqa_desktop.views.parts.bands import Band
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.label import Elided, Icon, label
from laborqa_desktop.views.parts.layout import holder, row


@dataclass(frozen=True)
class FirstCopy:
    """A second place with the first copy in it."""

    folder: Path
    copied_at: datetime
    same_disk: bool


class FirstPlaceCard(StepCard):
    """A second place, or none for now.

    Signals:
        chosen: a folder, a Path.
        done: on to the last step.
    """

    chosen = Signal(object)
    done = Signal()

    def __init__(self, ask: Ask, copy: FirstCopy | None = None) -> None:
        super().__init__()
        self._ask, self._copy = ask, copy
        self._icon, self._folder = Icon("device-usb", "accent", 18), Elided("", "body")
        line = row(self._icon, self._folder, gap=8)
        line.setStretch(1, 1)
        self._line = holder(line)
        self._good, self._bad = Band("ok", ""), Band("warn", "")
        self.choose = Button(self.tr("Choose a fo&lder…"), "folder-open", clicked=self._choose)
        self.next = Button(self.tr("&Go on"), kind="primary", clicked=self.done.emit)
        self._skipped = label(self.tr(
            "If you skip this, backups are made in the folder of the library only. The foot of the window reminds you, "
            "and you can choose a place at any time under Settings, Backup."), "small", "ink2", wrap=True)
        self.setLayout(step_layout(
            3, self.tr("A second place for backups"),
            label(self.tr("A backup on the same disk is lost together with it. Choose a USB stick or another disk; "
                          "each backup is copied there whenever it is connected."), tone="ink2", wrap=True),
            self._line, self._good, self._bad, row(self.choose, self.next, None), self._skipped, None))
        self._show("")

    @property
    def copy(self) -> FirstCopy | None:
        """The place with its first copy, as far as there is one."""
        return self._copy

    def take_keyboard(self) -> None:
        """To what comes next."""
        (self.choose if self._copy is None else self.next).setFocus()

    def set_busy(self, folder: Path) -> None:
        """While the first copy goes there."""
        self._folder.set_words(str(folder), "ink")
        self._line.show()
        self._good.hide()
        self._bad.hide()
        self.choose.setEnabled(False)
        self.next.setEnabled(False)
        self.choose.set_words(self.tr("Copying the first backup there…"))

    def show_copy(self, copy: FirstCopy) -> None:
        """The first copy is there."""
        self._copy = copy
        self._show("")
        self.next.setFocus()

    def refuse(self, words: str) -> None:
        """Says why nothing was copied; a place that was chosen before stays."""
        self._show(words)
        self.choose.setFocus()

    def _show(self, trouble: str) -> None:
        copy = self._copy
        self.choose.setEnabled(True)
        self.next.setEnabled(True)
        self.choose.set_words(self.tr("Choose a fo&lder…") if copy is None else self.tr("Another fo&lder…"))
        self.choose.set_kind("primary" if copy is None else "")
        self.next.set_words(self.tr("S&kip for now") if copy is None else self.tr("&Go on"))
        self.next.set_kind("" if copy is None else "primary")
        self._line.setVisible(copy is not None)
        self._skipped.setVisible(copy is None)
        self._good.setVisible(copy is not None and not trouble)
        if copy is not None:
            self._folder.set_words(str(copy.folder), "ink")
            self._good.say(self.tr("The first backup is there, read back and verified."))
            if copy.same_disk and not trouble:
                trouble = self.tr("It lies on the same disk as the library and would be lost with it; another disk is "
                                  "better.")
        self._bad.setVisible(bool(trouble))
        self._bad.say(trouble)

    def _choose(self) -> None:
        folder = self._ask.folder(self, self.tr("Second place for backups: a USB stick or another disk"),
                                  self._copy.folder if self._copy is not None else None)
        if folder is not None:
            self.chosen.emit(folder)
