"""Both languages are complete: what the source marks, the catalogues hold."""

import inspect
import subprocess
import sysconfig
from enum import StrEnum
from pathlib import Path

import pytest

from catalogue import CHINESE, ENGLISH, PROGRAM, Catalogue, english_plurals, placeholders, read_words
from laborqa_desktop.models import enums
from source_texts import SourceText, source_texts

TEXTS, BAD_MARKS = source_texts(PROGRAM)


def test_every_mark_can_be_read() -> None:
    assert [f"{mark.place}: {mark.reason}" for mark in BAD_MARKS] == []


def test_english_has_straight_quotation_marks() -> None:
    """In a Chinese font the round ones are as wide as a character."""
    assert [f"{text.place}: {text.source}" for text in TEXTS if set("“”") & set(text.source)] == []


def test_what_goes_on_ends_with_one_mark_in_both_languages() -> None:
    """The same bar must not say 正在导出… in one place and 正在导出…… in another."""
    words = [(key, form) for key, forms in Catalogue(CHINESE).translations().items() for form in (key[1], *forms)]
    assert [(key, form) for key, form in words if "……" in form or "..." in form] == []


def test_the_chinese_catalogue_holds_what_the_source_marks_and_nothing_else() -> None:
    marked = {(text.context, text.source): text.place for text in TEXTS}
    held = Catalogue(CHINESE).translations().keys()
    assert [f"{place}: {key[1]}" for key, place in marked.items() if key not in held] == []
    assert [key for key in held if key not in marked] == []


@pytest.mark.parametrize("file", [CHINESE, ENGLISH], ids=["zh_CN", "en"])
def test_nothing_is_unfinished(file: Path) -> None:
    catalogue = Catalogue(file)
    assert catalogue.unfinished() == []
    assert [key for key, forms in catalogue.translations().items() if not all(form.strip() for form in forms)] == []


@pytest.mark.parametrize("file", [CHINESE, ENGLISH], ids=["zh_CN", "en"])
def test_both_languages_name_the_same_places(file: Path) -> None:
    for key, forms in Catalogue(file).translations().items():
        for form in forms:
            assert placeholders(form) == placeholders(key[1]), key


def test_english_has_both_forms_of_each_plural() -> None:
    plurals = {(text.context, text.source) for text in TEXTS if text.plural}
    assert {key for key, forms in Catalogue(ENGLISH).translations().items() if len(forms) == 2} == plurals


ENUMS = [thing for _, thing in inspect.getmembers(enums, inspect.isclass) if issubclass(thing, StrEnum)]


@pytest.mark.parametrize("enum", [enum for enum in ENUMS if enum is not StrEnum], ids=lambda enum: enum.__name__)
def test_every_value_of_an_enumeration_has_a_label(enum: type[StrEnum]) -> None:
    assert list(enums.LABELS[enum]) == [member.value for member in enum]


def test_the_catalogue_builds(tmp_path: Path) -> None:
    tool = Path(sysconfig.get_path("scripts")) / "pyside6-lrelease"
    built = tmp_path / "zh.qm"
    subprocess.run([str(tool), "-silent", "-fail-on-unfinished", str(CHINESE), "-qm", str(built)], check=True)
    assert built.stat().st_size > 0


def test_marks_are_found_as_qt_finds_them(tmp_path: Path) -> None:
    (tmp_path / "window.py").write_text(
        'TITLE = N_("Staff", "Full "\n    "name")\n'
        "class Window:\n"
        '    def show(self):\n        self.tr("%n record(s)", "", 3)\n'
        "    class Inner:\n        pass\n"
        '    def hide(self, word):\n        self.tr("Bye")\n        self.tr(f"{word}")\n'
        'N_("Staff", TITLE)\n', encoding="utf-8")
    texts, bad = source_texts(tmp_path)
    assert [(text.context, text.source, text.plural) for text in texts] == [
        ("Staff", "Full name", False), ("Window", "%n record(s)", True), ("Window", "Bye", False)]
    assert [mark.place.split(":")[1] for mark in bad] == ["10", "11"]
    assert english_plurals([("Window", "%n record(s)")]) == {("Window", "%n record(s)"): ["%n record", "%n records"]}
    assert isinstance(texts[0], SourceText)


def test_a_translation_that_loses_a_place_is_refused(tmp_path: Path) -> None:
    words = tmp_path / "words.tsv"
    words.write_text("Staff\tHello {name}\t你好\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"words\.tsv:1"):
        read_words([words])


LEFT_BEHIND = ("第二处", "第二存放处", "对应关系", "锚点", "映射", "撤除", "恢复演练", "放回备份", "试运行")
"""Words that the office did not understand; each has one plain word in its place."""


def test_words_the_office_did_not_understand_stay_away() -> None:
    """What people type into the search may still be the old word."""
    texts = {f"{key[0]}: {key[1]}": " ".join(forms) for key, forms in Catalogue(CHINESE).translations().items()
             if key[0] not in ("OtherWords", "Commands")}
    pages = (PROGRAM.parent / "docs" / "guide" / "zh").glob("*.md")
    guide = {page.name: page.read_text(encoding="utf-8") for page in pages}
    assert [(place, word) for place, text in (texts | guide).items() for word in LEFT_BEHIND if word in text] == []
