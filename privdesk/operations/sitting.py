"""The beginning of a sitting: failed logins wait on this PC and are then written into the log."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from privdesk.domain.errors import DeskError
from privdesk.domain.user import Role
from privdesk.operations.desk import Desk
from privdesk.storage import audit, failures, header, log_list, log_seeds, transaction, users
from privdesk.storage.failures import Failure
from privdesk.storage.header import Header, Slot
from privdesk.storage.opening import Terms
from privdesk.storage.transaction import Connection


def note_failure(folder: Path, tried: Callable[[Header], Slot | None], now: datetime, terms: Terms) -> None:
    """Note on this PC that a password or sheet was wrong; `tried` finds its slot. The desk itself stays untouched."""
    if terms.profile is None:
        return
    with suppress(DeskError):
        found = header.read(folder).headers[-1]
        slot = tried(found)
        failures.note(terms.profile, found.desk, Failure(now, slot.id if slot else ""))


def log_broken_off(desk: Desk) -> None:
    """Write into the log that the sitting before was not locked, and up to when it left entries."""
    with transaction.writing(desk.vault.writer) as conn:
        last = log_list.left_open(conn)
        if last:
            _tell(desk, conn, "desk.broken_off", "desk", {"last": last.isoformat()})


def log_new_pc(desk: Desk) -> None:
    """Write into the log that this PC has no note of the desk: it is a new one, or the note was deleted or damaged.

    Where the program keeps no notes at all, it also misses none.
    """
    if desk.vault.profile and desk.vault.anchor is None:
        with desk.change("desk.new_pc", about="desk"):
            pass


def hand_on_seeds(desk: Desk) -> None:
    """Let those who came since, and a new recovery sheet, verify the log from its first entry; part of his login."""
    if desk.actor.role is not Role.AUDITOR:
        return
    with desk.reading() as conn:
        waits = log_seeds.missing(conn, desk.vault)
    if waits:
        with desk.change("log.hand_on", about="log") as change:
            change.detail["sections"] = log_seeds.hand_on(change.conn, desk.vault)


def log_failures(desk: Desk) -> None:
    """Write the failed logins of this PC into the log, one entry for each user; nobody is named as who did it."""
    profile = desk.vault.profile
    found = failures.read(profile, desk.vault.desk_id) if profile else ()
    if not profile or not found:
        return
    with transaction.writing(desk.vault.writer) as conn:
        for slot in sorted({one.slot for one in found}):
            user, sheet = users.by_slot(conn, slot), desk.vault.header.sheet
            about = f"user:{user.id}" if user else "sheet" if sheet and sheet.id == slot else "user"
            _tell(desk, conn, "desk.failed_login", about, {"times": [one.at for one in found if one.slot == slot]})
    with suppress(DeskError):
        failures.forget(profile, desk.vault.desk_id)


def _tell(desk: Desk, conn: Connection, act: str, about: str, detail: dict[str, object]) -> None:
    """An entry of which nobody is known to have done it."""
    audit.append(conn, desk.vault, at=desk.now, by=None, session=desk.session, act=act, about=about, detail=detail)
