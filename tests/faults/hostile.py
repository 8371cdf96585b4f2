"""Spreadsheets as attackers and broken programs make them: whole seeds, mutations of them, and the files of 3.8."""

import csv
import io
import random
import re
import zipfile
from collections.abc import Callable, Mapping
from datetime import date, datetime
from xml.sax.saxutils import escape

import openpyxl
import xlsxwriter

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

STAFF = ("工号", "姓名", "电话", "身份证号", "Birth date", "入职日期", "Status", "Post", "备注")
SITES = ("编号", "名称", "Service type", "地址", "电话", "备注")
COURSES = ("Code", "Name", "Category", "Phase", "Hours", "Pass mark (%)", "Repeat after (months)")
NASTY = ("", " ", "'", "''=1", "=1+1", "%", "{x}", "{0}", "\u202e张", "䶮㛃𬱖", "1E5", "1e999999万", "9" * 40,
         "0001-01-01", "2026-02-30", "9999-12-31 23:59", "(" * 3000, "2026-1-1" + " " * 3000 + "x", "NaN", "-0", "inf",
         "\ufffe", "是", "合计", "TRUE", "\u3000", "1.1e17", "330106199001010000", "\ud7ff", "a\nb", "\t",
         "_x0000_", "&#0;")


def written(rows: list[list[object]], **options: object) -> bytes:
    """A workbook by xlsxwriter, shared strings and all."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, **options})
    sheet = book.add_worksheet("名单")
    day = book.add_format({"num_format": "yyyy/m/d"})
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            if isinstance(cell, date):
                sheet.write_datetime(number, place, datetime(cell.year, cell.month, cell.day), day)
            else:
                sheet.write(number, place, cell)
    book.close()
    return out.getvalue()


def saved(rows: list[list[object]], *, title: str = "", formulas: bool = False) -> bytes:
    """A workbook by openpyxl, perhaps with a merged title above and formulas without results below."""
    book = openpyxl.Workbook()
    sheet = book.active
    if title:
        sheet.append([title])
        sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(rows[0]))
    for row in rows:
        sheet.append(row)
    if formulas:
        sheet.append(["合计", "=SUM(A2:A9)", "=1/0"])
        sheet.merge_cells(start_row=2, start_column=3, end_row=4, end_column=3)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def bare(rows: str, dimension: str = "A1", more: Mapping[str, str | bytes] = {}, *, after: str = "") -> bytes:
    """A workbook whose one sheet holds exactly this XML.

    Args:
        more: further parts, or others in the place of those made here.
        after: XML behind the rows, such as merged cells.
    """
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{RELATIONS}/officeDocument" '
                       'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<?xml version="1.0"?><workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
                           '<sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" '
                                      f'Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<?xml version="1.0"?><worksheet xmlns="{MAIN}" xmlns:x="{MAIN}"><dimension '
                                    f'ref="{dimension}"/><sheetData>{rows}</sheetData>{after}</worksheet>',
        **more}
    return packed(parts)


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def text_cell(reference: str, text: str) -> str:
    """A cell with its text inside it."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


def staff_rows(number: int) -> list[list[object]]:
    """Plain rows of a staff list, headings first."""
    rows: list[list[object]] = [list(STAFF)]
    for one in range(number):
        rows.append([f"E{one:03d}", f"张{'一二三四五六七八九十'[one % 10]}", f"1380013{one:04d}", "",
                     date(1990, 1, 1 + one % 28), date(2024, 1, 1), "active", "P1", "备注" * (one % 5)])
    return rows


def site_rows(number: int) -> list[list[object]]:
    """Plain rows of a list of sites, headings first."""
    return [list(SITES), *([f"S{one:03d}", f"{one}号楼", "cleaning", "杭州市西湖区", "0571-88888888", one * 1.5]
                           for one in range(number))]


def course_rows(number: int) -> list[list[object]]:
    """Plain rows of a list of courses, headings first."""
    return [list(COURSES),
            *([f"K{one:03d}", f"课程{one}", "safety", "pre_job", 1.5 + one, 60, 12] for one in range(number))]


def workbooks() -> list[tuple[str, bytes]]:
    """Seeds: (record type, file)."""
    inline = "".join(
        f'<row r="{number}">' + "".join(text_cell(f"{'ABCDEF'[place]}{number}", str(cell))
                                        for place, cell in enumerate(row)) + "</row>"
        for number, row in enumerate(site_rows(12), 1))
    loose = ('<row><c t="inlineStr"><is><t>编号</t></is></c><c t="inlineStr"><is><t>名称</t></is></c></row>'
             '<row><c><v>1</v></c><c t="e"><f>X</f><v>#N/A</v></c></row>')
    return [
        ("staff", written(staff_rows(25))), ("staff", saved(staff_rows(12), title="2026 年名单", formulas=True)),
        ("site", written(site_rows(25))), ("site", saved(site_rows(9), formulas=True)),
        ("site", bare(inline, "A1:XFD1048576")), ("site", bare(loose)), ("course", written(course_rows(9))),
    ]


def tables() -> list[tuple[str, bytes]]:
    """Seeds: (record type, csv file)."""
    found = []
    for encoding, delimiter in (("utf-8-sig", ","), ("gb18030", ","), ("utf-16", "\t"), ("utf-8", ";")):
        for kind, rows in (("staff", staff_rows(15)), ("site", site_rows(15)), ("course", course_rows(9))):
            out = io.StringIO()
            csv.writer(out, delimiter=delimiter).writerows(rows)
            found.append((kind, out.getvalue().encode(encoding)))
    return found


