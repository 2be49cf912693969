"""The dashboard, the list behind each of its figures, and the sentence that says why."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privdesk.domain.category import Category
from privdesk.domain.due import DueQuery, Ending, Reason, Tile, reason_text
from privdesk.domain.errors import Cancelled, NotAllowed
from privdesk.domain.user import Role
from privdesk.operations import retention
from privdesk.storage import audit, rules, transaction, users
from tests.storage import kept_desk as made

TODAY = date(2026, 11, 22)
CODES = {one.code: one for one in made.DEFAULTS.rules}


def watched(done: int, total: int) -> None:
    assert 0 <= done <= total


@pytest.fixture
def kept(desk):
    """A desk with its rules and customers whose profiles end on known days, worked out."""
    with transaction.writing(desk.vault.writer) as conn:
        if not rules.versions(conn):
            rules.enter_rules(conn, made.DEFAULTS, TODAY)
        # five years after the day, the profile may go
        for left in ("2019-01-10", "2021-11-21", "2021-11-22", "2021-12-22", "2021-12-23", "2022-02-20", "2022-02-21"):
            made.person(conn, left=left)
        made.hold(conn, made.person(conn, left="2001-01-01"))
        made.person(conn, status="left")
        made.person(conn)
        made.request(conn, None, closed="2023-11-30")
    retention.recompute(desk, watched)
    return desk


@pytest.fixture
def support(desk):
    with transaction.writing(desk.vault.writer) as conn:
        actor = users.add(conn, login="ito", name="伊藤 舞", role=Role.SUPPORT, slot="none", language="ja")
    return replace(desk, actor=actor)


def test_each_line_is_in_the_tile_of_its_day(kept):
    # 2024-01-10 and 2026-11-21 are over; 11-22 is the last day, not yet over; 11-30 is the request's
    assert retention.dashboard(kept).tiles == {
        Tile.OVERDUE: 2,
        Tile.DAYS_30: 3,
        Tile.DAYS_60: 1,
        Tile.DAYS_90: 1,
        Tile.HELD: 1,
        Tile.NO_DATE: 1,
    }


def test_the_bars_are_the_overdue_and_the_next_twelve_months(kept):
    months = retention.dashboard(kept).months
    assert [month.first for month in months] == [
        None,
        *(date(2026, number, 1) for number in (11, 12)),
        *(date(2027, number, 1) for number in range(1, 11)),
    ]
    assert {month.first: dict(month.counts) for month in months if month.counts} == {
        None: {Category.PROFILE: 2},
        date(2026, 11, 1): {Category.PROFILE: 1, Category.REQUESTS: 1},
        date(2026, 12, 1): {Category.PROFILE: 2},
        date(2027, 2, 1): {Category.PROFILE: 2},
    }


def test_every_figure_leads_to_its_list(kept):
    figures = retention.dashboard(kept)
    for tile, count in figures.tiles.items():
        assert len(retention.due(kept, DueQuery(tile)).rows) == retention.due_count(kept, DueQuery(tile)) == count
    for month in figures.months[1:]:
        for category in Category:
            query = DueQuery(month=month.first, category=category)
            assert retention.due_count(kept, query) == month.counts.get(category, 0)


def test_the_list_goes_on_where_the_page_ended(kept):
    query, found, after = DueQuery(Tile.DAYS_30), [], None
    while True:
        page = retention.due(kept, query, after, size=1)
        found += page.rows
        if (after := page.next) is None:
            break
    assert [(row.name, row.keep_until) for row in found] == [
        ("見本 花子", date(2026, 11, 22)),
        ("名乗り 太郎", date(2026, 11, 30)),
        ("見本 花子", date(2026, 12, 22)),
    ]
    assert [row.person is None for row in found] == [False, True, False]


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(-400, 400))
def test_no_day_is_in_two_tiles(today: date, ahead: int):
    day = today + timedelta(days=ahead)
    tiles = [tile for tile in Tile if (days := tile.days(today)) and days[0] <= day <= days[1]]
    assert len(tiles) == (ahead <= 90)


@pytest.mark.parametrize(
    ("code", "started", "until", "ja", "en"),
    [
        (
            "tax-transactions",
            date(2026, 5, 31),
            date(2033, 5, 31),
            "2033-05-31まで保存。理由：取引書類（法人税）。事業年度末の2か月後の月末（2026-05-31）の翌日から7年"
            "（法人税法施行規則第59条、第67条）",
            "Kept until 2033-05-31 because: Tax: orders, contracts, invoices, receipts, 7 years after "
            "end of the business year and 2 months more (2026-05-31) "
            "(Enforcement Rules of the Corporation Tax Act Art. 59, 67)",
        ),
        (
            "card",
            date(2026, 8, 31),
            date(2027, 2, 28),
            "2027-02-28まで保存。理由：クレジットカード（異議申立てへの備え）。最終取引日（2026-08-31）の翌日から6か月"
            "（個人情報保護法第22条、プライバシーポリシー3）",
            "Kept until 2027-02-28 because: Card (chargebacks), 6 months after last transaction (2026-08-31) "
            "(APPI Art. 22, privacy policy part 3)",
        ),
        (
            "bank",
            date(2025, 8, 31),
            date(2026, 8, 31),
            "2026-08-31まで保存。理由：銀行口座番号（返金への備え）。最終取引日（2025-08-31）の翌日から1年"
            "（個人情報保護法第22条、プライバシーポリシー3）",
            "Kept until 2026-08-31 because: Bank account (refunds), 1 year after last transaction (2025-08-31) "
            "(APPI Art. 22, privacy policy part 3)",
        ),
    ],
)
def test_the_sentence_says_why(code, started, until, ja, en):
    reason = Reason(Ending.DATED, CODES[code], started, until)
    assert reason_text(reason, made.DEFAULTS, "ja") == ja
    assert reason_text(reason, made.DEFAULTS, "en") == en


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("ending", list(Ending))
def test_every_rule_has_its_sentence(ending, language):
    for rule in CODES.values():
        known = ending is Ending.DATED
        start, until = (TODAY, date(2036, 1, 1)) if known else (None, None)
        text = reason_text(
            Reason(ending, None if ending is Ending.NO_RULE else rule, start, until), made.DEFAULTS, language
        )
        assert "None" not in text
        assert "{" not in text
        assert (rule.basis.in_(language) in text) == (ending is not Ending.NO_RULE)


def test_the_reasons_of_one_customer_are_a_logged_look(kept):
    with kept.reading() as conn:
        (first, *_), before = conn.exec_driver_sql("SELECT min(id) FROM person").one(), audit.head(conn).seq
    (row,) = retention.kept_because(kept, first)
    assert (row.category, row.keep_until, row.records, row.held) == (Category.PROFILE, date(2024, 1, 10), 1, 0)
    assert row.reason.rule == CODES["profile"]
    with kept.reading() as conn:
        (entry,) = audit.about(conn, f"person:{first}")
    assert (entry.seq, entry.act) == (before + 1, "person.open")


def test_the_command_line_gets_every_line_by_its_day(kept):
    lines = retention.as_json(kept, "en")
    assert {tuple(line) for line in lines} == {("person", "category", "keep_until", "rule", "held", "reason")}
    assert [line["keep_until"] for line in lines][:4] == ["2006-01-01", "2024-01-10", "2026-11-21", "2026-11-22"]
    assert [line["keep_until"] for line in lines][-2:] == [None, None]
    assert (lines[0]["rule"], lines[0]["held"]) == ("profile", 1)


def test_the_printed_list_has_all_columns_and_is_logged(kept):
    rows = retention.due_as_table(kept, DueQuery(Tile.OVERDUE), "ja")
    assert {len(row) for row in rows} == {len(retention.DUE_COLUMNS)}
    assert [row[1:5] for row in rows] == [
        ("見本 花子", "氏名・生年月日等の基本情報", 1, date(2024, 1, 10)),
        ("見本 花子", "氏名・生年月日等の基本情報", 1, date(2026, 11, 21)),
    ]
    with kept.reading() as conn:
        entry = audit.about(conn, "retention")[0]
    assert (entry.act, entry.detail) == ("retention.print", '{"category":null,"lines":2,"tile":"overdue"}')


def test_printing_and_working_out_are_the_managers(support):
    with pytest.raises(NotAllowed):
        retention.due_as_table(support, DueQuery(), "ja")
    with pytest.raises(NotAllowed):
        retention.recompute(support, watched)


def test_a_changed_profile_asks_to_work_out_anew(kept):
    assert not retention.dashboard(kept).stale
    kept.office = replace(kept.office, fiscal_year_end_month=12)
    assert retention.dashboard(kept).stale
    assert retention.recompute(kept, watched).value == 10
    assert not retention.dashboard(kept).stale


def test_stopping_changes_nothing(kept):
    def stop(done: int, total: int) -> None:
        raise Cancelled

    kept.office = replace(kept.office, fiscal_year_end_month=12)
    with pytest.raises(Cancelled):
        retention.recompute(kept, stop)
    assert retention.dashboard(kept).stale
    with kept.reading() as conn:
        assert audit.about(conn, "retention")[0].act == "retention.recompute"
        assert len(audit.about(conn, "retention")) == 1
