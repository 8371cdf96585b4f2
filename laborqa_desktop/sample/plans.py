"""Enters the service plans: one in force at every site, a second edition at one, another with the client."""

from collections.abc import Callable
from datetime import date, timedelta

from laborqa_desktop.models.plan import Plan, PlanItem, PlanNeed, PlanStaffing
from laborqa_desktop.sample import sites
from laborqa_desktop.sample.agenda import Agenda
from laborqa_desktop.sample.ids import Ids
from laborqa_desktop.store.counters import next_in_series
from laborqa_desktop.store.unit import Work

Item = tuple[str, str, str, str]

ITEMS: dict[str, tuple[Item, ...]] = {
    "cleaning": (
        ("大堂", "地面推尘与湿拖", "twice_daily", "地面无污渍、无积水"),
        ("大堂", "玻璃门与前台擦拭", "twice_daily", "无手印、无水痕"),
        ("卫生间", "清洁与消毒", "per_shift", "台面干爽，无异味，2 小时巡检"),
        ("卫生间", "耗材补充", "daily", "余量不低于 1/4"),
        ("电梯与走廊", "轿厢与地槽清洁", "daily", "不锈钢光亮，地槽无沙粒"),
        ("电梯与走廊", "石材晶面养护", "monthly", "光泽度不低于 70"),
        ("外围", "清扫与捡拾", "twice_daily", "目视范围烟头不超过 2 个"),
        ("外围", "高压冲洗", "monthly", "无积泥、无油污"),
    ),
    "guarding": (
        ("门岗", "值守与来访登记", "per_shift", "登记完整率 100%"),
        ("园区", "巡逻打卡", "per_shift", "每 2 小时一轮，漏点为 0"),
        ("消防", "通道与器材检查", "daily", "通道畅通，器材有效"),
        ("停车场", "车辆引导", "daily", "不占用消防通道"),
        ("全部", "应急演练", "quarterly", "5 分钟内到场"),
    ),
    "warehouse": (
        ("收货月台", "卸货与单货核对", "daily", "单货一致率 100%"),
        ("存储区", "上架与堆码", "daily", "不超过 5 层"),
        ("拣货区", "拣货与复核", "daily", "差错率不高于 0.05%"),
        ("库区", "盘点", "monthly", "账实相符率 99.9%"),
        ("充电区", "安全点检", "daily", "通风、无杂物"),
    ),
}
NEEDS = (
    ("上班高峰前完成大堂与电梯清洁", "1、2、5"),
    ("重要来访前 2 小时加派人员", "沟通约定第 3 条"),
    ("每月 5 日前提供上月质量报告", "沟通约定第 1 条"),
)
TEXTS = {
    "exclusions": "外墙清洗、虫害消杀、垃圾外运不在本方案范围内。",
    "equipment": "洗地机 1 台、尘推 6 把、刮水器 8 把；清洁剂由我方提供，厕纸与洗手液由客户提供。",
    "emergency": "火灾、漏水、停电、人员受伤按预案 YA-01 至 YA-04 执行，15 分钟内负责人到场。",
    "communication": "每月 5 日前提交月度服务质量报告；每季度召开一次服务例会；服务热线 400-000-0166。",
    "risks": "雨雪天地面湿滑；节假日人员不足；高峰期作业影响通行。",
}
CHANGE = (
    ("卫生间", "早晚高峰加密巡检", "daily", "高峰时段每 1 小时一次，刮干台面"),
    ("大堂", "雨天推尘", "on_call", "雨天每 30 分钟一次"),
)


def plans(agenda: Agenda, ids: Ids) -> None:
    """Plans every edition with its steps behind it."""
    for number, place in enumerate(sites.SITES):
        second = number in (0, 8)
        begin = agenda.first - timedelta(days=40)
        status = "superseded" if number == 0 else "active"
        client = next(one for one in sites.CLIENTS if one[0] == place.client)
        agenda.on(agenda.first, _edition(ids, number, 1, status, begin, client[9][0][0], ITEMS[place.service], ""))
        if not second:
            continue
        items = (
            *ITEMS[place.service],
            *(CHANGE if number == 0 else (("地下车库", "夜间加巡", "daily", "22:00—06:00 每小时一轮"),)),
        )
        why = (
            "客户反映早高峰洗手台水渍，增加巡检频次与雨天推尘"
            if number == 0
            else "客户要求地下车库夜间加巡，增加 1 名夜班人员"
        )
        if number == 0:
            day = agenda.today - timedelta(days=50)
            agenda.on(day, _edition(ids, number, 2, "active", day, client[9][0][0], items, why))
        else:
            day = agenda.today - timedelta(days=4)
            agenda.on(day, _edition(ids, number, 2, "client_confirm", None, "", items, why))


def _edition(
    ids: Ids,
    number: int,
    edition: int,
    status: str,
    begin: date | None,
    confirmed_by: str,
    items: tuple[Item, ...],
    why: str,
) -> Callable[[Work], None]:
    place = sites.SITES[number]

    def enter(work: Work) -> None:
        year = (begin or work.now.date()).year
        plan = Plan(
            code=next_in_series(work.session, "SP", year),
            site_id=ids.sites[number],
            edition=edition,
            title=f"{place.name}服务方案",
            status=status,
            effective_from=begin,
            change_reason=why,
            confirmed_by=confirmed_by,
            confirmed_on=begin - timedelta(days=5) if begin else None,
            **TEXTS,
        )
        plan.needs = [
            PlanNeed(position=no, text=text, contact=confirmed_by, covered_by=covered)
            for no, (text, covered) in enumerate(NEEDS)
        ]
        plan.items = [
            PlanItem(position=no, area=area, item=item, frequency=often, standard=standard)
            for no, (area, item, often, standard) in enumerate(items)
        ]
        plan.staffing = [
            PlanStaffing(
                position=no,
                post_id=ids.posts[post],
                shift=shift,
                headcount=headcount + (edition == 2 and shift == "夜班"),
                qualification="",
            )
            for no, (post, shift, headcount) in enumerate(place.posts)
        ]
        work.session.add(plan)

    return enter
