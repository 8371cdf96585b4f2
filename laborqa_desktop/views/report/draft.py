"""What the report dialog shows before anything is signed."""

from dataclasses import dataclass

from laborqa_desktop.catalogue import translator
from laborqa_desktop.errors import UserError
from laborqa_desktop.text import Text
from laborqa_desktop.usecases.issuing import Planned
from laborqa_desktop.usecases.office import Office
from laborqa_desktop.usecases.report_request import Request
from laborqa_desktop.usecases.reporting import Outlook
from laborqa_desktop.views.company.identity_card import Facts


@dataclass(frozen=True)
class Draft:
    """What the preview is made of; problem is why there is none."""

    pdf: bytes = b""
    outlook: Outlook | None = None
    planned: Planned | None = None
    facts: Facts | None = None
    problem: Text | None = None

    @property
    def can_be_signed(self) -> bool:
        """Whether there is a report, and an identity whose certificate is still good."""
        return bool(self.pdf) and self.facts is not None and not self.facts.is_expired


def make_draft(office: Office, request: Request | None) -> Draft:
    """Makes the preview; takes a second or two.

    Args:
        request: None while client and month are not chosen.
    """
    try:
        facts = office.company.identity_facts()
        if request is None:
            return Draft(facts=facts)
        return Draft(office.reporting.draft(request, translator(request.language)), office.reporting.outlook(request),
                     office.issuing.planned(request), facts)
    except UserError as error:
        return Draft(problem=error.text)
