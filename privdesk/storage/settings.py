"""Settings of the office that live in the vault, each under its name with a version."""

import msgspec
import sqlalchemy as sa

from privdesk.domain.errors import StaleSave
from privdesk.domain.office import Office
from privdesk.storage.tables import setting

_OFFICE = "office"


def office(conn: sa.Connection) -> Office:
    """The office's profile."""
    row = conn.execute(sa.select(setting).where(setting.c.name == _OFFICE)).one()
    return msgspec.convert({**row.value, "version": row.version}, Office)


def enter_office(conn: sa.Connection, new: Office) -> None:
    """Write the profile of a new desk."""
    conn.execute(setting.insert().values(name=_OFFICE, value=msgspec.to_builtins(new), version=1))


def save_office(conn: sa.Connection, new: Office) -> Office:
    """Write a changed profile.

    Raises StaleSave if somebody saved in between.
    """
    saved = conn.execute(
        sa.update(setting)
        .where(setting.c.name == _OFFICE, setting.c.version == new.version)
        .values(value=msgspec.to_builtins(new), version=new.version + 1)
    )
    if not saved.rowcount:
        raise StaleSave
    return office(conn)
