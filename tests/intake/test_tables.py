"""CSV of any origin -> rows of text."""

import csv
import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privdesk.domain.errors import (
    EncodingUnclear,
    FieldTooLong,
    FileTooLarge,
    NotATable,
    NulInTable,
    QuotesBroken,
    TableEmpty,
    TooManyColumns,
)
from privdesk.intake import tables
from privdesk.intake.tables import DELIMITERS, ENCODINGS, Row, read_table

TEXT = '氏名,住所\n山田　太郎,東京都千代田区丸の内１－１\n髙﨑,"大阪府, 北区"\n'


def read(raw: bytes, **how):
    table = read_table(io.BytesIO(raw), **how)
    return table, [row.cells for row in table.rows()]


@pytest.mark.parametrize(
    ("name", "encoding", "columns", "rows"),
    [
        ("customers_cp932.csv", "cp932", 16, 300),
        ("customers_utf8bom.csv", "utf-8-sig", 16, 300),
        ("partner_transactions.csv", "utf-8", 7, 2_000),
    ],
)
def test_sample(sample, name, encoding, columns, rows):
    table, cells = read(sample(name))
    assert (table.encoding, table.delimiter, table.replaced, len(table.headers)) == (encoding, ",", 0, columns)
    assert table.size == len(sample(name))
    assert len(cells) == rows
    assert {len(row) for row in cells} == {columns}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932", "utf-16"])
@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_encoding_and_delimiter_are_recognised(encoding, delimiter):
    text = io.StringIO()
    rows = list(csv.reader(io.StringIO(TEXT)))
    csv.writer(text, delimiter=delimiter).writerows(rows)
    table, cells = read(text.getvalue().encode(encoding))
    assert (table.encoding, table.delimiter) == (encoding, delimiter)
    assert [list(table.headers), *map(list, cells)] == rows


def test_euc_jp_is_recognised():
    table, cells = read("氏名,住所\n山田　太郎,東京都千代田区\n".encode("euc_jp"))
    assert (table.encoding, cells) == ("euc_jp", [("山田　太郎", "東京都千代田区")])


# signs that every encoding holds
SIGNS = st.sampled_from("山田太郎ヤマダ1a,;\t\"'\r\n =+-@　")
CELL = st.text(SIGNS, max_size=8)


@given(
    headers=st.lists(CELL, min_size=1, max_size=5).filter(any),
    rows=st.lists(st.lists(CELL, min_size=1, max_size=5).filter(any), max_size=6),
    encoding=st.sampled_from(ENCODINGS),
    delimiter=st.sampled_from(DELIMITERS),
)
def test_what_was_written_is_read(headers, rows, encoding, delimiter):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([headers, *rows])
    table, cells = read(text.getvalue().encode(encoding), encoding=encoding, delimiter=delimiter)
    assert list(table.headers) == headers
    assert [list(row) for row in cells] == [row + [""] * (len(headers) - len(row)) for row in rows]


def test_rows_know_the_row_of_a_spreadsheet_and_the_line_of_the_file():
    table = read_table(io.BytesIO(b'a,b\n1,"x\ny"\n\n,\n2,z\n3'))
    assert list(table.rows()) == [Row(2, 2, ("1", "x\ny")), Row(4, 6, ("2", "z")), Row(5, 7, ("3", ""))]


def test_rows_can_be_read_again_and_surplus_cells_stay():
    table = read_table(io.BytesIO(b"a,b\n1,2,3\n"))
    assert list(table.rows()) == list(table.rows()) == [Row(2, 2, ("1", "2", "3"))]


def test_the_stream_stays_open():
    stream = io.BytesIO(b"a\n1\n")
    rows = read_table(stream).rows()
    next(rows)
    del rows
    assert not stream.closed


def test_a_hand_chosen_encoding_opens_and_says_what_was_lost():
    raw = TEXT.encode("cp932")
    table, _ = read(raw, encoding="utf-8")
    assert table.replaced > 0
    assert read(raw, encoding="cp932")[0].replaced == 0
    assert read(TEXT.encode("utf-16-le"), encoding="utf-16-le")[1][1] == ("髙﨑", "大阪府, 北区")
    assert read(TEXT.encode("utf-8-sig"), encoding="utf-8")[0].headers == ("氏名", "住所")


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    ("raw", "error"),
    [
        (b"", TableEmpty),
        (b"\r\n\r\n", TableEmpty),
        (b",,\n1,2,3\n", TableEmpty),
        (TEXT.encode("utf-16-le"), NulInTable),
        (b"a,b\n1,\0\n", NulInTable),
        (b"PK\x03\x04" + bytes(100), NotATable),
        (b"%PDF-1.7\n", NotATable),
        (TEXT.encode("cp932") + b"\xff\xff\x80", EncodingUnclear),
        (b"a,b\n1,2\n3,4" + b"," * 1_000_000, TooManyColumns),
        (b"," * 1_000_000, TooManyColumns),
        (b"a\n" + b"x" * 20_000_000, FieldTooLong),
        (b"a\n" + b"x" * 100_001 + b"\n", FieldTooLong),
        (b'a,b\n"' + b'\n","' * 1_000_000, FieldTooLong),
        (b'a,b\n1,"2\n3,4\n', QuotesBroken),
        (b'a,b\n1,"2"3\n', QuotesBroken),
    ],
    ids=[
        *("empty", "blank lines", "no header", "utf-16 without mark", "nul", "workbook", "pdf", "no encoding fits"),
        *("wide row", "wide header", "20 MB line", "long cell", "endless row", "open quote", "text after quote"),
    ],
)
def test_a_hostile_table_ends_in_a_sentence(raw, error):
    with pytest.raises(error):
        read(raw)


def test_the_sentence_names_the_line():
    with pytest.raises(QuotesBroken, match="line 3 "):
        read(b'a,b\n1,2\n3,"4\n5,6\n')


def test_a_file_over_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(tables, "SIZE_LIMIT", 2**20)
    with pytest.raises(FileTooLarge):
        read(b"a\n" + b"1\n" * 2**20)


@given(st.binary(max_size=200))
def test_random_bytes_are_a_table_or_a_sentence(raw):
    with suppress(EncodingUnclear, FieldTooLong, NotATable, NulInTable, QuotesBroken, TableEmpty):
        table, cells = read(raw)
        assert all(len(row) >= len(table.headers) for row in cells)
