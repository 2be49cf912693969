"""Readings of names."""

import pytest

from privdesk.domain.errors import BadKana
from privdesk.domain.formats.kana import kana, read_kana


@pytest.mark.parametrize(
    ("typed", "reading"),
    [
        ("ワタナベ ユミコ", "ワタナベ ユミコ"),
        ("わたなべ　ゆみこ", "ワタナベ ユミコ"),
        ("ﾜﾀﾅﾍﾞ  ﾕﾐｺ ", "ワタナベ ユミコ"),
        ("セ-レン オ－ケソン", "セーレン オーケソン"),
        ("マリア・デ・ラ・クルス", "マリア・デ・ラ・クルス"),
        ("ﾜﾀﾅﾍﾞ-", "ワタナベー"),
        ("か\u3099", "ガ"),
        ("ヴィクトル", "ヴィクトル"),
        ("いすゞ", "イスヾ"),
    ],
)
def test_a_reading_is_full_width_katakana(typed, reading):
    assert read_kana(typed) == kana(typed) == reading


@pytest.mark.parametrize(
    ("typed", "sign"), [("渡邉 ユミコ", "渡"), ("ワタナベ YUMIKO", "Y"), ("ー1", "1"), ("", ""), ("・", "・")]
)
def test_what_is_no_reading_is_refused(typed, sign):
    with pytest.raises(BadKana) as caught:
        read_kana(typed)
    assert caught.value.values == {"sign": sign}
