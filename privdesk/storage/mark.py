"""The data file's own note of the key header, so that neither of the two can be put back alone.

It belongs to the vault and not to what the desk knows: no screen, list or disclosure reads it.
"""

from dataclasses import dataclass

import sqlalchemy as sa

from privdesk.storage.connection import Raw

_mark = sa.Table(
    "vault_mark",
    sa.MetaData(),
    sa.Column("generation", sa.Integer, nullable=False),
    sa.Column("epoch", sa.Integer, nullable=False),
    sa.Column("roster", sa.Integer, nullable=False),
)


@dataclass(frozen=True)
class Mark:
    """The header's three counts when the data file last saw it."""

    generation: int
    epoch: int
    roster: int

    def fits(self, header: "Mark") -> bool:
        """Whether both are of one age."""
        return header.generation == self.generation and header.epoch >= self.epoch and header.roster >= self.roster


def create(conn: sa.Connection) -> None:
    """Make the table; part of a new file."""
    _mark.create(conn)


def read(conn: sa.Connection) -> Mark | None:
    """What the data file knows of the header; None in a file that is being made."""
    row = conn.execute(sa.select(_mark)).first()
    return Mark(row.generation, row.epoch, row.roster) if row else None


def generation(raw: Raw) -> int:
    """The header's generation, asked below a transaction that may have failed."""
    (found,) = raw.execute("SELECT generation FROM vault_mark").fetchone()
    return int(found)


def write(conn: sa.Connection, seen: Mark) -> None:
    """Note the header that is in force."""
    conn.execute(_mark.delete())
    conn.execute(_mark.insert().values(generation=seen.generation, epoch=seen.epoch, roster=seen.roster))
