"""Enters company, departments, posts, people, clients, sites and contracts."""

from datetime import date, timedelta
from random import Random

from sqlalchemy import select

from laborqa_desktop.models.client import Area, Client, Contact, Contract, ContractKpi, ContractSite, Site, SitePost
from laborqa_desktop.models.company import Company, OrgUnit
from laborqa_desktop.models.person import Employment, Person, Skill, WorkHistory
from laborqa_desktop.models.post import Post
from laborqa_desktop.paths import resource_folder
from laborqa_desktop.sample import names, sites
from laborqa_desktop.sample.ids import Ids
from laborqa_desktop.store.files import Files
from laborqa_desktop.store.unit import Work

EDUCATION = ("junior_secondary", "junior_secondary", "senior_secondary", "primary", "senior_secondary", "college")
ETHNICITY = ("汉族",) * 9 + ("土家族",)
RELATIONS = ("配偶", "子女", "父亲", "母亲", "兄弟")
BEFORE = ("江城万家物业服务有限公司", "汉正街百货仓储部", "光谷电子厂", "江城公交集团", "个体经营")
SKILLS = {
    "BJ01": "石材养护",
    "BJ02": "班组管理",
    "BA01": "消防器材使用",
    "BA02": "应急指挥",
    "BA03": "消防主机操作",
    "CK01": "堆码与打包",
    "CK02": "叉车驾驶",
    "CK03": "库存盘点",
}
PICTURES = {"logo": "logo.png", "seal": "seal.png", "signature": "signature.png"}


def company(work: Work, files: Files) -> None:
    """Fills in the profile the library was founded with; its seal says that it is none."""
    row = work.session.scalars(select(Company)).one()
    for key, value in sites.COMPANY.items():
        setattr(row, key, value)
    for key, name in PICTURES.items():
        data = (resource_folder() / "sample" / name).read_bytes()
        setattr(row, key, files.put(work.session, data, original_name=name, mime="image/png"))


def posts_and_units(work: Work, ids: Ids) -> None:
    """Departments and posts."""
    top = work.session.scalars(select(OrgUnit)).one()
    for key, name, kind in sites.UNITS:
        unit = OrgUnit(name=name, kind=kind, parent_id=top.id)
        work.session.add(unit)
        work.session.flush()
        ids.units[key] = unit.id
    rows = {
        code: Post(code=code, name=name, service_type=service, headcount=headcount)
        for code, name, service, headcount, _ in sites.POSTS
    }
    work.session.add_all(rows.values())
    work.session.flush()
    for code, _, _, _, following in sites.POSTS:
        rows[code].career_next_id = rows[following].id if following else None
        ids.posts[code] = rows[code].id


def people(work: Work, ids: Ids, today: date, random: Random) -> None:
    """Sixty staff files: most at work, three left, two new, two who came back."""
    staff = [_person(number, ids, today, random) for number in range(len(names.PEOPLE))]
    work.session.add_all(staff)
    work.session.flush()
    ids.people = [person.id for person in staff]
    managers = {place.code: ids.people[place.manager] for place in sites.SITES}
    for number, person in enumerate(staff):
        at = names.PEOPLE[number][5]
        chief = managers[sites.SITES[at].code] if at >= 0 else ids.people[4]
        if person.id != chief:
            person.reports_to_id = chief
    for key, number in (("cleaning", 0), ("guarding", 4), ("warehouse", 4), ("quality", 1), ("office", 3)):
        unit = work.session.get_one(OrgUnit, ids.units[key])
        unit.manager_id = ids.people[number]


