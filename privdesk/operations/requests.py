"""Requests: the list, one case with all that belongs to it, taking one in, and what simply happens to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from privdesk.domain import event as ev
from privdesk.domain.case import NewRequest, RequestQuery, RequestRow, Tab
from privdesk.domain.clock import Clocks, Deadline, acknowledge_by, ask_papers_by, outer_limit
from privdesk.domain.correction import ensure_readable
from privdesk.domain.decision import Decision
from privdesk.domain.event import Detail, Event
from privdesk.domain.formats.found import refuse_numbers
from privdesk.domain.law import Ground, Kind, Law
from privdesk.domain.message import AttachmentRow, MessageRow
from privdesk.domain.party import Party, PartyRole, elsewhere
from privdesk.domain.person import PersonRow
from privdesk.domain.procedure import State, Station, Step, next_step, receive, state, stations
from privdesk.domain.procedure import enter as entered
from privdesk.domain.record import LetterLine
from privdesk.domain.request import Item, Request
from privdesk.domain.shown import shown
from privdesk.domain.user import User
from privdesk.operations import cases, search
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.storage import messages, people_found, requests, requests_list, users
from privdesk.storage import people as stored_people
from privdesk.storage import purposes as stored_purposes
from privdesk.storage.requests_list import Key
from privdesk.storage.transaction import Connection

# what may be entered as it is; all else has an operation of its own, because it does more or asks more
_ACTS: dict[type[Detail], str] = {
    ev.Acknowledged: "request.event",
    ev.IdentityAsked: "request.identity",
    ev.IdentityFailed: "request.identity",
    ev.Paused: "request.event",
    ev.Resumed: "request.event",
    ev.Extended: "request.event",
    ev.Closed: "request.event",
    ev.Reopened: "request.event",
    ev.Withdrawn: "request.event",
    ev.Note: "request.event",
}
# erasure goes through disposal, which this version does not have
NOT_OFFERED = frozenset({Decision.ERASED})


@dataclass(frozen=True)
class Page:
    """Some lines of the list, and the key to go on from (None at its end)."""

    rows: tuple[RequestRow, ...]
    next: Key | None


@dataclass(frozen=True)
class Taken:
    """A request that was just taken in."""

    id: int
    number: str


@dataclass(frozen=True)
class Asked:
    """An item with what the law says of its kind: the decisions that can be chosen, and the grounds to refuse."""

    item: Item
    kind: Kind
    decisions: tuple[Decision, ...]
    grounds: Mapping[str, Ground]


@dataclass(frozen=True)
class Entry:
    """A line of the timeline."""

    event: Event
    user: str


@dataclass(frozen=True)
class Case:
    """A request with all that belongs to it; `row` is its line of the list, `version` what the next act must name.

    Sentences of a clock's reckoning come from `clock.said(leg, case.law, language, dated)`.
    """

    id: int
    number: str
    version: int
    row: RequestRow
    request: Request
    law: Law
    state: State
    next_step: Step | None
    stations: tuple[Station, ...]
    clocks: Clocks
    acknowledge_by: Deadline
    ask_papers_by: Deadline
    limit: Deadline
    language: str
    letter_on: date | None
    entered_at: datetime
    notes: str
    owner: User | None
    person: PersonRow | None
    parties: tuple[Party, ...]
    items: tuple[Asked, ...]
    timeline: tuple[Entry, ...]
    letters: tuple[LetterLine, ...]
    messages: tuple[MessageRow, ...]
    attachments: tuple[AttachmentRow, ...]

    def party(self, role: PartyRole) -> Party | None:
        """One of the three, if the request names him."""
        return next((party for party in self.parties if party.role is role), None)


def page(desk: Desk, query: RequestQuery, after: Key | None = None, size: int = 100) -> Page:
    """The next lines of the list of requests."""
    with desk.reading() as conn:
        return Page(*requests_list.page(conn, query, after, size))


def counts(desk: Desk, query: RequestQuery) -> Mapping[Tab, int]:
    """How many requests each tab of the list has under the query's other filters."""
    with desk.reading() as conn:
        return requests_list.counts(conn, query)


def settled_search(desk: Desk, query: RequestQuery) -> None:
    """Log that a search came to rest: by what it went, how long its text was, how many it found; never the text."""
    filters, letters = search.asked(query), len(query.text)
    with desk.change("people.search", about="requests", filters=filters, letters=letters) as change:
        change.detail["hits"] = sum(requests_list.counts(change.conn, query).values())


def find(desk: Desk, number: str) -> int | None:
    """The request with this number."""
    with desk.reading() as conn:
        return requests_list.id_of(conn, number)


