"""Every question of a case opens in both languages, says what it is about, and goes away with Escape."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from privdesk.domain.decision import Decision
from privdesk.domain.letter import LetterQuery
from privdesk.domain.text import visible
from privdesk.gui.posting import ReturnedDialog, SendDialog
from privdesk.gui.requests.approval import ApprovalDialog, ask_beside, ask_lone
from privdesk.gui.requests.dialogs import CloseDialog, ExtendDialog, OwnerDialog, WaitDialog
from privdesk.gui.requests.finder import PersonDialog
from privdesk.gui.requests.identity import PapersDialog
from privdesk.gui.requests.items import ItemsDialog
from privdesk.gui.requests.join import JoinDialog
from privdesk.operations import answers, desks, letters, messages
from tests.operations.lettering import issue
from tests.operations.requesting import asked, case, verified

_MAIL = b"From: user001@example.jp\r\nSubject: R8-0001\r\nContent-Type: text/plain\r\n\r\nPlease disclose my data.\r\n"


@pytest.fixture
def work(clerk, desk, person):
    """A case with a letter and a refusal that waits."""
    id_ = verified(desk, *asked("DISCLOSE", "DISCLOSE"), person=person)
    answers.decide(desk, id_, case(desk, id_).version, 1, Decision.DISCLOSED)
    issue(desk, id_, "disclosure")
    answers.decide(desk, id_, case(desk, id_).version, 2, Decision.WITHHELD, ground="33-2-1", facts="F")
    clerk.page.open_request(id_)
    clerk.settle()
    return clerk.page.side.case.work


def row_of(work):
    return letters.page(work.desk, LetterQuery()).rows[0]


def join(work):
    taken = messages.take_mail(work.desk, _MAIL).value.id
    return JoinDialog(work.background, work.desk, work.host, messages.open_message(work.desk, taken))


BUILT = {
    "pause": lambda work: WaitDialog(work, work.host, ends=False),
    "resume": lambda work: WaitDialog(work, work.host, ends=True),
    "extend": lambda work: ExtendDialog(work, work.host),
    "owner": lambda work: OwnerDialog(work, work.host, desks.everybody(work.desk)),
    "close": lambda work: CloseDialog(work, work.host),
    "person": lambda work: PersonDialog(work, work.host),
    "items": lambda work: ItemsDialog(work, work.host),
    "papers": lambda work: PapersDialog(work, work.host),
    "approval": lambda work: ApprovalDialog(work, work.host),
    "send": lambda work: SendDialog(work.background, work.host, row_of(work), work.desk.today),
    "returned": lambda work: ReturnedDialog(work.background, work.host, row_of(work), work.desk.today),
    "join": join,
}
ASKED = ("note", "withdraw", "reopen", "fail_identity", "send_back")


def closed_by_escape(clerk):
    (dialog,) = [part for part in clerk.page.findChildren(QDialog) if part.isVisible()]
    assert dialog.windowTitle().strip()
    assert visible(dialog.windowTitle()) == dialog.windowTitle()
    clerk.qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    clerk.settle()
    assert not [part for part in clerk.page.findChildren(QDialog) if part.isVisible()]


def test_a_disclosure_goes_as_it_says_or_the_clerk_is_told(clerk, work):
    row = row_of(work)
    SendDialog(work.background, work.host, replace(row, template="acknowledgement"), work.desk.today).open()
    assert clerk.see("service").currentData() == "post"
    clerk.click("sendDialogCancel")
    SendDialog(work.background, work.host, row, work.desk.today).open()
    assert clerk.see("service").currentData() == "simplified_registered"
    clerk.choose("service", "post")
    assert "simplified registered post" in clerk.see("service").accessibleDescription()
    clerk.choose("service", "simplified_registered")
    assert not clerk.see("service").accessibleDescription()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_dialog_opens_in_both_languages_and_goes_with_escape(clerk, work, translation, assert_named, language):
    translation.choose(language)
    for build in BUILT.values():
        dialog = build(work)
        dialog.open()
        clerk.settle()
        assert_named(dialog)
        closed_by_escape(clerk)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_question_for_a_reason_opens_in_both_languages(clerk, work, translation, language):
    translation.choose(language)
    reasons = clerk.page.side.case.acts.reasons
    questions = [getattr(reasons, name) for name in ASKED]
    questions += [lambda: reasons.take_back(1), lambda: reasons.undo_execution(1), lambda: reasons.set_aside(1, 1)]
    questions += [lambda: ask_beside(work), lambda: ask_lone(work)]
    for ask in questions:
        ask()
        clerk.settle()
        closed_by_escape(clerk)


def test_a_question_says_what_is_against_it_and_stays(clerk, work):
    version = clerk.case.version
    clerk.more("extend")
    clerk.type("extendUntil", "2026-11-01")
    clerk.type("extendReason", "More time")
    clerk.click("extendDialogAccept")
    assert clerk.shows("extendDialog")
    clerk.type("extendUntil", "2026-12-10")
    clerk.click("extendDialogAccept")
    assert not clerk.shows("extendDialog")
    assert clerk.case.version > version
    assert clerk.case.clocks.policy.due.isoformat() == "2026-12-10"


def test_a_reason_must_be_given(clerk, work):
    clerk.more("withdraw")
    clerk.click("withdrawDialogAccept")
    assert clerk.shows("withdrawDialog")
    clerk.type("reason", "By telephone")
    clerk.click("withdrawDialogAccept")
    assert clerk.case.request.ending is not None


def test_the_deadline_stands_while_the_office_waits_and_runs_again(clerk, work):
    clerk.more("pause")
    clerk.choose("wait", "details")
    clerk.click("pauseDialogAccept")
    assert clerk.case.clocks.policy.paused_since
    clerk.more("resume")
    assert clerk.offers("wait") == ["details"]
    clerk.click("resumeDialogAccept")
    assert clerk.case.clocks.policy.paused_since is None
