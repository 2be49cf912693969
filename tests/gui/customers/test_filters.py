"""Filters: set in the popover, shown as chips, taken away, remembered, saved under a name, and opened again."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from privdesk.domain.partner import Partner
from privdesk.domain.person import Kept, NewPerson, PeopleQuery, Profile, Status
from privdesk.gui.customers.filter_bar import FilterChip
from privdesk.gui.customers.lookup import is_number
from privdesk.gui.customers.saved_dialogs import SavedDialog, SaveFilterDialog
from privdesk.gui.customers.screen import CustomersPage
from privdesk.operations import office, people, policy, purposes, saved_filters
from privdesk.operations.desk import Desk
from tests.gui.customers.conftest import HANA
from tests.operations.looking import log


def names(page):
    return [row.name for row in page.bench.list.model.rows]


def chips(page):
    bar = page.bench.list.filtering.bar
    return [chip._face.text for chip in bar.findChildren(FilterChip) if chip in bar._chips]


def choose(page, name, value):
    """As a user chooses from the popover."""
    popover = page.bench.list.filtering.bar.popover
    place = popover._values[name].index(value)
    popover._boxes[name].setCurrentIndex(place)
    popover._boxes[name].activated.emit(place)


def dialog(page, kind):
    (found,) = [one for one in page.window().findChildren(QDialog) if isinstance(one, kind) and one.isVisible()]
    return found


@pytest.fixture
def left(desk: Desk) -> int:
    return people.add(desk, NewPerson(Profile(name="退会 太郎", status=Status.LEFT, left_on=date(2026, 3, 31)))).value


def test_what_is_set_narrows_the_list_and_goes_chip_by_chip(desk, hana, ken, left, page, settled, qtbot):
    purposes.suspend(desk, hana, ["news"], ground="by telephone")
    choose(page, "status", Status.LEFT)
    settled()
    assert (names(page), chips(page)) == (["退会 太郎"], ["Left"])
    page.bench.list.filtering.bar.popover._toggles["suspended"].click()
    settled()
    assert (names(page), chips(page)) == ([], ["Left", "Use limited"])
    assert page.bench.list.table.empty.isVisible()
    qtbot.keyClick(page.bench.list.filtering.bar._chips[0], Qt.Key.Key_Delete)
    settled()
    assert (names(page), chips(page)) == (["山田 花子"], ["Use limited"])
    choose(page, "blocked_for", "news")
    settled()
    assert (names(page), chips(page)) == (["山田 花子"], ["Not for: News by mail", "Use limited"])
    page.bench.list.filtering.bar._clear.click()
    settled()
    assert (len(names(page)), chips(page)) == (3, [])


def test_every_filter_is_asked_of_the_query(desk, hana, page, settled):
    partner = office.add_partner(desk, Partner(0, "青空カード")).value
    page.reload()
    settled()
    choose(page, "partner", partner.id)
    choose(page, "kept", Kept.SOON)
    choose(page, "consented_to", "news")
    for name in ("with_requests", "with_warnings"):
        page.bench.list.filtering.bar.popover._toggles[name].click()
    settled()
    asked = PeopleQuery(partner=partner.id, kept=Kept.SOON, consented_to="news", with_requests=True, with_warnings=True)
    assert page.bench.list.model.query == asked
    assert chips(page) == [
        *("Retention: Ends within 90 days", "Consented: News by mail", "From: 青空カード", "Open requests", "Warnings")
    ]
    page.bench.list.table.empty._button.click()
    settled()
    assert page.bench.list.model.query == PeopleQuery()


def test_the_popover_is_worked_from_the_keyboard(page, settled, qtbot):
    bar = page.bench.list.filtering.bar
    qtbot.keyClick(bar._button, Qt.Key.Key_Return)
    popover = bar.popover
    assert popover.isVisible()
    assert all(box.accessibleName() for box in popover._boxes.values())
    qtbot.keyClick(popover._boxes["status"], Qt.Key.Key_Down)
    settled()
    assert page.bench.list.model.query.status is Status.ACTIVE
    qtbot.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()


def test_filters_outlive_the_sitting_and_a_search_does_not(hana, page, settled, background, desk, state, qtbot):
    choose(page, "status", Status.LEFT)
    page.bench.list.search.setText("花子")
    settled()
    qtbot.waitUntil(lambda: page.bench.list.model.query.text == "花子")
    again = CustomersPage(background, desk, state)
    qtbot.addWidget(again)
    assert again.bench.list.model.query == PeopleQuery(status=Status.LEFT)
    assert chips(again) == ["Left"]
    for broken in ("{", '{"status": "nobody"}', "[1]"):
        state.choose("customersFilter", broken)
        made = CustomersPage(background, desk, state)
        qtbot.addWidget(made)
        assert made.bench.list.model.query == PeopleQuery()
    settled()


def test_sorting_goes_through_the_query(hana, ken, left, page, settled):
    page.bench.list.table.chooser.sort_wanted.emit("number", True)
    settled()
    assert names(page) == ["髙橋 健", "山田 花子", "退会 太郎"]


def test_a_filter_is_saved_counted_and_chosen(desk, hana, ken, left, page, settled, qtbot):
    choose(page, "status", Status.LEFT)
    page.bench.list.filtering.bar.popover._save.click()
    asks = dialog(page, SaveFilterDialog)
    assert asks._about.text() == "Left"
    assert asks.focusWidget() is asks._name.editor
    asks.verb.click()
    settled()
    assert "name" in asks._wrong.text()
    asks._name.editor.setText("退会した顧客")
    asks._shared.click()
    asks.verb.click()
    settled()
    assert [(one.name, one.shared) for one in saved_filters.offered(desk)] == [("退会した顧客", True)]
    page.bench.list.filtering.bar._clear.click()
    page.bench.list.search.setText("健")
    settled()
    saved = page.bench.list.filtering.saved
    saved._menu.aboutToShow.emit()
    settled()
    assert saved._menu.actions()[0].text() == "退会した顧客\t1"
    saved._menu.actions()[0].trigger()
    settled()
    assert (names(page), chips(page)) == (["退会 太郎"], ["Left"])
    assert page.bench.list.search.text() == ""


def test_a_saved_search_comes_back_with_its_text_and_order_and_is_logged(desk, hana, ken, page, settled, qtbot):
    saved_filters.save(desk, "花子", PeopleQuery(text="花子", sort="number", descending=True))
    page.reload()
    settled()
    search = page.bench.list.search
    search._rest.setInterval(1)
    with qtbot.waitSignal(search.settled):
        page.bench.list.filtering.saved._menu.actions()[0].trigger()
    settled()
    assert (search.text(), names(page)) == ("花子", ["山田 花子"])
    assert page.bench.list.table.horizontalHeader().sortIndicatorOrder() is Qt.SortOrder.DescendingOrder
    assert log(desk).count(("people.search", "people")) == 1


def test_what_a_filter_names_and_is_gone_is_said(desk, hana, page, settled):
    saved_filters.save(desk, "お知らせ停止", PeopleQuery(blocked_for="news"))
    purpose = policy.purpose(desk, "news")
    policy.save(desk, replace(purpose, active=False))
    page.reload()
    settled()
    page.bench.list.filtering.saved._menu.actions()[0].trigger()
    settled()
    said = page.bench.list._gone
    assert said.isVisible()
    assert said.text() == "What this filter names is gone and was left out: May not be used for"
    choose(page, "status", Status.ACTIVE)
    assert not said.isVisible()
    settled()


def test_saved_filters_are_renamed_and_deleted(desk, page, settled):
    saved_filters.save(desk, "A", PeopleQuery(text="一"))
    saved_filters.save(desk, "B", PeopleQuery(text="二"), shared=True)
    page.bench.list.filtering._manage()
    settled()
    manages = dialog(page, SavedDialog)
    assert [manages._model.index(row, 2).data() for row in range(2)] == ["0", "0"]
    manages.table.select(0)
    manages._name.setText("AA")
    manages._change.click()
    settled()
    assert [one.name for one in saved_filters.offered(desk)] == ["AA", "B"]
    manages.table.select(0)
    manages._remove.click()
    settled()
    manages.verb.click()
    settled()
    assert [one.name for one in saved_filters.offered(desk)] == ["B"]
    assert page.bench.list.filtering.saved._menu.actions()[0].text() == "B"


def test_the_selected_are_copied_and_exported(desk, hana, ken, left, page, settled, qtbot):
    table = page.bench.list.table
    table.select(0)
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert page.bench.list.foot._picked.text() == "2 selected"
    chosen = [row.id for row in table.selected()]
    made = {name: action for name, action in page._more._made.items() if action.isVisible()}
    assert {"selected", "copy"} <= set(made)
    made["copy"].trigger()
    assert len(QApplication.clipboard().text().splitlines()) == 3
    made["selected"].trigger()
    settled()
    (export,) = [one for one in page.window().findChildren(QDialog) if one.objectName() == "exportDialog"]
    assert export._query.only == tuple(chosen)
    found = people.page_at(desk, export._query, 0, 10)
    assert [row.id for row in found] == chosen
    export.reject()
    page.bench.list.filtering.narrow()
    settled()
    assert page.bench.list.foot._picked.text() == ""


# Numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(("0001-110-普通-9880133", True), ("４１１１１１１１１１１１１１１１", True), ("A0012", True)),
        *(("花子", False), ("A12", False), ("東京都千代田区丸の内1-1-1234", True), ("03 1234 5678", True)),
    ],
)
def test_what_may_be_a_whole_number(text, expected):
    assert is_number(text) is expected


def test_a_whole_number_finds_its_holder_and_is_kept_nowhere(desk, hana, ken, page, settled, qtbot, state):
    number = HANA.numbers[0].full
    search = page.bench.list.search
    search.setText(number)
    qtbot.waitUntil(lambda: not names(page))
    settled()
    assert page.bench.list._lookup.isVisible()
    qtbot.keyClick(search, Qt.Key.Key_Return)
    settled()
    assert (names(page), chips(page)) == (["山田 花子"], ["Found by the number"])
    assert page.bench.detail.person == hana
    assert search.text() == ""
    search.undo()
    assert search.text() == ""
    assert page.bench.list.model.query.text == ""
    assert number not in state.chosen("customersFilter")
    page.reload()
    settled()
    assert names(page) == ["山田 花子"], "they stay until something else is asked"
    page.bench.list.filtering.bar._chips[0].click()
    settled()
    assert len(names(page)) == 2


def test_a_number_that_nobody_has_is_said(hana, page, settled, qtbot):
    page.bench.list.search.setText("0001-110-普通-1111111")
    qtbot.waitUntil(lambda: not names(page))
    page.bench.list._lookup.click()
    settled()
    assert page.bench.list.table.empty._title.text() == "Nobody has this number"
    page.bench.list.table.empty._button.click()
    settled()
    assert names(page) == ["山田 花子"]
