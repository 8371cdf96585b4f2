"""Papers that belong to no record: pairs of words in groups, such as the sheet of keys, as a tagged A4 PDF."""

from collections.abc import Sequence
from typing import Literal
from zoneinfo import ZoneInfo

from laborqa_desktop.reports.table_print import PrintColumn, PrintGroup, Printout, table_pdf
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import Translate
from laborqa_desktop.usecases.company import Company

Language = Literal["zh", "en"]
Pairs = tuple[tuple[str, str], ...]
_FITTED, _WIDEST = 20, 48


def print_pairs(store: Store, title: str, groups: Sequence[tuple[str, Pairs]], translate: Translate,
                language: Language) -> bytes:
    """A sheet with a heading for each group, words at the left and what they mean at the right.

    Args:
        groups: (heading, pairs), in the language of translate already.
    """
    made = store.clock().astimezone(ZoneInfo(store.zone))
    return table_pdf(Printout(title, Company(store).legal_name(), made, landscape=False, groups=tuple(
        PrintGroup(heading, pairs) for heading, pairs in groups)), translate, language)


def columns_for(headings: Sequence[str], rows: Sequence[Sequence[str]],
                numbers: Sequence[int] = ()) -> tuple[PrintColumn, ...]:
    """Columns by what stands in them: short texts such as days and numbers never break, the others share the room.

    Args:
        numbers: places of columns whose words stand at the right.
    """
    found = []
    for place, heading in enumerate(headings):
        longest = max(map(_wide, (*heading.split(), *(row[place] for row in rows))))
        found.append(PrintColumn(heading, place in numbers, longest <= _FITTED, float(min(longest, _WIDEST))))
    return tuple(found)


def _wide(text: str) -> int:
    """About how wide a text is, in half-width characters."""
    return sum(2 if one >= "\u2e80" else 1 for one in text)
