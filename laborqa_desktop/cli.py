"""Sub-commands for the same use cases as the window.

Exit codes: 0 fine, 1 the answer is no, 2 wrong use or unreadable input.
"""

import argparse
import json
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import IO, Any
from zoneinfo import ZoneInfo

from laborqa_desktop import cli_keeping
from laborqa_desktop.errors import UserError, reason_of
from laborqa_desktop.terminal import (
    FINE,
    NO,
    WRONG,
    Parser,
    Stop,
    ask_password,
    language,
    library_option,
    need_text,
    open_library,
    person,
)
from laborqa_desktop.text import N_, Translate

COMMANDS = ("new", "demo", "kinds", "import", "report", "verify", "list", "check", "rekey", "backup", "verify-backup",
            "restore", "audit", "salvage")


def main(argv: Sequence[str]) -> int:
    """Runs one sub-command.

    Args:
        argv: without the program's name.

    Returns:
        The exit code. Whenever it is not 0, a sentence on standard error says why.
    """
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    try:
        arguments = _parser().parse_args(list(argv))
    except SystemExit as stop:
        return int(stop.code or 0)
    say = language()
    try:
        need_text(arguments)
        run: Callable[[argparse.Namespace, Translate], int] = arguments.run
        code = run(arguments, say)
        sys.stdout.flush()
        return code
    except Stop as stop:
        print(stop.text.say(say), file=sys.stderr)
        return stop.code
    except UserError as error:
        print(error.text.say(say), file=sys.stderr)
        return WRONG
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())     # the reader of our output has gone
        return FINE
    except OSError as error:
        print(N_("Cli", "A file or folder cannot be used: {reason}.").of(reason=reason_of(error)).say(say),
              file=sys.stderr)
        return WRONG
    except (KeyboardInterrupt, EOFError):
        print(N_("Cli", "Stopped.").say(say), file=sys.stderr)
        return WRONG


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="laborqa_desktop", description="LaborQA Desktop. Without a sub-command the window opens.")
    parser.add_argument("--self-test", nargs="?", metavar="FILE.json",     # __main__ sees it first
                        help="prove that this installation works; the report goes into the file too")
    parser.add_argument("--library", metavar="DIR", help="open this library in the window (without a sub-command)")
    commands = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=Parser)

    new = commands.add_parser("new", help="make an empty library")
    new.add_argument("folder", type=Path, metavar="DIR")
    new.add_argument("--company", required=True, metavar="NAME", help="legal name of the company")
    new.set_defaults(run=_new)

    demo = commands.add_parser("demo", help="make a library with sample data")
    demo.add_argument("folder", type=Path, metavar="DIR")
    demo.set_defaults(run=_demo)

    kinds = commands.add_parser("kinds", help="print the keys of all record types")
    kinds.set_defaults(run=_kinds)

    imports = commands.add_parser("import", help="import a spreadsheet or csv file")
    imports.add_argument("kind", metavar="KIND")
    imports.add_argument("file", type=Path, metavar="FILE")
    library_option(imports)
    imports.add_argument("--map", type=Path, metavar="MAPPING.json", help="which column becomes which field")
    imports.add_argument("--dry-run", action="store_true", help="check everything, write nothing")
    imports.add_argument("--rejects", type=Path, metavar="FILE.xlsx",
                         help="import the good rows and save the rest here with reasons")
    imports.set_defaults(run=_import)

    report = commands.add_parser("report", help="make the monthly service-quality report")
    library_option(report)
    whose = report.add_mutually_exclusive_group(required=True)
    whose.add_argument("--client", metavar="CODE")
    whose.add_argument("--site", metavar="CODE")
    report.add_argument("--month", required=True, metavar="YYYY-MM")
    report.add_argument("--lang", required=True, choices=("zh", "en"))
    report.add_argument("--out", required=True, type=Path, metavar="FILE.pdf")
    report.add_argument("--sign", action="store_true", help="number, sign and register it")
    report.set_defaults(run=_report)

    verify = commands.add_parser("verify", help="say whether a signed PDF is whole and ours")
    verify.add_argument("file", type=Path, metavar="FILE.pdf")
    verify.add_argument("--library", type=Path, metavar="DIR")
    verify.add_argument("--json", action="store_true")
    verify.set_defaults(run=_verify)

    listing = commands.add_parser("list", help="print records")
    listing.add_argument("kind", metavar="KIND")
    library_option(listing)
    listing.add_argument("--search", default="", metavar="TEXT")
    listing.add_argument("--json", action="store_true")
    listing.add_argument("--count", action="store_true", help="print only the number")
    listing.set_defaults(run=_list)

    cli_keeping.add_commands(commands)
    return parser


