"""The monthly report as real tools read it: qpdf, pdftotext, page-validation."""

import json
import subprocess
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import page
import pytest

from laborqa_desktop.errors import Refused
from laborqa_desktop.reports import data as d
from laborqa_desktop.reports.archive import Language
from laborqa_desktop.reports.quality import RenderInfo, render
from laborqa_desktop.text import N_, english
from tests.unit.reports.factory import RARE, empty, rich


def make(tmp_path: Path, report: d.QualityReport, language: Language = "zh") -> tuple[Path, RenderInfo]:
    path = tmp_path / "report.pdf"
    return path, render(report, english, language, path)


def text_of(path: Path) -> str:
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True, text=True).stdout


def flat(words: str) -> str:
    return "".join(words.split())


def assert_valid(path: Path) -> None:
    checked = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    for profile in ("3a", "ua1"):
        result = page.validate_pdf(str(path), profile=profile, limits=page.SafetyLimits.unlimited())
        assert result.is_compliant, [(f.rule_id, f.message) for f in result.failures][:5]


def embedded(path: Path) -> bytes:
    shown = subprocess.run(["qpdf", "--show-attachment=report-data.json", str(path)], capture_output=True, check=True)
    return shown.stdout


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("report", [rich(), empty(), rich(200, 80)], ids=["rich", "empty", "long"])
def test_archive_and_accessibility(tmp_path: Path, report: d.QualityReport, language: Language) -> None:
    path, info = make(tmp_path, report, language)
    assert_valid(path)
    pages = subprocess.run(["qpdf", "--show-npages", str(path)], capture_output=True, text=True, check=True).stdout
    assert int(pages) == info.pages


def test_rare_names_read_back_in_both_faces(tmp_path: Path) -> None:
    report = rich()
    in_bold = replace(report.cover, provider=replace(report.cover.provider, name="".join(RARE)))
    path, _ = make(tmp_path, replace(report, cover=in_bold))
    text = flat(text_of(path))
    assert "".join(RARE) in text
    for name in RARE:
        assert text.count(name) > 2


def test_same_data_same_bytes() -> None:
    first, second = BytesIO(), BytesIO()
    render(rich(), english, "zh", first)
    render(rich(), english, "zh", second)
    assert first.getvalue() == second.getvalue()


def test_cover_prints_the_hash_of_the_data_file(tmp_path: Path) -> None:
    path, info = make(tmp_path, rich())
    assert info.data_sha256 in flat(text_of(path))
    data = json.loads(embedded(path))
    assert data["inspections"]["figures"][0][1]["num"] == 355
    assert len(data["inspections"]["rows"]) == 60
    assert data["inspections"]["rows"][0]["score"]["num"].replace(".", "").isdigit()


def test_sections_keep_their_numbers_when_others_are_absent(tmp_path: Path) -> None:
    path, _ = make(tmp_path, replace(rich(), staffing=None, problems=None))
    text = text_of(path)
    for heading in ("2 Key figures", "5 Inspection results", "7 Corrective actions", "14 Confirmation"):
        assert flat(heading) in flat(text)
    assert "People and attendance" not in text


def test_a_month_without_data_has_no_rates(tmp_path: Path) -> None:
    path, _ = make(tmp_path, empty())
    text = text_of(path)
    assert "No inspections are recorded for this month." in text
    assert "No problems are recorded for this month." in text
    cards = text[text.index("This month in brief") : text.index("How the figures")]
    assert "0.0%" not in cards
    assert "100" not in cards
    assert "—" in cards
    assert "No records this month." in text


def test_small_sample_is_said_instead_of_a_rate(tmp_path: Path) -> None:
    path, _ = make(tmp_path, rich())
    text = text_of(path)
    assert flat("sample too small (n=3)") in flat(text)
    assert "66.7%" not in text


def flat_spaces(text: str) -> str:
    return " ".join(text.split())


def test_draft_is_marked_and_a_numbered_report_is_not(tmp_path: Path) -> None:
    assert "DRAFT" in text_of(make(tmp_path, empty())[0])
    assert "DRAFT" not in text_of(make(tmp_path, rich())[0])


def test_correction_names_the_earlier_version_and_its_changes(tmp_path: Path) -> None:
    text = text_of(make(tmp_path, rich())[0])
    assert text.count("QR-202610-DHKJ-003-V1") == 2
    assert "354 / 368" in text
    assert "QR-202610-DHKJ-003-V2, version 2" in text


