"""Line breaking, fonts, and the small prints."""

import re
import subprocess
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import page
import pytest

from laborqa_desktop.errors import Refused
from laborqa_desktop.reports.archive import Archive, Language
from laborqa_desktop.reports.embedding import EmbeddedFont
from laborqa_desktop.reports.fonts import bold, regular
from laborqa_desktop.reports.recovery_sheet import RecoverySheet, render_recovery_sheet
from laborqa_desktop.reports.seal import FIELD_SIZE, Appearance, render_appearance
from laborqa_desktop.reports.table_print import PrintColumn, PrintGroup, Printout, print_table
from laborqa_desktop.reports.truetype import Face
from laborqa_desktop.reports.wrapping import clean, shorten, wrap
from laborqa_desktop.text import english
from tests.unit.reports.factory import CST, RARE, handwriting, picture

NOW = datetime(2026, 11, 2, 8, 0, tzinfo=CST)


def assert_valid(path: Path) -> None:
    assert subprocess.run(["qpdf", "--check", str(path)], capture_output=True, check=False).returncode == 0
    for profile in ("3a", "ua1"):
        result = page.validate_pdf(str(path), profile=profile, limits=page.SafetyLimits.unlimited())
        assert result.is_compliant, [(f.rule_id, f.message) for f in result.failures][:5]


def text_of(path: Path) -> str:
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True, text=True).stdout


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("四个汉字", ["四个汉字"]),
        ("一二三四五六", ["一二三四", "五六"]),
        ("一二三四，五六", ["一二三", "四，五六"]),
        ("一二三（四五）", ["一二三", "（四五）"]),
        ("ab cd efgh", ["ab cd", "efgh"]),
        ("", [""]),
        ("一\n二", ["一", "二"]),
        ("一二 三四 五", ["一二 三", "四 五"]),
    ],
)
def test_lines_break_where_a_reader_expects(text: str, lines: list[str]) -> None:
    assert wrap(text, 40.0, regular(), 10) == lines


def test_every_line_fits_and_nothing_is_lost() -> None:
    text = "A" * 500 + "很长" * 200 + " http://example.org/" + "x/y" * 90
    lines = wrap(text, 61.0, regular(), 7.5)
    assert all(regular().measure(line, 7.5) <= 61.02 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_a_very_long_text_loses_nothing() -> None:
    assert sum(map(len, wrap("字" * 200_000, 60.0, regular(), 7.5))) == 200_000


def test_invisible_characters_are_taken_out() -> None:
    assert clean("a\x00b\u202ec\u200bd\te\r\nf\ud800") == "abcd e\nf?"
    assert clean("䶮\u3000李") == "䶮 李"


def test_shorten_fits() -> None:
    assert shorten("短", 50, regular(), 10) == "短"
    short = shorten("很长的名字" * 10, 50, bold(), 10)
    assert short.endswith("…")
    assert bold().measure(short, 10) <= 50


@pytest.mark.parametrize("face", [regular, bold])
def test_both_faces_have_rare_names(face: object) -> None:
    assert face().missing("".join(RARE) + "䶮㛃𬱖㼆堃喆犇①②③④⑤⑥●▲▼◆○□—…≥≤×→−") == []  # type: ignore[operator]


def test_more_characters_than_plain_codes_are_written_in_hexadecimal() -> None:
    font = EmbeddedFont(regular())
    many = "".join(map(chr, range(0x4E00, 0x4E00 + 9000)))
    for character in many:
        font.encode(character)
    assert font.encode("一") == "(!!)"
    assert font.encode(many[8990]).startswith("<")


def test_a_font_that_cannot_be_embedded_is_refused(tmp_path: Path) -> None:
    broken = tmp_path / "x.ttf"
    broken.write_bytes(b"\0\1\0\0\0\x09rest")
    with pytest.raises(ValueError, match="not a usable font"):
        Face(broken)


LIST = Printout(
    "检查记录 <b>",
    "江城劳务服务有限公司",
    NOW,
    "筛选：2026-10",
    (PrintColumn("编号", fitted=True), PrintColumn("人员"), PrintColumn("得分", right=True)),
    [(f"IN-{i:04d}", RARE[i % 4], "96.0") for i in range(120)],
    person="李䶮",
)


def test_a_list_prints_over_pages(tmp_path: Path) -> None:
    path = tmp_path / "list.pdf"
    assert print_table(LIST, english, "zh", path) > 2
    assert_valid(path)
    text = text_of(path)
    assert "IN-0119" in text
    assert "检查记录 <b>" in text
    assert text.count("编号") == int(
        subprocess.run(["qpdf", "--show-npages", str(path)], capture_output=True, check=True).stdout
    )


def test_an_empty_list_says_so(tmp_path: Path) -> None:
    path = tmp_path / "list.pdf"
    print_table(replace(LIST, rows=[]), english, "en", path)
    assert "The list is empty." in text_of(path)


def test_a_heading_as_high_as_a_page_leaves_room_for_rows(tmp_path: Path) -> None:
    path = tmp_path / "list.pdf"
    columns = (PrintColumn("字" * 3000), PrintColumn("b"), PrintColumn("c"))
    assert print_table(replace(LIST, columns=columns), english, "zh", path) < 20


def test_a_record_prints_its_groups(tmp_path: Path) -> None:
    path = tmp_path / "record.pdf"
    groups = (
        PrintGroup("基本信息", (("姓名", "李䶮"), ("地址", "很长的地址" * 80))),
        PrintGroup("经历", (), (PrintColumn("入职"),), (("2020-01-01",),)),
    )
    print_table(replace(LIST, columns=(), rows=[], groups=groups, landscape=False), english, "zh", path)
    assert_valid(path)
    assert "2020-01-01" in text_of(path)


def test_a_printed_cell_without_glyph_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"IN-1.*U\+E1234"):
        print_table(replace(LIST, rows=[("IN-1", "\U000e1234", "")]), english, "zh", tmp_path / "x.pdf")


