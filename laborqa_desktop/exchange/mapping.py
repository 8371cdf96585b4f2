"""Mappings: which column of a file becomes which field of a record, kept as JSON beside the files they were made for.

A small declarative language on purpose: nothing in a mapping is executed. docs/examples/sf-inspections shows it in use.
"""

import json
import re
from collections.abc import Mapping as Map
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from laborqa_desktop.errors import UnreadableInput
from laborqa_desktop.exchange.dates import is_format
from laborqa_desktop.exchange.patterns import may_run_away
from laborqa_desktop.text import N_, Text

VERSION = 1
Plain = str | int | bool | None
"""A plain value as JSON can hold it; dates stand as 2026-11-22."""

MAX_PATTERN = 300


@dataclass(frozen=True)
class LookUp:
    """A record that is named rather than given by its id.

    Attributes:
        kind: key of its record type; "person" is staff or outsider.
        by: its fields. With `of`, all of them have to fit; without, the cell is compared with each in turn.
        of: fields of the row itself, in the order of `by`.
        missing: what to do when there is none.
        ambiguous: what to do when there are several.
    """

    kind: str
    by: tuple[str, ...]
    of: tuple[str, ...] = ()
    missing: Literal["reject", "empty"] = "reject"
    ambiguous: Literal["reject", "empty"] = "reject"


@dataclass(frozen=True)
class Source:
    """Where the value of a field comes from.

    Attributes:
        column: heading of the column; "" for a constant or a look-up by fields of the row.
        constant: the same value in each row, as it would stand in a cell.
        pattern: regular expression; its first group (or all of it) is what is taken of the cell, else nothing.
        values: what stands in the cell -> what is to stand there.
        unlisted: what to do with a cell that `values` does not name.
        dates: formats such as YYYYMMDD or M/D/YYYY.
        unreadable: what to do with a cell that cannot become a value of the field.
        look_up: the value names another record.
    """

    column: str = ""
    constant: Plain = None
    pattern: str = ""
    values: Map[str, str] = field(default_factory=dict)
    unlisted: Literal["keep", "reject", "empty"] = "keep"
    dates: tuple[str, ...] = ()
    unreadable: Literal["reject", "empty"] = "reject"
    look_up: LookUp | None = None


@dataclass(frozen=True)
class Test:
    """A condition on a field or a part.

    Attributes:
        of: the field or part; a part's text before it was read as a date is called "<part>.text".
        is_: filled, empty, equal (to `value`), or between `low` and `high`, both included.
        low, high: names of fields or parts, or "today"; "" is no limit.
    """

    __test__ = False

    of: str
    is_: Literal["filled", "empty", "equal", "between"]
    value: Plain = None
    low: str = ""
    high: str = ""


@dataclass(frozen=True)
class Rule:
    """What follows when all its tests hold; of the rules of a mapping only the first that holds applies.

    Attributes:
        when: no test at all holds always.
        set: field -> constant.
        copy: field -> name of a field or part.
        warn: counts and names the row as doubtful, showing the value of that field or part.
    """

    when: tuple[Test, ...] = ()
    set: Map[str, Plain] = field(default_factory=dict)
    copy: Map[str, str] = field(default_factory=dict)
    warn: str = ""


@dataclass(frozen=True)
class Created:
    """A record that the import makes once, unless one with the same identity is there.

    Attributes:
        values: field -> constant, as it would stand in a cell.
        look_ups: field -> how its value in `values` names another record, perhaps one created before it.
    """

    kind: str
    identity: tuple[str, ...]
    values: Map[str, Plain]
    look_ups: Map[str, LookUp] = field(default_factory=dict)


@dataclass(frozen=True)
class Mapping:
    """How the rows of a file become records of one type.

    Attributes:
        kind: key of the record type.
        fields: field key -> where its value comes from.
        parts: values that serve rules and are not stored themselves.
        identity: fields by which a row is known as already imported; empty: the record type's own.
        repeats: rows alike in `identity` are numbered, so that true repeats are kept and a second import adds nothing.
        create: made before the first row, in this order.
    """

    kind: str
    fields: Map[str, Source]
    version: int = VERSION
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    heading_row: int | None = None
    parts: Map[str, Source] = field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    identity: tuple[str, ...] = ()
    repeats: bool = False
    create: tuple[Created, ...] = ()

    def columns(self) -> tuple[str, ...]:
        """Every heading the mapping reads, none twice."""
        sources = (*self.fields.values(), *self.parts.values())
        return tuple(dict.fromkeys(source.column for source in sources if source.column))


def load(text: str) -> Mapping:
    """A mapping from its JSON.

    Raises:
        UnreadableInput: naming the place and what is wrong there.
    """
    try:
        data = json.loads(text)
        json.dumps(data, ensure_ascii=False).encode()       # "\\ud800" is half a character, which nothing can keep
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise UnreadableInput(N_("Import", "The mapping is no valid JSON (line {line}).").of(line=line)) from error
    if isinstance(data, dict) and data.get("version", VERSION) != VERSION:
        raise UnreadableInput(N_("Import", "The mapping was written for another version of the program."))
    mapping = _build(Mapping, data, "mapping")
    assert isinstance(mapping, Mapping)
    _check(mapping)
    return mapping


