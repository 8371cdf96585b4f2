"""How hard a new password is to guess: an estimate for people who choose one, in words, with what to do about it.

An estimate of our own, on purpose small: what everybody tries first (common words and their pinyin, rows of keys,
dates, repeats, the company's name) counts for little; the rest counts by the kinds of letters in it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from math import log2

from laborqa_desktop.text import N_, Text

SHORTEST = 8
"""Fewer letters are not taken; above that, nothing is."""
_FAIR, _STRONG = 40.0, 64.0
_KNOWN_BITS, _DATE_BITS, _ROW_BITS, _REPEAT_BITS = 9.0, 12.0, 6.0, 3.0
COMMON = (
    "password", "passwort", "letmein", "welcome", "iloveyou", "master", "monkey", "dragon", "sunshine", "princess",
    "football", "login", "admin", "administrator", "root", "test", "demo", "sample", "secret", "hello", "love", "pass",
    "user", "guest", "change", "me", "company", "office", "manager", "labor", "laborqa", "quality", "clean", "cleaning",
    "windows", "computer", "internet", "summer", "winter", "spring", "autumn", "china", "abc", "abcd", "abcde",
    "abcdef", "xyz", "woaini", "woaiwojia", "mima", "wodemima", "nihao", "zhongguo", "beijing", "shanghai",
    "guangzhou", "shenzhen", "hangzhou", "wuhan", "chengdu", "nanjing", "gongsi", "laowu", "baojie", "baoan", "wuye",
    "anquan", "guanli", "guanliyuan", "zhiliang", "fuwu", "yonghu", "caiwu", "renshi", "bangong", "bangongshi",
    "laoban", "jingli", "wangwei", "zhangwei", "lili", "wangfang", "liwei", "zhangsan", "lisi", "wangwu", "xiaoming",
    "zhang", "wang", "chen", "yang", "zhao", "huang", "zhou", "liu", "sun", "hong", "ming", "mama", "baba", "laopo",
    "laogong", "baobao", "qinai", "kaixin", "facai", "gongxi", "xinnian", "shengri", "jiayou", "aini",
    "5201314", "1314520", "520", "1314", "666", "888", "168", "密码", "我爱你", "公司", "劳务", "保洁", "物业", "管理",
    "管理员", "你好", "中国", "北京", "上海", "新年快乐", "发财", "加油", "老板", "经理", "办公室", "质量", "服务",
    "安全",
)
_ROWS = ("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qazwsxedcrfvtgbyhnujmikolp", "1qaz2wsx3edc4rfv5tgb",
         "abcdefghijklmnopqrstuvwxyz", "!@#$%^&*()")
_DATE = re.compile(r"(?:19|20)\d\d[-./年]?(?:0?[1-9]|1[0-2])?[-./月]?(?:0?[1-9]|[12]\d|3[01])?日?|"
                   r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_REPEAT = re.compile(r"(.{1,4}?)\1{2,}")
_GONE = "\0"
_LETTERS = str.maketrans("0134578@$!", "oieastb" + "asi")


class Level(Enum):
    """How hard to guess."""

    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


@dataclass(frozen=True)
class Strength:
    """The estimate. words: level and what to do."""

    level: Level
    words: Text


_ADVICE = {
    "short": N_("Strength", "Weak: at least 8 characters."),
    "name": N_("Strength", "Weak: the name of the company or of a person is tried first. Three words that do not "
                           "belong together are better."),
    "known": N_("Strength", "Weak: common words are tried first. Three words that do not belong together are better."),
    "date": N_("Strength", "Weak: years and birthdays are tried first. Add words that do not belong together."),
    "row": N_("Strength", "Weak: neighbouring keys are tried first. Three words that do not belong together are "
                          "better."),
    "repeat": N_("Strength", "Weak: repeats add nothing. Three words that do not belong together are better."),
    "plain": N_("Strength", "Weak: make it longer; 12 characters or three words that do not belong together."),
}
_FAIR_WORDS = N_("Strength", "Fair: good for daily use. One more word makes it strong.")
_STRONG_WORDS = N_("Strength", "Strong: use it nowhere else.")


def estimate(password: str, names: Sequence[str] = ()) -> Strength:
    """How hard a password is to guess.

    Args:
        names: of the company and of people who work here; also what pinyin makes of them.
    """
    if len(password) < SHORTEST:
        return Strength(Level.WEAK, _ADVICE["short"])
    bits, found = _bits(password[:128], names)
    if bits >= _STRONG:
        return Strength(Level.STRONG, _STRONG_WORDS)
    if bits >= _FAIR:
        return Strength(Level.FAIR, _FAIR_WORDS)
    return Strength(Level.WEAK, _ADVICE[found or "plain"])


def _bits(password: str, names: Sequence[str]) -> tuple[float, str]:
    """The estimate in bits, and what makes it weakest; "" when nothing known is in it."""
    rest, repeats = _cut_repeats(password.casefold())
    bits, found = _REPEAT_BITS * repeats, {"repeat"} if repeats else set()
    for reason, words, worth in (("name", _parts(names), _KNOWN_BITS), ("known", COMMON, _KNOWN_BITS),
                                 ("row", _rows(rest), _ROW_BITS)):
        for word in sorted(set(words), key=len, reverse=True):
            rest, times = _take_out(rest, word)
            if times:
                bits += worth
                found.add(reason)
        if reason == "known":       # before rows, for 1234 is one, and 0512 a day
            rest, times = _DATE.subn(_GONE, rest)
            if times:
                bits += _DATE_BITS
                found.add("date")
    weakest = next((reason for reason in ("name", "known", "date", "row", "repeat") if reason in found), "")
    return bits + _random_bits(rest.replace(_GONE, ""), password), weakest


def _take_out(words: str, known: str) -> tuple[str, int]:
    """The words without a known one, written plainly or with digits and signs for letters."""
    plain = words.translate(_LETTERS)
    for shown in (words, plain):
        place = shown.find(known)
        if place >= 0:
            return _take_out(words[:place] + _GONE + words[place + len(known):], known)[0], 1
    return words, 0


def _cut_repeats(words: str) -> tuple[str, int]:
    return _REPEAT.subn(lambda match: match[1], words)


def _parts(names: Iterable[str]) -> list[str]:
    """Whole names and their parts, of three letters or two characters at least."""
    found = []
    for name in names:
        whole = "".join(name.casefold().split())
        for part in (whole, *re.split(r"[\s·.,，、()（）_-]+", name.casefold()), whole[:2], whole[:4], whole[2:4]):
            if len(part) >= (3 if part.isascii() else 2):
                found.append(part)
    return found


def _rows(words: str) -> list[str]:
    """Runs of four neighbouring keys or more, forwards or backwards, that the words hold."""
    found = []
    for row in (*_ROWS, *(row[::-1] for row in _ROWS)):
        for start in range(len(row) - 3):
            for end in range(len(row), start + 3, -1):
                if row[start:end] in words:
                    found.append(row[start:end])
                    break
    return found


def _random_bits(left: str, whole: str) -> float:
    """What letters are worth that belong to nothing known; Chinese characters by how many are in use."""
    pool = 0
    for size, is_of in ((10, str.isdigit), (26, lambda c: c.isascii() and c.islower()),
                        (26, lambda c: c.isascii() and c.isupper()), (20, lambda c: c.isascii() and not c.isalnum())):
        pool += size if any(is_of(letter) for letter in whole) else 0
    plain = [letter for letter in left if letter.isascii()]
    wide = [letter for letter in left if not letter.isascii()]
    fresh = len(set(plain)) + 0.5 * (len(plain) - len(set(plain)))
    return fresh * log2(pool or 1) + len(set(wide)) * 9.0


def names_of(company: str, *others: str) -> tuple[str, ...]:
    """What passwords should not be made of: the names of the company and of people, their readings and initials."""
    from laborqa_desktop.models.pinyin import initials, sort_key
    found = [company, *others]
    for name in (company, *others):
        syllables = re.sub(r"\d", "", sort_key(name)).split()
        found += ["".join(syllables), *("".join(pair) for pair in pairwise(syllables)),
                  *initials(name)]
    return tuple(dict.fromkeys(one for one in found if one))
