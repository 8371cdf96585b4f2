"""Every screen, the dialogs and the pages before a library is open, one after another, in sets by subject."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea

from laborqa_desktop.usecases.listing import Filter, Query
from laborqa_desktop.usecases.report_request import Language, Request
from laborqa_desktop.views.any_screen import AnyScreen
from laborqa_desktop.views.bulk_dialog import BulkDialog
from laborqa_desktop.views.checklist.screen import ITEMS, ChecklistScreen
from laborqa_desktop.views.editions.edition_screen import DIFFERENCE
from laborqa_desktop.views.first.library_card import NewLibraryCard, Typed
from laborqa_desktop.views.first.place_card import FirstCopy, FirstPlaceCard
from laborqa_desktop.views.first.recovery_card import RecoveryCard
from laborqa_desktop.views.first.way_card import FirstWayCard
from laborqa_desktop.views.from_backup_card import FromBackupCard
from laborqa_desktop.views.hand_made import SCREENS
from laborqa_desktop.views.i18n import CHINESE, translate
from laborqa_desktop.views.importing.page import ImportPage
from laborqa_desktop.views.main_window import MainWindow
from laborqa_desktop.views.pasting.dialog import PasteDialog
from laborqa_desktop.views.plan.screen import PlanScreen
from laborqa_desktop.views.problem.page import FACTS, PAST
from laborqa_desktop.views.problem.screen import ProblemScreen
from laborqa_desktop.views.recent_list import Recent
from laborqa_desktop.views.record_screen import RecordScreen
from laborqa_desktop.views.report.screen import ReportsScreen
from laborqa_desktop.views.signals import NEW
from laborqa_desktop.views.unlock_page import UnlockPage
from tests.shots import scenes_dialogs, scenes_keeping, scenes_lists, scenes_people
from tests.shots.stage import Stage, pause

STAFF_CSV = """人员登记表,,,,,
序号,工号,姓名,身份证号,手机,出生日期,岗位,入职日期,状态
1,SH0101,钱小梅,420106198305121021,13800003001,1983-05-12,保洁员,2026-11-02,在岗
2,SH0102,鲁建华,420106197907213316,13800003002,1979-07-21,保洁员,2026.11.3,在岗
3,SH0103,韦 芳,42010619880230108X,1380000300,1988-02-28,保洁员,2026-11-31,在岗
"""
PASTED = """工号\t手机\t身份证号\t班组\t备注
{}\t13900001111\t\t夜班\t
{}\t\t4.20106E+17\t白班\t
{}\t\t\t白班\t"第一行
第二行"
"""
COMPANY = "江城顺和劳务服务有限公司（样本）"
FOLDER = r"C:\Users\曾雨桐\Documents\LaborQA"


def scenes(stage: Stage, sets: Sequence[str] = ()) -> Iterator[str]:
    """Brings each scene into the window and gives its name; the caller takes the picture before it goes on.

    Args:
        sets: names in SETS; all of them without.
    """
    assert stage.main is not None
    for name in sets or SETS:
        yield from SETS[name](stage, stage.main)


def _screens(stage: Stage, main: MainWindow) -> Iterator[str]:
    yield from _before(stage)
    stage.window.setCurrentWidget(main)
    stage.settle()
    for area, places in SCREENS.items():
        for place in places:
            yield from _screen(stage, area, place.key)
    yield from _special(stage, main)


def _before(stage: Stage) -> Iterator[str]:
    main = stage.window.currentWidget()
    recents = [Recent(str(stage.folder / "sample"), COMPANY, "资料 › sample", "2026-11-20 17:42",
                      translate("Program", "{size}, backup {moment}").format(size="128 MB", moment="2026-11-20 17:45")),
               Recent(str(stage.folder / "second"), "江城顺和 2025", "资料 › 2025", "2026-01-08 09:15",
                      translate("Program", "{size}, no backup yet").format(size="1.4 GB"))]
    theme = stage.theme.choice.value
    first = UnlockPage([], "", stage.language, theme)
    card = NewLibraryCard(stage.answers, Typed(folder=FOLDER), False)
    first.show_card(card)
    yield from _page(stage, first, "00-first-start")
    sheet = RecoveryCard(stage.answers, COMPANY, "ABCD-EFGH-JKMN-PQRS-TVWX-YZ23-4567", bytes)
    second = UnlockPage(recents, "曾雨桐", stage.language, theme)
    second.show_card(sheet, alone=True)
    yield from _page(stage, second, "00-recovery-code")
    moment = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
    for name, step in (
            ("00-first-password", NewLibraryCard(stage.answers, Typed(COMPANY, password="wuhan", step=2), False)),
            ("00-first-place", FirstPlaceCard(stage.answers)),
            ("00-first-copy", FirstPlaceCard(stage.answers, FirstCopy(Path("E:/备份"), moment, same_disk=False))),
            ("00-first-way", FirstWayCard())):
        page = UnlockPage([], "", stage.language, theme)
        page.show_card(step, alone=True)
        yield from _page(stage, page, name)
    third = UnlockPage(recents, "曾雨桐", stage.language, theme)
    third.show_card(FromBackupCard(stage.answers, Path(f"{COMPANY}-20261120-174200-usb.labqbackup"),
                                   datetime(2026, 11, 20, 9, 42, tzinfo=UTC)))
    yield from _page(stage, third, "00-from-backup")
    unlock = UnlockPage(recents, "曾雨桐", stage.language, theme)
    unlock.ask_for(recents[0].folder, recents[0].name)
    yield from _page(stage, unlock, "00-unlock")
    crashed = UnlockPage(recents, "曾雨桐", stage.language, theme)
    crashed.ask_for(recents[0].folder, recents[0].name)
    crashed.show_notice(translate("Program", "The program ended unexpectedly last time. What was saved is safe; what "
                                             "you had typed comes back when you open the library."),
                        translate("Program", "Look at the re&port"), lambda: None)
    yield from _page(stage, crashed, "00-after-a-crash")
    wrong = UnlockPage(recents, "曾雨桐", stage.language, theme)
    wrong.ask_for(recents[0].folder, recents[0].name, "secret")
    wrong.card.refuse(_wrong_password(stage))
    yield from _page(stage, wrong, "00-unlock-refused")
    if main is not None:
        stage.window.setCurrentWidget(main)


def _wrong_password(stage: Stage) -> str:
    from laborqa_desktop import bootstrap
    from laborqa_desktop.errors import UserError
    from laborqa_desktop.views.i18n import say
    try:
        bootstrap.open_library(stage.folder / "sample", "no", writable=False)
    except UserError as error:
        return say(error.text)
    raise AssertionError("the password is another one")


def _page(stage: Stage, page: UnlockPage, name: str) -> Iterator[str]:
    stage.put(page)
    page.card.password.setFocus()
    stage.settle()
    yield name
    stage.window.removeWidget(page)
    page.deleteLater()


def _screen(stage: Stage, area: str, key: str) -> Iterator[str]:
    stage.go(AnyScreen, key)
    record = _record_of(stage, key)
    if record is not None:
        if key in ("inspection", "problem", "report"):
            yield f"{area}-{key}-list"
        stage.go(AnyScreen, key, record)
    yield f"{area}-{key}"


def _record_of(stage: Stage, key: str) -> int | None:
    """A record of the type that has something to show."""
    from laborqa_desktop.records import TYPES
    records = stage.office.records
    if key not in TYPES:
        return None
    chosen = {
        "inspection": Query(filters=(Filter("state", ("draft",)),)),
        "problem": Query(filters=(Filter("stage", ("found",)),), order=(("due_on", False),)),
        "plan": Query(search="东湖科技园 A 座", order=(("edition", True),)),
        "certificate": Query(order=(("valid_to", False),)),
        "checklist": Query(search="日常保洁"), "staff": Query(search="李䶮"), "site": Query(search="东湖科技园 A 座"),
        "training_session": Query(filters=(Filter("held", (True,)),)),
    }.get(key, Query())
    found = records.page(key, chosen, 0, 1) or records.page(key, Query(), 0, 1)
    return found[0].id if found else None


def _special(stage: Stage, main: MainWindow) -> Iterator[str]:
    """States and dialogs that no list leads to by itself."""
    stage.go(AnyScreen, "inspection", stage.first("inspection", Query(filters=(Filter("result", ("fail",)),))))
    yield "quality-inspection-submitted"
    closed = Query(filters=(Filter("stage", ("closed",)),), search="洗手台")
    problem = stage.go(ProblemScreen, "problem", stage.first("problem", closed))
    yield "quality-problem-closed"
    for side in (PAST, FACTS):
        problem.page._switch.set_current(side)
        problem.page._show_side(side)
        stage.settle()
        if side == PAST:
            yield "quality-problem-past"
    for key, words, part, kind in (("plan", "东湖科技园 A 座", DIFFERENCE, PlanScreen),
                                   ("checklist", "日常保洁", ITEMS, ChecklistScreen)):
        shown = stage.go(kind, key, stage.first(key, Query(search=words, order=(("edition", True),))))
        shown._show_page(part)
        stage.settle()
        yield f"{key}-{part}"
        shown._show_page("details")
    screen = stage.go(RecordScreen, "staff", NEW)
    yield "people-staff-new"
    screen.leave()
    main.go("problem")
    yield from _search(stage, main)
    yield from _help(stage, main)
    yield from _bulk(stage)
    yield from _paste(stage)
    yield from _import(stage)
    yield from _verify(stage, main)
    yield from _report(stage)


def _search(stage: Stage, main: MainWindow) -> Iterator[str]:
    main.top.search.setFocus()
    QTest.keyClicks(main.top.search, "dhkjy")       # initials of 东湖科技园
    stage.settle(500)
    yield "search-everywhere"
    main.top.search.clear()
    stage.settle()


def _help(stage: Stage, main: MainWindow) -> Iterator[str]:
    main.begin_search()
    stage.settle()
    yield "search-empty"
    main.top.search.left.emit()
    keys = main.show_keys()
    stage.settle()
    yield "keys-sheet"
    keys.reject()
    guide = main.show_guide("07-inspections.md")
    guide.search.setText("锁定")
    stage.settle(400)
    yield "guide-search"
    guide.reject()
    pause(100)


def _bulk(stage: Stage) -> Iterator[str]:
    screen = stage.go(RecordScreen, "staff")
    screen.list.view.selectAll()
    screen.list.changes.change_field()
    stage.settle()
    dialog = stage.dialog(BulkDialog)
    dialog.field.set_key("left_on")
    dialog.field.activated.emit(0)
    dialog.editor.put(date(2024, 3, 1))
    dialog.editor.changed.emit()
    yield from stage.dialog_scene("people-staff-bulk-edit", 600)


def _paste(stage: Stage) -> Iterator[str]:
    screen, records = stage.go(RecordScreen, "staff"), stage.office.records
    codes = [records.load("staff", one).values["code"] for one in records.ids("staff", Query())[:3]]
    QGuiApplication.clipboard().setText(PASTED.format(*codes))
    screen.list.changes.paste()
    stage.settle(800)
    stage.dialog(PasteDialog).grid.go_to_problem(after=False)
    yield from stage.dialog_scene("people-staff-paste")


def _import(stage: Stage) -> Iterator[str]:
    file = stage.folder / "人员登记.csv"
    file.write_text(STAFF_CSV, encoding="utf-8-sig")
    page = stage.go(ImportPage, "import")
    page.read_file("staff", file)
    stage.settle(600)
    yield "settings-import-file"
    for name in ("columns", "trial"):
        page.forward()
        stage.settle(800)
        yield f"settings-import-{name}"


def _verify(stage: Stage, main: MainWindow) -> Iterator[str]:
    whole = stage.folder / "月报.pdf"
    whole.write_bytes(stage.office.issuing.content(stage.first("report")))
    for name, file in (("good", whole), ("altered", _altered(whole))):
        main.go("verify", file)
        stage.settle(900)
        yield f"reports-verify-{name}"


def _altered(whole: Path) -> Path:
    data = bytearray(whole.read_bytes())
    data[data.index(b"\n%") + 2] ^= 1  # in the remark below the first line: what is shown stays readable
    changed = whole.with_name("改过的月报.pdf")
    changed.write_bytes(bytes(data))
    return changed


def _report(stage: Stage) -> Iterator[str]:
    screen = stage.go(ReportsScreen, "report")
    client = stage.office.records.by_code("client", "KH-03")
    language: Language = "zh" if stage.language == CHINESE else "en"
    dialog = screen.open_dialog(Request(client, None, date(2026, 10, 31), language),
                                stage.office.records.label("client", client))
    stage.settle(1200)
    yield "reports-dialog"
    dialog.options.highlights.setPlainText("无投诉。" * 6000)
    dialog._again.show()
    stage.settle(1200)
    for area in dialog.findChildren(QScrollArea):
        if area.isAncestorOf(dialog.options):
            area.ensureWidgetVisible(dialog.options.concerns)
    stage.settle()
    yield "reports-dialog-limit"
    dialog.begin_anew()
    dialog.close()
    pause(200)


SETS: dict[str, Callable[[Stage, MainWindow], Iterator[str]]] = {
    "screens": _screens, "keeping": scenes_keeping.scenes, "people": scenes_people.scenes, "lists": scenes_lists.scenes,
    "dialogs": scenes_dialogs.scenes}
