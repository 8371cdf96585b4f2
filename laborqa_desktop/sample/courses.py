"""Courses of the sample, what each post demands, and the sessions of the half-year."""

COURSES = (
    ("PX01", "新员工入职安全教育", "safety", "pre_job", "lecture", 240, None, 800, "《安全生产法》；公司安全手册 V5"),
    ("PX02", "保洁作业标准与工具分色", "work_process", "on_job", "practice", 40, 12, 800, "SOP-BJ-01、SOP-BJ-02"),
    ("PX03", "卫生间清洁消毒规程", "work_process", "on_job", "on_site", 30, 12, 800, "SOP-BJ-02 V3"),
    ("PX04", "消防安全与应急疏散", "drill", "on_job", "drill", 20, 12, 700, "应急预案 YA-01"),
    ("PX05", "秩序岗位规范与来访登记", "post_skills", "on_job", "lecture", 30, 12, 800, "SOP-BA-01"),
    ("PX06", "叉车安全操作复训", "safety", "on_job", "practice", 40, 12, 850, "SOP-CK-03"),
    ("PX07", "仓储搬运与人机工程", "post_skills", "on_job", "practice", 30, 24, 800, "SOP-CK-01"),
    ("PX08", "服务礼仪与投诉应对", "etiquette", "on_job", "lecture", 20, 24, 700, "服务手册 V2"),
)
"""Code, name, category, phase, mode, tenths of an hour, repeat cycle in months, pass mark, documents."""

DEMANDS = {
    "BJ01": (
        ("PX01", "PX02", "PX03", "PX04"),
        ("health",),
        False,
        "按作业计划完成责任区清洁、消毒与巡检签到，发现异常及时上报。",
    ),
    "BJ02": (
        ("PX01", "PX02", "PX03", "PX04", "PX08"),
        ("health",),
        False,
        "班组排班、带教与自查，整改落实与客户日常沟通。",
    ),
    "BA01": (("PX01", "PX04", "PX05", "PX08"), ("guard",), False, "门岗值守、来访登记、巡逻与突发事件先期处置。"),
    "BA02": (("PX01", "PX04", "PX05", "PX08"), ("guard",), False, "岗位安排、训练与记录检查，突发事件现场指挥。"),
    "BA03": (("PX01", "PX04", "PX05"), ("fire_operator",), True, "消防控制室 24 小时值班，设备操作与记录。"),
    "CK01": (("PX01", "PX04", "PX07"), (), False, "收货、上架、拣货与装卸，遵守人车分流。"),
    "CK02": (("PX01", "PX04", "PX06"), ("special_equipment",), True, "叉车驾驶与日常点检，库区限速行驶。"),
    "CK03": (("PX01", "PX04", "PX07", "PX08"), (), False, "班组管理、库存准确与现场安全。"),
}
"""Post -> courses, certificates, technical post, duties."""

SESSIONS = (
    (-176, "PX04", 0, (0, 1, 2), "东湖科技园 B1 会议室"),
    (-162, "PX02", 5, (0, 1), "东湖科技园 A 座"),
    (-150, "PX05", 45, (7, 8), "滨江物流园门岗值班室"),
    (-141, "PX04", 0, (3, 4), "市一医院后勤楼 201"),
    (-127, "PX07", 32, (5, 6), "滨江物流园 1 号仓"),
    (-113, "PX03", 21, (3, 4), "市一医院门诊楼"),
    (-99, "PX06", 32, (5, 6), "滨江物流园 1 号仓充电区"),
    (-85, "PX04", 0, (5, 6, 7), "滨江物流园停车场"),
    (-71, "PX08", 3, (0, 1, 2, 3, 4), "公司培训室"),
    (-57, "PX03", 5, (0, 1, 2), "东湖科技园 A 座"),
    (-43, "PX02", 17, (2, 3, 4), "东湖科技园研发中心"),
    (-30, "PX04", 50, (8,), "恒泰写字楼消控室"),
    (-16, "PX08", 3, (5, 6, 7, 8), "滨江物流园办公楼"),
    (-15, "PX01", 3, (), "公司培训室"),
    (5, "PX05", 50, (7, 8), "恒泰写字楼会议室"),
    (12, "PX03", 21, (3, 4), "市一医院门诊楼"),
)
"""Day (from today), course, trainer (in names.PEOPLE), sites (in sites.SITES; none: the newcomers), place."""

CERTIFICATES = {
    "health": ("健康证", "江城市疾病预防控制中心", 12, 30),
    "guard": ("保安员证", "江城市公安局", None, 30),
    "special_equipment": ("叉车 N1", "江城市市场监督管理局", 48, 90),
    "fire_operator": ("中级", "消防行业职业技能鉴定站", 36, 90),
}
"""Type -> level, issuer, months of validity (None: no limit), days of reminder."""

EXPIRY = {6: 7, 8: 12, 9: -3, 13: 18, 18: 24, 22: -9, 24: 29, 29: 3, 33: 41, 54: 60}
"""Whose certificate ends soon or has ended: number in names.PEOPLE -> days from today."""

RENEWED = 21
"""Whose certificate was renewed lately: the old one is kept beside the new one."""

MISSING = (47, 58)
"""Who lacks the certificate of the post."""
