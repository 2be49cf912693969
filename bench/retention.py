"""Retention at 10,000 people with five transactions each: dashboard, drill-down and full recompute beside raw SQL."""

import random
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from bench.harness import Comparison, timed
from bench.people import PEOPLE, made_desk, table
from privdesk.domain.due import DueQuery, Tile
from privdesk.domain.person import Origin, Source
from privdesk.domain.transaction import NewTransaction
from privdesk.operations import batches, retention
from privdesk.operations.desk import Desk
from privdesk.storage import partners, transaction, transactions
from privdesk.storage.retention_ends import Ends

EACH = 5
_PAGE_IN_TIME = 0.005
_KEPT = ("person", "person_number", "person_purpose", "partner_transaction")
_LINE = "person_id, request_id, category, records, keep_until, rule, rule_version, ending, started, held"
_DUE = "held = 0 AND ending = 'dated' AND keep_until"
_UNTIL = (
    *("0001-01-01", "2026-11-22", "2026-12-01", "2026-12-23", "2027-01-01", "2027-01-22", "2027-02-01", "2027-02-21"),
    *(f"2027-{month:02d}-01" for month in range(3, 12)),
)
_FIGURES = (
    " UNION ALL ".join(
        f"SELECT '{first}', category, count(*) FROM retention "
        f"WHERE {_DUE} >= '{first}' AND keep_until < '{following}' GROUP BY 2"
        for first, following in pairwise(_UNTIL)
    ),
    "SELECT count(*) FROM retention WHERE held > 0",
    "SELECT count(*) FROM retention WHERE held = 0 AND ending IN ('no_date', 'no_rule')",
)
_PAGE = (
    "SELECT r.*, p.number, p.name, q.number, q.person_name FROM retention r "
    "LEFT JOIN person_list p ON p.person_id = r.person_id LEFT JOIN request q ON q.id = r.request_id "
    "WHERE r.held = 0 AND r.ending = 'dated' AND r.keep_until < '2026-11-22' "
    "ORDER BY r.keep_until, r.category, r.id LIMIT 101"
)
_RESET = ("DELETE FROM retention", *(f"UPDATE {name} SET keep_until = NULL, keep_rule = ''" for name in _KEPT))


def comparisons(folder: Path) -> Iterator[Comparison]:
    """A figure may take twice its query, a page of the list three times or 5 ms, as every page of a list.

    Working out may take six times the bare writing of what it found.
    """
    desk = _filled(folder / "office.privdesk")
    raw = desk.vault.reader.raw_connection().cursor()

    def figures() -> None:
        for query in _FIGURES:
            raw.execute(query).fetchall()

    def page() -> None:
        raw.execute(_PAGE).fetchall()

    yield Comparison("retention: dashboard", timed(lambda: retention.dashboard(desk)), timed(figures), goal=2)
    query = DueQuery(Tile.OVERDUE)
    yield Comparison(
        "retention: overdue list", timed(lambda: retention.due(desk, query)), timed(page), goal=3, enough=_PAGE_IN_TIME
    )
    written = _written(desk)
    yield Comparison("retention: all anew", _anew(desk), _bare(desk, written), goal=6, rounds=3)
    desk.vault.close()


def _filled(folder: Path) -> Desk:
    desk, chance = made_desk(folder), random.Random(1)
    batches.import_people(desk, table(PEOPLE), keep_cards=False)
    with transaction.writing(desk.vault.writer) as conn:
        whose: dict[str, int] = dict(conn.exec_driver_sql("SELECT number, id FROM person").tuples().all())
        conn.exec_driver_sql("UPDATE person SET status = 'left', left_on = last_activity WHERE id % 3 = 0")
        new = [
            NewTransaction(f"T{number}{n}", number, _day(chance), chance.choice(("決済", "広告反応")), 100, "青空広告")
            for number in whose
            for n in range(EACH)
        ]
        named = {"青空広告": partners.find_or_add(conn, "青空広告")}
        transactions.add(conn, new, whose, named, Origin(Source.PARTNER, desk.today), Ends(conn, desk.office))
    retention.recompute(desk, _unseen)
    return desk


def _day(chance: random.Random) -> date:
    return date(2012, 1, 1) + timedelta(days=chance.randrange(5400))


def _unseen(done: int, total: int) -> None:
    """Nobody watches."""


def _anew(desk: Desk) -> Callable[[], float]:
    """The seconds of working everything out where nothing is worked out yet."""

    def run() -> float:
        _reset(desk)
        return timed(lambda: retention.recompute(desk, _unseen))()

    return run


def _written(desk: Desk) -> dict[str, list[tuple[Any, ...]]]:
    """Everything that working out writes."""
    with desk.reading() as conn:
        found = {
            f"UPDATE {name} SET keep_until = ?, keep_rule = ? WHERE id = ?": conn.exec_driver_sql(
                f"SELECT keep_until, keep_rule, id FROM {name}"
            )
            for name in _KEPT
        }
        places = ", ".join("?" * (_LINE.count(",") + 1))
        found[f"INSERT INTO retention ({_LINE}) VALUES ({places})"] = conn.exec_driver_sql(
            f"SELECT {_LINE} FROM retention"
        )
        return {statement: [tuple(row) for row in rows] for statement, rows in found.items()}


def _bare(desk: Desk, written: dict[str, list[tuple[Any, ...]]]) -> Callable[[], float]:
    def run() -> float:
        _reset(desk)
        start = time.perf_counter()
        with transaction.writing(desk.vault.writer) as conn:
            for statement, rows in written.items():
                conn.exec_driver_sql(statement, rows)
        return time.perf_counter() - start

    return run


def _reset(desk: Desk) -> None:
    with transaction.writing(desk.vault.writer) as conn:
        for statement in _RESET:
            conn.exec_driver_sql(statement)
