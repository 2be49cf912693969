"""A real desk with three users, made at the floor of the hashing cost."""

from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from privdesk.storage import keys
from privdesk.storage.opening import Terms, create, open_vault
from privdesk.storage.vault import Vault, add_user

PASSWORD = "an unhurried heron waits"
SUPPORT = "three paper lanterns at dusk"
CANARY = "カナリア花子"


def first_table(op):
    op.create_table("bird", sa.Column("name", sa.Text), sa.Column("number", sa.LargeBinary))


TERMS = Terms(cost=keys.FLOOR, steps=(first_table,), ballast=10_000)


@dataclass
class MadeDesk:
    """A closed desk: `hana` is manager, `sato` support, `kato` auditor; the canary stands in its table `bird`."""

    folder: Path
    secret: bytes
    terms: Terms = TERMS

    def open(self, login: str = "hana", password: str = PASSWORD, **terms: object) -> Vault:
        return open_vault(self.folder, login, password, terms=Terms(**{**vars(self.terms), **terms}))


def make_desk(folder: Path) -> MadeDesk:
    vault, secret = create(folder, "hana", PASSWORD, terms=TERMS)
    with vault.writer.begin() as conn:
        add_user(vault, conn, "sato", SUPPORT, "support", keys.FLOOR)
    with vault.writer.begin() as conn:
        add_user(vault, conn, "kato", SUPPORT, "auditor", keys.FLOOR)
        conn.exec_driver_sql("INSERT INTO bird VALUES (?, ?)", (CANARY, vault.seal.seal("1234567", "bird|1|number")))
    vault.close()
    return MadeDesk(folder, secret)


def everything_in(folder: Path) -> dict[str, tuple[bytes, int]]:
    """The bytes and the time of change of every file."""
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}
