"""A lost file is told with the record that it has to be attached to again."""

import pytest
from sqlalchemy import select

from laborqa_desktop.models.history import AttachmentLink, Blob
from laborqa_desktop.models.inspection import InspectionItem
from laborqa_desktop.models.person import Person
from laborqa_desktop.store.files import Files
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases import many
from laborqa_desktop.usecases.attachments import Attachments
from laborqa_desktop.usecases.fetching import fetch
from laborqa_desktop.usecases.file_holders import holders
from tests.factory import ACT, Factory


@pytest.mark.parametrize("batch", [1, 500])
def test_every_kind_of_place_is_found(make: Factory, store: Store, batch: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "BATCH", batch)
    files, person = Attachments(store), make.staff(name="张三")
    site = make.site(name="东湖科技园")
    submitted = make.inspection(site_id=site)
    outsider = make.outsider(name="李外")
    with store.read() as session:
        inspection, item = session.execute(select(InspectionItem.inspection_id, InspectionItem.id).limit(1)).one()
    files.add("staff", person, "合同.pdf", b"contract")
    files.add("outsider", outsider, "介绍信.pdf", b"letter")
    files.add("site", site, "平面图.pdf", b"plan")
    files.add("inspection", inspection, "签字.pdf", b"signed")
    with store.write(ACT) as work:
        work.session.get_one(Person, person).photo = Files(store).put(work.session, b"photo", original_name="照片.jpg")
        Files(store).put(work.session, b"nobody", original_name="无主.pdf")
        blob = Files(store).put(work.session, b"item", original_name="现场.jpg")
        work.session.add(AttachmentLink(blob_id=blob, table_name="inspection_item", record_id=item, role="photo"))
    with store.read() as session:
        names = {row.id: row.original_name for row in session.execute(select(Blob.id, Blob.original_name))}
        found = {names[blob]: str(text) for blob, text in holders(session, list(names)).items()}
    assert found == {
        "合同.pdf": "staff file: 张三", "介绍信.pdf": "outsider: 李外", "平面图.pdf": "site: 东湖科技园",
        "照片.jpg": "staff file: 张三",
        "签字.pdf": f"inspection: {submitted.code}", "现场.jpg": f"inspection: {submitted.code}"}


def test_what_is_found_nowhere_is_told_with_its_record(make: Factory, store: Store) -> None:
    person = make.staff(name="张三")
    Attachments(store).add("staff", person, "合同.pdf", b"contract")
    with store.read() as session:
        blob = session.scalars(select(Blob.id)).one()
    Files(store).path(blob).unlink()
    [missed] = fetch(store).nowhere
    assert (missed.name, str(missed.holder)) == ("合同.pdf", "staff file: 张三")
