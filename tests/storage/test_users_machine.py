"""People come, go, forget and rotate in any order: who should opens the desk with the keys of his role, nobody else.

PRIVDESK_STEPS=N runs at least N steps in place of the few of every day.
"""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from privdesk.domain.errors import LoginTaken, NoManagerLeft, OwnPasswordNeeded, WrongPassword, WrongSheet
from privdesk.domain.person import NewNumber, NewPerson, NumberKind, Profile
from privdesk.operations import people
from privdesk.storage import numbers, recovery, roster
from privdesk.storage.header import Header
from privdesk.storage.keys import FLOOR
from privdesk.storage.opening import open_vault, unlock_with_sheet
from privdesk.storage.rotation import rotating
from privdesk.storage.slots import RINGS_OF
from privdesk.storage.vault import Vault, accept, add_user, change_password, change_roster
from tests.office import PASSWORD, TERMS, Founded, found

STEPS = int(os.environ.get("PRIVDESK_STEPS", "0"))
IN_ONE = 50
ACCOUNT = "1234567"
LOGINS = st.sampled_from(["mori", "kato", "ito", "abe"])
ROLES = st.sampled_from(["manager", "support", "auditor"])
SHEET = "sheet"


@dataclass
class Known:
    """What should be true of somebody: his role and password, and whether that one is for a single use."""

    role: str
    password: str
    invited: bool = False


def may_sign(machine: "Office") -> bool:
    return "roster" in RINGS_OF[machine.role]


