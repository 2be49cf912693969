"""Taking back what was entered by mistake just now: by whom and when the log says, not the one who asks."""

import json
from collections.abc import Mapping
from datetime import datetime, time
from typing import Any

from privdesk.domain.errors import EnteredBefore
from privdesk.domain.office import ZONE
from privdesk.operations.desk import Desk
from privdesk.storage import audit, people_found, records
from privdesk.storage.transaction import Connection


def need_just_entered(desk: Desk, conn: Connection, person: int, act: str, **said: object) -> Mapping[str, Any]:
    """What the log says of the entering, by this act with these details, that is to be taken back.

    Raises EnteredBefore unless the actor did it today, and neither a hold, an open request nor a letter of today needs
    the person as he is.
    """
    since = datetime.combine(desk.latest_day, time.min, ZONE)
    for text in audit.details(conn, f"person:{person}", act, desk.actor.id, since):
        detail: dict[str, Any] = json.loads(text)
        if said.items() <= detail.items() and not _needed(desk, conn, person):
            return detail
    raise EnteredBefore


def _needed(desk: Desk, conn: Connection, person: int) -> bool:
    (line,) = people_found.lines(conn, [person])
    written = (letter.issued_on for letter in records.letters_of(conn, person))
    return bool(line.held or line.open_requests or any(day and day >= desk.latest_day for day in written))
