"""The way of a request: the next step always leads on, no guard can be passed, whatever is tried."""

from datetime import date

import pytest

from privdesk.domain import errors, event_text
from privdesk.domain import event as ev
from privdesk.domain.clock import clocks
from privdesk.domain.decision import Decision
from privdesk.domain.errors import DeskError
from privdesk.domain.event import Detail, EventKind, Outcome, Wait
from privdesk.domain.law import Channel, Requester
from privdesk.domain.letter import DueLetter, due_letters
from privdesk.domain.party import PartyRole
from privdesk.domain.procedure import Stage, State, Step, next_step, state, stations
from privdesk.domain.request import Request, fold
from tests.domain.clerk import CALENDAR, CHECK, EMPOWERED, EVERY_DECISION, LAW, after, arrived, decided, led

LICENCE = ev.IdentityAsked(papers=("licence",))


@pytest.mark.parametrize(("code", "decision"), EVERY_DECISION)
def test_doing_the_next_step_leads_every_decision_of_every_kind_to_the_end(code: str, decision: Decision):
    request = led(arrived(code), None, {1: decision})
    assert state(request, LAW) is State.CLOSED
    kinds = [event.kind for event in request.events]
    assert (EventKind.IDENTITY_CHECKED in kinds) == LAW.kinds[code].identity
    assert (EventKind.APPROVED in kinds) == decision.needs_approval
    assert (EventKind.EXECUTED in kinds) == decision.needs_execution
    assert (EventKind.LETTER_SENT in kinds) == LAW.kinds[code].answer
    assert all(station.done for station in stations(request, LAW))


def test_a_request_without_items_is_asked_for_them():
    request = arrived()
    assert next_step(request, LAW) is Step.NAME_ITEMS
    assert state(led(request, None, {1: Decision.DISCLOSED}), LAW) is State.CLOSED


def test_several_things_are_answered_together():
    wanted = {1: Decision.DISCLOSED, 2: Decision.NOT_CORRECTED, 3: Decision.OPTED_OUT}
    request = led(arrived("DISCLOSE", "CORRECT", "OPTOUT"), None, wanted)
    assert state(request, LAW) is State.CLOSED
    assert {item.letter for item in request.items} == {1}


def test_the_states_of_an_erasure():
    steps = [
        (Step.LINK_PERSON, State.RECEIVED, Stage.RECEPTION),
        (Step.ASK_IDENTITY, State.RECEIVED, Stage.RECEPTION),
        (Step.ACKNOWLEDGE, State.RECEIVED, Stage.RECEPTION),
        (Step.CHECK_IDENTITY, State.AWAITING_IDENTITY, Stage.IDENTITY),
        (Step.DECIDE, State.SEARCHING, Stage.DECISION),
        (Step.ASK_APPROVAL, State.DECIDING, Stage.DECISION),
        (Step.APPROVE, State.AWAITING_APPROVAL, Stage.APPROVAL),
        (Step.EXECUTE, State.EXECUTING, Stage.EXECUTION),
        (Step.ISSUE_LETTER, State.TO_ANSWER, Stage.ANSWER),
        (Step.SEND_LETTER, State.TO_SEND, Stage.ANSWER),
        (Step.CLOSE, State.ANSWERED, Stage.END),
    ]
    for step, where, stage in steps:
        request = led(arrived("STOP"), step, {1: Decision.ERASED})
        assert (next_step(request, LAW), state(request, LAW)) == (step, where)
        assert [station.stage for station in stations(request, LAW) if station.here] == [stage]


def test_the_stages_leave_out_what_a_request_does_not_need():
    assert [station.stage for station in stations(arrived("OPTOUT"), LAW)] == [
        Stage.RECEPTION,
        Stage.DECISION,
        Stage.END,
    ]
    complaint = after(arrived("COMPLAINT"), ev.Acknowledged())
    assert [station.stage for station in stations(complaint, LAW) if station.here] == [Stage.DECISION]


