"""Finds the texts that the source marks for translation, and marks that no tool could read."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, order=True)
class SourceText:
    """One marked text.

    Attributes:
        plural: it has %n and so one form per grammatical number.
        place: file and line, for messages.
    """

    context: str
    source: str
    plural: bool
    place: str


@dataclass(frozen=True)
class BadMark:
    """A mark whose text is not a plain literal, so that catalogues would miss it."""

    place: str
    reason: str


def source_texts(folder: Path) -> tuple[list[SourceText], list[BadMark]]:
    """All marked texts below a folder, in order of file and line."""
    texts: list[SourceText] = []
    bad: list[BadMark] = []
    for file in sorted(folder.rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"), str(file))
        for found in _marks(tree, "", file.relative_to(folder.parent).as_posix()):
            if isinstance(found, SourceText):
                texts.append(found)
            else:
                bad.append(found)
    return texts, bad


def _marks(node: ast.AST, class_name: str, file: str) -> Iterator[SourceText | BadMark]:
    """What the node and its children mark; class_name is the innermost class around them."""
    if isinstance(node, ast.Call):
        mark = _mark(node, class_name, f"{file}:{node.lineno}")
        if mark:
            yield mark
    if isinstance(node, ast.ClassDef):
        for decorator in node.decorator_list:
            yield from _marks(decorator, class_name, file)
        for child in ast.iter_child_nodes(node):
            if child not in node.decorator_list:
                yield from _marks(child, node.name, file)
        return
    for child in ast.iter_child_nodes(node):
        yield from _marks(child, class_name, file)


def _mark(call: ast.Call, class_name: str, place: str) -> SourceText | BadMark | None:
    match call.func:
        case ast.Name(id="N_"):
            words = [_literal(arg) for arg in call.args]
            if len(words) == 2 and words[0] and words[1]:
                return SourceText(words[0], words[1], False, place)
            return BadMark(place, "N_ takes two literal strings")
        case ast.Name(id="translate") | ast.Attribute(attr="translate"):
            words = [_literal(arg) for arg in call.args]
            if len(words) == 2 and words[0] and words[1]:
                return SourceText(words[0], words[1], False, place)
        case ast.Attribute(value=ast.Name(id="self"), attr="tr"):
            source = _literal(call.args[0]) if call.args else None
            if not source:
                return BadMark(place, "self.tr takes a literal string")
            if not class_name:
                return BadMark(place, "self.tr outside a class has no context")
            return SourceText(class_name, source, len(call.args) > 2, place)
        case ast.Attribute(attr="tr"):
            return BadMark(place, "only self.tr has a context that the catalogue knows")
    return None


def _literal(node: ast.expr) -> str | None:
    """The text of a plain string; Python has joined neighbouring ones already."""
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
