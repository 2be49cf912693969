"""Whoever does not want to be written to is left out of the mailing list that is made in the window."""

import csv

import pytest

from privdesk.operations import batches, preview
from tests.e2e.person import ALT, KEY
from tests.office import DATA, found


@pytest.fixture
def desk(tmp_path):
    """The made-up office with the sample customers in it."""
    desk = found(tmp_path / "founded").copied(tmp_path / "office.privdesk")
    file = preview.read_file(DATA / "customers_cp932.csv")
    table = preview.look(file, preview.BatchKind.PEOPLE, desk.reference.fields)
    batches.import_people(desk, table.file, table.mapping, keep_cards=False)
    return desk


def test_a_suspended_customer_is_left_out_of_the_mailing(person, start, desk, tmp_path):
    start().enter(desk)
    person.settle()
    before = mailing(person, tmp_path / "before.csv")
    suspend(person, "A000003")
    after = mailing(person, tmp_path / "after.csv")
    assert "A000003" in before
    assert before - after == {"A000003"}
    assert not after - before


def mailing(person, file):
    """The customer numbers of the list for advertising, as saved from the window."""
    person.press(KEY.Key_3, ALT)
    person.click("customersMore")
    person.choose_in_menu("mailing")
    person.choose("mailingFormat", "csv")
    person.click("mailingDialogAccept")
    person.name_file(file)
    assert not person.shows("mailingDialog")
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    return {row["会員番号"] for row in rows}


def suspend(person, number):
    """Suspend the use for advertising because he asked for it on the telephone."""
    person.type("customersSearch", number)
    person.click_row("customersTable")
    assert number in person.text("customerRecord")
    person.turn_to("customerTabs", 2)
    person.click_row("purposesTable", 2)
    person.click("purposeSuspend")
    person.type("suspendGround", "電話でのご希望")
    person.click("suspendDialogAccept")
    assert not person.shows("suspendDialog")
