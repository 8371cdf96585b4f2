import os
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from sqlalchemy import delete

from laborqa_desktop.errors import NotFound, Refused, UserError
from laborqa_desktop.models.history import Thumbnail
from laborqa_desktop.store.files import Files, Outside
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.attachments import Attachments
from laborqa_desktop.usecases.inspections import Inspections
from laborqa_desktop.usecases.pictures import small_picture
from laborqa_desktop.usecases.records import Records
from tests.factory import DAY, Factory


@pytest.fixture
def files(store: Store) -> Attachments:
    return Attachments(store, "王芳")


def photo(size: tuple[int, int] = (40, 20), orientation: int = 1, taken: str = "") -> bytes:
    image, out = Image.new("RGB", size, "white"), BytesIO()
    exif = Image.Exif()
    exif[0x0112] = orientation
    if taken:
        exif.get_ifd(0x8769)[0x9003] = taken
    image.save(out, "JPEG", exif=exif)
    return out.getvalue()


def test_files_come_back_as_they_were_and_in_order(make: Factory, files: Attachments) -> None:
    one = make.problem()
    changes = files.add("problem", one, "说明.pdf", b"%PDF-1.4 x")
    assert ("problem", one) in changes.rows
    files.add("problem", one, "照片.jpg", photo(), caption="大堂")
    first, second = files.of("problem", one)
    assert (first.name, first.mime, first.size, first.role) == ("说明.pdf", "application/pdf", 10, "evidence")
    assert (second.mime, second.role, second.caption, second.pixels) == ("image/jpeg", "photo", "大堂", "40x20")
    assert files.content_of(first.id) == b"%PDF-1.4 x"
    assert files.content_of(second.id) == photo()       # an upright picture is kept byte by byte
    assert files.count("problem", [one, 99]) == {one: 2}


def test_a_turned_photo_is_stored_upright_with_its_moment(make: Factory, files: Attachments) -> None:
    one = make.problem()
    files.add("problem", one, "IMG_1.jpg", photo(orientation=6, taken="2026:11:20 09:30:00"))
    (info,) = files.of("problem", one)
    assert (info.pixels, info.taken_at) == ("20x40", datetime(2026, 11, 20, 1, 30, tzinfo=UTC))
    with Image.open(BytesIO(files.content_of(info.id))) as image:
        assert (image.size, image.getexif().get(0x0112, 1)) == ((20, 40), 1)


def test_the_same_content_is_stored_once_and_removed_by_link(make: Factory, files: Attachments) -> None:
    one, two = make.problem(), make.problem()
    files.add("problem", one, "a.jpg", photo())
    files.add("problem", two, "b.jpg", photo())
    (first,), (second,) = files.of("problem", one), files.of("problem", two)
    assert first.blob_id == second.blob_id
    files.remove(first.id)
    assert files.of("problem", one) == ()
    assert files.content_of(second.id) == photo()
    with pytest.raises(NotFound):
        files.content_of(first.id)


def test_each_record_calls_the_same_content_by_its_own_name(make: Factory, store: Store, tmp_path: Path) -> None:
    files = Attachments(store, "王芳", Outside(tmp_path / "private"))
    one, two = make.problem(), make.problem()
    files.add("problem", one, "李雷的身份证.pdf", b"%PDF-1.4 x")
    files.add("problem", two, "食堂验收单.pdf", b"%PDF-1.4 x")
    (first,), (second,) = files.of("problem", one), files.of("problem", two)
    assert first.blob_id == second.blob_id
    assert (first.name, second.name) == ("李雷的身份证.pdf", "食堂验收单.pdf")
    assert files.name_of(second.id) == "食堂验收单.pdf"
    assert files.open_outside(second.id).name == "食堂验收单.pdf"
    files.save_all("problem", two, tmp_path)
    assert [path.name for path in tmp_path.glob("*.pdf")] == ["食堂验收单.pdf"]
    files.remove(second.id)
    records = Records(store)
    assert str(records.steps([records.last_act()])[0].name) == "Remove 食堂验收单.pdf"
    assert files.of("problem", one)[0].name == "李雷的身份证.pdf"


def test_several_files_are_attached_in_one_act_that_can_be_undone(make: Factory, store: Store, files: Attachments,
                                                                  tmp_path: Path) -> None:
    one, records = make.problem(), Records(store)
    (tmp_path / "空.txt").write_bytes(b"")
    wanted: list[Path | tuple[str, bytes]] = [("a.jpg", photo()), tmp_path / "空.txt", tmp_path / "没有.txt",
                                              ("b.pdf", b"%PDF-1.4 b")]
    added = files.add_all("problem", one, wanted)
    assert [info.name for info in files.of("problem", one)] == ["a.jpg", "b.pdf"]
    assert [info.role for info in files.of("problem", one)] == ["photo", "evidence"]
    assert ["空.txt" in str(why) or "没有.txt" in str(why) for why in added.refused] == [True, True]
    assert str(records.steps([added.changes.act_id])[0].name) == "Attach 2 files"
    records.undo(added.changes.act_id)
    assert files.of("problem", one) == ()
    last = records.last_act()
    assert files.add_all("problem", one, [tmp_path / "空.txt"]).changes.act_id == 0
    assert records.last_act() == last


