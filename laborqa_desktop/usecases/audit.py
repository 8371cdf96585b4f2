"""The change history as a whole: the list of all acts, and the proof that nobody changed it."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, String, cast, func, or_, select
from sqlalchemy.orm import Session

from laborqa_desktop.errors import Refused
from laborqa_desktop.exchange.write import OutColumn, export_xlsx
from laborqa_desktop.models.history import Act, AttachmentLink, History
from laborqa_desktop.models.person import Person
from laborqa_desktop.models.report import Report
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.records import TARGETS, TYPES
from laborqa_desktop.records.field import Kind
from laborqa_desktop.store import head_file, history, settings
from laborqa_desktop.store.chain import SHORTEST
from laborqa_desktop.store.check import lost_words
from laborqa_desktop.store.history import Broken, Fault, Head
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_, Text, Translate
from laborqa_desktop.usecases import forms

PAGE = 100
MOST_EXPORTED = 100_000

MEANING: Mapping[Fault, Text] = {
    Fault.ORDER: N_("Audit", "An entry was taken out, put in or moved outside the program."),
    Fault.ACT: N_("Audit", "Who did it, when, what or why was changed outside the program."),
    Fault.VALUES: N_("Audit", "Old or new values were changed outside the program."),
    Fault.LINK: N_("Audit", "The entry was written without the key of this library, not by the program."),
    Fault.BLANKED: N_("Audit", "Values were taken away, and no deletion required by law explains it."),
    Fault.RESTORED: N_("Audit", "Values are back that had been deleted by law, or the deletion is denied."),
    Fault.CUT: N_("Audit", "The newest entries are missing: they were cut off, or an older copy was put in place."),
    Fault.OTHER: N_("Audit", "Up to the anchor this is another history than the one the anchor was taken from."),
}
ADVICE = N_("Audit", "Keep the folder as it is, make a copy of it, and compare with the newest backup whose history is "
                     "whole.")


@dataclass(frozen=True)
class Verdict:
    """What the proof found. at, person: of the act the broken entry belongs to, where they can be told."""

    head: Head
    broken: Broken | None = None
    at: datetime | None = None
    person: str = ""
    anchored: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether nothing was changed."""
        return self.broken is None

    @property
    def headline(self) -> Text:
        """The finding in one sentence."""
        if self.broken is None and self.anchored:
            return N_("Audit", "The history is whole and fits the anchor: {count} {count:entry|entries}.").of(
                       count=self.head.count)
        if self.broken is None:
            return N_("Audit", "The history is whole: {count} {count:entry|entries}. Without an anchor a cut-off end "
                               "cannot be seen; take one from an issued report.").of(count=self.head.count)
        return N_("Audit", "The history was changed; the first entry that does not fit is no. {row}.").of(
            row=self.broken.row)

    @property
    def lines(self) -> tuple[Text, ...]:
        """What it means and what to do."""
        if self.broken is None:
            return ()
        found = [MEANING[self.broken.fault]]
        if self.at is not None:
            found.append(N_("Audit", "It belongs to act {act} of {moment} by {person}.").of(
                act=self.broken.act_id, moment=f"{self.at:%Y-%m-%d %H:%M}", person=self.person or "—"))
        return (*found, ADVICE)


@dataclass(frozen=True)
class Loss:
    """Entries that had been saved and are not there.

    Attributes:
        at: when that was found; None while the library is open for reading only, so that it is not on record.
        saved, there: entries of the history.
        aside: folder in the library's folder where the files were set aside as they were found; "" for none.
    """

    at: datetime | None
    saved: int
    there: int
    aside: str = ""

    @property
    def headline(self) -> Text:
        """The finding in one sentence."""
        return lost_words(self.saved, self.there)

    @property
    def lines(self) -> tuple[Text, ...]:
        """When it was found, and what to do."""
        found = []
        if self.at is not None:
            found.append(N_("Audit", "Found when the library was opened on {moment}.").of(
                moment=f"{self.at:%Y-%m-%d %H:%M}"))
        if self.aside:
            found.append(N_("Audit", "The files as they were found are kept in the folder {name} of the library. Leave "
                                     "it there until all is settled.").of(name=self.aside))
        found.append(N_("Audit", "Next: look at the preview of the newest backup on the page Backup. If it holds the "
                                 "missing entries, put it back; else enter again what was saved last."))
        return tuple(found)


