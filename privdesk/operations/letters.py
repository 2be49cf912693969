"""Letters: try one as a draft, issue it, open, print and post what was issued, note what came back.

A letter is drawn before its transaction begins, so that nobody waits for the drawing; what it says is read once more
inside, and must be the same.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from privdesk.domain import event as ev
from privdesk.domain.errors import (
    AddresseeMissing,
    LetterNotSent,
    LetterReplaced,
    NoSuchRequest,
    NothingToTell,
    SentBeforeIssue,
    StaleSave,
)
from privdesk.domain.formats.found import refuse_numbers
from privdesk.domain.guard import may
from privdesk.domain.law import ACKNOWLEDGEMENT, Law
from privdesk.domain.letter import (
    LetterQuery,
    LetterRow,
    LetterState,
    due_letters,
    fiscal_year,
    letter_number,
    told_items,
)
from privdesk.domain.request import Request
from privdesk.domain.shown import shown
from privdesk.letters.compose import Composed, compose
from privdesk.letters.facts import Language, LetterFacts
from privdesk.letters.guard import MissingGlyph, missing_glyphs
from privdesk.operations import cases, search
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.operations.letter_facts import Wanted, letter_facts
from privdesk.operations.people import needed_reason
from privdesk.storage import letters, requests, requests_list
from privdesk.storage.letters import NewLetter
from privdesk.storage.requests import Docket
from privdesk.storage.transaction import Connection


@dataclass(frozen=True)
class Draft:
    """A letter as it would be issued now, with a watermark and no number; `missing` would print as 〓."""

    pdf: bytes
    pages: int
    language: Language
    missing: tuple[MissingGlyph, ...]


@dataclass(frozen=True)
class Page:
    """Some lines of the list of letters, and the id to go on from (None at its end)."""

    rows: tuple[LetterRow, ...]
    next: int | None


def page(desk: Desk, query: LetterQuery, after: int | None = None, size: int = 100) -> Page:
    """The next lines of the list of letters, newest first."""
    with desk.reading() as conn:
        return Page(*letters.page(conn, query, after, size))


def counts(desk: Desk, query: LetterQuery) -> Mapping[LetterState, int]:
    """How many letters there are in each state under the query's other filters."""
    with desk.reading() as conn:
        return letters.counts(conn, query)


def settled_search(desk: Desk, query: LetterQuery) -> None:
    """Log that a search came to rest: by what it went, how long its text was, how many it found; never the text."""
    filters, typed = search.asked(query), len(query.text)
    with desk.change("people.search", about="letters", filters=filters, letters=typed) as change:
        change.detail["hits"] = sum(letters.counts(change.conn, query).values())


def preview(desk: Desk, request_id: int, wanted: Wanted) -> Draft:
    """A draft of a letter, with blanks for what is not known yet; the look is in the log before it is drawn.

    With whole numbers it is drawn only where it could be issued, and for a reason.
    Raises NoSuchRequest, KeyNotHeld, and SealUnreadable; ReasonMissing, and as `issue`, with whole numbers.
    """
    with desk.change("letter.preview", about=f"request:{request_id}") as change:
        docket = requests.load(change.conn, request_id)
        if wanted.whole_numbers:
            _need_issuable(desk, change.conn, docket, docket.version, wanted)
        facts = letter_facts(desk, change.conn, docket, wanted, None)
        missing = tuple(missing_glyphs(facts))
        change.about = _about(docket.request.person, request_id)
        change.detail |= {**_told(wanted, facts), "request": request_id, "missing": len(missing)}
    drawn = compose(facts)
    return Draft(drawn.pdf, drawn.pages, facts.language, missing)


