"""What the world hands in that is broken: each is answered by a Chinese sentence, and nothing is left behind."""

import os
import re
import resource
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
import xlsxwriter
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

from laborqa_desktop import bootstrap
from laborqa_desktop.errors import LibraryInUse, Refused, UnreadableInput, UserError, WrongPassword
from laborqa_desktop.exchange.files import replace_file
from laborqa_desktop.store.library import open_store
from laborqa_desktop.text import Text, Translate
from laborqa_desktop.usecases.importing import Choice
from laborqa_desktop.usecases.office import Office
from laborqa_desktop.usecases.records import Query
from laborqa_desktop.usecases.reporting import Request
from laborqa_desktop.usecases.verifying import verify_alone
from tests.e2e.conftest import PASSWORD, program
from tests.e2e.test_cli import MONTH, content

Tell = Callable[[Text, str], None]
SITE_HEAD = ["编号", "名称", "服务类型"]


@pytest.fixture
def tell(chinese: Translate) -> Tell:
    """Holds a text to its Chinese sentence."""
    def check(text: Text, fragment: str) -> None:
        words = text.say(chinese)
        assert re.search("[\u4e00-\u9fff]", words), words
        assert "{" not in words
        assert fragment in words, words
    return check


@pytest.fixture
def office(library: Path) -> Iterator[Office]:
    """An open copy of the small library."""
    opened = bootstrap.open_library(library, PASSWORD, "王芳")
    yield opened
    opened.close()


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """A disk of that size; only root can mount one."""
    if os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    place = folder / "disk"
    place.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(place)], check=False,
                      capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def sites(office: Office) -> int:
    return office.records.exact_count("site", Query())


# ------------------------------------------------------------ libraries


@pytest.mark.parametrize("password", ["wrong", "", "correct horse 电池 ", "错误"])
def test_a_wrong_password(library: Path, tell: Tell, password: str) -> None:
    before = content(library)
    with pytest.raises(WrongPassword) as caught:
        open_store(library, password)
    tell(caught.value.text, "密码")
    assert content(library) == before


@pytest.mark.parametrize("share", [0.0, 0.01, 0.5, 0.99])
def test_a_truncated_database(library: Path, tell: Tell, share: float) -> None:
    database = library / "laborqa.db"
    data = database.read_bytes()
    database.write_bytes(data[:int(len(data) * share)])
    before = content(library)
    said = program("check", "--library", library, language="zh")
    assert (said.code, "损坏" in said.out) == (1, True), said
    assert {name: sum_ for name, sum_ in content(library).items() if not name.endswith(("-shm", "-wal"))} == {
        name: sum_ for name, sum_ in before.items() if not name.endswith(("-shm", "-wal"))}
    if share < 0.9:
        with pytest.raises(UnreadableInput) as caught:
            open_store(library, PASSWORD)
        tell(caught.value.text, "损坏")


@pytest.mark.parametrize(("name", "fragment"), [("laborqa.db", "laborqa.db"), ("key-*.json", "密钥文件")])
def test_a_library_that_lost_a_part(library: Path, tell: Tell, name: str, fragment: str) -> None:
    for path in library.glob(name):
        path.unlink()
    with pytest.raises(UnreadableInput) as caught:
        open_store(library, PASSWORD)
    tell(caught.value.text, fragment)


