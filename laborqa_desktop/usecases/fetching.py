"""Attachments that are missing or damaged, fetched from the backups and the second place. Asked for by Health."""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import select

from laborqa_desktop.errors import Refused, UserError, reason_of
from laborqa_desktop.models.history import Blob
from laborqa_desktop.progress import Step, quietly
from laborqa_desktop.store import backup, disk, files, restore, second_place, settings
from laborqa_desktop.store.backup import Source
from laborqa_desktop.store.backup_file import opened
from laborqa_desktop.store.fetching import Lost, Spring, Staged, folder_of, is_whole, reading, trash_of
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_, Text
from laborqa_desktop.usecases.file_holders import holders

FETCHED = "attachments.fetched"
"""Setting: moment of the last fetching and how many came; written so that it stands in the history."""
_OWN = N_("Fetch", "the trash of the library")
_SPARE = N_("Fetch", "the second place")
_FILE = N_("Fetch", "the backup {file}")


@dataclass(frozen=True)
class Missed:
    """A file that has to be attached again. holder: the record that it belongs to; None: no record names it."""

    name: str
    holder: Text | None = None


@dataclass(frozen=True)
class Fetched:
    """What came of it.

    Attributes:
        came: where copies were found, and how many came from there.
        nowhere: the files that no place holds whole, in the order in which they were attached.
        unreachable: the second place, when it could not be looked at.
    """

    came: tuple[tuple[Text, int], ...] = ()
    nowhere: tuple[Missed, ...] = ()
    unreachable: Path | None = None

    @property
    def count(self) -> int:
        """How many are whole again."""
        return sum(count for _, count in self.came)


def fetch(store: Store, place: Path | None = None, chosen: Path | None = None, person: str = "",
          step: Step = quietly) -> Fetched:
    """Looks for healthy copies of all attachments that are missing or damaged, and puts them in place: all that were
    found, or none.

    Args:
        place: the second place of this computer.
        chosen: another backup file to look into, such as one on a stick.
        step: told (done, in all); may raise to stop, nothing is changed then.

    Raises:
        Refused: the library is open for reading only, or the chosen backup is another library's.
        UnreadableInput: the chosen file is damaged or no backup.
        UserError: the copies cannot be written; nothing was changed.
    """
    if store.read_only:
        raise Refused(store.notice or N_("Library", "The library is open for reading only; nothing was saved."))
    if chosen is not None:
        _need_own(store, chosen)
    lost = _lost(store, step)
    near = place if place is not None and place.is_dir() else None
    found, nowhere = Counter[Text](), list[Lost]()
    with Staged(store.layout) as staged, reading(_files(store, near, chosen)) as archives:
        springs = [Spring(_OWN, trash_of(store.layout)), *_folders(store, near, chosen), *archives]
        homes: dict[str, Text] = {}
        for number, one in enumerate(lost):
            step(50 + 45 * number // len(lost), 100)
            copy = next(((spring.said, data) for spring in springs
                         if is_whole(data := spring.look(one.id), one, store.keys)), None)
            if copy is None or copy[1] is None:
                nowhere.append(one)
                continue
            homes[one.id] = copy[0]
            with _writing(store):
                staged.add(one.id, copy[1])
        step(100, 100)          # the last moment at which it can be stopped
        if homes:
            found.update(homes[blob] for blob in _put(store, staged, list(homes), person))
    away = place if near is None and nowhere else None
    return Fetched(tuple(found.items()), _missed(store, nowhere), away)


def _missed(store: Store, nowhere: Sequence[Lost]) -> tuple[Missed, ...]:
    with store.read() as session:
        known = holders(session, [one.id for one in nowhere])
    return tuple(Missed(one.name, known.get(one.id)) for one in nowhere)


def _put(store: Store, staged: Staged, blobs: Sequence[str], person: str) -> list[str]:
    """In one unit of work: what was deleted by law meanwhile must not come back."""
    with store.write(N_("FinalAct", "Fetched {count} attached {count:file|files} from copies").of(count=len(blobs)),
                     person=person) as work:
        known = set(work.session.scalars(select(Blob.id).where(Blob.id.in_(blobs))))
        still = [blob for blob in blobs if blob in known]
        settings.put(work.session, FETCHED, [work.now.isoformat(), len(still)])
        work.session.flush()
        with _writing(store):
            staged.put(still)
    return still


@contextmanager
def _writing(store: Store) -> Iterator[None]:
    """Turns what the disk says into a sentence."""
    try:
        yield
    except OSError as error:
        folder = store.layout.attachments
        raise disk.told(disk.trouble_of(error), folder) or UserError(N_(
            "Fetch", "The copies could not be written to the folder attachments: {reason}. Nothing was changed; try "
                     "again in a moment.").of(reason=reason_of(error))) from error


def _lost(store: Store, step: Step) -> list[Lost]:
    with store.read() as session:
        known = [Lost(*row) for row in session.execute(
            select(Blob.id, Blob.original_name, Blob.sha256).order_by(Blob.imported_at, Blob.id))]
    found = []
    for number, one in enumerate(known):
        step(50 * number // len(known), 100)
        if files.sealed_content(store.layout.attachments / one.id[:2] / one.id, one.id, store.keys) is None:
            found.append(one)
    return found


def _source(store: Store) -> Source:
    return Source(store.layout, store.keys, store.library_id)


def _folders(store: Store, place: Path | None, chosen: Path | None) -> list[Spring]:
    """Folders of attachments: of the second place, and beside a chosen backup that does not hold its own."""
    found = [] if place is None else [
        Spring(_SPARE, folder_of(second_place.own_folder(_source(store), place) / "attachments"))]
    if chosen is not None:
        found += [Spring(_FILE.of(file=chosen.name), folder_of(folder)) for folder in restore.beside(chosen)]
    return found


def _files(store: Store, place: Path | None, chosen: Path | None) -> list[tuple[Text, Path]]:
    """Backups that hold attachments themselves, the chosen one first, then newest first."""
    found = [chosen] if chosen is not None else []
    folders = [store.layout.backups]
    if place is not None:
        folders += [second_place.own_folder(_source(store), place), place]
    for folder in folders:
        try:
            found += [one.path for one in backup.list_in(folder, _source(store)) if one.full]
        except OSError:
            continue
    return [(_FILE.of(file=path.name), path) for path in dict.fromkeys(found)]


def _need_own(store: Store, chosen: Path) -> None:
    try:
        with opened(chosen) as archive:
            ours = archive.manifest.library_id == store.library_id
    except OSError as error:
        raise UserError(N_("Fetch", "The backup {file} cannot be read: {reason}. Plug the stick in again or choose "
                                    "another backup; nothing was changed.").of(
            file=chosen.name, reason=reason_of(error))) from error
    if not ours:
        raise Refused(N_("Fetch", "The backup {file} belongs to another library, so none of these files is in it. "
                                  "Choose another one; nothing was changed.").of(file=chosen.name))