def _new(arguments: argparse.Namespace, say: Translate) -> int:
    from laborqa_desktop import bootstrap
    office, code = bootstrap.new_library(arguments.folder, ask_password(twice=True), arguments.company, person())
    office.close()
    _tell_code(arguments.folder, code, say)
    return FINE


def _tell_code(folder: Path, code: str, say: Translate) -> None:
    print(N_("Cli", "The library is ready: {folder}").of(folder=folder).say(say))
    print(N_("Cli", "Recovery code (write it down; it opens the library when the password is lost): {code}")
          .of(code=code).say(say))


def _demo(arguments: argparse.Namespace, say: Translate) -> int:
    from laborqa_desktop import bootstrap
    office, code = bootstrap.demo_library(arguments.folder, ask_password(twice=True))
    office.close()
    _tell_code(arguments.folder, code, say)
    return FINE


def _kinds(arguments: argparse.Namespace, say: Translate) -> int:
    from laborqa_desktop.records import TYPES
    print("\n".join(TYPES))
    return FINE


def _import(arguments: argparse.Namespace, say: Translate) -> int:
    from laborqa_desktop.records import TYPES, record_type
    if arguments.kind not in TYPES:
        record_type(arguments.kind)
        raise Stop(WRONG, N_("Cli", '"{kind}" cannot be imported.').of(kind=arguments.kind))
    if arguments.rejects is not None and arguments.rejects.suffix.lower() != ".xlsx":
        raise Stop(WRONG, N_("Cli", "The rejected rows go to a workbook: its name must end in .xlsx."))
    from laborqa_desktop.usecases.importing import Choice
    mapping = None
    if arguments.map is not None:
        from laborqa_desktop.exchange.mapping import load
        mapping = load(_read(arguments.map).decode("utf-8-sig", errors="replace"))
    office = open_library(arguments.library, writable=True)
    try:
        choice = Choice.DRY if arguments.dry_run else Choice.GOOD_ROWS if arguments.rejects else Choice.ALL
        done = office.imports.run(arguments.kind, arguments.file, mapping=mapping, choice=choice,
                                  rejects=arguments.rejects)
    finally:
        office.close()
    for line in done.lines[:200]:
        print(line.say(say))
    if len(done.lines) > 200:
        print(N_("Cli", "… and {count} more.").of(count=len(done.lines) - 200).say(say))
    print(json.dumps(done.counts, ensure_ascii=False))
    if done.stopped is not None:
        print(done.stopped.say(say), file=sys.stderr)
        return NO
    return FINE


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Stop(WRONG, N_("Cli", "The file {file} cannot be read.").of(file=file)) from error


def _month(words: str) -> date:
    if not re.fullmatch(r"\d{4}-\d{2}", words) or not 1 <= int(words[5:]) <= 12 or int(words[:4]) < 1900:
        raise Stop(WRONG, N_("Cli", '"{month}" is not a month. Write it like 2026-11.').of(month=words))
    return date(int(words[:4]), int(words[5:]), 1)