def test_a_read_only_folder(made: Path, tmp_path: Path, tell: Tell) -> None:
    with small_disk(tmp_path, "64m") as disk:
        subprocess.run(["cp", "-r", str(made), str(disk / "库")], check=True)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        before = content(disk)
        office = bootstrap.open_library(disk / "库", PASSWORD)
        assert office.notice is not None
        tell(office.notice, "只读")
        assert sites(office) == 2
        with pytest.raises(Refused) as refused:
            office.records.save("post", None, {"name": "保安", "code": "P2"})
        tell(refused.value.text, "只读")
        with pytest.raises(UserError) as unwritable:
            replace_file(disk / "x.xlsx", b"x")
        assert "Read-only" not in str(unwritable.value.text)
        with pytest.raises(UserError) as new:
            bootstrap.new_library(disk / "新", PASSWORD, "甲")
        tell(new.value.text, "无法")
        office.close()
        said = program("report", "--library", disk / "库", "--client", "C1", *MONTH, "--out", disk / "r.pdf",
                       language="zh")
        assert (said.code, "r.pdf" in said.err) == (2, True)
        assert program("import", "post", made / "library.labq", "--library", disk / "库", language="zh").code == 2
        assert content(disk) == before


def test_a_database_file_that_is_write_protected(library: Path, tell: Tell) -> None:
    database = library / "laborqa.db"
    if os.geteuid() != 0:
        pytest.skip("only root can protect a file from itself")
    if subprocess.run(["mount", "--bind", str(database), str(database)], check=False, capture_output=True).returncode:
        pytest.skip("no file can be mounted here")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(database)], check=True)
        before = content(library)
        office = bootstrap.open_library(library, PASSWORD)
        assert office.notice is not None
        tell(office.notice, "写保护")
        assert sites(office) == 2
        with pytest.raises(Refused) as refused:
            office.records.save("post", None, {"name": "保安", "code": "P2"})
        tell(refused.value.text, "写保护")
        office.close()
        said = program("import", "post", library / "library.labq", "--library", library, language="zh")
        assert (said.code, "Traceback" in said.err) == (2, False)
        assert content(library) == before
    finally:
        subprocess.run(["umount", "-l", str(database)], check=True)


def test_a_library_in_use(library: Path, office: Office, tell: Tell) -> None:
    with pytest.raises(LibraryInUse) as caught:
        bootstrap.open_library(library, PASSWORD)
    tell(caught.value.text, "使用")


# ------------------------------------------------------------ spreadsheets


def test_a_csv_with_a_broken_quote(office: Office, tell: Tell, tmp_path: Path) -> None:
    file = tmp_path / "坏.csv"
    file.write_text('编号,名称,服务类型\nS8,八号,保洁\nS9,"九号,保洁\nS10,十号,保洁\n', "utf-8")
    with pytest.raises(UnreadableInput) as caught:
        office.imports.run("site", file)
    tell(caught.value.text, "3")
    tell(caught.value.text, "引号")
    assert sites(office) == 2


def workbook(file: Path, fill: Callable[[xlsxwriter.Workbook, xlsxwriter.worksheet.Worksheet], None]) -> Path:
    book = xlsxwriter.Workbook(file)
    sheet = book.add_worksheet()
    fill(book, sheet)
    book.close()
    return file


