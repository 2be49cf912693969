"""A made-up office on a real desk: founded once per run at the floor of the hashing cost, copied for each test."""

import secrets
import shutil
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from privdesk import app
from privdesk.domain.office import Office
from privdesk.domain.user import Role, User
from privdesk.operations.desk import Desk
from privdesk.operations.reference import Reference
from privdesk.storage import audit, keys, opening, purposes, rules, settings, transaction, users
from privdesk.storage.opening import Terms
from privdesk.storage.vault import Vault

PASSWORD = "an unhurried heron waits"
OFFICE = Office(name="見本商事株式会社")
NOW = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)  # 10:00 in the office
TERMS = Terms(cost=keys.FLOOR, ballast=4096)
DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Founded:
    """A closed desk with its first manager, the secret of its sheet and what the program brings along."""

    folder: Path
    secret: bytes
    manager: User
    given: Reference

    def copied(self, folder: Path) -> Desk:
        """A copy, opened by its keys, which hashes nothing, with the manager "sato" at it on 2026-11-22 at 10:00."""
        shutil.copytree(self.folder, folder)
        vault = opening.unlock_with_sheet(folder, self.secret, terms=TERMS)
        return seated(Desk(vault, self.manager, OFFICE, self.given, lambda: NOW, "test"))


def seated(desk: Desk) -> Desk:
    """The desk itself if its log is empty, as at the founding, else in a sitting of its own."""
    with desk.reading() as conn:
        if not audit.head(conn).seq:
            return desk
    fresh = replace(desk, session=secrets.token_hex(8))
    with fresh.change("desk.unlock", about="desk"):
        pass
    return fresh


def found(folder: Path) -> Founded:
    """Found the desk that all tests copy."""
    given = app.reference()
    managers: list[User] = []

    def first(made: Vault) -> None:
        with transaction.writing(made.writer) as conn:
            settings.enter_office(conn, OFFICE)
            purposes.enter(conn, given.purposes)
            rules.enter_rules(conn, given.rules, NOW.date())
            new = {"login": "sato", "name": "佐藤 恵", "role": Role.MANAGER, "slot": made.slot, "language": "ja"}
            managers.append(users.add(conn, **new))

    vault, secret = opening.create(folder, "sato", PASSWORD, terms=TERMS, first=first)
    vault.close()
    return Founded(folder, secret, managers[0], given)
