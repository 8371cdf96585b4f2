"""Makes the bundled fonts: Noto Sans SC without the glyphs and tables the program never uses.

    python packaging/trim_fonts.py REGULAR.ttf BOLD.ttf resources/fonts

The sources are the static TrueType files of Noto Sans SC 2.004 in the npm package @expo-google-fonts/noto-sans-sc
0.4.3. Static, because ReportLab prints a variable font as Thin; TrueType, because it refuses CFF outlines.
"""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

STANDARD_LIST = Path(__file__).with_name("general_standard_characters.txt")
RARE_IN_NAMES = (
    "㼆䶮㛃𬱖犇昇堃甡祎槑淼焱垚燚彧邨镕珺婞瑢沄玘烜媖曌仝亓乜逄妫郄缑鄢嬴奡頔龑"
    "㙍㛹㳘㮾㸆䎃䓨䗛䝙䢺䥽䦃䲟䲠䴓䴔䴙䴘䒟䜣"
)
SIGNS = (
    (0x0020, 0x007E), (0x00A0, 0x017F),                          # Latin
    (0x2000, 0x206F), (0x20A0, 0x20CF), (0x2100, 0x22FF),        # punctuation, currency, arrows, mathematics
    (0x2460, 0x27BF),                                            # circled numbers, boxes, ticks and crosses
    (0x2E80, 0x303F), (0x3200, 0x33FF),                          # radicals, Chinese punctuation, units
    (0xFE10, 0xFE4F), (0xFF00, 0xFFEF), (0xFFFD, 0xFFFD),        # vertical and full-width forms
)
GB18030_LEVEL_1 = ((0x3400, 0x4DB5), (0x4E00, 0x9FEF))           # GB 18030-2022; twelve more below
COMPATIBILITY = "﨎﨏﨑﨓﨔﨟﨡﨣﨤﨧﨨﨩"
TABLES_NOT_USED = ("GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "STAT", "gasp", "DSIG", "meta", "kern")
NAMES_KEPT = (0, 1, 2, 3, 4, 5, 6, 13, 14)                       # copyright and licence among them


def standard_characters() -> set[int]:
    """The 8,105 characters of the Table of General Standard Chinese Characters (State Council, 2013)."""
    return {ord(char) for char in STANDARD_LIST.read_text(encoding="utf-8") if not char.isspace()}


def regular_characters() -> set[int]:
    """What the text face covers: GB 18030-2022 level 2, which every product that shows names should reach."""
    return _spans(GB18030_LEVEL_1) | set(map(ord, COMPATIBILITY)) | bold_characters()


def bold_characters() -> set[int]:
    """What headings need; the report takes any other bold character from the text face."""
    return standard_characters() | set(_gb2312()) | set(map(ord, RARE_IN_NAMES)) | _spans(SIGNS)


def trim(source: Path, target: Path, characters: set[int]) -> int:
    """Writes a copy of the font with these characters only.

    Returns:
        the number of glyphs left.
    """
    options = subset.Options(
        layout_features=[], hinting=False, glyph_names=False, notdef_outline=True, name_IDs=list(NAMES_KEPT),
        recalc_timestamp=False,
    )
    options.drop_tables += TABLES_NOT_USED
    with subset.load_font(str(source), options) as font:
        subsetter = subset.Subsetter(options)
        subsetter.populate(unicodes=characters & set(font.getBestCmap()))
        subsetter.subset(font)
        subset.save_font(font, str(target), options)
    with TTFont(target) as trimmed:
        return int(trimmed["maxp"].numGlyphs)


def _spans(spans: Iterable[tuple[int, int]]) -> set[int]:
    return {code for first, last in spans for code in range(first, last + 1)}


def _gb2312() -> Iterator[int]:
    for row in range(0xA1, 0xF8):
        for cell in range(0xA1, 0xFF):
            char = bytes((row, cell)).decode("gb2312", "ignore")
            if char:
                yield ord(char)


def main() -> None:
    """Trims both faces and prints what they weigh."""
    parser = argparse.ArgumentParser(description="Trim the bundled fonts.")
    parser.add_argument("regular", type=Path)
    parser.add_argument("bold", type=Path)
    parser.add_argument("folder", type=Path)
    args = parser.parse_args()
    for source, name, characters in (
        (args.regular, "NotoSansSC-Regular.ttf", regular_characters()),
        (args.bold, "NotoSansSC-Bold.ttf", bold_characters()),
    ):
        target = args.folder / name
        glyphs = trim(source, target, characters)
        print(f"{name}: {glyphs} glyphs, {target.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
