"""What was begun outside the forms and is not done: a report's words, an import's columns.

Kept encrypted as drafts are, so that they outlive a lock and a crash; outside history, search and undo.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from pathlib import Path

from laborqa_desktop.errors import UnreadableInput
from laborqa_desktop.exchange import mapping as mappings
from laborqa_desktop.exchange.mapping import Mapping as FieldMapping
from laborqa_desktop.records import TYPES
from laborqa_desktop.store import drafts
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.report_request import NO_WORDS, FreeWords, Language, words_from

_REPORT, _IMPORT = "begun report", "begun import"


@dataclass(frozen=True)
class BegunReport:
    """What stands in the report dialog.

    Attributes:
        name: of the client or site, as it is shown.
        month: any day of it, None while it is no month.
        reason: of a correction.
    """

    client_id: int | None = None
    site_id: int | None = None
    name: str = ""
    month: date | None = None
    language: Language = "zh"
    words: FreeWords = NO_WORDS
    reason: str = ""

    @property
    def is_worth_keeping(self) -> bool:
        """Whether anything was typed that no click brings back."""
        return self.reason != "" or self.words != NO_WORDS


@dataclass(frozen=True)
class BegunImport:
    """What was chosen in the import wizard.

    Attributes:
        kind: key of the record type.
        encoding: of a csv file, "" for others.
        heading_row: None: the one that is found.
        mended: (row number, column from 0) -> text in place of the cell, None for an empty one.
        given: the mapping was loaded from a file.
        step: of the wizard, as the wizard counts them.
    """

    kind: str
    path: Path
    mapping: FieldMapping
    encoding: str = ""
    sheet: int = 0
    heading_row: int | None = None
    mended: Mapping[tuple[int, int], str | None] = field(default_factory=dict)
    given: bool = False
    step: int = 0


class Unfinished:
    """The begun things of a library; one of each sort."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def keep_report(self, begun: BegunReport) -> None:
        """Keeps what stands in the report dialog."""
        values = asdict(begun)
        values["month"] = begun.month.isoformat() if begun.month else None
        values["words"]["plan"] = [{**asdict(one), "on": one.on.isoformat() if one.on else None}
                                   for one in begun.words.plan]
        drafts.save(self._store, _REPORT, None, values)

    def report(self) -> BegunReport | None:
        """The report that was begun last, None when there is none."""
        kept = drafts.load(self._store, _REPORT, None)
        if kept is None:
            return None
        with suppress(KeyError, TypeError, ValueError):     # of another version of the program
            values = dict(kept.values)
            month, words = values.pop("month"), words_from(values.pop("words"))
            return replace(BegunReport(**values), month=date.fromisoformat(month) if month else None, words=words)
        return None

    def forget_report(self) -> None:
        """It is issued, or begun anew."""
        drafts.drop(self._store, _REPORT, None)

    def keep_import(self, begun: BegunImport) -> None:
        """Keeps what was chosen in the import wizard; the file itself stays where it is."""
        drafts.save(self._store, _IMPORT, None, {
            "kind": begun.kind, "path": str(begun.path), "mapping": mappings.dump(begun.mapping),
            "encoding": begun.encoding, "sheet": begun.sheet, "heading_row": begun.heading_row,
            "mended": [[row, column, text] for (row, column), text in begun.mended.items()],
            "given": begun.given, "step": begun.step})

    def import_(self) -> BegunImport | None:
        """The import that was begun last, None when there is none."""
        kept = drafts.load(self._store, _IMPORT, None)
        if kept is None:
            return None
        with suppress(KeyError, TypeError, ValueError, UnreadableInput):
            values = dict(kept.values)
            path, mapping = Path(values.pop("path")), mappings.load(values.pop("mapping"))
            mended = {(int(row), int(column)): text for row, column, text in values.pop("mended")}
            if values["kind"] in TYPES:
                return BegunImport(path=path, mapping=mapping, mended=mended, **values)
        return None

    def forget_import(self) -> None:
        """It is done, or another one is begun."""
        drafts.drop(self._store, _IMPORT, None)
