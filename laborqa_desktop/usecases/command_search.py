"""Which commands a user's words mean: in Chinese, in pinyin, by its initials, in English. Knows words, no command."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from laborqa_desktop.models.pinyin import initials, syllables

_ELSEWHERE = 4
"""A hit in the further words counts so much less than the same hit in the title."""
MOST_WORDS = 8


@dataclass(frozen=True)
class Sought:
    """What a command is called.

    Attributes:
        titles: its name in each language.
        further: other words people use for it, in any language.
    """

    key: str
    titles: tuple[str, ...]
    further: tuple[str, ...] = ()


class _Words:
    """One text, taken apart for searching."""

    def __init__(self, text: str) -> None:
        self.plain = _plain(text)
        self.words = "".join(c if c.isalnum() else " " for c in self.plain if not _is_chinese(c)).split()
        spelt = syllables(text)
        self.pinyin = ["".join(spelt[start:]) for start in range(len(spelt))]
        heads = "".join(one[0] for one in spelt)
        self.initials = [heads[start:] for start in range(max(1, len(heads) - 1))] if heads else []
        self.other_initials = list(initials(text))      # 重做 is read chong zuo, whatever the dictionary says

    def rank(self, word: str) -> int | None:
        """How well a word fits, 0 best; None when it does not."""
        if any(_is_chinese(c) for c in word):
            place = self.plain.find(word)
            return None if place < 0 and not _in_order(word, self.plain) else 0 if place == 0 else 1 if place > 0 else 6
        for rank, choices in ((0, self.words[:1]), (0, self.pinyin[:1]), (0, self.initials[:1]), (1, self.words[1:]),
                              (1, self.other_initials)):
            if any(one.startswith(word) for one in choices):
                return rank
        if len(word) > 1:
            for rank, choices in ((2, self.pinyin[1:]), (3, self.initials[1:])):
                if any(one.startswith(word) for one in choices):
                    return rank
        return None


class CommandIndex:
    """Commands, ready to be searched. Making it loads the pinyin dictionary: not on the GUI thread."""

    def __init__(self, commands: Iterable[Sought]) -> None:
        self._entries = [(one.key, [_Words(text) for text in one.titles], [_Words(text) for text in one.further])
                         for one in commands]

    def find(self, words: str, limit: int = 8) -> list[tuple[str, int]]:
        """(key, rank) of the commands in which every word stands, best first; rank 0: it begins so.

        Among equals the one that is called just so comes first.
        """
        wanted = _plain(words).split()[:MOST_WORDS]
        if not wanted:
            return []
        found = []
        for place, (key, titles, further) in enumerate(self._entries):
            ranks = [_best(word, titles, further) for word in wanted]
            fitting = [one for one in ranks if one is not None]
            if len(fitting) == len(ranks):
                whole = any(text.plain == " ".join(wanted) for text in titles)
                found.append((sum(fitting), not whole, place, key))
        return [(key, rank) for rank, _, _, key in sorted(found)[:limit]]


def _best(word: str, titles: Sequence[_Words], further: Sequence[_Words]) -> int | None:
    ranks = [rank for text in titles if (rank := text.rank(word)) is not None]
    ranks += [rank + _ELSEWHERE for text in further if (rank := text.rank(word)) is not None]
    return min(ranks, default=None)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


def _is_chinese(character: str) -> bool:
    return "\u3400" <= character <= "\u9fff" or character >= "\U00020000"


def _in_order(word: str, text: str) -> bool:
    """Whether the characters of a word stand in the text in that order, others between: 新证书 in 新建：证书."""
    place = 0
    for character in word:
        place = text.find(character, place) + 1
        if not place:
            return False
    return True
