"""All use cases of one open library in one place.

Each is made, and what it needs imported, when it is first asked for.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from laborqa_desktop.logs import short
from laborqa_desktop.store import settings
from laborqa_desktop.store.check import lost_words
from laborqa_desktop.store.clock import behind
from laborqa_desktop.store.files import Outside
from laborqa_desktop.store.head_file import LOST
from laborqa_desktop.store.place import sync_folder
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_, Text, Translate, english

if TYPE_CHECKING:
    from laborqa_desktop.usecases.access import Access
    from laborqa_desktop.usecases.attachments import Attachments
    from laborqa_desktop.usecases.audit import Audit
    from laborqa_desktop.usecases.backups import Backups
    from laborqa_desktop.usecases.bulk_editing import BulkEdits
    from laborqa_desktop.usecases.certificates import Certificates
    from laborqa_desktop.usecases.checklists import Checklists
    from laborqa_desktop.usecases.company import Company
    from laborqa_desktop.usecases.health import Health
    from laborqa_desktop.usecases.importing import Imports
    from laborqa_desktop.usecases.inspections import Inspections
    from laborqa_desktop.usecases.issuing import Issuing
    from laborqa_desktop.usecases.listing_files import ListFiles
    from laborqa_desktop.usecases.person_data import PersonFiles
    from laborqa_desktop.usecases.plans import Plans
    from laborqa_desktop.usecases.privacy import Privacy
    from laborqa_desktop.usecases.problems import Problems
    from laborqa_desktop.usecases.purging import Purging
    from laborqa_desktop.usecases.records import KeptDraft, Records
    from laborqa_desktop.usecases.recycling import Recycling
    from laborqa_desktop.usecases.reminders import Reminders
    from laborqa_desktop.usecases.reporting import Reporting
    from laborqa_desktop.usecases.saved_views import SavedViews
    from laborqa_desktop.usecases.today import Today
    from laborqa_desktop.usecases.training import Training
    from laborqa_desktop.usecases.unfinished import Unfinished
    from laborqa_desktop.usecases.verifying import Verifying

log = logging.getLogger(__name__)
TOLD_FOR = timedelta(days=30)
"""So long an opening says that entries are missing; the history says it for ever."""


class Office:
    """What a window or the command line works with.

    Args:
        person: the working person's name.
        on_close: called after the library is closed, to let its lock go.
        languages: in which headings and choices of spreadsheets are understood.
        outside: private folder for attachments that another program shows; emptied at start and close.
    """

    def __init__(self, store: Store, person: str = "", on_close: Callable[[], None] | None = None,
                 languages: Sequence[Translate] = (english,), outside: Path | None = None) -> None:
        self.store = store
        self.person = person
        self.languages = tuple(languages)
        self._on_close = on_close
        self._outside = Outside(outside) if outside is not None else None
        self._clear_outside()

    @property
    def notice(self) -> Text | None:
        """Why the library is open for reading only, or None."""
        return self.store.notice

    def warnings(self) -> tuple[Text, ...]:
        """What the user should know on opening: reading only, a folder that is synchronised, a clock that is behind."""
        found = [*self.store.hints, *([self.notice] if self.notice else [])]
        program = sync_folder(self.store.folder)
        if program is not None:
            found.append(N_("Library", "{program} synchronises this folder and may damage the library while it is in "
                                       "use. Close the library and move the whole folder elsewhere.")
                         .of(program=program))
        with self.store.read() as session:
            lost = settings.get(session, LOST)
        if lost is not None and self.store.clock() - datetime.fromisoformat(lost[0]) < TOLD_FOR:
            found.append(lost_words(*lost[1:]))
        newest = behind(self.store)
        if newest is not None:
            found.append(N_("Library", "The computer's clock is behind: the newest entry is of {moment}. Set the clock "
                                       "before you enter anything.").of(moment=f"{newest:%Y-%m-%d %H:%M}"))
        return tuple(found)

    def idle(self) -> None:
        """To be called when nobody has worked for some seconds: merges what was written into the one database file, so
        that a copy of the folder made by hand is complete (reliability.md S8).
        """
        if not self.store.closed:
            self.store.idle()
            self._tidy()

    def _tidy(self) -> None:
        from laborqa_desktop.usecases.index_renewing import renew_names
        from laborqa_desktop.usecases.tidying import tidy_daily
        tidy_daily(self.store)
        renew_names(self.store)
        self.attachments.make_small_pictures()

    def last_unfinished(self) -> "KeptDraft | None":
        """What was typed last and not saved: a form, or the entries of an inspection (without values)."""
        from laborqa_desktop.usecases.records import KeptDraft
        newest = next(iter(self.records.drafts()), None)
        sheet = self.inspections.last_kept()
        if sheet is not None and (newest is None or sheet[1] > newest.saved_at):
            return KeptDraft("inspection", sheet[0], {}, sheet[1])
        return newest

    def close(self) -> None:
        """Closes the library; no use case works after that."""
        self.store.close()
        log.info("library %s closed", short(self.store.library_id))
        self._clear_outside()
        if self._on_close is not None:
            self._on_close()

    def _clear_outside(self) -> None:
        if self._outside is not None:
            self._outside.empty()

    @cached_property
    def records(self) -> "Records":
        """Lists, forms, archive, undo."""
        from laborqa_desktop.usecases.records import Records
        return Records(self.store, self.person)

    @cached_property
    def saved_views(self) -> "SavedViews":
        """Views of lists with a name, and what each list showed last."""
        from laborqa_desktop.usecases.saved_views import SavedViews
        return SavedViews(self.store, self.person)

    @cached_property
    def bulk(self) -> "BulkEdits":
        """One value for many records."""
        from laborqa_desktop.usecases.bulk_editing import BulkEdits
        return BulkEdits(self.store, self.person)

    @cached_property
    def files(self) -> "ListFiles":
        """Lists as spreadsheets and PDF."""
        from laborqa_desktop.usecases.listing_files import ListFiles
        return ListFiles(self.store, self.person)

    @cached_property
    def attachments(self) -> "Attachments":
        """Files attached to records."""
        from laborqa_desktop.usecases.attachments import Attachments
        return Attachments(self.store, self.person, self._outside)

    @cached_property
    def privacy(self) -> "Privacy":
        """Retention rules, consents, who looked at what."""
        from laborqa_desktop.usecases.privacy import Privacy
        return Privacy(self.store, self.person)

    @cached_property
    def purging(self) -> "Purging":
        """Deleting one person's data by law."""
        from laborqa_desktop.usecases.purging import Purging
        return Purging(self.store, self.backups, self.person)

    @cached_property
    def recycling(self) -> "Recycling":
        """The recycle bin."""
        from laborqa_desktop.usecases.recycling import Recycling
        return Recycling(self.store, self.backups, self.person)

    @cached_property
    def person_files(self) -> "PersonFiles":
        """One person's data on request, consent lists, the form for an incident."""
        from laborqa_desktop.usecases.person_data import PersonFiles
        return PersonFiles(self.store, self.person)

    @cached_property
    def audit(self) -> "Audit":
        """All acts, and the proof that nobody changed their history."""
        from laborqa_desktop.usecases.audit import Audit
        return Audit(self.store)

    @cached_property
    def company(self) -> "Company":
        """Company profile and signing identity."""
        from laborqa_desktop.usecases.company import Company
        return Company(self.store, self.person)

    @cached_property
    def access(self) -> "Access":
        """Password and recovery code."""
        from laborqa_desktop.usecases.access import Access
        return Access(self.store, self.person)

    @cached_property
    def health(self) -> "Health":
        """Looking for damage, putting right what can be."""
        from laborqa_desktop.usecases.health import Health
        return Health(self.store, self.person)

    @cached_property
    def backups(self) -> "Backups":
        """Backups: made, listed, put back."""
        from laborqa_desktop.usecases.backups import Backups
        return Backups(self.store, self.person)

    @cached_property
    def inspections(self) -> "Inspections":
        """Inspections from draft to review."""
        from laborqa_desktop.usecases.inspections import Inspections
        return Inspections(self.store, self.person)

    @cached_property
    def problems(self) -> "Problems":
        """Problems from found to closed."""
        from laborqa_desktop.usecases.problems import Problems
        return Problems(self.store, self.person)

    @cached_property
    def plans(self) -> "Plans":
        """Editions of service plans."""
        from laborqa_desktop.usecases.plans import Plans
        return Plans(self.store, self.person)

    @cached_property
    def checklists(self) -> "Checklists":
        """Editions of checklists."""
        from laborqa_desktop.usecases.checklists import Checklists
        return Checklists(self.store, self.person)

    @cached_property
    def training(self) -> "Training":
        """Coverage by training."""
        from laborqa_desktop.usecases.training import Training
        return Training(self.store)

    @cached_property
    def certificates(self) -> "Certificates":
        """Validity and renewal of certificates."""
        from laborqa_desktop.usecases.certificates import Certificates
        return Certificates(self.store, self.person)

    @cached_property
    def today(self) -> "Today":
        """What is due, overdue, expiring, unvisited."""
        from laborqa_desktop.usecases.today import Today
        return Today(self.store)

    @cached_property
    def reminders(self) -> "Reminders":
        """What falls due in the next 90 days, and its calendar file."""
        from laborqa_desktop.usecases.reminders import Reminders
        return Reminders(self.store, self.person)

    @cached_property
    def imports(self) -> "Imports":
        """Spreadsheets in, and out again."""
        from laborqa_desktop.usecases.importing import Imports
        return Imports(self.store, self.person, self.languages)

    @cached_property
    def reporting(self) -> "Reporting":
        """The monthly report and its preview."""
        from laborqa_desktop.usecases.reporting import Reporting
        return Reporting(self.store)

    @cached_property
    def issuing(self) -> "Issuing":
        """Numbered, signed, registered reports."""
        from laborqa_desktop.usecases.issuing import Issuing
        return Issuing(self.store, self.person)

    @cached_property
    def unfinished(self) -> "Unfinished":
        """What was begun outside the forms: a report's words, an import's columns."""
        from laborqa_desktop.usecases.unfinished import Unfinished
        return Unfinished(self.store)

    @cached_property
    def verifying(self) -> "Verifying":
        """Whether a PDF is what we issued."""
        from laborqa_desktop.usecases.verifying import Verifying
        return Verifying(self.store)
