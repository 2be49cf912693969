"""The companies that give us data."""

from typing import Any

import sqlalchemy as sa

from privdesk.domain.partner import Partner, known_as
from privdesk.storage.tables import partner, partner_transaction, provision


def everybody(conn: sa.Connection) -> tuple[Partner, ...]:
    """All partners, by name."""
    return tuple(_partner(row) for row in conn.execute(sa.select(partner).order_by(partner.c.folded)))


def find(conn: sa.Connection, name: str) -> int | None:
    """The partner of this name in any spelling."""
    return conn.execute(sa.select(partner.c.id).where(partner.c.folded == known_as(name))).scalar()


def find_or_add(conn: sa.Connection, name: str, batch: int | None = None) -> int:
    """The partner of this name in any spelling, made if there is none yet; `batch` is the import that makes him."""
    found = find(conn, name)
    if found is not None:
        return found
    values = {"name": name, "folded": known_as(name), "kind": "", "address": "", "representative": ""}
    made = conn.execute(partner.insert().values(**values, acquired_how="", batch_id=batch)).inserted_primary_key
    return made.id if made else 0


def remove_unused(conn: sa.Connection, batch: int) -> None:
    """Delete the partners whom an import made, if nothing was noted about them since and nothing else needs them."""
    users = (partner_transaction.c.partner_id, provision.c.partner_id)
    unused = (~sa.exists().where(column == partner.c.id) for column in users)
    conn.execute(sa.delete(partner).where(partner.c.batch_id == batch, partner.c.version == 1, *unused))


def _partner(row: sa.Row[Any]) -> Partner:
    return Partner(
        row.id,
        row.name,
        row.kind,
        row.address,
        row.representative,
        row.acquired_how,
        row.contract_on,
        row.ended_on,
        row.version,
    )
