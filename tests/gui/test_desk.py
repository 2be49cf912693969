"""The open desk: from place to place, what was found or waits is one step away, language and look change under way."""

from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel

from privdesk.domain.letter import LetterState
from privdesk.gui.clipboard import brief_clipboard
from privdesk.gui.customers.editor import PersonEditor
from privdesk.gui.customers.imports.screen import ImportsView
from privdesk.gui.customers.record import RecordView
from privdesk.gui.desk import DeskPage
from privdesk.gui.requests.case import CaseView
from privdesk.gui.requests.intake import IntakeForm
from privdesk.gui.requests.message import MailBeside, MessageView
from privdesk.gui.retention.screen import DUE
from privdesk.gui.theme import Look, color
from privdesk.gui.widgets.page import Page
from privdesk.gui.window import Window
from privdesk.operations import backups, letters
from privdesk.storage import opening
from tests.e2e.person import ALT, CTRL, KEY, Person
from tests.office import TERMS

PLACES = ("today", "requests", "customers", "retention", "letters", "log", "office")


@pytest.fixture(scope="module")
def founded(filled_office):
    """The desk that all tests copy."""
    return filled_office


@pytest.fixture
def person(qapp):
    """Who sits at the PC."""
    return Person(qapp)


@pytest.fixture
def page(qtbot, qapp, theme, translation, state, founded, person, tmp_path):
    """The desk in its window; it is closed when the test has not done so."""
    desk = founded.copied(tmp_path / "office.privdesk")
    window = Window(state, theme, translation)
    page = DeskPage(desk, state)
    page.settings_wanted.connect(window.open_settings)
    window.show_page(page)
    window.show()
    qtbot.waitActive(window)
    person.settle()
    yield page
    if not page.background._closing:
        close(page, person)
    window.deleteLater()


def close(page, person):
    closed = []
    page.close_desk(then=lambda: closed.append(True))
    person.wait_for(lambda: closed, "the desk stays open")


def words(part):
    return " ".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())


def test_keys_lead_from_place_to_place(page, person):
    for number, name in enumerate(PLACES, start=1):
        person.press(KEY(KEY.Key_0 + number), ALT)
        assert page.current() == name
        assert page.page(name).isAncestorOf(QApplication.focusWidget()) or page.page(name).hasFocus()
        assert person.see(f"place_{name}").isChecked()


def test_a_place_is_built_when_somebody_first_goes_there(page, person):
    assert [built.objectName() for built in page.findChildren(Page)] == ["today"]
    person.press(KEY.Key_3, ALT)
    assert {built.objectName() for built in page.findChildren(Page)} == {"today", "customers"}


def test_what_nobody_sees_yet_is_not_built(page, person):
    for key in (KEY.Key_2, KEY.Key_3):
        person.press(key, ALT)
    unseen = (CaseView, MessageView, MailBeside, IntakeForm, RecordView, PersonEditor, ImportsView)
    assert not [part for kind in unseen for part in page.findChildren(kind)]
    page.take_in_for()
    person.settle()
    assert [part.objectName() for kind in unseen for part in page.findChildren(kind)] == ["intake"]


def test_a_click_in_the_rail_leads_there(page, person):
    for name in reversed(PLACES):
        person.click(f"place_{name}")
        assert page.current() == name


@pytest.mark.parametrize(
    ("text", "place", "shown"),
    [
        ("ワタナベ", "customers", "A000001"),
        ("R8-0001", "requests", "R8-0001"),
        ("個情発第26-0001号", "letters", "個情発第26-0001号"),
    ],
)
def test_what_is_found_is_opened(page, person, text, place, shown):
    person.press(KEY.Key_K, CTRL)
    person.type("search", text)
    person.press(KEY.Key_Return)
    assert page.current() == place
    assert shown in words(page.page(place))


def test_an_action_can_be_found_by_its_name(page, person):
    person.press(KEY.Key_K, CTRL)
    person.type("search", "language")
    person.press(KEY.Key_Return)
    assert person.shows("look")


@pytest.mark.parametrize(
    ("need", "place", "shown"),
    [
        ("need_week", "requests", "R8-0001"),
        ("need_mails", "requests", "inboxTable"),
        ("need_to_print", "letters", "letterTable"),
    ],
)
def test_what_waits_today_leads_to_its_list(page, person, need, place, shown):
    person.click(need)
    assert page.current() == place
    lists = [part for part in ("inboxTable", "requestTable", "letterTable") if person.shows(part)]
    rows = [row for name in lists for row in person.see(name).model().rows]
    assert rows
    assert shown in (*lists, getattr(rows[0], "number", ""))


