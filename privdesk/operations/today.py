"""What waits for somebody today: late and coming deadlines, approvals, mails, letters, rows of an import, retention."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from privdesk.domain.case import RequestQuery, RequestRow, Tab
from privdesk.domain.decision import Decision
from privdesk.domain.due import DueQuery, Tile
from privdesk.domain.errors import DeskError
from privdesk.domain.letter import LetterQuery, LetterRow, LetterState
from privdesk.domain.message import INBOX, MessageState
from privdesk.domain.office import ZONE
from privdesk.domain.request import Request
from privdesk.domain.user import Role, User
from privdesk.operations import backups, cases
from privdesk.operations.desk import Desk
from privdesk.storage import attempts, batches, copies, due, letters, messages, requests, requests_list, users
from privdesk.storage.transaction import Connection

DAYS = 30
FIRST = 8
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
_RETURNED_MOST = 100
_GLANCE = (Tile.OVERDUE, Tile.DAYS_30)
# the tabs of requests in which the next step is the desk's own
_OURS = (Tab.NEW, Tab.WORKING, Tab.APPROVAL, Tab.SENDING)


class Need(StrEnum):
    """What can wait, the most pressing first."""

    LATE = "late"
    TODAY = "today"
    WEEK = "week"
    APPROVAL = "approval"
    ANSWERS = "answers"
    MAILS = "mails"
    TO_PRINT = "to_print"
    TO_SEND = "to_send"
    RETURNED = "returned"
    ROWS = "rows"
    ATTEMPTS = "attempts"


_STAFF = frozenset({Role.SUPPORT, Role.MANAGER})
_DESK_WORK = (Need.ANSWERS, Need.MAILS, Need.TO_PRINT, Need.TO_SEND, Need.RETURNED, Need.ROWS)
_FOR = dict.fromkeys((Need.APPROVAL, Need.ATTEMPTS), frozenset({Role.MANAGER})) | dict.fromkeys(_DESK_WORK, _STAFF)


@dataclass(frozen=True)
class Piece:
    """One of the things that wait: its number or subject, whose it is, and the day that it is due, or that it came."""

    id: int
    title: str
    name: str
    day: date
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Waiting:
    """How many things wait in one way, and the first few of them."""

    need: Need
    count: int
    first: tuple[Piece, ...] = ()


@dataclass(frozen=True)
class Day:
    """One of the days ahead: how many requests fall due on it, and whether the office works."""

    date: date
    due: int
    is_open: bool


@dataclass(frozen=True)
class Today:
    """The page of one day; `overdue` and `ending` (in 30 days) are the manager's retention, None for the others.

    `waiting` has only what there is, `counts` the work to do by place, and how many requests are late or due today.
    `backed_up` is the instant of the last backup that is still there, None where there is none; `not_backed_up` says
    why a place has not got its last one.
    """

    day: date
    waiting: tuple[Waiting, ...]
    days: tuple[Day, ...]
    overdue: int | None
    ending: int | None
    counts: Mapping[str, int]
    backed_up: datetime | None = None
    not_backed_up: DeskError | None = None


def today(desk: Desk) -> Today:
    """Everything that the page and the counts beside the places tell, in one read."""
    day = desk.today
    with desk.reading() as conn:
        tabs = requests_list.counts(conn, RequestQuery())
        rows = Waiting(Need.ROWS, batches.count_waiting(conn))
        approvals = _approvals(conn, desk.actor, tabs[Tab.APPROVAL])
        tried = Waiting(Need.ATTEMPTS, sum(attempts.by_purpose(conn, desk.now - _WEEK).values()))
        found = (*_deadlines(conn, day), approvals, *_mails(conn), *_letters(conn), rows, tried)
        days = _days(desk, conn)
        backed_up = max((one.made_at for one in copies.there(conn) if one.file), default=None)
        not_backed_up = next(iter(backups.troubles(desk, conn)), None)
        manager = desk.actor.role is Role.MANAGER
        overdue, ending = (due.count(conn, DueQuery(tile), day) if manager else None for tile in _GLANCE)
    mine = (one for one in found if one.count and desk.actor.role in _FOR.get(one.need, frozenset(Role)))
    waiting = sorted(mine, key=lambda one: list(Need).index(one.need))
    sizes = {one.need: one.count for one in waiting}
    counts = {
        "due": sizes.get(Need.LATE, 0) + sizes.get(Need.TODAY, 0),
        "requests": sum(tabs[tab] for tab in _OURS) + sizes.get(Need.MAILS, 0) + sizes.get(Need.ANSWERS, 0),
        "customers": sizes.get(Need.ROWS, 0),
        "letters": sum(sizes.get(need, 0) for need in (Need.TO_PRINT, Need.TO_SEND, Need.RETURNED)),
        "retention": overdue or 0,
    }
    return Today(day, tuple(waiting), days, overdue, ending, counts, backed_up, not_backed_up)


def _deadlines(conn: Connection, day: date) -> tuple[Waiting, ...]:
    spans = {
        Need.LATE: (date.min, day - _DAY),
        Need.TODAY: (day, day),
        Need.WEEK: (day + _DAY, day + _WEEK),
    }
    by_day = requests_list.due_days(conn, date.min, day + _WEEK)
    return tuple(
        Waiting(
            need,
            sum(count for due_on, count in by_day.items() if first <= due_on <= last),
            _requests(conn, RequestQuery(due_by=last), first),
        )
        for need, (first, last) in spans.items()
    )


def _requests(conn: Connection, query: RequestQuery, since: date) -> tuple[Piece, ...]:
    """The first requests of a query that are due on `since` or later."""
    rows, _ = requests_list.page(conn, query, (since, 0), FIRST)
    return tuple(map(_request, rows))


def _request(row: RequestRow) -> Piece:
    return Piece(row.id, row.number, row.name, row.due, row.kinds)


def _approvals(conn: Connection, actor: User, most: int) -> Waiting:
    """The requests that the actor can approve; what he decided himself waits for somebody else."""
    rows, _ = requests_list.page(conn, RequestQuery(tab=Tab.APPROVAL), size=max(most, 1))
    alone = all(user.id == actor.id for user in users.everybody(conn) if user.active)
    mine = [row for row in rows if _can_approve(requests.load(conn, row.id).request, actor, alone=alone)]
    return Waiting(Need.APPROVAL, len(mine), tuple(map(_request, mine[:FIRST])))


def _can_approve(request: Request, actor: User, *, alone: bool) -> bool:
    """As the guard of the approval: a second person, but for the only one of an office, who erases nothing alone."""
    waiting = [item for item in request.items if item.waits_for_approval]
    if any(item.decided_by != actor.login for item in waiting):
        return True
    return alone and all(item.decision is not Decision.ERASED for item in waiting)


def _mails(conn: Connection) -> tuple[Waiting, ...]:
    found = messages.inbox(conn, INBOX)
    of_state = {
        need: [row for row in found if row.state is state]
        for need, state in ((Need.ANSWERS, MessageState.ANSWER), (Need.MAILS, MessageState.NEW))
    }
    return tuple(
        Waiting(
            need,
            len(rows),
            tuple(
                Piece(row.id, row.subject, row.sender_name or row.sender, row.taken_at.astimezone(ZONE).date())
                for row in rows[:FIRST]
            ),
        )
        for need, rows in of_state.items()
    )


def _letters(conn: Connection) -> tuple[Waiting, ...]:
    counts = letters.counts(conn, LetterQuery())
    back, _ = letters.page(conn, LetterQuery(frozenset({LetterState.RETURNED})), size=_RETURNED_MOST)
    unsettled = [row for row in back if not row.replaced_by]
    found = [Waiting(Need.RETURNED, len(unsettled), tuple(map(_letter, unsettled[:FIRST])))]
    for need, state in ((Need.TO_PRINT, LetterState.ISSUED), (Need.TO_SEND, LetterState.PRINTED)):
        rows, _ = letters.page(conn, LetterQuery(frozenset({state})), size=FIRST)
        found.append(Waiting(need, counts.get(state, 0), tuple(map(_letter, rows))))
    return tuple(found)


def _letter(row: LetterRow) -> Piece:
    return Piece(row.id, row.number, row.recipient, row.returned_on or row.issued_on)


def _days(desk: Desk, conn: Connection) -> tuple[Day, ...]:
    ahead = [desk.today + timedelta(days=n) for n in range(DAYS)]
    counts, calendar = requests_list.due_days(conn, ahead[0], ahead[-1]), cases.calendar(desk)
    return tuple(Day(day, counts.get(day, 0), calendar.is_open(day)) for day in ahead)
