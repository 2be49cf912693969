"""Whole cases at the screen: from the mail to the letter, a refusal with four eyes, a correction side by side."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from privdesk.domain.case import Tab
from privdesk.domain.decision import Decision
from privdesk.domain.event import Proposed
from privdesk.domain.law import Medium
from privdesk.domain.letter import LetterQuery, LetterState
from privdesk.domain.procedure import State, Step
from privdesk.domain.user import Role
from privdesk.operations import answers, letters, messages, people, steps, users
from privdesk.storage import keys
from tests.letters.pdf_reading import pages, solid
from tests.operations.requesting import asked, case, joined, taken, verified

PASSWORD = "three herons on a quiet pond"  # noqa: S105  # of a made-up manager
_MAIL = (
    "From: user001@example.jp\r\nTo: privacy@example.jp\r\nSubject: =?utf-8?B?6ZaL56S6?=\r\n"
    "Date: Mon, 16 Nov 2026 10:05:00 +0900\r\nMessage-ID: <a1@example.jp>\r\n"
    "Content-Type: text/plain; charset=utf-8\r\n\r\n"
    "私に関する個人情報の開示をお願いします。\r\n\r\n渡邉 由美子\r\n会員番号 A000001\r\n"
)


def test_a_mail_becomes_a_disclosure_that_is_sent_and_closed(clerk, desk, person, tmp_path):
    take_in_the_mail(clerk, tmp_path / "mail.eml")
    assert (clerk.case.number, clerk.case.person.id) == ("R8-0001", person)
    assert clerk.case.next_step is Step.ASK_IDENTITY
    clerk.next_step()
    clerk.click("papersDialogAccept")
    assert clerk.case.next_step is Step.ACKNOWLEDGE
    clerk.next_step()
    clerk.click("issueLetter")
    clerk.click("letterSent")
    clerk.click("sendDialogAccept")
    clerk.click("letterBack")
    assert clerk.case.clocks.policy.paused_since

    show_identity(clerk)
    assert clerk.case.request.identity.facts == ("name", "birth")
    clerk.next_step()
    clerk.choose("decision", Decision.DISCLOSED)
    clerk.click("recordDecision")
    answer = issue_the_answer(clerk, desk)
    assert "渡邉由美子様" in answer
    send_by_registered_post(clerk)
    assert clerk.case.next_step is Step.CLOSE
    clerk.next_step()
    assert clerk.case.state is State.CLOSED
    assert letters.page(desk, LetterQuery()).rows[0].state is LetterState.SENT
    assert not messages.inbox(desk)


def take_in_the_mail(clerk, file):
    file.write_bytes(_MAIL.encode())
    clerk.page.mails.take([file])
    clerk.settle()
    clerk.click("startRequest")
    assert "A000001" in clerk.see("intakePersonSearch").text()
    clerk.click("intakeTake")


def show_identity(clerk):
    """A call-back suffices after all: it says what is missing until two facts match."""
    clerk.next_step()
    assert (clerk.see("checkChannel").currentData(), clerk.see("checkMethod").currentData()) == ("post", "copies")
    assert (clerk.see("paper0Kind").currentData(), clerk.see("paper0Seen").currentData()) == ("licence", "copy")
    clerk.choose("checkChannel", "mail")
    clerk.choose("checkMethod", "callback")
    assert not clerk.see("recordCheck").isEnabled()
    clerk.click("fact_name")
    clerk.click("fact_birth")
    clerk.type("checkReference", "03-5550-0100 14:20")
    clerk.click("recordCheck")
    assert clerk.page.focusWidget() is clerk.see("caseStep")
    assert clerk.page.lists.tabs.name() == Tab.WORKING


def issue_the_answer(clerk, desk):
    clerk.next_step()
    clerk.click("issueLetter")
    row = letters.page(desk, LetterQuery()).rows[0]
    printed = solid("".join(pages(letters.open_letter(desk, row.id))))
    assert row.number in printed
    return printed


def send_by_registered_post(clerk):
    clerk.click("letterBack")
    clerk.next_step()
    clerk.choose("service", "simplified_registered")
    clerk.type("tracking", "123-45-67890-1")
    clerk.press("tracking", Qt.Key.Key_Return)


def test_a_refusal_needs_a_second_manager_beside_the_clerk(clerk, desk, person):
    users.add(desk, "mori", "森 明子", PASSWORD, cost=keys.FLOOR)
    id_ = verified(desk, *asked("DISCLOSE"), person=person)
    clerk.page.open_request(id_)
    clerk.settle()
    clerk.choose("decision", Decision.WITHHELD)
    clerk.click("recordDecision")
    assert [type(error).__name__ for error in clerk.wrong] == ["GroundMissing"]
    clerk.wrong.clear()
    clerk.choose("ground", "33-2-2")
    assert "著しい支障" in clerk.see("facts").toPlainText()
    clerk.type("facts", "The same request came 12 times since April 2026.")
    clerk.click("recordDecision")
    assert clerk.case.next_step is Step.ASK_APPROVAL

    clerk.next_step()
    clerk.click("approvalNow")
    clerk.click("approvalDialogAccept")
    clerk.type("approverLogin", "mori")
    clerk.type("approverPassword", "not the password")
    clerk.click("approverAccept")
    assert clerk.shows("approver")
    clerk.type("approverPassword", PASSWORD)
    clerk.click("approverAccept")
    assert not clerk.shows("approver")
    assert clerk.case.items[0].item.approved_by == "mori"
    assert clerk.case.next_step is Step.ISSUE_LETTER


def test_the_only_person_of_an_office_is_asked_before_approving_an_own_refusal(clerk, desk, person):
    id_ = verified(desk, *asked("DISCLOSE"), person=person)
    clerk.page.open_request(id_)
    clerk.settle()
    clerk.choose("decision", Decision.NOT_HELD)
    assert clerk.see("facts").toPlainText()
    clerk.click("recordDecision")
    clerk.next_step()
    clerk.click("approvalDialogAccept")
    assert clerk.case.state is State.AWAITING_APPROVAL
    clerk.next_step()
    assert clerk.case.items[0].item.approved_by is None
    clerk.click("loneApprovalAccept")
    assert clerk.case.items[0].item.lone


def test_a_correction_shows_both_values_before_it_is_carried_out_and_can_be_taken_back(clerk, desk, person):
    moved = asked("CORRECT", what="住所", reason="転居", proposed=(Proposed(field="address", value="那覇市泉崎1-2-3"),))
    id_ = verified(desk, *moved, person=person)
    clerk.page.open_request(id_)
    clerk.settle()
    clerk.choose("decision", Decision.CORRECTED)
    clerk.click("recordDecision")
    clerk.next_step()
    seen = [part.text() for part in clerk.see("sideBySide1").children() if hasattr(part, "text")]
    assert "東京都千代田区丸の内3丁目18番18号" in seen
    assert "那覇市泉崎1-2-3" in seen
    assert people.open_person(desk, person).person.address.text == "東京都千代田区丸の内3丁目18番18号"
    clerk.click("execute1")
    assert people.open_person(desk, person).person.address.text == "那覇市泉崎1-2-3"
    clerk.click("undoExecution1")
    clerk.type("reason", "Typed for somebody else")
    clerk.click("undoExecutionDialogAccept")
    assert people.open_person(desk, person).person.address.text == "東京都千代田区丸の内3丁目18番18号"


def test_a_manager_sees_what_he_approves_before_he_does(clerk, desk, person):
    clerk_desk = joined(desk, "tanaka", Role.SUPPORT)
    id_ = verified(desk, *asked("DISCLOSE"), person=person)
    facts = "The same request came 12 times."
    answers.decide(clerk_desk, id_, case(desk, id_).version, 1, Decision.WITHHELD, ground="33-2-2", facts=facts)
    answers.ask_approval(clerk_desk, id_, case(desk, id_).version)
    clerk.page.open_request(id_)
    clerk.settle()
    clerk.next_step()
    assert clerk.case.items[0].item.approved_by is None
    shown = " ".join(label.text() for label in clerk.see("approveDecisions").findChildren(QLabel))
    assert facts in shown
    assert "33" in shown
    clerk.click("approveRead_refusal")
    assert clerk.shows("draftPage")
    clerk.click("draftBack")
    clerk.next_step()
    clerk.click("approveSendBack")
    assert clerk.shows("sendBackDialog")
    clerk.click("sendBackDialogCancel")
    clerk.next_step()
    clerk.click("approveDialogAccept")
    assert clerk.case.items[0].item.approved_by == desk.actor.login


def test_only_the_uses_that_are_ticked_are_stopped(clerk, desk, person):
    id_ = verified(desk, *asked("STOP", purposes=("news", "notices")), person=person)
    clerk.page.open_request(id_)
    clerk.settle()
    clerk.choose("decision", Decision.SUSPENDED)
    clerk.click("recordDecision")
    clerk.next_step()
    for code in ("news", "notices"):
        assert clerk.see(f"stop1_{code}").isChecked()
        clerk.click(f"stop1_{code}")
    assert not clerk.see("execute1").isEnabled()
    clerk.click("stop1_news")
    clerk.click("execute1")
    done = case(desk, id_).items[0].item.executed
    assert done.purposes == ("news",)
    assert clerk.see("caseStep").hasFocus()


def test_a_request_is_taken_in_by_hand_with_several_items_and_its_customer_searched(clerk, desk, person):
    clerk.page.commands()["new"]()
    clerk.type("intakePersonSearch", "A0000")
    clerk.press("intakePersonSearch", Qt.Key.Key_Return)
    clerk.choose("item1Kind", "STOP5")
    clerk.click("item1_news")
    clerk.type("item1Reason", "No longer wanted")
    clerk.click("intakeItemsAdd")
    clerk.choose("item2Kind", "CORRECT")
    clerk.choose("item2Proposed0Field", "birth")
    clerk.type("item2Proposed0Value", "1975-03-15")
    clerk.click("intakeTake")
    first, second = (found.item for found in clerk.case.items)
    assert clerk.case.person.id == person
    assert (first.kind, first.purposes, first.reason) == ("STOP5", ("news",), "No longer wanted")
    assert (second.kind, second.proposed) == ("CORRECT", (Proposed(field="birth", value="1975-03-15"),))


def test_how_the_answer_is_wanted_is_asked_where_the_law_lets_the_requester_choose(clerk, desk, person):
    clerk.page.commands()["new"]()
    clerk.settle()
    clerk.choose("item1Kind", "CORRECT")
    assert not clerk.shows("item1Medium")
    clerk.choose("item1Kind", "DISCLOSE")
    clerk.choose("item1Medium", "electronic")
    clerk.click("intakeTake")
    (found,) = clerk.case.items
    assert found.item.medium is Medium.ELECTRONIC
    matrix = clerk.see("answerMatrix")
    assert "As an electronic record" in matrix.model().index(0, 2).data()


def test_what_is_wrong_in_a_new_request_is_said_and_nothing_is_lost(clerk, desk):
    clerk.page.commands()["new"]()
    clerk.type("requesterName", "Somebody")
    clerk.click("intakeTake")
    assert clerk.shows("intake")
    assert clerk.see("requesterName").text() == "Somebody"
    id_ = taken(desk)
    clerk.page.open_request(id_)
    clerk.settle()
    clerk.page.commands()["new"]()
    assert clerk.see("requesterName").text() == "Somebody"


def test_a_step_of_somebody_else_is_never_overwritten(clerk, desk, person):
    id_ = verified(desk, *asked("DISCLOSE"), person=person)
    clerk.page.open_request(id_)
    clerk.settle()
    steps.note(desk, id_, clerk.case.version, "Called back.")
    clerk.choose("decision", Decision.DISCLOSED)
    clerk.click("recordDecision")
    assert [type(error).__name__ for error in clerk.wrong] == ["StaleSave"]
    clerk.wrong.clear()
    assert case(desk, id_).items[0].item.decision is None
    assert clerk.see("decision").currentData() == Decision.DISCLOSED
    clerk.click("recordDecision")
    assert case(desk, id_).items[0].item.decision is Decision.DISCLOSED
