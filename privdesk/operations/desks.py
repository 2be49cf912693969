"""A desk's beginning and end: found it, unlock it, lock it, prove an approver, look it over as a whole."""

import secrets
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from privdesk.domain import password as rules_of_passwords
from privdesk.domain.errors import (
    DeskError,
    DiskFull,
    NameMissing,
    NotAllowed,
    NotCountersigned,
    PasswordWeak,
    WrongPassword,
)
from privdesk.domain.office import Office
from privdesk.domain.user import Role, User, read_login
from privdesk.operations import log, sitting, unfinished
from privdesk.operations import users as arrivals
from privdesk.operations.desk import Desk
from privdesk.operations.purposes import lapse
from privdesk.operations.reference import Reference
from privdesk.operations.rollback import Acceptance, Accepting
from privdesk.storage import (
    audit,
    files,
    header,
    log_state,
    opening,
    purposes,
    recovery,
    roster,
    rules,
    settings,
    transaction,
    users,
    vault,
)
from privdesk.storage.lockfile import Lock
from privdesk.storage.log_verify import Progress
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
    folder: Path,
    office: Office,
    founder: Founder,
    sheet: Sheet,
    reference: Reference,
    clock: Clock,
    terms: Terms,
    keep_sheet: Callable[[], object] = lambda: None,
) -> Desk:
    """Found a desk and leave it unlocked; until it is whole there is nothing at `folder`.

    `keep_sheet` is called just before, so that there is never a desk without its sheet.

    Raises NameMissing, LoginMissing or LoginUnreadable, and what `opening.create` raises.
    """
    if not office.name.strip():
        raise NameMissing
    login = read_login(founder.login)

    def first(made: Vault) -> None:
        with transaction.writing(made.writer) as conn:
            settings.enter_office(conn, office)
            manager = users.add(
                conn,
                login=login,
                name=founder.name,
                role=Role.MANAGER,
                slot=made.slot,
                language=founder.language,
            )
            today = clock().date()
            purposes.enter(conn, reference.purposes)
            rules.enter_rules(conn, reference.rules, today)
            head = audit.append(
                conn, made, at=clock(), by=manager, session="founding", act="desk.create", about="desk", detail={}
            )
        keep_sheet()
        with suppress(DeskError):
            made.leave_anchor(head.seq, head.hash.hex())

    made, _ = opening.create(folder, login, founder.password, terms=terms, secret=sheet.secret, first=first)
    return _seated(made, reference, clock)


def unlock(
    folder: Path,
    login: str,
    password: str,
    reference: Reference,
    clock: Clock,
    terms: Terms,
    acceptance: Acceptance | None = None,
    own_password: str = "",
) -> Desk:
    """Open a desk; the first entry of the sitting is in the log before anything is shown.

    Who comes for the first time chooses an `own_password` in the place of the single-use one; a manager signs the keys
    of those who did so before him. With an `acceptance`, managers open an older copy all the same, which is then the
    first entry. A wrong password is noted on this PC, and logged after the next right one.

    Raises what `opening.open_vault` raises, OlderLog or LogBroken for a log that is not the one this PC saw, NotAllowed
    for who has left, PasswordWeak or PasswordHandedOut for an own password, and what `Accepting` raises.
    """
    accepting = Accepting(acceptance, folder, clock(), terms) if acceptance else None
    wanted = replace(terms, accepting=accepting.ask) if accepting else terms
    try:
        opened = opening.open_vault(folder, login, password, terms=wanted, first_time=bool(own_password))
    except WrongPassword:
        sitting.note_failure(folder, lambda found: found.slot_of(login), clock(), terms)
        raise
    desk = _seated(opened, reference, clock, accepting)
    try:
        if own_password:
            arrivals.accept(desk, password, own_password, terms.cost)
        arrivals.countersign(desk)
        sitting.hand_on_seeds(desk)
        unfinished.take_back_left(desk)
    except BaseException:
        with suppress(DeskError):
            lock(desk)
        opened.close()
        raise
    return desk


