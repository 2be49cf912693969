"""When a period ends, which rule decides, and that a missing date or a hold never disposes of anything."""

from datetime import date, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from privdesk.domain.category import Category
from privdesk.domain.period import last_day
from privdesk.domain.retention import (
    Condition,
    Hold,
    Kept,
    OnExpiry,
    Rule,
    Trigger,
    TriggerFacts,
    disposable,
    keep_until,
    parsed,
    rules_on,
)
from privdesk.resources import resource

DATA = resource("rules/retention.toml").read_bytes()
RULES = parsed(DATA)
BY_CODE = {rule.code: rule for rule in RULES.rules}
TODAY = date(2026, 11, 22)
MARCH = 3


def day(text: str) -> date:
    return date.fromisoformat(text)


def facts(*conditions: Condition, **days: str) -> TriggerFacts:
    return TriggerFacts({Trigger(name): day(text) for name, text in days.items()}, frozenset(conditions))


def ends(rule: Rule, known: TriggerFacts, month: int) -> date | None:
    """The end by one rule alone, whenever it applies."""
    return keep_until([msgspec.structs.replace(rule, when=None)], rule.category, known, month).until


@pytest.mark.parametrize(
    ("code", "trigger", "started", "year_end", "last"),
    [
        # business year to 31 March 2026, filing to 31 May 2026, seven years from 1 June 2026
        ("tax-transactions", "recorded", "2026-03-31", 3, "2033-05-31"),
        ("tax-transactions", "recorded", "2025-04-01", 3, "2033-05-31"),
        ("tax-transactions", "recorded", "2026-04-01", 3, "2034-05-31"),
        # business year to 31 December 2025, filing to 28 February 2026
        ("tax-transactions", "recorded", "2025-12-31", 12, "2033-02-28"),
        ("tax-transactions", "recorded", "2024-07-01", 12, "2032-02-29"),
        # business year to 29 February 2024, filing to 30 April 2024
        ("tax-payments", "recorded", "2024-02-29", 2, "2031-04-30"),
        ("tax-payments", "recorded", "2024-03-01", 2, "2032-04-30"),
        ("tax-loss-transactions", "recorded", "2026-03-31", 3, "2036-05-31"),
        ("tax-loss-payments", "recorded", "2026-03-31", 3, "2036-05-31"),
        ("electronic-transactions", "recorded", "2026-01-15", 3, "2033-05-31"),
        ("qualified-invoices", "recorded", "2026-01-15", 3, "2033-05-31"),
        # books: ten years from the closing of the books, no filing limit
        ("accounting-books", "recorded", "2026-01-15", 3, "2036-03-31"),
        ("accounting-books", "recorded", "2025-12-31", 12, "2035-12-31"),
        ("provision-record", "recorded", "2023-05-19", 3, "2026-05-19"),
        ("provision-record", "recorded", "2024-02-28", 3, "2027-02-28"),
        ("provision-record", "recorded", "2024-02-29", 3, "2027-02-28"),
        ("provision-record", "recorded", "2025-02-28", 3, "2028-02-29"),
        ("provision-batch", "last_provision", "2023-12-31", 3, "2026-12-31"),
        ("provision-contract", "last_provision", "2025-06-30", 3, "2026-06-30"),
        ("mail-consent", "last_mail", "2026-01-30", 3, "2026-02-28"),
        ("mail-consent", "last_mail", "2026-01-31", 3, "2026-02-28"),
        ("mail-consent", "last_mail", "2026-02-28", 3, "2026-03-31"),
        ("mail-consent", "last_mail", "2026-12-15", 3, "2027-01-15"),
        ("mail-order-consent", "last_mail", "2026-12-15", 3, "2029-12-15"),
        ("kyc-identity", "relationship_ended", "2020-10-01", 3, "2027-10-01"),
        ("kyc-transactions", "recorded", "2020-10-01", 3, "2027-10-01"),
        ("product-liability", "delivered", "2016-02-29", 3, "2026-02-28"),
        ("contract-claims", "recorded", "2021-11-22", 3, "2026-11-22"),
        ("profile", "relationship_ended", "2021-11-21", 3, "2026-11-21"),
        ("contact", "relationship_ended", "2021-11-21", 3, "2026-11-21"),
        ("bank", "last_activity", "2025-08-31", 3, "2026-08-31"),
        ("card", "last_activity", "2026-08-31", 3, "2027-02-28"),
        ("licence", "last_activity", "2026-05-22", 3, "2026-11-22"),
        ("request-file", "request_closed", "2023-11-30", 3, "2026-11-30"),
        ("request-letters", "request_closed", "2023-11-30", 3, "2026-11-30"),
        ("request-mails", "request_closed", "2023-11-30", 3, "2026-11-30"),
        ("request-attachments", "request_closed", "2023-11-30", 3, "2026-11-30"),
        ("identity-images", "request_closed", "2026-02-10", 3, "2026-03-12"),
        ("log", "recorded", "2016-11-22", 3, "2026-11-22"),
    ],
)
def test_the_last_day_of_a_period(code: str, trigger: str, started: str, year_end: int, last: str):
    assert ends(BY_CODE[code], facts(**{trigger: started}), year_end) == day(last)


