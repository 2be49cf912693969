"""Makes the made-up office: the desk itself, its people, its tables and its requests, the same for the same seed."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import cycle, islice
from pathlib import Path

from privdesk.demo import tables
from privdesk.demo.cases import ENGLISH, LYING, WHOLE
from privdesk.demo.clock import StoryClock
from privdesk.demo.crowd import newcomers
from privdesk.demo.mails import inbox
from privdesk.demo.names import FOREIGN
from privdesk.demo.story import Story
from privdesk.domain.backup import Place, Plan
from privdesk.domain.calendar import Calendar
from privdesk.domain.law import law_on
from privdesk.domain.letter import LetterQuery, LetterState
from privdesk.domain.office import ZONE, Office
from privdesk.domain.person import PeopleQuery, Person, PersonRow, Status
from privdesk.domain.user import User
from privdesk.operations import backups, batches, crowd, desks, holds, letters, messages, people, purposes, users
from privdesk.operations.desk import Desk
from privdesk.operations.desks import SUFFIX, Founder, Terms
from privdesk.operations.reference import Reference
from privdesk.operations.sifting import TableFile

Event = tuple[date, Callable[[], None]]
Progress = Callable[[int, int], None]

PASSWORD = "three cranes over spring snow"  # noqa: S105  # printed for everybody: there is nothing real behind it
LOGINS = ("sato", "mori")
REQUESTS = 60
# of so many customers the story is told; the others of a large office come in by so many at a time
TOLD = 300
CROWD = 50_000
HISTORY = 150
MARKED = 9
WRITERS = 4
TRANSACTIONS_EACH = 5
# how many days ago a partner sent its transactions again, and customers of the counter were entered
FEEDS = (75, 12)
COUNTER_DAY = 6
# every so many requests one comes from a customer who reads English
FOREIGN_EACH = 8
FOLDER = f"mihon{SUFFIX}"
# where the made-up office's backups go, beside its desk, and when its day ends
BACKUPS = "-backups"
CLOSING = time(17, 30)
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
CALENDAR = Calendar(frozenset(OFFICE.closing_days))


@dataclass(frozen=True)
class Wish:
    """How large the office shall be, by which seed, on which day and from which instant on it is looked at."""

    people: int
    seed: int
    today: date
    requests: int = REQUESTS
    now: datetime | None = None

    @property
    def end(self) -> datetime:
        """When the story is told; if nothing else is wished, ten in the morning."""
        return self.now or datetime.combine(self.today, time(10), ZONE)

    @property
    def start(self) -> date:
        """The day on which the office is founded."""
        return self.today - timedelta(days=HISTORY)

    def need_law(self, reference: Reference) -> None:
        """Raise LawMissing where the office would be older than the law it answers under."""
        law_on(reference.laws, self.start)


def make(folder: Path, wish: Wish, reference: Reference, terms: Terms, progress: Progress | None = None) -> Desk:
    """Found the office in `folder` and fill it; the desk is left open with its first manager, on the wish's day.

    `progress(done, people)` is told how many customers have come in.
    """
    start = wish.start
    clock = StoryClock(start, wish.end)
    founder = Founder(LOGINS[0], "佐藤 恵", PASSWORD)
    desk = desks.create(folder, OFFICE, founder, desks.new_sheet(), reference, clock, terms)
    second = users.add(desk, LOGINS[1], "森 健太", PASSWORD, cost=terms.cost).value
    told = min(wish.people, TOLD)
    new = min(5, told // 10)
    known = told - new
    _bring(desk, "顧客台帳.csv", tables.people(known, wish.seed, start))
    _bring(desk, "取引_過去分.csv", tables.transactions(known * TRANSACTIONS_EACH, known, wish.seed, start))
    chance = random.Random(wish.seed + 3)
    japanese, foreign = _customers(desk, wish.requests + MARKED + WRITERS, chance)
    marked, writers = japanese[-MARKED:], japanese[-MARKED - WRITERS : -MARKED]
    _bring_crowd(desk, wish, range(told + 1, wish.people + 1), progress or _unseen)
    events = [*_feeds(desk, wish, known, start)]
    counter = tables.counter(known + 1, new, wish.seed, wish.today - timedelta(days=COUNTER_DAY))
    events.append((wish.today - timedelta(days=COUNTER_DAY), partial(_bring, desk, "店頭登録.csv", counter)))
    events += _steps(_stories(desk, second, wish, _mixed(japanese, foreign[1:] or foreign), chance), wish.today)
    eve = wish.today - timedelta(days=1)
    if wish.people <= TOLD:  # of a large office it would take minutes
        events.append((eve, partial(_back_up, desk, clock, eve)))
    for day, happens in sorted(events, key=lambda event: event[0]):
        clock.go_to(day)
        happens()
    _leave_marks(desk, marked)
    clock.go_to(wish.today)
    for name, mail in inbox(writers, foreign[:1], desk.now):
        messages.take_mail(desk, mail, name)
    return desk


def _bring(desk: Desk, name: str, table: bytes) -> None:
    file = TableFile(name, table)
    if name.startswith("取引"):
        batches.import_transactions(desk, file)
    else:
        batches.import_people(desk, file, keep_cards=False)


def _bring_crowd(desk: Desk, wish: Wish, members: range, progress: Progress) -> None:
    """The customers of whom nothing is told, a part at a time, so that the log of what is written does not grow on."""
    for part, first in enumerate(members[::CROWD], start=2):
        those = range(first, min(first + CROWD, members.stop))
        crowd.enter(desk, f"顧客台帳_{part:02}.csv", newcomers(those, TRANSACTIONS_EACH, wish.seed, wish.start))
        progress(those.stop - 1, wish.people)


def _unseen(_done: int, _people: int) -> None:
    """Nobody watches."""


def _feeds(desk: Desk, wish: Wish, people_count: int, start: date) -> Iterator[Event]:
    """The partner's tables that came later, each with what happened since the one before."""
    since = start
    for ago in FEEDS:
        day = wish.today - timedelta(days=ago)
        table = tables.feed(people_count, wish.seed, since + timedelta(days=1), day - timedelta(days=1), start)
        yield day, partial(_bring, desk, f"取引_{day:%Y%m%d}.csv", table)
        since = day