def test_an_xlsx_with_formulas(office: Office, tell: Tell, tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        sheet.write_row(0, 0, SITE_HEAD)
        sheet.write_row(1, 0, ["S8", "", "保洁"])
        sheet.write_formula(1, 1, '="八"&"号"', None, "八号")
        sheet.write_row(2, 0, ["S9", "", "保洁"])
        sheet.write_formula(2, 1, "=Z1/0", None, "#DIV/0!")

    done = office.imports.run("site", workbook(tmp_path / "a.xlsx", fill), choice=Choice.DRY)
    assert [row.values["name"] for row in done.trial.new] == ["八号"]
    (flaw,) = done.trial.flaws
    assert (flaw.row, flaw.value) == (3, "#DIV/0!")
    tell(flaw.reason, "#DIV/0!")
    assert done.stopped is not None
    tell(done.stopped, "没有导入")


def test_an_xlsx_with_merged_cells_and_a_million_empty_rows(office: Office, tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        sheet.merge_range(0, 0, 0, 2, "2026年项目点清单")
        sheet.write_row(1, 0, SITE_HEAD)
        sheet.write_row(2, 0, ["S8", "八号"])
        sheet.write_row(3, 0, ["S9", "九号"])
        sheet.merge_range(2, 2, 3, 2, "保洁")
        style = book.add_format({"bg_color": "#FFFFFF"})
        sheet.write_blank(1_048_575, 2, None, style)
        sheet.set_row(1_048_570, 20)

    done = office.imports.run("site", workbook(tmp_path / "a.xlsx", fill))
    assert (done.counts["added"], done.counts["rejected"]) == (2, 0)
    assert sites(office) == 4


def test_an_xlsx_that_reaches_too_far_with_values(office: Office, tell: Tell, tmp_path: Path) -> None:
    def fill(book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet) -> None:
        sheet.write_row(0, 0, SITE_HEAD)
        sheet.write(1_048_575, 0, "S9")

    with pytest.raises(UnreadableInput) as caught:
        office.imports.run("site", workbook(tmp_path / "a.xlsx", fill))
    tell(caught.value.text, "200,000")


@pytest.mark.parametrize(("name", "data", "fragment"), [
    ("a.xlsx", b"hello", "损坏"), ("a.xlsx", b"PK\x03\x04" + b"x" * 50, "损坏"), ("a.xls", b"", "损坏"),
    ("a.et", b"x", "xlsx"), ("a.csv", b"\x00\x01\x02", "零字节"), ("a.csv", b"", "没有"), ("a", b"x", "xlsx")])
def test_what_is_no_spreadsheet(office: Office, tell: Tell, tmp_path: Path, name: str, data: bytes,
                                fragment: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableInput) as caught:
        office.imports.run("site", tmp_path / name)
    tell(caught.value.text, fragment)
    assert sites(office) == 2


# ------------------------------------------------------------ signing identities


def pfx(name: str, begins: datetime, ends: datetime, password: bytes = b"right") -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    certificate = (x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
                   .serial_number(7).not_valid_before(begins).not_valid_after(ends).sign(key, hashes.SHA256()))
    return pkcs12.serialize_key_and_certificates(b"x", key, certificate, None, BestAvailableEncryption(password))


@pytest.mark.parametrize(("password", "begins", "ends", "error", "fragment"), [
    ("wrong", -10, 10, WrongPassword, "密码"), ("", -10, 10, WrongPassword, "密码"),
    ("right", -20, -10, Refused, "到期"), ("right", 10, 20, Refused, "才有效")])
def test_a_pfx_that_cannot_sign(office: Office, tell: Tell, password: str, begins: int, ends: int,
                                error: type[UserError], fragment: str) -> None:
    now = datetime.now(UTC)
    before = office.company.identity()
    with pytest.raises(error) as caught:
        office.company.import_identity(pfx("甲", now + timedelta(begins), now + timedelta(ends)), password)
    tell(caught.value.text, fragment)
    assert office.company.identity() == before


def test_a_file_that_is_no_pfx(office: Office, tell: Tell) -> None:
    for data in (b"", b"hello", pfx("甲", datetime.now(UTC), datetime.now(UTC) + timedelta(1))[:200]):
        with pytest.raises(UnreadableInput) as caught:
            office.company.import_identity(data, "right")
        tell(caught.value.text, ".pfx")


def test_an_identity_that_has_expired_signs_nothing(office: Office, tell: Tell, chinese: Translate,
                                                    tmp_path: Path) -> None:
    later = datetime.now(UTC) + timedelta(days=11 * 366)
    office.store.clock = lambda: later
    with pytest.raises(Refused) as caught:
        office.issuing.issue(request(office), chinese, tmp_path / "r.pdf")
    tell(caught.value.text, "到期")
    assert not (tmp_path / "r.pdf").exists()
    assert office.records.exact_count("report", Query()) == 0


# ------------------------------------------------------------ PDFs


@pytest.mark.parametrize("data", [b"", b"hello", b"GIF89a" * 100, b"%PDF-", b"%PDF-1.7\n%%EOF", bytes(1000)])
def test_a_pdf_that_is_none(tell: Tell, data: bytes) -> None:
    checked = verify_alone(data)
    assert not checked.is_good
    for _, text in checked.lines():
        tell(text, "")


# ------------------------------------------------------------ writing reports


def request(office: Office) -> Request:
    return Request(client_id=office.records.by_code("client", "C1"), site_id=None, month=date(2026, 10, 1),
                   language="zh")


def test_a_report_target_that_exists(office: Office, tell: Tell, chinese: Translate, tmp_path: Path) -> None:
    (tmp_path / "r.pdf").write_bytes(b"mine")
    with pytest.raises(UserError) as caught:
        office.issuing.issue(request(office), chinese, tmp_path / "r.pdf")
    tell(caught.value.text, "r.pdf")
    assert (tmp_path / "r.pdf").read_bytes() == b"mine"
    assert office.records.exact_count("report", Query()) == 0


@pytest.mark.parametrize("mark", [".~lock.r.xlsx#", "~$r.xlsx"])
def test_a_target_open_in_another_program(tell: Tell, tmp_path: Path, mark: str) -> None:
    target = tmp_path / "r.xlsx"
    target.write_bytes(b"old")
    (tmp_path / mark).write_text("someone")
    with pytest.raises(UserError) as caught:
        replace_file(target, b"new")
    tell(caught.value.text, "r (2).xlsx")
    assert (target.read_bytes(), len(list(tmp_path.iterdir()))) == (b"old", 2)


def test_a_report_target_that_another_program_holds_as_on_windows(
        office: Office, tell: Tell, chinese: Translate, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = Path.replace

    def held(self: Path, target: Path) -> Path:
        if Path(target).suffix == ".pdf":
            raise PermissionError(13, "held by another process")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", held)
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(UserError) as caught:
        office.issuing.issue(request(office), chinese, folder / "r.pdf")
    tell(caught.value.text, "r.pdf")
    assert list(folder.iterdir()) == []
    assert office.records.exact_count("report", Query()) == 0


def test_a_disk_that_fills_up_while_a_report_is_written(office: Office, tell: Tell, chinese: Translate,
                                                        tmp_path: Path) -> None:
    with small_disk(tmp_path, "48k") as disk:
        with pytest.raises(UserError) as caught:
            office.issuing.issue(request(office), chinese, disk / "r.pdf")
        tell(caught.value.text, "磁盘已满")
        assert list(disk.iterdir()) == []
    assert office.records.exact_count("report", Query()) == 0
    assert office.issuing.issue(request(office), chinese, tmp_path / "r.pdf").code == "QR-202610-C1-001-V1"


def test_a_file_size_limit_while_a_draft_is_written(made: Path, tmp_path: Path) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))

    said = program("report", "--library", made, "--client", "C1", *MONTH, "--out", tmp_path / "r.pdf", language="zh",
                   before=limit)
    assert (said.code, "磁盘" in said.err) == (2, True), said
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_fills_up_under_the_library(made: Path, tmp_path: Path, tell: Tell, chinese: Translate) -> None:
    with small_disk(tmp_path, "3m") as disk:
        subprocess.run(["cp", "-r", str(made), str(disk / "库")], check=True)
        office = bootstrap.open_library(disk / "库", PASSWORD)
        (disk / "ballast").write_bytes(b"x" * max(0, _free(disk) - 150_000))
        with pytest.raises(UserError) as caught:
            office.issuing.issue(request(office), chinese, tmp_path / "r.pdf")
        tell(caught.value.text, "磁盘")
        assert not (tmp_path / "r.pdf").exists()
        assert office.records.exact_count("report", Query()) == 0
        (disk / "ballast").unlink()
        office.close()
        assert program("check", "--library", disk / "库").code == 0


def _free(folder: Path) -> int:
    found = os.statvfs(folder)
    return found.f_bavail * found.f_frsize
