"""Writes the page of the guide that explains every field, from the descriptions and packaging/field_notes.tsv.

PYTHONPATH=. .venv/bin/python packaging/field_page.py
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from catalogue import chinese
from laborqa_desktop.records import TYPES
from laborqa_desktop.records.field import Field, Kind, RecordType
from laborqa_desktop.records.personal import DataClass, class_of_field
from laborqa_desktop.text import Translate
from laborqa_desktop.views.guide_pages import FIELDS, PAGES, titles

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "guide" / "zh" / FIELDS
NOTES = ROOT / "packaging" / "field_notes.tsv"
MOST_CHOICES = 14
HEAD = """# 栏目说明

每一种资料的每一栏：填什么，怎么填。光标在某一栏时按 F1，就打开这里的那一栏。红星 * 的栏目必须填写，填不全也会存成草稿。
"""
_KINDS = {
    Kind.LONG_TEXT: "文字，可以多行", Kind.INT: "整数", Kind.DECIMAL: "数字", Kind.MONEY: "金额（元）",
    Kind.PERCENT: "百分数，0 到 100", Kind.DATE: "日期，例如 2026-11-22、5.1；Ctrl+; 填今天",
    Kind.MOMENT: "日期和时间", Kind.BOOL: "勾选，空格切换", Kind.IMAGE: "图片，拖入、粘贴或选择",
}


def notes() -> dict[tuple[str, str], str]:
    """(type, field) -> what the description does not say.

    Raises:
        ValueError: a line has not three parts.
    """
    found = {}
    for line in NOTES.read_text(encoding="utf-8").splitlines():
        key, field, words = line.split("\t")
        found[key, field] = words
    return found


def page(translate: Translate) -> str:
    """The page in Markdown."""
    said = notes()
    return HEAD + "".join(part for key, kind in TYPES.items() for part in _type(key, kind, translate, said))


def _type(key: str, kind: RecordType, translate: Translate, said: dict[tuple[str, str], str]) -> Iterator[str]:
    yield f"\n## {kind.title.say(translate)}\n\n"
    name = PAGES[key]
    yield f"怎么用这一页，见[{titles()[name]}]({name})。\n"
    for field in kind.fields:
        star = " *" if field.required else ""
        yield f"\n### {field.label.say(translate)}{star}\n\n"
        yield "".join(_sentences(key, kind, field, translate, said)) + "\n"


def _sentences(key: str, kind: RecordType, field: Field, translate: Translate,
               said: dict[tuple[str, str], str]) -> Iterator[str]:
    if field.read_only:
        yield "由程序填写。"
    else:
        yield f"{_sort(field, translate)}。"
    if field.help is not None:
        yield field.help.say(translate)
    if (key, field.key) in said:
        yield said[key, field.key]
    if field.mask is not None:
        yield "平时遮住，按 F2 查看，谁看过会记入修改记录。"
    if class_of_field(kind, field) > DataClass.BUSINESS:
        yield "属于个人信息，导出和打印时默认不带。"


def _sort(field: Field, translate: Translate) -> str:
    if field.kind is Kind.CHOICE and field.labels is not None:
        names = [text.say(translate) for text in field.labels.values()]
        more = "……" if len(names) > MOST_CHOICES else ""
        return f"选择：{'、'.join(names[:MOST_CHOICES])}{more}"
    if field.kind is Kind.REF:
        title = TYPES[field.target].title.say(translate) if field.target in TYPES else "人员"
        return f"从{title}里选：输名称、编号或拼音，↓ 选，回车确定"
    if field.kind is Kind.ROWS:
        return f"表格，每行：{'、'.join(one.label.say(translate) for one in field.rows)}"
    if field.kind in (Kind.TEXT, Kind.CODE):
        return f"文字，最多 {field.max_length} 字"
    return _KINDS[field.kind]


def main() -> int:
    """Writes the page in Chinese."""
    PAGE.write_text(page(chinese()), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
