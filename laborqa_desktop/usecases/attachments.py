"""Files attached to records: photos, scans, PDFs; and the pictures that fields hold."""

import mimetypes
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zoneinfo import ZoneInfo

from PIL import Image, ImageOps, UnidentifiedImageError
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from laborqa_desktop.errors import NotFound, Refused
from laborqa_desktop.models.base import Base
from laborqa_desktop.models.enums import LABELS, InspectionState, LinkRole, ProblemStage
from laborqa_desktop.models.history import AttachmentLink, Blob
from laborqa_desktop.models.inspection import Inspection
from laborqa_desktop.models.person import Person
from laborqa_desktop.models.problem import Problem
from laborqa_desktop.records import TARGETS
from laborqa_desktop.store.files import Files, Outside, safe_name
from laborqa_desktop.store.unit import Changes, Store
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases import rules

ROLES: Mapping[str, Text] = LABELS[LinkRole]
LARGEST = 50 * 1024 * 1024
MOST_PIXELS = 100_000_000
_HEIC = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1")
_ORIENTATION, _TAKEN, _TAKEN_OFFSET, _EXIF = 0x0112, 0x9003, 0x9011, 0x8769
_AS_IS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")


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
class _Content:
    data: bytes
    mime: str
    pixels: str = ""
    taken_at: datetime | None = None


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
        prepared = self._prepare(name, content)
        chosen = role or (LinkRole.PHOTO.value if prepared.mime.startswith("image/") else LinkRole.EVIDENCE.value)
        with self._store.write(N_("Act", "Attach {name}").of(name=name), person=self.person) as work:
            table = _table(key)
            _refuse_frozen(work.session, table, record_id, adding=True)
            blob = self._put(work.session, name, prepared)
            last = work.session.scalar(select(func.max(AttachmentLink.position)).where(
                AttachmentLink.table_name == table, AttachmentLink.record_id == record_id))
            link = AttachmentLink(blob_id=blob, table_name=table, record_id=record_id, role=chosen,
                                  caption=caption[:400], position=0 if last is None else last + 1)
            work.session.add(link)
        return Changes(work.changes.act_id, work.changes.rows | {(table, record_id)})

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
        with self._store.write(N_("Act", "Remove an attached file"), person=self.person) as work:
            link = _link(work.session, link_id)
            _refuse_frozen(work.session, link.table_name, link.record_id)
            owner = (link.table_name, link.record_id)
            work.session.delete(link)
        return Changes(work.changes.act_id, work.changes.rows | {owner})

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
            blob = session.get_one(Blob, link.blob_id)
            name, blob_id = blob.original_name, blob.id
        return self._outside.place(name or "file", self._files.get(blob_id))

    def save_as(self, link_id: int, target: Path) -> None:
        """Writes a copy of a file outside the library; a file that exists is refused."""
        from laborqa_desktop.exchange.files import write_new
        write_new(target, self.content_of(link_id))

    def _put(self, session: Session, name: str, content: _Content) -> str:
        return self._files.put(session, content.data, original_name=safe_name(name), mime=content.mime,
                               pixels=content.pixels, taken_at=content.taken_at)

    def _prepare(self, name: str, data: bytes) -> _Content:
        if not data:
            raise Refused(N_("Attachments", "{name} is empty; it was not attached.").of(name=name))
        if len(data) > LARGEST:
            raise Refused(N_("Attachments", "{name} is larger than {limit} MB; it was not attached.")
                          .of(name=name, limit=LARGEST // 1024 // 1024))
        if data[4:8] == b"ftyp" and data[8:12] in _HEIC:
            raise Refused(N_("Attachments", "{name} is a HEIC picture, which cannot be shown everywhere. On the phone "
                                            "choose “most compatible” as camera format, or save it as JPEG.")
                          .of(name=name))
        mime = mimetypes.guess_type(name)[0] or "application/octet-stream"
        return _picture(data, self._store.zone) or _Content(data, mime)


def _picture(data: bytes, zone: str) -> _Content | None:
    """A picture that is turned as it was taken; None for anything else."""
    try:
        with Image.open(BytesIO(data)) as image:
            if image.format not in _AS_IS or image.width * image.height > MOST_PIXELS:
                return None
            mime = Image.MIME.get(image.format, "application/octet-stream")
            exif = image.getexif()
            taken = _moment(exif.get_ifd(_EXIF).get(_TAKEN), exif.get_ifd(_EXIF).get(_TAKEN_OFFSET), zone)
            if exif.get(_ORIENTATION, 1) in (0, 1):
                return _Content(data, mime, f"{image.width}x{image.height}", taken)
            upright = ImageOps.exif_transpose(image)
            out = BytesIO()
            upright.save(out, image.format, quality=92, exif=upright.getexif())
            return _Content(out.getvalue(), mime, f"{upright.width}x{upright.height}", taken)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _moment(words: object, offset: object, zone: str) -> datetime | None:
    """EXIF's moment; cameras that name no offset are taken to stand in the library's zone."""
    try:
        if offset:
            return datetime.strptime(f"{words} {offset}", "%Y:%m:%d %H:%M:%S %z").astimezone(UTC)
        return datetime.strptime(str(words), "%Y:%m:%d %H:%M:%S").replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    except ValueError:
        return None


def _table(key: str) -> str:
    if key in TARGETS:
        return str(TARGETS[key].model.__tablename__)
    if key in Base.metadata.tables:
        return key
    raise KeyError(key)


def _link(session: Session, link_id: int) -> AttachmentLink:
    link = session.get(AttachmentLink, link_id)
    if link is None:
        raise NotFound(N_("Attachments", "The file is no longer attached."))
    return link


def _info(link: AttachmentLink, blob: Blob) -> FileInfo:
    return FileInfo(link.id, blob.original_name, blob.mime, blob.bytes, link.role, link.caption, blob.pixels,
                    blob.taken_at, blob.id, blob.sha256)


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
    elif table == "person":
        person = session.get(Person, record_id)
        why = rules.frozen("staff", person) if person is not None else None
        if why is not None:
            raise Refused(why)
        frozen = False
    else:
        frozen = False
    if frozen:
        raise Refused(N_("Attachments", "The record is frozen evidence; its files are not changed any more."))
