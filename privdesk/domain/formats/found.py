"""Numbers that stand in a text where they do not belong: cards and their codes, bank accounts, driver's licences."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from privdesk.domain.errors import NumberInText, SecurityCodeRefused
from privdesk.domain.formats.card import CODE_WORDS, TRACK, is_known_card
from privdesk.domain.text import TO_HYPHEN


class FoundKind(StrEnum):
    """What was found."""

    CODE = "code"
    CARD = "card"
    LICENCE = "licence"
    BANK = "bank"


@dataclass(frozen=True, repr=False)
class Found:
    """A number and where it stands in the text, from `start` to before `end`."""

    kind: FoundKind
    digits: str
    start: int
    end: int

    def __repr__(self) -> str:
        return f"Found({self.kind}, {self.start}-{self.end})"


# below this no text is looked through: a code has three digits, a card fourteen, all else stands beside a word
_THREE_DIGITS = re.compile(r"\d\D*\d\D*\d")
_CARD_DIGITS = re.compile(r"(?:\d\D*){14}")
# a sign of every word below; without one only a card can be there
_STEMS = re.compile(
    "[;%；％ａ-ｚＡ-Ｚ]|c[ ._-]?[vasi]|pin|track|sec|verif|valid|card|licen"
    "|[キｷ][ュｭ]|[暗検認]証|確認|裏|署名|桁|磁気|免許|口座|普通|当座|貯蓄|記号",
    re.IGNORECASE,
)
_SEPARATOR = " ?[-./_・ ] ?"
# as cards are written: in one, in fours, as American Express and Diners Club print them, halved, digit by digit
_CARD_SHAPES = tuple(
    re.compile(f"(?<![0-9])(?=(?P<found>{shape})(?![0-9]))")
    for shape in (
        "[0-9]{14,19}",
        f"[0-9]{{4}}(?P<by>{_SEPARATOR})[0-9]{{4}}(?P=by)[0-9]{{4}}(?P=by)[0-9]{{2,4}}",
        f"[0-9]{{4}}(?P<by>{_SEPARATOR})[0-9]{{6}}(?P=by)[0-9]{{4,5}}",
        f"[0-9]{{8}}{_SEPARATOR}[0-9]{{8}}",
        f"[0-9]{{4}}(?P<by>{_SEPARATOR})[0-9]{{4}}(?P=by)[0-9]{{4}}(?P=by)[0-9]{{4}}(?P=by)[0-9]{{1,3}}",
        f"[0-9](?P<by>{_SEPARATOR})[0-9](?:(?P=by)[0-9]){{12,17}}",
    )
)
_NO_CODE = "(?!-?[0-9])(?! *[年円月日回件名本桁度台個/])"
_CODE_AFTER = re.compile(
    f"(?:{CODE_WORDS})(?:[34]桁|[^0-9*\n。]){{0,10}}?(?P<found>[0-9](?:[ -]?[0-9]){{2,3}}){_NO_CODE}"
)
_CODE_BEFORE = re.compile(f"(?<![0-9*])(?<![0-9][ ./-])(?P<found>[0-9]{{3,4}})[ (:=-]{{0,3}}(?:{CODE_WORDS})")
# right behind a card, maybe after its month of expiry
_CODE_BEHIND = re.compile(
    f"(?:[ ,/(-]*(?:0?[1-9]|1[0-2]) ?/ ?(?:20)?[0-9]{{2}})?[ ,/()-]{{1,3}}(?P<found>[0-9]{{3,4}})(?! [0-9]){_NO_CODE}"
)
_BESIDE_WORDS = (
    (FoundKind.LICENCE, "(?:免許|licen[cs]e)[^0-9\n。]{0,12}?(?P<found>[0-9]{12}|[0-9]{4}([ -])[0-9]{4}\\2[0-9]{4})"),
    (
        FoundKind.BANK,
        "(?P<found>(?<![0-9-])[0-9]{4}[ ,/-]+[0-9]{3}[ ,/-]+(?:普通|当座|貯蓄|その他)(?:預金)?[ ,/-]*[0-9]{1,7})",
    ),
    (
        FoundKind.BANK,
        "(?:口座|普通|当座|貯蓄)(?:預金|口座)?(?:番号)?[ :(=-]{0,3}(?P<found>[0-9]{7})(?!-[0-9]| *[円年])",
    ),
    (FoundKind.BANK, "記号[ :]{0,3}(?P<found>[01][0-9]{3}0(?:[ ,/、-]{0,3}番号[ :]{0,3}|[ -]{1,3})[0-9]{2,8})"),
)
_WORDED = tuple((kind, re.compile(f"{shape}(?![0-9])")) for kind, shape in _BESIDE_WORDS)


def numbers_in(text: str) -> tuple[Found, ...]:
    """Find card numbers, codes of cards, licences and bank accounts in a text, in any width and grouping, in order.

    A card has a known brand's beginning and length and passes its check. Codes (PCI DSS 3.3.1) are three or four digits
    beside their word or right behind a card; licences and accounts stand beside a word too, since telephone numbers,
    amounts and numbers of parcels and customers look alike.
    """
    if not _THREE_DIGITS.search(text):
        return ()
    worded = _STEMS.search(text) is not None
    if not worded and not _CARD_DIGITS.search(text):
        return ()
    plain, places = _plain(text)
    found: list[Found] = []
    for one in _candidates(plain, worded=worded):
        start, end = places[one.start], places[one.end - 1] + 1
        if all(end <= other.start or other.end <= start for other in found):
            found.append(Found(one.kind, one.digits, start, end))
    return tuple(sorted(found, key=lambda one: one.start))


def without_numbers(text: str, kinds: Collection[FoundKind] = tuple(FoundKind)) -> str:
    """The text with what `numbers_in` finds cut to ****1111, and of a code nothing left."""
    for one in reversed(numbers_in(text)):
        if one.kind in kinds:
            cut = "***" if one.kind is FoundKind.CODE else f"****{one.digits[-4:]}"
            text = text[: one.start] + cut + text[one.end :]
    return text


def refuse_numbers(typed: object) -> None:
    """Raise SecurityCodeRefused or NumberInText for a number in what somebody typed, texts or whatever has some.

    A code weighs more than a number, because it may be kept nowhere (PCI DSS 3.3.1).
    """
    kinds = {one.kind for text in _texts(typed) for one in numbers_in(text)}
    if FoundKind.CODE in kinds:
        raise SecurityCodeRefused
    if kinds:
        raise NumberInText


def _texts(thing: object) -> Iterator[str]:
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, Iterable):
        for one in thing:
            yield from _texts(one)
    else:
        for name in getattr(thing, "__struct_fields__", getattr(thing, "__dataclass_fields__", ())):
            yield from _texts(getattr(thing, name))


def _plain(text: str) -> tuple[str, range | list[int]]:
    """The text as the patterns want it, and where in `text` each of its signs stands; invisible signs go."""
    if text.isascii():
        return text.lower(), range(len(text))
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        if unicodedata.category(sign) != "Cf":
            for one in unicodedata.normalize("NFKD", sign).casefold().translate(TO_HYPHEN):
                signs.append(one)
                places.append(place)
    return "".join(signs), places


def _candidates(plain: str, *, worded: bool) -> Iterator[Found]:
    """What may be a number, the surest first."""
    if worded:
        yield from (_found(FoundKind.CODE, one, 0) for one in TRACK.finditer(plain))
    cards = [card for shape in _CARD_SHAPES for card in _cards(plain, shape)]
    for card in cards:
        yield card
        if behind := _CODE_BEHIND.match(plain, card.end):
            yield _found(FoundKind.CODE, behind)
        plain = plain[: card.start] + "*" * (card.end - card.start) + plain[card.end :]
    if worded:
        for shape in (_CODE_AFTER, _CODE_BEFORE):
            yield from (_found(FoundKind.CODE, one) for one in shape.finditer(plain))
        for kind, shape in _WORDED:
            yield from (_found(kind, one) for one in shape.finditer(plain))


def _cards(plain: str, shape: re.Pattern[str]) -> Iterator[Found]:
    cards = (_found(FoundKind.CARD, one) for one in shape.finditer(plain))
    return (card for card in cards if is_known_card(card.digits))


def _found(kind: FoundKind, one: re.Match[str], group: str | int = "found") -> Found:
    return Found(kind, re.sub("[^0-9]", "", one[group]), one.start(group), one.end(group))
