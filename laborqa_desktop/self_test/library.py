"""A library of its own: encrypted, brought up to date, filled from a workbook, searched, backed up and restored."""

import json
from pathlib import Path

from laborqa_desktop.self_test.runner import Bench, Broken, Figures

NAME = "䶮㛃𬱖㼆保洁服务"
"""Rare characters of names, which a font, an encoding or an index may lack."""
SITES = 40
FOLDER, OLDER, RESTORED = "资料库 library", "旧版 older", "恢复 restored"


def open_encrypted(bench: Bench) -> Figures:
    """Makes a library, closes it, looks whether it can be read without its password, and opens it again.

    Raises:
        Broken: its files tell what is in them, or another password opens it.
    """
    from laborqa_desktop import bootstrap
    from laborqa_desktop.errors import WrongPassword
    folder = bench.folder / FOLDER
    made, _ = bootstrap.new_library(folder, bench.password, NAME)
    made.close()
    database = (folder / "laborqa.db").read_bytes()
    if database.startswith(b"SQLite format 3") or NAME.encode() in database:
        raise Broken("the database is not encrypted")
    try:
        bootstrap.open_library(folder, bench.password + "x").close()
    except WrongPassword:
        pass
    else:
        raise Broken("a wrong password opens the library")
    bench.office = bootstrap.open_library(folder, bench.password, "self-test")
    if bench.office.company.legal_name() != NAME:
        raise Broken("the company's name came back changed")
    return {"bytes": len(database)}


def migrate(bench: Bench) -> Figures:
    """Opens a library of the oldest schema with a record in it.

    Raises:
        Broken: it is not at the newest schema afterwards, or the record is gone.
    """
    from laborqa_desktop import bootstrap
    from laborqa_desktop.store import migrate as schema
    from laborqa_desktop.store.check import check_folder
    from laborqa_desktop.store.engine import driver
    from laborqa_desktop.usecases.listing import Query
    folder = bench.folder / OLDER
    made, _ = bootstrap.new_library(folder, bench.password, NAME)
    made.records.save("outsider", None, {"name": NAME})
    made.close()
    oldest, newest = schema.REVISIONS[0], schema.REVISIONS[-1]
    schema.take_back(made.store.layout, made.store.keys, oldest)
    office = bootstrap.open_library(folder, bench.password)
    try:
        with office.store.connect() as connection:
            stands = schema.revision(driver(connection))
        if stands != newest:
            raise Broken(f"the library stands at {stands} instead of {newest}")
        if office.records.exact_count("outsider", Query(search=NAME[:2])) != 1:
            raise Broken("a record was lost on the way")
    finally:
        office.close()
    if found := check_folder(folder, bench.password):
        raise Broken(f"damaged afterwards: {found[0]}")
    return {"from": oldest, "to": newest}


def take_workbook(bench: Bench) -> Figures:
    """Writes a workbook of sites and imports it; one client comes first, to whom they belong.

    Raises:
        Broken: not all rows arrived.
    """
    from laborqa_desktop.catalogue import translator
    from laborqa_desktop.exchange.write import export_xlsx, out_column
    from laborqa_desktop.models.enums import ServiceType
    from laborqa_desktop.records import TYPES
    office, say = bench.office, translator("zh")
    owner = office.records.save("outsider", None, {"name": NAME})
    office.records.save("client", None, {"code": "C1", "name": NAME, "owner_id": owner.id})
    fields = {one.key: one for one in TYPES["site"].fields}
    columns = [out_column(fields[key], say) for key in ("code", "name", "client_id", "service_type")]
    rows = [(f"S{number:03}", f"{NAME}项目{number}", "C1", next(iter(ServiceType)).value)
            for number in range(1, SITES + 1)]
    file = bench.folder / "项目点 sites.xlsx"
    export_xlsx(file, "项目点", columns, rows, say)
    done = office.imports.run("site", file)
    if done.counts.get("added") != SITES:
        raise Broken(f"the import took {json.dumps(done.counts)} of {SITES} rows")
    return {"rows": SITES, "bytes": file.stat().st_size}


def search(bench: Bench) -> Figures:
    """Looks for what was imported, by two characters of which one is rare.

    Raises:
        Broken: it is not found, or what is not there is.
    """
    from laborqa_desktop.usecases.listing import Query
    records = bench.office.records
    found = records.exact_count("site", Query(search=NAME[2:4]))
    if found != SITES:
        raise Broken(f"{found} of {SITES} sites are found")
    if records.exact_count("site", Query(search="鑫淼")):
        raise Broken("the search finds what is not there")
    return {"found": found}


def back_up_and_restore(bench: Bench) -> Figures:
    """Makes a full backup, reads it to its end, makes a library from it and compares row by row.

    Raises:
        Broken: anything differs.
    """
    from laborqa_desktop import bootstrap
    from laborqa_desktop.store.comparing import tables, unequal_tables
    from laborqa_desktop.store.engine import driver
    from laborqa_desktop.usecases import backups
    made = bench.office.backups.full(bench.folder / "备份 backups", "self-test")
    proof = backups.prove(made.path, bench.password)
    folder: Path = backups.place(made.path, bench.folder / RESTORED, bench.password).folder
    restored = bootstrap.open_library(folder, bench.password, writable=False)
    try:
        with bench.office.store.connect() as here, restored.store.connect() as there:
            compared = tables(driver(here))
            unequal = unequal_tables(driver(here), driver(there))
    finally:
        restored.close()
    if unequal:
        raise Broken(f"the restored library differs in: {', '.join(unequal)}")
    if proof.rows < SITES:
        raise Broken(f"the backup holds only {proof.rows} rows")
    return {"bytes": made.bytes, "rows": proof.rows, "tables": len(compared)}
