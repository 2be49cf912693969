"""Same person? The band above a record, both records side by side, the worklist, and the links of a customer."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit, QPushButton, QRadioButton

from privdesk.domain.link import LinkKind, NewLink
from privdesk.domain.person import NewPerson, PeopleQuery, Profile
from privdesk.gui.customers.record import RecordView
from privdesk.gui.customers.sameness_list import SamenessList
from privdesk.operations import batches, links, people, sameness
from privdesk.operations.preview import read_file

HANA = Profile(
    name="髙橋 花子",
    kana="タカハシ ハナコ",
    number="A10",
    birth=date(1980, 5, 1),
    address="東京都港区芝3-2-1",
    phones=("090-1234-5678",),
)
MARRIED = replace(HANA, name="佐藤 花子", kana="サトウ ハナコ", number="B77", address="東京都港区三田9-9-9")


@pytest.fixture
def two(desk):
    return tuple(people.add(desk, NewPerson(one)).value for one in (HANA, MARRIED))


@pytest.fixture
def quiet(qtbot, background):
    def wait():
        qtbot.waitUntil(lambda: not background._open, timeout=20_000)

    return wait


@pytest.fixture
def record(qtbot, theme, background, desk, quiet):
    view = RecordView(background, desk)
    qtbot.addWidget(view)
    view.person_wanted.connect(view.open_person)
    view.resize(640, 700)
    view.show()
    return view


def said(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def press(owner, name):
    owner.findChild(QPushButton, name).click()


def dialog_of(owner, name):
    (found,) = [one for one in owner.findChildren(QDialog) if one.objectName() == name]
    return found


def opened(record, quiet, id_):
    record.open_person(id_)
    quiet()
    return record.sameness


def compared(band, quiet):
    press(band, "samenessCompare")
    dialog = dialog_of(band, "samenessDialog")
    quiet()
    QApplication.processEvents()  # what a layout takes in is shown by an event of its own
    return dialog


def test_the_band_tells_who_may_be_the_same_and_why(record, quiet, two, desk):
    band = opened(record, quiet, two[0])
    assert "佐藤 花子  B77" in said(band)
    assert "same date of birth" in said(band)
    other = people.add(desk, NewPerson(Profile(name="見本 次郎"))).value
    assert opened(record, quiet, other).isHidden()


def test_both_stand_side_by_side_with_what_differs(record, quiet, two):
    dialog = compared(opened(record, quiet, two[0]), quiet)
    text = said(dialog)
    assert "same mobile number" in text
    for value in (HANA.name, MARRIED.name, HANA.address, MARRIED.address):
        assert value in said(dialog.fields)
    assert dialog.findChild(QRadioButton, "birth0") is None
    assert dialog.findChild(QRadioButton, "name0").isChecked()
    assert dialog.findChild(QRadioButton, "name1").accessibleName() == "Name: 佐藤 花子"


def test_merged_with_the_values_that_were_chosen_and_taken_apart_again(record, quiet, two, desk):
    band = opened(record, quiet, two[0])
    dialog = compared(band, quiet)
    dialog.findChild(QRadioButton, "stays1").setChecked(True)
    dialog.findChild(QRadioButton, "address1").setChecked(True)
    dialog.verb.click()
    quiet()
    assert record.record.person.id == two[1]
    person = record.record.person
    assert (person.name, person.number, person.address.text) == (HANA.name, HANA.number, MARRIED.address)
    assert [row.id for row in people.page(desk, PeopleQuery()).rows] == [two[1]]
    assert "The record of 髙橋 花子  A10 was merged into this one" in said(band)
    press(band, "samenessPart")
    dialog_of(band, "samenessPartQuestion").verb.click()
    quiet()
    assert people.open_person(desk, two[0]).person.name == HANA.name


def test_only_linked_both_stay(record, quiet, two, desk):
    band = opened(record, quiet, two[0])
    press(compared(band, quiet), "samenessLink")
    quiet()
    opened(record, quiet, two[0])
    assert band.isHidden()
    assert [one.kind for one in links.of_person(desk, two[0])] == [LinkKind.SAME]


def test_not_the_same_asks_why_and_is_not_suggested_again(record, quiet, two, desk):
    band = opened(record, quiet, two[0])
    dialog = compared(band, quiet)
    press(dialog, "samenessDifferent")
    why = dialog_of(dialog, "samenessWhy")
    why.verb.click()
    assert why.isVisible()
    why.findChild(QPlainTextEdit).setPlainText("双子の姉妹と本人から聞いた")
    why.verb.click()
    quiet()
    assert opened(record, quiet, two[0]).isHidden()
    assert sameness.count(desk) == 0


def test_the_worklist_is_looked_through_and_worked_off(qtbot, theme, background, quiet, two):
    view = SamenessList(background)
    qtbot.addWidget(view)
    view.show()
    view.begin()
    quiet()
    assert view._model.rowCount() == 0
    assert "Not searched yet" in said(view)
    press(view, "samenessLook")
    quiet()
    assert [(row.one.id, row.other.id) for row in view._model.rows] == [two]
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    dialog = dialog_of(view, "samenessDialog")
    quiet()
    press(dialog, "samenessLink")
    quiet()
    assert view._model.rowCount() == 0


# links


def tab(record, quiet, id_):
    record.open_person(id_)
    quiet()
    record.tabs.setCurrentWidget(record.links)
    return record.links


def rows(part):
    return [(row.kind, row.reverse, row.name, row.until) for row in part._model.rows]


def test_somebody_who_is_no_customer_is_linked_and_the_link_ended(record, quiet, two, desk):
    part = tab(record, quiet, two[0])
    press(part, "linkAdd")
    dialog = dialog_of(part, "linkDialog")
    dialog.verb.click()
    assert "Choose the other customer" in said(dialog)
    dialog._kinds.setCurrentIndex(dialog._kinds.findData(f"{LinkKind.AGENT}/0"))
    dialog.findChild(QRadioButton, "linkToSomebody").setChecked(True)
    dialog._name.set_text("弁護士 田中")
    dialog.verb.click()
    quiet()
    tab(record, quiet, two[0])
    assert rows(part) == [(LinkKind.AGENT, False, "弁護士 田中", None)]
    press(part, "linkEnd")
    dialog_of(part, "endLinkDialog").verb.click()
    quiet()
    tab(record, quiet, two[0])
    assert rows(part)[0][-1] == desk.today


def test_the_way_round_is_kept_and_a_click_opens_the_other(record, quiet, two, desk):
    part = tab(record, quiet, two[0])
    press(part, "linkAdd")
    dialog = dialog_of(part, "linkDialog")
    dialog._kinds.setCurrentIndex(dialog._kinds.findData(f"{LinkKind.GUARDIAN}/1"))
    assert not dialog.findChild(QRadioButton, "linkToSomebody").isEnabled()
    dialog._chooser._look_for("B77")
    quiet()
    dialog.verb.click()
    quiet()
    assert links.of_person(desk, two[1])[0].reverse is False
    tab(record, quiet, two[0])
    assert rows(part) == [(LinkKind.GUARDIAN, True, MARRIED.name, None)]
    press(part, "linkOpen")
    quiet()
    assert record.record.person.id == two[1]


def test_a_guardian_of_somebody_of_age_is_pointed_out(record, quiet, two, desk):
    links.add(desk, two[0], NewLink(LinkKind.GUARDIAN, desk.today, two[1]))
    part = tab(record, quiet, two[0])
    assert "Of age by now" in said(part)
    assert QApplication.focusWidget() is None or part.table.accessibleName()


# the place of the customers


def menu(page, name):
    (action,) = [one for one in page._more.menu().actions() if one.objectName() == name]
    return action


def test_the_worklist_is_reached_from_the_customers_with_its_count(two, desk, page, settled):
    assert menu(page, "sameness").text() == "Same person?"
    sameness.look_through(desk, None, lambda *_: None)
    page.reload()
    settled()
    assert menu(page, "sameness").text() == "Same person? (1)"
    menu(page, "sameness").trigger()
    settled()
    assert page.alike.isVisible()
    assert len(page.alike._model.rows) == 1
    page.commands()["close"]()
    assert page.bench.isVisible()


def test_an_import_leads_to_those_who_were_there_already(two, desk, page, settled, tmp_path):
    text = "氏名,フリガナ,生年月日,電話番号\n髙橋花子,タカハシ ハナコ,1980-05-01,090-1234-5678\n"
    file = tmp_path / "new.csv"
    file.write_text(text, "utf-8")
    batch = batches.import_people(desk, read_file(file)).value.id
    page.show_imports()
    page.imports.run.alike_wanted.emit(batch)
    settled()
    assert page.alike.isVisible()
    assert {row.other.name for row in page.alike._model.rows} == {"髙橋花子"}


def test_the_id_of_a_merged_record_opens_the_one_that_was_kept(two, desk, page, settled):
    sameness.merge(desk, two[0], two[1], (1, 1), ())
    page.open_person(two[1])
    settled()
    assert page.bench.detail.person == two[0]
    assert page.bench.detail.record.record.person.name == HANA.name
