"""Tables that are built against their reader: what each is, and how it may end."""

import csv
import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable

import xlsxwriter

HEAD = "氏名,住所,電話番号\n"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}'
    "</Relationships>"
)
REL = (
    '<Relationship Id="r{n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
    'Target="{target}"{more}/>'
)
BOOK = (
    '<?xml version="1.0"?>{head}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>'
    '<sheet name="顧客" sheetId="1" r:id="r1"/></sheets></workbook>'
)
SHEET = (
    '<?xml version="1.0"?>{head}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>{rows}</sheetData></worksheet>"
)
STRINGS = '<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{}</sst>'
NAMED = '<row r="1"><c r="A1" t="inlineStr"><is><t>氏名</t></is></c></row>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a0 "はは">{}]>'.format(
    "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY o SYSTEM "file:///etc/passwd">]>'


def cell(ref: str, text: str, kind: str = "inlineStr") -> str:
    """One cell in the XML of a sheet."""
    inner = f"<is><t>{text}</t></is>" if kind == "inlineStr" else f"<v>{text}</v>"
    return f'<c r="{ref}" t="{kind}">{inner}</c>'


def sheet(rows: str, head: str = "") -> str:
    """A sheet below its header."""
    return SHEET.format(head=head, rows=NAMED + rows)


def book(sheet_xml: str | bytes, more: dict[str, str | bytes] | None = None, head: str = "", rels: str = "") -> bytes:
    """A workbook of one sheet, written by hand."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr(
            "_rels/.rels", RELS.format(REL.format(n=1, kind="officeDocument", target="xl/workbook.xml", more=""))
        )
        archive.writestr("xl/workbook.xml", BOOK.format(head=head))
        sheets = REL.format(n=1, kind="worksheet", target="worksheets/sheet1.xml", more="")
        archive.writestr("xl/_rels/workbook.xml.rels", RELS.format(sheets + rels))
        archive.writestr("xl/worksheets/sheet1.xml", sheet_xml)
        for name, content in (more or {}).items():
            archive.writestr(name, content)
    return file.getvalue()


def good(**how: object) -> bytes:
    """A workbook as a program writes it."""
    file = io.BytesIO()
    made = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, **how})
    page = made.add_worksheet()
    page.write_row(0, 0, ["氏名", "備考"])
    for n in range(1, 50):
        page.write_row(n, 0, [f"山田{n}", "=1+1"])
    made.close()
    return file.getvalue()


def bomb(size: int) -> bytes:
    """A sheet that unpacks to so many bytes of spaces."""
    return packed("xl/worksheets/sheet1.xml", [b" " * 2**20] * (size >> 20))


def packed(name: str, chunks: Iterable[bytes], claimed: int | None = None) -> bytes:
    """A workbook with one member more, of any size; `claimed` is what it says of its size."""
    deflate, crc, size, body = zlib.compressobj(9, zlib.DEFLATED, -15), 0, 0, []
    for chunk in chunks:
        crc, size = zlib.crc32(chunk, crc), size + len(chunk)
        body.append(deflate.compress(chunk))
    data = b"".join([*body, deflate.flush()])
    said = size if claimed is None else claimed
    raw = name.encode()
    first = io.BytesIO()
    with zipfile.ZipFile(first, "w") as archive:
        archive.writestr("xl/workbook.xml", BOOK.format(head=""))
    start = first.getvalue()[: first.getvalue().index(b"PK\x01\x02")]
    facts = struct.pack("<HHHHHLLLHH", 20, 0, 8, 0, 33, crc, len(data), min(said, 2**32 - 1), len(raw), 0)
    local = b"PK\x03\x04" + facts + raw + data
    old = first.getvalue()[len(start) :]
    old = old[: old.index(b"PK\x05\x06")]
    entry = b"PK\x01\x02" + struct.pack("<H", 20) + facts + struct.pack("<HHHLL", 0, 0, 0, 0, len(start)) + raw
    directory = old + entry
    end = struct.pack("<HHHHLLH", 0, 0, 2, 2, len(directory), len(start) + len(local), 0)
    return start + local + directory + b"PK\x05\x06" + end


def overlapping() -> bytes:
    """Every entry of the directory points at the same bytes (as David Fifield's bombs do)."""
    raw = bytearray(good())
    places = [at for at in range(len(raw)) if raw[at : at + 4] == b"PK\x01\x02"]
    where = raw[places[0] + 42 : places[0] + 46]
    for at in places:
        raw[at + 42 : at + 46] = where
    return bytes(raw)


def lying(size: int) -> bytes:
    """A member that unpacks to more than it says."""
    return packed("xl/worksheets/sheet1.xml", [b" " * 2**20] * (size >> 20), claimed=100)


def cut(raw: bytes, share: float) -> bytes:
    """The beginning of a file."""
    return raw[: int(len(raw) * share)]


def flipped(raw: bytes, at: float) -> bytes:
    """A file with one byte changed."""
    changed = bytearray(raw)
    changed[int(len(raw) * at)] ^= 0x55
    return bytes(changed)


def quoted(rows: int) -> bytes:
    """CSV whose every cell is quotation marks."""
    text = io.StringIO()
    csv.writer(text).writerows([["氏名"], *([['"' * 2000]] * rows)])
    return text.getvalue().encode()


def shared(strings: str, rows: str) -> bytes:
    """A workbook with texts that its cells name by their place."""
    rels = REL.format(n=2, kind="sharedStrings", target="sharedStrings.xml", more="")
    return book(sheet(rows), {"xl/sharedStrings.xml": STRINGS.format(strings)}, rels=rels)


MB = 2**20
PEOPLE = b"".join(b"\xe5\xb1\xb1\xe7\x94\xb0%d,x,090\n" % n for n in range(20_000))
DDE = "=cmd|'/C calc'!A0"
EXTERNAL = REL.format(n=9, kind="externalLink", target="externalLinks/e1.xml", more="")
REMOTE = REL.format(n=9, kind="externalLinkPath", target="\\\\10.0.0.1\\share\\x.xlsx", more=' TargetMode="External"')

TABLES: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "only blank lines": lambda: b"\n" * 1000,
    "only a mark": lambda: b"\xef\xbb\xbf",
    "a million columns": lambda: HEAD.encode() + b"," * 1_000_000,
    "a million headers": lambda: b"a," * 1_000_000 + b"\n",
    "a line of 100 MB": lambda: HEAD.encode() + b"a" * (100 * MB),
    "a line of 100 MB in two bytes": lambda: "亜".encode("cp932") * (50 * MB),
    "a quoted cell of 100 MB": lambda: HEAD.encode() + b'"' + b"a\n" * (50 * MB),
    "100 MB of commas": lambda: HEAD.encode() + b"," * (100 * MB),
    "100 MB of quotation marks": lambda: HEAD.encode() + b'"' * (100 * MB),
    "an open quotation mark": lambda: HEAD.encode() + b'"' + PEOPLE,
    "quotation marks within cells": lambda: quoted(500),
    "a mark after a quotation": lambda: HEAD.encode() + b'"a"b,c\n',
    "seven million blank rows": lambda: HEAD.encode() + b",,\n" * 7_000_000,
    "a million blank rows": lambda: HEAD.encode() + b",,\n" * 1_000_000 + PEOPLE[:1000],
    "wide blank rows": lambda: HEAD.encode() + (b"," * 400 + b"\n") * 250_000,
    "thirty million empty lines": lambda: HEAD.encode() + b"\r\r\n" * 15_000_000,
    "NUL in a name": lambda: HEAD.encode() + b"a\0b,c,d\n",
    "NUL only": lambda: b"\0" * MB,
    "UTF-16 without its mark": lambda: (HEAD + "山田,東京,090\n" * 500).encode("utf-16-le"),
    "UTF-16 the other way round": lambda: (HEAD + "山田,東京,090\n" * 500).encode("utf-16-be"),
    "UTF-16 cut in a letter": lambda: (HEAD + "山田,東京,090\n" * 500).encode("utf-16")[:-1],
    "UTF-16 of lone halves": lambda: b"\xff\xfe" + b"\x00\xd8" * 5000,
    "UTF-32": lambda: (HEAD + "山田,東京,090\n").encode("utf-32"),
    "UTF-7": lambda: (HEAD + "山田,東京,090\n").encode("utf-7"),
    "no encoding fits": lambda: HEAD.encode() + b"\x81\xff\xfe\xa0\n",
    "random bytes": lambda: b"".join(zlib.compress(bytes([n])) for n in range(256)) * 50,
    "carriage returns only": lambda: HEAD.replace("\n", "\r").encode() + b"a,b,c\r" * 1000,
    "formulas": lambda: HEAD.encode() + f'"{DDE}",=1+1,@SUM(A1)\n'.encode() * 100,
    "escape signs": lambda: HEAD.encode() + b"\x1b[2J\x07,\x1b]0;x\x07,\xe2\x80\xae\n",
    "an old workbook": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(5000),
    "a picture": lambda: b"\x89PNG\r\n\x1a\n" + bytes(5000),
    "a program": lambda: b"MZ" + bytes(5000),
    "a ZIP of nothing": lambda: b"PK\x05\x06" + bytes(18),
    "another ZIP": lambda: packed("x", [b"x"]).replace(b"xl/workbook.xml", b"xl/workbook.xmm"),
    "half a workbook": lambda: cut(good(), 0.5),
    "a workbook without its end": lambda: good()[:-30],
    "a byte changed early": lambda: flipped(good(), 0.1),
    "a byte changed in the middle": lambda: flipped(good(), 0.5),
    "a byte changed late": lambda: flipped(good(), 0.9),
    "a bomb of 2 GB": lambda: bomb(2048 * MB),
    "a bomb that lies of its size": lambda: lying(2048 * MB),
    "a member that lies a little": lambda: lying(20 * MB),
    "members that overlap": overlapping,
    "two thousand members": lambda: book(sheet(""), {f"x/{n}": "x" for n in range(2000)}),
    "billion laughs": lambda: book(sheet(f'<row r="2">{cell("A2", "&a9;")}</row>', LAUGHS), head=LAUGHS),
    "an entity of a file": lambda: book(sheet(f'<row r="2">{cell("A2", "&o;")}</row>', OUTSIDE), head=OUTSIDE),
    "the last cell of the largest sheet": lambda: book(sheet(f'<row r="1048576">{cell("XFD1048576", "x")}</row>')),
    "a cell beyond every sheet": lambda: book(sheet(f'<row r="9999999999">{cell("ZZZZZZ9999999999", "x")}</row>')),
    "a cell without place": lambda: book(sheet("<row><c t='inlineStr'><is><t>x</t></is></c></row>")),
    "a text that is not there": lambda: book(sheet(f'<row r="2">{cell("A2", "99999", "s")}</row>')),
    "a long text in many cells": lambda: shared(
        f"<si><t>{'a' * 99_000}</t></si>", ("<row>" + "<c t='s'><v>0</v></c>" * 400 + "</row>") * 300
    ),
    "twelve million texts": lambda: shared("<si><t>abcdefgh</t></si>" * 12_000_000, "<row><c t='s'><v>1</v></c></row>"),
    "five million cells": lambda: book(sheet(("<row>" + "<c><v>1</v></c>" * 500 + "</row>") * 10_000)),
    "a cell of 40 MB": lambda: book(sheet(f'<row r="2">{cell("A2", "a" * (40 * MB))}</row>')),
    "elements in elements": lambda: book("<a>" * 500_000),
    "no XML": lambda: book(b"\xff\xfe\x00<<<<"),
    "ten thousand columns": lambda: book(sheet("<row r='2'>" + "<c><v>1</v></c>" * 10_000 + "</row>")),
    "an external link": lambda: book(
        sheet(f"<row r='2'>{cell('A2', '山田')}</row>"),
        {"xl/externalLinks/e1.xml": "<externalLink/>", "xl/externalLinks/_rels/e1.xml.rels": RELS.format(REMOTE)},
        rels=EXTERNAL,
    ),
    "a sheet elsewhere": lambda: book(sheet("")).replace(b"worksheets/sheet1.xml", b"../../../../etc/passw"),
    "DDE": lambda: book(sheet(f"<row r='2'><c r='A2' t='str'><f>{DDE[1:]}</f><v>1</v></c></row>")),
    "a number that is none": lambda: book(sheet("<row r='2'><c r='A2'><v>1e999</v></c><c r='B2'><v>x</v></c></row>")),
    "a date before all days": lambda: book(sheet("<row r='2'><c r='A2' t='d'><v>-99999-13-45T</v></c></row>")),
}

SECONDS, MEMORY = 5.0, 300 * MB
"""What reading any of them may take."""
