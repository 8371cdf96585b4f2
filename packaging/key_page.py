"""Writes the page of the guide that lists all keys, from the same sheet as the program's.

PYTHONPATH=. .venv/bin/python packaging/key_page.py
"""

import sys
from pathlib import Path

from catalogue import chinese
from laborqa_desktop.text import Translate
from laborqa_desktop.views.key_sheet import sheet, title_of, written

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "guide" / "zh" / "16-keys.md"
HEAD = """# 快捷键一览

在程序里按 Ctrl+F1 或 Ctrl+/ 打开同样的一张表，可以搜索，可以打印。找不到快捷键的事，按 Ctrl+K 输入要做什么。
"""


def page(translate: Translate) -> str:
    """The page in Markdown."""
    parts = [HEAD]
    for group in sheet():
        parts.append(f"\n## {group.title.say(translate)}\n\n| 按键 | 作用 |\n| --- | --- |\n")
        parts += [f"| {written(line, translate)} | {title_of(line, translate)} |\n" for line in group.lines]
    return "".join(parts)


def main() -> int:
    """Writes the page in Chinese."""
    PAGE.write_text(page(chinese()), encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
