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
from privdesk.domain.person import SORTS, Kept, PeopleQuery, Status, profile
from privdesk.domain.purpose import Stand
from privdesk.operations import desks, people
from privdesk.operations.desk import Desk
from privdesk.storage import search
from privdesk.storage.purposes import BLOCKING

_PAGE = (0.030, 0.080)
_COUNT = (0.080, 0.160)
_NEVER = (inf, inf)
_ENOUGH = 0.005
_QUICK = 10_000
_ROWS = 100
# up to so many hits a hand would sort, and walk through the list for more
_FEW = 2000
# of 1, 2, 3 and 10 characters and more: frequent ones, rare ones, and what nobody has
_SOUGHT = (
    *("号", "藤", "鑫", "佐藤", "東京", "該当", "鈴木翔", "札幌市", "該当者", "佐藤　翔"),
    *("東京都渋谷区神南1丁目", "勅使河原龍之介様方"),
    *("ア", "サ", "サト", "ヌメ", "サトウ", "キンジ", "ヌメリ", "テシガワラリュウノス"),
    *("e", "x", "us", "qz", "use", "øre", "qzx", "user000123", "example.jp", "zzzzzzzzzz"),
    *("0", "7", "09", "42", "090", "777", "0901234567", "090-1234-5678", "A000123", "0000000000"),
)
# in another order than the names'
_SOUGHT_BY_BIRTH = (
    "号",
    "佐藤",
    "東京",
    "鈴木翔",
    "札幌市",
    "東京都渋谷区神南1丁目",
    "サトウ",
    "us",
    "777",
    "0901234567",
)
# how a purpose is blocked or consented to, by whom a transaction came, until when something is kept: the raw condition
_STANDS = "person_id IN (SELECT person_id FROM person_purpose WHERE purpose = 'news' AND state IN ({}) AND start <= {} "
_OPEN = "AND (until IS NULL OR until >= {}) AND (last_day IS NULL OR last_day >= {}))"

Raw = Any


def comparisons(folder: Path) -> Iterator[Comparison]:
    """All that the screen of customers asks of the desk."""
    desk = large.unlocked(large.office(folder))
    with desk.reading() as conn:
        raw = driver_of(conn)
    yield from _pages(desk, raw)
    yield from (_search(desk, raw, text, "sort_name") for text in _SOUGHT)
    yield from (_search(desk, raw, text, "birth") for text in _SOUGHT_BY_BIRTH)
    yield from _counts(desk, raw)
    yield from _record(desk, raw)
    desks.lock(desk)


def _pages(desk: Desk, raw: Raw) -> Iterator[Comparison]:
    for sort in SORTS:
        yield _page(desk, raw, f"first by {sort}", PeopleQuery(sort=sort), 0)
    (total,) = raw.execute("SELECT count(*) FROM person_list").fetchone()
    for sort in ("sort_name", "birth"):
        for name, place in (("middle", total // 2), ("end", total - _ROWS)):
            yield _page(desk, raw, f"{name} by {sort}", PeopleQuery(sort=sort), place)


def _page(desk: Desk, raw: Raw, name: str, query: PeopleQuery, place: int) -> Comparison:
    chosen = f"SELECT person_id FROM person_list ORDER BY {_order(query.sort)} LIMIT {_ROWS} OFFSET {place}"
    bare = f"SELECT * FROM person_list WHERE person_id IN ({chosen})"
    page = timed(lambda: people.page_at(desk, query, place, _ROWS))
    return _quick(name, page, timed(lambda: raw.execute(bare).fetchall()))


def _search(desk: Desk, raw: Raw, text: str, sort: str) -> Comparison:
    """One page of what a search finds, beside the query that a hand would write for it."""
    asked = search.asked(text)
    assert asked is not None
    match = f"SELECT rowid & {(1 << 26) - 1} FROM person_gram WHERE person_gram MATCH ?"
    (hits,) = raw.execute(f"SELECT count(*) FROM ({match} LIMIT {_FEW + 1})", (asked.match,)).fetchone()
    sign = "+" if hits > _FEW else ""
    bare = f"SELECT * FROM person_list WHERE {sign}person_id IN ({match}) ORDER BY {_order(sort)} LIMIT {_ROWS}"
    page = timed(lambda: people.page(desk, PeopleQuery(text=text, sort=sort)))
    name = f"search {text}" if sort == "sort_name" else f"{text} by {sort}"
    return _quick(name, page, timed(lambda: raw.execute(bare, (asked.match,)).fetchall()))


def _order(sort: str) -> str:
    return "stretch, sort_name, person_id" if sort == "sort_name" else f"{sort}, person_id"


def _quick(name: str, page: Callable[[], float], bare: Callable[[], float]) -> Comparison:
    return Comparison(name, page, bare, goal=3, enough=_ENOUGH, most=_PAGE)


def _filters(desk: Desk) -> Iterator[tuple[str, PeopleQuery, str]]:
    """Filters with the condition that a hand would write for each."""
    today = f"'{desk.today}'"
    stands = {
        name: (_STANDS + _OPEN).format(", ".join(f"'{one}'" for one in those), today, today, today)
        for name, those in (("blocked", BLOCKING), ("consented", [Stand.CONSENTED]))
    }
    yield "left", PeopleQuery(status=Status.LEFT), "status = 'left'"
    yield "active", PeopleQuery(status=Status.ACTIVE), "status = 'active'"
    yield "limited", PeopleQuery(suspended=True), "suspended > 0"
    yield "left, limited", PeopleQuery(status=Status.LEFT, suspended=True), "status = 'left' AND suspended > 0"
    yield "warned", PeopleQuery(with_warnings=True), "warnings > 0"
    yield "blocked", PeopleQuery(blocked_for="news"), stands["blocked"]
    yield "consented", PeopleQuery(consented_to="news"), stands["consented"]
    given = "person_id IN (SELECT person_id FROM partner_transaction WHERE partner_id = 1)"
    yield "partner", PeopleQuery(partner=1), given
    yield "overdue", PeopleQuery(kept=Kept.OVERDUE), f"keep_until < {today} AND held = 0"
    yield "without end", PeopleQuery(kept=Kept.OPEN), "keep_until IS NULL AND held = 0"


def _counts(desk: Desk, raw: Raw) -> Iterator[Comparison]:
    for name, query, where in _filters(desk):
        for how, most, limit in (("quick", _QUICK, f"LIMIT {_QUICK}"), ("exact", None, "")):
            bare = f"SELECT count(*) FROM (SELECT person_id FROM person_list WHERE {where} {limit})"
            counted = timed(lambda query=query, most=most: people.count(desk, query, most))  # type: ignore[misc]
            rows = timed(lambda bare=bare: raw.execute(bare).fetchone())  # type: ignore[misc]
            within = _COUNT if how == "quick" else _NEVER
            yield Comparison(f"{how} count {name}", counted, rows, goal=3, enough=_ENOUGH, most=within)
        for text in ("", "東京"):
            page = f"SELECT * FROM person_list WHERE {where} ORDER BY stretch, sort_name, person_id LIMIT {_ROWS}"
            asked = replace(query, text=text)
            first = timed(lambda asked=asked: people.page(desk, asked))  # type: ignore[misc]
            bare_page = timed(lambda page=page: raw.execute(page).fetchall())  # type: ignore[misc]
            yield _quick(f"first of {name} {text}", first, bare_page)


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