def test_every_rule_has_its_words_and_its_source():
    for rule in RULES.rules:
        for text in (rule.name, rule.basis):
            assert text.ja.strip(), rule.code
            assert text.en.strip(), rule.code
        assert rule.years + rule.months + rule.days > 0
        assert rule.offset_months == 0 or rule.trigger is Trigger.BUSINESS_YEAR
    assert len({(rule.code, rule.version) for rule in RULES.rules}) == len(RULES.rules)
    assert {rule.category for rule in RULES.rules} == set(Category)
    for closed in (Trigger, OnExpiry, Condition):
        assert set(RULES.words[closed.__name__.lower()]) == {member.value for member in closed}
        assert all(RULES.word(member).ja and RULES.word(member).en for member in closed)


def test_an_unknown_key_is_a_defect():
    with pytest.raises(msgspec.ValidationError, match="unknown field `year`"):
        parsed(DATA.replace(b"years = 7", b"year = 7", 1))


def kept(category: Category, known: TriggerFacts) -> Kept:
    return keep_until(rules_on(RULES.rules, TODAY), category, known, MARCH)


def codes(kept: Kept) -> list[str]:
    return [end.rule.code for end in ([kept.because] if kept.because else []) + list(kept.others)]


@pytest.mark.parametrize(
    ("category", "known", "last", "because"),
    [
        ("transactions", facts(recorded="2026-03-31"), "2033-05-31", "tax-transactions"),
        ("transactions", facts(Condition.LOSS_YEAR, recorded="2026-03-31"), "2036-05-31", "tax-loss-transactions"),
        ("payments", facts(recorded="2026-03-31"), "2036-03-31", "accounting-books"),
        ("payments", facts(Condition.LOSS_YEAR, recorded="2026-03-31"), "2036-05-31", "tax-loss-payments"),
        ("licence", facts(last_activity="2026-05-22"), "2026-11-22", "licence"),
        (
            "licence",
            facts(Condition.DESIGNATED_BUSINESS, last_activity="2026-05-22", relationship_ended="2026-05-22"),
            "2033-05-22",
            "kyc-identity",
        ),
        ("provisions", facts(Condition.SINGLE_RECORD, recorded="2026-05-22"), "2029-05-22", "provision-record"),
        (
            "provisions",
            facts(Condition.CONTRACT_RECORD, recorded="2026-05-22", last_provision="2026-05-22"),
            "2027-05-22",
            "provision-contract",
        ),
        ("consents", facts(Condition.MAIL_ORDER, last_mail="2026-05-22"), "2029-05-22", "mail-order-consent"),
    ],
)
def test_the_latest_end_decides(category: str, known: TriggerFacts, last: str, because: str):
    found = kept(Category(category), known)
    assert (found.until, found.because and found.because.rule.code) == (day(last), because)


