"""Issues last month's reports of two clients, signed with the sample's own identity."""

from dataclasses import replace
from datetime import date, timedelta

from laborqa_desktop.sample.ids import Ids
from laborqa_desktop.text import Translate
from laborqa_desktop.usecases.office import Office
from laborqa_desktop.usecases.report_request import FreeWords, PlanLine, Request

CLIENTS = ("KH-01", "KH-02")
WORDS = FreeWords(
    verdict="本月服务总体达标，检查得分率与按期整改率均高于合同目标；卫生间水渍问题仍需持续跟进。",
    highlights=(
        "早高峰卫生间加密巡检后，水渍类问题明显减少。",
        "消防安全与应急疏散培训覆盖全部在岗人员。",
        "客户重要来访保障 3 次，均按约完成。",
    ),
    concerns=("个别周次检查不合格率偏高，已查明为人员集中轮休所致。", "雨后大堂地面脚印问题重复出现。"),
    decisions=("请确认石材晶面养护的停用时段。",),
    focus="雨雪天防滑与大堂保洁；冬季消防安全检查。",
    needs=("请物业协助维修 3 层女卫通风设备。",),
)


def issue(office: Office, ids: Ids, today: date, translate: Translate) -> None:
    """Issues the reports.

    Args:
        translate: into Chinese, the language of the reports.
    """
    last_month = today.replace(day=1) - timedelta(days=1)
    first = today.replace(day=1)
    plan = (
        PlanLine("大堂石材晶面养护", first + timedelta(days=13), "胡雪琴"),
        PlanLine("雨雪天防滑专项培训", first + timedelta(days=17), "周小燕"),
        PlanLine("消防通道联合检查", first + timedelta(days=24), "刘洋"),
    )
    words = replace(WORDS, plan=plan)
    for code in CLIENTS:
        request = Request(client_id=ids.clients[code], site_id=None, month=last_month, language="zh", words=words)
        office.issuing.issue(request, translate)
