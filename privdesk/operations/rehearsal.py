"""What the desk would answer a customer today: the letters that a request for everything would be answered with.

They are written by the same road as real ones, from a request that is made up here and entered nowhere.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from privdesk.domain import event as ev
from privdesk.domain.clock import clocks
from privdesk.domain.decision import Decision
from privdesk.domain.event import Asked, Detail, Event
from privdesk.domain.law import CLOSING, Channel
from privdesk.domain.letter import template_of
from privdesk.domain.person import Person
from privdesk.domain.request import Request, fold
from privdesk.letters.compose import compose
from privdesk.letters.facts import Language, LetterFacts
from privdesk.letters.guard import missing_glyphs
from privdesk.operations import cases
from privdesk.operations.desk import Desk
from privdesk.operations.letter_facts import Wanted, letter_facts, spoken
from privdesk.operations.letters import Draft
from privdesk.storage import held as stored
from privdesk.storage import holds, people
from privdesk.storage.requests import Docket

# a request for all that is held, and for what was given to and came from others (法33条1項、5項)
_ASKED = ("DISCLOSE", "TPREC")


class Caution(StrEnum):
    """What somebody has to look at before such an answer leaves the house."""

    ENTRUSTED = "entrusted"
    SENSITIVE = "sensitive"
    HOLDS = "holds"
    NOTES = "notes"
    NO_ADDRESS = "no_address"


@dataclass(frozen=True)
class Rehearsal:
    """The letters of the answer; `cautions` with what each is about, such as the names of the holds."""

    language: Language
    letters: tuple[LetterFacts, ...]
    cautions: dict[Caution, str]


def rehearse(desk: Desk, person_id: int, language: str = "") -> Rehearsal:
    """What would be answered today, in the customer's language unless another is given; a look that is logged.

    Numbers are masked as in every letter that is not asked for whole ones. Raises NoSuchPerson.
    """
    with desk.change("person.rehearse", about=f"person:{person_id}") as change:
        person = people.get(change.conn, person_id)
        (row,) = stored.rows(change.conn, person_id, "person")
        is_sensitive = bool(row["existence_sensitive"])
        # of such data not even that they exist is told (令5条)
        docket = _docket(desk, person, Decision.NOT_HELD if is_sensitive else Decision.DISCLOSED)
        spoke = spoken(language or person.language)
        letters = tuple(
            letter_facts(desk, change.conn, docket, Wanted(template, spoke), None)
            for template in _templates(desk, person, docket.request)
        )
        held = [one.hold.name for one in holds.of_person(change.conn, person_id) if not one.hold.lifted_on]
        change.detail["language"] = spoke
    found = {
        Caution.ENTRUSTED: person.entrusted,
        Caution.SENSITIVE: is_sensitive,
        Caution.HOLDS: "、".join(held),
        Caution.NOTES: person.notes.strip(),
        Caution.NO_ADDRESS: person.address is None,
    }
    cautions = {caution: said if isinstance(said, str) else "" for caution, said in found.items() if said}
    return Rehearsal(spoke, letters, cautions)


def drawn(rehearsal: Rehearsal, progress: Callable[[int, int], None]) -> Draft:
    """The letters as one PDF with a watermark and without numbers; touches no connection, and takes its time."""
    first, *further = rehearsal.letters
    missing = tuple(glyph for one in rehearsal.letters for glyph in missing_glyphs(one))
    made = compose(first, *further, step=progress)
    return Draft(made.pdf, made.pages, rehearsal.language, missing)


def _templates(desk: Desk, person: Person, request: Request) -> tuple[str, ...]:
    """The letters of the answer, each once; what is a client's is for the client to disclose."""
    if person.entrusted:
        return (CLOSING,)
    law = desk.law_on(desk.today)
    return tuple(dict.fromkeys(filter(None, (template_of(item, law) for item in request.items))))


def _docket(desk: Desk, person: Person, decision: Decision) -> Docket:
    law = desk.law_on(desk.today)
    request = _request(desk, person, decision)
    return Docket(
        id=0,
        number="",
        version=1,
        law=law.valid_from,
        language=person.language,
        letter_on=None,
        entered_at=desk.now,
        owner=None,
        notes="",
        request=request,
        clocks=clocks(request, law, cases.calendar(desk)),
    )


def _request(desk: Desk, person: Person, decision: Decision) -> Request:
    items = tuple(Asked(number=number, kind=kind) for number, kind in enumerate(_ASKED, start=1))
    details: list[Detail] = [
        ev.Received(channel=Channel.POST, items=items),
        ev.PersonLinked(person=person.id),
        *(ev.Decided(item=item.number, decision=decision) for item in items),
    ]
    return fold(
        Event(seq, desk.now, desk.today, desk.actor.login, detail) for seq, detail in enumerate(details, start=1)
    )
