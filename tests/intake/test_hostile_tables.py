"""Whatever a table is built like, reading it apart ends soon, in rows or in a sentence, and within its memory.

The whole corpus runs in `python -m torture tables`; here stand those that ask something new of the reader.
"""

import sys
from pathlib import Path

import pytest

from privdesk.domain import errors
from privdesk.intake.mapping import Fields
from tests.intake.hostile_tables import MEMORY, SECONDS, TABLES, good
from tests.intake.measured import read

HOW = {
    "a million columns": errors.TooManyColumns,
    "a line of 100 MB": errors.FieldTooLong,
    "an open quotation mark": errors.FieldTooLong,
    "seven million blank rows": errors.TableTooLong,
    "a long text in many cells": errors.TableTooComplex,
    "NUL in a name": errors.NulInTable,
    "UTF-16 without its mark": None,
    "an old workbook": errors.NotATable,
    "half a workbook": errors.WorkbookDamaged,
    "a member that lies a little": errors.WorkbookDamaged,
    "members that overlap": errors.WorkbookDamaged,
    "billion laughs": errors.WorkbookDamaged,
    "the last cell of the largest sheet": errors.TableTooComplex,
    "an external link": None,
    "DDE": None,
}


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured in /proc")
@pytest.mark.parametrize("name", HOW)
def test_a_hostile_table_ends_in_time_and_within_its_memory(name: str, people_fields: Fields, tmp_path: Path):
    path = tmp_path / "table"
    path.write_bytes(TABLES[name]())
    ended = read(path, people_fields)
    assert type(ended.refused) is (HOW[name] or type(None))
    assert ended.seconds < SECONDS
    assert 0 < ended.memory < MEMORY


def test_an_ordinary_workbook_is_read(people_fields: Fields, tmp_path: Path):
    path = tmp_path / "table.xlsx"
    path.write_bytes(good())
    assert (read(path, people_fields).rows, read(path, people_fields).refused) == (49, None)