def test_a_heading_never_stands_alone_at_the_end_of_a_page(tmp_path: Path) -> None:
    for rows in range(1, 40, 3):
        path, info = make(tmp_path, rich(rows, rows), "en")
        for page_no in range(2, info.pages + 1):
            shown = subprocess.run(["pdftotext", "-layout", "-f", str(page_no), "-l", str(page_no), str(path), "-"],
                                   capture_output=True, check=True, text=True).stdout
            last = [" ".join(line.split()) for line in shown.splitlines() if line.strip()][-2]
            assert last not in HEADINGS, (rows, page_no)
            assert not last.startswith(("No. ", "Category ", "Item ", "Post ")), (rows, page_no, last)


HEADINGS = ("By type", "Weakest", "Best", "All inspections of the month", "6 Problem analysis", "By severity",
            "By site or area", "Problems that came back", "7 Corrective actions", "Before and after",
            "12 Next month's plan", "13 Annexes", "14 Confirmation and signatures", "People by post")


def test_the_contents_name_the_page_of_each_section(tmp_path: Path) -> None:
    text = text_of(make(tmp_path, rich(80, 80), "en")[0])
    cover, *pages = text.split("\f")
    lines = [flat_spaces(line) for line in cover.splitlines()]
    titles = ("1 This month in brief", "7 Corrective actions", "14 Confirmation and signatures", "Annex B: further")
    for title in titles:
        number = next(i for i, words in enumerate(pages, 2) if title in flat_spaces(words))
        assert any(line.startswith(title) and line.endswith(f" {number}") for line in lines), (title, number, lines)


def test_month_and_number_stay_in_the_header_beside_names_of_any_length(tmp_path: Path) -> None:
    report = rich(1, 1)
    provider = replace(report.cover.provider, name="江城劳务服务有限公司" * 20)
    client = "San Francisco Department of Public Health " * 6
    cover = replace(report.cover, client=client, scope_site="", provider=provider)
    text = text_of(make(tmp_path, replace(report, cover=cover), "en")[0])
    header = flat_spaces(text.split("\f")[1].splitlines()[0])
    assert header.endswith("October 2026 · QR-202610-DHKJ-003-V2")
    assert "San Fran" in header


def test_three_weeks_make_no_control_chart_and_the_report_says_so(tmp_path: Path) -> None:
    report = rich(5, 1)
    assert report.inspections
    few = replace(report.inspections, samples=report.inspections.samples[:3])
    text = text_of(make(tmp_path, replace(report, inspections=few), "en")[0])
    assert "No control chart: it has 3 points and needs at least 4." in text
    assert "UCL" not in text


def test_what_is_the_same_in_all_rows_is_said_once(tmp_path: Path) -> None:
    report = rich(30, 1)
    assert report.inspections
    rows = tuple(replace(row, site="一号楼", inspector="张伟") for row in report.inspections.rows)
    text = text_of(make(tmp_path, replace(report, inspections=replace(report.inspections, rows=rows)))[0])
    annex = flat_spaces(text[text.rindex("Annex A") :])
    assert "The same in all 30 rows: Site: 一号楼" in annex
    assert annex.count("一号楼") == 1


def test_two_empty_signature_fields_on_one_page(tmp_path: Path) -> None:
    path, info = make(tmp_path, rich())
    shown = subprocess.run(["qpdf", "--json", "--json-key=acroform", str(path)], capture_output=True, check=True).stdout
    fields = json.loads(shown)["acroform"]["fields"]
    assert [f["fullname"] for f in fields] == ["provider", "client"]
    assert len({f["pageposfrom1"] for f in fields}) == 1
    assert all(f["value"] is None for f in fields)
    assert fields[0]["pageposfrom1"] <= info.pages


def test_more_than_fifty_actions_go_to_an_annex(tmp_path: Path) -> None:
    text = text_of(make(tmp_path, rich(actions=80))[0])
    assert "The first 50 of 80" in flat_spaces(text)
    assert text.index("NC-2026-0050") < text.rindex("Annex B:") < text.index("NC-2026-0051")
    assert "NC-2026-0080" in text


HOSTILE = (
    "<b>unclosed <img src='/etc/passwd'/> & </para> &lt; ]]>",
    "A" * 300,
    "很长的名字" * 60,
    "control \x00\x01\x08\x1b\u202e\u200b end",
    "percent %s %d {place} \\ ( ) ) (",
    "first\r\nsecond\ttab\u2028third",
)


