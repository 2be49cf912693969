"""Founds the office, opens it by its recovery sheet, which hashes nothing, and says what is in it."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from privdesk import app
from privdesk.domain.office import Office
from privdesk.domain.person import NewNumber, NewPerson, NumberKind, PeopleQuery, Profile
from privdesk.domain.user import User
from privdesk.operations import desks, people
from privdesk.operations.desk import Desk
from privdesk.operations.desks import Founder, Sheet
from privdesk.operations.reference import Reference
from privdesk.storage import audit, keys, opening
from privdesk.storage.opening import Terms
from tests.office import seated

PASSWORD = "an unhurried heron waits"
LOGIN = "sato"
OFFICE = Office(name="見本商事株式会社")
NOW = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Made:
    """An office that is closed, its sheet, its manager, and how it is opened on the PC whose notes are in `profile`."""

    folder: Path
    profile: Path
    sheet: Sheet
    manager: User
    reference: Reference
    terms: Terms

    def open(self) -> Desk:
        """Open it with the manager at it, in a sitting of his; raises what `opening.unlock_with_sheet` raises."""
        vault = opening.unlock_with_sheet(self.folder, self.sheet.secret, terms=self.terms)
        return seated(Desk(vault, self.manager, OFFICE, self.reference, lambda: NOW, "torture"))

    def moved(self, place: Path) -> "Made":
        """The same office as it lies in another place, on another PC."""
        place.mkdir(exist_ok=True)
        profile = place / self.profile.name
        terms = replace(self.terms, profile=profile)
        return replace(self, folder=place / self.folder.name, profile=profile, terms=terms)


def made(place: Path, ballast: int = 4096) -> Made:
    """An office in `place` with one manager and nobody else."""
    terms = Terms(cost=keys.FLOOR, profile=place / "profile", ballast=ballast)
    reference, sheet = app.reference(), desks.new_sheet()
    folder, founder = place / "office.privdesk", Founder(LOGIN, "佐藤 恵", PASSWORD)
    desk = desks.create(folder, OFFICE, founder, sheet, reference, lambda: NOW, terms)
    desks.lock(desk)
    return Made(folder, place / "profile", sheet, desk.actor, reference, terms)


def customer(number: int) -> NewPerson:
    """A customer with a bank account."""
    return NewPerson(
        Profile(name=f"見本 {number}", kana="ミホン", number=f"A{number:06}", address=f"東京都千代田区丸の内{number}"),
        numbers=(NewNumber(NumberKind.BANK, "0001-001", "1", f"{number:04}", f"{number:07}"),),
    )


@dataclass(frozen=True)
class State:
    """What a desk shows of its customers, and its log's last number and hash."""

    rows: tuple[tuple[int, str, str], ...]
    log: audit.Head

    def is_in(self, desk: Desk) -> bool:
        """Whether the desk shows all of this, with a log that goes on from there."""
        with desk.reading() as conn:
            is_same_log = audit.hash_at(conn, self.log.seq) == self.log.hash
        return is_same_log and set(self.rows) <= set(state(desk).rows)


def state(desk: Desk) -> State:
    """What the desk shows now."""
    rows = people.page(desk, PeopleQuery(), size=1000).rows
    with desk.reading() as conn:
        return State(tuple((row.id, row.number, row.name) for row in rows), audit.head(conn))