def test_an_opt_out_is_done_at_once_and_without_papers():
    request = after(arrived("OPTOUT"), ev.PersonLinked(person=12), decided("OPTOUT", 1, Decision.OPTED_OUT))
    request = after(request, ev.Executed(item=1), ev.Closed())
    assert request.identity is None
    assert state(request, LAW) is State.CLOSED
    with pytest.raises(errors.PapersNotNeeded):
        after(arrived("OPTOUT"), LICENCE)


def paused_since(request: Request) -> date | None:
    return clocks(request, LAW, CALENDAR).policy.paused_since


def test_telling_of_the_papers_stops_the_clock_and_the_check_starts_it_again():
    request = after(arrived("DISCLOSE"), LICENCE, days=2)
    assert paused_since(request) is None
    request = after(request, ev.Acknowledged(), days=3)
    assert paused_since(request) == request.papers_asked_on == date(2026, 11, 5)
    request = after(request, LICENCE, days=4)
    assert (state(request, LAW), next_step(request, LAW)) == (State.ACKNOWLEDGED, Step.TELL_PAPERS)
    request = after(request, ev.Acknowledged(), days=5)
    assert (paused_since(request), request.papers_asked_on) == (date(2026, 11, 5), date(2026, 11, 7))
    request = after(request, ev.IdentityChecked(check=CHECK), days=8)
    assert request.acknowledged_on == date(2026, 11, 5)
    policy = clocks(request, LAW, CALENDAR).policy
    assert (policy.due, policy.paused_since) == (date(2026, 11, 24), None)
    assert [event.kind.value for event in request.events] == [
        *("received", "identity_asked", "acknowledged", "paused"),
        *("identity_asked", "acknowledged", "identity_checked", "resumed"),
    ]


@pytest.mark.parametrize("template", ["acknowledgement", "papers"])
def test_a_letter_tells_only_of_the_papers_that_were_wanted_when_it_was_written(template: str):
    early = ev.LetterIssued(letter=1, template=template)
    late = ev.LetterIssued(letter=2, template=template)
    request = after(arrived("DISCLOSE"), early, LICENCE, late)
    assert paused_since(after(request, ev.LetterSent(letter=1), days=3)) is None
    assert paused_since(after(request, ev.LetterSent(letter=2), days=3)) == date(2026, 11, 5)
    anew = after(request, ev.IdentityAsked(papers=("passport", "residence_record")), ev.LetterSent(letter=2), days=3)
    assert (paused_since(anew), anew.papers_untold) == (None, True)


def test_an_acknowledgement_that_was_written_too_early_is_followed_by_a_letter_that_asks():
    early = (ev.LetterIssued(letter=1, template="acknowledgement"), LICENCE, ev.LetterSent(letter=1))
    request = after(arrived("DISCLOSE"), *early)
    assert request.acknowledged_on == date(2026, 11, 3)
    assert next_step(request, LAW) is Step.TELL_PAPERS
    assert due_letters(request, LAW, date(2026, 11, 3)) == (DueLetter("papers"),)
    request = after(request, ev.LetterIssued(letter=2, template="papers"))
    assert (next_step(request, LAW), due_letters(request, LAW, date(2026, 11, 3))) == (Step.TELL_PAPERS, ())
    request = after(request, ev.LetterSent(letter=2))
    assert (state(request, LAW), next_step(request, LAW)) == (State.AWAITING_IDENTITY, Step.CHECK_IDENTITY)


def test_who_comes_shows_papers_before_he_is_acknowledged():
    request = after(arrived("DISCLOSE", channel=Channel.VISIT), ev.PersonLinked(person=12))
    assert next_step(request, LAW) is Step.CHECK_IDENTITY
    known = after(request, ev.IdentityChecked(check=CHECK))
    assert next_step(known, LAW) is Step.ACKNOWLEDGE
    assert next_step(after(known, ev.Acknowledged()), LAW) is Step.DECIDE
    assert next_step(after(request, LICENCE), LAW) is Step.ACKNOWLEDGE


