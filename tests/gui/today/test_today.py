"""The first page: what waits stands there with its count, and every figure leads to what it counts."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel

from privdesk.domain.case import RequestQuery
from privdesk.domain.due import DueQuery, Tile
from privdesk.domain.message import MessageState
from privdesk.domain.office import ZONE
from privdesk.domain.user import Role
from privdesk.gui.background import Background
from privdesk.gui.today.linkrow import LinkRow
from privdesk.gui.today.screen import TodayPage
from privdesk.operations import messages, requests
from privdesk.operations.today import DAYS, Need, today
from tests.operations.requesting import joined, taken

MAIL = b"From: <b>hana</b> <hana@example.jp>\r\nTo: desk@example.jp\r\nSubject: <b>hello</b>\r\n\r\nhello\r\n"
MONDAY = date(2026, 11, 30)


@pytest.fixture
def desk(desk):
    """On a Monday with late, due and coming requests, and a mail."""
    for day in (9, 11, 16, 16, 20):
        taken(desk, arrived=date(2026, 11, day))
    messages.take_mail(desk, MAIL)
    desk.take_changes()
    desk.clock = lambda: datetime(2026, 11, 30, 10, tzinfo=ZONE)
    return desk


@pytest.fixture
def page(qtbot, theme, background, desk, settled) -> TodayPage:
    made = TodayPage(background, desk)
    background.changed.connect(made.take_changes)
    qtbot.addWidget(made)
    made.resize(1090, 700)
    made.show()
    made.come_forward()
    settled()
    return made


def row(page, name: str) -> LinkRow:
    return page.findChild(LinkRow, name)


def said(page) -> dict[str, str]:
    return {one.objectName(): one.accessibleName() for one in page.findChildren(LinkRow)}


def test_every_need_is_a_line_with_its_count(page, desk):
    found = today(desk)
    assert found.waiting
    for waiting in found.waiting:
        assert said(page)[f"need_{waiting.need}"].endswith(f" {waiting.count}")
        for piece in waiting.first:
            assert piece.title in said(page)[f"piece_{waiting.need}_{piece.id}"]


def test_a_line_says_number_person_and_days(page):
    late = [text for name, text in said(page).items() if name.startswith("piece_late")]
    assert late
    assert all(text.startswith("R8-00") and "渡邉 由美子" in text and "late" in text for text in late)


def test_heads_lead_to_their_lists(qtbot, page):
    for need, query in (
        ("late", RequestQuery(due_by=date(2026, 11, 29))),
        ("week", RequestQuery(due_by=date(2026, 12, 7))),
        ("mails", MessageState.NEW),
    ):
        with qtbot.waitSignal(page.place_wanted) as wanted:
            row(page, f"need_{need}").click()
        assert wanted.args == ["requests", query]


def test_the_query_of_a_head_finds_at_least_what_it_counts(page, desk):
    found = {one.need: one.count for one in today(desk).waiting}
    late = requests.page(desk, RequestQuery(due_by=date(2026, 11, 29))).rows
    assert len(late) == found[Need.LATE]


def test_lines_lead_to_the_thing_itself(qtbot, page, desk):
    late = next(one for one in today(desk).waiting if one.need is Need.LATE).first[0]
    line = row(page, f"piece_late_{late.id}")
    line.setFocus()
    with qtbot.waitSignal(page.request_wanted) as wanted:
        qtbot.keyClick(line, Qt.Key.Key_Space)
    assert wanted.args == [late.id]
    mail = messages.inbox(desk)[0]
    with qtbot.waitSignal(page.message_wanted) as wanted:
        row(page, f"piece_mails_{mail.id}").click()
    assert wanted.args == [mail.id]


def test_tiles_lead_to_retention(qtbot, page):
    for tile, span in ((page.overdue, Tile.OVERDUE), (page.ending, Tile.DAYS_30)):
        with qtbot.waitSignal(page.place_wanted) as wanted:
            tile.click()
        assert wanted.args == ["retention", DueQuery(span)]


def test_retention_is_not_shown_to_support(qtbot, theme, desk, settled, background):
    desk.actor = joined(desk, "tanaka", Role.SUPPORT).actor
    made = TodayPage(background, desk)
    qtbot.addWidget(made)
    made.show()
    made.come_forward()
    settled()
    assert not made.overdue.isVisible()
    assert made.deadlines.isVisible()


def test_the_strip_is_walked_by_keys(qtbot, page, desk):
    strip = page.strip.strip
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert strip.said().startswith("2026-11-30 Mon: ")
    qtbot.keyClick(strip, Qt.Key.Key_Down)
    assert strip.said() == f"2026-12-07 Mon: {today(desk).days[7].due} due"
    assert strip.accessibleName() == strip.said()
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert strip.said() == "2026-12-06 Sun: 0 due (closed)"
    qtbot.keyClick(strip, Qt.Key.Key_Up)
    with qtbot.waitSignal(page.place_wanted) as wanted:
        qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert wanted.args == ["requests", RequestQuery(due_by=MONDAY)]
    qtbot.keyClick(strip, Qt.Key.Key_End)
    assert strip.said().startswith("2026-12-29")
    qtbot.keyClick(strip, Qt.Key.Key_Home)
    assert strip.said().startswith("2026-11-30")


def test_a_click_on_a_day_asks_for_it(qtbot, page):
    strip = page.strip.strip
    middle = strip.plot.column(strip.rect().toRectF(), 4).center().toPoint()
    with qtbot.waitSignal(page.place_wanted) as wanted:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(middle.x(), 20))
    assert wanted.args == ["requests", RequestQuery(due_by=date(2026, 12, 4))]


def test_the_same_days_stand_in_a_table(qtbot, page, desk):
    qtbot.mouseClick(page.strip._switch, Qt.MouseButton.LeftButton)
    assert page.strip.table.isVisible()
    model = page.strip.table.model()
    shown = [model.index(place, 1).data() for place in range(model.rowCount())]
    assert shown == [f"{day.due}" if day.due else "–" for day in today(desk).days]
    assert len(shown) == DAYS
    page.strip.table.select(2)
    with qtbot.waitSignal(page.place_wanted) as wanted:
        qtbot.keyClick(page.strip.table, Qt.Key.Key_Return)
    assert wanted.args == ["requests", RequestQuery(due_by=date(2026, 12, 2))]


def test_counts_are_told_after_every_change_even_from_behind(qtbot, page, desk, background):
    page.hide()
    before = today(desk).counts
    with qtbot.waitSignal(page.counted) as counted:
        background.write(page, lambda desk: taken(desk, arrived=date(2026, 11, 9)))
    assert counted.args[0] == dict(today(desk).counts)
    assert counted.args[0]["due"] == before["due"] + 1


def test_the_line_in_focus_keeps_it(qtbot, page, settled):
    line = row(page, "need_week")
    line.setFocus()
    page.reload()
    settled()
    assert row(page, "need_week") is not line
    assert QApplication.focusWidget() is row(page, "need_week")


def test_a_higher_window_shows_more_lines(qtbot, page, desk, settled):
    for _ in range(6):
        taken(desk, arrived=date(2026, 11, 9))
    page.resize(1090, 560)
    page.reload()
    settled()
    low = len(said(page))
    page.resize(1090, 1000)
    qtbot.waitUntil(lambda: len(said(page)) > low)
    late = next(one for one in today(desk).waiting if one.need is Need.LATE)
    assert sum(name.startswith("piece_late") for name in said(page)) == len(late.first)


def test_foreign_text_is_plain(page):
    (mail,) = [text for name, text in said(page).items() if name.startswith("piece_mails")]
    assert "<b>hello</b>" in mail


def test_an_empty_day_says_so_and_offers_the_first_step(qtbot, theme, founded, tmp_path):
    desk = founded.copied(tmp_path / "quiet.privdesk")
    road = Background(desk)
    made = TodayPage(road, desk)
    qtbot.addWidget(made)
    made.show()
    with qtbot.waitSignal(made.counted):
        made.come_forward()
    button = made.findChild(type(made.strip._switch), "firstStep")
    with qtbot.waitSignal(made.intake_wanted):
        button.click()
    assert not made.deadlines.isVisible()
    road.stop()
    road.wait()
    desk.vault.close()


@pytest.mark.parametrize("language", ["en", "ja"])
def test_everything_is_named_in_both_languages(qtbot, page, translation, assert_named, language):
    translation.choose(language)
    qtbot.waitUntil(lambda: page.accessibleName() != "")
    QApplication.sendPostedEvents()
    assert_named(page)
    assert len(page.help_text()) > 100
    assert not page.grab().isNull()
    kinds = {text for name, text in said(page).items() if name.startswith("piece_late")}
    assert all(("開示" in text) == (language == "ja") for text in kinds)


def test_nothing_is_said_before_it_is_known(qtbot, theme, background, desk):
    made = TodayPage(background, desk)
    qtbot.addWidget(made)
    made.resize(1090, 700)
    made.show()
    assert not any("No deadline" in label.text() for label in made.findChildren(QLabel) if label.isVisible())
    made.come_forward()
    qtbot.waitUntil(lambda: any("2026" in label.text() for label in made.findChildren(QLabel)))


def test_the_page_fits_in_the_smallest_window(page, theme):
    theme.dress(page)
    assert page.minimumSizeHint().width() <= 960 - 188
    assert page.minimumSizeHint().height() <= 640 - 100


def test_a_day_off_has_its_name(page, desk):
    other = replace(today(desk).days[0], date=date(2027, 1, 1), is_open=False)
    assert page.strip.strip.note(other) == "New Year's Day"
