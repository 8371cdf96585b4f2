"""The layers of the program, as docs/architecture.md draws them, and the one home of each library."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_archon import archrule

pytestmark = pytest.mark.logs_warnings      # pytest-archon tells of names it cannot place

OURS = "laborqa_desktop"
RESTRICTED = (f"{OURS}.*", "PySide6*", "shiboken6*", "sqlalchemy*", "alembic*", "reportlab*")
BASE = ("text", "errors", "progress", "collector", "guarded", "obstacles", "paths", "whole", "settings", "logs",
        "crashes")
DATA = ("models", "records", "store", "charts", "reports", "signing", "exchange")
QT_WITHOUT_WINDOWS = ("PySide6.QtCore",)

LAYERS = {
    **dict.fromkeys(BASE, BASE),
    "models": ("text", "errors", "sqlalchemy"),
    "records": ("models", "text", "errors", "sqlalchemy"),
    "store": ("models", "text", "errors", "progress", "guarded", "paths", "whole", "sqlalchemy", "alembic"),
    "charts": (),
    "reports": ("text", "errors", "paths", "collector", "models.enums", "charts", "reportlab"),
    "signing": ("text", "errors", "paths", "collector", "reportlab"),
    "exchange": ("records", "models.base", "models.enums", "text", "errors", "progress", "guarded", "whole"),
    "usecases": (*BASE, *DATA, "sqlalchemy"),
    "sample": (*BASE, *DATA, "usecases", "sqlalchemy", *QT_WITHOUT_WINDOWS),
    "catalogue": ("text", "paths", *QT_WITHOUT_WINDOWS),
    "bootstrap": (*BASE, *DATA, "usecases", "sample", "catalogue", *QT_WITHOUT_WINDOWS),
    "terminal": ("text", "bootstrap", "catalogue"),
    "cli": (*BASE, *DATA, "usecases", "sample", "bootstrap", "catalogue", "terminal", "cli_keeping",
            *QT_WITHOUT_WINDOWS),
    "cli_keeping": ("text", "errors", "usecases", "bootstrap", "terminal"),
    "self_test": (*BASE, *DATA, "usecases", "bootstrap", "catalogue", "views", "PySide6"),
    "views": (*BASE, "catalogue", "usecases", "records", "charts", "models.base", "models.enums", "PySide6",
              "shiboken6"),
}
"""Folder or module -> what it may import directly, of our own and of the restricted libraries, beside itself."""

HOMES = {
    "pypdfium2": ("views",),
    "pypdfium2_raw": ("views",),
    "stdnum": ("models",),
    "pypinyin": ("models",),
    "dateutil": ("models",),
    "sqlcipher3": ("store",),
    "cryptography": ("store", "signing"),
    "keyring": ("store",),
    "asn1crypto": ("signing",),
    "pyhanko": ("signing",),
    "pyhanko_certvalidator": ("signing",),
    "python_calamine": ("exchange",),
    "xlsxwriter": ("exchange",),
    "openpyxl": ("exchange",),
    "fontTools": ("reports",),
    "PIL": ("reports", "usecases"),
}
"""Library -> the folders that alone know it."""

TOP = f"{OURS}.app", f"{OURS}.arriving", f"{OURS}.ending", f"{OURS}.first_run", f"{OURS}.opening", f"{OURS}.console", \
    f"{OURS}.splash", f"{OURS}.starting", f"{OURS}.__main__"


ROOT = Path(__file__).parent.parent
CLOCKS = frozenset({"sleep", "qSleep", "qWait", "monotonic", "monotonic_ns", "perf_counter", "perf_counter_ns",
                    "process_time"})
MEASURED = ("faults", "shots")
"""Folders of tests that cut work short at some moment, or run beside it; all others wait for what they mean."""


def named_in(folder: str, wanted: frozenset[str]) -> Iterator[tuple[str, str]]:
    """(file, name) for each module below a folder whose code, not its comments or texts, uses one of the names."""
    for file in sorted((ROOT / folder).rglob("*.py")):
        source = file.read_text(encoding="utf-8")
        if any(word in source for word in wanted):
            for node in ast.walk(ast.parse(source)):
                found = {getattr(node, key, None) for key in ("id", "attr", "name")} & wanted
                yield from ((str(file.relative_to(ROOT)), name) for name in found)


def folder_of(module: str) -> str:
    """The folder of ours (or the module beside them) that a module belongs to."""
    return module.split(".")[1] if "." in module else ""


@pytest.mark.parametrize("folder", LAYERS)
def test_a_folder_imports_only_its_neighbours_below(folder: str) -> None:
    own = {word for word in LAYERS[folder] if word[0].islower() and word.split(".")[0] in {*LAYERS, "models"}}
    allowed = [f"{OURS}.{word}" for word in {*own, folder}] + [word for word in LAYERS[folder] if word not in own]
    allowed += [f"{word}.*" for word in allowed]
    rule = archrule(f"{folder} imports only what its layer allows")
    rule.match(f"{OURS}.{folder}", f"{OURS}.{folder}.*").should_not_import(*RESTRICTED).may_import(*allowed).check(
        OURS, only_direct_imports=True)


def test_every_folder_has_its_layer() -> None:
    def is_known(module: str, direct: set[str], every: dict[str, set[str]]) -> bool:
        return module in (OURS, *TOP) or folder_of(module) in LAYERS

    archrule("each module lies in a known layer").match(f"{OURS}*").should(is_known).check(OURS)


@pytest.mark.parametrize("library", HOMES)
def test_a_library_is_known_only_at_home(library: str) -> None:
    homes = [pattern for home in HOMES[library] for pattern in (f"{OURS}.{home}", f"{OURS}.{home}.*")]
    rule = archrule(f"only {' and '.join(HOMES[library])} may know {library}")
    rule.match(f"{OURS}*").exclude(*homes).should_not_import(library, f"{library}.*").check(
        OURS, only_direct_imports=True)


def test_every_library_has_a_home() -> None:
    restricted = {"PySide6", "shiboken6", "sqlalchemy", "alembic", "reportlab"}
    known = {*sys.stdlib_module_names, *HOMES, *restricted, OURS}

    def has_a_home(module: str, direct: set[str], every: dict[str, set[str]]) -> bool:
        return {name.split(".")[0] for name in direct} <= known

    archrule("each library is listed with its home").match(f"{OURS}*").should(has_a_home).check(OURS)


def test_migrations_import_nothing_of_ours() -> None:
    archrule("migrations outlive the models").match("migrations*").should_not_import(f"{OURS}*").check("migrations")


@pytest.mark.parametrize("folder", ["laborqa_desktop", "tests", "bench"])
def test_nobody_handles_events_by_hand(folder: str) -> None:
    assert list(named_in(folder, frozenset({"processEvents"}))) == []


def test_no_layout_is_asked_for_its_items() -> None:
    """See laid_out: PySide would hold them beyond their end. A layout of our own answers Qt."""
    asked = named_in("laborqa_desktop", frozenset({"itemAt", "itemAtPosition"}))
    assert {file for file, _ in asked} == {"laborqa_desktop/views/parts/flow.py"}


def test_the_order_of_tab_is_asked_for_where_no_harm_comes_of_it() -> None:
    asked = named_in("laborqa_desktop", frozenset({"nextInFocusChain", "previousInFocusChain"}))
    assert {file for file, _ in asked} == {"laborqa_desktop/views/parts/focus_order.py"}


def test_tests_wait_for_what_they_mean_and_look_at_no_clock() -> None:
    assert [found for found in named_in("tests", CLOCKS) if Path(found[0]).parts[1] not in MEASURED] == []
