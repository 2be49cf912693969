"""Holds and rules from the window: what is typed is done, logged, worked out, and can be undone or refused."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from privdesk.domain.category import Category
from privdesk.domain.due import DueQuery, Practice, Tile
from privdesk.domain.person import PeopleQuery
from privdesk.gui.retention.dialogs import LiftHold, PlaceHold
from privdesk.gui.retention.rule_dialogs import ChangePeriod, OfficeFacts
from privdesk.gui.retention.rule_lines import rule_lines
from privdesk.gui.widgets.dialog import Question
from privdesk.operations import holds, people, retention, rules
from tests.operations.looking import log, log_text

WHY = "代金の支払いについて訴訟が係属中のため"


def dialog(page, kind: type[QDialog]):
    """The one dialog of that kind."""
    (found,) = page.findChildren(kind)
    return found


def ends(desk, category: Category) -> list[date]:
    rows = retention.due(desk, DueQuery(category=category), size=100_000).rows
    return sorted(row.keep_until for row in rows if row.keep_until)


@pytest.fixture
def held(desk) -> int:
    """A customer with a hold."""
    (row, *_) = retention.due(desk, DueQuery(Tile.OVERDUE)).rows
    holds.place(desk, row.person, "訴訟", WHY, review_on=desk.today + timedelta(days=5))
    desk.take_changes()
    return row.person


def select_rule(page, code: str) -> None:
    page.filters.choose("rules")
    rows = page.rules._model.rows
    page.rules.table.select(next(place for place, row in enumerate(rows) if row.rule.code == code))


def test_a_hold_is_placed_on_a_customer_who_is_looked_for(qtbot, page, desk, settled):
    (hana,) = people.page(desk, PeopleQuery(text="A000001")).rows
    page.commands()["new"]()
    asked = dialog(page, PlaceHold)
    asked.try_accept()
    assert "Choose the customer" in asked._wrong.text()
    QTest.keyClicks(asked.chooser.search, "A000001")
    qtbot.waitUntil(lambda: asked.chooser.person() is not None)
    QTest.keyClicks(asked.name.editor, "lawsuit")
    asked.reason.set_text(WHY)
    asked.review.set_text("22.12.")
    qtbot.keyClick(asked.name.editor, Qt.Key.Key_Return)
    settled()
    assert not page.findChildren(PlaceHold)
    (placed,) = holds.in_force(desk)
    assert (placed.person, placed.hold.name, placed.hold.reason) == (hana.id, "lawsuit", WHY)
    assert placed.hold.review_on == date(2026, 12, 22)
    assert page.filters._chips["holds"].text() == "Holds  1"


def test_what_is_missing_is_said_and_nothing_is_done(page, desk, settled):
    page.show_due(DueQuery(Tile.OVERDUE))
    settled()
    page.overview.due.table.select(0)
    page.overview.due._hold.click()
    asked = dialog(page, PlaceHold)
    asked.reason.set_text("短い")
    asked.review.set_text(desk.today.isoformat())
    asked.try_accept()
    settled()
    wrong = [field._line.text() for field in (asked.name, asked.reason, asked.review)]
    assert "name" in wrong[0]
    assert "10 characters" in wrong[1]
    assert "ahead" in wrong[2]
    assert holds.in_force(desk) == ()
    asked.reject()


def test_a_hold_is_lifted_with_a_reason(qtbot, desk, held, page, settled):
    before = retention.due_count(desk, DueQuery(Tile.OVERDUE))
    page.filters.choose("holds")
    page.holds.table.select(0)
    assert WHY in page.holds.detail.said()
    page.holds._lift.click()
    asked = dialog(page, LiftHold)
    asked.try_accept()
    assert asked.isVisible()
    asked.reason.set_text("和解により訴訟は終わった")
    asked.try_accept()
    settled()
    assert holds.in_force(desk) == ()
    assert retention.due_count(desk, DueQuery(Tile.OVERDUE)) > before
    assert page.holds._model.rowCount() == 0
    assert log(desk)[-1] == ("hold.lift", f"person:{held}")


def test_what_somebody_else_lifted_meanwhile_is_said_in_the_dialog(desk, held, page, settled):
    page.filters.choose("holds")
    page.holds.table.select(0)
    page.holds._lift.click()
    asked = dialog(page, LiftHold)
    asked.reason.set_text("和解により訴訟は終わった")
    (placed,) = holds.in_force(desk)
    holds.lift(desk, placed.id, placed.version, "もう一人が先に解除した")
    asked.try_accept()
    settled()
    assert asked.isVisible()
    assert asked._wrong.text()
    asked.reject()


def test_the_held_customer_is_a_link(qtbot, held, page):
    page.filters.choose("holds")
    page.holds.table.select(0)
    for press in (page.holds._open.click, lambda: qtbot.keyClick(page.holds.table, Qt.Key.Key_Return)):
        with qtbot.waitSignal(page.person_wanted) as wanted:
            press()
        assert wanted.args == [held]


def test_a_changed_period_moves_the_days(qtbot, page, desk, settled):
    before = ends(desk, Category.CARD)
    select_rule(page, "card")
    page.commands()["edit"]()
    asked = dialog(page, ChangePeriod)
    for name, text in (("months", ""), ("years", "3")):
        asked.parts[name].editor.setFocus()
        asked.parts[name].editor.selectAll()
        QTest.keyClick(asked.parts[name].editor, Qt.Key.Key_Delete)
        QTest.keyClicks(asked.parts[name].editor, text)
    said = asked._effect_said
    cards = sum(row.records for row in retention.due(desk, DueQuery(category=Category.CARD), size=100_000).rows)
    qtbot.waitUntil(lambda: said.text() == f"{len(before)} of {cards} records get another last day.")
    asked.reason.set_text("チャージバックの期間が延びたため")
    asked.try_accept()
    settled()
    assert not page.findChildren(ChangePeriod)
    after = ends(desk, Category.CARD)
    assert len(after) == len(before) > 0
    assert all((later - earlier).days > 800 for earlier, later in zip(before, after, strict=True))
    assert "Version 2: 3 years, on, from 2026-11-22" in page.rules.detail.said()
    assert "Version 1: 6 months" in page.rules.detail.said()
    assert "チャージバック" in log_text(desk)


def test_a_change_to_come_changes_nothing_yet(page, desk, settled):
    before = ends(desk, Category.CARD)
    select_rule(page, "card")
    page.rules._change.click()
    asked = dialog(page, ChangePeriod)
    asked.parts["years"].set_text("２")
    asked.valid_from.set_text("2027-04-01")
    asked.reason.set_text("来年度から改める")
    asked.try_accept()
    assert asked.isVisible()
    asked.reason.set_text("来年度からの社内規程の改正による")
    asked.try_accept()
    settled()
    assert ends(desk, Category.CARD) == before
    (line,) = [row for row in page.rules._model.rows if row.rule.code == "card"]
    assert (line.rule.version, line.coming.rule.valid_from) == (1, date(2027, 4, 1))


@pytest.mark.parametrize(
    ("lengths", "day"),
    [((0, 0, 0), "2026-11-22"), (("x", 0, 0), "2026-11-22"), ((1, 0, 0), "2026-11-21"), ((1, 0, 0), "x")],
)
def test_a_rule_without_a_period_or_from_the_past_is_refused(page, desk, settled, lengths, day):
    before = rules.versions(desk)
    select_rule(page, "card")
    page.rules._change.click()
    asked = dialog(page, ChangePeriod)
    for box, value in zip(asked.parts.values(), lengths, strict=True):
        box.set_text(str(value))
    asked.valid_from.set_text(day)
    asked.reason.set_text("社内規程の改正による変更です")
    asked.try_accept()
    settled()
    assert asked.isVisible()
    fields = (asked.valid_from, *asked.parts.values())
    assert asked._wrong.text() or "late" in [field.editor.property("state") for field in fields]
    assert rules.versions(desk) == before
    asked.reject()


def test_a_rule_is_switched_off_and_on_again(page, desk, settled):
    for state in (False, True):
        select_rule(page, "licence")
        page.rules._switch.click()
        settled()
        assert "records get another last day" in dialog(page, Question)._text.text()
        dialog(page, Question).verb.click()
        settled()
        assert ("licence" in {one.code for one in rules.in_force(desk)}) is state
        (line,) = [row for row in page.rules._model.rows if row.rule.code == "licence"]
        assert line.now.active is state
    without = {row.category for row in retention.due(desk, DueQuery(Tile.NO_DATE), size=1000).rows}
    assert Category.LICENCE not in without


def test_loss_years_keep_their_papers_longer(page, desk, settled):
    before = max(ends(desk, Category.TRANSACTIONS))
    page.filters.choose("rules")
    page.rules._facts.click()
    settled()
    asked = dialog(page, OfficeFacts)
    asked.years.set_text("last year")
    asked.try_accept()
    assert asked.isVisible()
    asked.years.set_text("2026、2025 2027")
    asked.facts["mail_order"].setChecked(True)
    asked.try_accept()
    settled()
    assert rules.practice(desk) == Practice((2025, 2026, 2027), mail_order=True, version=2)
    assert max(ends(desk, Category.TRANSACTIONS)) > before


def test_everything_is_worked_out_anew(qtbot, page, desk, background, settled):
    page.filters.choose("rules")
    with qtbot.waitSignal(background.done) as done:
        page.rules._again.click()
    settled()
    assert done.args[0].value == people.count(desk, PeopleQuery())


def test_a_rule_tells_all_of_itself(page):
    select_rule(page, "tax-loss-payments")
    said = page.rules.detail.said()
    for part in ("10 years", "2 months", "Art. 26-3", "own", "Business year with a loss", "forbids earlier disposal"):
        assert part in said


def test_lines_have_the_version_of_the_day(desk):
    card = next(one.rule for one in rules.versions(desk) if one.rule.code == "card")
    lines = {line.rule.code: line for line in rule_lines(rules.versions(desk), card.valid_from - timedelta(days=1))}
    assert lines["card"].now.rule == card
    assert lines["card"].coming is None
    assert len(lines) == len({one.rule.code for one in rules.versions(desk)})


OPEN = {
    PlaceHold: lambda page: page.acts.place_hold(),
    LiftHold: lambda page: page.acts.lift_hold(page.holds._model.rows[0]),
    ChangePeriod: lambda page: page.acts.change_rule(page.rules._model.rows[0]),
    Question: lambda page: page.acts.switch_rule(page.rules._model.rows[0]),
    OfficeFacts: lambda page: page.acts.ask_facts(),
}


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("kind", list(OPEN), ids=lambda kind: kind.__name__)
def test_every_dialog_in_both_languages_goes_with_escape(
    qtbot, held, page, translation, assert_named, settled, kind, language
):
    translation.choose(language)
    QApplication.sendPostedEvents()
    OPEN[kind](page)
    settled()
    opened = dialog(page, kind)
    assert opened.isVisible()
    assert_named(opened)
    assert opened.height() <= 720
    assert not opened.grab().isNull()
    with qtbot.waitSignal(opened.rejected):
        qtbot.keyClick(opened, Qt.Key.Key_Escape)
    settled()
    assert not page.findChildren(kind)