def test_what_needs_no_papers_is_acknowledged_without_them():
    assert next_step(arrived("COMPLAINT"), LAW) is Step.ACKNOWLEDGE
    assert next_step(after(arrived("COMPLAINT"), ev.Acknowledged()), LAW) is Step.DECIDE
    assert next_step(after(arrived("OPTOUT"), ev.PersonLinked(person=12)), LAW) is Step.DECIDE


def test_a_failure_after_a_check_asks_for_papers_anew_and_a_reopening_too():
    failed = after(led(arrived("DISCLOSE"), Step.DECIDE, {}), ev.IdentityFailed(reason="偽造"))
    assert (failed.papers, next_step(failed, LAW)) == ((), Step.ASK_IDENTITY)
    reopened = after(ASKED, ev.Withdrawn(reason="電話"), ev.Reopened(reason="電話"), days=5)
    assert (paused_since(ASKED), paused_since(reopened)) == (date(2026, 11, 3), None)
    assert (reopened.papers, next_step(reopened, LAW)) == ((), Step.LINK_PERSON)


def test_the_clock_runs_again_where_nothing_that_is_asked_needs_papers():
    complaint = after(ASKED, ev.ItemsChanged(items=(ev.Asked(number=1, kind="COMPLAINT"),)), days=5)
    assert paused_since(complaint) is None
    both = after(ASKED, ev.ItemsChanged(items=(*ONE, ev.Asked(number=2, kind="COMPLAINT"))), days=5)
    assert paused_since(both) == date(2026, 11, 3)


def test_papers_of_which_the_law_knows_nothing_cannot_be_wanted():
    with pytest.raises(ValueError, match="library_card"):
        after(arrived("DISCLOSE"), ev.IdentityAsked(papers=("library_card",)))


KNOWN = led(arrived("DISCLOSE", "STOP"), Step.DECIDE, {})
WITHHELD = after(KNOWN, decided("DISCLOSE", 1, Decision.WITHHELD))
SUSPENDED = after(KNOWN, decided("STOP", 2, Decision.SUSPENDED))
ERASED = after(KNOWN, decided("STOP", 2, Decision.ERASED))
DISCLOSED = led(arrived("DISCLOSE"), Step.ISSUE_LETTER, {1: Decision.DISCLOSED})
SENT = led(arrived("DISCLOSE"), Step.CLOSE, {1: Decision.DISCLOSED})
CLOSED = led(arrived("DISCLOSE"), None, {1: Decision.DISCLOSED})
ASKED = after(arrived("DISCLOSE"), LICENCE, ev.Acknowledged())
CLOSING = (ev.LetterIssued(letter=9, template="closing"), ev.LetterSent(letter=9))
RENAMED = ev.PartiesChanged(parties=(PartyRole.REQUESTER,))
STRANGER = ev.PartiesChanged(parties=(PartyRole.RECIPIENT,), elsewhere=True)
REPLACING = ev.LetterIssued(letter=2, template="disclosure", items=(1,))
ANSWER = ev.LetterIssued(letter=1, template="disclosure", items=(1,))
ONE = (ev.Asked(number=1, kind="DISCLOSE"),)


