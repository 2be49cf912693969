"""Bytes of unknown origin -> text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privdesk.intake.charset import decode, guess, knows

SENTENCE = "個人情報の開示をお願いします。髙﨑"


@pytest.mark.parametrize(
    ("raw", "charset"),
    [
        (b"plain", "utf-8"),
        (SENTENCE.encode(), "utf-8"),
        (SENTENCE.encode("utf-8-sig"), "utf-8-sig"),
        (SENTENCE.encode("utf-16"), "utf-16"),
        (SENTENCE.encode("cp932"), "cp932"),
        ("①㈱～－".encode("cp932"), "cp932"),
        ("個人情報の開示をお願いします。".encode("euc_jp"), "euc_jp"),
        ("個人情報の開示".encode("iso2022_jp"), "iso-2022-jp"),
    ],
)
def test_the_charset_is_guessed(raw, charset):
    assert guess(raw) == charset
    assert not decode(raw).replaced


@pytest.mark.parametrize("declared", ["Shift_JIS", '"shift-jis"', "x-sjis", "Windows-31J"])
def test_shift_jis_is_read_as_windows_writes_it(declared):
    assert decode("髙﨑①～です".encode("cp932"), declared).text == "髙﨑①～です"


@pytest.mark.parametrize("declared", ["ISO-2022-JP", "cp50220", "csISO2022JP"])
def test_iso_2022_jp_holds_the_signs_of_windows(declared):
    raw = b"\x1b$B-!-j$N7o$G$9\x1b(B ok \x1b$B|b\x1b(B \x1b(I1\x1b(B"
    assert decode(raw, declared).text == "①㈱の件です ok 髙 ｱ"


def test_half_width_kana_in_8_bits_are_read_in_iso_2022_jp():
    assert decode(b"\x1b$B3+<(\x1b(B \xb1\xb2", "iso-2022-jp").text == "開示 ｱｲ"


def test_every_line_of_iso_2022_jp_begins_in_ascii():
    assert decode(b"\x1b$B3+<(\nA000001", "iso-2022-jp").text == "開示\nA000001"


def test_every_character_of_jis_x_0208_is_read():
    pairs = [bytes((row, cell)) for row in range(0x21, 0x75) for cell in range(0x21, 0x7F)]
    expected = {pair: _euc(pair) for pair in pairs if _euc(pair)}
    read = {pair: decode(b"\x1b$B" + pair + b"\x1b(B", "iso-2022-jp").text for pair in expected}
    differing = {expected[pair] for pair in expected if read[pair] != expected[pair]}
    assert len(expected) == 6879
    assert differing == set("〜‖−¢£¬")  # which Windows writes in full width


def _euc(pair: bytes) -> str:
    try:
        return bytes(byte | 0x80 for byte in pair).decode("euc_jp")
    except UnicodeDecodeError:
        return ""


def test_euc_jp_holds_the_signs_of_windows():
    assert decode(b"\xad\xa1\xad\xea", "euc-jp").text == "①㈱"


def test_jis_x_0212_is_read():
    assert decode(b"\x1b$(D0!\x1b(B", "iso-2022-jp").text == b"\x8f\xb0\xa1".decode("euc_jp")


@pytest.mark.parametrize("declared", ["x-unknown", "base64", "zlib", "idna", "undefined", "", None])
def test_what_is_no_charset_is_guessed(declared):
    assert decode(SENTENCE.encode("cp932"), declared).text == SENTENCE
    assert declared in ("", None) or not knows(declared)


def test_what_cannot_be_read_is_said():
    found = decode("開示".encode() + b"\xff", "utf-8")
    assert (found.text, found.replaced) == ("開示\ufffd", True)
    assert decode(b"\x1b$B3+!", "iso-2022-jp").replaced
    assert decode(b"\x82\xa0\xfd", "shift_jis").text == "あ\ufffd"


def test_where_nothing_fits_the_least_damage_is_taken():
    assert decode(SENTENCE.encode() + b"\xff").charset == "utf-8"


@given(st.binary(), st.sampled_from(["", "utf-8", "shift_jis", "iso-2022-jp", "euc-jp", "utf-16", "gb2312", "x"]))
def test_nothing_stops_it(raw, declared):
    found = decode(raw, declared)
    assert found.replaced == ("\ufffd" in found.text)


@given(
    st.text(st.characters(codec="iso2022_jp", exclude_categories=["Cc"], exclude_characters="¥‾〜‖−¢£¬＼"), max_size=50)
)
def test_what_the_standard_codec_writes_is_read_back(text):
    assert decode(text.encode("iso2022_jp"), "iso-2022-jp").text == text
