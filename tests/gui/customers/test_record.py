"""The record: what is shown of a customer, for what reason numbers are, and what may not be used."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton

from privdesk.domain.person import NumberKind, profile
from privdesk.domain.purpose import Stand, blocked
from privdesk.gui.widgets.masked import SECONDS
from privdesk.operations import people
from privdesk.storage import audit
from tests.gui.customers.keyboard import write
from tests.operations.mailing import reached

FULL = "0001-110-普通-9880133"


@pytest.fixture
def record(hana, page, settled):
    page.open_person(hana)
    settled()
    return page.bench.detail.record


def words(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def number_row(record):
    record.tabs.setCurrentWidget(record.numbers)
    return record.numbers._rows.itemAt(0).widget()


def acts(desk, id_):
    with desk.reading() as conn:
        return [entry.act for entry in audit.about(conn, f"person:{id_}")]


def test_a_number_is_shown_for_a_reason_and_hides_again(desk, record, hana, settled, qtbot):
    row = number_row(record)
    assert FULL not in words(row)
    row.masked._eye.click()
    reason = row.ask.findChild(QLineEdit)
    write(reason, "refund")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    assert "10 characters" in reason.accessibleDescription()
    assert "person.reveal" not in acts(desk, hana)
    write(reason, " of order 1234")
    qtbot.keyClick(reason, Qt.Key.Key_Return)
    settled()
    assert FULL in words(row)
    assert "person.reveal" in acts(desk, hana)
    row.masked._copy.click()
    settled()
    assert acts(desk, hana)[0] == "person.copy"
    assert QApplication.clipboard().text() == FULL
    for _ in range(SECONDS):
        row.masked._tick()
    assert FULL not in words(row)
    assert "•••• 0133" in words(row)


def test_leaving_the_record_hides_the_number(record, ken, page, settled, qtbot):
    row = number_row(record)
    row.masked.reveal(FULL)
    page.open_person(ken)
    assert FULL not in words(record)


def test_escape_closes_the_question_for_the_reason(record, settled, qtbot):
    row = number_row(record)
    row.masked._eye.click()
    assert row.ask.isVisible()
    qtbot.keyClick(row.ask.findChild(QLineEdit), Qt.Key.Key_Escape)
    assert not row.ask.isVisible()


def test_numbers_are_added_and_ended(record, page, settled, qtbot):
    row = number_row(record)
    row._end.click()
    settled()
    assert record.record.person.numbers[0].until is not None
    record.numbers._add.click()
    dialog = page.findChild(QDialog, "numberDialog")
    write(dialog.findChild(QLineEdit, "card"), "4111111111111111")
    write(dialog.findChild(QLineEdit, "card_expiry"), "12/27")
    dialog.verb.click()
    settled()
    card = next(one for one in record.record.person.numbers if one.kind is NumberKind.CARD)
    assert (card.issuer, card.detail, card.last4, card.sealed) == ("Visa", "2027-12", "1111", False)


def test_each_item_says_where_it_came_from(record):
    assert words(record.profile).count("The customer · 2026-11-22") >= 6


def test_former_values_are_folded_away(desk, hana, record, page, settled):
    assert record.profile._fold.isHidden()
    person = people.open_person(desk, hana).person
    page.bench.detail.edit()
    page.bench.detail.editor.form.set_texts(
        page.bench.detail.editor.form.texts() | {"address": "東京都港区芝公園4-2-8"}
    )
    page.bench.detail.editor.save()
    settled()
    assert not any("丸の内" in word for word in words(record.profile))
    record.profile._fold.click()
    assert any(person.address.text in word for word in words(record.profile))
    record.tabs.setCurrentWidget(record.lists["history"])
    settled()
    assert [(row.field, row.old, row.new) for row in record.lists["history"]._model.rows] == [
        ("address", "東京都千代田区丸の内1-1", "東京都港区芝公園4-2-8")
    ]
    whole = "Address: 東京都千代田区丸の内1-1 → 東京都港区芝公園4-2-8\n2026-11-22 10:00 · 佐藤 恵"
    assert record.lists["history"]._whole.text() == whole


def test_a_former_name_is_seen_beside_the_name(desk, hana, record, page, settled):
    person = people.open_person(desk, hana).person
    people.edit(desk, hana, person.version, replace(profile(person), name="鈴木 花子", kana="スズキ ハナコ"))
    page.open_person(hana)
    settled()
    assert "山田 花子（ヤマダ ハナコ）  (– 2026-11-22)" in words(record.profile)


def test_suspending_is_seen_at_once_and_lifted_for_a_reason(desk, hana, record, page, settled, qtbot):
    tab = record.purposes
    record.tabs.setCurrentWidget(tab)
    assert not tab._buttons["suspend"].isEnabled()
    tab.table.select([row.code for row in tab._model.rows].index("news"))
    tab._buttons["suspend"].click()
    dialog = page.findChild(QDialog, "suspendDialog")
    dialog.verb.click()
    assert dialog.isVisible()
    write(dialog._ground.editor, "by telephone")
    dialog.verb.click()
    settled()
    assert blocked(record.record.purposes, "news", desk.today).ground == "by telephone"
    assert record.head.suspended.isVisible()
    stand, advertising = tab._whole.text().split("\n")
    assert stand.endswith("Suspended since 2026-11-22. by telephone")
    assert advertising.startswith("There is no exemption for advertising")
    assert "News by mail" in record.head.suspended.text()
    assert hana not in reached(desk)
    tab._buttons["lift"].click()
    dialog = page.findChild(QDialog, "liftDialog")
    write(dialog.reason.editor, "asked for it again")
    dialog.verb.click()
    settled()
    assert blocked(record.record.purposes, "news", desk.today) is None
    assert not record.head.suspended.isVisible()


def test_consent_and_opt_out_act_on_all_selected(record, settled, qtbot):
    tab = record.purposes
    record.tabs.setCurrentWidget(tab)
    tab.table.selectAll()
    tab._buttons["opt_out"].click()
    settled()
    assert {row.stand for row in tab._model.rows} == {Stand.OPTED_OUT}
    assert record.head.opted_out.isVisible()
    tab._buttons["consent"].click()
    settled()
    assert {row.stand for row in tab._model.rows} == {Stand.CONSENTED}


def test_retention_and_looks_are_read_with_their_tab(desk, record, settled):
    for name in ("retention", "looks"):
        assert not record.lists[name]._model.rows
        record.tabs.setCurrentWidget(record.lists[name])
        settled()
        assert record.lists[name]._model.rows
    assert "Kept" in record.lists["retention"]._whole.text()


def test_the_log_has_all_looks_and_each_leads_there(desk, record, hana, page, settled, qtbot):
    looks = record.lists["looks"]
    record.tabs.setCurrentWidget(looks)
    settled()
    assert [look.act for look in looks._model.rows][-1] == "person.add"
    assert looks._model.index(len(looks._model.rows) - 1, 2).data() == "Entered a customer"
    with qtbot.waitSignal(page.looks_wanted) as wanted:
        looks.findChild(QPushButton, "looksInLog").click()
    assert wanted.args == [hana, None]
    with qtbot.waitSignal(page.looks_wanted) as wanted:
        looks.table.row_opened.emit(looks._model.rows[0])
    assert wanted.args == [hana, looks._model.rows[0].seq]


def test_what_belongs_elsewhere_is_asked_for(record, hana, page, qtbot):
    with qtbot.waitSignal(page.request_wanted) as wanted:
        record.head._request.click()
    assert wanted.args == [hana]


def test_a_customer_who_is_gone_leaves_the_pane_empty(desk, page, settled, background):
    page.open_person(4711)
    settled()
    assert page.bench.detail.person is None
