"""What a password must be: long, and not guessable from a list, from the office or from a pattern.

After NIST SP 800-63B-4 and ASVS 5.0 6.2: no rules on kinds of characters, no forced change, any Unicode.
"""

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
_LONG_ENOUGH = (9, 13, 18, 24)


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

    Counts the characters that the ones before do not foretell.
    """
    surprising = _surprising(fold(password))
    return sum(surprising >= enough for enough in _LONG_ENOUGH)


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


def _surprising(folded: str) -> int:
    """The number of characters that neither repeat a piece before them nor count on from their neighbour."""
    return sum(
        abs(ord(sign) - ord(before)) > 1 and before + sign not in folded[:index]
        for index, (before, sign) in enumerate(zip(folded, folded[1:], strict=False), 1)
    )
