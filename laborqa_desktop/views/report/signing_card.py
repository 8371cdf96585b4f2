"""Who will sign, until when the certificate holds, and after signing the checks that were made on the file itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from laborqa_desktop.text import fill
from laborqa_desktop.views.company.identity_card import Facts
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.label import Elided, Icon, label
from laborqa_desktop.views.parts.layout import column, empty, holder, row


class SigningCard(QFrame):
    """The card.

    Signals:
        company_asked: the user wants to the company page, where the identity is kept.
    """

    company_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("box", "card")
        self._icon = Icon("certificate", "accent", 22)
        self._who, self._until = Elided("", "body", "ink", bold=True), label("", "small", "ink2", wrap=True)
        self._go = Button(self.tr("Company profile"), kind="link", clicked=self.company_asked.emit)
        self._checks = QVBoxLayout()
        self._checks.setSpacing(4)
        top = row(self._icon, holder(column(self._who, self._until, gap=2)), self._go, gap=10)
        top.setStretch(1, 1)
        self.setLayout(column(top, self._checks, gap=8, margins=(12, 10, 12, 10)))

    def show_facts(self, facts: Facts | None) -> None:
        """Shows who will sign."""
        if facts is None:
            self._say("ban", "error", self.tr("No signing identity"),
                      self.tr("Create or import one on the company page; until then a draft can be saved."))
        elif facts.is_expired:
            self._say("ban", "error", facts.subject,
                      self.tr("The certificate has expired. Create or import a new one."))
        else:
            until = f"{facts.valid_to.astimezone(self._desk.zone):%Y-%m-%d}"
            words = self.tr("Valid until {date}").format(date=until)
            if facts.is_ending:
                words = fill(self.tr("Valid until {date}, {days} {days:day|days} left: renew it soon"),
                             date=until, days=facts.days_left)
            self._say("alert-triangle" if facts.is_ending else "certificate", "warn" if facts.is_ending else "accent",
                      facts.subject, words)
        self._go.setVisible(facts is None or facts.is_ending)

    def _say(self, icon_name: str, tone: str, who: str, words: str) -> None:
        self._icon.show_icon(icon_name, tone)
        self._who.set_words(who)
        self._until.setText(words)

    def show_checks(self, checks: list[tuple[str, str]]) -> None:
        """Shows what was checked on the signed file: (state, sentence)."""
        empty(self._checks)
        for state, words in checks:
            icon_name = {"ok": "circle-check", "warn": "alert-triangle"}.get(state, "ban")
            line = row(Icon(icon_name, state), label(words, "quiet", state, wrap=True), gap=8)
            line.setStretch(1, 1)
            self._checks.addWidget(holder(line))
