"""The search index over people: any substring of the folded text, from one character up, in the order of their names.

Overlapping pairs of characters stand in a contentless FTS5 table, then fives of digits, because nothing is rarer than a
long number and nothing more frequent than each of its pairs, then each character by itself. The rowid is a person's
place, so that a walk along the hits meets the names in order, a stretch at a time. This module is SQLite's; another
engine needs another one with the same functions.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from privdesk.domain.text import findable, pairs, words
from privdesk.storage.connection import Raw

_INDEX = sa.table("person_gram", sa.column("rowid"), sa.column("person_gram"))
_rowid = _INDEX.c.rowid
# a place is the stretch of a name with the person's id below it
_ID_BITS = 26
_ID = sa.literal_column(str((1 << _ID_BITS) - 1), sa.Integer)
# three kana, three Latin letters or one kanji of a name tell its stretch
_BYTES = 3
_KANA = range(0x30A1, 0x30FF)
_FIVE = 5
# between what must not be taken for one phrase; no term of a search has three signs
_GAP = " --- "
_DIGITS = re.compile(f"[0-9-]{{{_FIVE},}}")


def stretch(name: str) -> int:
    """Which stretch of the list a folded name stands in: never a lower one than a name that comes before it."""
    return int.from_bytes(b"".join(map(_ranked, name[:_BYTES]))[:_BYTES].ljust(_BYTES, b"\0"))


def add(conn: sa.Connection, documents: Iterable[tuple[int, int, Iterable[str]]]) -> None:
    """Index people who are not in the index yet: each with his stretch, his id and the folded texts that find him."""
    # in rising order, because FTS5 begins a new segment whenever a place lies before the last one
    rows = sorted((_place(stretch_, id_), _grams(texts)) for stretch_, id_, texts in documents)
    if rows:
        conn.exec_driver_sql("INSERT INTO person_gram(rowid, grams) VALUES (?, ?)", rows)


def forget(conn: sa.Connection, people: Iterable[tuple[int, int]]) -> None:
    """Take people, each with the stretch and the id under which he was added, out of the index."""
    gone = sorted((_place(*one),) for one in people)
    if gone:
        conn.exec_driver_sql("DELETE FROM person_gram WHERE rowid = ?", gone)


def compact(conn: sa.Connection) -> None:
    """Rewrite the index, so that no term of forgotten people is left in the file."""
    conn.exec_driver_sql("INSERT INTO person_gram(person_gram) VALUES ('optimize')")


def teach(raw: Raw) -> None:
    """Give a connection the function that `within` asks."""
    said: Callable[..., str] = _said
    raw.create_function("said", -1, said, deterministic=True)


@dataclass(frozen=True)
class Asked:
    """What a search asks of the index."""

    match: str

    @property
    def hits(self) -> sa.Select[Any]:
        """The ids that the index has for it."""
        return sa.select(_rowid.op("&")(_ID)).where(self._matches)

    def hits_in(self, stretch_: int) -> sa.Select[Any]:
        """The ids of those hits that stand in one stretch of the list."""
        return self.hits.where(_rowid.between(_place(stretch_, 0), _place(stretch_ + 1, -1)))

    def next(
        self, conn: sa.Connection, stretch_: int | None, most: int, *, back: bool = False
    ) -> list[tuple[int, int]]:
        """The stretches and ids of the next hits behind a stretch, or, with `back`, of those before it."""
        query = sa.select(_rowid).where(self._matches).limit(most)
        if back:
            query = query.order_by(_rowid.desc())
            query = query if stretch_ is None else query.where(_rowid < _place(stretch_, 0))
        else:
            query = query.order_by(_rowid)
            query = query if stretch_ is None else query.where(_rowid >= _place(stretch_ + 1, 0))
        return [_stretch_and_id(place) for place in conn.execute(query).scalars()]

    def at(self, conn: sa.Connection, place: int, *, back: bool = False) -> tuple[int, int] | None:
        """The stretch of the hit at a place, counted from 0 or, with `back`, from the end; how many lie before it."""
        order = _rowid.desc() if back else _rowid
        query = sa.select(_rowid).where(self._matches).order_by(order).limit(1).offset(place)
        found = conn.execute(query).scalar_one_or_none()
        if found is None:
            return None
        stretch_, _ = _stretch_and_id(found)
        edge = _rowid >= _place(stretch_ + 1, 0) if back else _rowid < _place(stretch_, 0)
        before = sa.select(sa.func.count()).select_from(sa.select(_rowid).where(self._matches, edge).subquery())
        return stretch_, conn.execute(before).scalar_one()

    @property
    def _matches(self) -> sa.ColumnElement[bool]:
        return _INDEX.c.person_gram.op("MATCH")(self.match)


def asked(text: str) -> Asked | None:
    """What a search asks of the index, every word of it; None if the text has nothing to search for."""
    match = " AND ".join(_phrase(_asked_grams(word)) for word in words(text))
    return Asked(match) if match else None


def stands_in(text: str, column: sa.Column[Any]) -> Iterator[sa.ColumnElement[bool]]:
    """The conditions that every word of a search stands in a column of folded texts."""
    return (sa.func.instr(column, word) > 0 for word in words(text))


def within(text: str, columns: Iterable[sa.Column[Any]]) -> sa.ColumnElement[bool]:
    """The condition that every word of a search stands in these columns themselves, whatever else the index knows.

    It reads and folds them row by row; only a connection that was taught can do it.
    """
    said = sa.func.said(*columns)
    return sa.and_(sa.true(), *(sa.func.instr(said, word) > 0 for word in words(text)))


def among(column: sa.Column[Any], ids: Sequence[int]) -> sa.ColumnElement[bool]:
    """The condition that a column has one of many ids; given as one value, a thousand take no longer than ten."""
    listed = sa.func.json_each(json.dumps(ids)).table_valued("value")
    return column.in_(sa.select(listed.c.value))


def hidden(column: sa.Column[Any]) -> sa.ColumnElement[Any]:
    """A column by which SQLite is not to choose an index; the sign means nothing else."""
    return sa.literal_column(f"+{column.table.name}.{column.name}", column.type)


def _ranked(sign: str) -> bytes:
    """A sign in one or three bytes that sort as the signs do."""
    code = ord(sign)
    if code < 0x80:
        return bytes((code,))
    if code in _KANA:
        return bytes((code & 0xFF,))
    return (b"\x80" if code < _KANA.start else b"\xff") + min(code, 0xFFFF).to_bytes(2)


def _place(stretch_: int, id_: int) -> int:
    return (stretch_ << _ID_BITS) + id_


def _stretch_and_id(place: int) -> tuple[int, int]:
    return place >> _ID_BITS, place & (1 << _ID_BITS) - 1


def _said(*texts: str) -> str:
    # no word has a line break
    return "\n".join(form for text in texts for form in findable(text))


def _phrase(grams: Iterable[str]) -> str:
    # within quotation marks, with those inside doubled, nothing means anything to the index but its terms
    return '"' + " ".join(grams).replace('"', '""') + '"'


def _asked_grams(word: str) -> list[str]:
    return _fives(word) if _DIGITS.fullmatch(word) else pairs(word) or [word]


def _fives(digits: str) -> list[str]:
    return [digits[at : at + _FIVE] for at in range(len(digits) - _FIVE + 1)]


def _grams(texts: Iterable[str]) -> str:
    # where two words meet, a character of each stands alone; no word asks for that, so no phrase runs over the gap
    text = " ".join(texts)
    # as `text.pairs` has them, each with a space behind it; by slices it takes half as long
    grams = [" "] * (3 * len(text) - 3)
    grams[::3], grams[1::3] = text[:-1], text[1:]
    fives = (" ".join(_fives(digits)) for digits in dict.fromkeys(_DIGITS.findall(text)))
    return _GAP.join(("".join(grams), *fives, " ".join(set(text))))
