"""Entering and changing a customer from the keyboard; nothing typed is lost."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QRadioButton

from privdesk.domain.person import ContactKind, NumberKind, profile
from privdesk.operations import people
from tests.gui.customers.keyboard import write


@pytest.fixture
def editor(page, settled):
    return page.bench.detail.editor


def do(page, name):
    page.commands()[name]()


def type_into(qtbot, form, name, text):
    field = form.fields[name].editor
    target = field.focusProxy() or field
    target.clear()
    target.setFocus()
    write(target, text)


def line_of(field, place=0):
    return field._lines[place].field.editor


def test_a_customer_is_entered_from_the_keyboard(desk, page, settled, editor, qtbot):
    do(page, "new")
    assert editor.form.fields["name"].editor.hasFocus() or editor.isVisible()
    type_into(qtbot, editor.form, "name", "佐々木 蓮")
    type_into(qtbot, editor.form, "kana", "ささき れん")
    type_into(qtbot, editor.form, "birth", "S60.4.1")
    type_into(qtbot, editor.form, "postal", "１０００００５")
    phones = editor.form.fields["phones"]
    write(line_of(phones), "09012345678")
    phones._more.click()
    write(line_of(phones, 1), "0312345678")
    write(editor.first._numbers.fields["bank"].editor, "0001-110-普通-9880133")
    write(editor.first._numbers.fields["card"].editor, "4111 1111 1111 1111")
    do(page, "save")
    settled()
    record = page.bench.detail.record.record
    assert page.bench.detail.currentWidget() is page.bench.detail.record
    assert (record.person.name, record.person.kana) == ("佐々木 蓮", "ササキ レン")
    assert record.person.birth.isoformat() == "1985-04-01"
    assert record.person.address.postal == "100-0005"
    assert record.person.reached_by(ContactKind.PHONE) == ("090-1234-5678", "03-1234-5678")
    kept = {number.kind: number.sealed for number in record.person.numbers}
    assert kept == {NumberKind.BANK: True, NumberKind.CARD: False}
    assert [row.name for row in page.bench.list.table.selected()] == ["佐々木 蓮"]


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        ("birth", "1985-02-30", "There is no such date"),
        ("postal", "100", "seven digits"),
        ("kana", "山田", "must be written in kana"),
    ],
)
def test_a_field_is_checked_when_it_is_left(page, settled, editor, qtbot, name, typed, sentence):
    do(page, "new")
    type_into(qtbot, editor.form, name, typed)
    editor.form.fields["address"].editor.setFocus()
    editor.form.fields[name].check()
    assert sentence in editor.form.fields[name].editor.accessibleDescription()
    do(page, "save")
    assert editor.isVisible()


def test_a_security_code_is_refused(page, settled, editor, qtbot):
    do(page, "new")
    type_into(qtbot, editor.form, "name", "佐々木 蓮")
    type_into(qtbot, editor.form, "notes", "CVV 123")
    do(page, "save")
    settled()
    assert "never be kept" in editor.form.fields["notes"].editor.accessibleDescription()
    assert page.bench.list.model.rowCount() == 0


def test_a_number_that_is_taken_is_said_at_its_field(hana, page, settled, editor, qtbot):
    do(page, "new")
    type_into(qtbot, editor.form, "name", "佐々木 蓮")
    type_into(qtbot, editor.form, "number", "A001")
    do(page, "save")
    settled()
    assert "A001 belongs to another customer" in editor.form.fields["number"].editor.accessibleDescription()


def test_what_was_typed_comes_back_after_leaving(hana, ken, page, settled, editor, qtbot):
    page.open_person(hana)
    settled()
    do(page, "edit")
    type_into(qtbot, editor.form, "address", "東京都港区芝公園4-2-8")
    page.open_person(ken)
    settled()
    assert page.bench.detail.record.isVisible()
    page.open_person(hana)
    settled()
    assert page.bench.detail.record.head._draft.isVisible()
    do(page, "edit")
    settled()
    assert editor.form.texts()["address"] == "東京都港区芝公園4-2-8"
    do(page, "close")
    page.bench.detail.record.head._discard.click()
    do(page, "edit")
    settled()
    assert editor.form.texts()["address"] == "東京都千代田区丸の内1-1"


def test_a_new_customer_half_typed_is_kept_too(page, settled, editor, qtbot):
    do(page, "new")
    type_into(qtbot, editor.form, "name", "佐々木")
    do(page, "close")
    assert not editor.isVisible()
    do(page, "new")
    settled()
    assert editor.form.texts()["name"] == "佐々木"


def test_two_who_save_at_once_choose_between_the_values(desk, hana, page, settled, editor, qtbot):
    page.open_person(hana)
    settled()
    do(page, "edit")
    type_into(qtbot, editor.form, "name", "山田 はな子")
    type_into(qtbot, editor.form, "address", "東京都港区芝公園4-2-8")
    person = people.open_person(desk, hana).person
    people.edit(desk, hana, 1, replace(profile(person), address="大阪府大阪市北区1-1", notes="折返し"))
    do(page, "save")
    settled()
    dialog = page.findChild(QDialog, "conflictDialog")
    assert dialog.isVisible()
    assert dialog.findChild(QRadioButton, "nameMine").isChecked()
    assert dialog.findChild(QRadioButton, "notesTheirs").isChecked()
    dialog.findChild(QRadioButton, "addressTheirs").click()
    dialog.verb.click()
    settled()
    saved = profile(people.open_person(desk, hana).person)
    assert (saved.name, saved.address, saved.notes) == ("山田 はな子", "大阪府大阪市北区1-1", "折返し")


def test_undo_brings_the_old_values_back(desk, hana, page, settled, editor, background, qtbot):
    page.open_person(hana)
    settled()
    do(page, "edit")
    type_into(qtbot, editor.form, "name", "山田 はな子")
    with qtbot.waitSignal(background.done) as done:
        do(page, "save")
    settled()
    background.write(page, done.args[0].undo)
    settled()
    assert page.bench.detail.record.record.person.name == "山田 花子"


def test_escape_in_a_field_closes_by_the_page(page, settled, editor, qtbot):
    do(page, "new")
    qtbot.keyClick(editor.form.fields["name"].editor, Qt.Key.Key_Escape)
    do(page, "close")
    assert not editor.isVisible()
