"""The sample's company, departments, posts, clients, contracts and sites."""

from dataclasses import dataclass

COMPANY = {
    "legal_name": "江城顺和劳务服务有限公司（样本）",
    "short_name": "江城劳务服务",
    "uscc": "91420106MA4KK8PBRP",
    "address": "江城市东湖路 66 号顺和大厦 5 层",
    "phone": "027-85550166",
    "email": "zhiliang@shunhe.example",
    "hotline": "400-000-0166",
    "prepared_by": "刘洋",
    "reviewed_by": "何静",
    "approved_by": "周小燕",
}

UNITS = (
    ("cleaning", "保洁部", "dept"),
    ("guarding", "秩序部", "dept"),
    ("warehouse", "仓储部", "dept"),
    ("quality", "质量部", "dept"),
    ("office", "人事行政部", "dept"),
)

POSTS = (
    ("GL01", "项目经理", "other", 2, ""),
    ("ZL01", "质量检查员", "other", 2, "GL01"),
    ("RS01", "人事专员", "other", 1, ""),
    ("BJ01", "保洁员", "cleaning", 24, "BJ02"),
    ("BJ02", "保洁领班", "cleaning", 5, "GL01"),
    ("BA01", "秩序维护员", "guarding", 9, "BA02"),
    ("BA02", "秩序领班", "guarding", 2, "GL01"),
    ("BA03", "消控室值班员", "guarding", 2, "BA02"),
    ("CK01", "仓储搬运工", "warehouse", 10, "CK02"),
    ("CK02", "叉车司机", "warehouse", 3, "CK03"),
    ("CK03", "仓储班长", "warehouse", 2, "GL01"),
)
"""Code, name, service type, headcount, next post in the career."""


@dataclass(frozen=True)
class Place:
    """A site. areas: (name, type, m², risk); posts: (post, shift, headcount); manager: number in names.PEOPLE."""

    code: str
    name: str
    client: str
    service: str
    address: str
    square_metres: int
    manager: int
    cycle: int
    opened: str
    areas: tuple[tuple[str, str, int, str], ...]
    posts: tuple[tuple[str, str, int], ...]


CLIENTS = (
    (
        "KH-01",
        "东湖科技园管理有限公司",
        "东湖科技园",
        "91420111MA4KNYTPL3",
        "park",
        "科技园区",
        "a",
        4,
        "江城市光谷大道 188 号",
        (("高建平", "decides", "物业总监", "027-85550201"), ("秦蕾", "liaison", "环境主管", "027-85550202")),
    ),
    (
        "KH-02",
        "江城市第一人民医院",
        "市一医院",
        "12420100441XG0TEQ0",
        "hospital",
        "医疗卫生",
        "a",
        4,
        "江城市中山大道 215 号",
        (
            ("何国栋", "decides", "后勤处处长", "027-85550301"),
            ("丁晓岚", "liaison", "感控科", "027-85550302"),
            ("万晴", "finance", "财务科", "027-85550303"),
        ),
    ),
    (
        "KH-03",
        "滨江物流集团有限公司",
        "滨江物流",
        "91420102MA49Y7L1W0",
        "enterprise",
        "物流仓储",
        "b",
        0,
        "江城市临港大道 9 号",
        (("石磊", "decides", "运营副总", "027-85550401"), ("姜涛", "liaison", "仓储经理", "027-85550402")),
    ),
    (
        "KH-04",
        "恒泰置业有限公司",
        "恒泰置业",
        "91420107MA4L53BFUE",
        "park",
        "商业地产",
        "b",
        0,
        "江城市建设一路 77 号",
        (("白露", "liaison", "物业部", "027-85550501"),),
    ),
)
"""Code, name, short name, USCC, kind, industry, grade, account owner (number in names.PEOPLE), address, contacts."""

_CLEANING_AREAS = (
    ("大堂", "lobby", 620, "a"),
    ("卫生间", "toilet", 380, "a"),
    ("电梯与走廊", "corridor", 2400, "b"),
    ("外围广场", "outdoor", 3100, "c"),
)
_SHIFTS = (("BJ02", "早班", 1), ("BJ01", "早班", 3), ("BJ01", "晚班", 2))

