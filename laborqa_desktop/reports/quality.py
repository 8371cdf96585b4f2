"""The client's monthly service-quality report: puts the sections together and writes the tagged PDF."""

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from laborqa_desktop import collector
from laborqa_desktop.reports.archive import Archive, Language, put
from laborqa_desktop.reports.checking import check, texts_of
from laborqa_desktop.reports.data import QualityReport
from laborqa_desktop.reports.embedded import data_file, digest
from laborqa_desktop.reports.figures import Speaker, minute
from laborqa_desktop.reports.flow import Flow
from laborqa_desktop.reports.fonts import regular
from laborqa_desktop.reports.furniture import Furniture, furnish
from laborqa_desktop.reports.metadata import Embedded
from laborqa_desktop.reports.sections.actions import write_action_annex, write_actions
from laborqa_desktop.reports.sections.closing import write_annexes, write_next_month, write_signing
from laborqa_desktop.reports.sections.cover import DATA_NAME, TITLE, write_contents, write_correction, write_cover
from laborqa_desktop.reports.sections.inspections import write_inspection_annex, write_inspections
from laborqa_desktop.reports.sections.problems import write_problems
from laborqa_desktop.reports.sections.staffing import write_staffing
from laborqa_desktop.reports.sections.summary import write_kpis, write_summary
from laborqa_desktop.reports.theme import TINY
from laborqa_desktop.reports.wrapping import clean, shorten
from laborqa_desktop.text import N_, Translate

_FILE_TITLE = N_("Report", "{title}: {subject}, {month}")
_HEADER = N_("Report", "{subject} · {month}")
_HEADER_NUMBERED = N_("Report", "{subject} · {month} · {number}")
_HEADER_GAP = 16.0
_FOOT = N_("Report", "Data up to {moment}")
_FOOT_NUMBERED = N_("Report", "Report no. {number} · data up to {moment}")
_DATA_TITLE = N_("Report", "All figures and rows of this report")


@dataclass(frozen=True)
class RenderInfo:
    """What was written.

    Attributes:
        pages: number of pages.
        size: bytes of the file.
        data_sha256: hash of the embedded data file, as printed on the cover.
    """

    pages: int
    size: int
    data_sha256: str


def render(report: QualityReport, translate: Translate, language: Language, out: BinaryIO | Path) -> RenderInfo:
    """Writes the report; the same report, language and fonts give the same bytes.

    Args:
        translate: answers for the chosen language.
        out: an open binary file, or a path that is written whole.

    Raises:
        Refused: a text is too long, or no font has one of its characters; nothing is written.
    """
    with collector.at_rest():       # many small objects without cycles: looks through them take a third
        check(texts_of(report))
        pdf, info = _build(report, Speaker(translate, report.min_sample), language)
    put(pdf, out)
    return info


def _build(report: QualityReport, speaker: Speaker, language: Language) -> tuple[bytes, RenderInfo]:
    cover = report.cover
    data = data_file(report)
    data_digest = digest(data)
    subject, month = clean(cover.scope_site or cover.client or cover.provider.name), speaker.month(cover.month)
    title = speaker.say(_FILE_TITLE.of(title=speaker.say(TITLE), subject=subject, month=month))
    archive = Archive(title, clean(cover.provider.name), language, cover.made)
    flow = Flow(archive, speaker)
    contents = write_cover(flow, cover, data_digest)
    _write_sections(flow, report)
    flow.need(0)
    write_contents(flow, contents)
    archive.attach(Embedded(DATA_NAME, "application/json", speaker.say(_DATA_TITLE), data))
    moment = minute(cover.cutoff)
    numbered = bool(cover.number)
    provider = clean(cover.provider.name)
    header = (_HEADER_NUMBERED if numbered else _HEADER).of(month=month, number=cover.number)
    taken = min(regular().measure(provider, TINY), flow.width / 2) + _HEADER_GAP
    room = flow.width - taken - regular().measure(speaker.say(header.of(subject="")), TINY)
    furnish(
        archive,
        Furniture(
            provider,
            speaker.say(header.of(subject=shorten(subject, room, regular(), TINY))),
            speaker.say((_FOOT_NUMBERED if numbered else _FOOT).of(number=cover.number, moment=moment)),
            cover=True,
            draft=not numbered,
        ),
        speaker,
    )
    pdf = archive.to_bytes()
    return pdf, RenderInfo(len(archive.pages), len(pdf), data_digest)


def _write_sections(flow: Flow, report: QualityReport) -> None:
    """All sections that are there; their numbers never shift."""
    if report.cover.correction:
        write_correction(flow, report.cover.correction)
    if report.summary:
        write_summary(flow, report.summary, report.kpis)
        write_kpis(flow, report.kpis)
    if report.staffing:
        write_staffing(flow, report.staffing)
    if report.inspections:
        write_inspections(flow, report.inspections)
    if report.problems:
        write_problems(flow, report.problems)
    if report.actions:
        write_actions(flow, report.actions)
    if report.next_month:
        write_next_month(flow, report.next_month)
    if report.annexes:
        write_annexes(flow, report.annexes)
    if report.signing:
        write_signing(flow, report.signing, report.cover)
    if report.inspections:
        write_inspection_annex(flow, report.inspections)
    if report.actions:
        write_action_annex(flow, report.actions)
