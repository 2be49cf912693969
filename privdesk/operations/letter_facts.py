"""What a letter says: its facts from the request, the office, the person and the law, in the letter's language."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from privdesk.domain.decision import Decision
from privdesk.domain.law import CLOSING, Law, Medium, Requester
from privdesk.domain.letter import COMPLAINT, DISCLOSURE, PROVISIONS, template_of, told_items
from privdesk.domain.office import Office
from privdesk.domain.party import Party, PartyRole
from privdesk.domain.person import Person
from privdesk.domain.request import Item
from privdesk.letters import facts
from privdesk.letters.facts import Addressee, DataSheet, KindFact, Language, LetterFacts
from privdesk.operations import cases, letter_papers
from privdesk.operations.data_sheet import data_sheet
from privdesk.operations.desk import Desk
from privdesk.operations.letter_items import Telling, item_facts, provision_facts
from privdesk.storage import letters, people, requests
from privdesk.storage.requests import Docket
from privdesk.storage.transaction import Connection

# who stands beside the person in the address; an heir asks in his own name
_AGENTS = frozenset({Requester.GUARDIAN, Requester.ADULT_GUARDIAN, Requester.AGENT})
_HONORIFIC = {"ja": "様", "en": ""}
_METHODS: dict[Medium | None, str] = {Medium.ELECTRONIC: "method_electronic"}
_ROLES = (PartyRole.RECIPIENT, PartyRole.REQUESTER, PartyRole.PERSON)


@dataclass(frozen=True)
class Wanted:
    """Which letter to write; without a `language` it is the person's.

    `replaces` is the letter that it corrects, `whole_numbers` prints the sealed numbers in full, for the reason
    `numbers_for`; `method` and `reason` stand in place of what the letter says by itself of how data are given, and of
    why.
    """

    template: str
    language: Language | None = None
    replaces: int | None = None
    whole_numbers: bool = False
    numbers_for: str = ""
    method: str = ""
    reason: str = ""


def letter_facts(desk: Desk, conn: Connection, docket: Docket, wanted: Wanted, number: str | None) -> LetterFacts:
    """The facts of a letter of the request as it stands; without a `number` they are those of a draft.

    Raises NoSuchPerson, NoSuchLetter, KeyNotHeld, NumberDamaged.
    """
    request, law = docket.request, cases.led_by(desk, docket)
    person = people.get(conn, request.person) if request.person is not None else None
    language = wanted.language or spoken(person.language if person else docket.language)
    items = told_items(request, law, wanted.template, wanted.replaces)
    telling = Telling(desk, conn, law, language, request.person, items)
    is_complaint = wanted.template == COMPLAINT
    return LetterFacts(
        template=wanted.template,
        language=language,
        number=number,
        date=desk.today,
        addressee=addressee(requests.parties(conn, docket.id), person, request.requester, language),
        office=sender(desk.office, language),
        request_number=docket.number,
        request_date=request.arrived,
        kinds=tuple(dict.fromkeys(_kind(item, law, language) for item in items or request.items)),
        items=() if is_complaint else item_facts(telling),
        papers=letter_papers.identity_papers(request, telling),
        authority=letter_papers.authority_papers(request, telling),
        papers_by=letter_papers.papers_by(request, law, desk.today),
        expected=letter_papers.expected(request, docket.clocks, law, desk.today, cases.calendar(desk)),
        method=wanted.method.strip() or _method(items or request.items, telling),
        done_on=_done_on(wanted, telling),
        search_scope=_said_of(telling.decided(Decision.NOT_HELD) or (items if wanted.template == PROVISIONS else ())),
        reason=wanted.reason.strip() or (_closing_reason(person, telling) if not is_complaint else _said_of(items)),
        replaces=letters.get(conn, wanted.replaces).number if wanted.replaces is not None else "",
        sheet=_sheet(wanted, telling, docket.id),
        provisions=provision_facts(telling) if wanted.template == PROVISIONS else None,
    )


def spoken(language: str) -> Language:
    """The language of letters that comes nearest."""
    return "ja" if language == "ja" else "en"


def addressee(parties: Sequence[Party], person: Person | None, requester: Requester, language: Language) -> Addressee:
    """Who gets the letter: the recipient whom the request names, else who asks; a customer at his address on file."""
    by_role = {party.role: party for party in parties}
    recipient, asks, about = (by_role.get(role, Party(role)) for role in _ROLES)
    name = person.name if person else about.name
    if recipient.name:
        to = recipient
    elif requester is Requester.PRINCIPAL:
        to = _at_home(person, asks if asks.name or asks.address else about, name)
    else:
        to = asks
    agent_for = name if requester in _AGENTS and to.name != name else ""
    lines = tuple(line.strip() for line in to.address.splitlines() if line.strip())
    return Addressee(to.name.strip(), _HONORIFIC[language], agent_for.strip(), to.postal, lines)


def _at_home(person: Person | None, named: Party, name: str) -> Party:
    """The person himself, where the record says that letters go, else where the request says."""
    home = person.letters_to if person else None
    postal, address = (home.postal, home.text) if home else (named.postal, named.address)
    return Party(PartyRole.PERSON, name or named.name, postal, address)


def sender(office: Office, language: Language) -> facts.Office:
    """The office as its letters name it; what has no English name is written as it is."""
    if language == "en":
        address = office.address_en or office.address
        told = any(office.postal in line for line in address)
        office = replace(
            office,
            name=office.name_en or office.name,
            postal="" if told or not office.postal else f"{office.postal}, Japan",
            address=address,
            representative_title=office.representative_title_en or office.representative_title,
            representative=office.representative_en or office.representative,
            department=office.department_en or office.department,
            hours=office.hours_en or office.hours,
            complaints=office.complaints_en or office.complaints,
        )
    return facts.Office(
        name=office.name,
        postal=office.postal,
        address=office.address,
        representative_title=office.representative_title,
        representative=office.representative,
        department=office.department,
        phone=office.phone,
        hours=office.hours,
        mail=office.mail,
        complaints=office.complaints,
        seal=office.seal or None,
        envelope=office.envelope,
        window_right=office.window_right,
        window_down=office.window_down,
    )


def _kind(item: Item, law: Law, language: Language) -> KindFact:
    kind = law.kinds[item.kind]
    return KindFact(kind.name.in_(language), kind.article.in_(language))


def _method(items: Sequence[Item], telling: Telling) -> str:
    """How what is disclosed is given: as the requester wants it (法33条1項、2項), on paper where he did not say."""
    ways = dict.fromkeys(_METHODS.get(item.medium, "method") for item in items) or ("method",)
    return "\n".join(map(telling.word, ways))


def _done_on(wanted: Wanted, telling: Telling) -> date | None:
    if wanted.template == CLOSING:
        return telling.desk.today
    return max((item.executed_on for item in telling.items if item.executed_on), default=None)


def _said_of(items: Sequence[Item]) -> str:
    return "\n".join(dict.fromkeys(item.facts.strip() for item in items if item.facts.strip()))


def _closing_reason(person: Person | None, telling: Telling) -> str:
    return telling.word("referred" if person and person.entrusted else "unverified")


def _sheet(wanted: Wanted, telling: Telling, request: int) -> DataSheet | None:
    """What a disclosure encloses; a draft shows it before anything is decided."""
    discloses = any(template_of(item, telling.law) == DISCLOSURE for item in telling.items)
    if telling.person is None or not (discloses or wanted.template == DISCLOSURE):
        return None
    return data_sheet(
        telling.desk,
        telling.conn,
        telling.person,
        telling.language,
        telling.law,
        answered=request,
        whole_numbers=wanted.whole_numbers,
    )