def issue(desk: Desk, request_id: int, version: int, wanted: Wanted) -> Done[int]:
    """Give a letter its number and keep it as it is, for good; returns its id. A slip is mended by a new letter.

    Raises StaleSave, NothingToTell, LetterReplaced, AddresseeMissing; IdentityMissing, ApprovalMissing, NotCarriedOut
    and what else the procedure has against it; GlyphsMissing, LetterIncomplete, AddressTooLong, SealUnreadable for a
    letter that would not be whole; ReasonMissing and KeyNotHeld with whole numbers; NumberInText, SecurityCodeRefused.
    """
    refuse_numbers(wanted)
    desk.need("letter.issue", f"request:{request_id}")
    year = fiscal_year(desk.today, desk.office.fiscal_year_end_month)
    with desk.reading() as conn:
        docket = requests.load(conn, request_id)
        told = _need_issuable(desk, conn, docket, version, wanted)
        number = letter_number(desk.office.letter_series, year, letters.next_count(conn, year))
        facts = letter_facts(desk, conn, docket, wanted, number)
    if not facts.addressee.name:
        raise AddresseeMissing
    drawn = compose(facts)
    with (
        desk.change("letter.issue", about=_about(docket.request.person, request_id)) as change,
        cases.under_way(desk, change, request_id, version) as case,
    ):
        taken = letter_number(desk.office.letter_series, year, letters.take_count(change.conn, year))
        if letter_facts(desk, change.conn, case.docket, wanted, taken) != facts:
            raise StaleSave
        new = _kept(docket, facts, drawn, wanted, number)
        seal = desk.seal if wanted.whole_numbers else None
        id_ = letters.add(change.conn, seal, new, user=desk.actor.id, now=desk.now)
        case.enter(ev.LetterIssued(letter=id_, template=wanted.template, items=told))
        change.detail |= {**_told(wanted, facts), "request": request_id, "letter": id_, "number": number}
    return Done(id_, shown("done", "Letter {number} was issued."), {"number": number})


def open_letter(desk: Desk, id_: int) -> bytes:
    """An issued letter as it was issued; the look is in the log before anything is shown.

    Raises NoSuchLetter, LetterDamaged, NumberDamaged; KeyNotHeld where it shows whole numbers.
    """
    with desk.change("letter.open", about="letter", letter=id_) as change:
        row = letters.get(change.conn, id_)
        change.about = _about(row.person, row.request)
        if row.has_numbers:
            change.detail["numbers"] = True
        return letters.pdf(change.conn, desk.seal if row.has_numbers else None, id_)


def latest_pdf(desk: Desk, number: str) -> bytes:
    """The last issued letter of the request with this number, else a draft of the one that is due.

    Raises NoSuchRequest, and as `open_letter` and `preview`.
    """
    with desk.reading() as conn:
        request_id = requests_list.id_of(conn, number)
        if request_id is None:
            raise NoSuchRequest
        newest = letters.newest(conn, request_id)
        docket = requests.load(conn, request_id)
    if newest is not None:
        return open_letter(desk, newest)
    return preview(
        desk, request_id, Wanted(likely_template(docket.request, cases.led_by(desk, docket), desk.today))
    ).pdf


def likely_template(request: Request, law: Law, today: date) -> str:
    """The letter that one most likely wants to see: an answer that is due, else the one that grants what is asked."""
    answers = [due.template for due in due_letters(request, law, today) if due.items]
    if answers:
        return answers[0]
    if not request.items:
        return ACKNOWLEDGEMENT
    return next(iter(law.kinds[request.items[0].kind].decisions.values()))


def mark_printed(desk: Desk, id_: int, version: int) -> Done[None]:
    """Note that a letter was printed; also once more, which leaves it where it is.

    Raises NoSuchLetter, StaleSave.
    """
    with desk.change("letter.print", about="letter", letter=id_) as change:
        row = letters.get(change.conn, id_)
        change.about = _about(row.person, row.request)
        state = LetterState.PRINTED if row.state is LetterState.ISSUED else row.state
        letters.move(change.conn, id_, version, state, row.sent_on)
    return Done(None, shown("done", "Letter {number} was printed."), {"number": row.number})


