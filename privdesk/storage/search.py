"""The search index over people: any substring of the folded text, from one character up.

Overlapping pairs of characters stand in one contentless FTS5 table, single characters in another without positions;
both carry the person's id as rowid. This module is SQLite's; another engine needs another one with the same functions.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

import sqlalchemy as sa

from privdesk.domain.text import characters, pairs, words

_OPTIONS = "grams, content='', contentless_delete=1, tokenize='ascii'"
_DDL = (
    f"CREATE VIRTUAL TABLE person_pair USING fts5({_OPTIONS})",
    f"CREATE VIRTUAL TABLE person_char USING fts5({_OPTIONS}, detail=none)",
)
# stands between two words, so that no phrase runs from one into the next
_BREAK = " x "
_KEPT_GRAMS = 50_000


def create(conn: sa.Connection) -> None:
    """Make the empty index; part of a migration."""
    for statement in _DDL:
        conn.exec_driver_sql(statement)


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


@dataclass(frozen=True)
class Asked:
    """One thing that a search asks of one of the two tables."""

    table: str
    match: str

    @property
    def hits(self) -> str:
        """The ids that the index has for it; `match` is made of hexadecimal digits, so nothing in it means anything."""
        return f"SELECT rowid FROM {self.table} WHERE {self.table} MATCH '{self.match}'"  # noqa: S608


def asked(text: str) -> tuple[Asked, ...]:
    """What a search asks of the index, all of which must hold; empty if the text has nothing to search for."""
    found = words(text)
    long = " AND ".join('"' + " ".join(map(_gram, pairs(word))) + '"' for word in found if len(word) > 1)
    short = " AND ".join(f'"{_gram(word)}"' for word in found if len(word) == 1)
    return tuple(Asked(table, match) for table, match in (("person_pair", long), ("person_char", short)) if match)


def is_rare(conn: sa.Connection, wanted: tuple[Asked, ...], limit: int) -> bool:
    """Whether one of the things asked has at most `limit` hits, so that they are sorted rather than the list walked."""
    return any(
        conn.exec_driver_sql(f"SELECT count(*) FROM ({one.hits} LIMIT {limit + 1})").scalar_one() <= limit  # noqa: S608
        for one in wanted
    )


def sorted_hits(wanted: tuple[Asked, ...], id_: sa.Column[int]) -> sa.ColumnElement[bool]:
    """The condition for rare terms: the row is among the hits."""
    return sa.and_(*(_literal(f"{_name(id_)} IN ({one.hits})") for one in wanted))


def walked(wanted: tuple[Asked, ...], id_: sa.Column[int]) -> sa.ColumnElement[bool]:
    """The condition for frequent terms: the list is walked in its order, and each row looked up among the hits.

    The sign keeps SQLite from sorting all hits; probing the index itself row by row takes 300 times as long.
    """
    return sa.and_(*(_literal(f"+{_name(id_)} IN ({one.hits})") for one in wanted))


def _literal(sql: str) -> sa.ColumnElement[bool]:
    return sa.literal_column(sql, sa.Boolean)


def _name(column: sa.Column[int]) -> str:
    return f"{column.table.name}.{column.name}"


def _grams(texts: Iterable[str]) -> tuple[str, str]:
    fields = dict.fromkeys(texts)
    found = [pairs(word) for field in fields for word in field.split()]
    double = _BREAK.join([" ".join(map(_gram, word)) for word in found if word])
    return double, " ".join(map(_gram, sorted(characters("".join(fields)))))


@lru_cache(_KEPT_GRAMS)
def _gram(text: str) -> str:
    # hexadecimal, so that no character means anything to the tokenizer
    return "x" + text.encode().hex()
