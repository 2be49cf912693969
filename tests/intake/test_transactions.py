"""A row of a partner's table -> a transaction to match."""

import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privdesk.domain.errors import BadAmount
from privdesk.intake.mapping import recognise
from privdesk.intake.tables import Row, read_table
from privdesk.intake.transactions import read_amount, read_transaction


def test_sample(sample, transaction_fields):
    table = read_table(io.BytesIO(sample("partner_transactions.csv")))
    mapping = recognise(table.headers, transaction_fields)
    facts = [read_transaction(row, mapping) for row in table.rows()]
    assert len({fact.external_id for fact in facts}) == 2_000
    assert all(fact.can_be_entered and not fact.problems for fact in facts)
    assert sum(fact.amount or 0 for fact in facts) == 99_371_120
    assert sum(fact.number == "Z999999" for fact in facts) == 20
    assert {fact.partner for fact in facts} == {"Alpha Ads 株式会社", "ベータ情報サービス", "㈱ガンマネット"}
    assert (facts[0].on, facts[0].kind, facts[0].amount, facts[0].number) == (
        date(2015, 2, 12),
        "返金",
        53_446,
        "A000216",
    )


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        *(("36185", 36_185), ("36,185", 36_185), ("３６，１８５", 36_185), ("¥36,185", 36_185), ("￥500", 500)),
        *(("36,185円", 36_185), ("-500", -500), ("△500", -500), ("－５００", -500), ("0", 0), ("500.00", 500)),
    ],
)
def test_amounts(text, amount):
    assert read_amount(text) == amount


@pytest.mark.parametrize("text", ["", "abc", "1,23", "12,3456", "1.5", "--1", "1e5", "9" * 16, "1 000"])
def test_what_is_no_amount(text):
    with pytest.raises(BadAmount):
        read_amount(text)


@given(st.integers(-(10**12), 10**12))
def test_amounts_with_commas_are_read_back(amount):
    assert read_amount(f"{amount:,}") == read_amount(str(amount)) == amount


def test_a_faulty_row_keeps_its_text(transaction_fields):
    mapping = recognise(("取引ID", "取引日", "金額", "摘要"), transaction_fields)
    facts = read_transaction(Row(3, 4, ("", "2月30日", "many", "=1+1", "surplus")), mapping)
    assert not facts.can_be_entered
    assert (facts.on, facts.amount, facts.note) == (None, None, "=1+1")
    assert [(problem.field, problem.code, problem.raw) for problem in facts.problems] == [
        ("", "SurplusCells", "surplus"),
        ("external_id", "TransactionIdMissing", ""),
        ("on", "YearMissing", "2月30日"),
        ("amount", "BadAmount", "many"),
    ]


def test_a_row_without_its_day_waits(transaction_fields):
    facts = read_transaction(Row(1, 2, ("T1", "")), recognise(("取引ID", "取引日"), transaction_fields))
    assert not facts.can_be_entered
    assert [problem.code for problem in facts.problems] == ["BadDate"]


def test_a_card_in_a_partners_note_is_cut(transaction_fields):
    mapping = recognise(("取引ID", "取引日", "金額", "摘要"), transaction_fields)
    cells = ("T1", "2026-11-22", "4111111111111111", "CVV 987 4111111111111111", "5555555555554444")
    facts = read_transaction(Row(1, 2, cells), mapping)
    assert facts.note == facts.cells["摘要"] == "CVV *** ****1111"
    assert [problem.code for problem in facts.problems if problem.field == "note"] == [
        "SecurityCodeRefused",
        "NumberInText",
    ]
    assert not any("4111" in problem.raw or "5555" in problem.raw for problem in facts.problems)