def test_a_cancelled_saving_of_all_files_leaves_none_and_takes_no_other(make: Factory, files: Attachments,
                                                                        tmp_path: Path) -> None:
    class Stop(Exception):
        pass

    one = make.problem()
    files.add_all("problem", one, [(f"{number}.txt", bytes([number])) for number in range(3)])
    (tmp_path / "0.txt").write_bytes(b"mine")

    def step(done: int, total: int) -> None:
        if done == 2:
            raise Stop

    with pytest.raises(Stop):
        files.save_all("problem", one, tmp_path, step)
    assert [path.name for path in tmp_path.glob("*.txt")] == ["0.txt"]
    assert (tmp_path / "0.txt").read_bytes() == b"mine"
    assert len(files.save_all("problem", one, tmp_path).files) == 3


def test_adding_files_is_cancelled_at_any_of_them(make: Factory, store: Store, files: Attachments,
                                                  tmp_path: Path) -> None:
    class Stop(Exception):
        pass

    one, records = make.problem(), Records(store)
    for number in range(4):
        (tmp_path / f"{number}.bin").write_bytes(bytes([number]) * 100)
    wanted, before = sorted(tmp_path.glob("*.bin")), records.last_act()
    seen: list[int] = []
    files.add_all("problem", make.problem(), wanted[:1], step=lambda done, total: seen.append(done))
    assert seen[-1] == 100
    before = records.last_act()
    for share in (0.0, 0.3, 0.55, 0.8, 1.0):
        def step(done: int, total: int, share: float = share) -> None:
            if done >= share * total:
                raise Stop
        with pytest.raises(Stop):
            files.add_all("problem", one, wanted, step=step)
        assert files.of("problem", one) == ()
        assert records.last_act() == before
    files.add_all("problem", one, wanted)
    assert [info.name for info in files.of("problem", one)] == [path.name for path in wanted]


@pytest.mark.parametrize(("name", "data", "said"), [
    ("a.heic", b"\0\0\0\x18ftypheic\0\0\0\0", "HEIC"), ("leer.txt", b"", "empty"),
    ("gross.bin", b"x" * (50 * 1024 * 1024 + 1), "larger than 50 MB")], ids=["heic", "empty", "large"])
def test_what_cannot_be_attached_is_said(make: Factory, files: Attachments, name: str, data: bytes, said: str) -> None:
    one = make.problem()
    with pytest.raises(Refused, match=said):
        files.add("problem", one, name, data)
    assert files.of("problem", one) == ()


def test_a_picture_of_a_field_must_be_one(files: Attachments) -> None:
    assert files.content(files.put_image(photo(), "logo.jpg")) == photo()
    with pytest.raises(Refused, match="not a picture"):
        files.put_image(b"GIF? no", "logo.gif")


@pytest.mark.parametrize("size", [(40, 20), (3000, 2000)])
def test_a_small_picture_is_kept_for_lists(make: Factory, files: Attachments, size: tuple[int, int]) -> None:
    one = make.problem()
    files.add("problem", one, "a.jpg", photo(size))
    files.add("problem", one, "b.pdf", b"%PDF-1.4 x")
    picture, pdf = files.of("problem", one)
    small = files.small_pictures([picture.blob_id, pdf.blob_id])
    assert list(small) == [picture.blob_id]
    assert len(small[picture.blob_id]) <= 64 * 1024
    with Image.open(BytesIO(small[picture.blob_id])) as image:
        assert image.format == "JPEG"
        assert image.width <= 336
        assert image.height <= 296
    files.keep_small(pdf.blob_id, b"page")
    files.keep_small(pdf.blob_id, b"another")
    assert files.small_pictures([pdf.blob_id]) == {pdf.blob_id: b"page"}


def test_small_pictures_of_an_older_library_are_made_a_few_at_a_time(make: Factory, files: Attachments,
                                                                   store: Store) -> None:
    one = make.problem()
    for number in range(3):
        files.add("problem", one, "a.jpg", photo((40 + number, 20)))
    blobs = [info.blob_id for info in files.of("problem", one)]
    with store.quiet() as session:
        session.execute(delete(Thumbnail))
    Files(store).path(blobs[0]).unlink()
    assert [files.make_small_pictures(2), files.make_small_pictures(2), files.make_small_pictures(2)] == [2, 1, 0]
    assert set(files.small_pictures(blobs)) == set(blobs[1:])


def test_a_see_through_picture_is_shown_on_white_and_nonsense_not_at_all() -> None:
    out = BytesIO()
    Image.new("RGBA", (600, 10), (0, 0, 0, 0)).save(out, "PNG")
    with Image.open(BytesIO(small_picture(out.getvalue()))) as image:
        assert (image.size, image.getpixel((3, 3))) == ((336, 6), (255, 255, 255))
    assert small_picture(out.getvalue()[:60]) == b""


