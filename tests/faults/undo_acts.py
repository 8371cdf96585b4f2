"""Random acts of a user on records of every type, and what every list and form of the library shows."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from unittest import mock

from laborqa_desktop.catalogue import translator
from laborqa_desktop.errors import UserError
from laborqa_desktop.records import TYPES, record_type
from laborqa_desktop.records.field import Field, Kind, RecordType
from laborqa_desktop.store.keys import Costs
from laborqa_desktop.store.library import create
from laborqa_desktop.store.unit import Changes, Store
from laborqa_desktop.text import english
from laborqa_desktop.usecases import pasting
from laborqa_desktop.usecases.attachments import Attachments
from laborqa_desktop.usecases.backups import Backups
from laborqa_desktop.usecases.bulk_editing import BulkEdits, offered
from laborqa_desktop.usecases.checklists import Checklists
from laborqa_desktop.usecases.importing import Imports
from laborqa_desktop.usecases.inspection_sheet import Entry
from laborqa_desktop.usecases.inspections import Inspections
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.usecases.pasting import Placing
from laborqa_desktop.usecases.problems import Problems
from laborqa_desktop.usecases.wording import words_of
from tests.factory import Factory
from tests.filled import MADE_IN_ORDER, World

NOW = datetime(2026, 11, 23, 1, 30, tzinfo=UTC)
CHEAP = Costs(memory_kib=64, rounds=1, lanes=1)
KINDS = tuple(key for key in MADE_IN_ORDER if key != "company")
WORDS = ("一号楼", "保洁", "夜班", "改过", "zs")
Shown = dict[str, Any]


@contextmanager
def world(folder: Path) -> Iterator[World]:
    """A new library with a few records of each type; imports make no backup first, which is not what is tried."""
    store, _ = create(folder, "correct horse", costs=CHEAP, clock=lambda: NOW)
    with mock.patch.object(Backups, "before", return_value=None):
        made = World(store)
        for key in ("site", "post", "client", "course", "problem", "certificate"):
            made.save_plain(key)
        made.second_staff()
        made.ids["checklist in force"] = Factory(store).checklist(3)
        try:
            yield made
        finally:
            store.close()


class User:
    """Somebody who does whatever comes to mind.

    Attributes:
        done: counts of what was done, by name of the act.
    """

    def __init__(self, world: World, random: Random, folder: Path) -> None:
        self.world, self.store, self.random, self._folder = world, world.store, random, folder
        self.records, self._bulk = world.records, BulkEdits(world.store, "王芳")
        self._languages = (translator("zh"), english)
        self._imports = Imports(world.store, "王芳", self._languages)
        self.done: dict[str, int] = {}
        self.named: tuple[Callable[[], Changes | None], ...] = (
            self.create, self.edit, self.bulk_edit, self.paste, self.take_file, self.delete)
        self._acts: tuple[Callable[[], Changes | None], ...] = (
            self.create, self.edit, self.edit, self.bulk_edit, self.bulk_edit, self.paste, self.paste, self.take_file,
            self.delete, self.delete, self.bring_back, self.attach, self.take_off, self.step, self.inspect)

    def act(self, wanted: Callable[[], Changes | None] | None = None) -> int:
        """Does something; gives the id of the act, 0 when a rule forbade it or nothing was changed."""
        chosen = wanted or self.random.choice(self._acts)
        try:
            changes = chosen()
        except UserError:
            return 0
        if changes is None or not changes.act_id:
            return 0
        name = chosen.__name__
        self.done[name] = self.done.get(name, 0) + 1
        return changes.act_id

    # ------------------------------------------------------------ the acts

    def create(self) -> Changes:
        """A new record."""
        kind = self._kind()
        values = {**self.records.blank(kind.key).values, **{
            one.key: self._value(kind, one) for one in kind.fields if not one.read_only and (
                one.required or self.random.random() < 0.4)}}
        return self.records.save(kind.key, None, values).changes

    def edit(self) -> Changes | None:
        """Some fields of one record, child rows too."""
        kind, one = self._kind(), 0
        one = self._one(kind)
        if not one:
            return None
        loaded, values = self.records.load(kind.key, one), {}
        for field in self.random.sample(kind.fields, min(4, len(kind.fields))):
            if not field.read_only and field.kind is not Kind.IMAGE:
                values[field.key] = (self._rows(kind, field, loaded.values[field.key]) if field.kind is Kind.ROWS
                                     else self._value(kind, field))
        return self.records.save(kind.key, one, {**loaded.values, **values}, loaded.row_version, "更正").changes

    def bulk_edit(self) -> Changes | None:
        """One value for several records."""
        kind = self._kind()
        fields, ids = offered(kind.key), self.records.ids(kind.key, Query())
        if not fields or not ids:
            return None
        field = self.random.choice(fields)
        value = None if self.random.random() < 0.2 else self._value(kind, field)
        plan = self._bulk.plan(kind.key, self.random.sample(ids, self.random.randint(1, len(ids))), field.key, value)
        return self._bulk.apply(plan, reason="成批更正")

    def paste(self) -> Changes | None:
        """A block of a few columns onto rows, matched, or as new records."""
        kind = self._kind()
        placing = self.random.choice(tuple(Placing))
        fields = [one for one in kind.fields if not one.read_only and one.kind not in (Kind.ROWS, Kind.IMAGE)]
        needed = [one for one in fields if one.required] if placing is Placing.NEW else []
        more = [one for one in self.random.sample(fields, min(3, len(fields))) if one not in needed]
        chosen = [*needed, *more]
        rows = [[self._cell(kind, one) for one in chosen] for _ in range(self.random.randint(1, 3))]
        text = "\n".join("\t".join(row) for row in [[one.label.say(english) for one in chosen], *rows])
        here = self.records.ids(kind.key, Query())[self.random.randint(0, 2):]
        pasted = pasting.read(kind.key, text, (), here, self._languages).place_at(placing)
        for number in pasted.table.numbers:
            if self.random.random() < 0.1:
                pasted = pasted.leave_out(number)
        trial = self._imports.try_pasted(pasted)
        bad = {row.number for row in trial.bad}
        if bad:                 # as somebody who leaves out what does not fit
            for number in bad:
                pasted = pasted.leave_out(number)
            trial = self._imports.try_pasted(pasted)
        return self._imports.take_pasted(trial, reason="粘贴更正").changes

    def take_file(self) -> Changes:
        """A spreadsheet with new rows and with changes to known ones."""
        kind = record_type(self.random.choice(("site", "post", "course", "client")))
        fields = [one for one in kind.fields if one.required or self.random.random() < 0.3]
        fields = [one for one in fields if not one.read_only and one.kind not in (Kind.ROWS, Kind.IMAGE)]
        known = [str(self.records.load(kind.key, one).values["code"]) for one in self.records.ids(kind.key, Query())]
        lines = [",".join(one.label.say(english) for one in fields)]
        for _ in range(self.random.randint(1, 4)):
            code = self.random.choice([*known, self._code(kind)])
            lines.append(",".join(code if one.key == "code" else f'"{self._cell(kind, one)}"' for one in fields))
        file = self._folder / f"import-{self.random.random()}.csv"
        file.write_text("\n".join(lines), encoding="utf-8")
        return self._imports.run(kind.key, file).changes

    def delete(self) -> Changes | None:
        """Archives one record or several."""
        kind = self._kind()
        ids = self.records.ids(kind.key, Query())
        return self.records.archive(kind.key, self.random.sample(ids, min(len(ids), self.random.randint(1, 3))),
                                    "重复录入") if ids else None

    def bring_back(self) -> Changes | None:
        """Takes something out of the archive."""
        kind = self._kind()
        ids = self.records.ids(kind.key, Query(archived=True))
        return self.records.restore(kind.key, ids[:1]) if ids else None

    def attach(self) -> Changes | None:
        """Attaches a file."""
        kind = self._kind()
        one = self._one(kind)
        return Attachments(self.store, "王芳").add(kind.key, one, "证明.txt", f"{self.random.random()}".encode()
                                                 ) if one else None

    def take_off(self) -> Changes | None:
        """Describes a file anew, or takes it off."""
        files = Attachments(self.store, "王芳")
        for key in self.random.sample(KINDS, len(KINDS)):
            for one in self.records.ids(key, Query()):
                for file in files.of(key, one):
                    return files.remove(file.id) if self.random.random() < 0.6 else files.describe(
                        file.id, caption=f"说明{self.random.randint(1, 9)}")
        return None

    def step(self) -> Changes | None:
        """A step of a problem or of a checklist."""
        problems, day = Problems(self.store, "王芳"), NOW.date()
        if self.random.random() < 0.3 and (one := self._one(record_type("checklist"))):
            acts = Checklists(self.store, "王芳")
            return acts.new_edition(one, "更新")[1] if self.random.random() < 0.5 else acts.activate(one)
        one = self._one(record_type("problem"))
        steps: tuple[Callable[[], Changes], ...] = (
            lambda: problems.implement(one, "已擦干", day), lambda: problems.close(one, "王芳", day, "复查合格"),
            lambda: problems.reopen(one, "又积水"), lambda: problems.extend(one, day + timedelta(days=400), "等配件"))
        return self.random.choice(steps)() if one else None

    def inspect(self) -> Changes | None:
        """Starts an inspection, or fills in answers of one."""
        acts = Inspections(self.store, "王芳")
        drafts = [one for one in self.records.ids("inspection", Query()) if acts.load(one).state == "draft"]
        if drafts and self.random.random() < 0.6:
            one = self.random.choice(drafts)
            options = {item.position: item.options for item in acts.load(one).items}
            return acts.save(one, {place: Entry(self.random.choice(found), "备注") for place, found in options.items()})
        site, inspector = self._one(record_type("site")), self._one(record_type("staff"))
        return acts.start(site, self.world.ids["checklist in force"], inspector, NOW.date())[1]

    # ------------------------------------------------------------ what is typed

    def _kind(self) -> RecordType:
        return record_type(self.random.choice(KINDS))

    def _one(self, kind: RecordType) -> int:
        ids = self.records.ids(kind.key, Query())
        return self.random.choice(ids) if ids else 0

    def _code(self, kind: RecordType) -> str:
        return f"{kind.key[:3]}-{self.random.randint(1000, 9999)}"

    def _value(self, kind: RecordType, field: Field) -> Any:
        random = self.random
        match field.kind:
            case Kind.TEXT | Kind.LONG_TEXT if field.mask is None and "phone" not in field.key:
                return f"{random.choice(WORDS)}{random.randint(1, 99)}"[:field.max_length]
            case Kind.CODE:
                return self._code(kind)
            case Kind.INT | Kind.DECIMAL | Kind.MONEY | Kind.PERCENT:
                return random.randint(1, 9)
            case Kind.DATE:
                return date(2026, 1, 1) + timedelta(days=random.randint(0, 320))
            case Kind.BOOL:
                return random.random() < 0.5
            case Kind.CHOICE:
                return random.choice(list(field.labels or ()))
            case Kind.REF:
                ids = self.records.ids(field.target, Query()) if field.target in TYPES else self.records.ids(
                    "staff", Query())
                return random.choice(ids) if ids else None
            case Kind.IMAGE:
                return None
        return self.world.value(kind, field, kind.fields.index(field) if field in kind.fields else 0)

    def _rows(self, kind: RecordType, field: Field, now: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Child rows moved about, one gone, one changed, one new."""
        rows = [dict(row) for row in now]
        self.random.shuffle(rows)
        rows = rows[self.random.randint(0, 1):]
        if rows and field.rows:
            inner = self.random.choice(field.rows)
            rows[0][inner.key] = self._value(kind, inner)
        if self.random.random() < 0.6:
            rows.append({inner.key: self._value(kind, inner) for inner in field.rows if not inner.read_only})
        return rows

    def _cell(self, kind: RecordType, field: Field) -> str:
        if self.random.random() < 0.15 and not field.required:
            return ""
        value = self._value(kind, field)
        if field.kind is Kind.REF:
            if value is None:
                return ""
            target = "staff" if field.target == "person" else field.target
            code = self.records.load(target, value).values.get("code")
            return str(code or self.records.label(target, value))
        if field.kind is Kind.CODE and self.random.random() < 0.7:
            one = self._one(kind)
            return str(self.records.load(kind.key, one).values.get(field.key) or "") if one else ""
        return words_of(value, english, field.kind, field.labels, field.scale)


def shown(store: Store, world: World) -> Shown:
    """What every list, form, search and panel of attachments shows of the records in use, without versions."""
    records, files = world.records, Attachments(store)
    found: Shown = {}
    for key in KINDS:
        kind = record_type(key)
        query = Query(columns=tuple(column.key for column in kind.columns))
        ids = records.ids(key, query)
        found[f"{key} list"] = [(row.id, row.cells) for row in records.rows(key, query, ids)]
        for one in ids:
            loaded = records.load(key, one)
            found[f"{key} {one}"] = (loaded.values, loaded.title, str(loaded.frozen or ""), dict(loaded.names),
                                     [(file.id, file.name, file.caption) for file in files.of(key, one)])
        for words in WORDS[:2]:
            found[f"{key} search {words}"] = sorted(records.ids(key, Query(search=words)))
    return found


def differences(before: Shown, after: Shown) -> list[str]:
    """Where two pictures differ, in words."""
    found = [f"{key} is gone" for key in before.keys() - after.keys()]
    found += [f"{key} is new" for key in after.keys() - before.keys()]
    for key in before.keys() & after.keys():
        if before[key] != after[key]:
            found.append(f"{key}: {before[key]} became {after[key]}"[:600])
    return sorted(found)
