"""What the user types: fields, dates, forms, passwords, hidden numbers."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit

from privdesk.domain.errors import BadDate, NameMissing
from privdesk.gui.widgets.datefield import DateField
from privdesk.gui.widgets.field import Field
from privdesk.gui.widgets.form import Form
from privdesk.gui.widgets.masked import SECONDS, MaskedNumber
from privdesk.gui.widgets.sidebyside import Pair, SideBySide
from privdesk.gui.widgets.strength import StrengthMeter

TODAY = date(2026, 11, 22)


def name_needed(text):
    if not text:
        raise NameMissing
    return "" if " " in text else "A space between the names is usual."


@pytest.fixture
def form(qtbot, theme):
    form = Form("person")
    source = QComboBox()
    source.addItem("Counter", "counter")
    source.addItem("Partner", "partner")
    form.add(Field("name", check=name_needed), DateField("birth", TODAY))
    form.add(Field("source", source), Field("notes", QPlainTextEdit()))
    for name, field in form.fields.items():
        field.say(name.title(), "a hint")
    qtbot.addWidget(form)
    form.show()
    return form


def leave(qtbot, field):
    field.editor.setFocus()
    qtbot.waitUntil(field.editor.hasFocus)
    qtbot.keyClick(field.editor, Qt.Key.Key_Tab)


def test_a_field_is_checked_when_it_is_left(qtbot, form):
    field = form.fields["name"]
    form.activateWindow()
    assert field._line.text() == "a hint"
    leave(qtbot, field)
    assert field._line.text() == str(NameMissing())
    assert field.editor.property("state") == "late"
    assert field.editor.accessibleDescription() == str(NameMissing())
    qtbot.keyClicks(field.editor, "Watanabe")
    leave(qtbot, field)
    assert field.editor.property("state") == "soon"
    assert field.check()
    field.set_text("渡邉 由美子")
    assert field.check()
    assert field._line.text() == "a hint"


@pytest.mark.parametrize("written", ["2026-11-22", "22.11.", "R8.11.22", "令和8年11月22日", "２０２６年１１月２２日"])
def test_a_date_is_read_in_any_notation(qtbot, form, written):
    field = form.fields["birth"]
    field.set_text(written)
    assert field.check()
    assert field.day() == TODAY
    assert field.text() == "2026-11-22"
    assert field._line.text() == "Sunday"


def test_a_japanese_office_sees_the_era(qtbot, form, translation):
    translation.choose("ja")
    field = form.fields["birth"]
    field.set_day(date(2019, 5, 1))
    assert field._line.text() == "令和元年5月1日"


def test_a_wrong_date_says_so_and_stays(qtbot, form):
    field = form.fields["birth"]
    field.set_text("2026-02-30")
    assert not field.check()
    assert field.text() == "2026-02-30"
    with pytest.raises(BadDate):
        field.day()
    field.set_text("")
    assert field.check()
    assert field.day() is None


def test_a_form_is_a_draft_at_any_moment(qtbot, form):
    texts = {"name": "", "birth": "yesterday", "source": "partner", "notes": "two\nlines"}
    form.set_texts(texts)
    assert form.texts() == texts
    assert not form.check()


def test_saving_goes_to_the_first_wrong_field(qtbot, form):
    form.activateWindow()
    form.set_texts({"name": "渡邉 由美子", "birth": "never"})
    assert not form.check()
    qtbot.waitUntil(form.fields["birth"].editor.hasFocus)


def test_only_the_user_edits(qtbot, form):
    with qtbot.assertNotEmitted(form.edited):
        form.fields["name"].set_text("a")
    with qtbot.waitSignal(form.edited):
        qtbot.keyClicks(form.fields["name"].editor, "b")


def test_every_field_has_a_name(form, assert_named):
    assert_named(form)


@pytest.fixture
def number(qtbot, theme):
    number = MaskedNumber("bank")
    number.set_masked("•••• 8133")
    qtbot.addWidget(number)
    number.show()
    return number


def test_a_number_is_hidden_until_it_may_be_seen(qtbot, number):
    assert number._number.text() == "•••• 8133"
    with qtbot.waitSignal(number.reveal_wanted):
        qtbot.mouseClick(number._eye, Qt.MouseButton.LeftButton)
    assert number._number.text() == "•••• 8133"
    number.reveal("1234567 8133")
    assert number._number.text() == "1234567 8133"


def test_a_number_hides_itself_after_thirty_seconds(number):
    number.reveal("1234567 8133")
    for _ in range(SECONDS - 1):
        number._tick()
    assert number._number.text() == "1234567 8133"
    assert "1" in number._seconds.text()
    number._tick()
    assert number._number.text() == "•••• 8133"
    assert not number._copy.isVisible()


def test_a_number_can_be_copied_briefly_and_hidden_at_once(qtbot, number):
    number.copy()
    assert "8133" not in QApplication.clipboard().text(), "nothing shows that could be copied"
    number.reveal("1234567 8133")
    with qtbot.waitSignal(number.copy_wanted):
        qtbot.mouseClick(number._copy, Qt.MouseButton.LeftButton)
    number.copy()
    assert QApplication.clipboard().text() == "1234567 8133"
    qtbot.mouseClick(number._eye, Qt.MouseButton.LeftButton)
    assert number._number.text() == "•••• 8133"


def test_another_record_forgets_the_number(number):
    number.reveal("1234567 8133")
    number.set_masked("•••• 4242")
    assert number._number.text() == "•••• 4242"
    assert not number._timer.isActive()


def test_old_and_new_side_by_side(qtbot, theme):
    view = SideBySide("correction")
    qtbot.addWidget(view)
    view.set_pairs([Pair("Address", "千代田区", "港区"), Pair("Name", "渡邉", "渡邉")])
    said = [view._grid.itemAt(place).widget().accessibleName() for place in range(view._grid.count())]
    assert said.count("changed") == 1


def test_strength_is_said_in_words(qtbot, theme):
    meter = StrengthMeter("strength")
    qtbot.addWidget(meter)
    meter.set_score(2, "add a word")
    assert meter._words.text() == "Weak – add a word"
    assert "Weak" in meter.accessibleName()
