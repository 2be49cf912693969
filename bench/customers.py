"""The list of customers at any size: pages, searches, counts, one record, beside raw SQL on the same file.

Every page and search is given as many milliseconds as somebody who types does not notice, whatever raw SQL takes.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count
from math import inf
from pathlib import Path
from typing import Any

from bench import large
from bench.harness import Comparison, timed
from bench.people import driver_of
from privdesk.domain.person import SORTS, PeopleQuery, Status, profile
from privdesk.domain.text import folded, pairs
from privdesk.operations import desks, people
from privdesk.operations.desk import Desk

_PAGE = (0.030, 0.080)
_COUNT = (0.080, 0.160)
_NEVER = (inf, inf)
_ENOUGH = 0.005
_QUICK = 10_000
# as many hits as `storage.people_list` sorts; beyond, raw SQL walks the list too
_FEW = 2000
# of 1, 2, 3 and 10 characters and more: frequent ones, rare ones, and what nobody has
_SOUGHT = (
    *(
        "号",
        "藤",
        "鑫",
        "佐藤",
        "東京",
        "該当",
        "鈴木翔",
        "札幌市",
        "該当者",
        "東京都渋谷区神南1丁目",
        "勅使河原龍之介様方",
    ),
    *("ア", "サ", "サト", "ヌメ", "サトウ", "キンジ", "ヌメリ", "テシガワラリュウノス"),
    *("e", "x", "us", "qz", "use", "øre", "qzx", "user000123", "example.jp", "zzzzzzzzzz"),
    *("0", "7", "09", "42", "090", "777", "0901234567", "A000123", "0000000000"),
)

Raw = Any
Row = tuple[Any, ...]


def comparisons(folder: Path) -> Iterator[Comparison]:
    """All that the screen of customers asks of the desk."""
    desk = large.unlocked(large.office(folder))
    with desk.reading() as conn:
        raw = driver_of(conn)
    yield from _pages(desk, raw)
    yield from (_search(desk, raw, text) for text in _SOUGHT)
    yield from _counts(desk, raw)
    yield from _record(desk, raw)
    desks.lock(desk)


def _pages(desk: Desk, raw: Raw) -> Iterator[Comparison]:
    for sort in SORTS:
        yield _page(desk, raw, f"first by {sort}", PeopleQuery(sort=sort), None)
    (total,) = raw.execute("SELECT count(*) FROM person_list").fetchone()
    for name, place in (("middle", total // 2), ("end", total - 101)):
        ordered = "SELECT sort_name, person_id FROM person_list ORDER BY sort_name, person_id LIMIT 1 OFFSET ?"
        yield _page(desk, raw, f"page at {name}", PeopleQuery(), raw.execute(ordered, (place,)).fetchone())


def _page(desk: Desk, raw: Raw, name: str, query: PeopleQuery, after: Row | None) -> Comparison:
    where, values = (f"WHERE ({query.sort}, person_id) > (?, ?)", after) if after else ("", ())
    bare = f"SELECT * FROM person_list {where} ORDER BY {query.sort}, person_id LIMIT 101"
    page = timed(lambda: people.page(desk, query, after))
    return _quick(name, page, timed(lambda: raw.execute(bare, values).fetchall()))


def _search(desk: Desk, raw: Raw, text: str) -> Comparison:
    """One page of what a search finds, beside the query that a hand would write for it."""
    plain = folded(text)
    table, grams = ("person_pair", pairs(plain)) if len(plain) > 1 else ("person_char", [plain])
    match = f"SELECT rowid FROM {table} WHERE {table} MATCH '\"{' '.join(grams)}\"'"
    (hits,) = raw.execute(f"SELECT count(*) FROM ({match} LIMIT {_FEW + 1})").fetchone()
    sign = "+" if hits > _FEW else ""
    bare = f"SELECT * FROM person_list WHERE {sign}person_id IN ({match}) ORDER BY sort_name, person_id LIMIT 101"
    page = timed(lambda: people.page(desk, PeopleQuery(text=text)))
    return _quick(f"search {text}", page, timed(lambda: raw.execute(bare).fetchall()))


def _quick(name: str, page: Callable[[], float], bare: Callable[[], float]) -> Comparison:
    return Comparison(name, page, bare, goal=3, enough=_ENOUGH, most=_PAGE)


def _counts(desk: Desk, raw: Raw) -> Iterator[Comparison]:
    for name, query, where in (
        ("left", PeopleQuery(status=Status.LEFT), "status = 'left'"),
        ("active", PeopleQuery(status=Status.ACTIVE), "status = 'active'"),
        ("limited", PeopleQuery(suspended=True), "suspended > 0"),
        ("left, limited", PeopleQuery(status=Status.LEFT, suspended=True), "status = 'left' AND suspended > 0"),
        ("warned", PeopleQuery(with_warnings=True), "warnings > 0"),
    ):
        for how, most, limit in (("quick", _QUICK, f"LIMIT {_QUICK}"), ("exact", None, "")):
            bare = f"SELECT count(*) FROM (SELECT person_id FROM person_list WHERE {where} {limit})"
            counted = timed(lambda query=query, most=most: people.count(desk, query, most))  # type: ignore[misc]
            rows = timed(lambda bare=bare: raw.execute(bare).fetchone())  # type: ignore[misc]
            within = _COUNT if how == "quick" else _NEVER
            yield Comparison(f"{how} count {name}", counted, rows, goal=3, enough=_ENOUGH, most=within)
        page = f"SELECT * FROM person_list WHERE {where} ORDER BY sort_name, person_id LIMIT 101"
        first = timed(lambda query=query: people.page(desk, query))  # type: ignore[misc]
        yield _quick(f"first of {name}", first, timed(lambda page=page: raw.execute(page).fetchall()))  # type: ignore[misc]


def _record(desk: Desk, raw: Raw) -> Iterator[Comparison]:
    """Opening a record reads eight tables and leaves an entry in the log; a saved change renews what is derived too."""
    (last,) = raw.execute("SELECT max(person_id) FROM person_list").fetchone()
    ids, turns = (last * place // 100 + 1 for place in count()), count()
    tables = ("name", "address", "contact", "number", "purpose")
    reads = [
        "SELECT * FROM person WHERE id = ?",
        *(f"SELECT * FROM person_{one} WHERE person_id = ?" for one in tables),
    ]
    reads.append("SELECT * FROM partner_transaction WHERE person_id = ?")

    def bare() -> None:
        for read in reads:
            raw.execute(read, (last // 2,)).fetchall()

    yield Comparison("open", timed(lambda: people.open_person(desk, next(ids) % last + 1)), timed(bare), 3, enough=0.02)

    def save() -> None:
        person = people.open_person(desk, last // 3).person
        people.edit(desk, person.id, person.version, replace(profile(person), notes=f"{next(turns)}"))

    yield Comparison("open and save", timed(save), timed(bare), 3, enough=0.05)
