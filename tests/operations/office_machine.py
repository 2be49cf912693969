"""People come, go, forget, lock, rotate, back up and restore in any order: what should be true of the desk is true.

A machine for hypothesis: the short way stands in the tests, the long one in `torture/office_days.py`.
"""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from copy import deepcopy
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import wraps
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, ClassVar
from unittest import mock

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from privdesk.domain.errors import (
    BackupNotYours,
    DeskError,
    InvitationExpired,
    LogBroken,
    LoginTaken,
    NoSuchUser,
    NotAllowed,
    NotCountersigned,
    OlderCopy,
    OlderLog,
    OwnAccess,
    OwnPasswordNeeded,
    SecondManagerNeeded,
    WrongPassword,
    WrongSheet,
)
from privdesk.domain.person import NewNumber, NewPerson, NumberKind, Profile
from privdesk.domain.user import Role, Standing
from privdesk.operations import backups, desks, drafts, people, recovery, restores, rotation, users
from privdesk.operations.desk import Desk
from privdesk.operations.desks import Founder, Sheet
from privdesk.operations.rollback import Acceptance
from privdesk.storage import keys, log_verify, numbers, slots
from privdesk.storage.opening import Terms
from privdesk.storage.recovery import groups
from privdesk.storage.slots import RINGS_OF, Unlocked
from tests.office import NOW, PASSWORD, Founded

COME = ("mori", "kato", "ito", "abe", "goto")
LOGINS = st.sampled_from(("sato", *COME))
OTHERS = st.sampled_from(COME)
ROLES = st.sampled_from(Role)
WHICH = st.integers(0, 99)
SHEET = "sheet"
OLDER = (OlderCopy, OlderLog, LogBroken)
# every so many steps everybody's keys are tried, and the log is proven with all seeds
WHOLE_EVERY = 5


@dataclass
class Known:
    """What should be true of somebody; `given` is when he got a single-use password."""

    role: Role
    password: str
    standing: Standing = Standing.WORKS
    given: datetime = NOW

    @property
    def has_come(self) -> bool:
        """Whether the password is his own."""
        return self.standing not in {Standing.INVITED, Standing.EXPIRED}

    @property
    def rings(self) -> set[str]:
        """What he holds: the rings of his role only once a manager has signed his own keys."""
        return set(RINGS_OF[self.role]) if self.standing is Standing.WORKS else {"opening"}


@dataclass
class Day:
    """What should be true of a desk; a backup of it has this day for good.

    `gone` has the last passwords of those who left, `torn` the sheets that were replaced, `accounts` the numbers by id.
    """

    people: dict[str, Known]
    sheet: bytes
    gone: dict[str, str] = field(default_factory=dict)
    torn: list[bytes] = field(default_factory=list)
    accounts: dict[int, str] = field(default_factory=dict)
    drafts: dict[str, str] = field(default_factory=dict)

    def managers(self) -> list[str]:
        """Those who can let others in; there always is one."""
        return [name for name, one in self.people.items() if (one.role, one.standing) == (Role.MANAGER, "works")]


@contextmanager
def hashed_once() -> Iterator[None]:
    """Hash each password once for each salt: the floor of the cost stands in the code, and every step asks one."""
    hashed, run = {}, keys.password_key

    def remembered(password: str, salt: bytes, cost: keys.Cost) -> bytearray:
        asked = password, salt, cost
        if asked not in hashed:
            hashed[asked] = bytes(run(*asked))
        return bytearray(hashed[asked])

    with mock.patch.object(keys, "password_key", remembered):
        yield


def step(**draws: st.SearchStrategy[Any]) -> Callable[[Callable[..., None]], Any]:
    """A rule that is counted, and a minute later than the one before."""

    def decorate(does: Callable[..., None]) -> Any:
        @wraps(does)
        def run(self: "OfficeDays", **drawn: Any) -> None:
            self.taken[does.__name__] += 1
            self.now += timedelta(minutes=1)
            self.age()
            does(self, **drawn)

        return rule(**draws)(run)

    return decorate