@pytest.mark.parametrize(
    ("request_", "detail", "error"),
    [
        (KNOWN, ev.Received(channel=Channel.POST), errors.AlreadyDone),
        (KNOWN, ev.Acknowledged(), errors.AlreadyDone),
        (KNOWN, ev.ItemsChanged(items=()), errors.ItemsMissing),
        (SUSPENDED, ev.ItemsChanged(items=ONE), errors.ItemDecided),
        (SUSPENDED, ev.PersonLinked(person=13), errors.ItemDecided),
        (ASKED, ev.Acknowledged(), errors.AlreadyDone),
        (KNOWN, ev.IdentityAsked(papers=()), errors.PapersUnnamed),
        (KNOWN, ev.Paused(wait=Wait.PAPERS), errors.PapersNotAsked),
        (after(arrived("DISCLOSE"), LICENCE), ev.Paused(wait=Wait.PAPERS), errors.PapersNotAsked),
        (KNOWN, ev.IdentityFailed(reason=" "), errors.ReasonNeeded),
        (KNOWN, ev.Withdrawn(reason=""), errors.ReasonNeeded),
        (ASKED, ev.Paused(wait=Wait.PAPERS), errors.AlreadyWaiting),
        (ASKED, ev.Resumed(wait=Wait.FEE), errors.NotWaiting),
        (KNOWN, ev.Decided(item=3, decision=Decision.DISCLOSED), errors.ItemGone),
        (KNOWN, ev.Decided(item=1, decision=Decision.ERASED), errors.DecisionImpossible),
        (KNOWN, ev.Decided(item=1, decision=Decision.WITHHELD, facts="理由"), errors.GroundMissing),
        (
            KNOWN,
            ev.Decided(item=1, decision=Decision.WITHHELD, ground="35-2-none", facts="理由"),
            errors.GroundMissing,
        ),
        (KNOWN, ev.Decided(item=1, decision=Decision.WITHHELD, ground="33-2-1"), errors.FactsMissing),
        (KNOWN, ev.Decided(item=1, decision=Decision.NOT_HELD), errors.FactsMissing),
        (KNOWN, ev.Decided(item=2, decision=Decision.KEPT_UNTIL, facts="税法"), errors.KeepDateMissing),
        (ASKED, decided("DISCLOSE", 1, Decision.DISCLOSED), errors.IdentityMissing),
        (arrived("OPTOUT"), decided("OPTOUT", 1, Decision.OPTED_OUT), errors.PersonMissing),
        (SENT, decided("DISCLOSE", 1, Decision.NOT_HELD), errors.ItemTold),
        (SENT, ev.DecisionWithdrawn(item=1, reason="誤り"), errors.ItemTold),
        (after(SENT, REPLACING), ev.DecisionWithdrawn(item=1, reason="誤り"), errors.ItemTold),
        (CLOSED, RENAMED, errors.RequestEnded),
        (after(DISCLOSED, RENAMED), ANSWER, errors.IdentityMissing),
        (after(KNOWN, STRANGER), ev.IdentityChecked(check=CHECK), errors.RecipientUnproved),
        (arrived("DISCLOSE", elsewhere=True), ev.IdentityChecked(check=CHECK), errors.RecipientUnproved),
        (after(SUSPENDED, ev.Executed(item=2)), decided("STOP", 2, Decision.ERASED), errors.CarriedOut),
        (after(SUSPENDED, ev.Executed(item=2)), ev.DecisionWithdrawn(item=2, reason="誤り"), errors.CarriedOut),
        (after(SUSPENDED, ev.Executed(item=2)), ev.Executed(item=2), errors.CarriedOut),
        (SUSPENDED, ev.ExecutionUndone(item=2, reason="誤り"), errors.NotCarriedOut),
        (
            after(after(ERASED, ev.Approved(), by="tanaka"), ev.Executed(item=2)),
            ev.ExecutionUndone(item=2, reason="誤り"),
            errors.CarriedOut,
        ),
        (KNOWN, ev.DecisionWithdrawn(item=2, reason="誤り"), errors.ItemOpen),
        (KNOWN, ev.ApprovalAsked(), errors.ApprovalNotDue),
        (SUSPENDED, ev.Approved(), errors.ApprovalNotDue),
        (SUSPENDED, ev.SentBack(reason="再検討"), errors.ApprovalNotDue),
        (WITHHELD, ev.SentBack(reason=""), errors.ReasonNeeded),
        (after(WITHHELD, ev.ApprovalAsked()), ev.ApprovalAsked(), errors.AlreadyDone),
        (WITHHELD, ev.Approved(), errors.OwnApproval),
        (ERASED, ev.Approved(lone=True), errors.OwnApproval),
        (KNOWN, ev.Executed(item=2), errors.NothingToCarryOut),
        (ERASED, ev.Executed(item=2), errors.ApprovalMissing),
        (after(SUSPENDED, ev.IdentityFailed(reason="偽造")), ev.Executed(item=2), errors.IdentityMissing),
        (KNOWN, ev.LetterIssued(letter=1, template="disclosure", items=(1,)), errors.ItemOpen),
        (WITHHELD, ev.LetterIssued(letter=1, template="refusal", items=(1,)), errors.ApprovalMissing),
        (SUSPENDED, ev.LetterIssued(letter=1, template="suspension", items=(2,)), errors.NotCarriedOut),
        (SENT, ev.LetterIssued(letter=1, template="disclosure", items=(1,)), errors.AlreadyDone),
        (SENT, ev.LetterSent(letter=1), errors.AlreadyDone),
        (DISCLOSED, ev.LetterSent(letter=1), errors.LetterNotIssued),
        (KNOWN, ev.Extended(until=date(2026, 11, 16), reason="調査"), errors.ExtensionNotLater),
        (KNOWN, ev.Extended(until=date(2026, 12, 3), reason="調査"), errors.ExtensionTooLong),
        (KNOWN, ev.Extended(until=date(2026, 11, 30), reason=""), errors.ReasonNeeded),
        (arrived(), ev.Closed(), errors.ItemsMissing),
        (KNOWN, ev.Closed(), errors.ItemOpen),
        (DISCLOSED, ev.Closed(), errors.AnswerNotSent),
        (KNOWN, ev.Closed(outcome=Outcome.REFERRED), errors.ReasonNeeded),
        (KNOWN, ev.Closed(outcome=Outcome.REFERRED, reason="受託"), errors.ClosingNotSent),
        (KNOWN, ev.Closed(outcome=Outcome.CONVERTED, reason="苦情"), errors.ReasonNeeded),
        (KNOWN, ev.Closed(outcome=Outcome.UNVERIFIED, reason="未着"), errors.PapersNotAsked),
        (ASKED, ev.Closed(outcome=Outcome.UNVERIFIED, reason="未着"), errors.TooSoonToClose),
        (WITHHELD, ev.Closed(outcome=Outcome.CONVERTED, reason="苦情", into="26-0009"), errors.AnswerBegun),
        (KNOWN, ev.Reopened(reason="再開"), errors.RequestOpen),
        (CLOSED, ev.Reopened(reason=""), errors.ReasonNeeded),
        (CLOSED, ev.Acknowledged(), errors.RequestEnded),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else getattr(value, "kind", ""),
)
def test_what_the_procedure_refuses(request_: Request, detail: Detail, error: type[DeskError]):
    with pytest.raises(error):
        after(request_, detail)


@pytest.mark.parametrize("code", [code for code, kind in LAW.kinds.items() if not kind.fee])
def test_no_fee_where_article_38_names_none(code: str):
    with pytest.raises(errors.FeeForbidden):
        after(arrived(code), ev.Paused(wait=Wait.FEE))


@pytest.mark.parametrize("code", ["PURPOSE", "DISCLOSE", "TPREC"])
def test_a_fee_where_article_38_allows_it(code: str):
    request = after(led(arrived(code), Step.DECIDE, {}), ev.Paused(wait=Wait.FEE))
    assert (state(request, LAW), next_step(request, LAW)) == (State.AWAITING_FEE, Step.AWAIT_FEE)


def test_nothing_happens_before_the_arrival():
    with pytest.raises(errors.BeforeArrival, match="2026-11-01"):
        after(KNOWN, ev.Note(text="電話"), days=-1)


def test_another_customer_needs_another_check():
    assert after(KNOWN, ev.PersonLinked(person=12)).identity == CHECK
    assert after(KNOWN, ev.PersonLinked(person=13)).identity is None
    assert after(KNOWN, ev.PersonLinked(person=12, requester=Requester.AGENT)).identity is None
    with pytest.raises(errors.PartyDiffers):
        after(KNOWN, ev.PersonLinked(person=12, requester=Requester.AGENT), ev.IdentityChecked(check=CHECK))


def test_other_parties_need_another_check_and_a_stranger_his_power():
    assert after(KNOWN, RENAMED).identity is None
    renamed = after(DISCLOSED, RENAMED)
    assert (state(renamed, LAW), next_step(renamed, LAW)) == (State.ACKNOWLEDGED, Step.ASK_IDENTITY)
    assert ANSWER.letter in after(renamed, ev.IdentityChecked(check=CHECK), ANSWER).letters
    assert ANSWER.letter in after(DISCLOSED, STRANGER, ev.IdentityChecked(check=EMPOWERED), ANSWER).letters


def test_a_changed_decision_needs_its_approval_again():
    request = after(after(WITHHELD, ev.Approved(), by="tanaka"), decided("DISCLOSE", 1, Decision.WITHHELD))
    assert request.item(1).waits_for_approval


def test_the_only_person_of_an_office_approves_an_own_refusal_and_it_shows():
    request = after(WITHHELD, ev.Approved(lone=True))
    assert request.item(1).lone
    assert not after(WITHHELD, ev.Approved(), by="tanaka").item(1).lone


def test_a_letter_is_overtaken_by_a_later_decision_on_any_item_it_tells():
    wanted = {1: Decision.DISCLOSED, 2: Decision.DISCLOSED}
    request = led(arrived("DISCLOSE", "DISCLOSE"), Step.SEND_LETTER, wanted)
    request = after(request, ev.DecisionWithdrawn(item=2, reason="第三者の情報が含まれていた"))
    assert request.item(1).letter is None
    with pytest.raises(errors.LetterNotIssued):
        after(request, ev.LetterSent(letter=1))


def test_who_does_not_show_papers_is_told_and_closed_after_thirty_days():
    request = after(ASKED, *CLOSING)
    end = ev.Closed(outcome=Outcome.UNVERIFIED, reason="書類が届かない")
    with pytest.raises(errors.TooSoonToClose, match="2026-12-03"):
        after(request, end, days=31)
    with pytest.raises(errors.ClosingNotSent):
        after(ASKED, end, days=32)
    request = after(request, end, days=32)
    assert state(request, LAW) is State.CLOSED_UNVERIFIED
    assert next_step(request, LAW) is None
    request = after(request, ev.Reopened(reason="書類が届いた"), days=40)
    assert next_step(request, LAW) is Step.LINK_PERSON
    with pytest.raises(errors.PapersNotAsked):
        after(request, end, days=41)
    with pytest.raises(errors.ClosingNotSent):
        after(request, ev.Closed(outcome=Outcome.REFERRED, reason="受託"), days=41)


@pytest.mark.parametrize(
    ("end", "ended"),
    [
        (ev.Withdrawn(reason="電話で取下げ"), State.WITHDRAWN),
        (ev.Closed(outcome=Outcome.REFERRED, reason="受託データ"), State.REFERRED),
        (ev.Closed(outcome=Outcome.CONVERTED, reason="苦情", into="26-0009"), State.CONVERTED),
    ],
)
def test_the_side_exits(end: Detail, ended: State):
    request = after(KNOWN, *CLOSING, end)
    assert state(request, LAW) is ended
    assert next_step(after(request, ev.Note(text="了解")), LAW) is None
    assert state(after(request, ev.Reopened(reason="再開")), LAW) is state(KNOWN, LAW)


def test_no_letter_but_an_answer_tells_items():
    for wrong in (
        ev.LetterIssued(letter=2, template="acknowledgement", items=(1,)),
        ev.LetterIssued(letter=2, template="disclosure"),
    ):
        with pytest.raises(ValueError, match="an answer tells items"):
            after(DISCLOSED, wrong)


def test_items_are_of_kinds_the_law_has_and_have_their_own_numbers():
    with pytest.raises(ValueError, match="no kind"):
        arrived("GIFT")
    with pytest.raises(ValueError, match="same number"):
        after(KNOWN, ev.ItemsChanged(items=ONE * 2))


@pytest.mark.parametrize(("code", "decision"), EVERY_DECISION)
def test_events_are_read_back_as_they_were_written(code: str, decision: Decision):
    request = led(arrived(code), None, {1: decision})
    kept = [(event, event_text.read(event.kind.value, event_text.written(event.detail))) for event in request.events]
    assert all(event.detail == detail for event, detail in kept)
    assert fold(request.events) == request


def test_there_is_one_detail_for_each_kind_of_event():
    assert set(ev.DETAILS) == set(EventKind)
