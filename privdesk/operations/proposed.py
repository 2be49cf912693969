"""What a mail proposes for a new request: the things asked for, the parties, whom it may be about."""

import re

from privdesk.domain.case import Hints
from privdesk.domain.event import Asked, Proposed
from privdesk.domain.message import MessageRow
from privdesk.domain.party import Party, PartyRole
from privdesk.intake.proposal import Proposal

_POSTAL_CODE = re.compile(r"〒?\s*(\d{3})-?(\d{4})(?!\d)\s*", re.ASCII)


def asked(proposal: Proposal) -> tuple[Asked, ...]:
    """The things asked for, numbered; a new address stands with the correction."""
    moved = _moved(proposal.new_address)
    return tuple(
        Asked(number=number, kind=kind, proposed=moved if kind == "CORRECT" else ())
        for number, kind in enumerate(proposal.kinds, start=1)
    )


def _moved(address: str) -> tuple[Proposed, ...]:
    """A new address as two fields of the record: the postal code before it is one of its own."""
    code = _POSTAL_CODE.match(address)
    where = address[code.end() :] if code else address
    postal = f"{code[1]}-{code[2]}" if code else ""
    found = {"postal": postal, "address": where.strip()}
    return tuple(Proposed(field=field, value=value) for field, value in found.items() if value)


def parties(row: MessageRow, proposal: Proposal) -> tuple[Party, ...]:
    """Who asks, and for whom where he is an agent."""
    name = next(iter(proposal.names), row.sender_name)
    if not by_agent(proposal):
        return (Party(PartyRole.REQUESTER, name, mail=proposal.mail),)
    agent = next(iter(proposal.agent_names), row.sender_name)
    return Party(PartyRole.REQUESTER, agent, mail=proposal.mail), Party(PartyRole.PERSON, name)


def by_agent(proposal: Proposal) -> bool:
    """Whether somebody asks for another."""
    return bool(proposal.agent or proposal.agent_names)


def hints(proposal: Proposal) -> Hints:
    """What a mail says of the person; an agent's own address says nothing of him."""
    return Hints(proposal.numbers, () if by_agent(proposal) else (proposal.mail,), (), proposal.names)
