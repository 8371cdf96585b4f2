"""What is personal or stands in the history: files and history of a record, lists that leave the house, deletion."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from laborqa_desktop import paths
from laborqa_desktop.usecases.listing import Filter, Query
from laborqa_desktop.usecases.purging import Purged
from laborqa_desktop.usecases.records import Changes
from laborqa_desktop.usecases.remaining import Remaining
from laborqa_desktop.views.fields_dialog import FieldsDialog
from laborqa_desktop.views.main_window import MainWindow
from laborqa_desktop.views.parts.inputs import Entry
from laborqa_desktop.views.personal_dialog import PersonalDialog
from laborqa_desktop.views.privacy.page import PrivacyPage
from laborqa_desktop.views.privacy.purge_dialog import PurgeDialog
from laborqa_desktop.views.record_screen import FILES, HISTORY, RecordScreen
from tests.shots.stage import Stage, pause

NOTE = "交接清单：门禁卡 2 张，对讲机 1 台，工服 3 套。\r\n"


def scenes(stage: Stage, main: MainWindow) -> Iterator[str]:
    """Brings each scene into the window and gives its name."""
    yield from _record(stage, main)
    yield from _reason(stage)
    yield from _leaving(stage)
    yield from _privacy(stage)


def _record(stage: Stage, main: MainWindow) -> Iterator[str]:
    records, files = stage.office.records, stage.office.attachments
    site = stage.first("site", Query(search="东湖科技园 A 座"))
    if not files.of("site", site):
        pictures, issued = paths.resource_folder() / "sample", stage.office.issuing.content(stage.first("report"))
        for name, content in (("大厅玻璃幕墙整改前.png", (pictures / "before.png").read_bytes()),
                              ("大厅玻璃幕墙整改后.png", (pictures / "after.png").read_bytes()),
                              ("服务合同 2026 签字盖章扫描件（含附件一至附件六）.pdf", issued),
                              ("交接清单.txt", NOTE.encode("utf-8"))):
            files.add("site", site, name, content)
        loaded = records.load("site", site)
        moved = {**loaded.values, "address": "东湖路 88 号 A 座 1 层客服台"}
        saved = records.save("site", site, moved, loaded.row_version)
        main._desk.signals.changed.emit(saved.changes, None)
    screen = stage.go(RecordScreen, "site", site)
    for name, key in (("files", FILES), ("history", HISTORY)):
        screen._show_page(key)
        stage.settle()
        yield f"services-site-{name}"
    screen._show_page("details")
    main.go("preview", files.of("site", site)[0].id)
    yield from stage.dialog_scene("services-site-preview")


def _leaving(stage: Stage) -> Iterator[str]:
    screen = stage.go(RecordScreen, "staff")
    screen.list.show_query(Query(filters=(Filter("status", ("left",)),)))
    stage.settle()
    screen.list.view.selectAll()
    screen.list.changes.archive()
    stage.dialog(FieldsDialog).yes.click()
    yield from stage.dialog_scene("people-archive-reason")
    screen.list.show_columns(screen._kind.columns)
    stage.settle()
    screen.list.out.export()
    personal = stage.dialog(PersonalDialog)
    personal.tick.setChecked(True)
    personal.reason.setText("社保申报")
    yield from stage.dialog_scene("people-export-personal")
    screen.list.show_query(Query())
    pause(30)


def _reason(stage: Stage) -> Iterator[str]:
    screen = stage.go(RecordScreen, "staff", stage.first("staff", Query(search="SH0058")))
    entry, was = screen.form.editor("name").widget, screen.form.values()["name"]
    assert isinstance(entry, Entry)
    entry.setText(f"{was}儿")
    entry.textEdited.emit(entry.text())
    screen.save()
    yield from stage.dialog_scene("people-reason")
    stage.settle()
    yield "people-reason-left"
    screen._discard()
    stage.settle()


def _privacy(stage: Stage) -> Iterator[str]:
    person, at_work = (stage.first("staff", Query(search=words)) for words in ("SH0058", "李䶮"))
    page = stage.go(PrivacyPage, "privacy")
    page.open_record(person)
    stage.settle()
    yield "settings-privacy-request"
    page.requests.print_person()
    yield from stage.dialog_scene("settings-privacy-person-pdf")
    gone = _long_gone(stage)
    page.reload()
    stage.settle()
    yield "settings-privacy-due"
    for name, one in (("due", gone), ("early", person), ("not-yet", at_work)):
        page.ask_delete(one)
        stage.settle()
        if name == "early":
            yield f"settings-purge-{name}"
            stage.dialog(PurgeDialog)._tell(_purged())
            name = "done"
        yield from stage.dialog_scene(f"settings-purge-{name}")


def _purged() -> Purged:
    day = date(2028, 1, 1)
    return Purged(Changes(), "已删除人员-0058", None, True, (
        Remaining(None, 12, day), Remaining(Path("E:/LaborQA"), 31, day),
        Remaining(Path("D:/资料库/damaged-20261101-080000"), 1, None, aside=True)))


def _long_gone(stage: Stage) -> int:
    """Two people whose time to be deleted has come, one of them restricted; gives the first one's id."""
    records, made = stage.office.records, list[int]()
    if there := records.page("staff", Query(search="SH9001"), 0, 1):
        return there[0].id
    for name, code in (("邓桂英", "SH9001"), ("谭国富", "SH9002")):
        values = {**records.blank("staff").values, "name": name, "code": code, "status": "left",
                  "post_id": records.options("post", "")[0].id, "phone": "13800006021", "birth_date": date(1968, 5, 12),
                  "hired_on": date(2019, 3, 1), "left_on": date(2020, 5, 31), "leave_reason": "family"}
        made.append(records.save("staff", None, values).id)
    stage.office.privacy.freeze(made[1:])
    return made[0]
