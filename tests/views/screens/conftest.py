from datetime import date

import pytest

from tests.factory import Factory
from tests.views.conftest import Room


@pytest.fixture
def make(room: Room) -> Factory:
    """Builders of records in the room's library, whose company is founded."""
    room.office.company.found("杭州洁安劳务服务有限公司")
    factory = Factory(room.office.store)
    factory.unit()
    return factory


@pytest.fixture
def busy(room: Room, make: Factory) -> Room:
    """A library with a site, inspections of November and an overdue problem."""
    site = make.site(name="东湖科技园 A 座")
    for day, answers in ((2, "1111"), (9, "1144"), (16, "1112")):
        make.inspection(answers, site_id=site, day=date(2026, 11, day))
    make.problem(site_id=site, description="卫生间洗手台水渍未清", found_on=date(2026, 11, 10),
                 due_on=date(2026, 11, 20))
    return room
