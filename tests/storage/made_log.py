"""A real log by three people, and what somebody with the desk's keys and other tools can do to it."""

import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from privdesk.domain.user import Role, User
from privdesk.storage import audit, connection, keys, log_segments, log_state, opening, transaction, users
from privdesk.storage.opening import Terms
from privdesk.storage.tables import audit as log
from privdesk.storage.vault import DATA, Vault, add_user
from tests.storage.people_desk import NOW

PASSWORD = "an unhurried heron waits"
TERMS = Terms(cost=keys.FLOOR, ballast=4096)
TRIGGERS = [f"{table}_{does}" for table in ("audit", "log_segment") for does in ("grows", "no_update", "no_delete")]


@dataclass
class MadeLog:
    """A closed desk: `hana` is manager, `sato` support, `kato` auditor; the log of their sittings, and their vaults.

    The vaults are open on other files: of them a test takes keys only.
    """

    folder: Path
    vaults: dict[str, Vault]
    people: dict[str, User]

    @contextmanager
    def tools(self) -> Iterator[sa.Connection]:
        """The file under the hand of somebody who has its key and not our program; nothing he does lasts."""
        key = keys.database_key(self.vaults["sato"].rings.get("opening", 1))
        raw = connection.connect(self.folder / DATA, key)
        with connection.engine(raw).connect() as conn, conn.begin() as change:
            for name in TRIGGERS:
                conn.exec_driver_sql(f"DROP TRIGGER {name}")
            yield conn
            change.rollback()
        raw.close()


def make(folder: Path) -> MadeLog:
    """Found a desk, let three people work, and lock it."""
    vault, _ = opening.create(folder, "hana", PASSWORD, terms=TERMS)
    people = {"hana": User(1, "hana", "花", Role.MANAGER, vault.slot)}
    with transaction.writing(vault.writer) as conn:
        users.add(conn, login="hana", name="花", role=Role.MANAGER, slot=vault.slot, language="ja")
        write(conn, vault, people["hana"], "desk.create")
    for login, role in (("sato", Role.SUPPORT), ("kato", Role.AUDITOR)):
        with transaction.writing(vault.writer) as conn:
            slot = add_user(vault, conn, login, PASSWORD, role.value, keys.FLOOR)
            people[login] = users.add(conn, login=login, name=login, role=role, slot=slot, language="ja")
            write(conn, vault, people["hana"], "user.add")
    sitting(vault, people["hana"], 10)
    vault.close()
    vaults = {}
    for login in ("sato", "kato", "hana"):
        vault = opening.open_vault(folder, login, PASSWORD, terms=TERMS)
        sitting(vault, people[login], 33)
        vault.close()
        vaults[login] = opened_elsewhere(folder, login)
    return MadeLog(folder, vaults, people)


def opened_elsewhere(folder: Path, login: str) -> Vault:
    """Somebody's keys, open on a copy of the desk, so that the desk itself stays closed."""
    copied = folder.with_name(f"{login}.privdesk")
    shutil.copytree(folder, copied)
    return opening.open_vault(copied, login, PASSWORD, terms=TERMS)


def sitting(vault: Vault, who: User, looks: int) -> None:
    """Unlock, look at so many customers, lock."""
    session = secrets.token_hex(8)
    for n, act in enumerate(("desk.unlock", *["person.open"] * looks, "desk.lock")):
        with transaction.writing(vault.writer) as conn:
            write(conn, vault, who, act, n, session)


def write(conn: sa.Connection, vault: Vault, who: User, act: str, n: int = 0, session: str = "founding") -> None:
    """One entry, as an operation writes it."""
    detail = {"n": n}
    at = NOW + timedelta(seconds=(audit.head(conn).seq))
    audit.append(conn, vault, at=at, by=who, session=session, act=act, about=f"person:{n}", detail=detail)


def rows(conn: sa.Connection, first: int = 1) -> list[dict[str, Any]]:
    """The entries from `first` on."""
    return [dict(row) for row in conn.execute(sa.select(log).where(log.c.seq >= first).order_by(log.c.seq)).mappings()]


def put(conn: sa.Connection, entries: list[dict[str, Any]]) -> None:
    """Write these entries in the place of those with their numbers."""
    conn.execute(sa.delete(log).where(log.c.seq >= min(entry["seq"] for entry in entries)))
    conn.execute(sa.insert(log), entries)


def rechained(entries: list[dict[str, Any]], before: bytes) -> list[dict[str, Any]]:
    """The entries with the hashes that they should have after the hash `before`; all else stays."""
    for entry in entries:
        instant = entry["at"].replace(tzinfo=None).isoformat(" ", "microseconds")
        values = [instant if name == "at" else entry[name] for name in ENTRY]
        entry["previous"], entry["hash"] = before, audit.chained(before, values)
        before = entry["hash"]
    return entries


ENTRY = ("seq", "at", "zone", "user_id", "session", "act", "about", "detail")


def keyed(entries: list[dict[str, Any]], key: bytes) -> bytes:
    """Give the entries the MACs that begin with `key`; the key of the next entry."""
    for entry in entries:
        entry["mac"] = keys.mac(key, entry["hash"])
        key = log_state.evolved(key)
    return key


def hash_before(conn: sa.Connection, seq: int) -> bytes:
    """The hash after which the entry number `seq` comes."""
    return audit.hash_at(conn, seq - 1) or audit.GENESIS


def edited(entry: dict[str, Any]) -> dict[str, Any]:
    """The same entry telling of somebody else."""
    return entry | {"about": "person:4711"}


def written_anew(
    conn: sa.Connection, vault: Vault, first: int, change: Callable[[dict[str, Any]], dict[str, Any]]
) -> None:
    """What a manager can do: a segment of his own from `first` on, to whose seed he wrote every MAC anew."""
    before = hash_before(conn, first)
    old = rows(conn, first)
    number = audit_segment(conn, first)
    conn.exec_driver_sql("DELETE FROM log_segment WHERE number > ?", (number,))
    seed, note = log_segments.enter(conn, vault, number + 1, first, before)
    opens = old[0] | {"act": "log.segment", "detail": f'{{"note":"{note.hex()}"}}', "signature": None}
    rest = [change(entry) | {"seq": entry["seq"] + 1} for entry in old if entry["act"] != "log.segment"]
    fresh = [entry | {"seq": first + n, "segment": number + 1} for n, entry in enumerate([opens, *rest])]
    key = keyed(rechained(fresh, before), bytes(seed))
    put(conn, fresh)
    state, _ = log_state.read(conn)
    log_state.write(conn, replace(state, segment=number + 1, key=key))


def audit_segment(conn: sa.Connection, seq: int) -> int:
    """In which segment the entry before `seq` stands."""
    return conn.execute(sa.select(log.c.segment).where(log.c.seq == seq - 1)).scalar_one()
