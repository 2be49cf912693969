"""The one way in which anything happens to a request: under its version, through its guards, with its log entry."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from privdesk.domain import procedure
from privdesk.domain.calendar import Calendar
from privdesk.domain.errors import DayAhead, LawMissing, StaleSave
from privdesk.domain.event import Detail, Executed
from privdesk.domain.formats.found import refuse_numbers
from privdesk.domain.guard import may
from privdesk.domain.law import Law
from privdesk.domain.request import Request
from privdesk.operations import people
from privdesk.operations.desk import Change, Desk
from privdesk.storage import requests, retention
from privdesk.storage.requests import Docket
from privdesk.storage.transaction import Connection


@dataclass
class Proceeding:
    """A request that something happens to in the transaction `change`; `request` is as it stands by now."""

    desk: Desk
    change: Change
    docket: Docket
    law: Law
    calendar: Calendar
    request: Request

    @property
    def conn(self) -> Connection:
        """The writer's connection."""
        return self.change.conn

    def ensure(self, detail: Detail, *, by: str | None = None) -> None:
        """Raise what forbids that `detail` happens today; to be asked before anything else is changed."""
        who = by or self.desk.actor.login
        may(self.request, detail, on=self.desk.today, by=who, law=self.law, calendar=self.calendar)

    def enter(self, detail: Detail, *, on: date | None = None, by: str | None = None) -> None:
        """Let `detail` happen, true of the day `on` (today), by the user `by` (the actor).

        Raises DayAhead, NumberInText or SecurityCodeRefused, and what the procedure has against it.
        """
        if not isinstance(detail, Executed):  # tells what a record said before, which nobody types
            refuse_numbers(detail)
        day = on or self.desk.today
        need_past(self.desk, day)
        self.request = procedure.enter(
            self.request,
            detail,
            at=self.desk.now,
            on=day,
            by=by or self.desk.actor.login,
            law=self.law,
            calendar=self.calendar,
        )


@contextmanager
def under_way(desk: Desk, change: Change, request_id: int, version: int) -> Iterator[Proceeding]:
    """A request inside an act that does more than this, such as issuing a letter; what was entered is kept at the end.

    Raises NoSuchRequest, and StaleSave if the request is no longer of `version`.
    """
    docket = requests.load(change.conn, request_id)
    if docket.version != version:
        raise StaleSave
    case = Proceeding(desk, change, docket, led_by(desk, docket), calendar(desk), docket.request)
    yield case
    entered = case.request.events[len(docket.request.events) :]
    change.detail["events"] = [event.kind for event in entered]
    if entered:
        requests.append(change.conn, request_id, version, case.request, case.law, case.calendar)
    if _bearing(docket.request) != _bearing(case.request):
        renew(desk, change.conn, request_id, docket.request.person, case.request.person)


@contextmanager
def changing(desk: Desk, act: str, request_id: int, version: int, **detail: object) -> Iterator[Proceeding]:
    """An act on a request in a transaction of its own; raises NotAllowed, and as `under_way`."""
    with (
        desk.change(act, about=f"request:{request_id}", **detail) as change,
        under_way(desk, change, request_id, version) as case,
    ):
        yield case


def renew(desk: Desk, conn: Connection, request_id: int, *people_ids: int | None) -> None:
    """Bring up to date what is derived from a request and from those whom it is or was about (None: nobody)."""
    people.renew(conn, {one for one in people_ids if one is not None})
    if None in people_ids:
        retention.renew_requests(conn, desk.office, [request_id])


def _bearing(request: Request) -> tuple[object, ...]:
    """What of a request the ends of what is kept, and its customer's line, depend on.

    What an execution changes about the customer it renews itself.
    """
    return request.person, request.ending, request.letters


def calendar(desk: Desk) -> Calendar:
    """The office's business days."""
    return Calendar(frozenset(desk.office.closing_days))


def led_by(desk: Desk, docket: Docket) -> Law:
    """The law that leads a request: the one it was taken in under; raises LawMissing."""
    for law in desk.reference.laws:
        if law.valid_from == docket.law:
            return law
    raise LawMissing(day=docket.law.isoformat())


def need_past(desk: Desk, *days: date | None) -> None:
    """Raise DayAhead for a day that has not come yet."""
    for day in days:
        if day and day > desk.today:
            raise DayAhead(day=day.isoformat())
