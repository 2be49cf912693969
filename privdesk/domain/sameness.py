"""Whether two records are one person's: what speaks for it and what against, each with its weight, in words and bits.

The sum of weights of I. P. Fellegi and A. B. Sunter, A Theory for Record Linkage (JASA 64, 1969): a ground weighs
log2(m/u), where m is how often it is seen in two records of one person, u in records of two. The figures below are
rounded from what is known of Japan: one person in 70 bears the commonest family name and one in 5,000 a usual full
name; a day of birth is shared by one in 25,000. Grounds that hang together do not add up: of each field the strongest
counts once, and what a household shares tells nothing where the given names differ.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from itertools import product
from math import log2

from privdesk.domain.spelling import Form, are_near, birth_slips, forms, home, is_beginning, readings


class Ground(StrEnum):
    """What speaks for one person or against; `Reason` says how much."""

    SAME_NAME = "same_name"
    SAME_NAME_OTHERWISE_WRITTEN = "same_name_otherwise_written"
    SAME_READING = "same_reading"
    SAME_LETTERS = "same_letters"
    FORMER_NAME = "former_name"
    LIKE_NAME = "like_name"
    SAME_GIVEN_NAME = "same_given_name"
    OTHER_GIVEN_NAME = "other_given_name"
    OTHER_NAME = "other_name"
    OTHER_READING = "other_reading"
    SAME_BIRTH = "same_birth"
    LIKE_BIRTH = "like_birth"
    OTHER_BIRTH = "other_birth"
    SAME_MOBILE = "same_mobile"
    SAME_PHONE = "same_phone"
    LIKE_PHONE = "like_phone"
    SAME_MAIL = "same_mail"
    LIKE_MAIL = "like_mail"
    SAME_ADDRESS = "same_address"
    LIKE_ADDRESS = "like_address"
    SAME_AREA = "same_area"
    OTHER_ADDRESS = "other_address"


# log2(m/u) in whole bits
WEIGHTS: dict[Ground, int] = {
    Ground.SAME_NAME: 11,
    Ground.SAME_NAME_OTHERWISE_WRITTEN: 11,
    Ground.SAME_READING: 9,
    Ground.SAME_LETTERS: 8,
    Ground.FORMER_NAME: 10,
    Ground.LIKE_NAME: 6,
    Ground.SAME_GIVEN_NAME: 4,
    Ground.OTHER_GIVEN_NAME: -20,
    Ground.OTHER_NAME: -16,
    Ground.OTHER_READING: -6,
    Ground.SAME_BIRTH: 12,
    Ground.LIKE_BIRTH: 4,
    Ground.OTHER_BIRTH: -12,
    Ground.SAME_MOBILE: 10,
    Ground.SAME_PHONE: 7,
    Ground.LIKE_PHONE: 6,
    Ground.SAME_MAIL: 10,
    Ground.LIKE_MAIL: 7,
    Ground.SAME_ADDRESS: 7,
    Ground.LIKE_ADDRESS: 5,
    Ground.SAME_AREA: 2,
    Ground.OTHER_ADDRESS: -1,
}
# two records of a small file need at least this much
_LEAST = 13
_NAMES = (
    *(Ground.SAME_NAME, Ground.SAME_NAME_OTHERWISE_WRITTEN, Ground.FORMER_NAME, Ground.SAME_READING),
    *(Ground.SAME_LETTERS, Ground.LIKE_NAME, Ground.SAME_GIVEN_NAME, Ground.OTHER_GIVEN_NAME, Ground.OTHER_NAME),
)
# which of several comparisons counts, the strongest first
_ORDER = {ground: place for place, ground in enumerate((*_NAMES, *(one for one in Ground if one not in _NAMES)))}
_MOBILE = ("090", "080", "070", "060")


@dataclass(frozen=True)
class NameForm:
    """A name and its reading as they were written; `past` where it is not the one in use."""

    text: str
    kana: str
    past: bool = False


@dataclass(frozen=True)
class Portrait:
    """What of a record is compared; telephone numbers are digits, mail addresses folded, addresses (postal, text)."""

    id: int
    names: tuple[NameForm, ...]
    birth: date | None = None
    phones: frozenset[str] = frozenset()
    mails: frozenset[str] = frozenset()
    addresses: tuple[tuple[str, str], ...] = ()
    forms: tuple[tuple[Form, bool], ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Bring the names into the forms that are compared, once."""
        object.__setattr__(self, "forms", tuple((forms(one.text, one.kana), one.past) for one in self.names))


@dataclass(frozen=True)
class Verdict:
    """The grounds for and against, the weightiest first, and what they weigh together."""

    grounds: tuple[Ground, ...]

    @property
    def weight(self) -> int:
        """The sum of the weights in bits."""
        return sum(WEIGHTS[one] for one in self.grounds)

    @property
    def pro(self) -> tuple[Ground, ...]:
        """What speaks for one person."""
        return tuple(one for one in self.grounds if WEIGHTS[one] > 0)

    @property
    def contra(self) -> tuple[Ground, ...]:
        """What speaks against."""
        return tuple(one for one in self.grounds if WEIGHTS[one] < 0)


