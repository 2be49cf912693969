"""The list: found while typing, sorted and filtered by the query, opened when the choice has settled."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from privdesk.domain.person import NewPerson, Profile
from privdesk.domain.user import Role
from privdesk.gui.clipboard import brief_clipboard
from privdesk.gui.customers.screen import CustomersPage
from privdesk.operations import people, purposes
from privdesk.storage import audit
from tests.gui.customers.keyboard import write
from tests.operations.looking import log


def names(page):
    return [row.name for row in page.bench.list.model.rows]


def looks(desk, id_):
    with desk.reading() as conn:
        return [entry.act for entry in audit.about(conn, f"person:{id_}")].count("person.open")


def find(qtbot, page, text):
    with qtbot.waitSignal(page.bench.list.model.loaded):
        write(page.bench.list.search, text)


def test_an_empty_desk_says_what_to_do_first(page, settled, qtbot):
    empty = page.bench.list.table.empty
    assert empty.isVisible()
    empty._button.click()
    assert page.imports.isVisible()


def test_typing_finds_in_any_width_and_old_kanji(hana, ken, page, settled, qtbot):
    assert names(page) == ["髙橋 健", "山田 花子"]
    page.bench.list.search.setText("高橋")
    qtbot.waitUntil(lambda: names(page) == ["髙橋 健"])
    page.bench.list.search.setText("ﾔﾏﾀﾞ")
    qtbot.waitUntil(lambda: names(page) == ["山田 花子"])
    qtbot.waitUntil(lambda: page.bench.list.foot._count.text() == "1 customers")


def test_a_search_that_has_come_to_rest_is_logged(desk, hana, ken, page, settled, qtbot):
    search = page.bench.list.search
    search._rest.setInterval(1)
    with qtbot.waitSignal(search.settled):
        search.setText("ﾔﾏﾀﾞ")
    settled()
    assert log(desk).count(("people.search", "people")) == 1
    search.clear()
    qtbot.wait(200)
    settled()
    assert log(desk).count(("people.search", "people")) == 1, "an empty field searches nothing"


def test_an_unfinished_composition_searches_nothing(hana, ken, page, settled, qtbot):
    search = page.bench.list.search
    QApplication.sendEvent(search, QInputMethodEvent("やま", []))
    qtbot.wait(200)
    assert len(names(page)) == 2


def test_the_list_says_which_limit_of_use_it_is(desk, hana, ken, page, settled):
    purposes.suspend(desk, hana, ["news"], ground="by telephone", start=desk.today)
    purposes.opt_out(desk, hana, ["notices"])
    purposes.opt_out(desk, ken, ["news"])
    page.reload()
    settled()
    column = next(one for one in page.bench.list.model.columns if one.name == "suspended")
    marks = {row.name: [mark.text for mark in column.chips(row)] for row in page.bench.list.model.rows}
    assert marks == {"山田 花子": ["Suspended", "Opted out"], "髙橋 健": ["Opted out"]}


def test_running_over_rows_opens_and_logs_only_where_one_stops(desk, hana, ken, page, settled, qtbot):
    search = page.bench.list.search
    qtbot.keyClick(search, Qt.Key.Key_Down)
    qtbot.keyClick(search, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: page.bench.detail.person == hana)
    settled()
    assert page.bench.detail.record.record.person.id == hana
    assert (looks(desk, hana), looks(desk, ken)) == (1, 0)


def test_the_selection_outlives_a_change_of_the_list(desk, hana, ken, page, settled):
    page.open_person(hana)
    settled()
    people.add(desk, NewPerson(Profile(name="相川 一")))
    page.take_changes(desk.take_changes())
    settled()
    assert [row.id for row in page.bench.list.table.selected()] == [hana]


def test_rows_are_copied_as_a_table(hana, page, settled, qtbot):
    page.bench.list.table.select(0)
    qtbot.keyClick(page.bench.list.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QApplication.clipboard().text().splitlines()
    assert copied[0].startswith("Number\tName")
    assert copied[1].startswith("A001\t山田 花子")
    brief_clipboard().clear()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_everything_has_a_name(language, translation, hana, page, settled, assert_named):
    translation.choose(language)
    page.open_person(hana)
    settled()
    for place in range(page.bench.detail.record.tabs.count()):
        page.bench.detail.record.tabs.setCurrentIndex(place)
        settled()
        assert_named(page)
    page.bench.detail.edit()
    assert_named(page)
    page.show_imports()
    settled()
    assert_named(page)
    page.import_file()
    assert_named(page)


def test_an_auditor_is_offered_nothing_that_his_role_refuses(qtbot, theme, background, desk, state, hana):
    auditor = replace(desk, actor=replace(desk.actor, role=Role.AUDITOR))
    page = CustomersPage(background, auditor, state)
    qtbot.addWidget(page)
    page.show()
    page.come_forward()
    qtbot.waitUntil(lambda: not background._open and bool(page.bench.list.model.rows), timeout=20_000)
    assert not any(page.findChild(QWidget, name).isVisible() for name in ("customersNew", "customersImport"))
    page.open_person(hana)
    page.commands()["new"]()
    assert not background._open, "nothing is asked for that would be refused and told as an alarm"
    assert any(label.text() == "Your role opens no records" for label in page.findChildren(QLabel) if label.isVisible())
