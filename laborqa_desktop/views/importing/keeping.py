"""Keeps what was chosen in the import wizard, encrypted in the library, until the rows are taken or others begun."""

from PySide6.QtCore import QObject

from laborqa_desktop.errors import UserError
from laborqa_desktop.usecases.unfinished import BegunImport
from laborqa_desktop.views.desk import Desk


class ImportKeeper(QObject):
    """Of one wizard."""

    def __init__(self, desk: Desk, owner: QObject) -> None:
        super().__init__(owner)
        self._desk = desk
        self._kept: BegunImport | None = None

    def keep(self, begun: BegunImport) -> None:
        """Keeps it, if it is another than the last time."""
        unfinished = self._desk.office.unfinished
        if begun != self._kept and not self._desk.office.store.read_only:
            self._kept = begun
            self._desk.background.run(lambda step: unfinished.keep_import(begun), lambda _: None, self._failed)

    def forget(self) -> None:
        """The rows are taken, or another import is begun."""
        unfinished, self._kept = self._desk.office.unfinished, None
        if not self._desk.office.store.read_only:
            self._desk.background.run(lambda step: unfinished.forget_import(), lambda _: None, self._failed)

    def begun(self) -> BegunImport | None:
        """The import that was begun last, here or before a lock."""
        return self._desk.office.unfinished.import_()

    def _failed(self, error: Exception) -> None:
        self._kept = None       # tried again with the next choice
        if not isinstance(error, UserError):
            raise error
