"""Runs the benchmarks: python -m bench [NAME ...]. Each module of this package with a function run() is one."""

import importlib
import pkgutil
import sys
from collections.abc import Callable, Sequence

import bench
from bench.result import Result


def benchmarks() -> dict[str, Callable[[], list[Result]]]:
    """The benchmarks by name, in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(bench.__path__) if not module.name.startswith("_"))
    modules = {name: importlib.import_module(f"bench.{name}") for name in names}
    return {name: module.run for name, module in modules.items() if hasattr(module, "run")}


def line(result: Result) -> str:
    """One result as a line of the table."""
    ratio = "" if result.ratio is None else f"{result.ratio:.2f} x"
    plain = "" if result.plain is None else f"{result.plain:.3f} {result.unit}"
    target = ""
    if result.at_most is not None:
        target = f"<= {result.at_most:g}"
    elif result.at_least is not None:
        target = f">= {result.at_least:g}"
    elif result.within is not None:
        target = f"<= {result.within:g} {result.unit}"
    verdict = {True: "met", False: "MISSED", None: ""}[result.is_met]
    ours = f"{result.seconds:.3f} {result.unit}"
    return f"{result.name:<56} {ours:>16} {plain:>16} {ratio:>9} {target:>9}  {verdict}".rstrip()


def main(wanted: Sequence[str]) -> int:
    """Runs the named benchmarks, or all.

    Returns:
        0 when every target is met, 1 when one is missed, 2 for an unknown name.
    """
    found = benchmarks()
    unknown = [name for name in wanted if name not in found]
    if unknown:
        print(f"There is no benchmark {', '.join(unknown)}; there are: {', '.join(found)}", file=sys.stderr)
        return 2
    print(f"{'':<56} {'ours':>16} {'plain':>16} {'ratio':>9} {'target':>9}")
    missed = False
    for name in wanted or found:
        for result in found[name]():
            print(line(result), flush=True)
            missed = missed or result.is_met is False
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
