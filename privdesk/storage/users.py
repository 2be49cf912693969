"""The people who work at the desk; who has left stays by name, because the log refers to him."""

import sqlalchemy as sa

from privdesk.domain.errors import LoginTaken, NoSuchUser
from privdesk.domain.user import Role, User
from privdesk.storage.header import folded_login
from privdesk.storage.tables import user


def add(conn: sa.Connection, *, login: str, name: str, role: Role, slot: str, language: str) -> User:
    """Enter somebody whose key slot exists already."""
    values = {"login": login, "name": name, "role": role, "slot": slot, "active": True, "language": language}
    key = conn.execute(user.insert().values(**values)).inserted_primary_key
    return User(id=key.id if key else 0, login=login, name=name, role=role, slot=slot, language=language)


def everybody(conn: sa.Connection) -> tuple[User, ...]:
    """All who work or worked here, in the order they came."""
    return tuple(_user(row) for row in conn.execute(sa.select(user).order_by(user.c.id)))


def by_slot(conn: sa.Connection, slot: str) -> User | None:
    """Whose key slot this is."""
    row = conn.execute(sa.select(user).where(user.c.slot == slot)).first()
    return _user(row) if row else None


def by_login(conn: sa.Connection, login: str) -> User | None:
    """Who has, or had, this login."""
    return next((one for one in everybody(conn) if folded_login(one.login) == folded_login(login)), None)


def active(conn: sa.Connection, id_: int) -> User:
    """Somebody who works here; raises NoSuchUser."""
    row = conn.execute(sa.select(user).where(user.c.id == id_, user.c.active)).first()
    if row is None:
        raise NoSuchUser
    return _user(row)


def need_new(conn: sa.Connection, login: str) -> None:
    """Raise LoginTaken if somebody has this login, or had it: the log would take the one for the other."""
    if by_login(conn, login):
        raise LoginTaken(login=login)


def set_role(conn: sa.Connection, id_: int, role: Role) -> None:
    """Note another role; what counts is the signed roster in the key header."""
    _change(conn, id_, role=role)


def leave(conn: sa.Connection, id_: int) -> None:
    """Note that somebody works here no longer."""
    _change(conn, id_, active=False)


def return_as(conn: sa.Connection, id_: int, role: Role, slot: str) -> None:
    """Note that somebody works here, with this role and this key slot."""
    _change(conn, id_, active=True, role=role, slot=slot)


def _change(conn: sa.Connection, id_: int, **values: object) -> None:
    conn.execute(sa.update(user).where(user.c.id == id_).values(version=user.c.version + 1, **values))


def _user(row: sa.Row[tuple[object, ...]]) -> User:
    return User(row.id, row.login, row.name, Role(row.role), row.slot, row.active, row.language, row.version)
