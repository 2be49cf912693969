"""The list of the log: newest first and page by page, narrowed, in the office's words, each entry leading on."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton

from privdesk.domain.log import LogQuery
from privdesk.domain.person import PeopleQuery
from privdesk.gui.log.dialogs import ChooseCustomer
from privdesk.gui.log.model import PAGE
from privdesk.operations import people
from tests.gui.filled import PERSON
from tests.gui.log.conftest import support
from tests.office import seated
from tests.operations.looking import log as entries


def cells(reader, act):
    """The words of the newest row of an act."""
    model = reader.page.entries.model
    row = next(row for row, line in enumerate(model.rows) if line.act == act)
    return {column.name: column.text(model.rows[row]) for column in model.columns}


def choose(reader, name, data):
    box = reader.page.findChild(QComboBox, name)
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())
    reader.settle()


def test_the_newest_is_first_and_reading_it_is_one_entry(desk, reader):
    assert reader.acts()[:3] == ["log.open", "desk.unlock", "desk.refused"]
    assert [act for act, _ in entries(desk)].count("log.open") == 1
    numbers = [line.seq for line in reader.page.entries.model.rows]
    assert numbers == sorted(numbers, reverse=True)


def test_an_entry_is_told_in_the_words_of_the_office(reader):
    assert cells(reader, "person.open") | {"seq": ""} == {
        "seq": "",
        "at": "11-22 10:00",
        "user": "佐藤 恵",
        "act": "Opened the record",
        "about": "渡邉 由美子",
        "detail": "",
    }
    refused = cells(reader, "desk.refused")
    assert (refused["user"], refused["act"]) == ("森 一郎", "Was refused")
    assert refused["detail"] == "Act: Drew a monthly report · Why: not in his role"
    issued = cells(reader, "letter.issue")
    assert "個情発第26-0001号" in issued["detail"]
    assert "R8-0001" in issued["detail"]


def test_pages_come_as_they_are_needed(desk, reading):
    for _ in range(PAGE + 20):
        people.settled_search(desk, PeopleQuery(), 0)
    reader = reading(desk)
    model = reader.page.entries.model
    assert len(model.rows) == PAGE
    model.fetchMore(model.index(-1, -1))
    reader.settle()
    assert len(model.rows) > PAGE + 20
    assert model.rows[-1].seq == 1
    assert not model.canFetchMore(model.index(-1, -1))


def test_it_is_narrowed_by_act_group_user_and_days(desk, reader):
    choose(reader, "logAct", "person.")
    assert {act.partition(".")[0] for act in reader.acts()} == {"person"}
    choose(reader, "logAct", "person.open")
    assert set(reader.acts()) == {"person.open"}
    choose(reader, "logAct", "")
    choose(reader, "logUser", str(support(desk).actor.id))
    assert reader.acts() == ["desk.refused"]
    until = reader.page.findChild(QLineEdit, "logUntil")
    until.setText("R8.11.21")
    until.editingFinished.emit()
    reader.settle()
    assert reader.page.entries.model.query.until == date(2026, 11, 21)
    assert not reader.acts()
    reader.press("firstStep")
    assert reader.acts()[0] == "log.open"
    assert not reader.page.entries.model.filtered


def test_a_day_that_is_none_asks_nothing(desk, reader):
    before = len(entries(desk))
    since = reader.page.findChild(QLineEdit, "logSince")
    since.setText("someday")
    since.editingFinished.emit()
    reader.settle()
    assert len(entries(desk)) == before


def test_a_customer_is_chosen_by_ctrl_f(reader, qtbot):
    reader.page.commands()["find"]()
    dialog = reader.page.findChild(ChooseCustomer)
    dialog.verb.click()
    assert dialog.isVisible()
    dialog.chooser.search.setText("ワタナベ")
    qtbot.waitUntil(lambda: dialog.chooser.person() is not None)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    reader.settle()
    assert {line.about for line in reader.page.entries.model.rows} == {f"person:{PERSON}", "request:1"}
    assert reader.page.entries.filters._person.text() == "A000001 渡邉 由美子"
    reader.press("logDropCustomer")
    assert reader.page.entries.model.query == LogQuery()


def test_an_entry_leads_to_what_it_is_about_and_to_its_like(reader, qtbot):
    model = reader.page.entries.model
    reader.select("letter.issue")
    wanted = []
    reader.page.thing_wanted.connect(lambda noun, id_: wanted.append((noun, id_)))
    for noun in ("person", "request", "letter"):
        reader.press(f"logOpen_{noun}")
    assert wanted == [("person", PERSON), ("request", 1), ("letter", 1)]
    reader.press("logSameThing")
    assert model.query == LogQuery(person=PERSON)
    reader.select("person.open")
    reader.press("logSameAct")
    assert model.query == LogQuery(act="person.open")


def test_an_entry_far_back_is_gone_to(desk, reading):
    for _ in range(PAGE + 50):
        people.settled_search(desk, PeopleQuery(), 0)
    reader = reading(desk)
    reader.page.show_entry(5)
    reader.settle()
    (line,) = reader.page.entries.table.selected()
    assert line.seq == 5
    assert reader.page.entries.model.rows[0].seq == 25
    reader.press("logNewest")
    assert reader.acts()[0] == "log.open"


def test_looks_at_a_customer_are_shown_from_elsewhere_and_read_once(desk, reading, reader):
    reader.page.hide()
    before = len(entries(desk))
    reader.page.show_query(LogQuery(person=PERSON))
    reader.page.show()
    reader.page.come_forward()
    reader.settle()
    assert len(entries(desk)) == before + 1
    assert reader.page.entries.filters.who == "A000001 渡邉 由美子"
    assert set(reader.acts()) <= {"person.open", "person.add", "letter.issue", "request.add", "request.open"}


def test_each_visit_reads_what_was_done_meanwhile(desk, reader):
    reader.page.hide()
    people.history(desk, PERSON)
    reader.page.show()
    reader.page.come_forward()
    reader.settle()
    assert reader.acts()[:2] == ["log.open", "person.history"]


def test_who_may_not_read_the_log_sees_what_he_did_himself(desk, reading):
    later = seated(support(desk))
    people.open_person(later, PERSON)
    reader = reading(later)
    assert reader.acts() == ["log.own", "person.open", "desk.unlock", "desk.refused"]
    assert reader.page.filters.names() == ["entries", "check"]
    assert not reader.page.findChild(QComboBox, "logUser").isVisible()
    choose(reader, "logAct", "person.")
    assert reader.acts() == ["person.open"]
    choose(reader, "logAct", "*alarms")
    assert reader.acts() == ["desk.refused"]
    assert reader.page.entries.filters._act.text() == "*alarms"
    reader.turn_to("check")
    assert not reader.page.compare.isVisible()
    reader.press("logVerifyNow")
    assert reader.page.verify.verdict.text() == "Nothing is wrong with the log"


def test_an_auditor_is_led_to_nothing_that_he_may_not_open(auditor_desk, reading):
    reader = reading(auditor_desk)
    reader.select("letter.issue")
    shown = {part.objectName() for part in reader.page.findChildren(QPushButton) if part.isVisible()}
    assert {"logOpen_request", "logOpen_letter"} <= shown
    assert "logOpen_person" not in shown


def test_last_years_entries_say_their_year(desk, reading):
    later = desk.clock
    desk.clock = lambda: later() + timedelta(days=60)
    reader = reading(desk)
    assert cells(reader, "person.open")["at"] == "2026-11-22"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_all_that_takes_the_keyboard_has_a_name(reader, translation, assert_named, language):
    translation.choose(language)
    reader.select("letter.issue")
    for view in reader.page.filters.names():
        reader.turn_to(view)
        assert_named(reader.page)


def test_the_page_fits_in_the_smallest_window(reader, theme):
    theme.dress(reader.page)
    reader.select("letter.issue")
    assert reader.page.minimumSizeHint().width() <= 960 - 188
    assert reader.page.minimumSizeHint().height() <= 640 - 100
