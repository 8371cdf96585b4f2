"""The form for an incident with personal data: filled in, made in Chinese or English, with the list of people."""

from dataclasses import replace

from PySide6.QtWidgets import QFrame, QPlainTextEdit

from laborqa_desktop.text import fill
from laborqa_desktop.usecases.person_data import INCIDENT, Incident
from laborqa_desktop.views import theme
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.fields_dialog import perform
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.button import Button
from laborqa_desktop.views.parts.field_frame import FieldFrame
from laborqa_desktop.views.parts.inputs import Combo
from laborqa_desktop.views.parts.label import label, section
from laborqa_desktop.views.parts.layout import column, row
from laborqa_desktop.views.privacy.log_cards import Language, speaker

_LINES = 4.4


class IncidentCard(QFrame):
    """The card. What is typed stays in the window until it is left, and is not kept in the library."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("box", "card")
        self.boxes: dict[str, QPlainTextEdit] = {}
        words = self.tr("After a leak: act at once, tell the authority and those concerned. Empty lines are printed "
                        "to be filled in by hand.")
        made = column(section(self.tr("Incident form")), label(words, "small", "ink2", wrap=True), gap=8,
                      margins=(16, 14, 16, 14))
        self.sites = Combo(self.tr("People concerned"))
        made.addWidget(FieldFrame(self.tr("People concerned"), self.sites))
        self.count = label("", "small", "ink2", wrap=True)
        made.addWidget(self.count)
        for key, name in INCIDENT.items():
            box = QPlainTextEdit()
            box.setObjectName(key)
            box.setTabChangesFocus(True)
            box.setFixedHeight(round(theme.sizes().body * _LINES))
            self.boxes[key] = box
            made.addWidget(FieldFrame(say(name), box))
        self.chinese = Button(self.tr("In &Chinese"), "printer", small=True, clicked=lambda: self.make("zh"))
        self.english = Button(self.tr("In &English"), "printer", small=True, clicked=lambda: self.make("en"))
        made.addLayout(row(self.chinese, self.english, None))
        self.setLayout(made)
        self.sites.currentIndexChanged.connect(lambda _: self._count())

    def reload(self) -> None:
        """Reads sites and our contact."""
        files = self._desk.office.person_files
        self._desk.background.read(lambda: (files.sites(), files.contact()), self._show)

    def _show(self, answer: tuple[list[tuple[int, str]], str]) -> None:
        sites, contact = answer
        chosen = self.sites.key()
        self.sites.blockSignals(True)
        self.sites.clear()
        self.sites.addItem(self.tr("All staff"), None)
        for one, name in sites:
            self.sites.addItem(name, one)
        self.sites.setCurrentIndex(max(0, self.sites.findData(chosen)) if chosen is not None else 0)
        self.sites.blockSignals(False)
        if not self.boxes["contact"].toPlainText():
            self.boxes["contact"].setPlainText(contact)
        self._count()

    def _count(self) -> None:
        files, site = self._desk.office.person_files, self._site()
        self._desk.background.read(lambda: len(files.affected(site)), self._say_count)

    def _say_count(self, count: int) -> None:
        self.count.setText(fill(self.tr("{count} {count:person|people} will be listed."), count=f"{count:,}"))

    def _site(self) -> int | None:
        key = self.sites.key()
        return key if isinstance(key, int) else None

    def given(self) -> Incident:
        """What is typed."""
        return replace(Incident(), **{key: box.toPlainText().strip() for key, box in self.boxes.items()})

    def make(self, language: Language) -> None:
        """Makes the PDF and shows it."""
        files, incident, site = self._desk.office.person_files, self.given(), self._site()
        perform(self._desk, self, lambda: files.print_incident(incident, site, speaker(language), language),
                lambda pdf: self._desk.signals.go.emit("print", pdf))
