"""The pages of the user guide: which there are, what each is called, which place belongs to a screen or a field.

The guide is written in Chinese. A place is a page and the headings that lead to it; links name it as page.md#heading.
No widgets.
"""

import re
from dataclasses import dataclass
from functools import cache

from laborqa_desktop import paths
from laborqa_desktop.records.field import Field, RecordType
from laborqa_desktop.text import Translate

CONTENTS, KEYS, FIELDS = "README.md", "16-keys.md", "30-fields.md"
PAGES = {
    "today": "02-today.md", "reminders": "02-today.md", "staff": "03-people.md", "certificate": "03-people.md",
    "outsider": "03-people.md", "post": "03-people.md", "org_unit": "03-people.md", "job_standard": "04-training.md",
    "course": "04-training.md", "training_session": "04-training.md", "training_record": "04-training.md",
    "client": "05-clients.md", "contract": "05-clients.md", "site": "05-clients.md", "plan": "06-plans.md",
    "checklist": "07-inspections.md", "inspection": "07-inspections.md", "problem": "08-problems.md",
    "import": "09-import.md", "imports": "09-import.md", "report": "10-report.md", "verify": "11-verify.md",
    "company": "14-settings.md", "backup": "15-backup.md", "privacy": "21-privacy.md", "health": "22-health.md",
    "bin": "23-bin.md", "audit": "19-history.md", "about": "24-about.md"}
"""Screen -> its page of the guide."""
PARTS = {
    "AccessCard": "14-settings.md#密码与恢复码",
    "AppearanceCard": "14-settings.md#本机",
    "IdentityCard": "14-settings.md#签名证书",
    "AttachmentsPanel": "20-attachments.md",
    "HistoryPanel": "13-undo.md#历史",
    "AuditPage": "19-history.md#验证",
    "PlaceCard": "15-backup.md#备用位置",
    "ListCard": "15-backup.md#还原",
    "DueCard": "21-privacy.md#到期应删除",
    "RulesCard": "21-privacy.md#数据保存多久",
    "RequestCard": "21-privacy.md#本人的要求",
    "IncidentCard": "21-privacy.md#安全事件报告表",
    "RemindersPage": "02-today.md#提醒",
    "FigureCard": "02-today.md#数字和图",
    "ChartCard": "02-today.md#数字和图",
    "ImportHistory": "09-import.md#撤回一次导入",
    "StartCard": "07-inspections.md#开始一次检查",
    "SheetView": "07-inspections.md#用数字录入",
    "ResultBar": "07-inspections.md#提交",
    "StageCard": "08-problems.md#三步",
    "FactsCard": "08-problems.md#谁负责，何时改完",
    "ReportDialog": "10-report.md#预览",
    "PdfDialog": "10-report.md",
    "SigningCard": "10-report.md#签名",
    "FilterPopup": "12-lists.md#筛选",
    "BulkDialog": "12-lists.md#批量修改",
    "SearchEverywhere": "12-lists.md#到处搜索和命令",
    "KeysDialog": "16-keys.md",
    "CrashDialog": "17-questions.md#程序出错",
    "DifferenceView": "06-plans.md#两版差别",
}
"""Class of a part of a page or of a dialog -> the place of the guide about it, as page.md#heading."""
_HEADING = re.compile(r"^(#{1,4}) +(.+?)(?: \*)?$")
_MARKS = re.compile(r"[*`]|!?\[([^\]]*)\]\([^)]*\)")
_AROUND = 28


@dataclass(frozen=True)
class Place:
    """A page, and in it the last of these headings, each found after the one before; () is its top."""

    page: str
    headings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Section:
    """What stands under one heading. path: the headings that lead to it, its own last."""

    page: str
    path: tuple[str, ...]
    words: str


def place_of(screen: str) -> Place:
    """The place about a screen; the contents for one that has none, and for "keys" the keys."""
    return Place(KEYS if screen == "keys" else PAGES.get(screen, CONTENTS))


def place_of_field(kind: RecordType, field: Field, chinese: Translate) -> Place:
    """The place that explains a field.

    Args:
        chinese: the translation into Chinese, whatever the screen speaks.
    """
    return Place(FIELDS, (kind.title.say(chinese), field.label.say(chinese)))


def place_in(link: str) -> Place:
    """The place that a link names, such as 14-settings.md#什么时候锁定."""
    page, _, heading = link.partition("#")
    return Place(page, (heading,) if heading else ())


@cache
def sections() -> tuple[Section, ...]:
    """All sections of all pages, in order."""
    found = []
    for page in (CONTENTS, *titles()):
        path, lines = list[str](), list[str]()
        for line in (paths.guide_folder() / page).read_text(encoding="utf-8").splitlines():
            if heading := _HEADING.match(line):
                if path:
                    found.append(Section(page, tuple(path), _plain(lines)))
                path[len(heading[1]) - 1:] = [heading[2].strip()]
                lines = []
            else:
                lines.append(line)
        found.append(Section(page, tuple(path), _plain(lines)))
    return tuple(found)


def find(words: str, limit: int = 30) -> list[Section]:
    """The sections that hold all the words: first those whose heading does."""
    wanted = words.casefold().split()
    if not wanted:
        return []
    hits = [one for one in sections()
            if all(word in f"{' '.join(one.path)} {one.words}".casefold() for word in wanted)]
    return sorted(hits, key=lambda one: not all(word in one.path[-1].casefold() for word in wanted))[:limit]


def around(section: Section, words: str) -> str:
    """The piece of a section in which the first of the words stands."""
    first = (words.casefold().split() or [""])[0]
    at = max(0, section.words.casefold().find(first))
    start = max(0, at - _AROUND // 2)
    piece = section.words[start:start + 2 * _AROUND]
    return f"{'…' if start else ''}{piece}{'…' if start + 2 * _AROUND < len(section.words) else ''}"


def _plain(lines: list[str]) -> str:
    """The words of some lines of Markdown."""
    kept = (line.strip(" |-") for line in lines if not set(line) <= set("|- "))
    text = " ".join(part for line in kept if (part := line.replace(" | ", "，")))
    return _MARKS.sub(lambda found: found[1] or "", text)


@cache
def titles() -> dict[str, str]:
    """File name -> heading of each page, in the order of the guide."""
    found = {}
    for file in sorted(paths.guide_folder().glob("[0-9]*.md")):
        with file.open(encoding="utf-8") as lines:
            found[file.name] = next(lines).lstrip("# ").strip()
    return found
