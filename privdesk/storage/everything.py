"""The whole content of a desk in open forms, row by row: nobody is locked in."""

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath
from typing import Any

import sqlalchemy as sa

from privdesk.storage import batches, letters, numbers
from privdesk.storage.seal import Seal
from privdesk.storage.tables import METADATA, attachment, batch_problem, batch_row, letter, message, person_number

TABLES = tuple(METADATA.tables.values())
# the tables whose rows carry a paper: its column, the folder it goes to, the ending of its name
_PAPERS = {
    letter: ("pdf", "letters", ".pdf"),
    attachment: ("data", "attachments", ""),
    message: ("raw", "mails", ".eml"),
}
_SEALED = {person_number: numbers.bound, batch_row: batches.bound_row, batch_problem: batches.bound_field}
# a letter that shows whole numbers is sealed as a whole; it goes out as the paper that it is
_LEFT_OUT = {letter: {"sealed"}}
_AT_ONCE = 1000


def count(conn: sa.Connection) -> int:
    """How many rows there are in all tables."""
    return sum(conn.execute(sa.select(sa.func.count()).select_from(table)).scalar_one() for table in TABLES)


def columns(table: sa.Table) -> tuple[str, ...]:
    """What each row of a table has, in its order; the path of a paper comes last."""
    paper = _PAPERS.get(table, ("", "", ""))[0]
    left_out = {paper, *_LEFT_OUT.get(table, ())}
    names = tuple(column.name for column in table.c if column.name not in left_out)
    return (*names, paper) if paper else names


def rows(conn: sa.Connection, seal: Seal | None, table: sa.Table) -> Iterator[dict[str, Any]]:
    """Every row with plain values: days and instants in ISO form, bytes in hexadecimal, sealed numbers opened.

    Without a `seal` no number is shown. In the place of a paper stands the path under which `papers` gives it.
    """
    paper = _PAPERS.get(table, ("", "", ""))[0]
    bound = _SEALED.get(table)
    stored = [table.c[name] for name in columns(table) if name != paper]
    for row in conn.execute(sa.select(*stored).execution_options(yield_per=_AT_ONCE)).mappings():
        found = dict(row)
        if bound and found["sealed"] is not None:
            found["sealed"] = seal.open(found["sealed"], bound(found)) if seal else None
        if paper:
            found[paper] = _path(table, found)
        yield {name: _plain(value) for name, value in found.items()}


def papers(conn: sa.Connection, seal: Seal, table: sa.Table) -> Iterator[tuple[str, bytes]]:
    """The papers of a table's rows, each with its path."""
    if table is letter:
        for id_ in conn.execute(sa.select(letter.c.id)).scalars().all():
            yield _path(letter, {"id": id_}), letters.pdf(conn, seal, id_)
        return
    if table not in _PAPERS:
        return
    content = table.c[_PAPERS[table][0]]
    for row in conn.execute(sa.select(table).where(content.is_not(None)).execution_options(yield_per=1)).mappings():
        yield _path(table, dict(row)), row[content.name]


def _path(table: sa.Table, row: dict[str, Any]) -> str:
    _, folder, ending = _PAPERS[table]
    # a foreign name never becomes a path; of it only a plain ending is taken over
    suffix = ending or PurePosixPath(row["name"]).suffix
    return f"{folder}/{row['id']}{suffix if suffix[1:].isascii() and suffix[1:].isalnum() else ''}"


def _plain(value: object) -> object:
    if isinstance(value, date):  # an instant is one too
        return value.isoformat()
    return value.hex() if isinstance(value, bytes) else value
