"""The many customers of a large office, beside the few of whom its story is told."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from privdesk.demo.customers import NO, YES, Customer, business, drawn
from privdesk.domain.formats.bank import read_account
from privdesk.domain.formats.card import read_card
from privdesk.domain.person import NewNumber, NewPerson, NumberKind, Profile, Source, Status
from privdesk.domain.transaction import NewTransaction
from privdesk.operations.crowd import Newcomer


def newcomers(members: range, each: int, seed: int, today: date) -> Iterator[Newcomer]:
    """These customers as of a day, with so many transactions each, of which the first is their last business."""
    chance = random.Random(f"{seed}/{members.start}")
    for n in members:
        one = drawn(n, chance, seed, today)
        yield Newcomer(person(one), [_transaction(one, each * (n - 1) + turn, turn, chance) for turn in range(each)])


def person(one: Customer) -> NewPerson:
    """What an import would make of a customer."""
    profile = Profile(
        name=one.name,
        kana=one.kana,
        number=one.number,
        birth=one.born,
        postal=one.postal,
        address=one.address,
        phones=(one.phone,),
        mails=(one.mail,) if one.mail else (),
        status=Status.LEFT if one.member.left else Status.ACTIVE,
        language=one.language,
        since=one.member.since,
        left_on=one.member.left,
        last_activity=one.member.last,
        notes=one.notes,
        source=Source.IMPORT,
    )
    return NewPerson(profile, tuple(_numbers(one)), {YES: True, NO: False}.get(one.wish))


def _numbers(one: Customer) -> Iterator[NewNumber]:
    if one.account:
        account = read_account(one.account)
        issuer = f"{account.bank}-{account.branch}"
        yield NewNumber(NumberKind.BANK, issuer, account.type.value, account.last4, account.text)
    if one.card:
        card = read_card(one.card)
        yield NewNumber(NumberKind.CARD, card.brand.value, "", card.last4, "")
    if one.licence:
        yield NewNumber(NumberKind.LICENCE, "", "", one.licence[-4:], one.licence)


def _transaction(one: Customer, before: int, turn: int, chance: random.Random) -> NewTransaction:
    """A customer's last business first; the others lie before it, rarer the older."""
    back = int((one.member.last - one.member.since).days * chance.random() ** 2) if turn else 0
    kind, amount, partner, note = business(chance)
    on = one.member.last - timedelta(days=back)
    return NewTransaction(f"T{before + 1:08d}", one.number, on, kind, amount, partner, note)
