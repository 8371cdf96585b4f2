"""Takes docstrings out of what is packed: nobody reads them there, and they are an eighth of all code. Assertions stay,
because libraries lean on them.
"""

import ast
import re
from collections.abc import Iterable
from pathlib import Path
from types import CodeType

LEFT_ALONE = re.compile(r"sqlalchemy\.(.+\.)?events$")
"""SQLAlchemy asserts that the examples of its events have words."""
WITH_DOCSTRING = ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def compiled(source: bytes, name: str) -> CodeType:
    """A module's code without docstrings.

    Args:
        name: what a traceback calls its file.
    """
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, WITH_DOCSTRING) and ast.get_docstring(node, clean=False) is not None:
            left = node.body[1:]
            node.body = left if left or isinstance(node, ast.Module) else [ast.copy_location(ast.Pass(), node.body[0])]
    return compile(tree, name, "exec", dont_inherit=True)


def take_out(modules: Iterable[tuple[str, str, str]], codes: dict[str, CodeType]) -> None:
    """Replaces the code of modules in PyInstaller's store of compiled code.

    Args:
        modules: name, file and kind, as PyInstaller lists them.
        codes: name of a module -> its code.
    """
    for name, file, _ in modules:
        if file and file.endswith(".py") and codes.get(name) is not None and not LEFT_ALONE.match(name):
            codes[name] = compiled(Path(file).read_bytes(), codes[name].co_filename)
