"""Requests: the append-only list of events is the truth; all else in these rows is written anew after each event."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import msgspec
import sqlalchemy as sa

from privdesk.domain import event_text
from privdesk.domain.calendar import Calendar
from privdesk.domain.case import NewRequest, request_number
from privdesk.domain.clock import Clocks, clocks
from privdesk.domain.decision import Decision
from privdesk.domain.errors import NoSuchRequest, StaleSave
from privdesk.domain.event import Event
from privdesk.domain.law import Law
from privdesk.domain.party import Party, PartyRole
from privdesk.domain.procedure import next_step, state
from privdesk.domain.record import LetterLine
from privdesk.domain.request import Item, Request, fold
from privdesk.domain.text import folded
from privdesk.storage import counters, merged
from privdesk.storage.tables import letter, request, request_event, request_item, request_party, user

_PARTY = ("role", "name", "postal", "address", "phone", "mail", "relation")


@dataclass(frozen=True)
class Docket:
    """A request with what is kept beside its events; `law` is the first day of the law that leads it."""

    id: int
    number: str
    version: int
    law: date
    language: str
    letter_on: date | None
    entered_at: datetime
    owner: int | None
    notes: str
    request: Request
    clocks: Clocks


def add(
    conn: sa.Connection, new: NewRequest, first: Request, law: Law, calendar: Calendar, *, owner: int, now: datetime
) -> tuple[int, str]:
    """Enter a request of one event, its arrival; returns its id and number."""
    number = request_number(new.arrived, counters.reserve(conn, f"request-{new.arrived.year}"))
    values = {
        "number": number,
        "law": law.valid_from,
        "channel": new.channel,
        "language": new.language,
        "letter_on": new.letter_on,
        "arrived": new.arrived,
        "entered_at": now,
        "owner_id": owner,
        "notes": new.notes,
        **_named(number, new.parties),
        **_projected(first, law, calendar),
    }
    key = conn.execute(request.insert().values(**values)).inserted_primary_key
    id_ = int(key.id) if key else 0
    for party in new.parties:
        conn.execute(request_party.insert().values(request_id=id_, **{name: getattr(party, name) for name in _PARTY}))
    _write_events(conn, id_, first.events)
    _write_items(conn, id_, first.items)
    return id_, number


def load(conn: sa.Connection, id_: int) -> Docket:
    """The request that its events tell.

    Raises NoSuchRequest.
    """
    row = conn.execute(sa.select(request).where(request.c.id == id_)).first()
    if row is None:
        raise NoSuchRequest
    return Docket(
        id=row.id,
        number=row.number,
        version=row.version,
        law=row.law,
        language=row.language,
        letter_on=row.letter_on,
        entered_at=row.entered_at,
        owner=row.owner_id,
        notes=row.notes,
        request=_of_kept(conn, fold(_events(conn, id_))),
        clocks=msgspec.json.decode(row.clocks, type=Clocks),
    )


def append(conn: sa.Connection, id_: int, version: int, after: Request, law: Law, calendar: Calendar) -> None:
    """Keep what `after` has more than the stored request.

    Raises StaleSave if the row is no longer of `version`.
    """
    _bump(conn, id_, version, _projected(after, law, calendar))
    known = conn.execute(sa.select(sa.func.max(request_event.c.seq)).where(request_event.c.request_id == id_)).scalar()
    _write_events(conn, id_, [event for event in after.events if event.seq > (known or 0)])
    conn.execute(sa.delete(request_item).where(request_item.c.request_id == id_))
    _write_items(conn, id_, after.items)
    _link(conn, id_, after.person)


def set_owner(conn: sa.Connection, id_: int, version: int, owner: int | None) -> None:
    """Hand the request to somebody else, or to nobody; raises StaleSave as `append`."""
    _bump(conn, id_, version, {"owner_id": owner})


def set_notes(conn: sa.Connection, id_: int, version: int, notes: str) -> None:
    """Rewrite the slip of paper on the case; raises StaleSave as `append`."""
    _bump(conn, id_, version, {"notes": notes})


def parties(conn: sa.Connection, id_: int) -> tuple[Party, ...]:
    """Requester, person and recipient as the request names them, as far as it does."""
    order = {role: place for place, role in enumerate(PartyRole)}
    query = sa.select(request_party).where(request_party.c.request_id == id_)
    found = [
        Party(PartyRole(row.role), row.name, row.postal, row.address, row.phone, row.mail, row.relation, row.person_id)
        for row in conn.execute(query)
    ]
    return tuple(sorted(found, key=lambda party: order[party.role]))


def set_parties(conn: sa.Connection, id_: int, new: Iterable[Party]) -> None:
    """Rewrite who the parties are, beside the event that tells of it; the link to the customer is not theirs."""
    number, person = conn.execute(sa.select(request.c.number, request.c.person_id).where(request.c.id == id_)).one()
    wanted = tuple(new)
    conn.execute(sa.update(request).where(request.c.id == id_).values(_named(number, wanted)))
    conn.execute(sa.delete(request_party).where(request_party.c.request_id == id_))
    for party in wanted:
        conn.execute(request_party.insert().values(request_id=id_, **{name: getattr(party, name) for name in _PARTY}))
    _link(conn, id_, person)


def letters_of(conn: sa.Connection, id_: int) -> tuple[LetterLine, ...]:
    """The letters of a request, oldest first."""
    wanted = ("id", "number", "template", "language", "state", "issued_on", "sent_on")
    query = sa.select(*(letter.c[name] for name in wanted)).where(letter.c.request_id == id_).order_by(letter.c.id)
    return tuple(
        LetterLine(row.id, row.number or "", row.template, row.language, row.state, row.issued_on, row.sent_on)
        for row in conn.execute(query)
    )


def provision_stopped(conn: sa.Connection, person_id: int) -> bool:
    """Whether a request has stopped that this person's data go to third parties (Art. 35(3))."""
    query = (
        sa.select(request_item.c.id)
        .join(request, request.c.id == request_item.c.request_id)
        .where(request.c.person_id == person_id, request_item.c.decision == Decision.PROVISION_STOPPED)
        .where(request_item.c.executed_on.is_not(None))
    )
    return conn.execute(query.limit(1)).first() is not None


