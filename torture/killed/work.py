"""What is done until the kill: acts that follow a script, so that their number says how the desk must look."""

from collections.abc import Iterable

import sqlalchemy as sa

from privdesk.operations.desk import Desk
from privdesk.storage.opening import Terms
from privdesk.storage.tables import audit
from torture.killed.process import Tell
from torture.office.made import Made


class Work:
    """The acts of one kind: `acts` in the log, so many `kills`, each while the first acts up to `reach` are done.

    Those acts open, rename or remove about so many files of the desk as `touches` says; 0 if only the database does.
    """

    name: str
    kills: int
    reach: float
    touches = 0
    acts: frozenset[str]

    def furnish(self, desk: Desk, made: Made) -> None:
        """What stands in the desk before the first act."""

    def step(self, desk: Desk, made: Made, done: int) -> None:
        """Do the next act, after so many."""
        raise NotImplementedError

    def faults(self, desk: Desk, made: Made, done: int) -> Iterable[str]:
        """What is not as it must be after so many acts."""
        raise NotImplementedError

    def opened(self, made: Made, acknowledged: int) -> Desk:
        """The desk again, after so many acknowledged acts."""
        return made.open()

    def done(self, desk: Desk) -> int:
        """How many acts the desk knows of since it was founded."""
        return entries(desk, self.acts)

    def terms(self, made: Made, done: int) -> Terms:
        """How a user opens the desk after so many acts."""
        return made.terms

    def run(self, made: Made, before: int, tell: Tell) -> None:
        """Go on after so many acts until killed; tells once before the first and then after each."""
        desk, done = self.opened(made, before), before
        tell()
        while True:
            self.step(desk, made, done)
            tell()
            done += 1


def entries(desk: Desk, acts: Iterable[str]) -> int:
    """How many entries of these acts the log has."""
    return counted(desk, audit, audit.c.act.in_(sorted(acts)))


def counted(desk: Desk, table: sa.Table, *conditions: sa.ColumnElement[bool]) -> int:
    """How many rows of a table keep the conditions."""
    query = sa.select(sa.func.count()).select_from(table).where(*conditions)
    with desk.reading() as conn:
        return conn.execute(query).scalar_one()