class Office(RuleBasedStateMachine):
    """A desk that is always open for somebody, and beside it what should be true of it."""

    made: Founded
    steps = 0

    @initialize()
    def begin(self) -> None:
        self.place = Path(mkdtemp())
        self.folder = self.place / "office.privdesk"
        shutil.copytree(self.made.folder, self.folder)
        self.secret, self.torn = self.made.secret, [bytes(32)]
        self.people = {"sato": Known("manager", PASSWORD)}
        self.gone: dict[str, str] = {}
        self.written: set[str] = set()
        self.count = 0
        self.vault: Vault = unlock_with_sheet(self.folder, self.secret, terms=TERMS)
        self.at = SHEET

    def teardown(self) -> None:
        if hasattr(self, "vault"):
            self.vault.close()
            shutil.rmtree(self.place)

    @property
    def role(self) -> str:
        """The role of who is at the desk."""
        return SHEET if self.at == SHEET else self.people[self.at].role

    def password(self) -> str:
        """A new password, good enough."""
        self.count += 1
        return f"a new word for heron {self.count}"

    def slot(self, login: str) -> str:
        return roster.slot_for(self.vault.header, login).id

    def change(self, edit, name: str = "") -> None:
        """Let another roster take effect, by a rotation where somebody loses a key."""
        if roster.lost(self.vault.header, edit(self.vault.header)):
            self.rotate(edit)
            return
        with self.vault.writer.begin() as conn:
            change_roster(self.vault, conn, edit)

    def rotate(self, edit) -> None:
        name = f"note {len(self.written)}"
        with rotating(self.vault, edit) as fresh, fresh.writer.begin() as conn:
            conn.exec_driver_sql("INSERT INTO counter (name, last) VALUES (?, 1)", (name,))
        self.written.add(name)

    # What anybody does

    @rule()
    def write(self) -> None:
        name = f"note {len(self.written)}"
        with self.vault.writer.begin() as conn:
            conn.exec_driver_sql("INSERT INTO counter (name, last) VALUES (?, 1)", (name,))
        self.written.add(name)

    @rule(login=LOGINS | st.just("sato"))
    def lock_and_unlock(self, login: str) -> None:
        """By password; who may not come in leaves the desk to the sheet."""
        self.vault.close()
        known = self.people.get(login)
        tried = known.password if known else self.gone.get(login, PASSWORD)
        if known and not known.invited:
            self.vault, self.at = open_vault(self.folder, login, tried, terms=TERMS), login
        else:
            with pytest.raises(OwnPasswordNeeded if known else WrongPassword):
                open_vault(self.folder, login, tried, terms=TERMS)
            self.unlock_by_sheet()
        if may_sign(self):
            self.change(lambda header: header)

    @rule()
    def unlock_by_sheet(self) -> None:
        self.vault.close()
        for torn in self.torn[-2:]:
            with pytest.raises(WrongSheet):
                unlock_with_sheet(self.folder, torn, terms=TERMS)
        self.vault, self.at = unlock_with_sheet(self.folder, self.secret, terms=TERMS), SHEET

    @precondition(lambda self: self.at != SHEET)
    @rule()
    def change_own_password(self) -> None:
        known, new = self.people[self.at], self.password()
        with self.vault.writer.begin() as conn:
            change_password(self.vault, conn, self.at, known.password, new, FLOOR)
        known.password = new

    @rule(login=LOGINS)
    def come_for_the_first_time(self, login: str) -> None:
        known = self.people.get(login)
        if known is None or not known.invited:
            return
        self.vault.close()
        self.vault = open_vault(self.folder, login, known.password, terms=TERMS, first_time=True)
        own = self.password()
        with self.vault.writer.begin() as conn:
            accept(self.vault, conn, login, known.password, own, FLOOR)
        self.people[login], self.at = Known(known.role, own), login

    # What managers do

    @precondition(may_sign)
    @rule(login=LOGINS, role=ROLES)
    def invite(self, login: str, role: str) -> None:
        single_use = self.password()

        def add() -> None:
            with self.vault.writer.begin() as conn:
                add_user(self.vault, conn, login, single_use, role, FLOOR, invited=True)

        if login in self.people:
            with pytest.raises(LoginTaken):
                add()
            return
        add()
        self.people[login] = Known(role, single_use, invited=True)

    @precondition(may_sign)
    @rule(login=LOGINS | st.just("sato"), role=ROLES)
    def change_role(self, login: str, role: str) -> None:
        if login not in self.people or login == self.at:
            return

        def edit(header: Header) -> Header:
            return roster.with_role(header, self.slot(login), role)

        if self.is_last(login) and role != "manager":
            with pytest.raises(NoManagerLeft):
                self.change(edit)
            return
        self.change(edit)
        self.people[login].role = role

    @precondition(may_sign)
    @rule(login=LOGINS | st.just("sato"))
    def disable(self, login: str) -> None:
        if login not in self.people or login == self.at:
            return

        def edit(header: Header) -> Header:
            return roster.without(header, self.slot(login))

        if self.is_last(login):
            with pytest.raises(NoManagerLeft):
                self.change(edit)
            return
        self.change(edit)
        self.gone[login] = self.people.pop(login).password

    @precondition(may_sign)
    @rule(login=LOGINS)
    def issue_anew(self, login: str) -> None:
        if login not in self.people or login == self.at:
            return
        single_use, slot = self.password(), self.slot(login)
        if self.is_last(login):
            return
        self.change(lambda header: roster.issued_anew(header, slot, single_use, FLOOR, invited=True))
        self.people[login].password, self.people[login].invited = single_use, True

    @precondition(may_sign)
    @rule()
    def rotate_alone(self) -> None:
        self.rotate(lambda header: header)

    @precondition(lambda self: self.at == SHEET)
    @rule(login=LOGINS | st.just("sato"))
    def recover(self, login: str) -> None:
        """A manager by the sheet, which is replaced in the same step."""
        password, new = self.password(), recovery.new_secret()

        def edit(header: Header) -> Header:
            if login in self.people:
                header = roster.issued_anew(header, self.slot(login), password, FLOOR, invited=False)
                header = roster.with_role(header, self.slot(login), "manager")
            else:
                header, _ = roster.added(header, login, password, "manager", FLOOR)
            return roster.with_sheet(header, new)

        self.rotate(edit)
        self.torn.append(self.secret)
        self.secret, self.people[login] = new, Known("manager", password)
        self.vault.close()
        self.vault, self.at = open_vault(self.folder, login, password, terms=TERMS), login

    def is_last(self, login: str) -> bool:
        """Whether nobody else could let others in."""
        others = (known for name, known in self.people.items() if name != login)
        return not any(known.role == "manager" and not known.invited for known in others)

    # What is always true

    @invariant()
    def everything_is_as_it_should_be(self) -> None:
        if not hasattr(self, "vault"):
            return
        type(self).steps += 1
        vault = self.vault
        assert {name for name in ("opening", "number", "roster") if vault.rings.epochs(name)} == set(
            RINGS_OF[self.role]
        )
        roles = {login: vault.header.slot_of(login).role for login in self.people}
        assert roles == {login: known.role for login, known in self.people.items()}
        assert len(vault.header.slots) == len(self.people) + 1
        with vault.reading() as conn:
            assert {row[0] for row in conn.exec_driver_sql("SELECT name FROM counter")} >= self.written
            if vault.seal:
                assert numbers.reveal(conn, vault.seal, 1) == ACCOUNT
                assert numbers.holders(conn, vault.seal, NumberKind.BANK, ACCOUNT) == (1,)


@pytest.mark.timeout(0 if STEPS else 180)
def test_any_order_of_coming_going_and_rotating(tmp_path):
    made = found(tmp_path / "made.privdesk")
    desk = made.copied(tmp_path / "filled.privdesk")
    people.add(
        desk, NewPerson(Profile("山田 花子"), (NewNumber(NumberKind.BANK, "0001-110", "普通", "4567", ACCOUNT),))
    )
    desk.vault.close()
    shutil.rmtree(made.folder)
    shutil.move(desk.vault.folder, made.folder)
    Office.made, Office.steps = made, 0
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    few = settings(max_examples=3, stateful_step_count=12, deadline=None, suppress_health_check=checks, database=None)
    many = settings(few, max_examples=max(1, STEPS // IN_ONE), stateful_step_count=IN_ONE)
    run_state_machine_as_test(Office, settings=many if STEPS else few)
    while Office.steps < STEPS:
        run_state_machine_as_test(Office, settings=many)
