"""Guessing a mapping from the headings of a file, in both languages and in the words offices use."""

from collections.abc import Callable, Sequence

from laborqa_desktop.exchange.layout import plain_heading, without_brackets
from laborqa_desktop.exchange.mapping import LookUp, Mapping, Source
from laborqa_desktop.records.field import Field, Kind, RecordType
from laborqa_desktop.text import Translate, english

SYNONYMS: dict[str, tuple[str, ...]] = {
    "staff.code": ("工号", "员工编号", "职工编号", "人员编号", "员工号", "编号", "employee no",
                   "employee number", "staff no"),
    "staff.id_no": ("身份证", "身份证号", "身份证号码", "证件号", "证件号码", "id", "id no", "id card",
                    "identity card"),
    "staff.hired_on": ("入职日期", "入职时间", "到岗日期", "参加工作日期", "date of hire", "joined", "joined on"),
    "staff.post_id": ("岗位", "职务", "职位", "工种", "position", "job"),
    "staff.unit_id": ("部门", "所属部门", "department"),
    "staff.status": ("状态", "在职状态", "人员状态"),
    "staff.education": ("学历", "文化程度"),
    "staff.address": ("住址", "现住址", "家庭住址", "地址"),
    "staff.emergency_name": ("紧急联系人",),
    "staff.emergency_phone": ("紧急联系电话", "紧急联系人电话"),
    "certificate.person_id": ("持证人", "holder"),
    "certificate.number": ("证号", "证书编号", "证件编号"),
    "inspection.inspected_on": ("检查日期", "检查时间", "inspection date"),
    "inspection.inspector_id": ("检查人", "检查员", "inspector"),
    "inspection.stated_score": ("得分", "分数", "检查得分", "score"),
    "problem.found_on": ("发现日期", "发现时间", "found on"),
    "problem.description": ("问题描述", "问题", "描述", "内容", "description"),
    "problem.owner_id": ("责任人", "owner"),
    "problem.department_id": ("责任部门", "department"),
    "name": ("姓名", "名字", "名称", "full name", "name"),
    "code": ("编号", "编码", "代码", "code", "no", "number"),
    "phone": ("手机", "手机号", "手机号码", "电话", "联系电话", "联系方式", "phone", "mobile", "tel"),
    "gender": ("性别", "sex"),
    "birth_date": ("出生日期", "出生年月", "生日", "date of birth", "birthday"),
    "address": ("地址", "address"),
    "post_code": ("邮编", "邮政编码", "zip", "postal code"),
    "site_id": ("项目点", "项目", "站点", "服务点", "所在项目", "site"),
    "client_id": ("客户", "客户名称", "甲方", "client", "customer"),
    "person_id": ("姓名", "人员", "员工", "工号", "staff", "employee"),
    "course_id": ("课程", "培训课程", "课程名称", "course"),
    "date": ("日期", "date"),
    "uscc": ("统一社会信用代码", "信用代码"),
    "remarks": ("备注", "说明", "remarks", "notes", "comment"),
}
"""Field key, with the record type before it where the word means something else elsewhere."""

CALLED = {
    "client": ("客户", "甲方", "委托单位", "client", "customer"), "contract": ("合同", "contract"),
    "site": ("项目点", "项目", "站点", "服务点", "site", "project"), "post": ("岗位", "post", "job"),
    "course": ("课程", "培训课程", "course"), "certificate": ("证书", "certificate"),
    "checklist": ("检查表", "checklist"), "org_unit": ("部门", "department"),
    "training_session": ("班次", "培训班次", "session"), "outsider": ("人员",),
}
"""What people write before a bare word in the sheet of a record type: 客户名称, 合同编号, site address."""
BARE = ("name", "code", "address", "phone", "type", "service_type", "remarks", "number", "starts_on", "ends_on")

NAMING = ("code", "name", "title", "short_name", "number")
"""Fields by which people name a record in a sheet, in the order they are compared."""


def words_for(record: RecordType, field: Field, languages: Sequence[Translate]) -> list[str]:
    """Plain headings that mean a field, its own labels first."""
    words = [field.key, field.label.say(english), *(field.label.say(translate) for translate in languages)]
    words += SYNONYMS.get(f"{record.key}.{field.key}", ()) + SYNONYMS.get(field.key, ())
    if field.key in BARE:
        words += [f"{before} {word}" for word in tuple(words[1:]) for before in CALLED.get(record.key, ())]
    if field.kind is Kind.REF and field.target != record.key:
        words += [f"{called} {end}" for called in CALLED.get(field.target, ())
                  for end in ("名称", "编号", "编码", "name", "code")]
    return list(dict.fromkeys(plain_heading(without_brackets(word)) for word in words))


def known_headings(record: RecordType, languages: Sequence[Translate]) -> set[str]:
    """Every plain heading that means some field of the type; layout.find_table takes them to find the heading row."""
    return {word for field in importable(record) for word in words_for(record, field, languages)}


def importable(record: RecordType) -> list[Field]:
    """The fields that a column can fill."""
    return [field for field in record.fields if field.kind not in (Kind.ROWS, Kind.IMAGE) and not field.read_only]


def guess(record: RecordType, headings: Sequence[str], find_type: Callable[[str], RecordType],
          languages: Sequence[Translate] = (english,)) -> Mapping:
    """The likeliest mapping of a file to a record type. A heading that means nothing known stays unread.

    Args:
        find_type: gives the record type of a key, for look-ups.
        languages: whose labels are compared.
    """
    taken: dict[str, str] = {}
    open_headings = {h: (plain_heading(h), plain_heading(without_brackets(h))) for h in headings}
    fields = importable(record)
    words = {field.key: words_for(record, field, languages) for field in fields}
    for rank in range(max((len(each) for each in words.values()), default=0)):
        for field in fields:
            if field.key in taken or rank >= len(words[field.key]):
                continue
            word = words[field.key][rank]
            heading = next((h for h, forms in open_headings.items() if word and word in forms), None)
            if heading is not None:
                taken[field.key] = heading
                del open_headings[heading]
    sources = {
        field.key: Source(column=taken[field.key], look_up=look_up_for(field, find_type))
        for field in fields if field.key in taken
    }
    return Mapping(record.key, sources)


def look_up_for(field: Field, find_type: Callable[[str], RecordType]) -> LookUp | None:
    """How the record that a field refers to is found from a cell; None for a field that refers to none."""
    if field.kind is not Kind.REF:
        return None
    if field.target == "person":
        return LookUp("person", ("code", "name"))
    keys = {each.key for each in find_type(field.target).fields}
    return LookUp(field.target, tuple(key for key in NAMING if key in keys) or ("code",))
