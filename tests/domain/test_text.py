"""Folding for the search, its index terms, and the safe showing of foreign text."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privdesk.domain.text import folded, narrowed, pairs, visible, words

_JAPANESE = st.characters(min_codepoint=0x3000, max_codepoint=0x30FF)
_ANY = st.text(
    st.one_of(st.characters(), _JAPANESE, st.sampled_from("髙﨑𠮷ｶﾞﾞー－-・ 　éßİ\u200d\ufe00\u3099\U000e0100"))
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("髙橋", "高橋"),
        ("山﨑", "山崎"),
        ("渡邉", "渡辺"),
        ("渡邊", "渡辺"),
        ("齋藤", "斉藤"),
        ("齊藤", "斎藤"),
        ("小澤", "小沢"),
        ("濵田", "浜田"),
        ("濱田", "浜田"),
        ("𠮷田", "吉田"),
        ("神\ufa19", "神神"),
        ("葛\U000e0100城", "葛城"),
        ("ﾜﾀﾅﾍﾞ", "わたなべ"),
        ("ワタナベ", "わたなべ"),
        ("ＡＢＣ", "abc"),
        ("山田　太郎", "山田太郎"),
        ("オーケソン", "オ－ケソン"),
        ("オーケソン", "オ-ケソン"),
        ("3－18ー2", "3-18-2"),
        ("タワー　12Ｆ", "たわー12f"),
        ("マリア・デ・ラ・クルス", "マリア デ ラ クルス"),
        ("Søren Åkesson", "soren akesson"),
        ("O’Brien", "o'brien"),
        ("カ゛ス", "ガス"),
        ("a\u202eb\u200bc\x00", "abc"),
        ("①㈱", "1(株)"),
    ],
)
def test_what_a_reader_takes_for_the_same_is_folded_to_one_form(one, other):
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("山田", "山口"), ("ハハ", "パパ"), ("ヤ", "ユ"), ("de la", "dela"), ("1 2", "12"), ("一", "ー"), ("カ", "力")],
)
def test_what_differs_to_a_reader_stays_different(one, other):
    assert folded(one) != folded(other)


def test_folding_any_single_character_twice_changes_nothing():
    once = [folded(f"a {chr(code)}か") for code in (*range(0x10000), *range(0x10000, sys.maxunicode, 17))]
    assert [text for text in once if folded(text) != text] == []


def test_a_sign_is_folded_alone_as_it_is_within_a_text():
    assert [folded(chr(code)) for code in range(0x21, 0x7F)] == [
        folded(f"山{chr(code)}").removeprefix("山") for code in range(0x21, 0x7F)
    ]


@given(_ANY)
def test_folding_twice_changes_nothing(text):
    assert folded(folded(text)) == folded(text)


@given(_ANY)
def test_folded_text_can_be_stored_and_split_at_single_spaces(text):
    found = folded(text)
    assert found.encode().decode() == found
    assert " ".join(found.split()) == found
    assert unicodedata.is_normalized("NFC", found)


@given(_ANY, st.data())
def test_every_substring_is_found_by_its_pairs_or_its_character(text, data):
    whole = folded(text)
    first = data.draw(st.integers(0, len(whole)))
    last = data.draw(st.integers(first, len(whole)))
    indexed = pairs(whole)
    for word in whole[first:last].split():
        if len(word) == 1:
            assert word in whole
        else:
            asked = pairs(word)
            assert asked in [indexed[at : at + len(asked)] for at in range(len(indexed))]


def test_pairs_stay_within_words():
    assert pairs(folded("Maria de la")) == ["ma", "ar", "ri", "ia", "de", "la"]
    assert pairs("山") == []


def test_a_query_is_split_into_words_before_the_spaces_between_kanji_go():
    assert words(" 渡邉　太郎  ") == ("渡辺", "太郎")
    assert words("Maria・Cruz 090") == ("maria", "cruz", "090")
    assert words("　・ ") == ()


def test_of_a_pasted_text_the_beginning_is_searched():
    assert words(" ".join(f"w{n}" for n in range(1000))) == tuple(f"w{n}" for n in range(20))
    assert words("漢" * 17_000) == ("漢" * 200,)
    assert words("a・b " * 30) == ("a", "b") * 10
    assert words("あ " * 30) == ("ア",) * 20


@given(st.text("山田太郎 髙", min_size=1), st.text("山田太郎 髙", min_size=1))
def test_each_word_of_a_name_finds_the_name(family, given_name):
    name = f"{family} {given_name}"
    assert all(word in folded(name) for word in words(name))


def test_direction_and_control_characters_are_shown_as_codes():
    assert visible("a\u202egpj.exe") == "a⟨U+202E⟩gpj.exe"
    assert visible("x\ny\x00\ufeff\u2028") == "x⟨U+000A⟩y⟨U+0000⟩⟨U+FEFF⟩⟨U+2028⟩"
    assert visible("髙橋 一郎 🙂 葛\U000e0100") == "髙橋 一郎 🙂 葛\U000e0100"


@given(st.text())
def test_nothing_invisible_is_left_in_visible_text(text):
    assert not {unicodedata.category(sign) for sign in visible(text)} & {"Cc", "Cf", "Cs", "Zl", "Zp"}


def test_a_field_of_digits_is_narrowed():
    assert narrowed("　０９０ー１２３４－５６７８ ") == "090-1234-5678"
