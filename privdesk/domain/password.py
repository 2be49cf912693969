"""What a password must be: long, and not guessable from a list, from the office or from a pattern.

After NIST SP 800-63B-4 and ASVS 5.0 6.2: no rules on kinds of characters, no forced change, any Unicode.
"""

import secrets
import unicodedata

from privdesk.domain.shown import shown

LEAST = 15
MOST = 1024
TOO_SHORT = shown("password", "Use at least 15 characters; several words are easier to remember than signs.")
TOO_LONG = shown("password", "Use at most 1,024 characters.")
TOO_COMMON = shown("password", "This is one of the first passwords that others would try. Choose another one.")
TOO_NEAR = shown(
    "password", "This is little more than the name of the office, the program or the user. Add other words."
)
TOO_REGULAR = shown("password", "This repeats or counts on. Choose something that does not follow a pattern.")

_PROGRAM = "privdesk"
_LEAST_WORD = 3
_LEAST_OWN = 8
# one consonant and one vowel each, so that no two rows of syllables are spelled alike
_SYLLABLES = (
    *("ka", "ki", "ku", "ke", "ko", "sa", "shi", "su", "se", "so", "ta", "chi", "tsu", "te", "to"),
    *("na", "ni", "nu", "ne", "no", "ha", "hi", "fu", "he", "ho", "ma", "mi", "mu", "me", "mo"),
    *("ya", "yu", "yo", "ra", "ri", "ru", "re", "ro", "wa"),
    *("ga", "gi", "gu", "ge", "go", "za", "ji", "zu", "ze", "zo", "da", "de", "do"),
    *("ba", "bi", "bu", "be", "bo", "pa", "pi", "pu", "pe", "po"),
)
_WORD_LENGTHS = (2, 3, 2, 3, 2)
_LONG_ENOUGH = (1, 8, LEAST, 24)


def problems(password: str, words: tuple[str, ...] = (), common: frozenset[str] = frozenset()) -> list[str]:
    """The sentences that speak against a password, none if it is good.

    `words` are the office's name, the login and the like; `common` the list of passwords that others try first.
    """
    folded = fold(password)
    found = []
    if len(password) < LEAST:
        found.append(TOO_SHORT)
    if len(password) > MOST:
        return [TOO_LONG]
    if folded in {fold(entry) for entry in common}:
        found.append(TOO_COMMON)
    if _is_near(folded, (*words, _PROGRAM)):
        found.append(TOO_NEAR)
    if _surprising(folded) < _LEAST_OWN <= len(folded):
        found.append(TOO_REGULAR)
    return found


def strength(password: str) -> int:
    """How far a password is from being guessed, 0 to 4, without knowing the office or the list.

    Length decides, as in NIST SP 800-63B-4, less what the characters before foretell: what may be taken is good (3),
    and from 24 characters on, about five words, strong (4).
    """
    signs = " ".join(unicodedata.normalize("NFKC", password).casefold().split())
    own = bool(signs) + _surprising(signs, piece=3)
    return sum(own >= enough for enough in _LONG_ENOUGH)


def suggested() -> str:
    """Five words that mean nothing and can be spoken, such as "kuma ritosa nebo duhage saki".

    Twelve syllables out of 62, each drawn by itself: 62**12, that is 71 bits; five words of Diceware have 65. What by
    chance repeats so much that it is not strong is drawn again, which takes less than a hundredth of a bit.
    """
    while True:
        words = " ".join("".join(secrets.choice(_SYLLABLES) for _ in range(length)) for length in _WORD_LENGTHS)
        if strength(words) == len(_LONG_ENOUGH):
            return words


def fold(text: str) -> str:
    """One form for width, case and spaces, so that variants of a listed password count as listed."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _is_near(folded: str, words: tuple[str, ...]) -> bool:
    """Whether a known word is in it, and hardly a letter more."""
    rest = folded
    for word in sorted({fold(part) for text in words for part in (text, *text.split())}, key=len, reverse=True):
        if len(word) >= (_LEAST_WORD if word.isascii() else 2):
            rest = rest.replace(word, "")
    return rest != folded and sum(sign.isalpha() for sign in rest) < _LEAST_OWN


def _surprising(text: str, piece: int = 2) -> int:
    """The characters after the first that neither end a piece that was there before nor go on as the two before did."""
    steps = [ord(sign) - ord(before) for before, sign in zip(text, text[1:], strict=False)]
    return sum(
        not (place > 1 and abs(step) <= 1 and step == steps[place - 2])
        and text[max(0, place - piece + 1) : place + 1] not in text[:place]
        for place, step in enumerate(steps, 1)
    )
