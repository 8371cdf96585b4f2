"""The retention rules as an editable table: category, legal basis, months, lower bound."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout

from laborqa_desktop.text import fill
from laborqa_desktop.usecases.privacy_rules import BASES, Rule
from laborqa_desktop.views import theme
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.fields_dialog import Asked, FieldsDialog, perform
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.bands import Band
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.inputs import Combo, Entry
from laborqa_desktop.views.parts.label import label, section, set_tone
from laborqa_desktop.views.parts.layout import column, row


class RulesCard(QFrame):
    """The card."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self.rules = desk, tuple[Rule, ...]()
        self.setProperty("box", "card")
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.bases: dict[str, Combo] = {}
        self.months: dict[str, Entry] = {}
        self._floors: dict[str, object] = {}
        self._wrong = Band("error", "")
        self._wrong.hide()
        self.save_button = Button(self.tr("&Save the rules"), "check", "primary", clicked=self.save)
        words = self.tr("Reference values: check them with a lawyer. Going below a lower bound asks for a reason.")
        self.setLayout(column(
            section(self.tr("How long data are kept")), label(words, "small", "ink2", wrap=True), self._grid,
            self._wrong, row(None, self.save_button), gap=10, margins=(16, 14, 16, 14)))

    def reload(self) -> None:
        """Reads anew, unless something was typed that is not saved."""
        if not self.dirty:
            self._desk.background.read(self._desk.office.privacy.rules, self._show)

    @property
    def dirty(self) -> bool:
        """Whether something is typed that is not saved."""
        return bool(self.rules) and self.given() != self.rules

    def given(self) -> tuple[Rule, ...] | None:
        """The rules as they stand in the table; None when a figure is none."""
        found = []
        for rule in self.rules:
            words = self.months[rule.category].text().strip()
            if not words.isdecimal() or len(words) > 6:
                return None
            found.append(replace(rule, months=int(words), basis=str(self.bases[rule.category].key())))
        return tuple(found)

    def _show(self, rules: Sequence[Rule]) -> None:
        first, self.rules = not self.rules, tuple(rules)
        if first:
            self._build()
        for rule in self.rules:
            self.bases[rule.category].set_key(rule.basis)
            self.months[rule.category].setText(str(rule.months))
        self._typed()

    def _build(self) -> None:
        for place, words in enumerate((self.tr("Data"), self.tr("Legal basis"), self.tr("Months after leaving"))):
            self._grid.addWidget(label(words, "small", "ink2"), 0, place)
        wide = round(theme.sizes().body * 5)
        for line, rule in enumerate(self.rules):
            name = say(rule.label)
            basis = Combo(self.tr("Legal basis: {data}").format(data=name),
                          [(key, say(words)) for key, words in BASES.items()])
            months = Entry()
            months.setAccessibleName(self.tr("Months after leaving: {data}").format(data=name))
            months.setAlignment(Qt.AlignmentFlag.AlignRight)
            months.setFixedWidth(wide)
            source = say(rule.source)
            floor = self.tr("at least {months} {months:month|months} (reference value): {source}")
            words = fill(floor, months=rule.floor, source=source) if rule.floor else source
            said = label(words, "small", "ink3", wrap=True)
            self.bases[rule.category], self.months[rule.category] = basis, months
            self._floors[rule.category] = said
            top = 1 + 2 * line
            self._grid.addWidget(label(name, wrap=True), top, 0)
            self._grid.addWidget(basis, top, 1)
            self._grid.addWidget(months, top, 2)
            self._grid.addWidget(said, top + 1, 0, 1, 3)
            basis.currentIndexChanged.connect(lambda _: self._typed())
            months.textChanged.connect(lambda _: self._typed())
        self._grid.setColumnMinimumWidth(0, round(theme.sizes().body * 10))

    def _typed(self) -> None:
        for rule in self.rules:
            words = self.months[rule.category].text().strip()
            low = words.isdecimal() and int(words[:6]) < rule.floor
            set_tone(self._floors[rule.category], "warn" if low else "ink3")      # type: ignore[arg-type]
        self._wrong.setVisible(False)
        self.save_button.setEnabled(self.dirty)

    def save(self) -> None:
        """Keeps the rules; asks for a reason when one goes below its lower bound."""
        given = self.given()
        if given is None:
            self._wrong.say(self.tr("Months are whole numbers such as 24."))
            self._wrong.show()
            return
        was = {rule.category: rule.months for rule in self.rules}
        if any(rule.below and rule.months != was[rule.category] for rule in given):
            self.ask_reason(given)
            return
        privacy = self._desk.office.privacy
        perform(self._desk, self, lambda: privacy.save_rules(given), self._saved)

    def ask_reason(self, given: tuple[Rule, ...]) -> FieldsDialog:
        """Warns that a lower bound is passed, and asks why."""
        low = self.tr(", ").join(say(rule.label) for rule in given if rule.below)
        dialog = FieldsDialog(self._desk, self, self.tr("Below the lower bound"), (
            Asked("reason", self.tr("Reason"), "long"),), self.tr("Save all the same"),
            self.tr("{data}: the law asks for keeping these longer (reference value; check with a lawyer).").format(
                data=low))
        privacy = self._desk.office.privacy
        dialog.given.connect(lambda answer: perform(
            self._desk, self, lambda: privacy.save_rules(given, answer["reason"]), self._saved, dialog))
        dialog.open()
        return dialog

    def _saved(self, changes: object) -> None:
        self.rules = self.given() or self.rules
        self._typed()
        self._desk.signals.changed.emit(changes, self)
        self._desk.signals.said.emit(self.tr("The rules are saved."))
