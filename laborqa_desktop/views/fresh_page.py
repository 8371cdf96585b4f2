"""A page whose lists are read whenever it is shown, and again when something else changed the library meanwhile."""

from PySide6.QtGui import QShowEvent

from laborqa_desktop.views.any_screen import AnyScreen
from laborqa_desktop.views.desk import Desk


class FreshPage(AnyScreen):
    """For pages without anything typed in them; those with forms decide for themselves when to read."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        desk.signals.changed.connect(self._changed)

    def reload(self) -> None:
        """Reads everything anew; each page says how."""
        raise NotImplementedError

    def reload_shown(self) -> None:
        """Reads everything anew if anybody sees it; else it is read when it is shown."""
        if self.isVisible():
            self.reload()

    def _changed(self, changes: object, origin: object) -> None:
        if origin is not self:
            self.reload_shown()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reload()
