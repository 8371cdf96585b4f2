"""Which inspection is made when: every site each week, special and mystery visits between."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from laborqa_desktop.sample.agenda import WEEKS, Agenda
from laborqa_desktop.sample.checklist_cleaning import DAILY, TOILET
from laborqa_desktop.sample.checklist_other import GUARD, MYSTERY, WAREHOUSE
from laborqa_desktop.sample.lines import Sheet
from laborqa_desktop.sample.sites import SITES

SHEETS = (DAILY, TOILET, GUARD, WAREHOUSE, MYSTERY)
MAIN = {"cleaning": DAILY, "guarding": GUARD, "warehouse": WAREHOUSE}
BAD_WEEK = WEEKS - 5
UNVISITED = 2
"""A site nobody has visited for two weeks: number in sites.SITES."""
INSPECTORS = (1, 2)


@dataclass(frozen=True)
class Visit:
    """One inspection to be made. site and inspector are numbers in sites.SITES and names.PEOPLE."""

    day: date
    site: int
    sheet: Sheet
    inspector: int
    start: str
    minutes: int
    bad: bool


def visits(agenda: Agenda, random: Random) -> list[Visit]:
    """Every visit until yesterday, in the order of days."""
    found = []
    for week in range(WEEKS + 1):
        monday = agenda.first + timedelta(weeks=week)
        for site, place in enumerate(SITES):
            sheets = [MAIN[place.service]]
            if place.service == "cleaning" and (week + site) % 2 == 0:
                sheets.append(TOILET)
            if (week + site * 3) % 4 == 0:
                sheets.append(MYSTERY)
            for sheet in sheets:
                day = monday + timedelta(days=(site * 2 + SHEETS.index(sheet) + random.randint(0, 1)) % 5)
                lapsed = site == UNVISITED and week >= WEEKS - 2
                if day < agenda.today and not lapsed:
                    minute = random.choice((0, 10, 20, 30, 40, 50))
                    found.append(
                        Visit(
                            day,
                            site,
                            sheet,
                            INSPECTORS[(site + week) % 2],
                            f"{random.randint(8, 16):02d}:{minute:02d}",
                            len(sheet.lines()) + random.randint(5, 20),
                            week == BAD_WEEK,
                        )
                    )
    return sorted(found, key=lambda visit: (visit.day, visit.site, visit.sheet.code))
