"""Settings of the office that live in the vault, each under its name with a version."""

from typing import Protocol, TypeVar

import msgspec
import sqlalchemy as sa

from privdesk.domain.errors import StaleSave
from privdesk.domain.office import Office
from privdesk.storage.tables import setting

_OFFICE = "office"


class Versioned(Protocol):
    """What can be kept as a setting: a dataclass of plain values that counts how often it was saved."""

    @property
    def version(self) -> int:
        """How often, from 1."""
        ...


Kept = TypeVar("Kept", bound=Versioned)


def read(conn: sa.Connection, name: str, default: Kept) -> Kept:
    """A setting as it is saved now; `default` where it never was."""
    row = conn.execute(sa.select(setting).where(setting.c.name == name)).first()
    return msgspec.convert({**row.value, "version": row.version}, type(default)) if row else default


def enter(conn: sa.Connection, name: str, new: Versioned) -> None:
    """Write a setting that is not there yet."""
    conn.execute(setting.insert().values(name=name, value=msgspec.to_builtins(new), version=new.version))


def save(conn: sa.Connection, name: str, new: Kept) -> Kept:
    """Write a changed setting.

    Raises StaleSave if somebody saved in between.
    """
    current = read(conn, name, new)
    if current is new:
        enter(conn, name, new)
    saved = conn.execute(
        sa.update(setting)
        .where(setting.c.name == name, setting.c.version == new.version)
        .values(value=msgspec.to_builtins(new), version=new.version + 1)
    )
    if not saved.rowcount:
        raise StaleSave
    return read(conn, name, new)


def remove(conn: sa.Connection, name: str) -> None:
    """Let a setting go, so that its default counts again."""
    conn.execute(sa.delete(setting).where(setting.c.name == name))


def office(conn: sa.Connection) -> Office:
    """The office's profile."""
    return read(conn, _OFFICE, Office(name=""))


def enter_office(conn: sa.Connection, new: Office) -> None:
    """Write the profile of a new desk."""
    enter(conn, _OFFICE, new)


def save_office(conn: sa.Connection, new: Office) -> Office:
    """Write a changed profile.

    Raises StaleSave if somebody saved in between.
    """
    return save(conn, _OFFICE, new)
