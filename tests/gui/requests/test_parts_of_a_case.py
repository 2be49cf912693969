"""What is changed about a case beside its procedure: parties, notes, owner, a letter in place of another; one look."""

import pytest
from PySide6.QtCore import Qt

from privdesk.domain.decision import Decision
from privdesk.domain.law import Requester
from privdesk.domain.letter import LetterQuery, LetterState
from privdesk.domain.party import Party, PartyRole
from privdesk.operations import answers, letters, messages, steps
from tests.letters.pdf_reading import pages, solid
from tests.operations.lettering import issue
from tests.operations.looking import log
from tests.operations.requesting import asked, case, taken, verified

_MAIL = (
    "From: user001@example.jp\r\nSubject: Disclosure\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
    "私に関する個人情報の開示をお願いします。\r\n渡邉 由美子\r\n会員番号 A000001\r\n"
).encode()


@pytest.fixture
def opened(clerk, desk, person):
    """A case that waits for its decision."""
    id_ = verified(desk, *asked("DISCLOSE"), person=person)
    clerk.page.open_request(id_)
    clerk.settle()
    return id_


def test_the_parties_are_corrected_where_they_stand_and_it_can_be_taken_back(clerk, desk, background):
    agent = Party(PartyRole.REQUESTER, "佐々木 法子", phone="03-5550-0199")
    id_ = taken(desk, requester=Requester.AGENT, parties=(agent, Party(PartyRole.PERSON, "渡邉 由美子")))
    clerk.page.open_request(id_)
    clerk.settle()
    clerk.page.side.case.go("identity")
    clerk.click("changeParties")
    assert clerk.see("requesterPhone").text() == "03-5550-0199"
    clerk.type("requesterRelation", "Lawyer")
    clerk.click("recipientElsewhere")
    clerk.type("recipientName", "Sasaki Law Office")
    clerk.type("recipientAddress", "1-2-3 Naha")
    clerk.click("partiesDialogAccept")
    assert {party.role: party.name for party in clerk.case.parties} == {
        PartyRole.REQUESTER: "佐々木 法子",
        PartyRole.PERSON: "渡邉 由美子",
        PartyRole.RECIPIENT: "Sasaki Law Office",
    }
    assert clerk.case.party(PartyRole.REQUESTER).relation == "Lawyer"
    background.write(clerk.page, clerk.undo[-1])
    clerk.settle()
    assert clerk.case.parties == (agent, Party(PartyRole.PERSON, "渡邉 由美子"))


def test_a_link_to_the_customer_outlives_a_change_of_the_parties(clerk, desk, opened, person):
    clerk.more("parties")
    assert not clerk.shows("requesterRelation")
    clerk.type("requesterMail", "new@example.jp")
    clerk.click("partiesDialogAccept")
    assert clerk.case.party(PartyRole.REQUESTER).mail == "new@example.jp"
    assert clerk.case.person.id == person


def test_the_notes_are_written_above_the_history_and_can_be_taken_back(clerk, opened, background):
    clerk.page.side.case.go("timeline")
    clerk.click("changeNotes")
    clerk.type("caseNotes", "Call after five.")
    clerk.click("notesDialogAccept")
    assert clerk.case.notes == "Call after five."
    said = [part.text() for part in clerk.page.side.case.timeline.children() if hasattr(part, "text")]
    assert "Call after five." in said
    background.write(clerk.page, clerk.undo[-1])
    clerk.settle()
    assert clerk.case.notes == ""


def test_the_owner_is_changed_where_he_is_named(clerk, opened, background):
    owner = clerk.case.owner
    clerk.click("caseOwner")
    clerk.choose("owner", "")
    clerk.click("ownerDialogAccept")
    assert clerk.case.owner is None
    assert clerk.see("caseOwner").text() == "no owner"
    background.write(clerk.page, clerk.undo[-1])
    clerk.settle()
    assert clerk.case.owner == owner


