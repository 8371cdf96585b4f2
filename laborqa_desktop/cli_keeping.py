"""Sub-commands that keep a library safe: backups, damage, proof of the history, another password."""

import argparse
import sys
from pathlib import Path
from typing import Any

from laborqa_desktop.terminal import (
    FINE,
    NO,
    WRONG,
    Stop,
    ask_new_password,
    ask_password,
    library_option,
    open_library,
    person,
)
from laborqa_desktop.text import N_, Translate


def add_commands(commands: Any) -> None:
    """Adds them to the parser's sub-commands."""
    backup = commands.add_parser("backup", help="make one file with everything, which was read back whole")
    library_option(backup)
    backup.add_argument("--to", required=True, type=Path, metavar="DIR", help="folder; its parent must exist")
    backup.set_defaults(run=_backup)

    proof = commands.add_parser("verify-backup", help="say whether a backup is whole; reads it to its end")
    proof.add_argument("file", type=Path, metavar="FILE")
    proof.set_defaults(run=_verify_backup)

    restore = commands.add_parser("restore", help="make a library from a backup")
    restore.add_argument("file", type=Path, metavar="FILE")
    restore.add_argument("--to", required=True, type=Path, metavar="DIR", help="folder that is absent or empty")
    restore.set_defaults(run=_restore)

    check = commands.add_parser("check", help="look for damage; with --repair heal what can be healed")
    library_option(check)
    check.add_argument("--repair", action="store_true")
    check.set_defaults(run=_check)

    audit = commands.add_parser("audit", help="prove that nobody changed the history; prints its anchor")
    library_option(audit)
    audit.add_argument("--anchor", default="", metavar="COUNT:HEAD", help="as printed in a report; finds a cut-off end")
    audit.set_defaults(run=_audit)

    salvage = commands.add_parser("salvage", help="save what can be read of a damaged library into a new folder")
    library_option(salvage)
    salvage.add_argument("--to", required=True, type=Path, metavar="DIR", help="absent or empty")
    salvage.set_defaults(run=_salvage)

    rekey = commands.add_parser("rekey", help="change the password; the old one may be the recovery code")
    library_option(rekey)
    rekey.set_defaults(run=_rekey)


def _audit(arguments: argparse.Namespace, say: Translate) -> int:
    from laborqa_desktop.usecases.audit import read_anchor
    anchor = read_anchor(arguments.anchor) if arguments.anchor else ""
    office = open_library(arguments.library)
    try:
        verdict = office.audit.verify(anchor)
    finally:
        office.close()
    print(verdict.head)
    lines = (verdict.headline, *verdict.lines)
    for line in lines:
        print(line.say(say), file=sys.stdout if verdict.is_whole else sys.stderr)
    return FINE if verdict.is_whole else NO


def _check(arguments: argparse.Namespace, say: Translate) -> int:
    from laborqa_desktop import bootstrap
    from laborqa_desktop.usecases import checking
    lock = bootstrap.take(arguments.library) if arguments.repair else None
    try:
        found = checking.check(arguments.library, ask_password(), repair=arguments.repair)
    finally:
        if lock is not None:
            lock.unlock()
    for text in found.lines:
        print(text.say(say))
    if found.is_sound:
        print(N_("Cli", "The library is sound.").say(say))
        return FINE
    print(N_("Cli", "Problems found: {count}.").of(count=found.open).say(say), file=sys.stderr)
    return NO


def _salvage(arguments: argparse.Namespace, say: Translate) -> int:
    from laborqa_desktop.usecases import damage, damage_words
    saved = damage.salvage_to(arguments.library, ask_password(), arguments.to, person())
    for line in damage_words.summary(saved):
        print(line.say(say))
    if saved.is_complete:
        print(damage_words.verdict(saved).say(say))
        return FINE
    for line in damage_words.missing(saved):
        print(line.say(say))
    print(damage_words.verdict(saved).say(say), file=sys.stderr)
    return NO


def _rekey(arguments: argparse.Namespace, say: Translate) -> int:
    from laborqa_desktop import bootstrap
    known = ask_password()
    office = bootstrap.open_library(arguments.library, known, person())
    try:
        office.access.change_password(known, ask_new_password())
    finally:
        office.close()
    print(N_("Cli", "The password is changed; the recovery code stays.").say(say))
    print(N_("Cli", "Backups made before still open with the old password. If somebody may know it, make a new backup "
                    "and delete the old ones.").say(say))
    return FINE


def _backup(arguments: argparse.Namespace, say: Translate) -> int:
    from laborqa_desktop.errors import UnreadableInput
    try:
        office = open_library(arguments.library)
        try:
            made = office.backups.full(arguments.to, "cli")
        finally:
            office.close()
    except UnreadableInput as error:
        raise Stop(NO, error.text) from error
    print(made.path)
    if made.missing:
        print(N_("Cli", "{count} {count:attachment is|attachments are} missing or damaged in the library itself, so "
                        "{count:it is|they are} not in the backup. Everything else is.").of(
                        count=made.missing).say(say), file=sys.stderr)
        return NO
    return FINE


def _verify_backup(arguments: argparse.Namespace, say: Translate) -> int:
    from laborqa_desktop.usecases import backups
    file = _backup_file(arguments.file)
    try:
        proof = backups.prove(file, ask_password())
    except backups.NotWhole as error:
        raise Stop(NO, error.text) from error
    print(N_("Cli", "The backup is whole: made {moment}, {rows} {rows:row|rows}, {files} "
                    "{files:attachment|attachments} in it, history {anchor}.").of(
        moment=f"{proof.made_at:%Y-%m-%d %H:%M} UTC", rows=proof.rows, files=proof.attachments,
        anchor=proof.anchor).say(say))
    if proof.missing:
        print(N_("Cli", "{count} {count:attachment was|attachments were} missing or damaged when it was made, so "
                        "{count:it is|they are} not in it.").of(
            count=proof.missing).say(say), file=sys.stderr)
        return NO
    return FINE


def _restore(arguments: argparse.Namespace, say: Translate) -> int:
    from laborqa_desktop.usecases import backups
    file = _backup_file(arguments.file)
    try:
        placed = backups.place(file, arguments.to, ask_password())
    except backups.NotWhole as error:
        raise Stop(NO, error.text) from error
    print(placed.folder)
    if placed.missing:
        print(N_("Cli", "{count} {count:attachment is|attachments are} neither in the backup nor beside it. Everything "
                        "else is restored."
                 ).of(count=placed.missing).say(say), file=sys.stderr)
        return NO
    return FINE


def _backup_file(file: Path) -> Path:
    try:
        with file.open("rb"):
            return file
    except OSError as error:
        raise Stop(WRONG, N_("Cli", "The file {file} cannot be read.").of(file=file)) from error
