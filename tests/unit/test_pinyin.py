"""Readings of names: surnames as people say them, initials in every reading, order as in a Chinese list."""

import subprocess
import sys

import pytest

from laborqa_desktop.models.pinyin import initials, sort_key, spellings, syllables


@pytest.mark.parametrize(("name", "reading"), [
    ("单雄", "shan4"), ("曾祥", "zeng1"), ("仇英", "qiu2"), ("解晓东", "xie4"), ("查良镛", "zha1"), ("区小明", "ou1"),
    ("朴树", "piao2"), ("盖叫天", "ge3"), ("任贤", "ren2"), ("华罗庚", "hua4"),
    ("尉迟恭", "yu4 chi2"), ("长孙无忌", "zhang3 sun1"),
])
def test_surnames_are_read_as_surnames(name: str, reading: str) -> None:
    assert sort_key(name).startswith(reading + " ")


def test_names_sort_as_people_expect() -> None:
    names = ["张三", "曾祥", "闫妮", "岑参", "Bob", "安娜", "王芳", "阿里"]
    assert sorted(names, key=sort_key) == ["阿里", "安娜", "Bob", "岑参", "王芳", "闫妮", "曾祥", "张三"]


@pytest.mark.parametrize(("name", "letters"), [
    ("张三", {"zs"}), ("曾祥", {"zx", "cx"}), ("单雄", {"sx", "dx", "cx"}), ("Tom", set()), ("", set()),
    ("吕布", {"lb"}),
])
def test_initials_in_every_reading(name: str, letters: set[str]) -> None:
    assert set(initials(name)) == letters


@pytest.mark.parametrize(("name", "spelt"), [
    ("张三丰", {"zhangsanfeng", "sanfeng", "feng"}), ("单雄", {"shanxiong", "danxiong", "xiong"}),
    ("吕布", {"lvbu", "bu"}), ("金鼎A座", {"jinding", "ding", "zuo"}), ("Tom", set()),
])
def test_names_spelt_out_from_each_character_on(name: str, spelt: set[str]) -> None:
    assert set(spellings(name)) == spelt


def test_syllables_follow_the_words_they_stand_in() -> None:
    assert syllables("重庆 3 次：重要") == ("chong", "qing", "ci", "zhong", "yao")


def test_long_and_mixed_names_stay_small() -> None:
    assert all(len(one) <= 12 for one in initials("重" * 500))
    assert len(initials("重" * 500)) <= 8
    assert set(initials("金鼎A座")) == {"jd", "jz", "z"}
    assert sort_key("  Café\u3000 Bar ") == "café bar"


def test_latin_names_need_no_dictionary() -> None:
    probe = ("import sys; from laborqa_desktop.models.pinyin import initials, sort_key\n"
             "initials('Tom'), sort_key('Tom'); print('pypinyin' in sys.modules)")
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
