"""The trials that look for something find it when it is there."""

from pathlib import Path

import pytest

from tests.faults.trial_memory import MOST_MB, growth
from tests.faults.trial_secrets import ENCODINGS, _found, _listed, _written, marks_of


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_marker_is_found_in_every_encoding(encoding: str, tmp_path: Path) -> None:
    marks = marks_of(0)
    assert len(marks) == 50
    assert len(set(marks.values())) == 50
    file = tmp_path / "log.txt"
    for name, words in marks.items():
        file.write_bytes(b"before " + words.encode(encoding) + b" after")
        assert any(found.startswith(f"{name} in ") for found in _found([file], marks))
    file.write_bytes("nothing 卓玛".encode(encoding))
    assert list(_found([file], marks)) == []


def test_a_file_is_seen_in_the_trace_and_held_against_the_list(tmp_path: Path) -> None:
    trace = (
        f'1 openat(AT_FDCWD, "{tmp_path}/tmp/report.pdf", O_WRONLY|O_CREAT|O_TRUNC|O_CLOEXEC, 0666) = 5\n'
        f'1 openat(AT_FDCWD, "{tmp_path}/home/preferences.json", O_RDONLY) = 5\n'
        f'1 openat(AT_FDCWD, "{tmp_path}/home/none", O_RDWR) = -1 ENOENT (No such file or directory)\n'
        f'1 rename("{tmp_path}/home/preferences.new", "{tmp_path}/home/preferences.json") = 0\n'
        f'1 mkdir("{tmp_path}/library/\\345\\272\\223", 0777) = 0\n')
    made = list(_written(trace, tmp_path))
    assert made == [f"{tmp_path}/tmp/report.pdf", f"{tmp_path}/home/preferences.json", f"{tmp_path}/library/库"]
    assert [_listed(path, tmp_path) for path in made] == [False, True, True]


def test_growth_is_seen_and_a_level_is_none() -> None:
    def samples(slope: float) -> list[dict[str, float]]:
        return [{"at": second, "mb": 300 + slope * second + (second % 60) / 10} for second in range(0, 1800, 10)]
    assert growth(samples(0)) < MOST_MB
    assert growth(samples(0.02)) > MOST_MB