def test_recovery_sheet(tmp_path: Path) -> None:
    path = tmp_path / "code.pdf"
    render_recovery_sheet(RecoverySheet("江城劳务", "2026", "K7QF-2M9D-XT4R-8HNC-51VW-0JZP", NOW), english, "en", path)
    assert_valid(path)
    assert "K7QF2M9DXT4R8HNC51VW0JZP" in "".join(text_of(path).split())
    for company in ("江城劳务", "江城劳务服务有限公司" * 6):
        render_recovery_sheet(RecoverySheet(company, "资料 2026", "K7QF-2M9D-XT4R-8HNC-51VW-0JZP-AB12", NOW), english,
                              "en", path)
        info = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True).stdout
        assert "Pages:           1\n" in info


@pytest.mark.parametrize(
    "seal", [None, picture("red", "seal"), handwriting(), b"broken"], ids=["sample", "jpeg", "alpha", "broken"]
)
def test_appearance_of_a_signature(tmp_path: Path, seal: bytes | None) -> None:
    path = tmp_path / "seal.pdf"
    who = Appearance(
        "李䶮" * 20, "江城劳务服务有限公司" * 3, NOW, "3F2A 91C0", seal, handwriting(), sample=seal is None
    )
    path.write_bytes(render_appearance(who, english, "zh"))
    assert_valid(path)
    info = subprocess.run(["pdfinfo", str(path)], capture_output=True, text=True, check=True).stdout
    assert f"{FIELD_SIZE[0]:g} x {FIELD_SIZE[1]:g} pts" in info
    assert "Pages:           1\n" in info
    fonts = subprocess.run(["pdffonts", str(path)], capture_output=True, text=True, check=True).stdout
    assert all(" yes yes yes" in line for line in fonts.splitlines()[2:])
    assert "李䶮" in text_of(path)
    assert ("SAMPLE" in text_of(path)) == (seal is None)


def test_a_box_never_leaves_the_house() -> None:
    archive = Archive("标题", "公司", "zh", NOW)
    archive.new_page().text(10, 10, "\U000e1234", 9)
    with pytest.raises(Refused, match=r"标题.*U\+E1234"):
        archive.to_bytes()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", [f"江城{''.join(RARE)}劳务公司" * 30, "Facility Services Company " * 12, "W" * 300])
def test_a_name_of_300_characters_stays_beside_the_seal_and_inside_the_field(
    tmp_path: Path, name: str, language: Language
) -> None:
    path = tmp_path / "seal.pdf"
    seal = picture("red", "seal")
    path.write_bytes(render_appearance(Appearance(name[:300], name[:300], NOW, "3F2A 91C0", seal), english, language))
    shown = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, check=True).stdout
    pattern = rb'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">'
    boxes = [tuple(map(float, box)) for box in re.findall(pattern, shown)]
    width, height = FIELD_SIZE
    assert len(boxes) > 8
    for left, top, right, bottom in boxes:
        assert left >= 0
        assert right <= width - min(height - 4, width * 0.46)
        assert top >= 0
        assert bottom <= height
