"""Last step: what was taken, what was not, and the way back."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from laborqa_desktop.text import fill
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.bands import Band
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.label import label
from laborqa_desktop.views.parts.layout import card, column, row, scrolling


class ResultStep(QWidget):
    """Last step: what was taken, what was not, and the way back.

    Signals:
        list_asked, again_asked, remove_asked: the buttons.
    """

    list_asked = Signal()
    again_asked = Signal()
    remove_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._band = Band("ok", "")
        self._stopped = Band("warn", "")
        self._lines = label("", "quiet", "ink2", wrap=True)
        self._lines.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lines.setAccessibleName(self.tr("What was read"))
        self.open_list = Button(self.tr("&Show the list"), "checklist", clicked=self.list_asked.emit)
        self.again = Button(self.tr("&Another file"), "table-import", clicked=self.again_asked.emit)
        self.remove = Button(self.tr("&Remove what this import added"), "arrow-back-up",
                             clicked=self.remove_asked.emit)
        made = column(self._band, self._stopped, self._lines, row(self.open_list, self.again, self.remove, None), None,
                      gap=12, margins=(20, 18, 20, 18))
        self.setLayout(column(card(column(scrolling(made), margins=(1, 1, 1, 1)))))

    def show_done(self, done: Any) -> None:
        """Shows how an import ended."""
        counts = done.counts
        self._band.say(self.tr("{added} added, {updated} updated").format(
            added=f"{counts['added']:,}", updated=f"{counts['updated']:,}"),
            [fill(self.tr("{read} {read:row|rows} read, {skipped} {skipped:was|were} there already, {rejected} not "
                          "taken"),
                  read=f"{counts['read']:,}", skipped=f"{counts['skipped']:,}", rejected=f"{counts['rejected']:,}")])
        self._stopped.setVisible(done.stopped is not None)
        if done.stopped is not None:
            self._stopped.say(say(done.stopped))
        lines = [say(one) for one in done.lines[:200]]
        more = len(done.lines) - len(lines)
        if more:
            lines.append(self.tr("… and {count} more").format(count=more))
        self._lines.setText("\n".join(lines))
        self.remove.setVisible(done.import_id is not None)

    def show_removed(self, removed: Any) -> None:
        """Shows what the way back did."""
        self._band.say(fill(self.tr("{count} {count:record|records} removed"), count=f"{removed.removed:,}"))
        kept = [words for words in (
            fill(self.tr("{count} {count:stays because it was|stay because they were} edited since"),
                 count=len(removed.edited))
            if removed.edited else "",
            fill(self.tr("{count} "
                         "{count:stays because an issued report counts it|stay because an issued report counts them}"),
                 count=len(removed.reported))
            if removed.reported else "",
            fill(self.tr("{count} {count:stays because others refer to it|stay because others refer to them}"),
                 count=len(removed.used))
            if removed.used else "") if words]
        self._stopped.setVisible(bool(kept))
        if kept:
            self._stopped.say(kept[0], kept[1:])
        self._lines.setText("")
        self.remove.hide()