def _customers(desk: Desk, count: int, chance: random.Random) -> tuple[list[Person], list[Person]]:
    """So many active customers, drawn without looking at the order of the list; then those who read English."""
    query = PeopleQuery(status=Status.ACTIVE, sort="number")
    rows = people.page(desk, query, None, 20 * count).rows
    drawn = chance.sample(rows, len(rows))
    names = {name for name, _ in FOREIGN}
    japanese = [row for row in drawn if row.name not in names][:count]
    foreign = [row for row in drawn if row.name in names][: count // FOREIGN_EACH]
    return _opened(desk, japanese), _opened(desk, foreign)


def _opened(desk: Desk, rows: list[PersonRow]) -> list[Person]:
    return [people.open_person(desk, row.id).person for row in rows]


def _mixed(japanese: list[Person], foreign: list[Person]) -> list[Person]:
    """Both kinds of customers, as they might come."""
    mixed = list(japanese)
    for at, person in enumerate(foreign):
        mixed.insert(at * FOREIGN_EACH + 4, person)
    return mixed


def _stories(desk: Desk, second: User, wish: Wish, customers: list[Person], chance: random.Random) -> list[Story]:
    """One of each way to lie first, so that a small office has them too; the others came in over the last months.

    The two managers share the requests; who sits at the desk does the work, and the other approves what he refuses.
    """
    # in a small office some ask more than once
    count = min(wish.requests, max(len(LYING) + len(WHOLE), len(customers)))
    plots = (*LYING, *islice(cycle(WHOLE), max(0, count - len(LYING))))
    told = []
    owners = cycle((desk.actor, second))
    for number, (plot, customer, owner) in enumerate(zip(plots, cycle(customers), owners, strict=False)):
        first, last = _ages(number)
        days = chance.randrange(60, HISTORY - 20) if plot.old else chance.randrange(first, last)
        arrived = CALENDAR.before(wish.today - timedelta(days=days - 1), 1)
        told.append(Story(desk, owner, second, plot, customer, arrived, ENGLISH))
    return told


def _ages(number: int) -> tuple[int, int]:
    """Between how many days ago a request came in: of those that lie some are late, of the others some are new."""
    if number < len(LYING):
        return (18, 22) if number % 5 == 4 else (6, 14)
    return (1, 9) if number % 5 == 0 else (20, HISTORY - 20)


def _steps(told: list[Story], today: date) -> Iterator[Event]:
    """What happens to the requests, each on a business day; what a request that lies needs has happened by today."""
    last = CALENDAR.before(today + timedelta(days=1), 1)
    for number, story in enumerate(told):
        yield story.arrived, story.take_in
        for step in story.plot.way:
            day = CALENDAR.next_open(story.arrived + timedelta(days=step.days))
            if number < len(LYING):
                day = min(day, last)
            if day <= last:
                yield day, partial(story.go, step)


def _back_up(desk: Desk, clock: StoryClock, day: date) -> None:
    """Make a backup beside the desk at the end of a day, in place of what an older made-up office left there."""
    clock.go_to(day, CLOSING)
    place = desk.vault.folder.with_name(f"{desk.vault.folder.stem}{BACKUPS}")
    place.mkdir(exist_ok=True)
    for old in place.glob(f"{desk.vault.folder.stem}-*{backups.SUFFIX}"):
        old.unlink()
    backups.save_plan(desk, Plan(places=(Place(str(place)),)))
    backups.run(desk, place)


def _leave_marks(desk: Desk, customers: list[Person]) -> None:
    """Customers who opted out, were suspended at the counter, or are held because of a dispute; a letter came back."""
    out, stopped, held = customers[:4], customers[4:7], customers[7:MARKED]
    for person in out:
        purposes.opt_out(desk, person.id, ["news"])
    for person in stopped:
        purposes.suspend(desk, person.id, ["news", "related"], ground="店頭での申出")
    for person in held:
        holds.place(desk, person.id, "返金に関する紛争", "訴訟の可能性があるため、記録を保全する")
    for row in letters.page(desk, LetterQuery(states=frozenset({LetterState.SENT}), template="closing")).rows[:1]:
        letters.mark_returned(desk, row.id, row.version, desk.today, "宛所に尋ねあたりません")
