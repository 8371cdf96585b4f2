"""The screen of checklists: the items fill a tab of their own; editions are put in force, followed, retired."""

from typing import Any

from laborqa_desktop.models.enums import LABELS, ChecklistStatus
from laborqa_desktop.records import record_type
from laborqa_desktop.usecases.editions import Difference
from laborqa_desktop.usecases.gates import Step
from laborqa_desktop.usecases.listing import Filter, Query
from laborqa_desktop.usecases.records import Changes, Loaded
from laborqa_desktop.views.checklist.items_grid import ItemsEditor, ItemsGrid, grid_of
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.editions.difference_view import Edition
from laborqa_desktop.views.editions.edition_screen import EditionScreen
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.parts.layout import column, holder
from laborqa_desktop.views.problem.stage_line import Stop
from laborqa_desktop.views.record_form import RecordForm
from laborqa_desktop.views.record_screen import DETAILS

ITEMS = "items"
_ORDER = (ChecklistStatus.DRAFT.value, ChecklistStatus.ACTIVE.value, ChecklistStatus.RETIRED.value)


class ChecklistScreen(EditionScreen):
    """List, head, items, editions."""

    ends = (ChecklistStatus.RETIRED.value,)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, record_type("checklist"))
        made = column(self.form.frame(ITEMS), margins=(16, 10, 16, 6))
        self._pages.insertWidget(1, holder(made))
        self._order.insert(1, ITEMS)
        self._set_tabs()
        self.list.setMinimumWidth(240)
        self._splitter.setSizes([286, 882])
        self.items.model.edited.connect(self._count)
        self.items.model.modelReset.connect(self._count)

    @property
    def items(self) -> ItemsGrid:
        """The grid of items."""
        return grid_of(self.form.editor(ITEMS))

    def make_form(self) -> RecordForm:
        """See RecordScreen."""
        return RecordForm(self._desk, self._kind, apart=(ITEMS,), editors={ITEMS: ItemsEditor})

    def tab_name(self, key: str) -> str:
        """See EditionScreen."""
        count = len(self.items.items.rows())
        return self.tr("Items {count}").format(count=count) if count else self.tr("Items")

    def new_record(self, **given: Any) -> None:
        """Begins a new checklist in its head."""
        super().new_record(**given)
        self._show_page(DETAILS)

    def steps_of(self, record_id: int) -> tuple[Step, ...]:
        """See EditionScreen."""
        return self._desk.office.checklists.steps(record_id)

    def stops_of(self, loaded: Loaded) -> list[Stop]:
        """See EditionScreen."""
        at = _ORDER.index(str(loaded.values["status"]))
        day = loaded.values.get("effective_from")
        found = []
        for number, status in enumerate(_ORDER):
            state = "done" if number < at else "current" if number == at else "next"
            below = str(day) if status == ChecklistStatus.ACTIVE and day else ""
            found.append(Stop(status, say(LABELS[ChecklistStatus][status]), state, below))
        return found

    def editions_of(self, loaded: Loaded) -> list[Edition]:
        """See EditionScreen."""
        query = Query(filters=(Filter("code", (loaded.values["code"],)),), order=(("edition", True),),
                      columns=("edition", "status"))
        rows = self._desk.office.records.page("checklist", query, 0, 100)
        return [Edition(one.id, one.cells[0], say(LABELS[ChecklistStatus][one.cells[1]])) for one in rows]

    def compare(self, old_id: int, new_id: int) -> Difference:
        """See EditionScreen."""
        return self._desk.office.checklists.difference(old_id, new_id)

    def take_step(self, record_id: int, to: str) -> None:
        """See EditionScreen."""
        checklists = self._desk.office.checklists
        act = checklists.activate if to == ChecklistStatus.ACTIVE else checklists.retire
        self.run_step(record_id, lambda: act(record_id))

    def begin_edition(self, record_id: int, reason: str) -> tuple[int, Changes]:
        """See EditionScreen."""
        return self._desk.office.checklists.new_edition(record_id, reason)

    def may_have_edition(self, loaded: Loaded) -> bool:
        """See EditionScreen."""
        return bool(loaded.values["status"] != ChecklistStatus.DRAFT)

    def _count(self) -> None:
        self._set_tabs()


def make_screen(desk: Desk) -> ChecklistScreen:
    """The screen of checklists."""
    return ChecklistScreen(desk)
