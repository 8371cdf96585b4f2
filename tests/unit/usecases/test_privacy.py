"""Retention rules, restricted use, consents, who looked at what, and what is handed out about people."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdfium2 import PdfDocument

from laborqa_desktop.errors import NotFound, Refused
from laborqa_desktop.models.history import Act
from laborqa_desktop.models.person import Consent, Person
from laborqa_desktop.models.training import Attendee
from laborqa_desktop.records import TYPES
from laborqa_desktop.records.field import Kind
from laborqa_desktop.records.personal import CLASSES, DataClass, class_of_field, personal_columns
from laborqa_desktop.store.unit import Store
from laborqa_desktop.text import Translate, english
from laborqa_desktop.usecases.attachments import Attachments
from laborqa_desktop.usecases.certificates import Certificates
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.usecases.listing_files import ListFiles
from laborqa_desktop.usecases.person_data import Incident, PersonFiles, shortened
from laborqa_desktop.usecases.privacy import Privacy
from laborqa_desktop.usecases.records import Records
from tests.factory import ACT, DAY, Factory

ID_NO = "330106198706120019"


@pytest.fixture
def privacy(store: Store) -> Privacy:
    return Privacy(store, "王芳")


@pytest.fixture
def files(store: Store) -> PersonFiles:
    return PersonFiles(store, "王芳")


def consent(store: Store, person_id: int, category: str = "general", withdrawn: date | None = None) -> None:
    with store.write(ACT) as work:
        work.session.add(Consent(person_id=person_id, category=category, given_on=date(2024, 1, 1),
                                 withdrawn_on=withdrawn))


def pdf_text(data: bytes) -> str:
    with PdfDocument(data) as pdf:
        return "".join(page.get_textpage().get_text_range() for page in pdf)


# -------------------------------------------------------------------- classes

def test_every_classified_column_exists() -> None:
    tables = {kind.model.__tablename__: kind.model.__table__ for kind in TYPES.values()}
    tables |= {"contact": TYPES["client"].model.contacts.property.mapper.class_.__table__}  # type: ignore[attr-defined]
    assert {key for key in CLASSES if key[1] not in tables[key[0]].c} == {("person", "id_tail")}


def test_what_is_sensitive_is_masked_on_the_screen() -> None:
    for kind in TYPES.values():
        for field in kind.fields:
            if class_of_field(kind, field) is DataClass.SENSITIVE:
                assert field.mask is not None, (kind.key, field.key)
        for column in kind.columns:
            if column.mask is not None:
                assert personal_columns(kind, (column,)), (kind.key, column.key)


# -------------------------------------------------------------------- exports of lists

@pytest.mark.parametrize("name", ["out.xlsx", "out.csv"])
def test_personal_columns_stay_at_home_unless_asked_for(store: Store, make: Factory, tmp_path: Path,
                                                        name: str) -> None:
    make.staff(name="李雷", phone="13911112222", id_no=ID_NO)
    query = Query(columns=("name", "phone", "id_tail"))
    files = ListFiles(store, "王芳")
    assert files.export("staff", query, (), tmp_path / name, english) == 1
    data = (tmp_path / name).read_bytes()
    if name.endswith("csv"):
        assert b"139" not in data
    else:
        assert [cell.value for cell in load_workbook(tmp_path / name).active[1]] == ["Full name"]
    assert Privacy(store).reveals() == []
    files.export("staff", query, (), tmp_path / name, english, "the client's list")
    if name.endswith("csv"):
        assert b"13911112222" in (tmp_path / name).read_bytes()
    else:
        row = load_workbook(tmp_path / name).active[2]
        assert [(cell.value, cell.data_type) for cell in row] == [("李雷", "s"), ("13911112222", "s"), ("0019", "s")]
        assert row[1].number_format == "@"
    told = Privacy(store).reveals()
    assert [(str(one.act), one.record, one.person) for one in told] == [
        ("Exported personal data: Mobile phone, Last four of the ID", "李雷", "王芳")]
    with store.read() as session:
        assert session.query(Act).order_by(Act.id.desc()).first().reason == "the client's list"  # type: ignore[union-attr]


def test_a_print_leaves_them_out_too(store: Store, make: Factory) -> None:
    make.staff(name="李雷", phone="13911112222")
    query, files = Query(columns=("name", "phone")), ListFiles(store)
    assert "139" not in pdf_text(files.print_list("staff", query, (), english, "en"))
    assert "13911112222" in pdf_text(files.print_list("staff", query, (), english, "en", ""))
    with pytest.raises(Refused, match="With personal data"):
        files.print_list("staff", Query(columns=("phone",)), (), english, "en")


def test_an_export_that_fails_is_not_in_the_history(store: Store, make: Factory, tmp_path: Path) -> None:
    make.staff()
    with pytest.raises(Exception, match="folder"):
        ListFiles(store).export("staff", Query(columns=("name", "phone")), (), tmp_path / "no" / "x.csv", english, "")
    assert Privacy(store).reveals() == []


# -------------------------------------------------------------------- rules

def test_rules_are_kept_and_a_lower_bound_asks_for_a_reason(privacy: Privacy) -> None:
    rules = privacy.rules()
    changed = tuple(replace(one, months=12, basis="consent") if one.category == "wages" else one for one in rules)
    with pytest.raises(Refused, match="below 36 months"):
        privacy.save_rules(changed)
    with pytest.raises(Refused, match="between 0 and 1200"):
        privacy.save_rules(tuple(replace(one, months=-1) for one in rules), "why")
    assert privacy.rules() == rules
    privacy.save_rules(changed, "the lawyer said so")
    assert privacy.rules() == changed
    privacy.save_rules(privacy.rules())        # what is below already needs no second reason


def test_who_is_due_is_who_left_longer_ago_than_the_rules(privacy: Privacy, make: Factory, store: Store) -> None:
    old = make.staff(name="老员工", status="left", left_on=date(2023, 11, 23))
    make.staff(name="新走的", status="left", left_on=date(2023, 11, 24))
    make.staff(name="在职", left_on=None)
    assert [(one.id, one.due_on) for one in privacy.due()] == [(old, date(2026, 11, 23))]
    lately = make.staff(name="撤回", status="left", left_on=date(2023, 5, 1))
    privacy.save_rules([replace(one, months=120) for one in privacy.rules()])
    assert privacy.due() == []
    consent(store, lately, withdrawn=date(2024, 1, 1))
    assert [(one.name, one.withdrawn) for one in privacy.due()] == [("撤回", True)]


# -------------------------------------------------------------------- restricted use

def test_the_certificates_of_a_restricted_person_are_as_frozen_as_the_person(
        privacy: Privacy, make: Factory, store: Store) -> None:
    records, acts, files = Records(store), Certificates(store), Attachments(store)
    who, other = make.staff(name="李雷", status="left", left_on=date(2025, 1, 1)), make.staff(name="韩梅梅")
    own, others = make.certificate(who), make.certificate(other)
    files.add("certificate", own, "健康证.pdf", b"%PDF-1.7 scan")
    loaded, moved = records.load("certificate", own), records.load("certificate", others)
    assert loaded.frozen is None
    privacy.freeze([who], "consent withdrawn")
    assert "restricted" in str(records.load("certificate", own).frozen)
    link = files.of("certificate", own)[0].id
    for act in (lambda: records.save("certificate", own, {**loaded.values, "remarks": "x"}, loaded.row_version),
                lambda: records.save("certificate", None, {**loaded.values, "number": "ZS-9"}),
                lambda: records.save("certificate", others, {**moved.values, "person_id": who}, moved.row_version),
                lambda: records.archive("certificate", [own]),
                lambda: acts.renew(own, issued_on=DAY, valid_to=None),
                lambda: files.add("certificate", own, "b.pdf", b"%PDF-1.7 more"),
                lambda: files.remove(link)):
        with pytest.raises(Refused, match="restricted"):
            act()
    assert records.load("certificate", own).values == loaded.values
    privacy.unfreeze(who, "a claim is open")
    assert records.load("certificate", own).frozen is None
    acts.renew(own, issued_on=DAY, valid_to=None)


def test_a_restricted_person_is_out_of_lists_and_is_not_edited(privacy: Privacy, make: Factory, store: Store) -> None:
    records = Records(store)
    who = make.staff(name="李雷", status="left", left_on=date(2025, 1, 1), post_id=make.post())
    with pytest.raises(Refused, match="after the person has left"):
        privacy.freeze([make.staff()])
    privacy.freeze([who], "consent withdrawn")
    assert records.options("person", "李雷") == []
    assert records.count("staff", Query(search="李雷")).n == 0
    loaded = records.load("staff", who)
    assert "restricted" in str(loaded.frozen)
    for act in (lambda: records.save("staff", who, loaded.values, loaded.row_version),
                lambda: records.restore("staff", [who])):
        with pytest.raises(Refused, match="restricted"):
            act()
    assert [one.frozen_on for one in privacy.due()] == [store.today()]
    with pytest.raises(Refused, match="reason"):
        privacy.unfreeze(who, " ")
    privacy.unfreeze(who, "a claim is open")
    assert records.count("staff", Query(search="李雷")).n == 1


def test_a_number_taken_meanwhile_keeps_the_file_away(privacy: Privacy, make: Factory) -> None:
    who = make.staff(code="E1", status="left", left_on=date(2025, 1, 1))
    privacy.freeze([who])
    make.staff(code="E1")
    with pytest.raises(Refused, match="in use again"):
        privacy.unfreeze(who, "why")


# -------------------------------------------------------------------- consents

def test_who_lacks_which_consent(privacy: Privacy, make: Factory, store: Store) -> None:
    who = make.staff(name="李雷", id_no=ID_NO)
    make.certificate(who)
    make.staff(name="走了", status="left", left_on=date(2025, 1, 1))
    imported = make.staff(name="导入的", consent_on=date(2024, 1, 1))
    assert [(one.name, one.lacking) for one in privacy.lacking()] == [("李雷", ("general", "sensitive", "health"))]
    consent(store, who)
    consent(store, who, "sensitive", withdrawn=date(2025, 1, 1))
    consent(store, imported, "photo")
    assert [one.lacking for one in privacy.lacking()] == [("sensitive", "health")]


def test_the_date_on_the_form_and_the_general_consent_agree(store: Store, make: Factory) -> None:
    records = Records(store)
    blank = {**records.blank("staff").values, "name": "李雷", "birth_date": date(1990, 1, 1), "phone": "13911112222",
             "post_id": make.post()}
    who = records.save("staff", None, {**blank, "consent_on": date(2024, 5, 1)}).id

    def now() -> tuple[Any, list[tuple[str, date, date | None]]]:
        values = records.load("staff", who).values
        return values["consent_on"], [(one["category"], one["given_on"], one["withdrawn_on"])
                                      for one in values["consents"]]

    def change(**given: Any) -> None:
        loaded = records.load("staff", who)
        records.save("staff", who, {**loaded.values, **given}, loaded.row_version)

    assert now() == (date(2024, 5, 1), [("general", date(2024, 5, 1), None)])
    change(consent_on=date(2024, 6, 1))
    assert now() == (date(2024, 6, 1), [("general", date(2024, 6, 1), None)])
    rows = records.load("staff", who).values["consents"]
    change(consents=[{**rows[0], "withdrawn_on": date(2025, 1, 1)}])
    assert now() == (None, [("general", date(2024, 6, 1), date(2025, 1, 1))])
    change(consents=[*records.load("staff", who).values["consents"],
                     {"category": "general", "given_on": date(2026, 2, 2)}])
    assert now()[0] == date(2026, 2, 2)


def test_consents_are_recorded_by_hand(privacy: Privacy, make: Factory, store: Store) -> None:
    who = make.staff(name="李雷", id_no=ID_NO)
    for categories, day, words in (((), date(2026, 1, 1), "Tick"), (("general",), date(2027, 1, 1), "to come")):
        with pytest.raises(Refused, match=words):
            privacy.give(who, categories, day)
    privacy.give(who, ("general", "sensitive"), date(2026, 1, 1), "paper in folder 3")
    assert privacy.lacking() == []
    with store.read() as session:
        assert session.get_one(Person, who).consent_on == date(2026, 1, 1)


def test_a_restricted_person_gets_no_consent_and_no_file(privacy: Privacy, make: Factory, store: Store) -> None:
    who = make.staff(status="left", left_on=date(2025, 1, 1))
    privacy.freeze([who])
    with pytest.raises(Refused, match="restricted"):
        privacy.give(who, ("general",), date(2026, 1, 1))
    with pytest.raises(Refused, match="restricted"):
        Attachments(store).add("staff", who, "x.pdf", b"x")


@pytest.mark.parametrize(("key", "field"), [(kind.key, one.key) for kind in TYPES.values() for one in kind.fields
                                            if one.mask is not None])
def test_every_masked_field_tells_who_revealed_it(store: Store, make: Factory, key: str, field: str) -> None:
    who = make.staff() if key == "staff" else make.outsider()
    Records(store, "王芳").reveal(key, who, field)
    label = TYPES[key].field(field).label
    assert [(one.person, str(one.act)) for one in Privacy(store).reveals()] == [("王芳", f"Revealed {label}")]


# -------------------------------------------------------------------- files about people

def test_one_persons_data_are_complete_and_only_that_persons(files: PersonFiles, make: Factory, store: Store,
                                                             tmp_path: Path, chinese: Translate) -> None:
    boss = make.staff(name="赵铁柱", phone="13700009999")
    who = make.staff(name="李雷", id_no=ID_NO, address="某路 1 号", reports_to_id=boss, remarks="赵铁柱的外甥")
    make.certificate(who, number="ZS-778899")
    course = make.course(name="消防安全")
    make.training(who, course)
    make.session(course, (Attendee(person_id=who, attendance="present"), Attendee(person_id=boss)))
    make.problem(owner_id=who, description="赵铁柱举报的")
    records = Records(store, "王大锤")
    records.reveal("staff", who, "id_no")
    consent(store, who)
    target = tmp_path / "李雷.xlsx"

    def say(context: str, source: str) -> str:
        return source if context == "Test" else chinese(context, source)

    files.export_person(who, target, say)
    book = load_workbook(target)
    cells = [str(cell.value) for sheet in book for row in sheet for cell in row if cell.value is not None]
    whole = "\n".join(cells)
    for wanted in (ID_NO, "某路 1 号", "ZS-778899", "消防安全", "NC-2026-9", "王*", "赵*的外甥", "个人信息（一般）"):
        assert wanted in whole, wanted
    for other in ("赵铁柱", "13700009999", "王大锤", "举报"):
        assert other not in whole, other
    assert len(book.sheetnames) == 10
    text = pdf_text(files.print_person(who, say, "zh"))
    assert ID_NO in text
    assert "赵铁柱" not in text
    assert [str(one.act) for one in Privacy(store).reveals()][:2] == ["Exported one person's data on request"] * 2
    with pytest.raises(NotFound):
        files.export_person(9999, target, say)


def test_an_outsiders_data_are_handed_out_too(files: PersonFiles, make: Factory) -> None:
    who = make.outsider(name="李四", phone="13911112222")
    assert "13911112222" in pdf_text(files.print_person(who, english, "en"))


@pytest.mark.parametrize(("name", "short"), [("张伟", "张*"), ("Ann Lee", "A. L."), ("", ""), ("𬱖某", "𬱖*")])
def test_names_of_others_are_shortened(name: str, short: str) -> None:
    assert shortened(name) == short


def test_missing_consents_go_out_as_workbook_and_print(files: PersonFiles, privacy: Privacy, make: Factory,
                                                       tmp_path: Path) -> None:
    make.staff(name="李雷", site_id=make.site(name="东站"))
    rows = [one for one in privacy.lacking() if one.name == "李雷"]
    assert files.export_lacking(rows, tmp_path / "out.xlsx", english) == 1
    assert [cell.value for cell in load_workbook(tmp_path / "out.xlsx").active[2]][3:] == [
        "东站", "Personal data in general"]
    assert "东站" in pdf_text(files.print_lacking(rows, english, "en"))


def test_the_form_for_an_incident_lists_those_concerned(files: PersonFiles, make: Factory, store: Store,
                                                        chinese: Translate) -> None:
    east, west = make.site(name="东站"), make.site(name="西站")
    make.staff(name="李雷", site_id=east)
    make.staff(name="韩梅梅", site_id=west)
    assert [name for name, _, _ in files.affected(east)] == ["李雷"]
    assert (east, "东站") in files.sites()
    english_text = pdf_text(files.print_incident(Incident(happened="A laptop was stolen"), east, english, "en"))
    assert "A laptop was stolen" in english_text
    assert english_text.index("Signed") < english_text.index("People concerned")     # the list is an annex
    assert "韩梅梅" not in english_text
    assert "韩梅梅" in pdf_text(files.print_incident(Incident(), None, chinese, "zh"))
    assert "incident" in str(Privacy(store).reveals()[0].act)


def test_the_log_of_looks_is_newest_first_and_short(privacy: Privacy, make: Factory, store: Store) -> None:
    who = make.staff(name="李雷", id_no=ID_NO)
    Records(store, "王芳").reveal("staff", who, "id_no")
    Records(store, "赵六").reveal("staff", who, "phone")
    assert [(one.person, str(one.act)) for one in privacy.reveals()] == [
        ("赵六", "Revealed Mobile phone"), ("王芳", "Revealed ID number")]
    assert len(privacy.reveals(1)) == 1


def test_only_texts_choices_and_dates_are_asked_for_in_consents() -> None:
    kinds = {one.kind for one in TYPES["staff"].field("consents").rows}
    assert kinds == {Kind.CHOICE, Kind.DATE, Kind.TEXT}
    assert Person.consents.property.mapper.class_ is Consent