def mark_sent(desk: Desk, id_: int, version: int, service: str, tracking: str, on: date) -> Done[None]:
    """Note that a letter left the house on the day `on`; the request goes on from there.

    Raises NoSuchLetter, StaleSave, SentBeforeIssue, DayAhead, AlreadyDone, LetterNotIssued, RequestEnded.
    """
    with desk.change("letter.send", about="letter", letter=id_) as change:
        row = letters.get(change.conn, id_)
        change.about = _about(row.person, row.request)
        if on < row.issued_on:
            raise SentBeforeIssue(day=row.issued_on.isoformat())
        with cases.under_way(desk, change, row.request, row.request_version) as case:
            case.enter(ev.LetterSent(letter=id_, method=service, tracking=tracking), on=on)
        letters.move(change.conn, id_, version, LetterState.SENT, on)
        letters.post(change.conn, id_, service=service, tracking=tracking, on=on, user=desk.actor.id)
    return Done(None, shown("done", "Letter {number} was sent."), {"number": row.number})


def mark_returned(desk: Desk, id_: int, version: int, on: date, note: str = "") -> Done[None]:
    """Note that a letter came back by post; the way on is a new letter that replaces it.

    Raises NoSuchLetter, StaleSave, LetterNotSent, DayAhead, SentBeforeIssue.
    """
    with desk.change("letter.send", about="letter", letter=id_, returned=True) as change:
        row = letters.get(change.conn, id_)
        change.about = _about(row.person, row.request)
        cases.need_past(desk, on)
        if row.state is not LetterState.SENT or row.sent_on is None:
            raise LetterNotSent
        if on < row.sent_on:
            raise SentBeforeIssue(day=row.sent_on.isoformat())
        letters.move(change.conn, id_, version, LetterState.RETURNED, row.sent_on)
        letters.come_back(change.conn, id_, on, note)
    return Done(
        None,
        shown("done", "It was noted that letter {number} came back."),
        {"number": row.number},
        undo=lambda later: _not_returned(later, id_, version + 1),
    )


def _not_returned(desk: Desk, id_: int, version: int) -> Done[None]:
    with desk.change("letter.send", about="letter", letter=id_, returned=False) as change:
        row = letters.get(change.conn, id_)
        change.about = _about(row.person, row.request)
        letters.move(change.conn, id_, version, LetterState.SENT, row.sent_on)
        letters.come_back(change.conn, id_, None, "")
    return Done(None, shown("done", "Letter {number} is on its way again."), {"number": row.number})


def _need_issuable(desk: Desk, conn: Connection, docket: Docket, version: int, wanted: Wanted) -> tuple[int, ...]:
    """The numbers of the items that the letter tells; raises what stands in its way before anything is drawn."""
    if docket.version != version:
        raise StaleSave
    if wanted.replaces is not None:
        replaced = letters.get(conn, wanted.replaces)
        if replaced.request != docket.id or replaced.replaced_by:
            raise LetterReplaced
    if wanted.whole_numbers:
        needed_reason(wanted.numbers_for)
    law = cases.led_by(desk, docket)
    told = tuple(item.number for item in told_items(docket.request, law, wanted.template, wanted.replaces))
    if law.letters[wanted.template].answer and not told:
        raise NothingToTell
    issued = ev.LetterIssued(letter=0, template=wanted.template, items=told)
    may(docket.request, issued, on=desk.today, by=desk.actor.login, law=law, calendar=cases.calendar(desk))
    return told


def _kept(docket: Docket, facts: LetterFacts, drawn: Composed, wanted: Wanted, number: str) -> NewLetter:
    return NewLetter(
        number=number,
        request=docket.id,
        person=docket.request.person,
        recipient=facts.addressee.name,
        template=drawn.template,
        template_version=drawn.version,
        language=facts.language,
        pdf=drawn.pdf,
        pages=drawn.pages,
        is_sealed=wanted.whole_numbers and facts.sheet is not None,
        replaces=wanted.replaces,
        on=facts.date,
    )


def _told(wanted: Wanted, facts: LetterFacts) -> dict[str, object]:
    """What the log says of a letter: no name, no value; why it shows whole numbers, if it does."""
    reason = {"reason": needed_reason(wanted.numbers_for)} if wanted.whole_numbers else {}
    return {
        "template": wanted.template,
        "language": facts.language,
        "numbers": wanted.whole_numbers,
        "replaces": wanted.replaces,
        **reason,
    }


def _about(person: int | None, request_id: int) -> str:
    """A letter is a look at the person whom it is about; without one it is a look at the request."""
    return f"request:{request_id}" if person is None else f"person:{person}"
