"""Who asks, at a real desk: a tick is no check, the record says what was seen, and what is missing is told."""

from datetime import date, timedelta

import msgspec
import pytest

from privdesk.domain import errors
from privdesk.domain import event as ev
from privdesk.domain.event import EventKind
from privdesk.domain.identity import IdentityCheck, Paper, Seen, Shows
from privdesk.domain.law import Channel, Method, Requester
from privdesk.domain.party import Party, PartyRole
from privdesk.domain.procedure import State, Step
from privdesk.domain.user import Role
from privdesk.operations import identity
from privdesk.operations.desk import Desk
from tests.operations.looking import log
from tests.operations.requesting import CHECK, TODAY, asked, case, joined, step, taken, yumiko

ISSUED = date(2026, 10, 1)


def check(**more: object) -> IdentityCheck:
    return msgspec.structs.replace(CHECK, **more)


def licence(**more: object) -> Paper:
    return msgspec.structs.replace(CHECK.papers[0], **more)


def test_what_was_seen_by_whom_when_and_how_is_recorded(desk: Desk):
    id_ = taken(desk, person=yumiko(desk))
    identity.ask_papers(desk, id_, 2, ("licence",))
    assert (case(desk, id_).state, case(desk, id_).row.paused) == (State.RECEIVED, False)
    step(desk, id_, ev.Acknowledged())
    assert (case(desk, id_).state, case(desk, id_).row.paused) == (State.AWAITING_IDENTITY, True)
    masks = case(desk, id_).law.papers["licence"].masks
    copy = licence(seen=Seen.COPY, blacked_out=masks)
    seen = check(
        channel=Channel.POST,
        method=Method.COPIES,
        papers=(copy,),
        on=TODAY - timedelta(days=1),
        note="住所は登録と一致",
    )
    identity.record_check(desk, id_, 4, seen)
    assert log(desk)[-1] == ("request.identity", f"request:{id_}")
    now = case(desk, id_)
    assert now.request.identity == seen
    assert (now.state, now.next_step, now.row.paused) == (State.SEARCHING, Step.DECIDE, False)
    assert [(entry.event.kind, entry.event.on, entry.user) for entry in now.timeline[-2:]] == [
        (EventKind.IDENTITY_CHECKED, TODAY - timedelta(days=1), "佐藤 恵"),
        (EventKind.RESUMED, TODAY - timedelta(days=1), "佐藤 恵"),
    ]


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"papers": ()}, errors.PapersMissing),
        ({"checked_by": ""}, errors.CheckerOther),
        ({"checked_by": "nobody"}, errors.CheckerOther),
        ({"checked_by": "tanaka"}, errors.CheckerOther),
        ({"on": TODAY + timedelta(days=1)}, errors.DayAhead),
        ({"on": date(2026, 11, 15)}, errors.BeforeArrival),
        ({"party": Requester.GUARDIAN}, errors.PartyDiffers),
        ({"method": Method.CALLBACK}, errors.MethodNotAccepted),
        ({"papers": (licence(code="library_card"),)}, errors.PaperNotAccepted),
        ({"papers": (licence(valid_until=date(2026, 1, 1)),)}, errors.PaperNotValid),
        (
            {"papers": (licence(seen=Seen.COPY),), "channel": Channel.POST, "method": Method.COPIES},
            errors.PaperNotMasked,
        ),
        (
            {"papers": (Paper(code="residence_record", seen=Seen.ORIGINAL, issued_on=date(2026, 1, 1)),)},
            errors.PaperTooOld,
        ),
        ({"papers": (Paper(code="residence_record", seen=Seen.COPY, issued_on=ISSUED),)}, errors.PaperNotOriginal),
        ({"channel": Channel.PHONE, "method": Method.CALLBACK, "facts": ("birth",)}, errors.CheckIncomplete),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_less_than_the_law_asks_is_refused_with_what_is_missing(desk: Desk, wrong: dict, error: type[errors.DeskError]):
    joined(desk, "tanaka", Role.SUPPORT)
    id_ = taken(desk)
    before = log(desk)
    with pytest.raises(error) as caught:
        identity.record_check(desk, id_, 1, check(**wrong))
    assert "{" not in str(caught.value)
    assert log(desk) == before
    assert case(desk, id_).request.identity is None


def test_an_agent_shows_himself_and_his_right(desk: Desk):
    id_ = taken(desk, requester=Requester.AGENT)
    mandate = Paper(code="mandate", seen=Seen.ORIGINAL, shows=Shows.AUTHORITY, issued_on=ISSUED)
    seal = Paper(code="seal_certificate", seen=Seen.ORIGINAL, shows=Shows.AUTHORITY, issued_on=ISSUED)
    for papers in ((licence(),), (licence(), mandate), (licence(), seal)):
        with pytest.raises(errors.AuthorityMissing):
            identity.record_check(desk, id_, 1, check(party=Requester.AGENT, papers=papers))
    identity.record_check(desk, id_, 1, check(party=Requester.AGENT, papers=(licence(), mandate, seal)))
    assert case(desk, id_).request.identity is not None


def test_who_gets_the_answer_in_place_of_the_requester_shows_that_he_may(desk: Desk):
    parties = (Party(PartyRole.REQUESTER, "渡邉 由美子"), Party(PartyRole.RECIPIENT, "青木 進"))
    id_ = taken(desk, parties=parties)
    with pytest.raises(errors.RecipientUnproved):
        identity.record_check(desk, id_, 1, CHECK)
    powers = tuple(
        Paper(code=code, seen=Seen.ORIGINAL, shows=Shows.AUTHORITY, issued_on=ISSUED)
        for code in ("mandate", "seal_certificate")
    )
    with pytest.raises(errors.RecipientUnproved):
        identity.record_check(desk, id_, 1, check(papers=(licence(), powers[0])))
    identity.record_check(desk, id_, 1, check(papers=(licence(), *powers)))
    assert case(desk, id_).request.identity is not None


def test_opting_out_needs_no_papers(desk: Desk):
    id_ = taken(desk, *asked("OPTOUT"))
    with pytest.raises(errors.PapersNotNeeded):
        identity.ask_papers(desk, id_, 1, ("licence",))


def test_what_does_not_suffice_is_recorded_and_closes_in_time_only(desk: Desk):
    id_ = taken(desk, arrived=date(2026, 10, 1))
    step(desk, id_, ev.IdentityAsked(papers=("licence",)), date(2026, 10, 20))
    step(desk, id_, ev.Acknowledged(), date(2026, 10, 20))
    identity.record_failure(desk, id_, 3, "写真が判別できない")
    with pytest.raises(errors.ReasonNeeded):
        identity.record_failure(desk, id_, 4, "")
    unverified = ev.Closed(outcome=ev.Outcome.UNVERIFIED, reason="30日以内に書類の提出がない")
    with pytest.raises(errors.ClosingNotSent):
        step(desk, id_, unverified)
    step(desk, id_, ev.LetterIssued(letter=1, template="closing"))
    step(desk, id_, ev.LetterSent(letter=1))
    step(desk, id_, unverified)
    assert case(desk, id_).state is State.CLOSED_UNVERIFIED


def test_an_auditor_checks_nobody(desk: Desk, auditor: Desk):
    id_ = taken(desk)
    for forbidden in (
        lambda: identity.record_check(auditor, id_, 1, CHECK),
        lambda: identity.ask_papers(auditor, id_, 1, ("licence",)),
        lambda: identity.record_failure(auditor, id_, 1, "x"),
    ):
        with pytest.raises(errors.NotAllowed):
            forbidden()
