"""What becomes of stored files that no record names any more: 30 days where they are, 30 days in the trash, then gone.

Undo finds a file in the trash as well, and what is named again comes back. A file that a kept backup names stays, since
that backup may leave the files out. Registers know nothing of unsaved forms, so drafts count as records.
"""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from laborqa_desktop.errors import UserError
from laborqa_desktop.models.history import Act, AttachmentLink, Blob, Change, Draft, History, Thumbnail
from laborqa_desktop.models.report import Report
from laborqa_desktop.records import TARGETS, TYPES
from laborqa_desktop.records.field import Kind
from laborqa_desktop.store import backup, settings
from laborqa_desktop.store.files import ORPHAN_DAYS, Files
from laborqa_desktop.store.folder import patiently
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases import many

TRASH_DAYS = 30
_LAST = "attachments.tidied"
_EVERY = timedelta(days=1)


@dataclass(frozen=True)
class Tidied:
    """Numbers of files: moved to the trash, back from it, deleted for good."""

    thrown: int = 0
    back: int = 0
    gone: int = 0


def tidy_daily(store: Store) -> Tidied:
    """tidy() when the last time is a day ago; nothing on a library that is open for reading only."""
    if store.read_only:
        return Tidied()
    now = store.clock()
    with store.read() as session:
        kept = settings.get(session, _LAST)
    if kept is not None and (last := datetime.fromisoformat(kept)) <= now < last + _EVERY:
        return Tidied()
    done = tidy(store)
    with store.quiet() as session:
        settings.put(session, _LAST, now.isoformat())
    return done


def tidy(store: Store) -> Tidied:
    """Sweeps the folder attachments as described above."""
    files = Files(store)
    now = store.clock()
    with store.read() as session:
        known = set(session.scalars(select(Blob.id)))
        used = used_blobs(session)
        since = _unused_since(session, known - used)
    back = [path.name for path in files.in_trash() if path.name in used]
    for blob_id in back:
        if not files.path(blob_id).exists():
            files.bring_back(blob_id)
    limit = now - timedelta(days=ORPHAN_DAYS)
    on_disk = {path.name for path in files.on_disk()}
    thrown = [blob_id for blob_id, at in since.items() if at <= limit and blob_id in on_disk]
    for blob_id in thrown:
        files.throw(blob_id)
    return Tidied(len(thrown) + files.sweep(), len(back), _empty(store, files, used))


def used_blobs(session: Session) -> set[str]:
    """Every blob that a record, an issued report or an unsaved form names."""
    used = set(session.scalars(select(AttachmentLink.blob_id))) | set(session.scalars(select(Report.blob)))
    for kind in {**TYPES, **TARGETS}.values():
        for field in kind.fields:
            if field.kind is Kind.IMAGE:
                column = getattr(kind.model, field.key)
                used.update(session.scalars(select(column).where(column.is_not(None), column != "")))
    drafts = session.scalars(select(Draft.content)).all()
    if drafts:
        typed = str(drafts)
        used.update(blob_id for blob_id in session.scalars(select(Blob.id)) if blob_id in typed)
    return used


def _unused_since(session: Session, unused: Iterable[str]) -> dict[str, datetime]:
    """Since when no record names these; for a picture that a field held, since it was kept."""
    wanted = set(unused)
    if not wanted:
        return {}
    found = {blob_id: at for blob_id, at in session.execute(select(Blob.id, Blob.imported_at)) if blob_id in wanted}
    removed = func.json_extract(History.changes, "$.blob_id[0]")
    for blob_id, at in session.execute(
            select(removed, func.max(Act.at)).join(Act, Act.id == History.act_id)
            .where(History.table_name == "attachment_link", History.kind == Change.DELETE.value).group_by(removed)):
        if blob_id in found:
            found[blob_id] = max(found[blob_id], at if at.tzinfo else at.replace(tzinfo=UTC))
    return found


def _empty(store: Store, files: Files, used: set[str]) -> int:
    """Deletes for good what is 30 days in the trash and in no backup; the register forgets it first."""
    limit = time.time() - TRASH_DAYS * 86400
    old = {path.name for path in files.in_trash() if path.stat().st_mtime <= limit} - used
    if not old:
        return 0
    needed = _needed(store)
    if needed is None:
        return 0
    gone = sorted(old - needed)
    with store.quiet() as session:
        for part in many.parts(gone):
            session.execute(delete(Thumbnail).where(Thumbnail.blob_id.in_(part)))
            session.execute(delete(Blob).where(Blob.id.in_(part)))
    for blob_id in gone:
        patiently(partial(files.trashed(blob_id).unlink, missing_ok=True))
    return len(gone)


def _needed(store: Store) -> frozenset[str] | None:
    """What the kept backups name; None when one cannot be read, so that nobody knows."""
    folder = store.layout.backups
    if not folder.is_dir():
        return frozenset()
    try:
        return backup.blobs_in(backup.list_in(folder, backup.Source(store.layout, store.keys, store.library_id)))
    except (UserError, OSError):
        return None
