"""Decisions and approvals at a real desk: no way around identity, grounds and the second person."""

from dataclasses import replace
from datetime import date

import pytest

from privdesk.domain import errors
from privdesk.domain import event as ev
from privdesk.domain.decision import Decision
from privdesk.domain.event import EventKind, Proposed
from privdesk.domain.procedure import State, Step
from privdesk.domain.user import Role
from privdesk.operations import answers, requests, steps
from privdesk.operations.desk import Desk
from tests.operations.looking import log, log_text
from tests.operations.requesting import asked, case, joined, taken, told, verified, yumiko

FACTS = "第三者の氏名と病歴が含まれているため。"
REFUSED = {"ground": "33-2-1", "facts": FACTS}


def decide(desk: Desk, id_: int, decision: Decision, item: int = 1, **more: object):
    return answers.decide(desk, id_, case(desk, id_).version, item, decision, **more)


def waiting(desk: Desk) -> int:
    """A refusal that waits for approval."""
    id_ = verified(desk)
    decide(desk, id_, Decision.WITHHELD, **REFUSED)
    answers.ask_approval(desk, id_, case(desk, id_).version)
    return id_


@pytest.mark.parametrize(
    ("kind", "decision", "more", "error"),
    [
        ("DISCLOSE", Decision.CORRECTED, {}, errors.DecisionImpossible),
        ("DISCLOSE", Decision.WITHHELD, {"facts": FACTS}, errors.GroundMissing),
        ("DISCLOSE", Decision.WITHHELD, {"ground": "35-2-none", "facts": FACTS}, errors.GroundMissing),
        ("DISCLOSE", Decision.WITHHELD, {"ground": "33-2-1", "facts": "  "}, errors.FactsMissing),
        ("DISCLOSE", Decision.NOT_HELD, {}, errors.FactsMissing),
        ("STOP", Decision.KEPT_UNTIL, {"facts": FACTS, "rule": "tax"}, errors.KeepDateMissing),
        ("STOP", Decision.KEPT_UNTIL, {"facts": FACTS, "until": date(2033, 5, 31)}, errors.KeepDateMissing),
        ("STOP", Decision.ERASED, {}, errors.ErasureNotYet),
        ("STOP5", Decision.ERASED, {}, errors.ErasureNotYet),
        ("CORRECT", Decision.CORRECTED, {}, errors.ProposalMissing),
        ("CORRECT", Decision.DELETED, {}, errors.ProposalMissing),
        ("STOP3P", Decision.SUSPENDED, {}, errors.DecisionImpossible),
    ],
)
def test_a_decision_needs_what_the_law_asks(desk: Desk, kind: str, decision: Decision, more: dict, error: type):
    id_ = verified(desk, *asked(kind))
    before = case(desk, id_).request
    with pytest.raises(error) as caught:
        decide(desk, id_, decision, **more)
    assert "{" not in str(caught.value)
    assert case(desk, id_).request == before


def test_nothing_is_decided_about_a_stranger(desk: Desk):
    id_ = taken(desk, person=yumiko(desk))
    with pytest.raises(errors.IdentityMissing):
        decide(desk, id_, Decision.DISCLOSED)
    with pytest.raises(errors.IdentityMissing):
        decide(desk, id_, Decision.NOT_HELD, facts="検索したが該当なし")
    with pytest.raises(errors.ItemGone):
        decide(desk, id_, Decision.DISCLOSED, item=7)


def test_a_decision_is_recorded_and_taken_back(desk: Desk):
    id_ = verified(desk)
    done = decide(desk, id_, Decision.WITHHELD, **REFUSED)
    assert log(desk)[-1] == ("request.decide", f"request:{id_}")
    assert FACTS not in log_text(desk)
    (found,) = case(desk, id_).items
    assert (found.item.decision, found.item.ground, found.item.facts) == (Decision.WITHHELD, "33-2-1", FACTS)
    assert found.item.decided_by == "sato"
    done.undo(desk)
    assert case(desk, id_).items[0].item.decision is None
    assert case(desk, id_).timeline[-1].event.detail.reason == "操作の取消し"
    with pytest.raises(errors.StaleSave):
        done.undo(desk)
    with pytest.raises(errors.ItemOpen):
        answers.withdraw_decision(desk, id_, case(desk, id_).version, 1, "誤り")


def test_a_case_offers_the_laws_decisions_except_what_cannot_be_done_yet(desk: Desk):
    id_ = verified(desk, *asked("STOP", "DISCLOSE"))
    stop, disclose = case(desk, id_).items
    assert Decision.ERASED in stop.kind.decisions
    assert Decision.ERASED not in stop.decisions
    assert {Decision.SUSPENDED, Decision.KEPT_UNTIL, Decision.NOT_SUSPENDED} <= set(stop.decisions)
    assert list(disclose.grounds) == ["33-2-1", "33-2-2", "33-2-3", "33-4"]


def test_a_refusal_waits_for_another_manager(desk: Desk):
    second = joined(desk, "mori", Role.MANAGER)
    id_ = waiting(desk)
    now = case(desk, id_)
    assert (now.state, now.next_step) == (State.AWAITING_APPROVAL, Step.APPROVE)
    with pytest.raises(errors.AlreadyDone):
        answers.ask_approval(desk, id_, now.version)
    with pytest.raises(errors.OwnApproval):
        answers.approve(desk, id_, now.version)
    with pytest.raises(errors.ApprovalMissing):
        told(desk, id_)
    answers.approve(second, id_, now.version)
    assert log(desk)[-1] == ("request.approve", f"request:{id_}")
    (found,) = case(desk, id_).items
    assert (found.item.decided_by, found.item.approved_by, found.item.lone) == ("sato", "mori", False)
    assert case(desk, id_).next_step is Step.ISSUE_LETTER
    with pytest.raises(errors.ApprovalNotDue):
        answers.approve(second, id_, case(desk, id_).version)