def dump(mapping: Mapping) -> str:
    """The JSON of a mapping, without what is at its default."""
    return json.dumps(_lean(mapping), ensure_ascii=False, indent=2) + "\n"


def _lean(thing: Any) -> Any:
    if is_dataclass(thing) and not isinstance(thing, type):
        lean = {}
        for each in fields(thing):
            value = getattr(thing, each.name)
            default = each.default_factory() if each.default_factory is not MISSING else each.default
            if value != default or each.name == "version":
                lean[each.name.rstrip("_")] = _lean(value)
        return lean
    if isinstance(thing, Map):
        return {key: _lean(value) for key, value in thing.items()}
    if isinstance(thing, tuple):
        return [_lean(value) for value in thing]
    return thing


def _wrong(place: str, reason: Text) -> UnreadableInput:
    return UnreadableInput(N_("Import", "The mapping is wrong at {place}: {reason}.").of(place=place, reason=reason))


def _build(wanted: Any, data: Any, place: str) -> Any:
    origin = get_origin(wanted)
    if is_dataclass(wanted) and isinstance(wanted, type):
        return _build_object(wanted, data, place)
    if origin is tuple:
        if not isinstance(data, list):
            raise _wrong(place, N_("Import", "a list is expected"))
        return tuple(_build(get_args(wanted)[0], value, f"{place}[{i}]") for i, value in enumerate(data))
    if origin is not None and issubclass(origin if isinstance(origin, type) else object, Map):
        if not isinstance(data, dict):
            raise _wrong(place, N_("Import", "an object in braces is expected"))
        return {key: _build(get_args(wanted)[1], value, f"{place}.{key}") for key, value in data.items()}
    if origin is Literal:
        if data not in get_args(wanted):
            raise _wrong(place, N_("Import", "one of these is expected: {words}").of(words=", ".join(get_args(wanted))))
        return data
    if origin in (Union, UnionType):
        inner = [each for each in get_args(wanted) if is_dataclass(each)]
        if inner and data is not None:
            return _build(inner[0], data, place)
        allowed: tuple[type, ...] = tuple(each for each in get_args(wanted) if isinstance(each, type))
        if not isinstance(data, allowed):
            raise _wrong(place, N_("Import", "a single value is expected"))
        return data
    if not isinstance(data, wanted) or (wanted is int and isinstance(data, bool)):
        raise _wrong(place, N_("Import", "a value of another type is expected"))
    return data


Shape = TypeVar("Shape")


def _build_object(wanted: type[Shape], data: Any, place: str) -> Shape:
    if not isinstance(data, dict):
        raise _wrong(place, N_("Import", "an object in braces is expected"))
    hints = get_type_hints(wanted)
    names = {name.rstrip("_"): name for name in hints}
    for key in data:
        if key not in names:
            raise _wrong(f"{place}.{key}", N_("Import", "this key is not known"))
    given = {names[key]: _build(hints[names[key]], value, f"{place}.{key}") for key, value in data.items()}
    for each in fields(wanted):  # type: ignore[arg-type]
        if each.default is MISSING and each.default_factory is MISSING and each.name not in given:
            raise _wrong(place, N_("Import", "{key} is missing").of(key=each.name.rstrip("_")))
    return wanted(**given)


def _check(mapping: Mapping) -> None:
    """What the shape alone does not say: patterns that compile, formats that are dates, names that exist."""
    for group, sources in (("fields", mapping.fields), ("parts", mapping.parts)):
        for name, source in sources.items():
            place = f"{group}.{name}"
            if source.pattern:
                try:
                    re.compile(source.pattern)
                except re.error as error:
                    raise _wrong(place, N_("Import", "the pattern cannot be read")) from error
                if may_run_away(source.pattern):
                    raise _wrong(place, N_("Import", "the pattern repeats a group that repeats or chooses something, "
                                                     "which could take for ever; write it with one repetition"))
                if len(source.pattern) > MAX_PATTERN:
                    raise _wrong(place, N_("Import", "the pattern is too long"))
            for text in source.dates:
                if not is_format(text):
                    raise _wrong(place, N_("Import", "{format} is no date format; write such as YYYY-MM-DD or M/D/YYYY")
                                 .of(format=text))
            if source.look_up and source.look_up.of and len(source.look_up.of) != len(source.look_up.by):
                raise _wrong(place, N_("Import", '"by" and "of" differ in length'))
    known = {*mapping.fields, *mapping.parts, *(f"{part}.text" for part in mapping.parts), "today", ""}
    for number, rule in enumerate(mapping.rules):
        used = {*rule.copy.values(), rule.warn}
        for test in rule.when:
            used |= {test.of, test.low, test.high}
        for name in used - known:
            raise _wrong(f"rules[{number}]", N_("Import", "there is no field or part called {name}").of(name=name))
