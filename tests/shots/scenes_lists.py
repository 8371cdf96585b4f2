"""What a list is narrowed by, its named views, and the recycle bin with something in it."""

from collections.abc import Iterator
from datetime import timedelta

from laborqa_desktop.usecases.listing import Filter, Query
from laborqa_desktop.usecases.recycling import Asked
from laborqa_desktop.views.bin.page import LATE, BinPage
from laborqa_desktop.views.filter_popup import FilterPopup
from laborqa_desktop.views.main_window import MainWindow
from laborqa_desktop.views.record_screen import RecordScreen
from tests.shots.stage import Stage, pause

ACTIVE = (Filter("status", ("active",)),)
GROUP = "临时项目组"


def scenes(stage: Stage, main: MainWindow) -> Iterator[str]:
    """Brings each scene into the window and gives its name; leaves the library as it found it."""
    yield from _filters(stage, main)
    yield from _bin(stage)


def _filters(stage: Stage, main: MainWindow) -> Iterator[str]:
    screen = stage.go(RecordScreen, "staff")
    views = stage.office.saved_views
    if not views.all("staff"):
        for name, query in (("在岗人员", Query(filters=ACTIVE)), ("合同将到期", Query(filters=(
                Filter("contract_end", period="next_30_days"),)))):
            _, changes = views.add("staff", name, query)
            main._desk.signals.changed.emit(changes, None)
    stage.settle()
    panel = screen.list
    panel.views.go_to(views.all("staff")[0])
    panel.show_query(Query(filters=(*ACTIVE, Filter("hired_on", ("2024", "2025")))))
    stage.settle()
    yield "people-staff-view"
    panel.open_filter(panel._kind.column("hired_on"), panel.view.header_.funnel_corner(1))
    stage.settle()
    yield "people-staff-filter"
    for popup in panel.findChildren(FilterPopup):
        popup.close()
    panel.views.go_to(None)
    stage.settle()


def _bin(stage: Stage) -> Iterator[str]:
    records, store = stage.office.records, stage.office.store
    clock, moment = store.clock, store.clock() - timedelta(days=45)
    store.clock = lambda: moment
    if not any(row.name == GROUP for row in stage.office.recycling.look(Asked(kind="org_unit")).rows):
        saved = records.save("org_unit", None, {**records.blank("org_unit").values, "name": GROUP})
        records.archive("org_unit", [saved.id])
    records.archive("course", [stage.first("course")], "与新课程重复")
    store.clock = clock
    page = stage.go(BinPage, "bin")
    page.reload()
    stage.settle()
    yield "settings-bin-rows"
    page.parts._choose(LATE)
    stage.settle()
    page.all_free.click()
    pause(80)
    yield "settings-bin-approve"
    page.parts._choose("all")
    gone = [row.which for row in page._seen.rows if row.which[0] == "course"]
    if gone:
        stage.office.recycling.restore(gone)
