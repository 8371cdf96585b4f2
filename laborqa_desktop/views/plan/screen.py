"""The screen of service plans: the form, the steps from draft to in force, the client's confirmation, editions."""

from typing import Any

from laborqa_desktop.models.enums import LABELS, PlanStatus
from laborqa_desktop.records import record_type
from laborqa_desktop.usecases.editions import Difference
from laborqa_desktop.usecases.gates import Step
from laborqa_desktop.usecases.records import Changes, Loaded
from laborqa_desktop.views.desk import Desk
from laborqa_desktop.views.editions.difference_view import Edition
from laborqa_desktop.views.editions.edition_screen import EditionScreen
from laborqa_desktop.views.fields_dialog import Asked, FieldsDialog
from laborqa_desktop.views.i18n import say
from laborqa_desktop.views.problem.stage_line import Stop

_ORDER = (PlanStatus.DRAFT.value, PlanStatus.INTERNAL_REVIEW.value, PlanStatus.CLIENT_CONFIRM.value,
          PlanStatus.ACTIVE.value)


class PlanScreen(EditionScreen):
    """List, form, steps, editions."""

    fills = (PlanStatus.ACTIVE.value,)
    ends = (PlanStatus.CLOSED.value,)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, record_type("plan"))
        self._splitter.setSizes([340, 830])

    def steps_of(self, record_id: int) -> tuple[Step, ...]:
        """See EditionScreen."""
        return self._desk.office.plans.steps(record_id)

    def stops_of(self, loaded: Loaded) -> list[Stop]:
        """See EditionScreen."""
        status, values = str(loaded.values["status"]), loaded.values
        over = status not in _ORDER
        at = len(_ORDER) if over else _ORDER.index(status)
        below = {PlanStatus.ACTIVE.value: values.get("effective_from"),
                 PlanStatus.CLIENT_CONFIRM.value: values.get("confirmed_by")}
        stops = [Stop(one, say(LABELS[PlanStatus][one]),
                      "done" if number < at else "current" if number == at else "next",
                      str(below.get(one) or "") if number <= at else "") for number, one in enumerate(_ORDER)]
        if over:
            stops.append(Stop(status, say(LABELS[PlanStatus][status]), "current"))
        return stops

    def editions_of(self, loaded: Loaded) -> list[Edition]:
        """See EditionScreen."""
        assert loaded.id is not None
        return [Edition(one.id, one.edition, say(LABELS[PlanStatus][one.status]))
                for one in self._desk.office.plans.editions(loaded.id)]

    def compare(self, old_id: int, new_id: int) -> Difference:
        """See EditionScreen."""
        return self._desk.office.plans.difference(old_id, new_id)

    def take_step(self, record_id: int, to: str) -> None:
        """See EditionScreen."""
        plans = self._desk.office.plans
        if to == PlanStatus.ACTIVE:
            self._ask_confirmation(record_id)
        elif to == PlanStatus.CLOSED:
            if self._desk.ask.confirm(self.window(), self.tr("Close this plan?"), self.tr(
                    "The site then has no plan in force until another edition is put in force."), self.tr("Close")):
                self.run_step(record_id, lambda: plans.move(record_id, to))
        else:
            self.run_step(record_id, lambda: plans.move(record_id, to))

    def _ask_confirmation(self, record_id: int) -> None:
        today = self._desk.today()
        loaded = self.form.loaded
        start = (loaded.values.get("effective_from") if loaded else None) or today
        dialog = FieldsDialog(self._desk, self, self.tr("The client's confirmation"), (
            Asked("by", self.tr("Confirmed by (client)")), Asked("on", self.tr("Confirmed on"), "day", today),
            Asked("start", self.tr("In force from"), "day", start),
            Asked("scan", self.tr("Signed plan"), "file", required=False,
                  hint=self.tr("Photo or scan; may follow later"))), self.tr("Put in force"), self.tr(
            "The edition in force so far is superseded. Afterwards the content cannot be changed; a new edition "
            "takes changes."))
        dialog.given.connect(lambda given: self.run_step(record_id, lambda: self._confirm(record_id, given), dialog))
        dialog.open()

    def _confirm(self, record_id: int, given: dict[str, Any]) -> Changes:
        return self._desk.office.plans.move(
            record_id, PlanStatus.ACTIVE.value, confirmed_by=given["by"], confirmed_on=given["on"],
            effective_from=given["start"], scan=given["scan"])

    def begin_edition(self, record_id: int, reason: str) -> tuple[int, Changes]:
        """See EditionScreen."""
        return self._desk.office.plans.new_edition(record_id, reason)

    def may_have_edition(self, loaded: Loaded) -> bool:
        """See EditionScreen."""
        return loaded.values["status"] in (PlanStatus.ACTIVE, PlanStatus.SUPERSEDED, PlanStatus.CLOSED)


def make_screen(desk: Desk) -> PlanScreen:
    """The screen of service plans."""
    return PlanScreen(desk)