def needed(people: int) -> int:
    """What two records of so many must weigh to be suggested.

    Each person meets all others, so chance has that many tries: the prior odds of Fellegi and Sunter.
    """
    return max(_LEAST, round(log2(max(people, 1))))


def weighed(one: Portrait, other: Portrait) -> Verdict:
    """Compare two records."""
    name = _names(one, other)
    found = [*name, *_birth(one.birth, other.birth)]
    if not {Ground.OTHER_GIVEN_NAME, Ground.OTHER_NAME} & set(name):
        # who lives together shares these
        found += [*_phones(one.phones, other.phones), *_mails(one.mails, other.mails)]
        found += _addresses(one.addresses, other.addresses)
    return Verdict(tuple(sorted(found, key=lambda ground: -abs(WEIGHTS[ground]))))


def _names(one: Portrait, other: Portrait) -> tuple[Ground, ...]:
    """The best of all pairs of names that one or the other has, or had."""
    best: tuple[Ground, ...] = ()
    for (mine, mine_past), (theirs, theirs_past) in product(one.forms, other.forms):
        found = _name(mine, theirs)
        if (mine_past or theirs_past) and found[0] in _NAMES[:2]:
            found = (Ground.FORMER_NAME, *found[1:])
        if not best or _ORDER[found[0]] < _ORDER[best[0]]:
            best = found
    return best


def _name(one: Form, other: Form) -> tuple[Ground, ...]:
    """Text against text, reading against reading, letters against the reading; a slip in both is another name."""
    if one.text == other.text:
        same = Ground.SAME_NAME if one.written == other.written else Ground.SAME_NAME_OTHERWISE_WRITTEN
        differ = one.kana and other.kana and not are_near(one.kana, other.kana)
        return (same, Ground.OTHER_READING) if differ else (same,)
    if one.kana and one.kana == other.kana:
        return (Ground.SAME_READING,)
    if readings(one) & readings(other):
        return (Ground.SAME_LETTERS,)
    has_both = bool(one.kana and other.kana)
    if not has_both and are_near(one.text, other.text):
        return (Ground.LIKE_NAME,)
    return (_parts(one, other),)


def _parts(one: Form, other: Form) -> Ground:
    """Which half of two different names is the same; a family name changes with a marriage."""
    both = ((one, other), (other, one))
    if any(_ends(theirs.text, mine.given, theirs.given) for mine, theirs in both) or _same(
        one.given_kana, other.given_kana
    ):
        return Ground.SAME_GIVEN_NAME
    if any(_begins(theirs.text, mine.family, theirs.family) for mine, theirs in both) or _same(
        one.family_kana, other.family_kana
    ):
        return Ground.OTHER_GIVEN_NAME
    return Ground.OTHER_NAME


def _same(one: str, other: str) -> bool:
    return bool(one) and one == other


def _ends(whole: str, half: str, known: str) -> bool:
    """Whether a name ends with this given name; `known` is its own, where its gap tells it."""
    return bool(half) and (half == known if known else whole.endswith(half))


def _begins(whole: str, half: str, known: str) -> bool:
    return bool(half) and (half == known if known else whole.startswith(half))


def _birth(one: date | None, other: date | None) -> tuple[Ground, ...]:
    if one is None or other is None:
        return ()
    if one == other:
        return (Ground.SAME_BIRTH,)
    return (Ground.LIKE_BIRTH,) if other in birth_slips(one) else (Ground.OTHER_BIRTH,)


def _phones(one: frozenset[str], other: frozenset[str]) -> tuple[Ground, ...]:
    if both := one & other:
        return (Ground.SAME_MOBILE if any(each.startswith(_MOBILE) for each in both) else Ground.SAME_PHONE,)
    return (Ground.LIKE_PHONE,) if _any_near(one, other) else ()


def _mails(one: frozenset[str], other: frozenset[str]) -> tuple[Ground, ...]:
    if one & other:
        return (Ground.SAME_MAIL,)
    return (Ground.LIKE_MAIL,) if _any_near(one, other) else ()


def _any_near(one: Iterable[str], other: Iterable[str]) -> bool:
    return any(are_near(*pair) for pair in product(one, other))


def _addresses(one: tuple[tuple[str, str], ...], other: tuple[tuple[str, str], ...]) -> tuple[Ground, ...]:
    found = [_address(mine, theirs) for mine, theirs in product(one, other)]
    return (min(found, key=_ORDER.__getitem__),) if found else ()


def _address(one: tuple[str, str], other: tuple[str, str]) -> Ground:
    mine, theirs = home(one[1]), home(other[1])
    if mine and mine == theirs:
        return Ground.SAME_ADDRESS
    if mine and theirs and (is_beginning(mine, theirs) or are_near(mine, theirs)):
        return Ground.LIKE_ADDRESS
    return Ground.SAME_AREA if one[0] and one[0] == other[0] else Ground.OTHER_ADDRESS
