"""Personal data: who is due for deletion, whose consent is missing, the rules, requests, the form for an incident."""

from laborqa_desktop.errors import UserError
from laborqa_desktop.usecases.purging import Preview, Purged
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.fresh_page import FreshPage
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.layout import SideColumn, column, row, scrolling, tab_as_laid_out
from laborqa_desktop.views.privacy.due_card import DueCard
from laborqa_desktop.views.privacy.incident_card import IncidentCard
from laborqa_desktop.views.privacy.log_cards import ConsentsCard, DeletionsCard, LooksCard
from laborqa_desktop.views.privacy.purge_dialog import PurgeDialog
from laborqa_desktop.views.privacy.request_card import RequestCard
from laborqa_desktop.views.privacy.rules_card import RulesCard

_SIDE_PX = 360


class PrivacyPage(FreshPage):
    """The page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.due, self.consents, self.rules = DueCard(desk), ConsentsCard(desk), RulesCard(desk)
        self.looks, self.requests, self.incident = LooksCard(desk), RequestCard(desk), IncidentCard(desk)
        self.gone = DeletionsCard(desk)
        left = scrolling(column(self.due, self.consents, self.rules, self.looks, self.gone, None, gap=12,
                                margins=(0, 0, 4, 0)))
        right = scrolling(column(self.requests, self.incident, None, gap=12, margins=(0, 0, 4, 0)),
                          SideColumn(_SIDE_PX))
        made = row(left, right, gap=12)
        made.setStretch(0, 1)
        self.setLayout(made)
        for lines in (self.due, self.consents, self.looks, self.gone):
            lines.renewed.connect(lambda: tab_as_laid_out(made))
        for card in (self.due, self.requests):
            card.delete_asked.connect(self.ask_delete)

    def open_record(self, person_id: int) -> None:
        """Somebody's own request: chosen in the card."""
        self.requests.show_person(person_id)

    def reload(self) -> None:
        """Reads everything anew."""
        for card in (self.due, self.consents, self.rules, self.looks, self.gone, self.incident):
            card.reload()

    def ask_delete(self, person_id: int) -> None:
        """Looks what a deletion would do, then asks."""
        purging = self._desk.office.purging
        self._desk.background.read(lambda: purging.preview(person_id), self._show_dialog, self._refused,
                                   words=self.tr("Looking where the data stand…"))

    def _show_dialog(self, preview: Preview) -> None:
        dialog = PurgeDialog(self._desk, self, preview)
        dialog.purged.connect(self._purged)
        dialog.open()

    def _refused(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._desk.ask.tell(self.window(), self.tr("That did not work"), say(error.text))

    def _purged(self, purged: Purged) -> None:
        self._desk.signals.changed.emit(purged.changes, self)
        words = self.tr("Deleted. What is left is called {pseudonym}.")
        self._desk.signals.said.emit(words.format(pseudonym=purged.pseudonym))
        self.requests.person.put(None, "")
        self.reload()


def make_privacy_page(desk: Desk) -> PrivacyPage:
    """The page, for the main window."""
    return PrivacyPage(desk)
