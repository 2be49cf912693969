"""Papers about one customer: every change of his record, who looked at it; and the note that one was taken away.

What a paper says is read with its log entry; `draw` touches no connection, and takes its time.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial

from privdesk.domain.errors import SpanTurned
from privdesk.domain.office import ZONE
from privdesk.domain.purpose import Stand
from privdesk.domain.shown import shown
from privdesk.letters.facts import Language
from privdesk.letters.layout.paint import Step
from privdesk.letters.person_papers import About, history_paper, looks_paper
from privdesk.operations.desk import Desk
from privdesk.operations.done import Done
from privdesk.operations.letter_facts import spoken
from privdesk.storage import people, person_history, purposes, records
from privdesk.storage.transaction import Connection


class Kind(StrEnum):
    """The papers about a customer."""

    ANSWER = "answer"
    HISTORY = "history"
    LOOKS = "looks"


class Way(StrEnum):
    """How a paper leaves the desk."""

    PRINTED = "printed"
    SAVED = "saved"


_TAKEN = {
    Way.PRINTED: shown("done", "The paper was given to the printer."),
    Way.SAVED: shown("done", "The copy was saved."),
}


@dataclass(frozen=True)
class Span:
    """The days of which a paper tells, both of them included, in the office's zone."""

    first: date
    last: date


@dataclass(frozen=True)
class Paper:
    """A paper that is ready to be drawn."""

    language: Language
    draw: Callable[[Step], bytes]


def history(desk: Desk, person_id: int, span: Span, language: str, field: str = "") -> Paper:
    """Every change of a customer's record on these days, or of one of its fields; a look that is logged.

    Raises NoSuchPerson, SpanTurned.
    """
    with desk.change("person.history", about=f"person:{person_id}") as change:
        about = _about(desk, change.conn, person_id, span, spoken(language))
        lines = tuple(
            one
            for one in person_history.of_person(change.conn, person_id)
            if span.first <= one.at.astimezone(ZONE).date() <= span.last and field in ("", one.field)
        )
        said = _said(desk, change.conn, spoken(language))
    return Paper(spoken(language), partial(history_paper, about, lines, said, spoken(language)))


def looks(desk: Desk, person_id: int, span: Span, language: str) -> Paper:
    """Who looked at a customer's record on these days, by which act and why; reading it is in the log itself.

    Raises NoSuchPerson, SpanTurned.
    """
    with desk.change("person.looks", about=f"person:{person_id}") as change:
        about = _about(desk, change.conn, person_id, span, spoken(language))
        found = records.looks_at(change.conn, person_id, span.first, span.last)
    return Paper(spoken(language), partial(looks_paper, about, found, spoken(language)))


def drawn(paper: Paper, progress: Step) -> bytes:
    """The paper as PDF; touches no connection, and takes its time where there are thousands of lines."""
    return paper.draw(progress)


def taken(desk: Desk, person_id: int, paper: Kind, way: Way) -> Done[None]:
    """Log that a paper about a customer was printed, or saved as a file."""
    with desk.change("person.print", about=f"person:{person_id}", paper=paper, way=way):
        return Done(None, _TAKEN[way])


def _about(desk: Desk, conn: Connection, person_id: int, span: Span, language: Language) -> About:
    if span.last < span.first:
        raise SpanTurned
    person = people.get(conn, person_id)
    office = desk.office.name_en if language == "en" and desk.office.name_en else desk.office.name
    return About(person.name, person.number, span.first, span.last, office, desk.today, desk.actor.name)


def _said(desk: Desk, conn: Connection, language: Language) -> Callable[[str, str], str]:
    """The words for purposes and for how somebody stands to them."""
    words = desk.reference.purposes
    names = {code: one.short.in_(language) for code, one in purposes.ever(conn).items()}
    stands = {stand.value: words.word(stand).in_(language) for stand in Stand}
    return lambda group, code: {"purpose": names, "stand": stands}[group].get(code, code)
