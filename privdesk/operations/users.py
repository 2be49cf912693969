"""Who works at the desk: enter a colleague, change one's own password."""

from privdesk.domain import password as rules
from privdesk.domain.errors import PasswordWeak
from privdesk.domain.shown import shown
from privdesk.domain.user import Role, User
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.storage import users, vault
from privdesk.storage.keys import DEFAULT, Cost


def add(
    desk: Desk, login: str, name: str, password: str, role: Role = Role.MANAGER, cost: Cost = DEFAULT
) -> Done[User]:
    """Give a colleague a login and keys; he types the password himself.

    Raises PasswordWeak, PasswordLength, LoginTaken.
    """
    need_good(desk, password, login, name)
    with desk.change("user.add", about="user") as change:
        slot = vault.add_user(desk.vault, change.conn, login, password, role.value, cost)
        new = users.add(change.conn, login=login, name=name, role=role, slot=slot, language=desk.actor.language)
        change.about = f"user:{new.id}"
    return Done(new, shown("done", "{name} can now unlock this desk."), {"name": name})


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
