"""What was half typed outlives the lock, for the user who typed it and nobody else; numbers do not."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from privdesk.domain.user import Role
from privdesk.gui.desk import DeskPage
from privdesk.gui.office.dialogs import ConflictDialog
from privdesk.operations import drafts, office
from privdesk.operations.desk import Desk
from privdesk.storage import opening, transaction, users
from tests.e2e.person import CTRL, KEY, Person
from tests.gui.filled import MAIL, PERSON, REQUEST, filled
from tests.office import NOW, OFFICE, TERMS
from tests.operations.looking import log_text

BANK = "0001-110-普通-9880133"


@pytest.fixture(scope="module")
def founded(tmp_path_factory):
    """The desk that all tests copy."""
    return filled(tmp_path_factory.mktemp("founded"))


@pytest.fixture
def person(qapp):
    """Who sits at the PC."""
    return Person(qapp)


class Sittings:
    """One desk that is unlocked and locked again, by whoever."""

    def __init__(self, founded, folder, state, person):
        self._founded, self._folder, self._state, self._person = founded, folder, state, person
        self._founded.copied(folder).vault.close()
        self.page = None

    def unlock(self, actor=None):
        """The window of a new sitting."""
        vault = opening.unlock_with_sheet(self._folder, self._founded.secret, terms=TERMS)
        user, given = actor or self._founded.manager, self._founded.given
        self.desk = Desk(vault, user, OFFICE, given, lambda: NOW, "test")
        self.page = DeskPage(self.desk, self._state)
        self.page.resize(1280, 800)
        self.page.show()
        self.page.activateWindow()
        self._person.settle()
        return self.page

    def lock(self):
        """As by Ctrl+L: no word is waited for."""
        closed = []
        self.page.close_desk(then=lambda: closed.append(True))
        self._person.wait_for(lambda: closed, "the desk stays open")
        self.page.deleteLater()
        self.page = None

    def colleague(self):
        """Somebody else who works here."""
        with transaction.writing(self.desk.vault.writer) as conn:
            new = {"login": "ito", "name": "伊藤 蓮", "role": Role.SUPPORT, "slot": "other", "language": "ja"}
            return users.add(conn, **new)


@pytest.fixture
def sittings(founded, tmp_path, state, theme, person):
    """A desk of the test's own."""
    made = Sittings(founded, tmp_path / "office.privdesk", state, person)
    yield made
    if made.page:
        made.lock()


def test_a_half_typed_request_is_there_after_the_lock(sittings, person):
    page = sittings.unlock()
    page.go("requests")
    person.press(KEY.Key_N, CTRL)
    person.type("requesterName", "佐々木 蓮")
    person.choose("item1Kind", "STOP")
    person.type("item1What", "案内状をやめてほしい")
    person.type("intakeNotes", "窓口で")
    sittings.lock()
    page = sittings.unlock()
    page.go("requests")
    person.press(KEY.Key_N, CTRL)
    assert person.text("requesterName") == "佐々木 蓮"
    assert page.requests.side.intake.value().items[0].what == "案内状をやめてほしい"
    assert person.see("intakeNotes").toPlainText() == "窓口で"
    assert "窓口" not in log_text(sittings.desk)


def test_nobody_else_sees_it(sittings, person):
    page = sittings.unlock()
    colleague = sittings.colleague()
    page.go("requests")
    person.press(KEY.Key_N, CTRL)
    person.type("requesterName", "佐々木 蓮")
    sittings.lock()
    page = sittings.unlock(colleague)
    page.go("requests")
    person.press(KEY.Key_N, CTRL)
    assert person.text("requesterName") == ""
    person.type("requesterName", "別の人")
    sittings.lock()
    page = sittings.unlock()
    page.go("requests")
    person.press(KEY.Key_N, CTRL)
    assert person.text("requesterName") == "佐々木 蓮"


def test_what_was_entered_or_thrown_away_does_not_come_back(sittings, person):
    page = sittings.unlock()
    page.go("requests")
    person.press(KEY.Key_N, CTRL)
    person.type("requesterName", "佐々木 蓮")
    page.requests.side.intake.draft.keep()
    person.settle()
    assert drafts.kept(sittings.desk, "request:new")
    person.choose("item1Kind", "DISCLOSE")
    person.click("intakeTake")
    assert drafts.kept(sittings.desk, "request:new") == {}
    person.press(KEY.Key_N, CTRL)
    assert person.text("requesterName") == ""
    person.type("requesterName", "山本")
    page.requests.side.intake.draft.keep()
    person.click("intakeDiscard")
    sittings.lock()
    page = sittings.unlock()
    assert drafts.kept(sittings.desk, "request:new") == {}