def test_a_file_from_disk_is_looked_at_before_it_is_read(make: Factory, files: Attachments, tmp_path: Path) -> None:
    one, told = make.problem(), list[tuple[int, int]]()
    file = tmp_path / "说明.txt"
    file.write_bytes(b"x" * (1024 * 1024 + 5))
    files.add_file("problem", one, file, step=lambda done, total: told.append((done, total)))
    assert files.content_of(files.of("problem", one)[0].id) == file.read_bytes()
    assert told == [(1024 * 1024, 1024 * 1024 + 5), (1024 * 1024 + 5, 1024 * 1024 + 5)]
    for name, said in (("nowhere.txt", "could not be read"), ("", "could not be read|not a file")):
        with pytest.raises(Refused, match=said):
            files.add_file("problem", one, tmp_path / name)

    def grows(done: int, total: int) -> None:
        with file.open("ab") as out:
            out.write(b"more")

    with pytest.raises(Refused, match="being changed"):
        files.add_file("problem", one, file, step=grows)
    with pytest.raises(Refused, match="being changed"):
        files.add_file("problem", one, file, step=lambda done, total: os.truncate(file, 10))
    assert len(files.of("problem", one)) == 1


def test_all_files_of_a_record_go_into_a_folder_and_nothing_there_is_overwritten(
        make: Factory, files: Attachments, store: Store, tmp_path: Path) -> None:
    acts = Inspections(store)
    draft, _ = acts.start(make.site(), make.checklist(1), make.staff(), DAY)
    item = acts.load(draft).items[0].id
    for key, record, name, size in (("inspection", draft, "../签字.jpg", 30), ("inspection", draft, "签字.jpg", 31),
                                    ("inspection_item", item, "照片.jpg", 32), ("inspection", draft, "x.jpg", 33)):
        files.add(key, record, name, photo((size, 20)))
    target = tmp_path / "out"
    target.mkdir()
    (target / "照片.jpg").write_bytes(b"mine")
    (target / "x.jpg").symlink_to(tmp_path / "elsewhere.jpg")
    Files(store).path(files.of("inspection", draft)[1].blob_id).unlink()
    done = files.save_all("inspection", draft, target)
    assert sorted(path.name for path in done.files) == ["_签字.jpg", "x (2).jpg", "照片 (2).jpg"]
    assert done.missing == ("签字.jpg",)
    assert (target / "照片.jpg").read_bytes() == b"mine"
    assert not (tmp_path / "elsewhere.jpg").exists()
    with pytest.raises(UserError, match="0 of 4"):
        files.save_all("inspection", draft, tmp_path / "not there")


def test_frozen_evidence_keeps_its_files(make: Factory, files: Attachments, store: Store) -> None:
    acts = Inspections(store)
    draft, _ = acts.start(make.site(), make.checklist(1), make.staff(), DAY)
    item = acts.load(draft).items[0].id
    files.add("inspection_item", item, "a.jpg", photo())
    files.add("inspection", draft, "a.jpg", photo())
    assert acts.load(draft).items[0].photos == 1
    acts.submit(draft, {0: make.entry("4")})
    (on_item,), (on_head,) = files.of("inspection_item", item), files.of("inspection", draft)
    for act in (lambda: files.remove(on_item.id), lambda: files.add("inspection_item", item, "b.jpg", photo()),
                lambda: files.remove(on_head.id)):
        with pytest.raises(Refused, match="frozen"):
            act()
    files.add("inspection", draft, "签字.jpg", photo(), role="sign_scan")
    closed = make.problem(stage="closed")
    with pytest.raises(Refused, match="frozen"):
        files.add("problem", closed, "a.jpg", photo())


def test_opening_outside_gives_a_readable_copy_under_a_safe_name(make: Factory, store: Store, tmp_path: Path) -> None:
    files = Attachments(store, "", Outside(tmp_path / "out"))
    one = make.problem()
    files.add("problem", one, "../照片?.jpg", photo())
    (info,) = files.of("problem", one)
    path = files.open_outside(info.id)
    assert (path.read_bytes(), path.name) == (photo(), "_照片_.jpg")
    files.describe(info.id, role="after", caption="整改后")
    assert files.of("problem", one)[0].role == "after"
    with pytest.raises(Refused):
        Attachments(store).open_outside(info.id)


def test_files_that_were_added_and_removed_stand_in_the_history_of_their_record(make: Factory, files: Attachments,
                                                                              store: Store) -> None:
    one, other = make.problem(), make.problem()
    files.add("problem", one, "说明.pdf", b"%PDF-1.4 x")
    files.add("problem", other, "other.pdf", b"%PDF-1.4 y")
    files.remove(files.of("problem", one)[0].id)
    acts = [str(entry.act) for entry in Records(store).history("problem", one)]
    assert acts[:2] == ["Remove 说明.pdf", "Attach 说明.pdf"]
    assert not any("other" in act for act in acts)
