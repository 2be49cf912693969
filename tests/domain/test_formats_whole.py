"""Numbers that nothing but themselves tells: refused as a whole text and inside one, look-alikes let through."""

import pytest

from privdesk.domain.errors import NumberInText, SecurityCodeRefused
from privdesk.domain.formats.whole import refuse_whole_numbers


@pytest.mark.parametrize(
    "text",
    [
        "309912345660",
        "3099 1234 5660",
        "３０９９１２３４５６６０",
        "3099\u200b12345660",
        "番号309912345660を確認したため",
        "0001-001-1-1234567",
        "0001‐001‐1‐1234567 を確認したため",
        "10120-12345671",
        "10120-12345671への返金のため",
        "4111 1111 1111 1111",
        "カード4111111111111111の照会",
    ],
)
def test_a_whole_number_is_refused_without_a_word_beside_it(text: str) -> None:
    with pytest.raises(NumberInText):
        refuse_whole_numbers(text)


def test_a_code_weighs_more() -> None:
    with pytest.raises(SecurityCodeRefused):
        refuse_whole_numbers("309912345660 CVV 123")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "渡邉",
        "309912345670",
        "10120-21",
        "2026-001-1-12",
        "090-1234-5678",
        "+819012345660",
        "+81-90-1234-5678",
        "顧客番号1000171の依頼、2026-11-22 10:30に電話",
        "ゆうパック 3099-1234-5660 の不着を確認",
        "お客様番号10120 20261121の来店",
        "申込番号 3099123456601 の照会",
        "東京都港区1-2-3 〒100-0005 の件で電話",
    ],
)
def test_what_is_no_whole_number_passes(text: str) -> None:
    refuse_whole_numbers(text)
