"""People, requests and what hangs on them, written straight into the tables: for tests of what is kept how long."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from privdesk.domain.due import Practice
from privdesk.domain.office import Office
from privdesk.domain.retention import parsed
from privdesk.resources import resource
from privdesk.storage import keys, opening, rules, settings
from privdesk.storage import tables as t
from privdesk.storage.opening import Terms

NOW = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
DEFAULTS = parsed(resource("rules/retention.toml").read_bytes())
OFFICE = Office(name="見本商事株式会社", fiscal_year_end_month=3)
DESIGNATED = Practice(designated_business=True)
ORIGIN = {"source": "self", "source_on": date(2020, 4, 1)}
LINE = {"kana": "", "stretch": 0, "sort_name": "", "text": "", "suspended": 0, "open_requests": 0, "warnings": 0}
_NUMBERS = count(1)


def day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@contextmanager
def founded(folder: Path) -> Iterator[sa.Engine]:
    """A real vault with what a desk has before its first customer; its writer."""
    vault, _ = opening.create(folder, "sato", "an unhurried heron waits", terms=Terms(cost=keys.FLOOR, ballast=4096))
    with vault.writer.begin() as conn:
        _found(conn)
    yield vault.writer
    vault.close()


def _found(conn: sa.Connection) -> None:
    settings.enter_office(conn, OFFICE)
    rules.enter_rules(conn, DEFAULTS, TODAY)
    row(conn, t.user, login="sato", name="佐藤 恵", role="manager")
    row(conn, t.partner, name="青空広告", folded="青空広告")


def row(conn: sa.Connection, table: sa.Table, **values: Any) -> int:
    """Enter a row; columns that retention does not look at get what is neutral, or unique."""
    needed = [one for one in table.c if not one.nullable and one.server_default is None and not one.primary_key]
    given = {one.name: _neutral(one) for one in needed} | values
    return conn.execute(table.insert().values(**given)).inserted_primary_key[0]


def _neutral(column: sa.Column[Any]) -> Any:
    kind = column.type
    for wanted, value in ((t.Instant, NOW), (sa.Date, TODAY), (sa.JSON, {}), (sa.LargeBinary, b"")):
        if isinstance(kind, wanted):
            return value
    if isinstance(kind, sa.String):
        return f"x{next(_NUMBERS)}"
    return 1 if column.foreign_keys else 0


def person(
    conn: sa.Connection,
    left: str | None = None,
    active: str | None = None,
    status: str | None = None,
    name: str = "見本 花子",
) -> int:
    """A customer; who has left has the day `left`, the last own activity was on `active`."""
    state = status or ("left" if left else "active")
    id_ = row(conn, t.person, status=state, left_on=day(left), last_activity=day(active), **ORIGIN)
    line = {"person_id": id_, "number": f"A{id_:06}", "name": "見本 花子", "status": state, "held": 0}
    conn.execute(t.person_list.insert().values(**LINE, **line))
    return id_


def contact(conn: sa.Connection, who: int) -> int:
    return row(conn, t.person_contact, person_id=who, kind="phone", **ORIGIN)


def number(conn: sa.Connection, who: int, kind: str) -> int:
    return row(conn, t.person_number, person_id=who, kind=kind, **ORIGIN)


def transaction(conn: sa.Connection, who: int, on: str, kind: str = "広告反応") -> int:
    return row(conn, t.partner_transaction, person_id=who, on=day(on), kind=kind, **ORIGIN)


def provision(conn: sa.Connection, who: int, on: str, last: str | None = None, contract: bool = False) -> int:
    return row(conn, t.provision, person_id=who, on=day(on), last_on=day(last), contract=contract)


def consent(conn: sa.Connection, who: int, until: str | None = None, state: str = "consented") -> int:
    start = date(2021, 1, 5)
    return row(conn, t.person_purpose, person_id=who, state=state, start=start, until=day(until), **ORIGIN)


def request(conn: sa.Connection, who: int | None, closed: str | None = None) -> int:
    return row(conn, t.request, person_id=who, person_name="名乗り 太郎", closed_on=day(closed))


def letter(conn: sa.Connection, request_id: int | None, who: int | None = None) -> int:
    return row(conn, t.letter, request_id=request_id, person_id=who, issued_on=date(2023, 11, 20))


def message(conn: sa.Connection, request_id: int | None) -> int:
    return row(conn, t.message, request_id=request_id)


def attachment(
    conn: sa.Connection, request_id: int | None, message_id: int | None = None, category: str = "attachments"
) -> int:
    return row(conn, t.attachment, request_id=request_id, message_id=message_id, category=category)


def hold(conn: sa.Connection, who: int, lifted: str | None = None) -> int:
    return row(conn, t.hold, person_id=who, name="訴訟", reason="代金の争い", lifted_on=day(lifted))


def record(conn: sa.Connection, table: sa.Table, id_: int) -> tuple[date | None, str]:
    """Until when a record is kept and by which rule."""
    return tuple(conn.execute(sa.select(table.c.keep_until, table.c.keep_rule).where(table.c.id == id_)).one())


def lines(conn: sa.Connection, who: Iterable[int] | None = None) -> set[tuple[Any, ...]]:
    """What the table of retention says, without the ids of its rows."""
    wanted = [column for column in t.retention.c if column.name != "id"]
    query = sa.select(*wanted)
    if who is not None:
        query = query.where(t.retention.c.person_id.in_(list(who)))
    return {tuple(found) for found in conn.execute(query)}
