"""A report in a language: made, signed, verified, and its first page drawn as the preview draws it."""

from datetime import UTC, datetime
from typing import Literal

from laborqa_desktop.self_test.runner import Bench, Broken, Figures

WIDTH_PX = 900
LEAST_INK = 0.002
"""Share of dark dots on a page that holds words; an empty one has none."""


def issue(bench: Bench, language: Literal["zh", "en"]) -> Figures:
    """Signs a report and verifies it; the same file with one digit changed must not verify.

    Raises:
        Broken: the verdict is wrong.
    """
    from laborqa_desktop.catalogue import translator
    from laborqa_desktop.usecases.reporting import Request
    office = bench.office
    client, site = office.records.by_code("client", "C1"), office.records.by_code("site", "S001")
    month = datetime.now(UTC).date().replace(day=1)
    request = Request(client_id=client if language == "zh" else None, site_id=site if language == "en" else None,
                      month=month, language=language)
    target = bench.folder / f"报告 {language}.pdf"
    issued = office.issuing.issue(request, translator(language), target)
    data = target.read_bytes()
    checked = office.verifying.verify(data)
    if not checked.is_good:
        raise Broken(f"the signed report does not verify: {checked.why}")
    spoiled = bytes([*data[:1000], data[1000] ^ 1, *data[1001:]])
    if office.verifying.verify(spoiled).is_good:
        raise Broken("a changed report verifies")
    bench.reports[language] = data
    return {"number": issued.code, "bytes": len(data)}


def draw_first_pages(bench: Bench) -> Figures:
    """Draws the first page of each report.

    Raises:
        Broken: the page is empty.
    """
    from laborqa_desktop.views.report.pdf_view import PdfFile
    figures: Figures = {}
    for language, data in bench.reports.items():
        file = PdfFile(data)
        try:
            image = file.render(0, WIDTH_PX)
        finally:
            file.close()
        ink = _dark(bytes(image.convertToFormat(image.Format.Format_Grayscale8).constBits()))
        if ink < LEAST_INK:
            raise Broken(f"the first page ({language}) is empty")
        figures[language] = {"pages": len(file.sizes), "ink": round(ink, 4)}
    return figures


def _dark(dots: bytes) -> float:
    return sum(dots.count(value) for value in range(128)) / max(len(dots), 1)
