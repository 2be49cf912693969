"""The desk: an unlocked vault with its actor, the office, the laws and today; operations go through its doors."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from privdesk.domain.acts import permit
from privdesk.domain.errors import DeskError, KeyNotHeld, NotAllowed, NotCountersigned, WrongPassword
from privdesk.domain.law import Law, law_on
from privdesk.domain.log import CLOCK_SLACK
from privdesk.domain.office import ZONE, Office
from privdesk.domain.user import User
from privdesk.operations.done import Done
from privdesk.operations.looks import Look, Looks, Moment
from privdesk.operations.reference import Reference
from privdesk.storage import audit, transaction
from privdesk.storage.seal import Seal
from privdesk.storage.transaction import Connection
from privdesk.storage.vault import Vault


@dataclass
class Change:
    """One transaction under way: its connection, and what its log entry will say (names and ids, never values)."""

    conn: Connection
    about: str
    detail: dict[str, object]


@dataclass
class Desk:
    """What an operation needs; `clock` gives aware instants, `session` names this sitting in the log.

    `latest` is the latest instant at which anything was logged, as far as this sitting knows; `news` is what its
    opening did by itself, to be said once; `importing` has the imports that are under way in it.
    """

    vault: Vault
    actor: User
    office: Office
    reference: Reference = field(repr=False)
    clock: Callable[[], datetime]
    session: str
    approver: User | None = None
    latest: datetime | None = None
    looks: Looks = field(default_factory=Looks)
    news: list[Done[object]] = field(default_factory=list)
    importing: set[int] = field(default_factory=set)
    _changed: set[str] = field(default_factory=set)

    @property
    def now(self) -> datetime:
        """This instant, in the office's zone."""
        return self.clock().astimezone(ZONE)

    @property
    def today(self) -> date:
        """The office's day."""
        return self.now.date()

    @property
    def latest_day(self) -> date:
        """The latest day that the log knows: retention goes by it, so that a clock set back delays nothing."""
        return max(self.now, self.latest or self.now).astimezone(ZONE).date()

    @property
    def worked_ahead(self) -> datetime | None:
        """The latest instant that the log knows, where this PC's clock was set back behind it."""
        return self.latest if self.latest and self.now < self.latest - CLOCK_SLACK else None

    @property
    def seal(self) -> Seal:
        """What seals and opens numbers; raises KeyNotHeld for a role that sees none, or NotCountersigned."""
        if self.vault.seal is None:
            raise NotCountersigned if self.vault.is_joining else KeyNotHeld
        return self.vault.seal

    def law_on(self, day: date) -> Law:
        """The law in force on a day."""
        return law_on(self.reference.laws, day)

    @contextmanager
    def change(self, act: str, about: str, **detail: object) -> Iterator[Change]:
        """One transaction that ends with its log entry, or leaves nothing; looks that must be logged go this way too.

        A look that repeats another is only counted, see `looks.py`.
        Raises NotAllowed before anything is written.
        """
        with self.refusals(act, about):
            allowed = permit(self.actor, act)
            with transaction.writing(self.vault.writer) as conn:
                change = Change(conn, about, dict(detail))
                yield change
                if self.approver:
                    change.detail["approver"] = self.approver.id
                now, done = self.looks.moment(self.now), Look(self.actor, act, change.about, change.detail)
                repeats = allowed.is_look and self.looks.repeats(done, now)
                head = None if repeats else self._written(conn, done, now)
        if allowed.is_look:
            self.looks.note(done, now)
        if head:
            self.looks.forget(now)
            self._changed |= allowed.nouns
            self.leave_anchor(head, lasting=head.seq % audit.SIGNED_EVERY == 0)

    def need(self, act: str, about: str, who: User | None = None) -> None:
        """Raise NotAllowed, which is logged, unless the actor, or `who`, may do this."""
        with self.refusals(act, about):
            permit(who or self.actor, act)

    @contextmanager
    def refusals(self, act: str, about: str) -> Iterator[None]:
        """Log what is refused in here: who may not, has no key or a wrong password, or what the file forbids."""
        try:
            yield
        except (NotAllowed, KeyNotHeld, WrongPassword, transaction.Denied) as error:
            with transaction.writing(self.vault.writer) as conn:
                detail = {"act": act, "why": type(error).__name__}
                head = self._enter(conn, Look(self.actor, "desk.refused", about, detail), self.now)
            self.leave_anchor(head, lasting=False)
            raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """The reader's connection, for lists and figures; what opens a record is a `change`, because it is logged.

        Raises NotAllowed.
        """
        permit(self.actor, "desk.read")
        with self.vault.reading() as conn:
            yield conn

    def leave_anchor(self, head: audit.Head | None = None, *, lasting: bool = True) -> None:
        """Note on this PC how far the log has come; where that cannot be, an older copy is only not recognised.

        What is not `lasting` takes no time: it tells what a damaged write-ahead log has lost after a kill.
        """
        if head is None:
            with self.reading() as conn:
                head = audit.head(conn)
        with suppress(DeskError):
            self.vault.leave_anchor(head.seq, head.hash.hex(), lasting=lasting)

    def take_changes(self) -> frozenset[str]:
        """The nouns that changed since the last call; the screens that show them read again."""
        changed, self._changed = frozenset(self._changed), set()
        return changed

    def with_approver(self, approver: User) -> "Desk":
        """The same desk with somebody who stands beside the actor and has proved who he is."""
        return replace(self, approver=approver)

    def _written(self, conn: Connection, done: Look, now: Moment) -> audit.Head:
        """The entry of what is done, after those that count the looks which are over by now."""
        for one in self.looks.over(now):
            detail = {**one.look.detail, "act": one.look.act, "looks": one.more}
            self._enter(conn, Look(one.look.by, "look.again", one.look.about, detail), now.wall)
        return self._enter(conn, done, now.wall)

    def _enter(self, conn: Connection, done: Look, now: datetime) -> audit.Head:
        self.latest = max(now, self.latest or now)
        return audit.append(
            conn,
            self.vault,
            at=now,
            by=done.by,
            session=self.session,
            act=done.act,
            about=done.about,
            detail=done.detail,
        )