def open_request(desk: Desk, id_: int) -> Case:
    """A request with all that belongs to it; the look is in the log before anything is shown.

    Raises NoSuchRequest.
    """
    with desk.change("request.open", about=f"request:{id_}") as change:
        return _case(desk, change.conn, id_)


def take_in(desk: Desk, new: NewRequest) -> Done[Taken]:
    """Enter a request that has arrived; the mail that asks it joins it.

    Raises DayAhead, LawMissing, NoSuchPerson, NoSuchPurpose, FieldNotCorrectable, BadDate, NoSuchMessage, MessageTaken,
    NumberInText, SecurityCodeRefused.
    """
    refuse_numbers(new)
    cases.need_past(desk, new.arrived, new.letter_on)
    law, calendar = desk.law_on(new.arrived), cases.calendar(desk)
    to_other = elsewhere(new.parties)
    arrival = ev.Received(channel=new.channel, requester=new.requester, items=new.items, elsewhere=to_other)
    with desk.change("request.add", about="request") as change:
        need_sound_items(change.conn, new.items)
        at, by = desk.now, desk.actor.login
        first = receive(arrival, at=at, on=new.arrived, by=by, law=law)
        id_, number = requests.add(change.conn, new, first, law, calendar, owner=desk.actor.id, now=at)
        change.about = f"request:{id_}"
        change.detail |= {"number": number, "kinds": [item.kind for item in new.items]}
        if new.person is not None:
            stored_people.get(change.conn, new.person)
            linked = ev.PersonLinked(person=new.person)
            after = entered(first, linked, at=at, on=desk.today, by=by, law=law, calendar=calendar)
            requests.append(change.conn, id_, 1, after, law, calendar)
        if new.message is not None:
            messages.join(change.conn, new.message, id_)
            change.detail["message"] = new.message
        cases.renew(desk, change.conn, id_, new.person)
    return Done(Taken(id_, number), shown("done", "Request {number} was taken in."), {"number": number})


def enter(desk: Desk, id_: int, version: int, detail: Detail, on: date | None = None) -> Done[int]:
    """Let something happen to a request, true of the day `on` (today); returns the request's new version.

    What does or asks more than this has an operation of its own and is refused here with a ValueError: links, items,
    identity checks, decisions, approvals, executions, letters.
    Raises DayAhead, StaleSave, and what the procedure has against it.
    """
    if type(detail) not in _ACTS:
        raise ValueError(f"{detail.kind} has its own operation")
    with cases.changing(desk, _ACTS[type(detail)], id_, version) as case:
        case.enter(detail, on=on)
    return Done(version + 1, shown("done", "The step was recorded."))


def need_sound_items(conn: Connection, items: tuple[ev.Asked, ...]) -> None:
    """Raise NoSuchPurpose, FieldNotCorrectable, NameMissing or BadDate for an item that could never be carried out."""
    ensure_readable(items)
    for item in items:
        stored_purposes.need(conn, item.purposes)


def _case(desk: Desk, conn: Connection, id_: int) -> Case:
    docket = requests.load(conn, id_)
    request, law, calendar = docket.request, cases.led_by(desk, docket), cases.calendar(desk)
    everybody = users.everybody(conn)
    names = {user.login: user.name for user in everybody}
    joined = messages.of_request(conn, id_)
    found = people_found.lines(conn, [request.person] if request.person is not None else [])
    return Case(
        id=id_,
        number=docket.number,
        version=docket.version,
        row=requests_list.row(conn, id_),
        request=request,
        law=law,
        state=state(request, law),
        next_step=next_step(request, law),
        stations=stations(request, law),
        clocks=docket.clocks,
        acknowledge_by=acknowledge_by(request, law, calendar),
        ask_papers_by=ask_papers_by(request, law, calendar),
        limit=outer_limit(request, law, calendar),
        language=docket.language,
        letter_on=docket.letter_on,
        entered_at=docket.entered_at,
        notes=docket.notes,
        owner=next((user for user in everybody if user.id == docket.owner), None),
        person=next(iter(found), None),
        parties=requests.parties(conn, id_),
        items=tuple(_asked(item, law) for item in request.items),
        timeline=tuple(Entry(event, names[event.by]) for event in request.events),
        letters=requests.letters_of(conn, id_),
        messages=joined,
        attachments=tuple(one for message in joined for one in messages.attachments(conn, message.id)),
    )


def _asked(item: Item, law: Law) -> Asked:
    kind = law.kinds[item.kind]
    return Asked(item, kind, tuple(one for one in kind.decisions if one not in NOT_OFFERED), kind.grounds)
