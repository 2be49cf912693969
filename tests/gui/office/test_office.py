"""What is entered in Office is in the vault, and what was saved meanwhile is not overwritten."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QInputMethodEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from privdesk.domain.partner import Partner
from privdesk.domain.purpose import KeptPurpose
from privdesk.gui.office.dialogs import ConflictDialog, ExportDialog, OwnPasswordDialog
from privdesk.gui.office.envelope import EnvelopePage
from privdesk.gui.office.records import PartnerDialog, PurposeDialog
from privdesk.operations import desks, office, policy, retention
from privdesk.storage import transaction
from privdesk.storage.tables import audit
from tests.office import NOW, PASSWORD, TERMS

NEW = "seven green kettles whistle"


def texts(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def type_into(qtbot, widget, name, text):
    field = widget.findChild(QLineEdit, name)
    field.setFocus()
    field.selectAll()
    commit = QInputMethodEvent()  # as an input method does it; key events know ASCII only
    commit.setCommitString(text)
    QApplication.sendEvent(field, commit)


def settled(qtbot, work):
    qtbot.waitUntil(lambda: not work._open, timeout=20_000)


def acts(desk):
    with transaction.reading(desk.vault.reader) as conn:
        return [row.act for row in conn.execute(audit.select().order_by(audit.c.seq))]


def test_the_profile_is_saved_with_its_log_entry_and_can_be_taken_back(qtbot, page, work, desk):
    assert "save" not in page.commands()
    type_into(qtbot, page, "office_name", "青空商店")
    type_into(qtbot, page, "office_postal", "１０００００５")
    page.commands()["save"]()
    settled(qtbot, work)
    saved = office.current(desk)
    assert (saved.name, saved.postal) == ("青空商店", "100-0005")
    assert acts(desk)[-1] == "office.change"
    assert "save" not in page.commands()
    undo = work.said[-1].undo
    work.write(page, undo)
    settled(qtbot, work)
    assert office.current(desk).name == "見本商事株式会社"
    assert page.findChild(QLineEdit, "office_name").text() == "見本商事株式会社"


def test_a_faulty_field_is_said_and_not_saved(qtbot, page, work, desk):
    type_into(qtbot, page, "office_mail", "nobody")
    page.save()
    settled(qtbot, work)
    assert office.current(desk).mail == ""
    assert QApplication.focusWidget().objectName() == "office_mail"


def test_a_conflict_shows_both_and_loses_nothing(qtbot, page, work, desk):
    type_into(qtbot, page, "office_hours", "10-17")
    office.save(desk, replace(office.current(desk), hours="9-12"))
    page.save()
    qtbot.waitUntil(lambda: page.findChild(ConflictDialog) is not None)
    dialog = page.findChild(ConflictDialog)
    assert "9-12" in texts(dialog)
    assert "10-17" in texts(dialog)
    assert office.current(desk).hours == "9-12"
    qtbot.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
    settled(qtbot, work)
    assert office.current(desk).hours == "10-17"


def test_a_conflict_can_end_with_what_was_saved(qtbot, page, work, desk):
    type_into(qtbot, page, "office_hours", "10-17")
    office.save(desk, replace(office.current(desk), hours="9-12"))
    page.save()
    qtbot.waitUntil(lambda: page.findChild(ConflictDialog) is not None)
    page.findChild(QPushButton, "takeTheirs").click()
    assert page.findChild(QLineEdit, "office_hours").text() == "9-12"
    assert not page.section.dirty


def test_an_unsaved_entry_survives_a_change_in_another_section(qtbot, page, work, desk):
    type_into(qtbot, page, "office_department", "窓口")
    page.choose("protection")
    minutes = page.findChild(QComboBox, "idleMinutes")
    minutes.setCurrentIndex(minutes.findData("10"))
    minutes.activated.emit(minutes.currentIndex())
    page.save()
    settled(qtbot, work)
    page.choose("profile")
    page.save()
    settled(qtbot, work)
    saved = office.current(desk)
    assert (saved.idle_minutes, saved.department) == (10, "窓口")
    assert page.findChild(ConflictDialog) is None


def test_a_change_can_be_discarded(qtbot, page, desk):
    type_into(qtbot, page, "office_hours", "10-17")
    page.findChild(QPushButton, "officeDiscard").click()
    assert page.findChild(QLineEdit, "office_hours").text() == ""
    assert not page.section.dirty


def test_a_seal_is_a_picture_or_nothing(qtbot, page, work, desk, tmp_path):
    page.choose("letters")
    seal = page.section._seal
    fake = tmp_path / "seal.png"
    fake.write_bytes(b"\x89PNG\r\n\x1a\nno picture")
    seal.take_file(str(fake))
    assert seal.seal() == b""
    assert "cannot be read" in texts(page)
    picture = QImage(40, 40, QImage.Format.Format_ARGB32)
    picture.fill(QColor(200, 30, 30))
    assert picture.save(str(fake))
    seal.take_file(str(fake))
    page.save()
    settled(qtbot, work)
    assert office.current(desk).seal == fake.read_bytes()


def test_the_own_password_is_changed_with_the_old_one(qtbot, page, work, desk):
    page.choose("users")
    page.section.change_password()
    dialog = page.findChild(OwnPasswordDialog)
    type_into(qtbot, dialog, "oldPassword", "not this one at all")
    for name in ("changedPassword", "changedPasswordAgain"):
        type_into(qtbot, dialog, name, NEW)
    dialog.try_accept()
    settled(qtbot, work)
    assert "password is not right" in texts(dialog)
    type_into(qtbot, dialog, "oldPassword", PASSWORD)
    with qtbot.waitSignal(dialog.accepted, timeout=20_000):
        dialog.try_accept()
    folder, given = desk.vault.folder, desk.reference
    desk.vault.close()
    desks.unlock(folder, "sato", NEW, given, lambda: NOW, TERMS).vault.close()


def test_a_partner_is_added_once_in_whatever_spelling(qtbot, page, work, desk):
    page.choose("partners")
    page.section.new()
    dialog = page.findChild(PartnerDialog)
    type_into(qtbot, dialog, "partner_name", "株式会社ガンマネット")
    type_into(qtbot, dialog, "partner_kind", "注文と決済の記録")
    type_into(qtbot, dialog, "partner_contract_on", "R8.4.1")
    with qtbot.waitSignal(dialog.accepted):
        dialog.try_accept()
    page.section.new()
    again = page.findChildren(PartnerDialog)[-1]
    type_into(qtbot, again, "partner_name", "㈱ガンマネット")
    again.try_accept()
    settled(qtbot, work)
    assert "this name already" in texts(again)
    again.reject()
    (known,) = office.partners(desk)
    assert (known.name, known.kind, known.contract_on) == ("株式会社ガンマネット", "注文と決済の記録", date(2026, 4, 1))
    assert [one.name for one in page.section._rows.rows] == ["株式会社ガンマネット"]
    work.write(page, work.said[0].undo)
    settled(qtbot, work)
    assert office.partners(desk) == ()


def test_a_partner_that_was_changed_meanwhile_is_settled_side_by_side(qtbot, page, work, desk):
    known = office.add_partner(desk, Partner(0, "青空広告")).value
    page.reload()
    settled(qtbot, work)
    page.choose("partners")
    page.section._list.select(0)
    page.commands()["edit"]()
    dialog = page.findChild(PartnerDialog)
    office.change_partner(desk, replace(known, address="東京都港区"))
    type_into(qtbot, dialog, "partner_address", "千葉県柏市")
    dialog.try_accept()
    qtbot.waitUntil(lambda: dialog.findChild(ConflictDialog) is not None)
    both = dialog.findChild(ConflictDialog)
    assert "東京都港区" in texts(both)
    assert "千葉県柏市" in texts(both)
    with qtbot.waitSignal(dialog.accepted):
        both.verb.click()
    settled(qtbot, work)
    assert office.partner(desk, known.id).address == "千葉県柏市"


def test_a_purpose_is_added_reworded_and_switched_off(qtbot, page, work, desk):
    page.choose("purposes")
    page.section.new()
    dialog = page.findChild(PurposeDialog)
    for code, text in (("ja", "会員向け講座のご案内のため"), ("en", "To announce courses")):
        dialog._names[code].set_text(text)
        type_into(qtbot, dialog, f"purpose_short_{code}", text[:6])
    dialog.try_accept()
    settled(qtbot, work)
    assert "at least one kind of data" in texts(dialog)
    dialog._boxes["contact"].setChecked(True)
    with qtbot.waitSignal(dialog.accepted):
        dialog.try_accept()
    settled(qtbot, work)
    entered: KeptPurpose = policy.purposes(desk)[-1]
    assert (entered.purpose.name.en, entered.purpose.categories) == ("To announce courses", ("contact",))
    page.section._list.select(len(page.section._rows.rows) - 1)
    page.findChild(QPushButton, "switchPurpose").click()
    settled(qtbot, work)
    assert not policy.purpose(desk, entered.code).active
    assert page.findChild(QPushButton, "switchPurpose").text() == "Switch on"
    page.commands()["edit"]()
    dialog = page.findChildren(PurposeDialog)[-1]
    type_into(qtbot, dialog, "purpose_short_en", "Courses")
    with qtbot.waitSignal(dialog.accepted):
        dialog.try_accept()
    settled(qtbot, work)
    reworded = policy.purpose(desk, entered.code)
    assert (reworded.purpose.short.en, reworded.active) == ("Courses", False)


def test_the_test_page_is_drawn_for_what_is_not_saved_yet(qtbot, page, work, desk):
    page.choose("envelopes")
    box = page.findChild(QComboBox, "window_down")
    box.setCurrentIndex(box.findData("3"))
    box.activated.emit(box.currentIndex())
    page.findChild(QPushButton, "envelopeTry").click()
    settled(qtbot, work)
    shown = page.findChild(EnvelopePage)
    assert "3 mm down" in shown._page.document.getAllText(0).text()
    shown.reject()
    page.save()
    settled(qtbot, work)
    assert office.current(desk).window_down == 3


def test_another_business_year_offers_to_work_everything_out_anew(qtbot, page, work, desk):
    band = page.findChild(QWidget, "staleBand")
    assert not band.isVisible()
    month = page.findChild(QComboBox, "office_fiscal_year_end_month")
    month.setCurrentIndex(month.findData("12"))
    month.activated.emit(month.currentIndex())
    page.save()
    settled(qtbot, work)
    assert band.isVisible()
    with qtbot.waitSignal(work.progressed):
        page.findChild(QPushButton, "staleRecompute").click()
    settled(qtbot, work)
    assert not band.isVisible()
    assert not retention.dashboard(desk).stale


def test_closing_days_are_entered_as_a_span_and_taken_away(qtbot, page, work, desk):
    page.choose("calendar")
    type_into(qtbot, page, "closedFrom", "R8.12.29")
    type_into(qtbot, page, "closedTo", "2026-12-31")
    qtbot.keyClick(page.findChild(QLineEdit, "closedTo"), Qt.Key.Key_Return)
    page.section._list.select(1)
    page.findChild(QPushButton, "removeClosing").click()
    page.save()
    settled(qtbot, work)
    assert office.current(desk).closing_days == (date(2026, 12, 29), date(2026, 12, 31))


def test_a_span_that_runs_backwards_is_refused(qtbot, page):
    page.choose("calendar")
    type_into(qtbot, page, "closedFrom", "2026-12-29")
    type_into(qtbot, page, "closedTo", "2026-12-01")
    page.section.new()
    assert "must follow" in texts(page)
    assert page.section._days == ()


def test_fees_are_closed_where_the_law_forbids_them(qtbot, page, work, desk):
    page.choose("fees")
    for code, kind in desk.law_on(desk.today).kinds.items():
        assert page.findChild(QLineEdit, f"fee_{code}").isEnabled() == kind.fee
    type_into(qtbot, page, "fee_DISCLOSE", "１，０００")
    type_into(qtbot, page, "fee_PURPOSE", "much")
    page.save()
    assert "no amount in yen" in texts(page)
    type_into(qtbot, page, "fee_PURPOSE", "")
    page.findChild(QLineEdit, "fee_PURPOSE").clear()
    page.save()
    settled(qtbot, work)
    assert office.current(desk).fees == {"DISCLOSE": 1000}


def test_the_desk_is_checked_and_everything_exported(qtbot, page, work, desk, tmp_path):
    page.choose("folder")
    page.section.check_desk()
    settled(qtbot, work)
    assert "are sound" in texts(page)
    page.section.export_to("", False, str(tmp_path / "all.zip"))
    settled(qtbot, work)
    assert (tmp_path / "all.zip").is_file()


def test_an_export_asks_first_and_esc_leaves_it(qtbot, page, desk):
    page.choose("folder")
    page.findChild(QPushButton, "exportEverything").click()
    question = page.findChild(QDialog, "exportQuestion")
    assert "not encrypted" in texts(question)
    with qtbot.waitSignal(question.rejected):
        qtbot.keyClick(question, Qt.Key.Key_Escape)
    assert "desk.export" not in acts(desk)


def test_whole_numbers_leave_only_after_a_second_thought(qtbot, page):
    page.choose("folder")
    page.findChild(QPushButton, "exportEverything").click()
    question = page.findChild(ExportDialog)
    assert "has to be reported" not in texts(question)
    question.findChild(QCheckBox, "exportNumbers").click()
    assert "has to be reported" in texts(question)
    with qtbot.assertNotEmitted(question.wanted):
        question.try_accept()
    assert "10 characters" in texts(question)
    question._reason.set_text("他のシステムへ移行するため")
    with qtbot.waitSignal(question.wanted) as wanted:
        question.try_accept()
    assert wanted.args == ["他のシステムへ移行するため", True]


def test_a_clock_that_is_right_again_is_taken_as_right_for_a_reason(qtbot, page, work, desk):
    office.save(desk, replace(office.current(desk), phone="03-1234-5678"))
    band = page.findChild(QWidget, "clockBand")
    assert band.isHidden()
    desk.clock = lambda: NOW - timedelta(days=40)
    band.retranslate()
    assert "2026-11-22 10:00" in " ".join(label.text() for label in band.findChildren(QLabel))
    page.choose("protection")
    page.findChild(QPushButton, "settleClock").click()
    dialog = page.window().findChild(QDialog, "settleClock")
    dialog.try_accept()
    assert "clock.settle" not in acts(desk)
    dialog.findChild(QPlainTextEdit, "settleReason").setPlainText("時計の電池が切れていたため。")
    dialog.try_accept()
    settled(qtbot, work)
    assert "clock.settle" in acts(desk)
    assert desk.worked_ahead is None
    assert band.isHidden()


def test_language_and_look_are_asked_for(qtbot, page):
    page.choose("look")
    with qtbot.waitSignal(page.settings_wanted):
        page.findChild(QPushButton, "openLook").click()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_section_has_names_in_both_languages(qtbot, page, translation, assert_named, language):
    translation.choose(language)
    QApplication.processEvents()
    for section in page._sections:
        page.choose(section.name)
        assert_named(page)
        assert section.title()
        assert section.text()


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_dialog_opens_in_both_languages_and_closes_by_esc(qtbot, page, desk, translation, assert_named, language):
    translation.choose(language)
    mine = replace(desk.office, hours="10-17")
    for dialog in (
        OwnPasswordDialog(page, desk),
        PartnerDialog(page, desk),
        PurposeDialog(page, desk),
        ExportDialog(page),
        ConflictDialog(page, page._sections[0].pairs(mine, desk.office)),
    ):
        dialog.open()
        assert_named(dialog)
        with qtbot.waitSignal(dialog.rejected):
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)
