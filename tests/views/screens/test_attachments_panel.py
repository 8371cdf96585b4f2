"""The files of a record on the screen: small pictures, many of them, refusals, copies in a folder."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QUrl
from sqlalchemy import delete

from laborqa_desktop.models.history import AttachmentLink, Thumbnail
from laborqa_desktop.store.files import Files
from laborqa_desktop.text import N_
from laborqa_desktop.usecases import reading_files
from laborqa_desktop.views.attachments_panel import SHOWN_AT_ONCE, AttachmentsPanel
from tests.views.conftest import Room


def photo(width: int = 40) -> bytes:
    out = BytesIO()
    Image.new("RGB", (width, 30), "teal").save(out, "JPEG")
    return out.getvalue()


@pytest.fixture
def person(room: Room) -> int:
    return room.staff("李娜", "0001")


@pytest.fixture
def panel(qtbot: Any, room: Room, person: int) -> AttachmentsPanel:
    made = AttachmentsPanel(room.desk)
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    with qtbot.waitSignal(made.counted):
        made.show_record("staff", person)
    return made


def write(folder: Path, *names: str) -> list[Path]:
    for number, name in enumerate(names):
        (folder / name).write_bytes(photo(50 + number))
    return [folder / name for name in names]


def test_files_are_added_and_shown_small_without_opening_them(
        qtbot: Any, panel: AttachmentsPanel, room: Room, person: int, tmp_path: Path) -> None:
    panel.add_files(write(tmp_path, "a.jpg", "b.jpg"))
    qtbot.waitUntil(lambda: len(panel._tiles) == 2)
    for info in room.office.attachments.of("staff", person):
        Files(room.office.store).path(info.blob_id).unlink()
    panel.reload()
    qtbot.waitUntil(lambda: len(panel._tiles) == 2 and all(tile.picture is not None for tile in panel._tiles))


def test_what_is_dropped_meanwhile_waits_its_turn(qtbot: Any, panel: AttachmentsPanel, tmp_path: Path) -> None:
    files = write(tmp_path, "a.jpg", "b.jpg", "c.jpg")
    panel.add_files(files[:1])
    panel.add_files(files[1:2])
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(files[2]))])
    panel._take(data)
    qtbot.waitUntil(lambda: len(panel._tiles) == 3)


def test_what_cannot_be_added_is_told_once_and_the_rest_is_attached(
        qtbot: Any, panel: AttachmentsPanel, room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    huge = tmp_path / "huge.bin"
    with huge.open("wb") as out:
        out.truncate(51 * 1024 * 1024)
    (tmp_path / "empty.txt").write_bytes(b"")
    monkeypatch.setattr(reading_files, "_read", None)       # nothing of a file that is too large is read
    panel.add_files([huge])
    qtbot.waitUntil(lambda: len(room.answers.told) == 1)
    assert "50 MB" in room.answers.told[0]
    monkeypatch.undo()
    panel.add_files([huge, tmp_path / "empty.txt", *write(tmp_path, "a.jpg")])
    qtbot.waitUntil(lambda: len(panel._tiles) == 1 and len(room.answers.told) == 2)
    assert "others are attached" in room.answers.told[1]


def test_a_thousand_files_are_shown_in_parts(qtbot: Any, panel: AttachmentsPanel, room: Room, person: int) -> None:
    store = room.office.store
    with store.write(N_("Test", "Many")) as work:
        blob = Files(store).put(work.session, photo(), original_name="a.jpg", mime="image/jpeg", pixels="40x30")
        work.session.add_all([AttachmentLink(blob_id=blob, table_name="person", record_id=person, position=at)
                              for at in range(1000)])
    counted = []
    panel.counted.connect(counted.append)
    panel.reload()
    qtbot.waitUntil(lambda: counted == [1000])
    assert len(panel._tiles) == SHOWN_AT_ONCE
    assert "1000" in panel._more.text()
    panel._more.click()
    assert len(panel._tiles) == 2 * SHOWN_AT_ONCE


def test_a_small_picture_that_is_missing_is_drawn_and_kept(
        qtbot: Any, panel: AttachmentsPanel, room: Room, person: int, tmp_path: Path) -> None:
    files = room.office.attachments
    files.add("staff", person, "a.jpg", photo())
    with room.office.store.quiet() as session:
        session.execute(delete(Thumbnail))
    panel.reload()
    blob = files.of("staff", person)[0].blob_id
    qtbot.waitUntil(lambda: blob in files.small_pictures([blob]))
    assert panel._tiles[0].picture is not None


def test_all_files_are_saved_into_a_folder(qtbot: Any, panel: AttachmentsPanel, room: Room, tmp_path: Path) -> None:
    panel.add_files(write(tmp_path, "a.jpg"))
    qtbot.waitUntil(lambda: len(panel._tiles) == 1)
    room.answers.target = tmp_path / "out"
    (tmp_path / "out").mkdir()
    panel._save.click()
    qtbot.waitUntil(lambda: bool(room.answers.told))
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.jpg"]
    room.answers.target = tmp_path / "nowhere"
    panel._save.click()
    qtbot.waitUntil(lambda: len(room.answers.told) == 2)
    assert "could not be written" in room.answers.told[1]
