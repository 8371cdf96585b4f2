"""Commands are found in Chinese, in pinyin, by its initials and in English; what begins so stands first."""

import pytest

from laborqa_desktop.usecases.command_search import CommandIndex, Sought

INDEX = CommandIndex((
    Sought("backup", ("立即备份", "Back up now"), ("存一份", "safety copy")),
    Sought("restore", ("从备份还原", "Restore from a backup"), ("找回",)),
    Sought("new:staff", ("新建人员档案", "New staff file"), ("添加",)),
    Sought("new:problem", ("新建问题", "New problem")),
    Sought("redo", ("重做", "Redo")),
    Sought("go:staff", ("人员档案", "Staff files")),
))


@pytest.mark.parametrize(("typed", "key"), [
    ("立即备份", "backup"), ("立即", "backup"), ("lijibeifen", "backup"), ("ljbf", "backup"), ("back up", "backup"),
    ("BACK", "backup"), ("Ｂａｃｋ", "backup"), ("存一份", "backup"), ("safety", "backup"), ("copy safety", "backup"),
    ("还原", "restore"), ("huanyuan", "restore"), ("hy", "restore"), ("restore", "restore"), ("zhaohui", "restore"),
    ("新人员", "new:staff"), ("新建 人员", "new:staff"), ("xjryda", "new:staff"), ("new staff", "new:staff"),
    ("xinjianwenti", "new:problem"), ("xjwt", "new:problem"), ("cz", "redo"), ("zz", "redo"),
    ("人员", "go:staff"), ("renyuan", "go:staff"), ("ry", "go:staff"), ("staff", "go:staff"),
])
def test_the_command_that_is_meant_comes_first(typed: str, key: str) -> None:
    assert INDEX.find(typed)[0][0] == key


@pytest.mark.parametrize("typed", ["", "  ", "备份备份", "ifen", "xyz", "员人", "new backup", "()", "1234"])
def test_what_fits_no_command_finds_none(typed: str) -> None:
    assert INDEX.find(typed) == []


def test_the_rank_tells_a_beginning_from_a_part_and_the_limit_is_kept() -> None:
    ranks = dict(INDEX.find("备份"))
    assert ranks == {"backup": 1, "restore": 1}
    assert dict(INDEX.find("立即"))["backup"] == 0
    assert [key for key, _ in INDEX.find("新建", 1)] == ["new:staff"]


def test_among_those_that_begin_so_the_one_called_so_comes_first() -> None:
    index = CommandIndex((Sought("check", ("检查资料库有没有损坏", "Check the library for damage")),
                          Sought("go:inspection", ("检查", "Inspections"))))
    assert [key for key, _ in index.find("检查")] == ["go:inspection", "check"]
