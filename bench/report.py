"""The monthly report with 1,500 inspections beside ReportLab's own LongTable of the same rows, in one run."""

import re
import statistics
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from bench.result import Result
from laborqa_desktop.reports import data as d
from laborqa_desktop.reports.fonts import BUNDLED
from laborqa_desktop.reports.quality import render
from laborqa_desktop.text import english

ROWS, MANY, RUNS = 1500, 15_000, 5
_SITES = ("滨江产业园一号仓", "华东分拣中心", "高新区装配车间", "港务集装箱码头", "第三人民医院保洁", "城东社区物业")
_PEOPLE = ("李䶮", "王㛃", "赵𬱖", "张伟芳", "陈秀英", "杨敏", "周静", "吴丽娟")
_NOTES = (
    "符合要求。",
    "抽查 3 人次，均符合要求。",
    "发现 1 处记录漏填，已当场补齐并口头提醒。",
    "客户反馈良好，无投诉。",
    "",
    "设备点检缺少当日签名，限期 24 小时内整改。",
    "地面湿滑未放置警示牌，存在滑倒风险，已当场纠正并纳入周例会通报。",
)
_HEADS = ("No.", "Date", "Site", "Type", "Checklist", "Inspector", "Score", "Result", "Remark")
_WIDTHS = (58, 50, 82, 30, 62, 44, 32, 40, 95)


def rows(count: int) -> tuple[d.InspectionRow, ...]:
    """The same rows for every engine."""
    random = Random(20261122)
    made = []
    for i in range(count):
        score = random.randint(500, 1000)
        outcome: d.Outcome = "pass" if score >= 800 else "fail"
        on = date(2026, 7, 1) + timedelta(days=i * 92 // count)
        figure = d.Figure(score, 10, "points")
        made.append(
            d.InspectionRow(
                f"IN-2026-{i + 1:05d}",
                on,
                random.choice(_SITES),
                "日常",
                "保洁日常检查表",
                random.choice(_PEOPLE),
                figure,
                outcome,
                0,
                "",
                random.choice(_NOTES),
            )
        )
    return tuple(made)


def ours(inspections: tuple[d.InspectionRow, ...]) -> bytes:
    """The tagged report with the list, its data embedded, two signature fields."""
    moment = datetime(2026, 11, 1, tzinfo=UTC)
    cover = d.Cover(
        d.Party("江苏恒信劳务服务有限公司"), "华东智慧物流集团", date(2026, 10, 1), moment, moment, "QR-1", signing=True
    )
    out = BytesIO()
    render(d.QualityReport(cover, inspections=d.Inspections(len(inspections), rows=inspections)), english, "zh", out)
    return out.getvalue()


def long_table(inspections: tuple[d.InspectionRow, ...]) -> bytes:
    """ReportLab's LongTable: fixed widths, text wrapped by ReportLab's own splitter, untagged, nothing embedded."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.utils import simpleSplit
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import LongTable, SimpleDocTemplate, TableStyle

    pdfmetrics.registerFont(TTFont("Bench", str(BUNDLED / "NotoSansSC-Regular.ttf"), shapable=False))
    wrapped: dict[tuple[int, str], str] = {}

    def cell(column: int, text: str) -> str:
        key = (column, text)
        if key not in wrapped:
            width, lines, line = _WIDTHS[column] - 8, [], ""
            for character in text:
                if line and pdfmetrics.stringWidth(line + character, "Bench", 7.5) > width:
                    lines.append(line)
                    line = ""
                line += character
            wrapped[key] = (
                "\n".join([*lines, line])
                if " " not in text
                else "\n".join(simpleSplit(text, "Bench", 7.5, width) or [""])
            )
        return wrapped[key]

    table_rows, heights = [list(_HEADS)], [18.0]
    for r in inspections:
        texts = (
            r.number,
            r.on.isoformat(),
            r.site,
            str(r.kind),
            r.checklist,
            r.inspector,
            f"{int(r.score.num or 0) / 10:.1f}",
            r.outcome,
            r.remark,
        )
        cells = [cell(i, text) for i, text in enumerate(texts)]
        table_rows.append(cells)
        heights.append(max(c.count("\n") for c in cells) * 10 + 16.4)
    table = LongTable(table_rows, colWidths=_WIDTHS, rowHeights=heights, repeatRows=1)
    style: list[tuple[object, ...]] = [
        ("FONT", (0, 0), (-1, -1), "Bench", 7.5, 10),
        ("BACKGROUND", (0, 0), (-1, 0), "#E8EDEF"),
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, "#DCE3E6"),
        ("ALIGN", (6, 0), (6, -1), "RIGHT"),
    ]
    for i, r in enumerate(inspections, 1):
        style.append(("TEXTCOLOR", (7, i), (7, i), "#17603D" if r.outcome == "pass" else "#7A4300"))
    table.setStyle(TableStyle(style))

    def furniture(canvas: Any, _: object) -> None:
        canvas.setFont("Bench", 7.5)
        canvas.drawString(36, 810, "江苏恒信劳务服务有限公司")
        canvas.drawRightString(559, 30, str(canvas.getPageNumber()))

    out = BytesIO()
    template = SimpleDocTemplate(out, pagesize=A4, leftMargin=36, rightMargin=36, topMargin=44, bottomMargin=40)
    template.build([table], onFirstPage=furniture, onLaterPages=furniture)
    return out.getvalue()


def _median(work: Callable[[], bytes]) -> float:
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return statistics.median(times)


def _peak_megabytes() -> float:
    """Peak memory of a fresh process that makes the report once; Linux only."""
    code = "from bench import report; report.ours(report.rows(report.ROWS)); print(open('/proc/self/status').read())"
    root = Path(__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=root)
    found = re.search(r"VmHWM:\s+(\d+) kB", done.stdout)
    return int(found[1]) / 1024 if found else 0.0


def run() -> list[Result]:
    """Render time as a ratio, size, memory, and 15,000 rows."""
    data = rows(ROWS)
    ours(data[:10])
    long_table(data[:10])
    size = len(ours(data)) / 1000
    start = perf_counter()
    ours(rows(MANY))
    many = perf_counter() - start
    memory = []
    if Path("/proc/self/status").exists():
        memory = [Result("report, 1,500 rows, peak memory", _peak_megabytes(), at_most=90, unit="MB")]
    return [
        Result(
            "report, 1,500 rows, tagged, beside LongTable",
            _median(lambda: ours(data)),
            _median(lambda: long_table(data)),
            at_most=0.65,
        ),
        Result("report, 1,500 rows, size", size, at_most=700, unit="KB"),
        *memory,
        Result("report, 15,000 rows", many, at_most=3.0),
    ]
