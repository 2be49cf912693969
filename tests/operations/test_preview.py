"""The look at a foreign table before its import, and the import read as it was looked at."""

import pytest

from privdesk.domain.batch import BatchKind
from privdesk.domain.errors import ColumnMissing, FileUnreadable
from privdesk.operations import batches, preview
from privdesk.operations.sifting import TableFile
from tests.office import DATA

SAMPLE = DATA / "customers_cp932.csv"


def test_the_first_rows_are_shown_with_what_was_recognised(desk):
    found = preview.look(preview.read_file(SAMPLE), BatchKind.PEOPLE, desk.reference.fields)
    assert (found.look.encoding, found.look.delimiter, found.look.replaced) == ("cp932", ",", 0)
    assert len(found.rows) == preview.ROWS
    assert found.rows[0][0] == "A000001"
    assert found.problem is None


def test_a_chosen_encoding_and_delimiter_hold_for_the_import_too(desk):
    content = "氏名;備考\n山田 花子;1,2,3\n".encode("euc_jp")
    file = TableFile("odd.csv", content, encoding="euc_jp", delimiter=";")
    found = preview.look(file, BatchKind.PEOPLE, desk.reference.fields)
    assert found.rows == (("山田 花子", "1,2,3"),)
    batch = batches.import_people(desk, file, found.mapping).value
    assert (batch.imported, batch.encoding, batch.file_name) == (1, "euc_jp", "odd.csv")


def test_a_mapping_that_makes_no_sense_says_why(desk):
    found = preview.look(preview.read_file(SAMPLE), BatchKind.PEOPLE, desk.reference.fields)
    name = [column.header for column in found.mapping.columns].index("氏名")
    assert isinstance(preview.with_field(found, name, "").problem, ColumnMissing)


def test_a_file_that_is_gone_has_its_sentence(tmp_path):
    with pytest.raises(FileUnreadable):
        preview.read_file(tmp_path / "gone.csv")
