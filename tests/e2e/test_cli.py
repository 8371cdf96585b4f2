"""The command line as it was promised, line by line, each command in a process of its own."""

import csv
import hashlib
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from laborqa_desktop import bootstrap, cli
from laborqa_desktop.records import TYPES
from laborqa_desktop.store.library import open_store
from laborqa_desktop.usecases.records import Query
from tests.e2e.conftest import PASSWORD, Run

MONTH = ("--month", "2026-10", "--lang", "zh")


def sites(path: Path, *rows: list[str]) -> Path:
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["Code", "Name", "Service type"], *rows])
    return path


def content(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file()}


# ------------------------------------------------------------ new, demo, kinds


def test_new_makes_a_library_that_lists_nothing_and_is_sound(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "新 库"
    made = run("new", folder, "--company", "杭州𬱖公司")
    assert made.code == 0
    assert str(folder) in made.out
    assert (run("list", "site", "--library", folder, "--count").out) == "0\n"
    assert run("check", "--library", folder).code == 0
    before = content(folder)
    again = run("new", folder, "--company", "Other")
    assert (again.code, content(folder)) == (2, before)
    assert "already" in again.err


@pytest.mark.parametrize(("company", "password"), [("  ", PASSWORD), ("甲" * 301, PASSWORD), ("甲", "")])
def test_new_that_cannot_be_leaves_nothing(run: Run, tmp_path: Path, company: str, password: str) -> None:
    assert run("new", tmp_path / "x", "--company", company, password=password).code == 2
    assert list(tmp_path.iterdir()) == []


def test_new_in_a_folder_with_other_files_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("x")
    assert run("new", tmp_path, "--company", "A").code == 2
    assert [one.name for one in tmp_path.iterdir()] == ["mine.txt"]


def test_kinds_are_the_keys_one_a_line(run: Run) -> None:
    said = run("kinds", password=None)
    assert said.out.splitlines() == list(TYPES)
    assert {"site", "inspection", "problem"} <= set(said.out.splitlines())


# ------------------------------------------------------------ list


@pytest.mark.parametrize("kind", TYPES)
def test_list_prints_every_kind_as_table_json_and_number(made: Path, capsys: pytest.CaptureFixture[str],
                                                          monkeypatch: pytest.MonkeyPatch, kind: str) -> None:
    monkeypatch.setenv("LABORQA_PASSWORD", PASSWORD)
    words = ["list", kind, "--library", str(made)]
    answers = []
    for more in ((), ("--json",), ("--count",)):
        assert cli.main([*words, *more]) == 0
        answers.append(capsys.readouterr().out)
    table, rows, number = answers[0].splitlines(), json.loads(answers[1]), int(answers[2])
    assert len(table) - 1 == len(rows) == number
    assert all("id" in row for row in rows)
    assert "13800138000" not in answers[0] + answers[1]


def test_list_searches_and_shows_chinese_in_both_languages(run: Run, made: Path) -> None:
    found = run("list", "site", "--library", made, "--search", "蓝海 大厦", "--json")
    assert [row["code"] for row in json.loads(found.out)] == ["S1"]
    assert run("list", "site", "--library", made, "--search", "lhds", "--count").out == "1\n"
    assert run("list", "site", "--library", made, "--search", "无此", "--count").out == "0\n"
    table = run("list", "site", "--library", made, language="zh").out.splitlines()
    assert table[0].split("\t")[0] == "名称"
    assert any("蓝海䶮园区" in line and "保洁" in line for line in table)


def test_a_reader_that_stops_early_is_no_error(made: Path) -> None:
    command = (f"LABORQA_PASSWORD='{PASSWORD}' '{sys.executable}' -m laborqa_desktop list site --library '{made}' "
               "| head -c 0; echo ${PIPESTATUS[0]}")
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("0\n", "")


# ------------------------------------------------------------ wrong use


@pytest.mark.parametrize(("words", "expected"), [
    (["list", "nonsense", "--library", "LIB"], "There are: company"),
    (["list", "person", "--library", "LIB"], "There are: company"),
    (["list", "site"], "--library"),
    (["list", "site", "--library", "NONE"], "no folder"),
    (["list", "site", "--library", "EMPTY"], "no library"),
    (["import", "nonsense", "FILE", "--library", "LIB"], "no record type"),
    (["import", "report", "FILE", "--library", "LIB"], "cannot be imported"),
    (["import", "site", "NONE.csv", "--library", "LIB"], "no file"),
    (["import", "site", "FILE", "--library", "LIB", "--map", "NONE.json"], "cannot be read"),
    (["import", "site", "FILE", "--library", "LIB", "--map", "FILE"], "JSON"),
    (["report", "--library", "LIB", "--client", "C404", *MONTH, "--out", "x.pdf"], "C404"),
    (["report", "--library", "LIB", "--site", "S404", *MONTH, "--out", "x.pdf", "--sign"], "S404"),
    (["report", "--library", "LIB", "--client", "C1", "--month", "2026-13", "--lang", "zh", "--out", "x"], "2026-13"),
    (["report", "--library", "LIB", "--client", "C1", "--month", "10/2026", "--lang", "zh", "--out", "x"], "10/2026"),
    (["report", "--library", "LIB", "--client", "C1", "--month", "2026-10", "--lang", "fr", "--out", "x"], "fr"),
    (["report", "--library", "LIB", *MONTH, "--out", "x.pdf"], "--client"),
    (["report", "--library", "LIB", "--client", "C1", "--site", "S1", *MONTH, "--out", "x.pdf"], "not allowed"),
    (["report", "--library", "LIB", "--client", "C1", *MONTH, "--out", "FILE"], "exists already"),
    (["report", "--library", "LIB", "--client", "C1", *MONTH, "--out", "NONE/x.pdf"], "x.pdf"),
    (["report", "--library", "LIB", "--client", "C1", *MONTH, "--out", "L" * 300], "too long"),
    (["verify", "NONE.pdf"], "cannot be read"),
    (["check", "--library", "NONE"], "no folder"),
    (["nonsense"], "nonsense"), (["--nonsense"], "COMMAND"), (["new"], "DIR"),
])
def test_wrong_use_is_two_with_a_sentence(made: Path, tmp_path: Path, words: list[str], expected: str,
                                          capsys: pytest.CaptureFixture[str],
                                          monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LABORQA_PASSWORD", PASSWORD)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "EMPTY").mkdir()
    sites(tmp_path / "FILE", ["S9", "x", "Cleaning"])
    sites(tmp_path / "FILE.csv", ["S9", "x", "Cleaning"])
    before = content(made)
    assert cli.main([str(made) if word == "LIB" else word for word in words]) == 2
    assert expected in capsys.readouterr().err
    assert content(made) == before
    assert sorted(one.name for one in tmp_path.iterdir()) == ["EMPTY", "FILE", "FILE.csv"]


def test_a_wrong_or_missing_password_opens_nothing(run: Run, made: Path, capsys: pytest.CaptureFixture[str],
                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    before = content(made)
    for password in ("wrong", "", "Ｃorrect horse 电池", "🔑", "x" * 10_000_000, " " + PASSWORD):
        monkeypatch.setenv("LABORQA_PASSWORD", password)
        for words in (["list", "site"], ["check"], ["check", "--repair"]):
            assert cli.main([*words, "--library", str(made)]) == 2
            said = capsys.readouterr()
            assert (said.out, "does not open this library" in said.err) == ("", True)
    assert run("list", "site", "--library", made, password=None).code == 2
    assert content(made) == before


def test_a_prompt_that_is_left_is_a_sentence(made: Path, capsys: pytest.CaptureFixture[str],
                                             monkeypatch: pytest.MonkeyPatch) -> None:
    def left(_: str) -> str:
        raise EOFError
    monkeypatch.delenv("LABORQA_PASSWORD", raising=False)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", left)
    assert cli.main(["list", "site", "--library", str(made)]) == 2
    assert capsys.readouterr().err == "Stopped.\n"


def test_odd_arguments_never_end_in_a_traceback(made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str],
                                                monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LABORQA_PASSWORD", PASSWORD)
    monkeypatch.chdir(tmp_path)
    pick = random.Random(20261123)
    pieces = ["list", "import", "report", "verify", "check", "new", "kinds", "site", "problem", "report", "--library",
              str(made), "--json", "--count", "--search", "*\"'%_(", "--month", "2026-10", "--client", "C1", "--site",
              "--lang", "zh", "--out", "..", "/", "", "-", "--", "\udcff", "𬱖" * 300, "--dry-run", "--map", "a\tb",
              "--company", "--repair=yes", "--sign", "%s", "{0}", "{key}", str(tmp_path), "/dev/null", "x" * 5000]
    for _ in range(150):
        words = pick.choices(pieces, k=pick.randint(1, 7))
        if "new" in words:
            continue
        code = cli.main(words)
        said = capsys.readouterr()
        assert code in (0, 1, 2), words
        assert code == 0 or said.err.strip(), words


# ------------------------------------------------------------ damage


def test_salvage_saves_into_a_new_folder_and_says_what_is_missing(run: Run, library: Path, tmp_path: Path) -> None:
    before = content(library)
    whole = run("salvage", "--library", library, "--to", tmp_path / "whole", language="zh")
    assert (whole.code, "全部都能读出" in whole.out) == (0, True), whole
    assert content(library) == before
    assert run("check", "--library", tmp_path / "whole").code == 0
    assert run("list", "site", "--library", tmp_path / "whole", "--count").out == "2\n"
    again = run("salvage", "--library", library, "--to", tmp_path / "whole")
    assert (again.code, "not empty" in again.err) == (2, True)
    assert run("salvage", "--library", library, "--to", tmp_path / "x", password="wrong").code == 2
    assert not (tmp_path / "x").exists()
    database = library / "laborqa.db"
    data = bytearray(database.read_bytes())
    for page in range(2, len(data) // 4096, 2):
        data[page * 4096 + 9] ^= 1
    database.write_bytes(data)
    for kept in (library / "backups").iterdir():       # holes would be filled from it
        kept.unlink()
    part = run("salvage", "--library", library, "--to", tmp_path / "part", language="zh")
    assert (part.code, "缺失" in part.out, "页损坏" in part.err) == (1, True, True), part
    assert run("check", "--library", tmp_path / "part").code == 0
    database.write_bytes(b"x" * 8192)
    nothing = run("salvage", "--library", library, "--to", tmp_path / "none", language="zh")
    assert (nothing.code, "完全无法读出" in nothing.err) == (2, True), nothing
    assert not (tmp_path / "none").exists()


# ------------------------------------------------------------ import


def test_import_ends_with_json_and_its_code_is_the_answer(run: Run, library: Path, tmp_path: Path) -> None:
    good = sites(tmp_path / "good.csv", ["S8", "八号", "Cleaning"], ["S1", "蓝海大厦", "Cleaning"])
    dry = run("import", "site", good, "--library", library, "--dry-run")
    assert (dry.code, json.loads(dry.last)) == (0, {"read": 2, "added": 1, "updated": 0, "skipped": 1, "rejected": 0})
    assert run("list", "site", "--library", library, "--count").out == "2\n"
    done = run("import", "site", good, "--library", library)
    assert (done.code, done.last) == (0, dry.last)
    again = run("import", "site", good, "--library", library)
    assert json.loads(again.last)["skipped"] == 2

    bad = sites(tmp_path / "bad.csv", ["S9", "九号", "Cleaning"], ["S7", "", "Flying"])
    stopped = run("import", "site", bad, "--library", library)
    assert (stopped.code, json.loads(stopped.last)) == (
        1, {"read": 2, "added": 0, "updated": 0, "skipped": 1, "rejected": 1})
    assert "Row 3, column B (Name)" in stopped.out
    rest = tmp_path / "rest.xlsx"
    part = run("import", "site", bad, "--library", library, "--rejects", rest)
    assert (part.code, json.loads(part.last)["added"], rest.is_file()) == (1, 1, True)
    assert "rest.xlsx" in part.err
    assert run("list", "site", "--library", library, "--count").out == "4\n"
    assert run("import", "site", bad, "--library", library, "--rejects", rest).code == 2


def test_acts_bear_the_name_in_the_variable(library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                            capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("LABORQA_PASSWORD", PASSWORD)
    for name, expected in (("王芳", "王芳"), (None, "command line")):
        if name:
            monkeypatch.setenv("LABORQA_PERSON", name)
        else:
            monkeypatch.delenv("LABORQA_PERSON")
        file = sites(tmp_path / "a.csv", [f"S-{name}", "八号", "Cleaning"])
        assert cli.main(["import", "site", str(file), "--library", str(library)]) == 0
        office = bootstrap.open_library(library, PASSWORD, writable=False)
        one = office.records.by_code("site", f"S-{name}")
        assert office.records.history("site", one)[0].person == expected
        office.close()


# ------------------------------------------------------------ another process


def test_beside_an_open_window_reads_work_and_writes_wait_for_another_day(run: Run, library: Path,
                                                                          tmp_path: Path) -> None:
    file = sites(tmp_path / "a.csv", ["S8", "八号", "Cleaning"])
    office = bootstrap.open_library(library, PASSWORD)
    try:
        assert run("list", "site", "--library", library, "--count").out == "2\n"
        assert run("report", "--library", library, "--client", "C1", *MONTH, "--out", tmp_path / "r.pdf").code == 0
        for words in (("import", "site", file, "--library", library), ("check", "--library", library, "--repair"),
                      ("report", "--library", library, "--client", "C1", *MONTH, "--out", tmp_path / "s.pdf",
                       "--sign")):
            said = run(*words)
            assert (said.code, "in use" in said.err) == (2, True), said
        assert not (tmp_path / "s.pdf").exists()
    finally:
        office.close()
    assert run("import", "site", file, "--library", library).code == 0


# ------------------------------------------------------------ check


def test_check_finds_changes_nothing_and_repair_heals(run: Run, library: Path) -> None:
    store = open_store(library, PASSWORD)
    with store.quiet() as session:
        session.connection().exec_driver_sql("DELETE FROM search")
    store.close()
    (library / "key-2.json").write_text("broken")
    before = content(library)
    sick = run("check", "--library", library)
    assert (sick.code, content(library)) == (1, before)
    assert "search index" in sick.out
    assert "key-2.json" in sick.out
    assert run("list", "site", "--library", library, "--search", "大厦", "--count").out == "0\n"
    healed = run("check", "--library", library, "--repair")
    assert (healed.code, "Mended" in healed.out) == (0, True)
    assert run("check", "--library", library).code == 0
    assert run("list", "site", "--library", library, "--search", "大厦", "--count").out == "1\n"


# ------------------------------------------------------------ report and verify


def test_a_draft_report_is_unsigned_and_leaves_the_library_alone(run: Run, library: Path, tmp_path: Path) -> None:
    before = content(library)
    out = tmp_path / "草稿.pdf"
    assert run("report", "--library", library, "--client", "C1", *MONTH, "--out", out).code == 0
    assert (out.read_bytes()[:5], content(library)) == (b"%PDF-", before)
    said = run("verify", out, password=None)
    assert said.code == 1
    assert run("report", "--library", library, "--client", "C1", *MONTH, "--out", out).code == 2


def test_signed_reports_are_numbered_verified_and_replaced(run: Run, library: Path, tmp_path: Path,
                                                           capsys: pytest.CaptureFixture[str]) -> None:
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    words = ("report", "--library", library, "--client", "C1", *MONTH, "--sign", "--out")
    one = run(*words, first)
    assert (one.code, one.out.splitlines()) == (0, ["QR-202610-C1-001-V1", str(first)])
    assert run("verify", first, password=None).code == 0
    assert run(*words, second).out.splitlines()[0] == "QR-202610-C1-001-V2"
    assert run("list", "report", "--library", library, "--count").out == "2\n"
    old = run("verify", first, "--library", library, "--json")
    facts = json.loads(old.out)
    assert (old.code, facts["good"]) == (0, True)
    assert facts["register"]["replaced_by"] == "QR-202610-C1-001-V2"
    stated = subprocess.run(["pdfsig", str(second)], capture_output=True, text=True, check=False).stdout
    assert "Signature is Valid" in stated
    assert "Total document signed" in stated
    text = subprocess.run(["pdftotext", str(second), "-"], capture_output=True, text=True, check=True).stdout
    assert "蓝海䶮园区" in text.replace("\n", "")

    data = second.read_bytes()
    page = data.index(b"/ByteRange")
    letters = bytearray(data)
    hole = data.index(b"/Contents <") if b"/Contents <" in data else data.index(b"/Contents<")
    place = next(i for i in range(hole + 12, len(data)) if chr(data[i]) in "abcdef")
    letters[place] = ord(chr(data[place]).upper())
    tries = {"changed": bytes([*data[:1000], data[1000] ^ 1, *data[1001:]]), "appended": data + b"\n",
             "cut": data[:-300], "half": data[:page // 2], "letter case": bytes(letters)}
    for name, changed in tries.items():
        (tmp_path / "x.pdf").write_bytes(changed)
        assert cli.main(["verify", str(tmp_path / "x.pdf")]) == 1, name
        assert capsys.readouterr().err.strip(), name


@pytest.mark.parametrize(("content_", "code"), [(b"hello", 2), (b"", 2), (b"%PDF-1.7\nnonsense", 1)])
def test_what_is_no_pdf_is_unreadable(tmp_path: Path, content_: bytes, code: int, capsys: pytest.CaptureFixture[str],
                                      monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.pdf").write_bytes(content_)
    assert cli.main(["verify", str(tmp_path / "x.pdf")]) == code
    assert capsys.readouterr().err.strip()


def test_a_report_of_another_company_is_whole_but_not_ours(run: Run, library: Path, made: Path,
                                                           tmp_path: Path) -> None:
    out = tmp_path / "theirs.pdf"
    assert run("report", "--library", library, "--site", "S1", *MONTH, "--out", out, "--sign").code == 0
    assert run("verify", out).code == 0
    assert run("verify", out, "--library", made).code == 1


# ------------------------------------------------------------ the rest


def test_help_is_fine(run: Run) -> None:
    said = run("--help", password=None)
    assert (said.code, all(name in said.out for name in cli.COMMANDS)) == (0, True)


def test_demo_makes_the_sample_with_two_reports_that_verify(run: Run, tmp_path: Path,
                                                            capsys: pytest.CaptureFixture[str],
                                                            monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "demo"
    assert run("demo", folder).code == 0
    assert run("demo", folder).code == 2
    monkeypatch.setenv("LABORQA_PASSWORD", PASSWORD)
    for kind, number in (("client", "4"), ("site", "9"), ("staff", "60"), ("report", "2")):
        assert cli.main(["list", kind, "--library", str(folder), "--count"]) == 0
        assert capsys.readouterr().out.strip() == number
    office = bootstrap.open_library(folder, PASSWORD, writable=False)
    for one in office.records.ids("report", Query()):
        (tmp_path / "r.pdf").write_bytes(office.issuing.content(one))
        assert cli.main(["verify", str(tmp_path / "r.pdf"), "--library", str(folder)]) == 0
    office.close()
    assert cli.main(["check", "--library", str(folder)]) == 0


# ------------------------------------------------------------ audit


def test_audit_tells_the_anchor_and_what_was_changed(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "lib"
    run("new", folder, "--company", "A")
    run("import", "site", sites(tmp_path / "sites.csv", ["S1", "一号", "canteen"]), "--library", folder)
    whole = run("audit", "--library", folder)
    head = whole.out.splitlines()[0]
    assert (whole.code, len(head.partition(":")[2])) == (0, 64)
    before = content(folder)
    short = head[:head.index(":") + 17]
    assert [run("audit", "--library", folder, "--anchor", one).code for one in (head, short, "nonsense", "0:0")] == [
        0, 0, 2, 2]
    assert content(folder) == before
    beyond = f"{int(head.partition(':')[0]) + 5}:{head.partition(':')[2]}"
    cut = run("audit", "--library", folder, "--anchor", beyond)
    assert (cut.code, cut.out.splitlines()[0], "newest entries are missing" in cut.err) == (1, head, True)
    with open_store(folder, PASSWORD) as store, store.quiet() as session:
        session.connection().exec_driver_sql("UPDATE act SET person = 'somebody' WHERE id = 1")
    changed = run("audit", "--library", folder)
    assert (changed.code, "changed outside the program" in changed.err) == (1, True)
