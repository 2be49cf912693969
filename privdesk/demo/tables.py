"""The tables that the made-up office once got: customers, and a partner's transactions."""

import csv
import io
import random
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from privdesk.demo.names import BUILDINGS, FOREIGN, GIVEN, NOTES, PARTNERS, PLACES, SURNAMES
from privdesk.domain.formats.licence import check_digit

PEOPLE = (
    *("会員番号", "氏名", "フリガナ", "生年月日", "郵便番号", "住所", "電話番号", "メール", "口座番号", "カード番号"),
    *("免許証番号", "メール配信", "言語", "入会日", "最終利用日", "退会日", "備考"),
)
TRANSACTIONS = ("取引ID", "会員番号", "取引日", "種別", "金額", "提供元", "摘要")
_ACTIVE_YEARS = 12


def people(count: int, seed: int, today: date) -> bytes:
    """So many customers, two of them with a slip for the import to find."""
    return _written(PEOPLE, _people(count, random.Random(seed), today))


def transactions(count: int, people_count: int, seed: int, today: date) -> bytes:
    """So many transactions of so many customers; a few name a customer whom nobody knows."""
    return _written(TRANSACTIONS, _transactions(count, people_count, random.Random(seed + 1), today))


def _people(count: int, chance: random.Random, today: date) -> Iterator[Sequence[object]]:
    for n in range(1, count + 1):
        foreign = n % 60 == 0
        (surname, surname_kana), (given, given_kana) = chance.choice(SURNAMES), chance.choice(GIVEN)
        name, kana = (
            FOREIGN[n // 60 % len(FOREIGN)] if foreign else (f"{surname}　{given}", f"{surname_kana} {given_kana}")
        )
        born = date(1938, 1, 1) + timedelta(days=chance.randrange(25_000))
        postal, place = chance.choice(PLACES)
        since = today - timedelta(days=chance.randrange(60, 365 * _ACTIVE_YEARS))
        last = since + timedelta(days=chance.randrange((today - since).days))
        yield (
            f"A{n:06d}",
            name,
            kana,
            "昭和64年2月30日" if n == 18 else born.isoformat(),
            postal,
            place + _house(chance),
            f"0{chance.choice((70, 80, 90))}-{chance.randint(1000, 9999)}-{chance.randint(1000, 9999)}",
            f"user{n:06d}@example.jp" if n % 11 else "",
            _account(chance) if n % 2 else "",
            _card(chance) if n % 5 == 0 else "",
            _licence(chance) if n % 7 == 0 else "",
            chance.choice(("可", "不可", "")),
            "en" if foreign else "ja",
            since.isoformat(),
            last.isoformat(),
            last.isoformat() if n % 6 == 0 else "",
            chance.choice(NOTES),
        )


def _transactions(count: int, people_count: int, chance: random.Random, today: date) -> Iterator[Sequence[object]]:
    for n in range(1, count + 1):
        day = today - timedelta(days=chance.randrange(365 * (_ACTIVE_YEARS - 2)))
        number = f"A{chance.randint(1, people_count):06d}" if n % 97 else "Z999999"
        kind = chance.choice(("成約", "決済", "決済", "広告反応", "返金"))
        amount, note = chance.randint(100, 98_000), chance.choice(("", "", "初回", "再購入", "ポイント"))
        yield f"T{n:08d}", number, day.isoformat(), kind, amount, chance.choice(PARTNERS), note


def _house(chance: random.Random) -> str:
    block, lot, house = chance.randint(1, 9), chance.randint(1, 30), chance.randint(1, 20)
    return f"{block}丁目{lot}番{house}号{chance.choice(BUILDINGS)}"


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
