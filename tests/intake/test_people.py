"""A row of a customer table -> a person to enter."""

import csv
import io
from datetime import date

import pytest

from privdesk.domain.person import NewNumber, NumberKind
from privdesk.intake.cutting import masked
from privdesk.intake.mapping import recognise
from privdesk.intake.people import read_person
from privdesk.intake.tables import Row, read_table


@pytest.fixture
def person(people_fields):
    """Read a person from fields given by header."""

    def read(keep_cards=False, surplus=(), **cells):
        row = Row(1, 2, (*cells.values(), *surplus))
        return read_person(row, recognise(tuple(cells), people_fields), keep_cards=keep_cards)

    return read


@pytest.mark.parametrize("name", ["customers_cp932.csv", "customers_utf8bom.csv"])
def test_sample(sample, people_fields, name):
    table = read_table(io.BytesIO(sample(name)))
    mapping = recognise(table.headers, people_fields)
    facts = [read_person(row, mapping) for row in table.rows()]
    found = [
        (fact.row, fact.line, problem.field, problem.code, problem.shown) for fact in facts for problem in fact.problems
    ]
    assert found == [
        (19, 19, "birth", "BadDate", "昭和64年2月30日"),
        (43, 43, "card", "CardCheckFailed", "…1112"),
        (79, 79, "name", "NameMissing", ""),
        (92, 92, "licence", "LicenceCheckFailed", "…7890"),
    ]
    assert sum(fact.can_be_entered for fact in facts) == 299
    rows = list(csv.DictReader(io.StringIO(sample("customers_utf8bom.csv").decode("utf-8-sig"))))
    assert [len(fact.person.numbers) for fact in facts] == [
        sum(bool(row[header]) for header in ("口座番号", "カード番号", "免許証番号")) for row in rows
    ]
    assert [fact.person.profile.left_on is not None for fact in facts] == [bool(row["退会日"]) for row in rows]
    assert [fact.person.wants_mail for fact in facts] == [
        {"可": True, "不可": False, "": None}[row["メール配信"]] for row in rows
    ]
    assert {facts[57].person.profile.number, facts[58].person.profile.number} == {"A000058"}


def test_a_whole_row_is_read(sample, people_fields):
    table = read_table(io.BytesIO(sample("customers_utf8bom.csv")))
    third = read_person(list(table.rows())[2], recognise(table.headers, people_fields))
    profile = third.person.profile
    assert (profile.number, profile.name, profile.kana) == ("A000003", "金城 一", "キンジョウ ハジメ")
    assert (profile.birth, profile.since, profile.last_activity) == (
        date(1979, 4, 17),
        date(2019, 1, 10),
        date(2021, 9, 10),
    )
    assert (profile.postal, profile.address) == ("060-0001", "北海道札幌市中央区北一条西６－２２")
    assert (profile.phones, profile.mails) == (("090-1686-5377",), ("user003@example.ne.jp",))
    assert profile.notes == '=HYPERLINK("http://x")'
    assert third.person.wants_mail is True
    assert third.person.numbers == (NewNumber(NumberKind.BANK, "9900-371", "1", "3236", "9900-371-普通-2443236"),)


def test_a_faulty_field_stays_empty_and_keeps_its_text(person):
    facts = person(氏名="山田", 電話番号="1234", メール="a@", フリガナ="Yamada", 郵便番号="12", 生年月日="2月30日")
    profile = facts.person.profile
    assert facts.can_be_entered
    assert (profile.phones, profile.mails, profile.kana, profile.postal, profile.birth) == ((), (), "", "", None)
    assert {problem.field: problem.raw for problem in facts.problems} == {
        "phone": "1234",
        "mail": "a@",
        "kana": "Yamada",
        "postal": "12",
        "birth": "2月30日",
    }
    assert all(str(problem) for problem in facts.problems)


