"""Bank accounts, Japan Post Bank's conversion, and holders."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privdesk.domain.errors import (
    BadAccount,
    BadAccountNumber,
    BadAccountType,
    BadBankCode,
    BadBranchCode,
    BadHolder,
    BadPostSymbol,
    HolderWrongLength,
)
from privdesk.domain.formats.bank import (
    Account,
    AccountType,
    read_account,
    read_account_parts,
    read_holder,
    read_post_account,
)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("0001-110-普通-9880133", "0001-110-普通-9880133"),
        ("０００１－１１０－普通－９８８０１３３", "0001-110-普通-9880133"),
        ("0001 110 1 9880133", "0001-110-普通-9880133"),
        ("0005-677-普通預金-315852", "0005-677-普通-0315852"),
        ("0005/001/当座/12", "0005-001-当座-0000012"),
        ("0009,384,4,2323895", "0009-384-貯蓄-2323895"),
        ("0009-384-その他-2323895", "0009-384-その他-2323895"),
        ("10530-12345671", "9900-058-普通-1234567"),
    ],
)
def test_an_account_has_one_form(typed, text):
    account = read_account(typed)
    assert account.text == text
    assert read_account(account.text) == account


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("", BadAccount),
        ("みずほ銀行", BadAccount),
        ("0001-110-普通-9880133-1", BadAccount),
        ("001-110-普通-9880133", BadBankCode),
        ("0001-11-普通-9880133", BadBranchCode),
        ("0001-110-定期-9880133", BadAccountType),
        ("0001-110-3-9880133", BadAccountType),
        ("0001-110-普通-98801334", BadAccountNumber),
        ("0001-110-普通-98x0133", BadAccountNumber),
        ("10531-12345671", BadPostSymbol),
        ("20530-12345671", BadPostSymbol),
        ("10530-12345672", BadPostSymbol),
        ("10530-1", BadPostSymbol),
        ("10530-123456781", BadPostSymbol),
        ("01050-12345678", BadPostSymbol),
    ],
)
def test_what_is_no_account_is_refused(typed, error):
    with pytest.raises(BadAccount) as caught:
        read_account(typed)
    assert type(caught.value) is error


def test_symbol_and_number_of_the_post_bank():
    assert read_post_account("10530", "12345671") == Account("9900", "058", AccountType.ORDINARY, "1234567")
    assert read_post_account("１４０１０", "１２３１") == Account("9900", "408", AccountType.ORDINARY, "0000123")
    assert read_post_account("01090", "12345") == Account("9900", "109", AccountType.CURRENT, "0012345")


@given(st.integers(0, 99), st.integers(0, 9), st.integers(1, 9_999_999))
def test_every_ordinary_post_account_converts(area, check, number):
    account = read_post_account(f"1{area:02d}{check}0", f"{number}1")
    assert account.text == f"9900-{area:02d}8-普通-{number:07d}"


def test_types_by_digit_and_word():
    assert {type_.value: type_.word for type_ in AccountType} == {"1": "普通", "2": "当座", "4": "貯蓄", "9": "その他"}
    assert all(
        read_account_parts("0001", "001", word, "1").type is type_
        for type_ in AccountType
        for word in (type_.word, type_.value)
    )


@pytest.mark.parametrize(
    ("typed", "holder"),
    [
        ("ヤマダ　タロウ", "ﾔﾏﾀﾞ ﾀﾛｳ"),
        ("やまだ たろう", "ﾔﾏﾀﾞ ﾀﾛｳ"),
        ("ｼｮｳｼﾞ ﾘｭｳﾉｽｹ", "ｼﾖｳｼﾞ ﾘﾕｳﾉｽｹ"),
        ("カ）サンジョー", "ｶ)ｻﾝｼﾞﾖ-"),
        ("ユ)はっぴー", "ﾕ)ﾊﾂﾋﾟ-"),
        ("o.brien sean", "O.BRIEN SEAN"),
        ("ＡＢＣ　１２３", "ABC 123"),
    ],
)
def test_a_holder_as_a_transfer_takes_it(typed, holder):
    assert read_holder(typed) == holder
    assert read_holder(holder) == holder


@pytest.mark.parametrize(
    ("typed", "sign"), [("山田 タロウ", "山"), ("ヤマダ・タロウ", "・"), ("O'BRIEN", "'"), ("ヱビス", "ヱ")]
)
def test_a_sign_that_banks_do_not_take_is_named(typed, sign):
    with pytest.raises(BadHolder) as caught:
        read_holder(typed)
    assert caught.value.values == {"sign": sign}


def test_a_voicing_mark_takes_a_place():
    assert len(read_holder("ガ" * 15)) == 30
    with pytest.raises(HolderWrongLength, match="31"):
        read_holder("ガ" * 15 + "ア")
    with pytest.raises(HolderWrongLength):
        read_holder("　")


@given(
    st.text(
        st.characters(min_codepoint=0x30A1, max_codepoint=0x30F4, exclude_characters="ヰヱ"), min_size=1, max_size=15
    )
)
def test_a_holder_reads_back_but_for_small_kana(name):
    large = name.translate(str.maketrans("ァィゥェォャュョッヮヵヶ", "アイウエオヤユヨツワカケ"))
    assert unicodedata.normalize("NFKC", read_holder(name)) == large


def test_an_account_does_not_show_itself():
    account = read_account("0001-110-普通-9880133", "ヤマダ タロウ")
    assert repr(account) == "Account(0001-110-普通, …0133)"
    assert account.last4 == "0133"
    assert account.holder == "ﾔﾏﾀﾞ ﾀﾛｳ"
