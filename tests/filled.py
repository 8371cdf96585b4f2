"""Values for every field of every record type, made from its description."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from typing import Any

from laborqa_desktop.models.report import Report
from laborqa_desktop.records import TYPES
from laborqa_desktop.records.field import Field, Kind, RecordType
from laborqa_desktop.store.unit import Store
from laborqa_desktop.usecases.records import Records
from tests.factory import ACT

RARE = "䶮㛃𬱖"
ID_CARD = "110101199001010015"

SPECIAL: dict[str, Any] = {
    "staff.id_no": ID_CARD, "staff.id_type": "id_card", "staff.birth_date": date(1990, 1, 1), "staff.status": "left",
    "started_at": "09:30", "training_session.evaluation_x10": 45, "client.hotline": "4008001234",
    "client.uscc": "91110000600037341L", "company.uscc": "91110000600037341L", "problem.source": "self",
    "staff.consent_on": date(2026, 2, 7), "staff.consents": [       # the date and the general consent are one fact
        {"category": "general", "given_on": date(2026, 2, 7), "withdrawn_on": None, "note": RARE},
        {"category": "photo", "given_on": date(2026, 2, 8), "withdrawn_on": date(2026, 3, 1), "note": ""}],
    "phone": "13800138000", "emergency_phone": "13800138001", "job_standard.edition": 2}
"""Values that a rule asks for, by field key or by type and field."""

MADE_IN_ORDER = ("company", "org_unit", "post", "course", "staff", "outsider", "client", "site", "contract",
                 "job_standard", "certificate", "training_session", "training_record", "plan", "checklist",
                 "inspection", "problem")
"""Every type that can be saved by hand, what is referred to first."""


class World:
    """A library with one plain record of each type, to which filled ones refer."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.records = Records(store, "测试员")
        self.ids: dict[str, int] = {}
        self._numbers = count(1)
        for key in MADE_IN_ORDER:
            self.ids[key] = self.save_plain(key)
            if key == "staff":
                self.ids["person"] = self.ids[key]
        self.ids["report"] = self._report()

    def save_plain(self, key: str, **given: Any) -> int:
        """Saves a record with its required fields only."""
        kind = TYPES[key]
        values = self.records.blank(key).values
        required = {f.key: self.value(kind, f, no) for no, f in enumerate(kind.fields) if f.required}
        code = {"code": f"{key}-{next(self._numbers)}"} if "code" in required else {}
        active = {"status": "active"} if key in ("staff", "checklist") else {}
        items = {f.key: [{one.key: self.value(kind, one, no) for no, one in enumerate(f.rows) if one.required}]
                 for f in kind.fields if (kind.key, f.key) == ("checklist", "items")}       # else nothing is inspected
        return self.records.save(key, None, {**values, **required, **code, **active, **items, **given}).id

    def _report(self) -> int:
        with self.store.write(ACT) as work:
            report = Report(code="QR-202610-C1-0001-V1", client_id=self.ids["client"], month=date(2026, 10, 1),
                            series_no=1, language="zh", client_name=f"客户{RARE}", issued_at=work.now,
                            cut_off=work.now, sha256="0" * 64, blob="none", signer="杭州洁安", pages=9)
            work.session.add(report)
            work.session.flush()
            return report.id

    def full(self, key: str) -> dict[str, Any]:
        """A value for every field that can be typed."""
        kind = TYPES[key]
        own = {"edition": 5} if key == "job_standard" else {}
        return {f.key: self.value(kind, f, no) for no, f in enumerate(kind.fields) if not f.read_only} | own

    def value(self, kind: RecordType, field: Field, place: int) -> Any:
        """A value that a field takes; dates grow in the order of the form."""
        for known in (f"{kind.key}.{field.key}", field.key):
            if known in SPECIAL:
                return SPECIAL[known]
        match field.kind:
            case Kind.TEXT:
                return f"{kind.key} {field.key} {RARE}"[:field.max_length]
            case Kind.LONG_TEXT:
                return f"{field.key}\n第二行 {RARE}"
            case Kind.CODE:
                return f"{kind.key}-{field.key}"
            case Kind.INT | Kind.DECIMAL:
                return 3
            case Kind.MONEY:
                return 123_456
            case Kind.PERCENT:
                return 855
            case Kind.DATE:
                return date(2026, 1, 1) + timedelta(days=place)
            case Kind.BOOL:
                return True
            case Kind.CHOICE:
                return list(field.labels or ())[-1]
            case Kind.REF:
                return self.ids.get(field.target)
            case Kind.IMAGE:
                return "f" * 64
            case Kind.ROWS:
                return list(self._rows(kind, field))
        raise AssertionError(field.kind)

    def _rows(self, kind: RecordType, field: Field) -> Iterator[dict[str, Any]]:
        for number in range(2):
            row = {f.key: self.value(kind, f, place) for place, f in enumerate(field.rows)}
            for inner in field.rows:
                if inner.kind is Kind.TEXT and inner.key != "phone":
                    row[inner.key] = f"{number} {row[inner.key]}"[:inner.max_length]
                if inner.target == "staff" and number:
                    row[inner.key] = self.second_staff()
            yield row

    def second_staff(self) -> int:
        """Another member of staff."""
        if "second" not in self.ids:
            self.ids["second"] = self.save_plain("staff", code="E-second")
        return self.ids["second"]


def typed(key: str, values: dict[str, Any]) -> dict[str, Any]:
    """Values as they were typed: without read-only fields and the ids of child rows."""
    found = {}
    for field in TYPES[key].fields:
        if field.read_only:
            continue
        value = values[field.key]
        if field.kind is Kind.ROWS:
            value = [{k: v for k, v in row.items() if k != "id"} for row in value]
        found[field.key] = value
    return found
