"""Papers that belong to no record: pairs of words in groups, such as the sheet of keys, as a tagged A4 PDF."""

from collections.abc import Sequence
from typing import Literal
from zoneinfo import ZoneInfo

from laborqa_desktop.reports.table_print import PrintGroup, Printout, table_pdf
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import Translate
from laborqa_desktop.usecases.company import Company

Language = Literal["zh", "en"]
Pairs = tuple[tuple[str, str], ...]


def print_pairs(store: Store, title: str, groups: Sequence[tuple[str, Pairs]], translate: Translate,
                language: Language) -> bytes:
    """A sheet with a heading for each group, words at the left and what they mean at the right.

    Args:
        groups: (heading, pairs), in the language of translate already.
    """
    made = store.clock().astimezone(ZoneInfo(store.zone))
    return table_pdf(Printout(title, Company(store).legal_name(), made, landscape=False, groups=tuple(
        PrintGroup(heading, pairs) for heading, pairs in groups)), translate, language)
