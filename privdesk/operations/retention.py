"""Retention for the manager: what is due, what stops it, and why each thing is kept."""

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from privdesk.domain.category import Category
from privdesk.domain.due import Dashboard, DueQuery, DueRow, Month, Tile, reason_text
from privdesk.domain.period import month_end
from privdesk.domain.shown import shown
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.operations.sheets import Cell
from privdesk.storage import due as stored_due
from privdesk.storage import retention, rules
from privdesk.storage.due import Key
from privdesk.storage.transaction import Connection

Progress = Callable[[int, int], None]
MONTHS = 12
# the headers of `due_as_table`
DUE_COLUMNS = (
    shown("due", "Number"),
    shown("due", "Name"),
    shown("due", "Data"),
    shown("due", "Records"),
    shown("due", "Kept until"),
    shown("due", "Holds"),
    shown("due", "Reason"),
)


@dataclass(frozen=True)
class DuePage:
    """Some lines of the due list, and the key to go on from (None at its end)."""

    rows: tuple[DueRow, ...]
    next: Key | None


def dashboard(desk: Desk) -> Dashboard:
    """The manager's figures as of the latest day that the log knows; each leads to its list by a `DueQuery`."""
    months = _month_firsts(desk.latest_day)
    ranges = {tile: days for tile in Tile if (days := tile.days(desk.latest_day)) is not None}
    # no stretch crosses the border of a tile or of a month, so that each belongs to one of both
    firsts = {desk.latest_day, *months, *(first for first, _ in ranges.values())}
    with desk.reading() as conn:
        found = stored_due.by_stretch(conn, sorted(firsts | {last + timedelta(days=1) for _, last in ranges.values()}))
        tiles = {tile: stored_due.count(conn, DueQuery(tile), desk.latest_day) for tile in (Tile.HELD, Tile.NO_DATE)}
        stale = _is_stale(desk, conn)
    for tile, (first, last) in ranges.items():
        tiles[tile] = sum(count for day, _, count in found if first <= day <= last)
    bars: dict[date | None, Counter[Category]] = defaultdict(Counter)
    for day, category, count in found:
        bars[None if day < desk.latest_day else day.replace(day=1)][category] += count
    return Dashboard(tiles, tuple(Month(first, dict(bars[first])) for first in (None, *months[:-1])), stale)


def is_stale(desk: Desk) -> bool:
    """Whether rules or the business year changed since everything was worked out."""
    with desk.reading() as conn:
        return _is_stale(desk, conn)


def due(desk: Desk, query: DueQuery, after: Key | None = None, size: int = 100) -> DuePage:
    """The next lines of the due list, the earliest end first."""
    with desk.reading() as conn:
        return DuePage(*stored_due.page(conn, query, desk.latest_day, after, size))


def due_count(desk: Desk, query: DueQuery) -> int:
    """How many lines the due list has."""
    with desk.reading() as conn:
        return stored_due.count(conn, query, desk.latest_day)


def due_as_table(desk: Desk, query: DueQuery, language: str) -> tuple[tuple[Cell, ...], ...]:
    """The due list to print or to write to a file, with the columns `DUE_COLUMNS`; that it left the desk is logged."""
    with desk.change("retention.print", about="retention", tile=query.tile, category=query.category) as change:
        found = stored_due.everything(change.conn, query, desk.latest_day)
        change.detail["lines"] = len(found)
    categories = desk.reference.purposes.categories
    return tuple(
        (
            row.number,
            row.name,
            categories[row.category].in_(language),
            row.records,
            row.keep_until,
            row.held,
            reason_text(row.reason, desk.reference.rules, language),
        )
        for row in found
    )


def as_json(desk: Desk, language: str) -> tuple[dict[str, str | int | None], ...]:
    """Every line for the command line, by its last day: person, category, keep_until, rule, held, reason.

    What is held of a request about nobody has the request's number in place of the customer's; the look is logged.
    """
    with desk.change("retention.print", about="retention") as change:
        found = stored_due.everything(change.conn, DueQuery(), desk.latest_day)
        change.detail["lines"] = len(found)
    return tuple(
        {
            "person": row.number,
            "category": row.category.value,
            "keep_until": row.keep_until.isoformat() if row.keep_until else None,
            "rule": row.reason.rule.code if row.reason.rule else "",
            "held": row.held,
            "reason": reason_text(row.reason, desk.reference.rules, language),
        }
        for row in found
    )


def kept_because(desk: Desk, person_id: int) -> tuple[DueRow, ...]:
    """Until when and why each category of a customer's data is kept; a look like opening his record."""
    with desk.change("person.open", about=f"person:{person_id}") as change:
        return stored_due.of_person(change.conn, person_id)


def recompute(desk: Desk, progress: Progress) -> Done[int]:
    """Work everything out anew by the rules in force today; `progress` (done, total) may raise Cancelled."""
    with desk.change("retention.recompute", about="retention") as change:
        people = work_out(desk, change.conn, progress)
        change.detail["people"] = people
    return Done(people, shown("done", "The retention of {people} customers was worked out anew."), {"people": people})


def work_out(desk: Desk, conn: Connection, progress: Progress) -> int:
    """Apply the rules of today to everything; part of an act. Returns how many people there are."""
    rules.set_applied(conn, desk.today, desk.office)
    return retention.renew_all(conn, desk.office, progress)


def _is_stale(desk: Desk, conn: Connection) -> bool:
    applied = rules.applied(conn)
    if applied.fiscal_year_end_month != desk.office.fiscal_year_end_month:
        return True
    return any(applied.on < one.rule.valid_from <= desk.today for one in rules.versions(conn))


def _month_firsts(today: date) -> list[date]:
    """The first days of this month and of all that the bars show, and of the one after."""
    return [month_end(today, ahead - 1) + timedelta(days=1) for ahead in range(MONTHS + 1)]
