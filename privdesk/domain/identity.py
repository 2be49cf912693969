"""Who asked, and how that was seen: the record of a check, held against the least that the law's data ask for."""

from datetime import date
from enum import StrEnum

import msgspec

from privdesk.domain.errors import (
    AuthorityMissing,
    CheckIncomplete,
    MethodNotAccepted,
    PaperNotAccepted,
    PaperNotMasked,
    PaperNotOriginal,
    PaperNotValid,
    PapersMissing,
    PaperTooOld,
    RecipientUnproved,
)
from privdesk.domain.law import Channel, Law, Method, PaperKind, Proof, Requester
from privdesk.domain.period import months_before


class Seen(StrEnum):
    """Whether the paper itself or a copy of it was looked at."""

    ORIGINAL = "original"
    COPY = "copy"


class Shows(StrEnum):
    """What a paper was used for; one paper cannot prove both at once."""

    IDENTITY = "identity"
    AUTHORITY = "authority"


class Paper(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A paper that was looked at; never its image. `blacked_out` also names what the copy does not show."""

    code: str
    seen: Seen
    shows: Shows = Shows.IDENTITY
    blacked_out: tuple[str, ...] = ()
    issued_on: date | None = None
    valid_until: date | None = None


class IdentityCheck(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What was seen, by whom, when and how.

    `facts` names the registered fields that were matched, never their values; `reference` says how the contact on file
    was used (time of login, which number was called).
    """

    party: Requester
    channel: Channel
    method: Method
    checked_by: str
    on: date
    papers: tuple[Paper, ...] = ()
    facts: tuple[str, ...] = ()
    reference: str = ""
    note: str = ""


def ensure_sufficient(check: IdentityCheck, law: Law, *, elsewhere: bool = False) -> None:
    """Raise the error that says what is missing, if the check does not show who the requester is and by what right.

    Who gets the answer `elsewhere`, in place of the requester, shows that he may, as an agent does (令13条).
    """
    if not check.checked_by.strip():
        raise CheckIncomplete
    for number, paper in enumerate(check.papers, start=1):
        _ensure_good(paper, number, check.on, law)
    _ensure_identity(check, _proof(check, law), law)
    _ensure_authority(check, law, elsewhere=elsewhere)


def _proof(check: IdentityCheck, law: Law) -> Proof:
    for proof in law.proofs:
        if (proof.channel, proof.method) == (check.channel, check.method):
            return proof
    raise MethodNotAccepted


def _ensure_good(paper: Paper, number: int, on: date, law: Law) -> None:
    kind = law.papers.get(paper.code)
    if kind is None or not kind.valid_from <= on <= kind.valid_to:
        raise PaperNotAccepted(number=number)
    if paper.seen is Seen.COPY and kind.original:
        raise PaperNotOriginal(number=number)
    if paper.seen is Seen.COPY and not set(kind.masks) <= set(paper.blacked_out):
        raise PaperNotMasked(number=number)
    _ensure_current(paper, kind, number, on)


def _ensure_current(paper: Paper, kind: PaperKind, number: int, on: date) -> None:
    if kind.expires and (paper.valid_until is None or paper.valid_until < on):
        raise PaperNotValid(number=number)
    if kind.months is None:
        return
    if paper.issued_on is None or not months_before(on, kind.months) <= paper.issued_on <= on:
        raise PaperTooOld(number=number, months=kind.months)


def _ensure_identity(check: IdentityCheck, proof: Proof, law: Law) -> None:
    if proof.reference and not check.reference.strip():
        raise CheckIncomplete
    if len({fact.strip() for fact in check.facts} - {""}) < proof.facts:
        raise CheckIncomplete
    codes = {paper.code for paper in _used_for(check, Shows.IDENTITY)}
    kinds = [law.papers[code] for code in codes if law.papers[code].identity]
    photos = sum(kind.photo for kind in kinds)
    if photos < proof.photo and len(kinds) < proof.other:
        raise PapersMissing(photo=proof.photo, other=proof.other)
    if proof.address and not any(kind.address for kind in kinds):
        raise PapersMissing(photo=proof.photo, other=proof.other)


def _ensure_authority(check: IdentityCheck, law: Law, *, elsewhere: bool) -> None:
    shown = {paper.code for paper in _used_for(check, Shows.AUTHORITY)}
    if any(shown.isdisjoint(group) for group in law.authority[check.party]):
        raise AuthorityMissing
    if elsewhere and any(shown.isdisjoint(group) for group in law.authority[Requester.AGENT]):
        raise RecipientUnproved


def _used_for(check: IdentityCheck, use: Shows) -> list[Paper]:
    originals_only = check.method is Method.ORIGINALS
    return [p for p in check.papers if p.shows is use and (p.seen is Seen.ORIGINAL or not originals_only)]
