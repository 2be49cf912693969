"""When two names, days or addresses are the same but for how they were written, or but for one slip of the hand."""

import re
from contextlib import suppress
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from privdesk.domain.text import folded

# shorter texts differ by more than a slip when they differ at all
_SHORTEST = 4
_SIGNS = 8  # of a day written YYYYMMDD
_COUNTED = re.compile("[〇零一二三四五六七八九十]+(?=丁目|番|号|-)")
_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_COUNTERS = re.compile("丁目|番地の|番地|番町目|番|号室|号|の(?=[0-9])")
# the prefectures are left out as often as written
_PREFECTURE = re.compile("^(?:東京都|北海道|大阪府|京都府|.{2,3}県)")
_ROMAJI = {
    **dict(zip("アイウエオ", "aiueo", strict=True)),
    **{kana: "k" + vowel for kana, vowel in zip("カキクケコ", "aiueo", strict=True)},
    **{kana: "g" + vowel for kana, vowel in zip("ガギグゲゴ", "aiueo", strict=True)},
    **{
        "サ": "sa",
        "シ": "shi",
        "ス": "su",
        "セ": "se",
        "ソ": "so",
        "ザ": "za",
        "ジ": "ji",
        "ズ": "zu",
        "ゼ": "ze",
        "ゾ": "zo",
    },
    **{
        "タ": "ta",
        "チ": "chi",
        "ツ": "tsu",
        "テ": "te",
        "ト": "to",
        "ダ": "da",
        "ヂ": "ji",
        "ヅ": "zu",
        "デ": "de",
        "ド": "do",
    },
    **{kana: "n" + vowel for kana, vowel in zip("ナニヌネノ", "aiueo", strict=True)},
    **{"ハ": "ha", "ヒ": "hi", "フ": "fu", "ヘ": "he", "ホ": "ho"},
    **{kana: "b" + vowel for kana, vowel in zip("バビブベボ", "aiueo", strict=True)},
    **{kana: "p" + vowel for kana, vowel in zip("パピプペポ", "aiueo", strict=True)},
    **{kana: "m" + vowel for kana, vowel in zip("マミムメモ", "aiueo", strict=True)},
    **{"ヤ": "ya", "ユ": "yu", "ヨ": "yo", "ワ": "wa", "ヲ": "o", "ン": "n", "ヴ": "vu", "-": ""},
    **{kana: "r" + vowel for kana, vowel in zip("ラリルレロ", "aiueo", strict=True)},
}
_SMALL = {"ャ": "ya", "ュ": "yu", "ョ": "yo", "ァ": "a", "ィ": "i", "ゥ": "u", "ェ": "e", "ォ": "o"}
# Hepburn and Kunrei, and long vowels that are written or not, come to one form
_LOOSE = (
    ("shi", "si"),
    ("chi", "ti"),
    ("tsu", "tu"),
    ("sh", "sy"),
    ("ch", "ty"),
    ("ji", "zi"),
    ("j", "zy"),
    ("fu", "hu"),
)
_LONG = re.compile("(?<=[aiueo])h(?![aiueoy])|ou|oo|uu")


class Form(NamedTuple):
    """A name as it is compared: folded and without gaps, its halves where a gap or its reading tells them."""

    written: str
    text: str
    kana: str
    family: str
    given: str
    family_kana: str
    given_kana: str


@lru_cache(50_000)
def forms(text: str, kana: str) -> Form:
    """The form of a name and its reading."""
    family, given = _halves(text)
    family_kana, given_kana = _halves(kana)
    return Form("".join(text.split()), _joined(text), _joined(kana), family, given, family_kana, given_kana)


def readings(name: Form) -> frozenset[str]:
    """What a name sounds like in Latin letters, its words in any order: by its reading, and by itself if so written."""
    found = [(name.family_kana, name.given_kana)] if name.kana else []
    if name.written.isascii() or _is_kana(name.text):
        found.append((name.family, name.given))
    return frozenset("".join(sorted(map(_letters, each))) for each in found if all(each))


def are_near(one: str, other: str) -> bool:
    """Whether one slip makes one of the other: a sign too many, too few, another one, or two exchanged."""
    if min(len(one), len(other)) < _SHORTEST or abs(len(one) - len(other)) > 1:
        return False
    start = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return True
    mine, theirs = one[start:], other[start:]
    exchanged = mine[:2] == theirs[1::-1] and mine[2:] == theirs[2:]
    return exchanged or mine[1:] == theirs[1:] or mine[1:] == theirs or mine == theirs[1:]


@lru_cache(50_000)
def birth_slips(day: date) -> frozenset[date]:
    """The days that one slip makes of a day: another digit, two neighbours or month and day exchanged."""
    text = f"{day:%Y%m%d}"
    found = {text[:at] + digit + text[at + 1 :] for at in range(_SIGNS) for digit in "0123456789"}
    found |= {text[:at] + text[at + 1] + text[at] + text[at + 2 :] for at in range(_SIGNS - 1)}
    found.add(text[:4] + text[6:] + text[4:6])
    days = set()
    for each in found - {text}:
        with suppress(ValueError):  # no such day
            days.add(date(int(each[:4]), int(each[4:6]), int(each[6:])))
    return frozenset(days)


@lru_cache(50_000)
def home(text: str) -> str:
    """An address without what is written in many ways: 東京都港区芝三丁目2番1号 and 港区芝3-2-1 are one place."""
    plain = _COUNTED.sub(lambda found: _number(found[0]), folded(text))
    plain = _COUNTERS.sub("-", _PREFECTURE.sub("", plain))
    return re.sub("[- ]+", "-", plain).strip("-")


def is_beginning(one: str, other: str) -> bool:
    """Whether of two homes one has all of the other, down to its house number, and then a building."""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) and short[-1:].isdigit() and not long[len(short) :][:1].isdigit()


def _joined(text: str) -> str:
    return folded(text).replace(" ", "")


def _halves(text: str) -> tuple[str, str]:
    """Family and given name where a gap stands between them."""
    parts = folded_words(text)
    return (parts[0], "".join(parts[1:])) if len(parts) > 1 else ("", "")


def folded_words(text: str) -> list[str]:
    """The words of a name, each folded: folding the whole takes the gaps between kanji away."""
    return [folded(word) for word in re.split(r"[\s・,，]+", text) if word]


def _is_kana(text: str) -> bool:
    return all("ァ" <= sign <= "ヺ" or sign == "-" for sign in text)


def _letters(text: str) -> str:
    """A word in kana or Latin letters in the one form in which both are compared."""
    found = ""
    for place, sign in enumerate(text):
        if sign in _SMALL:
            stem = found[:-1]
            found = stem + (_SMALL[sign][1:] if stem.endswith(("sh", "ch", "j")) else _SMALL[sign])
        elif sign == "ッ":
            found += _ROMAJI.get(text[place + 1 : place + 2], "")[:1]
        else:
            found += _ROMAJI.get(sign, sign)
    for hepburn, kunrei in _LOOSE:
        found = found.replace(hepburn, kunrei)
    return _LONG.sub(lambda long: "" if long[0] == "h" else long[0][0], found)


def _number(text: str) -> str:
    """Kanji numerals up to 99 as digits."""
    if "十" not in text:
        return text.translate(_DIGITS)
    tens, _, ones = text.partition("十")
    return f"{int((tens or '一').translate(_DIGITS)) * 10 + int((ones or '〇').translate(_DIGITS))}"
