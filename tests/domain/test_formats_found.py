"""Numbers in free text: found in every writing, and no false alarm over what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from privdesk.domain.errors import NumberInText, SecurityCodeRefused
from privdesk.domain.event import Asked, Note, Proposed
from privdesk.domain.formats.found import FoundKind, numbers_in, refuse_numbers, without_numbers
from privdesk.domain.person import Profile


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("CVV 987 カード4111111111111111", "CVV *** カード****1111"),
        ("口座 4111-1111-1111-1111", "口座 ****1111"),
        ("４１１１　１１１１　１１１１　１１１１まで", "****1111まで"),
        ("4111－1111ー1111‐1111", "****1111"),
        ("4111ー1111ー1111ー1111", "****1111"),
        ("4111\u200b1111\u200b1111\u200b1111", "****1111"),
        ("4111 - 1111 - 1111 - 1111", "****1111"),
        ("41111111 11111111", "****1111"),
        ("4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "****1111"),
        ("3782-822463-10005", "****0005"),
        ("3056 930902 5904", "****5904"),
        ("6200000000000005 / 3530111333300000", "****0005 / ****0000"),
        ("1234-4111-1111-1111-1111", "1234-****1111"),
        ("4111-1111-1111-1111 123", "****1111 ***"),
        ("4111 1111 1111 1111 123", "****1111 ***"),
        ("4111111111111111 12/27 123", "****1111 12/27 ***"),
        ("3782-822463-10005 (12/2027) 1234", "****0005 (12/2027) ***"),
        ("4111-1111-1111-1111 CVV 123", "****1111 CVV ***"),
        ("CVV 987 4111111111111111", "CVV *** ****1111"),
        ("CVV 987 03-1234-5678", "CVV *** 03-1234-5678"),
        ("ｾｷｭﾘﾃｨｺｰﾄﾞ：９８７", "ｾｷｭﾘﾃｨｺｰﾄﾞ：***"),
        ("セキュリティーコードは 9-8-7 です", "セキュリティーコードは *** です"),
        ("CVV(3桁):987", "CVV(3桁):***"),
        ("987 (CVV2)", "*** (CVV2)"),
        ("カード裏面３桁　１２３", "カード裏面３桁　***"),
        ("%B4111111111111111^YAMADA/TARO^2712", "***"),
        (";4111111111111111=27121010000?", "***"),
        ("免許 012345678900", "免許 ****8900"),
        ("免許証番号：3012 3456 7810", "免許証番号：****7810"),
        ("Driver's licence no. 301234567810", "Driver's licence no. ****7810"),
        ("返金先 0001-110-普通-9880133 まで", "返金先 ****0133 まで"),
        ("普通預金　１２３４５６７", "普通預金　****4567"),
        ("記号 10530 番号 12345671", "記号 ****5671"),
    ],
)
def test_numbers_are_found_in_every_writing_and_cut(text: str, kept: str) -> None:
    assert without_numbers(text) == kept
    assert numbers_in(kept) == ()


@pytest.mark.parametrize(
    "text",
    [
        "4111111111111112",
        "4111-1111-1111-1112",
        "4111111111111111111111",
        "1234567890123452",
        "2026-11-22 10:30",
        "20261122093000",
        "暗証番号を 2026年11月に変更",
        "暗証番号の件 03-1234-5678",
        "PINは1,000円分",
        "4111111111111112 090 1234 5678",
        "CVVは預からない。電話は0120-444-444",
        "口座残高 1000000",
        "普通 1000000円",
        "普通郵便 100-0005",
        "ゆうパック 1234-5678-9012",
        "+819012345678",
        "免許の更新 2026年11月22日",
        "カード下4桁 1111",
    ],
)
def test_what_only_looks_like_a_number_stays(text: str) -> None:
    assert without_numbers(text) == text


def _digits(pattern: str) -> st.SearchStrategy[str]:
    return st.from_regex(pattern, fullmatch=True)


HARMLESS = st.one_of(
    _digits("0[1-9][0-9]?-[0-9]{4}-[0-9]{4}"),
    _digits("0[789]0[0-9]{8}"),
    _digits(r"\+81-?[789]0-?[0-9]{4}-?[0-9]{4}"),
    _digits("〒?[0-9]{3}-[0-9]{4}"),
    _digits("(19|20)[0-9]{2}[-/.](0[1-9]|1[0-2])[-/.][0-3][0-9]"),
    _digits("20[0-9]{2}年[1-9]月[1-9]日"),
    _digits("¥?[1-9][0-9]{0,2}(,[0-9]{3}){0,4}円?"),
    _digits("[1-9][0-9]{0,8}円"),
    _digits("[A-Z]{0,3}-?[0-9]{4,10}"),
    _digits("[0-9]{4}-[0-9]{4}-[0-9]{4}"),
    _digits("[0-9]{1,3}丁目[0-9]{1,3}番[0-9]{1,3}号"),
)


@given(st.lists(HARMLESS, min_size=1, max_size=4), st.sampled_from(["、", " 電話 ", "\n", "　/　", "。備考："]))
def test_telephones_postal_codes_dates_amounts_and_customer_numbers_raise_no_alarm(parts: list[str], by: str) -> None:
    text = by.join(parts)
    assert numbers_in(text) == ()


@given(
    _digits("(4[0-9]|5[1-5]|35[3-8])[0-9]{12,13}").filter(lambda body: len(body) == 15),
    st.text("あ山x、。 ", max_size=9),
)
def test_every_card_is_found_between_other_words(body: str, around: str) -> None:
    number = body + luhn.calc_check_digit(body)
    written = " ".join((number[:4], number[4:8], number[8:12], number[12:]))
    for text in (f"{around}{number}{around}", f"{around}、{written}。{around}"):
        assert [(one.kind, one.digits) for one in numbers_in(text)] == [(FoundKind.CARD, number)]
        assert number[:12] not in without_numbers(text).replace(" ", "")


@given(st.text())
def test_a_text_without_numbers_is_never_changed(text: str) -> None:
    if not numbers_in(text):
        assert without_numbers(text) == text
        refuse_numbers(text)


def test_what_is_typed_is_refused_wherever_it_stands() -> None:
    refuse_numbers(Profile(name="山田", phones=("03-1234-5678",), notes="免許は確認済み"))
    for typed in (
        Profile(name="山田", address="4111111111111111"),
        Profile(name="山田", phones=("4111111111111111",)),
        (Asked(number=1, kind="CORRECT", proposed=(Proposed(field="notes", value="普通 1234567"),)),),
        Note(text="免許 301234567810"),
    ):
        with pytest.raises(NumberInText):
            refuse_numbers(typed)
    with pytest.raises(SecurityCodeRefused):
        refuse_numbers(["4111111111111111", "CVV 123"])
