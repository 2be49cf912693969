"""What other rules would do to the ends of one category, told before anything is written."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

import sqlalchemy as sa

from privdesk.domain.category import Category
from privdesk.domain.due import Effect
from privdesk.domain.office import Office
from privdesk.domain.retention import Rule
from privdesk.storage import retention_facts
from privdesk.storage.retention_ends import Ends
from privdesk.storage.retention_facts import Record
from privdesk.storage.tables import person, request

# a desk with more people is told from a part of them, so that the answer comes while somebody waits for it
SAMPLE = 5000
_AT_ONCE = 500


def effect(
    conn: sa.Connection, office: Office, rules: tuple[Iterable[Rule], Iterable[Rule]], category: Category, today: date
) -> Effect:
    """Compare the ends by the first of two sets of rules with those by the second."""
    before, after = (Ends(conn, office, one) for one in rules)
    people, step = _some(conn, sa.select(person.c.id).order_by(person.c.id))
    alone, _ = _some(conn, sa.select(request.c.id).where(request.c.person_id.is_(None)).order_by(request.c.id), step)
    records = changed = over = 0
    for record in _records(conn, people, alone):
        if record.facts.category is not category:
            continue
        was, becomes = before.of(record.facts).until, after.of(record.facts).until
        records += record.records
        changed += record.records if was != becomes else 0
        over += record.records if _is_over(becomes, today) and not _is_over(was, today) else 0
    return Effect(records * step, changed * step, over * step, estimated=step > 1)


def _some(conn: sa.Connection, query: sa.Select[int], step: int = 0) -> tuple[Sequence[int], int]:
    """Every `step`th id, by itself so that at most `SAMPLE` are left."""
    ids = conn.execute(query).scalars().all()
    taken = step or -(-len(ids) // SAMPLE) or 1
    return ids[::taken], taken


def _records(conn: sa.Connection, people: Sequence[int], requests: Sequence[int]) -> Iterator[Record]:
    for start in range(0, len(people), _AT_ONCE):
        block = people[start : start + _AT_ONCE]
        about = retention_facts.requests_about(conn, block)
        yield from chain(retention_facts.of_people(conn, block), retention_facts.of_requests(conn, about))
    for start in range(0, len(requests), _AT_ONCE):
        yield from retention_facts.of_requests(conn, requests[start : start + _AT_ONCE])


def _is_over(until: date | None, today: date) -> bool:
    return until is not None and until < today