def test_a_mail_and_an_empty_form_have_each_their_own(sittings, person):
    page = sittings.unlock()
    page.go("requests")
    person.press(KEY.Key_N, CTRL)
    person.type("requesterName", "佐々木 蓮")
    page.open_message(MAIL)
    person.settle()
    person.click("startRequest")
    person.type("intakeNotes", "本人に電話した")
    sittings.lock()
    page = sittings.unlock()
    page.open_message(MAIL)
    person.settle()
    person.click("startRequest")
    assert person.see("intakeNotes").toPlainText() == "本人に電話した"
    person.click("intakeDiscard")
    person.press(KEY.Key_N, CTRL)
    assert person.text("requesterName") == "佐々木 蓮"


def test_the_reasons_of_a_decision_are_there_after_the_lock(sittings, person):
    page = sittings.unlock()
    page.open_request(REQUEST)
    person.settle()
    page.requests.side.case.go("answers")
    person.settle()
    form = page.requests.side.case.findChild(QComboBox, "decision")
    chosen = next(form.itemData(place) for place in range(form.count()) if form.itemData(place) == "withheld")
    person.choose("decision", chosen)
    facts = person.see("facts")
    assert isinstance(facts, QPlainTextEdit)
    facts.setPlainText("第三者の氏名が含まれるため")
    sittings.lock()
    page = sittings.unlock()
    page.open_request(REQUEST)
    person.settle()
    page.requests.side.case.go("answers")
    person.settle()
    assert person.see("facts").toPlainText() == "第三者の氏名が含まれるため"
    assert person.see("decision").currentData() == chosen


def open_notes(page, person):
    page.open_request(REQUEST)
    person.settle()
    page.requests.side.case.acts.act("notes")
    return person.see("caseNotes")


def test_half_written_notes_are_there_again_and_their_author_alone_sees_them(sittings, person):
    open_notes(sittings.unlock(), person)
    colleague = sittings.colleague()
    person.type("caseNotes", "午後に折り返す")
    sittings.lock()
    notes = open_notes(sittings.unlock(colleague), person)
    assert notes.toPlainText() == ""
    sittings.lock()
    page = sittings.unlock()
    notes = open_notes(page, person)
    person.settle()
    assert notes.toPlainText() == "午後に折り返す"
    person.click("notesDialogAccept")
    assert page.requests.side.case.work.case.notes == "午後に折り返す"
    assert drafts.kept(sittings.desk, f"request:{REQUEST}:notesDialog") == {}


def test_notes_thrown_away_stay_away(sittings, person):
    page = sittings.unlock()
    open_notes(page, person)
    person.type("caseNotes", "午後に折り返す")
    page.background.closing.emit()  # as when the lock begins
    person.settle()
    person.click("notesDialogCancel")
    assert open_notes(page, person).toPlainText() == ""


def test_half_written_notes_stand_below_what_a_colleague_wrote_meanwhile(sittings, person):
    open_notes(sittings.unlock(), person)
    colleague = sittings.colleague()
    person.type("caseNotes", "午後に折り返す")
    sittings.lock()
    open_notes(sittings.unlock(colleague), person)
    person.type("caseNotes", "本人は不在")
    person.click("notesDialogAccept")
    sittings.lock()
    notes = open_notes(sittings.unlock(), person)
    person.settle()
    assert notes.toPlainText() == "本人は不在\n\n午後に折り返す"


def test_a_half_written_reason_is_there_again(sittings, person):
    page = sittings.unlock()
    page.open_request(REQUEST)
    person.settle()
    page.requests.side.case.acts.act("withdraw")
    person.type("reason", "電話で取り下げの申し出")
    sittings.lock()
    page = sittings.unlock()
    page.open_request(REQUEST)
    person.settle()
    page.requests.side.case.acts.act("withdraw")
    person.settle()
    assert person.see("reason").toPlainText() == "電話で取り下げの申し出"


def test_a_customer_half_changed_is_told_of_after_the_lock(sittings, person):
    page = sittings.unlock()
    page.open_person(PERSON)
    person.settle()
    person.press(KEY.Key_F2)
    person.type("address", "東京都港区芝公園4-2-8")
    sittings.lock()
    page = sittings.unlock()
    page.open_person(PERSON)
    person.settle()
    person.click("draftContinue")
    assert person.text("address") == "東京都港区芝公園4-2-8"
    person.press(KEY.Key_S, CTRL)
    assert drafts.kept(sittings.desk, "person:1") == {}
    assert not person.shows("draftContinue")


