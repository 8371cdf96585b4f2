"""Rules about one record's values: what blocks saving, what is only doubtful, and what follows from what was typed."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from dateutil.relativedelta import relativedelta
from stdnum.cn import ric, uscc
from stdnum.exceptions import InvalidChecksum, ValidationError

from laborqa_desktop.models.base import Flaw
from laborqa_desktop.models.enums import Gender, IdType, ProblemSource, Severity, StaffStatus
from laborqa_desktop.models.phones import check_phone
from laborqa_desktop.models.problem import proposed_due
from laborqa_desktop.models.training import CAME
from laborqa_desktop.text import N_

Values = Mapping[str, Any]

OLDEST, YOUNGEST_WORKER = 120, 16


def clean_id(number: str) -> str:
    """An identity number without spaces, in half-width capitals."""
    table = {ord("０") + i: str(i) for i in range(10)} | {ord("Ｘ"): "X", ord("ｘ"): "X"}
    return re.sub(r"\s", "", number).translate(table).upper()


def id_birth_date(number: str) -> date | None:
    """The birth date inside an 18- or 15-digit resident ID number; None when there is none to be read."""
    digits = clean_id(number)
    raw = digits[6:14] if len(digits) == 18 else "19" + digits[6:12] if len(digits) == 15 else ""
    try:
        return date(int(raw[:4]), int(raw[4:6]), int(raw[6:8]))
    except ValueError:
        return None


def id_gender(number: str) -> Gender | None:
    """The gender a resident ID number tells: odd order numbers are male (GB 11643)."""
    digits = clean_id(number)
    order = digits[16:17] if len(digits) == 18 else digits[14:15] if len(digits) == 15 else ""
    if not order.isdigit():
        return None
    return Gender.MALE if int(order) % 2 else Gender.FEMALE


def check_id_card(number: str, field: str = "id_no") -> list[Flaw]:
    """What is wrong with a resident ID number. Old 15-digit numbers pass as such (decisions.md, People)."""
    digits = clean_id(number)
    if re.fullmatch(r"\d{15}", digits):
        if id_birth_date(digits) is None:
            return [Flaw(field, N_("Check", "The ID number holds no real birth date."))]
        return [Flaw(field, N_("Check", "An old 15-digit ID number: the new card has 18 digits."), warning=True)]
    if not re.fullmatch(r"\d{17}[\dX]", digits):
        return [Flaw(field, N_("Check", "An ID number has 18 characters, this one has {count}.").of(count=len(digits)))]
    birth = id_birth_date(digits)
    if birth is None:
        return [Flaw(field, N_("Check", "The ID number holds no real birth date."))]
    right = ric.calc_check_digit(digits)
    if right != digits[17]:
        return [Flaw(field, N_("Check", "The check digit does not match: the last character should be {right}.")
                     .of(right=right))]
    try:
        ric.validate(digits)
    except InvalidChecksum:
        return [Flaw(field, N_("Check", "The ID number is not valid."))]
    except (ValidationError, KeyError):     # the library's table of regions is not complete
        if not _is_region(digits):
            return [Flaw(field, N_("Check", "The region in the ID number is not known; please look again."),
                         warning=True)]
    return []


def _is_region(digits: str) -> bool:
    """Whether the region was one in any year: numbers of older people carry regions that were listed later."""
    for year in (1985, 1995, 2005, 2015):
        try:
            ric.get_birth_place(f"{digits[:6]}{year}0101{digits[14:]}")
        except (ValidationError, KeyError):
            continue
        return True
    return False


def check_uscc(code: str, field: str = "uscc") -> list[Flaw]:
    """What is doubtful about a unified social credit code; never blocks, some old units have other numbers."""
    if not code:
        return []
    try:
        uscc.validate(code)
    except ValidationError:
        return [Flaw(field, N_("Check", "The unified social credit code does not pass its check."), warning=True)]
    return []


def check_order(values: Values, first: str, last: str) -> list[Flaw]:
    """An end before its beginning."""
    start, end = values.get(first), values.get(last)
    if start and end and end < start:
        return [Flaw(last, N_("Check", "This date lies before {date}.").of(date=start.isoformat()))]
    return []


def _check_range(value: Any, low: int, high: int, field: str, row: int | None = None, scale: int = 1) -> list[Flaw]:
    if not isinstance(value, int) or low * scale <= value <= high * scale:
        return []
    return [Flaw(field, N_("Check", "This lies between {low} and {high}.").of(low=low, high=high), row=row)]


def age_on(birth: date, day: date) -> int:
    """Full years of age on a day."""
    return int(relativedelta(day, birth).years)


def check_staff(values: Values, today: date) -> list[Flaw]:
    """Rules of a staff file (R2)."""
    flaws: list[Flaw] = []
    number, birth, hired = values.get("id_no") or "", values.get("birth_date"), values.get("hired_on")
    if number and values.get("id_type") in (None, "", IdType.ID_CARD):
        flaws += check_id_card(number)
        inside = id_birth_date(number)
        if inside and birth and inside != birth and not any(not flaw.warning for flaw in flaws):
            flaws.append(Flaw("birth_date", N_("Check", "The ID number says {date}.").of(date=inside.isoformat()),
                              warning=True))
    if birth:
        if birth > today:
            flaws.append(Flaw("birth_date", N_("Check", "The birth date lies in the future.")))
        elif age_on(birth, today) > OLDEST:
            flaws.append(Flaw("birth_date", N_("Check", "That would be an age of {age} {age:year|years}.")
                              .of(age=age_on(birth, today))))
        elif hired and age_on(birth, hired) < YOUNGEST_WORKER:
            flaws.append(Flaw("hired_on", N_("Check", "At that date the person was {age}; nobody under 16 may be "
                                                      "employed.")
                              .of(age=age_on(birth, hired))))
    left = values.get("status") == StaffStatus.LEFT
    if left and not values.get("left_on"):
        flaws.append(Flaw("left_on", N_("Check", "Please enter the day of leaving.")))
    if values.get("left_on") and not left and values["left_on"] <= today:
        flaws.append(Flaw("status", N_("Check", 'There is a day of leaving, but the status is not "left".'),
                          warning=True))
    if values.get("id_valid_to") and values["id_valid_to"] < today and not left:
        flaws.append(Flaw("id_valid_to", N_("Check", "The ID card has expired."), warning=True))
    for number_row, row in enumerate(values.get("skills") or ()):
        flaws += _check_range(row.get("level"), 0, 4, "skills.level", number_row)
    for first, last in (("hired_on", "left_on"), ("hired_on", "probation_end"), ("contract_start", "contract_end")):
        flaws += check_order(values, first, last)
    for number_row, row in enumerate(values.get("employment") or ()):
        if row.get("left_on") and row.get("hired_on") and row["left_on"] < row["hired_on"]:
            flaws.append(Flaw("employment.left_on", N_("Check", "This date lies before {date}.")
                              .of(date=row["hired_on"].isoformat()), row=number_row))
    return flaws + check_phone(values, "phone") + check_phone(values, "emergency_phone")


def fill_staff(key: str, values: Values) -> dict[str, Any]:
    """Birth date and gender from a resident ID number without a flaw; somebody hired again has not left."""
    hired, left = values.get("hired_on"), values.get("left_on")
    if key in ("status", "hired_on") and values.get("status") != StaffStatus.LEFT and hired and left and hired > left:
        return {"left_on": None, "leave_reason": None}
    number = values.get("id_no") or ""
    if key not in ("id_no", "id_type") or values.get("id_type") not in (None, "", IdType.ID_CARD):
        return {}
    if not number or any(not flaw.warning for flaw in check_id_card(number)):
        return {}
    gender = id_gender(number)
    return {"birth_date": id_birth_date(number), "gender": gender.value if gender else None}


def check_company(values: Values, today: date) -> list[Flaw]:
    """Rules of the company profile (R1)."""
    return check_uscc(values.get("uscc") or "") + check_phone(values, "phone") + check_phone(values, "hotline")


def check_outsider(values: Values, today: date) -> list[Flaw]:
    """Rules of an outsider (R1)."""
    return check_phone(values, "phone")


def check_client(values: Values, today: date) -> list[Flaw]:
    """Rules of a client (R20)."""
    flaws = check_uscc(values.get("uscc") or "") + check_phone(values, "hotline")
    for number, row in enumerate(values.get("contacts") or ()):
        flaws += check_phone(row, "contacts.phone", "phone", number)
    return flaws


def check_contract(values: Values, today: date) -> list[Flaw]:
    """Rules of a contract (R21): every figure with a target is a per cent or a score out of 100."""
    flaws = check_order(values, "starts_on", "ends_on")
    for number, row in enumerate(values.get("kpis") or ()):
        flaws += _check_range(row.get("target"), 0, 100, "kpis.target", number, scale=10)
    return flaws


def check_site(values: Values, today: date) -> list[Flaw]:
    """Rules of a site (R21): areas are told apart by their names; reports go by client."""
    flaws = check_order(values, "opened_on", "closed_on") + check_phone(values, "phone")
    if not values.get("client_id"):
        flaws.append(Flaw("client_id", warning=True, text=N_(
            "Check", "Without a client this site will not appear in any client's report.")))
    seen: set[str] = set()
    for number, row in enumerate(values.get("areas") or ()):
        name = (row.get("name") or "").strip()
        if name and name in seen:
            flaws.append(Flaw("areas.name", N_("Check", "There are two areas with this name."), row=number))
        seen.add(name)
    return flaws


def check_certificate(values: Values, today: date) -> list[Flaw]:
    """Rules of a certificate (R13)."""
    flaws = check_order(values, "valid_from", "valid_to") + check_order(values, "issued_on", "valid_to")
    if values.get("issued_on") and values["issued_on"] > today:
        flaws.append(Flaw("issued_on", N_("Check", "This date lies in the future."), warning=True))
    return flaws


def fill_certificate(key: str, values: Values) -> dict[str, Any]:
    """A certificate is valid from its issue unless it says otherwise."""
    if key == "issued_on" and values.get("issued_on") and not values.get("valid_from"):
        return {"valid_from": values["issued_on"]}
    return {}


def check_session(values: Values, today: date) -> list[Flaw]:
    """Rules of a training session (R8): nobody twice, nothing held tomorrow."""
    flaws = check_order(values, "starts_on", "ends_on")
    flaws += _check_range(values.get("evaluation_x10"), 1, 5, "evaluation_x10", scale=10)
    last = values.get("ends_on") or values.get("starts_on")
    if values.get("held") and last and last > today:
        flaws.append(Flaw("held", N_("Check", "A session in the future cannot be marked as held.")))
    elif values.get("held") and not any(row.get("attendance") in CAME for row in values.get("attendees") or ()):
        flaws.append(Flaw("held", N_("Check", "Nobody is marked as present, so nobody gets a training record."),
                          warning=True))
    seen: set[int] = set()
    for number, row in enumerate(values.get("attendees") or ()):
        person = row.get("person_id")
        if person in seen:
            flaws.append(Flaw("attendees.person_id", N_("Check", "This person stands in the list twice."), row=number))
        if person is not None:
            seen.add(person)
    return flaws


def check_training_record(values: Values, today: date) -> list[Flaw]:
    """Rules of a training record (R9)."""
    flaws = check_order(values, "completed_on", "valid_until")
    if values.get("completed_on") and values["completed_on"] > today:
        flaws.append(Flaw("completed_on", N_("Check", "This date lies in the future.")))
    return flaws


def check_inspection(values: Values, today: date) -> list[Flaw]:
    """Rules of an inspection's head (R31)."""
    day = values.get("inspected_on")
    if day and day > today:
        return [Flaw("inspected_on", N_("Check", "An inspection cannot lie in the future."))]
    return []


def check_problem(values: Values, today: date) -> list[Flaw]:
    """Rules of a problem (R32)."""
    flaws: list[Flaw] = []
    found = values.get("found_on")
    if found and found > today:
        flaws.append(Flaw("found_on", N_("Check", "This date lies in the future.")))
    if values.get("due_on") and found and values["due_on"] < found:
        flaws.append(Flaw("due_on", N_("Check", "This date lies before {date}.").of(date=found.isoformat())))
    if values.get("source") == ProblemSource.INSPECTION and not values.get("inspection_id"):
        flaws.append(Flaw("inspection_id", N_("Check", "No inspection is named as the source."), warning=True))
    return flaws


def fill_problem(key: str, values: Values) -> dict[str, Any]:
    """The due date follows severity and day found (models.problem.DUE_DAYS)."""
    if key in ("severity", "found_on") and values.get("found_on"):
        return {"due_on": proposed_due(values["found_on"], values.get("severity") or Severity.MINOR)}
    return {}
