"""Made-up people for the tests of storage, entered as an act would enter them."""

from collections.abc import Sequence
from datetime import UTC, date, datetime

import sqlalchemy as sa

from privdesk.domain.person import NewPerson, Origin, Profile, Source
from privdesk.operations.desk import Desk
from privdesk.storage.people_entry import PeopleEntry

NOW = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
ORIGIN = Origin(Source.SELF, TODAY)


def enter(conn: sa.Connection, office: Desk, *profiles: Profile | NewPerson) -> Sequence[int]:
    """Enter people and put them on the list."""
    new = [one if isinstance(one, NewPerson) else NewPerson(one) for one in profiles]
    return PeopleEntry(conn, office.seal, office.office, ORIGIN, NOW).add(new, [0] * len(new))
