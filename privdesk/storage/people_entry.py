"""Enters new people whole: rows, wishes, until when all of it is kept, the line of the list, the search index.

Nothing is read back: what `people_line.renew` and `retention.renew` would find is known before it is written.
"""

from collections.abc import Sequence
from datetime import datetime
from itertools import repeat

import sqlalchemy as sa

from privdesk.domain.category import Category
from privdesk.domain.office import Office
from privdesk.domain.person import NewPerson, Origin
from privdesk.domain.transaction import NewTransaction
from privdesk.storage import counters, people_line, people_rows, purposes, retention, retention_facts
from privdesk.storage.people_line import Line
from privdesk.storage.people_rows import Fresh
from privdesk.storage.retention_ends import Ends
from privdesk.storage.retention_facts import NUMBERS
from privdesk.storage.seal import Seal

Business = Sequence[Sequence[NewTransaction]]


class PeopleEntry:
    """Enters new people of one origin, in one transaction or, with `go_on`, in several."""

    def __init__(self, conn: sa.Connection, seal: Seal, office: Office, origin: Origin, now: datetime) -> None:
        self._conn = conn
        self._seal = seal
        self._origin = origin
        self._now = now
        self._ends = Ends(conn, office)
        self._consent = self._ends.of(retention_facts.consent(origin.on, None))
        self._marketing = purposes.marketing(conn)

    def go_on(self, conn: sa.Connection) -> None:
        """Enter more in another transaction; the caller knows that rules and purposes are what they were."""
        self._conn = conn

    def add(self, new: Sequence[NewPerson], warnings: Sequence[int], business: Business | None = None) -> range:
        """Enter people, each with so many warnings; returns their ids in the given order.

        Their customer numbers must be free; `people.taken` tells. The transactions of each, his `business`, are entered
        by the caller; here they only count for how long all is kept.
        """
        if not new:
            return range(0)
        first = counters.reserve(self._conn, "person", len(new))
        ids = range(first, first + len(new))
        fresh = [self._fresh(*one) for one in zip(ids, new, business or repeat((), len(new)), strict=True)]
        people_rows.insert(self._conn, self._seal, fresh, self._origin, self._now)
        wishes = [(one.id, one.new.wants_mail) for one in fresh if one.new.wants_mail is not None]
        purposes.enter_wishes(self._conn, wishes, self._marketing, self._origin, self._consent)
        retention.enter(self._conn, fresh)
        people_line.enter(self._conn, [self._line(*one) for one in zip(fresh, warnings, strict=True)])
        return ids

    def _fresh(self, id_: int, new: NewPerson, business: Sequence[NewTransaction]) -> Fresh:
        one = new.profile
        reached = people_rows.contacts(one)
        active = max(filter(None, (one.last_activity, *(each.on for each in business))), default=None)
        relation = retention_facts.relationship(one.status, one.left_on, active, self._origin.on)
        kept = {Category.PROFILE: (1, self._ends.of(relation))}
        if contacts := len(reached) + len(people_rows.addresses(one)):
            kept[Category.CONTACT] = contacts, self._ends.of(relation.of(Category.CONTACT))
        for number in new.numbers:
            category = NUMBERS[number.kind]
            before, _ = kept.get(category, (0, None))
            kept[category] = before + 1, self._ends.of(relation.of(category))
        if new.wants_mail and self._marketing:
            kept[Category.CONSENTS] = len(self._marketing), self._consent
        for each in business:
            facts = retention_facts.transaction(each.kind, each.on)
            end = self._ends.of(facts)
            before, last = kept.get(facts.category, (0, end))
            kept[facts.category] = before + 1, max(last, end)
        return Fresh(id_, new, reached, kept)

    def _line(self, one: Fresh, warnings: int) -> Line:
        new = one.new.profile
        last = [end.until for _, end in one.kept.values()]
        return Line(
            one.id,
            new.number,
            new.name,
            new.kana,
            new.birth,
            new.status,
            new.last_activity,
            people_line.texts(
                new.number,
                [(text, kana) for _, text, kana in people_rows.names(new)],
                [(text, postal) for _, postal, text in people_rows.addresses(new)],
                one.reached,
            ),
            suspended=len(self._marketing) if one.new.wants_mail is False else 0,
            keep_until=max(filter(None, last)) if all(last) else None,
            warnings=warnings,
        )
