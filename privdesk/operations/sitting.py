"""The beginning of a sitting: failed logins wait on this PC and are then written into the log."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from privdesk.domain.errors import DeskError
from privdesk.operations.desk import Desk
from privdesk.storage import audit, failures, header, transaction, users
from privdesk.storage.failures import Failure
from privdesk.storage.header import Header, Slot
from privdesk.storage.opening import Terms


def note_failure(folder: Path, tried: Callable[[Header], Slot | None], now: datetime, terms: Terms) -> None:
    """Note on this PC that a password or sheet was wrong; `tried` finds its slot. The desk itself stays untouched."""
    if terms.profile is None:
        return
    with suppress(DeskError):
        found = header.read(folder).headers[-1]
        slot = tried(found)
        failures.note(terms.profile, found.desk, Failure(now, slot.id if slot else ""))


def log_failures(desk: Desk) -> None:
    """Write the failed logins of this PC into the log, one entry for each user; nobody is named as who did it."""
    profile = desk.vault.profile
    found = failures.read(profile, desk.vault.desk_id) if profile else ()
    if not profile or not found:
        return
    with transaction.writing(desk.vault.writer) as conn:
        for slot in sorted({one.slot for one in found}):
            user, sheet = users.by_slot(conn, slot), desk.vault.header.sheet
            audit.append(
                conn,
                desk.vault,
                at=desk.now,
                by=None,
                session=desk.session,
                act="desk.failed_login",
                about=f"user:{user.id}" if user else "sheet" if sheet and sheet.id == slot else "user",
                detail={"times": [one.at for one in found if one.slot == slot]},
            )
    with suppress(DeskError):
        failures.forget(profile, desk.vault.desk_id)