def test_a_row_without_a_name_waits_with_its_cells(person):
    facts = person(氏名=" ", 電話番号="09012345678")
    assert not facts.can_be_entered
    assert facts.cells == {"氏名": " ", "電話番号": "09012345678"}


def test_names_in_parts_are_joined(person):
    profile = person(姓="山田", 名="太郎", セイ="ヤマダ", メイ="タロウ").person.profile
    assert (profile.name, profile.kana) == ("山田 太郎", "ヤマダ タロウ")


def test_several_phones_are_kept_once_each(person):
    assert person(
        氏名="山田", 電話="09012345678", 携帯="０９０－１２３４－５６７８", 固定電話="03-1234-5678"
    ).person.profile.phones == (
        "090-1234-5678",
        "03-1234-5678",
    )


CARD = "4111 1111 1111 1111"


def test_a_card_is_cut_to_brand_and_last_digits(person):
    facts = person(氏名="山田", カード番号=CARD, 有効期限="12/27")
    assert facts.person.numbers == (NewNumber(NumberKind.CARD, "Visa", "2027-12", "1111"),)
    assert facts.secret == {"カード番号": "…1111"}
    assert "4111" not in repr(facts)


def test_a_card_is_kept_where_the_office_says_so(person):
    facts = person(氏名="山田", カード番号=CARD, keep_cards=True)
    assert facts.person.numbers[0].full == "4111111111111111"
    assert facts.secret == {"カード番号": CARD}
    assert "4111" not in repr(facts)


@pytest.mark.parametrize(
    ("keep", "full", "raw"), [(False, "", "…1112"), (True, "4111111111111112", "4111111111111112")]
)
def test_a_card_that_fails_its_check_is_kept_as_not_sound(person, keep, full, raw):
    facts = person(氏名="山田", カード番号="4111111111111112", keep_cards=keep)
    (number,), (problem,) = facts.person.numbers, facts.problems
    assert (number.last4, number.full, number.sound) == ("1112", full, False)
    assert (problem.raw, problem.shown) == (raw, "…1112")


def test_a_licence_that_fails_its_check_is_kept_whole(person):
    facts = person(氏名="山田", 免許証番号="301234567890")
    assert facts.person.numbers == (NewNumber(NumberKind.LICENCE, "", "", "7890", "301234567890", sound=False),)
    assert "30123456" not in repr(facts)


def test_a_number_without_digits_is_only_a_problem(person):
    facts = person(氏名="山田", 口座番号="未登録")
    assert facts.person.numbers == ()
    assert [(problem.raw, problem.shown) for problem in facts.problems] == [("未登録", "…")]


def test_security_codes_are_blotted_out_of_notes(person):
    facts = person(氏名="山田", 備考="セキュリティコード 123")
    assert facts.person.profile.notes == facts.cells["備考"] == "セキュリティコード ***"
    assert [problem.code for problem in facts.problems] == ["SecurityCodeRefused"]


@pytest.mark.parametrize("code", ["123", "CVV 123", "(123)", "12/27 123"])
@pytest.mark.parametrize("keep", [False, True])
def test_a_code_behind_a_card_is_never_taken_for_its_last_digits(person, keep, code):
    facts = person(氏名="山田", カード番号=f"4111-1111-1111-1111 {code}", keep_cards=keep)
    (number,) = facts.person.numbers
    assert (number.last4, number.full, number.sound) == ("1111", "4111111111111111" if keep else "", True)
    assert facts.problems
    for problem in facts.problems:
        assert problem.shown == "…1111"
        assert "123" not in problem.raw
    assert "123" not in facts.secret["カード番号"]


@pytest.mark.parametrize("keep", [False, True])
def test_of_a_faulty_card_with_more_digits_behind_nothing_is_kept(person, keep):
    facts = person(氏名="山田", カード番号="4111-1111-1111-1112 123", keep_cards=keep)
    assert facts.person.numbers == ()
    assert (facts.problems[0].shown, facts.problems[0].raw, facts.secret["カード番号"]) == ("…", "…", "…")


