"""The code that stands for the log on paper, and what a verification says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privdesk.domain.errors import LogCodeUnreadable
from privdesk.domain.log import Fault, LogCode, Verdict, code_of, code_typed

HASH = bytes.fromhex("7f3a91c20d445e18") + bytes(24)
CODE = "18 342 · 7F3A-91C2-0D44-5E18"


def test_the_code_is_printed_in_groups():
    assert str(code_of(18_342, HASH)) == CODE
    assert str(code_of(7, HASH)) == "7 · 7F3A-91C2-0D44-5E18"


@pytest.mark.parametrize(
    "typed",
    [
        CODE,
        "18342 7f3a 91c2 0d44 5e18",
        "18,342·7F3A91C20D445E18",
        "１８３４２　７Ｆ３Ａ－９１Ｃ２－０Ｄ４４－５Ｅ１８",
        "18342 7F3A 9IC2 OD44 5EL8",
        "183427F3A91C20D445E18",
        f"  {CODE}\n",
    ],
)
def test_what_is_typed_off_a_paper_is_understood(typed: str):
    assert code_typed(typed) == code_of(18_342, HASH)


@pytest.mark.parametrize("typed", ["", "18 342", "7F3A-91C2-0D44-5E18", CODE[:-1] + "G", "x" + CODE, "9" * 16 + CODE])
def test_what_is_no_code_is_refused(typed: str):
    with pytest.raises(LogCodeUnreadable):
        code_typed(typed)


@given(st.integers(0, 10**15 - 1), st.binary(min_size=32, max_size=32))
def test_every_code_is_read_as_it_was_printed(seq: int, digest: bytes):
    code = code_of(seq, digest)
    assert code_typed(str(code)) == code


@pytest.mark.parametrize(
    ("keyed", "said"), [(0, "was not made"), (5, "for 5 of 9 entries"), (9, "was made for all entries")]
)
def test_a_verdict_says_what_was_verified(keyed: int, said: str):
    verdict = Verdict(9, LogCode(9, "0" * 16), keyed=keyed, signatures=2, signers=1, anchor=8)
    text = [one.sentence.format(**one.values) for one in verdict.said()]
    assert text[0] == "9 entries follow one another without a gap or a change."
    assert said in text[1]
    assert text[3].startswith("Each sitting names only the person who unlocked the desk for it.")
    assert text[4] == "What this PC saw last, up to entry 8, was compared."


@pytest.mark.parametrize("fault", list(Fault))
def test_a_fault_comes_first_and_names_its_entry(fault: Fault):
    verdict = Verdict(4, LogCode(4, "0" * 16), fault=fault, at=5)
    first = verdict.said()[0]
    assert first.sentence.format(**first.values) == fault.value.replace("{at}", "5")
    assert "{at}" in fault.value
