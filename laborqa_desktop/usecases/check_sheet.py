"""The check sheet of an inspection to take along on paper: boxes to tick, room to write, lines to sign on.

What was entered already is printed as entered; the rest is left to the pen. What is submitted is printed as a record.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal
from zoneinfo import ZoneInfo

from laborqa_desktop.models.enums import LABELS, Answer, InspectionType
from laborqa_desktop.records.field import Kind
from laborqa_desktop.records.quality import INSPECTION
from laborqa_desktop.reports.table import Cell, Styled
from laborqa_desktop.reports.table_print import PrintColumn, PrintGroup, Printout, table_pdf
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_, Text, Translate
from laborqa_desktop.usecases.company import Company
from laborqa_desktop.usecases.inspection_sheet import Sheet, SheetItem
from laborqa_desktop.usecases.printing import Pairs
from laborqa_desktop.usecases.wording import words_of

Language = Literal["zh", "en"]
OPEN, TICKED = "□", "■"
CRITICAL = "★"
_BY_HAND = ("started_at", "minutes", "area", "shift", "accompanied_by")
"""Fields of the head that are often filled in on the spot."""
_SHARES = (5.0, 31.0, 7.0, 37.0, 20.0)
_WRITING_LINES = "\n\n\n"


def check_sheet(store: Store, sheet: Sheet, translate: Translate, language: Language) -> bytes:
    """The sheet as a tagged A4 PDF.

    Args:
        sheet: with the answers as they are now, saved or not.
    """
    made = store.clock().astimezone(ZoneInfo(store.zone))
    edition = "" if sheet.edition is None else f" V{sheet.edition}"
    groups = (PrintGroup("", _head(sheet, translate), across=2, by_hand=True), _items(sheet.items, translate),
              PrintGroup(_END.say(translate), (
                  (_label("summary").say(translate), sheet.head.get("summary") or _WRITING_LINES),
                  *((one.say(translate), "") for one in (_label("inspector_id"), _CLIENT_SIGNS, _MOMENT))),
                         by_hand=True))
    return table_pdf(Printout(
        _TITLE.say(translate), Company(store).legal_name(), made,
        " · ".join((f"{sheet.checklist}{edition}", *_rules(sheet, translate))), groups=groups, landscape=False),
        translate, language)


_TITLE = N_("CheckSheet", "Inspection check sheet")
_END = N_("CheckSheet", "Summary and signatures")
_CLIENT_SIGNS, _MOMENT = N_("CheckSheet", "For the client"), N_("CheckSheet", "Date and time")
_PASS_MARK = N_("CheckSheet", "Pass mark {mark}")
_FATAL = N_("CheckSheet", "{mark} critical: if it fails, the whole inspection fails")
_NO, _ANSWER, _NOTE = N_("CheckSheet", "No."), N_("CheckSheet", "Rating (tick one)"), N_("CheckSheet", "Note")
_POINTS = N_("CheckSheet", "Points")
_CORRECTED = N_("CheckSheet", "corrected on the spot")


def _label(key: str) -> Text:
    return INSPECTION.field(key).label


def _label_of_item(key: str) -> Text:
    return next(one.label for one in INSPECTION.field("items").rows if one.key == key)


def _rules(sheet: Sheet, translate: Translate) -> Iterable[str]:
    """What whoever fills it in must know."""
    if sheet.pass_mark is not None:
        yield _PASS_MARK.of(mark=words_of(sheet.pass_mark, translate, Kind.PERCENT)).say(translate)
    if any(item.critical for item in sheet.items):
        yield _FATAL.of(mark=CRITICAL).say(translate)


def _head(sheet: Sheet, translate: Translate) -> Pairs:
    """What is known of the inspection, and lines for what is written on the spot. A mystery visitor stays unnamed."""
    hidden = sheet.type == InspectionType.MYSTERY
    known = ((N_("Site", "Client"), sheet.client), (_label("site_id"), sheet.site),
             (_label("type"), LABELS[InspectionType][sheet.type].say(translate)),
             (_label("inspected_on"), sheet.inspected_on.isoformat()),
             (_label("inspector_id"), "" if hidden else sheet.inspector))
    return (*((label.say(translate), words) for label, words in known if words or label == _label("inspector_id")),
            *((_label(key).say(translate), words_of(sheet.head.get(key), translate, INSPECTION.field(key).kind))
              for key in _BY_HAND))


def _items(items: Sequence[SheetItem], translate: Translate) -> PrintGroup:
    """One table, a bold line before each section; items are numbered through, as on the screen."""
    columns = tuple(PrintColumn(title.say(translate), title is _POINTS, width=share) for title, share in zip(
        (_NO, _label_of_item("text"), _POINTS, _ANSWER, _NOTE), _SHARES, strict=True))
    rows: list[tuple[Cell, ...]] = []
    for section, lines in groupby(items, lambda item: item.section):
        if section:
            rows.append(("", Styled(section, bold=True), "", "", ""))
        rows += [_row(item, translate) for item in lines]
    return PrintGroup(INSPECTION.field("items").label.say(translate), columns=columns, rows=tuple(rows), by_hand=True)


def _row(item: SheetItem, translate: Translate) -> tuple[str, ...]:
    text = f"{item.text} {CRITICAL}" if item.critical else item.text
    boxes = (f"{TICKED if item.entry.answer == one else OPEN}\N{NO-BREAK SPACE}{LABELS[Answer][one].say(translate)}"
             for one in item.options)
    note = [item.entry.comment] if item.entry.comment else []
    if item.entry.corrected_on_spot:
        note.append(_CORRECTED.say(translate))
    return (f"{item.position + 1}", f"{text}\n{item.requirement}" if item.requirement else text,
            words_of(item.points, translate, Kind.DECIMAL, scale=2), "   ".join(boxes), "\n".join(note))