@pytest.mark.parametrize("column", ["氏名", "住所", "備考", "電話番号", "メール", "会員番号", "フリガナ", "生年月日"])
@pytest.mark.parametrize("keep", [False, True])
def test_a_card_in_a_text_is_cut_with_a_warning(person, column, keep):
    cells = {"氏名": "山田", column: "4111 1111 1111 1111"}
    facts = person(**cells, keep_cards=keep)
    assert facts.can_be_entered
    assert [problem.code for problem in facts.problems] == ["NumberInText"]
    assert "4111" not in repr(facts) + str(facts.cells)
    assert facts.problems[0].shown == "****1111"
    assert facts.problems[0].raw == ("4111 1111 1111 1111" if keep else "****1111")


def test_a_customer_number_that_is_no_card_stays_as_it_is(person):
    assert person(氏名="山田", 会員番号="4111111111111112").person.profile.number == "4111111111111112"
    assert person(氏名="山田", 会員番号="4111111111111111").person.profile.number == ""


def test_a_licence_in_notes_is_sealed_and_cut_beside_a_card_and_a_code(person):
    facts = person(氏名="山田", 備考="4111111111111111 CVV 987\n免許 301234567810")
    assert facts.person.profile.notes == facts.cells["備考"] == "****1111 CVV ***\n免許 ****7810"
    code, number = facts.problems
    assert (code.code, code.raw) == ("SecurityCodeRefused", facts.person.profile.notes)
    assert (number.code, number.raw) == ("NumberInText", "****1111 CVV ***\n免許 301234567810")


def test_numbers_in_surplus_cells_are_cut(person):
    facts = person(氏名="山田", surplus=("4111111111111111", "CVV 987"))
    assert [problem.raw for problem in facts.problems] == ["****1111 CVV ***"]


def test_the_magnetic_track_of_a_card_is_not_kept(person):
    facts = person(氏名="山田", カード番号=";4111111111111111=2712101123?", keep_cards=True)
    assert facts.person.numbers == ()
    assert "4111111111111111" not in str(facts.secret)
    assert "4111111111111111" not in facts.problems[0].raw


def test_refused_and_unknown_columns_are_kept_nowhere(person):
    facts = person(氏名="山田", CVV="123", 血液型="A")
    assert facts.cells == {"氏名": "山田"}
    assert facts.secret == {}


@pytest.mark.parametrize(
    ("text", "answer"), [("可", True), ("不可", False), ("", None), ("ＹＥＳ", True), ("×", False), ("○", True)]
)
def test_consent_to_mail(person, text, answer):
    facts = person(氏名="山田", メール配信=text)
    assert (facts.person.wants_mail, facts.problems) == (answer, ())


def test_an_unclear_consent_is_none(person):
    facts = person(氏名="山田", メール配信="たぶん")
    assert facts.person.wants_mail is None
    assert [problem.code for problem in facts.problems] == ["BadConsent"]


def test_surplus_cells_are_said(person):
    facts = person(氏名="山田", surplus=("", "北区"))
    assert [(problem.code, problem.raw) for problem in facts.problems] == [("SurplusCells", "北区")]


def test_a_text_nobody_writes_is_cut_and_kept_in_its_problem(person):
    facts = person(氏名="山" * 5_000, 備考="x" * 50_000)
    assert (len(facts.person.profile.name), len(facts.person.profile.notes)) == (1_000, 10_000)
    assert {problem.field: len(problem.raw) for problem in facts.problems} == {"name": 5_000, "notes": 50_000}


@pytest.mark.parametrize(
    ("text", "shown"), [("4111-1111-1111-1111", "…1111"), ("１２３４５６７", "…4567"), ("123456", "…"), ("", "…")]
)
def test_numbers_are_masked(text, shown):
    assert masked(text) == shown
