"""Entering and changing a customer from the keyboard; nothing typed is lost."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QRadioButton

from privdesk.domain.person import ContactKind, NewPerson, NumberKind, Profile, Source, profile
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
    phones.more.click()
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


def add_line(qtbot, form, name, *texts):
    """Press the button for one more line and type into it, from field to field by the Tab key."""
    field = form.fields[name]
    field.more.click()
    pair = field._lines[-1].field.parts
    for part, text in zip(pair, texts, strict=True):
        part.editor.setFocus()
        write(part.editor, text)
        part.check()


def test_other_names_and_addresses_are_entered_mended_and_ended(desk, page, hana, settled, editor, qtbot):
    page.open_person(hana)
    settled()
    do(page, "edit")
    form = editor.form
    add_line(qtbot, form, "aliases", "KIM Hana", "きむ はな")
    add_line(qtbot, form, "former_names", "田中 花子", "")
    add_line(qtbot, form, "further_addresses", "1050011", "東京都港区芝公園4-2-8")
    form._elsewhere.click()
    type_into(qtbot, form, "mailing_postal", "530-0001")
    type_into(qtbot, form, "mailing_address", "大阪府大阪市北区梅田1-1")
    do(page, "save")
    settled()
    person = people.open_person(desk, hana).person
    said = profile(person)
    assert (said.aliases, said.former_names) == (("KIM Hana（キム ハナ）",), ("田中 花子",))
    assert said.further_addresses == ("105-0011 東京都港区芝公園4-2-8",)
    assert person.letters_to.text == "大阪府大阪市北区梅田1-1"
    do(page, "edit")
    form.fields["aliases"]._lines[0].remove.click()
    type_into(qtbot, form, "mailing_postal", "")
    type_into(qtbot, form, "mailing_address", "")
    do(page, "save")
    settled()
    person = people.open_person(desk, hana).person
    assert (profile(person).aliases, person.letters_to) == ((), person.address)
    assert [(one.text, one.until) for one in person.names if one.text == "KIM Hana"] == [("KIM Hana", desk.today)]


def test_the_tab_key_goes_through_the_form_as_the_eye_does(hana, page, settled, editor, qtbot):
    page.open_person(hana)
    settled()
    do(page, "edit")
    add_line(qtbot, editor.form, "former_names", "田中 花子", "タナカ ハナコ")
    page.activateWindow()
    editor.form.fields["name"].editor.setFocus()
    visited = []
    while page.focusWidget().objectName() != "notes":
        visited.append(page.focusWidget())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    names = [one.objectName() for one in visited]
    assert names[:2] == ["name", "kana"]
    assert [name[:12] for name in names[2:7]] == ["former_names"] * 3 + ["aliasesAdd", "former_names"]
    assert names[7:11] == ["number", "birth", "postal", "address"]
    assert [name.rstrip("0123456789") for name in names[13:16]] == ["phones", "phones2Remove", "phonesAdd"]
    assert names[-6:] == ["status", "language", "since", "left_on", "last_activity", "source"]


@pytest.mark.parametrize("was_right", [True, False])
def test_whether_the_old_name_becomes_a_former_one_is_asked(desk, hana, page, settled, editor, qtbot, was_right):
    page.open_person(hana)
    settled()
    do(page, "edit")
    assert not editor.form._renamed.isVisible()
    type_into(qtbot, editor.form, "name", "鈴木 花子")
    assert editor.form._renamed.isVisible()
    assert editor.form._renamed.isChecked()
    editor.form._renamed.setChecked(was_right)
    do(page, "save")
    settled()
    former = profile(people.open_person(desk, hana).person).former_names
    assert former == (("山田 花子（ヤマダ ハナコ）",) if was_right else ())


def test_who_left_did_so_today_unless_another_day_is_typed(desk, hana, page, settled, editor, qtbot):
    page.open_person(hana)
    settled()
    do(page, "edit")
    form = editor.form
    type_into(qtbot, form, "since", "R1.5.1")
    status = form.fields["status"].editor
    status.setCurrentIndex(1)
    status.activated.emit(1)
    assert form.fields["left_on"].text() == desk.today.isoformat()
    type_into(qtbot, form, "left_on", "H31.4.30")
    form.fields["left_on"].check()
    assert "before the start on 2019-05-01" in form.fields["left_on"].editor.accessibleDescription()
    do(page, "save")
    assert editor.isVisible()
    type_into(qtbot, form, "left_on", "")
    form.fields["left_on"].check()
    assert "the day of leaving" in form.fields["left_on"].editor.accessibleDescription()
    type_into(qtbot, form, "left_on", "R1.5.1")
    do(page, "save")
    settled()
    assert people.open_person(desk, hana).person.left_on.isoformat() == "2019-05-01"


def test_what_is_held_is_warned_of_and_in_nobodys_way(desk, page, settled, editor, qtbot):
    old = Profile(name="旧 台帳", kana="kana", postal="12", phones=("内線5",), mails=("a b@example.jp",))
    id_ = people.add(desk, NewPerson(old)).value
    page.open_person(id_)
    settled()
    do(page, "edit")
    form = editor.form
    assert form.check()
    assert "must be written in kana" in form.fields["kana"].editor.accessibleDescription()
    assert line_of(form.fields["phones"]).property("state") == "soon"
    type_into(qtbot, form, "notes", "電話希望")
    do(page, "save")
    settled()
    assert profile(people.open_person(desk, id_).person).notes == "電話希望"
    do(page, "edit")
    type_into(qtbot, form, "kana", "kana2")
    do(page, "save")
    assert editor.isVisible()
    assert form.fields["kana"].editor.property("state") == "late"


def test_a_change_is_said_by_the_customer_unless_chosen_otherwise(desk, page, settled, editor, qtbot):
    id_ = people.add(desk, NewPerson(Profile(name="提携 先", source=Source.PARTNER))).value
    page.open_person(id_)
    settled()
    do(page, "edit")
    type_into(qtbot, editor.form, "birth", "S60.4.1")
    do(page, "save")
    settled()
    person = people.open_person(desk, id_).person
    assert (person.origin.source, person.origin_of("birth").source) == (Source.PARTNER, Source.SELF)


def test_a_number_is_replaced_by_one_of_its_kind(desk, hana, page, settled):
    page.open_person(hana)
    settled()
    (old,) = people.open_person(desk, hana).person.numbers
    page.bench.detail.record.add_number()
    dialog = page.findChild(QDialog, "numberDialog")
    form = dialog._form
    form.fields["licence"].set_text("301234567810")
    dialog._replaces.set_text(str(old.id))
    dialog.verb.click()
    assert dialog.isVisible()
    form.fields["licence"].set_text("")
    form.fields["bank"].set_text("10530-12345671")
    form.fields["holder"].set_text("やまだ はなこ")
    dialog._source.set_text("counter")
    dialog.verb.click()
    settled()
    ended, new = people.open_person(desk, hana).person.numbers
    assert (ended.id, ended.until, new.until) == (old.id, desk.today, None)
    assert (new.issuer, new.holder, new.origin.source) == ("9900-058", "ﾔﾏﾀﾞ ﾊﾅｺ", Source.COUNTER)
