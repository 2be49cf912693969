"""Makes the made-up office: the desk itself, its people, its tables and its requests, the same for the same seed."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import cycle, islice
from pathlib import Path

from privdesk.demo import tables
from privdesk.demo.cases import LYING, WHOLE
from privdesk.demo.clock import StoryClock
from privdesk.demo.mails import inbox
from privdesk.demo.story import Story
from privdesk.domain.office import Office
from privdesk.domain.person import PeopleQuery, Person, Status
from privdesk.domain.user import User
from privdesk.operations import batches, desks, holds, messages, people, purposes, users
from privdesk.operations.desk import Desk
from privdesk.operations.desks import SUFFIX, Founder, Terms
from privdesk.operations.reference import Reference

PASSWORD = "見本の鍵は 三羽の鶴と 春の風"  # noqa: S105  # printed for everybody: there is nothing real behind it
LOGINS = ("sato", "mori")
REQUESTS = 60
HISTORY = 150
MARKED = 9
TRANSACTIONS_EACH = 5
FOLDER = f"mihon{SUFFIX}"
OFFICE = Office(
    name="見本商事株式会社",
    postal="460-0008",
    address=("愛知県名古屋市中区栄九丁目8番7号", "見本ビル5階"),
    representative_title="代表取締役",
    representative="見本　一郎",
    department="個人情報お客様窓口",
    phone="052-000-1234",
    hours="平日　午前9時から午後5時まで（年末年始を除く。）",
    mail="privacy@example.jp",
    complaints="総務部　苦情受付係　電話052-000-5678",
    name_en="Mihon Shoji Co., Ltd.",
    address_en=("Mihon Building 5F", "9-8-7 Sakae, Naka-ku, Nagoya 460-0008, Japan"),
    representative_title_en="President",
    representative_en="Ichiro Mihon",
    department_en="Privacy Desk",
    hours_en="weekdays 9:00 to 17:00, except at the turn of the year",
    complaints_en="General Affairs, complaints, +81 52 000 5678",
)


@dataclass(frozen=True)
class Wish:
    """How large the office shall be, by which seed, and on which day it is looked at."""

    people: int
    seed: int
    today: date
    requests: int = REQUESTS


def make(folder: Path, wish: Wish, reference: Reference, terms: Terms) -> Desk:
    """Found the office in `folder` and fill it; the desk is left open with its first manager, on the wish's day."""
    start = wish.today - timedelta(days=HISTORY)
    clock = StoryClock(start)
    founder = Founder(LOGINS[0], "佐藤 恵", PASSWORD)
    desk = desks.create(folder, OFFICE, founder, desks.new_sheet(), reference, clock, terms)
    second = users.add(desk, LOGINS[1], "森 健太", PASSWORD, cost=terms.cost).value
    batches.import_people(desk, tables.people(wish.people, wish.seed, start), keep_cards=False)
    count = wish.people * TRANSACTIONS_EACH
    batches.import_transactions(desk, tables.transactions(count, wish.people, wish.seed, start))
    chance = random.Random(wish.seed + 2)
    known = _customers(desk, wish.requests + MARKED, chance)
    _tell(clock, wish.today, _stories(desk, second, wish, known[:-MARKED], chance))
    _leave_marks(desk, known[-MARKED:])
    clock.go_to(wish.today)
    for name, mail in inbox(known[:5], desk.now):
        messages.take_mail(desk, mail, name)
    return desk


def _customers(desk: Desk, count: int, chance: random.Random) -> list[Person]:
    """So many active customers, drawn without looking at the order of the list."""
    query = PeopleQuery(status=Status.ACTIVE, sort="number")
    rows = people.page(desk, query, None, 20 * count).rows
    return [people.open_person(desk, row.id).person for row in chance.sample(rows, min(count, len(rows)))]


def _stories(desk: Desk, second: User, wish: Wish, customers: list[Person], chance: random.Random) -> list[Story]:
    """One of each way to lie first, so that a small office has them too; the others came in over the last months."""
    plots = (*LYING, *islice(cycle(WHOLE), max(0, wish.requests - len(LYING))))
    told = []
    for number, (plot, customer) in enumerate(zip(plots, customers, strict=False)):
        lies = number < len(LYING)
        first, last = (9, 19) if lies else (1, 9) if number % 4 == 0 else (20, HISTORY - 20)
        days = chance.randrange(60, HISTORY - 20) if plot.old else chance.randrange(first, last)
        told.append(Story(desk, second, plot, customer, wish.today - timedelta(days=days)))
    return told


def _tell(clock: StoryClock, today: date, told: list[Story]) -> None:
    """Lead all requests day by day, as they fell together."""
    days = [(story.arrived, number, -1) for number, story in enumerate(told)]
    for number, story in enumerate(told):
        days += [(story.arrived + timedelta(days=step.days), number, n) for n, step in enumerate(story.plot.way)]
    for day, number, step in sorted(days):
        if day > today:
            break
        clock.go_to(day)
        if step < 0:
            told[number].take_in()
        else:
            told[number].go(told[number].plot.way[step])


def _leave_marks(desk: Desk, customers: list[Person]) -> None:
    """Customers who opted out, were suspended at the counter, or are held because of a dispute."""
    out, stopped, held = customers[:4], customers[4:7], customers[7:MARKED]
    for person in out:
        purposes.opt_out(desk, person.id, ["news"])
    for person in stopped:
        purposes.suspend(desk, person.id, ["news", "related"], ground="店頭での申出")
    for person in held:
        holds.place(desk, person.id, "返金に関する紛争", "訴訟の可能性があるため、記録を保全する")
