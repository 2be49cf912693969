"""Rows as a CSV or XLSX file that a spreadsheet program takes as text, never as formulas."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date
from enum import StrEnum

import xlsxwriter

from privdesk.domain.cells import guarded
from privdesk.domain.errors import TooManyRows

Cell = str | int | date | None
# the rows of a worksheet, one of them for the headers
_ROWS = 1_048_576


class SheetFormat(StrEnum):
    """The files a list can be written to; the value is the ending of their names."""

    CSV = "csv"
    XLSX = "xlsx"


def csv_cell(text: str) -> str:
    """The text as a cell of CSV, guarded; a NUL, which no reader of CSV takes, becomes its picture ␀."""
    return guarded(text.replace("\0", "␀"))


def written(format_: SheetFormat, headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """The file: CSV in UTF-8 with its mark and every cell quoted, or XLSX of texts and numbers; dates are ISO texts.

    Raises TooManyRows for what one worksheet cannot hold.
    """
    return _csv(headers, rows) if format_ is SheetFormat.CSV else _xlsx(headers, rows)


def _csv(headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow(headers)
    writer.writerows([_plain(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _plain(cell: Cell) -> str | int:
    if isinstance(cell, str):
        return csv_cell(cell)
    return "" if cell is None else cell if isinstance(cell, int) else str(cell)


def _xlsx(headers: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    file = io.BytesIO()
    # in memory, because its temporary files would lie in clear on the disk
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, headers)
    for at, row in enumerate(rows, start=1):
        if at >= _ROWS:
            raise TooManyRows(most=_ROWS - 1)
        for column, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(at, column, cell)
            elif cell:
                sheet.write_string(at, column, str(cell))
    sheet.freeze_panes(1, 0)
    book.close()
    return file.getvalue()
