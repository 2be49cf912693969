"""The purposes of a customer: what holds, whose data it concerns, the course, and the acts with their signatures."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QDialog, QPushButton

from privdesk.domain.purpose import Stand
from privdesk.domain.user import Role
from privdesk.gui.customers.data_matrix import NOTHING, STOPPED, USED
from privdesk.operations import attempts, exemptions, purposes, users
from privdesk.storage import keys
from tests.gui.customers.keyboard import write
from tests.office import PASSWORD

CODE = "notices"


@pytest.fixture
def tab(desk, hana, page, settled):
    """The purposes of Hana, who suspended the notices."""
    purposes.suspend(desk, hana, [CODE], ground="by telephone")
    page.open_person(hana)
    settled()
    record = page.bench.detail.record
    record.tabs.setCurrentWidget(record.purposes)
    select(record.purposes, CODE)
    return record.purposes


def select(tab, code):
    tab.table.select([row.code for row in tab._model.rows].index(code))


def row(tab, code=CODE):
    return next(one for one in tab._model.rows if one.code == code)


def press(tab, name):
    button = tab.findChild(QPushButton, name)
    assert button.isEnabled()
    button.click()


def dialog(page, name):
    return page.findChild(QDialog, name)


def sign(page, login, password):
    asked = dialog(page, "approver")
    asked._login.editor.clear()
    write(asked._login.editor, login)
    write(asked._secret, password)
    asked.verb.click()


def test_a_suspension_for_a_time_is_entered_with_its_days(desk, tab, page, settled):
    select(tab, "billing")
    press(tab, "purposeSuspend")
    asked = dialog(page, "suspendDialog")
    write(asked._ground.editor, "by telephone")
    asked._until.set_day(desk.today - timedelta(days=1))
    asked.verb.click()
    settled()
    assert asked.isVisible()
    asked._until.set_day(desk.today + timedelta(days=20))
    asked.verb.click()
    settled()
    assert dialog(page, "suspendDialog") is None
    assert row(tab, "billing").state.last_day == desk.today + timedelta(days=20)
    assert "It ends after 2026-12-12." in tab._whole.text()


def test_one_that_begins_later_is_seen_and_can_be_lifted(desk, hana, tab, page, settled):
    purposes.suspend(desk, hana, ["service"], ground="by telephone", start=desk.today + timedelta(days=9))
    page.bench.reload()
    settled()
    select(tab, "service")
    assert row(tab, "service").stand is Stand.OPEN
    assert "from 12-01" in tab._model.index(0, 1).data()
    assert "A suspension begins on 2026-12-01." in tab._whole.text()
    press(tab, "purposeLift")
    write(dialog(page, "liftDialog").reason.editor, "asked for it again")
    dialog(page, "liftDialog").verb.click()
    settled()
    assert row(tab, "service").coming is None


def test_an_exemption_is_signed_beside_the_clerk_seen_and_withdrawn(desk, hana, tab, page, settled):
    users.add(desk, "ueda", "上田 健", PASSWORD, Role.MANAGER, keys.FLOOR)
    press(tab, "purposeExempt")
    asked = dialog(page, "exemptionDialog")
    write(asked._reason.editor, "recall of a product")
    asked._often.setChecked(True)
    asked.verb.click()
    sign(page, "ueda", "wrong password")
    settled()
    assert dialog(page, "approver").isVisible()
    assert exemptions.in_force(desk) == ()
    sign(page, "ueda", PASSWORD)
    settled()
    assert dialog(page, "approver") is None
    ((one, name),) = exemptions.in_force(desk)
    assert (one.signed_by, one.last_day, one.once, name) == (
        "上田 健",
        desk.today + timedelta(days=7),
        False,
        "山田 花子",
    )
    assert row(tab).exemption == one
    assert "recall of a product (signed by 上田 健)" in tab._whole.text()
    assert tab.matrix.model.rows[0].marks[CODE] == USED
    press(tab, "purposeExempt")
    write(dialog(page, "withdrawDialog").reason.editor, "no longer needed")
    dialog(page, "withdrawDialog").verb.click()
    settled()
    assert exemptions.in_force(desk) == ()
    assert any("withdrawn 2026-11-22" in line.text for line in tab._course.rows)


def test_advertising_has_no_exemption(desk, hana, tab, page, settled):
    purposes.suspend(desk, hana, ["news"], ground="by telephone")
    page.bench.reload()
    settled()
    select(tab, "news")
    assert not tab._buttons["exempt"].isEnabled()
    select(tab, CODE)
    assert tab._buttons["exempt"].isEnabled()


def test_a_label_for_a_suspended_purpose_is_refused_with_its_ground(desk, hana, tab, page, settled):
    press(tab, "purposeLabel")
    asked = dialog(page, "labelDialog")
    asked.verb.click()
    settled()
    assert asked.isVisible()
    assert "by telephone" in asked._wrong.text()
    assert [one.attempts for one in attempts.counts(desk)] == [1]
    asked.reject()
    settled()
    select(tab, "service")
    press(tab, "purposeLabel")
    dialog(page, "labelDialog").verb.click()
    settled()
    assert dialog(page, "labelsPage")._labels.count == 1


def test_the_data_of_each_purpose_are_shown_with_what_is_held(tab):
    tab.views.choose("data")
    marks = {one.category: one.marks for one in tab.matrix.model.rows}
    assert marks["profile"][CODE] == STOPPED
    assert marks["profile"]["service"] == USED
    assert marks["licence"]["service"] == NOTHING
    assert marks["licence"][CODE] == ""
    assert not tab._buttons["label"].isVisible()
    tab.views.choose("stands")
    assert tab._buttons["label"].isVisible()


def test_the_course_has_every_stand_the_newest_first(desk, hana, tab, page, settled):
    purposes.lift(desk, hana, [CODE], "asked for it again")
    purposes.consent(desk, hana, [CODE])
    page.bench.reload()
    settled()
    tab.views.choose("course")
    assert [(line.chip.text, line.until) for line in tab._course.rows] == [
        ("Consented", ""),
        ("Suspended", "2026-11-21"),
    ]
