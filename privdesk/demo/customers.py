"""Made-up customers, drawn by chance: the same for the same chance, in whatever form they come into the desk."""

import random
from datetime import date, timedelta
from typing import NamedTuple

from privdesk.demo.members import Membership, is_foreign, membership, number
from privdesk.demo.names import BUILDINGS, FOREIGN, GIVEN, NOTES, PARTNERS, PLACES, SURNAMES
from privdesk.domain.formats.licence import check_digit

YES, NO = "可", "不可"


class Customer(NamedTuple):
    """What is told of a customer, numbers as they are written; `wish` is what he says to mails, if he says anything."""

    number: str
    name: str
    kana: str
    born: date
    postal: str
    address: str
    phone: str
    mail: str
    account: str
    card: str
    licence: str
    wish: str
    language: str
    member: Membership
    notes: str


def drawn(n: int, chance: random.Random, seed: int, today: date) -> Customer:
    """The n-th customer as of a day."""
    name, kana = named(n, chance)
    born = date(1938, 1, 1) + timedelta(days=chance.randrange(25_000))
    return Customer(
        number(n),
        name,
        kana,
        born,
        *place(chance),
        phone(chance),
        f"user{n:06d}@example.jp" if n % 11 else "",
        _account(chance) if n % 2 else "",
        _card(chance) if n % 5 == 0 else "",
        _licence(chance) if n % 7 == 0 else "",
        chance.choice((YES, NO, "")),
        "en" if is_foreign(n) else "ja",
        membership(n, seed, today),
        chance.choice(NOTES),
    )


def named(n: int, chance: random.Random) -> tuple[str, str]:
    """The n-th customer's name and how it is read."""
    (surname, surname_kana), (given, given_kana) = chance.choice(SURNAMES), chance.choice(GIVEN)
    if is_foreign(n):
        return FOREIGN[n // 12 % len(FOREIGN)]
    return f"{surname}　{given}", f"{surname_kana} {given_kana}"


def place(chance: random.Random) -> tuple[str, str]:
    """A postal code and an address."""
    postal, area = chance.choice(PLACES)
    block, lot, house = chance.randint(1, 9), chance.randint(1, 30), chance.randint(1, 20)
    return postal, f"{area}{block}丁目{lot}番{house}号{chance.choice(BUILDINGS)}"


def phone(chance: random.Random) -> str:
    """The number of a mobile telephone."""
    return f"0{chance.choice((70, 80, 90))}-{chance.randint(1000, 9999)}-{chance.randint(1000, 9999)}"


def business(chance: random.Random) -> tuple[str, int, str, str]:
    """One transaction: its kind, its amount in yen, the partner, a note."""
    kind = chance.choice(("成約", "決済", "決済", "広告反応", "返金"))
    return (
        kind,
        chance.randint(100, 98_000),
        chance.choice(PARTNERS),
        chance.choice(("", "", "初回", "再購入", "ポイント")),
    )


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
