"""How often a suspension refused a use, for the manager; the log has the entries themselves."""

from datetime import date, timedelta

from privdesk.domain.log import LogQuery
from privdesk.domain.purpose import AttemptCount
from privdesk.operations.desk import Desk
from privdesk.storage import attempts

# the acts by which customers' data are used for a purpose
ACTS = frozenset({"person.use", "people.mailing_list", "people.export"})
_YEAR = timedelta(days=365)


def counts(desk: Desk) -> tuple[AttemptCount, ...]:
    """The attempts of the last twelve months by month, purpose and user, the newest month first."""
    desk.need("attempt.list", "people")
    with desk.reading() as conn:
        return attempts.counts(conn, desk.today - _YEAR)


def entries_of(count: AttemptCount) -> LogQuery:
    """What finds the entries of these attempts in the log, among the other uses by the same user in that month."""
    following = (count.month + timedelta(days=31)).replace(day=1)
    return LogQuery(user=count.user, acts=ACTS, since=count.month, until=following - timedelta(days=1))


def since(day: date) -> LogQuery:
    """What finds the uses since a day in the log."""
    return LogQuery(acts=ACTS, since=day)
