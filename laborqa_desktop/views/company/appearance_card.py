"""How the program looks and speaks on this machine, and when it locks."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QGridLayout

from laborqa_desktop.settings import Preferences
from laborqa_desktop.text import fill
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.parts.field_frame import FieldFrame
from laborqa_desktop.views.parts.inputs import Combo
from laborqa_desktop.views.parts.label import section
from laborqa_desktop.views.parts.layout import column

TEXT_SIZES = (12, 13, 14, 16, 18, 20, 24)
LOCK_MINUTES = (0, 5, 10, 20, 30, 60)


class AppearanceCard(QFrame):
    """Language, theme, text size, lock.

    Signals:
        changed: Preferences; kept already, to be put in place by whoever owns theme and languages.
    """

    changed = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._store = desk.preferences
        self.setProperty("box", "card")
        now = self._store.now
        self.language = self._combo("language", now.language, [
            ("", self.tr("As the system")), ("zh_CN", "中文"), ("en", "English")])
        self.theme = self._combo("theme", now.theme, [
            ("system", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))])
        sizes = sorted({*TEXT_SIZES, now.text_px})
        self.text = self._combo("text_px", now.text_px, [
            (one, self.tr("{size} pixels").format(size=one)) for one in sizes])
        self.lock = self._combo("lock_after_min", now.lock_after_min, [
            (one, fill(self.tr("after {minutes} {minutes:minute|minutes}"), minutes=one) if one else self.tr("never"))
            for one in sorted({*LOCK_MINUTES, now.lock_after_min})])
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for place, (name, editor) in enumerate((
                (self.tr("Language"), self.language), (self.tr("Colours"), self.theme),
                (self.tr("Text size"), self.text), (self.tr("Lock when idle"), self.lock))):
            grid.addWidget(FieldFrame(name, editor), place // 2, place % 2)
        self.setLayout(column(section(self.tr("This computer")), grid, gap=10, margins=(16, 14, 16, 14)))

    def _combo(self, name: str, now: object, items: list[tuple[object, str]]) -> Combo:
        made = Combo(items=items)
        made.setObjectName(name)
        made.set_key(now)
        made.activated.connect(lambda _: self._keep(name, made.key()))
        return made

    def _keep(self, name: str, value: object) -> None:
        given: dict[str, Any] = {name: value}
        wanted: Preferences = replace(self._store.now, **given)
        self._store.keep(wanted)
        self.changed.emit(wanted)
