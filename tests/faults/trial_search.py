"""T32: what people and attackers type into a search box. The rows found are those a few lines of Python find."""

import random
import re
import unicodedata
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sqlalchemy import select

from laborqa_desktop.models.client import Site
from laborqa_desktop.records import TYPES
from laborqa_desktop.store import search as index
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.usecases.records import Records
from tests.factory import ACT
from tests.faults.trial import Outcome, Trial
from tests.faults.trial_imports import library

NAMES = (
    "蓝海大厦", "100% 保洁", "a_b_c", "O'Brien \"Plaza\"", "NOT AND OR", "near(x y)", "C++ * hall", "半角 ABC",
    "\uff21\uff22\uff23 全角", "Café Élan", "滨江 一号仓", "滨江一号 二仓", "x%y", "a-b:c^d", "{json}", "[brackets]",
    "\\back\\slash", "数据 2026-11", "䶮㛃𬱖", "Straße", "naïve", "1e5", "0001", "' OR 1=1 --", "SELECT * FROM site",
    "emoji 🙂 hall", "tab\tname", "A&B", "50‰", "№ 7",
)
BITS = (
    "%", "_", "'", '"', "OR", "AND", "NOT", "*", "\0", "NEAR(", ")", "(", "^", "-", ":", "a", "b", "c", "滨江",
    "一号", "仓", "蓝海", "caf", "ÉLAN", "abc", "ABC", "\uff21", "100", "2026", "o'br", "brien", "x", "x%y", "or 1",
    "near", "text:", "initials:", "{", "}", "\\", "  ", "\u3000", "\u200b", "\ud800", "🙂", "lhds", "bj", "bjyh",
    "0001", "1e5", "hall", "strasse", "ß", "\u0301", "保", "¨", "½", "ﬁ", "\n", "\t",
)


def tokens(text: str) -> list[str]:
    """Words of a text as the index keeps them: one form, small, without accents, Chinese characters one by one."""
    plain = unicodedata.normalize("NFKC", text)
    plain = "".join(mark for mark in unicodedata.normalize("NFD", plain.lower()) if unicodedata.category(mark) != "Mn")
    return re.findall(r"[\u2e80-\u9fff\U00020000-\U0003ffff]|[^\W_\u2e80-\u9fff\U00020000-\U0003ffff]+", plain)


def fits(site: tuple[str, ...], asked: str) -> bool:
    """Whether every word of a search stands in one of a record's texts, the last token by its beginning."""
    words = [found for word in unicodedata.normalize("NFKC", asked[:200]).split()[:12] if (found := tokens(word))]
    return bool(words) and all(any(_stands(tokens(text), word) for text in site)
                               or (len(word) == 1 and any(one.startswith(word[0]) for one in index.suffixes(site[:1])))
                               for word in words)


def _stands(text: list[str], word: list[str]) -> bool:
    last = word[-1]
    for at in range(len(text) - len(word) + 1):
        piece = text[at:at + len(word)]
        if piece[:-1] == word[:-1] and (piece[-1] == last if len(last) == 1 and last > "\u2e80"
                                        else piece[-1].startswith(last)):
            return True
    return False


def searches(count: int, seed: int, folder: Path) -> Outcome:
    """So many searches in a list, beside those in every other search box."""
    chance = random.Random(seed)
    failures: list[str] = []
    hits = 0
    with library(folder / "library") as store:
        with store.write(ACT) as work:
            for number, name in enumerate(NAMES):
                work.session.add(Site(code=f"S{number:03d}", name=name, service_type="cleaning",
                                      address=f"路{number}号"))
        records = Records(store)
        with store.read() as session:
            sites = {site.id: tuple(str(getattr(site, one) or "") for one in ("name", *(
                one for one in Site.search_text if one != "name"))) for site in session.scalars(select(Site))}
        boxes: list[Callable[[str], object]] = [partial(_count, records, key) for key in TYPES]
        boxes += [lambda words: records.search_everywhere(words), lambda words: records.options("person", words),
                  lambda words: records.facets("site", Query(search=words), "service_type")]
        for number in range(count):
            asked = (chance.choice(("", " ")).join(chance.choice(BITS) for _ in range(chance.randint(1, 5))))
            try:
                found = set(records.ids("site", Query(search=asked)))
                boxes[number % len(boxes)](asked)
            except Exception as error:
                failures.append(f"{asked!r}: {type(error).__name__} {str(error)[:100]}")
                continue
            right = {one for one, texts in sites.items() if fits(texts, asked)} if asked.strip() else set(sites)
            hits += len(found)
            if found != right:
                failures.append(f"{asked!r}: found {[sites[o][0] for o in found - right]} too many, "
                                f"{[sites[o][0] for o in right - found]} missing")
    return Outcome(count, tuple(failures), {"hits": hits, "boxes": len(boxes) + 1})


def _count(records: Records, key: str, words: str) -> object:
    return records.count(key, Query(search=words))


TRIALS = (Trial("T32", "wildcards and query syntax in search boxes", "what a reference finds, 0 exceptions", 300, 5000,
                searches),)
