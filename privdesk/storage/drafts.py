"""What somebody typed and did not save: one draft for each user and place."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from privdesk.storage.tables import draft


def put(conn: sa.Connection, user: int, place: str, body: Mapping[str, Any], at: datetime) -> None:
    """Keep a draft in place of the user's older one."""
    drop(conn, user, place)
    conn.execute(draft.insert().values(user_id=user, place=place, body=dict(body), at=at))


def get(conn: sa.Connection, user: int, place: str) -> dict[str, Any]:
    """The user's draft; empty where there is none."""
    body = conn.execute(sa.select(draft.c.body).where(draft.c.user_id == user, draft.c.place == place)).scalar()
    return body or {}


def of_user(conn: sa.Connection, user: int) -> tuple[tuple[str, datetime], ...]:
    """The places of all drafts of a user, and when each was kept, the newest first."""
    query = sa.select(draft.c.place, draft.c.at).where(draft.c.user_id == user).order_by(draft.c.id.desc())
    return tuple((row.place, row.at) for row in conn.execute(query))


def drop(conn: sa.Connection, user: int, place: str) -> None:
    """Let the user's draft go."""
    conn.execute(sa.delete(draft).where(draft.c.user_id == user, draft.c.place == place))
