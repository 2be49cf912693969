"""The office's own list of purposes of use, as its policy names them; none that anything refers to is ever deleted."""

from typing import Any

import sqlalchemy as sa

from privdesk.domain.category import Category
from privdesk.domain.errors import NoSuchPurpose, PurposeInUse, StaleSave
from privdesk.domain.law import Text
from privdesk.domain.purpose import KeptPurpose, Purpose
from privdesk.storage import counters
from privdesk.storage.tables import person_purpose, purpose, request_event

_SERIES = "purpose"


def kept(conn: sa.Connection) -> tuple[KeptPurpose, ...]:
    """Every purpose that the office has or had, in the order of its policy."""
    return tuple(_kept(row) for row in conn.execute(sa.select(purpose).order_by(purpose.c.position)))


def get(conn: sa.Connection, code: str) -> KeptPurpose:
    """One purpose.

    Raises NoSuchPurpose.
    """
    row = conn.execute(sa.select(purpose).where(purpose.c.code == code)).first()
    if row is None:
        raise NoSuchPurpose
    return _kept(row)


def add(conn: sa.Connection, new: Purpose, code: str = "") -> KeptPurpose:
    """Enter a purpose at the end of the list, under this code or one that no other ever had."""
    entered = KeptPurpose(code or f"own{counters.reserve(conn, _SERIES)}", new)
    last = conn.execute(sa.select(sa.func.max(purpose.c.position))).scalar()
    position = 0 if last is None else last + 1
    conn.execute(purpose.insert().values(**_values(entered), code=entered.code, position=position))
    return entered


def save(conn: sa.Connection, changed: KeptPurpose) -> KeptPurpose:
    """Write a changed purpose.

    Raises StaleSave if somebody saved in between.
    """
    found = purpose.c.code == changed.code, purpose.c.version == changed.version
    written = conn.execute(sa.update(purpose).where(*found).values(**_values(changed), version=changed.version + 1))
    if not written.rowcount:
        raise StaleSave
    return get(conn, changed.code)


def remove(conn: sa.Connection, code: str) -> None:
    """Delete a purpose to which nothing refers.

    Raises PurposeInUse.
    """
    refers = sa.exists().where(person_purpose.c.purpose == code)
    names = sa.exists().where(request_event.c.detail.contains(f'"{code}"', autoescape=True))
    if conn.execute(sa.select(sa.or_(refers, names))).scalar_one():
        raise PurposeInUse
    conn.execute(sa.delete(purpose).where(purpose.c.code == code))


def _values(one: KeptPurpose) -> dict[str, Any]:
    return {
        "ja": one.purpose.name.ja,
        "en": one.purpose.name.en,
        "short_ja": one.purpose.short.ja,
        "short_en": one.purpose.short.en,
        "marketing": one.purpose.marketing,
        "categories": list(one.purpose.categories),
        "active": one.active,
    }


def _kept(row: sa.Row[Any]) -> KeptPurpose:
    name, short = Text(row.ja, row.en), Text(row.short_ja, row.short_en)
    one = Purpose(name, short, row.marketing, tuple(map(Category, row.categories)))
    return KeptPurpose(row.code, one, row.active, row.version)
