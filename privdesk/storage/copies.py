"""The register of copies, and the office's plan of backups."""

from dataclasses import replace
from datetime import date

import sqlalchemy as sa

from privdesk.domain.backup import Plan, Trouble, Troubles
from privdesk.domain.copies import Copy
from privdesk.domain.errors import NoSuchCopy
from privdesk.storage import settings
from privdesk.storage.tables import backup_copy

_PLAN, _TROUBLES = "backup", "backup_troubles"
_c = backup_copy.c


def plan(conn: sa.Connection) -> Plan:
    """Where backups go and when."""
    return settings.read(conn, _PLAN, Plan())


def save_plan(conn: sa.Connection, new: Plan) -> Plan:
    """Write a changed plan; raises StaleSave if somebody saved in between."""
    return settings.save(conn, _PLAN, new)


def troubles(conn: sa.Connection) -> tuple[Trouble, ...]:
    """Why last backups were not made, at most one for each place."""
    return settings.read(conn, _TROUBLES, Troubles()).each


def note_trouble(conn: sa.Connection, new: Trouble) -> None:
    """Keep what stands in the way at a place, instead of what was there before."""
    kept = settings.read(conn, _TROUBLES, Troubles())
    others = (one for one in kept.each if one.place != new.place)
    settings.save(conn, _TROUBLES, replace(kept, each=(*others, new)))


def drop_trouble(conn: sa.Connection, place: str) -> None:
    """A backup to this place went well, or is not wanted."""
    kept = settings.read(conn, _TROUBLES, Troubles())
    others = tuple(one for one in kept.each if one.place != place)
    if others:
        settings.save(conn, _TROUBLES, replace(kept, each=others))
    else:
        forget_troubles(conn)


def forget_troubles(conn: sa.Connection) -> None:
    """Nothing stands in the way anywhere."""
    settings.remove(conn, _TROUBLES)


def enter(conn: sa.Connection, new: Copy) -> Copy:
    """Write a copy into the register, whatever `id` and `version` say."""
    values = {name: value for name, value in vars(new).items() if name not in ("id", "version")}
    key = conn.execute(backup_copy.insert().values(**values)).inserted_primary_key
    return get(conn, key.id if key else 0)


def get(conn: sa.Connection, id_: int) -> Copy:
    """A copy that is not destroyed; raises NoSuchCopy."""
    row = conn.execute(sa.select(backup_copy).where(_c.id == id_, _c.destroyed_on.is_(None))).mappings().first()
    if row is None:
        raise NoSuchCopy
    return Copy(**row)


def everything(conn: sa.Connection) -> tuple[Copy, ...]:
    """The whole register, newest first, destroyed ones included."""
    query = sa.select(backup_copy).order_by(_c.made_at.desc(), _c.id.desc())
    return tuple(Copy(**row) for row in conn.execute(query).mappings())


def there(conn: sa.Connection) -> tuple[Copy, ...]:
    """The copies that are not destroyed, newest first."""
    return tuple(copy for copy in everything(conn) if copy.destroyed_on is None)


def note_destroyed(conn: sa.Connection, id_: int, on: date | None) -> None:
    """Note that a copy is gone; None takes that back."""
    conn.execute(sa.update(backup_copy).where(_c.id == id_).values(destroyed_on=on, version=_c.version + 1))


def note_proven(conn: sa.Connection, uid: str, on: date) -> None:
    """Note that a drill with a backup has passed; one that the register does not know is left alone."""
    conn.execute(sa.update(backup_copy).where(_c.uid == uid).values(proven_on=on, version=_c.version + 1))
