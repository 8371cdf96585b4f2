"""A believable report, rich or empty, for the tests of reports."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw

from laborqa_desktop.charts.formulas import Sample
from laborqa_desktop.reports import data as d
from laborqa_desktop.text import N_

CST = timezone(timedelta(hours=8))
RARE = ("李䶮", "王㛃", "赵𬱖", "郑㼆")
SITES = ("滨江产业园一号仓", "第三人民医院住院部", "万象城商场", "城东社区物业", "高新区装配车间")
ITEMS = ("卫生间台面无水渍", "电梯轿厢无印迹", "交接班记录完整", "消防通道畅通", "工牌与着装规范")
NOTES = (
    "符合要求。",
    "发现 1 处记录漏填，已当场补齐并口头提醒。",
    "地面湿滑未放置警示牌，存在滑倒风险，已当场纠正并纳入周例会通报。",
    "",
)


def picture(colour: str, words: str, size: tuple[int, int] = (640, 420)) -> bytes:
    image = Image.new("RGB", size, colour)
    ImageDraw.Draw(image).text((40, 40), words, fill="white")
    out = BytesIO()
    image.save(out, "JPEG")
    return out.getvalue()


def handwriting() -> bytes:
    """A stroke on a transparent ground."""
    image = Image.new("RGBA", (360, 120), (0, 0, 0, 0))
    ImageDraw.Draw(image).arc((10, 10, 340, 110), 20, 300, (20, 30, 90, 255), 6)
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def share(num: int, den: int) -> d.Figure:
    return d.Figure(num, den)


def inspection_rows(count: int) -> tuple[d.InspectionRow, ...]:
    random, rows = Random(7), []
    for i in range(count):
        passed = random.random() < 0.93
        score = Decimal(random.randint(800, 1000) if passed else random.randint(500, 799)) / 10
        rows.append(
            d.InspectionRow(
                f"IN-2026-{i + 1:04d}",
                date(2026, 10, 1) + timedelta(days=i * 31 // count),
                random.choice(SITES),
                N_("Enums", "daily"),
                "保洁日常检查表",
                RARE[i % 4] if i % 9 == 0 else "张敏",
                d.Figure(score, 1, "points"),
                "pass" if passed else "fail",
                0 if passed else random.randint(1, 4),
                "三层卫生间",
                random.choice(NOTES),
            )
        )
    return tuple(rows)


def action_rows(count: int) -> tuple[d.ActionRow, ...]:
    random = Random(3)
    rows = [
        d.ActionRow(
            f"NC-2026-{i + 1:04d}",
            date(2026, 10, 3),
            random.choice(SITES),
            random.choice(NOTES[1:3]),
            "一般",
            "planned" if i < 2 else "closed",
            "三层女卫",
            "卫生",
            "排班缺岗，晚间无人巡回",
            "增加 18:00 巡回一次，记录上墙",
            RARE[i % 4],
            date(2026, 10, 12),
            None if i < 2 else date(2026, 10, 11),
            19 if i < 2 else 0,
            "" if i < 2 else "复查 3 次均合格",
        )
        for i in range(count)
    ]
    return tuple(rows)


def rich(inspections: int = 60, actions: int = 12) -> d.QualityReport:
    """Every section filled."""
    months = [date(2025 + (10 + i) // 12, (10 + i) % 12 + 1, 1) for i in range(12)]
    trend = tuple(d.MonthFigure(m, d.Figure() if i == 3 else share(320 + 3 * i, 360)) for i, m in enumerate(months))
    samples = tuple(Sample(f"{i + 33} 周", 2 + i % 3 if i != 12 else 14, 70 + 11 * (i % 4)) for i in range(14))
    kpis = (
        d.Kpi(
            "检查合格率",
            share(355, 369),
            "合格的检查次数 / 完成的检查次数（复查不计）",
            Decimal(95),
            True,
            share(340, 357),
            tuple(m.figure for m in trend),
            True,
        ),
        d.Kpi(
            "按期整改率",
            share(16, 18),
            "到期且按期关闭的问题 / 本月到期的问题",
            Decimal(90),
            True,
            share(12, 13),
            tuple(share(10 + i, 24) for i in range(12)),
            False,
            50000,
        ),
        d.Kpi("培训覆盖率", share(41, 43), "", Decimal(95), True, share(40, 43), (), True),
        d.Kpi("暗访合格率", share(2, 3), "", Decimal(90), True, d.Figure(), (), None),
        d.Kpi(
            "客户满意度",
            d.Figure(reason=N_("Report", "No survey was held this month.")),
            "",
            Decimal(90),
            True,
            d.Figure(),
            (),
            None,
        ),
    )
    return d.QualityReport(
        d.Cover(
            d.Party(
                "江城劳务服务有限公司",
                "武汉市东湖新技术开发区高新大道 888 号",
                "027-8765 4321",
                picture("#085C76", "LOGO", (300, 120)),
            ),
            "东湖科技园管理有限公司",
            date(2026, 10, 1),
            datetime(2026, 11, 1, 0, 0, tzinfo=CST),
            datetime(2026, 11, 2, 3, 4, 5, tzinfo=UTC),
            "QR-202610-DHKJ-003-V2",
            2,
            sites=SITES,
            contracts=("HT-2025-018", "HT-2026-004"),
            prepared_by="李䶮",
            reviewed_by="王㛃",
            approved_by="赵𬱖",
            correction=d.Correction(
                "QR-202610-DHKJ-003-V1", "补录 1 次检查", ("检查合格率由 354 / 368 改为 355 / 369", "IN-2026-0031 后补")
            ),
            signing=True,
        ),
        d.Summary(
            "达标 3 项，未达标 1 项，服务总体平稳。",
            ("检查合格率 96.2%，连续 3 个月提高。", "新员工岗前培训全部完成。"),
            ("按期整改率 88.9%，低于合同 90%，2 件逾期均为保洁作业指导书改版。", "三层女卫高峰时段保洁频次不足。"),
            ("3 层女卫台面是否改为下嵌式（附比较表）。",),
        ),
        kpis,
        d.Staffing(
            (
                ("在岗人数", d.Figure(43, None, "people")),
                ("合同编制", d.Figure(44, None, "people")),
                ("培训学时", d.Figure(126, None, "hours")),
                ("培训覆盖率", share(41, 43)),
                ("持证有效率", share(38, 38)),
            ),
            (
                d.PostRow("保洁员", 28, 27, SITES[0]),
                d.PostRow("保安员", 12, 12, SITES[1]),
                d.PostRow("领班", None, 4, SITES[2]),
            ),
            (
                d.StaffChange(date(2026, 10, 8), "left", "保洁员", SITES[0]),
                d.StaffChange(date(2026, 10, 11), "joined", "保洁员", SITES[0]),
            ),
        ),
        d.Inspections(
            369,
            (
                ("服务合格率", share(355, 369)),
                ("检查项合格率", share(7012, 7218)),
                ("一次合格率", share(341, 362)),
                ("计划完成率", share(369, 372)),
                ("平均得分", d.Figure(Decimal("34501.5"), 369, "points")),
            ),
            (
                "抽样：每项目点每日覆盖不少于 20% 区域，重点区域每次全检。",
                "计分：检查得分率，不适用项不计入；关键项不合格则整次不合格。",
            ),
            (
                d.TypeRow("日常检查", 310, 312, share(300, 310), d.Figure(29001, 310, "points")),
                d.TypeRow("暗访", 3, None, share(2, 3), d.Figure(260, 3, "points")),
            ),
            tuple(
                d.ScoreRow(name, d.Figure(Decimal(s), 1, "points"), n)
                for name, s, n in zip(
                    SITES, ("76.4", "88.1", "91.5", "94.2", "96.0"), (31, 80, 77, 91, 90), strict=True
                )
            ),
            "",
            Decimal(85),
            samples,
            "每周，2026 年第 33 至 46 周，共 1,218 次",
            trend,
            "2025-11 至 2026-10",
            tuple(d.ScoreRow(name, share(99 - i, 100), 100) for i, name in enumerate(ITEMS)),
            tuple(d.ScoreRow(name, share(71 + i, 100), 100, SITES[i]) for i, name in enumerate(ITEMS)),
            inspection_rows(inspections),
        ),
        d.Problems(
            81,
            (
                *tuple(
                    d.CountRow(str(i), name, n)
                    for i, (name, n) in enumerate(
                        (("排班缺岗", 29), ("作业不到位", 21), ("物料不足", 12), ("设备故障", 8), ("培训不足", 5))
                    )
                ),
                d.CountRow("", "其他", 6),
            ),
            "近 3 个月，81 件；深色为占 80% 的主要原因",
            tuple(d.CountRow(s, s, n) for s, n in zip(SITES, (30, 21, 14, 9, 7), strict=True)),
            (d.CountRow("major", "一般", 12), d.CountRow("minor", "轻微", 69)),
            (d.RepeatRow("NC-2026-0007", "三层女卫台面积水", SITES[0], 3, date(2026, 10, 22)),),
        ),
        d.Actions(
            18,
            (("关闭率", share(16, 18)), ("按期关闭率", share(16, 18)), ("措施有效率", share(15, 16))),
            action_rows(actions),
            (
                d.PhotoPair(
                    "NC-2026-0007",
                    "滨江产业园一号仓 三层女卫 2026-10-03 14:20",
                    picture("#7A4300", "before"),
                    picture("#17603D", "after", (420, 640)),
                ),
                d.PhotoPair("NC-2026-0009", "滨江产业园一号仓 大堂", picture("#4C5D66", "before"), None),
            ),
        ),
        d.NextMonth(
            "深秋落叶清扫与门厅防滑；新领班上岗带教。",
            (
                d.PlanRow("外围深度清洗", "专项保洁", date(2026, 11, 14), "李䶮"),
                d.PlanRow("消防演练", "演练", date(2026, 11, 20), "王㛃"),
            ),
            ("请贵方在 11 月 10 日前确认三层女卫台面方案。",),
        ),
        (
            d.AnnexRow(
                "10 月检查照片包",
                "photos-2026-10.zip",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            ),
        ),
        d.Signing(7, "周经理 138****0000"),
    )


def empty() -> d.QualityReport:
    """A month without any record, as a draft."""
    full = rich()
    nothing = d.Figure(reason=N_("Report", "No records this month."))
    return replace(
        full,
        cover=replace(
            full.cover, number="", version=1, correction=None, contracts=(), provider=d.Party("江城劳务服务有限公司")
        ),
        summary=d.Summary(),
        kpis=tuple(replace(k, actual=nothing, met=None, trend=()) for k in full.kpis[:3]),
        staffing=d.Staffing(),
        inspections=d.Inspections(0),
        problems=d.Problems(0),
        actions=d.Actions(0),
        next_month=d.NextMonth(),
        annexes=(),
    )
