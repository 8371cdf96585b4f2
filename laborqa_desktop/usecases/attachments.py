"""Files attached to records: photos, scans, PDFs; and the pictures that fields hold."""

import mimetypes
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from laborqa_desktop.errors import NotFound, Refused, UserError
from laborqa_desktop.models.base import Base
from laborqa_desktop.models.enums import InspectionState, LinkRole, ProblemStage
from laborqa_desktop.models.history import ATTACHED_NAME, AttachmentLink, Blob, Thumbnail
from laborqa_desktop.models.inspection import Inspection, InspectionItem
from laborqa_desktop.models.person import Person
from laborqa_desktop.models.problem import Problem
from laborqa_desktop.models.training import Certificate
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.records import TARGETS
from laborqa_desktop.store.files import LARGEST, Files, Outside, safe_name
from laborqa_desktop.store.unit import Changes, Store, Work
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases import handing_out, many, pictures, rules
from laborqa_desktop.usecases.pictures import Content
from laborqa_desktop.usecases.reading_files import read_capped, too_large

_HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
_MADE_AT_ONCE = 8
PARTS = 100
"""Of one file, in the count of several."""


@dataclass(frozen=True)
class FileInfo:
    """One attached file. id: of the link between record and content; size: bytes."""

    id: int
    name: str
    mime: str
    size: int
    role: str
    caption: str
    pixels: str
    taken_at: datetime | None
    blob_id: str
    sha256: str


@dataclass(frozen=True)
class Added:
    """What adding files did. refused: why some were left out."""

    changes: Changes
    refused: tuple[Refused, ...] = ()


