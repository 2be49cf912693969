"""Work at the desk as a whole: new keys and users, backups, newer schemas."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import sqlalchemy as sa
from alembic.operations import Operations

from bench.people import table
from privdesk.domain.backup import Place, to_destroy
from privdesk.domain.errors import NewerProgram
from privdesk.domain.user import Role
from privdesk.operations import backups, batches, copies, people, users
from privdesk.operations.desk import Desk
from privdesk.operations.rotation import roster_changed, rotated
from privdesk.storage import container, keys, numbers, restore, roster
from privdesk.storage import users as kept_users
from privdesk.storage.backup import SUFFIX
from privdesk.storage.keys import UserKeys
from privdesk.storage.migrations import STEPS, Step
from privdesk.storage.opening import Terms
from privdesk.storage.tables import user
from tests.storage.killed_backup import by_sheet
from tests.storage.killed_rotation import keys_of, who_opens
from tests.storage.made_desk import SUPPORT
from torture.killed.process import Tell
from torture.killed.work import Work, counted, entries
from torture.office.made import LOGIN, NOW, PASSWORD, Made, customer

_MORI = 2
_PEOPLE = 1000


class Rotations(Work):
    """A colleague is manager for a while, new keys, somebody comes and goes: three rotations in five acts."""

    name = "rotation: roles, new keys, a user comes and goes"
    kills, reach, touches = 80, 5, 200
    acts = frozenset({"user.role", "keys.rotate", "user.add", "user.disable"})
    _users: dict[str, UserKeys]

    def furnish(self, desk: Desk, made: Made) -> None:
        """A second user and a sealed number; both users' own keys, so that trying them hashes nothing."""
        users.add(desk, "mori", "森 健", SUPPORT, Role.SUPPORT, keys.FLOOR)
        people.add(desk, customer(1))
        self._users = keys_of(made.folder, {LOGIN: PASSWORD, "mori": SUPPORT})

    def done(self, desk: Desk) -> int:
        """Without the second user's coming."""
        return super().done(desk) - 1

    def step(self, desk: Desk, made: Made, done: int) -> None:
        """The acts of the Office screen without the manager's own password, which would be hashed each time."""
        before, act = divmod(done, 5)
        if act < 2:
            self._give(desk, (Role.MANAGER, Role.SUPPORT)[act])
        elif act == 2:
            with rotated(desk, "keys.rotate", "desk", lambda header: header):
                pass
        elif act == 3:
            users.add(desk, f"ito{before}", "伊藤 舞", SUPPORT, Role.SUPPORT, keys.FLOOR)
        else:
            self._remove(desk, _MORI + 1 + before)

    def faults(self, desk: Desk, made: Made, done: int) -> Iterator[str]:
        """Keys, roster and the table of users are of one moment; both who stay can open, and numbers can be read."""
        before, act = divmod(done, 5)
        header, comes = desk.vault.header, act == 4
        if header.epoch != 1 + 3 * before + max(0, min(act, 3) - 1):
            yield f"epoch {header.epoch} after {done} acts"
        if (len(header.slots), counted(desk, user), counted(desk, user, user.c.active)) != (
            3 + comes,
            2 + before + comes,
            2 + comes,
        ):
            yield f"users after {done} acts"
        with desk.reading() as conn:
            mori = kept_users.active(conn, _MORI)
            told = numbers.reveal(conn, desk.seal, 1)
        if {mori.role.value, roster.slot_with(header, mori.slot).role} != {"manager" if act == 1 else "support"}:
            yield f"role {mori.role} after {done} acts"
        if told != "0000001" or sorted(who_opens(made.folder, self._users)) != ["mori", LOGIN]:
            yield "somebody who stays cannot open"

    def _give(self, desk: Desk, role: Role) -> None:
        with desk.reading() as conn:
            slot = kept_users.active(conn, _MORI).slot
        about = f"user:{_MORI}"
        with roster_changed(
            desk, "user.role", about, lambda known: roster.with_role(known, slot, role.value)
        ) as change:
            kept_users.set_role(change.conn, _MORI, role)

    def _remove(self, desk: Desk, id_: int) -> None:
        with desk.reading() as conn:
            slot = kept_users.active(conn, id_).slot
        with roster_changed(desk, "user.disable", f"user:{id_}", lambda header: roster.without(header, slot)) as change:
            kept_users.leave(change.conn, id_)