def test_a_letter_that_was_sent_wrongly_is_replaced_by_one_that_names_it_and_stays(clerk, desk, opened):
    answers.decide(desk, opened, case(desk, opened).version, 1, Decision.DISCLOSED)
    issue(desk, opened, "disclosure")
    clerk.page.reload()
    clerk.settle()
    clerk.next_step()
    clerk.click("sendDialogAccept")
    (old,) = letters.page(desk, LetterQuery(request=opened)).rows
    before = letters.open_letter(desk, old.id)
    clerk.page.side.case.letters.read_wanted.emit(old)
    clerk.settle()
    clerk.click("letterInstead")
    clerk.click("issueLetter")
    new, again = letters.page(desk, LetterQuery(request=opened)).rows
    assert (again.replaced_by, again.state) == (new.number, LetterState.SENT)
    assert letters.open_letter(desk, old.id) == before
    assert old.number in solid("".join(pages(letters.open_letter(desk, new.id))))
    assert not clerk.page.side.letter.view.row.replaced_by
    clerk.click("letterBack")
    tab = clerk.page.side.case.letters
    assert tab.unsent.id == new.id
    names = [tab.model.data(tab.model.index(row, 1)) for row in range(2)]
    assert names == [
        f"Notice of disclosure (replaces {old.number})",
        f"Notice of disclosure (replaced by {new.number})",
    ]


def test_whole_numbers_are_printed_for_a_reason_once_they_may_be_disclosed(clerk, desk, opened):
    page = clerk.page.side.draft
    page.write("disclosure")
    clerk.settle()
    assert not page.whole.box.isEnabled()
    assert not page.whole.later.isHidden()
    answers.decide(desk, opened, case(desk, opened).version, 1, Decision.DISCLOSED)
    clerk.page.reload()
    clerk.settle()
    page.write("disclosure")
    clerk.settle()
    assert page.whole.box.isEnabled()
    assert page.whole.later.isHidden()
    page.whole.box.click()
    clerk.type("reason", "short")
    clerk.click("numbersDialogAccept")
    assert not page.whole.box.isChecked()
    clerk.type("reason", "refund to the account asked for")
    clerk.click("numbersDialogAccept")
    assert page.whole.box.isChecked()
    assert "letter.preview" in [act for act, _ in log(desk)][-1:]
    page.whole.box.click()
    clerk.settle()
    assert not page.whole.box.isChecked()


def test_a_step_of_the_clerk_is_no_new_look_at_the_customers_record(clerk, desk, opened, person):
    looks = log(desk).count(("person.open", f"person:{person}"))
    assert looks == 1
    for word in ("first", "second"):
        steps.note(desk, opened, clerk.case.version, word)
        clerk.page.reload()
        clerk.settle()
    clerk.choose("decision", Decision.DISCLOSED)
    clerk.click("recordDecision")
    assert log(desk).count(("person.open", f"person:{person}")) == looks


def test_a_mail_is_looked_at_once_from_the_inbox_to_the_request(clerk, desk, person):
    id_ = messages.take_mail(desk, _MAIL).value.id
    clerk.page.reload()
    clerk.page.open_message(id_)
    clerk.settle()
    assert clerk.see("startRequest").hasFocus()
    clerk.click("startRequest")
    assert "開示" in clerk.see("mailText").toPlainText()
    assert clerk.shows("mailBeside")
    assert not clerk.shows("requestLists")
    clerk.click("intakeTake")
    assert log(desk).count(("message.open", f"message:{id_}")) == 1
    # the list goes on to the new case, and the keyboard to its next step
    assert clerk.page.lists.tabs.name() == "new"
    assert [row.id for row in clerk.page.lists.table.selected()] == [clerk.case.id]
    assert clerk.see("caseStep").hasFocus()
    clerk.page.side.case.go("mails")
    for _ in range(2):
        clerk.page.side.case.mails.table.selectRow(0)
        clerk.press("caseMails", Qt.Key.Key_Return)
    assert log(desk).count(("message.open", f"message:{id_}")) == 1, "a look again is only counted"


def test_when_a_mail_is_put_aside_the_next_one_comes_in_front(clerk, desk):
    first, second = (messages.take_mail(desk, _MAIL + word).value.id for word in (b"1", b"2"))
    clerk.page.open_message(first)
    clerk.settle()
    clerk.click("noRequest")
    clerk.type("reason", "Sent twice")
    clerk.click("asideDialogAccept")
    clerk.qtbot.waitUntil(lambda: clerk.page.side.message.opened.row.id == second)
    clerk.settle()
    clerk.click("noRequest")
    clerk.type("reason", "Sent twice")
    clerk.click("asideDialogAccept")
    assert not clerk.shows("messageView")


def test_a_mail_that_joins_a_request_leads_to_it(clerk, desk):
    id_ = taken(desk)
    mail = messages.take_mail(desk, _MAIL).value.id
    clerk.page.open_message(mail)
    clerk.settle()
    clerk.click("joinRequest")
    clerk.click("joinDialogAccept")
    assert clerk.case.id == id_
    assert [row.id for row in clerk.page.lists.table.selected()] == [id_]