@dataclass(frozen=True)
class Asked:
    """Which acts are wanted. words: in name, person or reason; kind: key of a record type; day_to is included."""

    words: str = ""
    person: str = ""
    kind: str = ""
    day_from: date | None = None
    day_to: date | None = None


@dataclass(frozen=True)
class ActRow:
    """One act. records: how many records it touched; first: (record type, id, name) of the one to show."""

    id: int
    at: datetime
    person: str
    text: Text
    reason: str
    records: int
    first: tuple[str, int, str] | None


class Audit:
    """The history of a library as a whole."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def head(self) -> Head:
        """The anchor of this moment."""
        with self._store.read() as session:
            return history.head(session)

    def verify(self, anchor: str = "", step: Step = quietly) -> Verdict:
        """Proves the whole history; takes seconds where it is long.

        Args:
            anchor: as printed in a report or kept with a backup; empty for none.
            step: told (entries done, entries in all); may raise to stop.

        Raises:
            Refused: the anchor cannot be read.
        """
        wanted = read_anchor(anchor) if anchor.strip() else ""
        with self._store.read() as session:
            head = history.head(session)
            broken = history.verify(session, self._store.keys.chain(), wanted, step)
            if broken is None or broken.act_id is None or broken.fault is Fault.ACT:
                return Verdict(head, broken, anchored=bool(wanted))
            act = session.execute(select(Act.at, Act.person).where(Act.id == broken.act_id)).first()
        if act is None:
            return Verdict(head, broken, anchored=bool(wanted))
        return Verdict(head, broken, act[0].astimezone(ZoneInfo(self._store.zone)), act[1], bool(wanted))

    def loss(self) -> Loss | None:
        """What was found missing at an opening, or is missing now; None when nothing is."""
        zone = ZoneInfo(self._store.zone)
        with self._store.read() as session:
            kept = settings.get(session, head_file.LOST)
            if kept is not None:
                return Loss(datetime.fromisoformat(kept[0]).astimezone(zone), *kept[1:])
            lost = head_file.missing_quietly(session, self._store.layout, self._store.keys)
            return None if lost is None else Loss(None, lost.count, history.head(session).count)

    def anchors(self) -> list[tuple[str, str]]:
        """(number, anchor) of the issued reports, newest first."""
        with self._store.read() as session:
            return [(code, anchor) for code, anchor in session.execute(
                select(Report.code, Report.anchor).where(Report.anchor != "").order_by(Report.id.desc()).limit(50))]

    def acts(self, asked: Asked, translate: Translate, before: int = 0, most: int = PAGE) -> list[ActRow]:
        """Acts, newest first.

        Args:
            translate: names of acts are searched in this language.
            before: only acts older than this one; 0 for the newest.
        """
        with self._store.read() as session:
            query = self._query(session, asked, translate)
            if before:
                query = query.where(Act.id < before)
            return _rows(session, list(session.scalars(query.limit(most))))

    def people(self) -> list[str]:
        """Everybody who has worked in the library."""
        with self._store.read() as session:
            return [name for name in session.scalars(select(Act.person).distinct().order_by(Act.person)) if name]

    def export(self, asked: Asked, target: Path, translate: Translate, step: Step = quietly) -> int:
        """Writes the acts to a workbook, without any old or new value; gives their number.

        Raises:
            UserError: the file cannot be written; nothing is left behind.
        """
        zone = ZoneInfo(self._store.zone)
        columns = [OutColumn(text.say(translate), Kind.TEXT, width, text=True) for text, width in (
            (N_("Audit", "No."), 60), (N_("Audit", "When"), 130), (N_("Audit", "Who"), 90), (N_("Audit", "What"), 260),
            (N_("Audit", "Records"), 70), (N_("Audit", "First record"), 200), (N_("Audit", "Reason"), 260))]
        rows: list[list[str]] = []
        before = 0
        while len(rows) < MOST_EXPORTED and (found := self.acts(asked, translate, before, 1000)):
            for one in found:
                rows.append([str(one.id), f"{one.at.astimezone(zone):%Y-%m-%d %H:%M}", one.person,
                             one.text.say(translate), str(one.records), one.first[2] if one.first else "", one.reason])
            before = found[-1].id
            step(len(rows), 0)
        return export_xlsx(target, N_("Audit", "Change history").say(translate), columns, rows, translate,
                           self._store.zone)

    def _query(self, session: Session, asked: Asked, translate: Translate) -> Select[Act]:
        query = select(Act).order_by(Act.id.desc())
        if asked.words.strip():
            query = query.where(_says(session, asked.words.strip(), translate))
        if asked.person:
            query = query.where(Act.person == asked.person)
        if asked.kind:
            table = str(TARGETS[asked.kind].model.__tablename__)
            query = query.where(Act.id.in_(select(History.act_id).where(History.table_name == table)))
        zone = ZoneInfo(self._store.zone)
        if asked.day_from is not None:
            query = query.where(Act.at >= datetime.combine(asked.day_from, time(), zone))
        if asked.day_to is not None:
            query = query.where(Act.at < datetime.combine(asked.day_to + timedelta(days=1), time(), zone))
        return query


def read_anchor(words: str) -> str:
    """An anchor as it was typed or pasted: "count:link", at least the sixteen digits that a report prints.

    Raises:
        Refused: it is none.
    """
    plain = re.sub(r"[\s…,]", "", words.replace("\uff1a", ":")).casefold()
    if not re.fullmatch(rf"\d{{1,15}}:[0-9a-f]{{{SHORTEST},64}}", plain):
        raise Refused(N_("Audit", "This is no anchor. Write it as printed on the cover of a report: the number of "
                                  "entries, a colon, and at least 16 digits."))
    return plain


def _says(session: Session, words: str, translate: Translate) -> ColumnElement[bool]:
    found = words.casefold()
    names = [(context, source) for context, source in session.execute(select(Act.context, Act.source).distinct())
             if found in translate(context, source).casefold()]
    places = cast(Act.places, String)
    return or_(Act.person.contains(words, autoescape=True), Act.reason.contains(words, autoescape=True),
               places.contains(json.dumps(words)[1:-1], autoescape=True),
               Act.source.in_([source for _, source in names]))


def _rows(session: Session, acts: Sequence[Act]) -> list[ActRow]:
    ids = [act.id for act in acts]
    counts = {act_id: (count, first) for act_id, count, first in session.execute(
        select(History.act_id, func.count(), func.min(History.id)).where(History.act_id.in_(ids))
        .group_by(History.act_id))}
    firsts = {row.act_id: row for row in session.execute(
        select(History.act_id, History.table_name, History.row_id, History.kind).where(
            History.id.in_([first for _, first in counts.values()])))}
    aims = {act_id: aim for act_id, row in firsts.items() if (aim := _aim(session, row.table_name, row.row_id))}
    names: dict[tuple[str, int], str] = {}
    for key in {key for key, _ in aims.values()}:
        wanted = sorted({row_id for of, row_id in aims.values() if of == key})
        names.update({(key, row_id): label for row_id, label in forms.labels_of(session, key, wanted).items()})
    return [ActRow(act.id, act.at, act.person, history.stored_text(act.context, act.source, act.places), act.reason,
                   counts.get(act.id, (0, 0))[0],
                   (*aims[act.id], names[aims[act.id]]) if act.id in aims and aims[act.id] in names else None)
            for act in acts]


def _aim(session: Session, table: str, row_id: int) -> tuple[str, int] | None:
    """The record to show for a history row; the owner of an attached file; None where there is no screen for it."""
    if table == "attachment_link":
        owner = session.execute(select(AttachmentLink.table_name, AttachmentLink.record_id).where(
            AttachmentLink.id == row_id)).first()
        return None if owner is None or owner[0] == table else _aim(session, owner[0], owner[1])
    if table == "person":
        kind = session.scalar(select(Person.kind).where(Person.id == row_id))
        return None if kind is None else (str(kind), row_id)
    key = _KEYS.get(table)
    return None if key is None else (key, row_id)


_KEYS: Mapping[str, str] = {str(kind.model.__tablename__): key for key, kind in TYPES.items()}
