"""Every change of a person's record: its fields from the history, numbers and purposes from the log.

The log has an entry for each change anyhow; what it tells of numbers and purposes is not written down a second time.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from privdesk.domain.decision import Decision
from privdesk.domain.log_words import detail_of
from privdesk.domain.purpose import Stand
from privdesk.domain.record import ENDED, IN_USE, PURPOSE, HistoryLine
from privdesk.storage import log_names, merged
from privdesk.storage.tables import audit, history, person_number, person_purpose, request, request_item, user

_NUMBER, _PURPOSE, _EXECUTED = "person.number", "person.purpose", "request.execute"
_LIFTED = "lifted"
# what a decision on purposes is about: a wish (consent or opt-out) or a stop, which do not replace each other
Slot = tuple[str, bool]


@dataclass(frozen=True)
class _Entry:
    """An entry of the log that changed the record, with the name of who did it and the request behind it."""

    at: datetime
    user: str
    act: str
    about: str
    detail: Mapping[str, Any]
    request: str | None

    @property
    def is_undone(self) -> bool:
        return bool(self.detail.get("undone"))

    @property
    def turned(self) -> tuple[str, object]:
        """What an undoing and the done thing have in common."""
        return self.about, self.detail.get("item")

    def line(self, field: str, old: str, new: str, of: str = "") -> HistoryLine:
        why = str(self.detail.get("reason", ""))
        return HistoryLine(field, old, new, self.at, self.user, self.request, None, of, why)


def of_person(conn: sa.Connection, person_id: int) -> tuple[HistoryLine, ...]:
    """Every change of a person's record, newest first."""
    entries = _entries(conn, person_id)
    turns = [one for one in entries if one.act != _NUMBER]
    logged = [*_numbers(conn, person_id, entries), *_purposes(conn, person_id, turns)]
    lines = [*_fields(conn, person_id), *reversed(logged)]
    return tuple(sorted(lines, key=lambda line: line.at, reverse=True))


def _fields(conn: sa.Connection, person_id: int) -> Iterator[HistoryLine]:
    query = (
        sa.select(history, user.c.name, request.c.number)
        .join(user, user.c.id == history.c.user_id)
        .outerjoin(request, request.c.id == history.c.request_id)
        .where(history.c.person_id.in_(merged.ids_of(person_id)))
        .order_by(history.c.id.desc())
    )
    for row in conn.execute(query):
        yield HistoryLine(row.field, row.old, row.new, row.at, row.name, row.number, row.batch_id)


def _entries(conn: sa.Connection, person_id: int) -> list[_Entry]:
    """What the log has of this person's numbers and purposes, oldest first."""
    things = log_names.things_of_person(person_id)
    query = (
        sa.select(audit.c.at, audit.c.act, audit.c.about, audit.c.detail, user.c.name)
        .outerjoin(user, user.c.id == audit.c.user_id)
        .where(audit.c.about.in_(things), audit.c.act.in_((_NUMBER, _PURPOSE, _EXECUTED)))
        .order_by(audit.c.seq)
    )
    found = [(row, detail_of(row.detail)) for row in conn.execute(query)]
    his = set(conn.execute(merged.ids_of(person_id)).scalars())
    ids = {_request_of(row.about, detail) for row, detail in found}
    query = sa.select(request.c.id, request.c.number).where(request.c.id.in_(ids))
    numbers = {row.id: row.number for row in conn.execute(query)}
    return [
        _Entry(row.at, row.name or "", row.act, row.about, detail, numbers.get(_request_of(row.about, detail)))
        for row, detail in found
        if row.act != _EXECUTED or detail.get("person") in his
    ]


def _request_of(about: str, detail: Mapping[str, Any]) -> int:
    noun, _, id_ = about.partition(":")
    return int(id_) if noun == "request" else detail.get("request") or 0