def _report(arguments: argparse.Namespace, say: Translate) -> int:
    from laborqa_desktop.catalogue import translator
    from laborqa_desktop.usecases.reporting import Request
    month = _month(arguments.month)
    if arguments.out.exists():
        raise Stop(WRONG, N_("Cli", "The file {file} exists already and is not overwritten.").of(file=arguments.out))
    office = open_library(arguments.library, writable=arguments.sign)
    try:
        client = office.records.by_code("client", arguments.client) if arguments.client else None
        site = office.records.by_code("site", arguments.site) if arguments.site else None
        request = Request(client_id=client, site_id=site, month=month, language=arguments.lang)
        words = translator(arguments.lang)
        for notice in office.reporting.outlook(request).notices:
            print(notice.say(say), file=sys.stderr)
        if arguments.sign:
            issued = office.issuing.issue(request, words, arguments.out)
            print(issued.code)
        else:
            from laborqa_desktop.exchange.files import write_new
            write_new(arguments.out, office.reporting.draft(request, words))
    finally:
        office.close()
    print(arguments.out)
    return FINE


def _verify(arguments: argparse.Namespace, say: Translate) -> int:
    data = _read(arguments.file)
    if arguments.library is not None:
        office = open_library(arguments.library)
        try:
            checked = office.verifying.verify(data)
            zone = office.store.zone
        finally:
            office.close()
    else:
        from laborqa_desktop.usecases.verifying import verify_alone
        checked, zone = verify_alone(data), "Asia/Shanghai"
    if arguments.json:
        print(json.dumps(checked.as_json(say), ensure_ascii=False, indent=2))
    else:
        for level, text in checked.lines(zone):
            print({"ok": "✓", "warn": "!", "error": "✗"}[level], text.say(say))
    if checked.is_good:
        return FINE
    print(checked.why.say(say), file=sys.stderr)
    return WRONG if checked.is_unreadable else NO


def _list(arguments: argparse.Namespace, say: Translate) -> int:
    from laborqa_desktop.records import TYPES, record_type
    from laborqa_desktop.records.personal import personal_columns
    from laborqa_desktop.usecases.records import Query
    kind = record_type(arguments.kind)
    if arguments.kind not in TYPES:
        raise Stop(WRONG, N_("Records", 'There is no record type "{key}". There are: {known}.')
                    .of(key=arguments.kind, known=", ".join(TYPES)))
    office = open_library(arguments.library)
    try:
        secret = personal_columns(kind, kind.columns)
        columns = tuple(c.key for c in kind.columns) if arguments.json else ()
        query = Query(search=arguments.search, columns=columns)
        if arguments.count:
            print(office.records.exact_count(arguments.kind, query))
            return FINE
        if not arguments.json:
            shown = [c for c in kind.columns if c.shown]
            print("\t".join(c.label.say(say) for c in shown))
            for rows in office.records.all_rows(arguments.kind, query):
                _print_rows(rows, shown, secret, say, ZoneInfo(office.store.zone), sys.stdout)
            return FINE
        _print_json((row for rows in office.records.all_rows(arguments.kind, query) for row in rows),
                    ["" if c in secret else c.key for c in kind.columns], sys.stdout)
    finally:
        office.close()
    return FINE


def _print_rows(rows: Sequence[Any], columns: Sequence[Any], secret: Sequence[Any], say: Translate, zone: ZoneInfo,
                out: IO[str]) -> None:
    for row in rows:
        print("\t".join("***" if c in secret and v is not None else _words(c, v, say, zone)
                        for c, v in zip(columns, row.cells, strict=True)), file=out)


def _print_json(rows: Iterator[Any], keys: Sequence[str], out: IO[str]) -> None:
    """One array; a column without a key holds personal data and is left out."""
    before = "["
    for row in rows:
        values = {key: _plain(v) for key, v in zip(keys, row.cells, strict=True) if key}
        print(before + json.dumps({"id": row.id, **values}, ensure_ascii=False), end="", file=out)
        before = ",\n "
    print("[]" if before == "[" else "]", file=out)


def _words(column: Any, value: Any, say: Translate, zone: ZoneInfo) -> str:
    if value is None:
        return ""
    from laborqa_desktop.usecases.wording import words_of
    return re.sub(r"[\t\r\n]+", " ", words_of(value, say, column.kind, column.labels, column.scale, zone=zone))


def _plain(value: Any) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value


