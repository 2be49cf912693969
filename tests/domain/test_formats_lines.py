"""Other names and further addresses, each in one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privdesk.domain.formats.address import address_line, address_parts, read_address_line
from privdesk.domain.formats.name import name_line, name_parts, read_name_line

PLAIN = st.text(st.characters(categories=("L",), exclude_characters="（）()"), min_size=1)


@pytest.mark.parametrize(
    ("typed", "text", "kana"),
    [
        ("金田 太郎（カネダ タロウ）", "金田 太郎", "カネダ タロウ"),
        ("金田 太郎 (かねだ　たろう)", "金田 太郎", "カネダ タロウ"),
        ("KIM Hana（ｷﾑ ﾊﾅ）", "KIM Hana", "キム ハナ"),
        ("John Smith", "John Smith", ""),
        ("山田 太郎（旧姓 佐藤）", "山田 太郎（旧姓 佐藤）", ""),
        ("（キム）", "（キム）", ""),
        ("", "", ""),
    ],
)
def test_a_reading_stands_in_brackets(typed, text, kana):
    assert name_parts(typed) == (text, kana)
    assert read_name_line(read_name_line(typed)) == read_name_line(typed)


def test_a_reading_alone_is_the_name():
    assert name_line("", "キム") == "キム"


@given(PLAIN, st.text(st.characters(min_codepoint=0x30A1, max_codepoint=0x30F4), max_size=20))
def test_a_name_and_its_reading_come_apart_again(text, kana):
    assert name_parts(name_line(text, kana)) == (text, kana)


@pytest.mark.parametrize(
    ("typed", "postal", "text"),
    [
        ("100-0005 東京都千代田区1-1", "100-0005", "東京都千代田区1-1"),
        ("〒１００－０００５　東京都千代田区1-1", "100-0005", "東京都千代田区1-1"),
        ("1000005 東京都", "100-0005", "東京都"),
        ("100-0005", "100-0005", ""),
        ("10-5 Downing Street", "", "10-5 Downing Street"),
        ("", "", ""),
    ],
)
def test_a_postal_code_stands_first(typed, postal, text):
    assert address_parts(typed) == (postal, text)
    assert read_address_line(read_address_line(typed)) == read_address_line(typed)


@given(st.from_regex(r"\A([0-9]{3}-[0-9]{4})?\Z"), PLAIN)
def test_an_address_and_its_code_come_apart_again(postal, text):
    assert address_parts(address_line(postal, text)) == (postal, text)
