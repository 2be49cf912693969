"""The log: read by who may, verified, compared with a code on paper, summed up for a month."""

from calendar import monthrange
from datetime import date, datetime

from privdesk.domain.log import LogCode, LogLine, LogQuery, Match, Month, Verdict, code_of, code_typed
from privdesk.domain.shown import shown
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.operations.people import needed_reason
from privdesk.storage import audit, log_list, log_state, log_verify
from privdesk.storage.log_verify import Progress


def page(desk: Desk, query: LogQuery, before: int | None = None, size: int = 100) -> tuple[LogLine, ...]:
    """The next lines of the log, newest first, those before the entry number `before`; reading it is itself logged.

    Everybody may read what he did himself; the whole log is for managers and auditors. Raises NotAllowed.
    """
    if before is None:
        filters = [name for name, value in vars(query).items() if value]
        with desk.change(_reading(desk, query), about="log", filters=filters):
            pass
    desk.need(_reading(desk, query), "log")
    with desk.reading() as conn:
        return log_list.page(conn, query, before, size)


def count(desk: Desk, query: LogQuery) -> int:
    """How many lines the query has."""
    desk.need(_reading(desk, query), "log")
    with desk.reading() as conn:
        return log_list.count(conn, query)


def code(desk: Desk) -> LogCode:
    """What stands for the log on paper now: print it on reports, so that the log can be compared with it later."""
    with desk.reading() as conn:
        head = audit.head(conn)
    return code_of(head.seq, head.hash)


def failed_before(desk: Desk) -> tuple[datetime, ...]:
    """When somebody tried the actor's login with a wrong password on this PC since its last success."""
    with desk.reading() as conn:
        return log_list.failed(conn, desk.session, f"user:{desk.actor.id}")


def verify(desk: Desk, progress: Progress | None = None) -> Verdict:
    """Prove the log from its first entry on, with what the actor's keys reach; the result is logged.

    `progress` (done, total) may raise Cancelled.
    """
    desk.need("log.verify", "log")
    verdict = log_verify.verify(desk.reading, desk.vault, progress)
    fault = verdict.fault.name.lower() if verdict.fault else ""
    with desk.change(
        "log.verify", about="log", entries=verdict.entries, keyed=verdict.keyed, fault=fault, at=verdict.at
    ):
        pass
    return verdict


def compare(desk: Desk, typed: str) -> Match:
    """Whether the log is still the one of a code that somebody types off a paper.

    Raises LogCodeUnreadable.
    """
    desk.need("log.compare", "log")
    wanted = code_typed(typed)
    with desk.change("log.compare", about="log", entry=wanted.seq) as change:
        digest = audit.hash_at(change.conn, wanted.seq)
        found = Match.SHORT if digest is None else Match.OTHER
        if digest is not None and code_of(wanted.seq, digest) == wanted:
            found = Match.SAME
        change.detail["match"] = found.name.lower()
    return found


def month(desk: Desk, year: int, number: int) -> Month:
    """What the report of a month says: who did what how often, what was refused or failed, and the code at its end."""
    first, last = date(year, number, 1), date(year, number, monthrange(year, number)[1])
    with desk.change("log.report", about="log", month=f"{year}-{number:02}") as change:
        return log_list.month(change.conn, first, last)


def settle_clock(desk: Desk, reason: str) -> Done[None]:
    """Take today's date as right although the log knows a later one, because the clock had been wrong before.

    Raises ReasonMissing.
    """
    with desk.change("clock.settle", about="desk", reason=needed_reason(reason)) as change:
        log_state.settle(change.conn, desk.now)
        desk.latest = None
    return Done(None, shown("done", "The clock of this PC is taken as right again."))


def _reading(desk: Desk, query: LogQuery) -> str:
    return "log.own" if query.user == desk.actor.id else "log.open"
