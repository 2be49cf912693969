"""A desk's beginning and end: found it, unlock it, lock it, prove an approver, look it over as a whole."""

import secrets
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from privdesk.domain import password as rules_of_passwords
from privdesk.domain.errors import DeskError, NotAllowed, PasswordWeak
from privdesk.domain.office import Office
from privdesk.domain.user import Role, User
from privdesk.operations.desk import Desk
from privdesk.operations.reference import Reference
from privdesk.storage import (
    audit,
    files,
    header,
    opening,
    purposes,
    recovery,
    rules,
    settings,
    transaction,
    users,
    vault,
)
from privdesk.storage.lockfile import Lock
from privdesk.storage.opening import Terms as Terms
from privdesk.storage.vault import Vault

Clock = Callable[[], datetime]
SUFFIX = ".privdesk"


@dataclass(frozen=True)
class Founder:
    """The first manager of a new desk."""

    login: str
    name: str
    password: str
    language: str = "ja"


@dataclass(frozen=True)
class Sheet:
    """The secret of a recovery sheet before its desk exists, as it is printed: the groups to type back."""

    secret: bytes = field(repr=False)
    groups: tuple[str, ...] = field(repr=False)

    def is_typed(self, typed: str) -> bool:
        """Whether this is what was typed back.

        Raises the sentence that points to the group with a slip.
        """
        return secrets.compare_digest(recovery.secret(typed), self.secret)


def new_sheet() -> Sheet:
    """A fresh secret for a recovery sheet."""
    secret = recovery.new_secret()
    return Sheet(secret, tuple(recovery.groups(secret)))


def create(
    folder: Path, office: Office, founder: Founder, sheet: Sheet, reference: Reference, clock: Clock, terms: Terms
) -> Desk:
    """Found a desk and leave it unlocked; until it is whole there is nothing at `folder`.

    Raises PasswordLength, DeskExists, ReadOnlyFolder or DiskFull.
    """

    def first(made: Vault) -> None:
        with transaction.writing(made.writer) as conn:
            settings.enter_office(conn, office)
            manager = users.add(
                conn,
                login=founder.login,
                name=founder.name,
                role=Role.MANAGER,
                slot=made.slot,
                language=founder.language,
            )
            today = clock().date()
            purposes.enter(conn, reference.purposes)
            rules.enter_rules(conn, reference.rules, today)
            audit.append(
                conn, at=clock(), user=manager.id, session="founding", act="desk.create", about="desk", detail={}
            )

    made, _ = opening.create(folder, founder.login, founder.password, terms=terms, secret=sheet.secret, first=first)
    return _seated(made, reference, clock)


def unlock(folder: Path, login: str, password: str, reference: Reference, clock: Clock, terms: Terms) -> Desk:
    """Open a desk; the first entry of the sitting is in the log before anything is shown.

    Raises what `opening.open_vault` raises, and NotAllowed for who has left.
    """
    return _seated(opening.open_vault(folder, login, password, terms=terms), reference, clock)


def lock(desk: Desk) -> None:
    """Close the desk: log it, note outside how far the log had come, drop the keys."""
    with desk.change("desk.lock", about="desk"):
        pass
    leave_anchor(desk)
    desk.vault.close()


def need_good_password(founder: Founder, office: str, reference: Reference) -> None:
    """Raise PasswordWeak with its first fault unless the first manager's password keeps the rules."""
    words = (founder.login, founder.name, office)
    found = rules_of_passwords.problems(founder.password, words, reference.common_passwords)
    if found:
        raise PasswordWeak(why=found[0])


def leave_anchor(desk: Desk) -> None:
    """Note on this PC how far the log has come, so that an older copy put in place is recognised."""
    with desk.reading() as conn:
        head = audit.head(conn)
    desk.vault.leave_anchor(head.seq, head.hash.hex())


def approver(desk: Desk, login: str, password: str) -> Desk:
    """The desk with a second person beside the actor, who has just typed name and password.

    Raises WrongPassword, and NotAllowed for who is the actor himself or no manager.
    """
    slot = vault.verify_password(desk.vault, login, password)
    with desk.reading() as conn:
        second = users.by_slot(conn, slot)
    if second is None or not second.active or second.role is not Role.MANAGER or second.id == desk.actor.id:
        raise NotAllowed
    return desk.with_approver(second)


def faults(desk: Desk) -> list[str]:
    """What is wrong with the file, its keys or its log; empty if nothing is. Reads every page."""
    with desk.change("desk.check", about="desk"):
        pass
    found = desk.vault.integrity()
    with desk.reading() as conn:
        broken = audit.broken_at(conn)
    return found + ([f"audit: entry {broken} does not follow from the one before"] if broken else [])


def _seated(opened: Vault, reference: Reference, clock: Clock) -> Desk:
    try:
        with transaction.reading(opened.reader) as conn:
            actor = users.by_slot(conn, opened.slot)
            office = settings.office(conn)
        if actor is None:
            raise NotAllowed
        # the roster in the key header is signed, the table is not
        actor = replace(actor, role=Role(opened.role))
        desk = Desk(opened, actor, office, reference, clock, session=secrets.token_hex(8))
        with desk.change("desk.unlock", about="desk"):
            pass
    except BaseException:
        opened.close()
        raise
    return desk


def damaged_copies(folder: Path) -> list[str]:
    """What is wrong with one copy of the key header, told before the desk is opened, because opening it mends the copy.

    Nothing where the desk cannot be opened at all: unlocking says why.
    """
    try:
        found = header.read(folder)
    except (DeskError, NotADirectoryError):
        return []
    is_whole = len(found.headers) == 1 and not found.wants_repair
    return [] if is_whole else ["keys: one of the two copies was damaged"]


def remove(folder: Path) -> None:
    """Take a desk off the disk with everything in it, for a made-up one that is made anew.

    Raises DeskInUse, ReadOnlyFolder.
    """
    Lock(folder).release()
    with files.told():
        shutil.rmtree(folder)


def everybody(desk: Desk) -> tuple[User, ...]:
    """All who work or worked at this desk."""
    with desk.reading() as conn:
        return users.everybody(conn)