def _numbers(conn: sa.Connection, person_id: int, entries: Iterable[_Entry]) -> Iterator[HistoryLine]:
    columns = person_number.c.id, person_number.c.kind, person_number.c.last4
    known = {row.id: (row.kind, f"…{row.last4}") for row in conn.execute(_rows(columns, person_id))}
    for entry in entries:
        detail = entry.detail
        if entry.act != _NUMBER:
            continue
        # of one that was taken out again the log knows the kind, and nobody its digits
        kind, said = known.setdefault(detail.get("number", 0), (str(detail.get("kind", "")), "…"))
        if "ended" in detail:
            yield entry.line(kind, *((IN_USE, ENDED) if detail["ended"] else (ENDED, IN_USE)), of=said)
        else:
            yield entry.line(kind, *((said, "") if detail.get("removed") else ("", said)))


def _purposes(conn: sa.Connection, person_id: int, turns: list[_Entry]) -> Iterator[HistoryLine]:
    """One line for each purpose that a decision turned; what was taken back turns to what it was before."""
    columns = person_purpose.c.purpose, person_purpose.c.state
    rows = [(row.purpose, row.state) for row in conn.execute(_rows(columns, person_id))]
    opted_out = _opted_out(conn, turns)
    stands = _at_first(rows, _standing(turns, opted_out))
    done: list[tuple[_Entry, dict[Slot, str]]] = []
    for entry in turns:
        wanted = _taken_back(done, entry) if entry.is_undone else _wanted(entry, opted_out)
        before = {slot: stands.get(slot, "") for slot in wanted}
        if not entry.is_undone:
            done.append((entry, before))
        stands |= wanted
        yield from (entry.line(PURPOSE, before[slot], stand, of=slot[0]) for slot, stand in wanted.items())


def _at_first(rows: Iterable[tuple[str, str]], decided: Counter[str]) -> dict[Slot, str]:
    """What a person said when he was entered: a wish more than there were decisions."""
    wishes: dict[str, list[str]] = {}
    for code, state in rows:
        if state != Stand.SUSPENDED:
            wishes.setdefault(code, []).append(state)
    return {(code, False): states[0] for code, states in wishes.items() if len(states) > decided[code]}


def _standing(turns: Iterable[_Entry], opted_out: frozenset[tuple[str, object]]) -> Counter[str]:
    """How many decisions on a wish were not taken back, by purpose."""
    done: list[tuple[_Entry, dict[Slot, str]]] = []
    for entry in turns:
        if entry.is_undone:
            _taken_back(done, entry)
        else:
            done.append((entry, _wanted(entry, opted_out)))
    return Counter(code for _, wanted in done for code, stops in wanted if not stops)


def _wanted(entry: _Entry, opted_out: frozenset[tuple[str, object]]) -> dict[Slot, str]:
    stand = entry.detail.get("stand")
    if entry.act == _EXECUTED:
        stand = Stand.OPTED_OUT if entry.turned in opted_out else Stand.SUSPENDED
    stops = stand in (Stand.SUSPENDED, _LIFTED)
    return {(code, stops): "" if stand == _LIFTED else str(stand) for code in entry.detail.get("purposes", ())}


def _taken_back(done: list[tuple[_Entry, dict[Slot, str]]], undoing: _Entry) -> dict[Slot, str]:
    """The stands before the last thing that this takes back, which is done no longer."""
    for place in range(len(done) - 1, -1, -1):
        if done[place][0].turned == undoing.turned:
            return done.pop(place)[1]
    return {}


def _opted_out(conn: sa.Connection, turns: Iterable[_Entry]) -> frozenset[tuple[str, object]]:
    """Those requests' items that were carried out as an opt-out; what else a request stops is suspended."""
    ids = {_request_of(one.about, {}) for one in turns if one.act == _EXECUTED}
    query = sa.select(request_item.c.request_id, request_item.c.number).where(
        request_item.c.request_id.in_(ids), request_item.c.decision == Decision.OPTED_OUT
    )
    return frozenset((f"request:{row.request_id}", row.number) for row in conn.execute(query))


def _rows(columns: tuple[sa.Column[Any], ...], person_id: int) -> sa.Select[Any]:
    table = columns[0].table
    return sa.select(*columns).where(table.c.person_id == person_id).order_by(table.c.id)
