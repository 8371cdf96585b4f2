from pathlib import Path

from PySide6.QtCore import QBuffer, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from laborqa_desktop.settings import Preferences
from laborqa_desktop.views.company.page import CompanyPage, make_company_page
from laborqa_desktop.views.image_editor import PictureBox
from tests.views.conftest import Room
from tests.views.support import unnamed


def _page(qtbot: QtBot, room: Room) -> CompanyPage:
    if room.office.company.profile_id() is None:
        room.office.company.found("洁安")
    page = make_company_page(room.desk)
    qtbot.addWidget(page)
    page.resize(1180, 500)
    page.show()
    qtbot.waitUntil(lambda: bool(page.identity._fingerprint), timeout=5_000)
    return page


def test_the_profile_is_saved_by_ctrl_s(qtbot: QtBot, room: Room) -> None:
    page = _page(qtbot, room)
    entry = page.form.findChild(type(page.form.editor("legal_name").widget), "legal_name")
    assert entry is not None
    entry.setFocus()
    qtbot.keyClick(entry, Qt.Key.Key_End)
    qtbot.keyClicks(entry, " Ltd")
    with qtbot.waitSignal(page.keeper.saved, timeout=5_000):
        qtbot.keyClick(entry, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert room.office.company.legal_name() == "洁安 Ltd"


def test_the_certificate_goes_out_with_a_guide(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    page = _page(qtbot, room)
    room.answers.target = tmp_path / "洁安.cer"
    page.identity.export_button.click()
    guide = tmp_path / "洁安.txt"
    qtbot.waitUntil(guide.exists, timeout=5_000)
    assert room.answers.target.read_bytes()[:1] == b"\x30"
    assert page.identity._fingerprint in guide.read_text(encoding="utf-8-sig")


def test_a_new_identity_is_asked_about_first(qtbot: QtBot, room: Room) -> None:
    page = _page(qtbot, room)
    before = page.identity._fingerprint
    room.answers.yes = False
    page.identity.create_button.click()
    assert not page.identity.task.busy
    room.answers.yes = True
    page.identity.create_button.click()
    qtbot.waitUntil(lambda: page.identity._fingerprint != before, timeout=5_000)


def test_a_wrong_pfx_is_a_sentence(qtbot: QtBot, room: Room, tmp_path: Path) -> None:
    page = _page(qtbot, room)
    file = tmp_path / "x.pfx"
    file.write_bytes(b"nothing")
    page.identity.import_file(file, "secret")
    qtbot.waitUntil(lambda: bool(room.answers.told), timeout=5_000)
    assert room.office.company.identity_facts() is not None


def test_another_language_is_kept_and_told(qtbot: QtBot, room: Room) -> None:
    page = _page(qtbot, room)
    page.appearance.language.set_key("zh_CN")
    with qtbot.waitSignal(page.appearance_changed) as told:
        page.appearance.language.activated.emit(1)
    assert told.args == [Preferences(language="zh_CN")]
    assert room.desk.preferences.now.language == "zh_CN"


def test_it_fits_and_everything_has_a_name(qtbot: QtBot, room: Room) -> None:
    page = _page(qtbot, room)
    assert unnamed(page) == []
    assert page.minimumSizeHint().width() <= 1188


def test_a_picture_whose_file_is_lost_says_so_and_the_rest_of_the_form_is_whole(qtbot: QtBot, room: Room) -> None:
    office = room.office
    office.company.found("洁安")
    profile = office.company.profile_id()
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    data = QBuffer()
    data.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(data, "PNG")
    blob = office.attachments.put_image(bytes(data.data().data()), "章.png")
    loaded = office.records.load("company", profile or 0)
    office.records.save("company", profile, {**loaded.values, "seal": blob}, loaded.row_version)
    office.store.layout.attachments.joinpath(blob[:2], blob).unlink()
    page = _page(qtbot, room)
    box = page.form.editor("seal").widget
    assert isinstance(box, PictureBox)
    qtbot.waitUntil(lambda: box.lost, timeout=5_000)
    assert "missing" in box.toolTip()
    assert page.form.editor("seal").get() == blob, "what is lost may be fetched from a backup: the field still names it"
    assert page.form.editor("legal_name").get() == "洁安"
    page.form.editor("seal").put(None)
    assert not box.lost
