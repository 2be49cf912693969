"""The people whom a request names."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class PartyRole(StrEnum):
    """Who asks, whom it is about, who gets the answer."""

    REQUESTER = "requester"
    PERSON = "person"
    RECIPIENT = "recipient"


@dataclass(frozen=True)
class Party:
    """One of the three as the request names him; `person` is the customer, once he is linked."""

    role: PartyRole
    name: str = ""
    postal: str = ""
    address: str = ""
    phone: str = ""
    mail: str = ""
    relation: str = ""
    person: int | None = None


def elsewhere(parties: Iterable[Party]) -> bool:
    """Whether letters go to somebody whom the request names beside who asks and whom it is about."""
    return any(party.role is PartyRole.RECIPIENT and party.name.strip() for party in parties)


def differing(before: Iterable[Party], after: Iterable[Party]) -> tuple[PartyRole, ...]:
    """Which of the three are named or reached otherwise after than before; the link to a customer is not looked at."""
    was, now = ({party.role: replace(party, person=None) for party in those} for those in (before, after))
    return tuple(role for role in PartyRole if was.get(role, Party(role)) != now.get(role, Party(role)))
