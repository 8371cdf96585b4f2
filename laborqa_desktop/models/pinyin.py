"""Readings of Chinese words: a stored sort key, and initials and spellings to search by. The dictionary loads late."""

import re
from functools import cache, lru_cache
from itertools import product

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\u3007\U00020000-\U0003ffff]")
_HAN_RUN = re.compile(rf"(?:{_HAN.pattern})+")
_RUNS = re.compile(rf"((?:{_HAN.pattern})+)")

LONGEST_RUN = 12
"""Characters of one run that get initials; nobody types more."""
MOST_READINGS = 8

SURNAMES = {
    "单": "shan4", "曾": "zeng1", "仇": "qiu2", "解": "xie4", "查": "zha1", "区": "ou1", "朴": "piao2", "盖": "ge3",
    "任": "ren2", "华": "hua4", "乐": "yue4", "洗": "xian3", "冼": "xian3", "尉": "wei4", "员": "yun4", "缪": "miao4",
    "幺": "yao1", "覃": "qin2", "翟": "zhai2", "纪": "ji3", "折": "she2", "黑": "he4", "秘": "bi4", "种": "chong2",
    "重": "chong2", "繁": "po2", "燕": "yan1", "晁": "chao2", "牟": "mou4", "逄": "pang2", "召": "shao4", "宓": "fu2",
    "褚": "chu3", "隗": "wei3", "郗": "xi1", "过": "guo1", "卜": "bu3", "宿": "su4", "相": "xiang4", "薄": "bo2",
    "柏": "bai3", "谌": "chen2", "应": "ying1", "哈": "ha3", "钻": "zuan1", "能": "nai4", "会": "gui4", "石": "shi2",
    "戴": "dai4", "葛": "ge3", "贲": "ben1", "费": "fei4", "祭": "zhai4", "阚": "kan4", "訾": "zi1", "令": "ling2",
    "闫": "yan2", "岑": "cen2",
}
DOUBLE_SURNAMES = {
    "尉迟": ("yu4", "chi2"), "万俟": ("mo4", "qi2"), "长孙": ("zhang3", "sun1"), "澹台": ("tan2", "tai2"),
    "单于": ("chan2", "yu2"), "令狐": ("ling2", "hu2"), "皇甫": ("huang2", "fu3"), "夏侯": ("xia4", "hou2"),
    "宇文": ("yu3", "wen2"), "呼延": ("hu1", "yan2"), "鲜于": ("xian1", "yu2"), "闾丘": ("lv2", "qiu1"),
}
OTHER_READINGS = {"覃": "t", "尉": "y", "仇": "c", "解": "j", "缪": "m", "任": "r", "冼": "x", "翟": "d", "牟": "m"}


@lru_cache(20_000)
def _readings(character: str) -> tuple[str, ...]:
    """All readings of one character with tone numbers, the usual first; empty when it has none."""
    from pypinyin import Style, pinyin

    found = pinyin(character, style=Style.TONE3, heteronym=True, errors="ignore", neutral_tone_with_five=True)
    return tuple(dict.fromkeys(found[0])) if found else ()


@lru_cache(20_000)
def _run_reading(run: str, first: bool) -> str:
    """The reading of characters that follow one another; first: a surname may stand at their start."""
    from pypinyin import Style, lazy_pinyin

    readings = lazy_pinyin(run, style=Style.TONE3, errors="ignore", neutral_tone_with_five=True)
    if len(readings) != len(run):
        readings = [(_readings(character) or (character,))[0] for character in run]
    if first and 2 <= len(run) <= 4:
        if run[:2] in DOUBLE_SURNAMES:
            readings[:2] = DOUBLE_SURNAMES[run[:2]]
        elif run[0] in SURNAMES:
            readings[0] = SURNAMES[run[0]]
    return " ".join(readings)


def sort_key(name: str) -> str:
    """The reading of a name as a key to store and sort by: 单雄 gives "shan4 xiong2"; Latin letters in lower case.

    Two to four Chinese characters at the start are taken for a person's name, the surname in its surname reading.
    """
    folded = " ".join(name.split()).casefold()
    if folded.isascii() or not _HAN.search(folded):
        return folded
    parts = [part.strip() for part in _RUNS.split(folded)]
    return " ".join(_run_reading(part, not index) if _HAN.match(part) else part
                    for index, part in enumerate(part for part in parts if part))


def syllables(text: str) -> tuple[str, ...]:
    """The syllables of the Chinese characters in a text, without tones and whatever stands between: 备份 (now) gives
    ("bei", "fen").
    """
    return tuple(one for run in _HAN_RUN.findall(text) for one in _plain(_run_reading(run, False)))


def spellings(text: str) -> tuple[str, ...]:
    """Each run of Chinese characters spelt out, as a name and as plain words: 单雄 gives ("shanxiong", "danxiong"), and
    the same from its second character on.

    Runs are cut at 12 characters. Text without Chinese characters gives none.
    """
    found: dict[str, None] = {}
    for run in _HAN_RUN.findall(text):
        found.update(dict.fromkeys(_run_spellings(run[:LONGEST_RUN])))
    return tuple(found)


@lru_cache(20_000)
def _run_spellings(run: str) -> tuple[str, ...]:
    readings = (_plain(_run_reading(run, first)) for first in (True, False))
    return tuple(dict.fromkeys("".join(one[start:]) for one in readings for start in range(len(one))))


def _plain(reading: str) -> tuple[str, ...]:
    return tuple(one.rstrip("012345") for one in reading.split() if one[:1].isascii())


def initials(text: str) -> tuple[str, ...]:
    """The initials of each run of Chinese characters in all its readings: 单雄 gives ("sx", "dx", "cx").

    Runs are cut at 12 characters, readings at 8 a run. Text without Chinese characters gives none.
    """
    found: dict[str, None] = {}
    for run in _HAN_RUN.findall(text):
        found.update(dict.fromkeys(_run_initials(run[:LONGEST_RUN])))
    return tuple(found)


@lru_cache(20_000)
def _run_initials(run: str) -> tuple[str, ...]:
    letters = [_initials_of(character, first=not index) for index, character in enumerate(run)]
    letters = [each for each in letters if each]
    size = 1
    for index, each in enumerate(letters):
        if size * len(each) > MOST_READINGS:
            letters[index] = each[:1]
        size *= len(letters[index])
    return tuple(dict.fromkeys("".join(one) for one in product(*letters))) if letters else ()


@cache
def _initials_of(character: str, first: bool) -> tuple[str, ...]:
    readings = _readings(character)
    usual = (SURNAMES[character], *readings) if first and character in SURNAMES else readings
    letters = [reading[0] for reading in usual if reading[:1].isalpha() and reading[0].isascii()]
    if first and character in OTHER_READINGS:
        letters.append(OTHER_READINGS[character])
    return tuple(dict.fromkeys(letters))