SITES = (
    Place(
        "XM-01",
        "东湖科技园 A 座",
        "KH-01",
        "cleaning",
        "江城市光谷大道 188 号 A 座",
        26000,
        5,
        7,
        "2022-03-01",
        _CLEANING_AREAS,
        _SHIFTS,
    ),
    Place(
        "XM-02",
        "东湖科技园 B 座",
        "KH-01",
        "cleaning",
        "江城市光谷大道 188 号 B 座",
        22500,
        12,
        7,
        "2022-03-01",
        _CLEANING_AREAS,
        _SHIFTS,
    ),
    Place(
        "XM-03",
        "东湖科技园研发中心",
        "KH-01",
        "cleaning",
        "江城市光谷大道 190 号",
        18200,
        17,
        7,
        "2023-06-01",
        (*_CLEANING_AREAS, ("实验楼走廊", "corridor", 900, "a")),
        (("BJ02", "早班", 1), ("BJ01", "早班", 2), ("BJ01", "晚班", 1)),
    ),
    Place(
        "XM-04",
        "市一医院门诊楼",
        "KH-02",
        "cleaning",
        "江城市中山大道 215 号门诊楼",
        19800,
        21,
        7,
        "2021-01-01",
        (
            ("门诊大厅", "lobby", 1200, "a"),
            ("公共卫生间", "toilet", 460, "a"),
            ("候诊区", "other", 2600, "a"),
            ("电梯与走廊", "lift", 1500, "b"),
        ),
        (("BJ02", "早班", 1), ("BJ01", "早班", 3), ("BJ01", "中班", 2)),
    ),
    Place(
        "XM-05",
        "市一医院住院部",
        "KH-02",
        "cleaning",
        "江城市中山大道 215 号住院部",
        24600,
        27,
        7,
        "2021-01-01",
        (
            ("病区", "ward", 8800, "a"),
            ("公共卫生间", "toilet", 620, "a"),
            ("护士站", "office", 300, "a"),
            ("走廊与电梯", "corridor", 3900, "b"),
        ),
        (("BJ02", "早班", 1), ("BJ01", "早班", 3), ("BJ01", "夜班", 1)),
    ),
    Place(
        "XM-06",
        "滨江物流园 1 号仓",
        "KH-03",
        "warehouse",
        "江城市临港大道 9 号 1 号仓",
        32000,
        32,
        7,
        "2020-07-01",
        (
            ("收货月台", "other", 1800, "a"),
            ("存储区", "warehouse", 24000, "b"),
            ("拣货区", "warehouse", 5200, "b"),
            ("充电区", "other", 260, "a"),
        ),
        (("CK03", "白班", 1), ("CK02", "白班", 2), ("CK01", "白班", 4)),
    ),
    Place(
        "XM-07",
        "滨江物流园 2 号仓",
        "KH-03",
        "warehouse",
        "江城市临港大道 9 号 2 号仓",
        28500,
        39,
        7,
        "2021-05-01",
        (("收货月台", "other", 1500, "a"), ("存储区", "warehouse", 21000, "b"), ("发货区", "warehouse", 4300, "b")),
        (("CK03", "白班", 1), ("CK02", "白班", 1), ("CK01", "白班", 4)),
    ),
    Place(
        "XM-08",
        "滨江物流园门岗",
        "KH-03",
        "guarding",
        "江城市临港大道 9 号",
        600,
        45,
        7,
        "2020-07-01",
        (("1 号门岗", "gate", 40, "a"), ("2 号门岗", "gate", 40, "a"), ("园区巡逻线", "outdoor", 52000, "b")),
        (("BA02", "白班", 1), ("BA01", "白班", 2), ("BA01", "夜班", 2)),
    ),
    Place(
        "XM-09",
        "恒泰写字楼",
        "KH-04",
        "guarding",
        "江城市建设一路 77 号",
        31000,
        50,
        7,
        "2023-01-01",
        (("大堂岗", "lobby", 480, "a"), ("地下车库", "other", 12000, "b"), ("消控室", "control_room", 60, "a")),
        (("BA02", "白班", 1), ("BA01", "白班", 2), ("BA01", "夜班", 1), ("BA03", "全天", 2)),
    ),
)

CONTRACTS = (
    ("HT-2022-018", "KH-01", "cleaning", -1360, 460, 32_600_000, (0, 1, 2)),
    ("HT-2021-003", "KH-02", "cleaning", -690, 41, 41_850_000, (3, 4)),
    ("HT-2020-027", "KH-03", "outsourcing", -870, 225, 38_200_000, (5, 6)),
    ("HT-2020-028", "KH-03", "guarding", -870, 225, 9_600_000, (7,)),
    ("HT-2023-001", "KH-04", "guarding", -1050, 45, 11_400_000, (8,)),
)
"""Number, client, type, begin and end (days from today), 分 a month, sites (numbers in SITES)."""

TARGETS = (
    ("pass_rate", 950, "每低 1 个百分点扣当月服务费 0.5%"),
    ("item_pass_rate", 960, ""),
    ("mean_score", 900, "低于 85 分扣当月服务费 1%"),
    ("on_time_closure_rate", 900, "每逾期 1 件扣 200 元"),
    ("training_coverage", 950, ""),
    ("certificate_validity", 1000, "无证上岗每人次扣 500 元"),
)
