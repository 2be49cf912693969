"""Letters of the desk: which are due, which items each tells, their numbers, and how they are listed."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from privdesk.domain.guard import identity_missing
from privdesk.domain.law import ACKNOWLEDGEMENT, CLOSING, PAPERS, Law
from privdesk.domain.procedure import ENDED, state
from privdesk.domain.request import Item, Request

DISCLOSURE = "disclosure"
PROVISIONS = "provision_record"
COMPLAINT = "complaint"


class LetterState(StrEnum):
    """Where an issued letter is."""

    ISSUED = "issued"
    PRINTED = "printed"
    SENT = "sent"
    RETURNED = "returned"


@dataclass(frozen=True)
class DueLetter:
    """A letter that is to be written next, and the numbers of the items whose decision it tells."""

    template: str
    items: tuple[int, ...] = ()


@dataclass(frozen=True)
class LetterRow:
    """An issued letter in the list; `replaces` is the number of the letter that it corrects.

    `has_numbers` says that it shows whole account, card or licence numbers, and that its PDF is sealed like them.
    """

    id: int
    number: str
    request: int
    request_number: str
    request_version: int
    person: int | None
    recipient: str
    template: str
    language: str
    state: LetterState
    pages: int
    has_numbers: bool
    issued_on: date
    made_by: str
    sent_on: date | None
    service: str
    tracking: str
    returned_on: date | None
    replaces: str
    replaced_by: str
    version: int


@dataclass(frozen=True)
class LetterQuery:
    """What the list of letters shows, newest first; `text` is part of a number, an addressee or a tracking number."""

    states: frozenset[LetterState] = frozenset()
    text: str = ""
    template: str | None = None
    request: int | None = None
    person: int | None = None
    since: date | None = None
    until: date | None = None


def due_letters(request: Request, law: Law, today: date) -> tuple[DueLetter, ...]:
    """The letters that can be issued now, in the order of the procedure: one a template with the items it tells."""
    if state(request, law) in ENDED:
        return ()
    due = [DueLetter(letter) for letter in _first_letters(request, law)]
    for name in law.letters:
        items = tuple(item.number for item in request.items if _is_settled(request, item, law) and item.letter is None)
        told = tuple(number for number in items if template_of(request.item(number), law) == name)
        due += [DueLetter(name, told)] if told else []
    return (*due, *([DueLetter(CLOSING)] if _needs_closing(request, law, today) else []))


def told_items(request: Request, law: Law, template: str, replaced: int | None = None) -> tuple[Item, ...]:
    """The items that a letter of this template tells: those that no letter tells yet, or that the replaced one told.

    Items that could not be told yet are among them only where there are no others: the procedure says what they lack.
    """
    if not law.letters[template].answer:
        return ()
    decided = [item for item in request.items if template == template_of(item, law) and item.letter in {None, replaced}]
    settled = tuple(item for item in decided if _is_settled(request, item, law))
    return settled or tuple(decided)


def template_of(item: Item, law: Law) -> str | None:
    """The letter that tells the decision on an item, or None while there is none."""
    return law.kinds[item.kind].decisions[item.decision] if item.decision else None


def fiscal_year(day: date, end_month: int) -> int:
    """The year in which the business year of `day` begins; `end_month` is its last month."""
    return day.year if day.month > end_month % 12 else day.year - 1


def letter_number(series: str, year: int, count: int) -> str:
    """The number that stands on a letter: 個情発第26-0012号 is the twelfth of the business year that began in 2026."""
    return f"{series}{year % 100:02}-{count:04}{'号' if series.endswith('第') else ''}"


def _is_settled(request: Request, item: Item, law: Law) -> bool:
    waits = item.decision is None or item.waits_for_approval or item.waits_for_execution
    return not waits and not identity_missing(request, item, law)


def _first_letters(request: Request, law: Law) -> tuple[str, ...]:
    """The acknowledgement, which names the papers wanted; once it is written, another letter asks for them."""
    issued = request.acknowledged_on is not None or ACKNOWLEDGEMENT in request.letters.values()
    if not issued and any(law.kinds[item.kind].acknowledge for item in request.items):
        return (ACKNOWLEDGEMENT,)
    return (PAPERS,) if request.papers_untold and not request.naming else ()


def _needs_closing(request: Request, law: Law, today: date) -> bool:
    """Whether identity was not shown in time, so that the case may end as soon as this was said."""
    waiting = {letter for letter, name in request.letters.items() if name == CLOSING} - request.sent
    if request.papers_asked_on is None or request.closing_sent or waiting:
        return False
    undecided = all(item.decision is None for item in request.items)
    return undecided and today > request.papers_asked_on + timedelta(days=law.days.abandon)
