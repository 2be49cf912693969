"""XLSX of any origin -> rows of text as a spreadsheet program shows them; of formulas their last results."""

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from itertools import count
from typing import BinaryIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from privdesk.domain.errors import (
    FieldTooLong,
    FileTooLarge,
    NotATable,
    TableEmpty,
    TableTooComplex,
    TooManyColumns,
    WorkbookDamaged,
)
from privdesk.intake.lines import COLUMN_LIMIT, FIELD_LIMIT, ROW_LIMIT
from privdesk.intake.tables import Row, Sheet, Table

SIGN = b"PK\x03\x04"
"""How a workbook begins."""

SIZE_LIMIT = 64 * 2**20

ENCODING = "xlsx"

_BOOK = "xl/workbook.xml"
# a table as large as may be taken in has some ten members and unpacks to less
_MEMBERS, _UNPACKED, _CHUNK = 1_000, 384 * 2**20, 2**20
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


def read_workbook(stream: BinaryIO, sheet: int | None = None) -> Table:
    """Look through a workbook, and read the sheet of this place, else the first that shows and holds anything.

    Raises FileTooLarge, NotATable, WorkbookDamaged, TableTooComplex, TableEmpty, TooManyColumns.
    """
    stream.seek(0)
    content = stream.read(SIZE_LIMIT + 1)
    if len(content) > SIZE_LIMIT:
        raise FileTooLarge(size=len(content) >> 20, most=SIZE_LIMIT >> 20)
    _check_members(content)
    with _Told():
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    kinds = [one.typ for one in book.sheets_metadata]
    sheets = tuple(Sheet(one.name, one.visible is not SheetVisibleEnum.Visible) for one in book.sheets_metadata)
    if sheet is None:
        shown = (at for at, one in enumerate(sheets) if not one.hidden and kinds[at] is SheetTypeEnum.WorkSheet)
        sheet = next((at for at in shown if _sheet(book, at).width), 0)
    elif sheet >= len(sheets):
        raise WorkbookDamaged
    chosen = _sheet(book, sheet) if sheets else None
    if chosen is None or not chosen.width:
        raise TableEmpty
    if chosen.width > COLUMN_LIMIT:
        raise TooManyColumns(line=1 + (chosen.start or (0, 0))[0], most=COLUMN_LIMIT)
    records = partial(_records, chosen)
    headers = next(records()).cells
    digest = hashlib.sha256(content).hexdigest()
    return Table(headers, ENCODING, "", len(content), digest, sheets=sheets, sheet=sheet, records=records)


def _check_members(content: bytes) -> None:
    """Unpack everything once within a bound, because what a ZIP says of itself need not be so."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = sorted(archive.infolist(), key=lambda one: one.header_offset)
            if _BOOK not in archive.namelist():
                raise NotATable
            if len(members) > _MEMBERS or sum(one.file_size for one in members) > _UNPACKED:
                raise TableTooComplex
            ends = [one.header_offset + one.compress_size for one in members]
            if any(end > later.header_offset for end, later in zip(ends, members[1:], strict=False)):
                raise WorkbookDamaged  # parts that overlap
            left = _UNPACKED
            for member in members:
                left -= _unpacked(archive, member, left)
    except _BROKEN:
        raise WorkbookDamaged from None


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> int:
    size = 0
    with archive.open(member) as file:
        while chunk := file.read(_CHUNK):
            size += len(chunk)
            if size > most:
                raise TableTooComplex
    if size != member.file_size:
        raise WorkbookDamaged
    return size


class _Told:
    """What the library makes of a broken workbook; its panic is a class of its own that nobody can import."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, _error: object, _trace: object) -> None:
        if kind and (issubclass(kind, CalamineError | OSError | ValueError) or kind.__name__ == "PanicException"):
            raise WorkbookDamaged from None


def _sheet(book: CalamineWorkbook, at: int) -> CalamineSheet:
    with _Told():
        return book.get_sheet_by_index(at)


def _records(sheet: CalamineSheet) -> Iterator[Row]:
    """Every row from the first that holds anything, by the number a spreadsheet shows."""
    first = (sheet.start or (0, 0))[0]
    rows = sheet.iter_rows()
    for number in count():
        with _Told():
            cells = next(rows, None)
        if cells is None:
            return
        if number >= first:
            texts = tuple(map(_text, cells))
            if max(map(len, texts), default=0) > FIELD_LIMIT or sum(map(len, texts)) > ROW_LIMIT:
                raise FieldTooLong(line=number + 1, most=FIELD_LIMIT)
            yield Row(number + 1, number + 1, texts)


def _text(cell: object) -> str:
    """What the cell shows, dates as ISO has them; a number has the 15 digits that a spreadsheet keeps."""
    if isinstance(cell, str):
        return cell.replace("\0", "␀")
    if isinstance(cell, bool):
        return str(cell).upper()
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() and abs(cell) < 1e16 else f"{cell:.15g}"
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "seconds") if cell.time().isoformat() != "00:00:00" else cell.date().isoformat()
    return cell.isoformat() if isinstance(cell, date) else str(cell)