class Attachments:
    """Attached files of a library, on behalf of a working person.

    Args:
        outside: the private folder for files that another program shows; without one they cannot be opened.
    """

    def __init__(self, store: Store, person: str = "", outside: Outside | None = None) -> None:
        self._store = store
        self.person = person
        self._files = Files(store)
        self._outside = outside

    def of(self, key: str, record_id: int) -> tuple[FileInfo, ...]:
        """The files of a record, oldest first. key: of a record type, or the table of child rows (inspection_item)."""
        with self._store.read() as session:
            rows = session.execute(
                select(AttachmentLink, Blob).join(Blob, Blob.id == AttachmentLink.blob_id)
                .where(AttachmentLink.table_name == _table(key), AttachmentLink.record_id == record_id)
                .order_by(AttachmentLink.position, AttachmentLink.id)).all()
            return tuple(_info(link, blob) for link, blob in rows)

    def add(self, key: str, record_id: int, name: str, content: bytes, role: str = "", caption: str = "") -> Changes:
        """Attaches a file; a photo is turned upright, and the same content is stored once.

        Args:
            role: a value of enums.LinkRole; empty: photo for a picture, evidence for anything else.

        Raises:
            Refused: a HEIC picture, an empty file, more than 50 MB, or a record that is frozen.
        """
        prepared, table = self._prepare(name, content), _table(key)
        with self._store.write(_attached(safe_name(name), 1), person=self.person) as work:
            _refuse_frozen(work.session, table, record_id, adding=True)
            self._attach(work.session, table, record_id, name, prepared, role, caption)
        return Changes(work.changes.act_id, work.changes.rows | {(table, record_id)})

    def add_all(self, key: str, record_id: int, contents: Sequence[Path | tuple[str, bytes]], role: str = "",
                step: Step = quietly) -> "Added":
        """Attaches several files in one act; what cannot be attached is left out and named.

        Args:
            contents: files on disk, or (name, content).
            role: as in add().
            step: told how far it is; may raise to stop, nothing is attached then.

        Raises:
            Refused: the record is frozen.
            UserError: the disk is full; nothing is attached.
        """
        table, total = _table(key), len(contents) * PARTS
        refused, names = list[Refused](), list[str]()
        with self._store.write(_attached("", len(contents)), person=self.person, step=step) as work:
            _refuse_frozen(work.session, table, record_id, adding=True)
            for place, content in enumerate(contents):
                def told(done: int, size: int, first: int = place * PARTS) -> None:
                    work.tell(first + done * PARTS // max(size, 1), total)

                told(0, 1)
                try:
                    name, data = (content.name, read_capped(content, told)) if isinstance(content, Path) else content
                    prepared = self._prepare(name, data)
                except Refused as error:
                    refused.append(error)
                    continue
                self._attach(work.session, table, record_id, name, prepared, role)
                names.append(safe_name(name))
            work.act = _attached(names[0] if names else "", len(names))
        if not names:
            return Added(work.changes, tuple(refused))
        return Added(Changes(work.changes.act_id, work.changes.rows | {(table, record_id)}), tuple(refused))

    def _attach(self, session: Session, table: str, record_id: int, name: str, prepared: Content, role: str,
                caption: str = "") -> None:
        chosen = role or (LinkRole.PHOTO.value if prepared.mime.startswith("image/") else LinkRole.EVIDENCE.value)
        blob = self._put(session, name, prepared)
        last = session.scalar(select(func.max(AttachmentLink.position)).where(
            AttachmentLink.table_name == table, AttachmentLink.record_id == record_id))
        session.add(AttachmentLink(blob_id=blob, table_name=table, record_id=record_id, role=chosen,
                                   caption=caption[:400], position=0 if last is None else last + 1,
                                   name=safe_name(name)[:255]))

    def add_file(self, key: str, record_id: int, file: Path, role: str = "", caption: str = "",
                 step: Step = quietly) -> Changes:
        """Attaches a file from disk, which is looked at before it is read.

        Args:
            step: told (bytes read, bytes in all); may raise to stop.

        Raises:
            Refused: as add(), or it cannot be read or is being changed.
        """
        return self.add(key, record_id, file.name, read_capped(file, step), role, caption)

    def add_scan(self, work: Work, key: str, record_id: int, scan: Path | None) -> None:
        """Attaches the signed paper inside the act that notes the signature, so that both are kept, or neither.

        Args:
            scan: None: there is none (yet).

        Raises:
            Refused: as add_file().
        """
        if scan is not None:
            table = _table(key)
            _refuse_frozen(work.session, table, record_id, adding=True)
            prepared = self._prepare(scan.name, read_capped(scan))
            self._attach(work.session, table, record_id, scan.name, prepared, LinkRole.SIGN_SCAN.value)

    def describe(self, link_id: int, *, role: str | None = None, caption: str | None = None) -> Changes:
        """Changes what a file is to its record, and its caption; None leaves them."""
        with self._store.write(N_("Act", "Describe an attached file"), person=self.person) as work:
            link = _link(work.session, link_id)
            _refuse_frozen(work.session, link.table_name, link.record_id)
            link.role = link.role if role is None else LinkRole(role).value
            link.caption = link.caption if caption is None else caption[:400]
            owner = (link.table_name, link.record_id)
        return Changes(work.changes.act_id, work.changes.rows | {owner})

    def remove(self, link_id: int) -> Changes:
        """Takes a file off its record; the content stays for undo until it is swept as an orphan.

        Raises:
            Refused: the record is frozen.
        """
        with self._store.read() as session:
            name = _name(session, _link(session, link_id))
        with self._store.write(N_("Act", "Remove {name}").of(name=name), person=self.person) as work:
            link = _link(work.session, link_id)
            _refuse_frozen(work.session, link.table_name, link.record_id)
            owner = (link.table_name, link.record_id)
            work.session.delete(link)
        return Changes(work.changes.act_id, work.changes.rows | {owner})

    def name_of(self, link_id: int) -> str:
        """The name of an attached file."""
        with self._store.read() as session:
            return _name(session, _link(session, link_id))

    def content_of(self, link_id: int) -> bytes:
        """The content of an attached file."""
        with self._store.read() as session:
            blob_id = _link(session, link_id).blob_id
        return self._files.get(blob_id)

    def content(self, blob_id: str) -> bytes:
        """The content of a blob: a picture that a field holds."""
        return self._files.get(blob_id)

    def put_image(self, data: bytes, name: str) -> str:
        """Keeps a picture for a field and gives its blob id.

        Raises:
            Refused: it is no picture, a HEIC one, or too large.
        """
        prepared = self._prepare(name, data)
        if not prepared.pixels:
            raise Refused(N_("Attachments", "{name} is not a picture that can be shown. Use JPEG or PNG.")
                          .of(name=name))
        with self._store.write(N_("Act", "Keep a picture"), person=self.person) as work:
            return self._put(work.session, name, prepared)

    def put_image_file(self, file: Path, step: Step = quietly) -> str:
        """Keeps a picture from disk for a field and gives its blob id.

        Raises:
            Refused: as put_image(), or it cannot be read or is being changed.
        """
        return self.put_image(read_capped(file, step), file.name)

    def small_pictures(self, blob_ids: Iterable[str]) -> dict[str, bytes]:
        """JPEGs of at most 64 KB to show instead of the contents; blobs that have none (yet) are left out."""
        wanted, found = sorted(set(blob_ids)), dict[str, bytes]()
        with self._store.read() as session:
            for part in many.parts(wanted):
                for blob_id, jpeg in session.execute(select(Thumbnail.blob_id, Thumbnail.data).where(
                        Thumbnail.blob_id.in_(part), func.length(Thumbnail.data) > 0)):
                    found[blob_id] = jpeg
        return found

    def keep_small(self, blob_id: str, jpeg: bytes) -> None:
        """Keeps a small picture that a view has made, of the first page of a PDF for example; a large one is not."""
        if self._store.read_only or not 0 < len(jpeg) <= pictures.SMALL_BYTES:
            return
        with self._store.quiet() as session:
            if session.get(Blob, blob_id) is not None and session.get(Thumbnail, blob_id) is None:
                session.add(Thumbnail(blob_id=blob_id, data=jpeg))

    def make_small_pictures(self, most: int = _MADE_AT_ONCE) -> int:
        """Makes some of the small pictures that a library from before has not; gives how many were looked at."""
        if self._store.read_only:
            return 0
        with self._store.read() as session:
            waiting = session.scalars(
                select(Blob.id).outerjoin(Thumbnail, Thumbnail.blob_id == Blob.id)
                .where(Blob.pixels != "", Thumbnail.blob_id.is_(None)).order_by(Blob.imported_at.desc())
                .limit(most)).all()
        made = {}
        for blob_id in waiting:
            try:
                made[blob_id] = pictures.small_picture(self._files.get(blob_id))
            except UserError:
                made[blob_id] = b""     # damaged or lost: check tells it
        if made:
            with self._store.quiet() as session:
                for blob_id, jpeg in made.items():
                    session.merge(Thumbnail(blob_id=blob_id, data=jpeg))
        return len(made)

    def count(self, key: str, record_ids: Sequence[int]) -> dict[int, int]:
        """How many files each record has; records without any are left out."""
        with self._store.read() as session:
            return {row[0]: row[1] for row in session.execute(
                select(AttachmentLink.record_id, func.count()).where(
                    AttachmentLink.table_name == _table(key), AttachmentLink.record_id.in_(list(record_ids)))
                .group_by(AttachmentLink.record_id))}

    def open_outside(self, link_id: int) -> Path:
        """Decrypts a file into the private folder and gives the path for another program; read-only there.

        Raises:
            Refused: there is no private folder.
        """
        if self._outside is None:
            raise Refused(N_("Attachments", "Files cannot be opened in another program here."))
        with self._store.read() as session:
            link = _link(session, link_id)
            name, blob_id = _name(session, link), link.blob_id
        return self._outside.place(name or "file", self._files.get(blob_id))

    def save_as(self, link_id: int, target: Path) -> None:
        """Writes a copy of a file outside the library; a file that exists is refused."""
        from laborqa_desktop.exchange.files import write_new
        write_new(target, self.content_of(link_id))

    def save_all(self, key: str, record_id: int, folder: Path, step: Step = quietly) -> handing_out.HandedOut:
        """Writes copies of all files of a record into a folder, those of its inspection items too.

        Nothing there is overwritten: a name that is taken gets a number.

        Args:
            step: told (files written, files in all); may raise to stop.

        Raises:
            UserError: the folder cannot be written to, or the disk is full.
        """
        with self._store.read() as session:
            found = [(name, blob_id) for name, blob_id in session.execute(
                select(ATTACHED_NAME, Blob.id).join(AttachmentLink, AttachmentLink.blob_id == Blob.id)
                .where(_of_record(key, record_id)).order_by(AttachmentLink.table_name, AttachmentLink.position,
                                                            AttachmentLink.id))]
        return handing_out.hand_out(folder, found, self._files.get, step)

    def _put(self, session: Session, name: str, content: Content) -> str:
        blob_id = self._files.put(session, content.data, original_name=safe_name(name), mime=content.mime,
                                  pixels=content.pixels, taken_at=content.taken_at)
        if content.small and session.get(Thumbnail, blob_id) is None:
            session.add(Thumbnail(blob_id=blob_id, data=content.small))
        return blob_id

    def _prepare(self, name: str, data: bytes) -> Content:
        if not data:
            raise Refused(N_("Attachments", "{name} is empty; it was not attached.").of(name=name))
        if len(data) > LARGEST:
            raise Refused(too_large(name))
        if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
            raise Refused(N_("Attachments", "{name} is a HEIC picture, which cannot be shown everywhere. On the phone "
                                            'choose "most compatible" as camera format, or save it as JPEG.')
                          .of(name=name))
        mime = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return pictures.picture(data, self._store.zone) or Content(data, mime)


def _attached(name: str, count: int) -> Text:
    """What the act is called."""
    if count == 1:
        return N_("Act", "Attach {name}").of(name=name)
    return N_("Act", "Attach {count} {count:file|files}").of(count=count)


def _table(key: str) -> str:
    if key in TARGETS:
        return str(TARGETS[key].model.__tablename__)
    if key in Base.metadata.tables:
        return key
    raise KeyError(key)


def _of_record(key: str, record_id: int) -> ColumnElement[bool]:
    own = (AttachmentLink.table_name == _table(key)) & (AttachmentLink.record_id == record_id)
    if key != "inspection":
        return own
    items = select(InspectionItem.id).where(InspectionItem.inspection_id == record_id)
    return own | ((AttachmentLink.table_name == "inspection_item") & AttachmentLink.record_id.in_(items))


def _link(session: Session, link_id: int) -> AttachmentLink:
    link = session.get(AttachmentLink, link_id)
    if link is None:
        raise NotFound(N_("Attachments", "The file is no longer attached."))
    return link


def _name(session: Session, link: AttachmentLink) -> str:
    return link.name or session.get_one(Blob, link.blob_id).original_name


def _info(link: AttachmentLink, blob: Blob) -> FileInfo:
    return FileInfo(link.id, link.name or blob.original_name, blob.mime, blob.bytes, link.role, link.caption,
                    blob.pixels, blob.taken_at, blob.id, blob.sha256)


def _refuse_frozen(session: Session, table: str, record_id: int, *, adding: bool = False) -> None:
    """Evidence of a submitted inspection stays (a signed scan may still be added), that of a closed problem too."""
    if table == "problem":
        problem = session.get(Problem, record_id)
        frozen = problem is not None and problem.stage in (ProblemStage.CLOSED, ProblemStage.VOID)
    elif table == "inspection" and not adding:
        inspection = session.get(Inspection, record_id)
        frozen = inspection is not None and inspection.state != InspectionState.DRAFT
    elif table == "inspection_item":
        state = session.scalar(select(Inspection.state).join(Inspection.items).where(
            Base.metadata.tables["inspection_item"].c.id == record_id))
        frozen = state is not None and state != InspectionState.DRAFT
    elif table in ("person", "certificate"):
        model: type[Person] | type[Certificate] = Person if table == "person" else Certificate
        record = session.get(model, record_id)
        why = rules.frozen("staff" if table == "person" else table, record) if record is not None else None
        if why is not None:
            raise Refused(why)
        frozen = False
    else:
        frozen = False
    if frozen:
        raise Refused(N_("Attachments", "The record is frozen evidence; its files are not changed any more."))