def test_the_losing_rules_are_told_too():
    assert codes(kept(Category.PAYMENTS, facts(recorded="2026-03-31"))) == [
        "accounting-books",
        "tax-payments",
        "qualified-invoices",
    ]


@pytest.mark.parametrize(
    ("category", "known"),
    [
        (Category.PROFILE, facts()),
        (Category.PROFILE, facts(last_activity="1999-01-01")),
        # one known end, long past, does not outweigh a rule whose start is not known
        (Category.LICENCE, facts(Condition.DESIGNATED_BUSINESS, last_activity="1999-01-01")),
        # no rule applies
        (Category.PROVISIONS, facts(recorded="1999-01-01")),
    ],
)
def test_a_missing_date_never_means_dispose(category: Category, known: TriggerFacts):
    found = kept(category, known)
    assert found.until is None
    assert not disposable(found, [], date(9999, 12, 31))


def test_the_last_day_is_still_kept_and_a_hold_keeps_longer():
    found = kept(Category.LICENCE, facts(last_activity="2026-05-22"))
    hold = Hold("訴訟", "dispute", "tanaka", day("2026-11-01"), lifted_on=day("2026-12-01"))
    assert not disposable(found, [], day("2026-11-22"))
    assert disposable(found, [], day("2026-11-23"))
    assert not disposable(found, [hold], day("2026-12-01"))
    assert disposable(found, [hold], day("2026-12-02"))


def test_a_new_version_applies_from_its_day():
    old = BY_CODE["licence"]
    new = msgspec.structs.replace(old, version=2, valid_from=day("2027-01-01"), months=1)
    assert rules_on([new, old], day("2026-12-31")) == (old,)
    assert rules_on([new, old], day("2027-01-01")) == (new,)
    assert rules_on([new, old], day("2022-03-31")) == ()


DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))
FACTS = st.builds(
    TriggerFacts, st.dictionaries(st.sampled_from(Trigger), DAYS), st.frozensets(st.sampled_from(Condition))
)
MONTHS = st.integers(1, 12)


@given(st.sampled_from(Category), FACTS, MONTHS)
def test_the_maximum_wins(category: Category, known: TriggerFacts, month: int):
    found = keep_until(RULES.rules, category, known, month)
    applied = [found.because, *found.others] if found.because else []
    assert all(end.until == ends(end.rule, known, month) for end in applied)
    if found.until is None:
        assert all(end.until is None for end in applied[:1])
    else:
        assert all(end.until is not None and end.until <= found.until for end in applied)


@given(st.sampled_from(Category), FACTS, MONTHS, st.sampled_from(RULES.rules))
def test_one_more_rule_never_shortens(category: Category, known: TriggerFacts, month: int, more: Rule):
    fewer = [rule for rule in RULES.rules if rule is not more]
    before, after = keep_until(fewer, category, known, month), keep_until(RULES.rules, category, known, month)
    if before.because:
        assert after.until is None or (before.until is not None and after.until >= before.until)


@given(st.sampled_from(Category), FACTS, DAYS, st.lists(st.builds(Hold, *[st.just("x")] * 3, DAYS)))
def test_a_hold_never_makes_disposable(category: Category, known: TriggerFacts, today: date, holds: list[Hold]):
    found = keep_until(RULES.rules, category, known, MARCH)
    if disposable(found, holds, today):
        assert disposable(found, [], today)
        assert not any(hold.in_force(today) for hold in holds)


@given(DAYS, st.integers(0, 10), st.integers(0, 24))
def test_a_period_ends_the_day_before_its_day_comes_again(after: date, years: int, months: int):
    end = last_day(after, years=years, months=months)
    assert (end.year * 12 + end.month) - (after.year * 12 + after.month) in {
        years * 12 + months,
        years * 12 + months + 1,
    }
    assert last_day(after + timedelta(days=1), years=years, months=months) >= end


@given(DAYS, st.integers(1, 10))
def test_years_end_on_the_same_day_or_with_february(after: date, years: int):
    end = last_day(after, years=years)
    assert (end.month, end.day) == (after.month, after.day) or {after.month, end.month} == {2}