def lock(desk: Desk) -> None:
    """Close the desk: log it, note outside how far the log had come, drop the keys.

    It closes whatever happens; where a full disk has no room even for the entry, the log does without it.
    """
    try:
        try:
            _log_lock(desk)
        except DiskFull:  # which has freed the ballast
            with suppress(DiskFull):
                _log_lock(desk)
        desk.leave_anchor()
    finally:
        desk.vault.close()


def need_good_password(founder: Founder, office: str, reference: Reference) -> None:
    """Raise PasswordWeak with its first fault unless the first manager's password keeps the rules."""
    words = (founder.login, founder.name, office)
    found = rules_of_passwords.problems(founder.password, words, reference.common_passwords)
    if found:
        raise PasswordWeak(why=found[0])


def approver(desk: Desk, login: str, password: str) -> Desk:
    """The desk with a second person beside the actor, who has just typed name and password.

    Raises WrongPassword, NotCountersigned, and NotAllowed for who is the actor himself or no manager.
    """
    with desk.refusals("desk.approver", "desk"):
        slot = vault.verify_password(desk.vault, login, password)
        with desk.reading() as conn:
            second = users.by_slot(conn, slot)
        # the roster in the key header is signed, the table is not
        signed = roster.slot_with(desk.vault.header, slot)
        if second is None or not second.active or signed.role != "manager" or second.id == desk.actor.id:
            raise NotAllowed
        if signed.is_joining:
            raise NotCountersigned
    return desk.with_approver(second)


def faults(desk: Desk, progress: Progress | None = None) -> list[str]:
    """What is wrong with the file, its keys, its users or its log; empty if nothing is. Reads every page.

    `progress` (done, total) counts entries of the log, and may raise Cancelled.
    """
    with desk.change("desk.check", about="desk"):
        pass
    found = desk.vault.integrity()
    found += [f"users: the signed roster says otherwise of user {one.id}" for one in arrivals.misnamed(desk)]
    verdict = log.verify(desk, progress)
    if verdict.fault:
        found.append(f"log: {verdict.fault.value.format(at=verdict.at)}")
    return found


def _seated(opened: Vault, reference: Reference, clock: Clock, accepting: Accepting | None = None) -> Desk:
    try:
        with transaction.reading(opened.reader) as conn:
            actor = users.by_slot(conn, opened.slot)
            office, latest = settings.office(conn), log_state.latest(conn)
        if actor is None:
            raise NotAllowed
        # the roster in the key header is signed, the table is not
        actor = replace(actor, role=Role(opened.role))
        desk = Desk(opened, actor, office, reference, clock, session=secrets.token_hex(8), latest=latest)
        sitting.log_broken_off(desk)
        if accepting:
            _note_rollback(desk, accepting)
        with desk.change("desk.unlock", about="desk"):
            pass
        sitting.log_new_pc(desk)
        sitting.log_failures(desk)
        lapse(desk)
        desk.leave_anchor()
    except BaseException:
        opened.close()
        raise
    return desk


def _log_lock(desk: Desk) -> None:
    desk.looks.end()
    with desk.change("desk.lock", about="desk"):
        pass


def _note_rollback(desk: Desk, accepting: Accepting) -> None:
    """That an older copy was accepted, by whom and how far this PC had seen the newer one."""
    with desk.change("desk.rollback", about="desk", reason=accepting.reason) as change:
        second = users.by_slot(change.conn, accepting.second) if accepting.second else None
        change.detail |= {"approver": second.id} if second else {"only_manager": True}
        if desk.vault.anchor:
            change.detail["seen"] = desk.vault.anchor.log_seq


def damaged_copies(folder: Path) -> list[str]:
    """What is wrong with one copy of the key header, told before the desk is opened, because opening it mends the copy.

    Nothing where the desk cannot be opened at all: unlocking says why.
    """
    try:
        found = header.read(folder)
    except DeskError:
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