def test_what_waits_today_is_opened(page, person):
    person.click("piece_week_1")
    assert page.current() == "requests"
    assert "R8-0001" in words(page.requests)
    person.press(KEY.Key_1, ALT)
    person.click("piece_mails_2")
    assert person.see("messageView")
    person.press(KEY.Key_1, ALT)
    person.click("piece_to_print_1")
    assert page.current() == "letters"
    assert "個情発第26-0001号" in words(page.letters)


def test_a_tile_of_today_leads_to_what_it_counts(page, person):
    person.click("retentionEnding")
    assert page.current() == "retention"
    assert page.retention.filters.current() == DUE


def test_the_rail_counts_what_waits_and_follows_each_change(page, person):
    assert person.see("place_letters").accessibleName() == "Letters 1"
    row = letters.page(page.background._desk, letters.LetterQuery()).rows[0]
    page.background.write(page, letters.mark_printed, row.id, row.version)
    person.settle()
    row = letters.page(page.background._desk, letters.LetterQuery()).rows[0]
    assert row.state is LetterState.PRINTED
    page.background.write(page, letters.mark_sent, row.id, row.version, "post", "", date(2026, 11, 22))
    person.settle()
    assert person.see("place_letters").accessibleName() == "Letters"


def test_the_letter_of_a_request_and_its_customer_lead_to_each_other(page, person):
    page.open_request(1)
    person.settle()
    person.click("casePerson")
    assert page.current() == "customers"
    assert "A000001" in words(page.customers)


def test_a_record_and_the_looks_at_it_in_the_log_lead_to_each_other(page, person):
    page.open_person(1)
    person.settle()
    tabs = person.see("customerTabs")
    person.turn_to("customerTabs", tabs.count() - 1)
    person.click("looksInLog")
    assert page.current() == "log"
    rows = person.see("logTable").model().rows
    assert {row.about for row in rows} == {"person:1", "request:1"}, "the looks at his request are looks at him"
    person.click_row("logTable", [row.act for row in rows].index("letter.issue"))
    person.click("logOpen_letter")
    assert page.current() == "letters"
    person.press(KEY.Key_6, ALT)
    person.click_row("logTable")
    person.click("logOpen_person")
    assert page.current() == "customers"
    assert "A000001" in words(page.customers)


def test_language_and_look_change_while_the_desk_is_open(page, person, theme):
    person.press(KEY.Key_Comma, CTRL)
    person.choose("language", "ja")
    assert person.see("place_customers").text() == "顧客"
    person.choose("theme", str(Look.DARK))
    assert color("text").lightness() > 200
    person.choose("language", "en")
    person.press(KEY.Key_Escape)
    assert not person.shows("look")
    assert person.see("place_customers").text() == "Customers"


def test_the_lock_is_wanted_by_key_and_by_button(page, person, qtbot):
    with qtbot.waitSignal(page.lock_wanted):
        person.press(KEY.Key_L, CTRL)
    with qtbot.waitSignal(page.lock_wanted):
        person.click("lock")
    with qtbot.waitSignal(page.quit_wanted):
        person.press(KEY.Key_Q, CTRL)


def test_the_user_has_a_menu_of_his_own(page, person):
    person.click("user")
    person.choose_in_menu("settings")
    assert person.shows("look")


def test_closing_saves_what_was_begun_and_lets_go_of_the_folder(page, person, founded, tmp_path):
    brief_clipboard().copy("A000001")
    row = letters.page(page.background._desk, letters.LetterQuery()).rows[0]
    page.background.write(page, letters.mark_printed, row.id, row.version)
    close(page, person)
    assert QApplication.clipboard().text() == ""
    again = opening.unlock_with_sheet(tmp_path / "office.privdesk", founded.secret, terms=TERMS)
    again.close()


def test_the_age_of_the_last_backup_leads_to_the_backups(page, person, tmp_path):
    page.go("today")
    assert page.bar.findChild(QAbstractButton, "backup").accessibleName() == "backup none"
    assert "No backup yet" in page.today.backup.accessibleName()
    backups.run(page.desk, tmp_path)
    page.background.changed.emit(frozenset({"office"}))
    person.settle()
    assert page.bar.findChild(QAbstractButton, "backup").accessibleName() == "backup just now"
    for name in ("lastBackup", "backup"):
        page.go("today")
        person.click(name)
        assert page.current() == "office"
        assert page.office.section.name == "backups"
