"""Saving a held session is enough: nobody types a training record twice."""

from datetime import date, timedelta

from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.records import Query, Records


def test_saving_a_held_session_writes_and_mends_the_records_of_those_present(store: Store) -> None:
    records, day = Records(store), store.today() - timedelta(days=3)
    course = records.save("course", None, {"code": "K1", "name": "安全规范", "category": "safety", "phase": "pre_job",
                                           "hours_x10": 80, "cycle_months": 12, "pass_mark": 800})
    post = records.save("post", None, {"code": "P1", "name": "保洁员"})
    people = [records.save("staff", None, {"code": f"E{n}", "name": name, "birth_date": date(1980, 1, 1),
                                           "hired_on": day, "status": "active", "post_id": post.id,
                                           "phone": "13800000000"}).id for n, name in enumerate(("王㛃", "李䶮"))]
    rows = [{"person_id": people[0], "attendance": "present", "score_x10": 900},
            {"person_id": people[1], "attendance": "absent"}]
    values = {"course_id": course.id, "starts_on": day, "held": True, "attendees": rows}

    saved = records.save("training_session", None, values)

    assert records.count("training_record", Query()).n == 1
    loaded = records.load("training_session", saved.id)
    changed = [{**row, "attendance": "present"} for row in loaded.values["attendees"]]
    records.save("training_session", saved.id, {**loaded.values, "attendees": changed}, loaded.row_version)
    page = records.page("training_record", Query(), 0, 10)
    assert len(page) == 2
    assert {row.cells[0] for row in page} == {"王㛃", "李䶮"}
