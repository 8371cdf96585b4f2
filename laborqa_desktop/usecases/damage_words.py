"""What a salvage has brought, in sentences: for the screen, the command line and the list to be kept."""

from collections.abc import Iterator

from laborqa_desktop.records import types_of
from laborqa_desktop.store.gaps import spans
from laborqa_desktop.store.salvage import Salvaged
from laborqa_desktop.text import N_, Text

_NAMES: dict[str, Text] = {
    "act": N_("Tables", "Acts in the history"), "history": N_("Tables", "Entries of the history"),
    "person": N_("Tables", "People"), "setting": N_("Tables", "Settings of the library"),
    "blob": N_("Tables", "Attached files"), "attachment_link": N_("Tables", "Attachments of records"),
    "thumbnail": N_("Tables", "Small pictures of attachments"), "draft": N_("Tables", "Drafts"),
    "counter": N_("Tables", "Running numbers"), "import_run": N_("Tables", "Imports"),
    "purge": N_("Tables", "Deletions by law"), "consent": N_("Tables", "Consents"),
    "area": N_("Tables", "Areas of sites"), "site_post": N_("Tables", "Posts of sites"),
    "attendee": N_("Tables", "Attendees of training"), "checklist_item": N_("Tables", "Items of checklists"),
    "contact": N_("Tables", "Contacts of clients"), "contract_kpi": N_("Tables", "Targets of contracts"),
    "contract_site": N_("Tables", "Sites of contracts"), "employment": N_("Tables", "Employment"),
    "inspection_item": N_("Tables", "Items of inspections"), "internal_move": N_("Tables", "Internal moves"),
    "plan_item": N_("Tables", "Items of plans"), "plan_need": N_("Tables", "Needs of plans"),
    "plan_staffing": N_("Tables", "Staffing of plans"), "problem_extension": N_("Tables", "Extensions of problems"),
    "required_certificate": N_("Tables", "Required certificates"),
    "required_course": N_("Tables", "Required courses"), "skill": N_("Tables", "Skills"),
    "work_history": N_("Tables", "Earlier work"),
}


def name_of(table: str) -> Text:
    """A table as a user would call it."""
    if table in _NAMES:
        return _NAMES[table]
    return next((kind.title for kind in types_of(table)), N_("Tables", "Table {name}").of(name=table))


def summary(saved: Salvaged) -> Iterator[Text]:
    """A line for each table that holds or lacks something."""
    for one in saved.tables:
        if not (one.read or one.copied or one.rebuilt or one.missing):
            continue
        name, kept = name_of(one.table), one.read + one.copied + one.rebuilt
        if one.missing:
            yield N_("Damage", "{table}: {kept} saved, up to {missing} missing").of(table=name, kept=kept,
                                                                                    missing=one.missing)
        elif one.copied or one.rebuilt:
            yield N_("Damage", "{table}: {kept} saved, {again} of them from a backup or the history").of(
                table=name, kept=kept, again=one.copied + one.rebuilt)
        else:
            yield N_("Damage", "{table}: {kept} saved").of(table=name, kept=kept)


def verdict(saved: Salvaged) -> Text:
    """The one sentence that tells whether something is missing."""
    if saved.is_complete and not saved.bad:
        return N_("Damage", "Everything could be read: nothing is missing.")
    if saved.records_are_complete and not saved.bad:
        return N_("Damage", "Every record is whole. {count} attached {count:file is|files are} missing or damaged and "
                            "{count:stands|stand} in the list: attach {count:it|them} again afterwards.").of(
            count=len(saved.files))
    if saved.is_complete:
        return N_("Damage", "{bad} of {pages} {pages:page|pages} {bad:is|are} damaged, and everything on them could be "
                            "brought back: nothing is missing.").of(bad=saved.bad, pages=saved.pages)
    return N_("Damage", "{bad} of {pages} {pages:page|pages} {bad:is|are} damaged. What is missing stands in the "
                        "list.").of(
        bad=saved.bad, pages=saved.pages)


def missing(saved: Salvaged) -> Iterator[Text]:
    """What is missing, the named things by their names. Holds personal data."""
    for one in saved.tables:
        if one.missing:
            yield N_("Damage", "{table}: up to {missing} {missing:is|are} missing").of(
                table=name_of(one.table), missing=one.missing)
    for record in saved.missing:
        if record.name:
            yield N_("Damage", '{table}: "{name}" is missing').of(table=name_of(record.table), name=record.name)
        else:
            yield N_("Damage", "{table}: no. {number} is missing").of(table=name_of(record.table), number=record.row_id)
    for name in saved.files:
        yield N_("Damage", 'The attached file "{name}" is missing or damaged').of(name=name)
    for first, last in spans(saved.gaps.rows):
        yield N_("Damage", "Entries {first} to {last} of the history are missing").of(first=first, last=last)
    if saved.newest:
        yield N_("Damage", "The newest {count} {count:entry|entries} of the history {count:is|are} missing: what "
                           "{count:it|they} entered or changed may be missing or hold older values").of(
            count=saved.newest)
    if saved.gaps.bare:
        yield N_("Damage", "{count} {count:act|acts} of the history {count:has|have} lost what {count:it|they} did").of(
            count=len(saved.gaps.bare))
    if saved.gaps.acts:
        yield N_("Damage", "{count} {count:act|acts} of the history {count:has|have} lost who did {count:it|them} and "
                           "when").of(
            count=len(saved.gaps.acts))
    if saved.unplaced:
        yield N_("Damage", "{count} {count:row|rows} could be read, but not where {count:it belongs|they belong}; "
                           "{count:it was|they were} left out").of(
            count=saved.unplaced)
