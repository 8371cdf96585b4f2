"""The line on the Today page that reminds of a second place for backups."""

from PySide6.QtGui import QShowEvent

from laborqa_desktop import paths
from laborqa_desktop.text import fill
from laborqa_desktop.views.backup import second
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.parts.bands import Band


class Reminder(Band):
    """Shown while no second place is chosen or its newest copy is older than 7 days; never over the sample."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("warn", "", button=self.tr("To the back&ups"),
                         clicked=lambda: desk.signals.go.emit("backup", None))
        self._desk = desk
        desk.signals.backed_up.connect(self.look)
        self.look()

    def look(self) -> None:
        """Shows or hides itself."""
        store, kept = self._desk.office.store, second.load(self._desk)
        now = store.clock()
        if kept.folder is None:
            self.say(self.tr("The backups lie only on this disk. Choose a USB stick or another disk as a second "
                             "place."))
        elif kept.copied_at is None:
            self.say(self.tr("No backup was copied to the second place yet. Connect it and copy there."))
        else:
            days = (now - kept.copied_at).days
            self.say(fill(self.tr("The newest copy in the second place is {days} {days:day|days} old. Connect it and "
                                  "copy there."), days=days))
        if not kept.is_due(now) or store.folder == paths.sample_folder():
            self.hide()
        elif self.parentWidget() is not None:       # without one it would be a window of its own
            self.show()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look()
