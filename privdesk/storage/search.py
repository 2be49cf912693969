"""The search index over people: any substring of the folded text, from one character up.

Overlapping pairs of characters stand in one contentless FTS5 table, single characters in another without positions;
both carry the person's id as rowid. This module is SQLite's; another engine needs another one with the same functions.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from privdesk.domain.text import findable, pairs, words
from privdesk.storage.connection import Raw

_INDEX = {name: sa.table(name, sa.column("rowid"), sa.column(name)) for name in ("person_pair", "person_char")}


def add(conn: sa.Connection, documents: Iterable[tuple[int, Iterable[str]]]) -> None:
    """Index people who are not in the index yet, each with the folded texts under which he can be found."""
    rows = [(id_, *_grams(texts)) for id_, texts in documents]
    if rows:
        conn.exec_driver_sql("INSERT INTO person_pair(rowid, grams) VALUES (?, ?)", [(row[0], row[1]) for row in rows])
        conn.exec_driver_sql("INSERT INTO person_char(rowid, grams) VALUES (?, ?)", [(row[0], row[2]) for row in rows])


def forget(conn: sa.Connection, ids: Iterable[int]) -> None:
    """Take people out of the index."""
    gone = [(id_,) for id_ in ids]
    if gone:
        conn.exec_driver_sql("DELETE FROM person_pair WHERE rowid = ?", gone)
        conn.exec_driver_sql("DELETE FROM person_char WHERE rowid = ?", gone)


def compact(conn: sa.Connection) -> None:
    """Rewrite the index, so that no term of forgotten people is left in the file."""
    conn.exec_driver_sql("INSERT INTO person_pair(person_pair) VALUES ('optimize')")
    conn.exec_driver_sql("INSERT INTO person_char(person_char) VALUES ('optimize')")


def teach(raw: Raw) -> None:
    """Give a connection the function that `within` asks."""
    said: Callable[..., str] = _said
    raw.create_function("said", -1, said, deterministic=True)


@dataclass(frozen=True)
class Asked:
    """One thing that a search asks of one of the two tables."""

    table: str
    match: str

    @property
    def hits(self) -> sa.Select[Any]:
        """The ids that the index has for it."""
        index = _INDEX[self.table]
        return sa.select(index.c.rowid).where(index.c[self.table].op("MATCH")(self.match))


def asked(text: str) -> tuple[Asked, ...]:
    """What a search asks of the index, all of which must hold; empty if the text has nothing to search for."""
    found = words(text)
    long = " AND ".join(_phrase(pairs(word)) for word in found if len(word) > 1)
    short = " AND ".join(_phrase(word) for word in found if len(word) == 1)
    return tuple(Asked(table, match) for table, match in (("person_pair", long), ("person_char", short)) if match)


def is_rare(conn: sa.Connection, wanted: tuple[Asked, ...], limit: int) -> bool:
    """Whether one of the things asked has at most `limit` hits, so that they are sorted rather than the list walked."""
    counted = (sa.select(sa.func.count()).select_from(one.hits.limit(limit + 1).subquery()) for one in wanted)
    return any(conn.execute(query).scalar_one() <= limit for query in counted)


def sorted_hits(wanted: tuple[Asked, ...], id_: sa.Column[int]) -> sa.ColumnElement[bool]:
    """The condition for rare terms: the row is among the hits."""
    return sa.and_(*(id_.in_(one.hits) for one in wanted))


def walked(wanted: tuple[Asked, ...], id_: sa.Column[int]) -> sa.ColumnElement[bool]:
    """The condition for frequent terms: the list is walked in its order, and each row looked up among the hits.

    Hidden, because SQLite would sort all hits; probing the index itself row by row takes 300 times as long.
    """
    walking = hidden(id_)
    return sa.and_(*(walking.in_(one.hits) for one in wanted))


def within(text: str, columns: Iterable[sa.Column[Any]]) -> sa.ColumnElement[bool]:
    """The condition that every word of a search stands in these columns themselves, whatever else the index knows.

    It reads and folds them row by row; only a connection that was taught can do it.
    """
    said = sa.func.said(*columns)
    return sa.and_(sa.true(), *(sa.func.instr(said, word) > 0 for word in words(text)))


def hidden(column: sa.Column[Any]) -> sa.ColumnElement[Any]:
    """A column by which SQLite is not to choose an index; the sign means nothing else."""
    return sa.literal_column(f"+{column.table.name}.{column.name}", column.type)


def _said(*texts: str) -> str:
    # no word has a line break
    return "\n".join(form for text in texts for form in findable(text))


def _phrase(grams: Iterable[str]) -> str:
    # within quotation marks, with those inside doubled, nothing means anything to the index but its terms
    return '"' + " ".join(grams).replace('"', '""') + '"'


def _grams(texts: Iterable[str]) -> tuple[str, str]:
    # where two words meet, a character of each stands alone; no word asks for that, so no phrase runs over the gap
    text = " ".join(texts)
    # as `text.pairs` has them, each with a space behind it; by slices it takes half as long
    grams = [" "] * (3 * len(text) - 3)
    grams[::3], grams[1::3] = text[:-1], text[1:]
    return "".join(grams), " ".join(set(text))
