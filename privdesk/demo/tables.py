"""The tables that the made-up office got over time: customers, a partner's transactions, a list from the counter."""

import csv
import io
import random
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from privdesk.demo.members import is_foreign, membership, number
from privdesk.demo.names import BUILDINGS, FOREIGN, GIVEN, NOTES, PARTNERS, PLACES, SURNAMES
from privdesk.domain.formats.licence import check_digit

PEOPLE = (
    *("会員番号", "氏名", "フリガナ", "生年月日", "郵便番号", "住所", "電話番号", "メール", "口座番号", "カード番号"),
    *("免許証番号", "メール配信", "言語", "入会日", "最終利用日", "退会日", "備考"),
)
COUNTER = ("会員番号", "氏名", "フリガナ", "郵便番号", "住所", "電話番号", "入会日")
TRANSACTIONS = ("取引ID", "会員番号", "取引日", "種別", "金額", "提供元", "摘要")
# a customer number that nobody has
_UNKNOWN = "Z999999"


def people(count: int, seed: int, today: date) -> bytes:
    """So many customers as of a day, one of them with a slip for the import to find."""
    return _written(PEOPLE, _people(count, random.Random(seed), seed, today))


def counter(first: int, count: int, seed: int, today: date) -> bytes:
    """So many new customers from number `first` on, and rows that have to wait: one without a name, one twice there."""
    return _written(COUNTER, _counter(first, count, random.Random(seed + 2), today))


def transactions(count: int, people_count: int, seed: int, today: date) -> bytes:
    """So many transactions of so many customers until a day; a few name a customer whom nobody knows."""
    return _written(TRANSACTIONS, _history(count, people_count, random.Random(seed + 1), seed, today))


def feed(people_count: int, seed: int, first: date, last: date, start: date) -> bytes:
    """What a partner sends later: transactions between two days of those who had not left on the day `start`."""
    return _written(TRANSACTIONS, _feed(people_count, random.Random(f"{seed}/{last}"), seed, (first, last), start))


def _people(count: int, chance: random.Random, seed: int, today: date) -> Iterator[Sequence[object]]:
    for n in range(1, count + 1):
        name, kana = _name(n, chance)
        born = date(1938, 1, 1) + timedelta(days=chance.randrange(25_000))
        member = membership(n, seed, today)
        yield (
            number(n),
            name,
            kana,
            "昭和64年2月30日" if n == 18 else born.isoformat(),
            *_place(chance),
            _phone(chance),
            f"user{n:06d}@example.jp" if n % 11 else "",
            _account(chance) if n % 2 else "",
            _card(chance) if n % 5 == 0 else "",
            _licence(chance) if n % 7 == 0 else "",
            chance.choice(("可", "不可", "")),
            "en" if is_foreign(n) else "ja",
            member.since.isoformat(),
            member.last.isoformat(),
            member.left.isoformat() if member.left else "",
            chance.choice(NOTES),
        )


def _counter(first: int, count: int, chance: random.Random, today: date) -> Iterator[Sequence[object]]:
    for n in range(first, first + count):
        yield number(n), *_name(n, chance), *_place(chance), _phone(chance), today.isoformat()
    yield number(first + count), "", "", *_place(chance), _phone(chance), today.isoformat()
    yield number(1), *_name(1, chance), *_place(chance), _phone(chance), today.isoformat()


def _history(
    count: int, people_count: int, chance: random.Random, seed: int, today: date
) -> Iterator[Sequence[object]]:
    """The first ones are each customer's last business; the others lie before it, rarer the older."""
    for n in range(1, count + 1):
        who = (n - 1) % people_count + 1
        member = membership(who, seed, today)
        back = int((member.last - member.since).days * chance.random() ** 2) if n > people_count else 0
        named = number(who) if n % 97 else _UNKNOWN
        yield f"T{n:08d}", named, (member.last - timedelta(days=back)).isoformat(), *_business(chance)


def _feed(
    people_count: int, chance: random.Random, seed: int, span: tuple[date, date], start: date
) -> Iterator[Sequence[object]]:
    first, last = span
    for n in range(1, people_count + 1):
        if membership(n, seed, start).left is None and chance.random() < 1 / 2:
            day = first + timedelta(days=chance.randrange((last - first).days + 1))
            named = number(n) if n % 89 else _UNKNOWN
            yield f"U{last:%m%d}{n:06d}", named, day.isoformat(), *_business(chance)


def _business(chance: random.Random) -> tuple[object, ...]:
    kind = chance.choice(("成約", "決済", "決済", "広告反応", "返金"))
    return (
        kind,
        chance.randint(100, 98_000),
        chance.choice(PARTNERS),
        chance.choice(("", "", "初回", "再購入", "ポイント")),
    )


def _name(n: int, chance: random.Random) -> tuple[str, str]:
    (surname, surname_kana), (given, given_kana) = chance.choice(SURNAMES), chance.choice(GIVEN)
    if is_foreign(n):
        return FOREIGN[n // 12 % len(FOREIGN)]
    return f"{surname}　{given}", f"{surname_kana} {given_kana}"


def _place(chance: random.Random) -> tuple[str, str]:
    postal, place = chance.choice(PLACES)
    block, lot, house = chance.randint(1, 9), chance.randint(1, 30), chance.randint(1, 20)
    return postal, f"{place}{block}丁目{lot}番{house}号{chance.choice(BUILDINGS)}"


def _phone(chance: random.Random) -> str:
    return f"0{chance.choice((70, 80, 90))}-{chance.randint(1000, 9999)}-{chance.randint(1000, 9999)}"


def _account(chance: random.Random) -> str:
    bank, branch = chance.choice(("0001", "0005", "0009")), chance.randint(1, 999)
    return f"{bank}-{branch:03d}-普通-{chance.randint(1, 9_999_999):07d}"


def _card(chance: random.Random) -> str:
    """A card number that passes its check and that no bank issues: the ranges from 400000 on are for tests."""
    body = f"400000{chance.randrange(10**9):09d}"
    total = sum(d if i % 2 else sum(divmod(2 * d, 10)) for i, d in enumerate(map(int, reversed(body))))
    return f"{body}{-total % 10}"


def _licence(chance: random.Random) -> str:
    body = f"{chance.choice((30, 43, 50, 62))}{chance.randint(80, 99)}{chance.randrange(10**6):06d}"
    return f"{body}{check_digit(body)}{chance.randint(0, 2)}"


def _written(headers: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(headers)
    table.writerows(rows)
    return text.getvalue().encode("utf-8-sig")
