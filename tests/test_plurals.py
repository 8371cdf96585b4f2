"""English says "1 record" and "2 records": every text that counts has both words, in {count:record|records}.

Chinese has one form and leaves such places out.
"""

import ast
import re
from collections.abc import Iterator

import pytest

from catalogue import CHINESE, PROGRAM, Catalogue
from laborqa_desktop.catalogue import translator
from laborqa_desktop.text import N_, fill
from source_texts import source_texts

TEXTS, _ = source_texts(PROGRAM)
PLURAL = re.compile(r"\{\w+:[^}|]*\|[^}]*\}")
AFTER = re.compile(r"\{(\w+)\} ([a-z-]+)((?: [a-z-]+){0,2})")
NUMBERS = frozenset({
    "count", "rows", "files", "pages", "days", "months", "years", "minutes", "total", "shown", "bad", "good", "read",
    "missing", "extra", "certificates", "problems", "tables", "over", "judged", "kept", "skipped", "rejected", "done",
    "named", "age", "size", "most", "limit", "digits", "late", "weeks", "chosen", "records", "entries", "acts"})
SAME = frozenset(("of", "more", "added", "removed", "changed", "unchanged", "answered", "failed", "chosen", "saved",
                  "missing", "read", "not", "no", "within", "lowest", "most", "times", "and", "to", "there", "set",
                  "would", "d", "in", "from", "for", "that", "aside"))
"""Words behind a number that do not change with it."""
NEVER_ONE = frozenset({("most", "characters"), ("limit", "characters"), ("most", "views"), ("size", "pixels"),
                       ("most", "are"), ("count", "stand")})
"""Limits of this program, all of them far above one, and what is more than such a limit."""


@pytest.mark.parametrize(("count", "said"), [(0, "0 records are"), (1, "1 record is"), ("1", "1 record is"),
                                             (2, "2 records are"), ("1,001", "1,001 records are")])
def test_one_has_its_own_word(count: object, said: str) -> None:
    words = "{count} {count:record is|records are}"
    assert fill(words, count=count) == said
    assert str(N_("Test", words).of(count=count)) == said


def test_what_is_filled_keeps_the_usual_ways_of_writing_numbers() -> None:
    assert fill("{share:.1f} {words}", share=2, words="of all") == "2.0 of all"


def test_chinese_leaves_the_places_out() -> None:
    source = "{count} {count:record|records}"
    assert fill(Catalogue(CHINESE).translations()["BinPage", source][0], count=1) == "1 条"
    assert N_("BinPage", source).of(count=1).say(translator("en")) == "1 record"


def lacking(text: str) -> Iterator[str]:
    """The numbers of a text whose next words would be wrong for 1."""
    for name, word, rest in AFTER.findall(text):
        plural = re.search(rf"\{{{name}:[^}}|]*\|", text)
        counted = word not in SAME or re.search(r"\b(are|were|have)\b", rest)
        if name in NUMBERS and counted and not plural and (name, word) not in NEVER_ONE:
            yield f"{name} {word}{rest}"


def test_every_text_that_counts_has_a_word_for_one() -> None:
    assert [f"{text.place}: {found}" for text in TEXTS for found in lacking(text.source)] == []
    assert sum(bool(PLURAL.search(text.source)) for text in TEXTS) > 130


def test_a_text_without_it_would_be_found() -> None:
    assert list(lacking("{count} records were removed")) == ["count records were removed"]
    assert list(lacking("{count} of them are people")) == ["count of them are"]
    assert list(lacking("{count} {count:record|records} removed, {name} stays, {count} more")) == []


def test_such_texts_are_filled_and_not_formatted() -> None:
    """str.format knows no such place and would raise, and only when the sentence is said."""
    wrong = []
    for file in sorted(PROGRAM.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        for function in ast.walk(tree):
            if isinstance(function, ast.FunctionDef):
                wrong += [f"{file.name}:{line}" for line in _unfilled(function)]
    assert wrong == []


def _unfilled(function: ast.FunctionDef) -> Iterator[int]:
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
    fills = any(isinstance(call.func, ast.Name) and call.func.id == "fill" for call in calls)
    for call in calls:
        marked = (isinstance(call.func, ast.Attribute) and call.func.attr == "tr") or \
            (isinstance(call.func, ast.Name) and call.func.id == "translate")
        if marked and any(_is_plural(arg) for arg in call.args) and not fills:
            yield call.lineno
        if isinstance(call.func, ast.Attribute) and call.func.attr == "format" and any(
                _is_plural(node) for node in ast.walk(call.func.value)):
            yield call.lineno


def _is_plural(node: ast.AST) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and bool(PLURAL.search(node.value))
