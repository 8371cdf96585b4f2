"""The search over everything: who is meant first, what belongs to it beside it, nothing archived, nothing twice."""

from laborqa_desktop.records import TYPES
from laborqa_desktop.usecases import everywhere
from laborqa_desktop.usecases.everywhere import ALONE, ORDER
from laborqa_desktop.usecases.records import Records
from tests.factory import Factory

ID_NO = "110101199001010015"


def names(records: Records, words: str, limit: int = 5) -> dict[str, list[str]]:
    return {key: [one.label for one in options] for key, options in records.search_everywhere(words, limit)}


def test_no_type_is_left_out() -> None:
    assert set(ORDER) == set(TYPES) - ALONE
    assert [key for key in ORDER if not TYPES[key].model.search_text] == []


def test_a_person_is_found_by_name_pinyin_initials_and_the_end_of_the_id_number_which_stays_masked(
        make: Factory) -> None:
    make.staff(name="张三丰", code="A1", id_no=ID_NO)
    make.staff(name="李四", code="A2")
    records = Records(make.store)
    for words in ("张三", "zhangsanfeng", "zhangs", "sanfeng", "zsf", "ZSF", "0015", "三丰 A1"):
        [(key, [found])] = records.search_everywhere(words)
        assert (key, found.label) == ("staff", "张三丰"), words
        assert "0015" in found.detail
        assert ID_NO not in found.detail
        assert ID_NO[:6] not in found.detail
    for words in (ID_NO, "110101", "015"):
        assert not any(one.label == "张三丰" for _, options in records.search_everywhere(words) for one in options)


def test_what_belongs_to_a_record_found_stands_beside_it(make: Factory) -> None:
    client = make.client(name="远洋集团")
    contract = make.contract(client_id=client, code="HT-9")
    site = make.site(name="临江一号", client_id=client)
    make.problem(site_id=site, description="台账缺页")
    make.problem(site_id=make.site(name="临江二号"), description="门锁松动")
    found = names(Records(make.store), "远洋")
    assert found["client"] == ["远洋集团"]
    assert found["contract"] == ["HT-9"]
    assert found["site"] == ["临江一号"]
    assert contract
    assert [one.detail for key, options in Records(make.store).search_everywhere("临江一号") if key == "problem"
            for one in options] == ["台账缺页"]
    assert list(names(Records(make.store), "临江一号 台账")) == ["problem"]


def test_the_name_itself_comes_before_names_that_only_hold_it_however_many_there_are(
        make: Factory) -> None:
    wanted = make.site(name="江")
    begins = make.site(name="江城")
    for number in range(everywhere._CANDIDATES + 5):
        make.site(name=f"临江{number}")
    records = Records(make.store)
    [(key, options)] = records.search_everywhere("江", 3)
    assert key == "site"
    assert options[0].id == wanted
    assert len({one.id for one in options}) == 3
    assert records.search_everywhere("江城", 3)[0][1][0].id == begins


def test_archived_records_and_outsiders_among_staff_do_not_crowd_others_out(make: Factory) -> None:
    kept = make.staff(name="王小明", code="K1")
    records = Records(make.store)
    gone = [make.staff(name=f"王小明{number}", code=f"G{number}") for number in range(everywhere._CANDIDATES)]
    records.archive("staff", gone, "重复")
    for number in range(everywhere._CANDIDATES):
        make.outsider(name=f"王小明外{number}")
    found = dict(records.search_everywhere("王小明", 4))
    assert [one.id for one in found["staff"]] == [kept]
    assert len(found["outsider"]) == 4
