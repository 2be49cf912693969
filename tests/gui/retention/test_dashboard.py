"""Every figure is what a count by hand gives, and leads to the list of what it counts."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pypdf
import pytest
import python_calamine
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog

from privdesk.domain.due import DueQuery, DueRow, Ending, Tile
from privdesk.domain.user import Role
from privdesk.gui.retention.screen import RetentionPage
from privdesk.gui.retention.words import Wording
from privdesk.operations import holds, retention
from privdesk.operations.sheets import SheetFormat
from tests.operations.looking import log
from tests.operations.requesting import joined

WHY = "代金の支払いについて訴訟が係属中のため"


def everything(desk) -> tuple[DueRow, ...]:
    return retention.due(desk, DueQuery(), size=100_000).rows


def by_hand(desk) -> dict[Tile, int]:
    """The tiles, counted from every line there is."""
    today, counts = desk.today, Counter()
    for row in everything(desk):
        if row.held:
            counts[Tile.HELD] += 1
        elif row.reason.ending in (Ending.NO_DATE, Ending.NO_RULE):
            counts[Tile.NO_DATE] += 1
        elif row.keep_until is not None:
            left = (row.keep_until - today).days
            spans = {Tile.OVERDUE: left < 0, Tile.DAYS_30: 0 <= left <= 30, Tile.DAYS_60: 30 < left <= 60}
            spans[Tile.DAYS_90] = 60 < left <= 90
            counts.update([tile for tile, inside in spans.items() if inside])
    return counts


def shown(page: RetentionPage) -> list[DueRow]:
    return page.overview.due.model.rows


def test_the_tiles_are_what_one_counts_by_hand(page, desk):
    counts = by_hand(desk)
    assert counts[Tile.OVERDUE] > 0
    for span, tile in page.overview.tiles.items():
        assert f": {counts[span]:,}" in tile.accessibleName()


def test_a_tile_shows_what_it_counts(qtbot, page, desk, settled):
    counts = by_hand(desk)
    for span, tile in page.overview.tiles.items():
        tile.setFocus()
        qtbot.keyClick(tile, Qt.Key.Key_Space)
        settled()
        assert len(shown(page)) == min(100, counts[span])
        assert page.overview.due._figure.text() == f"{counts[span]:,} lines"
    assert page.overview.due.model.query == DueQuery(Tile.NO_DATE)
    page.overview.due._all.click()
    settled()
    assert page.overview.due._figure.text() == f"{len(everything(desk)):,} lines"


def test_the_next_page_comes_when_one_scrolls(qtbot, page, desk, settled):
    page.show_due(DueQuery(Tile.OVERDUE))
    settled()
    page.overview.due.table.scrollToBottom()
    settled()
    page.overview.due.table.scrollToBottom()
    settled()
    found = retention.due(desk, DueQuery(Tile.OVERDUE), size=100_000).rows
    assert len(found) > 100
    assert [row.id for row in shown(page)] == [row.id for row in found]


def test_bars_are_months_and_categories_counted_by_hand(page, desk):
    plot = page.overview.bars.chart.plot
    wording, counts = Wording(desk.reference), Counter()
    for row in everything(desk):
        if not row.held and row.keep_until and row.keep_until >= desk.today and row.reason.ending is Ending.DATED:
            counts[row.keep_until.year * 12 + row.keep_until.month, wording.category(row.category)] += 1
    first = desk.today.year * 12 + desk.today.month
    assert plot.months[:3] == ("Nov ’26", "Dec", "Jan ’27")
    for layer in plot.series:
        assert list(layer.values) == [counts[first + n, layer.name] for n in range(12)]
    assert sum(plot.totals()) == sum(n for (month, _), n in counts.items() if month < first + 12)


def test_a_part_of_a_bar_leads_to_its_lines(qtbot, page, desk, settled):
    chart = page.overview.bars.chart
    (month, place), rect = next(iter(chart.plot.parts(chart.rect().toRectF()).items()))
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    settled()
    assert len(shown(page)) == chart.plot.series[place].values[month]
    name = chart.plot.series[place].name
    assert {Wording(desk.reference).category(row.category) for row in shown(page)} == {name}
    assert name in page.overview.due._title.text()


def test_bars_are_walked_by_keys(qtbot, page, settled):
    chart = page.overview.bars.chart
    chart.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return):
        qtbot.keyClick(chart, key)
    settled()
    assert page.overview.due.model.query.month == date(2026, 12, 1)
    assert len(shown(page)) == chart.plot.series[0].values[1]


def test_a_line_says_why_and_leads_to_its_customer(qtbot, page, desk, settled):
    page.show_due(DueQuery(Tile.OVERDUE))
    settled()
    due = page.overview.due
    due.table.select(0)
    row = shown(page)[0]
    assert Wording(desk.reference).reason(row) in due.detail.said()
    assert row.name in due.detail.said()
    for press in (due._open.click, lambda: qtbot.keyClick(due.table, Qt.Key.Key_Return)):
        with qtbot.waitSignal(page.person_wanted) as wanted:
            press()
        assert wanted.args == [row.person]


def test_a_hold_takes_its_customer_out_of_what_is_due(page, desk, settled, background):
    before = by_hand(desk)
    (row, *_) = retention.due(desk, DueQuery(Tile.OVERDUE)).rows
    background.write(page, holds.place, row.person, "訴訟", WHY)
    settled()
    after = by_hand(desk)
    assert after[Tile.HELD] > before[Tile.HELD]
    assert f": {after[Tile.OVERDUE]:,}" in page.overview.tiles[Tile.OVERDUE].accessibleName()
    page.show_due(DueQuery(Tile.OVERDUE))
    settled()
    assert row.person not in {one.person for one in shown(page)}


def test_the_page_prints_what_it_shows(qtbot, page, desk, settled, tmp_path):
    page.show_due(DueQuery(Tile.OVERDUE))
    settled()
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "retention.pdf"))
    with qtbot.waitSignal(page.output.printed, timeout=30_000):
        page.output.print_to(printer)
    pages = pypdf.PdfReader(tmp_path / "retention.pdf").pages
    text = " ".join("\n".join(sheet.extract_text() for sheet in pages).split())
    assert len(pages) > 3
    assert "見本商事株式会社" in text
    assert f"Overdue: {by_hand(desk)[Tile.OVERDUE]}" in text
    for row in retention.due(desk, DueQuery(Tile.OVERDUE), size=100_000).rows:
        assert row.number in text
    assert ("retention.print", "retention") in log(desk)


@pytest.mark.parametrize("format_", list(SheetFormat))
def test_the_due_list_is_exported(page, desk, settled, tmp_path, format_):
    page.show_due(DueQuery(Tile.DAYS_30))
    settled()
    page.output.export(format_)
    settled()
    dialog = page.findChild(QFileDialog, "saveFile")
    path = tmp_path / f"due.{format_}"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    settled()
    expected = [row.number for row in retention.due(desk, DueQuery(Tile.DAYS_30)).rows]
    assert expected
    if format_ is SheetFormat.XLSX:
        rows = python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()
        assert [row[0] for row in rows] == ["Number", *expected]
    else:
        lines = path.read_text("utf-8-sig").splitlines()
        assert [line.split(",")[0].strip('"') for line in lines] == ["Number", *expected]


def test_others_than_the_manager_read_a_sentence(qtbot, theme, desk, background, state, settled):
    desk.actor = joined(desk, "tanaka", Role.SUPPORT).actor
    page = RetentionPage(background, desk, state)
    qtbot.addWidget(page)
    page.show()
    page.come_forward()
    settled()
    assert not page.overview.isVisible()
    assert page._not_yours.isVisible()
    assert page.commands() == {}
    page.show_due(DueQuery(Tile.OVERDUE))
    assert not page.overview.isVisible()


def test_a_stale_dashboard_says_so_until_it_is_worked_out_anew(qtbot, page, desk, settled):
    desk.office = replace(desk.office, fiscal_year_end_month=12)
    page.reload()
    settled()
    assert page._stale_band.isVisible()
    page._stale_band._again.click()
    settled()
    assert not page._stale_band.isVisible()


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize("view", ["due", "holds", "rules"])
def test_everything_is_named_in_both_languages(qtbot, page, translation, assert_named, settled, language, view):
    translation.choose(language)
    QApplication.sendPostedEvents()
    page.filters.choose(view)
    settled()
    assert_named(page)
    assert len(page.help_text()) > 100
    assert not page.grab().isNull()


def test_the_page_fits_in_the_smallest_window(page):
    assert page.minimumSizeHint().width() <= 960 - 188
    assert page.minimumSizeHint().height() <= 640 - 100


def test_overdue_is_said_without_colour_too(page, settled):
    page.show_due(DueQuery(Tile.OVERDUE))
    settled()
    column = page.overview.due.model.columns[0]
    row = shown(page)[0]
    assert (column.tone(row), column.sign(row)) == ("late", "octagon-alert")
    later = replace(row, reason=replace(row.reason, until=row.keep_until + timedelta(days=100_000)))
    assert (column.tone(later), column.sign(later)) == ("", "")