def _of_kept(conn: sa.Connection, told: Request) -> Request:
    """The events tell of a record that may have been merged into another since."""
    return replace(told, person=told.person and merged.kept_of(conn, told.person))


def _bump(conn: sa.Connection, id_: int, version: int, values: dict[str, Any]) -> None:
    here = request.c.id == id_, request.c.version == version
    if not conn.execute(sa.update(request).where(*here).values(version=version + 1, **values)).rowcount:
        raise StaleSave


def _named(number: str, those: Iterable[Party]) -> dict[str, Any]:
    """How the request is found and called while no customer is linked."""
    by_role = {party.role: party.name for party in those if party.name}
    name = by_role.get(PartyRole.PERSON) or by_role.get(PartyRole.REQUESTER) or ""
    texts = (number, number.replace("-", ""), *by_role.values())
    return {"person_name": name, "folded": "\n".join(map(folded, texts))}


def _projected(after: Request, law: Law, calendar: Calendar) -> dict[str, Any]:
    """What the list reads, from the pure functions of the events."""
    found = clocks(after, law, calendar)
    step = next_step(after, law)
    return {
        "person_id": after.person,
        "kinds": " ".join(dict.fromkeys(item.kind for item in after.items)),
        "state": state(after, law),
        "next_step": step or "",
        "due": found.policy.due,
        "day14": found.lawsuit.due if found.lawsuit else None,
        "target": found.target.due,
        "clocks": msgspec.json.encode(found).decode(),
        "paused": found.policy.paused_since is not None,
        "closed_on": after.ending.on if after.ending else None,
    }


def _events(conn: sa.Connection, id_: int) -> list[Event]:
    query = sa.select(request_event, user.c.login).join(user, user.c.id == request_event.c.user_id)
    return [
        Event(row.seq, row.at, row.on, row.login, event_text.read(row.kind, row.detail))
        for row in conn.execute(query.where(request_event.c.request_id == id_))
    ]


def _write_events(conn: sa.Connection, id_: int, events: Iterable[Event]) -> None:
    ids = {row.login: row.id for row in conn.execute(sa.select(user.c.login, user.c.id))}
    for event in events:
        conn.execute(
            request_event.insert().values(
                request_id=id_,
                seq=event.seq,
                at=event.at,
                on=event.on,
                kind=event.kind,
                user_id=ids[event.by],
                detail=event_text.written(event.detail),
            )
        )


def _write_items(conn: sa.Connection, id_: int, items: Iterable[Item]) -> None:
    for item in items:
        executed = item.executed
        conn.execute(
            request_item.insert().values(
                request_id=id_,
                number=item.number,
                kind=item.kind,
                what=item.what,
                reason=item.reason,
                decision=item.decision or "",
                ground=item.ground or "",
                facts=item.facts,
                changes=msgspec.to_builtins(executed.changes) if executed else [],
                purposes=list(executed.purposes) if executed else [],
                kept_until=item.until,
                kept_rule=item.rule or "",
                executed_on=item.executed_on,
                told_on=item.told_on,
            )
        )


def _link(conn: sa.Connection, id_: int, person: int | None) -> None:
    here = request_party.c.request_id == id_, request_party.c.role == PartyRole.PERSON
    linked = conn.execute(sa.update(request_party).where(*here).values(person_id=person))
    if person is not None and not linked.rowcount:
        blank = dict.fromkeys(_PARTY, "") | {"role": PartyRole.PERSON}
        conn.execute(request_party.insert().values(request_id=id_, person_id=person, **blank))
