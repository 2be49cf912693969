"""Long is enough, a list, the office's own words and patterns are not; every Unicode sign counts."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from privdesk.domain import backoff, password
from privdesk.domain.password import TOO_COMMON, TOO_LONG, TOO_NEAR, TOO_REGULAR, TOO_SHORT, problems, strength
from privdesk.resources import resource

COMMON = frozenset(resource("passwords.txt").read_text("utf-8").split("\n")) - {""}
WORDS = ("青山プライバシー事務所", "Aoyama Privacy Office", "hana.sato")


@pytest.mark.parametrize(
    "good",
    [
        "an unhurried heron waits",
        "三色すみれの上に雨がふる夜更け",
        "7!2@9#k4%1^8&5*",
        "🦊 🌧 ñandú über ჩაი თბილი",
        "x7" * 3 + " many other words behind it",
    ],
)
def test_a_long_password_of_any_kind_is_good(good):
    assert problems(good, WORDS, COMMON) == []


@pytest.mark.parametrize(
    ("bad", "problem"),
    [
        ("", TOO_SHORT),
        ("fourteen signs", TOO_SHORT),
        ("Correct Horse Battery Staple", TOO_COMMON),
        ("ｉｌｏｖｅｙｏｕｉｌｏｖｅｙｏｕ", TOO_COMMON),
        ("よろしくお願いいたします2026", TOO_COMMON),
        ("aoyama privacy office 2026!", TOO_NEAR),
        ("Privdesk-12345678", TOO_NEAR),
        ("hana.sato hana.sato", TOO_NEAR),
        ("青山プライバシー事務所2026年11月", TOO_NEAR),
        ("aaaaaaaaaaaaaaaaaaaa", TOO_REGULAR),
        ("abcabcabcabcabcabcabc", TOO_REGULAR),
        ("1234567890123456789", TOO_REGULAR),
        ("x" * 1025, TOO_LONG),
    ],
)
def test_what_is_guessed_first_is_refused(bad, problem):
    assert problem in problems(bad, WORDS, COMMON)


@given(st.text(min_size=password.MOST + 1, max_size=password.MOST + 20))
def test_too_long_is_said_without_looking_further(text):
    assert problems(text, WORDS, COMMON) == [TOO_LONG]


@given(st.text(max_size=200))
def test_any_text_gets_an_answer(text):
    assert 0 <= strength(text) <= 4
    assert all(isinstance(problem, str) for problem in problems(text, WORDS, COMMON))


def test_strength_grows_with_what_cannot_be_foretold():
    rising = ["aaaaaaaaaaaaaaa", "sunny river", "an unhurried heron", "an unhurried heron waits by the northern gate"]
    assert [strength(one) for one in rising] == sorted(strength(one) for one in rising)
    assert strength(rising[0]) == 1
    assert strength("") == 0
    assert strength(rising[-1]) == 4


@pytest.mark.parametrize("allowed", ["tall tree is low", "blue river stone house", "7!2@9#k4%1^8&5*"])
def test_what_may_be_taken_is_not_called_weak(allowed):
    assert problems(allowed, WORDS, COMMON) == []
    assert strength(allowed) >= 3


@pytest.mark.parametrize(
    "regular", ["aaaaaaaaaaaaaaaaaaaaaaaa", "abcabcabcabcabcabcabcabc", "123456789012345678901234"]
)
def test_length_alone_makes_no_pattern_strong(regular):
    assert strength(regular) <= 2


def test_a_suggestion_can_be_taken_and_is_never_the_same():
    made = {password.suggested() for _ in range(500)}
    assert len(made) == 500
    for one in made:
        assert problems(one, WORDS, COMMON) == []
        assert strength(one) == 4
        assert [len(word) >= 4 for word in one.split(" ")] == [True] * 5


def test_a_suggestion_is_worth_the_bits_it_claims():
    syllables = password._SYLLABLES
    assert len(set(syllables)) == 62
    # each ends with its only vowel, so that a word can be taken apart in one way
    assert all(one[-1] in "aiueo" and not set(one[:-1]) & set("aiueo") and len(one) > 1 for one in syllables)
    assert math.log2(len(syllables) ** sum(password._WORD_LENGTHS)) > 71


def test_the_list_holds_long_ones_only():
    """Much shorter ones are refused by their length; spaces, which the list does not count, may make up for three."""
    assert len(COMMON) > 50
    assert all(len(entry) >= 12 for entry in COMMON)


def test_each_wrong_password_doubles_the_wait_up_to_a_minute():
    assert [backoff.wait(failures) for failures in range(9)] == [0, 1, 2, 4, 8, 16, 32, 60, 60]
    assert backoff.wait(10_000) == backoff.LONGEST_WAIT
