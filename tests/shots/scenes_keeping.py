"""What keeps a library safe: backups, health, damage, passwords, the proof of the history, a crash."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from laborqa_desktop.store import btree
from laborqa_desktop.store.folder import Layout
from laborqa_desktop.store.pages import SIZE, Pages
from laborqa_desktop.store.rescue import _own_roots
from laborqa_desktop.usecases.audit import Loss
from laborqa_desktop.usecases.backups import Backup
from laborqa_desktop.usecases.listing import Query
from laborqa_desktop.views.audit_page import AuditPage
from laborqa_desktop.views.backup import second
from laborqa_desktop.views.backup.page import BackupPage
from laborqa_desktop.views.backup.second import Second
from laborqa_desktop.views.backup.wait_dialog import WaitDialog
from laborqa_desktop.views.company.access_dialogs import ask_after_recovery
from laborqa_desktop.views.company.page import CompanyPage
from laborqa_desktop.views.damage.page import DamagePage
from laborqa_desktop.views.error_dialog import CrashDialog
from laborqa_desktop.views.health.page import HealthPage
from laborqa_desktop.views.i18n import translate
from laborqa_desktop.views.main_window import MainWindow
from laborqa_desktop.views.unlock_page import UnlockPage
from tests.shots.stage import PASSWORD, Stage, pause

REPORT = """LaborQA Desktop, Python 3.13, PySide6 6.11, Windows-11
builtins.KeyError
  record_form.py:120 show_record
  keeper.py:70 begin"""
MANY = 60


def scenes(stage: Stage, main: MainWindow) -> Iterator[str]:
    """Brings each scene into the window and gives its name."""
    yield from _access(stage, main)
    yield from _audit(stage, main)
    yield from _backup(stage, main)
    yield from _health(stage)
    yield from _crash(stage, main)


# ------------------------------------------------------------ passwords


def _access(stage: Stage, main: MainWindow) -> Iterator[str]:
    page = stage.go(CompanyPage, "company")
    page.access.remembering.show()
    page.access._show_remembering((True, False))
    page.access.ask_password()
    yield from stage.dialog_scene("settings-password")
    typed = page.access.ask_password()
    for key, words in (("known", "shunhe-2025"), ("new", "shunhe2026"), ("again", "shunhe2027")):
        box = typed.box(key)
        assert isinstance(box, QLineEdit)
        box.setText(words)
    typed.yes.click()
    yield from stage.dialog_scene("settings-password-differs")
    page.access.ask_code()
    yield from stage.dialog_scene("settings-new-code")
    page.access.ask_remember()
    yield from stage.dialog_scene("settings-remember")
    asked = ask_after_recovery(page._desk, main, stage.office.access, "ABCD")
    box = asked.box("new")
    assert isinstance(box, QLineEdit)
    box.setText("shunhe2026")       # its strength is said below
    yield from stage.dialog_scene("settings-after-recovery")


# ------------------------------------------------------------ the history's proof


def _audit(stage: Stage, main: MainWindow) -> Iterator[str]:
    page = stage.go(AuditPage, "audit")
    for name, anchor in (("whole", ""), ("altered", "12:0a1b2c3d4e5f6071")):
        page.anchor.setText(anchor)
        page.verify()
        stage.settle()
        yield f"settings-audit-{name}"
    page.anchor.clear()
    page._clear()
    loss = Loss(stage.office.store.clock().astimezone(main._desk.zone), 48_211, 48_207, "damaged-20261123-091500")
    page._show_loss(loss)
    stage.settle()
    yield "settings-audit-missing"
    page._show_loss(None)


# ------------------------------------------------------------ backups


def _backup(stage: Stage, main: MainWindow) -> Iterator[str]:
    page = stage.go(BackupPage, "backup")
    page.make()
    stage.settle()
    yield "settings-backup-made"
    newest = stage.office.backups.all()[0]
    yield from _preview(stage, page, newest, "settings-backup-preview-same")
    page.drill()
    stage.settle()
    yield "settings-backup-drill"
    place = stage.folder / "U盘"
    place.mkdir(exist_ok=True)
    second.keep(page._desk, Second(place, stage.office.store.clock() - timedelta(days=9)))
    stage.settle()
    page.rows.show_backups(_many(newest), _many(newest)[::3])
    stage.settle()
    yield "settings-backup-many"
    second.keep(page._desk, Second())
    with changed(stage):
        yield from _preview(stage, page, newest, "settings-backup-preview")
        yield from _damage(stage, main)
    yield from _closing(stage)


def _preview(stage: Stage, page: BackupPage, one: Backup, name: str) -> Iterator[str]:
    page.preview(one.path)
    yield from stage.dialog_scene(name)


def _many(newest: Backup) -> list[Backup]:
    """As after some months of work; one of them damaged."""
    whys = ("timer", "close", "timer", "before-import", "by-hand", "close", "timer", "before-purge", "usb")
    return [replace(newest, path=newest.path.with_name(f"{n}.labqbackup"), why=whys[n % len(whys)],
                    made_at=newest.made_at - timedelta(hours=n * (1 + n / 9)), verified=n != 4,
                    bytes=newest.bytes - n * 41_000) for n in range(MANY)]


@contextmanager
def changed(stage: Stage) -> Iterator[None]:
    """Some work done after the newest backup, taken back afterwards."""
    records, acts = stage.office.records, list[int]()
    client = records.by_code("client", "KH-03")
    loaded = records.load("client", client)
    acts.append(records.save("client", client, {**loaded.values, "hotline": "400-000-0911"},
                             loaded.row_version).changes.act_id)
    for name in ("高翔", "邱淑珍"):
        blank = records.blank("outsider").values
        acts.append(records.save("outsider", None, {**blank, "name": name, "code": f"W9-{name}"}).changes.act_id)
    gone = records.page("certificate", Query(), 0, 3)
    acts.append(records.archive("certificate", [one.id for one in gone]).act_id)
    yield
    for act in reversed(acts):
        records.undo(act)


def _closing(stage: Stage) -> Iterator[str]:
    over = threading.Event()

    def work(step: object) -> None:
        step(37, 100)       # type: ignore[operator]
        over.wait(60)

    waiting = WaitDialog(stage.window, stage.background, translate("Session", "Making a backup before closing"),
                         translate("Session", "What you saved is safe in the library; this makes a second, verified "
                                              "copy."), translate("Session", "&Skip it"), work, copying=True)
    waiting.open()
    pause(120)
    yield "closing-backup"
    waiting.reject()
    over.set()
    stage.settle()


# ------------------------------------------------------------ health and damage


def _health(stage: Stage) -> Iterator[str]:
    page = stage.go(HealthPage, "health")
    page.check()
    stage.settle()
    yield "settings-health-sound"
    layout = stage.office.store.layout
    copies = next(iter(layout.backups.iterdir()))
    whole = copies.read_bytes()
    file = next((one for one in sorted(layout.attachments.glob("??/*")) if one.is_file()), None)
    kept = file.read_bytes() if file is not None else b""
    layout.reserve.rename(stage.folder / "reserve.away")
    if file is not None:
        file.write_bytes(kept[:-1])
    copies.write_bytes(whole[:-7] + bytes(7))
    page.check()
    stage.settle()
    copies.write_bytes(whole)
    (stage.folder / "reserve.away").rename(layout.reserve)
    if file is not None:
        file.write_bytes(kept)
    yield "settings-health-found"
    if file is not None:
        yield from _fetched(stage, page, file, kept)
    page.check()
    stage.settle()


def _fetched(stage: Stage, page: HealthPage, file: Path, kept: bytes) -> Iterator[str]:
    """One attachment has a healthy copy, another has none."""
    trash = stage.office.store.layout.attachments / "trash"
    trash.mkdir(exist_ok=True)
    (trash / file.name).write_bytes(kept)
    file.write_bytes(kept[:-1])
    other = next(one for one in sorted(trash.parent.glob("??/*")) if one.is_file() and one != file)
    lost = other.read_bytes()
    other.unlink()
    page.fetch()
    stage.settle()
    other.write_bytes(lost)
    (trash / file.name).unlink()
    yield "settings-health-fetched"


def _damage(stage: Stage, main: MainWindow) -> Iterator[str]:
    look = f"{stage.language}-{stage.theme.choice.value}-{stage.theme.body_px}"
    folder = stage.folder / f"damaged-{look}" / "江城顺和 2026"
    stage.office.idle()
    shutil.copytree(stage.office.store.folder, folder)
    spoil(folder, stage, {"history": 2, "person": 1, "certificate": 1})
    theme = stage.theme.choice.value
    unlock = UnlockPage([], "曾雨桐", stage.language, theme)
    unlock.ask_for(str(folder), folder.name, "")
    unlock.show_notice(translate("Session", "A part of this library is damaged or missing."),
                       translate("Session", "&What now…"), lambda: None)
    stage.put(unlock)
    unlock.card.password.setFocus()
    stage.settle()
    yield "00-unlock-damaged"
    page = DamagePage(stage.background, stage.answers, folder, "", "曾雨桐", lambda folder: lambda: None)
    stage.put(page)
    page.password.setFocus()
    stage.settle()
    yield "damage-1-begin"
    page.password.setText("falsch")
    page.begin()
    stage.settle()
    yield "damage-1-refused"
    page.password.setText(PASSWORD)
    page.begin()
    pause(30)
    yield "damage-2-examining"
    stage.settle()
    yield "damage-3-choice"
    examined, patient = page._examined, page._patient
    assert examined is not None
    assert patient is not None
    page._seen((patient, replace(examined, salvaged=None)))
    stage.settle()
    yield "damage-3-only-the-backup"
    page._seen((patient, examined))
    page.take_salvaged()
    stage.settle()
    yield "damage-4-result"
    stage.window.setCurrentWidget(main)
    for one in (unlock, page):
        stage.window.removeWidget(one)
        one.deleteLater()
    stage.settle()


def spoil(folder: Path, stage: Stage, wanted: dict[str, int]) -> None:
    """Overwrites the last pages of some tables of a library that is closed.

    Args:
        wanted: how many of each table.
    """
    database = Layout(folder).database
    pages = Pages(database, stage.office.store.keys)
    roots = _own_roots(pages)[0]
    numbers = [number for table, count in wanted.items() for number in btree.walk(pages, roots[table]).leaves[-count:]]
    pages.close()
    with database.open("rb+") as file:
        for number in numbers:
            file.seek((number - 1) * SIZE + 100)
            file.write(b"\xff" * 16)


def _crash(stage: Stage, main: MainWindow) -> Iterator[str]:
    main.go("today")
    dialog = CrashDialog(main, stage.answers, REPORT, Path("crash-20261123-013000-000001.txt"))
    dialog.open()
    stage.settle()
    yield "crash-dialog"
    dialog.show_report()
    stage.settle()
    yield "crash-dialog-report"
    dialog.close()
    pause(200)
