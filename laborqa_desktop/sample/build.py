"""Fills a newly founded library with the sample."""

from datetime import timedelta
from functools import partial
from random import Random

from laborqa_desktop.sample import inspections, masters, plans, problems, reports, training
from laborqa_desktop.sample.agenda import CLERK, WEEKS, Agenda, moment, standing
from laborqa_desktop.sample.ids import Ids
from laborqa_desktop.sample.sites import COMPANY
from laborqa_desktop.store.files import Files
from laborqa_desktop.text import N_, Translate
from laborqa_desktop.usecases.office import Office

SEED, SEED_OF_INSPECTIONS = 20260301, 20260426
__all__ = ["CLERK", "fill", "moment"]


def fill(office: Office, chinese: Translate | None = None) -> None:
    """Founds the company and enters the sample as it would have grown until today; the same day gives the same records.

    The store's clock goes along with what is entered and is set back at the end.

    Args:
        chinese: the language of the two issued reports; None leaves them out.
    """
    store = office.store
    clock, today, random, ids, files = store.clock, store.today(), Random(SEED), Ids(), Files(store)
    agenda = Agenda(today)
    now = min(clock(), moment(store, today, 17, 30))
    morning = moment(store, agenda.first, 9, 0)
    try:
        store.clock = partial(standing, morning)
        office.company.found(COMPANY["legal_name"])
        with store.write(
            N_("FinalAct", "Entered the sample's company, people, clients and sites"), person=CLERK
        ) as work:
            masters.company(work, files)
            masters.posts_and_units(work, ids)
            masters.people(work, ids, today, random)
            masters.clients_and_sites(work, ids, today)
            training.courses_and_standards(work, ids, today)
            training.earlier_records(work, ids, agenda.first, random)
            inspections.checklists(work, ids, agenda.first)
        book = problems.ProblemBook(agenda, ids, random)
        plans.plans(agenda, ids)
        training.sessions(agenda, ids, random)
        training.certificates(agenda, ids, random)
        for week in range(WEEKS + 1):
            book.settle_on(agenda.first + timedelta(weeks=week))
        inspections.inspections(agenda, ids, book, Random(SEED_OF_INSPECTIONS))
        problems.others(agenda, ids)
        book.settle_on(today, last=True)
        agenda.on(today, lambda work: problems.pictures(work, files))
        agenda.carry_out(store, now)
        if chinese is not None:
            store.clock = partial(standing, now)
            reports.issue(office, ids, today, chinese)
    finally:
        store.clock = clock