def _person(number: int, ids: Ids, today: date, random: Random) -> Person:
    name, gender, born, region, post, _, hired_on = names.PEOPLE[number]
    birth, hired = date.fromisoformat(born), date.fromisoformat(hired_on)
    if number in names.NEWCOMERS:
        hired = today - timedelta(days=18 + number)
    retired = today.year - birth.year >= (60 if gender == "male" else 53)
    order = 2 * number + 101 + (1 if gender == "female" else 0)
    contract = hired.replace(day=1) + timedelta(days=365 * 3 * ((today - hired).days // (365 * 3)))
    person = Person(
        kind="staff",
        code=f"SH{number + 1:04d}",
        name=name,
        gender=gender,
        birth_date=birth,
        id_type="id_card",
        id_no=names.id_number(region, born, order),
        id_valid_to=today + timedelta(days=400 + 61 * number),
        ethnicity=random.choice(ETHNICITY),
        native_place=f"湖北{random.choice(('武汉', '孝感', '黄冈', '荆州', '咸宁'))}",
        phone=f"1380000{number + 1001:04d}",
        address=f"江城市和平小区 {number % 12 + 1} 栋 {random.randint(101, 1806)} 室",
        emergency_name=f"{name[0]}先生" if gender == "female" else f"{name[0]}女士",
        emergency_relation=random.choice(RELATIONS),
        emergency_phone=f"1380000{number + 2001:04d}",
        education=random.choice(EDUCATION),
        hired_on=hired,
        employment_type="rehired_retiree" if retired else "full_time",
        contract_start=contract,
        contract_end=contract + timedelta(days=365 * 3 - 1),
        post_id=ids.posts[post],
        unit_id=ids.units[_unit_of(post)],
        level=("二级" if post.endswith("2") else "一级"),
        status="active",
        pay_grade=f"{post[:2]}-{random.randint(2, 6)}",
        social_insurance="exempt_retired" if retired else "paid",
        consent_on=hired,
        accident_insurance_to=today + timedelta(days=38 + 5 * number),
    )
    _fates(person, number, today, ids.posts[post])
    if number % 4 == 0:
        person.work_history = [
            WorkHistory(
                position=0,
                company=random.choice(BEFORE),
                post="普工",
                from_on=hired - timedelta(days=900),
                to_on=hired - timedelta(days=60),
            )
        ]
    if post in SKILLS:
        person.skills = [
            Skill(
                position=0,
                skill=SKILLS[post],
                level=random.randint(2, 4),
                assessed_on=today - timedelta(days=random.randint(20, 300)),
                evidence="现场实操评定",
            )
        ]
    return person


def _fates(person: Person, number: int, today: date, post: int) -> None:
    spell = Employment(position=0, hired_on=person.hired_on, post_id=post)
    person.employment = [spell]
    if number in names.NEWCOMERS:
        person.status, person.probation_end = "pre_job", today + timedelta(days=60)
    if number in names.LEFT:
        reason, days = names.LEFT[number]
        person.status, person.leave_reason, person.left_on = "left", reason, today - timedelta(days=days)
        spell.left_on, spell.reason = person.left_on, reason
    if number in names.CAME_BACK:
        reason, first, last = names.CAME_BACK[number]
        spell.position = 1
        person.employment.insert(
            0,
            Employment(
                position=0,
                hired_on=date.fromisoformat(first),
                reason=reason,
                left_on=date.fromisoformat(last),
                post_id=post,
            ),
        )


def _unit_of(post: str) -> str:
    return {"BJ": "cleaning", "BA": "guarding", "CK": "warehouse", "ZL": "quality"}.get(post[:2], "office")


def clients_and_sites(work: Work, ids: Ids, today: date) -> None:
    """Clients, sites with areas and posts, contracts with targets; then everybody gets a site."""
    for code, name, short, uscc, kind, industry, grade, owner, address, contacts in sites.CLIENTS:
        client = Client(
            code=code,
            name=name,
            short_name=short,
            uscc=uscc,
            kind=kind,
            industry=industry,
            grade=grade,
            owner_id=ids.people[owner],
            backup_id=ids.people[0 if owner else 4],
            address=address,
            contact_cycle_days=30,
            hotline="400-000-0166",
            names_allowed=code != "KH-02",
        )
        client.contacts = [
            Contact(position=no, name=who, role=role, phone=phone, email="")
            for no, (who, role, _, phone) in enumerate(contacts)
        ]
        work.session.add(client)
        work.session.flush()
        ids.clients[code] = client.id
    for place in sites.SITES:
        site = Site(
            code=place.code,
            name=place.name,
            client_id=ids.clients[place.client],
            service_type=place.service,
            address=place.address,
            square_metres=place.square_metres,
            open_hours="07:00—21:00",
            phone="027-85550166",
            manager_id=ids.people[place.manager],
            visit_cycle_days=place.cycle,
            opened_on=date.fromisoformat(place.opened),
        )
        site.areas = [
            Area(position=no, code=f"{place.code}-{no + 1}", name=name, type=kind, square_metres=size, risk=risk)
            for no, (name, kind, size, risk) in enumerate(place.areas)
        ]
        site.posts = [
            SitePost(position=no, post_id=ids.posts[post], shift=shift, headcount=headcount)
            for no, (post, shift, headcount) in enumerate(place.posts)
        ]
        work.session.add(site)
        work.session.flush()
        ids.sites.append(site.id)
    for code, client_code, kind, begin, end, amount, covered in sites.CONTRACTS:
        contract = Contract(
            code=code,
            client_id=ids.clients[client_code],
            type=kind,
            amount_month=amount,
            starts_on=today + timedelta(days=begin),
            ends_on=today + timedelta(days=end),
            payment_basis="按月结算，次月 15 日前付款",
            renewal_notice_days=60,
        )
        contract.sites = [ContractSite(position=no, site_id=ids.sites[one]) for no, one in enumerate(covered)]
        contract.kpis = [
            ContractKpi(position=no, kpi=kpi, target=target, deduction=rule)
            for no, (kpi, target, rule) in enumerate(sites.TARGETS)
        ]
        work.session.add(contract)
    for number, person_id in enumerate(ids.people):
        at = names.PEOPLE[number][5]
        if at >= 0:
            person = work.session.get_one(Person, person_id)
            person.site_id, person.team = ids.sites[at], sites.SITES[at].name + "班组"
