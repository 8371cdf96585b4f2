"""Stored files that no record names: when they go to the trash, what brings them back, and when they go for good."""

import os
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

import pytest
from sqlalchemy import select

from laborqa_desktop.errors import NotFound
from laborqa_desktop.models.history import Blob
from laborqa_desktop.models.person import Person
from laborqa_desktop.store import backup
from laborqa_desktop.store.files import Files
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import N_
from laborqa_desktop.usecases.attachments import Attachments
from laborqa_desktop.usecases.records import Records
from laborqa_desktop.usecases.tidying import Tidied, tidy, tidy_daily
from tests.factory import Factory
from tests.unit.usecases.test_attachments import photo


def later(store: Store, days: int) -> None:
    moment = store.clock() + timedelta(days=days)
    store.clock = lambda: moment


def age(path: Path, days: int) -> None:
    at = path.stat().st_mtime - days * 86400
    os.utime(path, (at, at))


def removed(store: Store, make: Factory) -> tuple[str, int]:
    """(blob, act) of a file that was attached and taken off again."""
    files, one = Attachments(store), make.problem()
    files.add("problem", one, "a.jpg", photo())
    (info,) = files.of("problem", one)
    return info.blob_id, files.remove(info.id).act_id


def test_a_removed_file_goes_to_the_trash_after_thirty_days_and_undo_finds_it_there(store: Store,
                                                                                 make: Factory) -> None:
    blob_id, act_id = removed(store, make)
    files = Files(store)
    later(store, 29)
    assert tidy(store) == Tidied()
    later(store, 2)
    assert tidy(store) == Tidied(thrown=1)
    assert not files.path(blob_id).exists()
    assert files.get(blob_id) == photo()
    Records(store).undo(act_id)
    assert tidy(store) == Tidied(back=1)
    assert files.path(blob_id).is_file()
    assert files.in_trash() == []


def test_attaching_the_same_content_again_brings_it_back_at_once(store: Store, make: Factory) -> None:
    blob_id, _ = removed(store, make)
    later(store, 31)
    tidy(store)
    Attachments(store).add("problem", make.problem(), "again.jpg", photo())
    assert Files(store).path(blob_id).is_file()
    assert Files(store).in_trash() == []


def test_the_trash_is_emptied_after_thirty_more_days_and_undo_says_so(store: Store, make: Factory) -> None:
    blob_id, _ = removed(store, make)
    files = Files(store)
    later(store, 31)
    tidy(store)
    age(files.trashed(blob_id), 29)
    assert tidy(store) == Tidied()
    age(files.trashed(blob_id), 2)
    assert tidy(store) == Tidied(gone=1)
    with store.read() as session:
        assert session.scalars(select(Blob)).all() == []
    with pytest.raises(NotFound):
        files.get(blob_id)
    assert Attachments(store).small_pictures([blob_id]) == {}


def test_what_a_kept_backup_names_stays_in_the_trash(store: Store, make: Factory) -> None:
    blob_id, _ = removed(store, make)
    source = backup.Source(store.layout, store.keys, store.library_id)
    kept = backup.make(source, store.layout.backups, "by-hand", store.clock())
    later(store, 31)
    tidy(store)
    age(Files(store).trashed(blob_id), 31)
    assert tidy(store) == Tidied()
    whole = kept.path.read_bytes()
    kept.path.write_bytes(whole[:-50])
    assert tidy(store) == Tidied()      # nobody knows what a damaged backup needs
    kept.path.unlink()
    assert tidy(store) == Tidied(gone=1)


def test_pictures_of_fields_and_of_unsaved_forms_are_in_use(store: Store, make: Factory) -> None:
    files, records = Attachments(store), Records(store)
    person = make.staff()
    in_field = files.put_image(photo(), "a.jpg")
    in_draft = files.put_image(photo((30, 30)), "b.jpg")
    nowhere = files.put_image(photo((20, 20)), "c.jpg")
    with store.write(N_("Test", "Photo")) as work:
        work.session.get_one(Person, person).photo = in_field
    records.draft_save("staff", None, {**records.blank("staff").values, "photo": in_draft})
    later(store, 31)
    assert tidy(store) == Tidied(thrown=1)
    assert [path.name for path in Files(store).in_trash()] == [nowhere]


def test_it_is_done_once_a_day_and_never_where_only_reading_is_allowed(store: Store) -> None:
    with patch("laborqa_desktop.usecases.tidying.tidy", return_value=Tidied(1)) as done:
        assert (tidy_daily(store), tidy_daily(store)) == (Tidied(1), Tidied())
        later(store, 1)
        tidy_daily(store)
        assert done.call_count == 2
        store.read_only = True
        later(store, 5)
        assert tidy_daily(store) == Tidied()
