"""Single entries of the log: what the things are called that they are about, and the code that stands for one."""

from collections.abc import Collection, Mapping

from privdesk.domain.log import LogCode, code_of
from privdesk.operations.desk import Desk
from privdesk.storage import audit, log_names


def named(desk: Desk, things: Collection[str]) -> Mapping[str, str]:
    """The names of things (noun:id) as lists show them: customers by name, requests and letters by number.

    What is no longer held, or has no name, is missing in the answer.
    """
    with desk.reading() as conn:
        return log_names.names(conn, things)


def code_at(desk: Desk, seq: int) -> LogCode | None:
    """The code of the entry number `seq`, to see where one typed off a paper differs; None if there is no such entry.

    Raises NotAllowed.
    """
    desk.need("log.compare", "log")
    with desk.reading() as conn:
        digest = audit.hash_at(conn, seq)
    return code_of(seq, digest) if digest else None
