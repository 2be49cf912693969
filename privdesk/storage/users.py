"""The people who work at the desk; who has left stays by name, because the log refers to him."""

import sqlalchemy as sa

from privdesk.domain.user import Role, User
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


def _user(row: sa.Row[tuple[object, ...]]) -> User:
    return User(row.id, row.login, row.name, Role(row.role), row.slot, row.active, row.language, row.version)