def test_a_draft_meets_what_somebody_saved_meanwhile(sittings, person):
    page = sittings.unlock()
    page.open_person(PERSON)
    person.settle()
    person.press(KEY.Key_F2)
    person.type("address", "東京都港区芝公園4-2-8")
    sittings.lock()
    sittings.unlock()
    kept = drafts.kept(sittings.desk, "person:1")
    drafts.keep(sittings.desk, "person:1", {**kept, "version": "0"})
    sittings.page.open_person(PERSON)
    person.settle()
    person.click("draftContinue")
    person.press(KEY.Key_S, CTRL)
    assert person.shows("conflictDialog")
    person.click("conflictDialogAccept")
    assert drafts.kept(sittings.desk, "person:1") == {}


def test_no_number_is_in_a_draft(sittings, person):
    page = sittings.unlock()
    page.go("customers")
    person.press(KEY.Key_N, CTRL)
    person.type("name", "佐々木 蓮")
    editor = page.customers.bench.detail.editor
    editor.first._numbers.fields["bank"].editor.setText(BANK)
    editor.first.edited.emit()
    sittings.lock()
    sittings.unlock()
    kept = drafts.kept(sittings.desk, "person:new")
    assert kept["name"] == "佐々木 蓮"
    assert BANK not in str(kept)


def test_what_an_older_program_kept_does_no_harm(sittings, person):
    sittings.unlock()
    drafts.keep(sittings.desk, "request:new", {"channel": "pigeon"})
    page = sittings.page
    page.go("requests")
    person.press(KEY.Key_N, CTRL)
    assert person.text("requesterName") == ""
    assert drafts.kept(sittings.desk, "request:new") == {}


def test_it_is_kept_when_the_typing_rests(sittings, person):
    page = sittings.unlock()
    page.go("requests")
    person.press(KEY.Key_N, CTRL)
    draft = page.requests.side.intake.draft
    draft._pause.setInterval(30)
    person.type("requesterName", "佐々木 蓮")
    person.wait_for(lambda: drafts.kept(sittings.desk, "request:new"), "nothing was kept")


def open_section(page, person, name):
    page.open_list("office", name)
    person.settle()


def test_what_was_typed_of_the_office_is_there_after_the_lock_and_told_on_today(sittings, person):
    page = sittings.unlock()
    open_section(page, person, "profile")
    person.type("office_hours", "10時から16時")
    open_section(page, person, "fees")
    person.type("fee_DISCLOSE", "500")
    sittings.lock()
    page = sittings.unlock()
    page.go("today")
    person.settle()
    person.click("draft_office:profile")
    person.settle()
    assert person.text("office_hours") == "10時から16時"
    person.press(KEY.Key_S, CTRL)
    person.settle()
    assert office.current(sittings.desk).hours == "10時から16時"
    assert drafts.kept(sittings.desk, "office:profile") == {}
    open_section(page, person, "fees")
    assert person.text("fee_DISCLOSE") == "500"
    person.click("officeDiscard")
    person.settle()
    assert drafts.kept(sittings.desk, "office:fees") == {}
    page.go("today")
    person.settle()
    assert not person.shows("draftsBand")


def test_a_section_that_was_saved_meanwhile_meets_its_draft(sittings, person):
    page = sittings.unlock()
    open_section(page, person, "profile")
    person.type("office_hours", "10時から16時")
    sittings.lock()
    desk = sittings.unlock().desk
    office.save(desk, replace(office.current(desk), hours="9時から12時"))
    sittings.lock()
    page = sittings.unlock()
    open_section(page, person, "profile")
    assert person.text("office_hours") == "10時から16時"
    person.press(KEY.Key_S, CTRL)
    person.wait_for(lambda: page.findChild(ConflictDialog), "nothing tells of the other profile")
    assert office.current(sittings.desk).hours == "9時から12時"


@pytest.mark.parametrize(
    ("place", "came"),
    [
        ("request:new", lambda page: page.current() == "requests" and page.requests.side.intake.isVisible()),
        ("person:new", lambda page: page.customers.bench.detail.editing),
        (f"person:{PERSON}", lambda page: page.customers.bench.detail.person == PERSON),
        (f"request:{REQUEST}:notesDialog", lambda page: page.current() == "requests"),
        ("office:fees", lambda page: page.office.section.name == "fees"),
    ],
)
def test_each_draft_is_found_from_today(sittings, person, place, came):
    page = sittings.unlock()
    drafts.keep(page.desk, place, {"name": "山"})
    page.go("today")
    page.today.reload()
    person.settle()
    person.click(f"draft_{place}")
    person.settle()
    assert came(page)
