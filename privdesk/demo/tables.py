"""The tables that the made-up office got over time: customers, a partner's transactions, a list from the counter."""

import csv
import io
import random
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from privdesk.demo.customers import business, drawn, named, phone, place
from privdesk.demo.members import membership, number

PEOPLE = (
    *("会員番号", "氏名", "フリガナ", "生年月日", "郵便番号", "住所", "電話番号", "メール", "口座番号", "カード番号"),
    *("免許証番号", "メール配信", "言語", "入会日", "最終利用日", "退会日", "備考"),
)
COUNTER = ("会員番号", "氏名", "フリガナ", "郵便番号", "住所", "電話番号", "入会日")
TRANSACTIONS = ("取引ID", "会員番号", "取引日", "種別", "金額", "提供元", "摘要")
# the customer whose date of birth is none
_SLIP = 18
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
        one = drawn(n, chance, seed, today)
        yield (
            *(one.number, one.name, one.kana, "昭和64年2月30日" if n == _SLIP else one.born.isoformat()),
            *(one.postal, one.address, one.phone, one.mail, one.account, one.card, one.licence),
            *(one.wish, one.language, one.member.since.isoformat(), one.member.last.isoformat()),
            *(one.member.left.isoformat() if one.member.left else "", one.notes),
        )


def _counter(first: int, count: int, chance: random.Random, today: date) -> Iterator[Sequence[object]]:
    for n in range(first, first + count):
        yield number(n), *named(n, chance), *place(chance), phone(chance), today.isoformat()
    yield number(first + count), "", "", *place(chance), phone(chance), today.isoformat()
    yield number(1), *named(1, chance), *place(chance), phone(chance), today.isoformat()


def _history(
    count: int, people_count: int, chance: random.Random, seed: int, today: date
) -> Iterator[Sequence[object]]:
    """The first ones are each customer's last business; the others lie before it, rarer the older."""
    for n in range(1, count + 1):
        who = (n - 1) % people_count + 1
        member = membership(who, seed, today)
        back = int((member.last - member.since).days * chance.random() ** 2) if n > people_count else 0
        whose = number(who) if n % 97 else _UNKNOWN
        yield f"T{n:08d}", whose, (member.last - timedelta(days=back)).isoformat(), *business(chance)


def _feed(
    people_count: int, chance: random.Random, seed: int, span: tuple[date, date], start: date
) -> Iterator[Sequence[object]]:
    first, last = span
    for n in range(1, people_count + 1):
        if membership(n, seed, start).left is None and chance.random() < 1 / 2:
            day = first + timedelta(days=chance.randrange((last - first).days + 1))
            whose = number(n) if n % 89 else _UNKNOWN
            yield f"U{last:%m%d}{n:06d}", whose, day.isoformat(), *business(chance)


def _written(headers: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    text = io.StringIO(newline="")
    table = csv.writer(text)
    table.writerow(headers)
    table.writerows(rows)
    return text.getvalue().encode("utf-8-sig")
