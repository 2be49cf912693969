"""The lists, the inbox and the clocks of the place of the requests."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from privdesk.domain import event as ev
from privdesk.domain.case import RequestQuery, Tab
from privdesk.domain.decision import Decision
from privdesk.domain.message import MessageState
from privdesk.gui.requests.screen import RequestsPage
from privdesk.gui.requests.tabs import ALL, INBOX, TABS
from privdesk.operations import identity, messages
from tests.operations.looking import log
from tests.operations.requesting import ARRIVED, asked, case, step, taken, verified

_MAIL = (
    "From: =?utf-8?B?5rih6YKJ?= <user001@example.jp>\r\nSubject: <b>R8-0001</b>\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n'
    "個人情報の開示をお願いします。\r\n--x\r\nContent-Type: application/pdf\r\n"
    'Content-Disposition: attachment; filename="../id.pdf"\r\n\r\n%PDF-1.4\r\n--x--\r\n'
).encode()


@pytest.fixture
def mail(desk) -> int:
    """A mail that waits."""
    return messages.take_mail(desk, _MAIL, "a.eml").value.id


def test_the_tabs_count_and_the_list_says_the_next_step_uncut(clerk, desk, person):
    first = verified(desk, person=person)
    waiting = taken(desk, person=person)
    identity.ask_papers(desk, waiting, 2, ("licence",))
    step(desk, waiting, ev.Acknowledged())
    clerk.page.reload()
    clerk.settle()
    lists = clerk.page.lists
    lists.tabs.go(Tab.WAITING.value)
    clerk.settle()
    (row,) = lists.model.rows
    assert row.paused
    texts = [lists.tabs.tabText(place) for place in range(lists.tabs.count())]
    assert [text for text in texts if text.endswith("  1")] == ["Waiting for papers  1", "In work  1"]
    place = next(n for n, column in enumerate(lists.model.columns) if column.name == "state")
    law = desk.law_on(desk.today)
    needed = max(lists.table.fontMetrics().horizontalAdvance(word.en) for word in law.words["step"].values())
    assert lists.table.columnWidth(place) >= needed + 16
    assert first != row.id


def test_a_case_opened_from_elsewhere_stands_in_the_list_in_front(clerk, desk, person):
    working, new = verified(desk, person=person), taken(desk, person=person)
    lists = clerk.page.lists
    clerk.page.show_query(RequestQuery(tab=Tab.WORKING))
    clerk.settle()
    clerk.page.open_request(new)
    clerk.settle()
    assert (lists.tabs.name(), [row.id for row in lists.table.selected()]) == (Tab.NEW, [new])
    clerk.page.show_query(RequestQuery())
    clerk.settle()
    clerk.page.open_request(working)
    clerk.settle()
    assert (lists.tabs.name(), [row.id for row in lists.table.selected()]) == (ALL, [working])


def test_the_tab_that_the_user_chose_comes_again_in_the_next_sitting(clerk, desk, person, state, background, qtbot):
    verified(desk, person=person)
    tabs = clerk.page.lists.tabs
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(list(TABS).index(Tab.DONE)).center())
    clerk.page.show_query(RequestQuery(tab=Tab.WORKING))
    again = RequestsPage(background, desk, state)
    qtbot.addWidget(again)
    again.come_forward()
    clerk.settle()
    assert (tabs.name(), again.lists.tabs.name()) == (Tab.WORKING, Tab.DONE)


def test_a_row_opens_its_case_and_the_list_follows_it_when_its_state_changes(clerk, desk, person):
    id_ = verified(desk, person=person)
    clerk.page.show_query(RequestQuery(tab=Tab.WORKING))
    clerk.settle()
    clerk.press("requestTable", Qt.Key.Key_Return)
    clerk.settle()
    assert clerk.case.id == id_
    clerk.click("caseStep")
    clerk.choose("decision", Decision.DISCLOSED)
    clerk.click("recordDecision")
    clerk.more("withdraw")
    clerk.type("reason", "By telephone")
    clerk.click("withdrawDialogAccept")
    lists = clerk.page.lists
    clerk.qtbot.waitUntil(lambda: [row.id for row in lists.table.selected()] == [id_])
    assert lists.tabs.name() == Tab.DONE
    assert clerk.shows("caseHead")
    assert clerk.case.id == id_


def test_the_search_narrows_the_list_and_its_counts(clerk, desk, person):
    taken(desk, person=person)
    other = taken(desk)
    clerk.page.show_query(RequestQuery(tab=Tab.NEW))
    clerk.settle()
    assert len(clerk.page.lists.model.rows) == 2
    clerk.page.commands()["find"]()
    clerk.page.lists.search._rest.setInterval(1)
    with clerk.qtbot.waitSignal(clerk.page.lists.search.settled):
        clerk.type("requestSearch", case(desk, other).number)
    clerk.settle()
    assert [row.id for row in clerk.page.lists.model.rows] == [other]
    assert ("people.search", "requests") in log(desk)


def test_the_list_reads_on_by_key(clerk, desk):
    for _ in range(105):
        taken(desk)
    clerk.page.show_query(RequestQuery(tab=Tab.NEW))
    clerk.page.reload()
    clerk.settle()
    model = clerk.page.lists.model
    assert len(model.rows) == 100
    clerk.see("requestTable").scrollToBottom()
    clerk.settle()
    assert len({row.id for row in model.rows}) == 105


def test_mail_files_that_are_dropped_wait_in_the_inbox(clerk, desk, tmp_path):
    file = tmp_path / "a.eml"
    file.write_bytes(_MAIL)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    where = (QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(clerk.page, QDragEnterEvent(*where))
    QApplication.sendEvent(clerk.page, QDropEvent(*where))
    clerk.settle()
    (row,) = messages.inbox(desk)
    assert row.kinds == ("DISCLOSE",)
    assert clerk.page.lists.tabs.name() == INBOX
    assert clerk.shows("messageView")


def test_a_file_that_is_no_mail_is_said(clerk, desk, tmp_path):
    clerk.page.mails.take([tmp_path / "gone.eml"])
    clerk.settle()
    assert [type(error).__name__ for error in clerk.wrong] == ["FileUnreadable"]
    clerk.wrong.clear()


def test_a_mail_shows_as_plain_text_with_its_reasons_and_is_saved_only_by_choice(clerk, mail, person, tmp_path):
    clerk.page.open_message(mail)
    clerk.settle()
    view = clerk.page.side.message
    assert "個人情報の開示" in clerk.see("mailText").toPlainText()
    said = [part.text() for part in view.findChildren(object) if hasattr(part, "text") and callable(part.text)]
    assert any("<b>R8-0001</b>" in text for text in said)
    assert any("because the text says" in text and "開示" in text for text in said)
    assert clerk.see("suggestion0").isChecked()
    (save,) = view.findChildren(QPushButton, "attachment1")
    clerk.qtbot.mouseClick(save, Qt.MouseButton.LeftButton)
    clerk.settle()
    dialog = clerk.page.findChild(QFileDialog)
    assert "/../" not in dialog.selectedFiles()[0]
    dialog.fileSelected.emit(str(tmp_path / "kept.pdf"))
    dialog.reject()
    assert (tmp_path / "kept.pdf").read_bytes().startswith(b"%PDF")


def test_a_mail_is_joined_to_a_request_by_search(clerk, desk, mail):
    id_ = taken(desk)
    clerk.page.open_message(mail)
    clerk.settle()
    clerk.click("joinRequest")
    clerk.click("joinDialogAccept")
    assert [row.id for row in case(desk, id_).messages] == [mail]
    clerk.page.open_request(id_)
    clerk.settle()
    assert clerk.page.side.case.tabs.tabText(4) == "Mails  1"


def test_a_mail_that_is_no_request_is_put_aside_with_its_reason(clerk, desk, mail):
    clerk.page.open_message(mail)
    clerk.settle()
    clerk.click("noRequest")
    clerk.type("reason", "Advertising")
    clerk.click("asideDialogAccept")
    (row,) = messages.inbox(desk, {MessageState.NOT_REQUEST})
    assert row.reason == "Advertising"
    assert not messages.inbox(desk)


def test_the_clocks_say_why(clerk, desk, person):
    id_ = taken(desk, person=person)
    step(desk, id_, ev.Paused(wait=ev.Wait.DETAILS), on=date(2026, 11, 18))
    step(desk, id_, ev.Resumed(wait=ev.Wait.DETAILS), on=date(2026, 11, 20))
    clerk.page.resize(1700, 900)
    clerk.page.open_request(id_)
    clerk.settle()
    clerk.click("policyClockWhy")
    card = clerk.see("policyClock")
    said = "\n".join(part.text() for part in card.children() if hasattr(part, "text"))
    assert "Arrived on 2026-11-16" in said
    assert "plus 2 days of waiting, 2026-11-18" in said
    assert (ARRIVED + timedelta(days=16)).isoformat() in said
    clerk.page.resize(1050, 900)
    clerk.settle()
    assert not clerk.shows("policyClock")
    clerk.click("policyClockLineWhy")
    assert clerk.see("policyClockLineWhy").isChecked()


def test_all_that_takes_the_keyboard_has_a_name_and_all_words_change_with_the_language(
    clerk, desk, person, translation, assert_named
):
    moved = asked("CORRECT", proposed=(ev.Proposed(field="address", value="x"),))
    id_ = verified(desk, *moved, *(ev.Asked(number=2, kind="STOP5"),), person=person)
    clerk.page.open_request(id_)
    clerk.settle()
    for place in range(clerk.page.side.case.tabs.count()):
        clerk.page.side.case.tabs.setCurrentIndex(place)
        clerk.settle()
        assert_named(clerk.page)
    clerk.page.new_request()
    clerk.settle()
    assert_named(clerk.page)
    translation.choose("ja")
    clerk.settle()
    clerk.page.open_request(id_)
    clerk.settle()
    assert clerk.see("caseStep").text() == "項目ごとに決定する"


def test_a_request_that_is_gone_is_said(clerk):
    clerk.page.open_request(9999)
    clerk.settle()
    assert [type(error).__name__ for error in clerk.wrong] == ["NoSuchRequest"]
    clerk.wrong.clear()


def test_only_decisions_and_grounds_of_the_law_are_offered(clerk, desk, person):
    clerk.page.open_request(verified(desk, *asked("STOP"), person=person))
    clerk.settle()
    offered = clerk.offers("decision")
    assert offered == ["", "suspended", "kept_until", "different_measure", "not_suspended", "not_held"]
    clerk.choose("decision", Decision.NOT_SUSPENDED)
    assert clerk.offers("ground") == ["", *desk.law_on(desk.today).kinds["STOP"].grounds]
    assert not clerk.shows("keepUntil")
    clerk.choose("decision", Decision.KEPT_UNTIL)
    assert clerk.shows("keepUntil")
    assert "tax-transactions" in clerk.offers("keepRule")


def test_another_place_can_ask_for_what_is_due_by_a_day(clerk, desk):
    taken(desk)
    late = taken(desk, arrived=date(2026, 11, 2))
    clerk.page.show_query(RequestQuery(due_by=date(2026, 11, 20)))
    clerk.settle()
    lists = clerk.page.lists
    assert [row.id for row in lists.model.rows] == [late]
    assert lists.tabs.tabText(lists.tabs.currentIndex()) == "Due by 2026-11-20"
    lists.tabs.go(Tab.NEW.value)
    clerk.settle()
    assert len(lists.model.rows) == 2
    assert lists.tabs.tabText(lists.tabs.count() - 1) == "All"