# ------------------------------------------------------------ mutations


def flipped(data: bytes, chance: random.Random) -> bytes:
    """Bytes changed, cut off, doubled or pushed in anywhere."""
    changed = bytearray(data)
    for _ in range(chance.choice((1, 2, 8, 40))):
        place = chance.randrange(len(changed))
        match chance.randrange(6):
            case 0 | 1 | 2:
                changed[place] = chance.randrange(256)
            case 3:
                del changed[place:place + chance.choice((1, 4, 100))]
            case 4:
                changed[place:place] = changed[place:place + chance.choice((1, 16, 200))]
            case _:
                changed[place:place] = chance.randbytes(chance.choice((1, 8)))
        if len(changed) < 8:
            return data[:8]
    return bytes(changed)


XML_BITS = (b"<", b">", b"/>", b'"', b"&", b"&#0;", b"&#xD800;", b"&lt;", b"]]>", b"<![CDATA[", b"<!--", b"-->", b"<?x",
            b"<!DOCTYPE a>", b' r="XFD1048576"', b' r="a0"', b' t="s"', b' t="e"', b' t="d"', b' t="b"', b' t="str"',
            b"<v>", b"</v>", b"<f>", b"<c>", b"</c>", b"<row>", b"</row>", b"<v>99999999999</v>", b"<v>-1</v>",
            b"<v>1e308</v>", b"\0", b"\xff", b"<is><t>", b' s="9999"', b' r="199999"', b"</sheetData>",
            b"<x:c r='B2'><x:v>1</x:v></x:c>", b'<mergeCell ref="A1:ZZ9"/>',
            *(word.encode("utf-8", "surrogatepass") for word in NASTY))


INSIDE = re.compile(rb">[^<>]+<|=\"[^\"<>]*\"")


def _sound_xml(data: bytes, chance: random.Random) -> bytes:
    """Other texts and attributes in XML that stays well formed, so that the readers behind the parser are reached."""
    spots = list(INSIDE.finditer(data[:400_000]))
    for spot in sorted(chance.sample(spots, min(len(spots), chance.choice((1, 3, 10)))), key=lambda one: -one.start()):
        word = chance.choice((*NASTY, "A1", "ZZ1", "B99999", "s", "e", "str", "d", "b", "n", "0", "-1", "1", "99999999",
                              "1e308", "0.1", "45000", "2958466", "-2958466", "true"))
        new = escape(word, {'"': "&quot;"}).encode("utf-8", "surrogatepass")
        data = data[:spot.start()] + spot[0][:1 + (spot[0][:1] == b"=")] + new + spot[0][-1:] + data[spot.end():]
    return data


def _xml(data: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.6:
        return _sound_xml(data, chance)
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 6))):
        place = chance.randrange(len(changed) + 1)
        other = min(len(changed), place + chance.choice((0, 1, 3, 30, 300)))
        match chance.randrange(4):
            case 0:
                changed[place:other] = chance.choice(XML_BITS)
            case 1:
                changed[place:place] = changed[place:other] * chance.choice((1, 2, 50))
            case 2:
                digits = [at for at, byte in enumerate(changed[:200_000]) if 48 <= byte < 58]
                if digits:
                    changed[chance.choice(digits)] = chance.choice(b"0123456789")
            case _:
                tags = [at for at, byte in enumerate(changed[:200_000]) if byte == 62]
                if tags:
                    at = chance.choice(tags) + 1
                    changed[at:at] = chance.choice(XML_BITS)
    return bytes(changed)


def workbook_mutated(data: bytes, chance: random.Random) -> bytes:
    """A workbook with bytes changed in its container, or with one to three parts written anew with changed XML."""
    if chance.random() < 0.3:
        return flipped(data, chance)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    telling = [name for name in parts if "sheet" in name or "haredS" in name or "workbook" in name or "styles" in name]
    for name in chance.sample(telling, min(len(telling), chance.choice((1, 1, 3)))):
        part = parts[name]
        assert isinstance(part, bytes)
        if chance.random() < 0.05:
            del parts[name]
        else:
            parts[name] = _xml(part, chance)
    return packed(parts)


def table_mutated(data: bytes, chance: random.Random) -> bytes:
    """A csv file with changed bytes, or with marks and cells that mean something to a reader."""
    if chance.random() < 0.4:
        return flipped(data, chance)
    encoding = "utf-16" if data[:2] == b"\xff\xfe" else "gb18030" if chance.random() < 0.2 else "utf-8"
    text = data.decode(encoding, "replace")
    if chance.random() < 0.5:
        mark = chance.choice((",", ";", "\t"))
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))
        for _ in range(chance.choice((1, 4, 20))):
            row = chance.choice(rows)
            if row:
                row[chance.randrange(len(row))] = chance.choice(NASTY)
        out = io.StringIO()
        csv.writer(out, delimiter=mark).writerows(rows)
        return out.getvalue().encode(encoding, "replace")
    for _ in range(chance.choice((1, 2, 10))):
        place = chance.randrange(len(text) + 1)
        bit = chance.choice(('"', '""', ",", ";", "\t", "\r", "\n", "\r\n", "sep=\n", "\ufeff", *NASTY))
        text = text[:place] + bit + text[place + chance.choice((0, 0, 1, 5)):]
    return text.encode(encoding if chance.random() < 0.9 else "gb18030", "replace")


Mutate = Callable[[bytes, random.Random], bytes]