@pytest.mark.parametrize("words", HOSTILE, ids=["markup", "latin", "chinese", "control", "format", "lines"])
def test_hostile_text_prints_as_text_in_every_place(tmp_path: Path, words: str) -> None:
    report = rich(30, 4)
    assert report.inspections
    assert report.actions
    assert report.staffing
    assert report.problems
    hostile = replace(
        report,
        cover=replace(
            report.cover,
            client=words,
            scope_site=words,
            contracts=(words,),
            prepared_by=words,
            provider=replace(report.cover.provider, name=words, address=words),
        ),
        summary=d.Summary(words, (words,), (words,), (words,)),
        kpis=tuple(replace(k, name=words, definition=words) for k in report.kpis),
        inspections=replace(
            report.inspections,
            rows=tuple(
                replace(r, site=words, remark=words, inspector=words, number=words) for r in report.inspections.rows
            ),
            areas=(d.ScoreRow(words, d.Figure(90, 1, "points"), 3, words),),
            worst=(d.ScoreRow(words, d.Figure(9, 10), 3, words),),
        ),
        problems=replace(
            report.problems, categories=(d.CountRow("a", words, 81),), repeats=(d.RepeatRow(words, words, words, 2),)
        ),
        actions=replace(
            report.actions,
            rows=tuple(replace(r, description=words, owner=words) for r in report.actions.rows),
            photos=(d.PhotoPair("1", words, b"no picture at all", None, words, words),),
        ),
        annexes=(d.AnnexRow(words, words, words),),
        signing=d.Signing(7, words),
    )
    path, _ = make(tmp_path, hostile)
    assert_valid(path)
    text = flat(text_of(path))
    if words.startswith("<b>"):
        assert flat("<img src='/etc/passwd'/>") in text
    if words.startswith("percent"):
        assert flat("%s %d {place} \\") in text
    assert "\x1b" not in text


def test_a_field_of_20_000_characters_prints_and_one_more_is_refused(tmp_path: Path) -> None:
    report = rich(1, 1)
    assert report.actions
    row = report.actions.rows[0]

    def with_text(text: str) -> d.QualityReport:
        return replace(
            report,
            actions=replace(report.actions or d.Actions(0), rows=(replace(row, description=text),)),
            summary=d.Summary(text),
        )

    path, _ = make(tmp_path, with_text("字" * 20_000))
    assert_valid(path)
    assert flat(text_of(path)).count("字") >= 40_000
    path.unlink()
    with pytest.raises(Refused, match=r"NC-2026-0001.*20001"):
        make(tmp_path, replace(with_text(""), actions=with_text("字" * 20_001).actions))
    assert not path.exists()


def test_a_character_without_glyph_names_record_and_character(tmp_path: Path) -> None:
    report = rich(3, 1)
    assert report.inspections
    rows = (replace(report.inspections.rows[0], remark="ok \U000e1234"),)
    with pytest.raises(Refused, match=r"IN-2026-0001.*U\+E1234"):
        make(tmp_path, replace(report, inspections=replace(report.inspections, rows=rows)))
    assert not (tmp_path / "report.pdf").exists()


def test_real_size_668_inspections_and_1532_problems(tmp_path: Path) -> None:
    report = rich(668, 1532)
    assert report.problems
    categories = tuple(
        d.CountRow(str(i), f"Unclean or degraded floors walls or ceilings {i}", 60 - i if i < 50 else 1)
        for i in range(68)
    )
    report = replace(report, problems=replace(report.problems, total=1532, categories=categories))
    path, info = make(tmp_path, report, "en")
    assert_valid(path)
    assert info.size < 1_500_000
    assert "NC-2026-1532" in text_of(path)


def test_figures_of_every_unit(tmp_path: Path) -> None:
    kpis = (
        d.Kpi("a", d.Figure(Decimal("7.25"), None, "hours"), target=Decimal("8.50")),
        d.Kpi("b", d.Figure(5, 2, "days"), higher_is_better=False, target=Decimal(3)),
        d.Kpi("c", d.Figure(12345, None, "yuan")),
        d.Kpi("d", d.Figure(0, 0)),
        d.Kpi(N_("Report", "Figure"), d.Figure(1, 3, "points")),
    )
    text = text_of(make(tmp_path, replace(rich(), kpis=kpis, cover=replace(rich().cover, month=date(2024, 2, 1))))[0])
    for words in ("7.3 h", "≥ 8.5 h", "2.5 days", "≤ 3 days", "¥12345.00", "0.3", "February 2024"):
        assert words in text, words
