"""The companies that give us data."""

from typing import Any

import sqlalchemy as sa

from privdesk.domain.errors import NoSuchPartner, PartnerInUse, PartnerTaken, StaleSave
from privdesk.domain.partner import Partner, known_as
from privdesk.storage.tables import batch, partner, partner_transaction, provision

_FIELDS = ("name", "kind", "address", "representative", "acquired_how", "contract_on", "ended_on")


def everybody(conn: sa.Connection) -> tuple[Partner, ...]:
    """All partners, by name."""
    return tuple(_partner(row) for row in conn.execute(sa.select(partner).order_by(partner.c.folded)))


def find(conn: sa.Connection, name: str) -> int | None:
    """The partner of this name in any spelling."""
    return conn.execute(sa.select(partner.c.id).where(partner.c.folded == known_as(name))).scalar()


def find_or_add(conn: sa.Connection, name: str, imported_by: int | None = None) -> int:
    """The partner of this name in any spelling, made if there is none; `imported_by` is the batch that makes him."""
    found = find(conn, name)
    if found is not None:
        return found
    values = {"name": name, "folded": known_as(name), "kind": "", "address": "", "representative": ""}
    made = conn.execute(partner.insert().values(**values, acquired_how="", batch_id=imported_by)).inserted_primary_key
    return made.id if made else 0


def only_of(conn: sa.Connection, batch_id: int) -> int | None:
    """The partner of a batch's transactions, where all come from one."""
    query = sa.select(partner_transaction.c.partner_id).distinct().where(partner_transaction.c.batch_id == batch_id)
    found = conn.execute(query.limit(2)).scalars().all()
    return found[0] if len(found) == 1 else None


def get(conn: sa.Connection, id_: int) -> Partner:
    """One partner.

    Raises NoSuchPartner.
    """
    row = conn.execute(sa.select(partner).where(partner.c.id == id_)).first()
    if row is None:
        raise NoSuchPartner
    return _partner(row)


def save(conn: sa.Connection, changed: Partner) -> Partner:
    """Write what is known of a partner.

    Raises PartnerTaken, StaleSave, NoSuchPartner.
    """
    if find(conn, changed.name) not in (None, changed.id):
        raise PartnerTaken
    values = {name: getattr(changed, name) for name in _FIELDS}
    saved = conn.execute(
        sa.update(partner)
        .where(partner.c.id == changed.id, partner.c.version == changed.version)
        .values(**values, folded=known_as(changed.name), version=changed.version + 1)
    )
    found = get(conn, changed.id)
    if not saved.rowcount:
        raise StaleSave
    return found


def remove(conn: sa.Connection, id_: int) -> None:
    """Delete a partner from whom nothing came.

    Raises PartnerInUse.
    """
    users = (partner_transaction, provision, batch)
    if conn.execute(sa.select(sa.or_(*(sa.exists().where(one.c.partner_id == id_) for one in users)))).scalar_one():
        raise PartnerInUse
    conn.execute(sa.delete(partner).where(partner.c.id == id_))


def remove_unused(conn: sa.Connection, imported_by: int) -> None:
    """Delete the partners whom an import made, if nothing was noted about them since and nothing else needs them."""
    users = (partner_transaction.c.partner_id, provision.c.partner_id)
    unused = (~sa.exists().where(column == partner.c.id) for column in users)
    conn.execute(sa.delete(partner).where(partner.c.batch_id == imported_by, partner.c.version == 1, *unused))


def _partner(row: sa.Row[Any]) -> Partner:
    return Partner(id=row.id, version=row.version, **{name: getattr(row, name) for name in _FIELDS})
