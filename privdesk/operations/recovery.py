"""The recovery sheet at work: it opens the desk, sets a manager's password, and is replaced at once by a new sheet."""

import secrets
from dataclasses import replace
from pathlib import Path

from privdesk.domain.errors import NameMissing, WrongSheet
from privdesk.domain.shown import shown
from privdesk.domain.user import Role, User, read_login
from privdesk.operations.desk import Desk
from privdesk.operations.desks import Clock, Founder, Sheet, need_good_password, unlock
from privdesk.operations.done import Done
from privdesk.operations.reference import Reference
from privdesk.operations.rotation import need_own_password, rotated
from privdesk.operations.sitting import note_failure
from privdesk.storage import log_seeds, opening, recovery, roster, rotation, settings, transaction, users
from privdesk.storage.copying import Progress
from privdesk.storage.header import Header
from privdesk.storage.keys import Cost
from privdesk.storage.opening import Terms
from privdesk.storage.transaction import Connection
from privdesk.storage.vault import Vault


def recover(
    folder: Path,
    typed: str,
    manager: Founder,
    sheet: Sheet,
    reference: Reference,
    clock: Clock,
    terms: Terms,
    progress: Progress | None = None,
) -> Desk:
    """Open a desk by what was `typed` from its recovery sheet, and leave it open for `manager`, new or known by login.

    In one step the manager gets his password, the new `sheet` takes the place of the old one, which opens nothing any
    more, and the desk goes under new keys. A wrong sheet is noted on this PC like a wrong password.

    Raises SheetTypo with the group, SheetLength, WrongSheet, LoginMissing, LoginUnreadable, NameMissing, PasswordWeak,
    PasswordLength, DeskFull, DiskFull, Cancelled, else as `desks.unlock`.
    """
    try:
        opened = opening.unlock_with_sheet(folder, recovery.secret(typed), terms=terms)
    except WrongSheet:
        note_failure(folder, lambda found: found.sheet, clock(), terms)
        raise
    try:
        with transaction.reading(opened.reader) as conn:
            office, known = settings.office(conn), users.by_login(conn, manager.login)
        _need_named(manager, known)
        need_good_password(manager, office.name, reference)
        login = known.login if known else manager.login.strip()
        actor = known or User(0, login, manager.name, Role.MANAGER, slot="", language=manager.language)
        actor = replace(actor, role=Role.MANAGER, active=True)
        desk = Desk(opened, actor, office, reference, clock, session=secrets.token_hex(8))
        _recovered(desk, known, manager, sheet, terms.cost, progress)
    finally:
        opened.close()
    return unlock(folder, login, manager.password, reference, clock, terms)


def replace_sheet(desk: Desk, sheet: Sheet, password: str, progress: Progress | None = None) -> Done[None]:
    """Let a new recovery sheet take the place of the old one, as when that was lost or seen.

    `password` is the manager's own. Raises WrongPassword, Cancelled, DiskFull.
    """
    need_own_password(desk, "sheet.replace", "desk", password)

    def edit(header: Header) -> Header:
        return roster.with_sheet(header, sheet.secret)

    with rotated(desk, "sheet.replace", "desk", edit, progress):
        pass
    return Done(None, shown("done", "Only the new recovery sheet opens this desk now. Destroy the old one."))


def _need_named(manager: Founder, known: User | None) -> None:
    if not known:
        read_login(manager.login)
    if not (known or manager.name.strip()):
        raise NameMissing


def _recovered(
    desk: Desk, known: User | None, manager: Founder, sheet: Sheet, cost: Cost, progress: Progress | None
) -> None:
    def edit(header: Header) -> Header:
        slot = header.slot_of(manager.login)
        if slot:
            header = roster.issued_anew(header, slot.id, manager.password, cost, invited=False)
            header = roster.with_role(header, slot.id, "manager")
        else:
            header, _ = roster.added(header, manager.login, manager.password, "manager", cost)
        return roster.with_sheet(header, sheet.secret)

    with rotation.rotating(desk.vault, edit, progress) as fresh:
        seated = replace(desk, vault=fresh)
        with seated.change("desk.recover", about="user") as change:
            seated.actor = _entered(change.conn, fresh, known, seated.actor)
            change.about = f"user:{seated.actor.id}"
            # the old sheet is who holds them here, and gone afterwards
            change.detail["sections"] = log_seeds.hand_on(change.conn, fresh)


def _entered(conn: Connection, vault: Vault, known: User | None, manager: User) -> User:
    """The manager's row, new or brought up to date; the log names him as who used the sheet."""
    slot = roster.slot_for(vault.header, manager.login).id
    if known is None:
        return users.add(
            conn,
            login=manager.login,
            name=manager.name,
            role=Role.MANAGER,
            slot=slot,
            language=manager.language,
        )
    users.return_as(conn, known.id, Role.MANAGER, slot)
    return replace(manager, slot=slot)
