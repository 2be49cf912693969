"""Signed exemptions from suspensions; each stays as a row after it was used, ran out or was withdrawn."""

from collections.abc import Collection
from datetime import date
from typing import Any

import sqlalchemy as sa

from privdesk.domain.errors import ExemptionOver, StaleSave
from privdesk.domain.purpose import Exemption
from privdesk.storage.purposes import exempting
from privdesk.storage.tables import exemption, person_list, user

_e = exemption.c
_asked, _signed, _withdrew = (user.alias(name) for name in ("asked", "signed", "withdrew"))


def sign(conn: sa.Connection, new: Exemption, *, asked_by: int, signed_by: int) -> int:
    """Enter an exemption; its id."""
    values = {
        "person_id": new.person,
        "purpose": new.purpose,
        "stands": "".join(f" {id_}" for id_ in sorted(new.stands)) + " ",
        "reason": new.reason,
        "asked_by": asked_by,
        "signed_by": signed_by,
        "signed_on": new.signed_on,
        "last_day": new.last_day,
        "once": new.once,
        "withdrawn_why": "",
    }
    key = conn.execute(exemption.insert().values(**values)).inserted_primary_key
    return int(key.id) if key else 0


def withdraw(conn: sa.Connection, id_: int, version: int, *, on: date, by: int, why: str) -> Exemption:
    """End an exemption; returns it as it stood before.

    Raises ExemptionOver for one that is not in force any more, StaleSave.
    """
    row = conn.execute(_exemptions().where(_e.id == id_, *exempting(on))).first()
    if row is None:
        raise ExemptionOver
    before = _exemption(row)
    if before.version != version:
        raise StaleSave
    values = {"withdrawn_on": on, "withdrawn_by": by, "withdrawn_why": why, "version": version + 1}
    conn.execute(sa.update(exemption).where(_e.id == id_).values(**values))
    return before


def spend(conn: sa.Connection, ids: Collection[int], on: date) -> None:
    """Note that a use leaned on these."""
    conn.execute(sa.update(exemption).where(_e.id.in_(ids)).values(used_on=on, version=_e.version + 1))


def of_person(conn: sa.Connection, person_id: int) -> tuple[Exemption, ...]:
    """Every exemption that was signed for a person, newest first."""
    return tuple(map(_exemption, conn.execute(_exemptions().where(_e.person_id == person_id).order_by(_e.id.desc()))))


def in_force(conn: sa.Connection, day: date) -> tuple[tuple[Exemption, str], ...]:
    """The exemptions on which a use can lean on a day, each with its customer's name, the newest first."""
    query = _exemptions().add_columns(person_list.c.name.label("customer"))
    query = query.join(person_list, person_list.c.person_id == _e.person_id).where(*exempting(day))
    return tuple((_exemption(row), row.customer) for row in conn.execute(query.order_by(_e.id.desc())))


def _exemptions() -> sa.Select[Any]:
    return (
        sa.select(
            exemption,
            _asked.c.name.label("asker"),
            _signed.c.name.label("signer"),
            sa.func.coalesce(_withdrew.c.name, "").label("withdrawer"),
        )
        .join(_asked, _asked.c.id == _e.asked_by)
        .join(_signed, _signed.c.id == _e.signed_by)
        .outerjoin(_withdrew, _withdrew.c.id == _e.withdrawn_by)
    )


def _exemption(row: sa.Row[Any]) -> Exemption:
    return Exemption(
        *(
            row.id,
            row.person_id,
            row.purpose,
            frozenset(map(int, row.stands.split())),
            row.reason,
            row.asker,
            row.signer,
            row.signed_on,
        ),
        *(row.last_day, row.once, row.used_on, row.withdrawn_on, row.withdrawer, row.withdrawn_why, row.version),
    )
