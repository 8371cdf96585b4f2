"""Which acts can be taken back, and that drafts of other screens do not mix with those of forms."""

import pytest

from laborqa_desktop.errors import Refused
from laborqa_desktop.models.enums import InspectionState
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.inspection_sheet import Entry
from laborqa_desktop.usecases.inspections import Inspections
from laborqa_desktop.usecases.problems import Problems
from laborqa_desktop.usecases.records import Records
from tests.factory import DAY, Factory


@pytest.fixture
def records(store: Store) -> Records:
    return Records(store, "王芳")


def started(make: Factory, store: Store) -> tuple[Inspections, int]:
    acts = Inspections(store, "王芳")
    return acts, acts.start(make.site(), make.checklist(2), make.staff(), DAY)[0]


def test_entering_answers_can_be_undone(make: Factory, store: Store, records: Records) -> None:
    acts, one = started(make, store)
    changes = acts.save(one, {0: Entry("good")})
    records.undo(changes.act_id)
    assert acts.load(one).items[0].entry == Entry()


def test_submitting_and_voiding_cannot_be_undone(make: Factory, store: Store, records: Records) -> None:
    acts, one = started(make, store)
    submitted = acts.submit(one, {0: Entry("good"), 1: Entry("good")}).changes
    assert records.undoable(submitted.act_id) is None
    with pytest.raises(Refused):
        records.undo(submitted.act_id)
    assert acts.load(one).state == InspectionState.SUBMITTED
    assert records.undoable(acts.void(one, "输错项目点").changes.act_id) is None
    assert records.undoable(Problems(store).void(make.problem(), "不是我们的范围").act_id) is None


def test_kept_answers_are_no_draft_of_a_form(make: Factory, store: Store, records: Records) -> None:
    acts, one = started(make, store)
    acts.keep(one, {0: Entry("good")})
    records.draft_save("site", None, {"name": "半个名字"})
    assert [(draft.key, draft.values) for draft in records.drafts()] == [("site", {"name": "半个名字"})]
