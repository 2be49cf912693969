"""Who works at the desk: let somebody in, change a role, end an access, a way in for who forgot, one's own password."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from privdesk.domain import password as rules
from privdesk.domain.errors import InvitationExpired, NameMissing, OwnAccess, PasswordHandedOut, PasswordWeak
from privdesk.domain.shown import shown
from privdesk.domain.user import INVITED_FOR, Role, Standing, User, has_expired, read_login
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.operations.rotation import need_own_password, roster_changed
from privdesk.storage import audit, roster, users, vault
from privdesk.storage.copying import Progress
from privdesk.storage.header import Header
from privdesk.storage.keys import DEFAULT, Cost
from privdesk.storage.transaction import Connection


@dataclass(frozen=True)
class WayIn:
    """What a manager hands over: the password opens the desk once, for its user to choose his own."""

    user: User
    password: str = field(repr=False)


@dataclass(frozen=True)
class Colleague:
    """Somebody who works or worked here, and how his access stands."""

    user: User
    standing: Standing


def colleagues(desk: Desk) -> tuple[Colleague, ...]:
    """All who work or worked at this desk, in the order they came."""
    with desk.reading() as conn:
        return tuple(Colleague(_as_signed(desk, user), _standing(desk, conn, user)) for user in users.everybody(conn))


def misnamed(desk: Desk) -> tuple[User, ...]:
    """Those of whom the table of users says another role, or another access, than the signed roster."""
    with desk.reading() as conn:
        known = users.everybody(conn)
    slots = {slot.id for slot in desk.vault.header.slots}
    return tuple(one for one in known if _as_signed(desk, one) != one or one.active != (one.slot in slots))


def add(
    desk: Desk, login: str, name: str, password: str, role: Role = Role.MANAGER, cost: Cost = DEFAULT
) -> Done[User]:
    """Give a colleague a login and keys; he types the password himself.

    Raises PasswordWeak, PasswordLength, LoginMissing, LoginUnreadable, LoginTaken.
    """
    desk.need("user.add", "user")
    login = read_login(login)
    need_good(desk, password, login, name)
    with desk.change("user.add", about="user") as change:
        users.need_new(change.conn, login)
        slot = vault.add_user(desk.vault, change.conn, login, password, role.value, cost)
        new = users.add(change.conn, login=login, name=name, role=role, slot=slot, language=desk.actor.language)
        change.about = f"user:{new.id}"
    return Done(new, shown("done", "{name} can now unlock this desk."), {"name": name})


def invite(desk: Desk, login: str, name: str, role: Role, password: str, cost: Cost = DEFAULT) -> Done[WayIn]:
    """Let a colleague in by a single-use password; `password` is the manager's own.

    Raises NameMissing, LoginMissing, LoginUnreadable, LoginTaken, WrongPassword, DeskFull.
    """
    login, name = read_login(login), name.strip()
    if not name:
        raise NameMissing
    need_own_password(desk, "user.invite", "user", password)
    single_use = rules.suggested()
    with desk.change("user.invite", about="user", role=role) as change:
        users.need_new(change.conn, login)
        slot = vault.add_user(desk.vault, change.conn, login, single_use, role.value, cost, invited=True)
        new = users.add(change.conn, login=login, name=name, role=role, slot=slot, language=desk.actor.language)
        change.about = f"user:{new.id}"
    return Done(WayIn(new, single_use), shown("done", "{name} is invited."), {"name": name})


def issue_anew(desk: Desk, id_: int, password: str, cost: Cost = DEFAULT) -> Done[WayIn]:
    """Give a colleague who forgot his password another way in; his old keys are dropped.

    `password` is the manager's own. Raises NoSuchUser, OwnAccess, WrongPassword.
    """
    about = f"user:{id_}"
    need_own_password(desk, "user.issue", about, password)
    who, single_use = _other(desk, id_), rules.suggested()

    def edit(header: Header) -> Header:
        return roster.issued_anew(header, who.slot, single_use, cost, invited=True)

    with roster_changed(desk, "user.issue", about, edit):
        pass
    return Done(WayIn(who, single_use), shown("done", "{name} has a new way in."), {"name": who.name})


def change_role(desk: Desk, id_: int, role: Role, password: str, progress: Progress | None = None) -> Done[User]:
    """Give a colleague another role, at once; a lower one puts the desk under new keys and seals all numbers anew.

    `password` is the manager's own. Raises NoSuchUser, OwnAccess, NoManagerLeft, WrongPassword, Cancelled, DiskFull.
    """
    about = f"user:{id_}"
    need_own_password(desk, "user.role", about, password)
    who = _other(desk, id_)

    def edit(header: Header) -> Header:
        return roster.with_role(header, who.slot, role.value)

    with roster_changed(desk, "user.role", about, edit, progress, before=who.role, role=role) as change:
        users.set_role(change.conn, id_, role)
    return Done(replace(who, role=role), shown("done", "{name} has another role now."), {"name": who.name})


def disable(desk: Desk, id_: int, password: str, progress: Progress | None = None) -> Done[User]:
    """End a colleague's access; the desk goes under new keys in the same step, and his name stays for the log.

    `password` is the manager's own. Raises NoSuchUser, OwnAccess, NoManagerLeft, WrongPassword, Cancelled, DiskFull.
    """
    about = f"user:{id_}"
    need_own_password(desk, "user.disable", about, password)
    who = _other(desk, id_)

    def edit(header: Header) -> Header:
        return roster.without(header, who.slot)

    with roster_changed(desk, "user.disable", about, edit, progress) as change:
        users.leave(change.conn, id_)
    said = shown("done", "{name} cannot unlock this desk any more. Destroy the backups that he could still open.")
    return Done(replace(who, active=False), said, {"name": who.name})


def accept(desk: Desk, single_use: str, own: str, cost: Cost = DEFAULT) -> Done[None]:
    """Choose one's own password at the first login; with it come keys that nobody else ever held.

    Raises PasswordHandedOut, PasswordWeak, PasswordLength, WrongPassword, InvitationExpired.
    """
    if own == single_use:
        raise PasswordHandedOut
    need_good(desk, own, desk.actor.login, desk.actor.name)
    with desk.change("user.accept", about=f"user:{desk.actor.id}") as change:
        if _has_expired(desk, change.conn, desk.actor):
            raise InvitationExpired(days=INVITED_FOR.days)
        vault.accept(desk.vault, change.conn, desk.actor.login, single_use, own, cost)
    return Done(None, shown("done", "From now on your own password opens this desk."))


def countersign(desk: Desk) -> None:
    """Sign the keys that invited colleagues have made themselves in time, if there are any; part of a manager's login.

    Who waits for that himself goes on without: raises InvitationExpired, which is logged, if he did not come in time.
    """
    waiting = {slot.id for slot in desk.vault.header.slots if slot.vouched}
    with desk.reading() as conn:
        came = [one for one in users.everybody(conn) if one.slot in waiting and _came_in_time(conn, one)]
    if desk.vault.is_joining:
        with desk.refusals("user.accept", f"user:{desk.actor.id}"):
            if desk.actor.slot not in {one.slot for one in came}:
                raise InvitationExpired(days=INVITED_FOR.days)
    elif came and desk.actor.role is Role.MANAGER:
        with desk.change("user.countersign", about="users") as change:
            ids = {one.slot for one in came}
            vault.change_roster(desk.vault, change.conn, lambda header: roster.countersigned(header, ids))
            change.detail["users"] = [one.id for one in came]


def change_password(desk: Desk, old: str, new: str, cost: Cost = DEFAULT) -> Done[None]:
    """Replace the actor's own password.

    Raises WrongPassword, PasswordWeak, PasswordLength.
    """
    need_good(desk, new, desk.actor.login, desk.actor.name)
    with desk.change("user.password", about=f"user:{desk.actor.id}") as change:
        vault.change_password(desk.vault, change.conn, desk.actor.login, old, new, cost)
    return Done(None, shown("done", "Your password was changed. Old backups still open with the old one."))


def need_good(desk: Desk, password: str, *words: str) -> None:
    """Raise PasswordWeak with its first fault unless the password keeps the rules."""
    found = rules.problems(password, (*words, desk.office.name), desk.reference.common_passwords)
    if found:
        raise PasswordWeak(why=found[0])


def _other(desk: Desk, id_: int) -> User:
    """A colleague who still has a way in; raises NoSuchUser, or OwnAccess for the actor himself."""
    if id_ == desk.actor.id:
        raise OwnAccess
    with desk.reading() as conn:
        return users.active(conn, id_)


def _standing(desk: Desk, conn: Connection, user: User) -> Standing:
    slot = next((slot for slot in desk.vault.header.slots if slot.id == user.slot), None)
    if slot is None or not user.active:
        return Standing.LEFT
    if slot.invited:
        return Standing.EXPIRED if _has_expired(desk, conn, user) else Standing.INVITED
    if slot.vouched:
        return Standing.UNSIGNED if _came_in_time(conn, user) else Standing.EXPIRED
    return Standing.WORKS


def _has_expired(desk: Desk, conn: Connection, user: User) -> bool:
    """By the log, which says when the single-use password was given, and which a clock set back does not deceive."""
    return has_expired(_given(conn, user), max(desk.now, desk.latest or desk.now))


def _came_in_time(conn: Connection, user: User) -> bool:
    """By the log too, where each first login stands that went through this program."""
    given, came = _given(conn, user), audit.when_last(conn, f"user:{user.id}", ("user.accept",))
    return given is not None and came is not None and given <= came and not has_expired(given, came)


def _given(conn: Connection, user: User) -> datetime | None:
    return audit.when_last(conn, f"user:{user.id}", ("user.invite", "user.issue"))


def _as_signed(desk: Desk, user: User) -> User:
    """With the role of the signed roster, which counts; who has left stands in the table alone."""
    slot = next((slot for slot in desk.vault.header.slots if slot.id == user.slot), None)
    return replace(user, role=Role(slot.role)) if slot else user
