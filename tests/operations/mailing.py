"""Mailings as a test makes them."""

from privdesk.domain.mailing import Output
from privdesk.operations import mailings
from privdesk.operations.desk import Desk
from privdesk.storage.mailings import Recipient


def mailed(desk: Desk, code: str = "news", *, consented: bool = False) -> list[Recipient]:
    """Whom a mailing for a purpose reaches."""
    return list(mailings.recipients(desk, mailings.begin(desk, code, Output.CSV, consented=consented)))


def reached(desk: Desk, code: str = "news") -> list[int]:
    """The ids of those whom a mailing for a purpose reaches."""
    return [one.id for one in mailed(desk, code)]


def listed(desk: Desk, code: str = "news", *, consented: bool = False) -> str:
    """A mailing as the text of its CSV file."""
    mailing = mailings.begin(desk, code, Output.CSV, consented=consented)
    return mailings.listed(desk, mailing).decode("utf-8-sig")