class OfficeDays(RuleBasedStateMachine):
    """A desk at which somebody always sits, and beside it what should be true of it."""

    founded: Founded
    taken: ClassVar[Counter[str]] = Counter()
    refused: ClassVar[Counter[str]] = Counter()

    @initialize()
    def begin(self) -> None:
        self.place = Path(mkdtemp(prefix="privdesk-days-"))
        self.folder, self.medium = self.place / "office.privdesk", self.place / "medium"
        shutil.copytree(self.founded.folder, self.folder)
        self.medium.mkdir()
        self.terms = Terms(cost=keys.FLOOR, profile=self.place / "profile", ballast=0)
        self.now: datetime = NOW
        self.day = Day({"sato": Known(Role.MANAGER, PASSWORD)}, self.founded.secret)
        self.backups: list[tuple[Path, Day]] = []
        self.copies: list[tuple[Path, Day]] = []
        self.count = 0
        self.unlock("sato")

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            self.desk.vault.close()
            shutil.rmtree(self.place)

    # What the steps are made of

    def told(self, refusal: type[DeskError] | None) -> AbstractContextManager[object]:
        """What is done in here must be refused in this way, or not at all."""
        if refusal is None:
            return nullcontext()
        self.refused[refusal.__name__] += 1
        return pytest.raises(refusal)

    @property
    def me(self) -> Known:
        """What should be true of who sits at the desk."""
        return self.day.people[self.at]

    def next(self) -> int:
        """A number that was not given before."""
        self.count += 1
        return self.count

    def age(self) -> None:
        """Single-use passwords hold for 14 days."""
        for one in self.day.people.values():
            if one.standing is Standing.INVITED and self.now - one.given > timedelta(days=14):
                one.standing = Standing.EXPIRED

    def go_back_to(self, day: Day) -> None:
        self.day = deepcopy(day)
        self.age()

    def password(self) -> str:
        """A new password, good enough."""
        return f"the {self.next()} cranes cross a river"

    def refusal(self, otherwise: type[DeskError] | None = None) -> type[DeskError] | None:
        """What a manager's act ends with: whoever is no manager may not, and who is joining cannot yet."""
        if self.me.role is not Role.MANAGER:
            return NotAllowed
        return otherwise if self.me.standing is Standing.WORKS else NotCountersigned

    def about_another(self, login: str) -> type[DeskError] | None:
        """What a manager's act on a colleague ends with."""
        if login == self.at:
            return self.refusal(OwnAccess)
        return self.refusal(None if login in self.day.people else NoSuchUser)

    def id_of(self, login: str) -> int:
        """By which the desk knows somebody, also who left."""
        return next((one.user.id for one in users.colleagues(self.desk) if one.user.login == login), 0)

    def opened(self, login: str, password: str, **more: Any) -> Desk:
        return desks.unlock(self.folder, login, password, self.founded.given, lambda: self.now, self.terms, **more)

    def unlock(self, login: str, **more: Any) -> None:
        """Let somebody in who may; a manager signs at once what waits for it."""
        self.sit_down(self.opened(login, self.day.people[login].password, **more), login)

    def sit_down(self, desk: Desk, login: str) -> None:
        self.desk, self.at = desk, login
        if (self.me.role, self.me.standing) == (Role.MANAGER, Standing.WORKS):
            for one in self.day.people.values():
                one.standing = Standing.WORKS if one.standing is Standing.UNSIGNED else one.standing

    def unlocked_by_sheet(self) -> Unlocked:
        return slots.unlock_with_sheet(self.desk.vault.header, self.day.sheet)

    # What anybody does

    @step(login=LOGINS)
    def lock_and_unlock(self, login: str) -> None:
        """By password; where somebody else cannot come in, the one before goes on."""
        desks.lock(self.desk)
        known = self.day.people.get(login)
        if known and known.has_come:
            self.unlock(login)
            return
        tried = known.password if known else self.day.gone.get(login, PASSWORD)
        with self.told(OwnPasswordNeeded if known else WrongPassword):
            self.opened(login, tried)
        self.unlock(self.at)

    @step(login=OTHERS)
    def come_for_the_first_time(self, login: str) -> None:
        known, own = self.day.people.get(login), self.password()
        if known is None or known.has_come:
            return
        desks.lock(self.desk)
        if known.standing is Standing.EXPIRED:
            with self.told(InvitationExpired):
                self.opened(login, known.password, own_password=own)
            self.unlock(self.at)
            return
        desk = self.opened(login, known.password, own_password=own)
        single_use, known.password, known.standing = known.password, own, Standing.UNSIGNED
        self.sit_down(desk, login)
        with pytest.raises(WrongPassword):
            slots.unlock(self.desk.vault.header, login, single_use)

    @step()
    def change_own_password(self) -> None:
        new = self.password()
        users.change_password(self.desk, self.me.password, new, keys.FLOOR)
        self.me.password = new

    @step()
    def enter_an_account(self) -> None:
        number = f"{self.next():07}"
        new = NewPerson(Profile("山田 花子"), (NewNumber(NumberKind.BANK, "0001-110", "1", number[-4:], number),))
        no = NotAllowed if self.me.role is Role.AUDITOR else NotCountersigned
        refusal = None if "number" in self.me.rings else no
        with self.told(refusal):
            person = people.add(self.desk, new).value
        if not refusal:
            (account,) = people.open_person(self.desk, person).person.numbers
            self.day.accounts[account.id] = number

    @step()
    def leave_a_draft(self) -> None:
        may, text = self.me.role is not Role.AUDITOR, f"half a note {self.next()}"
        with self.told(None if may else NotAllowed):
            drafts.keep(self.desk, "person:1", {"note": text})
        if may:
            self.day.drafts[self.at] = text

    @step()
    def back_up(self) -> None:
        made = backups.run(self.desk, self.medium).value
        self.backups.append((self.medium / made.file, deepcopy(self.day)))

    # What managers do

    @step(login=OTHERS, role=ROLES)
    def invite(self, login: str, role: Role) -> None:
        is_known = login in self.day.people or login in self.day.gone
        refusal = self.refusal(LoginTaken if is_known else None)
        with self.told(refusal):
            way_in = users.invite(self.desk, login, "見本", role, self.me.password, keys.FLOOR).value
        if not refusal:
            self.day.people[login] = Known(role, way_in.password, Standing.INVITED, self.now)

    @step(login=LOGINS)
    def issue_anew(self, login: str) -> None:
        refusal = self.about_another(login)
        with self.told(refusal):
            way_in = users.issue_anew(self.desk, self.id_of(login), self.me.password, keys.FLOOR).value
        if not refusal:
            known = self.day.people[login]
            known.password, known.standing, known.given = way_in.password, Standing.INVITED, self.now

    @step(login=LOGINS, role=ROLES)
    def change_role(self, login: str, role: Role) -> None:
        refusal = self.about_another(login)
        with self.told(refusal):
            users.change_role(self.desk, self.id_of(login), role, self.me.password)
        if not refusal:
            self.day.people[login].role = role

    @step(login=LOGINS)
    def disable(self, login: str) -> None:
        refusal = self.about_another(login)
        with self.told(refusal):
            users.disable(self.desk, self.id_of(login), self.me.password)
        if not refusal:
            self.day.gone[login] = self.day.people.pop(login).password

    @step()
    def rotate(self) -> None:
        with self.told(self.refusal()):
            rotation.rotate(self.desk, self.me.password)

    @step()
    def replace_sheet(self) -> None:
        new, refusal = desks.new_sheet(), self.refusal()
        with self.told(refusal):
            recovery.replace_sheet(self.desk, new, self.me.password)
        if not refusal:
            self.take(new)

    def take(self, new: Sheet) -> None:
        self.day.torn.append(self.day.sheet)
        self.day.sheet = new.secret

    # What goes wrong, and the ways back

    @step(login=LOGINS)
    def recover(self, login: str) -> None:
        """A manager by the sheet, which is replaced in the same step; the one before opens nothing."""
        desks.lock(self.desk)
        manager, new = Founder(login, "見本", self.password()), desks.new_sheet()
        rest = manager, new, self.founded.given, lambda: self.now, self.terms
        for torn in self.day.torn[-1:]:
            with pytest.raises(WrongSheet):
                recovery.recover(self.folder, typed(torn), *rest)
        desk = recovery.recover(self.folder, typed(self.day.sheet), *rest)
        self.take(new)
        self.day.gone.pop(login, None)
        self.day.people[login] = Known(Role.MANAGER, manager.password)
        self.sit_down(desk, login)

    @precondition(lambda self: self.backups)
    @step(which=WHICH, who=LOGINS | st.just(SHEET))
    def restore(self, which: int, who: str) -> None:
        """The desk of another day goes on in the place of this one."""
        path, day = self.backups[which % len(self.backups)]
        known = day.people.get(who)
        may = who == SHEET or who in day.managers()
        refusal = None if may else BackupNotYours if known else WrongPassword
        word = known.password if known else PASSWORD
        way = restores.by_sheet(typed(day.sheet)) if who == SHEET else restores.by_password(who, word)
        folder = self.place / f"restored-{self.next()}.privdesk"
        desks.lock(self.desk)
        with self.told(refusal):
            restores.restore(path, folder, way, lambda: self.now, self.terms)
        if refusal:
            assert not folder.exists()
            self.unlock(self.at)
            return
        shutil.rmtree(self.folder)
        self.folder = folder
        self.go_back_to(day)
        self.unlock(self.day.managers()[0])

    @step()
    def let_a_week_pass(self) -> None:
        self.now += timedelta(days=8)
        self.age()

    @step()
    def copy_the_folder(self) -> None:
        """As by a tool that knows nothing of the program."""
        desks.lock(self.desk)
        copy = self.place / f"copy-{self.next()}"
        shutil.copytree(self.folder, copy)
        self.copies.append((copy, deepcopy(self.day)))
        self.unlock(self.at)

    @precondition(lambda self: self.copies)
    @step(which=WHICH, accept=st.booleans())
    def put_a_copy_in_place(self, which: int, accept: bool) -> None:
        """It is older, and recognised; the managers of that day may go on with it, two where there are two."""
        copy, day = self.copies[which % len(self.copies)]
        desks.lock(self.desk)
        aside = self.place / "aside"
        self.folder.rename(aside)
        shutil.copytree(copy, self.folder)
        login, *others = day.managers()
        with pytest.raises(OLDER):
            self.opened(login, day.people[login].password)
        if accept:
            shutil.rmtree(aside)
            self.go_back_to(day)
            because = Acceptance("the disk broke in the night")
            for second in others[:1]:
                with pytest.raises(SecondManagerNeeded):
                    self.unlock(login, acceptance=because)
                because = replace(because, login=second, password=day.people[second].password)
            self.unlock(login, acceptance=because)
        else:
            shutil.rmtree(self.folder)
            aside.rename(self.folder)
            self.unlock(self.at)

    # What is always true

    @invariant()
    def everything_is_as_it_should_be(self) -> None:
        if not hasattr(self, "desk"):
            return
        vault, day = self.desk.vault, self.day
        assert {name for name in ("opening", "number", "roster") if vault.rings.epochs(name)} == self.me.rings
        there = {one.user.login: (one.user.role, one.standing) for one in users.colleagues(self.desk)}
        assert {login: standing for login, (_, standing) in there.items() if login in day.gone} == dict.fromkeys(
            day.gone, Standing.LEFT
        )
        known = {login: (one.role, one.standing) for login, one in day.people.items()}
        assert {login: one for login, one in there.items() if login not in day.gone} == known
        assert len(vault.header.slots) == len(day.people) + 1
        assert drafts.kept(self.desk, "person:1").get("note") == day.drafts.get(self.at)
        with vault.reading() as conn:
            for id_, number in day.accounts.items() if vault.seal else ():
                assert numbers.reveal(conn, vault.seal, id_) == number
                assert len(numbers.holders(conn, vault.seal, NumberKind.BANK, number)) == 1
        assert log_verify.verify(vault.reading, vault).fault is None

    @invariant()
    def everybody_has_his_keys_and_nobody_else(self) -> None:
        if not hasattr(self, "desk") or sum(self.taken.values()) % WHOLE_EVERY:
            return
        vault, day = self.desk.vault, self.day
        for login, password in day.gone.items():
            with pytest.raises(WrongPassword):
                slots.unlock(vault.header, login, password)
        ways = [(known, slots.unlock(vault.header, login, known.password)) for login, known in day.people.items()]
        for known, unlocked in [*ways, (Known(SHEET, ""), self.unlocked_by_sheet())]:
            held = {name for name in ("opening", "number", "roster") if unlocked.rings.epochs(name)}
            assert held == known.rings
            assert unlocked.rings.get("opening", vault.header.epoch) == vault.rings.get("opening", vault.header.epoch)
            verdict = log_verify.verify(vault.reading, replace(vault, slot=unlocked.slot.id, user=unlocked.user))
            assert verdict.fault is None
            reads = known.role in {Role.AUDITOR, SHEET} and known.standing is Standing.WORKS
            assert verdict.keyed > 0 or not reads


def typed(secret: bytes) -> str:
    """What somebody types off a sheet."""
    return "-".join(groups(secret))
