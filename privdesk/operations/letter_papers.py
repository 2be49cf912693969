"""The papers that a letter asks for: which show who asks, which by what right, and until when they are awaited."""

from collections.abc import Iterable
from datetime import date, timedelta

from privdesk.domain.calendar import Calendar
from privdesk.domain.clock import Clocks
from privdesk.domain.law import Law, PaperKind
from privdesk.domain.request import Request
from privdesk.operations.letter_items import Telling


def identity_papers(request: Request, telling: Telling) -> tuple[str, ...]:
    """The papers wanted of which one with a photo, or two without, show who asks."""
    by_right = {code for group in telling.law.authority[request.requester] for code in group}
    return tuple(_named(telling.law.papers[code], telling) for code in request.papers if code not in by_right)


def authority_papers(request: Request, telling: Telling) -> tuple[str, ...]:
    """The papers wanted that show by what right somebody asks for another: of each line one."""
    wanted = set(request.papers)
    groups = ([code for code in group if code in wanted] for group in telling.law.authority[request.requester])
    return tuple(_either([telling.law.papers[code] for code in group], telling) for group in groups if group)


def papers_by(request: Request, law: Law, today: date) -> date | None:
    """The day until which papers are awaited; for who is told by the letter of today, counted from today."""
    if not request.papers:
        return None
    return (request.papers_asked_on or today) + timedelta(days=law.days.abandon)


def expected(request: Request, clocks: Clocks, law: Law, today: date, calendar: Calendar) -> date:
    """The day of the answer, if missing papers come on the last day that they may."""
    by, policy = papers_by(request, law, today), clocks.policy
    if by is None:
        return policy.due
    since = policy.paused_since or today
    return calendar.next_open(policy.due + (by - since))


def _either(kinds: Iterable[PaperKind], telling: Telling) -> str:
    return telling.word("either").join(_named(kind, telling) for kind in kinds)


def _named(kind: PaperKind, telling: Telling) -> str:
    notes = [
        telling.word(word)
        for word, applies in (("paper_original", kind.original), ("paper_valid", kind.expires))
        if applies
    ]
    if kind.months:
        notes.append(telling.word("paper_months").format(months=kind.months))
    name = kind.name.in_(telling.language)
    return telling.word("paper_noted").format(name=name, notes=telling.word("joint").join(notes)) if notes else name