class Backups(Work):
    """A backup each day to a place that keeps three days and two months."""

    name = "backup: make, enter, delete what is too old"
    kills, reach = 70, 3
    acts = frozenset({"copy.enter"})

    def furnish(self, desk: Desk, made: Made) -> None:
        """The place."""
        _medium(made).mkdir()
        plan = backups.overview(desk).plan
        backups.save_plan(desk, replace(plan, places=(Place(str(_medium(made))),), daily=3, monthly=2))

    def step(self, desk: Desk, made: Made, done: int) -> None:
        """The next day, a second later than the last attempt, because the file is named by the second."""
        at = NOW + timedelta(days=done, seconds=entries(desk, {"desk.backup"}))
        backups.run(replace(desk, clock=lambda: at), _medium(made))

    def faults(self, desk: Desk, made: Made, done: int) -> Iterator[str]:
        """Every file under its final name is whole; what the register says is there is there, as it was made."""
        register = copies.register(desk)
        if len(register) != done:
            yield f"{len(register)} lines of the register after {done} backups"
        whole = dict(_proven(made))
        there = [copy for copy in register if copy.destroyed_on is None]
        going = {copy.id for copy in to_destroy(there, 3, 2)}
        yield from (f"{c.file} is gone or another" for c in there if whole.get(c.file) != c.uid and c.id not in going)
        gone = {copy.file for copy in register} - {copy.file for copy in there}
        yield from (f"{file} is destroyed and there" for file in gone if file in whole)
        unknown = len(whole.keys() - {copy.file for copy in register})
        if unknown > entries(desk, {"desk.backup"}) - done:
            yield f"{unknown} files that nobody began"


def _medium(made: Made) -> Path:
    return made.folder.parent / "medium"


def _proven(made: Made) -> Iterator[tuple[str, str]]:
    """File and id of each backup; raises BackupDamaged, BackupAltered or NotABackup for what is not whole."""
    for path in _medium(made).glob(f"*{SUFFIX}"):
        manifest = restore.opened(path, by_sheet(made.sheet.secret)).manifest
        container.extract(path, manifest, None)
        yield path.name, manifest.id


class Migrations(Work):
    """A file of an older schema is opened by the next program, again and again."""

    name = "migrate: to the next schema"
    kills, reach, touches = 50, 2, 200
    acts = frozenset()

    def furnish(self, desk: Desk, made: Made) -> None:
        """People, so that a step has something to do."""
        batches.import_people(desk, table(_PEOPLE), keep_cards=False)

    def run(self, made: Made, before: int, tell: Tell) -> None:
        """Open the desk by a program that knows one step more than the last."""
        tell()
        while True:
            before += 1
            with closing(_by_program(made, before).vault):
                tell()

    def opened(self, made: Made, acknowledged: int) -> Desk:
        """By the program of the last acknowledged step, unless it politely refuses: then by the one after."""
        try:
            return _by_program(made, acknowledged)
        except NewerProgram:
            return _by_program(made, acknowledged + 1)

    def terms(self, made: Made, done: int) -> Terms:
        """With so many steps more than the program has."""
        return _terms(made, done)

    def done(self, desk: Desk) -> int:
        """The steps that the file has taken."""
        with desk.reading() as conn:
            return int(conn.exec_driver_sql("PRAGMA user_version").scalar_one()) - len(STEPS)

    def faults(self, desk: Desk, made: Made, done: int) -> Iterator[str]:
        """Every row that the steps made, nothing of the step that was not taken, and all that was there before."""
        with desk.reading() as conn:
            rows = {
                name: conn.exec_driver_sql(f"SELECT count(nullif(number, '')) FROM {name}").scalar_one()
                for name in sorted(sa.inspect(conn).get_table_names())
                if name.startswith("grown_") or name == "person_list"
            }
        if rows != dict.fromkeys(("person_list", *(f"grown_{number}" for number in range(done))), _PEOPLE):
            yield f"after {done} steps {rows}"


def _terms(made: Made, more: int) -> Terms:
    return replace(made.terms, steps=(*STEPS, *map(_step, range(more))))


def _by_program(made: Made, more: int) -> Desk:
    return replace(made, terms=_terms(made, more)).open()


def _step(number: int) -> Step:
    """A table that is filled from another, and made anew with a column more."""

    def grow(op: Operations) -> None:
        name = f"grown_{number}"
        op.create_table(name, sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.Text))
        op.execute(f"INSERT INTO {name} SELECT person_id, name FROM person_list")
        with op.batch_alter_table(name, recreate="always") as batch:
            batch.add_column(sa.Column("number", sa.Text, server_default=""))
        op.execute(f"UPDATE {name} SET number = (SELECT number FROM person_list WHERE person_id = id)")

    return grow
