"""Numbers that are given out once and never again."""

import sqlalchemy as sa

from privdesk.storage.tables import counter


def reserve(conn: sa.Connection, name: str, count: int = 1) -> int:
    """The first of `count` consecutive numbers of the series `name`, which starts at 1."""
    taken = conn.execute(sa.update(counter).where(counter.c.name == name).values(last=counter.c.last + count))
    if not taken.rowcount:
        conn.execute(counter.insert().values(name=name, last=count))
        return 1
    return int(conn.execute(sa.select(counter.c.last).where(counter.c.name == name)).scalar_one()) - count + 1
