"""The hint while a password is chosen: what everybody tries first is weak, words of one's own are not."""

import pytest

from laborqa_desktop.text import Translate
from laborqa_desktop.usecases.strength import COMMON, Level, estimate, names_of

COMPANY = names_of("杭州洁安劳务有限公司", "王芳")


@pytest.mark.parametrize(("password", "word"), [
    ("abc", "8 characters"), ("", "8 characters"), ("password", "common"), ("Passw0rd!", "common"),
    ("woaini1314", "common"), ("12345678", "neighbouring"), ("1qaz2wsx", "neighbouring"), ("aaaaaaaaaaaa", "repeats"),
    ("abababababab", "repeats"), ("19880512", "birthdays"), ("hangzhou2026", "name"), ("洁安劳务公司12", "name"),
    ("wangfang", "name"), ("我爱你我爱你中国", "common"), ("zhongguo", "common"), ("jiean888", "name"),
])
def test_what_everybody_tries_first_is_weak_and_says_why(password: str, word: str) -> None:
    found = estimate(password, COMPANY)
    assert found.level is Level.WEAK
    assert word in str(found.words)


@pytest.mark.parametrize(("password", "level"), [
    ("kupfer lampe", Level.FAIR), ("T7vq!2mZ", Level.FAIR), ("青石板上雨落声声", Level.FAIR),
    ("kupfer lampe nordwind", Level.STRONG), ("T7vq!2mZx9#Lp", Level.STRONG), ("青石板上落着雨声", Level.STRONG),
    ("🐎🐎🐎🐎🐎🐎🐎🐎", Level.WEAK), ("x" * 100_000, Level.WEAK),
])
def test_words_of_ones_own_are_fair_or_strong(password: str, level: Level) -> None:
    assert estimate(password, COMPANY).level is level


def test_longer_is_never_weaker_for_words_that_belong_to_nothing() -> None:
    order = list(Level)
    levels = [order.index(estimate("gvkzmpxqwdjtrnfhb"[:length]).level) for length in range(8, 18)]
    assert levels == sorted(levels)


def test_every_advice_is_said_in_chinese(chinese: Translate) -> None:
    for password in ("abc", "password", "12345678", "aaaaaaaaaaaa", "19880512", "hangzhou2026", "kxqzvwpg",
                     "kupfer lampe", "kupfer lampe nordwind"):
        words = estimate(password, COMPANY).words.say(chinese)
        assert words[0] in "弱一强"
    assert len(COMMON) == len(set(COMMON))
