"""Which column goes to which field."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privdesk.domain.errors import (
    ColumnMissing,
    FieldGivenTwice,
    MapColumnUnknown,
    MapFieldUnknown,
    MapUnreadable,
    SecurityCodeRefused,
)
from privdesk.intake.mapping import loaded, recognise
from privdesk.intake.tables import Row

JAPANESE = (
    *("会員番号", "氏名", "フリガナ", "生年月日", "郵便番号", "住所", "電話番号", "メール"),
    *("口座番号", "カード番号", "免許証番号", "メール配信", "入会日", "最終利用日", "退会日", "備考"),
)
ENGLISH = (
    *("Customer No.", "Full Name", "Furigana", "Date of Birth", "ZIP code", "Address", "Phone 2", "E-Mail"),
    *(
        "bank_account",
        "Credit card number",
        "Driver's licence number",
        "Newsletter",
        "Joined on",
        "Last used",
        "Left on",
        "Notes",
    ),
)
FIELDS = [
    *("number", "name", "kana", "birth", "postal", "address", "phone", "mail"),
    *("bank", "card", "licence", "mail_consent", "since", "last_activity", "left_on", "notes"),
]


@pytest.mark.parametrize("headers", [JAPANESE, ENGLISH], ids=["ja", "en"])
def test_headers_are_recognised(people_fields, headers):
    mapping = recognise(headers, people_fields)
    mapping.check()
    assert [column.field for column in mapping.columns] == FIELDS


@pytest.mark.parametrize("header", ["　氏　名 ", "お名前", "氏名（漢字）", "NAME", "ｆｕｌｌ ｎａｍｅ", "氏名1"])
def test_headers_are_recognised_in_any_writing(people_fields, header):
    assert recognise((header,), people_fields).taken == {"name"}


def test_headers_of_transactions_are_recognised(transaction_fields):
    headers = ("取引ID", "会員番号", "取引日", "種別", "金額", "提供元", "摘要")
    mapping = recognise(headers, transaction_fields)
    mapping.check()
    assert [column.field for column in mapping.columns] == [
        "external_id",
        "number",
        "on",
        "kind",
        "amount",
        "partner",
        "note",
    ]


def test_no_header_stands_for_two_fields(people_fields, transaction_fields):
    for fields in (people_fields, transaction_fields):
        for field, headers in fields.headers.items():
            for header in headers:
                assert recognise((header,), fields).taken == {field}, header


def test_unknown_columns_are_listed(people_fields):
    mapping = recognise(("氏名", "血液型", "", "〒"), people_fields)
    assert mapping.not_taken == ("血液型", "")
    assert mapping.taken == {"name", "postal"}


def test_a_second_column_is_taken_only_where_a_field_takes_several(people_fields):
    mapping = recognise(("氏名", "電話番号1", "電話番号2", "氏名"), people_fields)
    assert [column.field for column in mapping.columns] == ["name", "phone", "phone", ""]
    with pytest.raises(FieldGivenTwice):
        mapping.with_field(3, "name").check()


@pytest.mark.parametrize(
    "header",
    ["セキュリティコード", "カード セキュリティーコード", "CVV", "cvc2", "Card security code", "暗証番号", "PIN"],
)
def test_security_codes_are_refused(people_fields, header):
    mapping = recognise(("氏名", header), people_fields)
    assert mapping.refused == mapping.not_taken == (header,)
    with pytest.raises(SecurityCodeRefused):
        mapping.with_field(1, "notes")
    with pytest.raises(SecurityCodeRefused):
        loaded(f'"{header}" = "notes"', ("氏名", header), people_fields)


@pytest.mark.parametrize("headers", [("会員番号",), ("名",), ()])
def test_without_a_name_nothing_can_be_imported(people_fields, headers):
    with pytest.raises(ColumnMissing, match="“name”"):
        recognise(headers, people_fields).check()


def test_the_mapping_is_edited_without_changing_the_old_one(people_fields):
    old = recognise(("誰", "何"), people_fields)
    new = old.with_field(0, "name")
    assert (old.taken, new.taken) == (frozenset(), {"name"})
    with pytest.raises(MapFieldUnknown):
        old.with_field(0, "blood")


@given(st.lists(st.sampled_from(("", *FIELDS)), min_size=1, max_size=10))
def test_a_saved_mapping_is_loaded_again(people_fields, chosen):
    headers = tuple(f'見出し"{n}' for n in range(len(chosen)))
    mapping = recognise(headers, people_fields)
    for index, field in enumerate(chosen):
        mapping = mapping.with_field(index, field)
    assert loaded(mapping.saved(), headers, people_fields) == mapping


def test_a_mapping_can_be_written_by_hand_in_toml(people_fields):
    mapping = loaded(
        '"誰" = "name"\n住所など = "notes"\n'.replace("住所など", '"住所など"'),
        ("誰", "住所など", "氏名"),
        people_fields,
    )
    assert [column.field for column in mapping.columns] == ["name", "notes", ""]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("{", MapUnreadable),
        ("[1]", MapUnreadable),
        ("a = ", MapUnreadable),
        ("{" * 100_000, MapUnreadable),
        ('{"a": {"b": ' * 50_000, MapUnreadable),
        ('"氏名" = 1', MapUnreadable),
        ('"姓名" = "name"', MapColumnUnknown),
        ('"氏名" = "nom"', MapFieldUnknown),
    ],
)
def test_a_faulty_mapping_is_said(people_fields, text, error):
    with pytest.raises(error):
        loaded(text, ("氏名",), people_fields)


def test_cells_go_to_their_fields(people_fields):
    mapping = recognise(("氏名", "電話", "携帯", "血液型"), people_fields)
    assert mapping.cells(Row(1, 2, (" 山田 ", "", "090-1234-5678", "A", "surplus"))) == {
        "name": ("山田",),
        "phone": ("090-1234-5678",),
    }