def test_a_manager_beside_the_clerk_approves_in_his_dialog(desk: Desk):
    clerk = joined(desk, "tanaka", Role.SUPPORT)
    id_ = verified(desk)
    decide(clerk, id_, Decision.WITHHELD, **REFUSED)
    version = case(desk, id_).version
    with pytest.raises(errors.NotAllowed):
        answers.approve(clerk, id_, version)
    for nobody in (clerk.actor, replace(desk.actor, role=Role.AUDITOR), replace(desk.actor, active=False)):
        with pytest.raises(errors.NotAllowed):
            answers.approve(clerk.with_approver(nobody), id_, version)
    answers.approve(clerk.with_approver(desk.actor), id_, version)
    assert case(desk, id_).items[0].item.approved_by == "sato"
    assert case(desk, id_).timeline[-1].user == "佐藤 恵"
    assert log(desk)[-1] == ("request.cosign", f"request:{id_}")


def test_the_drafter_beside_a_colleague_is_still_the_drafter(desk: Desk):
    second = joined(desk, "mori", Role.MANAGER)
    id_ = waiting(desk)
    with pytest.raises(errors.OwnApproval):
        answers.approve(second.with_approver(desk.actor), id_, case(desk, id_).version)


def test_an_office_of_one_approves_its_own_refusal_and_shows_it(desk: Desk):
    id_ = waiting(desk)
    answers.approve(desk, id_, case(desk, id_).version)
    assert case(desk, id_).items[0].item.lone
    assert case(desk, id_).timeline[-1].event.detail.lone
    assert '"lone":true' in log_text(desk)


def test_who_has_left_does_not_count_as_a_second_person(desk: Desk):
    gone = joined(desk, "mori", Role.MANAGER)
    id_ = waiting(desk)
    with pytest.raises(errors.OwnApproval):
        answers.approve(desk, id_, case(desk, id_).version)
    with desk.vault.writer.begin() as conn:
        conn.exec_driver_sql("UPDATE user SET active = 0 WHERE id = ?", (gone.actor.id,))
    answers.approve(desk, id_, case(desk, id_).version)
    assert case(desk, id_).items[0].item.lone


def test_what_is_sent_back_is_decided_anew(desk: Desk):
    second = joined(desk, "mori", Role.MANAGER)
    id_ = waiting(desk)
    with pytest.raises(errors.ReasonNeeded):
        answers.send_back(second, id_, case(desk, id_).version, "")
    with pytest.raises(errors.NotAllowed):
        answers.send_back(joined(desk, "tanaka", Role.SUPPORT), id_, case(desk, id_).version, "理由不足")
    answers.send_back(second, id_, case(desk, id_).version, "事実の記載が足りない")
    assert (case(desk, id_).state, case(desk, id_).next_step) == (State.DECIDING, Step.ASK_APPROVAL)
    decide(desk, id_, Decision.DISCLOSED)
    assert case(desk, id_).next_step is Step.ISSUE_LETTER


def test_a_changed_decision_needs_its_own_approval(desk: Desk):
    second = joined(desk, "mori", Role.MANAGER)
    id_ = waiting(desk)
    answers.approve(second, id_, case(desk, id_).version)
    decide(desk, id_, Decision.WITHHELD, ground="33-2-2", facts="同一の請求が繰り返されている。")
    assert case(desk, id_).next_step is Step.ASK_APPROVAL


def test_the_rest_is_disclosed_while_a_part_is_refused(desk: Desk):
    second = joined(desk, "mori", Role.MANAGER)
    id_ = verified(desk, *asked("DISCLOSE", "TPREC"))
    decide(desk, id_, Decision.DISCLOSED)
    decide(desk, id_, Decision.NOT_HELD, 2, facts="提供記録簿を氏名と会員番号で検索した。")
    answers.approve(second, id_, case(desk, id_).version)
    told(desk, id_)
    requests.enter(desk, id_, case(desk, id_).version, ev.Closed())
    now = case(desk, id_)
    assert now.state is State.CLOSED
    # a suit is possible from the day on which the letter with the refusal left
    assert now.clocks.lawsuit
    assert now.clocks.lawsuit.due == date(2026, 11, 22)


def test_an_auditor_decides_nothing(desk: Desk, auditor: Desk):
    id_ = verified(desk)
    version = case(desk, id_).version
    for forbidden in (
        lambda: answers.decide(auditor, id_, version, 1, Decision.DISCLOSED),
        lambda: answers.withdraw_decision(auditor, id_, version, 1, "x"),
        lambda: answers.ask_approval(auditor, id_, version),
        lambda: answers.approve(auditor, id_, version),
    ):
        with pytest.raises(errors.NotAllowed):
            forbidden()
    assert EventKind.DECIDED not in [entry.event.kind for entry in case(desk, id_).timeline]


def test_a_proposal_may_come_before_the_decision_only(desk: Desk):
    item = asked("CORRECT", proposed=(Proposed(field="address", value="大阪市北区1-1"),))
    id_ = verified(desk, *item)
    decide(desk, id_, Decision.CORRECTED)
    with pytest.raises(errors.ItemDecided):
        steps.change_items(desk, id_, case(desk, id_).version, asked("CORRECT"))
